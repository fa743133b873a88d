"""记下来: `/jot` as an answer to a neighbour's message, the author's press, and whether one may be asked at all."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.jots import Jot
from bot.domain.rights import Act
from bot.messages import Actor, Button, Command, Line, Photo, Press, Reply, Say, Toast, absence, line
from bot.ports import UnitOfWork
from bot.services import clock_lines, filing, jotting, standing
from bot.services.jotting import Choice
from conversations import file_wish, talk
from handlers import danger


async def on_jot(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Ask the author of the message it answers. One's own sentence, answered to or written behind it, is simply filed.

    Answering nothing and saying nothing, it explains itself.
    """
    about = command.about
    if about is not None and about.telegram_id != command.actor.person.telegram_id:
        await jotting.ask_author(
            actor=command.actor, about=about, default_language=house.default_language, uow=uow, now=now
        )
        return ()  # the question itself is what everybody sees
    standing.estate_for(command.actor, Act.FILE_WISH)
    words, photo = (about.words, about.photo) if about is not None else (command.words, command.photo)
    if not words and photo is None:
        if about is not None:
            raise errors.JotUnreadable
        return (Reply((line("jot-usage"),), silent=True),)
    quoted = words if about is not None else ""  # what stands behind the command was heard already
    first = await _first_of_all(command.actor, quoted, command.message_id, uow=uow, now=now, house=house)
    return first + await _file_own(command, words, photo, uow=uow, now=now, house=house)


async def _file_own(
    command: Command, words: str, photo: Photo | None, *, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    """With the preview, as any sentence of one's own; an open dialog is asked about first."""
    actor = command.actor
    state = await talk.open_state(actor, uow=uow, now=now)
    if state is not None:
        own = Command(actor, command.name, words, command.message_id, photo)
        turn = await talk.on_command_in_the_middle(own, state, uow=uow, now=now, pace=house.pace)
        if turn.run is None:
            return turn.say
    return await _dialog(
        actor, words, await uow.files.keep(photo) if photo else None, command.message_id, uow=uow, now=now, house=house
    )


async def _dialog(
    actor: Actor, words: str, photo: str | None, message_id: int, *, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    chats = await filing.chats_to_file_in(actor, uow)
    given = file_wish.given(
        words=words,
        chats=chats,
        photo=photo,
        in_group=not actor.chat.private,
        private_link=f"want-{chats[0].link_code}" if chats[0].link_code else None,
        hidden=actor.hidden,
    )
    return await talk.begin(
        file_wish.FILE_WISH, actor, given=given, uow=uow, now=now, message_id=message_id, pace=house.pace
    )


async def on_jot_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """[记下来] [不用] [以后别问我]: only the author's press counts."""
    if len(press.args) != 2 or press.args[1] not in list(Choice):
        raise errors.UnknownButton
    choice = Choice(press.args[1])
    try:
        if choice is Choice.NOTE and await talk.open_state(press.actor, uow=uow, now=now) is not None:
            await jotting.check_author(actor=press.actor, jot_id=number(press.args, 0), uow=uow, now=now)
            raise errors.DialogInTheWay
        jot = await jotting.answered_by_author(actor=press.actor, jot_id=number(press.args, 0), uow=uow, now=now)
    except errors.JotOver:  # a question that a crash left standing goes, too
        gone = (absence(edits=press.message_id),) if press.message_id is not None else ()
        return (Toast(errors.JotOver.text_key(), alert=True), *gone)
    if choice is Choice.NOTE:
        return await _noted(jot, press.actor, uow=uow, now=now, house=house)
    await jotting.forget(jot=jot, uow=uow)
    if choice is Choice.LEAVE:
        return (Toast("jot-left"),)
    await jotting.set_asking(actor=press.actor, allowed=False, uow=uow, now=now)
    return (Toast("jot-never", alert=True),)


async def _noted(jot: Jot, actor: Actor, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The question becomes the receipt; what is delicate goes without a trace, and danger words go before all.

    A picture goes by way of the preview: it may lack its line, and is asked about faces before neighbours see it.
    """
    first = await _first_of_all(actor, jot.words, jot.message_id, uow=uow, now=now, house=house)
    if jot.photo_key is not None:
        await jotting.forget(jot=jot, uow=uow)
        photo = await jotting.photo_of(jot, uow=uow)
        return first + await _dialog(actor, jot.words, photo, jot.message_id, uow=uow, now=now, house=house)
    return first + await _filed(jot, actor, uow=uow, now=now)


async def _first_of_all(
    actor: Actor, words: str, message_id: int, *, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    """From the author's press on the sentence is said to the bot, like any other: see `danger.first_of_all`."""
    said = Command(actor, "jot", words, message_id)
    numbers = await danger.first_of_all(said, uow=uow, now=now, house=house)
    return tuple(msgspec.structs.replace(each, answers=message_id) for each in numbers if isinstance(each, Reply))


async def _filed(jot: Jot, actor: Actor, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
    wish = await jotting.note(jot=jot, actor=actor, uow=uow, now=now)
    number_ = str(wish.number)
    if not wish.is_public:
        await jotting.forget(jot=jot, uow=uow)
        return (Toast("jot-noted-committee", {"number": number_}, alert=True),)
    receipt = Reply(
        (clock_lines.filed_line(wish),),
        slot=jotting.slot(jot.id),
        answers=jot.message_id,
        silent=True,
    )
    if actor.person.started:
        return (Toast("jot-noted", {"number": number_}), receipt)
    return (Toast("jot-noted-not-started", {"number": number_}, alert=True), receipt)


def asking(allowed: bool) -> tuple[Line, Button]:
    """For /privacy: whether neighbours may have this person asked, and the button that changes it."""
    if allowed:
        return line("privacy-jot-on"), Button("button-jot-off", data("jotting", 0))
    return line("privacy-jot-off"), Button("button-jot-on", data("jotting", 1))


async def on_asking_chosen(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    if not press.actor.chat.private or press.args not in (("0",), ("1",)):
        raise errors.UnknownButton
    allowed = press.args == ("1",)
    await jotting.set_asking(actor=press.actor, allowed=allowed, uow=uow, now=now)
    told, button = asking(allowed)
    return (Toast("noted"), Reply((told,), buttons=((button,),), edits=press.message_id))
