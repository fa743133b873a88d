"""Where something was said: in a forum topic, or where one person alone sees it; who came there, and who left."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.dispatch import decode
from bot.dispatch.decode import (
    CommandSeen,
    Envelope,
    PeopleMovedSeen,
    PressSeen,
    SaidSeen,
    TopicOpenedSeen,
    What,
)
from tests.intake.updates import (
    ANONYMOUS,
    BOT,
    GROUP,
    WANG,
    message,
    moved,
    press,
    unseen,
    written_by,
)

IN_TOPIC = {"is_topic_message": True, "message_thread_id": 30}


def read(raw: dict[str, Any]) -> Envelope | None:
    return decode.read(json.dumps(raw), bot_id=7, username="wishwell_bot")


def what(raw: dict[str, Any]) -> What | None:
    envelope = read(raw)
    return envelope.what if envelope else None


# ---- what nobody else sees -------------------------------------------------------------------------------------------


def test_what_the_bot_alone_sees_is_for_it_and_bears_a_number_of_its_own() -> None:
    command = read(unseen("/want@wishwell_bot 灯", number=4))
    assert command is not None
    assert command.ephemeral_id == 4
    assert isinstance(command.what, CommandSeen)
    assert (command.what.name, command.what.message_id) == ("want", 0)
    said = read(unseen("三楼的灯坏了", number=5))
    assert said is not None
    assert said.ephemeral_id == 5
    assert isinstance(said.what, SaidSeen)
    assert (said.what.words, said.what.answers) == ("三楼的灯坏了", None)
    plain = read(message("/want"))
    assert plain is not None
    assert plain.ephemeral_id is None


def test_a_press_on_what_one_person_sees_names_no_message_to_edit() -> None:
    raw = press()
    raw["callback_query"]["message"] |= {"message_id": 0, "ephemeral_message_id": 6, "receiver_user": WANG}
    pressed = read(raw)
    assert pressed is not None
    assert pressed.ephemeral_id == 6
    assert isinstance(pressed.what, PressSeen)
    assert pressed.what.message_id is None


# ---- forum topics --------------------------------------------------------------------------------------------------


def test_what_is_said_and_pressed_in_a_topic_is_known_to_be_there() -> None:
    assert what(message("/bind", **IN_TOPIC)).topic_id == 30
    assert what(message("三楼", reply_to_message=written_by(BOT), **IN_TOPIC)).topic_id == 30
    assert what(message("/bind", message_thread_id=30)).topic_id is None, "a thread of answers is no topic"
    pressed = press()
    pressed["callback_query"]["message"].update(IN_TOPIC)
    assert what(pressed).topic_id == 30
    assert what(press()).topic_id is None
    assert what(press(shows=None)).topic_id is None


def test_a_topic_that_was_opened_again_is_heard_of_whoever_opened_it() -> None:
    for who in ({"sender": WANG}, {"sender": ANONYMOUS, "sender_chat": GROUP}):
        assert what(message(forum_topic_reopened={}, **IN_TOPIC, **who)) == TopicOpenedSeen(30)
    assert read(message(forum_topic_closed={}, **IN_TOPIC)) is None


def test_in_a_topic_everything_answers_the_message_that_opened_it_and_that_is_no_answer() -> None:
    opened = {**written_by(WANG), "forum_topic_created": {"name": "报修", "icon_color": 7322096}}
    seen = what(message("/jot", reply_to_message=opened, is_topic_message=True, message_thread_id=30))
    assert isinstance(seen, CommandSeen)
    assert seen.about is None


# ---- who came and who left -------------------------------------------------------------------------------------------


def test_who_came_and_who_left_is_heard_of_people_alone() -> None:
    assert what(message(left_chat_member=WANG)) == PeopleMovedSeen((WANG["id"],), left=True)
    assert what(message(new_chat_members=[BOT, WANG])) == PeopleMovedSeen((WANG["id"],), left=False)


@pytest.mark.parametrize(
    ("was", "now", "left"),
    [
        ("member", "left", True),
        ("administrator", "kicked", True),
        ("left", "member", False),
        ("kicked", "left", None),
        ("member", "administrator", None),
    ],
)
def test_an_administrator_is_told_of_everybody_who_comes_or_leaves(was: str, now: str, left: bool | None) -> None:
    change = moved(was, now)["my_chat_member"]
    for which in ("old_chat_member", "new_chat_member"):
        change[which] = {**change[which], "user": WANG}
    seen = None if left is None else PeopleMovedSeen((WANG["id"],), left=left)
    assert what({"update_id": 1, "chat_member": change}) == seen
    of_a_bot = {**change, "new_chat_member": {**change["new_chat_member"], "user": BOT}}
    assert what({"update_id": 1, "chat_member": of_a_bot}) is None
