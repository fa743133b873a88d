"""setWebhook: updates are brought with the secret, in order, until they are taken; polls are refused meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from simulator.client import World as Story
from simulator.webhooks import SECRET_HEADER
from tests.simulator.bot_api import Api, Refused

Json = dict[str, Any]


@dataclass
class Listener:
    """What came, in order; `statuses` answer the next requests, then 200 with `body`."""

    url: str = ""
    came: list[tuple[str | None, Json]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    body: Json = field(default_factory=dict)

    async def take(self, request: web.Request) -> web.Response:
        self.came.append((request.headers.get(SECRET_HEADER), await request.json()))
        return web.json_response(self.body, status=self.statuses.pop(0) if self.statuses else 200)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.came if "message" in update]


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/hook", listener.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    listener.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield listener
    await runner.cleanup()


async def idle(story: Story) -> bool:
    return bool((await story.control("GET", "idle", query={"wait_s": 5}))["idle"])


async def test_updates_are_brought_with_the_secret_and_polls_refused(
    api: Api, story: Story, listener: Listener
) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()  # before: it waited
    await api("setWebhook", url=listener.url, secret_token="open-sesame")
    await wang.says("三楼灯坏了")
    assert await idle(story)
    assert listener.texts() == ["/start", "三楼灯坏了"]
    assert {secret for secret, _ in listener.came} == {"open-sesame"}
    with pytest.raises(Refused, match="can't use getUpdates method while webhook is active"):
        await api("getUpdates")
    await api("deleteWebhook")
    assert await api("getUpdates") == []


async def test_what_is_not_taken_comes_again_before_what_follows_it(api: Api, story: Story, listener: Listener) -> None:
    listener.statuses = [503, 500]
    await api("setWebhook", url=listener.url)
    wang = await story.person("王阿姨")
    await wang.starts()
    await wang.says("三楼灯坏了")
    assert await idle(story)
    assert listener.texts() == ["/start", "/start", "/start", "三楼灯坏了"]
    info = await api("getWebhookInfo")
    assert info["url"] == listener.url
    assert info["pending_update_count"] == 0
    assert "500" in info["last_error_message"]


async def test_what_nobody_takes_waits_for_polls(api: Api, story: Story) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/nobody")
    wang = await story.person("王阿姨")
    await wang.starts()
    assert not (await story.control("GET", "idle"))["idle"]
    await api("deleteWebhook")
    assert [update["message"]["text"] for update in await api("getUpdates")] == ["/start"]


async def test_a_method_in_the_answer_is_done(api: Api, story: Story, listener: Listener) -> None:
    wang = await story.person("王阿姨")
    listener.body = {"method": "sendMessage", "chat_id": wang.id, "text": "您好"}
    await api("setWebhook", url=listener.url)
    await wang.starts()
    assert await idle(story)
    assert (await wang.last()).text == "您好"


async def test_a_poll_that_is_open_ends_when_a_webhook_is_set(api: Api, listener: Listener) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    while not (await api("getWebhookInfo"))["url"]:
        await api("setWebhook", url=listener.url)
    with pytest.raises(Refused, match="webhook is active"):
        await poll


@pytest.mark.parametrize(
    "wrong", [{"url": "http://example.org/a"}, {"url": "https://example.org/a", "secret_token": "芝麻"}]
)
async def test_what_telegram_would_refuse(api: Api, wrong: Json) -> None:
    await api.refusal("setWebhook", **wrong)


async def test_answers_to_a_poll_are_brought_too(api: Api, story: Story, listener: Listener) -> None:
    creator, wang = await story.person("陈书记"), await story.person("王阿姨")
    group = await story.group("3号楼", creator=creator, members=[wang])
    await api("setWebhook", url=listener.url, allowed_updates=["poll", "poll_answer", "message"])
    options = [{"text": "白"}, {"text": "米黄"}]
    await api("sendPoll", chat_id=group.id, question="刷什么颜色？", options=options, is_anonymous=False)
    shown = await wang.sees("米黄", to=group)
    for choice in ("白", "米黄"):
        await wang.votes(shown, choice)
    assert await idle(story)
    answers = [update["poll_answer"] for _, update in listener.came if "poll_answer" in update]
    assert [(each["user"]["id"], each["option_ids"]) for each in answers] == [(wang.id, [0]), (wang.id, [1])]
    counted = [update["poll"]["total_voter_count"] for _, update in listener.came if "poll" in update]
    assert counted == [1, 1]
