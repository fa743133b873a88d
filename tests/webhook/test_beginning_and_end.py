"""The address, the port, and what Telegram is told."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.nursery import Nursery
from bot.ports import Retry
from bot.settings import SettingsError
from bot.webhook import Address, Door, WrongAddress, polling_allowed
from bot.webhook.registration import insisting
from tests.webhook.conftest import SECRET, Stage, Telegram


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://example.org/tg/abc", "/tg/abc"),
        ("https://example.org:8443/a", "/a"),
        ("https://example.org", "/"),
        ("http://127.0.0.1:5000/a", "/a"),
        ("http://localhost:5000/a", "/a"),
    ],
)
def test_addresses_that_telegram_takes(url: str, path: str) -> None:
    assert Address.read(url).path == path


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://example.org/a", "https"),
        ("ftp://127.0.0.1/a", "https"),
        ("https://example.org:5000/a", "443, 80, 88, 8443"),
        ("https://example.org:port/a", "no address"),
        ("https://", "https://host/path"),
        ("example.org/a", "https://host/path"),
        ("https://u:p@example.org/a", "without a user"),
        ("https://example.org/a?b=c", "without a user"),
        ("https://example.org/{path}", "letters"),
        ("https://example.org/healthz", "of Wishwell's own"),
    ],
)
def test_addresses_that_are_refused(url: str, words: str) -> None:
    with pytest.raises(WrongAddress, match=words):
        Address.read(url)


async def test_telegram_is_told_with_the_secret_and_at_the_end_that_it_is_over(stage: Stage) -> None:
    assert (stage.telegram.url, stage.telegram.secret) == (f"{stage.base}/tg", SECRET)
    await stage.webhook.close()
    assert stage.telegram.diary == ["set", "deleted"]
    with pytest.raises(aiohttp.ClientError):
        await stage.brings({"update_id": 1})


async def test_a_request_under_way_is_kept_and_answered_before_the_end(stage: Stage) -> None:
    stage.inbox.open.clear()
    request = asyncio.create_task(stage.brings({"update_id": 1, "message": {}}))
    await stage.inbox.began.wait()
    closing = asyncio.create_task(stage.webhook.close())
    while stage.telegram.diary[-1] != "deleted":
        await asyncio.sleep(0)
    stage.inbox.open.set()
    assert (await request)[0] == 200
    await closing


async def test_a_port_that_is_taken_is_told_in_one_line(stage: Stage) -> None:
    port = int(stage.base.rpartition(":")[2])
    async with Nursery():
        with pytest.raises(SettingsError, match=f"cannot listen on 127.0.0.1:{port}"):
            Door(None, host="127.0.0.1", port=port).bind()  # type: ignore[arg-type]


async def test_telegram_is_asked_again_until_it_hears() -> None:
    telegram = Telegram(fails=[Retry(0.0, flood=False, reason="no connection")])

    async def register() -> None:
        await telegram.set_webhook("https://example.org/a", secret=SECRET)

    await insisting(register, stop=asyncio.Event(), what="setWebhook")
    assert telegram.diary == ["set"]


async def test_polling_removes_a_webhook_only_if_there_is_one() -> None:
    telegram = Telegram(url="https://example.org/a")
    for _ in range(2):
        await polling_allowed(telegram, stop=asyncio.Event())
    assert telegram.diary == ["deleted"]
