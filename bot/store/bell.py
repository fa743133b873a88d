"""`LISTEN` and `NOTIFY` on PostgreSQL, over a connection of its own: a hint, behind which all is looked up as ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import asyncpg
import structlog
from sqlalchemy import make_url

from bot.store.database import finish

AGAIN_AFTER_S = 2.0  #: real seconds, when the connection was lost
CONNECTS_WITHIN_S = 10.0
TOGETHER_S = 0.01  #: what is rung within it is one ring

_log = structlog.get_logger(__name__)


class SqlBell:
    """`name` is this process's: what it rang itself it does not hear."""

    def __init__(self, url: str, bot_id: int, *, name: str) -> None:
        self._dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._channel, self._name = f"wishwell_{bot_id}", name
        self._to_ring = False
        self._woken = asyncio.Event()

    def ring(self) -> None:
        self._to_ring = True
        self._woken.set()

    async def listen(self, rung: Callable[[], None]) -> None:
        while True:
            try:
                await self._listen_once(rung)
            except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                _log.warning("bell_lost", error=type(error).__name__, again_in_s=AGAIN_AFTER_S)
            await asyncio.sleep(AGAIN_AFTER_S)
            rung()  # whatever was rung meanwhile

    async def _listen_once(self, rung: Callable[[], None]) -> None:
        """Until the connection ends."""
        opened: list[asyncpg.Connection] = []

        def heard(_connection: object, _pid: int, _channel: str, payload: object) -> None:
            if payload != self._name:
                rung()

        async def open_one() -> None:
            opened.append(await asyncpg.connect(self._dsn, timeout=CONNECTS_WITHIN_S))

        try:
            await finish(open_one())  # a driver that is interrupted while it connects loses the connection
            (connection,) = opened
            connection.add_termination_listener(lambda _connection: self._woken.set())
            await connection.add_listener(self._channel, heard)
            while not connection.is_closed():
                await self._woken.wait()
                self._woken.clear()
                if self._to_ring and not connection.is_closed():
                    self._to_ring = False
                    await connection.execute("SELECT pg_notify($1, $2)", self._channel, self._name)
                    await asyncio.sleep(TOGETHER_S)
        finally:
            for connection in opened:
                connection.terminate()  # nothing is left half done on it, and it waits for nothing
