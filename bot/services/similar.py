"""Wishes that may say what somebody is about to say: found, joined, or told apart. Nothing is merged by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import errors
from bot.domain.notices import WishGathered
from bot.domain.similarity import SimilarTap, Verdict
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import Kind, Stance, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import following, standing

LOOKED_AT = 12  #: own and dismissed ones are passed over, and one floor may have several
OTHER_FLOORS = 2  #: with the same fault, from which one wish for the whole building is offered


@dataclass(frozen=True, slots=True)
class Hint:
    """A neighbour's wish worth a line. Unless the verdict is a card it is information.

    `floors`: where it is about another floor, one wish for each floor of the building that has the same fault, if there
    are `OTHER_FLOORS` at least.
    """

    wish: Wish
    verdict: Verdict
    floors: tuple[Wish, ...] = ()


async def look_for(
    *,
    actor: Actor,
    words: str,
    kind: Kind,
    where: Whereabouts,
    chat_id: int,
    passed_over: Collection[int],
    uow: UnitOfWork,
) -> Hint | None:
    """The likest open public wish of a neighbour in the chat's estate, if any is like enough.

    `passed_over`: ids of wishes the person said are different. Their own wishes are never suggested to them.
    """
    chat = await uow.chats.get(chat_id)
    if chat.estate_key is None:
        return None
    found = await uow.similar.nearest(chat.estate_key, words=words, kind=kind, where=where, limit=LOOKED_AT)
    hints = [
        Hint(wish, likeness.verdict)
        for wish, likeness in found
        if likeness.verdict is not Verdict.NONE and wish.id not in passed_over and _may_be_suggested(wish, actor)
    ]
    cards = [hint for hint in hints if hint.verdict.is_card]
    if cards or not hints:
        return next(iter(cards), None)
    return replace(hints[0], floors=_other_floors([hint.wish for hint in hints], where))


def _other_floors(found: Sequence[Wish], where: Whereabouts) -> tuple[Wish, ...]:
    """By number, the likest of each floor of this building; none if they are too few."""
    by_floor: dict[tuple[int, int], Wish] = {}
    if where.building is not None and where.floors is not None:
        for wish in found:
            if wish.where.floors is not None and wish.where.building == where.building:
                by_floor.setdefault(wish.where.floors, wish)
    return tuple(sorted(by_floor.values(), key=lambda wish: wish.number)) if len(by_floor) >= OTHER_FLOORS else ()


def _may_be_suggested(wish: Wish, actor: Actor) -> bool:
    return wish.is_public and not wish.has_ended and wish.author_id != actor.person.id and standing.may_see(wish, actor)


async def join(*, actor: Actor, wish_id: int, words: str, uow: UnitOfWork, now: datetime) -> Wish:
    """The person says it is the same: they are counted there as by the card's button, and nothing is filed.

    Who was counted before stays counted once.

    Raises:
        WishGone, NotAResident, …: see `following.follow_wish`.
    """
    try:
        wish = await following.follow_wish(actor=actor, wish_id=wish_id, stance=Stance.JOIN, uow=uow, now=now)
    except errors.AlreadyCounted:
        wish = await uow.wishes.get(wish_id)
    await _tapped(wish, actor, SimilarTap.SAME, words, uow, now)
    return wish


async def tell_apart(*, actor: Actor, wish_id: int, words: str, uow: UnitOfWork, now: datetime) -> None:
    """The person says it is another matter."""
    wish = await uow.wishes.get(wish_id)
    await _tapped(wish, actor, SimilarTap.DIFFERENT, words, uow, now)


async def _tapped(wish: Wish, actor: Actor, label: SimilarTap, words: str, uow: UnitOfWork, now: datetime) -> None:
    await uow.similar.tapped(wish_id=wish.id, person_id=actor.person.id, label=label, words=words, now=now)


async def gather(*, actor: Actor, whole: Wish, part_ids: Collection[int], uow: UnitOfWork) -> Sequence[Wish]:
    """Note that a wish of the whole building, just filed, says what these say of its floors; returns those it names.

    They go on by themselves, nobody's support is moved: who filed or follows them is told, and may join. What went to
    the committee alone names none, and one that ended or left sight meanwhile is not named.
    """
    if not whole.is_public or not part_ids:
        return ()
    parts = [wish for part_id in part_ids if (wish := await _part(part_id, actor, whole, uow)) is not None]
    if parts:
        await uow.gathered.add(whole.id, [wish.id for wish in parts])
        await uow.outbox.put(WishGathered(whole.id))
    return parts


async def _part(wish_id: int, actor: Actor, whole: Wish, uow: UnitOfWork) -> Wish | None:
    try:
        wish = await uow.wishes.get(wish_id)
    except LookupError:
        return None
    same_building = wish.estate_key == whole.estate_key and wish.where.building == whole.where.building
    return wish if same_building and _may_be_suggested(wish, actor) else None
