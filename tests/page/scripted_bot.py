"""A bot that does only what a test tells it to, over the Bot API like any other."""

import asyncio
from types import TracebackType
from typing import Any, Self

import aiohttp

PATIENCE_S = 10.0
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]


class ScriptedBot:
    def __init__(self, base_url: str, token: str) -> None:
        self._address = f"{base_url}/bot{token}"
        self._updates: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        self._polling = asyncio.create_task(self._poll())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._polling.cancel()
        await asyncio.gather(self._polling, return_exceptions=True)
        await self._session.close()

    async def call(self, method: str, **parameters: Any) -> Any:
        async with self._session.post(f"{self._address}/{method}", json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], f"{method}: {answer}"
        return answer["result"]

    async def says(self, chat: int, text: str, **parameters: Any) -> dict[str, Any]:
        message: dict[str, Any] = await self.call("sendMessage", chat_id=chat, text=text, **parameters)
        return message

    async def sends_file(self, chat: int, name: str, content: bytes, caption: str) -> None:
        form = aiohttp.FormData({"chat_id": str(chat), "caption": caption})
        form.add_field("document", content, filename=name)
        async with self._session.post(f"{self._address}/sendDocument", data=form) as response:
            answer = await response.json()
        assert answer["ok"], f"sendDocument: {answer}"

    async def hears(self, kind: str, chat: int | None = None) -> dict[str, Any]:
        """The content of the next update of this kind (in this chat); others before it are passed over."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                update = await self._updates.get()
                content: dict[str, Any] = update.get(kind, {})
                if content and chat in (None, content.get("chat", {}).get("id")):
                    return content

    async def is_told(self) -> dict[str, Any]:
        """The next message a person wrote or posted; service messages are passed over."""
        while True:
            message = await self.hears("message")
            if {"text", "photo", "voice"} & set(message):
                return message

    async def _poll(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=30, allowed_updates=KINDS):
                offset = update["update_id"] + 1
                self._updates.put_nowait(update)
