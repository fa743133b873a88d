"""The staff's side of a wish: taking it in hand, answering it; and the neighbours' thanks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bot.domain import errors, wishes
from bot.domain.course import Step, step_of_answer
from bot.domain.notices import AnswerTooLate, NeighbourToTell, WishAnswered, WishChanged, WishThanked
from bot.domain.people import Body, Estate, Speaker
from bot.domain.presses import CardButton, Meaning, Outcome
from bot.domain.rights import Act
from bot.domain.wishes import Answer, AnswerKind, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import clocks, course, dissents, intakes, pressing, standing, verdicts


def speaker_for(actor: Actor, wish: Wish) -> Speaker:
    """In whose name the actor answers: their body's, or that of their office; else as moderator (群管理)."""
    estate = standing.estate_of(wish.estate_key, actor)
    listed = estate.spokesman(actor.person.telegram_id, wish.place)
    return listed or Speaker(actor.person.telegram_id, actor.person.name, Body.MODERATOR)


async def take_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """Take the wish in hand; the others see who.

    Raises:
        AlreadyTaken, WishClosed: see `wishes.take`.
        AlreadyInYourHands: they took it themselves; says how to hand it back.
    """
    before = await standing.wish_to_change(wish_id, actor, Act.TAKE_WISH, uow)
    if before.taken_by == actor.person.id and not before.has_ended:
        raise errors.AlreadyInYourHands(number=str(before.number))
    speaker = speaker_for(actor, before)
    wish = wishes.take(before, person_id=actor.person.id, name=speaker.name)
    await course.move(before, wish, Step.TAKEN, uow=uow, now=now, speaker=speaker)
    wish = await clocks.refresh(wish, actor.estate_named(wish.estate_key), uow=uow)
    await uow.outbox.put(WishChanged(wish.id))
    await intakes.staff_acted(standing.estate_of(wish.estate_key, actor), uow=uow, now=now)
    return wish


async def hand_back_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """Give the wish out of one's hands.

    Raises:
        NotTakenByYou: see `wishes.hand_back`.
    """
    before = await standing.wish_to_change(wish_id, actor, Act.TAKE_WISH, uow)
    wish = wishes.hand_back(before, person_id=actor.person.id)
    speaker = speaker_for(actor, wish)
    await course.move(before, wish, Step.HANDED_BACK, uow=uow, now=now, speaker=speaker)
    wish = await clocks.refresh(wish, actor.estate_named(wish.estate_key), uow=uow)
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

    For the first minutes (`Courtesy.answer_hold`) it is held: staff see it, and who gave it can take it back. Until
    then the wish stands as it stood before, so that nothing of it shows anywhere else.

    Raises:
        WishClosed, NotADate, EmptyWords, NotAPhoto, DateInPast, PromiseTooFar, DateTooFar: see `wishes.answer`.
        MovedAlready, TooLateToMove, ReasonToMove: see `clocks.check_promise`.
        TooLong: more than `wishes.MAX_ANSWER_CHARS`.
        DeliberateFirst: see `dissents.check_decision`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.ANSWER_WISH, uow)
    estate = standing.estate_of(wish.estate_key, actor)
    await dissents.check_decision(wish, kind, estate, uow)
    words = wishes.clean_words(words, max_chars=wishes.MAX_ANSWER_CHARS) if words.strip() else ""
    held = await uow.answers.held_of(wish.id)
    foreseen = wish
    for each in held:
        foreseen = wishes.answered(foreseen, kind=each.kind, due_on=each.due_on)
    today = estate.local(now).date()
    wishes.answer(foreseen, kind=kind, words=words, due_on=due_on, photos=photos, today=today)
    if kind is AnswerKind.PROMISE and due_on is not None:
        await clocks.check_promise(wish, held, to=due_on, words=words, today=today, uow=uow)
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
    await intakes.staff_acted(estate, uow=uow, now=now)
    if not held and not estate.courtesy.answer_hold:
        await _comes_out(wish, answer, estate, uow=uow, now=now)
        return answer
    # Behind those that are held already: they come out in the order in which they were given.
    behind = [until for each in held if (until := await uow.answers.held_until(each.id))]
    await uow.answers.hold(answer.id, due_at=max([now + estate.courtesy.answer_hold, *behind]))
    await uow.outbox.put(WishChanged(wish.id))
    return answer


async def _comes_out(wish: Wish, answer: Answer, estate: Estate | None, *, uow: UnitOfWork, now: datetime) -> None:
    after = wishes.answered(wish, kind=answer.kind, due_on=answer.due_on)
    step = step_of_answer(wish, answer.kind)
    await course.move(wish, after, step, uow=uow, now=now, speaker=answer.speaker, answer_id=answer.id)
    await uow.outbox.put(WishAnswered(wish.id, answer.id))
    if answer.kind is AnswerKind.DONE and wish.state is not State.DONE and estate is not None:
        await verdicts.ask(after, answer, estate=estate, uow=uow, now=now)
    if await uow.filed_for.of(wish.id) is not None:
        await uow.outbox.put(NeighbourToTell(wish.id, answer.id))


async def let_answers_out(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime, limit: int = 20) -> int:
    """Those that nobody took back in time: the wish changes, and everyone concerned is told. Returns how many."""
    due = await uow.answers.held_due(now, limit=limit)
    for answer in due:
        wish = await uow.wishes.lock(answer.wish_id)
        # Taken back, or let out by another process, while this one waited for the wish: nothing is left to do.
        if await uow.answers.held_until(answer.id):
            await _let_out(wish, answer, estates.get(wish.estate_key), uow=uow, now=now)
    return len(due)


async def _let_out(wish: Wish, answer: Answer, estate: Estate | None, *, uow: UnitOfWork, now: datetime) -> None:
    try:
        await _comes_out(wish, answer, estate, uow=uow, now=now)
    except errors.WishClosed:
        await uow.answers.take_back(answer.id)
        await uow.outbox.put(AnswerTooLate(wish.id, answer.speaker_id))
    else:
        await uow.answers.let_out(answer.id)


async def take_answer_back(*, actor: Actor, answer_id: int, uow: UnitOfWork) -> Wish:
    """Whoever gave an answer takes it back before it is out: nobody is told of it, nothing is left of it.

    Raises:
        WishGone: a made-up button, or it was taken back already.
        NotYourAnswer: somebody else gave it.
        AnswerIsOut: too late.
    """
    answer = await _answer(answer_id, uow)
    wish = await standing.wish_to_change(answer.wish_id, actor, Act.ANSWER_WISH, uow)
    if answer.speaker_id != actor.person.id:
        raise errors.NotYourAnswer(name=answer.speaker.name)
    if not await uow.answers.take_back(answer.id):
        raise errors.AnswerIsOut(number=str(wish.number))
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def answer_to_show(*, actor: Actor, answer_id: int, uow: UnitOfWork) -> tuple[Wish, Answer]:
    """An answer that is out, with its pictures, in private.

    Raises:
        OnlyInPrivate: a group has its card.
        WishGone: none that this actor may see.
    """
    standing.require_private(actor)
    answer = await _answer(answer_id, uow)
    wish = await standing.wish_to_read(answer.wish_id, actor, Act.READ_WISHES, uow)
    if await uow.answers.held_until(answer.id):
        raise errors.WishGone
    return wish, answer


async def _answer(answer_id: int, uow: UnitOfWork) -> Answer:
    try:
        return await uow.answers.get(answer_id)
    except LookupError:
        raise errors.WishGone from None


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
    answer = await _answer(answer_id, uow)
    wish = await standing.wish_to_change(answer.wish_id, actor, Act.THANK, uow)
    if await uow.answers.held_until(answer.id):
        raise errors.WishGone
    if answer.kind is not AnswerKind.DONE or wish.state is not State.DONE:
        raise errors.NothingToThank(number=str(wish.number))
    who = actor.person.id
    last = await uow.card_presses.last(wish.id, who, CardButton.THANKS)
    held = await uow.answers.has_thanked(answer.id, who)
    match await pressing.meaning_of(held=held, last=last, uow=uow, now=now):
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
