"""What became of promised days: kept, moved, missed; in a group's first four weeks for the staff alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import promises
from bot.domain.bulletins import STAFF_ONLY_FOR
from bot.domain.people import Chat, Estate
from bot.domain.promises import Fate, Promise
from bot.domain.rights import RIGHTS, Act, sees_staff_matters
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import homes, standing

PAGE = 10


@dataclass(frozen=True, slots=True)
class Told:
    """`promises`: with their wishes, those that may be seen here, by wish. None: it is too early to say it here."""

    estate: Estate
    promises: Sequence[tuple[Wish, Promise]] | None
    early: bool = False  #: for the staff alone, as neighbours do not see it yet


async def of(*, actor: Actor, uow: UnitOfWork, now: datetime) -> Told:
    """Promises of the last year and those that are open.

    Raises:
        ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.READ_PLAN)
    at_desk = actor.chat.private or sees_staff_matters(actor.chat, estate.key)
    staff = at_desk and bool(actor.roles_somewhere(estate.key) & RIGHTS[Act.READ_STAFF])
    shown = await _is_old_enough(actor, estate, uow=uow, now=now)
    if not shown and not staff:
        return Told(estate, None)
    today = estate.local(now).date()
    since = today - timedelta(days=promises.SHOWN_DAYS)
    found: list[tuple[Wish, Promise]] = []
    for wish, steps in await uow.plan_posts.promising(estate.key, since=since):
        sees = staff and bool(standing.roles_for(wish, actor) & RIGHTS[Act.READ_STAFF])
        if wish.is_gone or not (sees or (wish.is_public and shown)):
            continue
        told = promises.of_steps(steps, zone=estate.time_zone, today=today)
        found += [(wish, each) for each in told if each.day >= since]
    return Told(estate, found, early=not shown)


async def _is_old_enough(actor: Actor, estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    """Whether this chat, or one that the person knows, has been at it for four weeks."""
    if actor.chat.private:
        theirs = await homes.chats_of(actor, uow)
        chats: Sequence[Chat] = [chat for chat in theirs if chat.estate_key == estate.key]
    else:
        chats = [actor.chat]
    for chat in chats:
        first = await uow.bulletins.first_filed(chat.id)
        if first is not None and now - first >= STAFF_ONLY_FOR:
            return True
    return False


def chosen(told: Sequence[tuple[Wish, Promise]], fate: Fate) -> list[tuple[Wish, Promise]]:
    """Those of one fate, by body, the newest day first."""
    order = list(type(told[0][1].body)) if told else []
    theirs = [each for each in told if each[1].fate is fate]
    return sorted(theirs, key=lambda each: (order.index(each[1].body), -each[1].day.toordinal(), each[0].number))
