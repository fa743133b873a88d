"""People: one row for each Telegram id and bot."""

from __future__ import annotations

import pytest

from bot.store import Database, NotStored, Store


async def test_a_person_is_made_once_and_refreshed(store):
    async with store.units.writing() as uow:
        first = await uow.people.seen(telegram_id=2**40, name="Wang", username=None, client_language=None)
        again = await uow.people.seen(telegram_id=2**40, name="王", username="wang3", client_language="zh")
    assert (again.id, again.name, again.username, again.client_language) == (first.id, "王", "wang3", "zh")
    assert (first.started, first.may_be_mentioned, first.language, first.home_chat_id) == (False, False, None, None)
    async with store.units.reading() as uow:
        assert await uow.people.get(first.id) == again


async def test_refreshing_keeps_what_the_person_chose(building, store):
    async with store.units.writing() as uow:
        await uow.people.set_language(building.wang.id, "en")
        await uow.people.set_started(building.wang.id, True)
        await uow.people.set_may_be_mentioned(building.wang.id, True)
        await uow.people.set_home(building.wang.id, building.chat.id)
        wang = await uow.people.seen(telegram_id=11, name="老王", username=None, client_language="zh")
    assert (wang.language, wang.started, wang.may_be_mentioned, wang.home_chat_id) == (
        "en",
        True,
        True,
        building.chat.id,
    )
    async with store.units.writing() as uow:
        await uow.people.set_language(building.wang.id, None)
    async with store.units.reading() as uow:
        assert (await uow.people.get(building.wang.id)).language is None


async def test_another_bot_knows_other_people(building, store, database_url, clock):
    other = Store(Database.open(database_url), 77, clock)
    async with other.units.writing() as uow:
        stranger = await uow.people.seen(telegram_id=11, name="王", username=None, client_language=None)
        assert stranger.id != building.wang.id
        with pytest.raises(NotStored):
            await uow.people.get(building.wang.id)
        with pytest.raises(NotStored):
            await uow.people.set_started(building.wang.id, True)
    await other.close()
    async with store.units.reading() as uow:
        assert not (await uow.people.get(building.wang.id)).started


async def test_somebody_unknown_is_a_bug_of_the_caller(store):
    async with store.units.reading() as uow:
        with pytest.raises(NotStored):
            await uow.people.get(404)
