"""The bot as it runs in earnest: a process of its own, which can be killed at any moment and begins again."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, Protocol

import yaml

from bot.settings import Settings
from tests.scenarios.estate import UNHURRIED

CHECKOUT = Path(__file__).resolve().parents[2]
ALL_AT_ONCE = 0.15  #: how likely a kill hits all of several processes
STOPS_WITHIN_S = 10.0  #: real seconds; what it promises is 5, on a computer with nothing else to do


class Mortal(Protocol):
    """The bot as the stage sees it, one process or several."""

    kills: int
    starts: int

    @property
    def settings(self) -> Settings:
        """As it reads them itself."""

    @property
    def runs(self) -> bool:
        """All of it."""

    async def start(self) -> None: ...
    async def kill(self) -> None: ...
    async def stop(self) -> None: ...
    def errors(self) -> list[str]: ...
    def last_words(self, lines: int = 15) -> str: ...


class BotProcess:
    """`python -m bot run` on a configuration written for it; its log is a file of JSON lines.

    `options`: what else stands on the command line. `number`: tells its log from those of others.
    """

    def __init__(
        self,
        *,
        base_url: str,
        database_url: str,
        folder: Path,
        token: str,
        estates: list[dict[str, Any]],
        more: Mapping[str, Any],
        options: Sequence[str] = (),
        number: int = 0,
    ) -> None:
        self._options = options
        self._folder = folder
        self._config = folder / "faults.yaml"
        self._config.write_text(
            yaml.safe_dump(
                {
                    "telegram": {"base_url": base_url, "poll_timeout_s": 30},
                    "estates": estates,
                    **more,
                    "files": {"folder": str(folder / "files")},
                    "clock": {"url": base_url.replace("http", "ws", 1) + "/clock"},
                    "log": {"format": "json", "level": "info"},
                    "quiet": UNHURRIED,
                },
                allow_unicode=True,
            ),
            encoding="utf-8",
        )
        self._environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(folder),
            "BOT_TOKEN": token,
            "DATABASE_URL": database_url,
        }
        self._log = folder / f"bot{number}.log"
        self._process: asyncio.subprocess.Process | None = None
        self.starts = 0
        self.kills = 0

    @property
    def settings(self) -> Settings:
        return Settings.load(self._config, self._environment)

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Begin; it listens some real seconds later."""
        assert not self.runs, "it runs already"
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run", "--config", str(self._config), *self._options),
                cwd=CHECKOUT,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.starts += 1

    async def kill(self) -> None:
        """SIGKILL: no last words, no cleaning up."""
        process = self._alive()
        process.send_signal(signal.SIGKILL)
        await process.wait()
        assert process.returncode == -signal.SIGKILL, f"it had ended by itself: {self.last_words()}"
        self.kills += 1

    async def stop(self) -> None:
        """SIGTERM, as an operator stops it.

        Raises:
            TimeoutError: it went on; then it was killed.
        """
        if not self.runs:
            return
        process = self._alive()
        process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(STOPS_WITHIN_S):
                await process.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise

    def errors(self) -> list[str]:
        """What the log holds of level error and above: a kill is no excuse for any of it."""
        found = []
        for line in self._lines():
            try:
                entry = json.loads(line)
            except ValueError:
                continue  # the kill tore it, or it is a line of a trace
            if isinstance(entry, dict) and entry.get("level") in ("error", "critical"):
                found.append(line[:1500])
        return found

    def last_words(self, lines: int = 15) -> str:
        return "\n".join(self._lines()[-lines:])

    def _lines(self) -> list[str]:
        if not self._log.exists():
            return []
        return self._log.read_text(encoding="utf-8", errors="replace").splitlines()

    def _alive(self) -> asyncio.subprocess.Process:
        assert self._process is not None, "it was never started"
        assert self.runs, f"it ended by itself with {self._process.returncode}:\n{self.last_words()}"
        return self._process


class BotProcesses:
    """Several of one bot. A kill hits one of them, now and then all; a start brings back those that were killed."""

    def __init__(self, processes: Sequence[BotProcess], *, random: Random) -> None:
        self._processes, self._random = list(processes), random

    @property
    def settings(self) -> Settings:
        return self._processes[0].settings

    @property
    def runs(self) -> bool:
        return all(each.runs for each in self._processes)

    @property
    def kills(self) -> int:
        return sum(each.kills for each in self._processes)

    @property
    def starts(self) -> int:
        return sum(each.starts for each in self._processes)

    async def start(self) -> None:
        for each in self._processes:
            if not each.runs:
                await each.start()

    async def kill(self) -> None:
        running = [each for each in self._processes if each.runs]
        chosen = running if self._random.random() < ALL_AT_ONCE else [self._random.choice(running)]
        for each in chosen:
            await each.kill()

    async def stop(self) -> None:
        await asyncio.gather(*(each.stop() for each in self._processes))

    def errors(self) -> list[str]:
        return [line for each in self._processes for line in each.errors()]

    def last_words(self, lines: int = 15) -> str:
        return "\n\n".join(each.last_words(lines) for each in self._processes)
