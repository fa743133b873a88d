"""Whatever is wrong is refused with file, line and what was likely meant; all of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError
from tests.settings.conftest import Refused

TOKEN = "123456789:" + "Aa0_-" * 7
TIME_OF_DAY = "must be a time of day in quotes, from '00:00' to '23:59'"
ESTATE = "estates:\n  - key: home\n    name: Home\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # unknown keys
        ("telegram:\n  base_urll: x\n", ["config.yaml:2: telegram.base_urll is not a setting. Did you mean base_url?"]),
        ("Telegram: {}\n", ["config.yaml:1: Telegram is not a setting. Did you mean telegram?"]),
        (
            "log:\n  poll_timeout_s: 3\n",
            ["config.yaml:2: poll_timeout_s does not belong here. Did you mean telegram.poll_timeout_s?"],
        ),
        ("log:\n  colour: red\n", ["config.yaml:2: log.colour is not a setting. Known here: format, level."]),
        (
            ESTATE + "    timezone: UTC\n",
            ["config.yaml:4: estates[0].timezone is not a setting. Did you mean time_zone?"],
        ),
        (
            ESTATE + "    bodies:\n      comittee: []\n",
            ["config.yaml:5: estates[0].bodies.comittee is not a setting. Did you mean committee?"],
        ),
        # wrong kinds of value
        ("inbox:\n  attempts: many\n", ["config.yaml:2: inbox.attempts must be a whole number (it says 'many')"]),
        ("inbox:\n  attempts: '3'\n", ["config.yaml:2: inbox.attempts must be a whole number (it says '3')"]),
        ("inbox:\n  attempts: true\n", ["config.yaml:2: inbox.attempts must be a whole number (it says True)"]),
        ("inbox:\n  attempts: 2.5\n", ["config.yaml:2: inbox.attempts must be a whole number (it says 2.5)"]),
        (
            "delivery:\n  messages_per_s: fast\n",
            ["config.yaml:2: delivery.messages_per_s must be a number (it says 'fast')"],
        ),
        (
            "estates:\n  - key: home\n    name: 12\n",
            ["config.yaml:3: estates[0].name must be words (it says 12); write it in quotes: '12'"],
        ),
        ("telegram: 3\n", ["config.yaml:1: telegram must be a group of keys, indented below it (it says 3)"]),
        (
            "telegram:\nlanguage: en\n",
            ["config.yaml:1: telegram must be a group of keys, indented below it (it says None)"],
        ),
        ("estates: home\n", ["config.yaml:1: estates must be a list: lines that begin with a hyphen (it says 'home')"]),
        ("- a\n- b\n", ["config.yaml:1: the file must be a group of keys, indented below it (it says ['a', 'b'])"]),
        # values out of range or not of the known ones
        ("inbox:\n  attempts: 0\n", ["config.yaml:2: inbox.attempts must be greater than or equal to 1 (it says 0)"]),
        (
            "telegram: {ephemeral: on}\n",
            ["config.yaml:1: telegram.ephemeral must be 'off' or 'auto' (it says True)."],
        ),
        (
            "telegram: {poll_timeout_s: 51}\n",
            ["config.yaml:1: telegram.poll_timeout_s must be less than or equal to 50 (it says 51)"],
        ),
        (
            ESTATE + "    answer_within_days: 31\n",
            ["config.yaml:4: estates[0].answer_within_days must be less than or equal to 30 (it says 31)"],
        ),
        (
            "language: zhh\n",
            ["config.yaml:1: language must be 'zh', 'zh-Hant' or 'en' (it says 'zhh'). Did you mean zh?"],
        ),
        ("log: {format: xml}\n", ["config.yaml:1: log.format must be 'console' or 'json' (it says 'xml')."]),
        ("estates: []\n", ["config.yaml:1: estates must list at least one estate (it says [])"]),
        ("estates:\n  - key: home\n", ["config.yaml:2: estates[0].name is missing"]),
        (
            "dialogs:\n  remind_after_min: 60\n  expire_after_h: 1\n",
            ["config.yaml:2: dialogs.remind_after_min: must be shorter than expire_after_h"],
        ),
        (
            "notices:\n  quiet_from: 22:00\n",
            [f"config.yaml:2: notices.quiet_from {TIME_OF_DAY} (it says 1320)"],
        ),
        (
            "notices:\n  digest_at: '24:00'\n",
            [f"config.yaml:2: notices.digest_at {TIME_OF_DAY} (it says '24:00')"],
        ),
        (
            "notices:\n  digest_at: '22:30'\n",
            ["config.yaml:2: notices.digest_at: must lie outside the quiet hours, which are from 22:00 to 08:00"],
        ),
        (
            "notices:\n  weekly_on: sundy\n",
            [
                "config.yaml:2: notices.weekly_on must be 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', "
                "'saturday' or 'sunday' (it says 'sundy'). Did you mean sunday?"
            ],
        ),
        (
            "notices: {answer_hold_min: -1}\n",
            ["config.yaml:1: notices.answer_hold_min must be greater than or equal to 0 (it says -1)"],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(refused: Refused, text: str, told: list[str]) -> None:
    assert refused(text) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("time_zone: Asia/Shangai", "IANA name of a time zone, such as Asia/Shanghai. Did you mean Asia/Shanghai?"),
        ("time_zone: 8", "must be words"),
        ("time_zone: ../etc/passwd", "IANA name"),
        ("bodies: {committee: [{id: -100123, name: Wang}]}", "negative ids are groups"),
        ("bodies: {committee: [{id: 1087968824, name: Wang}]}", "account of Telegram's own"),
        ("bodies: {committee: [{id: wang, name: Wang}]}", "must be a whole number (it says 'wang')"),
        ("bodies: {committee: [{id: 5, name: ''}]}", "must be 1 to 60 characters"),
        ("bodies: {committee: [5]}", "must be a group of keys"),
    ],
)
def test_estates_are_checked(refused: Refused, line: str, told: str) -> None:
    (problem,) = refused(f"{ESTATE}    {line}\n")
    assert problem.startswith("config.yaml:4: estates[0].")
    assert told in problem


@pytest.mark.parametrize("key", ["Home", "3", "'3'", "a_b", "a:b", "this-key-is-far-too-long", "家"])
def test_an_estates_key_fits_commands_and_the_database(refused: Refused, key: str) -> None:
    (problem,) = refused(f"estates:\n  - name: A\n    key: {key}\n")
    assert problem.startswith("config.yaml:3: estates[0].key must be")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("base_url", "api.telegram.org"),
        ("base_url", "ftp://api.telegram.org"),
        ("base_url", "https://user:pass@api.telegram.org"),
        ("base_url", "https://api.telegram.org/bot"),
        ("base_url", "null"),
    ],
)
def test_the_bot_api_server_is_an_address(refused: Refused, key: str, value: str) -> None:
    (problem,) = refused(f"telegram:\n  {key}: {value}\n")
    assert problem.startswith("config.yaml:2: telegram.base_url must")


def test_one_person_speaks_for_one_body_of_an_estate(refused: Refused) -> None:
    told = refused(
        """\
        estates:
          - key: home
            name: Home
            bodies:
              committee:
                - id: 11
                  name: Wang
                - {id: 12, name: Li}
                - {id: 12, name: Li again}
              property:
                - name: Wang
                  id: 11
        """
    )
    assert told == [
        "config.yaml:9: estates[0].bodies.committee[2].id: 12 is listed twice",
        "config.yaml:12: estates[0].bodies.property[0].id: 11 speaks for committee already; "
        "one person speaks for one body of an estate",
    ]


def test_captains_and_volunteers_are_listed_once_and_captains_look_after_a_building(refused: Refused) -> None:
    told = refused(
        """
        estates:
          - key: sunny
            name: 阳光小区
            captains:
              - {id: 11, name: Li, building: '3'}
              - {id: 11, name: Li again}
            volunteers:
              - {id: 12, name: Zhou}
              - {id: 12, name: Zhou again}
        """
    )
    assert told == [
        "config.yaml:7: estates[0].captains[1].id: 11 is listed twice",
        "config.yaml:10: estates[0].volunteers[1].id: 12 is listed twice",
    ]
    told = refused(
        """
        estates:
          - {key: sunny, name: 阳光小区, captains: [{id: 11, name: Li, building: by the river}]}
        """
    )
    assert told == [
        "config.yaml:3: estates[0].captains[0].building must be a building's number, such as '3' or 3号楼 "
        "(it says 'by the river')"
    ]


def test_estates_keys_differ(refused: Refused) -> None:
    told = refused("estates:\n  - {key: a, name: A}\n  - {key: b, name: B}\n  - {key: a, name: C}\n")
    assert told == ["config.yaml:4: estates[2].key: two estates have the key a"]


def test_a_key_given_twice_is_refused(refused: Refused) -> None:
    told = refused("language: zh\nlog: {level: info}\nlanguage: en\n")
    assert told == ["config.yaml:3: language is given twice; the first is in line 1. Keep one."]


def test_everything_wrong_is_told_at_once_in_the_files_order(refused: Refused) -> None:
    told = refused(
        """\
        langage: zh
        inbox:
          attempts: lots
          attempts: 3
        estates:
          - key: Home
            name: Home
        """,
        {"BOT_TOKEN": "secret", "DATABASE_URL": "mysql://db"},
    )
    assert [line.partition(" ")[0] for line in told] == [
        "config.yaml:1:",
        "config.yaml:3:",
        "config.yaml:4:",
        "config.yaml:6:",
        "environment:",
        "environment:",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("language: [zh\n", 2),
        ("language: 'zh\n", 2),
        ("a: 1\n\tb: 2\n", 2),
        ("language: zh\n---\nlanguage: en\n", 2),
        ("language: !!python/name:os.system x\n", 1),
        ("language: *nowhere\n", 1),
        ("log: {level: !!int x}\n", 1),
        ("log: &again\n  level: *again\n", 2),
        ("[a, b]: c\n", 1),
        ("log: \x01\n", None),
    ],
)
def test_broken_yaml_is_pointed_at(refused: Refused, text: str, line: int | None) -> None:
    assert refused(text)[0].startswith(f"config.yaml:{line}: " if line else "config.yaml: ")


@pytest.mark.parametrize("key", ["bot_token", "BOT_TOKEN", "token", "database_url"])
@pytest.mark.parametrize("indent", ["", "telegram:\n  "])
def test_secrets_have_no_place_in_the_file(refused: Refused, key: str, indent: str) -> None:
    (problem,) = refused(f"{indent}{key}: hush\n")
    assert "is a secret and never stands in a file" in problem
    assert "hush" not in problem


@pytest.mark.parametrize(
    "text", ["language: zh # {}\n", "telegram: {{base_url: '{}'}}\n", "'{0}': 1\n'{0}': 2\n", "language: '{}'\n"]
)
def test_a_token_anywhere_in_the_file_is_refused_and_not_repeated(refused: Refused, text: str) -> None:
    told = refused(text.format(TOKEN))
    assert any("looks like a bot's token" in problem for problem in told)
    assert TOKEN not in "".join(told)


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"BOT_TOKEN": "my token"}, "BOT_TOKEN does not look like a bot's token"),
        ({"DATABASE_URL": "postgres://u:sesame@db/x"}, "Did you mean postgresql+asyncpg?"),
        ({"DATABASE_URL": "postgresql+psycopg2://u:sesame@db/x"}, "Did you mean postgresql+asyncpg?"),
        ({"DATABASE_URL": "sqlite:///sesame"}, "Did you mean sqlite+aiosqlite?"),
        ({"DATABASE_URL": "mysql://u:sesame@db/x"}, "DATABASE_URL must begin with"),
        ({"WEBHOOK_SECRET": "open sesame"}, "WEBHOOK_SECRET must be"),
        ({"WEBHOOK_SECRET": "sesame" * 43}, "WEBHOOK_SECRET must be"),
        ({"DATABASE_URL": "sqlite+aiosqlite://"}, "must name a file"),
        ({"DATABASE_URL": "sqlite+aiosqlite:///"}, "must name a file"),
        ({"DATABASE_URL": "sqlite+aiosqlite:///:memory:"}, "must name a file"),
        ({"DATABASE_URL": "postgresql+asyncpg://u:sesame@db"}, "must look like"),
        ({"DATABASE_URL": "postgresql+asyncpg://u:sesame@db:port/x"}, "must look like"),
    ],
)
def test_the_environment_is_checked_and_not_repeated(refused: Refused, environ: dict[str, str], told: str) -> None:
    (problem,) = refused("", environ)
    assert problem.startswith("environment: ")
    assert told in problem
    assert "sesame" not in problem
    assert "my token" not in problem


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such file"):
        Settings.load(tmp_path / "config.yaml", {})


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        Settings.load(tmp_path, {})


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes("estates: 小区".encode("gb18030"))
    with pytest.raises(SettingsError, match="UTF-8"):
        Settings.load(path, {})
