"""Dialogs: one row for each (bot, chat, person), and which of them are due."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.ports import DialogState


def state(run: int, now: datetime, **changes: object) -> DialogState:
    plain = DialogState(
        run=run,
        dialog="raise-wish",
        version=3,
        step="place",
        answers={"words": "灯 'x'", "several": ["a", "b"], "number": 3, "none": None, "deep": {"yes": True}},
        trail=("words", "several"),
        language="zh",
        idle_at=now + timedelta(hours=1),
        expires_at=now + timedelta(days=1),
    )
    return replace(plain, **changes)


async def test_a_dialog_comes_back_whole(building, store, clock):
    async with store.units.writing() as uow:
        run = await uow.dialogs.next_run()
        saved = state(run, clock.now(), reminded=True, pending='{"a": 1}', asked_message_id=2**40)
        assert await uow.dialogs.open(building.chat.id, building.wang.id) is None
        await uow.dialogs.save(building.chat.id, building.wang.id, saved)
    async with store.units.reading() as uow:
        assert await uow.dialogs.open(building.chat.id, building.wang.id) == saved
        assert await uow.dialogs.open(building.chat.id, building.li.id) is None


async def test_a_person_has_one_dialog_in_a_chat_and_another_elsewhere(building, store, clock):
    private = await building.private(building.wang)
    async with store.units.writing() as uow:
        for run, chat in ((1, building.chat), (2, private), (3, building.chat)):
            await uow.dialogs.save(chat.id, building.wang.id, state(run, clock.now()))
        assert (await uow.dialogs.open(building.chat.id, building.wang.id)).run == 3
        assert (await uow.dialogs.open(private.id, building.wang.id)).run == 2
        await uow.dialogs.close(building.chat.id, building.wang.id)
        await uow.dialogs.close(building.chat.id, building.wang.id)
        assert await uow.dialogs.open(building.chat.id, building.wang.id) is None
        assert await uow.dialogs.open(private.id, building.wang.id) is not None


async def test_runs_are_never_used_twice(store):
    async def next_run() -> int:
        async with store.units.writing() as uow:
            return await uow.dialogs.next_run()

    assert sorted(await asyncio.gather(*(next_run() for _ in range(20)))) == list(range(1, 21))


async def test_a_run_belongs_to_one_dialog(building, store, clock):
    async with store.units.writing() as uow:
        await uow.dialogs.save(building.chat.id, building.wang.id, state(1, clock.now()))
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await uow.dialogs.save(building.chat.id, building.li.id, state(1, clock.now()))


async def test_due_are_those_to_remind_once_and_those_that_expired(building, store, clock):
    people = [await building.person(100 + number, str(number)) for number in range(4)]
    idle, reminded, expired, fresh = people
    now = clock.advance(days=3)
    past, ahead = now - timedelta(minutes=1), now + timedelta(minutes=1)
    async with store.units.writing() as uow:
        chat_id = building.chat.id
        await uow.dialogs.save(chat_id, idle.id, state(1, now, idle_at=now, expires_at=ahead))
        await uow.dialogs.save(chat_id, reminded.id, state(2, now, idle_at=past, expires_at=ahead, reminded=True))
        await uow.dialogs.save(chat_id, expired.id, state(3, now, idle_at=past, expires_at=now, reminded=True))
        await uow.dialogs.save(chat_id, fresh.id, state(4, now, idle_at=ahead, expires_at=ahead))
        due = await uow.dialogs.due(now, limit=9)
        assert [(chat, person, found.run) for chat, person, found in due] == [
            (chat_id, expired.id, 3),
            (chat_id, idle.id, 1),
        ]
        assert len(await uow.dialogs.due(now, limit=1)) == 1
    async with store.units.reading() as uow:
        assert len(await uow.dialogs.due(now, limit=9)) == 2
