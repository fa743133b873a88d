"""Wishes that may say what somebody is about to say: found, joined, or told apart. Nothing is merged by itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain import errors
from bot.domain.similarity import SimilarTap, Verdict
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import Kind, Stance, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import following, standing

LOOKED_AT = 6  #: own and dismissed ones are passed over


@dataclass(frozen=True, slots=True)
class Hint:
    """A neighbour's wish worth a line. Unless the verdict is a card it is information, with nothing to press."""

    wish: Wish
    verdict: Verdict


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
    return next(iter(cards or hints), None)


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
