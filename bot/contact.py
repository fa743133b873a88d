"""Noticing whether we are in touch with Telegram, so that it can be said after we were not.

Silence alone proves nothing: where Telegram brings the updates, people may just be quiet. Away takes evidence: no
process ran, tries failed, or what came could not be kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.domain.house import House
from bot.ports import Clock, UnitsOfWork
from bot.services import away

WRITE_EVERY = timedelta(seconds=20)  #: so much of the last contact may be forgotten when the process is killed

_log = structlog.get_logger(__name__)


class LastContact:
    """Fulfils `ports.Touch`. `said` is called when something was put into the outbox."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, house: House, said: Callable[[], None]) -> None:
        self._units, self._clock, self._house, self._said = units, clock, house, said
        self._met_at: datetime | None = None
        self._written_at: datetime | None = None
        #: the last moment known to be without contact since the last one with it; before the start there was none
        self._missed_at: datetime | None = clock.now()

    @property
    def stands(self) -> bool:
        return self._missed_at is None

    @property
    def met_at(self) -> datetime | None:
        return self._met_at

    def missed(self, at: datetime | None = None) -> None:
        moment = at or self._clock.now()
        self._missed_at = moment if self._missed_at is None else max(self._missed_at, moment)

    async def met(self, *, since: datetime | None = None) -> None:
        now = self._clock.now()
        missed = self._missed_at
        if missed is None and self._written_at is not None and now - self._written_at < WRITE_EVERY:
            self._met_at = now
            return
        lost_until = max(missed, since or missed) if missed else None
        await self._write(now, lost_until)

    async def close(self) -> None:
        if self._missed_at is None:
            await self._write(self._clock.now(), None)

    async def _write(self, now: datetime, lost_until: datetime | None) -> None:
        try:
            async with self._units.writing() as uow:
                told = await away.touched(last=self._met_at, lost_until=lost_until, house=self._house, uow=uow, now=now)
        except Exception as error:  # noqa: BLE001 - the boundary: this must not hold up what people sent
            _log.warning("contact_not_kept", error=type(error).__name__)
            self.missed(now)
            return
        self._met_at = self._written_at = now
        self._missed_at = None
        if told:
            _log.info("was_away")
            self._said()
