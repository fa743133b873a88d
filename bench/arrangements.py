"""Bots side by side, each with a thin Telegram of its own; only while it is its turn has it anything to do. Linux only.

CPU and memory are the bot's process alone, read from /proc.
"""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import aiohttp

from bench.bots_of_taps import TOKEN
from bot.clock import SystemClock
from bot.domain.people import Purpose
from bot.domain.places import Place
from bot.domain.wishes import Category, Draft, Kind, Visibility
from bot.store import Database, Store, migrate

PEOPLE, WISHES = 400, 20
#: Enough for all rounds of presses: no multiple of three, so that everybody presses every button of every card once
#: before anybody presses one again, which would mean taking it back.
MANY_WISHES = 121
RESIDENTS = range(20_000, 20_020)  #: who file in private
GROUP = {"id": -1001, "type": "supergroup", "title": "3号楼"}

_ids = count(1)


@dataclass(frozen=True, slots=True)
class Round:
    per_s: float
    cpu_us: float  #: of the bot's process, for each tap
    lost: int
    waits_ms: list[float]

    def wait_ms(self, percent: int) -> float:
        return self.waits_ms[min(len(self.waits_ms) - 1, len(self.waits_ms) * percent // 100)] if self.waits_ms else 0.0


def taps(n: int, wish_ids: list[int]) -> list[dict[str, Any]]:
    """Presses of many people on one card after the other; they count as long as nobody comes round again."""
    return [_tap(next(_ids), wish_ids) for _ in range(n)]


def _tap(number: int, wish_ids: list[int]) -> dict[str, Any]:
    person = 10_000 + number % PEOPLE
    wish_id = wish_ids[number // PEOPLE % len(wish_ids)]
    button = ("join", "support", "help")[number // PEOPLE % 3]
    data = f"{button}:{wish_id}"
    message = {
        "message_id": 100 + wish_id,
        "date": 1773201600,
        "chat": GROUP,
        "from": {"id": 7, "is_bot": True, "first_name": "邻愿", "username": "wishwell_bot"},
        "text": "第1件 · 我想要\n三楼走廊的灯坏了\n维修 · 3号楼",
        "reply_markup": {"inline_keyboard": [[{"text": "我家也是", "callback_data": data}]]},
    }
    user = {"id": person, "is_bot": False, "first_name": f"邻居{person}", "language_code": "zh-hans"}
    query = {"id": f"q{number}", "from": user, "chat_instance": "c", "message": message, "data": data}
    return {"update_id": number, "callback_query": query}


async def build(folder: Path, wishes: int = WISHES) -> list[int]:
    """A building with its wishes; returns their ids."""
    url = f"sqlite+aiosqlite:///{folder / 'wishwell.sqlite3'}"
    await migrate(url)
    store = Store(Database.open(url), 7, SystemClock())
    async with store.units.writing() as uow:
        chat = await uow.chats.seen(telegram_id=GROUP["id"], private=False, title=str(GROUP["title"]))
        await uow.chats.bind(chat.id, estate_key="bench", purpose=Purpose.BUILDING, place=Place(building="3"))
        for telegram_id in RESIDENTS:
            person = await uow.people.seen(telegram_id=telegram_id, name="邻居", username=None, client_language="zh")
            await uow.chats.add_resident(chat.id, person.id, now=SystemClock().now())
            await uow.people.set_home(person.id, chat.id)
        author = await uow.people.seen(telegram_id=1, name="王", username=None, client_language="zh")
        draft = Draft(Kind.WANT, "三楼走廊的灯坏了", Place(building="3"), Category.REPAIR, Visibility.PUBLIC, None)
        now = SystemClock().now()
        filed = [
            await uow.wishes.add(
                draft, estate_key="bench", author=author, chat_id=chat.id, filed_at=now, next_date=now.date()
            )
            for _ in range(wishes)
        ]
    await store.close()
    return [wish.id for wish in filed]


def cpu_s(pid: int) -> float:
    """User and system time of a process with all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mib(pid: int) -> float:
    """What a process has in memory (VmRSS)."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


@dataclass
class Arrangement:
    """One bot and its Telegram at `url`."""

    name: str
    url: str
    pid: int
    session: aiohttp.ClientSession
    wish_ids: list[int]
    began_s: float  #: of `perf_counter`, when the bot's process was started
    rounds: list[Round] = field(default_factory=list)

    async def plays(self, n: int, *, per_s: float | None = None, round_trip_s: float = 0.0) -> Round:
        body = {"updates": taps(n, self.wish_ids), "per_s": per_s, "round_trip_s": round_trip_s}
        told, cpu_us = await self.measured(body)
        answered = told["answered"]
        return Round(
            per_s=answered / told["seconds"] if told["seconds"] else 0.0,
            cpu_us=cpu_us / max(1, answered),
            lost=told["offered"] - answered,
            waits_ms=told["waits_ms"],
        )

    async def measured(self, load: dict[str, Any]) -> tuple[dict[str, Any], float]:
        """What the Telegram says when all of it is done, and the bot's CPU meanwhile in microseconds."""
        before = cpu_s(self.pid)
        async with self.session.post(f"{self.url}/load", json=load):
            pass
        async with self.session.get(f"{self.url}/result") as answer:
            told: dict[str, Any] = await answer.json(content_type=None)
        return told, 1e6 * (cpu_s(self.pid) - before)

    def median(self, what: str) -> float:
        return statistics.median(getattr(each, what) for each in self.rounds)


@asynccontextmanager
async def arrangements(
    *names: str, telegram: str = "bench.telegram_of_taps", wishes: int = WISHES
) -> AsyncIterator[list[Arrangement]]:
    """See `bench.bots_of_taps` for the names."""
    async with AsyncExitStack() as stack:
        timeout = aiohttp.ClientTimeout(total=None)
        session = await stack.enter_async_context(aiohttp.ClientSession(timeout=timeout))
        yield [
            await stack.enter_async_context(arrangement(name, session, telegram=telegram, wishes=wishes))
            for name in names
        ]


@asynccontextmanager
async def arrangement(
    name: str, session: aiohttp.ClientSession, *, telegram: str, updates: int = 0, wishes: int = WISHES
) -> AsyncIterator[Arrangement]:
    """`updates` taps wait already when the bot starts."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        wish_ids = await build(folder, wishes)
        port, own_port = free_port(), free_port()
        env = {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'wishwell.sqlite3'}",
        }
        url = f"http://127.0.0.1:{port}"
        server = await asyncio.create_subprocess_exec(sys.executable, "-m", telegram, str(port))
        await listening(port)
        if updates:
            async with session.post(f"{url}/load", json={"updates": taps(updates, wish_ids)}):
                pass
        began_s = perf_counter()
        arguments = [name, url, place, str(own_port)]
        bot = await asyncio.create_subprocess_exec(sys.executable, "-m", "bench.bots_of_taps", *arguments, env=env)
        try:
            yield Arrangement(name, url, bot.pid, session, wish_ids, began_s)
        finally:
            for process in (bot, server):
                if process.returncode is None:
                    process.terminate()
                await process.wait()


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


async def listening(port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
