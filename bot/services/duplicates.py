"""One matter filed twice: its author says so, and one of the two ends. Nobody's support is moved without them."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, wishes
from bot.domain.course import Step
from bot.domain.notices import WishChanged, WishSaidTwice
from bot.domain.rights import Act
from bot.domain.similarity import Verdict
from bot.domain.wishes import ENDED, Stance, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork, WishFilter
from bot.services import course, following, standing

MOST = 6  #: offered: fits a phone's screen
_OPEN = frozenset(State) - ENDED


async def own_open_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The wish, before anything is asked about it.

    Raises:
        OnlyInPrivate: it may be one that neighbours must not know of.
        NotYourWish: somebody else's.
        WishClosed: it has ended.
        WishGone, …: see `standing.wish_to_read`.
    """
    standing.require_private(actor)
    wish = await standing.wish_to_read(wish_id, actor, Act.FILE_WISH, uow)
    if wish.author_id != actor.person.id:
        raise errors.NotYourWish(number=str(wish.number))
    if wish.has_ended:
        raise errors.WishClosed(number=str(wish.number))
    return wish


async def likely(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> tuple[Wish, list[Wish]]:
    """The wish, and those it may be the same as: the likest of the neighbours', then the author's own other ones.

    Raises:
        NotYourWish, …: see `own_open_wish`.
    """
    wish = await own_open_wish(actor=actor, wish_id=wish_id, uow=uow)
    nearest = await uow.similar.nearest(
        wish.estate_key, words=wish.words, kind=wish.kind, where=wish.where, limit=MOST + 1
    )
    alike = [other for other, likeness in nearest if likeness.verdict is not Verdict.NONE]
    own = await uow.wishes.find(wish.estate_key, WishFilter(states=_OPEN, author_id=actor.person.id), limit=MOST + 1)
    once = {other.id: other for other in (*alike, *own)}
    offered = [other for other in once.values() if wishes.may_be_same(wish, other) and standing.may_see(other, actor)]
    return wish, offered[:MOST]


async def two(*, actor: Actor, wish_id: int, other_id: int, uow: UnitOfWork) -> tuple[Wish, Wish]:
    """Both, before the question whether they are one.

    Raises:
        SameWish, WishClosed: see `wishes.end_as_same`.
        NotYourWish, WishGone, …: see `own_open_wish`.
    """
    wish = await own_open_wish(actor=actor, wish_id=wish_id, uow=uow)
    other = await standing.wish_to_read(other_id, actor, Act.FILE_WISH, uow)
    wishes.end_as_same(wish, as_other=other, person_id=actor.person.id)
    return wish, other


async def end(*, actor: Actor, wish_id: int, other_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, Wish]:
    """End the author's wish as the same as another. The author is counted there; those who followed are asked.

    Raises:
        SameWish, WishClosed, NotYourWish, WishGone, …: see `two`.
    """
    for each in sorted((wish_id, other_id)):  # in one order, so that two of these never wait for each other
        await standing.wish_to_change(each, actor, Act.FILE_WISH, uow)
    wish, other = await two(actor=actor, wish_id=wish_id, other_id=other_id, uow=uow)
    ended = wishes.end_as_same(wish, as_other=other, person_id=actor.person.id)
    await course.move(wish, ended, Step.SAME, uow=uow, now=now)
    await uow.wishes.end_as_duplicate(wish.id, of_wish_id=other.id, now=now)
    if other.author_id != actor.person.id:
        try:
            await following.follow_wish(actor=actor, wish_id=other.id, stance=Stance.JOIN, uow=uow, now=now)
        except errors.AlreadyCounted:
            await uow.outbox.put(WishChanged(other.id))
    await uow.outbox.put(WishSaidTwice(wish.id, other.id))
    return wish, other
