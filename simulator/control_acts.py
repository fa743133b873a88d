"""The acts of `POST /control/act`, each read from its fields."""

import asyncio
import base64
import binascii
from collections.abc import Awaitable, Callable

from simulator import acts, membership, menus, polls, screen
from simulator.errors import Impossible
from simulator.fields import Fields
from simulator.model import Chat, Json, Message, Person
from simulator.world import World

WAIT_MAX_S = 30.0
COMMON = ("as", "act")
Act = Callable[[World, Person, Fields], Awaitable[Json]]


def _shown(world: World, person: Person, message: Message) -> Json:
    return {"message": screen.message(world, message, person.id)}


async def _say(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "text", "reply_to", "answer_asked", "quote", "thread", "openly")
    chat = fields.chat(world, person)
    message = acts.say(
        world,
        person,
        chat,
        fields.text("text"),
        reply_to=_reply_to(chat, person, fields),
        quote=fields.optional_text("quote"),
        thread=fields.optional_number("thread"),
        openly=fields.flag("openly"),
    )
    return _shown(world, person, message)


def _reply_to(chat: Chat, person: Person, fields: Fields) -> int | None:
    """The message named, or with `answer_asked` the one a ForceReply has opened in this person's app."""
    named = fields.optional_number("reply_to")
    if named is None and fields.flag("answer_asked"):
        return chat.asking.get(person.id)
    return named


async def _start(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "bot", "payload", "chat")
    return _shown(world, person, acts.start(world, person, fields.bot(world), fields.optional_text("payload")))


async def _photo(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "caption", "reply_to", "answer_asked", "bytes_base64", "album")
    chat = fields.chat(world, person)
    message = acts.photograph(
        world,
        person,
        chat,
        caption=fields.optional_text("caption"),
        content=_content(fields),
        reply_to=_reply_to(chat, person, fields),
        album=fields.optional_text("album"),
    )
    return _shown(world, person, message)


async def _voice(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "seconds", "reply_to", "answer_asked", "bytes_base64", "file_size", "caption")
    chat = fields.chat(world, person)
    message = acts.speak(
        world,
        person,
        chat,
        seconds=fields.number("seconds"),
        content=_content(fields),
        file_size=fields.optional_number("file_size"),
        caption=fields.optional_text("caption"),
        reply_to=_reply_to(chat, person, fields),
    )
    return _shown(world, person, message)


async def _file(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "name", "caption", "reply_to", "answer_asked", "bytes_base64")
    chat = fields.chat(world, person)
    message = acts.send_file(
        world,
        person,
        chat,
        name=fields.text("name"),
        content=_content(fields) or b"",
        caption=fields.optional_text("caption"),
        reply_to=_reply_to(chat, person, fields),
    )
    return _shown(world, person, message)


def _content(fields: Fields) -> bytes | None:
    encoded = fields.optional_text("bytes_base64")
    try:
        return None if encoded is None else base64.b64decode(encoded, validate=True)
    except binascii.Error:
        raise Impossible("bytes_base64 is not base64") from None


async def _edit(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "message", "text")
    chat = fields.chat(world, person)
    return _shown(world, person, acts.edit(world, person, chat, fields.number("message"), fields.text("text")))


async def _forward(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "message", "to")
    there, number = fields.chat(world, person), fields.number("message")
    message = there.message(number)
    if message is None:
        raise Impossible(f"there is no message {number} in this chat")
    to = Fields({**fields.values, "chat": fields.number("to")}).chat(world, person)
    return _shown(world, person, acts.forward(world, person, to, message))


async def _delete(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "message")
    acts.delete(world, person, fields.chat(world, person), fields.number("message"))
    return {}


async def _press(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "message", "data", "label", "wait_s")
    chat, number = fields.chat(world, person), fields.number("message")
    message = chat.message(number)
    if message is None:
        raise Impossible(f"there is no message {number} in this chat")
    data, label = fields.optional_text("data"), fields.optional_text("label")
    if data is None and label is None:
        raise Impossible("press needs data or label")
    result = acts.press(world, person, chat, number, acts.button_on(message, label=label, data=data))
    if "message" in result:
        result = {**result, **_shown(world, person, result["message"])}
    if "query" in result:
        result = {**result, **await _answer(world, result["query"], fields.seconds("wait_s"))}
    return result


async def _vote(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "message", "options")
    chosen = fields.values.get("options")
    if not isinstance(chosen, list) or not all(type(one) is int for one in chosen):
        raise Impossible("options must be a list of positions, from 0")
    chat = fields.chat(world, person)
    return _shown(world, person, polls.vote(world, person, chat, fields.number("message"), chosen))


async def _allow_polls(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "allowed")
    chat = fields.group(world)
    member = chat.member(person.id)
    if member is None or not member.leads:
        raise Impossible("only an administrator says what may be posted")
    change = world.without_polls.discard if fields.flag("allowed", True) else world.without_polls.add
    change(chat.id)
    return {}


async def _answer(world: World, query_id: str, wait_s: float) -> Json:
    """The bot's answer to a press, waited for at most so many real seconds; nothing if there is none yet."""
    query = world.queries[query_id]
    with world.events.listen(query.person.id) as news:
        try:
            async with asyncio.timeout(min(wait_s, WAIT_MAX_S)):
                while not query.answered:
                    await news.get()
        except TimeoutError:
            return {}
    answer: Json = {"alert" if query.alert else "toast": query.text} if query.text else {}
    if query.url:
        answer["url"] = query.url
    return {**answer, "answered": True}


async def _follow(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "url")
    result = acts.follow(world, person, fields.text("url"))
    if "message" in result:
        return {**result, **_shown(world, person, result["message"])}
    return result


async def _join(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat")
    membership.join(world, fields.group(world), person)
    return {}


async def _leave(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat")
    membership.leave(world, fields.group(world), person)
    return {}


async def _add_bot(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot")
    membership.add_bot(world, fields.group(world), person, fields.bot(world))
    return {}


async def _remove_bot(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot")
    membership.remove(world, fields.group(world), person, fields.bot(world))
    return {}


async def _remove(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "person")
    membership.remove(world, fields.group(world), person, fields.person(world, "person"))
    return {}


async def _restrict(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "person", "bot", "may_write")
    chat, may_write = fields.group(world), fields.flag("may_write")
    membership.restrict(world, chat, person, fields.user(world), may_write=may_write)
    return {}


async def _promote(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "person", "bot", "rights")
    membership.promote(world, fields.group(world), person, fields.user(world), fields.strings("rights"))
    return {}


async def _demote(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "person", "bot")
    membership.demote(world, fields.group(world), person, fields.user(world))
    return {}


async def _anonymous(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "anonymous")
    membership.remain_anonymous(world, fields.group(world), person, anonymous=fields.flag("anonymous"))
    return {}


async def _upgrade(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat")
    return {"chat": screen.chat(membership.upgrade(world, fields.group(world), person))}


async def _topic(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "name")
    return {"topic": membership.new_topic(world, fields.group(world), person, fields.text("name"))}


async def _close_topic(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "topic")
    membership.close_topic(world, fields.group(world), person, fields.number("topic"))
    return {}


async def _reopen_topic(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "topic")
    membership.reopen_topic(world, fields.group(world), person, fields.number("topic"))
    return {}


async def _delete_topic(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "topic")
    membership.delete_topic(world, fields.group(world), person, fields.number("topic"))
    return {}


async def _block(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "bot", "chat")
    acts.block(world, person, fields.bot(world))
    return {}


async def _unblock(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "bot", "chat")
    acts.unblock(world, person, fields.bot(world))
    return {}


async def _pin(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "message")
    acts.pin(world, person, fields.chat(world, person), fields.number("message"))
    return {}


async def _unpin(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot", "message")
    acts.unpin(world, person, fields.chat(world, person), fields.number("message"))
    return {}


async def _menu(world: World, person: Person, fields: Fields) -> Json:
    fields.only(*COMMON, "chat", "bot")
    return {"menu": menus.menu(fields.bot(world), fields.chat(world, person), person)}


ACTS: dict[str, Act] = {
    "say": _say,
    "start": _start,
    "photo": _photo,
    "voice": _voice,
    "file": _file,
    "edit": _edit,
    "forward": _forward,
    "delete": _delete,
    "press": _press,
    "vote": _vote,
    "allow_polls": _allow_polls,
    "follow": _follow,
    "join": _join,
    "leave": _leave,
    "add_bot": _add_bot,
    "remove_bot": _remove_bot,
    "remove": _remove,
    "restrict": _restrict,
    "promote": _promote,
    "demote": _demote,
    "anonymous": _anonymous,
    "upgrade": _upgrade,
    "topic": _topic,
    "close_topic": _close_topic,
    "reopen_topic": _reopen_topic,
    "delete_topic": _delete_topic,
    "block": _block,
    "unblock": _unblock,
    "pin": _pin,
    "unpin": _unpin,
    "menu": _menu,
}
