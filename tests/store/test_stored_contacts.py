"""The last contact with Telegram: one row for each bot."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.away import AwayLine, Contact
from bot.store import Store


async def test_the_contact_of_a_bot_is_kept_and_changed(building):
    now = building.clock.now()
    line = AwayLine(now - timedelta(hours=2), now - timedelta(hours=1), now, several=True)
    async with building.store.units.writing() as uow:
        assert await uow.contacts.lock() is None
        await uow.contacts.save(Contact(now))
        assert await uow.contacts.of_bot() == Contact(now)
        await uow.contacts.save(Contact(now, line))
    async with building.store.units.reading() as uow:
        assert await uow.contacts.of_bot() == Contact(now, line)
    other = Store(building.store.database, building.store.bot_id + 1, building.clock)
    async with other.units.reading() as uow:
        assert await uow.contacts.of_bot() is None
