"""Speaking to one person in a group over real HTTP, against the simulated Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.messages import Reply, Whisper, say
from bot.ports import Rejected, Rendered, RenderedButton
from bot.transport import BotApi
from simulator.client import Group, Person
from simulator.client import World as Story
from simulator.server import serve
from simulator.world import World

TOKEN = "7000000001:local-secret"
HELLO = Rendered("你好 <b>邻居</b>")


@dataclass
class Stage:
    api: BotApi
    story: Story
    wang: Person
    li: Person
    group: Group


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    world = World(start=datetime(2026, 3, 2, 1, 0, tzinfo=UTC), rate=0)
    world.add_bot(token=TOKEN, name="邻愿", username="wishwell_bot")
    async with (
        serve(world) as server,
        await Story.connect(server.base_url) as story,
        BotApi(TOKEN, base_url=server.base_url, trust_environment=False, allowed_updates=("message",)) as api,
    ):
        story.autosettle = False
        await story.limits(False)
        wang, li = await story.person("王阿姨"), await story.person("李叔")
        yield Stage(api, story, wang, li, await story.group("3号楼邻居群", creator=wang, members=[li]))


async def test_one_person_in_a_group_is_spoken_to_alone(stage: Stage) -> None:
    api, story, wang, group = stage.api, stage.story, stage.wang, stage.group
    await wang.promotes(story.bot(), in_=group)
    alone = Whisper(wang.id, "王阿姨")
    sent = await api.whisper(group.id, HELLO, Reply((), silent=True), to=alone)
    assert sent.message_id == 0
    assert sent.ephemeral_id is not None
    assert (await wang.sees("你好", to=group)).only_me
    await stage.li.does_not_see("你好", to=group)
    pressable = Rendered("后来", ((RenderedButton("好", data="ok"),),))
    await api.edit_whisper(group.id, sent.ephemeral_id, pressable, to=alone)
    await api.edit_whisper(group.id, sent.ephemeral_id, pressable, to=alone)  # not modified: as it should be
    assert (await wang.sees("后来", to=group)).labels == ["好"]
    await api.delete_whisper(group.id, sent.ephemeral_id, to=alone)
    await api.delete_whisper(group.id, sent.ephemeral_id, to=alone)
    await wang.does_not_see("后来", to=group)
    with pytest.raises(Rejected):
        await api.edit_whisper(group.id, sent.ephemeral_id, HELLO, to=alone)


async def test_an_older_server_is_known_by_its_answer_and_its_refusals(stage: Stage) -> None:
    api, story, wang, group = stage.api, stage.story, stage.wang, stage.group
    await story.ephemerals(server="too_old")
    alone = Whisper(wang.id, "王阿姨", query_id="1", written=3)
    sent = await api.whisper(group.id, HELLO, Reply(()), to=alone)
    assert sent.message_id > 0
    assert sent.ephemeral_id is None
    with pytest.raises(Rejected):
        await api.edit_whisper(group.id, 1, HELLO, to=alone)
    with pytest.raises(Rejected):
        await api.delete_whisper(group.id, 1, to=alone)


async def test_an_answer_to_a_press_tells_whether_it_came_in_time(stage: Stage) -> None:
    api, story, wang, group = stage.api, stage.story, stage.wang, stage.group
    pressable = Rendered("卡片", ((RenderedButton("好", data="ok"),),))
    card = await api.send(group.id, pressable, say("any"))
    first, second = [(await wang.act("press", chat=group.id, message=card, label="好"))["query"] for _ in range(2)]
    assert await api.answer(first, "记下了", alert=True)
    await story.advances(minutes=2)
    assert not await api.answer(second, "记下了", alert=True)
