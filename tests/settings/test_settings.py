"""config.yaml and the environment become frozen settings."""

from __future__ import annotations

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pydantic
import pytest

from bot.domain import categories, ready
from bot.domain.attention import Courtesy
from bot.domain.people import Body, Estate, Speaker
from bot.settings import DEFAULT_PATH, Settings, SettingsError
from bot.settings.workdays import CountryWorkdays
from tests.settings.conftest import Load

TOKEN = "123456789:" + "Aa0_-" * 7


def test_an_empty_file_gives_the_defaults(load: Load) -> None:
    settings = load("")
    assert settings.telegram.base_url == "https://api.telegram.org"
    assert settings.telegram.file_url == "https://api.telegram.org/file"
    assert settings.delivery.per_group_per_min == 20
    assert (settings.dialogs.remind_after_min, settings.dialogs.expire_after_h) == (60, 24)
    assert settings.clock.url is None
    assert settings.log.format == "console"


def test_estates_become_what_the_rules_know(load: Load) -> None:
    settings = load(
        """
        language: en
        estates:
          - key: jasmine
            name: 茉莉苑
            time_zone: Asia/Hong_Kong
            language: zh
            answer_within_days: 5
            bodies:
              committee:
                - {id: 11, name: 王主任}
                - {id: 12, name: 李阿姨}
              property: [{id: 21, name: 张师傅}]
              owners: [{id: 31, name: Mr Wu}]
          - key: plain
            name: Plain Court
        """
    )
    estates = settings.estates_by_key()
    assert list(estates) == ["jasmine", "plain"]
    assert estates["jasmine"] == Estate(
        key="jasmine",
        name="茉莉苑",
        time_zone=ZoneInfo("Asia/Hong_Kong"),
        language="zh",
        answer_within_days=5,
        workdays=CountryWorkdays("CN"),
        categories=categories.SHIPPED,
        trial=True,
        ready_answers=ready.DEFAULTS["zh"],
        speakers={
            11: Speaker(11, "王主任", Body.COMMITTEE),
            12: Speaker(12, "李阿姨", Body.COMMITTEE),
            21: Speaker(21, "张师傅", Body.PROPERTY),
            31: Speaker(31, "Mr Wu", Body.OWNERS),
        },
    )
    assert estates["plain"].language == "en", "without a language of its own it has that of the file"


def test_one_person_may_speak_in_two_estates(load: Load) -> None:
    settings = load(
        """
        estates:
          - {key: a, name: A, bodies: {committee: [{id: 11, name: Wang}]}}
          - {key: b, name: B, bodies: {property: [{id: 11, name: Wang}]}}
        """
    )
    assert [estate.speakers[11].body for estate in settings.estates_by_key().values()] == [
        Body.COMMITTEE,
        Body.PROPERTY,
    ]


def test_settings_cannot_be_changed(load: Load) -> None:
    settings = load("")
    with pytest.raises(pydantic.ValidationError):
        settings.language = "en"
    with pytest.raises(pydantic.ValidationError):
        settings.telegram.poll_timeout_s = 1


def test_another_bot_api_server_brings_its_own_file_address(load: Load) -> None:
    settings = load("telegram: {base_url: 'http://127.0.0.1:8081/'}")
    assert settings.telegram.base_url == "http://127.0.0.1:8081"
    assert settings.telegram.file_url == "http://127.0.0.1:8081/file"
    settings = load("telegram: {base_url: 'http://127.0.0.1:8081', base_file_url: 'http://127.0.0.1:9000/photos'}")
    assert settings.telegram.file_url == "http://127.0.0.1:9000/photos"


@pytest.mark.parametrize(("written", "meant"), [("off", "off"), ('"off"', "off"), ("auto", "auto")])
def test_off_means_off_with_and_without_quotes(load: Load, written: str, meant: str) -> None:
    assert load(f"telegram: {{ephemeral: {written}}}").telegram.ephemeral == meant
    assert load("").telegram.ephemeral == "off"


def test_secrets_come_from_the_environment_and_do_not_print(load: Load) -> None:
    url = "postgresql+asyncpg://postgres:sesame@db/wishwell"
    settings = load("", {"BOT_TOKEN": TOKEN, "DATABASE_URL": url, "LANGUAGE": "fr", "FILES": "x"})
    assert settings.token() == TOKEN
    assert settings.secrets.bot_id == 123456789
    assert settings.database_url == url
    assert settings.language == "zh", "nothing but the two secrets is read from the environment"
    assert TOKEN not in repr(settings)
    assert "sesame" not in repr(settings)
    assert "sesame" not in str(settings.model_dump())


def test_without_a_token_all_loads_but_asking_for_it_says_what_to_do(load: Load) -> None:
    settings = load("", {"BOT_TOKEN": " "})
    assert settings.secrets.bot_id is None
    with pytest.raises(SettingsError, match="BOT_TOKEN is not set"):
        settings.token()


@pytest.mark.parametrize("url", [None, "sqlite+aiosqlite:///var/wishwell.sqlite3"])
def test_a_relative_database_path_counts_from_the_checkout(load: Load, url: str | None) -> None:
    settings = load("", {"DATABASE_URL": url} if url else {})
    assert settings.database_url == f"sqlite+aiosqlite:///{DEFAULT_PATH.parent}/var/wishwell.sqlite3"
    assert settings.files.path == DEFAULT_PATH.parent / "var" / "files"


def test_an_absolute_database_path_stays(load: Load) -> None:
    url = "sqlite+aiosqlite:////srv/wishes.sqlite3"
    assert load("", {"DATABASE_URL": url}).database_url == url


def test_an_absolute_folder_of_files_stays(load: Load) -> None:
    assert str(load("files: {folder: /srv/photos}").files.path) == "/srv/photos"


def test_the_file_of_the_project_loads() -> None:
    settings = Settings.load(DEFAULT_PATH, {})
    assert list(settings.estates_by_key()) == ["home"]


def test_every_estate_is_as_courteous_as_the_file_says(load: Load) -> None:
    hours = "quiet_from: '23:30', quiet_until: '06:45', digest_at: '18:15'"
    (estate,) = load(f"notices: {{{hours}, weekly_on: monday, answer_hold_min: 0}}").estates_by_key().values()
    assert estate.courtesy == Courtesy(time(23, 30), time(6, 45), time(18, 15), 0, 1, timedelta(0))
    (plain,) = load("").estates_by_key().values()
    assert plain.courtesy == Courtesy()
