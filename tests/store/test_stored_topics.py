"""Topics by what they are for: chosen, closed, opened again, gone; on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.domain.topics import Topic, TopicUse
from bot.store import Database, Store
from bot.store.revisions import downgrade, migrate
from bot.store.unit import session_of

WISHES, BOARD, NEWS = TopicUse.WISHES, TopicUse.BOARD, TopicUse.NEWS


async def chosen(store, building):
    async with store.units.reading() as uow:
        return dict(await uow.topics.of(building.chat.id))


async def choose(store, building, **topics: int):
    async with store.units.writing() as uow:
        for use, topic_id in topics.items():
            await uow.topics.choose(building.chat.id, TopicUse(use), topic_id)


async def test_one_topic_for_each_use_and_the_last_choice_counts(store, building):
    await choose(store, building, wishes=7, board=8, news=7)
    await choose(store, building, board=9)
    other = await building.group(-1002, "5号楼")
    async with store.units.writing() as uow:
        await uow.topics.choose(other.id, WISHES, 70)
    assert await chosen(store, building) == {WISHES: Topic(7), BOARD: Topic(9), NEWS: Topic(7)}
    async with store.units.writing() as uow:
        await uow.topics.clear(building.chat.id, BOARD)
    assert await chosen(store, building) == {WISHES: Topic(7), NEWS: Topic(7)}
    async with store.units.writing() as uow:
        await uow.topics.clear(building.chat.id)
        assert await uow.topics.of(other.id) == {WISHES: Topic(70)}
    assert await chosen(store, building) == {}


async def test_a_closed_topic_stays_chosen_and_one_that_is_gone_is_forgotten(store, building, post, clock):
    await choose(store, building, wishes=7, board=8, news=7)
    async with store.units.writing() as uow:
        await uow.outbox.touch(building.chat.id, "wish:1")
    parcel = await post.one()
    await post.queue.lost_topic(parcel, topic_id=7, closed=True, now=clock.now())
    shut = Topic(7, closed_at=clock.now())
    assert await chosen(store, building) == {WISHES: shut, BOARD: Topic(8), NEWS: shut}
    again = await post.one()
    assert again.id == parcel.id, "it waits again"
    await post.queue.lost_topic(again, topic_id=8, closed=False, now=clock.now())
    assert await chosen(store, building) == {WISHES: shut, NEWS: shut}
    async with store.units.writing() as uow:
        await uow.topics.opened(building.chat.id, 9)
        assert (await uow.topics.of(building.chat.id))[WISHES] == shut, "another one was opened"
        await uow.topics.opened(building.chat.id, 7)
    assert await chosen(store, building) == {WISHES: Topic(7), NEWS: Topic(7)}
    await post.queue.lost_topic(await post.one(), topic_id=None, closed=True, now=clock.now())
    assert await chosen(store, building) == {WISHES: Topic(7), NEWS: Topic(7)}


async def test_a_choice_opens_what_was_closed(store, building, post, clock):
    await choose(store, building, wishes=7)
    async with store.units.writing() as uow:
        await uow.outbox.touch(building.chat.id, "wish:1")
    await post.queue.lost_topic(await post.one(), topic_id=7, closed=True, now=clock.now())
    await choose(store, building, wishes=7)
    assert await chosen(store, building) == {WISHES: Topic(7)}


async def test_only_known_uses(store, building):
    row = text(f"INSERT INTO topics (chat_id, use, topic_id) VALUES ({building.chat.id}, 'chess', 1)")
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await session_of(uow).run(row)


async def test_only_slots_that_show_a_message_are_shown(store, building, post):
    async with store.units.writing() as uow:
        for slot in ("board:2026-03-02:1", "board:2026-03-02:2", "board:2026-03-01:1", "wish:1"):
            await uow.outbox.touch(building.chat.id, slot)
    for slot, message_id in (("board:2026-03-02:1", 51), ("board:2026-03-02:2", None), ("board:2026-03-01:1", 53)):
        parcel = await post.one()
        assert parcel.slot == slot
        if message_id is None:
            await post.queue.failed(parcel, reason="no", now=building.clock.now())
        else:
            await post.sent(parcel, message_id=message_id)
    async with store.units.reading() as uow:
        assert await uow.outbox.shown(building.chat.id, "board:2026-03-02:") == ["board:2026-03-02:1"]
        assert await uow.outbox.shown(building.chat.id, "boar_") == []


async def test_what_was_chosen_before_is_kept_by_the_migration(bare_database_url, clock):
    await migrate(bare_database_url, "0011")
    database = Database.open(bare_database_url)
    columns = "bot_id, telegram_id, private, title, estate_key, purpose, present, hears_all, wishes_topic_id"
    async with database.writing() as connection:
        for telegram_id, topic_id in ((-1001, 77), (-1002, "NULL")):
            values = f"4242, {telegram_id}, false, '3号楼', 'east', 'building', true, false, {topic_id}"
            await connection.execute(text(f"INSERT INTO chats ({columns}) VALUES ({values})"))
        told = "chat_id, name, content, language, wanted_rev, sent_rev, fresh_rev"
        insert = text(f"INSERT INTO slots ({told}) SELECT id, 'menu', :waits, 'zh', 1, 0, 0 FROM chats")
        waits = '{"type":"reply","lines":[],"in_topic":true}'
        await connection.execute(insert, {"waits": waits})
    await database.close()
    await migrate(bare_database_url)
    store = Store(Database.open(bare_database_url), 4242, clock)
    async with store.units.reading() as uow:
        first = await uow.chats.seen(telegram_id=-1001, private=False, title="3号楼")
        other = await uow.chats.seen(telegram_id=-1002, private=False, title="3号楼")
        assert await uow.topics.of(first.id) == {WISHES: Topic(77)}
        assert await uow.topics.of(other.id) == {}
        contents = [row.content for row in await session_of(uow).all(text("SELECT content FROM slots"))]
        assert contents == ['{"type":"reply","lines":[],"topic":"wishes"}'] * 2
    await store.close()
    await downgrade(bare_database_url, "0011")
    database = Database.open(bare_database_url)
    async with database.reading() as connection:
        rows = (await connection.execute(text("SELECT wishes_topic_id FROM chats ORDER BY id"))).all()
    await database.close()
    assert [row[0] for row in rows] == [77, None]
