"""The Bot API client: python-telegram-bot's `Bot` as codec, its errors sorted into those of `ports`."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

import httpx
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    ChatMemberAdministrator,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ChatMemberStatus, ParseMode
from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.messages import Attachment, Reply
from bot.ports import Ambiguous, BotStanding, Gone, Me, MessageLost, Moved, Rejected, Rendered, Retry, Sound

MAX_UPDATES = 100
POOL_SIZE = 64  #: more than delivery's sends in flight, so that nobody waits for a connection
CONNECT_TIMEOUT_S = 5.0
UPLOAD_TIMEOUT_S = 60.0
VOICE_NAME = "voice.ogg"  #: of an upload: by its ending Telegram knows what it is (Bot API, sendVoice)
POLL_GRACE_S = 10.0  #: how much later than promised an empty getUpdates may come back

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
_NOT_MODIFIED = "message is not modified"
#: Gone already, or out of reach for good: older than 48 hours, or a service message.
_NOTHING_TO_DELETE = ("message to delete not found", "message can't be deleted", "message_id_invalid")
_QUERY_TOO_OLD = ("query is too old", "query_id_invalid")
# Before the request was on its way: it had no effect.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class Refusal(TelegramError):
    """An answer other than 2xx, before it is sorted."""

    __slots__ = ("code", "description", "parameters")

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any]) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.parameters = code, description, parameters


class _Request(HTTPXRequest):
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
def _sorting(*, harmless: bool = False) -> Iterator[None]:
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


class BotApi:
    """`ports.Transport` over HTTP. Use it as `async with BotApi(...) as transport:`.

    `base_url` and `file_url` end before `/bot<token>`. `timeout_s`: seconds to wait for an answer to any call but
    getUpdates. `trust_environment`: whether HTTP(S)_PROXY counts. `allowed_updates`: kinds of update to ask for;
    without a list Telegram would keep the previous one.
    """

    def __init__(
        self,
        token: str,
        *,
        base_url: str = "https://api.telegram.org",
        file_url: str | None = None,
        timeout_s: float = 20.0,
        trust_environment: bool = True,
        allowed_updates: Sequence[str],
    ) -> None:
        # These write addresses (the token is in them) and messages to their logs.
        for name in ("httpx", "httpcore", "telegram"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self._allowed_updates = json.dumps(list(allowed_updates))
        self._calls = _request(POOL_SIZE, timeout_s, trust_environment)
        # Its own pool: a poll of 50 s must never keep a send waiting, nor the other way round.
        self._polls = _request(2, timeout_s, trust_environment)
        base = base_url.rstrip("/")
        files = file_url.rstrip("/") if file_url else f"{base}/file"
        self._bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{files}/bot",
            request=self._calls,
            get_updates_request=self._polls,
        )

    async def __aenter__(self) -> Self:
        await self._calls.initialize()
        await self._polls.initialize()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._polls.shutdown()
        await self._calls.shutdown()

    async def me(self) -> Me:
        """Who the token belongs to.

        Raises:
            Rejected: the token is no good.
        """
        try:
            with _sorting(harmless=True):
                user = await self._bot.get_me()
        except Retry as error:
            if error.after_s == UNAUTHORIZED_RETRY_S:
                raise Rejected(error.reason) from None
            raise
        return Me(
            id=user.id,
            username=user.username or "",
            name=user.full_name,
            sees_all=bool(user.can_read_all_group_messages),
        )

    async def updates(self, *, offset: int | None, timeout_s: int) -> Sequence[Mapping[str, Any]]:
        """Long poll; the raw updates, at most 100. What PTB does not know yet is still in them."""
        fields: dict[str, int | str] = {
            "timeout": timeout_s,
            "limit": MAX_UPDATES,
            "allowed_updates": self._allowed_updates,
        }
        if offset is not None:
            fields["offset"] = offset
        with _sorting(harmless=True):
            answer = await self._polls.post(
                f"{self._bot.base_url}/getUpdates?{urlencode(fields)}", read_timeout=timeout_s + POLL_GRACE_S
            )
        if not isinstance(answer, list):
            raise Retry(SERVER_ERROR_RETRY_S, flood=False, reason="getUpdates answered no list")
        return answer

    async def send(
        self,
        telegram_chat_id: int,
        message: Rendered,
        reply: Reply,
        *,
        photo: str | bytes | None = None,
        voice: Sound | None = None,
    ) -> int:
        """Send text, one photo or one voice note; returns the message id. See `ports.Transport`."""
        common: dict[str, Any] = {
            "chat_id": telegram_chat_id,
            "parse_mode": ParseMode.HTML,
            "disable_notification": True if reply.silent else None,
            "reply_parameters": _reply_to(reply),
            "reply_markup": _markup(message, reply),
        }
        with _sorting():
            if voice is not None:
                caption = message.text or None
                sent = await self._bot.send_voice(
                    voice=voice.source, duration=voice.length_s, filename=VOICE_NAME, caption=caption, **common
                )
            elif photo is None:
                sent = await self._bot.send_message(
                    text=message.text, link_preview_options=LinkPreviewOptions(is_disabled=True), **common
                )
            else:
                sent = await self._bot.send_photo(photo=photo, caption=message.text or None, **common)
        return sent.message_id

    async def send_document(self, telegram_chat_id: int, message: Rendered, reply: Reply, *, file: Attachment) -> int:
        """Send a file with a caption; returns the message id. See `ports.Transport`."""
        with _sorting():
            sent = await self._bot.send_document(
                telegram_chat_id,
                file.content,
                caption=message.text or None,
                parse_mode=ParseMode.HTML,
                filename=file.name,
                disable_content_type_detection=True,
                disable_notification=True if reply.silent else None,
                reply_parameters=_reply_to(reply),
                reply_markup=_keyboard(message),
            )
        return sent.message_id

    async def edit(self, telegram_chat_id: int, message_id: int, message: Rendered, *, caption: bool) -> None:
        """Edit text (or caption) and buttons. "Not modified" is success."""
        common: dict[str, Any] = {
            "chat_id": telegram_chat_id,
            "message_id": message_id,
            "parse_mode": ParseMode.HTML,
            "reply_markup": _keyboard(message),
        }
        with _succeeding_on(_NOT_MODIFIED), _sorting():
            if caption:
                await self._bot.edit_message_caption(caption=message.text, **common)
            else:
                await self._bot.edit_message_text(
                    text=message.text, link_preview_options=LinkPreviewOptions(is_disabled=True), **common
                )

    async def edit_photo(
        self, telegram_chat_id: int, message_id: int, message: Rendered, *, photo: str | bytes
    ) -> None:
        """Give a message of text, or of another photo, this photo; see `ports.Transport`."""
        media = InputMediaPhoto(photo, caption=message.text, parse_mode=ParseMode.HTML)
        with _succeeding_on(_NOT_MODIFIED), _sorting():
            await self._bot.edit_message_media(
                media, chat_id=telegram_chat_id, message_id=message_id, reply_markup=_keyboard(message)
            )

    async def delete(self, telegram_chat_id: int, message_id: int) -> None:
        """Delete an own message; one that cannot be deleted any more stays."""
        with _succeeding_on(*_NOTHING_TO_DELETE), _sorting():
            await self._bot.delete_message(telegram_chat_id, message_id)

    async def answer(self, query_id: str, text: str | None, *, alert: bool) -> None:
        """Answer a press; one that came too late is nobody's loss."""
        with _succeeding_on(*_QUERY_TOO_OLD), _sorting():
            await self._bot.answer_callback_query(query_id, text=text, show_alert=alert)

    async def pin(self, telegram_chat_id: int, message_id: int) -> None:
        """Pin without a notification."""
        with _sorting():
            await self._bot.pin_chat_message(telegram_chat_id, message_id, disable_notification=True)

    async def administrators(self, telegram_chat_id: int) -> frozenset[int]:
        """Telegram ids of a group's administrators, bots left out by Telegram itself (but for this one)."""
        with _sorting(harmless=True):
            members = await self._bot.get_chat_administrators(telegram_chat_id)
        return frozenset(member.user.id for member in members)

    async def set_commands(self, commands: Sequence[tuple[str, str]], *, scope: str, language: str | None) -> None:
        """Set a command menu for a scope type that names no chat; see `ports.Transport`."""
        listed = [BotCommand(name, description) for name, description in commands]
        with _sorting(harmless=True):
            await self._bot.set_my_commands(listed, scope=BotCommandScope(scope), language_code=language)

    async def set_description(self, text: str, *, language: str | None) -> None:
        """Set what an empty private chat shows above Start."""
        with _sorting(harmless=True):
            await self._bot.set_my_description(text, language_code=language)

    async def standing(self, telegram_chat_id: int) -> BotStanding:
        """What this bot itself may do in a group."""
        with _sorting(harmless=True):
            member = await self._bot.get_chat_member(telegram_chat_id, self._bot.id)
        administrator = isinstance(member, ChatMemberAdministrator)
        present = administrator or member.status == ChatMemberStatus.MEMBER or getattr(member, "is_member", False)
        may_pin = isinstance(member, ChatMemberAdministrator) and bool(member.can_pin_messages)
        return BotStanding(present=bool(present), administrator=administrator, may_pin=may_pin)

    async def fetch(self, file_id: str) -> bytes:
        """The bytes behind a file_id."""
        with _sorting(harmless=True):
            file = await self._bot.get_file(file_id)
            if not file.file_path:
                raise Rejected("the file cannot be downloaded")
            return bytes(await file.download_as_bytearray())


@contextlib.contextmanager
def _succeeding_on(*descriptions: str) -> Iterator[None]:
    """Some refusals say that all is as it should be."""
    try:
        yield
    except Rejected as error:
        if not any(words in error.reason.lower() for words in descriptions):
            raise


def _reply_to(reply: Reply) -> ReplyParameters | None:
    if reply.answers is None:
        return None
    return ReplyParameters(message_id=reply.answers, allow_sending_without_reply=True)


def _markup(message: Rendered, reply: Reply) -> InlineKeyboardMarkup | ForceReply | None:
    """Telegram takes one of the two: a message with buttons cannot ask for an answer as well."""
    if message.buttons or not reply.ask:
        return _keyboard(message)
    return ForceReply(
        selective=True if reply.answers is not None else None,
        input_field_placeholder=message.placeholder,
    )


def _keyboard(message: Rendered) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=button.data, url=button.url) for button in row]
            for row in message.buttons
        ]
    )


def _request(pool_size: int, timeout_s: float, trust_environment: bool) -> _Request:
    return _Request(
        connection_pool_size=pool_size,
        read_timeout=timeout_s,
        write_timeout=timeout_s,
        connect_timeout=CONNECT_TIMEOUT_S,
        pool_timeout=timeout_s,
        media_write_timeout=UPLOAD_TIMEOUT_S,
        httpx_kwargs={"trust_env": trust_environment},
    )
