"""How Telegram brings updates to a bot that set a webhook: by HTTP, again and again until it is taken.

Updates of one chat, presses and answers of one person, and those of one poll come one after the other; others
meanwhile, `max_connections` at once (the Bot API server's webhook queues; which update is in which queue is assumed).
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp

from simulator.model import Json
from simulator.updates import Pending, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.05, 1.0  #: real seconds between tries, doubling (assumed: Telegram waits longer)
ANSWERS_WITHIN_S = 10.0  #: real seconds (assumed)

#: A method and its parameters, as the body of an answer holds them.
Perform = Callable[[str, Json], Awaitable[None]]
Lane = tuple[str, int | str]


@dataclass(eq=False)
class Webhook:
    """`now` gives the Unix time for `last_error_date`; `cut_off` says whether a try does not get through."""

    url: str
    secret: str | None
    max_connections: int
    queue: UpdateQueue
    perform: Perform
    now: Callable[[], int]
    cut_off: Callable[[], bool]
    last_error: tuple[int, str] | None = None
    _busy: dict[Lane, asyncio.Task[None]] = field(default_factory=dict)
    _work: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._work = asyncio.ensure_future(self._run())

    async def stop(self) -> None:
        """What is not taken yet waits in the queue."""
        tasks = [task for task in (self._work, *self._busy.values()) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        timeout = aiohttp.ClientTimeout(total=ANSWERS_WITHIN_S)
        async with aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0)) as session:
            while True:
                news = asyncio.ensure_future(self.queue.changed())
                for entry in self.queue.entries():
                    lane = lane_of(entry.update)
                    if lane not in self._busy and len(self._busy) < self.max_connections:
                        self._busy[lane] = asyncio.ensure_future(self._bring(session, entry, lane))
                try:
                    await asyncio.wait({news, *self._busy.values()}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    news.cancel()

    async def _bring(self, session: aiohttp.ClientSession, entry: Pending, lane: Lane) -> None:
        pause_s = FIRST_PAUSE_S
        try:
            while self.queue.holds(entry) and not await self._try(session, entry):
                await asyncio.sleep(pause_s)
                pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
        finally:
            self._busy.pop(lane, None)

    async def _try(self, session: aiohttp.ClientSession, entry: Pending) -> bool:
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        if self.cut_off():
            self.last_error = (self.now(), "Connection timed out")
            return False
        body = json.dumps(entry.update, ensure_ascii=False).encode()
        headers["Content-Type"] = "application/json"
        try:
            async with session.post(self.url, data=body, headers=headers, allow_redirects=False) as answer:
                text = await answer.text()
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError, UnicodeDecodeError) as error:
            self.last_error = (self.now(), f"Connection failed: {type(error).__name__}")
            return False
        if not 200 <= status < 300:
            self.last_error = (self.now(), f"Wrong response from the webhook: {status}")
            return False
        await self._answered(text)
        self.queue.taken(entry)  # last, so that nobody finds the world idle before the method was done
        return True

    async def _answered(self, text: str) -> None:
        """Do what the answer asks for, if anything; nobody hears how it went (Bot API, "Making requests")."""
        with contextlib.suppress(ValueError):
            asked = json.loads(text)
            if isinstance(asked, dict) and isinstance(asked.get("method"), str):
                await self.perform(asked.pop("method"), asked)


def lane_of(update: Json) -> Lane:
    kind = next(name for name in update if name != "update_id")
    body = update[kind]
    for name in ("chat", "from", "user", "voter_chat"):
        if name in body:
            return f"{kind} of {'person' if name in ('from', 'user') else 'chat'}", body[name]["id"]
    return kind, body["id"]  # a poll's own
