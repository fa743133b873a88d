"""What the Bot API refuses, sorted into the errors of `ports`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from telegram.error import TelegramError

from bot.ports import Ambiguous, Gone, MayNotWrite, MessageLost, Moved, Rejected, Retry, TopicLost

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
# Words of the Bot API server, of TDLib and of Telegram's own servers for the same; with 400 or 403.
_MAY_NOT_WRITE = (
    "not enough rights to send text messages",
    "have no rights to send a message",
    "have no write access to the chat",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_send_plain_forbidden",
)
#: Closed already, as by Telegram at its time, or gone.
_POLL_OVER = (
    "poll has already been closed",
    "message with poll to stop not found",
    "message is not a poll",
    "poll can't be stopped",
)
_TOPIC_LOST = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")


class Refusal(TelegramError):
    """An answer other than 2xx, before it is sorted."""

    __slots__ = ("code", "description", "parameters")

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any]) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.parameters = code, description, parameters


class Unanswered(TelegramError):
    """No answer came. `reason`: a class's name, never a text with an address in it."""

    __slots__ = ("reason", "sent")

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sent = sent  #: whether the request may have been on its way


def refusal(code: int, payload: bytes) -> Refusal:
    """An answer other than 2xx, kept whole: PTB's own classes lose codes, and `RetryAfter` warns when it is made."""
    try:
        answer = orjson.loads(payload)
    except ValueError:  # a proxy in between answers in HTML
        answer = None
    if not isinstance(answer, dict):
        return Refusal(code, f"HTTP {code}", {})
    parameters = answer.get("parameters")
    return Refusal(
        code, str(answer.get("description") or f"HTTP {code}"), parameters if isinstance(parameters, dict) else {}
    )


def _sorted(refused: Refusal) -> Exception:
    """The error of `ports` that a refusal amounts to."""
    code, said, parameters = refused.code, refused.description, refused.parameters
    lower = said.lower()
    if moved_to := parameters.get("migrate_to_chat_id"):
        return Moved(int(moved_to))
    if code == 429:
        return Retry(float(parameters.get("retry_after") or FLOOD_WITHOUT_TIME_RETRY_S), flood=True, reason=said)
    if code in (400, 403) and any(words in lower for words in _MAY_NOT_WRITE):
        return MayNotWrite(said)
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
def sorting(*, harmless: bool = False, new_method: bool = False) -> Iterator[None]:
    """Turn what the client raises into the errors of `ports`.

    `harmless`: the call changes nothing, so it is never ambiguous. `new_method`: a 404 is an older server's, which does
    not know it.
    """
    error: Exception
    try:
        yield
    except Refusal as refused:
        error = Rejected(refused.description) if new_method and refused.code == 404 else _sorted(refused)
    except Unanswered as lost:
        error = Ambiguous(lost.reason) if lost.sent else Retry(NO_CONNECTION_RETRY_S, flood=False, reason=lost.reason)
    except TelegramError as failure:
        # An answer of 2xx that is no JSON; or a fault of ours, which PTB chains. Either may have had its effect.
        error = Ambiguous(type(failure.__cause__ or failure).__name__)
    else:
        return
    if harmless and isinstance(error, Ambiguous):
        error = Retry(NO_CONNECTION_RETRY_S, flood=False, reason=str(error))
    raise error from None  # the chain may show the address, and the token is part of it


@contextlib.contextmanager
def succeeding_on(*descriptions: str) -> Iterator[None]:
    """Some refusals say that all is as it should be."""
    try:
        yield
    except Rejected as error:
        if not any(words in error.reason.lower() for words in descriptions):
            raise


@contextlib.contextmanager
def losing_topic(topic_id: int | None, *, answering: bool) -> Iterator[None]:
    """A closed General topic is refused in the same words as another one.

    `answering`: what answers a message goes to the topic of that message, named or not.
    """
    try:
        yield
    except Rejected as error:
        if (topic_id is not None or answering) and any(words in error.reason.lower() for words in _TOPIC_LOST):
            closed = "topic_closed" in error.reason.lower()
            raise TopicLost(error.reason, topic_id=topic_id, closed=closed) from None
        raise


def is_poll_over(error: Rejected) -> bool:
    """Whether there is no poll to be closed any more."""
    return any(words in error.reason.lower() for words in _POLL_OVER)
