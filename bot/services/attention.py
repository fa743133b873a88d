"""How somebody wants to be told of news: for all wishes, or for one; and what waits for them goes by it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import attention
from bot.domain.attention import Attention
from bot.domain.people import Estate
from bot.domain.rights import Act
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import Telling, UnitOfWork
from bot.services import standing

PAGE = 8  #: wishes a page


@dataclass(frozen=True, slots=True)
class Settings:
    """What somebody chose: for all, and one page of the wishes that have a setting of their own."""

    for_all: Attention
    wishes: Sequence[tuple[Wish, Attention]]
    page: int  #: from 0
    pages: int  #: at least 1


async def attention_of(person_id: int, wish_id: int, uow: UnitOfWork) -> Attention:
    """What holds for this wish: its own setting, else the one for all, else the default."""
    own = await uow.attention.of(person_id, wish_id)
    return own or await uow.attention.of(person_id) or attention.DEFAULT


async def told_today(person_id: int, estate: Estate, *, uow: UnitOfWork, now: datetime) -> int:
    """Unasked messages the person had on the estate's day so far, whichever estate they were about."""
    return await uow.tellings.told_since(person_id, attention.day_began(now, zone=estate.time_zone))


async def settings_of(*, actor: Actor, page: int, uow: UnitOfWork) -> Settings:
    """Everything somebody chose; a page past the end is the last one.

    Raises:
        OnlyInPrivate: it may name committee-only wishes.
    """
    _only_in_private(actor)
    pages = max(1, -(-await uow.attention.count_of_wishes(actor.person.id) // PAGE))
    page = max(0, min(page, pages - 1))
    for_all = await uow.attention.of(actor.person.id) or attention.DEFAULT
    own = await uow.attention.of_wishes(actor.person.id, limit=PAGE, offset=page * PAGE)
    return Settings(for_all, [each for each in own if standing.may_see(each[0], actor)], page, pages)


async def setting_of_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> tuple[Wish, Attention | None, Attention]:
    """The wish, its own setting if it has one, and the one for all.

    Raises:
        OnlyInPrivate; WishGone, NotAResident: see `standing.wish_to_read`.
    """
    _only_in_private(actor)
    wish = await standing.wish_to_read(wish_id, actor, Act.READ_WISHES, uow)
    own = await uow.attention.of(actor.person.id, wish.id)
    return wish, own, await uow.attention.of(actor.person.id) or attention.DEFAULT


async def choose_for_all(
    *, actor: Actor, setting: Attention, uow: UnitOfWork, now: datetime, estates: Mapping[str, Estate]
) -> None:
    """For every wish without a setting of its own.

    Raises:
        OnlyInPrivate.
    """
    _only_in_private(actor)
    await uow.attention.choose(actor.person.id, None, setting, now=now)
    await _move(await uow.tellings.waiting_for(actor.person.id), uow=uow, now=now, estates=estates)


async def choose_for_wish(
    *,
    actor: Actor,
    wish_id: int,
    setting: Attention | None,
    uow: UnitOfWork,
    now: datetime,
    estates: Mapping[str, Estate],
) -> Wish:
    """For this wish alone. None: as for all the others.

    Raises:
        OnlyInPrivate; WishGone, NotAResident: see `standing.wish_to_read`.
    """
    wish, _, _ = await setting_of_wish(actor=actor, wish_id=wish_id, uow=uow)
    if setting is None:
        await uow.attention.forget(actor.person.id, wish.id)
    else:
        await uow.attention.choose(actor.person.id, wish.id, setting, now=now)
    waiting = await uow.tellings.waiting_for(actor.person.id, wish_id=wish.id)
    await _move(waiting, uow=uow, now=now, estates=estates)
    return wish


async def _move(waiting: Sequence[Telling], *, uow: UnitOfWork, now: datetime, estates: Mapping[str, Estate]) -> None:
    """What waits goes by the new setting. What is muted now keeps its moment: until then they may think again."""
    for telling in waiting:
        if telling.urgent or (estate := estates.get(telling.estate_key)) is None:
            continue
        moment = attention.due(
            await attention_of(telling.person_id, telling.wish_id, uow),
            urgent=False,
            told_today=await told_today(telling.person_id, estate, uow=uow, now=now),
            now=now,
            zone=estate.time_zone,
            courtesy=estate.courtesy,
        )
        if moment is not None:
            await uow.tellings.put_off(telling.id, moment)


def _only_in_private(actor: Actor) -> None:
    standing.require_private(actor)
