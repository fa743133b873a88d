"""`reply_parameters`: which message a new one answers."""

from simulator import ephemeral
from simulator.botapi.parameters import Arguments
from simulator.errors import ASSUMED, MTPROTO, SERVER, bad_request
from simulator.model import Bot, Chat, Json, Message
from simulator.utf16 import units
from simulator.world import World


def answered(world: World, bot: Bot, chat: Chat, arguments: Arguments) -> tuple[Message | None, Json | None]:
    """The message answered and the quote, if any.

    Raises:
        Refusal: "message to be replied not found" unless sending without it is allowed; a quote that is not in it.
    """
    given = arguments.object("reply_parameters")
    if given is None:
        return None, None
    if given.get("ephemeral_message_id") and world.ephemeral.knows:
        return ephemeral.answered(world, bot, chat, given["ephemeral_message_id"]), None
    if not given.get("message_id"):
        return None, None
    if given.get("chat_id", chat.id) != chat.id:
        raise bad_request("simulator: answers to another chat are not simulated", ASSUMED)
    original = chat.message(given["message_id"]) if given["message_id"] > 0 else None
    if original is None:
        if given.get("allow_sending_without_reply"):
            return None, None
        raise bad_request("message to be replied not found", SERVER)
    return original, _quote(original, given)


def _quote(original: Message, given: Json) -> Json | None:
    words = str(given.get("quote", "")).strip()
    if not words:
        return None
    at = original.body.find(words)
    if at < 0:
        raise bad_request("QUOTE_TEXT_INVALID", MTPROTO)
    return {"text": words, "position": units(original.body[:at]), "is_manual": True}


def thread_of(chat: Chat, arguments: Arguments, original: Message | None, *, manages: bool) -> int | None:
    """The topic or thread a new message goes to: the one named, else that of the message it answers.

    `manages`: the bot may manage topics, and so writes in closed ones.

    Raises:
        Refusal: "message thread not found" for an id that is neither, "TOPIC_CLOSED" for a topic that was closed.
    """
    answered = original.thread_id if original is not None and original.thread_id in chat.topics else None
    thread = arguments.number("message_thread_id") or answered
    if thread is None:
        return None
    if thread in chat.topics:
        if thread in chat.closed_topics and not manages:
            raise bad_request("TOPIC_CLOSED", MTPROTO)
        return thread
    root = chat.message(thread)
    if chat.kind == "private" or chat.is_forum or root is None or root.thread_id is not None:
        raise bad_request("message thread not found", SERVER)
    return thread
