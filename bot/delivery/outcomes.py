"""What becomes of a parcel that did not arrive."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.delivery.carrier import Carrier
from bot.delivery.on_the_way import MayNotSend, TooSoon
from bot.delivery.pacing import Pacer
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
    TopicLost,
)

LONGEST_RETRY_S = 60.0  #: between tries while Telegram cannot be reached
UNSURE_RETRY_S, MOST_UNSURE = 5.0, 6
BUG_RETRY_S, MOST_BUGS = 10.0, 3
MAY_WRITE_RETRY = timedelta(hours=1)  #: a try in a group that does not let the bot write; Telegram may tell it sooner
WORTH_SAYING = timedelta(days=7)  #: what waits for that right for longer is not said any more

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Outcomes:
    """Carries parcels and records each end. Tries are counted in memory: a restart gives a parcel new ones."""

    carrier: Carrier
    queue: OutboxQueue
    clock: Clock
    pacer: Pacer
    _retries: Counter[int] = field(default_factory=Counter)
    _unsure: Counter[int] = field(default_factory=Counter)
    _bugs: Counter[int] = field(default_factory=Counter)

    async def carry(self, parcel: Parcel) -> None:
        """Bring the parcel there, or record why not. Raises only when the store cannot record it."""
        try:
            await self.carrier.carry(parcel)
        except TooSoon as error:
            await self.queue.again(parcel, not_before=error.moment, reason="paced")
            return
        except MayNotSend:
            await self.queue.again(parcel, not_before=self.clock.now(), reason="another-sends")
        except Retry as error:
            await self._retry(parcel, error)
            return
        except Ambiguous as error:
            await self._may_have_arrived(parcel, error)
            return
        except Gone as error:
            log.info("chat_gone", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=str(error))
            await self.queue.gone(parcel, reason=str(error) or "gone", now=self.clock.now())
        except Moved as error:
            log.info("chat_moved", parcel_id=parcel.id, chat_id=parcel.chat.id)
            await self.queue.moved(parcel, telegram_id=error.telegram_id)
            return
        except TopicLost as error:
            await self._topic_lost(parcel, error)
        except MayNotWrite as error:
            await self._may_not_write(parcel, error)
        except MessageLost as error:
            await self._lost(parcel, error)
        except Rejected as error:
            await self._fail(parcel, error.reason)
        except Exception as error:  # noqa: BLE001 - the boundary: one bad parcel must not stop the others
            await self._bug(parcel, error)
            return
        self._forget(parcel.id)

    async def _retry(self, parcel: Parcel, error: Retry) -> None:
        now = self.clock.now()
        if error.flood:
            until = now + timedelta(seconds=error.after_s)
            self.pacer.halt(parcel.chat.id, group=not parcel.chat.private, until=until, now=now)
            log.warning("flood", parcel_id=parcel.id, chat_id=parcel.chat.id, after_s=error.after_s)
        else:
            wait_s = max(error.after_s, min(error.after_s * 2 ** self._retries[parcel.id], LONGEST_RETRY_S))
            self._retries[parcel.id] += 1
            until = now + timedelta(seconds=wait_s)
            log.warning("not_sent", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=error.reason, again_in_s=wait_s)
        await self.queue.again(parcel, not_before=until, reason=error.reason)

    async def _may_have_arrived(self, parcel: Parcel, error: Ambiguous) -> None:
        self._unsure[parcel.id] += 1
        log.warning("no_answer", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=str(error))
        if self._unsure[parcel.id] >= MOST_UNSURE:
            await self._fail(parcel, f"no answer, {MOST_UNSURE} times")
            self._forget(parcel.id)
            return
        wait_s = UNSURE_RETRY_S * 2 ** (self._unsure[parcel.id] - 1)
        await self.queue.unsure(parcel, not_before=self._in(wait_s))

    async def _topic_lost(self, parcel: Parcel, error: TopicLost) -> None:
        log.info("topic_lost", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=error.reason)
        await self.queue.lost_topic(parcel, topic_id=error.topic_id, closed=error.closed, now=self.clock.now())

    async def _may_not_write(self, parcel: Parcel, error: MayNotWrite) -> None:
        if parcel.chat.private:
            await self._fail(parcel, error.reason)
            return
        now = self.clock.now()
        log.info("may_not_write", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=error.reason)
        await self.queue.may_not_write(parcel, not_before=now + MAY_WRITE_RETRY, too_old=now - WORTH_SAYING, now=now)

    async def _lost(self, parcel: Parcel, error: MessageLost) -> None:
        if parcel.slot is None or parcel.slot_message_id is None:
            await self._fail(parcel, error.reason)
            return
        log.info("message_lost", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=error.reason)
        await self.queue.lost_message(parcel)

    async def _bug(self, parcel: Parcel, error: Exception) -> None:
        self._bugs[parcel.id] += 1
        log.error(
            "parcel_failed", parcel_id=parcel.id, chat_id=parcel.chat.id, attempt=self._bugs[parcel.id], exc_info=error
        )
        if self._bugs[parcel.id] >= MOST_BUGS:
            await self._fail(parcel, type(error).__name__)
            self._forget(parcel.id)
        else:
            await self.queue.again(
                parcel, not_before=self._in(BUG_RETRY_S * self._bugs[parcel.id]), reason=type(error).__name__
            )

    async def _fail(self, parcel: Parcel, reason: str) -> None:
        log.error("parcel_refused", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=reason)
        await self.queue.failed(parcel, reason=reason, now=self.clock.now())

    def _forget(self, parcel_id: int) -> None:
        self.carrier.forget(parcel_id)
        for tries in (self._retries, self._unsure, self._bugs):
            tries.pop(parcel_id, None)

    def _in(self, seconds: float) -> datetime:
        return self.clock.now() + timedelta(seconds=seconds)
