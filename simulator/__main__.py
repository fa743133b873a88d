"""`python -m simulator`: one local Telegram on 127.0.0.1."""

import asyncio
import signal
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from simulator.errors import Impossible
from simulator.server import serve
from simulator.world import World

#: The bot a world starts with. A token of this Telegram is no secret: it opens nothing outside this process.
LOCAL_TOKEN = "7000000001:local-telegram-needs-no-secret"


class ClockMode(StrEnum):
    REAL = "real"  #: runs like real time
    MANUAL = "manual"  #: stands still until moved


def main(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1; 0 takes a free one.")] = 8081,
    clock: Annotated[ClockMode, typer.Option(help="Whether time runs or stands still.")] = ClockMode.REAL,
    start: Annotated[str, typer.Option(help="The first moment, ISO with offset; now by default.")] = "",
    token: Annotated[str, typer.Option(help="The first bot's token.", envvar="SIMULATOR_TOKEN")] = LOCAL_TOKEN,
    name: Annotated[str, typer.Option(help="The first bot's name.")] = "邻愿",
    username: Annotated[str, typer.Option(help="The first bot's username.")] = "wishwell_bot",
) -> None:
    """Run a local Telegram: Bot API, people, clock and page. It prints its address first."""
    try:
        moment = datetime.fromisoformat(start) if start else datetime.now(UTC)
        world = World(start=moment, rate=1 if clock is ClockMode.REAL else 0)
        world.add_bot(token=token, name=name, username=username)
    except (ValueError, Impossible) as wrong:
        raise typer.BadParameter(str(wrong)) from None
    asyncio.run(_run(world, port))


async def _run(world: World, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with serve(world, port=port) as running:
        typer.echo(f"simulator: {running.base_url}")
        await stop.wait()


if __name__ == "__main__":
    typer.run(main)
