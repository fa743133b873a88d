"""A raw update as the inbox kept it, read into what the rest of the bot understands."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import telegram
from telegram.constants import ChatMemberStatus, ChatType

from bot.messages import Document, Photo, Quoted, Voice
from bot.ports import CountedTap

ANONYMOUS_ADMIN_ID = 1087968824  #: GroupAnonymousBot: an administrator who hides; never a person with rights

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?\s*(.*)", re.DOTALL)
_PRESENT = frozenset({ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER})
#: Tags of regions whose Chinese is written in traditional characters; an app may send either part.
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


@dataclass(frozen=True, slots=True)
class Sender:
    telegram_id: int
    name: str
    username: str | None
    client_language: str | None  #: of the catalogs
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Where:
    telegram_id: int
    private: bool
    title: str


@dataclass(frozen=True, slots=True)
class CommandSeen:
    name: str
    words: str
    named_us: bool  #: `/want@us`, or in private
    message_id: int
    photo: Photo | None
    about: Quoted | None = None  #: the message it was given as an answer to
    voice: Voice | None = None
    topic_id: int | None = None
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class SaidSeen:
    words: str
    message_id: int
    photo: Photo | None
    answers: int | None
    unreadable: bool  #: a film, sticker, file …: nothing this bot takes
    voice: Voice | None = None
    recorded: bool = False  #: unreadable, but meant to be heard: music or a round film
    our_own: bool = False  #: what this bot said, passed on
    left_out: bool = False  #: words came with a film or file that is not taken
    topic_id: int | None = None
    document: Document | None = None  #: a file; few questions take one, so that it is unreadable, or left out, as well
    markup: str | None = None  #: the words as Telegram HTML, where something in them is formatted


@dataclass(frozen=True, slots=True)
class PressSeen:
    data: str
    query_id: str
    message_id: int | None  #: None unless that message shows this very button
    topic_id: int | None = None  #: of that message


@dataclass(frozen=True, slots=True)
class BotMovedSeen:
    present: bool
    administrator: bool
    was_present: bool


@dataclass(frozen=True, slots=True)
class MigratedSeen:
    new_telegram_id: int


@dataclass(frozen=True, slots=True)
class TopicOpenedSeen:
    """A forum topic that was closed takes messages again."""

    topic_id: int


@dataclass(frozen=True, slots=True)
class PeopleMovedSeen:
    """People came into the group, or one left it, by themselves or not. Bots are none."""

    telegram_ids: tuple[int, ...]
    left: bool


@dataclass(frozen=True, slots=True)
class PollAnsweredSeen:
    """Somebody answered a native poll of ours, or took the answer back: then there are no options."""

    poll_id: str
    options: tuple[int, ...]  #: positions


@dataclass(frozen=True, slots=True)
class PollStoodSeen:
    """How a native poll stands, as intake pared it; perhaps a neighbour's."""

    poll_id: str
    counts: tuple[int, ...]
    voters: int
    is_closed: bool
    says: str  #: its fingerprint


OF_THE_GROUP = BotMovedSeen | MigratedSeen | TopicOpenedSeen | PeopleMovedSeen | PollAnsweredSeen | PollStoodSeen
"""What Telegram tells of a group, or of what stands in it: nobody said it to the bot."""
What = CommandSeen | SaidSeen | PressSeen | OF_THE_GROUP


@dataclass(frozen=True, slots=True)
class Envelope:
    sender: Sender
    where: Where
    what: What
    sent_at: datetime | None = None  #: aware; of a message, as Telegram dates it, whole seconds; a press bears no date
    ephemeral_id: int | None = (
        None  #: of their message, or of the one they pressed, if nobody else in the group sees it
    )


def read(payload: str, *, bot_id: int, username: str) -> Envelope | None:
    """Read one update; None if it holds nothing for this bot."""
    raw = json.loads(payload)
    if "poll" in raw:
        return _poll_stood(raw["poll"])
    update = telegram.Update.de_json(raw, None)
    if update.poll_answer is not None:
        return _poll_answered(update.poll_answer)
    if update.callback_query is not None:
        return _press(update.callback_query)
    if update.my_chat_member is not None:
        return _moved(update.my_chat_member)
    if update.chat_member is not None:
        return _person_moved(update.chat_member)
    if update.message is not None:
        return _message(update.message, bot_id=bot_id, username=username)
    return None


def _poll_stood(poll: dict[str, Any]) -> Envelope:
    nobody, nowhere = Sender(0, "", None, None, anonymous=False), Where(0, True, "")
    stood = PollStoodSeen(poll["id"], tuple(poll["counts"]), poll["voters"], poll["is_closed"], poll["says"])
    return Envelope(nobody, nowhere, stood)


def _poll_answered(answer: telegram.PollAnswer) -> Envelope | None:
    """In which group it was, Telegram does not say. None: somebody answered as a group."""
    if answer.user is None:
        return None
    where = Where(answer.user.id, True, answer.user.full_name)
    return Envelope(_sender(answer.user), where, PollAnsweredSeen(answer.poll_id, tuple(answer.option_ids)))


def tapped(tap: CountedTap) -> Envelope:
    """A press that was read already, on the tap lane."""
    sender = Sender(
        telegram_id=tap.person_telegram_id,
        name=tap.name,
        username=tap.username,
        client_language=_catalog(tap.language_code or ""),
        anonymous=tap.person_telegram_id == ANONYMOUS_ADMIN_ID,
    )
    where = Where(tap.chat_telegram_id, tap.private, tap.title)
    return Envelope(sender, where, PressSeen(tap.data, tap.query_id, tap.message_id))


def _sender(user: telegram.User) -> Sender:
    return Sender(
        telegram_id=user.id,
        name=user.full_name,
        username=user.username,
        client_language=_catalog(user.language_code or ""),
        anonymous=user.id == ANONYMOUS_ADMIN_ID,
    )


def _catalog(tag: str) -> str | None:
    """The catalog of an IETF tag as apps send it: en, zh-hans, zh-hant-tw; None where there is none."""
    language, *finer = tag.lower().split("-")
    if language == "zh":
        return "zh-Hant" if _TRADITIONAL & set(finer) and "hans" not in finer else "zh"
    return "en" if language == "en" else None


def _where(chat: telegram.Chat) -> Where:
    private = chat.type == ChatType.PRIVATE
    return Where(chat.id, private, chat.title or chat.full_name or "")


def _press(query: telegram.CallbackQuery) -> Envelope | None:
    if query.message is None or query.data is None:
        return None
    unseen = _ephemeral_id(query.message)
    message_id = query.message.message_id if unseen is None and _shows(query.message, query.data) else None
    shown = query.message if isinstance(query.message, telegram.Message) else None
    what = PressSeen(query.data, query.id, message_id, _topic(shown) if shown is not None else None)
    return Envelope(_sender(query.from_user), _where(query.message.chat), what, ephemeral_id=unseen)


def _ephemeral_id(message: telegram.TelegramObject) -> int | None:
    """Bot API 10.2, Message.ephemeral_message_id: PTB carries it along."""
    number = message.api_kwargs.get("ephemeral_message_id")
    return number if isinstance(number, int) else None


def _topic(message: telegram.Message) -> int | None:
    """The forum topic it stands in; elsewhere a thread is what people answered to each other."""
    return message.message_thread_id if message.is_topic_message else None


def _shows(message: telegram.MaybeInaccessibleMessage, data: str) -> bool:
    """Whether the message has this button: a bad client can press any data on any message (Bot API, CallbackQuery).

    Otherwise anybody could have a card replaced by a list.
    """
    if not isinstance(message, telegram.Message) or message.reply_markup is None:
        return False
    return any(button.callback_data == data for row in message.reply_markup.inline_keyboard for button in row)


def _receiver_id(message: telegram.Message) -> int | None:
    """Bot API 10.2, Message.receiver_user: who alone reads an ephemeral message."""
    receiver = message.api_kwargs.get("receiver_user")
    return receiver.get("id") if isinstance(receiver, dict) else None


def _moved(change: telegram.ChatMemberUpdated) -> Envelope | None:
    if change.chat.type == ChatType.CHANNEL:
        return None
    new, old = change.new_chat_member, change.old_chat_member
    what = BotMovedSeen(_is_present(new), new.status == ChatMemberStatus.ADMINISTRATOR, _is_present(old))
    return Envelope(_sender(change.from_user), _where(change.chat), what)


def _person_moved(change: telegram.ChatMemberUpdated) -> Envelope | None:
    """None: somebody stays in or out, as another kind of member; or it is a bot."""
    new, old = change.new_chat_member, change.old_chat_member
    if new.user.is_bot or _is_inside(new) == _is_inside(old):
        return None
    what = PeopleMovedSeen((new.user.id,), left=_is_inside(old))
    return Envelope(_sender(change.from_user), _where(change.chat), what)


def _is_inside(member: telegram.ChatMember) -> bool:
    return member.is_member if isinstance(member, telegram.ChatMemberRestricted) else member.status in _PRESENT


def _is_present(member: telegram.ChatMember) -> bool:
    """Whether it can be of use there: who may only read is as good as gone."""
    if isinstance(member, telegram.ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return member.status in _PRESENT


def _message(message: telegram.Message, *, bot_id: int, username: str) -> Envelope | None:
    if message.from_user is None:
        return None
    sender, where = _sender(message.from_user), _where(message.chat)
    if message.migrate_to_chat_id is not None:
        return Envelope(sender, where, MigratedSeen(message.migrate_to_chat_id))
    if moved := _people_moved(message):
        return Envelope(sender, where, moved)
    topic_id = _topic(message)
    if message.forum_topic_reopened is not None and topic_id is not None:
        return Envelope(sender, where, TopicOpenedSeen(topic_id))
    if not _is_somebodys(message):
        return None
    words = message.text or message.caption or ""
    photo = _photo(message)
    voice = _voice(message.voice)
    document = _document(message)
    unseen = _ephemeral_id(message)
    if command := _COMMAND.fullmatch(words):
        name, addressee, rest = command.groups()
        if addressee is not None and addressee.lower() != username.lower():
            return None
        named_us = where.private or addressee is not None
        about = _quoted(message.reply_to_message)
        with_it = (photo, about, voice, topic_id, document)
        seen = CommandSeen(name.lower(), rest.strip(), named_us, message.message_id, *with_it)
        return Envelope(sender, where, seen, message.date, unseen)
    replied = message.reply_to_message
    to_us = replied is not None and replied.from_user is not None and replied.from_user.id == bot_id
    if not where.private and not to_us and (unseen is None or _receiver_id(message) != bot_id):
        return None
    unreadable = not words and photo is None and voice is None
    if unreadable and message.effective_attachment is None and message.checklist is None:
        return None  # Telegram tells of the chat itself: somebody came, something was pinned, …
    answers = (replied.message_id or None) if replied is not None and to_us else None
    recorded = unreadable and (message.audio is not None or message.video_note is not None)
    left_out = not unreadable and photo is None and voice is None and message.effective_attachment is not None
    said = SaidSeen(
        words,
        message.message_id,
        photo,
        answers,
        unreadable,
        voice,
        recorded,
        _is_of(message.forward_origin, bot_id),
        left_out,
        topic_id,
        document,
        _markup(message),
    )
    return Envelope(sender, where, said, message.date, unseen)


def _markup(message: telegram.Message) -> str | None:
    if message.text and message.entities:
        return message.text_html
    return message.caption_html if message.caption and message.caption_entities else None


def _people_moved(message: telegram.Message) -> PeopleMovedSeen | None:
    """None: it tells of nobody's coming or leaving, or of a bot's."""
    gone, came = message.left_chat_member, message.new_chat_members
    people = tuple(user.id for user in ((gone,) if gone else came) if not user.is_bot)
    return PeopleMovedSeen(people, left=gone is not None) if people else None


def _is_somebodys(message: telegram.Message) -> bool:
    """Whether a person wrote it, or an administrator who hides behind this very group.

    A channel writes as Channel_Bot, or as Telegram (777000) what is passed on from the linked one; the account that
    stands for hidden administrators proves nothing without its group.
    """
    user, behind = message.from_user, message.sender_chat
    if user is None or (user.id == ANONYMOUS_ADMIN_ID) != (behind is not None):
        return False
    return not user.is_bot if behind is None else behind.id == message.chat.id


def _is_of(origin: telegram.MessageOrigin | None, bot_id: int) -> bool:
    return isinstance(origin, telegram.MessageOriginUser) and origin.sender_user.id == bot_id


def _photo(message: telegram.Message) -> Photo | None:
    return Photo(message.photo[-1].file_id, message.photo[-1].file_unique_id) if message.photo else None


def _quoted(message: telegram.Message | None) -> Quoted | None:
    """The message a command answers. In a topic everything answers the service message that opened it."""
    if message is None or message.forum_topic_created is not None:
        return None
    words, photo = message.text or message.caption or "", _photo(message)
    user = message.from_user
    # Who writes as a group or channel hides; Telegram puts one of its own accounts in their place.
    hidden = message.sender_chat is not None or user is None or user.id == ANONYMOUS_ADMIN_ID
    return Quoted(
        message_id=message.message_id,
        telegram_id=None if hidden or user is None else user.id,
        name="" if user is None else user.full_name,
        words=words.strip(),
        photo=photo,
        is_bot=not hidden and user is not None and user.is_bot,
        readable=bool(words.strip()) or photo is not None,
    )


def _document(message: telegram.Message) -> Document | None:
    """A file; a moving picture is none, though Telegram shows it as one too (Bot API, Message.animation)."""
    file = message.document
    if file is None or message.animation is not None:
        return None
    return Document(file.file_id, file.file_unique_id, file.file_name or "", file.file_size)


def _voice(voice: telegram.Voice | None) -> Voice | None:
    if voice is None:
        return None
    # As JSON: the attribute is a number of seconds for now, and warns that it will be a timedelta.
    seconds = int(voice.to_dict()["duration"])
    return Voice(voice.file_id, voice.file_unique_id, max(1, seconds), voice.file_size)
