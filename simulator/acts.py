"""What people do in a chat: talk, post photos, voice notes and files, edit, delete, press, pin, start and stop the bot.

Each act is refused (`Impossible`) where an app would not offer it.
"""

import re
import secrets
from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulator import ephemeral, screen, wire
from simulator.documents import Upload
from simulator.entities import is_blank, typed
from simulator.errors import Impossible
from simulator.model import Bot, Chat, Json, Message, Person, Query
from simulator.pictures import drawn
from simulator.utf16 import units
from simulator.voices import recorded
from simulator.world import World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  #: Bot API, deep linking
EDIT_WINDOW_S = 48 * 3600  #: people edit their own messages for 48 h
TEXT_MAX = 4096
CAPTION_MAX = 1024
VOICE_MAX_S = 3600  #: assumed: apps record for as long as one likes
RECORDED_MAX_S = 60  #: so much is recorded at most; a longer note repeats no more of the hum than that


def say(
    world: World,
    person: Person,
    chat: Chat,
    text: str,
    *,
    reply_to: int | None = None,
    quote: str | None = None,
    thread: int | None = None,
    openly: bool = False,
) -> Message:
    """Type a text or a command. `quote`: the part of the answered message that was marked first.

    `openly`: in an app too old for ephemeral commands.
    """
    may_write(chat, person)
    plain, entities = typed(text)
    if is_blank(plain):
        raise Impossible("an empty message cannot be sent")
    if len(plain) > TEXT_MAX:
        raise Impossible(f"an app would cut this: a message has {TEXT_MAX} characters at most, not {len(plain)}")
    original = _answered(chat, reply_to, person)
    chat.asking.pop(person.id, None)  # whatever one writes, the app's open reply is over
    return _posted(
        world,
        person,
        chat,
        openly,
        text=plain,
        entities=entities,
        reply_to=original,
        quote=None if quote is None else _marked(original, quote),
        thread_id=_topic(chat, person, thread, original),
    )


def photograph(
    world: World,
    person: Person,
    chat: Chat,
    *,
    caption: str | None = None,
    content: bytes | None = None,
    reply_to: int | None = None,
    album: str | None = None,
) -> Message:
    """Post a photo; one is drawn if no bytes are given. Photos with the same `album` belong together."""
    may_write(chat, person)
    photo = world.files.keep(content if content is not None else drawn(f"{person.id}/{len(chat.messages)}"))
    return _captioned(world, person, chat, caption, reply_to, photo=photo, media_group_id=album)


def speak(
    world: World,
    person: Person,
    chat: Chat,
    *,
    seconds: int,
    content: bytes | None = None,
    file_size: int | None = None,
    caption: str | None = None,
    reply_to: int | None = None,
) -> Message:
    """Send a voice note of so many seconds; a hum is recorded if no bytes are given.

    `file_size`: what it is said to weigh. `caption`: only a note that is passed on can bear one; apps offer none.
    """
    may_write(chat, person)
    if not 1 <= seconds <= VOICE_MAX_S:
        raise Impossible(f"a voice note lasts 1 to {VOICE_MAX_S} seconds, not {seconds}")
    sound = (
        content
        if content is not None
        else recorded(min(seconds, RECORDED_MAX_S), f"{chat.id}/{person.id}/{len(chat.messages)}")
    )
    voice = world.files.keep_voice(sound, duration=seconds, file_size=file_size)
    return _captioned(world, person, chat, caption, reply_to, voice=voice)


def send_file(
    world: World,
    person: Person,
    chat: Chat,
    *,
    name: str,
    content: bytes,
    caption: str | None = None,
    reply_to: int | None = None,
) -> Message:
    """Post a file of any kind."""
    may_write(chat, person)
    if not content:
        raise Impossible("an app sends no empty file")
    document = world.files.documents.keep(Upload(name, content))
    return _captioned(world, person, chat, caption, reply_to, document=document)


def _captioned(
    world: World, person: Person, chat: Chat, caption: str | None, reply_to: int | None, **content: Any
) -> Message:
    plain, entities = typed(caption or "")
    if len(plain) > CAPTION_MAX:
        raise Impossible(f"a caption has {CAPTION_MAX} characters at most, not {len(plain)}")
    original = _answered(chat, reply_to, person)
    chat.asking.pop(person.id, None)  # whatever one sends, the app's open reply is over
    return _posted(
        world,
        person,
        chat,
        False,
        caption=None if is_blank(plain) else plain,
        entities=entities,
        reply_to=original,
        thread_id=_topic(chat, person, None, original),
        **content,
    )


def _posted(world: World, person: Person, chat: Chat, openly: bool, **content: Any) -> Message:
    """For everybody, or for the bot alone that it is meant for."""
    bot = ephemeral.receiver_of(world, person, chat, content, openly=openly)
    return world.post(chat, person, receiver=bot, **content)


def forward(world: World, person: Person, chat: Chat, message: Message) -> Message:
    """Pass a message on. Its buttons that call the bot stay behind (assumed; none can be pressed elsewhere).

    A poll that is passed on is not simulated.
    """
    may_write(chat, person)
    if message.service is not None or message.protected or message.poll or message.ephemeral_id is not None:
        raise Impossible("this message cannot be passed on")
    return world.post(
        chat,
        person,
        text=message.text,
        caption=message.caption,
        entities=list(message.entities),
        photo=message.photo,
        voice=message.voice,
        forwarded=message.forwarded or message,
    )


def edit(world: World, person: Person, chat: Chat, message_id: int, text: str) -> Message:
    message = own(chat, person, message_id)
    if message.ephemeral_id is not None:  # assumed
        raise Impossible("an ephemeral message cannot be edited by who wrote it")
    plain, entities = typed(text)
    if message.service is not None or world.clock.seconds() - message.date > EDIT_WINDOW_S:
        raise Impossible("this message can no longer be edited")
    if message.text is not None and is_blank(plain):
        raise Impossible("a message cannot become empty")
    if plain == message.body:
        return message
    if message.text is not None:
        message.text = plain
    else:
        message.caption = plain or None
    message.entities = entities
    message.edit_date = world.clock.timestamp()
    world.changed(message)
    return message


def delete(world: World, person: Person, chat: Chat, message_id: int) -> Message:
    """Delete an own message, or as an administrator anyone's. Bots are not told."""
    message = _there(chat, message_id, person)
    member = chat.member(person.id)
    may = chat.kind == "private" or (member is not None and member.may("can_delete_messages"))
    if message.sender is not person and not may:
        raise Impossible("only one's own messages, or an administrator's choice")
    world.remove(message)
    return message


def start(world: World, person: Person, bot: Bot, payload: str | None = None) -> Message:
    """Press Start (or Restart), or follow a deep link: the bot receives `/start` or `/start payload`."""
    if payload is not None and not PAYLOAD.fullmatch(payload):
        raise Impossible(f"no deep link carries {payload!r}: 1 to 64 of A-Z a-z 0-9 _ -")
    chat = world.private_chat(bot, person)
    if chat.blocked:
        unblock(world, person, bot)
    if not chat.started:
        chat.started = True
        world.tell_chat(chat)
    return say(world, person, chat, f"/start {payload}" if payload else "/start")


def block(world: World, person: Person, bot: Bot) -> None:
    chat = world.private_chat(bot, person)
    if chat.blocked:
        raise Impossible("the bot is stopped already")
    chat.blocked = True
    _tell_blocking(world, chat, person, bot)


def unblock(world: World, person: Person, bot: Bot) -> None:
    chat = world.private_chat(bot, person)
    if not chat.blocked:
        raise Impossible("the bot is not stopped")
    chat.blocked = False
    _tell_blocking(world, chat, person, bot)


def _tell_blocking(world: World, chat: Chat, person: Person, bot: Bot) -> None:
    """In private the bot reads of itself as a member or as kicked (Bot API, Update.my_chat_member)."""
    free: Json = {"user": wire.user(bot), "status": "member"}
    kicked: Json = {"user": wire.user(bot), "status": "kicked", "until_date": 0}
    world.deliver(
        bot,
        "my_chat_member",
        {
            "chat": wire.chat(chat),
            "from": wire.user(person),
            "date": world.clock.timestamp(),
            "old_chat_member": free if chat.blocked else kicked,
            "new_chat_member": kicked if chat.blocked else free,
        },
    )
    world.tell_chat(chat)


def press(world: World, person: Person, chat: Chat, message_id: int, button: Json) -> Json:
    """Press an inline button. Returns `{"query": id}`, or `{"url": …}` with `{"message": …}` if it started a bot."""
    message = _there(chat, message_id, person)
    if chat.kind == "private" and chat.blocked:
        raise Impossible("the bot is stopped in this chat")
    if "url" in button:
        return follow(world, person, str(button["url"]))
    if "copy_text" in button:
        return {"copied": button["copy_text"]["text"]}
    if "callback_data" not in button:
        raise Impossible("this kind of button is not simulated")
    bot = message.sender
    if not isinstance(bot, Bot):
        raise Impossible("only bots' messages bear buttons")
    query = Query(
        id=str(secrets.randbits(62) + 1),
        bot=bot,
        person=person,
        message=message,
        data=button["callback_data"],
        at=world.clock.seconds(),
    )
    world.queries[query.id] = query
    if chat.kind != "private" and chat.member(bot.id) is None:
        return {"query": query.id}  # nobody is there to answer
    world.deliver(
        bot,
        "callback_query",
        {
            "id": query.id,
            "from": wire.user(person),
            "message": wire.message(message, bot, world.files),
            "chat_instance": world.chat_instance(chat),
            "data": query.data,
        },
    )
    return {"query": query.id}


def follow(world: World, person: Person, url: str) -> Json:
    """Open a link; one that starts a bot of this world is followed as Start."""
    found = start_link(world, url)
    if found is None:
        return {"url": url}
    bot, payload = found
    return {"url": url, "message": start(world, person, bot, payload)}


def start_link(world: World, url: str) -> tuple[Bot, str | None] | None:
    """The bot and payload of `https://t.me/<bot>?start=…` or `tg://resolve?domain=<bot>&start=…`."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    if parts.scheme in ("http", "https") and parts.netloc.lower() in ("t.me", "telegram.me"):
        name = parts.path.strip("/")
    elif parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    else:
        return None
    if "startgroup" in query or "startapp" in query:
        return None
    bot = next((one for one in world.bots.values() if one.username.lower() == name.lower()), None)
    return None if bot is None else (bot, query.get("start", [None])[0])


def pin(world: World, person: Person, chat: Chat, message_id: int) -> None:
    message = _there(chat, message_id, person)
    _may_pin(chat, person)
    if message.service is not None or message.ephemeral_id is not None:
        raise Impossible("such a message cannot be pinned")
    world.pin(message, person)


def unpin(world: World, person: Person, chat: Chat, message_id: int) -> None:
    message = _there(chat, message_id, person)
    _may_pin(chat, person)
    if message.id not in chat.pinned:
        raise Impossible("this message is not pinned")
    world.unpin(message)


def button_on(message: Message, *, label: str | None, data: str | None) -> Json:
    """The button with this callback data or this label."""
    for row in message.keyboard or []:
        for button in row:
            if data is not None and button.get("callback_data") == data:
                return button
            if data is None and button["text"] == label:
                return button
    shown = [[button["text"] for button in row] for row in message.keyboard or []]
    raise Impossible(f"message {message.id} has no button {data or label!r}; it has {shown}")


def may_write(chat: Chat, person: Person) -> None:
    if chat.kind != "private":
        member = chat.member(person.id)
        if member is None or member.status == "restricted":
            raise Impossible(f"{person.first_name} is not in {chat.title}, or may not write there")
        return
    if chat.person is not person:
        raise Impossible("this is somebody else's private chat")
    if chat.blocked:
        raise Impossible("the bot is stopped: an app shows Restart instead of a text field")
    if not chat.started:
        raise Impossible("before Start an app has no text field here")


def own(chat: Chat, person: Person, message_id: int) -> Message:
    message = _there(chat, message_id, person)
    if message.sender is not person:
        raise Impossible("only one's own messages")
    return message


def _there(chat: Chat, message_id: int, person: Person) -> Message:
    message = chat.message(message_id)
    if message is None or not screen.reads(message, person.id):
        raise Impossible(f"there is no message {message_id} in this chat")
    return message


def _answered(chat: Chat, message_id: int | None, person: Person) -> Message | None:
    return None if message_id is None else _there(chat, message_id, person)


def _marked(original: Message | None, words: str) -> Json:
    at = -1 if original is None else original.body.find(words)
    if original is None or at < 0:
        raise Impossible(f"there is no {words!r} to be marked in what is answered")
    return {"text": words, "position": units(original.body[:at]), "is_manual": True}


def _topic(chat: Chat, person: Person, thread: int | None, original: Message | None) -> int | None:
    """The topic it goes to: the one chosen, else that of the message it answers."""
    if thread is not None and thread not in chat.topics:
        raise Impossible(f"there is no topic {thread} in this chat")
    if thread is None and original is not None and original.thread_id in chat.topics:
        thread = original.thread_id
    member = chat.member(person.id)
    if thread in chat.closed_topics and (member is None or not member.may("can_manage_topics")):
        raise Impossible(f"the topic {thread} is closed")
    return thread


def _may_pin(chat: Chat, person: Person) -> None:
    member = chat.member(person.id)
    if member is None or not (chat.kind == "private" or member.may("can_pin_messages")):
        raise Impossible("pinning needs an administrator who may pin")
