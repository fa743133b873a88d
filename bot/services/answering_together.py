"""One answer to several wishes at once; each is an answer of its own, held and told as any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import errors
from bot.domain.wishes import Answer, AnswerKind, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import answers, standing


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. `refused`: those that changed meanwhile, and why they were left out."""

    answered: Sequence[tuple[Wish, Answer]]
    refused: Sequence[errors.Refused]


async def answer_together(
    *,
    actor: Actor,
    wish_ids: Sequence[int],
    kind: AnswerKind,
    words: str,
    due_on: date | None,
    uow: UnitOfWork,
    now: datetime,
) -> Outcome:
    """Answer each of them in the same words. One that cannot be answered holds up none of the others.

    Raises:
        Refused: none of them could be answered; why, of the last.
    """
    answered: list[tuple[Wish, Answer]] = []
    refused: list[errors.Refused] = []
    for wish_id in sorted(wish_ids):  # in one order, so that two people who do this never wait for each other
        try:
            async with uow.savepoint():
                answer = await answers.answer_wish(
                    actor=actor,
                    wish_id=wish_id,
                    kind=kind,
                    words=words,
                    due_on=due_on,
                    photos=(),
                    uow=uow,
                    now=now,
                )
        except errors.Refused as why:
            refused.append(why)
        else:
            answered.append((await uow.wishes.get(wish_id), answer))
    if refused and not answered:
        raise refused[-1]
    return Outcome(answered, refused)


async def take_back_together(*, actor: Actor, first: int, last: int, uow: UnitOfWork) -> list[Wish]:
    """Whoever gave answers together takes back those that are not out yet.

    Raises:
        WishGone: a made-up button, or they were taken back already.
        AnswerIsOut: too late for all of them.
    """
    try:
        wish = await uow.wishes.get((await uow.answers.get(first)).wish_id)
    except LookupError:
        raise errors.WishGone from None
    held = await uow.answers.held_between(first, last, speaker_id=actor.person.id)
    if not held:
        if not standing.may_see(wish, actor):
            raise errors.WishGone
        await answers.take_answer_back(actor=actor, answer_id=first, uow=uow)  # says what is wrong
    return [await answers.take_answer_back(actor=actor, answer_id=each.id, uow=uow) for each in held]
