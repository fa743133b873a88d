"""What Telegram tells of native polls: answers of people are kept, of the words of polls nothing is."""

from __future__ import annotations

import json
from typing import Any

from bot.dispatch import decode
from bot.dispatch.decode import PollAnsweredSeen, PollStoodSeen
from bot.domain.polls import fingerprint
from bot.intake import POLLS, addressed, pared
from bot.ports import Me
from tests.intake.updates import GROUP, WANG

ME = Me(7, "wishwell_bot", "邻愿", sees_all=True)
ANSWER = {"poll_id": "11", "user": WANG, "option_ids": [0, 2], "option_persistent_ids": ["0", "2"]}


def poll(**more: Any) -> dict[str, Any]:
    options = [
        {"persistent_id": str(at), "text": text, "voter_count": count}
        for at, (text, count) in enumerate([("不吉利的房号", 2), ("换一个", 1)])
    ]
    told = {"id": "11", "question": "谁家的？", "options": options, "total_voter_count": 3, "is_closed": False}
    flags = {"is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": True}
    return {"update_id": 5, "poll": {**told, **flags, "members_only": False, **more}}


def read(update: dict[str, Any]) -> decode.Envelope | None:
    return decode.read(json.dumps(pared(update, ME)), bot_id=7, username="wishwell_bot")


def test_an_answer_is_its_givers_lane_and_says_what_they_chose() -> None:
    update = {"update_id": 4, "poll_answer": ANSWER}
    assert addressed(update, ME) == (WANG["id"], WANG["id"])
    envelope = read(update)
    assert envelope is not None
    assert envelope.what == PollAnsweredSeen("11", (0, 2))
    assert envelope.sender.telegram_id == WANG["id"]
    taken_back = read({"update_id": 4, "poll_answer": {**ANSWER, "option_ids": [], "option_persistent_ids": []}})
    assert taken_back is not None
    assert taken_back.what == PollAnsweredSeen("11", ())


def test_who_answers_as_a_group_is_dropped_unseen() -> None:
    as_group = {name: part for name, part in ANSWER.items() if name != "user"}
    assert addressed({"update_id": 4, "poll_answer": {**as_group, "voter_chat": GROUP}}, ME) is None


def test_how_a_poll_stands_is_kept_without_a_word_of_it() -> None:
    update = poll(is_closed=True)
    assert addressed(update, ME) == POLLS
    kept = json.dumps(pared(update, ME), ensure_ascii=False)
    assert "房号" not in kept
    assert "谁家" not in kept
    envelope = read(update)
    assert envelope is not None
    says = fingerprint("谁家的？", ["不吉利的房号", "换一个"])
    assert envelope.what == PollStoodSeen("11", (2, 1), 3, True, says)
