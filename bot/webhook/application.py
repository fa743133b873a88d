"""The three addresses we answer at: Telegram's, /healthz and /metrics."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import orjson
import structlog
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.ports import PressAnswer, Ride, Rides
from bot.webhook.gathering import Gathering, NotKept, Overloaded
from bot.webhook.metrics import Metrics

BODY_MAX_BYTES = 1024 * 1024
DATABASE_ANSWERS_WITHIN_S = 2.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Counts = Callable[[], Awaitable[tuple[int, int]]]

_log = structlog.get_logger(__name__)


class TooLarge(Exception):
    """The body is longer than any update."""


class Endpoints:
    """`waiting` asks the database how much waits in the inbox and in the outbox; it may raise.

    `rides`: a place for the answer to a press in our answer to Telegram.
    """

    def __init__(
        self, *, secret: str, gathering: Gathering, metrics: Metrics, waiting: Counts, rides: Rides | None = None
    ) -> None:
        self._secret, self._gathering, self._rides = secret.encode(), gathering, rides
        self._metrics, self._waiting = metrics, waiting
        self.stopping = False

    def app(self, path: str) -> Starlette:
        return Starlette(
            routes=[
                Route("/healthz", self._health, methods=["GET"]),
                Route("/metrics", self._numbers, methods=["GET"]),
                Route(path, self._update, methods=["POST"]),
            ]
        )

    async def _update(self, request: Request) -> Response:
        began_s = asyncio.get_running_loop().time()
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret):
            self._metrics.refused.inc()
            return PlainTextResponse("forbidden", 403)
        if self._gathering.full:
            return self._overloaded()
        try:
            update = _update_in(await _body(request))
        except TooLarge:
            return PlainTextResponse("too large", 413)
        except ClientDisconnect:
            return PlainTextResponse("gone", 400)
        if update is None:
            _log.warning("webhook_body_unreadable")
            return PlainTextResponse("no update", 400)
        self._metrics.count(update)
        try:
            with self._offered_to(update) as ride:
                await self._gathering.keep(update)
        except Overloaded:
            return self._overloaded()
        except NotKept:
            return PlainTextResponse("not kept", 503)
        self._metrics.seconds.observe(asyncio.get_running_loop().time() - began_s)
        if ride is None or ride.answer is None:
            return Response(status_code=200)
        return Response(_as_method(ride.answer), media_type="application/json")

    def _offered_to(self, update: dict[str, Any]) -> AbstractContextManager[Ride | None]:
        """A counted press is answered by the time it is kept, so that its answer can go in ours to Telegram."""
        query = update.get("callback_query")
        if self._rides is None or not isinstance(query, dict) or not isinstance(query.get("id"), str):
            return nullcontext()
        return self._rides(query["id"])

    def _overloaded(self) -> Response:
        self._metrics.overloaded.inc()
        return PlainTextResponse("overloaded", 503, headers={"Retry-After": "1"})

    async def _health(self, request: Request) -> Response:
        if self.stopping:
            return PlainTextResponse("stopping", 503)
        if await self._counts() is None:
            return PlainTextResponse("the database does not answer", 503)
        return PlainTextResponse("ok")

    async def _numbers(self, request: Request) -> Response:
        return Response(self._metrics.text(await self._counts()), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _counts(self) -> tuple[int, int] | None:
        try:
            async with asyncio.timeout(DATABASE_ANSWERS_WITHIN_S):
                return await self._waiting()
        except Exception as error:  # noqa: BLE001 - whatever the driver raises is the answer
            _log.warning("database_does_not_answer", error=type(error).__name__)
            return None


async def _body(request: Request) -> bytes:
    """The whole body; what it says of its own length is not believed."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_MAX_BYTES:
            raise TooLarge
    return bytes(body)


def _update_in(body: bytes) -> dict[str, Any] | None:
    try:
        update = orjson.loads(body)
    except ValueError:
        return None
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        return None
    return update


def _as_method(answer: PressAnswer) -> bytes:
    """A call in the body of an answer (Bot API, "Making requests when getting updates"). How it fared nobody hears."""
    shown = {"text": answer.text, "show_alert": answer.alert} if answer.text else {}
    return orjson.dumps({"method": "answerCallbackQuery", "callback_query_id": answer.query_id, **shown})
