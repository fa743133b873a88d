"""The bot is killed, as a power cut would, in the middle of counting presses: afterwards each counts exactly once."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from bot.domain.wishes import Category, Draft, Kind, Visibility
from bot.store import Database
from bot.store.tables import inbox_keys
from bot.store.wish_tables import followers
from simulator.client import Person
from simulator.model import Message
from tests.faults import phrases
from tests.faults.stage import Stage, staged

pytestmark = pytest.mark.on_both_databases

PRESSED = 12
LOOK_S = 0.02  #: real seconds between two looks
WITHIN_S = 60.0  #: real seconds

#: Runs for hours, within the transaction that counts: nobody has to hit the moment by luck.
_STANDSTILL = """
    CREATE TRIGGER standstill AFTER INSERT ON followers BEGIN
        SELECT max(x) FROM (WITH RECURSIVE s(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM s) SELECT x FROM s);
    END
"""


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(database_url, tmp_path) as built:
        yield built


@pytest.fixture
async def calling(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """One bot that answers by calls of its own; by webhook there is nothing between commit and answer."""
    async with staged(database_url, tmp_path, plain=True) as built:
        yield built


@pytest.fixture
async def beside(database_url: str) -> AsyncIterator[Database]:
    """The same database, over a connection of our own."""
    database = Database.open(database_url)
    yield database
    await database.close()


async def until(holds: Callable[[], Awaitable[bool]], *, times: int = 1) -> None:
    """Return once it held at so many looks in a row."""
    seen = 0
    async with asyncio.timeout(WITHIN_S):
        while (seen := seen + 1 if await holds() else 0) < times:
            await asyncio.sleep(LOOK_S)


async def counted(beside: Database) -> int:
    async with beside.reading() as connection:
        return int((await connection.execute(select(func.count()).select_from(followers))).scalar_one())


async def keys(beside: Database) -> int:
    async with beside.reading() as connection:
        return int((await connection.execute(select(func.count()).select_from(inbox_keys))).scalar_one())


async def neighbours(stage: Stage) -> list[Person]:
    people = [await stage.world.person(f"邻居{number}") for number in range(PRESSED)]
    for person in people:
        await person.joins(stage.estate.building3)
    return people


async def card_of_a_wish(stage: Stage) -> Message:
    """Somebody of building 3 filed it, and it stands in their group."""
    async with stage.books.store.units.writing() as uow:
        author = await uow.people.seen(telegram_id=1, name="王", username=None, client_language="zh")
        chat = await uow.chats.seen(telegram_id=stage.estate.building3.id, private=False, title="3号楼邻居群")
        now = stage.telegram.clock.now()
        draft = Draft(Kind.WANT, "三楼走廊的灯坏了", chat.place, Category.REPAIR, Visibility.PUBLIC, None)
        wish = await uow.wishes.add(
            draft, estate_key=chat.estate_key or "", author=author, chat_id=chat.id, filed_at=now, next_date=now.date()
        )
        await uow.outbox.touch(chat.id, f"wish:{wish.id}")
    await stage.calm()
    message = shown(stage)
    assert message is not None
    return message


def shown(stage: Stage) -> Message | None:
    group = stage.telegram.groups[stage.estate.building3.id]
    ours = [each for each in group.messages.values() if each.sender is stage.us and "三楼走廊的灯坏了" in each.body]
    return ours[-1] if ours else None


async def press(people: list[Person], card: Message) -> None:
    data = phrases.data_of(card, phrases.label("button-join"))
    assert data is not None
    await asyncio.gather(*(person.act("press", chat=card.chat.id, message=card.id, data=data) for person in people))


@contextlib.asynccontextmanager
async def standing_still(stage: Stage, beside: Database) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
    """Whoever writes a follower comes no further. Gives whether somebody stands there."""
    if not beside.is_sqlite:
        async with stage.books.held("followers"):

            async def waits() -> bool:
                stuck = (
                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%followers%'"
                )
                async with beside.reading() as connection:
                    return int((await connection.execute(text(stuck))).scalar_one()) > 0

            yield waits
        return
    async with beside.writing() as transaction:
        await transaction.execute(text(_STANDSTILL))

    async def locked() -> bool:
        try:
            async with beside.reading() as connection:
                await connection.execute(text("PRAGMA busy_timeout = 0"))
                await connection.execute(text("ROLLBACK"))
                await connection.execute(text("BEGIN IMMEDIATE"))
        except OperationalError as error:
            return "locked" in str(error)
        return False

    try:
        yield locked
    finally:
        async with beside.writing() as transaction:
            await transaction.execute(text("DROP TRIGGER standstill"))


async def test_killed_before_the_commit_each_press_counts_once(stage: Stage, beside: Database) -> None:
    card, people = await card_of_a_wish(stage), await neighbours(stage)
    await stage.calm()
    known = await keys(beside)
    async with standing_still(stage, beside) as stands:
        await press(people, card)
        await until(stands, times=20)
        assert (await counted(beside), await keys(beside)) == (0, known), "nothing of it is to be seen yet"
        await stage.bot_is_killed()
    assert (await counted(beside), await keys(beside)) == (0, known), "half a batch was written"
    await stage.bot_starts()
    await stage.calm()
    await everybody_counted_once(stage, beside)


async def test_killed_between_commit_and_answer_each_press_counts_once(calling: Stage, beside: Database) -> None:
    stage = calling
    card, people = await card_of_a_wish(stage), await neighbours(stage)
    await stage.calm()
    await stage.world.fails("answerCallbackQuery", "drop_before", times=10 * PRESSED)
    await press(people, card)

    async def all_counted() -> bool:
        return await counted(beside) == PRESSED

    await until(all_counted)
    await stage.bot_is_killed()
    assert not [call for call in stage.telegram.calls if call.method == "answerCallbackQuery" and call.answer], (
        "too late"
    )
    stage.telegram.faults.forget()
    await stage.bot_starts()
    await stage.calm()
    await everybody_counted_once(stage, beside)


async def everybody_counted_once(stage: Stage, beside: Database) -> None:
    assert await counted(beside) == PRESSED
    card = shown(stage)
    assert card is not None
    assert f"{PRESSED}家也是" in card.body
    assert stage.bot.errors() == []
