"""Where a chat is merged into another, all that refers to it goes along: whatever table comes to refer to chats."""

from __future__ import annotations

from sqlalchemy import func, select

from bot.domain.people import Purpose
from bot.store.schema import metadata
from bot.store.tables import chats
from bot.store.unit import session_of
from tests.store.a_row_everywhere import fill
from tests.store.building import Building

REFERRING = [
    column
    for table in metadata.sorted_tables
    for column in table.columns
    if any(key.column is chats.c.id for key in column.foreign_keys)
]


async def test_a_twin_with_rows_everywhere_is_merged(building: Building, committee) -> None:
    """Two groups of the estate turn out to be one."""
    await fill(building, committee)
    other = await building.group(-1002, "5号楼", purpose=Purpose.BUILDING)
    async with building.store.units.writing() as uow:
        session = session_of(uow)

        async def referring(chat_id: int) -> set[str]:
            return {
                str(column)
                for column in REFERRING
                if await session.value(select(func.count()).select_from(column.table).where(column == chat_id))
            }

        before = await referring(building.chat.id)
        assert len(before) > 15, "else this would try little"
        await uow.chats.move(other.id, telegram_id=building.chat.telegram_id)
        assert await referring(building.chat.id) == set()
        assert before <= await referring(other.id)
