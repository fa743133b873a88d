"""A raw update read: who, where, what; and what holds nothing for this bot."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.dispatch import decode
from bot.dispatch.decode import (
    BotMovedSeen,
    CommandSeen,
    Envelope,
    MigratedSeen,
    PressSeen,
    SaidSeen,
    Sender,
    What,
    Where,
)
from bot.intake import addressed
from bot.messages import Document, Photo, Quoted, Voice
from bot.ports import Me
from tests.intake.test_addressed import NOT_OURS, OURS
from tests.intake.updates import (
    ANONYMOUS,
    AUDIO,
    BOT,
    CHANNEL,
    CHANNEL_BOT,
    GROUP,
    OTHER_BOT,
    PHOTO,
    PRIVATE,
    ROUND,
    SMALL_GROUP,
    STICKER,
    VOICE,
    WANG,
    inline_press,
    message,
    moved,
    press,
    update,
    written_by,
)

PICTURE = Photo("large", "l")
TO_US, TO_WANG = written_by(BOT), written_by({**WANG, "id": 502})
LOCATION = {"latitude": 31.2, "longitude": 121.5}


def read(raw: dict[str, Any]) -> Envelope | None:
    return decode.read(json.dumps(raw), bot_id=7, username="wishwell_bot")


def what(raw: dict[str, Any]) -> What | None:
    envelope = read(raw)
    return envelope.what if envelope else None


# ---- who and where --------------------------------------------------------------------------------------------------


def test_who_and_where() -> None:
    envelope = read(message("/want"))
    assert envelope is not None
    assert envelope.sender == Sender(501, "王 阿姨", None, "zh", anonymous=False)
    assert envelope.where == Where(-1003, False, "3号楼邻里群")
    private = read(message("灯", chat=PRIVATE, sender={**WANG, "username": "auntie", "language_code": "en"}))
    assert private is not None
    assert private.sender == Sender(501, "王 阿姨", "auntie", "en", anonymous=False)
    assert private.where == Where(501, True, "王 阿姨")


@pytest.mark.parametrize(
    ("code", "catalog"),
    [
        ("zh", "zh"),
        ("zh-hans", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh-hant", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-hans-hk", "zh"),
        ("EN-gb", "en"),
        ("en", "en"),
        ("de", None),
        ("", None),
        (None, None),
    ],
)
def test_the_language_of_their_app_is_a_catalogs_or_none(code: str | None, catalog: str | None) -> None:
    sender = {key: value for key, value in WANG.items() if key != "language_code"}
    envelope = read(message("灯", chat=PRIVATE, sender=sender if code is None else {**sender, "language_code": code}))
    assert envelope is not None
    assert envelope.sender.client_language == catalog


def test_an_administrator_who_hides_is_known_as_such() -> None:
    envelope = read(message("/want 灯", sender=ANONYMOUS, sender_chat=GROUP))
    assert envelope is not None
    assert envelope.sender.anonymous
    tapping = read(press())  # but whoever taps is named
    assert tapping is not None
    assert not tapping.sender.anonymous


@pytest.mark.parametrize(
    ("sender", "behind"),
    [
        ({"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}, CHANNEL),
        ({"id": 777000, "is_bot": False, "first_name": "Telegram"}, CHANNEL),
        (ANONYMOUS, CHANNEL),
        (ANONYMOUS, None),
        (WANG, CHANNEL),
    ],
)
def test_a_channel_says_nothing_to_us_nor_does_the_hidden_account_without_its_group(
    sender: dict[str, Any], behind: dict[str, Any] | None
) -> None:
    assert read(message("/want 灯", sender=sender, **({"sender_chat": behind} if behind else {}))) is None


# ---- commands -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "words", "named_us"),
    [
        ("/want", "want", "", False),
        ("/want 三楼的灯", "want", "三楼的灯", False),
        ("/want   三楼的灯  ", "want", "三楼的灯", False),
        ("/want\n三楼的灯\n坏了", "want", "三楼的灯\n坏了", False),
        ("/want三楼的灯", "want", "三楼的灯", False),
        ("/WANT", "want", "", False),
        ("/want@wishwell_bot", "want", "", True),
        ("/want@WishWell_Bot 灯", "want", "灯", True),
        ("/want@wishwell_bot三楼的灯", "want", "三楼的灯", True),
        ("/find a@other_bot", "find", "a@other_bot", False),
        ("/want /mine", "want", "/mine", False),
        ("/frobnicate", "frobnicate", "", False),
    ],
)
def test_commands(text: str, name: str, words: str, named_us: bool) -> None:
    assert what(message(text)) == CommandSeen(name, words, named_us, 40, None)
    assert what(message(text, chat=PRIVATE)) == CommandSeen(name, words, True, 40, None)
    assert what(message(caption=text, photo=PHOTO)) == CommandSeen(name, words, named_us, 40, PICTURE)


@pytest.mark.parametrize("text", ["/want@other_bot", "/want@wishwell_bot2 灯", "/want@other_bot灯"])
@pytest.mark.parametrize("chat", [GROUP, PRIVATE])
def test_another_bots_command_is_nothing(text: str, chat: dict[str, Any]) -> None:
    assert what(message(text, chat=chat)) is None
    assert what(message(text, chat=chat, reply_to_message=TO_US)) is None


def test_a_command_given_as_an_answer_is_a_command() -> None:
    for answered, telegram_id, is_bot in ((TO_US, 7, True), (TO_WANG, 502, False)):
        seen = what(message("/want 灯", reply_to_message=answered))
        assert isinstance(seen, CommandSeen)
        assert (seen.name, seen.words, seen.named_us, seen.message_id) == ("want", "灯", False, 40)
        assert seen.about is not None
        assert (seen.about.message_id, seen.about.telegram_id, seen.about.is_bot) == (30, telegram_id, is_bot)


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        (written_by(WANG, text=" 灯坏了 "), Quoted(30, 501, "王 阿姨", "灯坏了")),
        (written_by(WANG, text=None, caption="灯", photo=PHOTO), Quoted(30, 501, "王 阿姨", "灯", PICTURE)),
        (written_by(WANG, text=None, photo=PHOTO), Quoted(30, 501, "王 阿姨", "", PICTURE)),
        (written_by(WANG, text=None, voice=VOICE), Quoted(30, 501, "王 阿姨", "", readable=False)),
        (written_by(OTHER_BOT), Quoted(30, 8, "别的", "…", is_bot=True)),
        (written_by(ANONYMOUS, sender_chat=GROUP), Quoted(30, None, "Group", "…")),
        (written_by(CHANNEL_BOT, sender_chat=CHANNEL), Quoted(30, None, "Channel", "…")),
    ],
)
def test_the_message_that_a_command_answers(answered: dict[str, Any], expected: Quoted) -> None:
    answered = {name: part for name, part in answered.items() if part is not None}
    seen = what(message("/jot@wishwell_bot", reply_to_message=answered))
    assert isinstance(seen, CommandSeen)
    assert seen.about == expected


# ---- words and pictures ---------------------------------------------------------------------------------------------


POLL = {
    **{"id": "1", "question": "灯", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True},
    **{"type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False},
}


@pytest.mark.parametrize(
    ("fields", "words", "photo", "unreadable"),
    [
        ({"text": "三楼的灯坏了"}, "三楼的灯坏了", None, False),
        ({"text": "/ 或者"}, "/ 或者", None, False),
        ({"text": "//"}, "//", None, False),
        ({"photo": PHOTO}, "", PICTURE, False),
        ({"photo": PHOTO, "caption": "这盏"}, "这盏", PICTURE, False),
        ({"sticker": STICKER}, "", None, True),
        ({"location": LOCATION}, "", None, True),
        ({"contact": {"phone_number": "1", "first_name": "王"}}, "", None, True),
        ({"document": {"file_id": "d", "file_unique_id": "d"}}, "", None, True),
        ({"dice": {"emoji": "🎲", "value": 3}}, "", None, True),
        ({"venue": {"location": LOCATION, "title": "3号楼", "address": "东门"}, "location": LOCATION}, "", None, True),
        ({"video": {"file_id": "v", "file_unique_id": "v", "width": 1, "height": 1, "duration": 1}}, "", None, True),
        (
            {"animation": {"file_id": "v", "file_unique_id": "v", "width": 1, "height": 1, "duration": 1}},
            "",
            None,
            True,
        ),
        ({"audio": {"file_id": "a", "file_unique_id": "a", "duration": 1}}, "", None, True),
        ({"video_note": {"file_id": "n", "file_unique_id": "n", "length": 1, "duration": 1}}, "", None, True),
        ({"poll": POLL}, "", None, True),
        ({"document": {"file_id": "d", "file_unique_id": "d"}, "caption": "这盏"}, "这盏", None, False),
    ],
)
def test_what_is_said(fields: dict[str, Any], words: str, photo: Photo | None, unreadable: bool) -> None:
    left_out = "document" in fields and not unreadable  # its words are taken, and it is told that the file is not
    recorded = bool({"audio", "video_note"} & fields.keys())
    file = Document("d", "d", "") if "document" in fields else None  # few questions take one
    said = SaidSeen(words, 40, photo, None, unreadable, recorded=recorded, left_out=left_out, document=file)
    assert what(message(chat=PRIVATE, **fields)) == said
    assert what(message(reply_to_message=TO_US, **fields)) == replace(said, answers=30)
    assert what(message(**fields)) is None, "in a group, to nobody"
    assert what(message(reply_to_message=TO_WANG, **fields)) is None, "in a group, to a neighbour"


@pytest.mark.parametrize(
    ("fields", "words", "voice", "recorded"),
    [
        ({"voice": VOICE}, "", Voice("v", "v", 3), False),
        ({"voice": {**VOICE, "duration": 0, "file_size": 99}}, "", Voice("v", "v", 1, 99), False),
        ({"voice": VOICE, "caption": "转一段"}, "转一段", Voice("v", "v", 3), False),
        ({"audio": AUDIO}, "", None, True),
        ({"video_note": ROUND}, "", None, True),
    ],
)
def test_what_is_to_be_heard(fields: dict[str, Any], words: str, voice: Voice | None, recorded: bool) -> None:
    unreadable = voice is None
    heard = SaidSeen(words, 40, None, None, unreadable, voice, recorded)
    assert what(message(chat=PRIVATE, **fields)) == heard
    assert what(message(reply_to_message=TO_US, **fields)) == replace(heard, answers=30)
    assert what(message(**fields)) is None, "in a group, to nobody"
    assert what(message(reply_to_message=TO_WANG, **fields)) is None, "in a group, to a neighbour"


def test_in_private_an_answer_to_ones_own_message_answers_nothing() -> None:
    own = written_by(WANG, chat=PRIVATE)
    assert what(message("灯", chat=PRIVATE, reply_to_message=own)) == SaidSeen("灯", 40, None, None, False)
    ours = written_by(BOT, chat=PRIVATE, message_id=31)
    assert what(message("灯", chat=PRIVATE, reply_to_message=ours)) == SaidSeen("灯", 40, None, 31, False)


@pytest.mark.parametrize(
    "told",
    [
        {"pinned_message": written_by(BOT)},
        {"new_chat_members": [BOT]},
        {"left_chat_member": BOT},
        {"new_chat_title": "三号楼"},
        {"new_chat_photo": PHOTO},
        {"delete_chat_photo": True},
        {"group_chat_created": True},
        {"migrate_from_chat_id": -77},
        pytest.param(
            {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
            marks=pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
        ),
        {"write_access_allowed": {"from_request": True}},
        {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
        {"forum_topic_created": {"name": "x", "icon_color": 1}},
        {"video_chat_started": {}},
        {"users_shared": {"request_id": 1, "users": []}},
    ],
    ids=lambda told: str(next(iter(told))),
)
def test_what_telegram_tells_of_a_chat_is_nothing_said(told: dict[str, Any]) -> None:
    for where in ({"chat": PRIVATE}, {"chat": GROUP}, {"reply_to_message": TO_US}):
        assert what(message(**where, **told)) is None


# ---- presses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        (press(), PressSeen("join:1", "q1", 40)),
        (press("help:1", shows=("join:1", "help:1")), PressSeen("help:1", "q1", 40)),
        (press("take:1"), PressSeen("take:1", "q1", None)),  # forged: that message has no such button
        (press(shows=()), PressSeen("join:1", "q1", None)),
        (press(shows=None), PressSeen("join:1", "q1", None)),
        (press(None), None),
        (inline_press(), None),
    ],
)
def test_a_press_names_its_message_only_if_that_shows_the_button(raw: dict[str, Any], seen: What | None) -> None:
    assert what(raw) == seen


# ---- the bot's own standing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "now", "seen"),
    [
        ("left", "member", BotMovedSeen(present=True, administrator=False, was_present=False)),
        ("kicked", "member", BotMovedSeen(present=True, administrator=False, was_present=False)),
        ("left", "administrator", BotMovedSeen(present=True, administrator=True, was_present=False)),
        ("member", "administrator", BotMovedSeen(present=True, administrator=True, was_present=True)),
        ("administrator", "member", BotMovedSeen(present=True, administrator=False, was_present=True)),
        ("member", "restricted", BotMovedSeen(present=True, administrator=False, was_present=True)),
        ("member", "restricted-mute", BotMovedSeen(present=False, administrator=False, was_present=True)),
        ("restricted-mute", "member", BotMovedSeen(present=True, administrator=False, was_present=False)),
        ("restricted", "restricted-out", BotMovedSeen(present=False, administrator=False, was_present=True)),
        ("restricted-out", "member", BotMovedSeen(present=True, administrator=False, was_present=False)),
        ("member", "left", BotMovedSeen(present=False, administrator=False, was_present=True)),
        ("administrator", "kicked", BotMovedSeen(present=False, administrator=False, was_present=True)),
    ],
)
def test_where_the_bot_stands(was: str, now: str, seen: BotMovedSeen) -> None:
    for chat in (GROUP, PRIVATE):
        assert what(moved(was, now, chat=chat)) == seen
    assert what(moved(was, now, chat=CHANNEL)) is None


def test_a_groups_move_to_a_new_id() -> None:
    assert what(message(chat=SMALL_GROUP, migrate_to_chat_id=-1003)) == MigratedSeen(-1003)


# ---- nothing for us -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        message("/want", sender=OTHER_BOT),
        message("/want", sender=CHANNEL_BOT, sender_chat=CHANNEL),
        message("灯", sender=BOT, reply_to_message=TO_US),
        message("/want", sender=None),
        update("edited_message", message("/want")["message"]),
        update("channel_post", message("/want", chat=CHANNEL, sender=None)["message"]),
        {"update_id": 1},
        {"update_id": 1, "something_new": {"x": 1}},
    ],
)
def test_nothing_for_us(raw: dict[str, Any]) -> None:
    assert read(raw) is None


@pytest.mark.parametrize("name", [*OURS, *NOT_OURS])
def test_whatever_is_kept_can_be_read_and_what_is_dropped_would_not_have_been_answered(name: str) -> None:
    """Both rooms read the raw update by themselves; here they meet."""
    raw = OURS[name][0] if name in OURS else NOT_OURS[name]
    envelope = read(raw)
    key = addressed(raw, Me(7, "wishwell_bot", "邻愿", sees_all=True))
    if key is None:
        assert envelope is None
    elif name != "another bot's command in private":
        assert envelope is not None
        assert (envelope.where.telegram_id, envelope.sender.telegram_id) == key


def test_a_file_is_known_by_its_name_and_a_moving_picture_is_none() -> None:
    file = {"file_id": "d", "file_unique_id": "u", "file_name": "三月.csv", "file_size": 12}
    said = what(message(chat=PRIVATE, document=file))
    assert isinstance(said, SaidSeen)
    assert said.document == Document("d", "u", "三月.csv", 12)
    asked = what(message(chat=PRIVATE, document=file, caption="/entry"))
    assert isinstance(asked, CommandSeen)
    assert asked.document == said.document
    moving = {"file_id": "d", "file_unique_id": "u", "width": 1, "height": 1, "duration": 1}
    shown = what(message(chat=PRIVATE, document=file, animation=moving))
    assert isinstance(shown, SaidSeen)
    assert shown.document is None
