"""Numbers without gaps, each given out once."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from bot.store.keeping_tables import counters
from bot.store.session import Session

_NEXT = (
    update(counters)
    .where(counters.c.bot_id == bindparam("bot"), counters.c.name == bindparam("counter"))
    .values(value=counters.c.value + 1)
    .returning(counters.c.value)
)


async def next_value(session: Session, name: str) -> int:
    """The counter's next number, from 1. Others wait for it until this unit of work ends, so that none is left out."""
    key = {"bot": session.bot_id, "counter": name}
    number = await session.value(_NEXT, key)
    if number is None:
        start = session.insert(counters).values(bot_id=session.bot_id, name=name, value=0)
        await session.run(start.on_conflict_do_nothing())
        number = await session.value(_NEXT, key)
    return int(number)
