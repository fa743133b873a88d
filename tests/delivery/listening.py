"""Servers on 127.0.0.1 that keep what was sent to them as it was on the wire, and answer it as they are told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

TOKEN = "1:local-secret"
SENT = {"message_id": 5, "date": 0, "chat": {"id": 1, "type": "private"}}  #: what sendMessage and the like answer

Answer = Callable[["Arrived", asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Arrived:
    """One request."""

    line: str
    headers: dict[str, str]  #: by names in lower case
    body: bytes
    connection: int  #: the how manieth it came on, from 1

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Listening:
    base_url: str = ""
    arrived: list[Arrived] = field(default_factory=list)
    connections: int = 0
    greeting: bytes = b""  #: said to whoever connects, before anything is asked
    answer: Answer = field(default_factory=lambda: result(SENT))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number = self.connections
        try:
            writer.write(self.greeting)
            while not writer.is_closing():
                request = await _read(reader, number)
                self.arrived.append(request)
                await self.answer(request, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


async def _read(reader: asyncio.StreamReader, connection: int) -> Arrived:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    named = (line.split(": ", 1) for line in head[1:] if line)
    headers = {name.lower(): value for name, value in named}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Arrived(head[0], headers, body, connection)


def answered(status: str, body: bytes = b"", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def says(raw: bytes, *, closing: bool = False) -> Answer:
    """Answer with these bytes, whatever comes."""

    async def answer(request: Arrived, writer: asyncio.StreamWriter) -> None:
        writer.write(raw)
        if closing:
            writer.close()

    return answer


def result(of_call: object) -> Answer:
    return says(answered("200 OK", json.dumps({"ok": True, "result": of_call}).encode()))


async def never(request: Arrived, writer: asyncio.StreamWriter) -> None:
    """No answer, and the connection stays."""


@asynccontextmanager
async def listening() -> AsyncIterator[Listening]:
    here = Listening()
    server = await asyncio.start_server(here.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    here.base_url = f"http://127.0.0.1:{port}"
    try:
        yield here
    finally:
        server.close()
