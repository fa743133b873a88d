"""What filing in a dialog costs, and what the outbox costs against sending directly. Linux only: it reads /proc.

python -m bench.dialogs

Residents file one wish after the other in private: three steps each (a command, a sentence, a press), every one with
its own transaction and at least one message; the wish's card goes to the group. BENCH_ROUNDS makes it shorter.
The second table is of one process: a message whose cause is committed and that is sent afterwards, once through the
outbox and once straight away, when a kill in between would lose it.
"""

from __future__ import annotations

import asyncio
import os
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.arrangements import arrangements
from bench.transport import TOKEN, server
from bot.clock import SystemClock
from bot.delivery import Delivery, Limits
from bot.messages import Reply, line
from bot.nursery import Nursery
from bot.ports import Rendered
from bot.progress import shown
from bot.store import Database, Store, migrate
from bot.transport import BotApi

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
PEOPLE, WISHES_EACH = 20, 3
MESSAGES, CHATS = 300, 50
WORDS = Rendered("收到，记下了。")


async def main() -> None:
    async with arrangements("wishwell-unhurried", telegram="bench.telegram_of_dialogs") as (ours,):
        await ours.measured({"people": 5, "wishes": 1})
        rounds = []
        with shown("rounds of filing", total=ROUNDS, still=True) as work:
            for _ in range(ROUNDS):
                rounds.append(await ours.measured({"people": PEOPLE, "wishes": WISHES_EACH}))
                work.step()
    show(rounds)
    ways = []
    with shown("rounds of sending", total=ROUNDS, still=True) as work:
        for _ in range(ROUNDS):
            ways.append(await both_ways())
            work.step()
    show_outbox(ways)


def show(rounds: list[tuple[dict[str, Any], float]]) -> None:
    title = f"filing, {PEOPLE} people side by side, medians of {ROUNDS} rounds"
    table = Table("steps/s", "p50 ms", "p99 ms", "CPU us a step", "calls a step", "stuck", title=title)

    def waits(percent: int) -> float:
        return median(told["steps_ms"][len(told["steps_ms"]) * percent // 100] for told, _ in rounds)

    table.add_row(
        f"{median(len(told['steps_ms']) / told['seconds'] for told, _ in rounds):.1f}",
        f"{waits(50):.0f}",
        f"{waits(99):.0f}",
        f"{median(cpu_us / len(told['steps_ms']) for told, cpu_us in rounds):.0f}",
        f"{median(told['calls'] / len(told['steps_ms']) for told, _ in rounds):.2f}",
        str(sum(told["stuck"] for told, _ in rounds)),
    )
    Console(width=120).print(table)


async def both_ways() -> dict[str, tuple[float, float]]:
    """By way: messages a second, and CPU for one in microseconds."""
    with server() as address, TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/outbox.sqlite3"
        await migrate(url)
        store = Store(Database.open(url), 7, SystemClock())
        try:
            async with BotApi(TOKEN, base_url=address, allowed_updates=()) as api:
                return {"outbox": await through_outbox(store, Sending(api)), "directly": await directly(store, api)}
        finally:
            await store.close()


class Sending:
    """`Transport.send` alone: the server says yes and gives no message."""

    def __init__(self, api: BotApi) -> None:
        self._api, self.sent = api, 0

    async def send(self, telegram_chat_id: int, message: Rendered, reply: Reply, **further: Any) -> int:
        await self._api.answer(str(telegram_chat_id), message.text, alert=False)
        self.sent += 1
        return self.sent


class Words:
    def render(self, reply: Reply, *, language: str, caption: bool = False, whole: bool = False) -> Rendered:
        return WORDS


async def chat_ids(store: Store) -> list[int]:
    async with store.units.writing() as uow:
        return [
            (await uow.chats.seen(telegram_id=100 + number, private=True, title="邻居")).id for number in range(CHATS)
        ]


async def through_outbox(store: Store, sending: Sending) -> tuple[float, float]:
    ids = await chat_ids(store)
    async with Nursery() as nursery:
        delivery = Delivery(
            queue=store.queue, units=store.units, shelf=store.shelf, photos=None, transport=sending,
            clock=SystemClock(), nursery=nursery, renderer=Words(), composer=None, documents=None, estates={},
            default_language="zh", limits=Limits(per_s=1000, per_chat_per_s=30, per_group_per_min=600), lease_s=60,
            owner=store.owner,
        )  # fmt: skip
        store.units.hand_over_to(delivery.take_over)
        nursery.keep(delivery.run, name="delivery")
        wall, cpu = perf_counter(), process_time()
        for number in range(MESSAGES):
            async with store.units.writing() as uow:
                await uow.outbox.say(ids[number % CHATS], Reply((line("noted"),)), language="zh")
            delivery.wake()
        while sending.sent < MESSAGES or not await delivery.quiet():
            await asyncio.sleep(0.01)
        taken = MESSAGES / (perf_counter() - wall), 1e6 * (process_time() - cpu) / MESSAGES
        delivery.stop()
        nursery.cancel()
    return taken


async def directly(store: Store, api: BotApi) -> tuple[float, float]:
    ids = await chat_ids(store)
    wall, cpu = perf_counter(), process_time()
    for number in range(MESSAGES):
        async with store.units.writing() as uow:
            await uow.chats.set_language(ids[number % CHATS], "zh" if number % 2 else "en")
        await api.answer(str(number), WORDS.text, alert=False)
    return MESSAGES / (perf_counter() - wall), 1e6 * (process_time() - cpu) / MESSAGES


def show_outbox(rounds: list[dict[str, tuple[float, float]]]) -> None:
    table = Table("way", "messages/s", "CPU us a message", title=f"a message and its cause, medians of {ROUNDS} rounds")
    for way in ("outbox", "directly"):
        figures = [each[way] for each in rounds]
        table.add_row(way, f"{median(f[0] for f in figures):.0f}", f"{median(f[1] for f in figures):.0f}")
    ratio = median(each["outbox"][1] / each["directly"][1] for each in rounds)
    Console(width=120).print(table, f"the outbox costs {ratio:.1f} times the CPU")


if __name__ == "__main__":
    asyncio.run(main())
