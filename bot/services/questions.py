"""The staff asks the author of a wish, and the author answers; neither learns through it who an unnamed author is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import errors, questions, wishes
from bot.domain.buttons import data
from bot.domain.filed_for import FiledFor
from bot.domain.notices import AuthorAsked, WishChanged
from bot.domain.questions import Question
from bot.domain.rights import Act
from bot.domain.wishes import Wish
from bot.messages import Actor, Arg, Button, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import clocks, desks, standing
from bot.services.answers import speaker_for


async def wish_to_ask_about(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The wish, before the question is written.

    Raises:
        AlreadyAsked: see `questions.check_ask`.
        WishGone, NotAllowed: see `standing.wish_to_read`.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.ASK_AUTHOR, uow)
    questions.check_ask(tuple(await uow.questions.of(wish.id)), number=wish.number, now=now)
    return wish


async def ask_author(*, actor: Actor, wish_id: int, words: str, uow: UnitOfWork, now: datetime) -> Question:
    """Ask. Where the author cannot be written to, a public wish's card says that there is a question.

    Raises:
        AlreadyAsked: see `questions.check_ask`.
        EmptyWords, TooLong: see `wishes.clean_words`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.ASK_AUTHOR, uow)
    questions.check_ask(tuple(await uow.questions.of(wish.id)), number=wish.number, now=now)
    author = await uow.people.get(wish.author_id)
    question = await uow.questions.add(
        wish_id=wish.id,
        asker=speaker_for(actor, wish),
        asker_id=actor.person.id,
        words=wishes.clean_words(words, max_chars=questions.MAX_CHARS),
        told=await standing.can_be_told(author, uow),
        now=now,
    )
    await clocks.refresh(wish, actor.estate_named(wish.estate_key), uow=uow)
    await uow.outbox.put(AuthorAsked(wish.id, question.id))
    return question


async def open_question(*, actor: Actor, question_id: int, uow: UnitOfWork) -> tuple[Question, Wish]:
    """The question, for its author to answer; from now on they have it.

    Raises:
        NotYourQuestion, AlreadyReplied: see `questions.check_reply`. A made-up number is nobody's question.
        OnlyInPrivate: in a group everybody would see whose wish it is.
    """
    question, wish = await question_of(actor, question_id, uow)
    if not question.told:
        question = await _told(question, uow)
    return question, wish


async def _told(question: Question, uow: UnitOfWork) -> Question:
    """The author has it now: the public card need not speak of it any more."""
    question = replace(question, told=True)
    await uow.questions.save(question)
    await uow.outbox.put(WishChanged(question.wish_id))
    return question


async def question_of(actor: Actor, question_id: int, uow: UnitOfWork) -> tuple[Question, Wish]:
    """The question, to be answered by its author.

    Raises: see `open_question`.
    """
    standing.require_private(actor)
    try:
        question = await uow.questions.lock(question_id)
    except LookupError:
        raise errors.NotYourQuestion from None
    wish = await uow.wishes.get(question.wish_id)
    questions.check_reply(question, author_id=wish.author_id, person_id=actor.person.id, number=wish.number)
    return question, wish


def asked(question: Question, wish: Wish, filed_for: FiledFor | None, other: Wish | None = None) -> Reply:
    """The question as the author gets it, at once or when they can be written to. `other`: see `Question.same_as`."""
    args: dict[str, Arg] = {
        "number": str(wish.number),
        "wish": wish.words,
        "words": question.words,
        "body": Term(f"body-{question.asker_body}"),
        "name": question.asker_name,
    }
    row = (
        Button("button-reply", data=data("reply", question.id)),
        Button("button-rather-not", data=data("rathernot", question.id)),
    )
    if other is not None:
        same = Button("button-is-same", data("is-same", question.id))
        row = (same, Button("button-not-same", data("not-same", question.id)))
        return Reply((Line("notice-asked-same", {**args, "other": str(other.number)}),), buttons=(row,))
    of_whom = (Line("for-ask-back", {"neighbour": filed_for.neighbour_name or ""}),) if filed_for else ()
    return Reply((*of_whom, Line("notice-asked", args)), buttons=(row,))


async def waiting_for(actor: Actor, *, uow: UnitOfWork) -> tuple[Reply, ...]:
    """Questions that could not be told to this person when they were asked; from now on they have them."""
    if not actor.chat.private:
        return ()
    untold = await uow.questions.untold(actor.person.id)
    told = [(await _told(each, uow), await uow.wishes.get(each.wish_id)) for each in untold]
    return tuple([await asked_with(question, wish, uow=uow) for question, wish in told])


async def asked_with(question: Question, wish: Wish, *, uow: UnitOfWork) -> Reply:
    """As `asked`, with what it needs to know."""
    other = None if question.same_as is None else await uow.wishes.get(question.same_as)
    return asked(question, wish, await uow.filed_for.of(wish.id), other)


async def reply(
    *, actor: Actor, question_id: int, words: str, photo: str | None, uow: UnitOfWork, now: datetime
) -> Wish:
    """Answer with words, a photo or both; with neither the author would rather not say. It goes to the staff chats.

    Raises:
        NotYourQuestion, AlreadyReplied: see `questions.check_reply`.
        TooLong: see `wishes.clean_words`.
    """
    question, wish = await question_of(actor, question_id, uow)
    if question.same_as is not None:  # a made-up button: its answers are yes and no
        raise errors.NotYourQuestion
    answer = wishes.clean_words(words, max_chars=questions.MAX_CHARS) if words.strip() else None
    question = replace(question, answer=answer, photo=photo, answered_at=now, told=True)
    await uow.questions.save(question)
    await tell_staff(question, wish, actor, uow=uow)
    wish = await clocks.refresh(await uow.wishes.lock(wish.id), actor.estate_named(wish.estate_key), uow=uow)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def tell_staff(question: Question, wish: Wish, actor: Actor, *, uow: UnitOfWork) -> None:
    """In the staff chats; where there is none (any more), in private to who asked."""
    they_said = await uow.filed_for.of(wish.id) is not None
    other = None if question.same_as is None else await uow.wishes.get(question.same_as)
    said = Reply(
        (line("reply-head", number=str(wish.number)), *lines_of(question, they_said=they_said, other=other)),
        photos=(question.photo,) if question.photo else (),
    )
    estate = standing.estate_of(wish.estate_key, actor)
    if not await desks.tell(estate, said, uow=uow):
        asker = await uow.people.get(question.asker_id)
        await uow.outbox.say((await uow.chats.private_of(asker)).id, said, language=asker.language or estate.language)


def lines_of(question: Question, *, they_said: bool = False, other: Wish | None = None) -> tuple[Line, ...]:
    """A question and what came back, as the staff sees it: without a name. `other`: see `Question.same_as`.

    `they_said`: whoever filed the wish for a neighbour tells what the neighbour said.
    """
    asker = Term(f"body-{question.asker_body}")
    asked = line("more-asked", body=asker, name=question.asker_name, words=question.words)
    if other is not None:
        asked = line("more-asked-same", body=asker, name=question.asker_name, other=str(other.number))
        if question.is_same is not None:
            return (asked, line("more-is-same" if question.is_same else "more-not-same", other=str(other.number)))
    if question.is_open:
        return (asked, line("more-asked-open"))
    if question.is_declined:
        return (asked, line("more-asked-declined"))
    if question.answer is None:
        return (asked, line("more-asked-photo"))
    return (asked, line("more-they-said" if they_said else "more-asked-answer", words=question.answer))
