"""A simulated Telegram whose time the harness moves, the estate in it, and the bot beside it as a process."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any, TypeVar

from bot.from_settings import catalog_for, house_of
from bot.ports import Me
from simulator import seed
from simulator.client import Person, World
from simulator.model import Bot, Chat, Json
from simulator.seed import ESTATE
from simulator.server import serve
from simulator.world import World as Telegram
from tests.faults.books import Books
from tests.faults.bot_process import BotProcess, BotProcesses, Mortal
from tests.scenarios.balancer import balancing
from tests.scenarios.estate import BY_WEBHOOK, PROCESSES, free_port

TOKEN = "7000000001:local-telegram-needs-no-secret"
USERNAME = "wishwell_bot"
#: A Monday, 09:00 in Shanghai.
BEGINNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LOOK_S = 0.01  #: real seconds between two looks at a bot that works
NEXT_LOOK_S = 0.1  #: likewise, where all that is left is for its own next look at what is due
CALM_WITHIN_S = 90.0  #: real seconds
NUDGE_AFTER = 8  #: looks at which nothing happened, until a second of the simulated time passes
LONGEST_HOP = timedelta(minutes=2)  #: what time is moved at once towards the bot's next moment

T = TypeVar("T")


class NotCalm(AssertionError):
    """The bot has work that it does not do; the text shows which."""


@dataclass(eq=False)
class Stage:
    telegram: Telegram
    world: World
    bot: Mortal
    books: Books
    us: Bot  #: the bot's account
    estate: seed.Estate = field(init=False)
    lives: list[dict[int, int]] = field(default_factory=list)  #: last message number of each chat as a process began
    calls_before: list[int] = field(default_factory=list)  #: Bot API calls before each process began
    _calms_begun: int = 0
    _calm_ended: int = 0  #: the latest that was reached
    _watching: set[asyncio.Queue[Json]] = field(default_factory=set)
    _idle_looks: int = 0
    _activity: int = -1
    _waits_for_its_look: bool = False  #: nothing but what fell due by itself is left

    # ---- the bot ----

    async def bot_starts(self) -> None:
        await self.bot.start()
        # The computer needs longer to load the program than the last words of the former one take to arrive.
        self.lives.append({chat.id: chat.next_message_id - 1 for chat in self.telegram.chats()})
        self.calls_before.append(len(self.telegram.calls))

    async def bot_is_killed(self) -> None:
        await self.bot.kill()

    async def photographed(self, person: Person, chat_id: int, png: bytes, **fields: object) -> Json:
        """Somebody posts this picture."""
        return await person.act("photo", chat=chat_id, bytes_base64=base64.b64encode(png).decode(), **fields)

    # ---- time ----

    async def passes(self, span: timedelta) -> None:
        await self.world.control("POST", "clock", {"advance_s": span.total_seconds()})

    async def calm(self, *, within_s: float = CALM_WITHIN_S) -> None:
        """Return once everything that is due was done, twice in a row with nothing happening in between.

        Where the bot waits for a moment near by, that moment comes. Those who wait for something to show learn that it
        will not.

        Raises:
            NotCalm: after so many real seconds.
        """
        self._calms_begun += 1
        this, quiet_at = self._calms_begun, -1
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within_s
        while loop.time() < deadline:
            state = self.telegram.idle()
            if not state["idle"] or not await self._nothing_left():
                quiet_at = -1
                await self._work_goes_on()
            elif quiet_at == state["activity"]:
                self._calm_ended = max(self._calm_ended, this)
                for queue in self._watching:
                    queue.put_nowait({})
                return
            else:
                quiet_at = state["activity"]
        raise NotCalm(await self.described())

    async def heard(self) -> None:
        """Return once all that people did was handled; unlike in `calm`, time does not pass.

        Raises:
            TimeoutError: after `CALM_WITHIN_S` real seconds.
        """
        async with asyncio.timeout(CALM_WITHIN_S):
            while not self.telegram.idle()["idle"] or await self.books.store.inbox.waiting():
                await asyncio.sleep(LOOK_S)

    async def quiet(self) -> bool:
        """For the story client's own `settle`."""
        if await self._nothing_left():
            return True
        await self._work_goes_on()
        return False

    async def _nothing_left(self) -> bool:
        left = await self.books.left()
        waits = left.updates or left.messages or left.news or left.broadcasts
        self._waits_for_its_look = bool(left.deadlines) and not waits
        if left.next_due is not None and not left.updates:
            wait = left.next_due - self.telegram.clock.now()
            if wait > timedelta():
                await self.passes(min(wait, LONGEST_HOP))
        return left.nothing

    async def _work_goes_on(self) -> None:
        """Real time for the bot to work in; if that does not help, some of the time it may be waiting for."""
        assert self.bot.runs, f"it ended by itself:\n{self.bot.last_words()}"
        if self._waits_for_its_look:
            self._waits_for_its_look = False
            await asyncio.sleep(NEXT_LOOK_S)
            return
        await asyncio.sleep(LOOK_S)
        activity = self.telegram.idle()["activity"]
        is_up = len(self.telegram.calls) > self.calls_before[-1]
        self._idle_looks = self._idle_looks + 1 if is_up and activity == self._activity else 0
        self._activity = activity
        if self._idle_looks >= NUDGE_AFTER:
            self._idle_looks = 0
            await self.passes(timedelta(seconds=1))

    async def described(self) -> str:
        calls = [f"  {call.method} {call.answer} {call.params}"[:300] for call in self.telegram.calls[-8:]]
        state, left = self.telegram.idle(), await self.books.left()
        return "\n".join([f"{state} {left}", "last calls:", *calls, "log:", self.bot.last_words()])

    # ---- seeing ----

    async def sees(self, look: Callable[[], T | None]) -> T | None:
        """What `look` finds, as soon as it does; None if the world became calm and it still finds nothing."""
        began = self._calms_begun
        with self.telegram.events.listen(None) as news:
            self._watching.add(news)
            try:
                while (found := look()) is None:
                    if self._calm_ended > began:
                        return None
                    await news.get()
            finally:
                self._watching.discard(news)
        return found

    async def happens(self, times: int, *, within_s: float, kind: str | None = None) -> None:
        """Return right after so many things (of this kind) have happened in Telegram, or after so many real seconds."""
        with self.telegram.events.listen(None) as news, contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                while times > 0:
                    times -= kind in (None, (await news.get())["kind"])

    def chat(self, chat_id: int) -> Chat:
        person = self.telegram.people.get(chat_id)
        return self.telegram.private_chat(self.us, person) if person else self.telegram.groups[chat_id]


async def _bot(
    stack: contextlib.AsyncExitStack,
    *,
    base_url: str,
    database_url: str,
    folder: Path,
    estate: Mapping[str, Any],
    more: Mapping[str, Any],
    seed: int,
    plain: bool,
    processes: int,
) -> BotProcess | BotProcesses:
    """By polling or by webhook, one or several, as the environment wants it; SQLite has one. `plain`: as `staged`."""
    several = 1 if plain or database_url.startswith("sqlite") else processes
    by_webhook = BY_WEBHOOK and not plain
    public, listens = free_port(), [free_port() for _ in range(several)]

    def process(number: int) -> BotProcess:
        hook = ["--webhook", f"http://{public}/tg/hook", "--listen", listens[number]] if by_webhook else []
        # The first keeps its name over its deaths; the others are new ones each time.
        name = ["--name", "first"] if number == 0 and several > 1 else []
        return BotProcess(
            base_url=base_url,
            database_url=database_url,
            folder=folder,
            token=TOKEN,
            estates=[dict(estate)],
            more=more,
            options=[*hook, *name],
            number=number,
        )

    if by_webhook:
        await stack.enter_async_context(balancing(public, listens))
    if several == 1:
        return process(0)
    return BotProcesses([process(number) for number in range(several)], random=Random(seed))


@contextlib.asynccontextmanager
async def staged(
    database_url: str,
    folder: Path,
    *,
    seed_number: int = 1,
    plain: bool = False,
    start: datetime = BEGINNING,
    estate: Mapping[str, Any] = ESTATE,
    more: Mapping[str, Any] = MappingProxyType({}),
    processes: int = PROCESSES,
) -> AsyncIterator[Stage]:
    """Twelve residents, staff, three bound groups; the bot runs. Nobody has pressed Start yet.

    `plain`: one process that polls, whatever the environment wants. `estate`, `more`: as config.yaml writes the
    estate, and whole groups beside it. `processes`: so many on PostgreSQL.
    """
    telegram = Telegram(start=start, rate=0)
    us = telegram.add_bot(token=TOKEN, name="邻愿", username=USERNAME)
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(serve(telegram))
        places = {"base_url": server.base_url, "database_url": database_url}
        running: dict[str, Any] = {**places, "plain": plain, "processes": processes}
        bot = await _bot(stack, **running, folder=folder, estate=estate, more=more, seed=seed_number)
        stack.push_async_callback(bot.stop)
        me = Me(id=us.id, username=USERNAME, name="邻愿", sees_all=False)
        house = house_of(bot.settings, catalog=catalog_for(bot.settings), me=me)
        books = Books(database_url, us.id, house, telegram)
        stack.push_async_callback(books.close)
        world = await World.connect(server.base_url, settled=lambda: stage.quiet())
        await stack.enter_async_context(world)
        world.settle_limit_s = CALM_WITHIN_S
        stage = Stage(telegram, world, bot, books, us)
        await stage.bot_starts()
        stage.estate = await seed.people_and_chats(world)
        world.autosettle = False
        yield stage
