"""The staff's side of a wish: taking it in hand, answering it; and the neighbours' thanks."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain import errors, wishes
from bot.domain.notices import NeighbourToTell, WishAnswered, WishChanged, WishThanked
from bot.domain.people import Body, Speaker
from bot.domain.rights import Act
from bot.domain.wishes import Answer, AnswerKind, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing


def speaker_for(actor: Actor, wish: Wish) -> Speaker:
    """In whose name the actor answers: the body config.yaml lists them for, else as moderator (群管理)."""
    estate = standing.estate_of(wish.estate_key, actor)
    listed = estate.speakers.get(actor.person.telegram_id)
    return listed or Speaker(actor.person.telegram_id, actor.person.name, Body.MODERATOR)


async def take_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """Take the wish in hand; the others see who.

    Raises:
        AlreadyTaken, WishClosed: see `wishes.take`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.TAKE_WISH, uow)
    wish = wishes.take(wish, person_id=actor.person.id, name=speaker_for(actor, wish).name)
    await uow.wishes.save(wish)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def hand_back_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """Give the wish out of one's hands.

    Raises:
        NotTakenByYou: see `wishes.hand_back`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.TAKE_WISH, uow)
    wish = wishes.hand_back(wish, person_id=actor.person.id)
    await uow.wishes.save(wish)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def answer_wish(
    *,
    actor: Actor,
    wish_id: int,
    kind: AnswerKind,
    words: str,
    due_on: date | None,
    photos: tuple[str, ...],
    uow: UnitOfWork,
    now: datetime,
) -> Answer:
    """Answer in the name of a body; everyone concerned is told once.

    Raises:
        WishClosed, NotADate, EmptyWords, NotAPhoto, DateInPast, DateTooFar: see `wishes.answer`.
        TooLong: more than `wishes.MAX_ANSWER_CHARS`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.ANSWER_WISH, uow)
    today = standing.estate_of(wish.estate_key, actor).local(now).date()
    words = wishes.clean_words(words, max_chars=wishes.MAX_ANSWER_CHARS) if words.strip() else ""
    wish = wishes.answer(wish, kind=kind, words=words, due_on=due_on, photos=photos, today=today)
    await uow.wishes.save(wish)
    answer = await uow.answers.add(
        wish_id=wish.id,
        kind=kind,
        words=words,
        due_on=due_on,
        photos=photos,
        speaker=speaker_for(actor, wish),
        speaker_id=actor.person.id,
        now=now,
    )
    await uow.outbox.put(WishAnswered(wish.id, answer.id))
    if await uow.filed_for.of(wish.id) is not None:
        await uow.outbox.put(NeighbourToTell(wish.id, answer.id))
    return answer


async def wish_to_answer(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The wish, before the answer's dialog opens.

    Raises:
        WishGone, NotAllowed: see `standing.wish_to_read`.
    """
    return await standing.wish_to_read(wish_id, actor, Act.ANSWER_WISH, uow)


async def thank(*, actor: Actor, answer_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """Say thanks for a wish that is done; it reaches who reported it.

    Raises:
        NothingToThank: the wish is not done (any more).
        AlreadyThanked: one a person.
        WishGone: a made-up button.
    """
    try:
        answer = await uow.answers.get(answer_id)
    except LookupError:
        raise errors.WishGone from None
    wish = await standing.wish_to_change(answer.wish_id, actor, Act.THANK, uow)
    if answer.kind is not AnswerKind.DONE or wish.state is not State.DONE:
        raise errors.NothingToThank(number=str(wish.number))
    if not await uow.answers.add_thanks(answer.id, actor.person.id, now=now):
        raise errors.AlreadyThanked(number=str(wish.number))
    await uow.outbox.put(WishThanked(wish.id, answer.id, actor.person.id))
    return wish
