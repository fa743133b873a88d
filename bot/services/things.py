"""What neighbours found, lost and give away: posted, looked at, answered, handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import rights, things, wishes
from bot.domain import thing_refusals as refusals
from bot.domain.attention import awake
from bot.domain.chat_uses import Addressed, ChatUse
from bot.domain.daily import beginning_of
from bot.domain.people import Chat, Estate
from bot.domain.place_tree import path_of
from bot.domain.rights import Act
from bot.domain.thing_words import asks_for_money, without_opening
from bot.domain.things import Affair, Response, Thing, ThingKind, ThingNews, ThingState
from bot.domain.topics import TopicUse, place_for
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import pauses, place_chats, standing, thing_ends
from bot.services.homes import chats_of as where_they_live

PAGE = 6  #: things a page: fits a phone's screen

# ---- posting --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opening:
    """Where somebody may post: the groups of their own building, and those of the whole estate."""

    estate: Estate
    own: Sequence[Chat]
    whole: Sequence[Chat]


async def to_post(*, actor: Actor, uow: UnitOfWork, now: datetime) -> Opening:
    """Before anything is asked.

    Raises:
        OnlyInPrivate: in a group, where neighbours would read along what only the owner is to know.
        TooManyThings, TooManyThingsToday: see `things.check_limits`.
        NoGroupForThings: the bot is in none of the estate's groups.
        FilingIsPaused: see `pauses.require_none`.
        NotAResident, NotAllowed: see `standing.estate_for`.
    """
    standing.require_private(actor)
    estate = standing.estate_allowing(actor, Act.HAND_ON)
    await pauses.require_none(actor, estate, uow=uow, now=now)
    today = beginning_of(estate.local(now).date(), estate.time_zone)
    theirs = await uow.things.of_person(actor.person.id, estate.key, since=today)
    things.check_limits(theirs, terms=estate.things, zone=estate.time_zone, now=now)
    whole = await _groups(Addressed(whole=True), estate, uow)
    if not whole:
        raise refusals.NoGroupForThings
    return Opening(estate, await _own(actor, estate, uow) or whole, whole)


async def _own(actor: Actor, estate: Estate, uow: UnitOfWork) -> list[Chat]:
    """Of the building they live in; the one that was last theirs comes first."""
    homes = [each for each in await where_they_live(actor, uow) if each.present]
    homes = sorted(
        (each for each in homes if each.estate_key == estate.key),
        key=lambda each: each.id != actor.person.home_chat_id,
    )
    if not homes:
        return []
    home = homes[0]
    if not path_of(home.place):
        return [home]
    around = await _groups(Addressed(paths=(path_of(home.place),)), estate, uow)
    return [home, *(each for each in around if each.id != home.id)]


async def _groups(addressed: Addressed, estate: Estate, uow: UnitOfWork) -> list[Chat]:
    targets = await place_chats.chats_for(ChatUse.WISHES, addressed, estate_key=estate.key, uow=uow)
    return [each.chat for each in targets]


@dataclass(frozen=True, slots=True)
class Draft:
    kind: ThingKind
    words: str
    where: str = ""  #: "": not said
    photo: str | None = None  #: key of `files`
    named: bool = True
    whole: bool = False  #: in all groups of the estate, not of their building alone


async def post(*, actor: Actor, draft: Draft, uow: UnitOfWork, now: datetime) -> tuple[Thing, int]:
    """Put it into the groups. Returns it, and into how many.

    Raises:
        NoPriceHere: see `checked_words`.
        EmptyWords, TooLong: see `wishes.clean_words`.
        OnlyInPrivate, TooManyThings, TooManyThingsToday, NoGroupForThings, FilingIsPaused, …: see `to_post`.
    """
    await uow.people.lock(actor.person.id)
    opening = await to_post(actor=actor, uow=uow, now=now)
    estate, chats = opening.estate, opening.whole if draft.whole else opening.own
    drafted = Thing(
        id=0,
        estate_key=estate.key,
        number=0,
        kind=draft.kind,
        words=checked_words(draft.words, draft.kind),
        where=draft.where,
        poster_id=actor.person.id,
        poster=actor.person.name if draft.named and not actor.hidden else "",
        posted_at=now,
        expires_at=now,
        photo=draft.photo,
    )
    thing = things.timed(drafted, since=now, terms=estate.things, zone=estate.time_zone)
    room = [(chat.id, await _most_cards(chat, estate, uow, now)) for chat in chats]
    day = estate.local(now).date()
    thing = await uow.things.post(thing, room, most_things=estate.things.cards_a_day, day=day)
    await thing_ends.redraw(thing, uow)
    return thing, len(chats)


async def _most_cards(chat: Chat, estate: Estate, uow: UnitOfWork, now: datetime) -> int | None:
    """In a topic of their own cards disturb nobody."""
    topic_id = place_for(TopicUse.WISHES, await uow.topics.of(chat.id), now=now)
    return estate.daily.cards_a_day if topic_id is None else None


def checked_words(words: str, kind: ThingKind) -> str:
    """What it is, as it may be posted: the thing alone, since its card says the rest.

    Raises:
        NoPriceHere: something to give away, with a price; the words come along, so that they can be taken up again.
        EmptyWords, TooLong: see `wishes.clean_words`.
    """
    cleaned = wishes.clean_words(words, max_chars=things.MAX_WHAT_CHARS)
    if kind is ThingKind.GIVEAWAY and asks_for_money(cleaned):
        raise refusals.NoPriceHere(words=cleaned)
    return without_opening(cleaned, kind)


# ---- looking --------------------------------------------------------------------------------------------------------


async def find(*, actor: Actor, thing_id: int, uow: UnitOfWork, act: Act = Act.HAND_ON, lock: bool = False) -> Affair:
    """The thing of a button; `lock`: it is about to change.

    Raises:
        ThingGone: there is none, or it is another estate's.
        OutsideYourPlaces, NotForAllOfIt: the role holds in a part, and it stands in groups beyond that.
        NotAResident, NotAllowed: the role may not.
    """
    try:
        affair = await (uow.things.lock if lock else uow.things.get)(thing_id)
    except LookupError:
        raise refusals.ThingGone from None
    nodes = [each.chat.node for each in await uow.things.places_of(thing_id)]
    standing.check_estate(actor, affair.thing.estate_key, act, gone=refusals.ThingGone(), at=nodes)
    return affair


async def by_number(*, actor: Actor, number: int, uow: UnitOfWork) -> Affair:
    """Raises ThingNotFound, ChatNotBound, NotAResident."""
    estate = standing.estate_allowing(actor, Act.HAND_ON)
    thing = await uow.things.by_number(estate.key, number)
    if thing is None:
        raise refusals.ThingNotFound(number=str(number))
    return await uow.things.get(thing.id)


@dataclass(frozen=True, slots=True)
class Page:
    """`own`: what the reader posted or answered; else what is open of `kind`, None: of all kinds."""

    estate: Estate
    things: Sequence[Thing]
    kind: ThingKind | None
    number: int  #: from 0
    pages: int
    own: bool = False


async def page(*, actor: Actor, kind: ThingKind | None, number: int, uow: UnitOfWork) -> Page:
    """What is open in the estate, the newest first. A page that is not there any more is the last one.

    Raises: ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.HAND_ON)
    _, total = await uow.things.open_in(estate.key, kind=kind, limit=0, offset=0)
    pages = max(1, -(-total // PAGE))
    number = min(number, pages - 1)
    found, _ = await uow.things.open_in(estate.key, kind=kind, limit=PAGE, offset=number * PAGE)
    return Page(estate, found, kind, number, pages)


async def own(*, actor: Actor, number: int, uow: UnitOfWork, now: datetime) -> Page:
    """What they posted and answered. In private alone.

    Raises: OnlyInPrivate; ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    standing.require_private(actor)
    estate = standing.estate_allowing(actor, Act.HAND_ON)
    posted = await uow.things.of_person(actor.person.id, estate.key, since=now - things.KEPT_FOR)
    answered = await uow.things.answered_by(actor.person.id, estate.key)
    found = [*posted, *(each for each in answered if each.poster_id != actor.person.id)]
    pages = max(1, -(-len(found) // PAGE))
    number = min(number, pages - 1)
    return Page(estate, found[number * PAGE : (number + 1) * PAGE], None, number, pages, own=True)


def may_take_down(actor: Actor, thing: Thing) -> bool:
    """In private and in the staff chat; not before neighbours."""
    roles = actor.roles_somewhere(thing.estate_key) & rights.RIGHTS[Act.TAKE_DOWN_THING]
    return bool(roles) and (actor.chat.private or rights.sees_staff_matters(actor.chat, thing.estate_key))


# ---- who answers ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of answering. `reached`: whoever posted it can be written to now."""

    affair: Affair
    response: Response
    reached: bool
    was_in_it: bool = False


async def to_answer(*, actor: Actor, thing_id: int, uow: UnitOfWork) -> Affair:
    """Before anything is asked.

    Raises:
        OnlyInPrivate; OwnThing: they posted it; ThingOver; ThingGone, NotAResident: see `find`.
    """
    standing.require_private(actor)
    affair = await find(actor=actor, thing_id=thing_id, uow=uow)
    things.check_open(affair.thing)
    if affair.thing.poster_id == actor.person.id:
        raise refusals.OwnThing
    return affair


async def answer(*, actor: Actor, thing_id: int, words: str, uow: UnitOfWork, now: datetime) -> Answered:
    """It is theirs, they found or saw it, they would like it. Said again, everything stays as it is.

    Raises: see `to_answer`; TooLong.
    """
    standing.require_private(actor)
    before = await find(actor=actor, thing_id=thing_id, uow=uow, lock=True)
    if words:
        words = wishes.clean_words(words, max_chars=things.MAX_ANSWER_CHARS)
    new = Response(0, actor.person.id, actor.person.name, words, now)
    after = await keep(actor, before, things.respond(before, new), uow=uow, now=now)
    mine = after.of(actor.person.id)
    assert mine is not None, "they are in it now"
    poster = await uow.people.get(after.thing.poster_id)
    was_in_it = before.of(actor.person.id) in before.queue
    return Answered(after, mine, await standing.can_be_told(poster, uow), was_in_it)


async def take_back(*, actor: Actor, thing_id: int, uow: UnitOfWork, now: datetime) -> Affair:
    """Raises NoThingResponse: they are not in it; ThingOver; ThingGone, NotAResident: see `find`."""
    standing.require_private(actor)
    before = await find(actor=actor, thing_id=thing_id, uow=uow, lock=True)
    return await keep(actor, before, things.leave(before, actor.person.id), uow=uow, now=now)


# ---- whoever posted it ----------------------------------------------------------------------------------------------


async def own_thing(*, actor: Actor, thing_id: int, uow: UnitOfWork, lock: bool = False) -> Affair:
    """Raises OnlyInPrivate; NotYourThing: somebody else posted it; ThingGone, NotAResident: see `find`."""
    standing.require_private(actor)
    affair = await find(actor=actor, thing_id=thing_id, uow=uow, lock=lock)
    if affair.thing.poster_id != actor.person.id:
        raise refusals.NotYourThing
    return affair


def _response(affair: Affair, response_id: int) -> Response:
    found = affair.response(response_id)
    if found is None:
        raise refusals.NoThingResponse
    return found


async def accept(
    *, actor: Actor, thing_id: int, response_id: int, uow: UnitOfWork, now: datetime
) -> tuple[Affair, Response]:
    """Raises ThingPromised, NoThingResponse, ThingOver: see `things.accept`; see `own_thing`."""
    before = await own_thing(actor=actor, thing_id=thing_id, uow=uow, lock=True)
    after = things.accept(before, _response(before, response_id))
    after = await keep(actor, before, after, uow=uow, now=now)
    return after, _response(after, response_id)


async def decline(
    *, actor: Actor, thing_id: int, response_id: int, uow: UnitOfWork, now: datetime
) -> tuple[Affair, Response]:
    """Raises NoThingResponse, ThingOver: see `things.decline`; see `own_thing`."""
    before = await own_thing(actor=actor, thing_id=thing_id, uow=uow, lock=True)
    after = things.decline(before, _response(before, response_id))
    after = await keep(actor, before, after, uow=uow, now=now)
    return after, _response(after, response_id)


async def to_pass_contact(
    *, actor: Actor, thing_id: int, response_id: int, uow: UnitOfWork, lock: bool = False
) -> tuple[Affair, Response]:
    """Raises NoThingResponse: they were not told yes, or took it back; ThingOver; see `own_thing`."""
    affair = await own_thing(actor=actor, thing_id=thing_id, uow=uow, lock=lock)
    things.check_open(affair.thing)
    response = _response(affair, response_id)
    if response.standing is not things.Standing.ACCEPTED:
        raise refusals.NoThingResponse
    return affair, response


async def pass_contact(
    *, actor: Actor, thing_id: int, response_id: int, words: str, uow: UnitOfWork, now: datetime
) -> Response:
    """Whoever was told yes may know this door or number; it is kept as long as both are about it.

    Raises: see `to_pass_contact`; EmptyWords, TooLong.
    """
    args = {"thing_id": thing_id, "response_id": response_id}
    before, response = await to_pass_contact(actor=actor, **args, uow=uow, lock=True)
    said = wishes.clean_words(words, max_chars=things.MAX_CONTACT_CHARS)
    await keep(actor, before, things.passed_on(before, response, said), uow=uow, now=now)
    return response


async def prolong(*, actor: Actor, thing_id: int, uow: UnitOfWork, now: datetime) -> Thing:
    """As long again from now on.

    Raises: NoMoreProlonging, ThingOver: see `things.prolonged`; see `own_thing`.
    """
    before = await own_thing(actor=actor, thing_id=thing_id, uow=uow, lock=True)
    estate = standing.estate_of(before.thing.estate_key, actor)
    thing = things.prolonged(before.thing, now=now, terms=estate.things, zone=estate.time_zone)
    return (await keep(actor, before, Affair(thing, before.responses), uow=uow, now=now)).thing


async def end(*, actor: Actor, thing_id: int, state: ThingState, uow: UnitOfWork, now: datetime) -> Affair:
    """Handed over, or withdrawn. Raises ThingOver: it had come to its end; see `own_thing`."""
    before = await own_thing(actor=actor, thing_id=thing_id, uow=uow, lock=True)
    return await keep(actor, before, things.ended(before, state, now=now), uow=uow, now=now)


async def to_take_down(*, actor: Actor, thing_id: int, uow: UnitOfWork, lock: bool = False) -> Affair:
    """Raises ThingOver; OnlyInPrivate: before neighbours; NotAllowed, ThingGone: see `find`."""
    affair = await find(actor=actor, thing_id=thing_id, uow=uow, act=Act.TAKE_DOWN_THING, lock=lock)
    standing.require_away_from_neighbours(actor)
    things.check_open(affair.thing)
    return affair


async def take_down(*, actor: Actor, thing_id: int, reason: str, uow: UnitOfWork, now: datetime) -> Affair:
    """Whoever posted it is told why. Raises: see `to_take_down`; EmptyWords, TooLong."""
    before = await to_take_down(actor=actor, thing_id=thing_id, uow=uow, lock=True)
    why = wishes.clean_words(reason, max_chars=things.MAX_REASON_CHARS)
    estate = standing.estate_of(before.thing.estate_key, actor)
    after = things.ended(before, ThingState.REMOVED, now=now, reason=why, by=standing.acts_as(actor, estate))
    after = await keep(actor, before, after, uow=uow, now=now)
    due_at = awake(now, zone=estate.time_zone, courtesy=estate.courtesy)
    await uow.things.tell(after.thing.id, thing_ends.THING, ThingNews.REMOVED, due_at=due_at)
    return after


async def keep(actor: Actor, before: Affair, after: Affair, *, uow: UnitOfWork, now: datetime) -> Affair:
    """See `thing_ends.kept`."""
    estate = standing.estate_of(before.thing.estate_key, actor)
    return await thing_ends.kept(before, after, estate=estate, uow=uow, now=now)
