"""A Telegram of residents who each file wishes in private, step by step, as fast as the bot lets them.

python -m bench.telegram_of_dialogs PORT

A step is what somebody does (a command, a sentence, a press) until the bot has said or shown something new in their
chat. `POST /load` with `{"people": n, "wishes": each}` begins; `GET /result` answers when all of them are through.
"""

from __future__ import annotations

import asyncio
import sys
from itertools import count
from time import perf_counter
from typing import Any

import msgspec
from aiohttp import web

from bench.arrangements import RESIDENTS

HOLD_S = 4.0
STUCK_S = 20.0  #: so long without anything from the bot, and the rest counts as lost
BATCH = 100
POST = "发到群里"
GROUP = {"id": -1001, "type": "supergroup", "title": "3号楼"}


class Resident:
    """Says what they want, looks at the preview, posts it; again until all wishes are filed."""

    def __init__(self, telegram: Residents, person_id: int, wishes: int) -> None:
        self._telegram, self.id, self._left = telegram, person_id, wishes
        self._chat = {"id": person_id, "type": "private", "first_name": f"邻居{person_id}"}
        self._user = {**self._chat, "is_bot": False, "language_code": "zh-hans"}
        del self._user["type"]
        self._doing = "idle"
        self._since_s = 0.0

    def begins(self) -> None:
        if self._left:
            self._left -= 1
            self._says("command", "/want")
        else:
            self._doing = "done"
            self._telegram.done += 1

    def is_shown(self, message_id: int, fields: dict[str, Any]) -> None:
        """A message of the bot, new or edited, in their chat."""
        keyboard = _keyboard(fields.get("reply_markup"))
        if self._doing == "command":
            self._stepped()
            number = next(self._telegram.numbers)
            self._says("sentence", f"{number % 24 + 1}楼走廊第{number}盏灯坏了")
        elif self._doing == "sentence" and (data := keyboard.get(POST)):
            self._stepped()
            self._presses(message_id, data)
        elif self._doing == "press" and POST not in keyboard:
            self._stepped()
            self.begins()

    def _stepped(self) -> None:
        self._telegram.steps_ms.append(1000 * (perf_counter() - self._since_s))

    def _says(self, doing: str, words: str) -> None:
        entity = [{"type": "bot_command", "offset": 0, "length": len(words)}] if doing == "command" else []
        self._do(doing, "message", {**self._message(next(self._telegram.numbers)), "text": words, "entities": entity})

    def _presses(self, message_id: int, data: str) -> None:
        button = {"inline_keyboard": [[{"text": POST, "callback_data": data}]]}
        us = {"id": 7, "is_bot": True, "first_name": "邻愿", "username": "wishwell_bot"}
        message = {**self._message(message_id), "from": us, "text": "…", "reply_markup": button}
        query = {"id": f"q{next(self._telegram.numbers)}", "from": self._user, "chat_instance": "c", "data": data}
        self._do("press", "callback_query", {**query, "message": message})

    def _message(self, message_id: int) -> dict[str, Any]:
        return {"message_id": message_id, "date": 1773201600, "chat": self._chat, "from": self._user}

    def _do(self, doing: str, kind: str, body: dict[str, Any]) -> None:
        self._doing, self._since_s = doing, perf_counter()
        self._telegram.put(kind, body)


class Residents:
    def __init__(self) -> None:
        self.numbers = count(5_000)
        self._update_ids = count(1)
        self.people: dict[int, Resident] = {}
        self.steps_ms: list[float] = []
        self.done = 0
        self._updates: list[dict[str, Any]] = []
        self._came = asyncio.Event()
        self.calls = 0
        self.heard_s = perf_counter()

    def begin(self, people: int, wishes: int) -> None:
        self.steps_ms, self.done, self.began_s, self.calls = [], 0, perf_counter(), 0
        self.people = {each: Resident(self, each, wishes) for each in RESIDENTS[:people]}
        for person in self.people.values():
            person.begins()

    def put(self, kind: str, body: dict[str, Any]) -> None:
        self._updates.append({"update_id": next(self._update_ids), kind: body})
        self._came.set()

    async def next(self) -> list[dict[str, Any]]:
        while not self._updates:
            self._came.clear()
            await self._came.wait()
        batch, self._updates = self._updates[:BATCH], self._updates[BATCH:]
        return batch

    def heard(self, chat_id: int, message_id: int, fields: dict[str, Any]) -> None:
        self.calls += 1
        self.heard_s = perf_counter()
        if (person := self.people.get(chat_id)) is not None:
            person.is_shown(message_id, fields)


def application() -> web.Application:
    residents = Residents()

    async def load(request: web.Request) -> web.Response:
        body = msgspec.json.decode(await request.read())
        residents.begin(body["people"], body["wishes"])
        return web.Response(body=b"{}")

    async def result(request: web.Request) -> web.Response:
        residents.heard_s = perf_counter()
        while residents.done < len(residents.people) and perf_counter() - residents.heard_s < STUCK_S:
            await asyncio.sleep(0.005)
        summary = {
            "seconds": perf_counter() - residents.began_s,
            "stuck": len(residents.people) - residents.done,
            "calls": residents.calls,
            "steps_ms": sorted(residents.steps_ms),
        }
        return web.Response(body=msgspec.json.encode(summary))

    async def method(request: web.Request) -> web.Response:
        answer = await _result(request.match_info["method"], request, residents)
        return web.Response(body=msgspec.json.encode({"ok": True, "result": answer}))

    app = web.Application()
    app.add_routes(
        [web.post("/load", load), web.get("/result", result), web.route("*", "/bot{token}/{method}", method)]
    )
    return app


async def _result(name: str, request: web.Request, residents: Residents) -> Any:
    match name:
        case "getUpdates":
            try:
                async with asyncio.timeout(HOLD_S):
                    return await residents.next()
            except TimeoutError:
                return []
        case "getMe":
            return {"id": 7, "is_bot": True, "first_name": "邻愿", "username": "wishwell_bot"}
        case "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        case "getChatAdministrators":
            return []
        case "sendMessage" | "editMessageText":
            fields = msgspec.json.decode(await request.read())
            chat_id = int(fields["chat_id"])
            message_id = int(fields.get("message_id") or next(residents.numbers))
            asyncio.get_running_loop().call_soon(residents.heard, chat_id, message_id, fields)
            chat = GROUP if chat_id < 0 else {"id": chat_id, "type": "private", "first_name": "邻居"}
            return {"message_id": message_id, "date": 1773201600, "chat": chat, "text": "…"}
    return True


def _keyboard(markup: Any) -> dict[str, str]:
    """Data by label."""
    if isinstance(markup, str):
        markup = msgspec.json.decode(markup)
    rows = (markup or {}).get("inline_keyboard") or []
    return {button["text"]: button["callback_data"] for row in rows for button in row if "callback_data" in button}


if __name__ == "__main__":
    web.run_app(application(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
