"""Polls: when something falls due, whose answer counts, what is said of them. Pure rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import errors, poll_refusals, polls
from bot.domain.attention import Courtesy, is_quiet
from bot.domain.people import Body, Speaker
from bot.domain.polls import Answered, Draft, Due, Poll, Post, Tally

ZONE = ZoneInfo("Asia/Shanghai")
COURTESY = Courtesy()
NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)  #: a Monday, 9:00 there
DRAFT = Draft("什么颜色？", ("白", "黄", "蓝"), False, False, False, date(2026, 3, 9))
POLL = Poll(1, "sunny", 1, DRAFT, Speaker(0, "李", Body.COMMITTEE), 1, NOW, polls.closing_moment(DRAFT.until, ZONE))


def local(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=ZONE)


# ---- options --------------------------------------------------------------------------------------------------------


def test_options_are_one_line_each_and_said_once() -> None:
    assert polls.option_of(" 米\n黄  色 ", ["白"]) == "米 黄 色"
    with pytest.raises(poll_refusals.SameOption):
        polls.option_of("white", ["White"])
    with pytest.raises(poll_refusals.TooManyOptions):
        polls.option_of("又一个", [str(at) for at in range(polls.MOST_OPTIONS)])
    with pytest.raises(errors.TooLong):
        polls.option_of("字" * 101, [])
    with pytest.raises(errors.EmptyWords):
        polls.option_of("  ", [])


@pytest.mark.parametrize(("options", "refusal"), [(1, poll_refusals.TooFewOptions), (13, poll_refusals.TooManyOptions)])
def test_a_poll_offers_two_to_twelve(options: int, refusal: type[errors.Refused]) -> None:
    with pytest.raises(refusal):
        polls.check(replace(DRAFT, options=tuple(str(at) for at in range(options))))


def test_a_fingerprint_knows_the_words_and_not_the_blanks() -> None:
    same = polls.fingerprint("什么 颜色？\n（意见）", ["白", "米 黄"])
    assert same == polls.fingerprint(" 什么  颜色？ （意见）", ["白 ", "米\n黄"])
    assert same != polls.fingerprint("什么 颜色？ （意见）", ["白", "米黄"])
    assert polls.fingerprint("a", ["b c"]) != polls.fingerprint("a", ["b", "c"])


# ---- when -----------------------------------------------------------------------------------------------------------


def test_what_is_over_at_once_is_not_asked() -> None:
    closes_at = polls.closing_moment(NOW.date(), ZONE)
    polls.check_closes(closes_at, now=closes_at - timedelta(hours=1))
    with pytest.raises(poll_refusals.PollTooShort):
        polls.check_closes(closes_at, now=closes_at - timedelta(minutes=59))


def test_even_the_longest_poll_is_closed_by_telegram_itself() -> None:
    early = local(NOW.date(), 0)
    closes_at = polls.closing_moment(early.date() + timedelta(days=polls.FARTHEST_DAYS), ZONE) + polls.CLOSE_GRACE
    assert closes_at - early <= timedelta(seconds=2_628_000)


def test_a_week_is_reminded_of_at_its_midpoint_and_a_day_before_its_end() -> None:
    moments = polls.reminders(NOW, POLL.closes_at, zone=ZONE, courtesy=COURTESY)
    assert moments == {
        Due.HALF: local(date(2026, 3, 6), 8),  # half past two in the night is no time to be reminded
        Due.LAST: POLL.closes_at - timedelta(days=1),
    }


@pytest.mark.parametrize(("hours", "times"), [(1.5, 0), (3, 1), (30, 1), (47, 1), (71, 1), (96, 2)])
def test_two_moments_within_a_day_are_one_reminder(hours: float, times: int) -> None:
    moments = polls.reminders(NOW, NOW + timedelta(hours=hours), zone=ZONE, courtesy=Courtesy(quiet_until=time(22)))
    assert len(moments) == times


@given(minutes=st.integers(0, 525_600), days=st.integers(0, polls.FARTHEST_DAYS))
def test_nobody_is_reminded_at_night_or_too_late_and_the_end_always_comes(minutes: int, days: int) -> None:
    opened = NOW + timedelta(minutes=minutes)
    closes_at = polls.closing_moment(opened.astimezone(ZONE).date() + timedelta(days=days), ZONE)
    if closes_at - opened < polls.SHORTEST:
        return
    poll, seen = polls.opened(replace(POLL, opened_at=opened, closes_at=closes_at), zone=ZONE, courtesy=COURTESY), []
    while poll.due is not Due.CLOSE:
        assert poll.next_at is not None
        assert opened < poll.next_at <= closes_at - polls.LEAST_LEFT
        assert not is_quiet(poll.next_at, zone=ZONE, courtesy=COURTESY)
        seen.append(poll.next_at)
        poll = polls.reminded(poll, zone=ZONE, courtesy=COURTESY)
    assert poll.next_at == closes_at
    assert len(seen) <= 2
    assert all(later - earlier >= polls.APART for earlier, later in pairwise(seen))


def test_a_statement_is_asked_for_after_three_and_seven_days_and_then_no_more() -> None:
    poll = polls.closed(POLL, now=POLL.closes_at, zone=ZONE)
    assert (poll.due, poll.next_at) == (Due.NAG, local(date(2026, 3, 12), 9))
    poll = polls.nagged(poll, now=poll.next_at or NOW, zone=ZONE)
    assert (poll.due, poll.next_at) == (Due.NAG, local(date(2026, 3, 16), 9))
    poll = polls.nagged(poll, now=poll.next_at or NOW, zone=ZONE)
    assert (poll.due, poll.next_at) == (None, None)


def test_what_went_by_while_nobody_was_there_is_one_reminder() -> None:
    poll = polls.closed(POLL, now=POLL.closes_at, zone=ZONE)
    assert polls.nagged(poll, now=NOW + timedelta(days=60), zone=ZONE).due is None
    late = polls.closed(POLL, now=POLL.closes_at + timedelta(hours=2), zone=ZONE)
    assert late.was_late
    assert not poll.was_late
    assert late.next_at == poll.next_at, "what is owed is counted from its own end"


def test_a_statement_brings_a_day_to_look_at_it_again() -> None:
    poll = polls.closed(POLL, now=POLL.closes_at, zone=ZONE)
    stated = polls.stated(poll, review_on=date(2026, 4, 20), zone=ZONE)
    assert (stated.due, stated.next_at) == (Due.REVIEW, local(date(2026, 4, 20), 9))
    assert polls.reviewed(stated).next_at is None
    assert polls.stated(stated, review_on=None, zone=ZONE).due is None


def test_only_what_runs_is_cancelled_and_only_what_is_over_is_made_something_of() -> None:
    with pytest.raises(poll_refusals.PollRunning):
        polls.check_states(POLL)
    gone = polls.cancelled(POLL, reason="写错了", now=NOW)
    assert (gone.is_open, gone.due, gone.next_at) == (False, None, None)
    with pytest.raises(poll_refusals.PollCancelled):
        polls.check_states(gone)
    with pytest.raises(poll_refusals.PollOver):
        polls.cancelled(gone, reason="再来", now=NOW)
    polls.check_states(polls.closed(POLL, now=POLL.closes_at, zone=ZONE))


# ---- counting -------------------------------------------------------------------------------------------------------

ANSWERS = st.lists(st.tuples(st.integers(0, 2), st.lists(st.integers(0, 2), max_size=2).map(tuple)), max_size=12)


@given(acts=ANSWERS)
def test_one_person_has_one_answer_the_last_they_gave_and_kept(acts: list[tuple[int, tuple[int, ...]]]) -> None:
    """`acts`: in which group, what; empty: taken back. As Telegram shows it, each group has its last."""
    in_groups: dict[int, Answered] = {}
    for at, (group, options) in enumerate(acts):
        in_groups[group] = Answered(group, 1, options, NOW + timedelta(seconds=at))
    counts = polls.standing(in_groups.values())
    given = [each for each in in_groups.values() if each.options]
    if not given:
        assert counts is None
    else:
        assert counts is not None
        assert counts.at == max(each.at for each in given)


@given(answers=st.lists(st.lists(st.integers(-1, 5), max_size=4), max_size=30))
def test_a_named_tally_counts_people_and_known_options(answers: list[list[int]]) -> None:
    tally = polls.tally_named(3, answers)
    assert len(tally.counts) == 3
    assert all(count <= tally.people for count in tally.counts)
    assert tally.people == sum(any(0 <= at < 3 for at in chosen) for chosen in answers)
    assert sum(tally.counts) == sum(len({at for at in chosen if 0 <= at < 3}) for chosen in answers)


def test_groups_of_an_anonymous_poll_are_summed() -> None:
    posts = (Post(1, 1, 10, counts=(2, 1, 0), voters=3), Post(2, 1, 11), Post(3, 1, None, counts=(0, 1, 1), voters=1))
    tally = polls.tally_summed(3, posts)
    assert tally == Tally((2, 2, 1), 4)
    assert [tally.share(at) for at in range(3)] == [50, 50, 25]
    assert Tally((0, 0), 0).share(1) == 0


def test_nothing_changes_what_was_told_when_it_was_closed() -> None:
    post = polls.stands_now(Post(1, 1, 10), (1, 0, 0), 1, is_closed=False)
    final = polls.stands_now(post, (2, 0, 0), 2, is_closed=True)
    assert (final.counts, final.voters, final.final) == ((2, 0, 0), 2, True)
    assert polls.stands_now(final, (0, 0, 0), 0, is_closed=False) == final
