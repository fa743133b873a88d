"""记下来 (jot): a neighbour's sentence is noted if its author says so, and is kept nowhere if not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from bot.domain import categories, errors, jots
from bot.domain.buttons import data
from bot.domain.guess import guess
from bot.domain.jots import Jot
from bot.domain.people import Chat, Purpose, language_for
from bot.domain.rights import Act
from bot.domain.screening import screen
from bot.domain.whereabouts import whereabouts_of
from bot.domain.wishes import MAX_CHARS, Draft, Visibility, Wish
from bot.messages import Actor, Button, Photo, Quoted, Reply, line
from bot.ports import UnitOfWork
from bot.services import filing, standing

MOST_PER_TICK = 100


class Choice(StrEnum):
    """What the author of the sentence can press."""

    NOTE = "note"
    LEAVE = "leave"
    NEVER = "never"


def slot(jot_id: int) -> str:
    """Of the question that hangs on the neighbour's message."""
    return f"jot:{jot_id}"


async def ask_author(*, actor: Actor, about: Quoted, default_language: str, uow: UnitOfWork, now: datetime) -> Jot:
    """Ask the author of a message, below it, whether to note it. Until they press, one row holds it, for an hour.

    Raises:
        NotAResident, ChatNotBound: see `standing.estate_for`.
        OnlyInBuildingGroup: elsewhere nobody talks as a neighbour.
        NotANeighboursMessage, JotUnreadable, JotTooLong: see there.
        JotAsked: the question stands already.
        NotToAskNow: asked today, or never to be asked.
    """
    estate = standing.estate_for(actor, Act.FILE_WISH)
    if actor.chat.purpose is not Purpose.BUILDING:
        raise errors.OnlyInBuildingGroup
    author = _author_of(about)
    if await uow.jots.waits(actor.chat.id, about.message_id):
        raise errors.JotAsked(name=about.name)
    today = estate.local(now).date()
    if not (await uow.jots.asked(author)).may_be_asked(today):
        raise errors.NotToAskNow(name=about.name)
    if not await uow.jots.note_asked(author, on=today):
        raise errors.NotToAskNow(name=about.name)
    jot = await uow.jots.add(about, author_telegram_id=author, chat_id=actor.chat.id, asked_by=actor.person.id, now=now)
    if jot is None:
        raise errors.JotAsked(name=about.name)
    known = await uow.people.known(author)
    language = language_for(person=known, chat=actor.chat, estate=estate, default=default_language)
    await uow.outbox.say(actor.chat.id, _question(jot), language=language)
    return jot


def _author_of(about: Quoted) -> int:
    """The Telegram id of who can be asked, if there is something to ask about."""
    if about.telegram_id is None or about.is_bot:
        raise errors.NotANeighboursMessage
    if not about.readable:
        raise errors.JotUnreadable
    if not jots.fits(about.words):
        raise errors.JotTooLong(max_chars=MAX_CHARS)
    return about.telegram_id


def _question(jot: Jot) -> Reply:
    def button(key: str, choice: Choice) -> Button:
        return Button(key, data("jot", jot.id, choice))

    return Reply(
        (line("jot-ask", name=jot.author_name),),
        buttons=(
            (button("button-jot-note", Choice.NOTE), button("button-jot-leave", Choice.LEAVE)),
            (button("button-jot-never", Choice.NEVER),),
        ),
        slot=slot(jot.id),
        answers=jot.message_id,
        silent=True,
    )


async def check_author(*, actor: Actor, jot_id: int, uow: UnitOfWork, now: datetime) -> Jot:
    """The sentence, if it is its author who presses, and in time.

    Raises:
        JotOver: the hour is over, or it was answered; also a made-up button, or one of another chat.
        NotYourJot: somebody else presses.
    """
    jot = await uow.jots.lock(jot_id)
    if jot is None or jot.chat_id != actor.chat.id:
        raise errors.JotOver
    if jot.author_telegram_id != actor.person.telegram_id:
        raise errors.NotYourJot(name=jot.author_name)
    if jot.is_over(now):
        raise errors.JotOver
    standing.estate_for(actor, Act.FILE_WISH)
    return jot


async def answered_by_author(*, actor: Actor, jot_id: int, uow: UnitOfWork, now: datetime) -> Jot:
    """The sentence, taken out of the pending rows: from here on it is noted or forgotten.

    Raises: see `check_author`.
    """
    jot = await check_author(actor=actor, jot_id=jot_id, uow=uow, now=now)
    await uow.jots.drop(jot.id)
    return jot


async def note(*, jot: Jot, actor: Actor, uow: UnitOfWork, now: datetime) -> Wish:
    """File the sentence under its author's name, with all that can be guessed. A photo goes another way: by the dialog.

    Raises: see `filing.file_wish`.
    """
    draft = draft_of(jot.words, chat=actor.chat)
    offered = categories.of(actor.estate)
    draft = replace(draft, category=categories.guessed(jot.words, offered))
    return await filing.file_wish(actor=actor, draft=draft, chat_id=actor.chat.id, uow=uow, now=now)


async def photo_of(jot: Jot, *, uow: UnitOfWork) -> str | None:
    """The photo's key, kept from now on: its author agreed."""
    if jot.photo_key is None or jot.photo_file_id is None:
        return None
    return await uow.files.keep(Photo(jot.photo_file_id, jot.photo_key))


def draft_of(words: str, *, chat: Chat) -> Draft:
    guessed = guess(words)
    place = guessed.place if guessed.whole_estate else guessed.place.or_else(chat.place)
    return Draft(
        kind=guessed.kind,
        words=words,
        place=place,
        category=guessed.category,
        visibility=visibility_for(words),
        where=whereabouts_of(words, place),
    )


def visibility_for(words: str) -> Visibility:
    """Who may see a noted sentence: those who saw it said; what is too delicate for a card, the committee alone."""
    return Visibility.COMMITTEE if screen(words) else Visibility.PUBLIC


async def forget(*, jot: Jot, uow: UnitOfWork) -> None:
    """The question is taken out of the chat, and the row with it."""
    await uow.jots.drop(jot.id)
    await uow.outbox.remove(jot.chat_id, slot(jot.id))


async def set_asking(*, actor: Actor, allowed: bool, uow: UnitOfWork, now: datetime) -> None:
    """Whether neighbours' `/jot` may ask this person."""
    await uow.jots.set_never_again(actor.person.telegram_id, not allowed, now=now)


async def may_be_asked(*, actor: Actor, uow: UnitOfWork) -> bool:
    return not (await uow.jots.asked(actor.person.telegram_id)).never_again


async def any_over(*, uow: UnitOfWork, now: datetime) -> bool:
    return bool(await uow.jots.due(now, limit=1))


async def forget_those_over(*, uow: UnitOfWork, now: datetime) -> int:
    """The hour is over: sentences and questions go. Returns how many."""
    due = await uow.jots.due(now, limit=MOST_PER_TICK)
    for jot in due:
        await forget(jot=jot, uow=uow)
    return len(due)
