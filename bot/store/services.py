"""Services, how often they were opened, and when the list is looked through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, select, update

from bot.domain.directory import Duty, Particulars, Provider, Service
from bot.domain.people import Body, Speaker
from bot.store import counters
from bot.store.directory_tables import service_openings, service_reviews, service_uses, services
from bot.store.session import NotStored, Session


class SqlServices:
    """Fulfils `ports.Services`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, particulars: Particulars, *, estate_key: str, today: date, by: Speaker, by_id: int) -> Service:
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "number": await counters.next_value(self._session, f"service:{estate_key}"),
            "listed": True,
            "listed_on": today,
            "checked_on": today,
            "by_id": by_id,
            **_by(by),
            **_values_of(particulars),
        }
        added = await self._session.connection.execute(services.insert().values(values).returning(services))
        return _service_of(added.one())

    async def get(self, service_id: int) -> Service:
        """Raises NotStored."""
        return await self._one(select(services).where(self._mine, services.c.id == service_id), service_id)

    async def lock(self, service_id: int) -> Service:
        """Raises NotStored."""
        this = select(services).where(self._mine, services.c.id == service_id)
        return await self._one(this.with_for_update(), service_id)

    async def _one(self, statement: Any, service_id: int) -> Service:
        row = await self._session.first(statement)
        if row is None:
            raise NotStored(f"service {service_id}")
        return _service_of(row)

    async def save(self, service: Service, *, by_id: int) -> None:
        values = {
            **_values_of(service.particulars),
            **_by(service.by),
            "by_id": by_id,
            "listed": service.listed,
            "checked_on": service.checked_on,
        }
        await self._session.run(update(services).where(self._mine, services.c.id == service.id).values(values))

    async def of_estate(self, estate_key: str, *, listed: bool = True) -> Sequence[Service]:
        these = (self._mine, services.c.estate_key == estate_key, services.c.listed.is_(listed))
        found = select(services).where(*these).order_by(services.c.number)
        return [_service_of(row) for row in await self._session.all(found)]

    # ---- how often they were opened -------------------------------------------------------------------------------

    async def opened(self, service_id: int, person_id: int, *, day: date) -> bool:
        who = {"service_id": service_id, "person_id": person_id, "day": day}
        first = self._session.insert(service_openings).values(who).on_conflict_do_nothing(index_elements=list(who))
        if not await self._session.run(first):
            return False
        key = {"service_id": service_id, "day": day}
        count = self._session.insert(service_uses).values(**key, uses=1)
        more = {"uses": service_uses.c.uses + 1}
        await self._session.run(count.on_conflict_do_update(index_elements=list(key), set_=more))
        return True

    async def uses_since(self, estate_key: str, since: date) -> Mapping[int, int]:
        used = select(service_uses.c.service_id, func.sum(service_uses.c.uses).label("uses"))
        used = used.join(services, services.c.id == service_uses.c.service_id)
        used = used.where(self._mine, services.c.estate_key == estate_key, service_uses.c.day >= since)
        rows = await self._session.all(used.group_by(service_uses.c.service_id))
        return {row.service_id: int(row.uses) for row in rows}

    async def forget_openings(self, *, before: date) -> int:
        mine = select(services.c.id).where(self._mine)
        old = (service_openings.c.day < before, service_openings.c.service_id.in_(mine))
        return await self._session.run(delete(service_openings).where(*old))

    # ---- when the list is looked through --------------------------------------------------------------------------

    async def reviews(self) -> Mapping[str, datetime]:
        mine = select(service_reviews).where(service_reviews.c.bot_id == self._session.bot_id)
        return {row.estate_key: row.next_at for row in await self._session.all(mine)}

    async def lock_review(self, estate_key: str) -> datetime | None:
        this = (service_reviews.c.bot_id == self._session.bot_id, service_reviews.c.estate_key == estate_key)
        row = await self._session.first(select(service_reviews).where(*this).with_for_update())
        return None if row is None else row.next_at

    async def set_review(self, estate_key: str, next_at: datetime) -> None:
        key = {"bot_id": self._session.bot_id, "estate_key": estate_key}
        insert = self._session.insert(service_reviews).values(**key, next_at=next_at)
        upsert = insert.on_conflict_do_update(index_elements=list(key), set_={"next_at": next_at})
        await self._session.run(upsert)

    @property
    def _mine(self) -> ColumnElement[bool]:
        return services.c.bot_id == self._session.bot_id


def _by(by: Speaker) -> dict[str, str]:
    return {"by_name": by.name, "by_body": by.body.value}


def _values_of(particulars: Particulars) -> dict[str, Any]:
    provider = particulars.provider
    return {
        "name": particulars.name,
        "provider_body": provider.body.value if provider.body else None,
        "provider_name": provider.name,
        "duty": particulars.duty.value,
        "apply": particulars.apply,
        "hours": particulars.hours,
        "contact": particulars.contact,
    }


def _service_of(row: Row[Any]) -> Service:
    provider = Provider(Body(row.provider_body) if row.provider_body else None, row.provider_name)
    particulars = Particulars(row.name, provider, Duty(row.duty), row.apply, row.hours, row.contact)
    return Service(
        id=row.id,
        estate_key=row.estate_key,
        number=row.number,
        particulars=particulars,
        listed_on=row.listed_on,
        checked_on=row.checked_on,
        by=Speaker(0, row.by_name, Body(row.by_body)),
        listed=row.listed,
    )
