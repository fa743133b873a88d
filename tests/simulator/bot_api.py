"""The Bot API as a bot calls it in tests: over HTTP."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

Json = dict[str, Any]


class Refused(Exception):
    def __init__(self, status: int, body: Json) -> None:
        super().__init__(body.get("description"))
        self.status = status
        self.body = body
        self.text = str(body.get("description"))


class Api:
    """The Bot API as a bot calls it: JSON bodies, results or `Refused`."""

    def __init__(self, base_url: str, token: str, session: aiohttp.ClientSession) -> None:
        self.base_url, self.token, self.session = base_url, token, session
        self.offset = 0

    async def raw(self, method: str, **request: Any) -> tuple[int, Json]:
        async with self.session.post(f"{self.base_url}/bot{self.token}/{method}", **request) as response:
            return response.status, await response.json()

    async def __call__(self, method: str, /, **params: Any) -> Any:
        status, body = await self.raw(method, json=params)
        if not body["ok"]:
            raise Refused(status, body)
        return body["result"]

    async def upload(
        self, method: str, files: dict[str, bytes], /, *, names: dict[str, str] | None = None, **params: Any
    ) -> Any:
        """A multipart call; nested objects travel JSON-serialized. `names`: of the files, by field."""
        form = aiohttp.FormData()
        for name, value in params.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, content in files.items():
            form.add_field(name, content, filename=(names or {}).get(name, f"{name}.png"))
        status, body = await self.raw(method, data=form)
        if not body["ok"]:
            raise Refused(status, body)
        return body["result"]

    async def updates(self, **params: Any) -> list[Json]:
        """Everything pending, confirmed by the next call."""
        found: list[Json] = await self("getUpdates", offset=self.offset, **params)
        if found:
            self.offset = found[-1]["update_id"] + 1
        return found

    async def refusal(self, method: str, /, **params: Any) -> str:
        """The description of a call that must be refused."""
        try:
            result = await self(method, **params)
        except Refused as refused:
            return refused.text
        raise AssertionError(f"{method} was not refused: {result}")


#: Makes another bot of the world: `another_bot("other_bot", sees_all=True)`.
MakeBot = Callable[..., Awaitable[Api]]
