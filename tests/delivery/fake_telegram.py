"""Telegram, as far as it answers, and what is known of its files."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.people import Chat
from bot.messages import Attachment, PollStood, PollToSend, Reply, Whisper
from bot.ports import (
    Me,
    MessageLost,
    Rejected,
    Rendered,
    Sound,
    StoredFile,
    Whispered,
)
from tests.delivery.fake_clock import FakeClock


class FakeShelf:
    """`ports.FileShelf`."""

    def __init__(self) -> None:
        self.files: dict[str, StoredFile] = {}
        self.next_tries: dict[str, datetime] = {}
        self.thrown_away: list[str] = []

    def put(
        self, key: str, *, file_id: str | None = None, sha256: str | None = None, length_s: int | None = None
    ) -> None:
        self.files[key] = StoredFile(key, file_id, sha256, None, length_s)

    async def get(self, key: str) -> StoredFile | None:
        return self.files.get(key)

    async def wanted(self, *, now: datetime, limit: int) -> Sequence[StoredFile]:
        missing = [file for file in self.files.values() if file.sha256 is None]
        return [file for file in missing if self.next_tries.get(file.key, now) <= now][:limit]

    async def fetched(self, key: str, *, sha256: str, size_bytes: int) -> None:
        self.files[key] = replace(self.files[key], sha256=sha256, size_bytes=size_bytes)

    async def fetch_failed(self, key: str, *, next_try: datetime) -> None:
        self.next_tries[key] = next_try

    async def set_file_id(self, key: str, file_id: str) -> None:
        self.files[key] = replace(self.files[key], file_id=file_id)

    async def has_work(self, *, now: datetime) -> bool:
        return bool(await self.wanted(now=now, limit=1) or await self.discarded(limit=1))

    async def discarded(self, *, limit: int) -> Sequence[str]:
        return self.thrown_away[:limit]

    async def is_used(self, sha256: str) -> bool:
        return any(file.sha256 == sha256 for file in self.files.values())

    async def is_off_the_disk(self, sha256: str) -> None:
        self.thrown_away.remove(sha256)


@dataclass
class Shown:
    """A message as the chat shows it."""

    chat: int
    id: int
    message: Rendered
    reply: Reply
    photo: str | bytes | None
    at: datetime
    edits: int = 0
    voice: Sound | None = None


class FakeTransport:
    """Telegram, as far as it answers. `fails` are raised by the next calls; `drops` after the act."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._ids = itertools.count(100)
        self.topics: list[int | None] = []
        self.shown: list[Shown] = []
        self.pinned: list[int] = []
        self.calls: list[tuple[str, int, datetime]] = []
        self.fails: list[Exception | None] = []  #: None lets one call pass
        self.drops: list[Exception] = []
        self.pin_fails: Exception | None = None
        self.busy: list[tuple[int, str]] = []  #: chats that were shown that something is being made, and what
        self.busy_fails: Exception | None = None
        self.wrong_file_ids: set[str] = set()
        self.wrong_bytes = False
        self.no_voices_in: set[int] = set()
        self.gate: asyncio.Event | None = None  #: calls wait for it
        self.at_once = self.most_at_once = 0
        self.contents: dict[str, bytes | Exception] = {}
        self.knows_whispers = True
        self.insists_on_window = False  #: the bot is no administrator
        self.queries_too_old = False
        self.stood: PollStood | None = PollStood((1, 0), 1)  #: how polls end; None: they were closed already
        self.whispered: dict[int, str] = {}  #: what stands, by ephemeral id
        self.answered: list[tuple[str, str | None]] = []

    async def _act(self, name: str, chat: int) -> None:
        self.calls.append((name, chat, self._clock.now()))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0)  # a call always takes a while
            if self.gate is not None:
                await self.gate.wait()
            if self.fails and (error := self.fails.pop(0)) is not None:
                raise error
        finally:
            self.at_once -= 1

    async def me(self) -> Me:
        return Me(1, "wishwell_bot", "邻愿", sees_all=False)

    async def updates(self, *, offset: int | None, timeout_s: int) -> Sequence[Mapping[str, Any]]:
        return []

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
        self.topics.append(topic_id)
        await self._act("voice" if voice else "photo" if photo else "text", telegram_chat_id)
        source = voice.source if voice else photo
        if source in self.wrong_file_ids or (self.wrong_bytes and isinstance(source, bytes)):
            raise Rejected("Bad Request: wrong file identifier/HTTP URL specified")
        if voice is not None and telegram_chat_id in self.no_voices_in:
            raise Rejected("Bad Request: VOICE_MESSAGES_FORBIDDEN")
        shown = Shown(telegram_chat_id, next(self._ids), message, reply, photo, self._clock.now(), voice=voice)
        self.shown.append(shown)
        if self.drops:
            raise self.drops.pop(0)
        return shown.id

    async def send_document(
        self, telegram_chat_id: int, message: Rendered, reply: Reply, *, file: Attachment, topic_id: int | None = None
    ) -> int:
        await self._act("document", telegram_chat_id)
        shown = Shown(
            telegram_chat_id, next(self._ids), message, reply, file.file_id or file.content, self._clock.now()
        )
        self.shown.append(shown)
        if self.drops:
            raise self.drops.pop(0)
        return shown.id

    async def send_album(
        self, telegram_chat_id: int, photos: Sequence[str | bytes], reply: Reply, *, topic_id: int | None = None
    ) -> Sequence[int]:
        await self._act("album", telegram_chat_id)
        if any(photo in self.wrong_file_ids or (self.wrong_bytes and isinstance(photo, bytes)) for photo in photos):
            raise Rejected("Bad Request: wrong file identifier/HTTP URL specified")
        now = self._clock.now()
        shown = [Shown(telegram_chat_id, next(self._ids), Rendered(""), reply, photo, now) for photo in photos]
        self.shown += shown
        if self.drops:
            raise self.drops.pop(0)
        return [each.id for each in shown]

    async def send_poll(
        self, telegram_chat_id: int, poll: PollToSend, reply: Reply, *, topic_id: int | None = None
    ) -> tuple[int, str]:
        await self._act("poll", telegram_chat_id)
        self.topics.append(topic_id)
        shown = Shown(telegram_chat_id, next(self._ids), Rendered(poll.question), reply, None, self._clock.now())
        self.shown.append(shown)
        if self.drops:
            raise self.drops.pop(0)
        return shown.id, f"poll-{shown.id}"

    async def stop_poll(self, telegram_chat_id: int, message_id: int) -> PollStood | None:
        await self._act("stop", telegram_chat_id)
        return self.stood

    async def edit(self, telegram_chat_id: int, message_id: int, message: Rendered, *, caption: bool) -> None:
        await self._act("edit", telegram_chat_id)
        shown = next((each for each in self.shown if each.id == message_id), None)
        if shown is None or shown.reply.ask or caption != (shown.photo is not None or shown.voice is not None):
            raise MessageLost("Bad Request: message to edit not found")
        shown.message, shown.edits = message, shown.edits + 1
        if self.drops:
            raise self.drops.pop(0)

    async def edit_photo(
        self, telegram_chat_id: int, message_id: int, message: Rendered, *, photo: str | bytes
    ) -> None:
        await self._act("edit-photo", telegram_chat_id)
        if photo in self.wrong_file_ids or (self.wrong_bytes and isinstance(photo, bytes)):
            raise Rejected("Bad Request: wrong file identifier/HTTP URL specified")
        shown = next((each for each in self.shown if each.id == message_id), None)
        if shown is None or shown.reply.ask or shown.voice is not None:
            raise MessageLost("Bad Request: message to edit not found")
        shown.message, shown.photo, shown.edits = message, photo, shown.edits + 1

    async def answer(self, query_id: str, text: str | None, *, alert: bool) -> bool:
        self.answered.append((query_id, text))
        return not self.queries_too_old

    async def whisper(self, telegram_chat_id: int, message: Rendered, reply: Reply, *, to: Whisper) -> Whispered:
        await self._act("whisper", telegram_chat_id)
        if not self.knows_whispers:
            return Whispered(await self.send(telegram_chat_id, message, reply), None)
        if self.insists_on_window and to.since is None:
            raise Rejected("Bad Request: EPHEMERAL_WINDOW_EXPIRED")
        number = next(self._ids)
        self.whispered[number] = message.text
        if self.drops:
            raise self.drops.pop(0)
        return Whispered(0, number)

    async def edit_whisper(self, telegram_chat_id: int, ephemeral_id: int, message: Rendered, *, to: Whisper) -> None:
        await self._act("edit-whisper", telegram_chat_id)
        if ephemeral_id not in self.whispered:
            raise MessageLost("Bad Request: message to edit not found")
        self.whispered[ephemeral_id] = message.text

    async def delete_whisper(self, telegram_chat_id: int, ephemeral_id: int, *, to: Whisper) -> None:
        await self._act("delete-whisper", telegram_chat_id)
        del self.whispered[ephemeral_id]

    async def pin(self, telegram_chat_id: int, message_id: int) -> None:
        if self.pin_fails is not None:
            raise self.pin_fails
        self.pinned.append(message_id)

    async def show_busy(self, telegram_chat_id: int, *, with_file: bool, topic_id: int | None = None) -> None:
        self.busy.append((telegram_chat_id, "file" if with_file else "photo"))
        if self.busy_fails is not None:
            raise self.busy_fails

    async def administrators(self, telegram_chat_id: int) -> frozenset[int]:
        return frozenset()

    async def fetch(self, file_id: str) -> bytes:
        content = self.contents[file_id]
        if isinstance(content, Exception):
            raise content
        return content

    async def delete(self, telegram_chat_id: int, message_id: int) -> None:
        await self._act("delete", telegram_chat_id)
        self.vanishes(message_id)
        if self.drops:
            raise self.drops.pop(0)

    def vanishes(self, message_id: int) -> None:
        """An administrator deletes it, or the bot."""
        self.shown = [each for each in self.shown if each.id != message_id]

    def texts(self, chat: Chat) -> list[str]:
        return [each.message.text for each in self.shown if each.chat == chat.telegram_id]
