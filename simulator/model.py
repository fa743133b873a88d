"""What there is in the simulated Telegram: people, bots, chats, members, messages, photos, voice notes, presses.

Plain state without rules; `acts`, `membership` and `botapi` hold the rules, `wire` and `screen` the JSON.
"""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

#: Administrator rights a supergroup knows (Bot API, ChatMemberAdministrator), in the order Telegram writes them.
SUPERGROUP_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
)
#: What an app ticks for a new administrator (assumed: everything but naming others and topics).
USUAL_RIGHTS = frozenset(SUPERGROUP_RIGHTS) - {"can_promote_members", "can_manage_topics", "can_manage_tags"}


@dataclass(eq=False)
class Person:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None  #: IETF tag as Telegram sends it, such as "zh-hans"
    refuses_voices: bool = False  #: a subscriber may take no voice notes from those who are no contacts


@dataclass(eq=False)
class Bot:
    id: int
    token: str
    first_name: str
    username: str
    sees_all: bool = False  #: privacy mode switched off at BotFather
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)  #: by (scope key, language or "")
    descriptions: dict[str, str] = field(default_factory=dict)  #: by language or ""
    short_descriptions: dict[str, str] = field(default_factory=dict)
    last_private_message_id: int = 0  #: private messages of one account are numbered together


User = Person | Bot


@dataclass(eq=False)
class Member:
    user: User
    status: str  #: creator, administrator, member, restricted (reads, but may not write), left, kicked
    rights: frozenset[str] = frozenset()
    promoted_by: int | None = None
    anonymous: bool = False  #: an administrator who writes as the group ("Remain anonymous")
    since: int = 0  #: Unix seconds of joining; bots hear of no edits of older messages

    @property
    def inside(self) -> bool:
        return self.status in ("creator", "administrator", "member", "restricted")

    @property
    def leads(self) -> bool:
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)


@dataclass(eq=False)
class PhotoSize:
    file_unique_id: str
    width: int
    height: int
    file_size: int
    content: bytes
    path: str  #: where getFile says it lies


@dataclass(eq=False)
class Photo:
    sizes: list[PhotoSize]  #: smallest first; the last one is the picture as posted


@dataclass(eq=False)
class Voice:
    file_unique_id: str
    duration: int  #: seconds
    mime_type: str
    file_size: int
    content: bytes
    path: str  #: where getFile says it lies


@dataclass(eq=False)
class Document:
    file_unique_id: str
    name: str
    kind: str  #: its MIME type
    content: bytes
    path: str  #: where getFile says it lies


@dataclass(eq=False)
class Poll:
    """A native poll. One that somebody passed on would be the same poll, with the same votes."""

    id: str
    bot: Bot  #: who sent it, and alone is told of answers
    question: str
    options: list[str]
    anonymous: bool
    several: bool
    revoting: bool  #: an answer can be changed or taken back
    hidden: bool  #: what people chose is shown once it is closed
    close_at: int | None = None  #: Unix seconds
    open_period: int | None = None  #: seconds, if it was sent with one
    description: str = ""
    description_entities: list[Json] = field(default_factory=list)
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)  #: positions of options by user id
    closed: bool = False


@dataclass(eq=False)
class Message:
    id: int
    chat: "Chat"
    sender: User
    date: int  #: Unix seconds
    text: str | None = None
    caption: str | None = None
    entities: list[Json] = field(default_factory=list)  #: of the text or the caption, UTF-16 offsets
    photo: Photo | None = None
    voice: Voice | None = None
    document: Document | None = None
    poll: Poll | None = None
    has_spoiler: bool = False
    caption_above: bool = False
    media_group_id: str | None = None
    service: Json | None = None  #: what happened, for service messages: {"kind": ..., ...}
    reply_to: "Message | None" = None
    quote: Json | None = None
    sender_chat: "Chat | None" = None  #: in whose name it was written: bots do not learn who the sender is
    forwarded: "Message | None" = None  #: whose words these are, if somebody passed them on
    thread_id: int | None = None
    keyboard: list[list[Json]] | None = None  #: the inline keyboard
    reply_interface: Json | None = None  #: ForceReply, ReplyKeyboardMarkup or ReplyKeyboardRemove as sent
    link_preview: Json | None = None
    protected: bool = False
    silent: bool = False  #: sent with disable_notification: people see it, bots do not
    effect_id: str | None = None
    edit_date: int | None = None
    deleted: bool = False
    ephemeral_id: int | None = None  #: its number as bots know it; then `id` is negative and apps alone know it
    receiver: User | None = None  #: who alone reads it besides its sender
    lost: bool = False  #: it never reached the app

    @property
    def body(self) -> str:
        return self.text if self.text is not None else self.caption or ""


@dataclass(eq=False)
class Chat:
    id: int
    kind: str  #: private, group (a basic one) or supergroup
    title: str | None = None
    person: Person | None = None  #: the human side of a private chat
    bot: Bot | None = None  #: the other side of a private chat
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)  #: message ids, oldest pin first
    last_message_id: int = 0
    last_ephemeral_id: int = 0
    last_speaking_bot: int | None = None
    started: bool = False  #: private: the person pressed Start at least once
    blocked: bool = False  #: private: the person stopped the bot
    asking: dict[int, int] = field(default_factory=dict)  #: by person: the ForceReply message their app has open
    topics: dict[int, str] = field(default_factory=dict)  #: forum topics by the id of the message that made them
    closed_topics: set[int] = field(default_factory=set)
    is_forum: bool = False
    migrated_to: int | None = None  #: a basic group that became this supergroup; nothing is sent here any more

    @property
    def next_message_id(self) -> int:
        """A group numbers its own messages; all private messages of one account are numbered together."""
        return 1 + (self.last_message_id if self.bot is None else self.bot.last_private_message_id)

    def member(self, user_id: int) -> Member | None:
        """The member if inside the chat now; None for outsiders and those who left."""
        member = self.members.get(user_id)
        return member if member is not None and member.inside else None

    def message(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message


@dataclass(eq=False)
class Query:
    """One press of an inline button, waiting for the bot's answer."""

    id: str
    bot: Bot
    person: Person
    message: Message
    data: str
    at: float  #: simulator seconds
    answered: bool = False
    text: str | None = None
    alert: bool = False
    url: str | None = None
