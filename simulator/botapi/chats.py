"""Chats and their members: getChat, getChatMember, …, pins, leaving."""

from simulator import membership, wire
from simulator.botapi import addressing
from simulator.botapi.parameters import Arguments
from simulator.errors import ASSUMED, MTPROTO, SERVER, bad_request
from simulator.model import Bot, Json, Member
from simulator.world import World


def get_chat(world: World, bot: Bot, arguments: Arguments) -> Json:
    return wire.full_chat(addressing.chat_for(world, bot, arguments), bot, world.files)


def get_chat_member(world: World, bot: Bot, arguments: Arguments) -> Json:
    """Reliable for a bot that is an administrator, and about itself (Bot API, getChatMember)."""
    user_id = arguments.number("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified", SERVER)
    chat = addressing.chat_for(world, bot, arguments)
    user = world.user(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID", MTPROTO)
    return wire.member(chat.members.get(user_id) or Member(user, "left"), bot)


def get_chat_administrators(world: World, bot: Bot, arguments: Arguments) -> list[Json]:
    """The creator and the administrators; other bots only with `return_bots`."""
    chat = addressing.chat_for(world, bot, arguments)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat", SERVER)
    leaders = [member for member in chat.members.values() if member.inside and member.leads]
    if not arguments.flag("return_bots"):
        leaders = [member for member in leaders if member.user is bot or not isinstance(member.user, Bot)]
    return [wire.member(member, bot) for member in leaders]


def get_chat_member_count(world: World, bot: Bot, arguments: Arguments) -> int:
    chat = addressing.chat_for(world, bot, arguments)
    return sum(1 for member in chat.members.values() if member.inside)


#: Bot API, sendChatAction.action
ACTIONS = frozenset(
    (*("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),)
) | {"choose_sticker", "find_location", "record_video_note", "upload_video_note"}


def send_chat_action(world: World, bot: Bot, arguments: Arguments) -> bool:
    """For some seconds apps show that the bot is at it; it is in no chat, and lives on in the list of calls alone."""
    addressing.chat_for(world, bot, arguments)
    if arguments.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request", SERVER)
    return True


def pin_chat_message(world: World, bot: Bot, arguments: Arguments) -> bool:
    chat = addressing.chat_for(world, bot, arguments)
    message = addressing.message_in(chat, arguments.number("message_id"), "pin")
    if not addressing.own_right(chat, bot, "can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat", SERVER)
    if message.service is not None:
        raise bad_request("message can't be pinned", ASSUMED)
    world.pin(message, bot, silent=arguments.flag("disable_notification"))
    return True


def unpin_chat_message(world: World, bot: Bot, arguments: Arguments) -> bool:
    chat = addressing.chat_for(world, bot, arguments)
    pinned = [message for message in map(chat.message, chat.pinned) if message is not None]
    newest = max(pinned, key=lambda one: (one.date, one.id), default=None)
    message = chat.message(arguments.number("message_id")) if arguments.has("message_id") else newest
    if message is None or (not arguments.has("message_id") and newest is None):
        raise bad_request("message to unpin not found", SERVER)
    if not addressing.own_right(chat, bot, "can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat", SERVER)
    if message.id in chat.pinned:
        world.unpin(message)
    return True


def leave_chat(world: World, bot: Bot, arguments: Arguments) -> bool:
    chat = addressing.chat_for(world, bot, arguments)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats", SERVER)
    membership.leave(world, chat, bot)
    return True
