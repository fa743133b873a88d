"""Telegram as the rest of the bot sees it: calls, and the ways in which they fail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.messages import Attachment, PollStood, PollToSend, Reply, Whisper


@dataclass(frozen=True, slots=True)
class RenderedButton:
    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message in somebody's language.

    `text` is Telegram HTML; in what is sent, at most 4096 characters (1024 with a photo or a voice note).
    """

    text: str
    buttons: tuple[tuple[RenderedButton, ...], ...] = ()
    placeholder: str | None = None


class Retry(Exception):
    """Telegram asks to wait: 429, 5xx, or no connection. `after_s` seconds; the call had no effect."""

    def __init__(self, after_s: float, *, flood: bool, reason: str) -> None:
        super().__init__(reason)
        self.after_s, self.flood, self.reason = after_s, flood, reason


class Ambiguous(Exception):
    """The answer never came: it may have had its effect."""


class Gone(Exception):
    """403: blocked, kicked, never started; or the chat is unknown."""


class Moved(Exception):
    """The group became a supergroup with this id."""

    def __init__(self, telegram_id: int) -> None:
        super().__init__(telegram_id)
        self.telegram_id = telegram_id


class Rejected(Exception):
    """400: Telegram will never take this. `reason` is its description."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MessageLost(Rejected):
    """The message to edit or to reply to does not exist any more."""


class MayNotWrite(Rejected):
    """The group does not let the bot write: this message waits, and others would fare no better."""


class TopicLost(Rejected):
    """The forum topic takes nothing: it is closed to the bot, or gone."""

    def __init__(self, reason: str, *, topic_id: int | None, closed: bool) -> None:
        super().__init__(reason)
        self.topic_id, self.closed = topic_id, closed


@dataclass(frozen=True, slots=True)
class Me:
    id: int
    username: str
    name: str
    sees_all: bool  #: privacy mode is off


@dataclass(frozen=True, slots=True)
class Sound:
    """A voice note to send: a file_id or bytes, and its length in seconds, which Telegram does not measure itself."""

    source: str | bytes
    length_s: int


@dataclass(frozen=True, slots=True)
class BotStanding:
    present: bool
    administrator: bool
    may_pin: bool
    may_write: bool = True


@dataclass(frozen=True, slots=True)
class Whispered:
    """What came of sending to one person. Without an `ephemeral_id` the server is too old: all see `message_id`."""

    message_id: int
    ephemeral_id: int | None


class Transport(Protocol):
    """The Bot API. Every call raises Retry, Ambiguous, Gone, Moved or Rejected as it fits."""

    async def me(self) -> Me: ...
    async def updates(self, *, offset: int | None, timeout_s: int) -> Sequence[Mapping[str, Any]]:
        """Long poll; the raw updates."""

    async def send(
        self,
        telegram_chat_id: int,
        message: Rendered,
        reply: Reply,
        *,
        photo: str | bytes | None = None,
        voice: Sound | None = None,
        topic_id: int | None = None,
    ) -> int:
        """Send text, one photo (file_id or bytes) or one voice note; flags from `reply`; returns the message id.

        `topic_id`: the forum topic it goes to; raises TopicLost if that cannot be written to any more.
        """

    async def send_document(
        self, telegram_chat_id: int, message: Rendered, reply: Reply, *, file: Attachment, topic_id: int | None = None
    ) -> int:
        """Send a file with `message` as its caption; flags from `reply`; returns the message id."""

    async def send_album(
        self, telegram_chat_id: int, photos: Sequence[str | bytes], reply: Reply, *, topic_id: int | None = None
    ) -> Sequence[int]:
        """Send two to ten photos (file_ids or bytes) as one; flags from `reply`; the ids of its messages."""

    async def send_poll(
        self, telegram_chat_id: int, poll: PollToSend, reply: Reply, *, topic_id: int | None = None
    ) -> tuple[int, str]:
        """Send a native poll that cannot be passed on; flags from `reply`; returns the message id and the poll's id.

        Raises Rejected if the group takes none; TopicLost as `send` does.
        """

    async def stop_poll(self, telegram_chat_id: int, message_id: int) -> PollStood | None:
        """Close an own poll; how it ended. None: it was closed already, or its message is gone."""

    async def edit(self, telegram_chat_id: int, message_id: int, message: Rendered, *, caption: bool) -> None:
        """Edit text (or caption) and buttons. "Not modified" is success."""

    async def edit_photo(
        self, telegram_chat_id: int, message_id: int, message: Rendered, *, photo: str | bytes
    ) -> None:
        """Give a message of text, or of another photo, this photo (file_id or bytes), caption and buttons."""

    async def delete(self, telegram_chat_id: int, message_id: int) -> None:
        """Delete the bot's own message. One that is gone, or too old to be deleted (48 h), is success."""

    async def answer(self, query_id: str, text: str | None, *, alert: bool) -> bool:
        """Answer a press; False: it came too late."""

    async def whisper(self, telegram_chat_id: int, message: Rendered, reply: Reply, *, to: Whisper) -> Whispered:
        """Send a text that one person in a group sees, if the server knows how (Bot API 10.2)."""

    async def edit_whisper(self, telegram_chat_id: int, ephemeral_id: int, message: Rendered, *, to: Whisper) -> None:
        """As `edit`; raises Rejected where it is gone, or the server is too old."""

    async def delete_whisper(self, telegram_chat_id: int, ephemeral_id: int, *, to: Whisper) -> None: ...
    async def pin(self, telegram_chat_id: int, message_id: int) -> None: ...
    async def show_busy(self, telegram_chat_id: int, *, with_file: bool, topic_id: int | None = None) -> None:
        """Their apps show for a few seconds that a photo, or a file, is being made."""

    async def administrators(self, telegram_chat_id: int) -> frozenset[int]: ...
    async def fetch(self, file_id: str) -> bytes: ...
    async def set_commands(
        self,
        commands: Sequence[tuple[str, str]],
        *,
        scope: str,
        language: str | None,
        ephemeral: frozenset[str] = frozenset(),
    ) -> None:
        """(name, description) for a BotCommandScope type without a chat; `language` None: for every other language.

        `ephemeral`: those that nobody but the bot sees (Bot API 10.2; an older server overlooks it).
        """

    async def set_description(self, text: str, *, language: str | None) -> None:
        """What an empty private chat shows above Start, at most 512 characters."""

    async def standing(self, telegram_chat_id: int) -> BotStanding:
        """What the bot itself may do in a group."""


@dataclass(frozen=True, slots=True)
class WebhookStanding:
    """How it goes with bringing updates, as Telegram sees it."""

    url: str  #: empty if none is set
    waiting: int = 0  #: updates not brought yet
    failed_at: datetime | None = None  #: aware, whole seconds; when it last came in vain


class Webhooks(Protocol):
    """Where Telegram brings updates. Each may be called twice without harm; they raise as `Transport` does."""

    async def webhook_standing(self) -> WebhookStanding: ...

    async def set_webhook(self, url: str, *, secret: str) -> None: ...
    async def delete_webhook(self) -> None:
        """Updates that wait stay and can be polled."""
