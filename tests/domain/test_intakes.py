"""When wishes are taken: after two have tried it, and as long as somebody acts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import intakes
from bot.domain.intakes import Hand, Intake, IntakeState, Silence
from bot.domain.onboarding import BUILDINGS, buildings_on, pages
from bot.domain.people import Body, Estate, Speaker

NOON = datetime(2026, 3, 11, 4, tzinfo=UTC)
SPEAKERS = {each: Speaker(each, str(each), Body.COMMITTEE) for each in (1, 2, 3)}
ESTATE = Estate("garden", "花园小区", ZoneInfo("Asia/Shanghai"), "zh", 3, SPEAKERS, trial=True)
OPEN = Intake("garden", IntakeState.OPEN, NOON, opened_at=NOON)
DAYS = st.integers(0, 30).map(lambda days: timedelta(days=days))


@given(st.lists(st.tuples(st.integers(1, 5), st.booleans()), max_size=8))
def test_two_different_people_who_are_listed_and_have_answered(taking_part: list[tuple[int, bool]]) -> None:
    hands = [Hand(who, who, NOON, NOON if answered else None) for who, answered in dict(taking_part).items()]
    answered = {hand.telegram_id for hand in hands if hand.answered_at}
    assert intakes.may_open(hands, ESTATE) == (len(answered & SPEAKERS.keys()) >= 2)


def test_an_estate_with_one_listed_can_never_open() -> None:
    alone = Estate("x", "x", ZoneInfo("UTC"), "zh", 3, {1: SPEAKERS[1]}, trial=True)
    assert not intakes.can_ever_open(alone)
    assert intakes.can_ever_open(ESTATE)
    assert intakes.can_ever_open(Estate("x", "x", ZoneInfo("UTC"), "zh", 3, trial=False))


@pytest.mark.parametrize(
    ("trial", "used", "state"), [(True, False, "trial"), (True, True, "open"), (False, False, "open")]
)
def test_who_had_wishes_before_is_not_locked_out(trial: bool, used: bool, state: str) -> None:
    estate = Estate("x", "x", ZoneInfo("UTC"), "zh", 3, trial=trial)
    begun = intakes.beginning(estate, used=used, now=NOON)
    assert begun.state == state
    assert intakes.as_configured(begun, estate, now=NOON) == begun
    later = intakes.as_configured(begun, Estate("x", "x", ZoneInfo("UTC"), "zh", 3, trial=False), now=NOON)
    assert later.state is IntakeState.OPEN


@given(last_act=DAYS, filed=DAYS, now=DAYS, warned=st.booleans())
def test_silence_is_counted_while_wishes_wait(
    last_act: timedelta, filed: timedelta, now: timedelta, warned: bool
) -> None:
    intake = Intake("garden", IntakeState.OPEN, NOON + last_act, NOON, NOON if warned else None)
    due = intakes.silence(intake, ESTATE, waiting_since=NOON + filed, now=NOON + now)
    silent = now - max(last_act, filed)
    expected = Silence.PAUSE if silent >= timedelta(days=7) else Silence.WARN
    assert due == (expected if silent >= timedelta(days=5) and (expected is Silence.PAUSE or not warned) else None)
    assert intakes.silence(intake, ESTATE, waiting_since=None, now=NOON + now) is None


def test_an_act_ends_a_pause_and_starts_the_days_anew_but_ends_no_trial() -> None:
    later = NOON + timedelta(days=8)
    paused = intakes.paused(intakes.warned(OPEN, now=NOON), now=later)
    assert intakes.silence(paused, ESTATE, waiting_since=NOON, now=later) is None, "said once"
    acted = intakes.acted(paused, now=later)
    assert (acted.state, acted.warned_at, acted.paused_at) == (IntakeState.OPEN, None, None)
    assert intakes.silence(acted, ESTATE, waiting_since=NOON, now=later) is None
    trial = Intake("garden", IntakeState.TRIAL, NOON)
    assert intakes.acted(trial, now=later).state is IntakeState.TRIAL


def test_every_building_is_on_one_page_whatever_page_is_asked_for() -> None:
    assert [building for page in range(pages()) for building in buildings_on(page)] == list(BUILDINGS)
    assert buildings_on(-3) == buildings_on(0)
    assert buildings_on(10**9) == buildings_on(pages() - 1)
