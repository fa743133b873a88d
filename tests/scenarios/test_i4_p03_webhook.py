"""The same stories when Telegram brings the updates: nothing is lost, nothing is believed without the secret."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import text

from simulator.webhooks import SECRET_HEADER
from tests.scenarios.conftest import Open
from tests.scenarios.estate import PROCESSES, Estate, estate
from tests.scenarios.scenes import answers, files


@pytest.fixture
async def brought(database_url: str, tmp_path: Path) -> AsyncIterator[Estate]:
    """The estate whose bot has a webhook, whatever the others of this run have."""
    async with estate(database_url, tmp_path, webhook=True) as built:
        yield built


def webhook_url(town: Estate) -> str:
    assert town.running.webhook is not None
    return town.running.webhook.url


async def read(town: Estate, path: str) -> tuple[int, str]:
    own = webhook_url(town).removesuffix("/tg/hook") + path
    async with aiohttp.ClientSession() as session, session.get(own) as answer:
        return answer.status, await answer.text()


async def test_the_whole_round_in_chinese(brought: Estate) -> None:
    await files(brought, brought.wang, "三楼走廊的灯坏了")
    pressed = await brought.chen.presses("我家也是", to=brought.building3)
    assert "记上了" in (pressed.alert or pressed.toast or "")
    await answers(brought, brought.foreman, "答应", day="3月20日", words="灯具已经订了")
    assert "物业张师傅答应3月20日（周五）前办好" in (await brought.wang.sees("第1件有回音")).text
    assert not await brought.world.calls("getUpdates")


async def test_the_whole_round_in_english(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, language="en", webhook=True) as town:
        await town.emma.presses("I want", to=town.building5)
        await town.emma.says("The hallway light is broken")
        await town.emma.presses("Post")
        await town.chen.presses("Same here", to=town.building5)
        await town.foreman.presses("Answer", to=town.staff)
        await town.foreman.presses("Just answer", to=town.staff)
        asked = await town.foreman.last(to=town.staff)
        await town.foreman.says("The key is at the gate", to=town.staff, reply_to=asked)
        await town.foreman.presses("Yes", to=town.staff)
        assert "The key is at the gate" in (await town.emma.sees("News on no. 1")).text


async def test_without_the_secret_nothing_is_kept(brought: Estate) -> None:
    forged = {"update_id": 999, "message": {"message_id": 1, "date": 1, "text": "/want@wishwell_bot 假的"}}
    chat = {"id": brought.wang.id, "type": "private", "first_name": "王阿姨"}
    forged["message"] |= {"chat": chat, "from": {"id": brought.wang.id, "is_bot": False, "first_name": "王阿姨"}}  # type: ignore[operator]
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {SECRET_HEADER: "guessed"}):
            async with session.post(webhook_url(brought), json=forged, headers=headers) as answer:
                assert answer.status == 403
    await brought.world.settle()
    await brought.wang.does_not_see("假的")
    counted = 0.0
    for _ in brought.running.apps:  # each counts for itself, and they take turns
        told = (await read(brought, "/metrics"))[1]
        counted += float(told.partition("\nwishwell_requests_refused_total ")[2].split()[0])
    assert counted == 2


async def test_what_could_not_be_kept_is_brought_again(brought: Estate) -> None:
    """The database is broken for real: a table it needs is away for a while."""
    app = brought.running.app
    assert app is not None

    async def rename(table: str, to: str) -> None:
        async with app.store.database.writing() as transaction:
            await transaction.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))

    await rename("inbox_keys", "inbox_keys_away")
    await brought.wang.act("press", chat=brought.building3.id, message=await menu_of(brought), label="我想要")
    while "503" not in await last_error(brought):
        pass
    await rename("inbox_keys_away", "inbox_keys")
    await brought.world.settle()
    await brought.wang.says("三楼走廊的灯坏了")
    await brought.wang.presses("发到群里")
    cards = [message for message in await brought.chen.reads(to=brought.building3) if "第1件" in message.text]
    assert len(cards) == 1


async def menu_of(town: Estate) -> int:
    """The message with the three buttons in the group."""
    return next(message.id for message in await town.wang.reads(to=town.building3) if "我想要" in message.labels)


async def last_error(town: Estate) -> str:
    """What Telegram says of the last time it came in vain (Bot API, getWebhookInfo)."""
    token = next(iter(town.telegram.bots.values())).token
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{town.world.base_url}/bot{token}/getWebhookInfo") as answer,
    ):
        return str((await answer.json())["result"].get("last_error_message"))


async def test_a_restart_in_the_middle(brought: Estate) -> None:
    await brought.wang.presses("我想要", to=brought.building3)
    await brought.wang.says("三楼走廊的灯坏了")
    await brought.running.stop()
    await brought.wang.act("press", chat=brought.wang.id, message=(await brought.wang.last()).id, label="发到群里")
    assert (await brought.world.control("GET", "idle"))["pending_updates"] == 1  # it waits at Telegram
    await brought.running.start()
    await brought.world.settle()
    await brought.chen.sees("第1件", to=brought.building3)
    assert len(await brought.world.calls("deleteWebhook")) == 1


async def test_from_webhook_to_polling_and_back(brought: Estate) -> None:
    webhook, brought.running.webhook = brought.running.webhook, None
    await brought.bot_restarts()
    await files(brought, brought.wang, "三楼走廊的灯坏了")
    await brought.chen.sees("第1件", to=brought.building3)
    brought.running.webhook = webhook
    await brought.bot_restarts()
    await files(brought, brought.wang, "楼下加一排晾衣架")
    await brought.chen.sees("第2件", to=brought.building3)


async def test_polling_removes_a_webhook_that_a_killed_bot_left(open_estate: Open) -> None:
    async with open_estate(webhook=False) as town:
        await town.running.stop()
        async with aiohttp.ClientSession() as session:
            left = {"url": "http://127.0.0.1:9/nobody", "max_connections": 1}
            token = next(iter(town.telegram.bots.values())).token
            async with session.post(f"{town.world.base_url}/bot{token}/setWebhook", json=left) as answer:
                assert answer.status == 200
        await town.running.start()
        await files(town, town.wang, "三楼走廊的灯坏了")
        await town.chen.sees("第1件", to=town.building3)


async def test_health_and_numbers(brought: Estate) -> None:
    await files(brought, brought.wang, "三楼走廊的灯坏了")
    assert await read(brought, "/healthz") == (200, "ok")
    status, numbers = await read(brought, "/metrics")
    assert status == 200
    assert 'wishwell_updates_received_total{kind="callback_query"}' in numbers
    assert "wishwell_inbox_waiting 0.0" in numbers
    assert "wishwell_outbox_waiting" in numbers
    assert "灯" not in numbers
    assert str(brought.building3.id) not in numbers


async def test_a_counted_press_is_answered_without_a_call(brought: Estate) -> None:
    """Calls that answer presses are refused: what people are told came in the answer to Telegram's own request."""
    await files(brought, brought.wang, "三楼走廊的灯坏了")
    card = await brought.chen.sees("第1件", to=brought.building3)
    await brought.world.fails("answerCallbackQuery", "500", times=100)
    pressed = await brought.chen.presses("我家也是", card)
    assert "记上了" in (pressed.alert or pressed.toast or "")
    own = await brought.wang.presses("我家也是", card)
    assert "您" in (own.alert or "")
    assert "1家也是" in (await brought.wang.sees("第1件", to=brought.building3)).text


async def test_in_an_english_estate_it_is_answered_in_english(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, language="en", webhook=True) as town:
        await town.emma.presses("I want", to=town.building5)
        await town.emma.says("The hallway light is broken")
        await town.emma.presses("Post")
        await town.world.fails("answerCallbackQuery", "500", times=100)
        told = await town.chen.presses("Same here", to=town.building5)
        assert (told.alert or told.toast or "").startswith("Counted")


async def test_a_press_that_is_brought_again_counts_once_and_is_answered_the_same(brought: Estate) -> None:
    """As when our answer to Telegram was lost on its way."""
    await files(brought, brought.wang, "三楼走廊的灯坏了")
    await brought.chen.presses("我家也是", to=brought.building3)
    for _ in range(2):
        await brought.world.redelivers()
    told = [call["params"] for call in await brought.world.calls("answerCallbackQuery")][-3:]
    assert "记上了" in told[0]["text"]
    # Of several processes only the one that counted it knows what it said; with another the button stops waiting.
    others = [] if PROCESSES == 1 else [{"callback_query_id": told[0]["callback_query_id"]}]
    assert all(answer in (told[0], *others) for answer in told)
    assert "1家也是" in (await brought.wang.sees("第1件", to=brought.building3)).text
