"""Ephemeral messages: who sees them, when a bot may send one, and what an older server makes of them."""

from dataclasses import dataclass

import pytest

from simulator.client import Group, Person, Refused
from simulator.client import World as Story
from simulator.world import World
from tests.simulator.bot_api import Api, Json
from tests.simulator.fidelity import judge

KEYS: Json = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}


@dataclass
class Building:
    story: Story
    api: Api
    group: Group
    chair: Person
    wang: Person
    li: Person

    async def tells(self, text: str, *, query: str | None = None, **params: object) -> Json:
        """The bot tells Wang alone."""
        given = {"receiver_user_id": self.wang.id} | ({"callback_query_id": query} if query else {})
        sent: Json = await self.api(
            "sendMessage", chat_id=self.group.id, text=text, ephemeral_message_parameters=given, **params
        )
        return sent

    async def is_refused(self, text: str, **params: object) -> str:
        given = {"receiver_user_id": self.wang.id}
        return await self.api.refusal(
            "sendMessage", chat_id=self.group.id, text=text, ephemeral_message_parameters=given, **params
        )

    async def makes_want_ephemeral(self) -> None:
        commands = [
            {"command": "want", "description": "我想要", "is_ephemeral": True},
            {"command": "help", "description": "帮助"},
        ]
        await self.api("setMyCommands", commands=commands, scope={"type": "all_group_chats"})

    async def heard(self) -> list[Json]:
        return [update for update in await self.api.updates() if "message" in update or "callback_query" in update]


@pytest.fixture
async def building(story: Story, api: Api) -> Building:
    chair, wang, li = await story.person("陈书记"), await story.person("王阿姨"), await story.person("李叔")
    group = await story.group("3号楼", creator=chair, members=[wang, li])
    await api.updates()
    return Building(story, api, group, chair, wang, li)


async def test_one_person_sees_it_and_bots_know_it_by_a_number_of_its_own(building: Building, world: World) -> None:
    await building.chair.promotes(building.story.bot(), in_=building.group)
    sent = await building.tells("只说给您听")
    assert (sent["message_id"], sent["ephemeral_message_id"]) == (0, 1)
    assert sent["receiver_user"]["id"] == building.wang.id
    assert (await building.wang.sees("只说给您听", to=building.group)).only_me
    for neighbour in (building.li, building.chair):
        await neighbour.does_not_see("只说给您听", to=building.group)
    plain = await building.api("sendMessage", chat_id=building.group.id, text="说给大家听")
    assert plain["message_id"] > 0
    assert not (await building.wang.sees("说给大家听", to=building.group)).only_me
    judge(world)


async def test_without_rights_it_is_sent_within_fifteen_seconds_of_a_press_or_an_ephemeral_command(
    building: Building,
) -> None:
    assert "EPHEMERAL_WINDOW_EXPIRED" in await building.is_refused("先说一句")
    await building.wang.says("/want@wishwell_bot", to=building.group)  # everybody saw that
    assert "EPHEMERAL_WINDOW_EXPIRED" in await building.is_refused("没有时间")
    await building.makes_want_ephemeral()
    await building.wang.says("/want@wishwell_bot", to=building.group)
    await building.story.advances(seconds=15)
    await building.tells("来得及")
    await building.story.advances(seconds=1)
    assert "EPHEMERAL_WINDOW_EXPIRED" in await building.is_refused("来不及了")
    card = await building.api("sendMessage", chat_id=building.group.id, text="卡片", reply_markup=KEYS)
    await building.wang.act("press", chat=building.group.id, message=card["message_id"], label="好")
    query = (await building.heard())[-1]["callback_query"]["id"]
    await building.tells("按了就能说", query=query)
    await building.story.advances(seconds=16)
    assert "EPHEMERAL_WINDOW_EXPIRED" in await building.is_refused("按得太久了")


async def test_an_ephemeral_command_and_an_answer_reach_the_bot_alone(building: Building, world: World) -> None:
    await building.makes_want_ephemeral()
    await building.wang.says("/want@wishwell_bot", to=building.group)
    (command,) = [update["message"] for update in await building.heard()]
    assert (command["message_id"], command["ephemeral_message_id"]) == (0, 1)
    assert command["receiver_user"]["username"] == "wishwell_bot"
    await building.li.does_not_see("/want", to=building.group)
    answer = {"ephemeral_message_id": command["ephemeral_message_id"]}
    await building.tells("想要什么？", reply_markup={"force_reply": True}, reply_parameters=answer)
    asked = await building.wang.sees("想要什么", to=building.group)
    assert asked.asks_me
    await building.wang.says("修灯", to=building.group)
    (said,) = [update["message"] for update in await building.heard()]
    assert said["ephemeral_message_id"] == 3
    assert "reply_to_message" not in said
    await building.li.does_not_see("修灯", to=building.group)
    await building.wang.says("/help@wishwell_bot", to=building.group)
    await building.li.sees("/help", to=building.group)
    await building.wang.says("/want@wishwell_bot", to=building.group, openly=True)
    await building.li.sees("/want", to=building.group)
    judge(world)


async def test_others_can_neither_press_nor_answer_nor_find_it(building: Building) -> None:
    await building.chair.promotes(building.story.bot(), in_=building.group)
    await building.tells("您看看", reply_markup=KEYS)
    shown = await building.wang.sees("您看看", to=building.group)
    with pytest.raises(Refused):
        await building.li.act("press", chat=building.group.id, message=shown.id, label="好")
    with pytest.raises(Refused):
        await building.li.says("我看看", to=building.group, reply_to=shown)
    await building.wang.act("press", chat=building.group.id, message=shown.id, label="好")
    (pressed,) = [update["callback_query"] for update in (await building.heard()) if "callback_query" in update]
    assert (pressed["message"]["message_id"], pressed["message"]["ephemeral_message_id"]) == (0, 1)
    for number in (0, -1):
        refused = await building.api.refusal("editMessageText", chat_id=building.group.id, message_id=number, text="改")
        assert "not found" in refused or "not specified" in refused


async def test_it_is_edited_and_deleted_by_methods_of_its_own(building: Building, world: World) -> None:
    await building.chair.promotes(building.story.bot(), in_=building.group)
    sent = await building.tells("原来", reply_markup=KEYS)
    which = {
        "chat_id": building.group.id,
        "receiver_user_id": building.wang.id,
        "ephemeral_message_id": sent["ephemeral_message_id"],
    }
    assert await building.api("editEphemeralMessageText", text="后来", reply_markup=KEYS, **which) is True
    await building.wang.sees("后来", to=building.group)
    assert await building.api("editEphemeralMessageReplyMarkup", **which) is True
    assert (await building.wang.sees("后来", to=building.group)).labels == []
    other = {**which, "receiver_user_id": building.li.id}
    assert "not found" in await building.api.refusal("editEphemeralMessageText", text="别人的", **other)
    assert await building.api("deleteEphemeralMessage", **which) is True
    await building.wang.does_not_see("后来", to=building.group)
    assert "not found" in await building.api.refusal("deleteEphemeralMessage", **which)
    judge(world)


async def test_an_older_server_shows_it_to_everybody_and_knows_no_method(building: Building, world: World) -> None:
    await building.story.ephemerals(server="too_old")
    await building.makes_want_ephemeral()
    await building.wang.says("/want@wishwell_bot", to=building.group)
    await building.li.sees("/want", to=building.group)
    sent = await building.tells("请稍等。")
    assert sent["message_id"] > 0
    assert "ephemeral_message_id" not in sent
    await building.li.sees("请稍等", to=building.group)
    which = {"chat_id": building.group.id, "receiver_user_id": building.wang.id, "ephemeral_message_id": 1}
    assert await building.api.refusal("deleteEphemeralMessage", **which) == "Not Found"
    judge(world)


async def test_one_may_be_lost_without_a_word_and_all_vanish_in_time(building: Building) -> None:
    await building.chair.promotes(building.story.bot(), in_=building.group)
    await building.story.ephemerals(lose=1)
    sent = await building.tells("丢了的", reply_markup={"force_reply": True})
    assert sent["ephemeral_message_id"] == 1
    await building.wang.does_not_see("丢了的", to=building.group)
    await building.tells("没丢的")
    await building.wang.sees("没丢的", to=building.group)
    await building.story.ephemerals(expire=True)
    await building.wang.does_not_see("没丢的", to=building.group)


async def test_neither_in_private_nor_to_who_is_not_there(building: Building) -> None:
    await building.wang.starts()
    given = {"receiver_user_id": building.wang.id}
    refused = await building.api.refusal(
        "sendMessage", chat_id=building.wang.id, text="私下", ephemeral_message_parameters=given
    )
    assert "in groups only" in refused
    await building.chair.promotes(building.story.bot(), in_=building.group)
    await building.wang.leaves(building.group)
    assert "PARTICIPANT_ID_INVALID" in await building.is_refused("人走了")
