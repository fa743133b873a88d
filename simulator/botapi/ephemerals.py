"""The methods for ephemeral messages that stand already (Bot API 10.2); each answers True."""

from simulator import ephemeral
from simulator.botapi import addressing
from simulator.botapi.edits import check_change
from simulator.botapi.messages import TEXT_MAX, link_preview, styled
from simulator.botapi.parameters import Arguments
from simulator.entities import is_blank
from simulator.errors import MTPROTO, SERVER, bad_request
from simulator.keyboards import Markup, read_markup
from simulator.model import Bot, Message
from simulator.world import World

#: An older server knows none of these.
METHODS = frozenset({"editEphemeralMessageText", "editEphemeralMessageReplyMarkup", "deleteEphemeralMessage"})


def edit_text(world: World, bot: Bot, arguments: Arguments) -> bool:
    markup = read_markup(arguments.object("reply_markup"))
    text, entities = styled(world, arguments, "text", "entities")
    preview = link_preview(arguments.object("link_preview_options"))
    message = _named(world, bot, arguments, "edit")
    if is_blank(text):
        raise bad_request("text must be non-empty", SERVER)
    if len(text) > TEXT_MAX:
        raise bad_request("MESSAGE_TOO_LONG", MTPROTO)
    check_change(message, markup, (message.text, message.entities, message.link_preview) == (text, entities, preview))
    addressing.spend(world, bot, message.chat)
    message.text, message.entities, message.link_preview = text, entities, preview
    return _edited(world, message, markup)


def edit_reply_markup(world: World, bot: Bot, arguments: Arguments) -> bool:
    markup = read_markup(arguments.object("reply_markup"))
    message = _named(world, bot, arguments, "edit")
    check_change(message, markup, True)
    addressing.spend(world, bot, message.chat)
    return _edited(world, message, markup)


def delete(world: World, bot: Bot, arguments: Arguments) -> bool:
    world.remove(_named(world, bot, arguments, "delete"))
    return True


def _named(world: World, bot: Bot, arguments: Arguments, purpose: str) -> Message:
    chat = addressing.chat_for(world, bot, arguments)
    number = arguments.number("ephemeral_message_id")
    message = ephemeral.sent_one(chat, bot, arguments.number("receiver_user_id"), number, purpose)
    if purpose == "edit" and message.reply_interface is not None:  # assumed, as for other messages
        raise bad_request("message can't be edited", SERVER)
    return message


def _edited(world: World, message: Message, markup: Markup) -> bool:
    message.keyboard = markup.keyboard
    message.edit_date = world.clock.timestamp()
    world.changed(message)
    return True
