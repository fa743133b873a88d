"""Settings: defaults run, another Bot API server may be named, what is wrong is refused with file, line and a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import DEFAULT_PATH, Settings, SettingsError
from tests.scenarios.conftest import Open
from tests.scenarios.estate import TOKEN, Estate


def refusal(config: Path, text: str) -> str:
    config.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        Settings.load(config, {"BOT_TOKEN": TOKEN})
    return "\n".join(map(str, refused.value.problems))


def test_the_file_in_the_checkout_runs_as_it_is() -> None:
    settings = Settings.load(DEFAULT_PATH, {"BOT_TOKEN": TOKEN})
    assert settings.telegram.base_url == "https://api.telegram.org"
    assert settings.language == "zh"


async def test_the_story_bot_talks_to_another_bot_api_server(town: Estate) -> None:
    assert town.running.settings.telegram.base_url.startswith("http://127.0.0.1:")
    assert await town.world.calls("sendMessage")


def test_an_unknown_key_is_refused_with_its_line_and_what_was_meant(tmp_path: Path) -> None:
    told = refusal(tmp_path / "config.yaml", "language: zh\ntelegram:\n  pol_timeout_s: 20\n")
    assert "config.yaml:3" in told
    assert "poll_timeout_s" in told


def test_an_ill_typed_value_is_refused_with_its_line(tmp_path: Path) -> None:
    assert "config.yaml:2" in refusal(tmp_path / "config.yaml", "telegram:\n  poll_timeout_s: soon\n")


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    told = refusal(tmp_path / "config.yaml", "langage: zh\ndelivery:\n  lease_s: many\n")
    assert "config.yaml:1" in told
    assert "config.yaml:3" in told


def test_a_token_in_the_file_is_refused_without_repeating_it(tmp_path: Path) -> None:
    secret = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1"
    told = refusal(tmp_path / "config.yaml", f"telegram:\n  token: {secret}\n")
    assert "BOT_TOKEN" in told
    assert secret not in told


async def test_the_pace_of_dialogs_comes_from_the_file(open_estate: Open) -> None:
    async with open_estate(extra={"dialogs": {"remind_after_min": 10, "expire_after_h": 2}}) as town:
        await town.wang.presses("我想要", to=town.building3)
        await town.wang.says("三楼走廊的灯坏了")
        await town.world.advances(minutes=11)
        await town.wang.sees("刚才这件还没说完")
        await town.world.advances(hours=2)
        await town.wang.sees("上次没说完的我先收起来了")


async def test_the_time_to_answer_comes_from_the_file(open_estate: Open) -> None:
    async with open_estate(answer_within_days=7) as town:
        await town.wang.presses("我想要", to=town.building3)
        await town.wang.says("三楼走廊的灯坏了")
        await town.wang.presses("发到群里")
        assert "最晚3月11日" in (await town.chen.sees("第1件", to=town.building3)).text
