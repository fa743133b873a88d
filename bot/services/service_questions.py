"""Questions about a service: to the staff, and back to who asked; nobody learns through it who that was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain import directory_refusals, service_questions, wishes
from bot.domain.directory import Service
from bot.domain.people import Body, Chat, Estate, Person, Speaker, language_for
from bot.domain.rights import Act
from bot.domain.service_questions import ServiceQuestion
from bot.messages import Actor, Reply
from bot.ports import UnitOfWork
from bot.services import desks, directory, service_lines, standing

MOST_PER_TICK = 100
PAGE = 5  #: questions a page: each may be long


@dataclass(frozen=True, slots=True)
class Asked:
    question: ServiceQuestion
    service: Service
    reached: bool  #: somebody was told of it at once


@dataclass(frozen=True, slots=True)
class Waiting:
    """One page of the questions that nobody answered, oldest first."""

    estate: Estate
    rows: Sequence[tuple[ServiceQuestion, Service]]
    total: int
    number: int  #: of the page, from 0
    pages: int  #: at least 1


# ---- asking ----------------------------------------------------------------------------------------------------------


async def to_ask_about(*, actor: Actor, service_id: int, uow: UnitOfWork) -> Service:
    """The service, before the question is written.

    Raises:
        OnlyInPrivate: in any group: the question would be everybody's.
        TooManyServiceQuestions: this person's others wait.
        ServiceGone, ServiceOff, NotAResident: see `directory.to_read`.
    """
    standing.require_private(actor)
    service = await directory.to_read(actor=actor, service_id=service_id, act=Act.ASK_ABOUT_SERVICE, uow=uow)
    if not service.listed:
        raise directory_refusals.ServiceOff(name=service.name)
    service_questions.check_ask(len(await uow.service_questions.open_of(actor.person.id)))
    return service


async def ask(*, actor: Actor, service_id: int, words: str, uow: UnitOfWork, now: datetime) -> Asked:
    """Ask the staff; where the estate has no staff chat, the committee in private.

    Raises: see `to_ask_about`; EmptyWords, TooLong: see `wishes.clean_words`.
    """
    await uow.people.lock(actor.person.id)
    service = await to_ask_about(actor=actor, service_id=service_id, uow=uow)
    estate = standing.estate_of(service.estate_key, actor)
    question = await uow.service_questions.add(
        service_id=service.id,
        estate_key=service.estate_key,
        asker_id=actor.person.id,
        words=wishes.clean_words(words, max_chars=service_questions.MAX_QUESTION_CHARS),
        due_on=service_questions.due_on(now, estate),
        now=now,
    )
    reached = await _tell_staff(question, service, estate, uow=uow, fresh=True)
    return Asked(question, service, bool(reached))


async def _tell_staff(
    question: ServiceQuestion, service: Service, estate: Estate, *, uow: UnitOfWork, fresh: bool = False
) -> int:
    """The question as it stands, in the same message of each chat; returns in how many."""
    said = _said_anew(service_lines.for_staff(question, service), fresh)
    if reached := await desks.tell(estate, said, uow=uow):
        return reached
    committee = await _committee(estate, uow)
    for person, chat in committee:
        language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
        await uow.outbox.say(chat.id, said, language=language)
    return len(committee)


def _said_anew(reply: Reply, fresh: bool) -> Reply:
    """As a new message below, or as an edit of the one that is there."""
    return Reply(reply.lines, buttons=reply.buttons, slot=reply.slot, fresh=fresh, silent=not fresh)


async def _committee(estate: Estate, uow: UnitOfWork) -> list[tuple[Person, Chat]]:
    """Those listed for it who can be written to."""
    found = []
    for speaker in estate.speakers.values():
        person = await uow.people.known(speaker.telegram_id) if speaker.body is Body.COMMITTEE else None
        if person is not None and await standing.can_be_told(person, uow):
            found.append((person, await uow.chats.private_of(person)))
    return found


# ---- answering -------------------------------------------------------------------------------------------------------


async def to_answer(*, actor: Actor, question_id: int, uow: UnitOfWork) -> tuple[ServiceQuestion, Service]:
    """The question, before its answer is written.

    Raises:
        ServiceQuestionAnswered: somebody was quicker.
        ServiceQuestionGone, OnlyInPrivate, NotAllowed, NotAResident: see `_of_button`.
    """
    question = await _of_button(actor, question_id, uow)
    if question.answer is not None:
        raise directory_refusals.ServiceQuestionAnswered(name=question.by.name if question.by else "")
    return question, await uow.services.get(question.service_id)


async def _of_button(actor: Actor, question_id: int, uow: UnitOfWork) -> ServiceQuestion:
    try:
        question = await uow.service_questions.lock(question_id)
    except LookupError:
        raise directory_refusals.ServiceQuestionGone from None
    gone = directory_refusals.ServiceQuestionGone()
    directory.check_estate(actor, question.estate_key, Act.ANSWER_ABOUT_SERVICE, gone=gone)
    standing.require_away_from_neighbours(actor)
    return question


async def answer(
    *, actor: Actor, question_id: int, words: str, shown: bool, uow: UnitOfWork, now: datetime
) -> tuple[ServiceQuestion, Service]:
    """Answer; it is out after a moment in which it can be taken back. `shown`: with the service, for everybody.

    Raises: see `to_answer`; EmptyWords, TooLong: see `wishes.clean_words`.
    """
    before, service = await to_answer(actor=actor, question_id=question_id, uow=uow)
    estate = standing.estate_of(before.estate_key, actor)
    said = wishes.clean_words(words, max_chars=service_questions.MAX_ANSWER_CHARS)
    listed = estate.spokesman(actor.person.telegram_id)
    by = listed or Speaker(actor.person.telegram_id, actor.person.name, Body.MODERATOR)
    question = service_questions.answered(
        before, words=said, shown=shown, by=by, by_id=actor.person.id, now=now, estate=estate
    )
    await uow.service_questions.save(question)
    await _tell_staff(question, service, estate, uow=uow)
    return question, service


async def take_back(*, actor: Actor, question_id: int, uow: UnitOfWork) -> tuple[ServiceQuestion, Service]:
    """Nobody but the staff saw the answer: the question waits again.

    Raises:
        ServiceAnswerOut, NotYourAnswer: see `service_questions.taken_back`.
        ServiceQuestionGone, OnlyInPrivate, NotAllowed, NotAResident: see `_of_button`.
    """
    before = await _of_button(actor, question_id, uow)
    question = service_questions.taken_back(before, person_id=actor.person.id)
    await uow.service_questions.save(question)
    service = await uow.services.get(question.service_id)
    await _tell_staff(question, service, standing.estate_of(question.estate_key, actor), uow=uow)
    return question, service


async def show(*, actor: Actor, question_id: int, shown: bool, uow: UnitOfWork) -> tuple[ServiceQuestion, Service]:
    """Whether question and answer stand with the service from now on. The committee's matter.

    Raises:
        ServiceQuestionGone: there is none of theirs, or it has no answer.
        OnlyInPrivate, NotAllowed: see `directory.to_run`.
    """
    before = await _of_button(actor, question_id, uow)
    service = await directory.to_run(actor=actor, service_id=before.service_id, uow=uow)
    if before.answer is None:
        raise directory_refusals.ServiceQuestionGone
    question = replace(before, shown=shown)
    await uow.service_questions.save(question)
    return question, service


# ---- who asked -------------------------------------------------------------------------------------------------------


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.service_questions.next_out()
    return moment is not None and moment <= now


async def let_out(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Tell those who asked; who cannot be written to gets it when they come. Returns how many answers are out."""
    due = await uow.service_questions.to_let_out(now, limit=MOST_PER_TICK)
    for question in due:
        service = await uow.services.get(question.service_id)
        asker = await uow.people.get(question.asker_id)
        estate = estates.get(question.estate_key)
        told = await standing.can_be_told(asker, uow)
        if told:
            chat = await uow.chats.private_of(asker)
            spoken = estate.language if estate else "zh"
            language = language_for(person=asker, chat=chat, estate=estate, default=spoken)
            await uow.outbox.say(chat.id, service_lines.for_asker(question, service), language=language)
        question = service_questions.let_out(question, told=told)
        await uow.service_questions.save(question)
        if estate is not None:
            await _tell_staff(question, service, estate, uow=uow)
    return len(due)


async def waiting_for(actor: Actor, *, uow: UnitOfWork) -> tuple[Reply, ...]:
    """Answers that could not be told to this person when they were given; from now on they have them."""
    if not actor.chat.private:
        return ()
    said = []
    for question in await uow.service_questions.untold(actor.person.id):
        await uow.service_questions.save(replace(question, told=True))
        said.append(service_lines.for_asker(question, await uow.services.get(question.service_id)))
    return tuple(said)


async def forget(person: Person, *, uow: UnitOfWork) -> None:
    """What they asked and nobody else reads goes from the chats, too."""
    for question in await uow.service_questions.unseen_of(person.id):
        for chat in await uow.chats.of_estate(question.estate_key, service_lines.STAFF):
            await uow.outbox.remove(chat.id, service_lines.slot_of(question))


# ---- what waits ------------------------------------------------------------------------------------------------------


async def waiting(*, actor: Actor, page: int, uow: UnitOfWork) -> Waiting:
    """All questions that nobody answered; a page past the end is the last one.

    Raises:
        OnlyInPrivate: in a building's group.
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_allowing`.
    """
    standing.require_away_from_neighbours(actor)
    estate = standing.estate_allowing(actor, Act.ANSWER_ABOUT_SERVICE)
    found = await uow.service_questions.open_in(estate.key)
    pages = max(1, -(-len(found) // PAGE))
    number = max(0, min(page, pages - 1))
    shown = found[number * PAGE : (number + 1) * PAGE]
    rows = [(question, await uow.services.get(question.service_id)) for question in shown]
    return Waiting(estate, rows, len(found), number, pages)


async def overdue(estate: Estate, *, today: date, uow: UnitOfWork) -> int:
    """How many nobody answered for as many working days as an answer may take."""
    found = await uow.service_questions.open_in(estate.key)
    return sum(service_questions.is_overdue(question, today=today) for question in found)
