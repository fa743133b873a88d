"""The file of the tree of places (XLSX), made when it is sent, in the reader's language."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from bot.delivery.contracts import DocumentComposer, Renderer
from bot.delivery.plan_files import Printed, Reading, workbook
from bot.domain.people import Chat, Estate
from bot.messages import Attachment, Day, Line, line
from bot.ports import UnitOfWork
from bot.services.place_files import COLUMNS, DOCUMENT, PlacesTable, estate_key_of, table_of


class PlaceFiles:
    """Makes the file of places; of any other name it asks whoever comes next."""

    def __init__(self, renderer: Renderer, estates: Mapping[str, Estate], other: DocumentComposer) -> None:
        self._renderer, self._estates, self._other = renderer, estates, other

    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        if document.partition(":")[0] != DOCUMENT:
            return await self._other(document, chat=chat, uow=uow, now=now)
        estate = self._estates.get(estate_key_of(document))
        table = await table_of(document, estate=estate, chat=chat, uow=uow, now=now) if estate else None
        if table is None:
            return None
        content = await asyncio.to_thread(workbook, printed(table, self._renderer))
        day = table.estate.local(table.made_at).date()
        return Attachment(f"wishwell-places-{day.isoformat()}.xlsx", content)


def printed(table: PlacesTable, renderer: Renderer) -> Printed:
    reading = Reading(renderer, table.language)
    made = Day(table.estate.local(table.made_at).date())
    return Printed(
        language=table.language,
        title=reading.words(line("places-file-title", estate=table.estate.name)),
        made=reading.words(line("plan-file-made", day=made)),
        sheet=reading.words(line("places-file-sheet"))[:31],
        columns=tuple(reading.words(Line(f"places-column-{name}")) for name in COLUMNS),
        rows=tuple(reading.row(row) for row in table.rows),
        has_sums=False,
    )
