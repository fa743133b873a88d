"""Deliberations: who may say what and until when, reminders once each, and when one is needed before a decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import deliberation_refusals as refusals
from bot.domain import deliberations as rules
from bot.domain.deliberations import By, Contribution, Deliberation, Form, Outcome, Part, Side, Tap, Taps, Voice
from bot.domain.errors import Refused
from bot.domain.people import Body

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ENDS = rules.closing_moment(date(2026, 3, 10), ZONE)
COUNCIL = Deliberation(
    *(1, 7, Form.COUNCIL, "装在哪？", "", "", NOW, date(2026, 3, 10), ENDS, 2),
    By("李书记", Body.COMMITTEE),
    next_at=ENDS,
)


def said(number: int, *, part: Part = Part.ARGUMENT, person_id: int = 3, off_by: str | None = None) -> Contribution:
    voice = Voice.RESIDENT if part in (Part.ARGUMENT, Part.QUESTION) else Voice.EXPERT
    return Contribution(number, 1, 7, number, person_id, part, voice, Side.FOR, "", "x", (), NOW, off_by)


def may(form: Form, part: Part, voice: Voice) -> bool:
    try:
        rules.check_says(replace(COUNCIL, form=form), [], part=part, voice=voice, person_id=3, number="7", now=NOW)
    except Refused:
        return False
    return True


def test_it_ends_at_eight_in_the_evening_of_the_estate() -> None:
    assert datetime(2026, 3, 10, 12, 0, tzinfo=UTC) == ENDS
    rules.check_closes(ENDS, now=ENDS - timedelta(hours=1))
    with pytest.raises(refusals.DeliberationTooShort):
        rules.check_closes(ENDS, now=ENDS - timedelta(minutes=59))


@given(st.sampled_from(Form), st.sampled_from(Part), st.sampled_from(Voice))
def test_who_may_say_what(form: Form, part: Part, voice: Voice) -> None:
    resident = voice is Voice.RESIDENT
    wanted = {
        Part.ARGUMENT: resident and form is not Form.COORDINATION,
        Part.QUESTION: resident and form is Form.HEARING,
        Part.STATEMENT: not resident,
        Part.NOTE: voice is Voice.EXPERT,
    }
    assert may(form, part, voice) == wanted[part]


def test_three_each_and_what_was_taken_back_makes_room() -> None:
    three = [said(1), said(2), said(3), said(4, person_id=9)]
    how = {"part": Part.ARGUMENT, "voice": Voice.RESIDENT, "person_id": 3, "number": "7", "now": NOW}
    with pytest.raises(refusals.SaidEnough):
        rules.check_says(COUNCIL, three, **how)  # type: ignore[arg-type]
    rules.check_says(COUNCIL, [said(1, off_by="author"), *three[1:]], **how)  # type: ignore[arg-type]


def test_after_its_end_nothing_is_said_or_tapped_whether_or_not_it_was_met() -> None:
    with pytest.raises(refusals.DeliberationOver):
        rules.check_says(COUNCIL, [], part=Part.ARGUMENT, voice=Voice.RESIDENT, person_id=3, number="7", now=ENDS)
    with pytest.raises(refusals.DeliberationOver):
        rules.check_tap(COUNCIL, said(1), number="7", now=ENDS)
    rules.check_tap(COUNCIL, said(1), number="7", now=ENDS - timedelta(seconds=1))


@given(st.integers(0, 365 * 24).map(lambda hours: NOW + timedelta(hours=hours)))
def test_two_reminders_on_the_third_and_seventh_day_by_day_and_no_third(ended: datetime) -> None:
    waiting = rules.close(COUNCIL, now=ended, zone=ZONE)
    moments = []
    while waiting.next_at is not None:
        moments.append(waiting.next_at)
        waiting = rules.nag(waiting, zone=ZONE)
    days = [(moment.astimezone(ZONE).date() - ended.astimezone(ZONE).date()).days for moment in moments]
    assert days == [3, 7]
    assert {moment.astimezone(ZONE).hour for moment in moments} == {9}
    assert waiting.nags == 2
    assert not waiting.was_dropped


def test_minutes_are_written_once_and_end_it() -> None:
    by = By("李书记", Body.COMMITTEE)
    how = {"outcome": Outcome.AGREED, "words": "四把", "by": by, "by_id": 2, "number": "7", "now": NOW}
    minuted = rules.minute(COUNCIL, **how)  # type: ignore[arg-type]
    assert (minuted.closed_at, minuted.next_at) == (NOW, None)
    assert minuted.counts_for_residents
    with pytest.raises(refusals.MinutesWritten):
        rules.minute(minuted, **how)  # type: ignore[arg-type]


@given(st.integers(0, 20), st.integers(0, 20), st.sampled_from(Form), st.booleans())
def test_one_is_needed_from_so_many_on_until_residents_were_heard(
    differ: int, needed_from: int, form: Form, minuted: bool
) -> None:
    held = replace(COUNCIL, form=form, closed_at=NOW, outcome=Outcome.NOT_AGREED if minuted else None)
    heard = minuted and form is not Form.COORDINATION
    many = needed_from > 0 and differ >= needed_from
    assert rules.is_needed(differ, [held], needed_from=needed_from) == (many and not heard)


def test_a_question_is_answered_and_not_tapped() -> None:
    assert said(1).is_tapped
    assert not said(1, part=Part.QUESTION).is_tapped
    assert Taps(1, 2, 3).total == len(Tap) + 3
