"""How long it takes to the first answer, and how much memory the bot has: idle, and under a load that goes on.

python -m bench.standing

Linux only: it reads /proc. BENCH_LOAD_MIN is how many minutes the load lasts (1; what is promised is an hour).
"""

from __future__ import annotations

import asyncio
import os
from statistics import median
from time import perf_counter

import aiohttp
from rich.console import Console
from rich.table import Table

from bench.arrangements import Arrangement, arrangement, memory_mib
from bot.progress import shown

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
BOTS = ("wishwell", "ptb", "aiogram")
IDLE_S = 10.0
LOAD_MIN = float(os.environ.get("BENCH_LOAD_MIN", "1"))
PER_S = 100
SAMPLES = 20  #: of the memory; the first tenth of them is the beginning, the last the end
IDLE_AIM_MIB, FLAT_WITHIN = 110.0, 0.10
TELEGRAM = "bench.telegram_of_taps"


async def main() -> None:
    starts: dict[str, list[float]] = {name: [] for name in BOTS}
    idle: dict[str, list[float]] = {name: [] for name in BOTS}
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session:
        with shown("starts", total=ROUNDS * len(BOTS), still=True) as work:
            for turn in range(ROUNDS):
                for name in BOTS:
                    async with arrangement(name, session, telegram=TELEGRAM, updates=1) as bot:
                        starts[name].append(await first_answer_s(bot))
                        if turn == 0:
                            await asyncio.sleep(IDLE_S)
                            idle[name].append(memory_mib(bot.pid))
                    work.step(name)
        show(starts, idle)
        async with arrangement("wishwell", session, telegram=TELEGRAM) as bot:
            show_load(*await under_load(bot))


async def first_answer_s(bot: Arrangement) -> float:
    """From the start of its process until the press that waited is answered."""
    async with bot.session.get(f"{bot.url}/result") as answer:
        assert (await answer.json(content_type=None))["answered"] == 1, "it never answered"
    return perf_counter() - bot.began_s


async def under_load(bot: Arrangement) -> tuple[list[float], int, int]:
    """Memory every so often, and how many presses were offered and lost."""
    await bot.plays(1_000)  # pools and caches are filled
    samples: list[float] = [memory_mib(bot.pid)]
    offered = lost = 0
    with shown("load that goes on", total=SAMPLES, still=True) as work:
        for _ in range(SAMPLES):
            n = max(1, round(LOAD_MIN * 60 * PER_S / SAMPLES))
            round_ = await bot.plays(n, per_s=PER_S)
            offered, lost = offered + n, lost + round_.lost
            samples.append(memory_mib(bot.pid))
            work.step()
    return samples, offered, lost


def show(starts: dict[str, list[float]], idle: dict[str, list[float]]) -> None:
    title = f"medians of {ROUNDS} starts; memory {IDLE_S:.0f} s after the first answer"
    table = Table("bot", "first answer after s", "idle MiB", title=title)
    for name in BOTS:
        table.add_row(name, f"{median(starts[name]):.2f}", f"{median(idle[name]):.0f}")
    aim = "reached" if median(idle["wishwell"]) <= IDLE_AIM_MIB else "NOT reached"
    Console(width=120).print(table, f"the aim of {IDLE_AIM_MIB:.0f} MiB idle is {aim}")


def show_load(samples: list[float], offered: int, lost: int) -> None:
    tenth = max(1, len(samples) // 10)
    begun, ended = median(samples[:tenth]), median(samples[-tenth:])
    table = Table("minutes", "presses", "lost", "MiB at first", "MiB at last", title=f"{PER_S} presses a second")
    table.add_row(f"{LOAD_MIN:g}", str(offered), str(lost), f"{begun:.1f}", f"{ended:.1f}")
    kept = "is" if abs(ended - begun) <= FLAT_WITHIN * begun else "is NOT"
    Console(width=120).print(table, f"the memory {kept} flat within {FLAT_WITHIN:.0%}")


if __name__ == "__main__":
    asyncio.run(main())
