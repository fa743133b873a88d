"""Polls: a question put to the neighbours with options to tap; advice, never a formal vote. Pure.

A poll is posted in several groups, each time as a native poll of Telegram's. In a named one everybody has one answer,
wherever they gave it; of an anonymous one nothing is known but how often each option was chosen in each group.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import poll_refusals
from bot.domain.attention import Courtesy, awake
from bot.domain.people import Speaker
from bot.domain.wishes import clean_words

MAX_QUESTION_CHARS = 200  #: Telegram takes 300; what it is, and whether it is named, stands behind it
MAX_OPTION_CHARS = 100
FEWEST_OPTIONS, MOST_OPTIONS = 2, 12
MAX_REASON_CHARS = 300
MAX_STATEMENT_CHARS = 1500
FARTHEST_DAYS = 29  #: Telegram lets a poll run for 2,628,000 s, somewhat more than 30 days (Bot API, sendPoll)
FARTHEST_REVIEW_DAYS = 365
SHORTEST = timedelta(hours=1)
CLOSES_AT = time(20, 0)  #: on the estate's clocks, of the day that was named
#: Telegram itself closes it that much later, if we did not: we are down. Then what was answered until then counts.
CLOSE_GRACE = timedelta(minutes=1)
LEAST_AHEAD = timedelta(seconds=10)  #: a poll that closes sooner is not sent any more (Bot API: 5 s)
LATE_AFTER = timedelta(minutes=15)  #: an end that is told so much later says so
LAST_CALL = timedelta(hours=24)  #: before the end
APART = timedelta(hours=24)  #: two reminders closer to each other are one
LEAST_LEFT = timedelta(hours=1)  #: nobody is reminded of what ends sooner
NAGS_AT = time(9, 0)
NAG_AFTER_DAYS = (3, 7)  #: without a statement, once each
REVIEW_AT = time(9, 0)
EARLY_KEPT_FOR = timedelta(days=7)  #: answers to a poll that nobody knows


class Due(StrEnum):
    """What the next moment of a poll is for."""

    HALF = "half"  #: a reminder at the midpoint
    LAST = "last"  #: a reminder a day before the end
    CLOSE = "close"
    NAG = "nag"  #: there is no statement yet
    REVIEW = "review"  #: the day of the last statement has come


@dataclass(frozen=True, slots=True)
class Draft:
    """What is asked, and how."""

    question: str
    options: tuple[str, ...]
    several: bool  #: more than one option may be chosen
    anonymous: bool
    hidden: bool  #: results are shown once it is closed
    until: date
    wish_id: int | None = None
    project_id: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """`number`: within the estate. `next_at`, `due`: what falls due by itself; both None: nothing any more."""

    id: int
    estate_key: str
    number: int
    draft: Draft
    by: Speaker
    by_id: int
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None = None
    cancelled: str = ""  #: why it was; empty: it was not
    nags: int = 0
    due: Due | None = None
    next_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def was_late(self) -> bool:
        """Its end was noticed late: nobody was there."""
        return self.closed_at is not None and self.closed_at - self.closes_at >= LATE_AFTER


@dataclass(frozen=True, slots=True)
class Statement:
    """What the committee makes of it. `review_on`: when that is looked at again."""

    id: int
    poll_id: int
    words: str
    by: Speaker
    at: datetime
    review_on: date | None


@dataclass(frozen=True, slots=True)
class Post:
    """A native poll in a group. `chat_id` None: sent twice by a crash, and met by its answers alone."""

    id: int
    poll_id: int
    chat_id: int | None
    telegram_id: str | None = None  #: of the poll; None: not known to have been sent
    message_id: int | None = None
    counts: tuple[int, ...] = ()  #: as Telegram told them last; empty: never
    voters: int = 0
    final: bool = False  #: it is closed, and these are its last counts
    refused: bool = False  #: the group takes no polls


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody chose in one post, at last. `options` empty: they took it back."""

    id: int
    person_id: int
    options: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    counts: tuple[int, ...]  #: by option
    people: int  #: who chose something

    def share(self, at: int) -> int:
        """Percent of the people."""
        return round(100 * self.counts[at] / self.people) if self.people else 0


# ---- what it says ---------------------------------------------------------------------------------------------------


def option_of(words: str, given: Sequence[str]) -> str:
    """One more option, cleaned, on one line.

    Raises:
        EmptyWords, TooLong: see `wishes.clean_words`.
        SameOption: it is there already.
        TooManyOptions: there are twelve.
    """
    option = " ".join(clean_words(words, max_chars=MAX_OPTION_CHARS).split())
    if option.casefold() in {each.casefold() for each in given}:
        raise poll_refusals.SameOption(words=option)
    if len(given) >= MOST_OPTIONS:
        raise poll_refusals.TooManyOptions(most=MOST_OPTIONS)
    return option


def check(draft: Draft) -> None:
    """Raises TooFewOptions, TooManyOptions."""
    if len(draft.options) < FEWEST_OPTIONS:
        raise poll_refusals.TooFewOptions(least=FEWEST_OPTIONS)
    if len(draft.options) > MOST_OPTIONS:
        raise poll_refusals.TooManyOptions(most=MOST_OPTIONS)


def fingerprint(question: str, options: Iterable[str]) -> str:
    """By this a native poll is known again without its words. Blanks do not count: Telegram may change them."""
    parts = "\x1f".join(" ".join(part.split()) for part in (question, *options))
    return hashlib.sha256(parts.encode()).hexdigest()


# ---- when -----------------------------------------------------------------------------------------------------------


def closing_moment(until: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(until, CLOSES_AT, tzinfo=zone)


def check_closes(closes_at: datetime, *, now: datetime) -> None:
    """Raises PollTooShort: it would be over before anybody saw it."""
    if closes_at - now < SHORTEST:
        raise poll_refusals.PollTooShort


def opened(poll: Poll, *, zone: ZoneInfo, courtesy: Courtesy) -> Poll:
    """With its first moment."""
    return _next(poll, after=None, zone=zone, courtesy=courtesy)


def reminded(poll: Poll, *, zone: ZoneInfo, courtesy: Courtesy) -> Poll:
    """The reminder that was due was given, or nobody needed it."""
    return _next(poll, after=poll.due, zone=zone, courtesy=courtesy)


def _next(poll: Poll, *, after: Due | None, zone: ZoneInfo, courtesy: Courtesy) -> Poll:
    order = (Due.HALF, Due.LAST, Due.CLOSE)
    moments = reminders(poll.opened_at, poll.closes_at, zone=zone, courtesy=courtesy) | {Due.CLOSE: poll.closes_at}
    begin = 0 if after is None else order.index(after) + 1
    due = next(each for each in order[begin:] if each in moments)
    return replace(poll, due=due, next_at=moments[due])


def reminders(opened_at: datetime, closes_at: datetime, *, zone: ZoneInfo, courtesy: Courtesy) -> dict[Due, datetime]:
    """When those are reminded who have not answered: at the midpoint, and a day before the end unless that is close to
    the midpoint; neither in the quiet hours, nor so late that it is of no use."""
    half = awake(opened_at + (closes_at - opened_at) / 2, zone=zone, courtesy=courtesy)
    last = awake(closes_at - LAST_CALL, zone=zone, courtesy=courtesy)
    moments = {}
    if closes_at - half >= LEAST_LEFT:
        moments[Due.HALF] = half
    if last - half >= APART and closes_at - last >= LEAST_LEFT:
        moments[Due.LAST] = last
    return moments


def closed(poll: Poll, *, now: datetime, zone: ZoneInfo) -> Poll:
    """It is over; from its own end on a statement is owed, however late it was noticed."""
    return _owed(replace(poll, closed_at=now, nags=0), zone)


def _owed(poll: Poll, zone: ZoneInfo) -> Poll:
    if poll.nags >= len(NAG_AFTER_DAYS):
        return replace(poll, due=None, next_at=None)
    day = poll.closes_at.astimezone(zone).date() + timedelta(days=NAG_AFTER_DAYS[poll.nags])
    return replace(poll, due=Due.NAG, next_at=datetime.combine(day, NAGS_AT, tzinfo=zone))


def nagged(poll: Poll, *, now: datetime, zone: ZoneInfo) -> Poll:
    """The staff was reminded; what went by meanwhile is one reminder."""
    poll = _owed(replace(poll, nags=poll.nags + 1), zone)
    while poll.next_at is not None and poll.next_at <= now:
        poll = _owed(replace(poll, nags=poll.nags + 1), zone)
    return poll


def cancelled(poll: Poll, *, reason: str, now: datetime) -> Poll:
    """Raises PollOver: there is nothing to cancel."""
    if not poll.is_open:
        raise poll_refusals.PollOver(number=str(poll.number))
    return replace(poll, closed_at=now, cancelled=reason, due=None, next_at=None)


def check_states(poll: Poll) -> None:
    """Raises PollRunning, PollCancelled: nothing can be made of it."""
    if poll.cancelled:
        raise poll_refusals.PollCancelled(number=str(poll.number))
    if poll.is_open:
        raise poll_refusals.PollRunning(number=str(poll.number))


def stated(poll: Poll, *, review_on: date | None, zone: ZoneInfo) -> Poll:
    """Somebody said what comes of it; it is looked at again on that day."""
    if review_on is None:
        return replace(poll, due=None, next_at=None)
    return replace(poll, due=Due.REVIEW, next_at=datetime.combine(review_on, REVIEW_AT, tzinfo=zone))


def reviewed(poll: Poll) -> Poll:
    """The staff was told that its day has come."""
    return replace(poll, due=None, next_at=None)


# ---- counting -------------------------------------------------------------------------------------------------------


def standing(answers: Iterable[Answered]) -> Answered | None:
    """Which answer of one person's counts: the last they gave and did not take back, in whatever group."""
    given = [each for each in answers if each.options]
    return max(given, key=lambda each: (each.at, each.id), default=None)


def tally_named(options: int, answers: Iterable[Sequence[int]]) -> Tally:
    """`answers`: what each person chose; positions that there are not, and answers of nothing, do not count."""
    counts, people = [0] * options, 0
    for chosen in answers:
        known = {at for at in chosen if 0 <= at < options}
        people += bool(known)
        for at in known:
            counts[at] += 1
    return Tally(tuple(counts), people)


def tally_summed(options: int, posts: Iterable[Post]) -> Tally:
    """Of an anonymous poll: all groups together."""
    counts, people = [0] * options, 0
    for post in posts:
        people += post.voters
        for at, count in enumerate(post.counts[:options]):
            counts[at] += count
    return Tally(tuple(counts), people)


def stands_now(post: Post, counts: Sequence[int], voters: int, *, is_closed: bool) -> Post:
    """The post as Telegram tells of it; nothing changes what was told when it was closed."""
    if post.final:
        return post
    return replace(post, counts=tuple(counts), voters=voters, final=is_closed)
