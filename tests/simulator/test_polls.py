"""Native polls: what a bot is told of them, what people see and may do, when they close, and what is refused."""

import pytest

from simulator.client import Group, Person, Refused
from simulator.client import World as Story
from simulator.world import World
from tests.simulator.bot_api import Api, Json
from tests.simulator.fidelity import judge

WANTED = ["poll", "poll_answer"]
ASKED = {"question": "楼道刷什么颜色？", "options": [{"text": "白"}, {"text": "米黄"}, {"text": "不用刷"}]}
HOUR_S = 3600


async def _building(story: Story, api: Api) -> tuple[Group, Person, Person]:
    await api.updates(allowed_updates=WANTED)
    creator, wang, li = await story.person("陈书记"), await story.person("王阿姨"), await story.person("李伟")
    return await story.group("3号楼", creator=creator, members=[wang, li]), wang, li


async def _asks(api: Api, group: Group, **more: object) -> Json:
    sent: Json = await api("sendPoll", chat_id=group.id, **{**ASKED, **more})
    return sent


async def test_answers_changes_and_retractions_are_told_to_the_bot_that_sent_it(
    world: World, story: Story, api: Api
) -> None:
    group, wang, li = await _building(story, api)
    poll = (await _asks(api, group, is_anonymous=False, protect_content=True, description="只是听听意见"))["poll"]
    shown = await wang.sees("米黄", to=group)
    assert shown.text == "只是听听意见\n楼道刷什么颜色？\n白\n米黄\n不用刷"
    assert shown.protected
    await wang.votes(shown, "米黄")
    assert (await wang.sees("米黄", to=group)).counts == [0, 1, 0]
    assert (await li.sees("米黄", to=group)).counts == [0, 0, 0], "an app shows it to those who answered"
    await wang.votes(shown, "白")
    await li.votes(shown, "白")
    await li.votes(shown)
    updates = await api.updates(allowed_updates=WANTED)
    answers = [update["poll_answer"] for update in updates if "poll_answer" in update]
    assert [(each["user"]["id"], each["option_ids"]) for each in answers] == [
        (wang.id, [1]),
        (wang.id, [0]),
        (li.id, [0]),
        (li.id, []),
    ]
    assert {each["poll_id"] for each in answers} == {poll["id"]}
    stands = [update["poll"] for update in updates if "poll" in update]
    assert [[option["voter_count"] for option in each["options"]] for each in stands] == [
        [0, 1, 0],
        [1, 0, 0],
        [2, 0, 0],
        [1, 0, 0],
    ]
    judge(world)


async def test_an_anonymous_poll_tells_numbers_alone(story: Story, api: Api) -> None:
    group, wang, _ = await _building(story, api)
    await _asks(api, group, allows_multiple_answers=True)
    await wang.votes(await wang.sees("米黄", to=group), "白", "不用刷")
    updates = await api.updates(allowed_updates=WANTED)
    assert [name for update in updates for name in update if name != "update_id"] == ["poll"]
    assert [option["voter_count"] for option in updates[0]["poll"]["options"]] == [1, 0, 1]
    assert updates[0]["poll"]["total_voter_count"] == 1


async def test_hidden_results_are_told_once_it_is_closed(story: Story, api: Api) -> None:
    group, wang, _ = await _building(story, api)
    sent = await _asks(api, group, hide_results_until_closes=True)
    await wang.votes(await wang.sees("米黄", to=group), "白")
    assert (await wang.sees("米黄", to=group)).counts == [0, 0, 0]
    [update] = await api.updates(allowed_updates=WANTED)
    assert update["poll"]["options"][0]["voter_count"] == 0
    stopped = await api("stopPoll", chat_id=group.id, message_id=sent["message_id"])
    assert stopped["is_closed"]
    assert [option["voter_count"] for option in stopped["options"]] == [1, 0, 0]
    assert (await wang.sees("米黄", to=group)).counts == [1, 0, 0]


async def test_it_closes_at_its_time_whatever_its_bot_does(world: World, story: Story, api: Api) -> None:
    group, wang, _ = await _building(story, api)
    close_date = world.clock.timestamp() + HOUR_S
    sent = await _asks(api, group, close_date=close_date)
    shown = await wang.sees("米黄", to=group)
    await story.advances(minutes=59)
    await wang.votes(shown, "白")
    await story.advances(minutes=1)
    with pytest.raises(Refused, match="closed"):
        await wang.votes(shown, "米黄")
    _, closed = await api.updates(allowed_updates=WANTED)
    assert closed["poll"]["is_closed"]
    assert closed["poll"]["options"][0]["voter_count"] == 1
    why = await api.refusal("stopPoll", chat_id=group.id, message_id=sent["message_id"])
    assert why == "Bad Request: poll has already been closed"
    judge(world)


async def test_an_administrator_who_hides_answers_as_the_group(story: Story, api: Api) -> None:
    group, _, _ = await _building(story, api)
    creator = next(person for person in await story.people() if person.name == "陈书记")
    await creator.remains_anonymous(group)
    await _asks(api, group, is_anonymous=False)
    await creator.votes(await creator.sees("米黄", to=group), "白")
    [answer] = [each["poll_answer"] for each in await api.updates(allowed_updates=WANTED) if "poll_answer" in each]
    assert "user" not in answer
    assert answer["voter_chat"]["id"] == group.id


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"question": " "}, "poll question must be non-empty"),
        ({"question": "问" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": [{"text": str(at)} for at in range(13)]}, "poll can't have more than 12 options"),
        ({"options": [{"text": " "}]}, "poll options must be non-empty"),
        ({"options": [{"text": "选" * 101}]}, "poll options length must not exceed 100"),
        ({"open_period": 4}, "5 to 2628000 seconds"),
        ({"open_period": 2_628_001}, "5 to 2628000 seconds"),
        ({"open_period": 60, "close_date": 1}, "can't be used together"),
        ({"close_date": 1}, "5 to 2628000 seconds"),
        ({"type": "quiz"}, "not simulated"),
    ],
)
async def test_what_no_poll_can_be_is_refused(story: Story, api: Api, given: Json, text: str) -> None:
    group, _, _ = await _building(story, api)
    assert text in await api.refusal("sendPoll", chat_id=group.id, **{**ASKED, **given})


async def test_what_cannot_be_stopped(story: Story, api: Api) -> None:
    group, _, _ = await _building(story, api)
    sent = await api("sendMessage", chat_id=group.id, text="好")
    assert "message is not a poll" in await api.refusal("stopPoll", chat_id=group.id, message_id=sent["message_id"])
    assert "message with poll to stop not found" in await api.refusal("stopPoll", chat_id=group.id, message_id=99)


async def test_a_group_may_take_no_polls_of_members(story: Story, api: Api) -> None:
    group, _, _ = await _building(story, api)
    creator = next(person for person in await story.people() if person.name == "陈书记")
    await creator.allows_polls(group, False)
    assert "not enough rights to send polls to the chat" in await api.refusal("sendPoll", chat_id=group.id, **ASKED)
    await creator.allows_polls(group)
    await _asks(api, group)


async def test_what_an_app_does_not_offer(story: Story, api: Api) -> None:
    group, wang, _ = await _building(story, api)
    await _asks(api, group, allows_revoting=False)
    shown = await wang.sees("米黄", to=group)
    with pytest.raises(Refused, match="no answer to take back"):
        await wang.votes(shown)
    with pytest.raises(Refused, match="one answer"):
        await wang.votes(shown, "白", "米黄")
    with pytest.raises(Refused, match="options 0 to 2"):
        await wang.act("vote", chat=group.id, message=shown.id, options=[3])
    await wang.votes(shown, "白")
    with pytest.raises(Refused, match="nobody change"):
        await wang.votes(shown)
    with pytest.raises(Refused, match="passed on"):
        await wang.act("forward", chat=group.id, message=shown.id, to=group.id)
