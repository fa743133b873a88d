"""The JSON of the control API: what a person's app shows."""

from itertools import islice
from typing import TYPE_CHECKING

from simulator import wire
from simulator.model import Bot, Chat, Json, Message, Person, Poll

if TYPE_CHECKING:
    from simulator.world import World


def person(one: Person) -> Json:
    names = [one.first_name, one.last_name or ""]
    return {**wire.user(one), "name": " ".join(filter(None, names)), "language": one.language}


def bot(one: Bot) -> Json:
    return {**wire.user(one), "name": one.first_name, "sees_all": one.sees_all}


def chat(where: Chat) -> Json:
    pinned = [message.id for message in map(where.message, where.pinned) if message is not None]
    body: Json = {**wire.chat(where), "pinned_message_id": pinned[-1] if pinned else None}
    if where.bot is not None:
        bot = where.bot.id
        return {**body, "bot": bot, "bot_id": bot, "started": where.started, "blocked": where.blocked}
    inside = [member for member in where.members.values() if member.inside]
    body["members"] = [
        {"id": member.user.id, "status": member.status, "is_bot": isinstance(member.user, Bot)}
        | ({"anonymous": True} if member.anonymous else {})
        for member in inside
    ]
    body["topics"] = [{"id": number, "name": name} for number, name in where.topics.items()]
    return body


def sees(where: Chat, reader: int | None) -> bool:
    """Whether this person's app shows the chat (None: a tool, sees all)."""
    if reader is None:
        return True
    if where.person is not None:
        return where.person.id == reader
    return where.member(reader) is not None


def reads(one: Message, reader: int | None) -> bool:
    """Whether this person's app shows the message: an ephemeral one has two who read it, and may be lost."""
    if not sees(one.chat, reader):
        return False
    if one.receiver is None or reader is None:
        return True
    return reader == one.sender.id or (reader == one.receiver.id and not one.lost)


def message(world: "World", one: Message, reader: int | None) -> Json:
    """The Bot API's Message, and what only an app knows of it."""
    bot = one.chat.bot or world.bot_of(one.chat)
    body = wire.message(one, bot, world.files)
    body["message_id"] = one.id  # for an ephemeral one a number of the app's own, below 0
    if one.ephemeral_id is not None:
        body["only_you"] = True
    if one.reply_to is not None and one.reply_to.ephemeral_id is not None and not one.reply_to.deleted:
        original = wire.message(one.reply_to, bot, world.files, nested=True)
        body["reply_to_message"] = {**original, "message_id": one.reply_to.id}
    body["mine"] = one.sender.id == reader
    body["silent"] = one.silent
    body["pinned"] = one.id in one.chat.pinned
    if one.photo is not None:
        body["photo_url"] = f"/control/photos/{one.photo.sizes[-1].file_unique_id}"
    if one.voice is not None:
        body["voice_url"] = f"/control/voices/{one.voice.file_unique_id}"
    if one.poll is not None:
        body["poll"] = _poll(one.poll, reader, body["poll"])
    if one.document is not None:
        body["document_url"] = f"/control/documents/{one.document.file_unique_id}"
    interface = one.reply_interface or {}
    if "force_reply" in interface:
        body["force_reply"] = {
            "selective": interface.get("selective", False),
            "input_field_placeholder": interface.get("input_field_placeholder", ""),
            "for_me": reader is not None and one.chat.asking.get(reader) == one.id,
        }
    if "keyboard" in interface:
        body["reply_keyboard"] = interface["keyboard"]
    return body


def _poll(one: Poll, reader: int | None, told: Json) -> Json:
    """What this person chose; and whether the counts are shown to them: after an answer, or once it is closed."""
    chosen = list(one.votes.get(reader, ())) if reader is not None else []
    shown = one.closed or (bool(chosen) and not one.hidden)
    counts = [option["voter_count"] if shown else 0 for option in told["options"]]
    options = [{**option, "voter_count": count} for option, count in zip(told["options"], counts, strict=True)]
    return {**told, "options": options, "chosen": chosen, "counts_shown": shown}


def messages(world: "World", where: Chat, reader: int | None, *, newest: int | None = None) -> list[Json]:
    """Oldest first. `newest`: so many from the end."""
    if not sees(where, reader):
        return []
    shown = (one for one in reversed(where.messages.values()) if not one.deleted and reads(one, reader))
    return [message(world, one, reader) for one in islice(shown, newest)][::-1]
