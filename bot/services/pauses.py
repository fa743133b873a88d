"""Pausing the filing of whoever filed a wish, for a week, without learning who it is; and lifting that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain import errors, pauses
from bot.domain.notices import FilingPaused, FilingResumed
from bot.domain.pauses import Pause, Reason
from bot.domain.people import Estate
from bot.domain.rights import Act
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing


async def running_from(wish: Wish, *, uow: UnitOfWork, now: datetime) -> Pause | None:
    """The pause that was made from this very wish; one made from another wish of the same author stays unseen here."""
    return next((pause for pause in await uow.filing_pauses.of_wish(wish.id) if pause.runs(now)), None)


async def wish_to_pause_from(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The wish, before a reason is chosen.

    Raises:
        AlreadyPaused: from this wish.
        WishGone, NotAllowed: see `standing.wish_to_read`.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.PAUSE_FILING, uow)
    if await running_from(wish, uow=uow, now=now):
        raise errors.AlreadyPaused(number=str(wish.number))
    return wish


async def pause_filing(*, actor: Actor, wish_id: int, reason: Reason, uow: UnitOfWork, now: datetime) -> Pause:
    """The author files nothing new in this estate for a week, and is told why and until when.

    Raises:
        AlreadyPaused: from this wish.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.PAUSE_FILING, uow)
    if await running_from(wish, uow=uow, now=now):
        raise errors.AlreadyPaused(number=str(wish.number))
    estate = standing.estate_of(wish.estate_key, actor)
    pause = await uow.filing_pauses.add(
        wish_id=wish.id,
        person_id=wish.author_id,
        estate_key=wish.estate_key,
        by_id=actor.person.id,
        reason=reason,
        since=now,
        until=pauses.end_of_pause(now, estate),
    )
    await uow.outbox.put(FilingPaused(wish.id, pause.id))
    return pause


async def resume_filing(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """Lift the pause made from this wish; the author is told.

    Raises:
        NotPaused: there is none (any more).
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.LIFT_PAUSE, uow)
    pause = await running_from(wish, uow=uow, now=now)
    if pause is None:
        raise errors.NotPaused(number=str(wish.number))
    await uow.filing_pauses.lift(pause.id, by_id=actor.person.id, now=now)
    await uow.outbox.put(FilingResumed(wish.id, pause.id))
    return wish


async def require_none(actor: Actor, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Let the actor file in this estate, or refuse.

    Raises:
        FilingIsPaused: in private, with the day from which they may again.
        OnlyInPrivate: in a group, where nobody else is to learn of it.
    """
    until = pauses.last_end(await uow.filing_pauses.of_person(actor.person.id, estate.key), now=now)
    if until is None:
        return
    standing.require_private(actor)
    day = estate.local(until).date()
    raise errors.FilingIsPaused(month=day.month, day=day.day)


async def require_somewhere(actor: Actor, estate_keys: Iterable[str], *, uow: UnitOfWork, now: datetime) -> None:
    """As `require_none`, unless there is an estate among these in which they may file."""
    refused: errors.Refused | None = None
    for key in dict.fromkeys(estate_keys):
        try:
            return await require_none(actor, standing.estate_of(key, actor), uow=uow, now=now)
        except (errors.FilingIsPaused, errors.OnlyInPrivate) as why:
            refused = why
    if refused is not None:
        raise refused
    return None
