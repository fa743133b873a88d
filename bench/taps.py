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

from rich.console import Console
from rich.table import Table

from bench.arrangements import MANY_WISHES, Arrangement, Round, arrangements
from bot.progress import shown

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
TAPS = 2_000  #: in a round
FAR_TAPS = {"wishwell": 2_000, "ptb": 60}  #: with a long round trip; one after the other 60 take three seconds
ROUND_TRIP_S = 0.05
STEADY_PER_S, STEADY_S = 400, int(os.environ.get("BENCH_STEADY_S", "60"))
BOTS = ("wishwell", "wishwell-webhook", "ptb", "aiogram")
STEADY = ("wishwell", "wishwell-webhook", "aiogram")
LEAST_THROUGHPUT = {"ptb": 2.5, "aiogram": 1.3}
MOST_CPU = {"ptb": 0.4}
LEAST_FROM_AFAR = 50.0
MOST_P99_MS = 60.0


async def main() -> None:
    async with arrangements(*BOTS, wishes=MANY_WISHES) as bots:
        for bot in bots:
            await bot.plays(200)  # everything imported, every connection made
        with shown("rounds of taps", total=ROUNDS * len(bots), still=True) as work:
            for _ in range(ROUNDS):
                for bot in bots:
                    bot.rounds.append(await bot.plays(TAPS))
                    work.step(bot.name)
        by_name = {bot.name: bot for bot in bots}
        far = await from_afar(by_name)
        steady = []
        with shown(f"taps at a rate, {STEADY_S} s each", total=len(STEADY), still=True) as work:
            for name in STEADY:
                steady.append((by_name[name], await by_name[name].plays(STEADY_PER_S * STEADY_S, per_s=STEADY_PER_S)))
                work.step(name)
    kept = [show(bots), show_far(far), show_steady(steady)]
    Console().print("what was promised is kept" if all(kept) else "what was promised is NOT kept")


async def from_afar(bots: dict[str, Arrangement]) -> dict[str, list[Round]]:
    rounds: dict[str, list[Round]] = {name: [] for name in FAR_TAPS}
    with shown("taps from afar", total=ROUNDS * len(FAR_TAPS), still=True) as work:
        for _ in range(ROUNDS):
            for name, n in FAR_TAPS.items():
                rounds[name].append(await bots[name].plays(n, round_trip_s=ROUND_TRIP_S))
                work.step(name)
    return rounds


def show(bots: list[Arrangement]) -> bool:
    """The table of all against all; whether the promises are kept."""
    ours = [bot for bot in bots if bot.name.startswith("wishwell")]
    table = Table("bot", "taps/s", "CPU us a tap", title=f"medians of {ROUNDS} rounds of {TAPS} taps")
    for own in ours:
        table.add_column(f"{own.name}:\nthroughput to it")
        table.add_column(f"{own.name}:\nCPU to it")
    kept = True
    for bot in bots:
        row = [bot.name, f"{bot.median('per_s'):.0f}", f"{bot.median('cpu_us'):.0f}"]
        for own in ours:
            faster, cheaper = own.median("per_s") / bot.median("per_s"), own.median("cpu_us") / bot.median("cpu_us")
            row += [f"{faster:.2f}", f"{cheaper:.2f}"]
            if own is ours[0]:
                kept &= faster >= LEAST_THROUGHPUT.get(bot.name, 0) and cheaper <= MOST_CPU.get(bot.name, 99)
        table.add_row(*row)
    Console(width=120).print(table)
    return kept


def show_far(rounds: dict[str, list[Round]]) -> bool:
    table = Table("bot", "taps/s", "p50 ms", title=f"{ROUND_TRIP_S * 1000:.0f} ms for each call there and back")
    per_s = {name: sorted(each.per_s for each in of)[len(of) // 2] for name, of in rounds.items()}
    for name, of in rounds.items():
        waits = sorted(each.wait_ms(50) for each in of)
        table.add_row(name, f"{per_s[name]:.1f}", f"{waits[len(waits) // 2]:.0f}")
    times = per_s["wishwell"] / per_s["ptb"]
    Console(width=120).print(table, f"{times:.0f} times the throughput")
    return times >= LEAST_FROM_AFAR


def show_steady(steady: list[tuple[Arrangement, Round]]) -> bool:
    table = Table("bot", "offered/s", "lost", "p50 ms", "p99 ms", "CPU us a tap", title=f"{STEADY_S} s at a rate")
    for bot, round_ in steady:
        waits = (f"{round_.wait_ms(50):.1f}", f"{round_.wait_ms(99):.1f}")
        table.add_row(bot.name, str(STEADY_PER_S), str(round_.lost), *waits, f"{round_.cpu_us:.0f}")
    Console(width=120).print(table)
    mine = steady[0][1]
    return not mine.lost and mine.wait_ms(99) <= MOST_P99_MS


if __name__ == "__main__":
    asyncio.run(main())
