"""A small estate on this computer: the simulator, the bot and six weeks of life, in one process."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import yaml
from rich.console import Console

from bot import app, logs, progress
from bot.app import App
from bot.nursery import Nursery
from bot.settings import Settings
from simulator import seed
from simulator.client import World
from simulator.server import RunningServer, serve
from simulator.world import World as Telegram

TOKEN = "7000000001:local-telegram-needs-no-secret"
USERNAME = "wishwell_bot"
LIFE = timedelta(days=42)
#: While the past is played, a wait of the bot's up to this long is skipped.
PATIENCE = timedelta(minutes=3)


async def show(*, port: int, with_seed: bool, say: Callable[[str], None]) -> None:
    """Start it all, play the estate's past, print the address, and run until Ctrl-C or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with playing(port=port, with_seed=with_seed, stop=stop) as (base_url, _):
        say(f"\n  邻愿 Wishwell  ->  [bold]{base_url}/[/bold]\n")
        await stop.wait()


@contextlib.asynccontextmanager
async def playing(
    *, port: int, with_seed: bool, stop: asyncio.Event | None = None, console: Console | None = None
) -> AsyncIterator[tuple[str, App]]:
    """The demo at work; yields the page's address and the bot, once the past is played or `stop` was set meanwhile.

    `console`: see `progress.shown`.
    """
    folder = Path(tempfile.mkdtemp(prefix="wishwell-demo-"))
    try:
        async with _telegram(port) as server, _bot(settings_for(server.base_url, folder)) as bot:
            await _play(server, bot, with_seed=with_seed, stop=stop or asyncio.Event(), console=console)
            yield server.base_url, bot
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.asynccontextmanager
async def _telegram(port: int) -> AsyncIterator[RunningServer]:
    world = Telegram(start=seed.morning(datetime.now(UTC) - LIFE), rate=0)
    world.add_bot(token=TOKEN, name="邻愿", username=USERNAME)
    async with contextlib.AsyncExitStack() as stack:
        try:
            yield await stack.enter_async_context(serve(world, port=port))
        except OSError:
            # Somebody else listens there: any free port does.
            yield await stack.enter_async_context(serve(world, port=0))


@contextlib.asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[App]:
    logs.configure(style="console", level="error")
    stop = asyncio.Event()
    async with app.opened(settings) as running, Nursery() as nursery:
        await app.show_menus(running)
        nursery.require(running.run(stop), name="bot")
        try:
            yield running
        finally:
            stop.set()
            await nursery.drain(app.STOP_WITHIN_S)


async def _play(
    server: RunningServer, bot: App, *, with_seed: bool, stop: asyncio.Event, console: Console | None
) -> None:
    """Let the past happen through the bot itself, on a clock that jumps; then let time run."""

    async def quiet() -> bool:
        if not await bot.quiet():
            return False
        due = await bot.next_due()
        if due is None or due - bot.clock.now() > PATIENCE:
            return True
        await world.control("POST", "clock", {"set": due.isoformat()})
        return False

    async with await World.connect(server.base_url, settled=quiet) as world:
        with progress.shown("the estate moves in", console=console):
            estate = await seed.people_and_chats(world)
        if with_seed:
            with progress.shown("six weeks of life in the estate", total=seed.DAYS, console=console) as work:
                async for day in seed.life(estate):
                    work.step(day)
                    if stop.is_set():
                        return
        now = datetime.now(UTC)
        if await world.now() < now:
            await world.control("POST", "clock", {"set": now.isoformat()})
        await world.control("POST", "clock", {"rate": 1})


def settings_for(base_url: str, folder: Path) -> Settings:
    """config.yaml's defaults, with the seed's estate and the simulator's address and clock."""
    config = folder / "config.yaml"
    config.write_text(
        yaml.safe_dump(
            {
                "telegram": {"base_url": base_url},
                "estates": [seed.ESTATE],
                "files": {"folder": str(folder / "files")},
                "clock": {"url": base_url.replace("http", "ws", 1) + "/clock"},
            },
            allow_unicode=True,
        ),
        encoding="utf-8",
    )
    database = f"sqlite+aiosqlite:///{folder / 'wishwell.sqlite3'}"
    return Settings.load(config, {"BOT_TOKEN": TOKEN, "DATABASE_URL": database})
