"""What a mediator does with a quarrel: take it, ask the other side, agree a time, record what came of it."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, quarrels, wishes
from bot.domain import quarrel_refusals as refusals
from bot.domain.course import Step
from bot.domain.notices import WishChanged
from bot.domain.people import Estate, Person
from bot.domain.places import Place
from bot.domain.quarrel_news import QuarrelNews
from bot.domain.quarrel_words import door_named
from bot.domain.quarrels import Quarrel, QuarrelOutcome, Side
from bot.domain.rights import Act, Role
from bot.domain.scopes import of_place
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing
from bot.services.quarrels import bring_back, clocks_of, tell

MOST_LISTED = 20
MOST_KNOWN = 3  #: neighbours at the other side's door, as far as the bot knows them


async def found(quarrel_id: int, actor: Actor, uow: UnitOfWork) -> tuple[Quarrel, Wish, Estate]:
    """The quarrel, its wish locked; for a mediator of its estate, in private.

    Raises:
        OnlyInPrivate: in a group. NotYourQuarrel: there is none, or the actor is no mediator there, or a side of it.
        OutsideYourPlaces, NotForAllOfIt: they mediate in another part of the estate.
    """
    standing.require_private(actor)
    quarrel, wish = await locked(quarrel_id, uow)
    if Role.MEDIATOR not in actor.roles_somewhere(wish.estate_key):
        raise refusals.NotYourQuarrel
    standing.require(actor, Act.MEDIATE, wish.estate_key, of_place(wish.place))
    return quarrel, wish, standing.estate_of(wish.estate_key, actor)


async def locked(quarrel_id: int, uow: UnitOfWork) -> tuple[Quarrel, Wish]:
    """Raises NotYourQuarrel: there is none."""
    try:
        quarrel = await uow.quarrels.get(quarrel_id)
    except LookupError:
        raise refusals.NotYourQuarrel from None
    wish = await uow.wishes.lock(quarrel.wish_id)
    return await uow.quarrels.get(quarrel_id), wish


async def to_read(*, actor: Actor, quarrel_id: int, uow: UnitOfWork) -> tuple[Quarrel, Wish, Estate]:
    """As `found`; another mediator's is nobody else's business.

    Raises:
        HasMediator: another has it. AuthorNotAskedYet: its author has not said that they want one.
        OnlyInPrivate, NotYourQuarrel: see `found`.
    """
    quarrel, wish, estate = await found(quarrel_id, actor, uow)
    if quarrel.mediator_id not in (None, actor.person.id):
        raise refusals.HasMediator(name=quarrel.mediator_name)
    if quarrel.side_of(actor.person.id) is not None:
        raise refusals.MediatorIsSide
    if quarrel.author.agrees is not True:
        raise refusals.AuthorNotAskedYet
    return quarrel, wish, estate


async def open_cases(*, actor: Actor, uow: UnitOfWork) -> list[tuple[Quarrel, Wish]]:
    """What waits for a mediator or is with this one, in each estate that lists them."""
    cases: list[tuple[Quarrel, Wish]] = []
    keys = {actor.estate.key} if actor.estate else set()
    for key in sorted(keys | set(actor.elsewhere)):
        if Role.MEDIATOR in actor.roles_somewhere(key):
            theirs = await uow.quarrels.of_mediator(actor.person.id, key, limit=MOST_LISTED)
            open_ = [each for each in theirs if each.side_of(actor.person.id) is None]
            found = [(each, await uow.wishes.get(each.wish_id)) for each in open_]
            cases += [case for case in found if Role.MEDIATOR in standing.roles_for(case[1], actor)]
    return cases


async def take(*, actor: Actor, quarrel_id: int, uow: UnitOfWork, now: datetime) -> tuple[Quarrel, Wish]:
    """Raises: see `quarrels.take` and `found`."""
    quarrel, wish, estate = await found(quarrel_id, actor, uow)
    listed = estate.mediators[actor.person.telegram_id]
    quarrel = quarrels.take(quarrel, person_id=actor.person.id, name=listed.name, now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    await uow.outbox.put(WishChanged(wish.id))
    return quarrel, wish


async def hand_back(*, actor: Actor, quarrel_id: int, uow: UnitOfWork, now: datetime) -> tuple[Quarrel, Wish]:
    """Another mediator may have it; all are told that it waits. Raises: see `quarrels.hand_back` and `found`."""
    quarrel, wish, estate = await found(quarrel_id, actor, uow)
    quarrel = quarrels.hand_back(quarrel, person_id=actor.person.id, now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    await uow.outbox.put(WishChanged(wish.id))
    await tell(quarrel, QuarrelNews.BROUGHT, uow=uow)
    return quarrel, wish


async def give_back(*, actor: Actor, quarrel_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """It is none: the committee has it, and alone sees it. Raises: see `quarrels.require_mediator` and `found`."""
    quarrel, wish, estate = await found(quarrel_id, actor, uow)
    quarrels.require_mediator(quarrel, actor.person.id)
    return await bring_back(quarrel, wish, Step.FROM_MEDIATOR, estate, uow=uow, now=now)


# ---- the other side ------------------------------------------------------------------------------------------------


async def known_there(quarrel: Quarrel, wish: Wish, uow: UnitOfWork) -> list[Person]:
    """Neighbours who, by their own wishes, live at the door that was named; the mediator knows whether they do."""
    named = door_named(quarrel.where).or_else(Place(building=wish.place.building))
    author_id = quarrel.author.person_id or 0
    known = await uow.quarrels.known_at(named, wish.estate_key, but=author_id, limit=MOST_KNOWN + 1)
    return [person for person in known if person.id != quarrel.mediator_id][:MOST_KNOWN]


async def ask(*, actor: Actor, quarrel_id: int, whom: int, uow: UnitOfWork, now: datetime) -> tuple[Quarrel, Wish]:
    """Ask this neighbour whether they want a mediator, without a word about whom or what.

    Raises:
        NotYourQuarrel: nobody whom the bot offered. See also `quarrels.ask_other`, `found`.
    """
    quarrel, wish, estate = await found(quarrel_id, actor, uow)
    quarrels.require_mediator(quarrel, actor.person.id)
    if whom not in [person.id for person in await known_there(quarrel, wish, uow)]:
        raise refusals.NotYourQuarrel
    quarrel = quarrels.ask_other(quarrel, person_id=actor.person.id, whom=whom, now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    await tell(quarrel, QuarrelNews.ASK_OTHER, uow=uow)
    return quarrel, wish


async def asked_at_door(
    *, actor: Actor, quarrel_id: int, agrees: bool, uow: UnitOfWork, now: datetime
) -> tuple[Quarrel, Wish]:
    """The mediator went there, and notes what the other side said. Raises: see `quarrels.ask_other`, `found`."""
    quarrel, wish, estate = await found(quarrel_id, actor, uow)
    days = clocks_of(estate)
    quarrel = quarrels.ask_other(quarrel, person_id=actor.person.id, whom=None, now=now, clocks=days)
    quarrel = quarrels.agree(quarrel, Side.OTHER, yes=agrees, now=now, clocks=days)
    await uow.quarrels.save(quarrel)
    await after_answer(quarrel, wish, uow=uow)
    return quarrel, wish


async def after_answer(quarrel: Quarrel, wish: Wish, *, uow: UnitOfWork) -> None:
    """One side said whether they want a mediator: who hears of it."""
    if not quarrel.is_open:
        await uow.outbox.put(WishChanged(wish.id))
        await tell(quarrel, QuarrelNews.ENDED, uow=uow)
    elif quarrel.both_agree:
        await tell(quarrel, QuarrelNews.BOTH_AGREE, uow=uow)


# ---- time and end --------------------------------------------------------------------------------------------------


async def propose_time(
    *, actor: Actor, quarrel_id: int, words: str, uow: UnitOfWork, now: datetime
) -> tuple[Quarrel, Wish]:
    """Raises: EmptyWords, TooLong. See also `quarrels.propose_time`, `found`."""
    quarrel, wish, estate = await found(quarrel_id, actor, uow)
    words = wishes.clean_words(words, max_chars=quarrels.MAX_TIME_CHARS)
    quarrel = quarrels.propose_time(quarrel, person_id=actor.person.id, words=words, now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    await tell(quarrel, QuarrelNews.TIME_AGREED if quarrel.time_is_agreed else QuarrelNews.ASK_TIME, uow=uow)
    return quarrel, wish


async def record(
    *, actor: Actor, quarrel_id: int, outcome: str, note: str, uow: UnitOfWork, now: datetime
) -> tuple[Quarrel, Wish]:
    """What came of it, and a line for both if the mediator likes.

    Raises:
        UnknownButton: no such end. TooLong: the line. See also `quarrels.check_record`, `found`.
    """
    quarrel, wish, estate = await found(quarrel_id, actor, uow)
    try:
        end = QuarrelOutcome(outcome)
    except ValueError:
        raise errors.UnknownButton from None
    quarrels.check_record(quarrel, end, person_id=actor.person.id)
    note = wishes.clean_words(note, max_chars=quarrels.MAX_NOTE_CHARS) if note.strip() else ""
    quarrel = quarrels.ended(quarrel, end, note=note, now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    await uow.outbox.put(WishChanged(wish.id))
    await tell(quarrel, QuarrelNews.ENDED, uow=uow)
    return quarrel, wish
