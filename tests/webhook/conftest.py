"""The webhook on a real socket of 127.0.0.1, with an inbox and a Telegram that only write down what they are told."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest

from bot.nursery import Nursery
from bot.ports import PressAnswer, Ride, WebhookStanding
from bot.webhook import Address, Webhook
from tests.delivery.fake_clock import FakeClock
from tests.intake.fakes import Touched
from tests.scenarios.estate import free_port

SECRET = "open-sesame"


@dataclass
class Telegram:
    """The calls of webhooks, written down; `fails` are raised by the next calls."""

    diary: list[str] = field(default_factory=list)
    fails: list[Exception] = field(default_factory=list)
    url: str = ""
    secret: str = ""

    async def webhook_standing(self) -> WebhookStanding:
        return WebhookStanding(self.url)

    async def set_webhook(self, url: str, *, secret: str) -> None:
        if self.fails:
            raise self.fails.pop(0)
        self.diary.append("set")
        self.url, self.secret = url, secret

    async def delete_webhook(self) -> None:
        self.diary.append("deleted")
        self.url = ""


@dataclass
class Inbox:
    """What was kept, group by group. While `open` is not set, keeping lasts; `fails` are raised by the next calls."""

    groups: list[list[int]] = field(default_factory=list)
    fails: list[Exception] = field(default_factory=list)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    began: asyncio.Event = field(default_factory=asyncio.Event)
    answers: bool = True
    says: dict[str, PressAnswer] = field(default_factory=dict)  #: by query id, once the press is kept
    rides: dict[str, Ride] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)  #: query ids whose answer found no ride

    @contextmanager
    def riding(self, query_id: str) -> Iterator[Ride]:
        self.rides[query_id] = Ride()
        yield self.rides[query_id]
        del self.rides[query_id]

    async def keep(self, updates: Sequence[Mapping[str, Any]]) -> int:
        self.began.set()
        await self.open.wait()
        if self.fails:
            raise self.fails.pop(0)
        if any("odd" in update for update in updates):
            raise KeyError("odd")
        self.groups.append([update["update_id"] for update in updates])
        for update in updates:
            self._answer(update)
        return sum("message" in update for update in updates)

    def _answer(self, update: Mapping[str, Any]) -> None:
        query = update.get("callback_query")
        answer = self.says.get(str(query.get("id"))) if isinstance(query, dict) else None
        if answer is not None and answer.query_id in self.rides:
            self.rides[answer.query_id].answer = answer
        elif answer is not None:
            self.calls.append(answer.query_id)

    async def waiting(self) -> tuple[int, int]:
        if not self.answers:
            raise OSError("no database")
        return 3, 4


@dataclass
class Stage:
    webhook: Webhook
    telegram: Telegram
    inbox: Inbox
    touch: Touched
    nursery: Nursery
    session: aiohttp.ClientSession
    base: str

    async def brings(self, update: Any, *, secret: str | None = SECRET) -> tuple[int, Mapping[str, str]]:
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with self.session.post(f"{self.base}/tg", json=update, headers=headers) as answer:
            return answer.status, answer.headers.copy()

    async def hears(self, update: Any) -> tuple[int, bytes]:
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with self.session.post(f"{self.base}/tg", json=update, headers=headers) as answer:
            return answer.status, await answer.read()

    async def posts(self, body: bytes | io.BytesIO, *, secret: str = SECRET) -> int:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with self.session.post(f"{self.base}/tg", data=body, headers=headers) as answer:
            return answer.status

    async def reads(self, path: str) -> tuple[int, str]:
        async with self.session.get(f"{self.base}{path}") as answer:
            return answer.status, await answer.text()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as stage:
        yield stage


@asynccontextmanager
async def opened(*, most_waiting: int = 500) -> AsyncIterator[Stage]:
    listen = free_port()
    host, _, port = listen.partition(":")
    telegram, inbox, touch = Telegram(), Inbox(), Touched()
    inbox.open.set()
    webhook = Webhook(
        Address.read(f"http://{listen}/tg"),
        listen=(host, int(port)),
        secret=SECRET,
        telegram=telegram,
        kinds=("message", "callback_query"),
        keep=inbox.keep,
        waiting=inbox.waiting,
        rides=inbox.riding,
        touch=touch,
        clock=FakeClock(),
        most_waiting=most_waiting,
    )
    async with Nursery() as nursery, aiohttp.ClientSession() as session:
        await webhook.open(nursery, stop=asyncio.Event())
        yield Stage(webhook, telegram, inbox, touch, nursery, session, f"http://{listen}")
        await webhook.close()
        nursery.cancel()
