"""How many presses of counted buttons are answered a second, and at what cost. Linux only: it reads /proc.

python -m bench.taps

A tap here is counted durably (`synchronous=FULL`), its rights checked, its card marked and edited, and answered. It is
measured against the plainest bots of two libraries, which only answer. The arrangements take turns, round by round;
figures are medians of the rounds. CPU is the bot's process alone.
BENCH_ROUNDS and BENCH_STEADY_S in the environment make it shorter.
"""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
from rich.console import Console
from rich.table import Table

from bench.bots_of_taps import TOKEN
from bot.clock import SystemClock
from bot.domain.people import Purpose
from bot.domain.places import Place
from bot.domain.wishes import Category, Draft, Kind, Visibility
from bot.store import Database, Store, migrate

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
TAPS = 2_000  #: in a round
PEOPLE, WISHES = 400, 20
STEADY_PER_S, STEADY_S = 400, int(os.environ.get("BENCH_STEADY_S", "60"))
GROUP = {"id": -1001, "type": "supergroup", "title": "3号楼"}
LEAST_THROUGHPUT = {"ptb": 2.5, "aiogram": 1.3}
MOST_CPU = {"ptb": 0.4}
MOST_P99_MS = 60.0

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
    """Presses of many people on many cards; nearly all count, for nobody presses the same button twice at first."""
    return [_tap(next(_ids), wish_ids) for _ in range(n)]


def _tap(number: int, wish_ids: list[int]) -> dict[str, Any]:
    person = 10_000 + number % PEOPLE
    wish_id = wish_ids[number // PEOPLE % len(wish_ids)]
    button = ("join", "support", "help")[number // (PEOPLE * len(wish_ids)) % 3]
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


async def build(folder: Path) -> list[int]:
    """A building with its wishes; returns their ids."""
    url = f"sqlite+aiosqlite:///{folder / 'wishwell.sqlite3'}"
    await migrate(url)
    store = Store(Database.open(url), 7, SystemClock())
    async with store.units.writing() as uow:
        chat = await uow.chats.seen(telegram_id=GROUP["id"], private=False, title=str(GROUP["title"]))
        await uow.chats.bind(chat.id, estate_key="bench", purpose=Purpose.BUILDING, place=Place(building="3"))
        author = await uow.people.seen(telegram_id=1, name="王", username=None, client_language="zh")
        draft = Draft(Kind.WANT, "三楼走廊的灯坏了", Place(building="3"), Category.REPAIR, Visibility.PUBLIC, None)
        now = SystemClock().now()
        wishes = [
            await uow.wishes.add(
                draft, estate_key="bench", author=author, chat_id=chat.id, filed_at=now, next_date=now.date()
            )
            for _ in range(WISHES)
        ]
    await store.close()
    return [wish.id for wish in wishes]


def cpu_s(pid: int) -> float:
    """User and system time of a process with all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Arrangement:
    """One bot with a Telegram of its own. Only while it is its turn has it anything to do."""

    def __init__(self, name: str, port: int, pid: int, session: aiohttp.ClientSession, wish_ids: list[int]) -> None:
        self.name, self._url, self._pid = name, f"http://127.0.0.1:{port}", pid
        self._session, self._wish_ids = session, wish_ids
        self.rounds: list[Round] = []

    async def plays(self, n: int, *, per_s: float | None = None, round_trip_s: float = 0.0) -> Round:
        body = {"updates": taps(n, self._wish_ids), "per_s": per_s, "round_trip_s": round_trip_s}
        before = cpu_s(self._pid)
        async with self._session.post(f"{self._url}/load", json=body):
            pass
        async with self._session.get(f"{self._url}/result") as answer:
            told = await answer.json(content_type=None)
        spent = cpu_s(self._pid) - before
        answered = told["answered"]
        return Round(
            per_s=answered / told["seconds"] if told["seconds"] else 0.0,
            cpu_us=1e6 * spent / max(1, answered),
            lost=told["offered"] - answered,
            waits_ms=told["waits_ms"],
        )

    def median(self, what: str) -> float:
        return statistics.median(getattr(each, what) for each in self.rounds)


@asynccontextmanager
async def arrangement(name: str, session: aiohttp.ClientSession) -> AsyncIterator[Arrangement]:
    with TemporaryDirectory() as place:
        folder = Path(place)
        wish_ids = await build(folder)
        port = _free_port()
        env = {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'wishwell.sqlite3'}",
        }
        server = await asyncio.create_subprocess_exec(sys.executable, "-m", "bench.telegram_of_taps", str(port))
        await _listening(port)
        further = [place] if name == "wishwell" else []
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bench.bots_of_taps", name, f"http://127.0.0.1:{port}", *further, env=env
        )
        try:
            yield Arrangement(name, port, bot.pid, session, wish_ids)
        finally:
            for process in (bot, server):
                if process.returncode is None:
                    process.terminate()
                await process.wait()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


async def _listening(port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return


async def main() -> None:
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(timeout=timeout) as session, _all(session) as bots:
        for bot in bots:
            await bot.plays(200)  # everything imported, every connection made
        for _ in range(ROUNDS):
            for bot in bots:
                bot.rounds.append(await bot.plays(TAPS))
        steady = [(bot, await bot.plays(STEADY_PER_S * STEADY_S, per_s=STEADY_PER_S)) for bot in (bots[0], bots[2])]
        show(bots, steady)


@asynccontextmanager
async def _all(session: aiohttp.ClientSession) -> AsyncIterator[list[Arrangement]]:
    async with (
        arrangement("wishwell", session) as ours,
        arrangement("ptb", session) as ptb,
        arrangement("aiogram", session) as aiogram,
    ):
        yield [ours, ptb, aiogram]


def show(bots: list[Arrangement], steady: list[tuple[Arrangement, Round]]) -> None:
    ours = bots[0]
    table = Table("bot", "taps/s", "CPU us a tap", "ours: throughput", "ours: CPU", title=f"medians of {ROUNDS} rounds")
    kept = True
    for bot in bots:
        faster, cheaper = ours.median("per_s") / bot.median("per_s"), ours.median("cpu_us") / bot.median("cpu_us")
        kept &= faster >= LEAST_THROUGHPUT.get(bot.name, 0) and cheaper <= MOST_CPU.get(bot.name, 99)
        table.add_row(
            bot.name, f"{bot.median('per_s'):.0f}", f"{bot.median('cpu_us'):.0f}", f"{faster:.2f}", f"{cheaper:.2f}"
        )
    at_rate = Table("bot", "offered/s", "lost", "p50 ms", "p99 ms", "CPU us a tap", title=f"{STEADY_S} s at a rate")
    for bot, round_ in steady:
        at_rate.add_row(
            bot.name,
            str(STEADY_PER_S),
            str(round_.lost),
            f"{round_.wait_ms(50):.1f}",
            f"{round_.wait_ms(99):.1f}",
            f"{round_.cpu_us:.0f}",
        )
    mine = steady[0][1]
    kept &= not mine.lost and mine.wait_ms(99) <= MOST_P99_MS
    console = Console()
    console.print(table, at_rate)
    console.print("what was promised is kept" if kept else "what was promised is NOT kept")


if __name__ == "__main__":
    asyncio.run(main())
