"""Who hears what: privacy mode as it really is."""

from dataclasses import dataclass

import pytest

from simulator.client import Group, Person
from simulator.client import World as Story
from tests.simulator.bot_api import Api, MakeBot


@dataclass
class Building:
    group: Group
    creator: Person
    wang: Person
    api: Api

    async def heard(self) -> list[str]:
        """The texts (or captions) that reached the bot since last asked."""
        messages = [update["message"] for update in await self.api.updates() if "message" in update]
        return [message.get("text", message.get("caption")) for message in messages if "from" in message]


@pytest.fixture
async def building(story: Story, api: Api) -> Building:
    creator, wang = await story.person("陈书记"), await story.person("王阿姨")
    group = await story.group("3号楼", creator=creator, members=[wang])
    await api.updates()
    return Building(group, creator, wang, api)


async def test_neighbours_talk_does_not_arrive(building: Building) -> None:
    await building.wang.says("今天停水吗", to=building.group)
    await building.wang.says("@wishwell_bot 你好", to=building.group)
    await building.wang.says("问一句 /want@wishwell_bot", to=building.group)
    assert await building.heard() == []


async def test_a_command_with_the_bots_name_arrives(building: Building) -> None:
    await building.wang.says("/want@WishWell_Bot 修灯", to=building.group)
    await building.wang.says("/want@other_bot 修灯", to=building.group)
    await building.wang.says("/want@wishwell_bot修灯", to=building.group)  # no space: not a command at all
    await building.wang.photographs(caption="/want@wishwell_bot 看", to=building.group)
    assert await building.heard() == ["/want@WishWell_Bot 修灯", "/want@wishwell_bot 看"]


async def test_a_bare_command_arrives_only_where_this_bot_spoke_last(building: Building, another_bot: MakeBot) -> None:
    await building.wang.says("/mine", to=building.group)
    assert await building.heard() == ["/mine"]  # the only bot there

    other = await another_bot()
    await building.creator.act("add_bot", chat=building.group.id, bot=int(other.token.split(":")[0]))
    await building.api.updates()
    await building.wang.says("/mine", to=building.group)
    assert await building.heard() == []  # two bots, none has spoken

    await other("sendMessage", chat_id=building.group.id, text="我先说")
    await building.wang.says("/mine", to=building.group)
    assert await building.heard() == []
    await building.api("sendMessage", chat_id=building.group.id, text="我后说")
    await building.wang.says("/mine", to=building.group)
    assert await building.heard() == ["/mine"]


async def test_an_answer_to_the_bot_arrives_an_answer_to_a_neighbour_does_not(building: Building) -> None:
    await building.api("sendMessage", chat_id=building.group.id, text="哪一层？")
    asked = await building.wang.last(to=building.group)
    mine = await building.wang.says("三楼", to=building.group, reply_to=asked)
    await building.creator.says("好的", to=building.group, reply_to=mine)
    assert await building.heard() == ["三楼"]


async def test_a_command_given_in_reply_brings_the_message_along(building: Building) -> None:
    complaint = await building.wang.says("电梯又坏了", to=building.group)
    await building.creator.says("/wish@wishwell_bot", to=building.group, reply_to=complaint)
    [update] = await building.api.updates()
    assert update["message"]["reply_to_message"]["text"] == "电梯又坏了"
    assert "reply_to_message" not in update["message"]["reply_to_message"]
    assert update["message"]["message_thread_id"] == complaint.id
    assert "is_topic_message" not in update["message"]


async def test_an_administrator_bot_hears_everything(building: Building, story: Story) -> None:
    await building.creator.promotes(story.bot(), in_=building.group)
    await building.wang.says("今天停水吗", to=building.group)
    await building.creator.demotes(story.bot(), in_=building.group)
    await building.wang.says("还停吗", to=building.group)
    assert await building.heard() == ["今天停水吗"]


async def test_a_bot_without_privacy_mode_hears_everything_but_other_bots(
    building: Building, another_bot: MakeBot
) -> None:
    other = await another_bot(sees_all=True)
    await building.creator.act("add_bot", chat=building.group.id, bot=int(other.token.split(":")[0]))
    await other.updates()
    await building.wang.says("今天停水吗", to=building.group)
    await building.api("sendMessage", chat_id=building.group.id, text="不停")
    assert [update["message"]["text"] for update in await other.updates()] == ["今天停水吗"]


async def test_service_messages_arrive(building: Building, story: Story) -> None:
    li = await story.person("李伟")
    await li.joins(building.group)
    await li.leaves(building.group)
    kinds = [next(k for k in update["message"] if "chat_member" in k) for update in await building.api.updates()]
    assert kinds == ["new_chat_members", "left_chat_member"]


async def test_edits_follow_the_same_rules_and_keyboards_never_return(building: Building) -> None:
    talk = await building.wang.says("停水吗", to=building.group)
    want = await building.wang.says("/want@wishwell_bot 灯", to=building.group)
    await building.api.updates()
    await building.wang.edits(talk, "还停水吗")
    await building.wang.edits(want, "/want@wishwell_bot 楼道灯")
    await building.wang.edits(want, "/want@wishwell_bot 楼道灯")  # nothing changed
    [update] = await building.api.updates()
    assert update["edited_message"]["text"] == "/want@wishwell_bot 楼道灯"
    assert update["edited_message"]["edit_date"] >= update["edited_message"]["date"]


async def test_the_bot_learns_that_it_came_and_went(building: Building, story: Story) -> None:
    await building.creator.removes_bot(building.group)
    await building.wang.says("/want@wishwell_bot 听得到吗", to=building.group)
    gone = await building.api.updates()
    assert [update.get("my_chat_member", {}).get("new_chat_member", {}).get("status") for update in gone] == [
        "kicked",
        None,
    ]
    assert gone[1]["message"]["left_chat_member"]["username"] == "wishwell_bot"
    await building.creator.adds_bot(building.group)
    back = await building.api.updates()
    assert back[0]["my_chat_member"]["old_chat_member"]["status"] == "kicked"
    assert back[1]["message"]["new_chat_members"][0]["is_bot"]


async def test_chat_member_updates_only_reach_an_administrator_who_asked(building: Building, story: Story) -> None:
    li, zhang = await story.person("李伟"), await story.person("张工")
    await building.api.updates(allowed_updates=["chat_member"])
    await li.joins(building.group)
    await building.creator.promotes(story.bot(), in_=building.group)
    await zhang.joins(building.group)
    [update] = await building.api.updates()
    assert update["chat_member"]["new_chat_member"]["user"]["first_name"] == "张工"
