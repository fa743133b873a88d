"""Transactions: what is committed, what is undone, and that nothing is lost when all write at once."""

from __future__ import annotations

import asyncio
import random

import pytest
from sqlalchemy import text

from bot.domain import errors
from bot.domain.notices import WishChanged, WishFiled
from bot.messages import Reply, line
from bot.store import Database, DatabaseUrlRefused, NestedWriting, Store
from bot.store.unit import session_of


async def test_a_raise_undoes_the_whole_unit(building, store):
    async def rename_and_fail() -> None:
        async with store.units.writing() as uow:
            await uow.people.seen(telegram_id=11, name="changed", username=None, client_language=None)
            await uow.outbox.put(WishFiled(1))
            raise errors.NotAllowed

    with pytest.raises(errors.NotAllowed):
        await rename_and_fail()
    async with store.units.reading() as uow:
        assert (await uow.people.get(building.wang.id)).name == "王"
    assert await store.queue.notices(limit=9) == []


async def test_a_refusal_undoes_the_savepoint_and_its_answer_is_kept(building, store):
    async def refuse(uow) -> None:
        async with uow.savepoint():
            await uow.people.set_started(building.wang.id, True)
            await uow.outbox.put(WishFiled(1))
            await uow.outbox.say(building.chat.id, Reply((line("filed"),)), language="zh")
            raise errors.NotAllowed

    async with store.units.writing() as uow:
        with pytest.raises(errors.NotAllowed):
            await refuse(uow)
        await uow.outbox.put(WishChanged(2))
        async with uow.savepoint():
            await uow.people.set_started(building.li.id, True)
    async with store.units.reading() as uow:
        assert not (await uow.people.get(building.wang.id)).started
        assert (await uow.people.get(building.li.id)).started
    assert [row.notice for row in await store.queue.notices(limit=9)] == [WishChanged(2)]
    assert await store.queue.waiting() == 1


async def test_a_violated_constraint_inside_a_savepoint_leaves_the_unit_alive(building, store):
    async with store.units.writing() as uow:
        with pytest.raises(Exception, match=r"(?i)foreign key"):
            async with uow.savepoint():
                await uow.people.set_home(building.wang.id, 404)
        await uow.people.set_home(building.wang.id, building.chat.id)
    async with store.units.reading() as uow:
        assert (await uow.people.get(building.wang.id)).home_chat_id == building.chat.id


async def test_what_a_reading_unit_writes_is_rolled_back(building, store):
    async with store.units.reading() as uow:
        await uow.people.set_started(building.wang.id, True)
        assert (await uow.people.get(building.wang.id)).started
    async with store.units.reading() as uow:
        assert not (await uow.people.get(building.wang.id)).started


async def test_a_reader_does_not_wait_for_the_writer(building, store):
    async with store.units.writing() as writer:
        await writer.people.set_started(building.wang.id, True)
        async with store.units.reading() as reader:
            assert not (await reader.people.get(building.wang.id)).started


async def test_none_of_four_hundred_concurrent_updates_is_lost(building, store):
    """Read, think, write: with the driver's own transactions most of these vanish without a word."""
    wish = await building.wish("0")

    async def count_one() -> None:
        async with store.units.writing() as uow:
            current = await uow.wishes.lock(wish.id)
            await asyncio.sleep(0)
            await session_of(uow).connection.execute(
                text("UPDATE wishes SET words = :words WHERE id = :id"),
                {"words": str(int(current.words) + 1), "id": wish.id},
            )

    await asyncio.gather(*(count_one() for _ in range(400)))
    async with store.units.reading() as uow:
        assert (await uow.wishes.get(wish.id)).words == "400"


async def test_two_processes_write_to_the_same_file_and_nothing_is_lost(building, store, database_url, clock):
    second = Store(Database.open(database_url), 4242, clock, owner="second")
    wish = await building.wish("0")

    async def count_one(process: Store) -> None:
        async with process.units.writing() as uow:
            current = await uow.wishes.lock(wish.id)
            await session_of(uow).connection.execute(
                text("UPDATE wishes SET words = :words WHERE id = :id"),
                {"words": str(int(current.words) + 1), "id": wish.id},
            )

    await asyncio.gather(*(count_one(process) for process in (store, second) for _ in range(20)))
    async with store.units.reading() as uow:
        assert (await uow.wishes.get(wish.id)).words == "40"
    await second.close()


async def test_a_cancelled_unit_is_rolled_back_and_frees_the_writer(building, store):
    inside = asyncio.Event()

    async def hang() -> None:
        async with store.units.writing() as uow:
            await uow.people.set_started(building.wang.id, True)
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hang())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.units.writing() as uow:
        assert not (await uow.people.get(building.wang.id)).started
        await uow.people.set_started(building.wang.id, True)


@pytest.mark.parametrize("seed", [1, 2])
async def test_wherever_a_unit_is_cancelled_it_is_undone_whole_and_the_next_can_write(building, store, seed):
    """An interrupted driver would keep its transaction, and with it the only writer's place, for good."""
    chance = random.Random(seed)

    async def write() -> None:
        async with store.units.writing() as uow:
            for person, name in ((building.wang, "王"), (building.li, "李")):
                async with uow.savepoint():
                    await uow.people.set_language(person.id, name)
                    await uow.people.get(person.id)

    async def read() -> None:
        async with store.units.reading() as uow:
            await uow.people.get(building.wang.id)

    for _ in range(15):
        tasks = [asyncio.create_task(chance.choice((write, read))()) for _ in range(5)]
        for _ in range(chance.randint(0, 80)):
            await asyncio.to_thread(int) if chance.random() < 0.3 else await asyncio.sleep(0)
        for _ in range(chance.randint(1, 3)):
            for task in tasks:
                task.cancel()
            await asyncio.sleep(0)
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert [each for each in ended if isinstance(each, Exception)] == []
        async with store.units.writing() as uow:
            found = [(await uow.people.get(person.id)).language for person in (building.wang, building.li)]
            assert found in ([None, None], ["王", "李"])
            await uow.people.set_language(building.wang.id, None)
            await uow.people.set_language(building.li.id, None)


# On PostgreSQL a second transaction is merely another one, and there are no pragmas.
only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@only_sqlite
async def test_a_task_that_would_wait_for_itself_is_told(store):
    async with store.units.writing():
        with pytest.raises(NestedWriting):
            await store.inbox.retry(1)


@only_sqlite
async def test_the_pragmas_hold_on_every_connection(store):
    async def read(pragma: str) -> object:
        async with store.units.reading() as uow:
            return (await session_of(uow).connection.execute(text(f"PRAGMA {pragma}"))).scalar()

    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    async with store.units.writing():  # so that the next ones need connections of their own
        found = await asyncio.gather(*(read(name) for name in names))
    assert found == ["wal", 2, 1, 10_000]


@pytest.mark.parametrize(
    "url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:", "sqlite:///x.db", "mysql+aiomysql://h/d"]
)
def test_a_database_that_could_not_work_is_refused(url):
    with pytest.raises(DatabaseUrlRefused):
        Database.open(url)


async def test_a_unit_of_work_of_somebody_else_is_refused(store):
    with pytest.raises(TypeError, match="object"):
        await store.inbox.done(object(), 1)


async def test_the_database_answers(store):
    await store.database.ping()


async def test_the_folder_of_a_new_file_is_made(tmp_path):
    database = Database.open(f"sqlite+aiosqlite:///{tmp_path}/a/b/new.db")
    await database.ping()
    await database.close()
    assert (tmp_path / "a" / "b" / "new.db").exists()
