"""`python -m bot check` says whom people are told to call, and doubts mainland China's numbers elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.check import Verdict, emergency
from bot.settings import Settings, SettingsError


def settings(folder: Path, estate: dict[str, object], **groups: object) -> Settings:
    config = folder / "config.yaml"
    estates = [{"key": "east", "name": "East", **estate}]
    config.write_text(yaml.safe_dump({"estates": estates, **groups}, allow_unicode=True))
    return Settings.load(config, {})


@pytest.mark.parametrize(
    ("estate", "groups", "verdict"),
    [
        ({}, {}, Verdict.RIGHT),
        ({"time_zone": "Asia/Hong_Kong"}, {}, Verdict.LOOK),
        ({"time_zone": "Asia/Hong_Kong", "emergency": {"fire": "999"}}, {}, Verdict.RIGHT),
        ({"time_zone": "Europe/Berlin"}, {"danger": {"medical": {"number": "112"}}}, Verdict.RIGHT),
    ],
)
def test_numbers_of_another_country_are_looked_at(
    tmp_path: Path, estate: dict[str, object], groups: dict[str, object], verdict: Verdict
) -> None:
    (found,) = emergency(settings(tmp_path, estate, **groups))
    assert found.verdict is verdict
    assert found.what == "emergency numbers, east"


@pytest.mark.parametrize(
    ("estate", "groups", "told"),
    [
        ({"emergency": {"fire": 119}}, {}, "write it in quotes"),
        ({"emergency": {"fire": "the fire brigade"}}, {}, "a number to call"),
        ({"emergency": {"flood": "119"}}, {}, "fire"),
        ({}, {"danger": {"fire": {"zh": ["火"]}}}, "two characters"),
        ({}, {"danger": {"flag_again_after_min": 0}}, "must be greater"),
    ],
)
def test_a_wrong_number_or_word_is_refused_with_its_reason(
    tmp_path: Path, estate: dict[str, object], groups: dict[str, object], told: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        settings(tmp_path, estate, **groups)
    assert told in str(refused.value)


def test_other_words_replace_a_list_and_leave_the_others(tmp_path: Path) -> None:
    own = settings(tmp_path, {}, danger={"fire": {"zh": ["走水"]}})
    watch = own.danger.watch
    assert watch.heard_in("走水啦")
    assert not watch.heard_in("厨房着火了")
    assert watch.heard_in("The kitchen is on fire")
    assert watch.heard_in("有人晕倒了")
