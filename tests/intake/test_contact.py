"""Noticing that Telegram was out of reach: what counts as evidence, and what is written down of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.contact import WRITE_EVERY, LastContact
from bot.domain.away import Contact
from bot.ports import Ambiguous, Rejected, Retry, WebhookStanding
from bot.store import Database, Store
from bot.webhook.lookout import LOOK_EVERY, Lookout
from tests.delivery.fake_clock import START, FakeClock
from tests.services.cast import HOUSE

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@dataclass
class Life:
    """One process after the other on the same database; `told` counts what it had to say of an absence."""

    store: Store
    clock: FakeClock
    told: int = 0
    contact: LastContact = field(init=False)

    def __post_init__(self) -> None:
        self.begins()

    def begins(self) -> None:
        """A new process; nothing is known but what the last one wrote."""
        self.contact = LastContact(units=self.store.units, clock=self.clock, house=HOUSE, said=self._said)

    def _said(self) -> None:
        self.told += 1

    def passes(self, span: timedelta) -> None:
        self.clock.advance(span.total_seconds())

    async def renames(self, table: str, to: str) -> None:
        async with self.store.database.writing() as transaction:
            await transaction.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))

    async def kept(self) -> Contact | None:
        async with self.store.units.reading() as uow:
            return await uow.contacts.of_bot()


@pytest.fixture
async def life(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Life]:
    clock = FakeClock()
    store = Store(Database.open(sqlite_url), 7, clock)
    yield Life(store, clock)
    await store.close()


async def test_the_first_start_ever_has_nothing_to_say(life: Life) -> None:
    assert not life.contact.stands
    life.passes(HOUR)
    await life.contact.met()
    assert life.contact.stands
    assert await life.kept() == Contact(START + HOUR)
    assert life.told == 0


async def test_a_process_that_was_down_says_so_once(life: Life) -> None:
    await life.contact.met()
    life.passes(HOUR)
    life.begins()
    await life.contact.met()
    assert life.told == 1
    kept = await life.kept()
    assert kept is not None
    assert kept.line is not None
    assert (kept.line.since, kept.line.until) == (START, START + HOUR)
    life.begins()
    await life.contact.met()
    assert life.told == 1


async def test_it_is_written_now_and_then_and_whole_when_it_stops(life: Life) -> None:
    await life.contact.met()
    life.passes(WRITE_EVERY - timedelta(seconds=1))
    await life.contact.met()
    assert await life.kept() == Contact(START)
    life.passes(timedelta(seconds=1))
    await life.contact.met()
    assert await life.kept() == Contact(START + WRITE_EVERY)
    life.passes(timedelta(seconds=5))
    await life.contact.close()
    assert await life.kept() == Contact(START + WRITE_EVERY + timedelta(seconds=5))


async def test_what_stops_out_of_touch_writes_nothing(life: Life) -> None:
    await life.contact.met()
    life.passes(HOUR)
    life.contact.missed()
    await life.contact.close()
    assert await life.kept() == Contact(START)


async def test_silence_is_no_absence(life: Life) -> None:
    await life.contact.met()
    life.passes(9 * HOUR)
    await life.contact.met()
    assert life.told == 0


async def test_it_lasts_as_long_as_there_is_evidence(life: Life) -> None:
    await life.contact.met()
    life.contact.missed()
    life.passes(9 * HOUR)
    await life.contact.met()  # a failure long ago says nothing of the hours since
    assert life.told == 0
    life.contact.missed()
    life.passes(3 * MINUTE)
    await life.contact.met(since=life.clock.now())  # whoever polls knows when it tried again
    assert life.told == 1


async def test_what_cannot_be_written_is_noticed_later(life: Life) -> None:
    await life.contact.met()
    await life.renames("contacts", "contacts_away")
    life.passes(HOUR)
    await life.contact.met()
    assert not life.contact.stands
    assert life.told == 0
    await life.renames("contacts_away", "contacts")
    await life.contact.met()
    assert life.contact.stands
    assert life.told == 1


# ---- by webhook: Telegram is asked ----------------------------------------------------------------------------------


@dataclass
class Asked:
    """`Webhooks.webhook_standing` alone."""

    answer: WebhookStanding | Exception = field(default_factory=lambda: WebhookStanding("https://example.org/a"))

    async def webhook_standing(self) -> WebhookStanding:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


async def watched(life: Life, answer: WebhookStanding | Exception, *, minutes: int) -> None:
    """For so long Telegram says this."""
    lookout = Lookout(telegram=Asked(answer), touch=life.contact, clock=life.clock)  # type: ignore[arg-type]
    for _ in range(minutes):
        life.passes(LOOK_EVERY)
        await lookout.look()


WELL = WebhookStanding("https://example.org/a")


async def test_a_webhook_nobody_calls_is_in_touch(life: Life) -> None:
    await life.contact.met()
    await watched(life, WELL, minutes=60)
    assert life.told == 0
    kept = await life.kept()
    assert kept is not None
    assert kept.met_at == life.clock.now()


@pytest.mark.parametrize(
    "trouble", [Retry(1, flood=False, reason="no connection"), Ambiguous("no answer"), Rejected("no")]
)
async def test_telegram_that_does_not_answer_is_out_of_reach(life: Life, trouble: Exception) -> None:
    await life.contact.met()
    await watched(life, trouble, minutes=5)
    assert not life.contact.stands
    await watched(life, WELL, minutes=1)
    assert life.told == 1


async def test_to_be_asked_to_wait_is_no_evidence(life: Life) -> None:
    await life.contact.met()
    await watched(life, Retry(30, flood=True, reason="429"), minutes=60)
    await life.contact.met()
    assert life.told == 0


async def test_updates_that_do_not_get_through_are(life: Life) -> None:
    await life.contact.met()
    for _ in range(5):
        await watched(life, WebhookStanding("https://example.org/a", 3, life.clock.now()), minutes=1)
        assert not life.contact.stands
    await life.contact.met()  # one of them came after all
    assert life.told == 1


async def test_an_old_failure_and_one_that_was_made_good_are_not(life: Life) -> None:
    await life.contact.met()
    failed_at = START - HOUR
    await watched(life, WebhookStanding("https://example.org/a", 3, failed_at), minutes=5)
    assert life.contact.stands
    await watched(life, WebhookStanding("https://example.org/a", 0, life.clock.now() + MINUTE), minutes=1)
    assert life.contact.stands
    assert life.told == 0
