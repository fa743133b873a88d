"""What open pages and tests are told as it happens: every change of the world, as each person may see it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from simulator.model import Json

#: Given the person's id (None: sees everything), the event for them or None if it is not theirs.
ForReader = Callable[[int | None], Json | None]


class Events:
    def __init__(self) -> None:
        self._listeners: dict[asyncio.Queue[Json], int | None] = {}
        self.count = 0  #: grows with everything that happens

    @contextmanager
    def listen(self, reader: int | None) -> Iterator[asyncio.Queue[Json]]:
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self._listeners[queue] = reader
        try:
            yield queue
        finally:
            del self._listeners[queue]

    def tell(self, event: ForReader) -> None:
        self.count += 1
        for queue, reader in self._listeners.items():
            body = event(reader)
            if body is not None:
                queue.put_nowait(body)

    def tell_all(self, event: Json) -> None:
        self.tell(lambda reader: event)
