"""Messages as a story looks at them."""

import html
import re
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
_COUNT = re.compile(r"[\s·•:：(（]*\d+[)）]?\s*$")
_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


@dataclass(frozen=True)
class Pressed:
    """What a press brought: the bot's toast or alert, or the link the button opened."""

    toast: str | None = None
    alert: str | None = None
    url: str | None = None
    answered: bool = False  #: the bot answered the query, perhaps without words

    @property
    def text(self) -> str:
        return self.alert or self.toast or ""


class Message:
    """One message as its reader's app shows it. `body` is the control API's whole object."""

    def __init__(self, body: Json) -> None:
        self.body = body

    def __repr__(self) -> str:
        return f"<{line(self)}>"

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.body["chat"]["id"])

    @property
    def chat_title(self) -> str:
        return str(self.body["chat"].get("title", "private"))

    @property
    def text(self) -> str:
        """The text, or the caption of a photo or a voice note, or all that a poll says, or ""."""
        if (poll := self.poll) is not None:
            return "\n".join(filter(None, [poll.get("description"), poll["question"], *self.options]))
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        return list(self.body.get("entities") or self.body.get("caption_entities") or [])

    @property
    def html(self) -> str:
        """The text with its formatting as HTML."""
        return as_html(self.text, self.entities)

    @property
    def buttons(self) -> list[list[str]]:
        """The labels, row by row."""
        return [[button["text"] for button in row] for row in self.keyboard]

    @property
    def keyboard(self) -> list[list[Json]]:
        return list((self.body.get("reply_markup") or {}).get("inline_keyboard") or [])

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label in row]

    @property
    def photo(self) -> str | None:
        """Where the picture can be fetched (relative), None without one."""
        return self.body.get("photo_url")

    @property
    def voice(self) -> str | None:
        """Where the voice note can be fetched (relative), None without one."""
        return self.body.get("voice_url")

    @property
    def voice_s(self) -> int | None:
        """How long the voice note is, in seconds."""
        return (self.body.get("voice") or {}).get("duration")

    @property
    def poll(self) -> Json | None:
        """The poll as the reader's app shows it: with `chosen` positions, and `counts_shown`."""
        return self.body.get("poll")

    @property
    def options(self) -> list[str]:
        """Of a poll."""
        return [option["text"] for option in (self.poll or {"options": []})["options"]]

    @property
    def counts(self) -> list[int]:
        """How often each option of a poll was chosen, as far as the reader's app shows it."""
        return [option["voter_count"] for option in (self.poll or {"options": []})["options"]]

    @property
    def document(self) -> str | None:
        """Where the file can be fetched (relative), None without one; its name is `document_name`."""
        return self.body.get("document_url")

    @property
    def document_name(self) -> str:
        return str(self.body["document"]["file_name"])

    @property
    def reply_to(self) -> "Message | None":
        original = self.body.get("reply_to_message")
        return None if original is None else Message(original)

    @property
    def sender(self) -> str:
        """The sender's name."""
        who = self.body["from"]
        return " ".join(filter(None, [who["first_name"], who.get("last_name")]))

    @property
    def sender_id(self) -> int:
        return int(self.body["from"]["id"])

    @property
    def mine(self) -> bool:
        return bool(self.body["mine"])

    @property
    def pinned(self) -> bool:
        return bool(self.body["pinned"])

    @property
    def silent(self) -> bool:
        """Sent without a notification."""
        return bool(self.body["silent"])

    @property
    def edited(self) -> bool:
        return "edit_date" in self.body

    @property
    def protected(self) -> bool:
        return bool(self.body.get("has_protected_content"))

    @property
    def only_me(self) -> bool:
        """The reader is the only one in the group who sees it."""
        return bool(self.body.get("only_you"))

    @property
    def asks_me(self) -> bool:
        """The reader's app has opened a reply to this message (ForceReply)."""
        return bool(self.body.get("force_reply", {}).get("for_me"))

    @property
    def placeholder(self) -> str:
        return str(self.body.get("force_reply", {}).get("input_field_placeholder", ""))

    def url(self, label: str) -> str:
        """The address behind a URL button."""
        button = fitting_button(self, label)
        assert button is not None, f"no button {label!r}; there are {self.labels}"
        assert "url" in button, f"{label!r} opens no link: {button}"
        return str(button["url"])

    def contains(self, what: str | re.Pattern[str]) -> bool:
        return what in self.text if isinstance(what, str) else what.search(self.text) is not None


def fitting_button(message: Message, label: str) -> Json | None:
    """The button with exactly this label, else without its trailing count, else beginning with it, else holding it."""
    buttons = [button for row in message.keyboard for button in row]
    tests = (
        lambda text: text == label,
        lambda text: _COUNT.sub("", text) == label,
        lambda text: text.startswith(label),
        lambda text: label in text,
    )
    for fits in tests:
        for button in buttons:
            if fits(button["text"]):
                return button
    return None


def as_html(text: str, entities: list[Json]) -> str:
    """Text and entities (UTF-16) back to Telegram's HTML."""
    units = text.encode("utf-16-le")
    marks: list[tuple[int, int, int, str]] = []
    for number, entity in enumerate(entities):
        opening, closing = _tags(entity)
        start, end = entity["offset"], entity["offset"] + entity["length"]
        marks.append((start, 1, number, opening))
        marks.append((end, 0, -number, closing))
    pieces: list[str] = []
    position = 0
    for at, _, _, tag in sorted(marks):
        pieces.append(html.escape(units[2 * position : 2 * at].decode("utf-16-le"), quote=False))
        pieces.append(tag)
        position = at
    pieces.append(html.escape(units[2 * position :].decode("utf-16-le"), quote=False))
    return "".join(pieces)


def _tags(entity: Json) -> tuple[str, str]:
    if entity["type"] == "text_link":
        return f'<a href="{html.escape(entity["url"])}">', "</a>"
    if entity["type"] == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
    return _TAGS.get(entity["type"], ("", ""))


def line(message: Message) -> str:
    """A message on one line, for failures."""
    medium = "photo" if message.photo else f"voice {message.voice_s} s" if message.voice else ""
    words = message.text.replace("\n", " / ") or _service(message) or f"({medium})"
    photo = f"[{medium}] " if medium and message.text else ""
    photo += f"[{message.document_name}] " if message.document else ""
    buttons = f"  {message.buttons}" if message.buttons else ""
    return f"{message.id} {message.sender}: {photo}{words}{buttons}"


def _service(message: Message) -> str:
    names = ("new_chat_members", "left_chat_member", "pinned_message", "group_chat_created", "supergroup_chat_created")
    moves = (
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
    )
    return next((f"({name})" for name in names + moves if name in message.body), "")


def transcript(messages: list[Message], last: int = 25) -> str:
    lines = [f"  {line(message)}" for message in messages[-last:]]
    return "\n".join(lines) or "  (nothing)"
