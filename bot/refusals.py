"""What the Bot API refuses, sorted into the errors of `ports`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

from bot.ports import Ambiguous, Gone, MessageLost, Moved, Rejected, Retry, TopicLost

NO_CONNECTION_RETRY_S = 1.0
SERVER_ERROR_RETRY_S = 3.0
FLOOD_WITHOUT_TIME_RETRY_S = 5.0
CONFLICT_RETRY_S = 3.0
UNAUTHORIZED_RETRY_S = 60.0

# Descriptions as the Bot API server writes them (tdlib/telegram-bot-api, Client.cpp), in lower case.
_GONE = ("chat not found", "user not found", "group chat was deactivated", "peer_id_invalid", "user is deactivated")
_MESSAGE_LOST = (
    "message to edit not found",
    "message to be replied not found",
    "message to reply not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
)
_TOPIC_LOST = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
# Before the request was on its way: it had no effect.
_NOT_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
#: An idle connection is given up by us before the other side does it: a request on its way into a closed one may or
#: may not have arrived.
KEEP_ALIVE_S = 10.0
_JSON = {"Content-Type": "application/json"}


class Refusal(TelegramError):
    """An answer other than 2xx, before it is sorted."""

    __slots__ = ("code", "description", "parameters")

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any]) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.parameters = code, description, parameters


@dataclass(frozen=True, slots=True)
class TimeOuts:
    """Seconds. `read_s`: between two parts of the answer, which begins when the request has been written."""

    read_s: float
    connect_s: float
    pool_s: float  #: until a connection is free
    upload_s: float  #: of a whole call with a file


class WholeRequest(BaseRequest):
    """The Bot API over aiohttp, with JSON bodies; refusals are kept whole, where PTB's own classes lose codes.

    httpx, which PTB brings, looks through its whole pool at every call: 1.7 ms each, and worse the more are in flight.
    `at_once`: connections. `trust_environment`: whether HTTP(S)_PROXY counts.
    """

    def __init__(self, *, at_once: int, time_outs: TimeOuts, trust_environment: bool) -> None:
        self._at_once, self._time_outs, self._trust_environment = at_once, time_outs, trust_environment
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._time_outs.read_s

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._at_once, keepalive_timeout=KEEP_ALIVE_S)
            self._session = aiohttp.ClientSession(connector=connector, trust_env=self._trust_environment)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Raises Refusal for whatever is not 2xx, and NetworkError, its cause what aiohttp said, without an answer."""
        if self._session is None:
            raise RuntimeError("not initialized")
        has_file = request_data is not None and request_data.contains_files
        patience = self._patience(read_timeout, has_file=has_file)
        try:
            async with self._session.request(method, url, timeout=patience, **_body(request_data)) as answer:
                code, payload = answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            # By its kind alone: what aiohttp writes into its errors may be an address, and the token is part of it.
            raise NetworkError(type(error).__name__) from error
        if not 200 <= code <= 299:
            raise _refusal(code, payload)
        return code, payload

    def _patience(self, read_timeout: Any, *, has_file: bool) -> aiohttp.ClientTimeout:
        times = self._time_outs
        read_s = read_timeout if isinstance(read_timeout, int | float) else times.read_s
        if has_file:
            read_s = max(read_s, times.upload_s)
        whole_s = times.pool_s + times.connect_s + read_s
        return aiohttp.ClientTimeout(
            total=whole_s, connect=times.pool_s + times.connect_s, sock_connect=times.connect_s, sock_read=read_s
        )

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """PTB's own would write what it cannot read to the log."""
        answer = _read(payload)
        if answer is None or "result" not in answer:
            raise TelegramError("not an answer of the Bot API")
        return answer


def _body(data: RequestData | None) -> dict[str, Any]:
    """JSON; only files need a form (Bot API, "Making requests")."""
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": msgspec.json.encode(data.parameters), "headers": _JSON}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return {"data": form}


def _read(payload: bytes) -> dict[str, Any] | None:
    """The JSON object that came; None if none did: a proxy in between answers in HTML."""
    try:
        answer = msgspec.json.decode(payload)
    except (msgspec.DecodeError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


def _refusal(code: int, payload: bytes) -> Refusal:
    answer = _read(payload)
    if answer is None:
        return Refusal(code, f"HTTP {code}", {})
    parameters = answer.get("parameters")
    return Refusal(
        code, str(answer.get("description") or f"HTTP {code}"), parameters if isinstance(parameters, dict) else {}
    )


def _sorted(refusal: Refusal) -> Exception:
    """The error of `ports` that a refusal amounts to."""
    code, said, parameters = refusal.code, refusal.description, refusal.parameters
    lower = said.lower()
    if moved_to := parameters.get("migrate_to_chat_id"):
        return Moved(int(moved_to))
    if code == 429:
        return Retry(float(parameters.get("retry_after") or FLOOD_WITHOUT_TIME_RETRY_S), flood=True, reason=said)
    if code == 403 or (code == 400 and any(words in lower for words in _GONE)):
        return Gone(said)
    if code in (401, 404):  # the token is no good (any more): nothing is lost while somebody mends that
        return Retry(UNAUTHORIZED_RETRY_S, flood=False, reason=said)
    if code == 409:
        return Retry(CONFLICT_RETRY_S, flood=False, reason=said)
    if code == 504:  # a gateway gave up waiting; what stands behind it may have acted
        return Ambiguous(said)
    if code >= 500:
        return Retry(SERVER_ERROR_RETRY_S, flood=False, reason=said)
    if code == 400 and any(words in lower for words in _MESSAGE_LOST):
        return MessageLost(said)
    return Rejected(said)


@contextlib.contextmanager
def sorting(*, harmless: bool = False) -> Iterator[None]:
    """Turn what PTB raises into the errors of `ports`.

    `harmless`: the call changes nothing, so it is never ambiguous.
    """
    try:
        yield
    except Refusal as refusal:
        error = _sorted(refusal)
    except TelegramError as failure:
        # our client chains what aiohttp said; an answer of 2xx that is no JSON is a plain TelegramError
        cause = failure.__cause__
        reason = type(cause or failure).__name__
        sent = not (isinstance(failure, NetworkError) and isinstance(cause, _NOT_SENT))
        error = Ambiguous(reason) if sent else Retry(NO_CONNECTION_RETRY_S, flood=False, reason=reason)
    else:
        return
    if harmless and isinstance(error, Ambiguous):
        error = Retry(NO_CONNECTION_RETRY_S, flood=False, reason=str(error))
    raise error from None  # the chain would show the address, and the token is part of it


@contextlib.contextmanager
def succeeding_on(*descriptions: str) -> Iterator[None]:
    """Some refusals say that all is as it should be."""
    try:
        yield
    except Rejected as error:
        if not any(words in error.reason.lower() for words in descriptions):
            raise


@contextlib.contextmanager
def losing_topic(topic_id: int | None) -> Iterator[None]:
    """A closed General topic is refused in the same words as another one."""
    try:
        yield
    except Rejected as error:
        if topic_id is not None and any(words in error.reason.lower() for words in _TOPIC_LOST):
            raise TopicLost(error.reason) from None
        raise
