"""Sending: sendMessage, sendPhoto, sendVoice, sendDocument; and deleteMessage."""

from typing import Any

from simulator import ephemeral, wire
from simulator.botapi import addressing, replies, uploads
from simulator.botapi.parameters import Arguments
from simulator.entities import formatted, is_blank
from simulator.errors import ASSUMED, DOCS, MTPROTO, SERVER, bad_request
from simulator.keyboards import Markup, check_data, read_markup
from simulator.model import Bot, Chat, Json, Message, Person
from simulator.world import World

TEXT_MAX, CAPTION_MAX = 4096, 1024  #: characters after parsing (Bot API, sendMessage, sendPhoto, sendVoice)
RAW_TEXT_MAX = 1 << 15  #: bytes of a text before parsing (tdlib/telegram-bot-api, get_formatted_text)
DELETE_WINDOW_S = 48 * 3600  #: Bot API, deleteMessage


def send_message(world: World, bot: Bot, arguments: Arguments) -> Json:
    markup = read_markup(arguments.object("reply_markup"))
    text, entities = styled(world, arguments, "text", "entities")
    preview = link_preview(arguments.object("link_preview_options"))
    chat = addressing.chat_for(world, bot, arguments)
    if is_blank(text):
        raise bad_request("text must be non-empty", SERVER)
    if len(text) > TEXT_MAX:
        raise bad_request("message is too long", SERVER)
    content = placed(world, bot, chat, arguments, markup)
    to = _only_for(world, bot, chat, arguments, content["reply_to"])
    addressing.spend(world, bot, chat)
    if to is not None:
        content |= {"text": text, "entities": entities, "link_preview": preview}
        return wire.message(ephemeral.send(world, bot, chat, to, content), bot, world.files)
    return _sent(world, bot, chat, arguments, text=text, entities=entities, link_preview=preview, **content)


def _only_for(world: World, bot: Bot, chat: Chat, arguments: Arguments, original: Message | None) -> Person | None:
    """The one person an ephemeral message is for; an older server overlooks the parameter and shows it to all."""
    given = arguments.object("ephemeral_message_parameters")
    if given is not None and world.ephemeral.knows:
        return ephemeral.receiver(world, bot, chat, given)
    if original is not None and original.ephemeral_id is not None:
        raise bad_request("a reply to an ephemeral message must itself be an ephemeral message", DOCS)
    return None


def send_photo(world: World, bot: Bot, arguments: Arguments) -> Json:
    markup = read_markup(arguments.object("reply_markup"))
    caption, entities = styled(world, arguments, "caption", "caption_entities")
    chat = addressing.chat_for(world, bot, arguments)
    if len(caption) > CAPTION_MAX:
        raise bad_request("message caption is too long", SERVER)
    content = placed(world, bot, chat, arguments, markup)
    photo = uploads.given_photo(world, bot, arguments)
    addressing.spend(world, bot, chat)
    return _sent(
        world,
        bot,
        chat,
        arguments,
        photo=photo,
        caption=caption or None,
        entities=entities,
        has_spoiler=arguments.flag("has_spoiler"),
        caption_above=arguments.flag("show_caption_above_media"),
        **content,
    )


def send_voice(world: World, bot: Bot, arguments: Arguments) -> Json:
    chat, captioned = _captioned(world, bot, arguments)
    if chat.person is not None and chat.person.refuses_voices:
        raise bad_request("VOICE_MESSAGES_FORBIDDEN", MTPROTO)
    voice = uploads.given_voice(world, bot, arguments)
    addressing.spend(world, bot, chat)
    return _sent(world, bot, chat, arguments, voice=voice, **captioned)


def send_document(world: World, bot: Bot, arguments: Arguments) -> Json:
    """A file under its name. What Telegram makes of its content (an animation, a sticker) is not simulated."""
    chat, captioned = _captioned(world, bot, arguments)
    document = uploads.given_document(world, bot, arguments)
    addressing.spend(world, bot, chat)
    return _sent(world, bot, chat, arguments, document=document, **captioned)


def _captioned(world: World, bot: Bot, arguments: Arguments) -> tuple[Chat, dict[str, Any]]:
    """Where it goes, and what goes with a voice note or a file."""
    markup = read_markup(arguments.object("reply_markup"))
    caption, entities = styled(world, arguments, "caption", "caption_entities")
    chat = addressing.chat_for(world, bot, arguments)
    if len(caption) > CAPTION_MAX:
        raise bad_request("message caption is too long", SERVER)
    return chat, {"caption": caption or None, "entities": entities, **placed(world, bot, chat, arguments, markup)}


def delete_message(world: World, bot: Bot, arguments: Arguments) -> bool:
    """Own messages, others' with the right, all in private; none older than 48 h."""
    chat = addressing.chat_for(world, bot, arguments)
    message = addressing.message_in(chat, arguments.number("message_id"), "delete")
    too_old = world.clock.seconds() - message.date >= DELETE_WINDOW_S
    allowed = message.sender is bot or addressing.own_right(chat, bot, "can_delete_messages")
    created_chat = message.service is not None and message.service["kind"] in (
        "supergroup_chat_created",
        "forum_topic_created",
    )
    if too_old or not allowed or created_chat:
        raise bad_request("message can't be deleted", SERVER)
    world.remove(message)
    return True


def placed(world: World, bot: Bot, chat: Chat, arguments: Arguments, markup: Markup) -> dict[str, Any]:
    """What all sends share: thread, reply, buttons, silence; checked once the chat is known."""
    original, quote = replies.answered(world, bot, chat, arguments)
    check_data(markup)
    return {
        "reply_to": original,
        "quote": quote,
        "thread_id": replies.thread_of(
            chat, arguments, original, manages=addressing.own_right(chat, bot, "can_manage_topics")
        ),
        "keyboard": markup.keyboard,
        "reply_interface": markup.interface,
        "silent": arguments.flag("disable_notification"),
        "protected": arguments.flag("protect_content"),
    }


def _sent(world: World, bot: Bot, chat: Chat, arguments: Arguments, **content: Any) -> Json:
    interface: Json = content["reply_interface"] or {}
    asked = _asked(chat, interface, content["reply_to"], arguments) if "force_reply" in interface else set()
    chat.asking |= dict.fromkeys(asked, chat.next_message_id)
    return wire.message(world.post(chat, bot, **content), bot, world.files)


def _asked(chat: Chat, interface: Json, original: Message | None, arguments: Arguments) -> set[int]:
    """Whose app opens a reply: all, or if selective those mentioned and the author answered (Bot API, ForceReply)."""
    people = [member.user for member in chat.members.values() if member.inside and isinstance(member.user, Person)]
    if not interface.get("selective") or chat.kind == "private":
        return {person.id for person in people}
    text = arguments.text("text") + arguments.text("caption")
    chosen = {person.id for person in people if person.username and f"@{person.username}".lower() in text.lower()}
    chosen |= {person.id for person in people if f"tg://user?id={person.id}" in text}
    if original is not None and isinstance(original.sender, Person) and original.sender_chat is None:
        chosen.add(original.sender.id)
    return chosen


def styled(world: World, arguments: Arguments, words: str, entities: str) -> tuple[str, list[Json]]:
    """The text or caption of a call with its entities; mentions by id get their user."""
    raw = arguments.text(words)
    if len(raw.encode()) > RAW_TEXT_MAX:
        raise bad_request(f"{'text' if words == 'text' else 'caption'} is too long", SERVER)
    mode = "description_parse_mode" if words == "description" else "parse_mode"
    text, found = formatted(raw, arguments.text(mode) or None, arguments.items(entities))
    return text, [entity for entity in (_with_user(world, one) for one in found) if entity is not None]


def _with_user(world: World, entity: Json) -> Json | None:
    if "user_id" not in entity:
        return entity
    user = world.user(entity["user_id"])
    if user is None:  # Telegram drops mentions of people it does not know
        return None
    return {**{name: value for name, value in entity.items() if name != "user_id"}, "user": wire.user(user)}


def link_preview(given: Json | None) -> Json | None:
    """The options as Telegram keeps them: only what differs from the defaults."""
    if not given:
        return None
    if given.get("prefer_small_media") and given.get("prefer_large_media"):
        raise bad_request("simulator: prefer_small_media and prefer_large_media exclude each other", ASSUMED)
    return {name: value for name, value in given.items() if value} or None
