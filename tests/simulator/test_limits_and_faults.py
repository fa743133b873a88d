"""Flood limits on the simulator's clock, and planned misfortunes."""

import asyncio

import aiohttp
import pytest

from simulator.client import Refused as ActRefused
from simulator.client import World as Story
from simulator.errors import Refusal
from simulator.flood import BURST, PER_GROUP_MINUTE, PER_SECOND, Flood
from simulator.world import World
from tests.simulator.bot_api import Api, Refused


def test_a_chat_takes_a_short_burst_then_one_a_second() -> None:
    flood = Flood()
    for _ in range(BURST):
        flood.spend(1, is_group=False, now=0.0)
    with pytest.raises(Refusal) as refused:
        flood.spend(1, is_group=False, now=0.0)
    assert refused.value.code == 429
    assert refused.value.parameters == {"retry_after": 1}
    flood.spend(2, is_group=False, now=0.0)  # another chat goes on
    flood.spend(1, is_group=False, now=1.0)
    with pytest.raises(Refusal):
        flood.spend(1, is_group=False, now=1.5)


def test_a_group_takes_twenty_a_minute() -> None:
    flood = Flood()
    for second in range(PER_GROUP_MINUTE):
        flood.spend(-1, is_group=True, now=float(second))
    with pytest.raises(Refusal) as refused:
        flood.spend(-1, is_group=True, now=20.0)
    assert refused.value.parameters == {"retry_after": 40}
    with pytest.raises(Refusal):
        flood.spend(-1, is_group=True, now=59.9)
    flood.spend(-1, is_group=True, now=60.0)


def test_all_chats_together_take_thirty_a_second() -> None:
    flood = Flood()
    for chat in range(PER_SECOND):
        flood.spend(chat + 1, is_group=False, now=0.0)
    with pytest.raises(Refusal):
        flood.spend(99, is_group=False, now=0.5)
    flood.spend(99, is_group=False, now=1.5)


async def test_a_flood_is_answered_with_the_seconds_to_wait(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    sent = [await api("sendMessage", chat_id=wang.id, text=str(n)) for n in range(BURST)]
    with pytest.raises(Refused) as refused:
        await api("editMessageText", chat_id=wang.id, message_id=sent[0]["message_id"], text="改")
    assert refused.value.status == 429
    assert refused.value.body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    await story.advances(seconds=1)
    await api("editMessageText", chat_id=wang.id, message_id=sent[0]["message_id"], text="改")
    await story.limits(False)
    for n in range(40):
        await api("sendMessage", chat_id=wang.id, text=str(n))


async def test_callback_answers_are_never_limited(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    keys = {"inline_keyboard": [[{"text": "按", "callback_data": "x"}]]}
    sent = await api("sendMessage", chat_id=wang.id, text="按", reply_markup=keys)
    for _ in range(60):
        pressed = await wang.act("press", chat=wang.id, message=sent["message_id"], data="x")
        assert await api("answerCallbackQuery", callback_query_id=pressed["query"])


async def test_refusals_on_demand(story: Story, api: Api) -> None:
    wang, li = await story.person("王阿姨"), await story.person("李伟")
    await wang.starts()
    await li.starts()
    await story.fails("sendMessage", "429", retry_after_s=7, chat=wang)
    await api("sendMessage", chat_id=li.id, text="好")
    with pytest.raises(Refused) as refused:
        await api("sendMessage", chat_id=wang.id, text="好")
    assert refused.value.body["parameters"] == {"retry_after": 7}
    await api("sendMessage", chat_id=wang.id, text="好")

    await story.fails("*", "500", times=2)
    await api.updates()  # listening is not hit
    for _ in range(2):
        assert (await api.raw("getMe"))[0] == 500
    assert (await api.raw("getMe"))[0] == 200

    await story.fails("getMe", "502")
    async with api.session.get(f"{api.base_url}/bot{api.token}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")


@pytest.mark.parametrize(("kind", "arrives"), [("drop_before", False), ("drop_after", True)])
async def test_an_answer_dropped_before_or_after_the_act(story: Story, api: Api, kind: str, arrives: bool) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    await story.fails("sendMessage", kind)
    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=wang.id, text="到了吗")
    assert any(message.text == "到了吗" for message in await wang.reads()) is arrives
    [call] = await story.calls("sendMessage")
    assert call["ok"] is False
    await api("sendMessage", chat_id=wang.id, text="又一条")


async def test_a_slow_answer_comes_after_the_act(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    await story.fails("sendMessage", "slow", delay_s=30)
    answer = asyncio.create_task(api.raw("sendMessage", json={"chat_id": wang.id, "text": "慢"}))
    async with asyncio.timeout(30):
        while not any(each.text == "慢" for each in await wang.reads()):
            await asyncio.sleep(0.01)
    assert not answer.done()
    answer.cancel()


async def test_faults_can_be_forgotten_and_nonsense_is_refused(story: Story, api: Api, world: World) -> None:
    await story.fails("getMe", "500", times=9)
    await story.forgets_faults()
    assert await api("getMe")
    with pytest.raises(ActRefused, match="no such fault: 418"):
        await story.fails("getMe", "418")
    with pytest.raises(ActRefused, match="unknown field"):
        await story.control("POST", "faults", {"method": "getMe", "kind": "500", "tmies": 2})


async def test_an_outage_lasts_as_long_as_it_was_planned(story: Story, api: Api) -> None:
    for method in ("*", "getUpdates"):
        await story.fails(method, "500", for_s=3600)
    for _ in range(3):
        assert (await api.raw("getMe"))[0] == 500
        assert (await api.raw("getUpdates"))[0] == 500
    await story.advances(minutes=59, settle=False)
    assert (await api.raw("getMe"))[0] == 500
    await story.advances(minutes=1, settle=False)
    assert (await api.raw("getMe"))[0] == 200
    assert await api.updates() == []
