"""uvicorn within our own loop: the app has its own signals, its own log, and waits until somebody listens."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette

from bot.settings import Problem, SettingsError

STOP_WITHIN_S = 1  #: whole seconds, as uvicorn takes them, for requests that are under way
BACKLOG = 256


class Door(uvicorn.Server):
    """Listens on `host` and `port`; port 0 takes a free one."""

    def __init__(self, app: Starlette, *, host: str, port: int) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http="httptools",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=STOP_WITHIN_S,
            )
        )
        self._host, self._port = host, port
        self._socket: socket.socket | None = None
        self.listens = asyncio.Event()
        self.closed = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None of them: SIGTERM and Ctrl-C are the application's."""
        yield

    def bind(self) -> int:
        """Take the port; returns it.

        Raises:
            SettingsError: somebody else has it, or the host is not this computer's.
        """
        try:
            family, kind, number, _, address = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)[0]
            with contextlib.ExitStack() as stack:
                taken = stack.enter_context(socket.socket(family, kind, number))
                taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                taken.bind(address)
                stack.pop_all()  # it is ours: `open` closes it
        except OSError as error:
            message = f"cannot listen on {self._host}:{self._port}: {error.strerror}"
            raise SettingsError([Problem("telegram.webhook.listen", None, message)]) from None
        self._socket = taken
        return int(taken.getsockname()[1])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()

    async def open(self) -> None:
        """Serve until `close`. The port must have been taken."""
        assert self._socket is not None, "bind comes first"
        try:
            await self.serve([self._socket])
        finally:
            self._socket.close()
            self.closed.set()

    async def close(self) -> None:
        """Take no more requests and end those that are under way."""
        self.should_exit = True
        await self.closed.wait()
