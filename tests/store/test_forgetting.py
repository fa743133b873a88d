"""Forgetting, table by table: rows that lead to a person are marked first, and no mark is left where it is to go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Table, Text, select, update

from bot.domain.people import Person, is_nobodys
from bot.messages import Photo, Reply, line
from bot.services import forgetting, retention
from bot.store import Store
from bot.store.person_data import SqlPersonData
from bot.store.personal import DECLARED, traces
from bot.store.tables import files, messages, metadata, people
from bot.store.types import JsonText
from bot.store.unit import session_of
from tests.store.a_row_everywhere import fill
from tests.store.building import Building

#: Columns that hold no words whatever is written into them here: keys, config.yaml's too, and what is confined.
NOT_MARKED = {
    "key",
    "category",
    "photo",
    "slot",
    "name",
    "language",
    "estate_key",
    "link_code",
    "owner",
    "content",
    "body",
}


@pytest.fixture
async def filled(building: Building, committee) -> Building:
    """At least one row in every table, as the migrations' tests fill them."""
    await fill(building, committee)
    return building


async def everything(store: Store) -> dict[str, list[dict[str, Any]]]:
    async with store.units.reading() as uow:
        session = session_of(uow)
        found = {name: await session.all(select(table)) for name, table in metadata.tables.items()}
    return {name: [dict(row._mapping) for row in rows] for name, rows in found.items()}


async def mark(store: Store, person: Person) -> None:
    """Write a mark of its own into every column of words in every row that leads to the person."""
    async with store.units.writing() as uow:
        session = session_of(uow)
        data = SqlPersonData(session)
        gone = [wish.id for wish in (await forgetting._filed(person, uow)).going]
        private = await data._private_chat(person)
        for table, trace in traces():
            rows = data.leads_to(table, trace, person, private, gone)
            for name in _words(table):
                marked = {name: f"MARK {table.name}.{name}"}
                await session.run(update(table).where(rows, table.c[name].is_not(None)).values(marked))


def _words(table: Table) -> Iterator[str]:
    names = [str(each.name) for each in table.constraints]
    confined = {name.removesuffix("_known").removeprefix(f"ck_{table.name}_") for name in names}
    for column in table.c:
        keys = column.primary_key or column.foreign_keys or column.name in NOT_MARKED or column.name in confined
        if isinstance(column.type, Text | JsonText) and not keys:
            yield column.name


async def forgets(building: Building, person: Person) -> None:
    async with building.store.units.writing() as uow:
        # As it is stored by now: marked.
        stored = await uow.people.get(person.id)
        await forgetting.forget(stored, uow=uow, now=building.clock.now())
    async with building.store.units.writing() as uow:
        await retention.take_leave(uow=uow)


@pytest.mark.parametrize("name", ["wang", "li"])
async def test_no_mark_is_left_where_it_was_to_go(filled, name):
    person = getattr(filled, name)
    await filled.private(person)
    async with filled.store.units.writing() as uow:
        await uow.outbox.say((await uow.chats.private_of(person)).id, Reply((line("a"),), slot="dialog"), language="zh")
    await mark(filled.store, person)
    before = [f"MARK {table}" for table, rows in (await everything(filled.store)).items() if "MARK" in str(rows)]
    assert len(before) > 3, "too little is known of this person to prove anything"

    await forgets(filled, person)

    stays = {(table, column) for table, entry in DECLARED.items() for column in entry.stays}
    left = {
        (table, column)
        for table, rows in (await everything(filled.store)).items()
        for row in rows
        for column, value in row.items()
        if "MARK" in str(value) or str(value) == str(person.telegram_id)
    }
    assert left - stays == set()


async def test_who_is_forgotten_stands_for_nobody_and_can_come_back(building):
    await forgets(building, building.li)
    again = await building.person(building.li.telegram_id, "李")
    assert again.id != building.li.id
    async with building.store.units.reading() as uow:
        nobody = await uow.people.get(building.li.id)
    assert nobody.is_forgotten
    assert is_nobodys(nobody.telegram_id)
    assert (nobody.name, nobody.username, nobody.started, nobody.home_chat_id) == ("", None, False, None)


async def test_forgetting_twice_is_forgetting_once(building):
    wish = await building.wish()
    await forgets(building, building.wang)
    before = await everything(building.store)
    async with building.store.units.writing() as uow:
        await forgetting.forget(await uow.people.get(building.wang.id), uow=uow, now=building.clock.now())
    after = await everything(building.store)
    assert after["people"] == before["people"]
    assert after["wishes"] == before["wishes"]
    assert len(after["wishes"]) == 1
    assert wish.number == after["wishes"][0]["number"]


async def test_what_waited_for_them_is_skipped_with_its_reason(building):
    chat = await building.private(building.li)
    async with building.store.units.writing() as uow:
        await uow.outbox.say(chat.id, Reply((line("a", words="三楼"),)), language="zh")
    async with building.store.units.writing() as uow:
        await forgetting.forget(building.li, uow=uow, now=building.clock.now())
    async with building.store.units.reading() as uow:
        (row,) = await session_of(uow).all(select(messages))
    assert (row.state, row.reason, row.content) == ("skipped", "forgotten", None)


async def test_a_last_message_is_waited_for_and_then_the_chat_is_forgotten_too(building):
    chat = await building.private(building.li)
    async with building.store.units.writing() as uow:
        await forgetting.forget(building.li, uow=uow, now=building.clock.now())
        await uow.outbox.say(chat.id, Reply((line("forgotten"),)), language="zh")
    async with building.store.units.writing() as uow:
        assert await retention.take_leave(uow=uow) == 0
    (parcel,) = await building.store.queue.claim(owner="me", now=building.clock.now(), lease_s=60, limit=9)
    await building.store.queue.sent(parcel, message_id=5, text_hash="t-1", now=building.clock.now())
    async with building.store.units.writing() as uow:
        assert await retention.take_leave(uow=uow) == 1
        assert await retention.take_leave(uow=uow) == 0
        assert is_nobodys((await uow.chats.get(chat.id)).telegram_id)


async def test_whoever_is_back_before_the_farewell_keeps_the_chat(building):
    chat = await building.private(building.li)
    async with building.store.units.writing() as uow:
        await forgetting.forget(building.li, uow=uow, now=building.clock.now())
    await building.person(building.li.telegram_id, "李")
    async with building.store.units.writing() as uow:
        assert await retention.take_leave(uow=uow) == 1
        assert (await uow.chats.get(chat.id)).telegram_id == building.li.telegram_id


async def test_a_photo_somebody_else_still_shows_stays(building):
    async with building.store.units.writing() as uow:
        shared = await uow.files.keep(Photo("f", "shared"))
        own = await uow.files.keep(Photo("g", "own"))
    for key, sha256 in ((shared, "1" * 64), (own, "2" * 64)):
        await building.store.shelf.fetched(key, sha256=sha256, size_bytes=1)
    await building.wish(photo=shared)
    await building.wish(photo=own)
    await building.wish(photo=shared, author=building.li)
    async with building.store.units.writing() as uow:
        await forgetting.forget(building.wang, uow=uow, now=building.clock.now())
    async with building.store.units.reading() as uow:
        keys = {row.key for row in await session_of(uow).all(select(files))}
    assert shared in keys
    assert own not in keys
    assert await building.store.shelf.discarded(limit=9) == ["2" * 64]
    assert not await building.store.shelf.is_used("2" * 64)
    await building.store.shelf.is_off_the_disk("2" * 64)
    assert await building.store.shelf.discarded(limit=9) == []


async def test_another_bot_of_the_database_keeps_what_it_knows(building, clock):
    other = Store(building.store.database, building.store.bot_id + 1, clock)
    async with other.units.writing() as uow:
        theirs = await uow.people.seen(telegram_id=12, name="李", username=None, client_language=None)
        group = await uow.chats.seen(telegram_id=-7, private=False, title="别处")
        await uow.chats.set_administrators(group.id, frozenset({12}), now=clock.now())
    async with building.store.units.writing() as uow:
        await forgetting.forget(building.li, uow=uow, now=clock.now())
    async with other.units.reading() as uow:
        assert await uow.people.get(theirs.id) == theirs
        names = [row.name for row in await session_of(uow).all(select(people).where(people.c.telegram_id == 12))]
        assert names == ["李"]
        assert [section.name for section in await uow.person_data.sections(theirs)] == ["person", "administers"]


async def test_the_day_somebody_was_seen_is_written_once_a_day(building, clock):
    async with building.store.units.reading() as uow:
        row = await session_of(uow).first(select(people).where(people.c.id == building.li.id))
        assert row.seen_on == clock.now().date()
    clock.advance(days=3)
    await building.person(12, "李")
    async with building.store.units.reading() as uow:
        row = await session_of(uow).first(select(people).where(people.c.id == building.li.id))
        assert row.seen_on == clock.now().date()
