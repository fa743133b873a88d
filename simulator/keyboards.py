"""Reply markup: inline keyboards as they are kept, and the interfaces that open a reply or a keyboard in the app."""

from dataclasses import dataclass

from simulator.errors import ASSUMED, MTPROTO, SERVER, bad_request
from simulator.html_markup import checked_link
from simulator.model import Json

DATA_MAX_BYTES = 64  #: Bot API, InlineKeyboardButton.callback_data
BUTTONS_MAX = 100  #: in all (assumed; Telegram refuses about here)
ROW_MAX = 8  #: buttons in one row (assumed, as the apps show)
COPY_MAX = 256  #: Bot API, CopyTextButton
PLACEHOLDER_MAX = 64  #: Bot API, ForceReply
STYLES = frozenset({"danger", "success", "primary"})


@dataclass
class Markup:
    """What `reply_markup` asks for: an inline keyboard, or a reply interface, or neither."""

    keyboard: list[list[Json]] | None = None
    interface: Json | None = None


def read_markup(given: Json | None) -> Markup:
    """Check a `reply_markup` whose types are already right.

    Raises:
        Refusal: 400 for buttons Telegram refuses.
    """
    if given is None:
        return Markup()
    if "inline_keyboard" in given:
        rows = [[_button(button) for button in row] for row in given["inline_keyboard"] if row]
        if sum(map(len, rows)) > BUTTONS_MAX or any(len(row) > ROW_MAX for row in rows):
            raise bad_request("reply markup is too long", SERVER)
        return Markup(keyboard=rows or None)
    if len(given.get("input_field_placeholder", "")) > PLACEHOLDER_MAX:
        raise bad_request("REPLY_MARKUP_INVALID: placeholder too long", ASSUMED)
    if "force_reply" in given and not given["force_reply"]:
        return Markup()
    if "remove_keyboard" in given and not given["remove_keyboard"]:
        return Markup()
    return Markup(interface=given)


def check_data(markup: Markup) -> None:
    """The length of callback data, which Telegram looks at only after chat and message."""
    for row in markup.keyboard or []:
        for button in row:
            if len(button.get("callback_data", "").encode()) > DATA_MAX_BYTES:
                raise bad_request("BUTTON_DATA_INVALID", MTPROTO)


def _button(given: Json) -> Json:
    """A button with the first action Telegram reads: url, then callback_data, then copy_text."""
    button: Json = {"text": given["text"].strip()}
    if not button["text"]:
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty", ASSUMED)
    if "style" in given and given["style"] not in STYLES:
        raise bad_request(f"can't parse inline keyboard button: invalid style {given['style']!r}", ASSUMED)
    actions = [name for name in ("url", "callback_data", "copy_text") if given.get(name)]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are not allowed in the inline keyboard", SERVER
        )
    if len(actions) > 1:
        raise bad_request(f"simulator: a button with {' and '.join(actions)}: one action only", ASSUMED)
    button.update({name: given[name] for name in ("icon_custom_emoji_id", "style") if name in given})
    return {**button, **_action(actions[0], given)}


def _action(name: str, given: Json) -> Json:
    if name == "url":
        link = checked_link(given["url"])
        if not link:
            raise bad_request(f"inline keyboard button URL '{given['url']}' is invalid: Wrong HTTP URL", SERVER)
        return {"url": link if link.rstrip("/") != given["url"].rstrip("/") else given["url"]}
    if name == "copy_text":
        if len(given["copy_text"]["text"]) > COPY_MAX:
            raise bad_request("COPY_TEXT_INVALID", ASSUMED)
        return {"copy_text": given["copy_text"]}
    return {"callback_data": given["callback_data"]}
