"""One parcel on its way: composed, rendered, paced, sent or edited. What came of it is recorded by `outcomes`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import msgspec
import structlog

from bot.delivery.attachments import from_where_it_is, send_album
from bot.delivery.busy import show_busy
from bot.delivery.contracts import (
    Composer,
    DocumentComposer,
    Renderer,
    no_document,
)
from bot.delivery.media import Media
from bot.delivery.native_polls import carry_poll
from bot.delivery.on_the_way import (
    MayNotSend,
    MediumUnusable,
    Progress,
    TooSoon,
)
from bot.delivery.pacing import Pacer
from bot.delivery.packing import Pack, Part, can_become, message_to_edit, needs_photo, pack, shown_now
from bot.delivery.whispers import Whispers
from bot.domain.people import Chat
from bot.domain.topics import place_for
from bot.messages import Line, Reply
from bot.ports import (
    Ambiguous,
    Clock,
    Gone,
    MayNotWrite,
    MessageLost,
    Moved,
    OutboxQueue,
    Parcel,
    Rejected,
    Retry,
    Sound,
    TopicLost,
    Transport,
    UnitsOfWork,
    always,
)
from bot.ports.polls import NoPolls, PollPosts

FILE_MARK = "d-"  #: beginning of what is remembered of a slot that shows a file
HOLD_S = 5.0  #: a message of several parts waits that long between them; for longer it goes back to the queue

log = structlog.get_logger(__name__)

_Result = TypeVar("_Result")


@dataclass(slots=True)
class Carrier:
    """`language_of`: the language of a chat, for messages that are composed for all who read there."""

    queue: OutboxQueue
    units: UnitsOfWork
    transport: Transport
    composer: Composer
    renderer: Renderer
    media: Media
    clock: Clock
    pacer: Pacer
    language_of: Callable[[Chat], str]
    whispers: Whispers
    documents: DocumentComposer = no_document
    polls: PollPosts = NoPolls()  # noqa: RUF009 - frozen
    may_send: Callable[[], bool] = always
    held: dict[int, datetime] = field(default_factory=dict)  #: parcels that wait between two parts, and until when
    _progress: dict[int, Progress] = field(default_factory=dict)
    _adrift: set[int] = field(default_factory=set)  #: parcels whose topic takes nothing: they go to the group itself

    async def carry(self, parcel: Parcel) -> None:
        """Bring it there and record that.

        Raises:
            TooSoon, MayNotSend, and what `ports.Transport` raises; then nothing is recorded.
        """
        if parcel.gives_way:
            await self._await_turn(parcel)
        elif parcel.id not in self._progress and (moment := self._free_at(parcel)) > self.clock.now():
            await self.whispers.keep_waiting(parcel, until=moment)
            raise TooSoon(moment)  # before the work of composing it
        reply = await self._reply_of(parcel)
        if reply is None:
            await self.queue.skipped(parcel, reason="nothing-to-show", now=self.clock.now())
            return
        if reply.absent:
            await self._remove(parcel, message_to_edit(parcel, reply))
            return
        language = parcel.language if parcel.reply is not None or parcel.language else self.language_of(parcel.chat)
        if reply.document is not None:
            shown = message_to_edit(parcel, reply) if (parcel.last_text_hash or "").startswith(FILE_MARK) else None
            await self._bring_document(parcel, reply, reply.document, language, shown=shown)
            return
        if reply.poll is not None or reply.closes_poll is not None:
            await self._carry_poll(parcel, reply, language)
            return
        usable = [key for key in reply.photos if await self._can_be_sent(key, parcel)]
        voice = await self.media.usable_voice(parcel.id, reply)
        if voice is None and reply.voice is not None:
            reply = msgspec.structs.replace(reply, lines=(*reply.lines, Line("voice-missing")))
        album = parcel.gives_way
        packed = pack(reply, language=language, photos=usable, voice=voice, renderer=self.renderer, album=album)
        if reply.whisper is not None and not parcel.chat.private:
            paced = partial(self._paced, parcel, patient=True)
            if await self.whispers.carry(parcel, packed, language=language, paced=paced):
                self.forget(parcel.id)
                return
        target = message_to_edit(parcel, reply)
        progress = self._progress_of(parcel, packed)
        if target is not None and not progress.edit_lost and can_become(shown_now(parcel, reply), packed):
            await self._edit(parcel, target, packed, progress)
            return
        try:
            await self._send(parcel, packed, progress)
        except MediumUnusable:
            await self.carry(parcel)  # packed anew, without it

    async def _can_be_sent(self, key: str, parcel: Parcel) -> bool:
        if await self.media.is_to_be_drawn(key):
            await show_busy(parcel, self.transport, with_file=False)
        return await self.media.is_usable(key)

    def forget(self, parcel_id: int) -> None:
        """The parcel has arrived or never will."""
        self._progress.pop(parcel_id, None)
        self.media.voiceless.discard(parcel_id)
        self._adrift.discard(parcel_id)

    def _progress_of(self, parcel: Parcel, packed: Pack) -> Progress:
        progress = self._progress.get(parcel.id)
        if progress is None or progress.fingerprint != packed.fingerprint:
            # What a slot shows may have changed since, so that nothing sent for it before can stand.
            behind = min(parcel.parts_sent, len(packed.parts) - 1) if parcel.slot is None else 0
            progress = self._progress[parcel.id] = Progress(packed.fingerprint, sent=behind)
        return progress

    async def _reply_of(self, parcel: Parcel) -> Reply | None:
        if parcel.reply is not None:
            return parcel.reply
        if parcel.slot is None:
            raise ValueError("a parcel needs a reply or a slot")
        async with self.units.reading() as uow:
            return await self.composer(parcel.slot, chat=parcel.chat, uow=uow, now=self.clock.now())

    async def _remove(self, parcel: Parcel, target: int | None) -> None:
        """Delete the message; one that was never sent, or came in between and is not known, is nothing to delete."""
        for message_id in (*parcel.companions, *(() if target is None else (target,))):
            delete = partial(self.transport.delete, parcel.chat.telegram_id, message_id)
            await self._paced(parcel, delete, patient=bool(parcel.companions))
        await self.queue.removed(parcel, now=self.clock.now())
        self.forget(parcel.id)

    # ---- editing ----------------------------------------------------------------------------------------------

    async def _edit(self, parcel: Parcel, target: int, packed: Pack, progress: Progress) -> None:
        last = packed.last
        shown = shown_now(parcel, last.reply)
        if packed.fingerprint != shown:
            try:
                if shown is not None and needs_photo(shown, packed):
                    await self._edit_photo(parcel, target, last, progress)
                else:
                    await self._edit_words(parcel, target, last, progress)
            except MessageLost:
                if last.reply.edits is None:
                    raise
                progress.edit_lost = True
                await self._send(parcel, packed, progress)
                return
            except MediumUnusable:
                await self.carry(parcel)  # packed anew, without it
                return
        await self._arrived(parcel, target, packed.fingerprint)

    async def _edit_words(self, parcel: Parcel, target: int, last: Part, progress: Progress) -> None:
        await self._paced(
            parcel,
            lambda: self.transport.edit(parcel.chat.telegram_id, target, last.message, caption=last.medium is not None),
        )

    async def _edit_photo(self, parcel: Parcel, target: int, last: Part, progress: Progress) -> None:
        """Bring the photo into the message, from whichever source Telegram takes.

        Raises:
            MediumUnusable: Telegram takes none of its sources.
        """
        assert last.photo is not None
        async for source in self.media.sources(last.photo):
            if source in progress.refused:
                continue
            try:
                await self._paced(
                    parcel,
                    partial(self.transport.edit_photo, parcel.chat.telegram_id, target, last.message, photo=source),
                    patient=bool(progress.refused),
                )
            except (MessageLost, MayNotWrite):
                raise
            except Rejected:
                progress.refused.add(source)
                continue
            return
        self.media.unusable.add(last.photo)
        raise MediumUnusable

    # ---- sending ----------------------------------------------------------------------------------------------

    async def _send(self, parcel: Parcel, packed: Pack, progress: Progress) -> None:
        for part in packed.parts[progress.sent :]:
            if part.album:
                progress.companions += await self._send_album(parcel, part, progress)
                progress.sent += 1
                continue
            message_id = await self._send_part(parcel, part, progress)
            progress.sent += 1
            if progress.sent < len(packed.parts) and message_id is not None:
                progress.companions.append(message_id)
            progress.last_id = message_id or progress.last_id
            if progress.sent < len(packed.parts) and parcel.slot is None:
                await self.queue.partly_sent(parcel, parts=progress.sent)
        if packed.last.reply.pin:
            await self._pin(parcel, progress.last_id)
        shown = packed.fingerprint
        if packed.last.photo in self.media.unusable:
            shown = Pack((Part(packed.last.message, packed.last.reply),)).fingerprint
        await self._arrived(parcel, progress.last_id, shown, companions=progress.companions)

    async def _send_album(self, parcel: Parcel, part: Part, progress: Progress) -> Sequence[int]:
        topic_id = await self._topic_for(parcel, part.reply)
        send = partial(self.transport.send_album, parcel.chat.telegram_id, reply=part.reply, topic_id=topic_id)
        paced = partial(self._paced, parcel, messages=len(part.album))
        return await send_album(part.album, send, paced, media=self.media, progress=progress, parcel_id=parcel.id)

    async def _send_part(self, parcel: Parcel, part: Part, progress: Progress) -> int | None:
        """The message's id; None for a photo without words that nobody has any more.

        Raises:
            MediumUnusable: Telegram takes the voice note from none of its sources.
        """
        if part.medium is None:
            return await self._send_as(parcel, part, None, progress)
        async for source in self.media.sources(part.medium):
            if source in progress.refused:
                continue
            try:
                message_id = await self._send_as(parcel, part, source, progress)
            except (MessageLost, MayNotWrite, TopicLost):
                raise
            except Rejected as error:
                progress.refused.add(source)
                log.warning(
                    "file_refused",
                    parcel_id=parcel.id,
                    kind="bytes" if isinstance(source, bytes) else "file_id",
                    reason=error.reason,
                )
                continue
            self.media.stale(progress.refused)
            return message_id
        if part.photo is None:
            # Perhaps only in this chat: a subscriber may take no voice notes from a bot (VOICE_MESSAGES_FORBIDDEN).
            self.media.voiceless.add(parcel.id)
            raise MediumUnusable
        words_id = await self._send_as(parcel, part, None, progress) if part.message.text else None
        # Only now it is certain that it was the photo that Telegram would not have.
        self.media.unusable.add(part.photo)
        return words_id

    async def _bring_document(
        self, parcel: Parcel, reply: Reply, document: str, language: str, *, shown: int | None
    ) -> None:
        """Made now, from what is stored now: nothing of its content is ever kept in the outbox.

        `shown`: the message that has the file already; its caption alone changes.
        """
        if shown is not None:
            message = self.renderer.render(reply, language=language, caption=True)
            edit = partial(self.transport.edit, parcel.chat.telegram_id, shown, message, caption=True)
            await self._paced(parcel, edit)
            await self._arrived(parcel, shown, f"{FILE_MARK}{shown}")
            return
        if not parcel.gives_way:
            await show_busy(parcel, self.transport, with_file=True)
        async with self.units.reading() as uow:
            file = await self.documents(document, chat=parcel.chat, uow=uow, now=self.clock.now())
        if file is None:
            await self.queue.skipped(parcel, reason="nothing-to-show", now=self.clock.now())
            return
        message = self.renderer.render(reply, language=language, caption=True)
        topic_id = await self._topic_for(parcel, reply)
        send = partial(self.transport.send_document, parcel.chat.telegram_id, message, reply, topic_id=topic_id)
        message_id = await from_where_it_is(file, send, partial(self._paced, parcel), parcel_id=parcel.id)
        await self._arrived(parcel, message_id, f"{FILE_MARK}{message_id}")

    async def _carry_poll(self, parcel: Parcel, reply: Reply, language: str) -> None:
        paced, topic = partial(self._paced, parcel), partial(self._topic_for, parcel, reply)
        message_id = await carry_poll(
            parcel, reply, language, self.polls, self.transport, self.clock, paced=paced, topic_for=topic
        )
        if message_id is None:
            await self.queue.skipped(parcel, reason="nothing-to-show", now=self.clock.now())
        else:
            await self._arrived(parcel, message_id, f"q-{message_id}")

    async def _send_as(self, parcel: Parcel, part: Part, source: str | bytes | None, progress: Progress) -> int:
        if part.voice is not None and source is not None:
            media: dict[str, Any] = {"voice": Sound(source, await self.media.length_s(part.voice))}
        else:
            media = {"photo": source}
        reply, topic_id = part.reply, await self._topic_for(parcel, part.reply)
        if parcel.id in self._adrift:
            reply = msgspec.structs.replace(reply, answers=None)  # else it would follow that message to its topic
        try:
            return await self._paced(
                parcel,
                lambda: self.transport.send(parcel.chat.telegram_id, part.message, reply, topic_id=topic_id, **media),
                patient=bool(progress.sent or progress.refused or progress.edit_lost),
            )
        except TopicLost:
            if reply.topic is not None and topic_id is not None:
                raise  # what was chosen is looked at again
            self._adrift.add(parcel.id)
            return await self._send_as(parcel, part, source, progress)

    async def _topic_for(self, parcel: Parcel, reply: Reply) -> int | None:
        """The forum topic it goes to, read as late as can be; None: to the group itself."""
        if reply.topic is None:
            return None if parcel.id in self._adrift else reply.thread_id
        async with self.units.reading() as uow:
            return place_for(reply.topic, await uow.topics.of(parcel.chat.id), now=self.clock.now())

    async def _pin(self, parcel: Parcel, message_id: int) -> None:
        try:
            await self.transport.pin(parcel.chat.telegram_id, message_id)
        except (Retry, Ambiguous, Gone, Moved, Rejected) as error:  # the message itself has arrived
            log.info(
                "not_pinned", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=str(error) or type(error).__name__
            )

    async def _arrived(
        self, parcel: Parcel, message_id: int, fingerprint: str, *, companions: Sequence[int] | None = None
    ) -> None:
        now = self.clock.now()
        await self.queue.sent(parcel, message_id=message_id, text_hash=fingerprint, now=now, companions=companions)
        self.forget(parcel.id)

    # ---- pacing -----------------------------------------------------------------------------------------------

    async def _paced(
        self, parcel: Parcel, call: Callable[[], Awaitable[_Result]], *, patient: bool = False, messages: int = 1
    ) -> _Result:
        """Make one counted call when pacing allows it. `patient`: wait a little rather than start all over."""
        chat_id, group = parcel.chat.id, not parcel.chat.private
        patient = patient or parcel.gives_way
        while (moment := self._free_at(parcel, messages)) > self.clock.now():
            if not patient or moment - self.clock.now() > timedelta(seconds=HOLD_S):
                raise TooSoon(moment)
            await self._hold(parcel, moment)
        if not self.may_send():
            raise MayNotSend
        self.pacer.begin(chat_id, group=group, now=self.clock.now(), messages=messages, gives_way=parcel.gives_way)
        try:
            return await call()
        finally:
            self.pacer.end(chat_id, group=group, now=self.clock.now(), messages=messages)

    async def _await_turn(self, parcel: Parcel) -> None:
        """One after the other, so that there is always room for whoever talks to the bot meanwhile."""
        if (moment := self.pacer.turn(self.clock.now())) > self.clock.now():
            await self._hold(parcel, moment)

    async def _hold(self, parcel: Parcel, moment: datetime) -> None:
        self.held[parcel.id] = moment
        try:
            await self.clock.sleep_until(moment)
        finally:
            del self.held[parcel.id]

    def _free_at(self, parcel: Parcel, messages: int = 1) -> datetime:
        now, group = self.clock.now(), not parcel.chat.private
        return self.pacer.free_at(parcel.chat.id, group=group, now=now, gives_way=parcel.gives_way, messages=messages)
