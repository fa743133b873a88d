"""getUpdates: offsets, waiting, conflicts, kinds, expiry, redelivery."""

import asyncio

import pytest

from simulator.client import Refused as ActRefused
from simulator.client import World as Story
from simulator.world import World
from tests.simulator.bot_api import Api, MakeBot, Refused


async def test_an_update_stays_until_an_offset_confirms_it(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    await wang.says("一")
    first = await api("getUpdates")
    assert await api("getUpdates") == first
    assert len(await api("getUpdates", limit=1)) == 1
    rest = await api("getUpdates", offset=first[0]["update_id"] + 1)
    assert [update["message"]["text"] for update in rest] == ["一"]
    assert await api("getUpdates", offset=rest[-1]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_only_the_last(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    await wang.says("一")
    await wang.says("二")
    assert [update["message"]["text"] for update in await api("getUpdates", offset=-1)] == ["二"]
    assert len(await api("getUpdates")) == 1


async def test_a_waiting_poll_returns_when_something_happens(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    waiting = asyncio.ensure_future(api("getUpdates", timeout=50))
    await _polling(story)
    await wang.starts()
    assert [update["message"]["text"] for update in await waiting] == ["/start"]


async def test_a_second_poller_ends_the_first_with_a_conflict(story: Story, api: Api) -> None:
    first = asyncio.ensure_future(api("getUpdates", timeout=50))
    await _polling(story)
    assert await api("getUpdates", timeout=0) == []
    with pytest.raises(Refused, match="Conflict: terminated by other getUpdates request"):
        await first
    assert not (await story.control("GET", "idle"))["polling"]


async def test_a_poller_that_goes_away_no_longer_waits(story: Story, api: Api) -> None:
    poll = asyncio.ensure_future(api("getUpdates", timeout=50))
    await _polling(story)
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    await _polling(story, expected=False)


async def test_the_list_of_kinds_is_kept_until_another_is_given(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await api("getUpdates", allowed_updates=["callback_query"])
    await wang.starts()
    assert await api("getUpdates") == []
    assert (await api("getWebhookInfo"))["allowed_updates"] == ["callback_query"]
    await api("getUpdates", allowed_updates=[])
    await wang.says("听得到")
    assert len(await api("getUpdates")) == 1
    assert "allowed_updates" not in await api("getWebhookInfo")


async def test_updates_expire_after_a_day_and_presses_after_150_seconds(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    await api("sendMessage", chat_id=wang.id, text="按", reply_markup=_key())
    await wang.act("press", chat=wang.id, message=(await wang.last()).id, data="x")
    await story.advances(seconds=149)
    assert len(await api("getUpdates")) == 2
    await story.advances(seconds=1)
    assert [list(update)[1] for update in await api("getUpdates")] == ["message"]
    await story.advances(hours=24)
    assert await api("getUpdates") == []


async def test_redelivery_is_the_same_update_once_more_whatever_the_offset(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    await wang.says("一")
    seen = await api.updates()
    assert await api.updates() == []
    again = await story.redelivers(seen[0]["update_id"])
    assert again == seen[0]
    assert await api.updates() == [seen[0]]
    assert await api.updates() == []
    assert (await story.redelivers())["message"]["text"] == "一"
    assert await api.updates() == [seen[1]]


async def test_pending_updates_can_be_dropped(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    assert (await api("getWebhookInfo"))["pending_update_count"] == 1
    await api("deleteWebhook")
    assert (await api("getWebhookInfo"))["pending_update_count"] == 1
    await api("deleteWebhook", drop_pending_updates=True)
    assert (await api("getWebhookInfo"))["pending_update_count"] == 0


async def test_an_unknown_token_or_method_is_refused(world: World, api: Api) -> None:
    status, body = await api.raw("sendDice", json={"chat_id": 1})
    assert (status, body["description"]) == (404, "Not Found")
    stranger = Api(api.base_url, "1:nobody", api.session)
    status, body = await stranger.raw("getMe")
    assert (status, body["description"]) == (401, "Unauthorized")


async def test_a_method_name_is_read_in_any_case_and_over_get(api: Api) -> None:
    async with api.session.get(f"{api.base_url}/bot{api.token}/GETME") as response:
        assert (await response.json())["result"]["username"] == "wishwell_bot"
    me = await api("getMe")
    assert me["can_read_all_group_messages"] is False


def _key() -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "按", "callback_data": "x"}]]}


async def _polling(story: Story, *, expected: bool = True) -> None:
    """Wait until a poll waits (or none does any more)."""
    for _ in range(5000):
        if (await story.control("GET", "idle"))["polling"] is expected:
            return
    raise AssertionError(f"polling never became {expected}")


async def test_idle_minds_only_bots_that_ever_listened(story: Story, api: Api, another_bot: MakeBot) -> None:
    await another_bot()
    assert not (await story.control("GET", "idle"))["polling"]
    poll = asyncio.ensure_future(api("getUpdates", timeout=50))
    await _polling(story)
    assert (await story.control("GET", "idle", query={"wait_s": 1}))["idle"]
    wang = await story.person("王阿姨")
    await wang.starts()
    assert len(await poll) == 1
    state = await story.control("GET", "idle")
    assert (state["idle"], state["pending_updates"]) == (False, 1)


async def test_ids_may_jump_and_none_is_swallowed_by_an_older_offset(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    with pytest.raises(ActRefused, match="only while no update waits"):
        await story.numbers_updates_from(5)
    [first] = await api("getUpdates")
    assert await api("getUpdates", offset=first["update_id"] + 1) == []
    await story.numbers_updates_from(5)
    await wang.says("一")
    [second] = await api("getUpdates", offset=first["update_id"] + 1)
    assert (second["update_id"], second["message"]["text"]) == (5, "一")
    assert await api("getUpdates", offset=6) == []
    with pytest.raises(ActRefused, match="cannot be a new update's id"):
        await story.numbers_updates_from(5)
