"""Editing the bot's own messages: text, caption, keyboard, media."""

from simulator import wire
from simulator.botapi import addressing, uploads
from simulator.botapi.messages import CAPTION_MAX, TEXT_MAX, link_preview, styled
from simulator.botapi.parameters import Arguments
from simulator.entities import is_blank
from simulator.errors import ASSUMED, MTPROTO, SERVER, bad_request
from simulator.keyboards import Markup, check_data, read_markup
from simulator.model import Bot, Json, Message, Photo
from simulator.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(world: World, bot: Bot, arguments: Arguments) -> Json:
    markup = read_markup(arguments.object("reply_markup"))
    text, entities = styled(world, arguments, "text", "entities")
    preview = link_preview(arguments.object("link_preview_options"))
    message = _editable(world, bot, arguments)
    if message.text is None:
        raise bad_request("there is no text in the message to edit", SERVER)
    if is_blank(text):
        raise bad_request("text must be non-empty", SERVER)
    if len(text) > TEXT_MAX:
        raise bad_request("MESSAGE_TOO_LONG", MTPROTO)
    same = (message.text, message.entities, message.link_preview) == (text, entities, preview)
    check_change(message, markup, same)
    addressing.spend(world, bot, message.chat)
    message.text, message.entities, message.link_preview = text, entities, preview
    return _edited(world, bot, message, markup)


def edit_caption(world: World, bot: Bot, arguments: Arguments) -> Json:
    markup = read_markup(arguments.object("reply_markup"))
    caption, entities = styled(world, arguments, "caption", "caption_entities")
    message = _editable(world, bot, arguments)
    if message.photo is None and message.voice is None and message.document is None:
        raise bad_request("there is no caption in the message to edit", SERVER)
    if len(caption) > CAPTION_MAX:
        raise bad_request("MEDIA_CAPTION_TOO_LONG", MTPROTO)
    above = arguments.flag("show_caption_above_media")
    same = (message.caption or "", message.entities, message.caption_above) == (caption, entities, above)
    check_change(message, markup, same)
    addressing.spend(world, bot, message.chat)
    message.caption, message.entities, message.caption_above = caption or None, entities, above
    return _edited(world, bot, message, markup)


def edit_reply_markup(world: World, bot: Bot, arguments: Arguments) -> Json:
    markup = read_markup(arguments.object("reply_markup"))
    message = _editable(world, bot, arguments)
    check_change(message, markup, True)
    addressing.spend(world, bot, message.chat)
    return _edited(world, bot, message, markup)


def edit_media(world: World, bot: Bot, arguments: Arguments) -> Json:
    markup = read_markup(arguments.object("reply_markup"))
    media = arguments.object("media") or {}
    if media.get("type") != "photo":
        raise bad_request(f"simulator: InputMedia of type {media.get('type')!r} is not simulated", ASSUMED)
    inner = Arguments(media, arguments.uploads)
    caption, entities = styled(world, inner, "caption", "caption_entities")
    message = _editable(world, bot, arguments)
    if message.voice is not None:  # assumed, as other media that a photo cannot take the place of
        raise bad_request("message can't be edited", ASSUMED)
    photo = uploads.named_photo(world, bot, inner.text("media"), inner)
    if len(caption) > CAPTION_MAX:
        raise bad_request("message caption is too long", SERVER)
    spoiler, above = inner.flag("has_spoiler"), inner.flag("show_caption_above_media")
    before = (message.photo, message.caption or "", message.entities, message.has_spoiler, message.caption_above)
    same = before == (photo, caption, entities, spoiler, above)
    check_change(message, markup, same)
    addressing.spend(world, bot, message.chat)
    _replace(message, photo, caption, entities)
    message.has_spoiler, message.caption_above = spoiler, above
    return _edited(world, bot, message, markup)


def _replace(message: Message, photo: Photo, caption: str, entities: list[Json]) -> None:
    message.text = message.link_preview = None
    message.photo, message.document = photo, None
    message.caption, message.entities = caption or None, entities


def _editable(world: World, bot: Bot, arguments: Arguments) -> Message:
    """The bot's own message, unless it went out with a reply interface (TDLib, can_edit_message)."""
    chat = addressing.chat_for(world, bot, arguments)
    message = addressing.message_in(chat, arguments.number("message_id"), "edit")
    if message.sender is not bot or message.service is not None or message.reply_interface is not None:
        raise bad_request("message can't be edited", SERVER)
    return message


def check_change(message: Message, markup: Markup, same_content: bool) -> None:
    check_data(markup)
    if same_content and (message.keyboard or None) == (markup.keyboard or None):
        raise bad_request(NOT_MODIFIED, SERVER)


def _edited(world: World, bot: Bot, message: Message, markup: Markup) -> Json:
    """An edit without buttons takes the buttons away."""
    message.keyboard = markup.keyboard
    message.edit_date = world.clock.timestamp()
    world.changed(message)
    return wire.message(message, bot, world.files)
