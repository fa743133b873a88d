"""What one Bot API call costs: python-telegram-bot's HTTP client (httpx) against ours (aiohttp, orjson).

python -m bench.transport

Both are below the same `telegram.Bot`, with as many connections as the bot has, and press `answerCallbackQuery` against
a server in a process of its own. They take turns, so that whatever else the computer does meets both alike. Shown are
medians over the rounds; CPU is of the calling process alone, PTB's codec included. Ratios are medians of each round's.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

from rich.console import Console
from rich.table import Table
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bench.answering import ROUND_TRIP_S
from bot.http_request import BotApiRequest
from bot.progress import shown
from bot.transport import POOL_SIZE

TOKEN = "1:bench"
ROUNDS = 5
WAIT_S = 20.0


@dataclass(frozen=True, slots=True)
class Load:
    """`calls` calls, `in_flight` of them at any time."""

    name: str
    in_flight: int
    calls: int
    below: str = ""  #: path of the server


@dataclass(frozen=True, slots=True)
class Cost:
    calls_per_s: float
    cpu_us: float  #: per call


LOADS = (
    Load("1 in flight", 1, 300),
    Load("32 in flight", 32, 500),
    Load("256 in flight", 256, 600),
    Load(f"32 in flight, {ROUND_TRIP_S * 1000:.0f} ms round trip", 32, 320, "/slow"),
)


def of_the_library() -> BaseRequest:
    return HTTPXRequest(
        connection_pool_size=POOL_SIZE,
        read_timeout=WAIT_S,
        write_timeout=WAIT_S,
        pool_timeout=WAIT_S,
        httpx_kwargs={"trust_env": False},
    )


def of_ours() -> BaseRequest:
    return BotApiRequest(pool_size=POOL_SIZE, answer_timeout_s=WAIT_S, trust_environment=False)


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that ends with this block."""
    command = [sys.executable, "-m", "bench.answering"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.stdin.close()


@asynccontextmanager
async def calling(address: str, request: BaseRequest) -> AsyncIterator[Bot]:
    async with request:
        yield Bot(TOKEN, base_url=f"{address}/bot", request=request)


async def measure(bot: Bot, load: Load) -> Cost:
    left = iter(range(load.calls))

    async def press() -> None:
        for number in left:
            await bot.answer_callback_query(str(number), text="收到，已经有 12 户", show_alert=False)

    wall, cpu = perf_counter(), process_time()
    async with asyncio.TaskGroup() as together:
        for _ in range(load.in_flight):
            together.create_task(press())
    return Cost(load.calls / (perf_counter() - wall), (process_time() - cpu) / load.calls * 1_000_000)


async def compare(address: str, load: Load) -> list[tuple[Cost, Cost]]:
    """Each round's cost of the library's client and of ours. A first one, which opens the connections, is left out."""
    at = address + load.below
    async with calling(at, of_the_library()) as library, calling(at, of_ours()) as ours:
        rounds = []
        for turn in range(ROUNDS + 1):
            if turn % 2:
                theirs, own = await measure(library, load), await measure(ours, load)
            else:
                own, theirs = await measure(ours, load), await measure(library, load)
            rounds.append((theirs, own))
    return rounds[1:]


def row(load: Load, rounds: list[tuple[Cost, Cost]]) -> list[str]:
    theirs, own = [pair[0] for pair in rounds], [pair[1] for pair in rounds]
    faster = median(new.calls_per_s / old.calls_per_s for old, new in rounds)
    cheaper = median(old.cpu_us / new.cpu_us for old, new in rounds)
    return [
        load.name,
        *(f"{median(cost.calls_per_s for cost in costs):,.0f}" for costs in (theirs, own)),
        f"{faster:.2f}",
        *(f"{median(cost.cpu_us for cost in costs):,.0f}" for costs in (theirs, own)),
        f"{cheaper:.2f}",
    ]


def main() -> int:
    table = Table(title=f"answerCallbackQuery, {ROUNDS} rounds, {POOL_SIZE} connections")
    table.add_column("load")
    for heading in ("httpx\ncalls/s", "aiohttp\ncalls/s", "times\nfaster"):
        table.add_column(heading, justify="right")
    for heading in ("httpx\nCPU µs/call", "aiohttp\nCPU µs/call", "times\ncheaper"):
        table.add_column(heading, justify="right")
    with server() as address, shown("calls to Telegram", total=len(LOADS), still=True) as work:
        for load in LOADS:
            table.add_row(*row(load, asyncio.run(compare(address, load))))
            work.step(load.name)
    Console(width=110).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
