"""The Bot API client: python-telegram-bot's `Bot` as codec, its errors sorted into those of `ports`."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    ChatMemberAdministrator,
    InputMediaPhoto,
    LinkPreviewOptions,
)
from telegram.constants import ChatAction, ChatMemberStatus, ParseMode

from bot.http_request import BotApiRequest
from bot.keyboards import keyboard, markup, reply_to
from bot.messages import Attachment, PollStood, PollToSend, Reply, Whisper
from bot.ports import BotStanding, Me, Rejected, Rendered, Retry, Sound, WebhookStanding, Whispered
from bot.refusals import SERVER_ERROR_RETRY_S, UNAUTHORIZED_RETRY_S, is_poll_over, losing_topic, sorting, succeeding_on

MAX_UPDATES = 100
WEBHOOK_CONNECTIONS = 100  #: the most that Telegram opens
POOL_SIZE = 160  #: more than delivery's sends in flight, so that nobody waits for a connection
POLL_POOL_SIZE = 2
VOICE_NAME = "voice.ogg"  #: of an upload: by its ending Telegram knows what it is (Bot API, sendVoice)
POLL_GRACE_S = 10.0  #: how much later than promised an empty getUpdates may come back

# Descriptions as the Bot API server writes them (tdlib/telegram-bot-api, Client.cpp), in lower case.
_NOT_MODIFIED = "message is not modified"
#: Gone already, or out of reach for good: older than 48 hours, or a service message.
_NOTHING_TO_DELETE = ("message to delete not found", "message can't be deleted", "message_id_invalid")
_QUERY_TOO_OLD = ("query is too old", "query_id_invalid")


class BotApi:
    """`ports.Transport` over HTTP. Use it as `async with BotApi(...) as transport:`.

    `base_url` and `file_url` end before `/bot<token>`. `timeout_s`: seconds to wait for an answer to any call but
    getUpdates. `trust_environment`: whether the environment's proxies count. `allowed_updates`: kinds of update to
    ask for; without a list Telegram would keep the previous one.
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
        # PTB writes addresses (the token is in them) and messages to its log; aiohttp is held to the same.
        for name in ("aiohttp", "telegram"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self._allowed_updates = json.dumps(list(allowed_updates))
        self._calls = BotApiRequest(
            pool_size=POOL_SIZE, answer_timeout_s=timeout_s, trust_environment=trust_environment
        )
        # Its own pool: a poll of 50 s must never keep a send waiting, nor the other way round.
        self._polls = BotApiRequest(
            pool_size=POLL_POOL_SIZE, answer_timeout_s=timeout_s, trust_environment=trust_environment
        )
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
            with sorting(harmless=True):
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
        with sorting(harmless=True):
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
        topic_id: int | None = None,
    ) -> int:
        """Send text, one photo or one voice note; returns the message id. See `ports.Transport`."""
        common: dict[str, Any] = {
            "chat_id": telegram_chat_id,
            "parse_mode": ParseMode.HTML,
            "disable_notification": True if reply.silent else None,
            "reply_parameters": reply_to(reply),
            "reply_markup": markup(message, reply),
            "message_thread_id": topic_id,
        }
        with losing_topic(topic_id, answering=reply.answers is not None), sorting():
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

    async def send_document(
        self, telegram_chat_id: int, message: Rendered, reply: Reply, *, file: Attachment, topic_id: int | None = None
    ) -> int:
        """Send a file with a caption; returns the message id. See `ports.Transport`."""
        with losing_topic(topic_id, answering=reply.answers is not None), sorting():
            sent = await self._bot.send_document(
                telegram_chat_id,
                file.file_id or file.content,
                caption=message.text or None,
                parse_mode=ParseMode.HTML,
                filename=file.name,
                disable_content_type_detection=True,
                message_thread_id=topic_id,
                disable_notification=True if reply.silent else None,
                reply_parameters=reply_to(reply),
                reply_markup=keyboard(message),
            )
        return sent.message_id

    async def send_album(
        self, telegram_chat_id: int, photos: Sequence[str | bytes], reply: Reply, *, topic_id: int | None = None
    ) -> Sequence[int]:
        """Send photos as one; the ids of its messages. See `ports.Transport`."""
        with losing_topic(topic_id, answering=reply.answers is not None), sorting():
            sent = await self._bot.send_media_group(
                telegram_chat_id,
                [InputMediaPhoto(photo) for photo in photos],
                disable_notification=True if reply.silent else None,
                message_thread_id=topic_id,
                reply_parameters=reply_to(reply),
            )
        return [message.message_id for message in sent]

    async def send_poll(
        self, telegram_chat_id: int, poll: PollToSend, reply: Reply, *, topic_id: int | None = None
    ) -> tuple[int, str]:
        """Send a native poll; see `ports.Transport`."""
        with losing_topic(topic_id, answering=False), sorting():
            sent = await self._bot.send_poll(
                telegram_chat_id,
                poll.question,
                poll.options,
                is_anonymous=poll.anonymous,
                allows_multiple_answers=poll.several,
                allows_revoting=True,
                hide_results_until_closes=True if poll.hidden else None,
                description=poll.description,
                description_parse_mode=ParseMode.HTML,
                close_date=poll.closes_at,
                protect_content=True,
                disable_notification=True if reply.silent else None,
                message_thread_id=topic_id,
            )
        if sent.poll is None:
            raise Rejected("sendPoll answered no poll")
        return sent.message_id, sent.poll.id

    async def stop_poll(self, telegram_chat_id: int, message_id: int) -> PollStood | None:
        """Close an own poll; see `ports.Transport`."""
        try:
            with sorting():
                poll = await self._bot.stop_poll(telegram_chat_id, message_id)
        except Rejected as why:
            if is_poll_over(why):
                return None
            raise
        return PollStood(tuple(option.voter_count for option in poll.options), poll.total_voter_count)

    async def edit(self, telegram_chat_id: int, message_id: int, message: Rendered, *, caption: bool) -> None:
        """Edit text (or caption) and buttons. "Not modified" is success."""
        common: dict[str, Any] = {
            "chat_id": telegram_chat_id,
            "message_id": message_id,
            "parse_mode": ParseMode.HTML,
            "reply_markup": keyboard(message),
        }
        with succeeding_on(_NOT_MODIFIED), sorting():
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
        with succeeding_on(_NOT_MODIFIED), sorting():
            await self._bot.edit_message_media(
                media, chat_id=telegram_chat_id, message_id=message_id, reply_markup=keyboard(message)
            )

    async def delete(self, telegram_chat_id: int, message_id: int) -> None:
        """Delete an own message; one that cannot be deleted any more stays."""
        with succeeding_on(*_NOTHING_TO_DELETE), sorting():
            await self._bot.delete_message(telegram_chat_id, message_id)

    async def answer(self, query_id: str, text: str | None, *, alert: bool) -> bool:
        """Answer a press; False: it came too late, which is nobody's loss."""
        try:
            with sorting():
                shown = {"text": text, "show_alert": alert} if text else {}
                answering = {"callback_query_id": query_id, **shown}
                await self._calls.tell(f"{self._bot.base_url}/answerCallbackQuery", answering)
        except Rejected as why:
            if any(words in why.reason.lower() for words in _QUERY_TOO_OLD):
                return False
            raise
        return True

    async def whisper(self, telegram_chat_id: int, message: Rendered, reply: Reply, *, to: Whisper) -> Whispered:
        """Send a text to one person in a group; see `ports.Transport`. PTB passes on what it does not know yet."""
        alone: dict[str, Any] = {"receiver_user_id": to.telegram_id}
        if to.query_id is not None:
            alone["callback_query_id"] = to.query_id
        newer: dict[str, Any] = {"ephemeral_message_parameters": alone}
        if to.written is not None:
            newer["reply_parameters"] = {"ephemeral_message_id": to.written}
        with sorting():
            sent = await self._bot.send_message(
                telegram_chat_id,
                message.text,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                disable_notification=True if reply.silent else None,
                reply_parameters=None if to.written is not None else reply_to(reply),
                reply_markup=markup(message, reply),
                api_kwargs=newer,
            )
        return Whispered(sent.message_id, sent.api_kwargs.get("ephemeral_message_id"))

    async def edit_whisper(self, telegram_chat_id: int, ephemeral_id: int, message: Rendered, *, to: Whisper) -> None:
        """Edit what one person sees; "not modified" is success."""
        which = _ephemeral(telegram_chat_id, ephemeral_id, to)
        shown = {"text": message.text, "parse_mode": ParseMode.HTML, "link_preview_options": {"is_disabled": True}}
        if (buttons := keyboard(message)) is not None:
            shown["reply_markup"] = buttons.to_dict()
        with succeeding_on(_NOT_MODIFIED), sorting(new_method=True):
            await self._bot.do_api_request("editEphemeralMessageText", api_kwargs={**which, **shown})

    async def delete_whisper(self, telegram_chat_id: int, ephemeral_id: int, *, to: Whisper) -> None:
        """Delete what one person sees; what is gone already is deleted."""
        which = _ephemeral(telegram_chat_id, ephemeral_id, to)
        with succeeding_on(*_NOTHING_TO_DELETE), sorting(new_method=True):
            await self._bot.do_api_request("deleteEphemeralMessage", api_kwargs=which)

    async def pin(self, telegram_chat_id: int, message_id: int) -> None:
        """Pin without a notification."""
        with sorting():
            await self._bot.pin_chat_message(telegram_chat_id, message_id, disable_notification=True)

    async def show_busy(self, telegram_chat_id: int, *, with_file: bool, topic_id: int | None = None) -> None:
        """Shown for up to five seconds, or until the message comes (Bot API, sendChatAction)."""
        action = ChatAction.UPLOAD_DOCUMENT if with_file else ChatAction.UPLOAD_PHOTO
        with sorting(harmless=True):
            await self._bot.send_chat_action(telegram_chat_id, action, message_thread_id=topic_id)

    async def administrators(self, telegram_chat_id: int) -> frozenset[int]:
        """Telegram ids of a group's administrators, bots left out by Telegram itself (but for this one)."""
        with sorting(harmless=True):
            members = await self._bot.get_chat_administrators(telegram_chat_id)
        return frozenset(member.user.id for member in members)

    async def set_commands(
        self,
        commands: Sequence[tuple[str, str]],
        *,
        scope: str,
        language: str | None,
        ephemeral: frozenset[str] = frozenset(),
    ) -> None:
        """Set a command menu for a scope type that names no chat; see `ports.Transport`."""
        unseen = {"is_ephemeral": True}
        listed = [BotCommand(name, told, api_kwargs=unseen if name in ephemeral else None) for name, told in commands]
        with sorting(harmless=True):
            await self._bot.set_my_commands(listed, scope=BotCommandScope(scope), language_code=language)

    async def set_description(self, text: str, *, language: str | None) -> None:
        """Set what an empty private chat shows above Start."""
        with sorting(harmless=True):
            await self._bot.set_my_description(text, language_code=language)

    async def standing(self, telegram_chat_id: int) -> BotStanding:
        """What this bot itself may do in a group."""
        with sorting(harmless=True):
            member = await self._bot.get_chat_member(telegram_chat_id, self._bot.id)
        administrator = isinstance(member, ChatMemberAdministrator)
        present = administrator or member.status == ChatMemberStatus.MEMBER or getattr(member, "is_member", False)
        may_pin = isinstance(member, ChatMemberAdministrator) and bool(member.can_pin_messages)
        may_write = bool(getattr(member, "can_send_messages", True))  # only who is restricted has it
        return BotStanding(bool(present), administrator=administrator, may_pin=may_pin, may_write=may_write)

    async def webhook_standing(self) -> WebhookStanding:
        """Where Telegram brings updates, and how that goes; no address if it waits for polls."""
        with sorting(harmless=True):
            info = await self._bot.get_webhook_info()
        return WebhookStanding(info.url, info.pending_update_count, info.last_error_date)

    async def set_webhook(self, url: str, *, secret: str) -> None:
        """Have updates brought to `url`, with `secret` in a header."""
        with sorting(harmless=True):
            await self._bot.set_webhook(
                url,
                max_connections=WEBHOOK_CONNECTIONS,
                allowed_updates=json.loads(self._allowed_updates),
                secret_token=secret,
            )

    async def delete_webhook(self) -> None:
        """Have updates wait for polls again; those that wait stay."""
        with sorting(harmless=True):
            await self._bot.delete_webhook()

    async def fetch(self, file_id: str) -> bytes:
        """The bytes behind a file_id."""
        with sorting(harmless=True):
            file = await self._bot.get_file(file_id)
            if not file.file_path:
                raise Rejected("the file cannot be downloaded")
            return bytes(await file.download_as_bytearray())


def _ephemeral(telegram_chat_id: int, ephemeral_id: int, to: Whisper) -> dict[str, Any]:
    return {
        "chat_id": telegram_chat_id,
        "receiver_user_id": to.telegram_id,
        "ephemeral_message_id": ephemeral_id,
    }
