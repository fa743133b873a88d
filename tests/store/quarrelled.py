"""A quarrel with every column filled, for whoever wants rows in all tables."""

from __future__ import annotations

from bot.domain.quarrels import Party, Quarrel, QuarrelPhase
from bot.domain.wishes import Wish
from bot.ports import UnitOfWork
from tests.store.building import Building


async def quarrelled(wish: Wish, photo: str, building: Building, uow: UnitOfWork) -> Quarrel:
    """Li has it with somebody at 602, and mediates it as well."""
    now, li = building.clock.now(), building.li
    quarrel = Quarrel(
        id=0,
        wish_id=wish.id,
        code="",
        words="天天吵",
        photo=photo,
        where="602",
        before="",
        phase=QuarrelPhase.TAKEN,
        moved_at=now,
        author=Party(li.id, asked=True, agrees=True, view="吵"),
        other=Party(asked=True, at_door=True),
        mediator_id=li.id,
        mediator_name="徐阿姨",
        time="周六",
        next_at=now,
    )
    return await uow.quarrels.add(quarrel, author_id=li.id, now=now)
