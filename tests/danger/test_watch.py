"""Danger words: rather a false alarm than a miss, but no alarm for a hot pot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import danger_words
from bot.domain.danger import NUMBERS, WORDS, Danger, Watch, to_flag
from bot.domain.people import Estate

WATCH = Watch()
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
TEN = timedelta(minutes=10)


def sentences() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("|") for line in lines if line.strip() and not line.startswith("#"))
    return [(kind.strip(), words.strip()) for kind, _, words in pairs]


@pytest.mark.parametrize(("kind", "words"), sentences(), ids=lambda value: value[:20])
def test_it_is_heard_what_is_dangerous_and_nothing_else(kind: str, words: str) -> None:
    heard = WATCH.heard_in(words)
    assert heard == () if kind == "-" else Danger(kind) in heard


@pytest.mark.parametrize(("danger", "word"), [(danger, word) for danger in Danger for word in WORDS[danger]])
def test_every_word_of_the_list_is_heard_by_itself(danger: Danger, word: str) -> None:
    said = word.replace("*", "啊") if not word.isascii() else word.replace("*", "really")
    assert danger in WATCH.heard_in(f"{said}，快来" if not word.isascii() else f"Help: {said}!")


@pytest.mark.parametrize("word", danger_words.INNOCENT_ZH + danger_words.INNOCENT_EN)
def test_everything_said_to_be_innocent_is(word: str) -> None:
    assert WATCH.heard_in(word.replace("*", "")) == ()


@settings(deadline=None)
@given(st.text())
def test_any_words_can_be_listened_to(words: str) -> None:
    heard = WATCH.heard_in(words)
    assert list(heard) == [danger for danger in Danger if danger in heard]


def test_several_kinds_are_heard_in_the_order_of_help() -> None:
    assert WATCH.heard_in("有人晕倒了，厨房还着火了") == (Danger.FIRE, Danger.MEDICAL)


def test_the_words_of_config_yaml_take_the_place_of_ours() -> None:
    own = Watch(words={Danger.FIRE: ("走水",)}, innocent=())
    assert own.heard_in("走水啦") == (Danger.FIRE,)
    assert own.heard_in("着火啦") == ()


def test_an_estates_own_number_counts_first() -> None:
    estate = Estate("east", "东苑", ZoneInfo("Asia/Taipei"), "zh", 3, emergency={"crime": "113"})
    assert WATCH.number(Danger.CRIME, estate) == "113"
    assert WATCH.number(Danger.FIRE, estate) == WATCH.number(Danger.FIRE, None) == NUMBERS[Danger.FIRE]


MINUTES = st.integers(0, 60).map(lambda minutes: timedelta(minutes=minutes))


@settings(deadline=None)
@given(
    heard=st.lists(st.sampled_from(Danger), unique=True),
    flagged=st.lists(st.tuples(st.sampled_from(Danger), MINUTES.map(lambda ago: NOON - ago))),
)
def test_a_kind_is_passed_on_once_in_ten_minutes_and_none_is_lost(
    heard: list[Danger], flagged: list[tuple[Danger, datetime]]
) -> None:
    passed = to_flag(heard, flagged=flagged, now=NOON, again_after=TEN)
    fresh = {danger for danger, at in flagged if NOON - at < TEN}
    assert set(passed) == set(heard) - fresh
