"""The table of who had which role when, and of what the staff did (XLSX), made when it is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from bot.delivery.contracts import DocumentComposer, Renderer
from bot.delivery.plan_files import Printed, Reading, workbook
from bot.domain.people import Chat, Estate, Purpose
from bot.domain.rights import RIGHTS, Act, roles_of
from bot.messages import Attachment, Day, Line, line
from bot.ports import UnitOfWork
from bot.services import roster
from bot.services.audit import COLUMNS, TABLE, estate_key_of, table_of


class AuditFiles:
    """Makes that file; of any other name it asks whoever comes next."""

    def __init__(self, renderer: Renderer, estates: Mapping[str, Estate], other: DocumentComposer) -> None:
        self._renderer, self._estates, self._other = renderer, estates, other

    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        if document.partition(":")[0] != TABLE:
            return await self._other(document, chat=chat, uow=uow, now=now)
        estates = await roster.estates_now(self._estates, uow=uow, now=now)
        estate = estates.get(estate_key_of(document))
        if estate is None or not await _may_read(chat, estate, uow):
            return None
        reading = Reading(self._renderer, document.split(":")[1])
        printed = Printed(
            language=reading.language,
            title=reading.words(line("audit-file-title", estate=estate.name)),
            made=reading.words(line("plan-file-made", day=Day(estate.local(now).date()))),
            sheet=reading.words(line("audit-file-sheet"))[:31],
            columns=tuple(reading.words(Line(f"audit-column-{name}")) for name in COLUMNS),
            rows=tuple(reading.row(row) for row in await table_of(estate, uow)),
        )
        content = await asyncio.to_thread(workbook, printed)
        return Attachment(f"wishwell-audit-{estate.local(now):%Y-%m-%d}.xlsx", content)


async def _may_read(chat: Chat, estate: Estate, uow: UnitOfWork) -> bool:
    """The role may have ended since it was asked for."""
    if not chat.private:
        return chat.estate_key == estate.key and chat.purpose is Purpose.STAFF
    person = await uow.people.known(chat.telegram_id)
    if person is None:
        return False
    return bool(roles_of(person, estate=estate, resident=False, administers=False) & RIGHTS[Act.READ_AUDIT])
