"""The staff's side of a wish: taking it in hand, answering it; and the neighbours' thanks."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain import errors, presses, wishes
from bot.domain.notices import NeighbourToTell, WishAnswered, WishChanged, WishThanked
from bot.domain.people import Body, Speaker
from bot.domain.presses import CardButton, Meaning, Outcome
from bot.domain.rights import Act
from bot.domain.wishes import Answer, AnswerKind, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import intakes, standing


def speaker_for(actor: Actor, wish: Wish) -> Speaker:
    """In whose name the actor answers: the body config.yaml lists them for, else as moderator (群管理)."""
    estate = standing.estate_of(wish.estate_key, actor)
    listed = estate.speakers.get(actor.person.telegram_id)
    return listed or Speaker(actor.person.telegram_id, actor.person.name, Body.MODERATOR)


async def take_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """Take the wish in hand; the others see who.

    Raises:
        AlreadyTaken, WishClosed: see `wishes.take`.
        AlreadyInYourHands: they took it themselves; says how to hand it back.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.TAKE_WISH, uow)
    if wish.taken_by == actor.person.id and not wish.has_ended:
        raise errors.AlreadyInYourHands(number=str(wish.number))
    wish = wishes.take(wish, person_id=actor.person.id, name=speaker_for(actor, wish).name)
    await uow.wishes.save(wish)
    await uow.outbox.put(WishChanged(wish.id))
    await intakes.staff_acted(standing.estate_of(wish.estate_key, actor), uow=uow, now=now)
    return wish


async def hand_back_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """Give the wish out of one's hands.

    Raises:
        NotTakenByYou: see `wishes.hand_back`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.TAKE_WISH, uow)
    wish = wishes.hand_back(wish, person_id=actor.person.id)
    await uow.wishes.save(wish)
    await uow.outbox.put(WishChanged(wish.id))
    await intakes.staff_acted(standing.estate_of(wish.estate_key, actor), uow=uow, now=now)
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
    await intakes.staff_acted(standing.estate_of(wish.estate_key, actor), uow=uow, now=now)
    return answer


async def wish_to_answer(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The wish, before the answer's dialog opens.

    Raises:
        WishGone, NotAllowed: see `standing.wish_to_read`.
    """
    return await standing.wish_to_read(wish_id, actor, Act.ANSWER_WISH, uow)


async def thank(*, actor: Actor, answer_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, bool]:
    """Say thanks for a wish that is done; it reaches who reported it. False: pressed again soon, and taken back.

    Thanks said once more after that reach nobody a second time.

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
    who = actor.person.id
    last = await uow.card_presses.last(wish.id, who, CardButton.THANKS)
    match presses.meaning(held=await uow.answers.has_thanked(answer.id, who), last=last, now=now):
        case Meaning.COUNT:
            await uow.answers.add_thanks(answer.id, who, now=now)
            outcome = Outcome.COUNTED
        case Meaning.TAKE_BACK:
            await uow.answers.remove_thanks(answer.id, who)
            outcome = Outcome.TAKEN_BACK
        case Meaning.NERVOUS_TAKEN_BACK:
            return wish, False
        case _:
            raise errors.AlreadyThanked(number=str(wish.number))
    again = last is not None and last.outcome is Outcome.TAKEN_BACK
    await uow.card_presses.put(wish.id, who, CardButton.THANKS, outcome, now=now)
    is_news = outcome is Outcome.COUNTED and not again
    await uow.outbox.put(WishThanked(wish.id, answer.id, who) if is_news else WishChanged(wish.id))
    return wish, outcome is Outcome.COUNTED
