"""How a reply becomes one or more Telegram messages, and how one tells what a slot's message shows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from bot.delivery.contracts import Renderer
from bot.messages import Reply
from bot.ports import Rendered
from bot.texts.fitting import plain, units

MAX_CAPTION = 1024  #: after entities, Bot API: sendPhoto.caption
_NO_TEXT = Rendered("")


@dataclass(frozen=True, slots=True)
class Part:
    """One message to send. `reply` holds its flags, `photo` is a key of `files`."""

    message: Rendered
    reply: Reply
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """The messages of one reply in order. The last one bears text and buttons: it is the slot's message."""

    parts: tuple[Part, ...]

    @property
    def last(self) -> Part:
        return self.parts[-1]

    @property
    def kind(self) -> str:
        """Messages of different kinds cannot be edited into each other; "a" can never be edited."""
        photos = [part.photo for part in self.parts if part.photo]
        if photos:
            return f"p{_digest(*photos)[:8]}"
        return "a" if self.last.reply.ask and not self.last.message.buttons else "t"

    @property
    def fingerprint(self) -> str:
        """Kind and digest of all that is seen, at most 50 characters: kept as a slot's text hash."""
        message = self.last.message
        buttons = msgspec.json.encode(message.buttons).decode()
        return f"{self.kind}-{_digest(message.text, buttons)[:40]}"


def _digest(*texts: str) -> str:
    whole = hashlib.sha256()
    for text in texts:
        encoded = text.encode()
        whole.update(len(encoded).to_bytes(4, "big"))
        whole.update(encoded)
    return whole.hexdigest()


def can_become(shown: str | None, pack: Pack) -> bool:
    """Whether the message with this fingerprint (None: not known) can be edited into the pack's last one."""
    if pack.kind == "a":
        return False
    return shown is None or _kind_of(shown) == pack.kind or needs_photo(shown, pack)


def needs_photo(shown: str, pack: Pack) -> bool:
    """Whether the edit has to bring a photo: into a text, or in place of another one (Bot API: editMessageMedia)."""
    return len(pack.parts) == 1 and pack.last.photo is not None and _kind_of(shown) not in ("a", pack.kind)


def _kind_of(shown: str) -> str:
    return shown.partition("-")[0]


def pack(reply: Reply, *, language: str, photos: Sequence[str], renderer: Renderer) -> Pack:
    """Render and divide. `photos`: those keys of `reply.photos` that can be sent.

    A text too long for a caption follows the photos as a message of its own; but a message that is edited in its place
    must stay of one kind, so there it is fitted.
    """
    if not photos:
        return Pack((Part(renderer.render(reply, language=language), reply),))
    in_place = reply.slot is not None or reply.edits is not None
    message = renderer.render(reply, language=language, caption=in_place)
    quiet = msgspec.structs.replace(reply, silent=True, answers=None, ask=False, pin=False)
    if units(plain(message.text)) > MAX_CAPTION:
        bare = tuple(Part(_NO_TEXT, quiet, photo) for photo in photos)
        return Pack((*bare, Part(message, reply)))
    bare = tuple(Part(_NO_TEXT, quiet, photo) for photo in photos[:-1])
    return Pack((*bare, Part(message, reply, photos[-1])))
