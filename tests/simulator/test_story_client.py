"""The story client against a small bot that answers over HTTP."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from simulator.client import NotSettled, World
from simulator.server import RunningServer
from tests.simulator.bot_api import Api, Json


class Echo:
    """A bot that greets, echoes commands with a button, counts presses."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.presses = 0

    async def run(self) -> None:
        while True:
            for update in await self.api.updates(timeout=50):
                await self.on(update)

    async def on(self, update: Json) -> None:
        if "callback_query" in update:
            query = update["callback_query"]
            self.presses += 1
            await self.api("answerCallbackQuery", callback_query_id=query["id"], text="记下了", show_alert=True)
            await self.api(
                "editMessageReplyMarkup",
                chat_id=query["message"]["chat"]["id"],
                message_id=query["message"]["message_id"],
                reply_markup=keys(f"我家也是 {self.presses}"),
            )
        elif "message" in update and "text" in update["message"]:
            message = update["message"]
            chat = message["chat"]["id"]
            await self.api(
                "sendMessage",
                chat_id=chat,
                text=f"<b>收到</b> {message['text']}",
                parse_mode="HTML",
                disable_notification=True,
                reply_markup=keys("我家也是"),
            )


def keys(label: str) -> Json:
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": "same"}, {"text": "私聊", "url": "https://t.me/wishwell_bot?start=w-1"}]
        ]
    }


@pytest.fixture
async def echo(api: Api) -> AsyncIterator[Echo]:
    bot = Echo(api)
    task = asyncio.ensure_future(bot.run())
    yield bot
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def town(running: RunningServer, echo: Echo) -> AsyncIterator[World]:
    async with await World.connect(running.base_url) as town:
        yield town


async def test_a_day_in_the_group_and_in_private(town: World, echo: Echo) -> None:
    secretary = await town.person("陈书记")
    wang, li = await town.person("王阿姨"), await town.person("李伟", username="liwei")
    group = await town.group("3号楼邻居群", creator=secretary, members=[wang, li])

    await wang.says("/want@wishwell_bot 楼道灯坏了", to=group)
    card = await li.sees("楼道灯坏了", to=group)
    assert card.silent
    assert card.html.startswith("<b>收到</b>")
    pressed = await li.presses("我家也是", to=group)
    assert pressed.alert == "记下了" == li.last_alert
    assert (await wang.last(to=group)).labels == ["我家也是 1", "私聊"]
    again = await wang.presses("我家也是", on=card)
    assert again.answered
    assert echo.presses == 2

    opened = await wang.presses("私聊", to=group)
    assert opened.url == "https://t.me/wishwell_bot?start=w-1"
    await wang.sees("收到 /start w-1")
    await li.does_not_see("w-1", to=group)


async def test_a_missing_button_is_an_error_that_names_those_there(town: World) -> None:
    wang = await town.person("王阿姨")
    await wang.starts()
    with pytest.raises(AssertionError, match="我家也是"):
        await wang.presses("没有的按钮")
    with pytest.raises(AssertionError, match="收到 /start"):
        await wang.sees("没有的话")


async def test_a_bot_that_does_not_listen_never_settles(story: World) -> None:
    story.settle_limit_s = 0.2
    with pytest.raises(NotSettled, match="'polling': False"):
        await story.settle()
