"""Notices: told once to each person, settled by one process, forgotten when old."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import CursorResult, text

from bot.domain.notices import WishAnswered, WishChanged, WishFiled, WishThanked
from bot.store import Database, NotStored, Store
from bot.store.database import Transaction
from bot.store.unit import session_of
from tests.store.post import said, words


async def test_notices_come_back_oldest_first_until_settled(store, clock):
    facts = [WishFiled(1), WishChanged(2), WishAnswered(3, 4), WishThanked(5, 6, 7)]
    async with store.units.writing() as uow:
        for fact in facts:
            await uow.outbox.put(fact)
    rows = await store.queue.notices(limit=9)
    assert [row.notice for row in rows] == facts
    assert {row.put_at for row in rows} == {clock.now()}
    assert [row.notice for row in await store.queue.notices(limit=1)] == [WishFiled(1)]
    async with store.units.writing() as uow:
        await store.queue.settle_notice(uow, rows[0].id)
    assert [row.notice for row in await store.queue.notices(limit=9)] == facts[1:]
    async with store.units.writing() as uow:
        for notice_id in (rows[0].id, 404):
            with pytest.raises(NotStored):
                await store.queue.settle_notice(uow, notice_id)


async def test_each_person_is_told_once_of_a_notice(post, building, store, clock):
    private = await building.private(building.wang)
    notice_id = await _notice(store)

    async def fan_out() -> None:
        async with store.units.writing() as uow:
            for _ in range(2):
                await store.queue.address(
                    uow, notice_id=notice_id, person_id=building.wang.id, chat_id=private.id,
                    reply=words("done"), language="en", not_before=clock.now() + timedelta(hours=8),
                )  # fmt: skip
                await store.queue.skip(uow, notice_id=notice_id, person_id=building.li.id, reason="never-started")

    await fan_out()
    await fan_out()
    assert await post.claim() == []
    clock.advance(hours=8)
    parcel = await post.one()
    assert (said(parcel), parcel.language) == ("done", "en")
    assert (parcel.notice_id, parcel.person_id) == (notice_id, building.wang.id)
    await post.sent(parcel)
    await fan_out()
    assert await post.claim() == []
    async with store.units.reading() as uow:
        rows = await session_of(uow).all(text("SELECT state, reason FROM messages ORDER BY id"))
    assert [tuple(row) for row in rows] == [("sent", None), ("skipped", "never-started")]


async def test_two_workers_with_the_same_notice_tell_it_once(building, store, clock, database_url):
    second = Store(Database.open(database_url), 4242, clock, owner="second")
    private = await building.private(building.wang)
    notice_id = await _notice(store)

    async def tell(process: Store) -> bool:
        try:
            async with process.units.writing() as uow:
                await uow.outbox.say(private.id, words("told"), language="zh")
                await process.queue.settle_notice(uow, notice_id)
        except NotStored:
            return False
        return True

    assert sorted(await asyncio.gather(tell(store), tell(second))) == [False, True]
    assert await store.queue.waiting() == 1
    await second.close()


async def test_a_notices_message_may_have_a_slot(post, building, store):
    private = await building.private(building.wang)
    notice_id = await _notice(store)
    await post.say(private, words("old", slot="status"))
    async with store.units.writing() as uow:
        await store.queue.address(
            uow, notice_id=notice_id, person_id=building.wang.id, chat_id=private.id,
            reply=words("new", slot="status"), language="zh", not_before=None,
        )  # fmt: skip
    assert await post.send_all() == ["new"], "one message shows both"
    assert await post.queue.waiting() == 1, "the notice itself is not settled yet"


async def test_what_is_finished_is_forgotten_when_it_is_old(post, building, store, clock):
    private = await building.private(building.wang)
    notice_id = await _notice(store)
    async with store.units.writing() as uow:
        await store.queue.settle_notice(uow, notice_id)
        await store.queue.address(
            uow, notice_id=notice_id, person_id=building.wang.id, chat_id=private.id,
            reply=words("a"), language="zh", not_before=None,
        )  # fmt: skip
    await post.say(building.chat, words("b"), words("c"))
    await post.send_all()
    await _notice(store)
    clock.advance(days=8)
    await post.say(building.chat, words("new"))
    await store.queue.forget_old(before=clock.now() - timedelta(days=7))
    async with store.units.reading() as uow:
        counts = [await session_of(uow).value(text(f"SELECT count(*) FROM {name}")) for name in ("messages", "notices")]
    assert counts == [1, 1], "what waits stays, however old"
    assert await post.send_all() == ["new"]


async def _notice(store: Store) -> int:
    async with store.units.writing() as uow:
        await uow.outbox.put(WishFiled(1))
    return (await store.queue.notices(limit=99))[-1].id


class Interrupted(Database):
    """As if somebody else were quick: `act` happens once, right after the first statement of whoever reads."""

    act: Callable[[], Awaitable[None]] | None = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        async with super().reading() as transaction:
            yield _Interrupted(transaction, self)


class _Interrupted(Transaction):
    def __init__(self, transaction: Transaction, database: Interrupted) -> None:
        super().__init__(transaction._connection)
        self._database = database

    async def execute(self, statement: Any, values: Any = None) -> CursorResult[Any]:
        found = await super().execute(statement, values)
        act, self._database.act = self._database.act, None
        if act is not None:
            await act()
        return found


async def test_a_notice_told_while_what_is_left_is_counted_is_counted_once(database_url, building, store, clock):
    """As itself or as its message, never as nothing: whoever waits for quiet would find it too early."""
    async with store.units.writing() as uow:
        await uow.outbox.put(WishFiled(1))
    [row] = await store.queue.notices(limit=9)

    async def it_is_told() -> None:
        async with store.units.writing() as uow:
            await store.queue.settle_notice(uow, row.id)
            await uow.outbox.say(building.chat.id, words("told"), language="zh")

    database = Interrupted.open(database_url)
    counting = Store(database, store.bot_id, clock)
    database.act = it_is_told
    assert await counting.queue.waiting() == 1
    assert database.act is None, "it was told meanwhile"
    assert await counting.queue.waiting() == 1
    await counting.close()
