"""Items of the plan, the wishes in them, and what happened to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, delete, exists, func, select, update

from bot.domain.items import LIVING, Funding, Item, ItemMove, ItemState, ItemStep, Plan, Tier
from bot.domain.people import Body, Speaker
from bot.domain.projects import Source
from bot.domain.wishes import Wish
from bot.store import counters
from bot.store.item_tables import item_steps, item_wishes, items
from bot.store.session import NotStored, Session
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of

_OPEN = ""  #: the key of cents of which nobody knows yet who gives them
_RANK = case({tier.value: rank for rank, tier in enumerate(Tier)}, value=items.c.tier)
#: Asked of each card that is drawn, and built once therefore.
_OF_WISH = (
    select(items)
    .join(item_wishes, item_wishes.c.item_id == items.c.id)
    .where(items.c.bot_id == bindparam("bot"), item_wishes.c.wish_id == bindparam("wish"), item_wishes.c.living)
)


class SqlItems:
    """Fulfils `ports.Items`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def make(self, plan: Plan, *, estate_key: str, now: datetime) -> Item:
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "number": await counters.next_value(self._session, f"item:{estate_key}"),
            "state": ItemState.PLANNED.value,
            "made_at": now,
            **_values_of(plan),
        }
        added = await self._session.connection.execute(items.insert().values(values).returning(items))
        return _item_of(added.one())

    async def get(self, item_id: int) -> Item:
        """Raises NotStored."""
        return await self._one(select(items).where(self._mine, items.c.id == item_id), item_id)

    async def lock(self, item_id: int) -> Item:
        """Raises NotStored."""
        return await self._one(select(items).where(self._mine, items.c.id == item_id).with_for_update(), item_id)

    async def _one(self, statement: Any, item_id: int) -> Item:
        row = await self._session.first(statement)
        if row is None:
            raise NotStored(f"item {item_id}")
        return _item_of(row)

    async def by_number(self, estate_key: str, number: int) -> Item | None:
        of_it = (self._mine, items.c.estate_key == estate_key, items.c.number == min(number, 2**31 - 1))
        row = await self._session.first(select(items).where(*of_it))
        return None if row is None else _item_of(row)

    async def save(self, item: Item) -> None:
        values = {**_values_of(item.plan), "state": item.state.value}
        await self._session.run(update(items).where(self._mine, items.c.id == item.id).values(values))

    async def forget(self, item_id: int) -> None:
        await self._session.run(delete(item_steps).where(item_steps.c.item_id == item_id))
        await self._session.run(delete(item_wishes).where(item_wishes.c.item_id == item_id))
        await self._session.run(delete(items).where(self._mine, items.c.id == item_id))

    def _these(
        self, wanted: Select[Any], estate_key: str, states: Sequence[ItemState], tier: Tier | None
    ) -> Select[Any]:
        these = wanted.where(self._mine, items.c.estate_key == estate_key)
        these = these.where(items.c.state.in_([state.value for state in states]))
        return these if tier is None else these.where(items.c.tier == tier.value)

    async def count(self, estate_key: str, *, states: Sequence[ItemState], tier: Tier | None = None) -> int:
        counted = self._these(select(func.count()).select_from(items), estate_key, states, tier)
        return int(await self._session.value(counted))

    async def find(
        self,
        estate_key: str,
        *,
        states: Sequence[ItemState],
        tier: Tier | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[Item]:
        found = self._these(select(items), estate_key, states, tier)
        over = case((items.c.state.in_(sorted(LIVING)), 0), else_=1)
        undated = case((items.c.day.is_(None), 1), else_=0)
        ordered = found.order_by(over, _RANK, undated, items.c.day, items.c.number)
        if limit is not None:
            ordered = ordered.limit(limit).offset(offset)
        return [_item_of(row) for row in await self._session.all(ordered)]

    # ---- its wishes -----------------------------------------------------------------------------------------------

    async def wishes_of(self, item_id: int) -> Sequence[Wish]:
        dropped = exists().where(items.c.id == item_wishes.c.item_id, items.c.state == ItemState.DROPPED.value)
        inside = select(item_wishes.c.wish_id).where(item_wishes.c.item_id == item_id, item_wishes.c.living | dropped)
        mine = select(wishes).where(wishes.c.bot_id == self._session.bot_id, wishes.c.id.in_(inside))
        return [wish_of(row) for row in await self._session.all(mine.order_by(wishes.c.number))]

    async def of_wish(self, wish_id: int) -> Item | None:
        row = await self._session.first(_OF_WISH, {"bot": self._session.bot_id, "wish": wish_id})
        return None if row is None else _item_of(row)

    async def put_in(self, item_id: int, wish_ids: Sequence[int]) -> None:
        for wish_id in wish_ids:
            insert = self._session.insert(item_wishes).values(item_id=item_id, wish_id=wish_id, living=True, told=False)
            upsert = insert.on_conflict_do_update(index_elements=["item_id", "wish_id"], set_={"living": True})
            await self._session.run(upsert)

    async def take_out(self, item_id: int, wish_ids: Sequence[int]) -> None:
        these = (item_wishes.c.item_id == item_id, item_wishes.c.wish_id.in_(list(wish_ids)))
        await self._session.run(update(item_wishes).where(*these).values(living=False))

    async def let_go(self, item_id: int) -> None:
        away = (item_wishes.c.item_id == item_id, ~item_wishes.c.living)
        await self._session.run(delete(item_wishes).where(*away))
        await self._session.run(update(item_wishes).where(item_wishes.c.item_id == item_id).values(living=False))

    async def take_up(self, item_id: int) -> None:
        elsewhere = item_wishes.alias()
        taken = exists().where(elsewhere.c.wish_id == item_wishes.c.wish_id, elsewhere.c.living)
        free = (item_wishes.c.item_id == item_id, ~taken)
        await self._session.run(update(item_wishes).where(*free).values(living=True))

    async def untold(self, estate_key: str) -> Sequence[tuple[int, int]]:
        waiting = (
            select(item_wishes.c.item_id, item_wishes.c.wish_id)
            .join(items, items.c.id == item_wishes.c.item_id)
            .where(self._mine, items.c.estate_key == estate_key, items.c.state.in_(sorted(LIVING)))
            .where(item_wishes.c.living, ~item_wishes.c.told)
            .order_by(item_wishes.c.item_id, item_wishes.c.wish_id)
        )
        return [(row.item_id, row.wish_id) for row in await self._session.all(waiting)]

    async def told(self, item_id: int, wish_id: int) -> None:
        these = (item_wishes.c.item_id == item_id, item_wishes.c.wish_id == wish_id)
        await self._session.run(update(item_wishes).where(*these).values(told=True))

    async def is_told(self, item_id: int) -> bool:
        told = select(item_wishes.c.wish_id).where(item_wishes.c.item_id == item_id, item_wishes.c.told).limit(1)
        return await self._session.value(told) is not None

    # ---- steps ----------------------------------------------------------------------------------------------------

    async def add_step(
        self,
        item_id: int,
        move: ItemMove,
        *,
        by: Speaker | None,
        by_id: int | None,
        words: str = "",
        before: date | None = None,
        day: date | None = None,
        now: datetime,
    ) -> ItemStep:
        values = {
            "bot_id": self._session.bot_id,
            "item_id": item_id,
            "move": move.value,
            "at": now,
            "by_id": by_id,
            "by_name": by and by.name,
            "by_body": by and by.body.value,
            "words": words,
            "before": before,
            "day": day,
        }
        added = await self._session.connection.execute(item_steps.insert().values(values).returning(item_steps))
        return _step_of(added.one())

    async def steps(self, item_id: int) -> Sequence[ItemStep]:
        mine = item_steps.c.bot_id == self._session.bot_id
        of_it = select(item_steps).where(mine, item_steps.c.item_id == item_id).order_by(item_steps.c.id)
        return [_step_of(row) for row in await self._session.all(of_it)]

    async def steps_between(self, estate_key: str, since: datetime, until: datetime | None) -> Sequence[ItemStep]:
        of_estate = select(item_steps).join(items, items.c.id == item_steps.c.item_id)
        these = of_estate.where(self._mine, items.c.estate_key == estate_key, item_steps.c.at >= since)
        if until is not None:
            these = these.where(item_steps.c.at < until)
        return [_step_of(row) for row in await self._session.all(these.order_by(item_steps.c.id))]

    @property
    def _mine(self) -> ColumnElement[bool]:
        return items.c.bot_id == self._session.bot_id


def _values_of(plan: Plan) -> dict[str, Any]:
    sums: dict[str, int] = {source.value: cents for source, cents in plan.funding.by_source.items()}
    if plan.funding.open_cents:
        sums[_OPEN] = plan.funding.open_cents
    return {
        "name": plan.name,
        "tier": plan.tier.value,
        "day": plan.day,
        "owner": plan.owner.value,
        "funding": sums,
    }


def _funding_of(sums: Mapping[str, int]) -> Funding:
    return Funding({Source(key): cents for key, cents in sums.items() if key != _OPEN}, sums.get(_OPEN, 0))


def _item_of(row: Row[Any]) -> Item:
    plan = Plan(row.name, Tier(row.tier), row.day, Body(row.owner), _funding_of(row.funding))
    return Item(row.id, row.estate_key, row.number, plan, ItemState(row.state), row.made_at)


def _step_of(row: Row[Any]) -> ItemStep:
    by = None if row.by_name is None else Speaker(0, row.by_name, Body(row.by_body))
    return ItemStep(
        id=row.id,
        item_id=row.item_id,
        move=ItemMove(row.move),
        at=row.at,
        by=by,
        words=row.words,
        before=row.before,
        day=row.day,
    )
