"""What the sides of a quarrel say, each in private: yes or no, their view, whether a time fits, whether it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import quarrel_refusals as refusals
from bot.domain import quarrels, wishes
from bot.domain.course import Step
from bot.domain.notices import WishChanged
from bot.domain.people import Estate, Person
from bot.domain.quarrel_news import QuarrelNews
from bot.domain.quarrels import Quarrel, QuarrelOutcome, QuarrelPhase, Side
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import mediating, standing
from bot.services.quarrels import bring_back, clocks_of, tell

MOST_LISTED = 10


async def own(quarrel_id: int, actor: Actor, uow: UnitOfWork) -> tuple[Quarrel, Wish, Side, Estate | None]:
    """The quarrel in which the actor is a side, its wish locked. They need not be known from a group of the estate.

    Raises:
        OnlyInPrivate: in a group. NotYourQuarrel: they are none of its sides, or there is none.
    """
    standing.require_private(actor)
    quarrel, wish = await mediating.locked(quarrel_id, uow)
    side = quarrel.side_of(actor.person.id)
    if side is None:
        raise refusals.NotYourQuarrel
    return quarrel, wish, side, actor.estate_named(wish.estate_key)


async def open_of(*, actor: Actor, uow: UnitOfWork) -> list[tuple[Quarrel, Wish]]:
    """Open quarrels in which the actor is a side."""
    theirs = await uow.quarrels.of_side(actor.person.id, limit=MOST_LISTED)
    return [(each, await uow.wishes.get(each.wish_id)) for each in theirs]


async def came_by_link(*, actor: Actor, code: str, uow: UnitOfWork, now: datetime) -> tuple[Quarrel, Wish]:
    """Somebody opens the link that the mediator gave the other side.

    Raises: see `quarrels.came_by_link`. OnlyInPrivate: in a group.
    """
    standing.require_private(actor)
    found = await uow.quarrels.by_code(code)
    if found is None:
        raise refusals.NotYourQuarrel
    quarrel, wish = await mediating.locked(found.id, uow)
    estate = actor.estate_named(wish.estate_key)
    quarrel = quarrels.came_by_link(quarrel, person_id=actor.person.id, now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    return quarrel, wish


async def answer(
    *, actor: Actor, quarrel_id: int, yes: bool, uow: UnitOfWork, now: datetime
) -> tuple[Quarrel, Wish, Side]:
    """Whether they want a mediator. Raises: see `quarrels.agree` and `own`."""
    quarrel, wish, side, estate = await own(quarrel_id, actor, uow)
    first = quarrel.phase is QuarrelPhase.ASKED
    quarrel = quarrels.agree(quarrel, side, yes=yes, now=now, clocks=clocks_of(estate))
    if quarrel.outcome is QuarrelOutcome.GIVEN_BACK:
        wish = await bring_back(quarrel, wish, Step.UNMEDIATED, estate, uow=uow, now=now)
        return quarrel, wish, side
    await uow.quarrels.save(quarrel)
    if first and yes:
        await uow.outbox.put(WishChanged(wish.id))
        await tell(quarrel, QuarrelNews.BROUGHT, uow=uow)
    else:
        await mediating.after_answer(quarrel, wish, uow=uow)
    if side is Side.OTHER and quarrel.is_open:
        await tell(quarrel, QuarrelNews.MOVED, uow=uow)
    return quarrel, wish, side


async def say_view(*, actor: Actor, quarrel_id: int, words: str, uow: UnitOfWork, now: datetime) -> Quarrel:
    """How they see it, for the mediator alone. Raises: EmptyWords, TooLong; see `quarrels.say_view` and `own`."""
    quarrel, _, side, estate = await own(quarrel_id, actor, uow)
    words = wishes.clean_words(words, max_chars=quarrels.MAX_VIEW_CHARS)
    quarrel = quarrels.say_view(quarrel, side, words=words, now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    await tell(quarrel, QuarrelNews.MOVED, uow=uow)
    return quarrel


async def answer_time(*, actor: Actor, quarrel_id: int, fits: bool, uow: UnitOfWork, now: datetime) -> Quarrel:
    """Whether the proposed time fits. Raises: see `quarrels.answer_time` and `own`."""
    quarrel, _, side, estate = await own(quarrel_id, actor, uow)
    agreed = quarrel.time_is_agreed
    quarrel = quarrels.answer_time(quarrel, side, fits=fits, now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    if quarrel.time_is_agreed and not agreed:
        await tell(quarrel, QuarrelNews.TIME_AGREED, uow=uow)
    await tell(quarrel, QuarrelNews.MOVED, uow=uow)
    return quarrel


async def say_whether_holds(*, actor: Actor, quarrel_id: int, holds: bool, uow: UnitOfWork) -> Quarrel:
    """Raises: see `quarrels.say_whether_holds` and `own`."""
    quarrel, _, side, _ = await own(quarrel_id, actor, uow)
    quarrel = quarrels.say_whether_holds(quarrel, side, holds=holds)
    await uow.quarrels.save(quarrel)
    await tell(quarrel, QuarrelNews.MOVED, uow=uow)
    return quarrel


async def withdraw(*, actor: Actor, quarrel_id: int, uow: UnitOfWork, now: datetime) -> Quarrel:
    """Its author lets it be, whenever they like. Raises: QuarrelOver. NotYourQuarrel: the other side; see `own`."""
    quarrel, wish, side, estate = await own(quarrel_id, actor, uow)
    quarrels.require_open(quarrel)
    if side is not Side.AUTHOR:
        raise refusals.NotYourQuarrel
    quarrel = quarrels.ended(quarrel, QuarrelOutcome.WITHDRAWN, note="", now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(quarrel)
    await uow.outbox.put(WishChanged(wish.id))
    await tell(quarrel, QuarrelNews.WITHDRAWN, uow=uow)
    return quarrel


async def forget(person: Person, *, uow: UnitOfWork, now: datetime) -> None:
    """Somebody asked to be forgotten: their quarrels end; one that they mediate waits for another mediator."""
    for found in await uow.quarrels.open_with(person.id):
        quarrel, wish = await mediating.locked(found.id, uow)
        if quarrel.mediator_id == person.id:
            free = replace(quarrel, phase=QuarrelPhase.WAITING, mediator_id=None, mediator_name="")
            await uow.quarrels.save(replace(free, moved_at=now))
            await tell(quarrel, QuarrelNews.BROUGHT, uow=uow)
        elif quarrel.is_open:
            over = quarrels.ended(quarrel, QuarrelOutcome.FORGOTTEN, note="", now=now, clocks=clocks_of(None))
            await uow.quarrels.save(over)
            await tell(over, QuarrelNews.ENDED, uow=uow)
        await uow.outbox.put(WishChanged(wish.id))
