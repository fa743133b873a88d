"""What those affected say, weighed: silence is nobody's yes, and nobody's no."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import verdict_errors, verdicts
from bot.domain.verdicts import Affected, Asking, Finding, Outcome, Round, Terms

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
TERMS = Terms()
MINUTE = timedelta(minutes=1)
FINDINGS = st.none() | st.sampled_from(Finding)


def asking(**changed: object) -> Asking:
    closes_at = NOW + TERMS.answer_within
    fresh = Asking(1, 12, 5, Round.FIRST, NOW, closes_at, reopen_until=NOW + TERMS.reopen_within)
    return replace(fresh, **changed)  # type: ignore[arg-type]


def person(finding: Finding | None, person_id: int = 2, *, author: bool = False) -> Affected:
    return Affected(1, person_id, author, finding is not None, finding, NOW if finding else None)


@st.composite
def people(draw: st.DrawFn) -> list[Affected]:
    found = draw(st.lists(FINDINGS, min_size=1, max_size=8))
    return [person(each, at, author=at == 0) for at, each in enumerate(found)]


@given(everybody=people())
def test_counts_add_up_and_silence_is_among_none_of_them(everybody: list[Affected]) -> None:
    counts = verdicts.tally(everybody)
    assert counts.asked == len(everybody)
    assert counts.answered == sum(each.finding is not None for each in everybody)
    assert counts.answered <= counts.reached <= counts.asked


@given(everybody=people())
def test_whoever_is_silent_weighs_nothing(everybody: list[Affected]) -> None:
    speaking = [each for each in everybody if each.finding is not None]
    assert verdicts.is_enough(everybody) == verdicts.is_enough(speaking)
    assert not verdicts.is_enough([replace(each, finding=None, found_at=None) for each in everybody])


@given(everybody=people())
def test_it_goes_back_at_the_authors_word_and_never_without_a_not_yet(everybody: list[Affected]) -> None:
    if everybody[0].finding is Finding.NOT_YET:
        assert verdicts.is_enough(everybody)
    if all(each.finding is not Finding.NOT_YET for each in everybody):
        assert not verdicts.is_enough(everybody)


@given(everybody=people(), more=st.integers(1, 5))
def test_more_who_find_it_fixed_never_send_it_back_and_more_not_yet_never_keep_it(
    everybody: list[Affected], more: int
) -> None:
    def with_more(finding: Finding) -> bool:
        return verdicts.is_enough([*everybody, *(person(finding, 100 + at) for at in range(more))])

    if not verdicts.is_enough(everybody):
        assert not with_more(Finding.FIXED)
    else:
        assert with_more(Finding.NOT_YET)


@given(said=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(Finding)), max_size=12))
def test_only_the_last_word_of_each_counts_whatever_the_order(said: list[tuple[int, Finding]]) -> None:
    everybody = [person(None, at, author=at == 0) for at in range(4)]
    question = asking()
    for at, (who, finding) in enumerate(said):
        now = NOW + at * MINUTE
        try:
            everybody[who] = verdicts.find(question, everybody[who], finding, number=12, now=now)
        except verdict_errors.VerdictCounted:
            assert everybody[who].finding is finding
        question = verdicts.weigh(question, everybody, terms=TERMS, now=now)
    last = dict(said)
    assert {at: each.finding for at, each in enumerate(everybody) if each.finding} == last
    assert (question.return_at is not None) == verdicts.is_enough(everybody)
    assert question.next_at is not None


@given(everybody=people())
def test_time_alone_never_makes_it_fixed(everybody: list[Affected]) -> None:
    closed = verdicts.close(asking(again_at=NOW), everybody)
    answered = verdicts.tally(everybody).answered
    assert closed.outcome is (Outcome.HEARD if answered else Outcome.NOBODY)
    assert closed.may_be_reopened
    assert (closed.again_at is None) == (not answered)


def test_it_waits_two_minutes_and_who_thinks_better_of_it_stops_it() -> None:
    not_yet = [person(Finding.NOT_YET, author=True)]
    weighed = verdicts.weigh(asking(), not_yet, terms=TERMS, now=NOW)
    assert weighed.return_at == weighed.next_at == NOW + 2 * MINUTE
    later = verdicts.weigh(weighed, not_yet, terms=TERMS, now=NOW + MINUTE)
    assert later.return_at == weighed.return_at, "another press puts nothing off"
    assert verdicts.weigh(later, [person(Finding.HALF, author=True)], terms=TERMS, now=NOW).return_at is None


def test_the_second_question_comes_after_the_first_fixed_and_is_the_last() -> None:
    fixed = [person(Finding.FIXED)]
    first = verdicts.weigh(asking(), fixed, terms=TERMS, now=NOW)
    assert first.again_at == NOW + TERMS.ask_again_after
    assert verdicts.weigh(first, fixed, terms=TERMS, now=NOW + MINUTE).again_at == first.again_at
    assert verdicts.weigh(asking(round=Round.AGAIN), fixed, terms=TERMS, now=NOW).again_at is None


def test_a_closed_question_counts_nothing_more_and_may_be_reopened_for_a_while() -> None:
    closed, silent = verdicts.close(asking(), []), person(None)
    with pytest.raises(verdict_errors.VerdictOver):
        verdicts.find(closed, silent, Finding.FIXED, number=12, now=NOW)
    with pytest.raises(verdict_errors.VerdictOver):
        verdicts.find(asking(), silent, Finding.FIXED, number=12, now=NOW + TERMS.answer_within)
    with pytest.raises(verdict_errors.StillAsked):
        verdicts.break_again(asking(), silent, number=12, now=NOW)
    with pytest.raises(verdict_errors.TooLateToReopen):
        verdicts.break_again(closed, silent, number=12, now=NOW + TERMS.reopen_within)
    broke = verdicts.break_again(closed, silent, number=12, now=NOW)
    assert verdicts.weigh(closed, [broke], terms=TERMS, now=NOW).return_at == NOW + 2 * MINUTE
    with pytest.raises(verdict_errors.VerdictCounted):  # a nervous thumb
        verdicts.break_again(closed, broke, number=12, now=NOW + timedelta(seconds=1))
    back = verdicts.break_again(closed, broke, number=12, now=NOW + MINUTE)
    assert back.broke_at is None
    assert verdicts.weigh(closed, [back], terms=TERMS, now=NOW).return_at is None


def test_what_went_back_takes_no_more_words() -> None:
    returned = verdicts.end(asking(), Outcome.RETURNED)
    with pytest.raises(verdict_errors.WentBack):
        verdicts.find(returned, person(None), Finding.FIXED, number=12, now=NOW)
    with pytest.raises(verdict_errors.WentBack):
        verdicts.break_again(returned, person(None), number=12, now=NOW)


def test_what_has_ended_waits_for_nothing() -> None:
    for outcome in (Outcome.RETURNED, Outcome.OVERTAKEN):
        ended = verdicts.end(asking(again_at=NOW, return_at=NOW), outcome)
        assert ended.next_at is None
        assert not ended.may_be_reopened
