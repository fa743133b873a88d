"""What administrators said who hide, until one of them shows themselves; on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.unsigned import CONFIRM_WITHIN
from bot.store import Database, Store


async def add(store, building, message_id=70):
    async with store.units.writing() as uow:
        return await uow.unsigned.add(
            chat_id=building.chat.id,
            message_id=message_id,
            body='{"words":"灯"}',
            expires_at=building.clock.now() + CONFIRM_WITHIN,
        )


async def test_it_waits_for_minutes_and_is_forgotten_once_it_is_done(store, building, clock):
    waiting = await add(store, building)
    assert (waiting.body, waiting.message_id, waiting.done) == ('{"words":"灯"}', 70, False)
    over = clock.now() + CONFIRM_WITHIN
    async with store.units.writing() as uow:
        assert await uow.unsigned.lock(waiting.id) == waiting
        assert await uow.unsigned.due(over - timedelta(seconds=1), limit=9) == []
        assert await uow.unsigned.due(over, limit=9) == [waiting]
        await uow.unsigned.done(waiting.id)
        done = await uow.unsigned.lock(waiting.id)
        assert (done.body, done.done) == ("", True)
        assert await uow.unsigned.due(over, limit=9) == [done], "until its time is over a second press is known"
        await uow.unsigned.drop(waiting.id)
        assert await uow.unsigned.lock(waiting.id) is None


async def test_another_bot_does_not_know_of_it(store, building, database_url):
    waiting = await add(store, building)
    other = Store(Database.open(database_url), 1, building.clock)
    async with other.units.writing() as uow:
        assert await uow.unsigned.lock(waiting.id) is None
        assert await uow.unsigned.due(building.clock.now() + CONFIRM_WITHIN, limit=9) == []
        await uow.unsigned.drop(waiting.id)
    await other.close()
    async with store.units.reading() as uow:
        assert await uow.unsigned.lock(waiting.id) == waiting


async def test_only_what_is_done_has_no_words(store, building):
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await uow.unsigned.add(chat_id=building.chat.id, message_id=70, body="", expires_at=building.clock.now())


async def test_a_group_that_moved_takes_it_along(store, building):
    async with store.units.writing() as uow:
        early = await uow.chats.seen(telegram_id=-100777, private=False, title="3号楼")
        waiting = await uow.unsigned.add(
            chat_id=early.id, message_id=70, body="{}", expires_at=building.clock.now() + CONFIRM_WITHIN
        )
    async with store.units.writing() as uow:
        await uow.chats.move(building.chat.id, telegram_id=-100777)
        moved = await uow.unsigned.lock(waiting.id)
    assert moved is not None
    assert moved.chat_id == building.chat.id
