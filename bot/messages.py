"""What comes in and what goes out, without a Telegram library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import msgspec

from bot.domain.people import Chat, Estate, Person
from bot.domain.rights import Role, roles_at, roles_somewhere
from bot.domain.scopes import Scope
from bot.domain.topics import TopicUse

# ---- in ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Foothold:
    """What a person is in an estate other than the one they act in. `roles`: those that count in all of it."""

    estate: Estate
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, where, and as what. `estate` is None in a group that is not bound and for a stranger in private."""

    person: Person
    chat: Chat
    language: str
    estate: Estate | None
    roles: frozenset[Role]  #: in `estate`, all of it
    elsewhere: Mapping[str, Foothold] = field(default_factory=dict)  #: by estate key, for other estates they belong to
    hidden: bool = (
        False  #: spoke as an anonymous administrator and showed themselves to the bot alone: name them nowhere
    )

    def roles_in(self, estate_key: str) -> frozenset[Role]:
        """The roles that count for what concerns all of this estate, whatever chat it is done in."""
        if self.estate and self.estate.key == estate_key:
            return self.roles
        foothold = self.elsewhere.get(estate_key)
        return foothold.roles if foothold else frozenset({Role.OUTSIDER})

    def roles_at(self, estate_key: str, at: Scope) -> frozenset[Role]:
        """Those that count for something that is there; see `rights.roles_at`."""
        roles, estate = self.roles_in(estate_key), self.estate_named(estate_key)
        return roles if estate is None else roles_at(roles, telegram_id=self._who, estate=estate, at=at)

    def roles_somewhere(self, estate_key: str) -> frozenset[Role]:
        """Those that count in some part of the estate at least; see `rights.roles_somewhere`."""
        roles, estate = self.roles_in(estate_key), self.estate_named(estate_key)
        return roles if estate is None else roles_somewhere(roles, telegram_id=self._who, estate=estate)

    @property
    def roles_anywhere(self) -> frozenset[Role]:
        """In the estate they act in, in whatever part of it."""
        return self.roles_somewhere(self.estate.key) if self.estate else self.roles

    @property
    def held(self) -> tuple[frozenset[Role], ...]:
        """As `roles_anywhere`; in private also in each other estate they have to do with."""
        elsewhere = tuple(self.roles_somewhere(key) for key in self.elsewhere) if self.chat.private else ()
        return (self.roles_anywhere, *elsewhere)

    @property
    def _who(self) -> int:
        return self.person.telegram_id

    def estate_named(self, estate_key: str) -> Estate | None:
        """An estate the person has to do with."""
        if self.estate and self.estate.key == estate_key:
            return self.estate
        foothold = self.elsewhere.get(estate_key)
        return foothold.estate if foothold else None


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo on Telegram's side; its bytes are fetched by `files`."""

    file_id: str
    unique_id: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that a command answers. Its author did not write it to the bot: nothing of it is kept unasked."""

    message_id: int
    telegram_id: int | None  #: of its author; None for an anonymous administrator and for a channel
    name: str
    words: str
    photo: Photo | None = None
    is_bot: bool = False
    readable: bool = True  #: words or a photo; a voice note, sticker or file is not


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice note on Telegram's side; its bytes are fetched by `files`."""

    file_id: str
    unique_id: str
    length_s: int  #: as its sender states it
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file of any kind on Telegram's side; its bytes are fetched by `files`."""

    file_id: str
    unique_id: str
    name: str  #: with its ending, as its sender calls it
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """`/name words`, also as a caption of a photo or a voice note. `name` is lower case, without slash and bot.

    `message_id`: `UNSEEN` where nobody else in the group sees it.
    """

    actor: Actor
    name: str
    words: str
    message_id: int
    photo: Photo | None = None
    about: Quoted | None = None  #: the message it was given as an answer to
    voice: Voice | None = None
    topic_id: int | None = None  #: the forum topic it was given in
    sent_at: datetime | None = None  #: aware; it may have lain at Telegram for a day
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Plain words, a photo, a voice note or a file: in private, or in a group in reply to the bot.

    `answers`: in a group, the id of the message it replies to. `message_id`: as in `Command`.
    """

    actor: Actor
    words: str
    message_id: int
    photo: Photo | None = None
    answers: int | None = None
    voice: Voice | None = None
    topic_id: int | None = None  #: the forum topic it was said in
    sent_at: datetime | None = None  #: aware; it may have lain at Telegram for a day
    document: Document | None = None
    markup: str | None = None  #: the words with their formatting, as Telegram HTML; None: there is none


@dataclass(frozen=True, slots=True)
class Press:
    """A press of an inline button. `data` is what `Button.data` was, or what a forged client says it was.

    `message_id`: the message that shows this button, which may be edited; None if there is none (any more).
    """

    actor: Actor
    data: str
    query_id: str
    message_id: int | None
    topic_id: int | None = None  #: the forum topic that message stands in
    secret: bool = False  #: nobody else in the group sees that message

    @property
    def route(self) -> str:
        return self.data.partition(":")[0]

    @property
    def args(self) -> tuple[str, ...]:
        return tuple(self.data.split(":")[1:])


@dataclass(frozen=True, slots=True)
class BotMoved:
    """The bot's own standing in a chat changed: added, removed, promoted, blocked, unblocked."""

    actor: Actor
    present: bool
    administrator: bool
    was_present: bool


Incoming = Command | Said | Press | BotMoved

# ---- out --------------------------------------------------------------------------------------------------------


class Term(msgspec.Struct, frozen=True, tag="term"):
    """A variable that is itself a text of the catalog, e.g. `state-open`, rendered in the reader's language."""

    key: str
    args: dict[str, str | int | Term | Texts] = {}
    language: str | None = None  #: in this one, whoever reads it


class Day(msgspec.Struct, frozen=True, tag="day"):
    """A calendar day of the estate, written as people say it: 3月20日（周五）, Fri 20 March."""

    value: date


class Moment(msgspec.Struct, frozen=True, tag="moment"):
    """An aware moment, written on the clocks of `zone` (IANA name)."""

    value: datetime
    zone: str


class Mention(msgspec.Struct, frozen=True, tag="mention"):
    """A person's name that links to them; only for those who allowed it."""

    name: str
    telegram_id: int


class Spot(msgspec.Struct, frozen=True, tag="spot"):
    """A place, cut to what the reader may see: 3号楼2单元5楼502室, or Building 3, unit 2, floor 5, 502."""

    building: str | None = None
    unit: str | None = None
    floor: int | None = None
    door: str | None = None


class Money(msgspec.Struct, frozen=True, tag="money"):
    """A sum in cents (分), written in yuan with the separators of the reader's language: 120,000元, 3,000.50 yuan."""

    cents: int


class Formatted(msgspec.Struct, frozen=True, tag="formatted"):
    """Words with formatting (`domain.formatting.cleaned`), by language of the catalogs; one language at least.

    Who reads another language reads the first one.
    """

    markup: dict[str, str]

    def for_language(self, language: str) -> str:
        """zh-Hant reads zh, where there is nothing of its own."""
        for key in (language, language.partition("-")[0]):
            if key in self.markup:
                return self.markup[key]
        return next(iter(self.markup.values()))


class Texts(msgspec.Struct, frozen=True, tag="texts"):
    """Several variables as one, joined as a list of the reader's language (、 or commas)."""

    items: tuple[str | Term | Day | Spot, ...]


Arg = str | int | Term | Day | Moment | Mention | Spot | Money | Texts | Formatted
"""Strings are people's words (escaped by the renderer) or ids; integers are counts (plurals)."""


class Line(msgspec.Struct, frozen=True, tag="line"):
    """One text of the catalog with its variables. Lines of a reply stand below each other."""

    key: str
    args: dict[str, Arg] = {}


class Button(msgspec.Struct, frozen=True, tag="button"):
    """An inline button. Exactly one of `data`, `start` and `path` is set.

    `data`: 1-64 bytes, `route:arg:…`. `start`: a deep-link payload. `path`: behind t.me/, to a message in a group
    (see `domain.people.path_to`).

    The label is a text of the catalog; `key` "button-words" with `words` shows people's words.
    """

    key: str
    data: str | None = None
    start: str | None = None
    path: str | None = None
    args: dict[str, Arg] = {}


class Whisper(msgspec.Struct, frozen=True, tag="whisper"):
    """Whom alone in a group a reply is for, and what delivery has to know to say it so (see `domain.whispers`)."""

    telegram_id: int  #: of the person
    name: str
    link: str | None = None  #: deep-link payload by which it goes on in private
    since: datetime | None = None  #: when they pressed, or wrote what the bot alone sees; None: neither
    query_id: str | None = None  #: the press it answers
    holds_query: bool = False  #: that press is still to be answered
    written: int | None = None  #: the ephemeral message of theirs that it answers
    secret: bool = False  #: nobody else saw what it answers
    started: bool = False  #: they can be written to in private


class Reply(msgspec.Struct, frozen=True, tag="reply"):
    """A message to say, before it is put into anybody's language.

    `document`: a file to send, named `kind:arg`; its content is made from the store when it is sent, never kept here.

    `slot`: names the message so that it can be edited later; without it the message is said once.
    `fresh`: a slot's message is sent anew below, instead of editing the one above.
    """

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    photos: tuple[str, ...] = ()  #: keys of `files`; the first bears the text as its caption
    voice: str | None = None  #: key of `files`; it bears the text as its caption, below any photos
    slot: str | None = None
    fresh: bool = False
    edits: int | None = None  #: Telegram id of the bot's own message to change instead of sending one
    answers: int | None = None  #: Telegram message id this replies to
    ask: bool = False  #: ForceReply, aimed at the author of `answers`; such a message can never be edited
    placeholder: str | None = None  #: key of the text shown in the empty input field
    silent: bool = False
    pin: bool = False  #: pinned after it is sent, where the bot may
    topic: TopicUse | None = None  #: sent to the topic that the chat has for this, or has for want of one
    thread_id: int | None = None  #: sent to the forum topic of this Telegram id: where it was asked for
    absent: bool = False  #: nothing is said: the message of `edits`, or of the slot, is deleted
    #: names a file that is made when it is sent; the text is its caption; neither a slot nor photos go with it
    document: str | None = None
    #: a native poll, made from the store when it is sent, or one that is closed: ids of posts, nothing goes with them
    poll: int | None = None
    closes_poll: int | None = None
    whisper: Whisper | None = None  #: in a group: for one person alone


def absence(*, edits: int | None = None) -> Reply:
    """The bot's message of this Telegram id goes; without one, that of the slot it is said into."""
    return Reply((), edits=edits, absent=True)


def hung_on(reply: Reply, message_id: int) -> Reply:
    """The reply as an answer to this message, unless it answers or edits another, or is to be pinned."""
    if reply.answers is not None or reply.edits is not None or reply.pin:
        return reply
    return msgspec.structs.replace(reply, answers=message_id)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it is sent: `name` with its ending, as the reader's device will keep it.

    `file_id`: where Telegram has it already; then `content` is what it is sent from if Telegram knows that no more.
    """

    name: str
    content: bytes
    file_id: str | None = None


@dataclass(frozen=True, slots=True)
class PollToSend:
    """A native poll, in somebody's language. `question` and `options`: plain text; `description`: Telegram HTML."""

    question: str
    options: tuple[str, ...]
    description: str
    several: bool
    anonymous: bool
    hidden: bool  #: results are shown once it is closed
    closes_at: datetime  #: when Telegram closes it, whatever we do; aware


@dataclass(frozen=True, slots=True)
class PollStood:
    """How a native poll stands: how often each option was chosen, and by how many people."""

    counts: tuple[int, ...]
    voters: int


class Toast(msgspec.Struct, frozen=True, tag="toast"):
    """The answer to a press, at most 200 characters. `alert`: shown in a window with OK."""

    key: str
    args: dict[str, Arg] = {}
    alert: bool = False


Say = Reply | Toast


def line(key: str, **args: Arg) -> Line:
    """Shorthand: `line("wish-filed", number="12")`."""
    return Line(key, args)


def say(key: str, *, buttons: tuple[tuple[Button, ...], ...] = (), **args: Arg) -> Reply:
    """A reply of one line."""
    return Reply((Line(key, args),), buttons=buttons)
