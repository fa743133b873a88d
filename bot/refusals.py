"""What the Bot API refuses, sorted into the errors of `ports`."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest

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
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class Refusal(TelegramError):
    """An answer other than 2xx, before it is sorted."""

    __slots__ = ("code", "description", "parameters")

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any]) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.parameters = code, description, parameters


class WholeRequest(HTTPXRequest):
    """httpx, with refusals kept whole: PTB's own classes lose codes, and `RetryAfter` warns when it is made."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        code, payload = await super().do_request(*args, **kwargs)
        if not 200 <= code <= 299:
            raise _refusal(code, payload)
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """PTB's own would write what it cannot read to the log."""
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or "result" not in answer:
            raise TelegramError("not an answer of the Bot API")
        return answer


def _refusal(code: int, payload: bytes) -> Refusal:
    try:
        answer = json.loads(payload)
    except ValueError:  # a proxy in between answers in HTML
        answer = None
    if not isinstance(answer, dict):
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
        # PTB chains the httpx error; an answer of 2xx that is no JSON is a plain TelegramError
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
