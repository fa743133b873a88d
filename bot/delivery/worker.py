"""The outbox worker: tells notices, claims what is due, has it carried, and sleeps until there is more."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

import structlog

from bot.delivery.broadcasting import Broadcasting
from bot.delivery.carrier import Carrier
from bot.delivery.contracts import (
    Composer,
    DocumentComposer,
    PhotoBytes,
    PictureMaker,
    Renderer,
    no_document,
    no_picture,
)
from bot.delivery.digests import Digests
from bot.delivery.fan_out import FanOut
from bot.delivery.letters import Letters
from bot.delivery.media import Media
from bot.delivery.outcomes import Outcomes
from bot.delivery.pacing import Limits, Pacer
from bot.delivery.whispers import Whispers
from bot.domain.people import Estate
from bot.ports import Clock, FileShelf, NoticeRow, Nursery, OutboxQueue, Outlook, Parcel, Transport, UnitsOfWork, always
from bot.ports.polls import NoPolls, PollPosts

AT_ONCE = 32  #: calls in flight; python-telegram-bot's client degrades above 50
NOTICES_AT_ONCE = 20
SWEEP_S = 20.0  #: looked for without being woken: leases that expired, rows of other processes
BLOCKED_S = 1.0  #: looked for again when something is due that cannot be claimed yet
NOTICE_RETRY_S = 30.0

log = structlog.get_logger(__name__)


class Delivery:
    """`wake()` after commits; `stop()` and `run()` ends once all that is on its way has arrived or come back.

    `owner`: names this process in leases, a new name for each start. `may_send`: whether this process is the one that
    sends; while it is not, it claims nothing, and calls `not_ours` when it is woken for something another has to send.
    `whispers`: `telegram.ephemeral` is auto.
    """

    def __init__(
        self,
        *,
        queue: OutboxQueue,
        units: UnitsOfWork,
        transport: Transport,
        composer: Composer,
        renderer: Renderer,
        shelf: FileShelf,
        photos: PhotoBytes,
        clock: Clock,
        nursery: Nursery,
        estates: Mapping[str, Estate],
        default_language: str,
        documents: DocumentComposer = no_document,
        pictures: PictureMaker = no_picture,
        polls: PollPosts = NoPolls(),  # noqa: B008 - frozen
        limits: Limits = Limits(),  # noqa: B008 - frozen
        lease_s: float = 60.0,
        owner: str | None = None,
        at_once: int = AT_ONCE,
        may_send: Callable[[], bool] = always,
        not_ours: Callable[[], None] | None = None,
        whispers: bool = False,
    ) -> None:
        self._queue, self._units, self._clock, self._nursery = queue, units, clock, nursery
        self._lease_s, self._at_once = lease_s, at_once
        self._owner = owner or uuid.uuid4().hex
        self._may_send, self._not_ours = may_send, not_ours
        self._pacer = Pacer(limits)
        letters = Letters(queue, estates=estates, default_language=default_language)
        self._fan_out = FanOut(queue, letters=letters, clock=clock)
        self._broadcasting = Broadcasting(units=units, letters=letters, clock=clock, per_s=limits.per_s)
        self._digests = Digests(letters=letters, units=units, clock=clock)
        self._carrier = Carrier(
            queue=queue,
            units=units,
            transport=transport,
            composer=composer,
            renderer=renderer,
            media=Media(shelf, photos, pictures),
            clock=clock,
            pacer=self._pacer,
            language_of=letters.language_of,
            documents=documents,
            polls=polls,
            may_send=may_send,
            whispers=Whispers(queue, transport, renderer, clock, allowed=whispers),
        )
        self._outcomes = Outcomes(carrier=self._carrier, queue=queue, clock=clock, pacer=self._pacer)
        self._places = asyncio.Semaphore(at_once)  # what is taken over may be more than that
        self._on_the_way: set[int] = set()
        self._giving_way: set[int] = set()  #: those of them that are one of many
        self._claimed_again: dict[int, Parcel] = {}
        self._untold: dict[int, datetime] = {}  #: notices whose telling failed, and when they are tried again
        self._woken = asyncio.Event()
        self._alarm_at: datetime | None = None
        self._seen: tuple[object, Outlook] | None = None
        self._looking = False
        self._stopping = False

    # ---- for others -------------------------------------------------------------------------------------------

    def wake(self) -> None:
        """Something was committed."""
        self._woken.set()

    def take_over(self, parcels: Iterable[Parcel]) -> None:
        """Send what was born claimed by this process, from memory, right after its commit.

        When stopping they are given back: the next start takes them up.
        """
        self._begin(parcels)

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopping = True
        self._woken.set()

    @property
    def sending(self) -> bool:
        """Whether something is on its way."""
        return bool(self._on_the_way)

    @property
    def busy(self) -> bool:
        """Looking for work or at it; what merely waits for its pace is not work."""
        now = self._clock.now()
        held = {parcel_id for parcel_id, until in self._carrier.held.items() if until > now}
        return self._looking or self._woken.is_set() or bool(self._on_the_way - held)

    async def quiet(self) -> bool:
        """Nothing on its way, nothing due now, no notice untold: for tests that wait for it all to be said."""
        if self.busy:
            return False
        due = await self.next_due()
        return not self.busy and (due is None or due > self._clock.now())

    async def next_due(self) -> datetime | None:
        """When there is something to do next; in the past if it waits for nothing but its turn."""
        key = self._seen_at()
        if self._seen is None or self._seen[0] != key:
            self._seen = key, await self._queue.outlook(but=self._untold.keys())
        return await self._due_of(self._seen[1])

    def _seen_at(self) -> tuple[object, ...]:
        """What nobody wrote to meanwhile looks the same at the same moment."""
        return self._clock.now(), self._units.writings, frozenset(self._untold)

    async def _due_of(self, outlook: Outlook) -> datetime | None:
        now = self._clock.now()
        moments = [*self._untold.values(), *self._carrier.held.values()]
        if outlook.untold:
            moments.append(now)
        if (digest := await self._digests.next_due(outlook.telling_due)) is not None:
            moments.append(digest)
        if (feed := self._broadcasting.due(outlook.broadcast_due, on_the_way=len(self._giving_way))) is not None:
            moments.append(feed)
        if (due := outlook.parcel_due) is not None:
            moments.append(max(due, self._pacer.room_at(now)) if due <= now else due)
        return min(moments, default=None)

    async def run(self) -> None:
        """Until stopped."""
        self._woken.set()
        while not self._stopping:
            await self._woken.wait()
            self._looking = True
            self._woken.clear()
            try:
                await self._look()
            finally:
                self._looking = False
        while self._on_the_way:
            self._woken.clear()
            await self._woken.wait()

    # ---- the loop ---------------------------------------------------------------------------------------------

    async def _look(self) -> None:
        if not self._may_send():
            if self._not_ours is not None:
                self._not_ours()
            return
        while not self._stopping:
            self._seen = None  # another process may have written
            due = await self.next_due()
            if due is None or due > self._clock.now():
                break
            told_all = await self._tell_notices()
            digested_all = self._stopping or await self._digests.tell_due()
            if not self._stopping:
                await self._broadcasting.feed(on_the_way=len(self._giving_way))
            taken_all = await self._take_parcels()
            if told_all and digested_all and taken_all:
                due = await self.next_due()
                break
        else:
            return
        if not self._stopping:
            self._set_alarm(due)

    async def _tell_notices(self) -> bool:
        """False if there may be more."""
        limit = NOTICES_AT_ONCE + len(self._untold)
        rows = await self._queue.notices(limit=limit)
        self._untold = {row.id: self._untold[row.id] for row in rows if row.id in self._untold}
        for row in rows:
            if self._untold.get(row.id, self._clock.now()) <= self._clock.now() and not self._stopping:
                await self._tell(row)
        return len(rows) < limit

    async def _tell(self, row: NoticeRow) -> None:
        try:
            async with self._units.writing() as uow:
                await self._fan_out.tell(row, uow)
        except Exception as error:  # the last boundary: one bad notice must not silence the others
            log.error("notice_failed", notice_id=row.id, kind=type(row.notice).__name__, exc_info=error)
            self._untold[row.id] = self._clock.now() + timedelta(seconds=NOTICE_RETRY_S)
        else:
            self._untold.pop(row.id, None)

    async def _take_parcels(self) -> bool:
        """False if there may be more and room for it."""
        room = self._room()
        if not room:
            return True
        parcels = await self._queue.claim(owner=self._owner, now=self._clock.now(), lease_s=self._lease_s, limit=room)
        self._begin(parcels)
        return len(parcels) < room

    def _room(self) -> int:
        return max(0, min(self._at_once - len(self._on_the_way), self._pacer.room(self._clock.now())))

    def _begin(self, parcels: Iterable[Parcel]) -> None:
        for parcel in parcels:
            if parcel.id in self._on_the_way:
                # Its lease ran out (the clock was moved) while we are still at it: who carries it goes on.
                self._claimed_again[parcel.id] = parcel
            else:
                self._on_the_way.add(parcel.id)
                if parcel.gives_way:
                    self._giving_way.add(parcel.id)
                self._nursery.start(self._carry(parcel), name=f"parcel-{parcel.id}")

    async def _carry(self, parcel: Parcel) -> None:
        try:
            async with self._places:
                if self._stopping or not self._may_send():
                    reason = "stopping" if self._stopping else "another-sends"
                    await self._queue.again(parcel, not_before=self._clock.now(), reason=reason)
                else:
                    await self._outcomes.carry(parcel)
            if (newer := self._claimed_again.pop(parcel.id, None)) is not None:
                # What the older claim had to say counts only if it was sent; else the row is free again.
                await self._queue.again(newer, not_before=self._clock.now(), reason="claimed-again")
        finally:
            self._on_the_way.discard(parcel.id)
            self._giving_way.discard(parcel.id)
            self._claimed_again.pop(parcel.id, None)
            self.wake()

    # ---- sleeping ---------------------------------------------------------------------------------------------

    def _set_alarm(self, due: datetime | None) -> None:
        now = self._clock.now()
        latest = now + timedelta(seconds=SWEEP_S)
        if due is not None and due <= now:
            due = now + timedelta(seconds=BLOCKED_S)
        moment = min(due or latest, latest)
        if self._alarm_at is None or moment < self._alarm_at:
            self._alarm_at = moment
            self._nursery.start(self._ring(moment), name="delivery-alarm")

    async def _ring(self, moment: datetime) -> None:
        await self._clock.sleep_until(moment)
        if self._alarm_at == moment:
            self._alarm_at = None
        self.wake()
