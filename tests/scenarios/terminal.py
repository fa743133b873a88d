"""The command line in many stories: as its own process, with a simulated Telegram in reach."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from simulator.world import World as Telegram
from tests.scenarios.estate import CHECKOUT, ESTATES, TOKEN, config_for, telegram


@dataclass
class Desk:
    """Somebody at a terminal, with a simulated Telegram in reach."""

    telegram: Telegram
    base_url: str
    config: Path
    environment: dict[str, str]
    begun: list[asyncio.subprocess.Process] = field(default_factory=list)

    async def types(self, *words: str, **environment: str) -> tuple[int, str]:
        """Run a command to its end: exit code and all it printed."""
        process = await self.begins(*words, **environment)
        printed, _ = await process.communicate()
        assert process.returncode is not None
        return process.returncode, printed.decode()

    async def reads_apart(self, *words: str, **environment: str) -> tuple[int, str, str]:
        """As `types`: exit code, what is on stdout, what is on stderr."""
        process = await self.begins(*words, stderr=asyncio.subprocess.PIPE, **environment)
        printed, told = await process.communicate()
        assert process.returncode is not None
        return process.returncode, printed.decode(), told.decode()

    async def begins(
        self, *words: str, stderr: int = asyncio.subprocess.STDOUT, **environment: str
    ) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            "--config",
            str(self.config),
            cwd=CHECKOUT,
            env={**self.environment, **environment},
            stdout=asyncio.subprocess.PIPE,
            stderr=stderr,
        )
        self.begun.append(process)
        return process

    async def leaves(self) -> None:
        """Nothing goes on running behind a story that failed."""
        for process in self.begun:
            if process.returncode is None:
                process.kill()
                await process.communicate()


@asynccontextmanager
async def at_a_desk(database_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    async with telegram() as (world, base_url):
        config = config_for(base_url, tmp_path, estates=ESTATES, language="zh")
        environment = {
            **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")},
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": database_url,
            "COLUMNS": "200",
        }
        sat_at = Desk(world, base_url, config, environment)
        yield sat_at
        await sat_at.leaves()
