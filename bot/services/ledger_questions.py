"""Public questions about entries of the ledger: anybody may ask, whoever published answers, both are there to read."""

from __future__ import annotations

from datetime import datetime

from bot.domain import ledger, ledger_refusals, wishes
from bot.domain.ledger import Entry, EntryQuestion
from bot.domain.people import Estate, Person, language_for
from bot.domain.rights import Act
from bot.messages import Actor, Reply
from bot.ports import UnitOfWork
from bot.services import desks, ledger_lines, standing
from bot.services import ledger as entries
from bot.services.project_standing import speaker_of


async def may_ask(*, actor: Actor, entry_id: int, uow: UnitOfWork) -> Entry:
    """The entry, before the question is written. In private: in a group the asker could not stay without a name.

    Raises:
        OnlyInPrivate: in a group.
        TooManyQuestions: see `ledger.check_ask`.
        EntryGone, NotAResident: see `ledger.to_read`.
    """
    entry = await entries.to_read(actor=actor, entry_id=entry_id, act=Act.ASK_OF_ENTRY, uow=uow)
    standing.require_private(actor)
    ledger.check_ask(await uow.ledger.waiting_of(actor.person.id, entry.estate_key))
    return entry


async def ask(
    *, actor: Actor, entry_id: int, words: str, named: bool, uow: UnitOfWork, now: datetime
) -> tuple[Entry, EntryQuestion]:
    """Ask before everybody, with one's name or without. It goes to the staff chats, else to those who can answer.

    Raises:
        EmptyWords, TooLong: see `wishes.clean_words`.
        OnlyInPrivate, TooManyQuestions, EntryGone, NotAResident: see `may_ask`.
    """
    entry = await may_ask(actor=actor, entry_id=entry_id, uow=uow)
    question = await uow.ledger.ask(
        entry.id,
        asker_id=actor.person.id,
        name=actor.person.name if named else "",
        words=wishes.clean_words(words, max_chars=ledger.MAX_QUESTION_CHARS),
        now=now,
    )
    await _tell_publisher(entry, question, standing.estate_of(entry.estate_key, actor), uow=uow)
    return entry, question


async def _tell_publisher(entry: Entry, question: EntryQuestion, estate: Estate, *, uow: UnitOfWork) -> None:
    """Where there is no staff chat, to those of the body who can be written to."""
    said = ledger_lines.asked(entry, question)
    if await desks.tell(estate, said, uow=uow):
        return
    for telegram_id, speaker in estate.speakers.items():
        if speaker.body is not entry.by.body:
            continue
        person = await uow.people.known(telegram_id)
        if person is not None:
            await _say(person, said, estate, uow=uow)


async def _say(person: Person, said: Reply, estate: Estate, *, uow: UnitOfWork) -> None:
    """Without a sound, so that it wakes nobody; to whom the bot may write."""
    if await standing.can_be_told(person, uow):
        chat = await uow.chats.private_of(person)
        language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
        await uow.outbox.say(chat.id, said, language=language)


async def question_to_read(*, actor: Actor, question_id: int, uow: UnitOfWork) -> tuple[Entry, EntryQuestion]:
    """The question of a button, for those who keep the ledger; nobody else changes it until this unit of work ends.

    Raises:
        EntryQuestionGone: there is none, or none of an estate the actor has to do with.
        OnlyInPrivate: in a building's group.
        NotAllowed: the role may not.
    """
    try:
        question = await uow.ledger.lock_question(question_id)
        entry = await entries.to_read(actor=actor, entry_id=question.entry_id, act=Act.RUN_LEDGER, uow=uow)
    except (LookupError, ledger_refusals.EntryGone):
        raise ledger_refusals.EntryQuestionGone from None
    standing.require_away_from_neighbours(actor)
    return entry, question


async def to_answer(*, actor: Actor, question_id: int, uow: UnitOfWork) -> tuple[Entry, EntryQuestion]:
    """Before the answer is written.

    Raises:
        NotThePublisher, EntryQuestionAnswered, EntryQuestionFolded: see `ledger.check_answer`.
        EntryQuestionGone, OnlyInPrivate, NotAllowed: see `question_to_read`.
    """
    entry, question = await question_to_read(actor=actor, question_id=question_id, uow=uow)
    estate = standing.estate_of(entry.estate_key, actor)
    ledger.check_answer(question, entry, by=speaker_of(actor, estate))
    return entry, question


async def answer(*, actor: Actor, question_id: int, words: str, uow: UnitOfWork, now: datetime) -> Entry:
    """Answer it before everybody; who asked is told, where they can be.

    Raises:
        EmptyWords, TooLong: see `wishes.clean_words`.
        NotThePublisher, EntryQuestionAnswered, …: see `to_answer`.
    """
    entry, question = await to_answer(actor=actor, question_id=question_id, uow=uow)
    estate = standing.estate_of(entry.estate_key, actor)
    said = wishes.clean_words(words, max_chars=ledger.MAX_ANSWER_CHARS)
    by = speaker_of(actor, estate)
    await uow.ledger.answer(question.id, words=said, by=by, by_id=actor.person.id, now=now)
    answered = await uow.ledger.question(question.id)
    await _say(await uow.people.get(question.asker_id), ledger_lines.answered(entry, answered), estate, uow=uow)
    return entry


async def fold(*, actor: Actor, question_id: int, uow: UnitOfWork) -> tuple[Entry, EntryQuestion]:
    """Take a question out of everybody's sight, as when it insults somebody; pressed again, put it back.

    How many are out of sight stays to be read. Raises as `question_to_read`, NotThePublisher.
    """
    entry, question = await question_to_read(actor=actor, question_id=question_id, uow=uow)
    by = speaker_of(actor, standing.estate_of(entry.estate_key, actor))
    if by.body is not entry.by.body:
        raise ledger_refusals.NotThePublisher(body=entry.by.body.value)
    await uow.ledger.fold(question.id, folded=not question.folded)
    return entry, await uow.ledger.question(question.id)
