"""How a reply becomes one or more Telegram messages, and how one tells what a slot's message shows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from bot.delivery.contracts import Renderer
from bot.messages import Reply
from bot.ports import Parcel, Rendered
from bot.texts.fitting import plain, units
from bot.texts.splitting import split

MAX_CAPTION, MAX_TEXT = 1024, 4096  #: after entities, Bot API: sendPhoto.caption, sendMessage.text
_NO_TEXT = Rendered("")


@dataclass(frozen=True, slots=True)
class Part:
    """One message to send. `reply` holds its flags, `photo` and `voice` are keys of `files`: one of them at most."""

    message: Rendered
    reply: Reply
    photo: str | None = None
    voice: str | None = None
    album: tuple[str, ...] = ()  #: keys of photos that are sent as one, without words

    @property
    def medium(self) -> str | None:
        return self.photo or self.voice


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
        if albums := [part.album for part in self.parts if part.album]:
            return f"m{_digest(*albums[0])[:8]}"
        media = [part.medium for part in self.parts if part.medium]
        if media:
            return f"{'v' if self.parts[-1].voice else 'p'}{_digest(*media)[:8]}"
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
    """Whether the edit has to bring a photo: into a text, or in place of another one (Bot API: editMessageMedia).

    A voice note is neither brought into a message nor taken out of one.
    """
    kind = _kind_of(shown)
    return len(pack.parts) == 1 and pack.last.photo is not None and kind not in ("a", pack.kind) and kind[:1] != "v"


def _kind_of(shown: str) -> str:
    return shown.partition("-")[0]


def pack(
    reply: Reply,
    *,
    language: str,
    photos: Sequence[str],
    renderer: Renderer,
    voice: str | None = None,
    album: bool = False,
) -> Pack:
    """Render and divide. `photos`: those keys of `reply.photos` that can be sent; `voice`: `reply.voice` if it can.

    A text too long for a caption follows the photos as a message of its own; but a message that is edited in its place
    must stay of one kind, so there it is fitted. A voice note comes last and bears the text, which is fitted too. What
    is said once and is too long for a message becomes several. `album`: several photos go as one, the words, which may
    be as long as a message then, and the buttons below them.
    """
    if album and len(photos) > 1:
        quiet = msgspec.structs.replace(reply, silent=True, answers=None, ask=False, pin=False)
        words = renderer.render(reply, language=language)
        return Pack((Part(_NO_TEXT, quiet, album=tuple(photos)), Part(words, reply)))
    in_place = reply.slot is not None or reply.edits is not None or voice is not None
    message = renderer.render(reply, language=language, caption=in_place and bool(photos or voice), whole=not in_place)
    if not photos and voice is None:
        return Pack((Part(message, reply),) if in_place else _divided(message, reply))
    quiet = msgspec.structs.replace(reply, silent=True, answers=None, ask=False, pin=False)
    bare = tuple(Part(_NO_TEXT, quiet, photo) for photo in photos)
    if voice is not None:
        return Pack((*bare, Part(message, reply, voice=voice)))
    if units(plain(message.text)) > MAX_CAPTION:
        return Pack((*bare, Part(message, reply)) if in_place else (*bare, *_divided(message, reply)))
    return Pack((*bare[:-1], Part(message, reply, photos[-1])))


def _divided(message: Rendered, reply: Reply) -> tuple[Part, ...]:
    """Buttons, pin and open reply come with the last part; the first one hangs on what is answered."""
    if units(plain(message.text)) <= MAX_TEXT:
        return (Part(message, reply),)
    texts = [text for text in split(message.text, MAX_TEXT) if plain(text).strip()] or [message.text]
    calm = msgspec.structs.replace(reply, buttons=(), silent=True, ask=False, pin=False, placeholder=None)
    *before, last = texts
    return (
        *(Part(Rendered(text), calm) for text in before),
        Part(Rendered(last, message.buttons, message.placeholder), reply),
    )


def message_to_edit(parcel: Parcel, reply: Reply) -> int | None:
    """The message that is to show the reply; None: it is sent."""
    if reply.edits is not None:
        return reply.edits
    shown = parcel.slot_message_id
    return None if reply.fresh or shown is None or shown < 0 else shown  # below 0: ephemeral, see `whispers`


def shown_now(parcel: Parcel, reply: Reply) -> str | None:
    """What the message to edit shows, if we know it."""
    if reply.edits is not None and reply.edits != parcel.slot_message_id:
        return None
    return parcel.last_text_hash
