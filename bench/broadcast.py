"""A broadcast to a large estate under Telegram's limits, and whether a resident has to wait for the bot meanwhile.

python -m bench.broadcast

The real simulator, its limits on, and the real bot, each a process of its own; both clocks are the computer's, so a
simulated second is a real one. The secretary writes and sends the broadcast in the dialog, as any officer does. People
and groups are put into the simulator's world and into the bot's database directly (SQLite): bringing 10,000 people in
through /start would take longer than telling them.

Meanwhile somebody presses a counted button of a wish's card every PRESS_EVERY_S, and somebody says something in the
filing dialog every STEP_EVERY_S: from the act until the answer is there. BENCH_GROUPS and BENCH_PEOPLE make it smaller.
Linux only: it reads /proc.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import aiohttp
import yaml
from rich.console import Console
from rich.table import Table

from bench.arrangements import cpu_s, free_port, listening, memory_mib
from bench.telegram_of_many import (
    SECRETARY,
    TALKERS,
    TOKEN,
    building_of,
    telegram_id_of_group,
    telegram_ids_of_people,
)
from bot.clock import SystemClock
from bot.domain.people import Chat, Purpose
from bot.domain.places import Place
from bot.progress import Work, shown
from bot.store import Database, Store, migrate
from simulator.client import World

GROUPS = int(os.environ.get("BENCH_GROUPS", "1500"))
PEOPLE = int(os.environ.get("BENCH_PEOPLE", "10000"))
LIMIT_PER_S = 30
WITHIN = 0.05  #: of the time that the limits allow
ANSWERED_WITHIN_MS = 1000.0  #: at the 99th percentile
PRESS_EVERY_S, STEP_EVERY_S = 2.0, 3.0
GIVEN_UP_S = 30.0
WORDS = "明天8点到12点停水，请提前接一点水备用。"
_SENT = re.compile(r"送到([\d,]+)")  #: of the card that shows how far it is
AT_ONCE = 500  #: people of one transaction
Json = dict[str, Any]


async def main() -> None:
    with TemporaryDirectory() as place:
        async with playing(Path(place)) as (world, pid):
            town = Town(world)
            await town.wakes()
            before_s, began_s = cpu_s(pid), perf_counter()
            await town.secretary_sends()
            async with asyncio.TaskGroup() as crew:
                over = crew.create_task(town.until_all_are_told())
                crew.create_task(town.neighbours_press(over))
                crew.create_task(town.neighbours_talk(over))
            measured = Measured(
                calls=await world.control("GET", "calls"),
                presses_ms=sorted(town.presses_ms),
                steps_ms=sorted(town.steps_ms),
                lost=town.lost,
                card=over.result(),
                cpu_s=cpu_s(pid) - before_s,
                seconds=perf_counter() - began_s,
                mib=memory_mib(pid),
            )
    show(measured)


# ---- the two processes ----------------------------------------------------------------------------------------------


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[tuple[World, int]]:
    """The simulator's story client, and the bot's process id."""
    url = f"sqlite+aiosqlite:///{folder / 'wishwell.sqlite3'}"
    await build(url)
    port = free_port()
    size = (str(port), str(GROUPS), str(PEOPLE))
    telegram = await asyncio.create_subprocess_exec(sys.executable, "-m", "bench.telegram_of_many", *size)
    await listening(port)
    config = folder / "config.yaml"
    config.write_text(yaml.safe_dump(settings(f"http://127.0.0.1:{port}", folder), allow_unicode=True))
    env = {**os.environ, "BOT_TOKEN": TOKEN, "DATABASE_URL": url}
    command = (sys.executable, "-m", "bot", "run", "--config", str(config))
    bot = await asyncio.create_subprocess_exec(*command, env=env)
    try:
        async with await World.connect(f"http://127.0.0.1:{port}") as world:
            world.autosettle = False
            yield world, bot.pid
    finally:
        for process in (bot, telegram):
            if process.returncode is None:
                process.terminate()
            await process.wait()


def settings(url: str, folder: Path) -> Json:
    """As they come along, but that no hour of the day is quiet: it can be measured at night."""
    secretary = {"id": SECRETARY, "name": "李书记"}
    return {
        "telegram": {"base_url": url},
        "estates": [{"key": "bench", "name": "阳光小区", "trial": False, "bodies": {"committee": [secretary]}}],
        "notices": {"quiet_from": "22:00", "quiet_until": "22:00"},
        "files": {"folder": str(folder / "files")},
        "log": {"level": os.environ.get("BENCH_LOG", "error")},
    }


async def build(url: str) -> None:
    """The bot's database: everybody the simulator knows, as if they had all said something before."""
    await migrate(url)
    store = Store(Database.open(url), int(TOKEN.partition(":")[0]), SystemClock())
    try:
        async with store.units.writing() as uow:
            homes = []
            for building in range(1, GROUPS + 1):
                seen = {"telegram_id": telegram_id_of_group(building), "private": False, "title": f"{building}号楼"}
                chat = await uow.chats.seen(**seen)  # type: ignore[arg-type]
                place = Place(building=str(building))
                homes.append(await uow.chats.bind(chat.id, estate_key="bench", purpose=Purpose.BUILDING, place=place))
        everybody = list(enumerate((*telegram_ids_of_people(PEOPLE), SECRETARY)))
        with shown("neighbours move in", total=len(everybody)) as work:
            await move_in(everybody, homes, store, work)
    finally:
        await store.close()


async def move_in(everybody: list[tuple[int, int]], homes: list[Chat], store: Store, work: Work) -> None:
    now = SystemClock().now()
    for some in in_lots(everybody):
        async with store.units.writing() as uow:
            for position, telegram_id in some:
                known = {"telegram_id": telegram_id, "name": f"邻居{position}", "username": None}
                language = "en" if position % 10 == 9 else "zh"
                person = await uow.people.seen(**known, client_language=language)  # type: ignore[arg-type]
                await uow.chats.private_of(person)
                await uow.people.set_started(person.id, True)
                if telegram_id != SECRETARY:
                    home = homes[building_of(position, GROUPS) - 1]
                    await uow.chats.add_resident(home.id, person.id, now=now)
                    await uow.people.set_home(person.id, home.id)
        work.step(by=len(some))


def in_lots(everybody: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    return (everybody[first : first + AT_ONCE] for first in range(0, len(everybody), AT_ONCE))


# ---- who acts -------------------------------------------------------------------------------------------------------


class Phone:
    """Somebody's app: what it is shown, as it comes."""

    def __init__(self, world: World, person_id: int) -> None:
        self._world, self.id = world, person_id

    async def does(self, act: str, **fields: Any) -> Json:
        done: Json = await self._world.control("POST", "act", {"as": self.id, "act": act, **fields})
        return done

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
        address = f"{self._world.base_url}/control/events?as={self.id}"
        async with aiohttp.ClientSession() as session, session.ws_connect(address) as news:
            yield news

    async def is_answered(self, fits: Callable[[Json], bool], act: str, **fields: Any) -> tuple[Json, float]:
        """Do this and wait for a fitting message, new or edited; it and the seconds it took.

        Raises:
            TimeoutError: after GIVEN_UP_S.
        """
        async with self.watching() as news, asyncio.timeout(GIVEN_UP_S):
            began_s = perf_counter()
            await self.does(act, **fields)
            while True:
                message = _of_the_bot(await news.receive_json())
                if message is not None and fits(message):
                    return message, perf_counter() - began_s


def _of_the_bot(event: Json) -> Json | None:
    message: Json = event.get("message") or {}
    return message if event["kind"] in ("message", "edited") and not message.get("mine") else None


def _shown(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


@dataclass
class Town:
    world: World
    presses_ms: list[float] = field(default_factory=list)
    steps_ms: list[float] = field(default_factory=list)
    lost: int = 0  #: acts without an answer
    _card_id: int = 0

    async def wakes(self) -> None:
        """The bot answers; a wish stands in building 1, so that its card can be pressed."""
        asker = Phone(self.world, telegram_ids_of_people(PEOPLE)[TALKERS - 1])
        await asker.is_answered(lambda message: True, "say", chat=asker.id, text="/want")
        group = telegram_id_of_group(1)
        look, _ = await asker.is_answered(_has("发到群里", "Post"), "say", chat=asker.id, text="三楼走廊的灯坏了")
        posted = _pressing(look, "发到群里", "Post")
        card, _ = await asker.is_answered(lambda message: message["chat"]["id"] == group, "press", **posted)
        self._card_id = int(card["message_id"])

    async def secretary_sends(self) -> None:
        secretary = Phone(self.world, SECRETARY)
        await secretary.is_answered(lambda message: True, "say", chat=SECRETARY, text="/broadcast")
        asked, _ = await secretary.is_answered(_has("全小区"), "say", chat=SECRETARY, text=WORDS)
        asked, _ = await secretary.is_answered(_has("群里和私聊"), "press", **_pressing(asked, "全小区"))
        asked, _ = await secretary.is_answered(_has("发出去"), "press", **_pressing(asked, "群里和私聊"))
        assert f"一共{GROUPS}个群、{PEOPLE}个人的私聊" in _shown(asked).replace(",", ""), _shown(asked)
        begun = _pressing(asked, "发出去")
        await secretary.is_answered(lambda message: "第1则公告" in _shown(message), "press", **begun)

    async def until_all_are_told(self) -> str:
        """The card of its progress, once nothing is left to be done."""
        patience_s = 3 * (GROUPS + PEOPLE) / LIMIT_PER_S + 60
        with shown("the broadcast is told", total=GROUPS + PEOPLE, still=True) as work:
            told = 0
            async with Phone(self.world, SECRETARY).watching() as news, asyncio.timeout(patience_s):
                while True:
                    message = _of_the_bot(await news.receive_json())
                    if message is None:
                        continue
                    if "发完了" in _shown(message):
                        return _shown(message)
                    if done := _SENT.search(_shown(message)):
                        told, before = int(done[1].replace(",", "")), told
                        work.step(by=told - before)

    async def neighbours_press(self, over: asyncio.Task[str]) -> None:
        """Each of half of them in turn; whoever comes round again takes theirs back."""
        ids = telegram_ids_of_people(PEOPLE)[: TALKERS // 2]
        card = {"chat": telegram_id_of_group(1), "message": self._card_id, "label": "我家也是", "wait_s": GIVEN_UP_S}
        for person_id in itertools.cycle(ids):
            if not await _not_over(over, PRESS_EVERY_S):
                return
            began_s = perf_counter()
            said = await Phone(self.world, person_id).does("press", **card)
            self._took(self.presses_ms, perf_counter() - began_s if said.get("answered") else None)

    async def neighbours_talk(self, over: asyncio.Task[str]) -> None:
        """Each of the other half begins to file a wish, looks at it, and leaves it."""
        ids = telegram_ids_of_people(PEOPLE)[TALKERS // 2 : TALKERS - 1]
        for number, person_id in enumerate(itertools.cycle(ids)):
            for words in ("/want", f"{number % 24 + 1}楼第{number}扇窗关不上", "/cancel"):
                if not await _not_over(over, STEP_EVERY_S):
                    return
                try:
                    _, took_s = await Phone(self.world, person_id).is_answered(
                        lambda message: WORDS not in _shown(message), "say", chat=person_id, text=words
                    )
                except TimeoutError:
                    self._took(self.steps_ms, None)
                else:
                    self._took(self.steps_ms, took_s)

    def _took(self, waits_ms: list[float], seconds: float | None) -> None:
        if seconds is None:
            self.lost += 1
        else:
            waits_ms.append(1000 * seconds)


async def _not_over(over: asyncio.Task[str], wait_s: float) -> bool:
    await asyncio.wait([over], timeout=wait_s)
    return not over.done()


def _button(message: Json, *labels: str) -> Json:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard") or []
    return next((each for row in rows for each in row if any(label in each["text"] for label in labels)), {})


def _pressing(message: Json, *labels: str) -> Json:
    """The fields of the act."""
    data = _button(message, *labels)["callback_data"]
    return {"chat": message["chat"]["id"], "message": message["message_id"], "data": data}


def _has(*labels: str) -> Callable[[Json], bool]:
    return lambda message: bool(_button(message, *labels))


# ---- what it comes to -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Measured:
    calls: list[Json]
    presses_ms: list[float]
    steps_ms: list[float]
    lost: int
    card: str
    cpu_s: float
    seconds: float
    mib: float

    @property
    def told(self) -> list[Json]:
        """Calls by which the broadcast arrived."""
        return [each for each in self.calls if each["ok"] and WORDS in str(each["params"].get("text"))]


def show(measured: Measured) -> None:
    told = [each for each in measured.told if each["params"]["chat_id"] != str(SECRETARY)]
    moments = sorted(datetime.fromisoformat(each["at"]) for each in told)
    took, allowed = moments[-1] - moments[0], timedelta(seconds=(GROUPS + PEOPLE) / LIMIT_PER_S)
    chats = Counter(each["params"]["chat_id"] for each in told)
    floods = sum(each.get("error_code") == 429 for each in measured.calls)
    reached = took <= allowed * (1 + WITHIN)
    table = Table("what", "measured", "promised", title=f"a broadcast to {GROUPS} groups and {PEOPLE} people")
    missing, twice = GROUPS + PEOPLE - len(chats), sum(count > 1 for count in chats.values())
    table.add_row("chats not told, told twice", f"{missing}, {twice}", _verdict("0, 0", missing == twice == 0))
    table.add_row("calls refused with 429", str(floods), _verdict("0", floods == 0))
    over = took / allowed - 1
    table.add_row(
        "seconds",
        f"{took.total_seconds():.1f} ({over:+.1%})",
        _verdict(f"{allowed.total_seconds():.1f} and 5%", reached),
    )
    for what, waits in (("a press of a counted button", measured.presses_ms), ("a step", measured.steps_ms)):
        p50, p99 = _percentile(waits, 50), _percentile(waits, 99)
        figures = f"{p50:.0f}, {p99:.0f}, {waits[-1]:.0f} ms of {len(waits)}"
        table.add_row(f"{what}: p50, p99, longest", figures, _verdict("p99 1000 ms", p99 < ANSWERED_WITHIN_MS))
    table.add_row("acts without an answer", str(measured.lost), _verdict("0", measured.lost == 0))
    table.add_row("CPU a message, of one core", f"{1000 * measured.cpu_s / len(told):.1f} ms", "")
    table.add_row("memory at the end", f"{measured.mib:.0f} MiB", "")
    Console(width=120).print(table, f"the card at the end: {measured.card!r}")


def _percentile(waits: list[float], percent: int) -> float:
    return waits[min(len(waits) - 1, len(waits) * percent // 100)]


def _verdict(promised: str, reached: bool) -> str:
    return f"{promised}: {'reached' if reached else 'NOT reached'}"


if __name__ == "__main__":
    asyncio.run(main())
