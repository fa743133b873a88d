"""A Telegram that knows nothing but taps: it hands them out, counts the answers, and says how long each took.

python -m bench.telegram_of_taps PORT

Who set a webhook is brought them, over as many connections as they allow, and may answer in the response. Thin on
purpose: whatever it costs is part of what is measured. `POST /load` with `{"updates": […], "per_s": null | n,
"round_trip_s": 0}` begins a round; `GET /result` answers when every tap is answered, with seconds from the first
hand-out to the last answer and each answer's milliseconds.
"""

from __future__ import annotations

import asyncio
import sys
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

import msgspec
from aiohttp import web

GRACE_S = 60.0  #: without any further answer, after which a round is over and the rest counts as lost
HOLD_S = 4.0  #: a poll that finds nothing; shorter than any of the bots waits
BATCH = 100


class Taps:
    def __init__(self) -> None:
        self.begin([], None, 0.0)

    def begin(self, updates: list[dict[str, Any]], per_s: float | None, round_trip_s: float) -> None:
        self.updates, self.per_s, self.round_trip_s = updates, per_s, round_trip_s
        self.handed_out = 0
        self.began_s: float | None = None
        self.given_s: dict[str, float] = {}
        self.answered_s: dict[str, float] = {}
        self.others = 0  #: further calls: messages and edits
        self.changed = asyncio.Event()
        self.changed.set()

    def ready(self) -> int:
        """How many were offered until now and not handed out."""
        if self.began_s is None:
            self.began_s = perf_counter()
        offered = len(self.updates)
        if self.per_s is not None:
            offered = min(offered, int((perf_counter() - self.began_s) * self.per_s))
        return offered - self.handed_out

    async def next(self) -> list[dict[str, Any]]:
        """Up to 100, as getUpdates does; waits for the first."""
        while not (n := min(BATCH, self.ready())):
            if self.handed_out >= len(self.updates):
                self.changed.clear()
                await self.changed.wait()
            else:
                await asyncio.sleep(0.001)
        batch = self.updates[self.handed_out : self.handed_out + n]
        self.handed_out += n
        now_s = perf_counter()
        for index, update in enumerate(batch, start=self.handed_out - n):
            # Offered at a rate, a tap has waited since its moment, not since it was fetched.
            due_s = (self.began_s or 0) + index / self.per_s if self.per_s else now_s
            self.given_s[update["callback_query"]["id"]] = due_s
        return batch

    def answer(self, query_id: str) -> None:
        self.answered_s.setdefault(query_id, perf_counter())


class Webhook:
    """Each connection brings one tap after the other, as Telegram's do. Read by hand: a client library costs more."""

    def __init__(self, taps: Taps, url: str, secret: str, connections: int) -> None:
        self._taps, self._at, self._secret = taps, urlsplit(url), secret
        self._waiting: asyncio.Queue[bytes] = asyncio.Queue(maxsize=connections)
        work = (self._hand_out(), *(self._bring() for _ in range(connections)))
        self._tasks = [asyncio.get_running_loop().create_task(each) for each in work]

    def stop(self) -> None:
        for task in self._tasks:
            task.cancel()

    async def _hand_out(self) -> None:
        while True:
            for update in await self._taps.next():
                await self._waiting.put(msgspec.json.encode(update))

    async def _bring(self) -> None:
        head = (
            f"POST {self._at.path} HTTP/1.1\r\nHost: {self._at.netloc}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {self._secret}\r\nContent-Length: "
        ).encode()
        reader, writer = None, None
        while True:
            body = await self._waiting.get()
            while True:
                try:
                    if reader is None or writer is None:
                        reader, writer = await asyncio.open_connection(self._at.hostname, self._at.port)
                    writer.write(b"%b%d\r\n\r\n%b" % (head, len(body), body))
                    if await self._taken(reader):
                        break
                except (OSError, asyncio.IncompleteReadError):
                    reader = writer = None
                await asyncio.sleep(0.1)

    async def _taken(self, reader: asyncio.StreamReader) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = next((line for line in head.split(b"\r\n") if line.startswith(b"content-length:")), b":0")
        body = await reader.readexactly(int(length.partition(b":")[2]))
        if not head.startswith(b"http/1.1 200"):
            return False
        if body:
            asked = msgspec.json.decode(body)
            if asked.get("method") == "answerCallbackQuery":
                self._taps.answer(asked["callback_query_id"])
        return True


class Hooked:
    """Where updates go: to a webhook, if one is set."""

    def __init__(self, taps: Taps) -> None:
        self._taps = taps
        self._webhook: Webhook | None = None

    def set(self, fields: dict[str, Any]) -> None:
        self.unset()
        connections = int(fields.get("max_connections") or 40)
        self._webhook = Webhook(self._taps, fields["url"], fields.get("secret_token") or "", connections)

    def unset(self) -> None:
        if self._webhook is not None:
            self._webhook.stop()
        self._webhook = None


def application() -> web.Application:
    taps = Taps()
    hooked = Hooked(taps)

    async def load(request: web.Request) -> web.Response:
        body = msgspec.json.decode(await request.read())
        before, woken = taps.changed, taps
        woken.begin(body["updates"], body.get("per_s"), body.get("round_trip_s") or 0.0)
        before.set()
        return web.Response(body=b"{}")

    async def result(request: web.Request) -> web.Response:
        last, last_s = -1, perf_counter()
        while len(taps.answered_s) < len(taps.updates) and perf_counter() - last_s < GRACE_S:
            if len(taps.answered_s) != last:
                last, last_s = len(taps.answered_s), perf_counter()
            await asyncio.sleep(0.01)
        ended = max(taps.answered_s.values(), default=perf_counter())
        waits = [1000 * (at - taps.given_s[key]) for key, at in taps.answered_s.items()]
        summary = {
            "seconds": ended - (taps.began_s or ended),
            "answered": len(taps.answered_s),
            "offered": len(taps.updates),
            "others": taps.others,
            "waits_ms": sorted(waits),
        }
        return web.Response(body=msgspec.json.encode(summary))

    async def method(request: web.Request) -> web.Response:
        name = request.match_info["method"]
        if taps.round_trip_s and name != "getUpdates":
            await asyncio.sleep(taps.round_trip_s)
        return web.Response(
            body=msgspec.json.encode({"ok": True, "result": await _result(name, request, taps, hooked)})
        )

    app = web.Application(client_max_size=64 * 1024**2)
    app.add_routes(
        [web.post("/load", load), web.get("/result", result), web.route("*", "/bot{token}/{method}", method)]
    )
    return app


async def _result(name: str, request: web.Request, taps: Taps, hooked: Hooked) -> Any:
    match name:
        case "setWebhook":
            hooked.set(await _fields(request))
            return True
        case "deleteWebhook":
            hooked.unset()
            return True
        case "getUpdates":
            try:
                async with asyncio.timeout(HOLD_S):
                    return await taps.next()
            except TimeoutError:
                return []
        case "answerCallbackQuery":
            taps.answer(str((await _fields(request))["callback_query_id"]))
            return True
        case "getMe":
            return {"id": 7, "is_bot": True, "first_name": "邻愿", "username": "wishwell_bot"}
        case "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        case "getChatAdministrators":
            return []
        case "sendMessage" | "editMessageText" | "sendPhoto":
            taps.others += 1
            fields = await _fields(request)
            chat = {"id": int(fields["chat_id"]), "type": "supergroup", "title": "3号楼"}
            message_id = int(fields.get("message_id") or 1000 + taps.others)
            return {"message_id": message_id, "date": 1773201600, "chat": chat, "text": "…"}
    return True


async def _fields(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(msgspec.json.decode(await request.read()))
    return dict(await request.post())


if __name__ == "__main__":
    web.run_app(application(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None, backlog=1024)
