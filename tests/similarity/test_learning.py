"""What taps propose to a steward: only what several people say, never a name, never by itself."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.similarity import Advice, Proposal, SimilarTap, Tap, proposals
from bot.domain.similarity.learning import LEAST_PERSONS
from bot.texts.concepts import load, shipped

SAME, DIFFERENT = SimilarTap.SAME, SimilarTap.DIFFERENT


def of(found: Iterable[Proposal], advice: Advice) -> dict[tuple[str, ...], tuple[tuple[str, ...], int]]:
    return {each.words or each.concepts: (each.concepts, each.persons) for each in found if each.advice is advice}


def test_an_unknown_word_across_from_a_known_thing_is_proposed_for_it() -> None:
    taps = [
        Tap(1, SAME, "大堂的吸顶盘坏了", "大堂的灯坏了"),
        Tap(2, SAME, "吸顶盘坏了", "走廊灯坏了"),
        Tap(2, SAME, "吸顶盘又坏了", "走廊灯坏了"),
    ]
    (word,) = [each for each in proposals(taps, shipped()) if each.advice is Advice.WORD]
    assert (word.words, word.concepts, word.persons) == (("吸顶盘",), ("lamp",), 2)
    assert len(word.examples) == 3


def test_english_words_come_as_they_are_written() -> None:
    taps = [
        Tap(1, SAME, "The downlights are broken", "The lights are broken"),
        Tap(2, SAME, "Downlights broken again", "The lamp is broken"),
    ]
    assert of(proposals(taps, shipped()), Advice.WORD) == {("downlights",): (("lamp",), 2)}


def test_one_person_proposes_nothing_however_often_they_tap() -> None:
    taps = [Tap(1, SAME, "吸顶盘坏了", f"{n}楼走廊灯坏了") for n in range(2, 20)]
    assert proposals(taps, shipped()) == []


def test_what_as_many_call_different_is_not_proposed() -> None:
    taps = [
        Tap(1, SAME, "吸顶盘坏了", "走廊灯坏了"),
        Tap(2, SAME, "吸顶盘坏了", "走廊灯坏了"),
        Tap(3, DIFFERENT, "吸顶盘坏了", "走廊灯坏了"),
        Tap(4, DIFFERENT, "吸顶盘坏了", "走廊灯坏了"),
    ]
    assert of(proposals(taps, shipped()), Advice.WORD) == {}


SMALL = """
things:
  lamp: {scope: local, zh: 灯 路灯 声控灯, en: lamp}
matters:
  dead: {zh: 坏了, en: broken}
  dim: {zh: 太暗, en: dim}
  slow: {zh: 很慢, en: slow}
akin: [[dead, slow]]
"""


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "concepts.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return load(path)


def test_two_matters_said_to_be_the_same_are_proposed_as_akin(small) -> None:
    taps = [Tap(1, SAME, "灯太暗", "灯坏了"), Tap(2, SAME, "灯坏了", "灯太暗")]
    assert of(proposals(taps, small), Advice.AKIN) == {("dead", "dim"): (("dead", "dim"), 2)}


def test_what_counts_as_akin_and_is_said_to_be_different_is_told(small) -> None:
    taps = [Tap(1, DIFFERENT, "灯很慢", "灯坏了"), Tap(2, DIFFERENT, "灯很慢", "灯坏了")]
    assert of(proposals(taps, small), Advice.NOT_AKIN) == {("dead", "slow"): (("dead", "slow"), 2)}


def test_two_words_of_one_concept_said_to_be_different_are_told(small) -> None:
    taps = [Tap(1, DIFFERENT, "路灯坏了", "声控灯坏了"), Tap(2, DIFFERENT, "声控灯坏了", "路灯坏了")]
    (part,) = proposals(taps, small)
    assert (part.advice, part.concepts, set(part.words)) == (Advice.PART, ("lamp",), {"路灯", "声控灯"})


def test_the_place_teaches_nothing(small) -> None:
    taps = [Tap(n, DIFFERENT, "三楼的灯坏了", "5楼的灯坏了") for n in range(3)]
    assert proposals(taps, small) == []


_WORDS = st.text(alphabet="灯坏了吸顶盘大堂走廊 lamp", min_size=1, max_size=12)
_TAPS = st.builds(Tap, st.integers(1, 4), st.sampled_from(list(SimilarTap)), _WORDS, _WORDS)


@given(st.lists(_TAPS, max_size=12))
def test_no_proposal_rests_on_fewer_people_than_several(taps: list[Tap]) -> None:
    found = proposals(taps, shipped())
    told = {(each.advice, each.words, each.concepts, each.persons) for each in found}
    again = proposals(list(reversed(taps)), shipped())
    assert told == {(each.advice, each.words, each.concepts, each.persons) for each in again}
    for proposal in found:
        sentences = set(proposal.examples)
        people = {tap.person for tap in taps if (tap.words, tap.suggested) in sentences}
        assert LEAST_PERSONS <= proposal.persons <= len(people)
