"""The staff finds that two wishes say the same: the author of the one that would end is asked, and decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import errors, questions, wishes
from bot.domain.desk_refusals import NobodyLeftToAsk, NoOtherWish
from bot.domain.notices import AuthorAsked, WishChanged
from bot.domain.questions import Question
from bot.domain.rights import Act
from bot.domain.similarity import Verdict
from bot.domain.wishes import ENDED, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork, WishFilter
from bot.services import duplicates, standing
from bot.services.answers import speaker_for
from bot.services.questions import question_of, tell_staff

LIKELY = 6  #: offered as buttons: fits a phone's screen
NAMED = 60  #: whose numbers may be typed
_OPEN = frozenset(State) - ENDED


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of it. `refused`: those about which nobody could be asked, and why."""

    questions: Sequence[tuple[Wish, Question]]
    refused: Sequence[errors.Refused]


async def candidates(
    *, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime
) -> tuple[Wish, list[Wish], list[Wish]]:
    """The wish, those it is most likely the same as, the likest first, and others it could be.

    Raises:
        NoOtherWish: there is none.
        AlreadyAsked: see `questions.check_ask`.
        WishGone, WishClosed, NotAllowed, …: see `standing.wish_to_read`.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.ASK_AUTHOR, uow)
    if wish.has_ended:
        raise errors.WishClosed(number=str(wish.number))
    questions.check_ask(tuple(await uow.questions.of(wish.id)), number=wish.number, now=now)
    nearest = await uow.similar.nearest(
        wish.estate_key, words=wish.words, kind=wish.kind, where=wish.where, limit=LIKELY + 1
    )
    likely = [
        other for other, likeness in nearest if likeness.verdict is not Verdict.NONE and wishes.may_be_same(wish, other)
    ][:LIKELY]
    found = await uow.wishes.find(wish.estate_key, WishFilter(states=_OPEN, public_only=False), limit=NAMED)
    once = {each.id for each in likely}
    others = [each for each in found if each.id not in once and wishes.may_be_same(wish, each)]
    if not likely and not others:
        raise NoOtherWish(number=str(wish.number))
    return wish, likely, others


async def ask(*, actor: Actor, wish_ids: Sequence[int], other_id: int, uow: UnitOfWork, now: datetime) -> Asked:
    """Ask the author of each wish whether it is the same as the other. One that cannot be asked about holds up none.

    Raises:
        NobodyLeftToAsk: of the wishes, none is left but the other itself.
        Refused: nobody could be asked; why, of the last.
    """
    asked: list[tuple[Wish, Question]] = []
    refused: list[errors.Refused] = []
    other = await standing.wish_to_read(other_id, actor, Act.ASK_AUTHOR, uow)
    chosen = sorted(
        set(wish_ids) - {other.id}
    )  # in one order, so that two people who do this never wait for each other
    if not chosen:
        raise NobodyLeftToAsk(number=str(other.number))
    for wish_id in chosen:
        try:
            async with uow.savepoint():
                asked.append(await _ask_one(actor=actor, wish_id=wish_id, other=other, uow=uow, now=now))
        except errors.Refused as why:
            refused.append(why)
    if refused and not asked:
        raise refused[-1]
    return Asked(asked, refused)


async def _ask_one(*, actor: Actor, wish_id: int, other: Wish, uow: UnitOfWork, now: datetime) -> tuple[Wish, Question]:
    wish = await standing.wish_to_change(wish_id, actor, Act.ASK_AUTHOR, uow)
    wishes.check_same(wish, other)
    before = tuple(await uow.questions.of(wish.id))
    questions.check_ask_same(before, other_id=other.id, number=wish.number, other_number=other.number)
    questions.check_ask(before, number=wish.number, now=now)
    author = await uow.people.get(wish.author_id)
    question = await uow.questions.add(
        wish_id=wish.id,
        asker=speaker_for(actor, wish),
        asker_id=actor.person.id,
        words=other.words or f"#{other.number}",  # spoken, and not written down yet
        told=await standing.can_be_told(author, uow),
        now=now,
        same_as=other.id,
    )
    await uow.outbox.put(AuthorAsked(wish.id, question.id))
    return wish, question


async def answer(*, actor: Actor, question_id: int, is_same: bool, uow: UnitOfWork, now: datetime) -> tuple[Wish, Wish]:
    """The author says whether it is; if so their wish ends as the same as the other, which is returned with it.

    Raises:
        NotYourQuestion, AlreadyReplied, OnlyInPrivate: see `questions.open_question`.
        WishClosed, SameWish, …: of two that are not what they were when it was asked; see `duplicates.end`.
    """
    question, wish = await question_of(actor, question_id, uow)
    if question.same_as is None:
        raise errors.NotYourQuestion
    if is_same:
        wish, other = await duplicates.end(actor=actor, wish_id=wish.id, other_id=question.same_as, uow=uow, now=now)
    else:
        other = await uow.wishes.get(question.same_as)
    question = replace(question, is_same=is_same, answered_at=now, told=True)
    await uow.questions.save(question)
    await tell_staff(question, wish, actor, uow=uow)
    await uow.outbox.put(WishChanged(wish.id))
    return wish, other
