"""Has pictures drawn by a child process, which ends with its picture: what draws takes memory that lies idle."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path

import msgspec
import structlog

from bot.domain.charts import Picture

WITHIN_S = 20.0  #: a picture takes a fraction of a second; a lease of the outbox is longer than this
CHECKOUT = Path(__file__).resolve().parents[1]

log = structlog.get_logger(__name__)


def _environment() -> dict[str, str]:
    """What it takes to start Python: whoever opens pictures from outside is told no token and no password."""
    return {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}


class ChildPainter:
    """`ports.Painter`: `python -m bot.painter`, one picture at a time."""

    def __init__(self, *, within_s: float = WITHIN_S, python: str = sys.executable) -> None:
        self._within_s, self._python = within_s, python
        self._turn = asyncio.Lock()

    async def paint(self, picture: Picture) -> bytes | None:
        """A PNG; None if there is none in time, or the child fails: then the words go without a picture."""
        async with self._turn:
            return await self._paint(msgspec.json.encode(picture))

    async def _paint(self, wanted: bytes) -> bytes | None:
        pipe = asyncio.subprocess.PIPE
        child = await asyncio.create_subprocess_exec(
            *(self._python, "-m", "bot.painter"),
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            cwd=CHECKOUT,
            env=_environment(),
        )
        try:
            async with asyncio.timeout(self._within_s):
                content, trouble = await child.communicate(wanted)
        except TimeoutError:
            log.error("picture_not_drawn", reason="too-slow", timeout_s=self._within_s)
            return None
        finally:
            if child.returncode is None:  # too slow, or we were told to stop
                with contextlib.suppress(ProcessLookupError):
                    child.kill()
                await child.wait()
        if child.returncode:
            last = trouble.decode(errors="replace").strip().rpartition("\n")[2]
            log.error("picture_not_drawn", reason=last.partition(":")[0])
            return None
        return content
