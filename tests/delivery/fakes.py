"""Delivery at work in a world in memory, under a clock that is set by hand."""

from __future__ import annotations

import asyncio
import html
from datetime import datetime
from typing import Any

from bot.delivery import Delivery, Limits
from bot.domain.people import Chat
from bot.messages import Attachment, Reply
from bot.nursery import Nursery
from bot.ports import (
    Rendered,
    RenderedButton,
    UnitOfWork,
)
from tests.delivery.fake_clock import START, FakeClock
from tests.delivery.fake_polls import KeptPolls
from tests.delivery.fake_queue import FakeQueue, Row
from tests.delivery.fake_store import ESTATE, Store
from tests.delivery.fake_telegram import FakeShelf, FakeTransport

__all__ = ["ESTATE", "START", "FakeClock", "FakeShelf", "FakeTransport", "PostOffice", "Row", "until"]


class PlainRenderer:
    """`zh|key a=1`, lines below each other; fits captions by cutting."""

    def render(self, reply: Reply, *, language: str, caption: bool = False, whole: bool = False) -> Rendered:
        lines = (
            " ".join([line.key, *(f"{name}={value}" for name, value in line.args.items())]) for line in reply.lines
        )
        text = f"{language}|" + "\n".join(html.escape(line) for line in lines)
        buttons = tuple(tuple(RenderedButton(each.key, data=each.data) for each in row) for row in reply.buttons)
        return Rendered(text[:1024] if caption else text, buttons, reply.placeholder)


class Cards:
    """`Composer`: what each slot shows is set by hand."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | None] = {}
        self.fails: list[Exception] = []
        self.composed = 0

    async def __call__(self, slot: str, *, chat: Chat, uow: Any, now: datetime) -> Reply | None:
        self.composed += 1
        if self.fails:
            raise self.fails.pop(0)
        return self.replies.get(slot)


class Bytes:
    """`PhotoBytes`."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    async def read(self, sha256: str) -> bytes | None:
        return self.contents.get(sha256)


class Documents:
    """`contracts.DocumentComposer`: counts how often it was asked."""

    def __init__(self) -> None:
        self.content: bytes | None = b"{}"
        self.file_id: str | None = None
        self.asked: list[tuple[str, int]] = []

    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        self.asked.append((document, chat.telegram_id))
        return None if self.content is None else Attachment("data.json", self.content, self.file_id)


class PostOffice:
    """Delivery running in this world."""

    def __init__(
        self, nursery: Nursery, *, limits: Limits | None = None, at_once: int = 32, whispers: bool = False
    ) -> None:
        self.clock = FakeClock()
        self.queue = FakeQueue(self.clock)
        self.store = Store(self.queue)
        self.telegram = FakeTransport(self.clock)
        self.cards, self.shelf, self.bytes = Cards(), FakeShelf(), Bytes()
        self.documents = Documents()
        self.polls = KeptPolls()
        self.draws: set[str] = set()  #: keys of pictures of the house's own that can be drawn
        self.nursery, self._limits, self._at_once, self._whispers = nursery, limits, at_once, whispers
        self.delivery = self.begins()

    def begins(self) -> Delivery:
        """A new process."""
        self.delivery = Delivery(
            queue=self.queue,
            units=self.store,
            transport=self.telegram,
            composer=self.cards,
            documents=self.documents,
            pictures=self._draws,
            polls=self.polls,
            renderer=PlainRenderer(),
            shelf=self.shelf,
            photos=self.bytes,
            clock=self.clock,
            nursery=self.nursery,
            estates={ESTATE.key: ESTATE},
            default_language="en",
            limits=self._limits or Limits(),
            lease_s=60.0,
            at_once=self._at_once,
            whispers=self._whispers,
        )
        self.nursery.keep(self.delivery.run, name="delivery")
        return self.delivery

    async def _draws(self, key: str) -> bool:
        if key in self.draws:
            self.shelf.put(key, file_id=None, sha256=f"of {key}")
            self.bytes.contents[f"of {key}"] = b"png"
        return key in self.draws

    async def settles(self, *, wake: bool = True) -> None:
        """Until all that is due has been done."""
        if wake:
            self.delivery.wake()
        for _ in range(20_000):
            await asyncio.sleep(0)
            if await self.delivery.quiet():
                return
        raise AssertionError("delivery never came to rest")

    async def passes(self, seconds: float, *, step_s: float | None = None) -> None:
        """Let time pass, in steps so that what becomes due is done in its turn."""
        left_s = seconds
        while left_s > 0:
            step = min(step_s or seconds, left_s)
            self.clock.advance(step)
            await self.settles(wake=False)  # it wakes up by itself
            left_s -= step


async def until(condition: Any) -> None:
    """Give the other tasks their turns until the condition holds."""
    for _ in range(20_000):
        if condition():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came to that")
