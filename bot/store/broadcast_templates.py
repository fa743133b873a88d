"""Templates that estates wrote for what they tell many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from bot.domain.broadcast_templates import Template
from bot.store.planned_tables import broadcast_templates
from bot.store.session import NotStored, Session


class SqlBroadcastTemplates:
    """Fulfils `ports.BroadcastTemplates`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, template: Template) -> Template:
        values = {"bot_id": self._session.bot_id, "estate_key": template.estate_key, **_changing(template)}
        added = insert(broadcast_templates).values(values).returning(broadcast_templates.c.id)
        return replace(template, id=int((await self._session.connection.execute(added)).scalar_one()))

    async def get(self, template_id: int) -> Template:
        """Raises NotStored."""
        row = await self._session.first(select(broadcast_templates).where(self._is(template_id)))
        if row is None:
            raise NotStored(f"template {template_id}")
        return _template_of(row)

    async def save(self, template: Template) -> None:
        await self._session.run(update(broadcast_templates).where(self._is(template.id)).values(_changing(template)))

    async def remove(self, template_id: int) -> None:
        await self._session.run(delete(broadcast_templates).where(self._is(template_id)))

    async def of_estate(self, estate_key: str) -> Sequence[Template]:
        mine = broadcast_templates.c.bot_id == self._session.bot_id
        theirs = select(broadcast_templates).where(mine, broadcast_templates.c.estate_key == estate_key)
        rows = await self._session.all(theirs.order_by(broadcast_templates.c.name))
        return [_template_of(row) for row in rows]

    def _is(self, template_id: int) -> ColumnElement[bool]:
        mine: ColumnElement[bool] = broadcast_templates.c.bot_id == self._session.bot_id
        return mine & (broadcast_templates.c.id == template_id)


def _changing(template: Template) -> dict[str, Any]:
    return {
        "name": template.name,
        "words": dict(template.words),
        "by_id": template.by_id,
        "by_name": template.by_name,
        "at": template.at,
    }


def _template_of(row: Row[Any]) -> Template:
    return Template(row.id, row.estate_key, row.name, row.words, row.by_id, row.by_name, row.at)
