"""Speaking to one person inside a group, down the ladder of `domain.whispers`; and asking a server what it can do.

What a server can do is remembered by this process alone: after a restart it is asked again, and after a week if it was
too old. So nothing outlives a change of servers; the price on an old one is one neutral sentence a start.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog

from bot.delivery.contracts import Renderer
from bot.delivery.packing import Pack
from bot.domain import whispers
from bot.domain.whispers import Footing, Rung
from bot.messages import Button, Line, Reply, Whisper
from bot.ports import Ambiguous, Clock, Gone, Moved, OutboxQueue, Parcel, Rejected, Retry, Transport, Whispered
from bot.texts.fitting import plain

HELD_TO_THE_WINDOW_FOR = timedelta(hours=1)  #: then the bot may have become an administrator
PRESS_WAITS = timedelta(seconds=3)  #: the app shows so long that something is being done
_NOT_SAID = (Retry, Ambiguous, Gone, Moved, Rejected)

Paced = Callable[[Callable[[], Awaitable[Any]]], Awaitable[Any]]

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Whispers:
    """`allowed`: the setting; without it nothing is ever sent as an ephemeral message."""

    queue: OutboxQueue
    transport: Transport
    renderer: Renderer
    clock: Clock
    allowed: bool = False
    _knows: bool | None = None  #: what the server answered; None: not asked yet
    _asked_at: datetime | None = None
    _held: dict[int, datetime] = field(default_factory=dict)  #: chats where the window was insisted on, and until when
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def carry(self, parcel: Parcel, pack: Pack, *, language: str, paced: Paced) -> bool:
        """Say it to the one person and record that. False: it is to be said in the group, as anything else.

        Raises what `ports.Transport` raises where nothing was said and it has to be tried again.
        """
        reply = pack.last.reply
        whisper = reply.whisper
        assert whisper is not None
        stands = whispers.ephemeral_id(parcel.slot_message_id) if not reply.fresh else None
        if stands is None and not reply.fresh and parcel.slot_message_id is not None and not whisper.secret:
            return False  # the message to edit stands there for all to see
        footing = self._footing(parcel, pack, whisper, stands=stands is not None)
        for rung in whispers.ladder(footing, self.clock.now()):
            if await self._on(rung, parcel, pack, whisper, stands=stands, language=language, paced=paced):
                log.info("whispered", parcel_id=parcel.id, kind=rung.value)
                return True
        await self._release(whisper)
        return False

    def _footing(self, parcel: Parcel, pack: Pack, whisper: Whisper, *, stands: bool) -> Footing:
        now, last = self.clock.now(), pack.last
        if self._knows is False and self._asked_at is not None and now - self._asked_at >= whispers.ASKED_AGAIN_AFTER:
            self._knows = None
        pressable = any(button.data is not None for row in last.message.buttons for button in row)
        return Footing(
            knows=self.allowed and self._knows is not False,
            text_only=len(pack.parts) == 1 and last.medium is None and last.reply.document is None,
            stands=stands,
            since=whisper.since,
            at_any_time=self._held.get(parcel.chat.id, now) <= now,
            press_waits=whisper.holds_query,
            chars=len(plain(last.message.text)),
            asks=pressable or last.reply.ask,
            secret=whisper.secret,
            goes_on=whisper.link is not None or whisper.started,
        )

    async def _on(
        self,
        rung: Rung,
        parcel: Parcel,
        pack: Pack,
        whisper: Whisper,
        *,
        stands: int | None,
        language: str,
        paced: Paced,
    ) -> bool:
        match rung:
            case Rung.EPHEMERAL:
                return await self._alone(parcel, pack, whisper, stands=stands, language=language, paced=paced)
            case Rung.ALERT:
                return await self._alert(parcel, pack, whisper)
            case Rung.PRIVATE:
                return await self._in_private(parcel, pack, whisper, language=language, paced=paced)
        return False

    async def keep_waiting(self, parcel: Parcel, *, until: datetime) -> None:
        """It cannot be said before `until`: a press does not go on waiting with it for longer than a moment."""
        whisper = None if parcel.reply is None else parcel.reply.whisper
        if whisper is not None and until - self.clock.now() > PRESS_WAITS:
            await self._release(whisper)

    # ---- ephemeral ----

    async def _alone(
        self, parcel: Parcel, pack: Pack, whisper: Whisper, *, stands: int | None, language: str, paced: Paced
    ) -> bool:
        message, chat_id = pack.last.message, parcel.chat.telegram_id
        if stands is not None and await self._edited(parcel, pack, whisper, stands=stands, paced=paced):
            await self._said(parcel, whisper, whispers.slot_number(stands), pack.fingerprint)
            return True
        in_time = whispers.in_time(whisper.since, self.clock.now())
        if not in_time and self._held.get(parcel.chat.id, self.clock.now()) > self.clock.now():
            return False
        # An administrator may speak later all the same, but to nothing in particular.
        to = whisper if in_time else msgspec.structs.replace(whisper, written=None, query_id=None)
        try:
            if not await self._server_knows(parcel, to, language=language, paced=paced):
                return False
            sent: Whispered = await paced(lambda: self.transport.whisper(chat_id, message, pack.last.reply, to=to))
        except Rejected as why:
            log.info("whisper_refused", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=why.reason)
            if not in_time:
                self._held[parcel.chat.id] = self.clock.now() + HELD_TO_THE_WINDOW_FOR
            return False
        if sent.ephemeral_id is None:  # another server answers under this address: everybody has seen it
            self._learn(False)
        number = sent.message_id if sent.ephemeral_id is None else whispers.slot_number(sent.ephemeral_id)
        await self._said(parcel, whisper, number, pack.fingerprint)
        return True

    async def _edited(self, parcel: Parcel, pack: Pack, whisper: Whisper, *, stands: int, paced: Paced) -> bool:
        if pack.fingerprint == parcel.last_text_hash:
            return True
        if pack.last.reply.ask:
            return False
        chat_id, message = parcel.chat.telegram_id, pack.last.message
        try:
            await paced(lambda: self.transport.edit_whisper(chat_id, stands, message, to=whisper))
        except Rejected as why:
            log.info("whisper_lost", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=why.reason)
            return False
        return True

    async def _server_knows(self, parcel: Parcel, whisper: Whisper, *, language: str, paced: Paced) -> bool:
        """Ask a server for the first time, with a sentence that may be seen by everybody.

        Raises:
            Rejected: it was refused, which tells nothing.
        """
        async with self._asking:
            if self._knows is None:
                neutral = Reply((Line("whisper-probe"),), silent=True)
                message, chat_id = self.renderer.render(neutral, language=language), parcel.chat.telegram_id
                sent: Whispered = await paced(lambda: self.transport.whisper(chat_id, message, neutral, to=whisper))
                self._learn(sent.ephemeral_id is not None)
                await self._tidy(chat_id, sent, whisper)
            return bool(self._knows)

    def _learn(self, knows: bool) -> None:
        self._knows, self._asked_at = knows, self.clock.now()
        if knows:
            log.info("ephemeral_messages_known")
        else:
            log.warning("ephemeral_messages_unknown")

    async def _tidy(self, chat_id: int, sent: Whispered, whisper: Whisper) -> None:
        try:
            if sent.ephemeral_id is None:
                await self.transport.delete(chat_id, sent.message_id)
            else:
                await self.transport.delete_whisper(chat_id, sent.ephemeral_id, to=whisper)
        except _NOT_SAID as why:
            log.info("probe_left", reason=str(why) or type(why).__name__)

    # ---- further down ----

    async def _alert(self, parcel: Parcel, pack: Pack, whisper: Whisper) -> bool:
        assert whisper.query_id is not None
        try:
            taken = await self.transport.answer(whisper.query_id, plain(pack.last.message.text), alert=True)
        except _NOT_SAID as why:
            log.info("alert_not_shown", parcel_id=parcel.id, reason=type(why).__name__)
            return False
        if taken:
            await self._said(parcel, None, None, pack.fingerprint)
        return taken

    async def _in_private(self, parcel: Parcel, pack: Pack, whisper: Whisper, *, language: str, paced: Paced) -> bool:
        """A question leads into the private chat by a link; anything else is simply told there."""
        last = pack.last
        asks = last.reply.ask or any(button.data is not None for row in last.message.buttons for button in row)
        if not asks and last.reply.slot is not None and not last.reply.fresh and not last.message.buttons:
            await self.queue.skipped(parcel, reason="whisper-lost", now=self.clock.now())
            return True  # a question that was answered: it had only to lose its buttons
        if whisper.started and await self._told_there(parcel, pack, whisper, asks=asks, language=language, paced=paced):
            await self._said(parcel, whisper, None, pack.fingerprint)
            return True
        if not asks or whisper.link is None:
            return False
        here = (Line("dialog-for", {"name": whisper.name}), Line("whisper-go-on"))
        leading = Reply(here, buttons=_go_on(whisper), silent=True)
        message, chat_id = self.renderer.render(leading, language=language), parcel.chat.telegram_id
        await paced(lambda: self.transport.send(chat_id, message, leading))
        await self._said(parcel, whisper, None, pack.fingerprint)
        return True

    async def _told_there(
        self, parcel: Parcel, pack: Pack, whisper: Whisper, *, asks: bool, language: str, paced: Paced
    ) -> bool:
        reply, message = Reply(()), pack.last.message
        if asks:
            if whisper.link is None:
                return False
            reply = Reply((Line("whisper-go-on-from", {"title": parcel.chat.title}),), buttons=_go_on(whisper))
            message = self.renderer.render(reply, language=language)
        try:
            await paced(lambda: self.transport.send(whisper.telegram_id, message, reply))
        except (Gone, Rejected) as why:  # they stopped the bot meanwhile: nothing is wrong with the group
            log.info("whisper_not_private", parcel_id=parcel.id, reason=str(why) or type(why).__name__)
            return False
        return True

    async def _said(self, parcel: Parcel, whisper: Whisper | None, number: int | None, shown: str) -> None:
        await self.queue.sent(parcel, message_id=number, text_hash=shown, now=self.clock.now())
        if whisper is not None:
            await self._release(whisper)

    async def _release(self, whisper: Whisper) -> None:
        """The press they wait for with us is answered without words."""
        if not whisper.holds_query or whisper.query_id is None:
            return
        try:
            await self.transport.answer(whisper.query_id, None, alert=False)
        except _NOT_SAID as why:
            log.info("press_unanswered", reason=type(why).__name__)


def _go_on(whisper: Whisper) -> tuple[tuple[Button, ...], ...]:
    return ((Button("button-go-on", start=whisper.link),),)
