"""The list of a sign-up: places never given twice, never taken away, and nobody waits for whom there is room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import signup_refusals as refusals
from bot.domain import signups
from bot.domain.attention import Courtesy
from bot.domain.errors import Refused
from bot.domain.people import Chat, Purpose
from bot.domain.places import Place
from bot.domain.rights import Role
from bot.domain.signups import Event, Roll, Signup, SignupDue, SignupEntry, SignupState

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)  #: a Monday, 9:00
STARTS = signups.moment(date(2026, 3, 7), time(14), ZONE)
CLOSES = signups.moment(date(2026, 3, 6), time(18), ZONE)


def roll_of(places: int | None = 3, *, guests: int = 2, **of: object) -> Roll:
    event = Event("包粽子", "3号楼门口", STARTS, CLOSES, places, guests)
    remind_at = signups.reminder(event, zone=ZONE, courtesy=Courtesy(), now=NOW)
    signup = Signup(1, "sunny", 1, event, ZONE.key, 1, "李书记", NOW, remind_at=remind_at, **of)  # type: ignore[arg-type]
    return Roll(signups.scheduled(signup))


def come(roll: Roll, person: int, guests: int = 0) -> Roll:
    """As the store would number them."""
    after = signups.sign(roll, SignupEntry(0, person, person, f"p{person}", NOW, guests=guests))
    numbered = max((each.id for each in after.entries), default=0) + 1
    return Roll(after.signup, tuple(replace(each, id=each.id or numbered) for each in after.entries))


# ---- the invariants --------------------------------------------------------------------------------------------------

ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("come"), st.integers(1, 9), st.integers(0, 2)),
        st.tuples(st.just("bring"), st.integers(1, 9), st.integers(0, 3)),
        st.tuples(st.just("leave"), st.integers(1, 9)),
        st.tuples(st.just("places"), st.one_of(st.none(), st.integers(1, 12))),
    ),
    max_size=40,
)


@given(places=st.one_of(st.none(), st.integers(1, 12)), acts=ACTS)
def test_whatever_people_do_no_place_is_given_twice_or_taken_away(places: int | None, acts: list[tuple]) -> None:
    roll = roll_of(places)
    for what, *args in acts:
        before = roll
        try:
            roll = _done(roll, what, args)
        except Refused:
            assert roll == before
        most, placed = roll.signup.event.places, roll.placed
        assert roll.signup.taken == sum(each.heads for each in placed)
        assert most is None or roll.signup.taken <= most
        free = None if most is None else most - roll.signup.taken
        assert all(free is not None and each.heads > free for each in roll.waiting), "nobody waits for no reason"
        people = [each.person_id for each in roll.entries]
        assert len(people) == len(set(people)), "everybody is on it once"
        still = {each.id for each in roll.entries}
        assert {each.id for each in before.placed} & still <= {each.id for each in placed}, "a place is kept"
        assert [each.id for each in roll.entries] == sorted(still), "in the order in which they came"


def _done(roll: Roll, what: str, args: list) -> Roll:
    if what == "come":
        return come(roll, *args)
    if what == "places":
        event = replace(roll.signup.event, places=args[0])
        return signups.changed(roll, event, zone=ZONE, courtesy=Courtesy(), now=NOW)[0]
    entry = roll.of(args[0])
    if entry is None:
        return roll
    return signups.leave(roll, entry) if what == "leave" else signups.bring(roll, entry, args[1])


# ---- single rules ----------------------------------------------------------------------------------------------------


def test_the_first_for_whom_it_is_enough_moves_up() -> None:
    roll = come(come(come(come(roll_of(3), 1), 2, 1), 3, 2), 4)
    assert [each.person_id for each in roll.waiting] == [3, 4]
    first = roll.of(1)
    assert first is not None
    after = signups.leave(roll, first)
    assert [each.person_id for each in signups.moved_up(roll, after)] == [4], "three do not fit where one is free"
    second = after.of(2)
    assert second is not None
    later = signups.leave(signups.leave(after, second), after.of(4))  # type: ignore[arg-type]
    assert [each.person_id for each in signups.moved_up(after, later)] == [3]


def test_whoever_has_a_place_brings_nobody_where_none_is_left() -> None:
    roll = come(come(roll_of(2), 1), 2)
    with pytest.raises(refusals.NoPlaceForGuest):
        signups.bring(roll, roll.placed[0], 1)
    with pytest.raises(refusals.NoMoreMayBeBrought):
        signups.bring(roll, roll.placed[0], 3)
    alone = come(roll_of(2, guests=0), 1)
    with pytest.raises(refusals.NobodyMayBeBrought):
        signups.bring(alone, alone.placed[0], 1)
    waits = come(roll, 3)
    assert signups.bring(waits, waits.waiting[0], 2).waiting[0].guests == 2, "who waits waits for all of them"


def test_names_go_with_the_last_who_is_brought() -> None:
    roll = come(roll_of(None), 1, 1)
    named = signups.named(roll, roll.entries[0], "小明")
    assert named.entries[0].guest_names == "小明"
    assert signups.bring(named, named.entries[0], 0).entries[0].guest_names == ""


@pytest.mark.parametrize(
    ("chosen", "now", "at"),
    [
        (None, NOW, CLOSES),
        ("day-before", NOW, CLOSES),
        (None, CLOSES, STARTS),
        ("start", NOW, STARTS),
        ("2026-03-04", NOW, signups.moment(date(2026, 3, 4), time(18), ZONE)),
        ("2026-03-07", NOW, STARTS),
        ("2026-03-09", NOW, STARTS),
    ],
)
def test_when_it_closes(chosen: str | None, now: datetime, at: datetime) -> None:
    assert signups.closing(chosen, starts_at=STARTS, zone=ZONE, now=now) == at


def test_the_reminder_is_of_the_evening_before_and_never_at_night() -> None:
    event = roll_of().signup.event
    evening = signups.moment(date(2026, 3, 6), time(19), ZONE)
    assert signups.reminder(event, zone=ZONE, courtesy=Courtesy(), now=NOW) == evening
    assert signups.reminder(event, zone=ZONE, courtesy=Courtesy(), now=evening) is None, "too late for one"
    early = Courtesy(quiet_from=time(18), quiet_until=time(8))
    morning = signups.moment(date(2026, 3, 7), time(8), ZONE)
    assert signups.reminder(event, zone=ZONE, courtesy=early, now=NOW) == morning
    at_dawn = replace(event, starts_at=signups.moment(date(2026, 3, 7), time(6), ZONE))
    assert signups.reminder(at_dawn, zone=ZONE, courtesy=early, now=NOW) is None


def test_what_falls_due_one_after_the_other() -> None:
    signup = roll_of().signup
    assert signup.next_at == CLOSES
    assert signups.due_of(signup, now=CLOSES - timedelta(seconds=1)) is None
    assert signups.due_of(signup, now=CLOSES) is SignupDue.CLOSE
    closed = signups.scheduled(replace(signup, state=SignupState.CLOSED))
    assert closed.remind_at == closed.next_at
    assert signups.due_of(closed, now=STARTS) is SignupDue.REMIND
    reminded = signups.scheduled(replace(closed, remind_at=None))
    assert reminded.next_at == STARTS + signups.KEPT_FOR
    assert signups.due_of(reminded, now=STARTS + signups.KEPT_FOR) is SignupDue.FORGET
    assert signups.due_of(signup, now=STARTS + 2 * signups.KEPT_FOR) is SignupDue.CLOSE, "slept through: all of it"
    off = signups.cancelled(signup, reason="下雨", now=NOW)
    assert off.next_at == STARTS + signups.KEPT_FOR


def test_nobody_signs_up_any_more() -> None:
    signup = roll_of().signup
    signups.check_open(signup, now=CLOSES - timedelta(seconds=1))
    with pytest.raises(refusals.SignupClosed):
        signups.check_open(signup, now=CLOSES)  # also where the tick was not there yet
    with pytest.raises(refusals.SignupOver):
        signups.check_open(signup, now=STARTS)
    with pytest.raises(refusals.SignupCancelled):
        signups.check_open(signups.cancelled(signup, reason="下雨", now=NOW), now=NOW)
    with pytest.raises(refusals.SignupOver):
        signups.cancelled(signup, reason="下雨", now=STARTS)


def test_another_time_is_told_and_more_places_are_not() -> None:
    roll, later = roll_of(1), STARTS + timedelta(hours=1)
    roll = come(come(roll, 1), 2)

    def changed(**event: object) -> tuple[Roll, bool]:
        to = replace(roll.signup.event, **event)
        return signups.changed(roll, to, zone=ZONE, courtesy=Courtesy(), now=NOW)

    assert changed(starts_at=later)[1]
    assert changed(where="5号楼")[1]
    more, told = changed(places=2)
    assert not told
    assert not more.waiting
    with pytest.raises(refusals.FewerThanTaken):
        signups.changed(more, replace(more.signup.event, places=1), zone=ZONE, courtesy=Courtesy(), now=NOW)
    with pytest.raises(refusals.SignupBeginsTooSoon):
        changed(starts_at=NOW)
    with pytest.raises(refusals.SignupClosesTooLate):
        changed(closes_at=STARTS + timedelta(hours=1))


def test_closed_it_stays_closed_unless_it_closes_later() -> None:
    roll = roll_of()
    closed = Roll(signups.scheduled(replace(roll.signup, state=SignupState.CLOSED)))
    now, event = CLOSES + timedelta(minutes=5), roll.signup.event
    moved = replace(event, where="会议室")
    assert signups.changed(closed, moved, zone=ZONE, courtesy=Courtesy(), now=now)[0].signup.state is SignupState.CLOSED
    later = replace(event, closes_at=STARTS)
    assert signups.changed(closed, later, zone=ZONE, courtesy=Courtesy(), now=now)[0].signup.state is SignupState.OPEN


def test_in_which_groups_somebody_may_ask() -> None:
    def group(id_: int, building: str | None) -> Chat:
        return Chat(id_, -id_, False, "", "sunny", Purpose.BUILDING, Place(building=building))

    three, five, everybody = group(1, "3"), group(2, "5"), group(3, None)
    chats = (three, five, everybody)

    def of(*roles: Role, only: Chat | None = None, administers: Chat | None = None) -> list[Chat]:
        return signups.groups_for(
            chats,
            roles_at=lambda chat: frozenset(roles if only in (None, chat) else ()),
            administers=lambda chat: chat is administers,
        )

    assert of(Role.COMMITTEE) == of(Role.VOLUNTEER) == list(chats)
    assert of(Role.CAPTAIN, only=three) == [three]
    assert of(Role.CAPTAIN) == list(chats)
    assert of(Role.MODERATOR, administers=five) == [five]
