"""Standing by a neighbour's wish: same here, support, I can help; and taking it back."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, wishes
from bot.domain.notices import WishChanged
from bot.domain.rights import Act
from bot.domain.wishes import Stance, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing


async def follow_wish(*, actor: Actor, wish_id: int, stance: Stance, uow: UnitOfWork, now: datetime) -> Wish:
    """Count the stance once; who took it hears every later step.

    Raises:
        OwnWish, AlreadyCounted, WishClosed: see `wishes.check_stance`.
        WishGone, NotAResident, NotAllowed: see `standing.wish_to_change`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.FOLLOW_WISH, uow)
    held = await uow.followers.stances(wish.id, actor.person.id)
    wishes.check_stance(wish, person_id=actor.person.id, held=held, stance=stance)
    if not await uow.followers.add(wish.id, actor.person.id, stance, now=now):
        raise errors.AlreadyCounted(number=str(wish.number))
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def stance_to_take_back(*, actor: Actor, wish_id: int, stance: Stance, uow: UnitOfWork) -> Wish:
    """The wish, before the question whether to take the stance back.

    Raises:
        NotCounted: it is not there.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.FOLLOW_WISH, uow)
    if stance not in await uow.followers.stances(wish.id, actor.person.id):
        raise errors.NotCounted(number=str(wish.number))
    return wish


async def unfollow_wish(*, actor: Actor, wish_id: int, stance: Stance, uow: UnitOfWork) -> Wish:
    """Take a stance back.

    Raises:
        NotCounted: it was not there.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.FOLLOW_WISH, uow)
    if not await uow.followers.remove(wish.id, actor.person.id, stance):
        raise errors.NotCounted(number=str(wish.number))
    await uow.outbox.put(WishChanged(wish.id))
    return wish
