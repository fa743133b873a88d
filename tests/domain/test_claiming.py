"""Claims: who may, when something falls due, and that nothing falls due twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import claim_refusals, claiming, errors, matching
from bot.domain.attention import Courtesy, is_quiet
from bot.domain.claim_terms import ClaimTerms
from bot.domain.claiming import Claim, ClaimDue, ClaimKind, ClaimOutcome, Phase
from bot.domain.places import Place
from bot.domain.similarity import gist_of
from bot.domain.whereabouts import NOWHERE
from bot.domain.wishes import Category, Kind, State, Visibility, Wish
from bot.texts import concepts

ZONE, TERMS, COURTESY = ZoneInfo("Asia/Shanghai"), ClaimTerms(), Courtesy()
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  #: 09:00 in Shanghai
WISH = Wish(
    1, "sunny", 1, Kind.WANT, "想要一个放雨伞的架子", Place(building="3"), Category.OTHER, Visibility.PUBLIC,
    State.OPEN, author_id=1, author_name="王阿姨", chat_id=1, filed_at=NOW, next_date=date(2026, 3, 5),
)  # fmt: skip
CLAIM = Claim(
    1, 1, 2, ClaimKind.RESIDENT, helpers="", firm="", due_on=date(2026, 3, 10), claimed_at=NOW, enters_home=False,
    needs_word=False, phase=Phase.ASKED, phase_at=NOW,
)  # fmt: skip


def begun(claim: Claim, phase: Phase, now: datetime) -> Claim:
    return claiming.begun(claim, phase, now=now, terms=TERMS, zone=ZONE, courtesy=COURTESY)


def due_of(claim: Claim, now: datetime) -> ClaimDue | None:
    return claiming.due_of(claim, now=now, terms=TERMS, zone=ZONE, courtesy=COURTESY)


def nudged(claim: Claim) -> Claim:
    return claiming.nudged(claim, terms=TERMS, zone=ZONE, courtesy=COURTESY)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"author_id": 2}, errors.OwnWish),
        ({"kind": Kind.OFFER}, claim_refusals.NotToClaim),
        ({"visibility": Visibility.COMMITTEE}, claim_refusals.NotToClaim),
        ({"state": State.DONE, "next_date": None}, errors.WishClosed),
        ({"state": State.PROMISED}, claim_refusals.InOtherHands),
        ({"state": State.LATER}, claim_refusals.InOtherHands),
        ({"state": State.TAKEN, "taken_by": 9, "taken_by_name": "张"}, claim_refusals.InOtherHands),
    ],
)
def test_what_cannot_be_claimed(changed, refusal):
    with pytest.raises(refusal):
        claiming.check_claimable(replace(WISH, **changed), person_id=2)
    assert claiming.is_claimable(WISH, person_id=2)


@pytest.mark.parametrize(
    ("words", "category", "home"),
    [
        ("家里的灯泡够不着", Category.REPAIR, True),
        ("请人上门看看水管", Category.REPAIR, True),
        ("The tap in my kitchen drips", Category.REPAIR, True),
        ("奶奶想有人陪着说说话", Category.CARE, True),
        ("我家也是，楼道太暗", Category.REPAIR, False),
        ("大门口想放一盆花", Category.OTHER, False),
    ],
)
def test_what_enters_a_home(words, category, home):
    assert claiming.enters_home(replace(WISH, words=words, category=category)) is home
    assert claiming.enters_home(replace(WISH, place=Place(building="3", door="502")))


def test_a_running_claim_is_reminded_asked_and_shown_to_the_staff():
    claim = begun(replace(CLAIM, accepted_at=NOW), Phase.RUNNING, NOW)
    days = []
    while claim.next_at is not None:
        days.append((claim.next_at.astimezone(ZONE).date(), due_of(claim, claim.next_at)))
        claim = nudged(claim)
    assert days == [
        (date(2026, 3, 9), ClaimDue.REMIND_CLAIMER),
        (date(2026, 3, 11), ClaimDue.ASK_CLAIMER),
        (date(2026, 3, 14), ClaimDue.TELL_STAFF),
    ]


def test_who_takes_it_for_tomorrow_is_not_reminded_of_what_they_just_said():
    claim = begun(replace(CLAIM, due_on=date(2026, 3, 3), accepted_at=NOW), Phase.RUNNING, NOW)
    assert claim.nudges == 1
    assert claim.next_at == datetime(2026, 3, 4, 1, 0, tzinfo=UTC)


def test_after_a_long_absence_nobody_is_reminded_of_a_day_that_lies_behind_them():
    claim = begun(replace(CLAIM, accepted_at=NOW), Phase.RUNNING, NOW)
    assert due_of(claim, NOW + timedelta(days=30)) is ClaimDue.ASK_CLAIMER


@given(
    phase=st.sampled_from(Phase),
    due_in=st.integers(0, 60),
    begins=st.timedeltas(timedelta(0), timedelta(days=365)).map(lambda later: NOW + later),
    late=st.lists(st.timedeltas(timedelta(0), timedelta(days=40)), min_size=4, max_size=4),
)
def test_whatever_happens_each_thing_falls_due_once_by_day_and_in_order(phase, due_in, begins, late):
    day = begins.astimezone(ZONE).date() + timedelta(days=due_in)
    claim, seen, moment = begun(replace(CLAIM, due_on=day, accepted_at=begins), phase, begins), [], begins
    for waited in late:
        if claim.next_at is None:
            break
        assert not is_quiet(claim.next_at, zone=ZONE, courtesy=COURTESY)
        assert due_of(claim, claim.next_at - timedelta(seconds=1)) is None
        moment = max(moment, claim.next_at) + waited
        due = due_of(claim, moment)
        assert due is not None
        seen.append(due)
        if due is ClaimDue.LAPSE:
            claim = claiming.ended(claim, ClaimOutcome.UNANSWERED)
        else:
            passed_over = due is ClaimDue.ASK_CLAIMER and claim.nudges == 0
            claim = nudged(replace(claim, nudges=1) if passed_over else claim)
    assert len(seen) == len(set(seen))
    assert claim.next_at is None
    assert claim.outcome is not ClaimOutcome.CONFIRMED, "silence is nobody's yes"


RUNNING = replace(CLAIM, phase=Phase.RUNNING, accepted_at=NOW)
DAY = CLAIM.due_on


def put_off(claim: Claim, to: date, today: date) -> Claim:
    return claiming.put_off(claim, to=to, because="", number=1, today=today, farthest_days=TERMS.farthest_days)


@pytest.mark.parametrize(
    ("changed", "to", "today", "refusal"),
    [
        ({"phase": Phase.ASKED}, date(2026, 3, 14), DAY, claim_refusals.ClaimOver),
        ({"phase": Phase.REPORTED}, date(2026, 3, 14), DAY, claim_refusals.ClaimOver),
        ({"outcome": ClaimOutcome.HANDED_BACK}, date(2026, 3, 14), DAY, claim_refusals.ClaimOver),
        ({"due_before": date(2026, 3, 5)}, date(2026, 3, 14), DAY, claim_refusals.PutOffAlready),
        ({}, date(2026, 3, 14), date(2026, 3, 11), claim_refusals.TooLateToPutOff),
        ({}, DAY, DAY, claim_refusals.NotLater),
        ({}, date(2026, 3, 9), date(2026, 3, 9), claim_refusals.NotLater),
        ({}, date(2026, 6, 1), DAY, errors.DateTooFar),
    ],
)
def test_what_cannot_be_put_off(changed, to, today, refusal):
    with pytest.raises(refusal):
        put_off(replace(RUNNING, **changed), to, today)
    later = put_off(RUNNING, date(2026, 3, 14), DAY)
    assert (later.due_on, later.due_before) == (date(2026, 3, 14), DAY)


@given(
    asked=st.lists(st.tuples(st.integers(-5, 80), st.integers(0, 80)), max_size=6),
)
def test_whatever_is_asked_the_day_moves_once_at_most_to_a_later_one_before_it_passes(asked):
    claim, moved, today = RUNNING, [], NOW.astimezone(ZONE).date()
    for ahead, waited in asked:
        today += timedelta(days=waited)
        before = claim
        try:
            claim = put_off(claim, today + timedelta(days=ahead), today)
        except errors.Refused:
            assert claim is before
        else:
            moved.append((before.due_on, claim.due_on, today))
        assert claiming.may_put_off(claim, today=today) is (claim.due_before is None and today <= claim.due_on)
    assert len(moved) <= 1
    for stood, new, day in moved:
        assert day <= stood < new <= day + timedelta(days=TERMS.farthest_days)


def test_a_claim_that_was_put_off_is_reminded_and_asked_anew():
    claim = begun(RUNNING, Phase.RUNNING, NOW)
    reminded = nudged(claim)
    on_its_eve = NOW + timedelta(days=7)
    later = begun(put_off(reminded, date(2026, 3, 14), date(2026, 3, 9)), Phase.RUNNING, on_its_eve)
    days = []
    while later.next_at is not None:
        days.append((later.next_at.astimezone(ZONE).date(), due_of(later, later.next_at)))
        later = nudged(later)
    assert days == [
        (date(2026, 3, 13), ClaimDue.REMIND_CLAIMER),
        (date(2026, 3, 15), ClaimDue.ASK_CLAIMER),
        (date(2026, 3, 18), ClaimDue.TELL_STAFF),
    ]


@given(outcome=st.sampled_from(ClaimOutcome))
def test_what_was_passed_on_goes_with_the_claim(outcome):
    over = claiming.ended(replace(CLAIM, contact="502", put_off_because="出差", next_at=NOW), outcome)
    assert (over.contact, over.put_off_because, over.next_at) == (None, None, None)
    assert (over.is_open, over.runs) == (False, False)


@pytest.mark.parametrize(
    ("offer", "want", "fits"),
    [
        ("我会修电脑，随时可以找我", "想请人修一下我的旧电脑", True),
        ("周末可以教孩子画画", "谁能教孩子画画", True),
        ("I can repair bicycles", "My bicycle needs a repair", True),
        ("我会修电脑，随时可以找我", "想要一个放雨伞的架子", False),
        ("周末可以教孩子画画", "三楼走廊的灯坏了", False),
        ("I can repair bicycles", "Somebody to walk my dog", False),
    ],
)
def test_an_offer_and_a_want_go_together_by_what_they_are_about(offer, want, fits):
    lexicon = concepts.shipped()
    one = gist_of(offer, kind=Kind.OFFER, where=NOWHERE, lexicon=lexicon)
    other = gist_of(want, kind=Kind.WANT, where=NOWHERE, lexicon=lexicon)
    assert (matching.fit(one, other) >= matching.ENOUGH) is fits
    assert matching.fit(one, other) == matching.fit(other, one)
