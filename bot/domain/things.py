"""Things that neighbours found, lost, or give away (失物招领、闲置), and who answers: in order, until its end. Pure.

Of what is found and lost, whoever posted it hears everybody at once and says who is right. Of what is given away, one
after the other is asked about, in the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import thing_refusals as refusals
from bot.domain.people import Speaker
from bot.domain.thing_terms import ThingTerms

MAX_WHAT_CHARS = 300
MAX_WHERE_CHARS = 100
MAX_ANSWER_CHARS = 300
MAX_CONTACT_CHARS = 100
MAX_REASON_CHARS = 200
KEPT_FOR = timedelta(days=60)  #: after its end: then nothing is left but its number and what became of it
AT = time(10)  #: of the day, on the estate's clocks, at which it is asked about and ends: nobody sleeps


class ThingKind(StrEnum):
    FOUND = "found"
    LOST = "lost"
    GIVEAWAY = "giveaway"


class ThingState(StrEnum):
    OPEN = "open"
    HANDED_OVER = "handed-over"  #: back with its owner, or with whoever wanted it
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"  #: taken down by a moderator or the staff
    EXPIRED = "expired"


class Standing(StrEnum):
    """Of somebody who answers."""

    WAITING = "waiting"  #: others came before
    ASKED = "asked"  #: whoever posted it is asked about them
    ACCEPTED = "accepted"  #: it is theirs, or goes to them
    DECLINED = "declined"
    LEFT = "left"  #: they took it back


class ThingDue(StrEnum):
    """What falls due by itself."""

    EXPIRE = "expire"
    ASK = "ask"
    FORGET = "forget"


class ThingNews(StrEnum):
    """What somebody is told in private: first those that are for whoever posted it, then those for who answers."""

    ASKED = "asked"  #: somebody answered
    LEFT = "left"  #: somebody took it back
    ENDING = "ending"
    EXPIRED = "expired"
    REMOVED = "removed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OVER = "over"  #: it came to its end without them


TO_POSTER = frozenset({ThingNews.ASKED, ThingNews.LEFT, ThingNews.ENDING, ThingNews.EXPIRED, ThingNews.REMOVED})


@dataclass(frozen=True, slots=True)
class Thing:
    id: int
    estate_key: str
    number: int  #: counted within the estate from 1
    kind: ThingKind
    words: str  #: "" once they are forgotten
    where: str  #: and when, roughly; "": not said
    poster_id: int  #: person id
    poster: str  #: their name; "": not shown, or forgotten
    posted_at: datetime
    expires_at: datetime
    photo: str | None = None  #: key of `files`
    state: ThingState = ThingState.OPEN
    reason: str = ""  #: why it was taken down
    ask_at: datetime | None = None  #: whether it is still there; None: asked
    prolonged: int = 0  #: so often
    ended_at: datetime | None = None
    next_at: datetime | None = None  #: when something falls due; None: nothing is left of it
    removed_by: Speaker | None = None  #: who took it down

    @property
    def is_open(self) -> bool:
        return self.state is ThingState.OPEN

    @property
    def is_forgotten(self) -> bool:
        return not self.words


@dataclass(frozen=True, slots=True)
class Response:
    """Somebody who answers: it is theirs, they found or saw it, they would like it."""

    id: int
    person_id: int
    name: str
    words: str  #: how they prove it, or where they saw it; "": nothing to say
    at: datetime
    standing: Standing = Standing.WAITING
    contact: str | None = None  #: the door or number that whoever posted it passed on, while both are about it


@dataclass(frozen=True, slots=True)
class Affair:
    """A thing with those who answered, in the order in which they came."""

    thing: Thing
    responses: tuple[Response, ...] = ()

    def of(self, person_id: int) -> Response | None:
        return next((each for each in self.responses if each.person_id == person_id), None)

    def response(self, response_id: int) -> Response | None:
        return next((each for each in self.responses if each.id == response_id), None)

    def standing_at(self, *standings: Standing) -> tuple[Response, ...]:
        return tuple(each for each in self.responses if each.standing in standings)

    @property
    def accepted(self) -> Response | None:
        return next(iter(self.standing_at(Standing.ACCEPTED)), None)

    @property
    def queue(self) -> tuple[Response, ...]:
        """Those who may still get it."""
        return self.standing_at(Standing.WAITING, Standing.ASKED, Standing.ACCEPTED)

    def rank(self, response: Response) -> int:
        """From 1, among those who may still get it."""
        return [each.person_id for each in self.queue].index(response.person_id) + 1


# ---- who answers ----------------------------------------------------------------------------------------------------


def settled(affair: Affair) -> Affair:
    """With those asked about whose turn it is: of what is given away one at a time, of the rest everybody."""
    if not affair.thing.is_open:
        return affair
    one_by_one = affair.thing.kind is ThingKind.GIVEAWAY
    taken = one_by_one and bool(affair.standing_at(Standing.ASKED, Standing.ACCEPTED))
    responses = []
    for each in affair.responses:
        if each.standing is Standing.WAITING and not taken:
            each, taken = replace(each, standing=Standing.ASKED), one_by_one
        responses.append(each)
    return Affair(affair.thing, tuple(responses))


def respond(affair: Affair, response: Response) -> Affair:
    """With this one at the end; who is in it already stays where they are. `response`: new, its id 0.

    Who took it back, or was told no, may come again, at the end.

    Raises:
        OwnThing: they posted it.
        ThingOver: see `check_open`.
    """
    check_open(affair.thing)
    if response.person_id == affair.thing.poster_id:
        raise refusals.OwnThing
    before = affair.of(response.person_id)
    if before in affair.queue:
        return affair
    others = tuple(each for each in affair.responses if each is not before)
    again = replace(response, id=before.id if before else 0, standing=Standing.WAITING, contact=None)
    return settled(Affair(affair.thing, (*others, again)))


def leave(affair: Affair, person_id: int) -> Affair:
    """Without them; the next is asked about.

    Raises:
        NoThingResponse: they are not in it; ThingOver.
    """
    check_open(affair.thing)
    mine = affair.of(person_id)
    if mine is None or mine not in affair.queue:
        raise refusals.NoThingResponse
    return settled(_with(affair, replace(mine, standing=Standing.LEFT, contact=None)))


def accept(affair: Affair, response: Response) -> Affair:
    """It is theirs, or goes to them.

    Raises:
        ThingPromised: somebody else was told yes; of what is lost several may have seen it.
        NoThingResponse: they took it back; ThingOver.
    """
    check_open(affair.thing)
    if response.standing not in (Standing.ASKED, Standing.WAITING, Standing.ACCEPTED):
        raise refusals.NoThingResponse
    other = affair.accepted
    if other is not None and other.id != response.id and affair.thing.kind is not ThingKind.LOST:
        raise refusals.ThingPromised(name=other.name)
    return _with(_one_by_one(affair), replace(response, standing=Standing.ACCEPTED))


def _one_by_one(affair: Affair) -> Affair:
    """What is given away goes to one: whoever it was asked about waits again, should an older question be answered."""
    if affair.thing.kind is not ThingKind.GIVEAWAY:
        return affair
    asked = affair.standing_at(Standing.ASKED)
    waiting = (replace(each, standing=Standing.WAITING) if each in asked else each for each in affair.responses)
    return Affair(affair.thing, tuple(waiting))


def decline(affair: Affair, response: Response) -> Affair:
    """It is not theirs, or does not go to them after all; the next is asked about.

    Raises:
        NoThingResponse: they took it back; ThingOver.
    """
    check_open(affair.thing)
    if response not in affair.queue:
        raise refusals.NoThingResponse
    return settled(_with(affair, replace(response, standing=Standing.DECLINED, contact=None)))


def _with(affair: Affair, response: Response) -> Affair:
    return Affair(affair.thing, tuple(response if each.id == response.id else each for each in affair.responses))


def passed_on(affair: Affair, response: Response, contact: str) -> Affair:
    """With the door or number that they may see.

    Raises:
        NoThingResponse: they were not told yes; ThingOver.
    """
    check_open(affair.thing)
    if response.standing is not Standing.ACCEPTED:
        raise refusals.NoThingResponse
    return _with(affair, replace(response, contact=contact))


def news_of(before: Affair, after: Affair) -> list[tuple[int, ThingNews]]:
    """(response, news): what has to be told because of what changed. Responses have their ids by now."""
    stood = {each.id: each.standing for each in before.responses}
    ended = before.thing.is_open and not after.thing.is_open
    told = []
    for each in after.responses:
        was = stood.get(each.id)
        unheard_of = each.standing is Standing.LEFT and was is Standing.WAITING
        if each.standing is not was and not unheard_of and (news := _NEWS.get(each.standing)) is not None:
            told.append((each.id, news))
        if ended and each in after.queue and not _got_it(after.thing, each):
            told.append((each.id, ThingNews.OVER))
    return told


_NEWS = {
    Standing.ASKED: ThingNews.ASKED,
    Standing.ACCEPTED: ThingNews.ACCEPTED,
    Standing.DECLINED: ThingNews.DECLINED,
    Standing.LEFT: ThingNews.LEFT,
}


def _got_it(thing: Thing, response: Response) -> bool:
    return thing.state is ThingState.HANDED_OVER and response.standing is Standing.ACCEPTED


# ---- until when -----------------------------------------------------------------------------------------------------


def check_open(thing: Thing) -> None:
    """Raises ThingOver."""
    if not thing.is_open:
        raise refusals.ThingOver(number=str(thing.number))


def days_of(kind: ThingKind, terms: ThingTerms) -> int:
    return {
        ThingKind.FOUND: terms.found_days,
        ThingKind.LOST: terms.lost_days,
        ThingKind.GIVEAWAY: terms.giveaway_days,
    }[kind]


def timed(thing: Thing, *, since: datetime, terms: ThingTerms, zone: ZoneInfo) -> Thing:
    """Return it with its end, so many days from `since` on, and with the day on which it is asked about."""
    last = since.astimezone(zone).date() + timedelta(days=days_of(thing.kind, terms))
    expires_at, ask_at = _moment(last, zone), _moment(last - timedelta(days=terms.ask_days_before), zone)
    return scheduled(replace(thing, expires_at=expires_at, ask_at=ask_at if since < ask_at < expires_at else None))


def _moment(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, AT, tzinfo=zone).astimezone(UTC)


def prolonged(thing: Thing, *, now: datetime, terms: ThingTerms, zone: ZoneInfo) -> Thing:
    """As long again from now on.

    Raises:
        NoMoreProlonging: it was so often; ThingOver.
    """
    check_open(thing)
    if thing.prolonged >= terms.most_prolongings:
        raise refusals.NoMoreProlonging(most=terms.most_prolongings)
    return timed(replace(thing, prolonged=thing.prolonged + 1), since=now, terms=terms, zone=zone)


def ended(affair: Affair, state: ThingState, *, now: datetime, reason: str = "", by: Speaker | None = None) -> Affair:
    """It came to this end; doors and numbers that were passed on are out of sight. `by`: who took it down.

    Raises:
        ThingOver: it had come to one before.
    """
    check_open(affair.thing)
    thing = replace(affair.thing, state=state, reason=reason, ended_at=now, ask_at=None, removed_by=by)
    thing = scheduled(thing)
    return Affair(thing, tuple(replace(each, contact=None) for each in affair.responses))


def scheduled(thing: Thing) -> Thing:
    """Return it with the moment at which something falls due next."""
    if thing.ended_at is not None:
        return replace(thing, next_at=thing.ended_at + KEPT_FOR)
    return replace(thing, next_at=min(moment for moment in (thing.ask_at, thing.expires_at) if moment is not None))


def due_of(thing: Thing, *, now: datetime) -> ThingDue | None:
    """What is due. Slept through to its end, it is not asked about any more."""
    if thing.next_at is None or thing.next_at > now:
        return None
    if not thing.is_open:
        return ThingDue.FORGET
    return ThingDue.EXPIRE if thing.expires_at <= now else ThingDue.ASK


def asked(thing: Thing) -> Thing:
    """Whoever posted it is asked whether it is still there."""
    return scheduled(replace(thing, ask_at=None))


def check_limits(theirs: Iterable[Thing], *, terms: ThingTerms, zone: ZoneInfo, now: datetime) -> None:
    """Let somebody with these post another one. `theirs`: those that are open, and those of today.

    Raises:
        TooManyThings, TooManyThingsToday.
    """
    known, today = list(theirs), now.astimezone(zone).date()
    if sum(each.is_open for each in known) >= terms.most_open:
        raise refusals.TooManyThings(most=terms.most_open)
    if sum(each.posted_at.astimezone(zone).date() == today for each in known) >= terms.most_a_day:
        raise refusals.TooManyThingsToday(most=terms.most_a_day)


def has_card(*, cards: int, things: int, most_cards: int | None, most_things: int) -> bool:
    """A card of its own in a group, or a line of the day's board.

    `cards`: of wishes and things, of that day; `things`: of these alone. `most_cards`: None where there is room.
    """
    return most_cards is None or (cards < most_cards and things < most_things)
