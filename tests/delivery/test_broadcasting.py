"""Broadcasts fed into the outbox: a few at a time, not while paused, and none silenced by another's bug."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bot.delivery.broadcasting import (
    AFTER_A_BUG,
    AHEAD_S,
    FEWEST,
    HELD_AGAIN,
    MOST,
    MOST_PUT,
    SETTLE_AGAIN,
    SHOW_EVERY,
    Broadcasting,
)
from bot.delivery.letters import Letters
from bot.domain.broadcasts import Audience, Broadcast, BroadcastState, Channel, Content, Whom
from bot.domain.people import Body, Chat, Person, Speaker
from bot.ports.broadcasts import Recipient
from tests.delivery.fake_clock import START, FakeClock
from tests.delivery.fake_queue import FakeQueue
from tests.delivery.fake_store import ESTATE

PER_S = 30.0
AT_ONCE, LOT = round(PER_S * AHEAD_S), round(PER_S * AHEAD_S) // 3


@dataclass
class Kept:
    """One broadcast and its recipients, as `ports.Broadcasts` keeps them."""

    broadcast: Broadcast
    feed_at: datetime | None
    waiting: list[Recipient]
    put: int = 0  #: in the outbox, not arrived
    held: int = 0  #: of these, in groups that let the bot write no more
    shown_at: datetime | None = None


@dataclass
class FakeBroadcasts:
    """`ports.Broadcasts`, as far as feeding goes; `broken` ones raise when they are looked after."""

    kept: dict[int, Kept] = field(default_factory=dict)
    broken: set[int] = field(default_factory=set)

    async def due(self, now: datetime) -> int | None:
        due = [(each.feed_at, id_) for id_, each in self.kept.items() if each.feed_at and each.feed_at <= now]
        return min(due)[1] if due else None

    async def lock(self, broadcast_id: int) -> Broadcast:
        return self.kept[broadcast_id].broadcast

    async def settle(self, broadcast: Broadcast) -> tuple[int, int]:
        if broadcast.id in self.broken:
            raise ZeroDivisionError
        return self.kept[broadcast.id].put, self.kept[broadcast.id].held

    async def put(self, broadcast: Broadcast, *, limit: int) -> Sequence[Recipient]:
        kept = self.kept[broadcast.id]
        now, kept.waiting = kept.waiting[:limit], kept.waiting[limit:]
        kept.put += len(now)
        return now

    async def left(self, broadcast: Broadcast) -> int:
        return len(self.kept[broadcast.id].waiting)

    async def feed_again(self, broadcast_id: int, *, at: datetime, shown_at: datetime | None = None) -> None:
        kept = self.kept[broadcast_id]
        kept.feed_at, kept.shown_at = at, shown_at or kept.shown_at

    async def all_settled(self, broadcast: Broadcast, *, now: datetime) -> None:
        kept = self.kept[broadcast.id]
        kept.feed_at = None
        if broadcast.state is BroadcastState.SENDING:
            kept.broadcast = replace(broadcast, state=BroadcastState.DONE, ended_at=now)

    async def shown_at(self, broadcast_id: int) -> datetime | None:
        return self.kept[broadcast_id].shown_at


@dataclass
class Office:
    """`Broadcasting` in this world."""

    clock: FakeClock = field(default_factory=FakeClock)
    broadcasts: FakeBroadcasts = field(default_factory=FakeBroadcasts)
    touched: list[tuple[int, str, str]] = field(default_factory=list)  #: chat id, slot, language
    fails: int = 0  #: so many units of work cannot be begun

    def __post_init__(self) -> None:
        letters = Letters(FakeQueue(self.clock), estates={ESTATE.key: ESTATE}, default_language="zh")
        self.feeding = Broadcasting(units=self, letters=letters, clock=self.clock, per_s=PER_S)  # type: ignore[arg-type]

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[Any]:
        if self.fails:
            self.fails -= 1
            raise ConnectionError("the database is away")
        yield SimpleNamespace(broadcasts=self.broadcasts, outbox=self)

    async def touch(self, chat_id: int, slot: str, *, language: str = "") -> None:
        self.touched.append((chat_id, slot, language))

    def sends(self, recipients: int, state: BroadcastState = BroadcastState.SENDING) -> Kept:
        number = len(self.broadcasts.kept) + 1
        at = self.clock.now()
        broadcast = Broadcast(
            number, ESTATE.key, number, Content({"zh": "停水"}), Audience(Whom.ALL, (ESTATE.key,)), Channel.GROUPS,
            ask_read=False, emergency=False, state=state, by=Speaker(0, "李书记", Body.COMMITTEE), by_id=1, at=at,
            desk_chat_id=9, desk_language="", starts_at=at,
        )  # fmt: skip
        told = [Recipient(group(1000 * number + each), None) for each in range(recipients)]
        self.broadcasts.kept[number] = kept = Kept(broadcast, at, told)
        return kept

    async def feeds(self, on_the_way: int = 0) -> list[tuple[int, str, str]]:
        """What it puts into the outbox, cards of progress left out."""
        before = len(self.touched)
        await self.feeding.feed(on_the_way=on_the_way)
        return [each for each in self.touched[before:] if each[1].startswith("bc:")]

    @property
    def cards(self) -> int:
        return sum(slot.startswith("bcast:") for _, slot, _ in self.touched)


def group(number: int) -> Chat:
    return Chat(id=number, telegram_id=-number, private=False, title="3号楼")


@pytest.fixture
def office() -> Office:
    return Office()


async def test_as_many_are_put_as_there_is_room_for(office):
    kept = office.sends(100)
    assert len(await office.feeds()) == AT_ONCE
    assert kept.feed_at == office.clock.now(), "there are more: as soon as there is room"
    assert len(await office.feeds(on_the_way=AT_ONCE - LOT)) == LOT
    assert await office.feeds(on_the_way=AT_ONCE - LOT + 1) == [], "a transaction is to serve several"
    assert office.feeding.due(kept.feed_at, on_the_way=AT_ONCE - LOT + 1) is None
    assert office.feeding.due(kept.feed_at, on_the_way=AT_ONCE - LOT) == kept.feed_at
    assert office.feeding.due(None, on_the_way=0) is None


@pytest.mark.parametrize(("per_s", "at_once"), [(0.1, FEWEST), (1, FEWEST), (20, 16), (1000, MOST)])
async def test_a_slow_bot_has_less_of_it_in_its_hands(office, per_s, at_once):
    """So that a pause acts within a second or so; but there always is some."""
    office.sends(100)
    letters = Letters(FakeQueue(office.clock), estates={}, default_language="zh")
    office.feeding = Broadcasting(units=office, letters=letters, clock=office.clock, per_s=per_s)
    assert len(await office.feeds()) == at_once


async def test_people_are_told_in_their_own_language_and_groups_in_that_of_the_group(office):
    kept = office.sends(1)
    emma = Person(7, 107, "Emma", username=None, language="en", client_language="zh")
    private = Chat(id=7, telegram_id=107, private=True, title="Emma")
    kept.waiting.append(Recipient(private, emma))
    assert await office.feeds() == [(1000, "bc:1", ""), (7, "bc:1", "en")]


async def test_the_last_ones_are_awaited_then_it_is_done(office):
    kept = office.sends(3)
    await office.feeds()
    assert kept.feed_at == office.clock.now() + SETTLE_AGAIN
    kept.put = 0
    assert await office.feeds() == [], "it is not yet the moment"
    assert kept.broadcast.state is BroadcastState.SENDING
    office.clock.advance(SETTLE_AGAIN.total_seconds())
    await office.feeds()
    assert (kept.broadcast.state, kept.feed_at) == (BroadcastState.DONE, None)


async def test_while_it_is_paused_nobody_is_told_but_what_is_on_its_way_is_looked_after(office):
    kept = office.sends(50, BroadcastState.PAUSED)
    kept.put = 5
    assert await office.feeds() == []
    assert kept.feed_at == office.clock.now() + SETTLE_AGAIN
    kept.put = 0
    office.clock.advance(SETTLE_AGAIN.total_seconds())
    assert await office.feeds() == []
    assert (kept.broadcast.state, kept.feed_at, len(kept.waiting)) == (BroadcastState.PAUSED, None, 50)


async def test_groups_that_let_the_bot_write_no_more_are_looked_at_again_each_hour(office):
    kept = office.sends(2)
    await office.feeds()
    kept.held = 1
    office.clock.advance(SETTLE_AGAIN.total_seconds())
    await office.feeds()
    assert kept.feed_at == office.clock.now() + SETTLE_AGAIN, "the other one is still on its way"
    kept.put = 1
    office.clock.advance(SETTLE_AGAIN.total_seconds())
    await office.feeds()
    assert kept.feed_at == office.clock.now() + HELD_AGAIN
    assert kept.broadcast.state is BroadcastState.SENDING


async def test_held_groups_take_nobodys_place(office):
    kept = office.sends(1000)
    kept.put = kept.held = MOST_PUT + 50
    assert len(await office.feeds()) == AT_ONCE


async def test_while_telegram_takes_nothing_most_wait_where_they_are(office):
    """Else all of them would lie in the outbox, before whatever else is to be said."""
    kept = office.sends(10_000)
    for _ in range(100):
        await office.feeds()
        office.clock.advance(SETTLE_AGAIN.total_seconds())
    assert MOST_PUT <= kept.put < MOST_PUT + AT_ONCE
    assert len(kept.waiting) + kept.put == 10_000
    assert kept.feed_at is not None
    assert kept.feed_at >= office.clock.now(), "and it is not asked again and again"
    kept.put = 3
    office.clock.advance(SETTLE_AGAIN.total_seconds())
    assert len(await office.feeds()) == AT_ONCE


async def test_the_card_of_its_progress_is_drawn_every_few_seconds_and_at_the_end(office):
    kept = office.sends(1000)
    for _ in range(30):
        await office.feeds()
        office.clock.advance(1)
        kept.put = 0
    assert office.cards == pytest.approx(30 / SHOW_EVERY.total_seconds(), abs=1)
    kept.waiting.clear()
    drawn = office.cards
    await office.feeds()
    assert office.cards == drawn + 1
    assert kept.broadcast.state is BroadcastState.DONE


async def test_a_bug_in_one_broadcast_silences_neither_the_others_nor_itself_for_good(office, logged):
    broken, fine = office.sends(50), office.sends(50)
    office.broadcasts.broken.add(1)
    assert await office.feeds() == []
    assert broken.feed_at == office.clock.now() + AFTER_A_BUG
    assert {slot for _, slot, _ in await office.feeds()} == {"bc:2"}
    assert len(fine.waiting) == 50 - AT_ONCE
    assert [(line["event"], line["broadcast_id"]) for line in logged] == [("broadcast_failed", 1)]
    office.broadcasts.broken.clear()
    office.broadcasts.kept.pop(2)
    office.clock.advance(AFTER_A_BUG.total_seconds())
    assert {slot for _, slot, _ in await office.feeds()} == {"bc:1"}


async def test_while_the_database_is_away_it_is_asked_now_and_then(office):
    kept = office.sends(50)
    office.fails = 1
    assert await office.feeds() == []
    again = office.clock.now() + AFTER_A_BUG
    assert office.feeding.due(kept.feed_at, on_the_way=0) == again
    assert await office.feeds() == []
    office.clock.advance(AFTER_A_BUG.total_seconds())
    assert len(await office.feeds()) == AT_ONCE
    assert office.feeding.due(START, on_the_way=0) == START


async def test_if_the_database_goes_away_with_a_bug_it_is_asked_now_and_then_too(office):
    kept = office.sends(50)

    async def breaks(broadcast: Broadcast) -> tuple[int, int]:
        office.fails = 1  # the next unit of work
        raise ZeroDivisionError

    office.broadcasts.settle = breaks
    assert await office.feeds() == []
    assert kept.feed_at == START
    assert office.feeding.due(kept.feed_at, on_the_way=0) == START + AFTER_A_BUG
