"""sendMediaGroup, of photos: each is a message of its own, and their apps show them as one."""

from simulator import wire
from simulator.botapi import addressing, replies, uploads
from simulator.botapi.messages import CAPTION_MAX, styled
from simulator.botapi.parameters import Arguments
from simulator.errors import ASSUMED, SERVER, bad_request
from simulator.model import Bot, Json
from simulator.world import World

FEWEST, MOST = 2, 10  #: Bot API, sendMediaGroup


def send_media_group(world: World, bot: Bot, arguments: Arguments) -> list[Json]:
    chat = addressing.chat_for(world, bot, arguments)
    media = arguments.items("media") or []
    if not FEWEST <= len(media) <= MOST:
        raise bad_request("wrong number of media in the album", ASSUMED)
    shown = []
    for each in media:
        if each.get("type") != "photo":
            raise bad_request(f"simulator: InputMedia of type {each.get('type')!r} is not simulated", ASSUMED)
        inner = Arguments(each, arguments.uploads)
        caption, entities = styled(world, inner, "caption", "caption_entities")
        if len(caption) > CAPTION_MAX:
            raise bad_request("message caption is too long", SERVER)
        photo = uploads.named_photo(world, bot, inner.text("media"), inner)
        shown.append({"photo": photo, "caption": caption or None, "entities": entities})
    original, quote = replies.answered(world, bot, chat, arguments)
    manages = addressing.own_right(chat, bot, "can_manage_topics")
    common = {
        "reply_to": original,
        "quote": quote,
        "thread_id": replies.thread_of(chat, arguments, original, manages=manages),
        "silent": arguments.flag("disable_notification"),
        "protected": arguments.flag("protect_content"),
    }
    addressing.spend(world, bot, chat, messages=len(shown))
    album = f"{bot.id}{chat.last_message_id + 1}"
    posted = [world.post(chat, bot, media_group_id=album, **common, **each) for each in shown]
    return [wire.message(each, bot, world.files) for each in posted]
