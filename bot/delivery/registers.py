"""Registers as tables people can open (XLSX), made when they are sent."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from bot.delivery.contracts import DocumentComposer, Renderer
from bot.delivery.plan_files import Printed, Reading, workbook
from bot.domain.people import Chat, Estate
from bot.messages import Attachment, Day, Line, line
from bot.ports import UnitOfWork
from bot.services.registers import COLUMNS, DOCUMENT, Register, estate_key_of, register_of


class Registers:
    """Makes registers; of any other name it asks whoever comes next."""

    def __init__(self, renderer: Renderer, estates: Mapping[str, Estate], other: DocumentComposer) -> None:
        self._renderer, self._estates, self._other = renderer, estates, other

    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        if document.partition(":")[0] != DOCUMENT:
            return await self._other(document, chat=chat, uow=uow, now=now)
        estate = self._estates.get(estate_key_of(document))
        if estate is None or not (chat.private or chat.estate_key == estate.key):
            return None
        register = await register_of(document, estate=estate, uow=uow, now=now)
        content = await asyncio.to_thread(workbook, printed(register, self._renderer))
        return Attachment(f"wishwell-{register.kind}-{estate.local(now).date().isoformat()}.xlsx", content)


def printed(register: Register, renderer: Renderer) -> Printed:
    reading = Reading(renderer, register.language)
    name = Line(f"register-{register.kind}")
    return Printed(
        language=register.language,
        title=f"{register.estate.name} · {reading.words(name)}",
        made=reading.words(line("plan-file-made", day=Day(register.estate.local(register.made_at).date()))),
        sheet=reading.words(name)[:31],
        columns=tuple(reading.words(Line(f"register-column-{each}")) for each in COLUMNS[register.kind]),
        rows=tuple(reading.row(row) for row in register.rows),
    )
