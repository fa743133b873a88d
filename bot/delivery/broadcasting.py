"""Feeding broadcasts into the outbox, a few recipients at a time, and taking over what became of them.

A few, so that pausing and cancelling act at once, and what people say to the bot never waits behind ten thousand rows.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from bot.delivery.letters import Letters
from bot.domain.broadcasts import Broadcast, BroadcastState
from bot.ports import Clock, UnitOfWork, UnitsOfWork
from bot.services.broadcast_lines import slot_of
from bot.services.broadcasts import show

AHEAD_S = 0.8  #: so much of them is on the way or waits for its turn in memory: the disk may keep us waiting as long
FEWEST, MOST = 2, 24
MOST_PUT = 200  #: of one broadcast, not arrived yet: while Telegram cannot be reached, the others wait here
SETTLE_AGAIN = timedelta(seconds=1)
HELD_AGAIN = timedelta(hours=1)  #: when only groups are left that let the bot write no more
SHOW_EVERY = timedelta(seconds=5)  #: the card of its progress: Telegram counts edits, too
AFTER_A_BUG = timedelta(seconds=30)

log = structlog.get_logger(__name__)


class Broadcasting:
    """`on_the_way`: of how many parcels of broadcasts this process is in charge. `per_s`: Telegram's limit."""

    def __init__(self, *, units: UnitsOfWork, letters: Letters, clock: Clock, per_s: float) -> None:
        self._units, self._letters, self._clock = units, letters, clock
        self._at_once = min(MOST, max(FEWEST, round(per_s * AHEAD_S)))
        self._lot = max(1, self._at_once // 3)  # so many are put at once, so that a transaction serves several
        self._failed_until: datetime | None = None

    def due(self, feed_at: datetime | None, *, on_the_way: int) -> datetime | None:
        """When to feed; None: there is nothing to feed, or no room."""
        if feed_at is None or self._at_once - on_the_way < self._lot:
            return None
        return feed_at if self._failed_until is None else max(feed_at, self._failed_until)

    async def feed(self, *, on_the_way: int) -> None:
        """Once, if one is due and there is room."""
        room, now = self._at_once - on_the_way, self._clock.now()
        if room < self._lot or (self._failed_until is not None and now < self._failed_until):
            return
        self._failed_until = None
        broadcast_id = None
        try:
            async with self._units.writing() as uow:
                broadcast_id = await uow.broadcasts.due(now)
                if broadcast_id is not None:
                    await self._feed(broadcast_id, uow, limit=room)
        except Exception as error:  # the last boundary: one bad broadcast must not silence the bot
            log.error("broadcast_failed", broadcast_id=broadcast_id, exc_info=error)
            await self._put_off(broadcast_id, until=now + AFTER_A_BUG)

    async def _put_off(self, broadcast_id: int | None, *, until: datetime) -> None:
        """The others go on meanwhile, if the database does."""
        if broadcast_id is not None:
            try:
                async with self._units.writing() as uow:
                    await uow.broadcasts.feed_again(broadcast_id, at=until)
            except Exception as error:  # as above
                log.error("broadcast_failed", broadcast_id=broadcast_id, exc_info=error)
            else:
                return
        self._failed_until = until

    async def _feed(self, broadcast_id: int, uow: UnitOfWork, *, limit: int) -> None:
        now = self._clock.now()
        broadcast = await uow.broadcasts.lock(broadcast_id)
        pending, held = await uow.broadcasts.settle(broadcast)
        full = pending - held >= MOST_PUT
        if broadcast.state is BroadcastState.SENDING:
            recipients = await uow.broadcasts.put(broadcast, limit=0 if full else limit)
            for each in recipients:
                language = ""
                if each.person is not None:
                    language = self._letters.language_of(each.chat, each.person, estate_key=broadcast.estate_key)
                await uow.outbox.touch(each.chat.id, slot_of(broadcast.id), language=language)
            pending += len(recipients)
            left = await uow.broadcasts.left(broadcast)
        else:
            left = 0
        at_once = left > 0 and not full
        await self._go_on(broadcast, uow, left=left, at_once=at_once, pending=pending, held=held, now=now)

    async def _go_on(
        self, broadcast: Broadcast, uow: UnitOfWork, *, left: int, at_once: bool, pending: int, held: int, now: datetime
    ) -> None:
        if not left and not pending:
            await uow.broadcasts.all_settled(broadcast, now=now)
            await show(broadcast, uow)
            return
        shown_at = await uow.broadcasts.shown_at(broadcast.id)
        shows = shown_at is None or now - shown_at >= SHOW_EVERY or (not left and pending == held)
        if shows:
            await show(broadcast, uow)
        wait = timedelta() if at_once else HELD_AGAIN if pending == held else SETTLE_AGAIN
        await uow.broadcasts.feed_again(broadcast.id, at=now + wait, shown_at=now if shows else None)
