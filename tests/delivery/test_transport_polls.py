"""Native polls by the Bot API client, over real HTTP, against the simulated Telegram."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.messages import PollStood, PollToSend, Reply
from bot.ports import Rejected
from bot.transport import BotApi
from simulator.client import Group, Person
from simulator.client import World as Story
from tests.delivery.test_transport import api, running, story

__all__ = ["api", "running", "story"]  # fixtures

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
POLL = PollToSend(
    "什么颜色？\n（意见）", ("白", "米 & 黄"), "<b>听听</b>意见", True, False, True, NOW + timedelta(days=9)
)


@pytest.fixture
async def members(story: Story) -> tuple[Group, Person, Person]:
    creator, wang = await story.person("陈"), await story.person("王阿姨")
    return await story.group("3号楼", creator=creator, members=[wang]), creator, wang


async def test_it_stands_there_as_wanted_and_is_closed_with_its_counts(
    api: BotApi, members: tuple[Group, Person, Person]
) -> None:
    group, creator, wang = members
    message_id, poll_id = await api.send_poll(group.id, POLL, Reply((), silent=True))
    shown = await wang.last(to=group)
    assert shown.id == message_id
    assert shown.protected
    assert shown.silent
    assert shown.options == ["白", "米 & 黄"]
    assert shown.poll is not None
    told = {name: shown.poll[name] for name in ("id", "question", "description", "close_date", "is_anonymous")}
    assert told == {
        "id": poll_id,
        "question": "什么颜色？\n（意见）",
        "description": "听听意见",
        "close_date": int(POLL.closes_at.timestamp()),
        "is_anonymous": False,
    }
    assert shown.poll["allows_multiple_answers"]
    await wang.votes(shown, "白", "米 & 黄")
    await creator.votes(shown, "白")
    assert await api.stop_poll(group.id, message_id) == PollStood((2, 1), 2)
    assert await api.stop_poll(group.id, message_id) is None, "closed already"
    assert await api.stop_poll(group.id, 999) is None, "gone"


async def test_a_group_that_takes_no_polls_says_so(api: BotApi, members: tuple[Group, Person, Person]) -> None:
    group, creator, _ = members
    await creator.allows_polls(group, False)
    with pytest.raises(Rejected, match="not enough rights to send polls"):
        await api.send_poll(group.id, replace(POLL, anonymous=True), Reply(()))
