"""Hello, help, language, privacy: what anybody may ask anywhere."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data
from bot.domain.house import House
from bot.domain.people import Chat
from bot.domain.rights import RIGHTS, Act, Role
from bot.domain.script import simplified
from bot.messages import Actor, Button, Command, Line, Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import chats
from bot.services import jotting as jots
from bot.services.menu import menu_buttons
from handlers import jotting

_LANGUAGE_WORDS = {
    "zh": "zh",
    "中文": "zh",
    "简体": "zh",
    "简体中文": "zh",
    "chinese": "zh",
    "汉语": "zh",
    "zh-hant": "zh-Hant",
    "繁体": "zh-Hant",
    "繁体中文": "zh-Hant",
    "正体中文": "zh-Hant",
    "traditional": "zh-Hant",
    "traditional chinese": "zh-Hant",
    "en": "en",
    "english": "en",
    "英文": "en",
    "英语": "en",
}


async def hello(actor: Actor, *, uow: UnitOfWork) -> Reply:
    """The greeting: who this is, that it takes neither money nor codes, and the way in."""
    lines = [line("hello")]
    if actor.chat.private and actor.estate is None:
        lines.append(line("hello-stranger"))
        return Reply(tuple(lines))
    if actor.chat.private:
        return Reply((*lines, line("hello-private")), buttons=_three_starts())
    return Reply(tuple(lines), buttons=menu_buttons(actor.chat))


def _three_starts() -> tuple[tuple[Button, ...], ...]:
    return (
        (Button("button-want", data("file", "want")),),
        (Button("button-offer", data("file", "offer")), Button("button-suggestion", data("file", "suggestion"))),
        (Button("button-mine", data("mine")), Button("button-wishes", data("list"))),
    )


async def on_help(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """What this person can do here, by role: nobody is shown what they may not press."""
    actor = command.actor
    roles = actor.roles_anywhere
    lines: list[Line] = [line("help-head")]
    if roles & RIGHTS[Act.FILE_WISH]:
        lines += [line("help-resident"), line("help-own")]
    elif actor.chat.private or actor.estate is not None:
        lines.append(line("help-outsider"))
    else:
        lines.append(line("help-unbound"))
    if roles & RIGHTS[Act.ANSWER_WISH]:
        lines.append(line("help-staff", roles=Term(_role_text(actor))))
    elif roles & RIGHTS[Act.FILE_FOR]:
        lines.append(line("help-trusted", roles=Term(_role_text(actor))))
    if roles & RIGHTS[Act.FILE_FOR]:
        lines.append(line("help-for"))
    if roles & RIGHTS[Act.RUN_SIGNUP]:
        lines.append(line("help-signups"))
    if roles & RIGHTS[Act.READ_REPORT]:
        lines.append(line("help-report"))
        lines.append(line("help-queue"))
    if roles & RIGHTS[Act.READ_STAFF]:
        lines.append(line("help-export"))
    if roles & RIGHTS[Act.RUN_PROJECTS]:
        lines.append(line("help-projects"))
    if roles & RIGHTS[Act.RUN_PLAN]:
        lines.append(line("help-plan"))
    if roles & RIGHTS[Act.RUN_SERVICES]:
        lines.append(line("help-services"))
    if roles & RIGHTS[Act.RUN_BROADCASTS]:
        lines += [line("help-broadcasts"), line("help-calendar")]
    if roles & RIGHTS[Act.RUN_PLACES]:
        lines.append(line("help-places"))
    if roles & RIGHTS[Act.RUN_POLLS]:
        lines.append(line("help-polls"))
    if roles & RIGHTS[Act.RUN_LEDGER]:
        lines.append(line("help-ledger"))
    if roles & RIGHTS[Act.RUN_FUNCTIONS]:
        lines.append(line("help-functions"))
    if roles & RIGHTS[Act.GRANT_ROLE]:
        lines.append(line("help-roles"))
    if roles & RIGHTS[Act.READ_AUDIT]:
        lines.append(line("help-audit"))
    if _may_bind(actor):
        lines.append(line("help-bind"))
    lines.append(line("help-foot"))
    return Reply(tuple(lines))


def _may_bind(actor: Actor) -> bool:
    """Here, or in a group of nobody's yet as a speaker of any estate."""
    roles = actor.roles
    if actor.estate is None:
        roles = roles.union(*(foothold.roles for foothold in actor.elsewhere.values()))
    return bool(roles & RIGHTS[Act.BIND_CHAT])


def _role_text(actor: Actor) -> str:
    bodies = (Role.COMMITTEE, Role.OWNERS, Role.PROPERTY, Role.GRID_WORKER, Role.MODERATOR)
    for role in (*bodies, Role.CAPTAIN, Role.VOLUNTEER):
        if role in actor.roles_anywhere:
            return f"role-{role}"
    return f"role-{Role.RESIDENT}"


async def on_language(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """Choose a language: one's own in private, the group's in a group."""
    wanted = simplified(command.words.strip().lower())
    if wanted:
        if wanted not in _LANGUAGE_WORDS:
            raise errors.UnknownLanguage(words=command.words[:40])
        await _choose(command.actor, _LANGUAGE_WORDS[wanted], uow=uow)
        return _chosen(command.actor, _LANGUAGE_WORDS[wanted])
    if not command.actor.chat.private:
        chats.may_set_language(command.actor)
    key = "language-ask" if command.actor.chat.private else "language-ask-group"
    buttons = tuple(Button(f"language-{code}", data("language", code)) for code in house.languages)
    return Reply((line(key),), buttons=(buttons,))


async def on_language_chosen(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    code = press.args[0] if len(press.args) == 1 else ""
    if code not in house.languages:
        raise errors.UnknownButton
    await _choose(press.actor, code, uow=uow)
    reply = _chosen(press.actor, code)
    return (Toast(f"language-now-{code}"), Reply(reply.lines, edits=press.message_id))


async def _choose(actor: Actor, code: str, *, uow: UnitOfWork) -> None:
    if actor.chat.private:
        await uow.people.set_language(actor.person.id, code)
    else:
        await chats.set_chat_language(actor=actor, language=code, uow=uow)


def _chosen(actor: Actor, code: str) -> Reply:
    # The text names the language in that language itself, whatever the catalog it is looked up in.
    return Reply((Line(f"language-now-{code}"),))


async def on_privacy(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await privacy(command.actor, uow=uow, house=house)


async def privacy(actor: Actor, *, uow: UnitOfWork, house: House) -> Reply:
    """What the bot hears and keeps, said truthfully for each chat; in private, whether one may be mentioned."""
    if not actor.chat.private:
        return Reply((_hears(actor.chat, house), line("privacy-keeps"), line("privacy-danger")))
    lines = [line("privacy-head"), line("privacy-chat-private")]
    for chat in await chats.known_to(actor, uow=uow):
        key = "privacy-chat-all" if chat.hears_all or house.bot_sees_all else "privacy-chat-addressed"
        lines.append(line(key, chat=chat.title))
    lines += [line("privacy-keeps"), line("privacy-danger")]
    allowed = actor.person.may_be_mentioned
    lines.append(line("privacy-mention-on" if allowed else "privacy-mention-off"))
    button = (
        Button("button-mention-off", data("mention", 0)) if allowed else Button("button-mention-on", data("mention", 1))
    )
    asking, ask_button = jotting.asking(await jots.may_be_asked(actor=actor, uow=uow))
    lines.append(asking)
    return Reply(tuple(lines), buttons=((button,), (ask_button,)))


def _hears(chat: Chat, house: House) -> Line:
    return line("privacy-hears-all" if chat.hears_all or house.bot_sees_all else "privacy-hears-addressed")


async def on_mention_chosen(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Allow or forbid that the group's card links to one's name."""
    if not press.actor.chat.private or press.args not in (("0",), ("1",)):
        raise errors.UnknownButton
    allowed = press.args == ("1",)
    await uow.people.set_may_be_mentioned(press.actor.person.id, allowed)
    key = "privacy-mention-on" if allowed else "privacy-mention-off"
    button = (
        Button("button-mention-off", data("mention", 0)) if allowed else Button("button-mention-on", data("mention", 1))
    )
    return (Toast("noted"), Reply((line(key),), buttons=((button,),), edits=press.message_id))
