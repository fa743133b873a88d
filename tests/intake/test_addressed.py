"""What is meant for the bot, by the raw update. All else must be dropped unseen: it is neighbours' talk."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.intake import addressed, pared
from bot.ports import Me
from tests.intake.updates import (
    ANONYMOUS,
    BOT,
    CHANNEL,
    CHANNEL_BOT,
    GROUP,
    OTHER_BOT,
    PHOTO,
    PRIVATE,
    SMALL_GROUP,
    STICKER,
    VOICE,
    WANG,
    inline_press,
    message,
    moved,
    press,
    unseen,
    update,
    written_by,
)

ME = Me(7, "wishwell_bot", "邻愿", sees_all=True)
IN_GROUP, IN_PRIVATE = (-1003, 501), (501, 501)
TO_US, TO_WANG, TO_OTHER_BOT = (written_by(who) for who in (BOT, {**WANG, "id": 502}, OTHER_BOT))

OURS = {
    # who is in the group
    "somebody came": (message(new_chat_members=[WANG]), IN_GROUP),
    "somebody left": (message(left_chat_member=WANG), IN_GROUP),
    "a member's coming": (
        {"update_id": 1, "chat_member": moved("left", "member", user=WANG)["my_chat_member"]},
        IN_GROUP,
    ),
    # in private: everything
    "words in private": (message("三楼的灯坏了", chat=PRIVATE), IN_PRIVATE),
    "a command in private": (message("/want", chat=PRIVATE), IN_PRIVATE),
    "another bot's command in private": (message("/want@other_bot", chat=PRIVATE), IN_PRIVATE),
    "a photo in private": (message(chat=PRIVATE, photo=PHOTO), IN_PRIVATE),
    "a voice note in private": (message(chat=PRIVATE, voice=VOICE), IN_PRIVATE),
    "a press in private": (press(chat=PRIVATE), IN_PRIVATE),
    "blocked": (moved("member", "kicked", chat=PRIVATE), IN_PRIVATE),
    # in a group: commands that name it or nobody
    "a bare command": (message("/want 灯坏了"), IN_GROUP),
    "a command that names us": (message("/want@wishwell_bot 灯坏了"), IN_GROUP),
    "in whatever case": (message("/WANT@WishWell_Bot"), IN_GROUP),
    "with the words on the next line": (message("/want@wishwell_bot\n灯坏了"), IN_GROUP),
    "with no blank behind it": (message("/want灯坏了"), IN_GROUP),
    "with our name and no blank behind it": (message("/want@wishwell_bot灯坏了"), IN_GROUP),
    "with an address further on": (message("/want 请问 a@other_bot"), IN_GROUP),
    "with an address right behind it": (message("/want,a@other_bot"), IN_GROUP),
    "as the caption of a photo": (message(caption="/want@wishwell_bot 灯", photo=PHOTO), IN_GROUP),
    "in a small group": (message("/want", chat=SMALL_GROUP), (-77, 501)),
    "by an administrator who hides": (message("/want", sender=ANONYMOUS, sender_chat=GROUP), (-1003, 1087968824)),
    # answers to us
    "an answer to us": (message("三楼", reply_to_message=TO_US), IN_GROUP),
    "a photo as an answer to us": (message(photo=PHOTO, reply_to_message=TO_US), IN_GROUP),
    "a sticker as an answer to us": (message(sticker=STICKER, reply_to_message=TO_US), IN_GROUP),
    # what happens to it and to the group
    "a command the bot alone sees": (unseen("/want@wishwell_bot"), IN_GROUP),
    "an answer the bot alone sees": (unseen("三楼的灯坏了"), IN_GROUP),
    "a press": (press(), IN_GROUP),
    "a press on a message too old to be seen": (press(shows=None), IN_GROUP),
    "added": (moved("left", "member"), IN_GROUP),
    "thrown out": (moved("administrator", "kicked"), IN_GROUP),
    "a topic was opened again": (
        message(forum_topic_reopened={}, is_topic_message=True, message_thread_id=30),
        IN_GROUP,
    ),
    "the group's move to a new id": (message(chat=SMALL_GROUP, migrate_to_chat_id=-1003), (-77, 501)),
}

NOT_OURS = {
    # talk
    "words in a group": message("老王家昨天吵架"),
    "a mention": message("@wishwell_bot 你好"),
    "a command in the middle": message("请用 /want"),
    "a slash and no command": message("/ 或者"),
    "two slashes": message("//这样写"),
    "a path": message("/家/文件"),
    "a photo": message(photo=PHOTO),
    "a photo with a caption": message(caption="看这灯", photo=PHOTO),
    "a voice note": message(voice=VOICE),
    "an answer to a neighbour": message("我家也是", reply_to_message=TO_WANG),
    "what another bot alone sees": unseen("谢谢", receiver_user=OTHER_BOT),
    "an answer to another bot": message("谢谢", reply_to_message=TO_OTHER_BOT),
    "a quotation of us from elsewhere": message(
        "看", external_reply={"origin": {"type": "hidden_user", "sender_user_name": "x", "date": 1}}
    ),
    # commands of others
    "another bot's command": message("/want@other_bot 灯坏了"),
    "a bot whose name begins like ours": message("/want@wishwell_bot2"),
    "a bot whose name ends like ours": message("/want@my_wishwell_bot"),
    "another bot's command in a caption": message(caption="/want@other_bot", photo=PHOTO),
    # what Telegram tells of the group
    "something was pinned": message(pinned_message=written_by(BOT)),
    "a topic was closed": message(forum_topic_closed={}, is_topic_message=True, message_thread_id=30),
    "a new title": message(new_chat_title="三号楼"),
    "where the group came from": message(migrate_from_chat_id=-77),
    # of other kinds
    "a press on a message we never see": inline_press(),
    "without a sender": message("/want", sender=None),
    "a post in a channel": update("channel_post", message("/want", chat=CHANNEL, sender=None)["message"]),
    "a corrected message": update("edited_message", message("/want@wishwell_bot 灯")["message"]),
    "a corrected post": update("edited_channel_post", message("/want", chat=CHANNEL, sender=None)["message"]),
    "a reaction": update("message_reaction", {"chat": GROUP, "message_id": 1, "user": WANG, "date": 1}),
    "a kind that is not known yet": update("something_new", {"from": WANG, "chat": PRIVATE}),
    "nothing at all": {"update_id": 5},
}


@pytest.mark.parametrize("name", OURS)
def test_what_is_meant_for_us_is_kept_for_its_chat_and_person(name: str) -> None:
    raw, key = OURS[name]
    assert addressed(raw, ME) == key


@pytest.mark.parametrize("name", NOT_OURS)
def test_what_is_not_meant_for_us_is_dropped(name: str) -> None:
    assert addressed(NOT_OURS[name], ME) is None


def test_what_a_channel_says_in_its_group_is_dropped_unless_it_is_a_command() -> None:
    posted: dict[str, Any] = {"sender": CHANNEL_BOT, "sender_chat": CHANNEL}
    assert addressed(message("停水通知", **posted), ME) is None
    assert addressed(message("/want", **posted), ME) == (-1003, CHANNEL_BOT["id"])


@given(st.text(max_size=30).filter(lambda words: not words.startswith("/")))
@settings(deadline=None)
def test_no_talk_without_a_slash_is_ever_kept(words: str) -> None:
    assert addressed(message(words), ME) is None


@given(st.from_regex(r"/[a-z]{1,8}@[A-Za-z0-9_]{1,15}", fullmatch=True), st.text(max_size=10))
@settings(deadline=None)
def test_a_command_that_names_somebody_else_is_never_kept(command: str, words: str) -> None:
    named_us = command.partition("@")[2].lower() == ME.username
    assert (addressed(message(f"{command} {words}"), ME) is not None) == named_us


# ---- what is kept of a message that another one answers -------------------------------------------------------------


@pytest.mark.parametrize("text", ["/want 灯坏了", "/want@wishwell_bot", "/jotting", "好的"])
def test_a_neighbours_words_are_not_kept_with_what_answers_them(text: str) -> None:
    came = message(text, reply_to_message={**TO_WANG, "text": "我家小孩发烧了"}, quote={"text": "发烧", "position": 4})
    assert "发烧" not in str(pared(came, ME))
    assert pared(came, ME)["message"]["text"] == text


@pytest.mark.parametrize("text", ["/jot", "/jot@wishwell_bot", "/JOT@WishWell_Bot"])
def test_the_command_about_them_brings_them_along(text: str) -> None:
    came = message(text, reply_to_message={**TO_WANG, "text": "灯坏了"})
    assert pared(came, ME) == came


@pytest.mark.parametrize("came", [message("三楼", reply_to_message=TO_US), message("/want"), press(), inline_press()])
def test_all_else_is_kept_as_it_came(came: dict[str, Any]) -> None:
    assert pared(came, ME) == came


def test_of_whom_a_role_is_for_only_who_they_are_is_kept() -> None:
    came = message("/role@wishwell_bot", reply_to_message={**TO_WANG, "text": "我家小孩发烧了"})
    kept = pared(came, ME)["message"]["reply_to_message"]
    assert kept["from"] == TO_WANG["from"]
    assert "发烧" not in str(kept)
