"""[I see it differently]: a private press; with enough of them nothing is decided before residents were heard."""

from __future__ import annotations

from datetime import datetime

from bot.domain import deliberation_refusals as refusals
from bot.domain import deliberations as rules
from bot.domain.notices import WishChanged
from bot.domain.people import Estate
from bot.domain.rights import Act
from bot.domain.wishes import AnswerKind, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing

DECISIONS = frozenset({AnswerKind.PROMISE, AnswerKind.DECLINE})  #: what waits until residents were heard


async def see_differently(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, bool]:
    """Count it, or take it back where it counted already; False: taken back.

    Raises:
        OwnWishNotDiffered: the author.
        NothingToDiffer: the wish has ended.
        WishGone, WishBeingChecked, WishTakenDown: see `standing.wish_to_change`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.SEE_DIFFERENTLY, uow)
    if wish.author_id == actor.person.id:
        raise refusals.OwnWishNotDiffered(number=str(wish.number))
    if wish.has_ended:
        raise refusals.NothingToDiffer(number=str(wish.number))
    needed_from = standing.estate_of(wish.estate_key, actor).deliberate_from
    counts = await uow.dissents.toggle(wish.id, actor.person.id, needed_from=needed_from, now=now)
    await uow.outbox.put(WishChanged(wish.id))
    return wish, counts


async def is_barred(wish: Wish, estate: Estate, uow: UnitOfWork) -> int:
    """How many see it differently, if that is why it cannot be decided yet; else 0."""
    counted = (await uow.dissents.on(wish.id)).n
    held = await uow.deliberations.of(wish.id) if counted else ()
    return counted if rules.is_needed(counted, held, needed_from=estate.deliberate_from) else 0


async def check_decision(wish: Wish, kind: AnswerKind, estate: Estate, uow: UnitOfWork) -> None:
    """Let this answer pass, or refuse it.

    Raises:
        DeliberateFirst: it decides, and so many see it differently that residents are heard first.
    """
    if kind in DECISIONS and (counted := await is_barred(wish, estate, uow)):
        raise refusals.DeliberateFirst(number=str(wish.number), n=counted)
