"""Lanes: a person's updates in a chat one after the other, people side by side; nobody's trouble is another's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.dispatch import Lanes
from bot.dispatch.dispatcher import NotMetYet
from bot.domain.people import Purpose
from bot.messages import Command, Incoming, Reply, Say, line
from bot.nursery import Nursery
from bot.ports import InboxRow, UnitOfWork
from tests.dispatch.office import Office, keys_of
from tests.intake.updates import GROUP, PRIVATE, WANG, message
from tests.services.town import Town

ATTEMPTS = 3


def said(words: str, who: int = 501, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    where = {**chat, "id": who} if chat is PRIVATE else chat
    return message(f"/want {words}", chat=where, sender={**WANG, "id": who})


class Gates:
    """Stands for the dispatcher: each row waits until it is let through, then goes."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.at_once = self.most_at_once = 0
        self.open: dict[str, asyncio.Event] = {}
        self.apologies: list[int] = []

    def gate(self, words: str) -> asyncio.Event:
        return self.open.setdefault(words, asyncio.Event())

    async def handle(self, row: InboxRow) -> None:
        words = row.payload.rpartition("/want ")[2].partition('"')[0]
        self.begun.append(words)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self.gate(words).wait()
            async with self._town.store.units.writing() as uow:
                await self._town.store.inbox.done(uow, row.update_id)
        finally:
            self.at_once -= 1
        self.ended.append(words)

    async def apologise(self, row: InboxRow) -> None:
        self.apologies.append(row.update_id)


@asynccontextmanager
async def working(office: Office, dispatcher: object | None = None, *, at_once: int = 16) -> AsyncIterator[Lanes]:
    """Lanes at work; at the end they are stopped and have come to an end."""
    async with Nursery() as nursery:
        lanes = Lanes(
            inbox=office.town.store.inbox,
            dispatcher=dispatcher or office.dispatcher,
            clock=office.town.clock,
            nursery=nursery,
            attempts=ATTEMPTS,
            at_once=at_once,
            strangers_wait_s=0,
        )
        nursery.start(lanes.run(), name="lanes")
        try:
            yield lanes
            lanes.stop()
            assert await nursery.drain(10), "told to stop, they end"
        finally:
            nursery.cancel()


async def until(condition: object) -> None:
    """Let the others work until the condition holds."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0)


async def at_rest(office: Office, lanes: Lanes) -> None:
    async with asyncio.timeout(10):
        while lanes.busy or await office.town.store.inbox.waiting():
            await asyncio.sleep(0)


# ---- order ----------------------------------------------------------------------------------------------------------


async def test_one_persons_updates_are_worked_in_order_and_people_side_by_side(office: Office) -> None:
    gates = Gates(office.town)
    await office.keeps(said("w1"), said("w2"), said("c1", 503), said("w3"))
    async with working(office, gates) as lanes:
        await until(lambda: set(gates.begun) == {"w1", "c1"})
        gates.gate("c1").set()
        await until(lambda: gates.ended == ["c1"])
        assert "w2" not in gates.begun, "w1 is still under way"
        for words in ("w3", "w2", "w1"):
            gates.gate(words).set()
        await at_rest(office, lanes)
    assert [words for words in gates.begun if words != "c1"] == ["w1", "w2", "w3"]
    assert gates.ended == ["c1", "w1", "w2", "w3"]


async def test_a_person_in_two_chats_has_two_lanes(office: Office) -> None:
    gates = Gates(office.town)
    await office.keeps(said("here"), said("there", chat=GROUP))
    async with working(office, gates) as lanes:
        await until(lambda: set(gates.begun) == {"here", "there"})
        for words in ("here", "there"):
            gates.gate(words).set()
        await at_rest(office, lanes)


async def test_not_more_at_once_than_there_are_places_and_all_have_their_turn(office: Office) -> None:
    gates = Gates(office.town)
    people = [f"p{number}" for number in range(7)]
    for words in people:
        gates.gate(words).set()
    await office.keeps(*(said(words, 600 + number) for number, words in enumerate(people)))
    async with working(office, gates, at_once=2) as lanes:
        await at_rest(office, lanes)
    assert sorted(gates.ended) == people
    assert gates.most_at_once == 2


async def test_what_is_kept_while_a_lane_is_at_work_or_ending_is_seen(office: Office) -> None:
    gates = Gates(office.town)
    await office.keeps(said("w1"))
    async with working(office, gates) as lanes:
        await until(lambda: gates.begun == ["w1"])
        await office.keeps(said("w2"), said("c1", 503))
        lanes.wake()
        for words in ("w1", "w2", "w3", "c1"):
            gates.gate(words).set()
        await at_rest(office, lanes)
        await office.keeps(said("w3"))
        lanes.wake()
        await at_rest(office, lanes)
    assert [words for words in gates.ended if words != "c1"] == ["w1", "w2", "w3"]


async def test_they_are_busy_as_long_as_something_is_under_way(office: Office) -> None:
    gates = Gates(office.town)
    await office.keeps(said("w1"))
    async with working(office, gates) as lanes:
        await until(lambda: gates.begun == ["w1"])
        for _ in range(20):
            await asyncio.sleep(0)
            assert lanes.busy
        gates.gate("w1").set()
        await at_rest(office, lanes)
        assert not lanes.busy


# ---- stopping -------------------------------------------------------------------------------------------------------


async def test_told_to_stop_the_current_row_is_finished_and_no_other_begun(office: Office) -> None:
    gates = Gates(office.town)
    await office.keeps(said("w1"), said("w2"), said("c1", 503))
    async with working(office, gates, at_once=1) as lanes:
        await until(lambda: len(gates.begun) == 1)
        [current] = gates.begun
        lanes.stop()
        await office.keeps(said("e1", 601))
        lanes.wake()
        for words in ("w1", "w2", "c1", "e1"):
            gates.gate(words).set()
    assert gates.begun == gates.ended == [current]
    assert await office.town.store.inbox.waiting() == 3


async def test_at_rest_they_stop_at_once(office: Office) -> None:
    async with working(office, Gates(office.town)) as lanes:
        await at_rest(office, lanes)


async def test_the_next_life_goes_on_where_the_last_one_stopped(office: Office) -> None:
    gates = Gates(office.town)
    await office.keeps(said("w1"), said("w2"))
    async with working(office, gates) as lanes:
        await until(lambda: gates.begun == ["w1"])
        lanes.stop()
        gates.gate("w1").set()
    gates.gate("w2").set()
    async with working(office, gates) as lanes:
        await at_rest(office, lanes)
    assert gates.ended == ["w1", "w2"]


# ---- trouble --------------------------------------------------------------------------------------------------------


class Breaks:
    """A front desk's act that fails so many times for what holds these words, then answers."""

    def __init__(self, words: str, times: int) -> None:
        self._words, self._left = words, times
        self.tried = 0

    async def __call__(self, incoming: Incoming, uow: UnitOfWork) -> tuple[Say, ...]:
        if self._words in incoming.words and self._left:
            self.tried, self._left = self.tried + 1, self._left - 1
            await uow.people.set_language(incoming.actor.person.id, "en")
            raise ZeroDivisionError("三楼吵架")
        return (Reply((line("noted"),)),)


async def test_the_third_failure_is_the_last_and_is_apologised_for_once(office: Office) -> None:
    office.front.act = act = Breaks("bad", times=99)
    await office.keeps(said("bad"), said("good"), said("good", 503))
    with capture_logs() as lines:
        async with working(office) as lanes:
            await at_rest(office, lanes)
    assert act.tried == ATTEMPTS
    told = await office.said()
    assert sorted((chat, reply.lines[0].key) for chat, reply, _ in told) == [
        (501, "apology"), (501, "noted"), (503, "noted"),
    ]  # fmt: skip
    [(row, error)] = await office.town.store.inbox.failed()
    assert (row.attempts, error) == (ATTEMPTS, "ZeroDivisionError")
    async with office.town.store.units.reading() as uow:
        assert (await uow.people.get(office.town.people["wang"].id)).language is None, "nothing of it is left"
    failures = [entry for entry in lines if entry["event"] == "update_failed"]
    assert [entry["attempt"] for entry in failures] == [1, 2, 3]


@pytest.mark.parametrize("times", [1, 2])
async def test_what_works_in_the_end_is_answered_and_not_apologised_for(office: Office, times: int) -> None:
    office.front.act = act = Breaks("bad", times=times)
    await office.keeps(said("bad"), said("good"))
    with capture_logs():
        async with working(office) as lanes:
            await at_rest(office, lanes)
    assert act.tried == times
    assert keys_of(await office.said()) == ["noted", "noted"]
    assert list(await office.town.store.inbox.failed()) == []


async def test_what_failed_is_tried_again_on_request(office: Office) -> None:
    office.front.act = Breaks("bad", times=ATTEMPTS)
    await office.keeps(said("bad"))
    with capture_logs():
        async with working(office) as lanes:
            await at_rest(office, lanes)
            [(row, _)] = await office.town.store.inbox.failed()
            assert await office.town.store.inbox.retry(row.update_id)
            lanes.wake()
            await at_rest(office, lanes)
    assert keys_of(await office.said()) == ["apology", "noted"]


async def test_if_even_the_apology_fails_the_lane_goes_on(office: Office) -> None:
    """A row that nobody can read: neither handled nor apologised for, but kept as failed."""
    broken = said("bad")
    broken["message"]["date"] = "yesterday"
    await office.keeps(broken, said("good"))
    office.front.act = Breaks("bad", times=0)
    with capture_logs() as lines:
        async with working(office) as lanes:
            await at_rest(office, lanes)
    assert keys_of(await office.said()) == ["noted"]
    assert [row.update_id for row, _ in await office.town.store.inbox.failed()] == [broken["update_id"]]
    assert [entry["event"] for entry in lines].count("apology_failed") == 1


async def test_what_is_logged_of_a_failure_holds_nobodys_words(office: Office) -> None:
    office.front.act = Breaks("bad", times=99)
    await office.keeps(said("bad 老王家"))
    with capture_logs() as lines:
        async with working(office) as lanes:
            await at_rest(office, lanes)
    told = [{name: value for name, value in entry.items() if name != "exc_info"} for entry in lines]
    assert "老王家" not in str(told)
    assert all(set(entry) <= {"event", "log_level", "update_id", "attempt"} for entry in told)


# ---- a group that nobody told us of ---------------------------------------------------------------------------------

SUPERGROUP = {"id": -1_000_000_009, "type": "supergroup", "title": "3号楼邻里群"}


async def test_what_a_strange_group_says_is_handled_all_the_same_a_moment_later(office: Office) -> None:
    await office.keeps(said("w1", chat=SUPERGROUP))
    row = await office.next()
    with pytest.raises(NotMetYet):
        await office.dispatcher.handle(row)
    assert office.front.came == []
    async with working(office) as lanes:
        await at_rest(office, lanes)
    assert [each.actor.chat.telegram_id for each in office.front.came] == [SUPERGROUP["id"]]


async def test_that_it_is_an_old_one_may_be_told_meanwhile(office: Office) -> None:
    """Another connection brings what was said there before the word of the move."""
    await office.keeps(said("w1", chat=SUPERGROUP))
    with pytest.raises(NotMetYet):
        await office.dispatcher.handle(await office.next())
    await office.keeps(message(None, chat=GROUP, migrate_to_chat_id=SUPERGROUP["id"]))
    async with working(office) as lanes:
        await at_rest(office, lanes)
    (came,) = [each for each in office.front.came if isinstance(each, Command)]
    assert came.actor.chat.purpose is Purpose.BUILDING, "the house's own group, under its new number"


async def test_a_private_chat_and_a_known_group_wait_for_nothing(office: Office) -> None:
    await office.keeps(said("w1"), said("w2", chat=GROUP))
    for _ in range(2):
        await office.dispatcher.handle(await office.next())
    assert len(office.front.came) == 2
