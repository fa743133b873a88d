"""Files of the open ledger: its table (XLSX), made when it is sent, and documents as its publishers sent them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from bot.delivery.contracts import DocumentComposer, PhotoBytes, Renderer
from bot.delivery.plan_files import Printed, Reading, workbook
from bot.domain.people import Chat, Estate
from bot.messages import Attachment, Day, Line, line
from bot.ports import FileShelf, UnitOfWork
from bot.services.ledger_files import COLUMNS, PAPER, TABLE, LedgerTable, estate_key_of, paper_of, table_of


class LedgerFiles:
    """Makes files of the ledger; of any other name it asks whoever comes next."""

    def __init__(
        self,
        renderer: Renderer,
        estates: Mapping[str, Estate],
        shelf: FileShelf,
        folder: PhotoBytes,
        other: DocumentComposer,
    ) -> None:
        self._renderer, self._estates, self._shelf, self._folder = renderer, estates, shelf, folder
        self._other = other

    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        match document.partition(":")[0]:
            case str(name) if name == TABLE:
                return await self._table(document, chat=chat, uow=uow, now=now)
            case str(name) if name == PAPER:
                return await self._paper(document, chat=chat, uow=uow)
        return await self._other(document, chat=chat, uow=uow, now=now)

    async def _table(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        estate = self._estates.get(estate_key_of(document))
        table = await table_of(document, estate=estate, chat=chat, uow=uow, now=now) if estate else None
        if table is None:
            return None
        content = await asyncio.to_thread(workbook, printed(table, self._renderer))
        day = table.estate.local(table.made_at).date()
        return Attachment(f"wishwell-ledger-{day.isoformat()}.xlsx", content)

    async def _paper(self, document: str, *, chat: Chat, uow: UnitOfWork) -> Attachment | None:
        paper = await paper_of(document, chat=chat, uow=uow)
        kept = None if paper is None else await self._shelf.get(paper.key)
        if paper is None or kept is None:
            return None
        content = await self._folder.read(kept.sha256) if kept.sha256 else None
        if content is None and kept.file_id is None:
            return None
        return Attachment(paper.name, content or b"", file_id=kept.file_id)


def printed(table: LedgerTable, renderer: Renderer) -> Printed:
    reading = Reading(renderer, table.language)
    made = Day(table.estate.local(table.made_at).date())
    return Printed(
        language=table.language,
        title=reading.words(line("ledger-file-title", estate=table.estate.name)),
        made=reading.words(line("plan-file-made", day=made)),
        sheet=reading.words(line("ledger-file-sheet"))[:31],
        columns=tuple(reading.words(Line(f"ledger-column-{name}")) for name in COLUMNS),
        rows=tuple(reading.row(row) for row in (*table.rows, table.total)),
    )
