"""Registers as tables for files: services, phone numbers, broadcasts; before they are put into anybody's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain import formatting
from bot.domain.people import Estate
from bot.messages import Term
from bot.ports import UnitOfWork
from bot.services import broadcast_lines
from bot.services.plan_files import Cell

DOCUMENT = "register"
_MOST_BROADCASTS = 5000


class RegisterKind(StrEnum):
    SERVICES = "services"
    PHONES = "phones"
    BROADCASTS = "broadcasts"


#: Texts: register-column-name and so on.
COLUMNS: dict[RegisterKind, tuple[str, ...]] = {
    RegisterKind.SERVICES: ("number", "name", "provider", "duty", "apply", "hours", "contact", "listed"),
    RegisterKind.PHONES: ("name", "phone", "hours", "about", "listed"),
    RegisterKind.BROADCASTS: (
        *("number", "at", "who", "body", "whom", "where", "words"),
        *("chats", "sent", "failed", "read", "state"),
    ),
}


@dataclass(frozen=True, slots=True)
class Register:
    """`rows` by `COLUMNS[kind]`; the last one says how many there are."""

    kind: RegisterKind
    estate: Estate
    language: str
    made_at: datetime
    rows: tuple[tuple[Cell, ...], ...]


def document_of(kind: RegisterKind, estate_key: str, language: str) -> str:
    """The name under which a `Reply` asks for the file."""
    return f"{DOCUMENT}:{kind}:{language}:{estate_key}"


def estate_key_of(document: str) -> str:
    return document.split(":", 3)[-1]


async def register_of(document: str, *, estate: Estate, uow: UnitOfWork, now: datetime) -> Register:
    """What the register of this name holds, as things stand now. What was taken off is in it, too."""
    _, name, language, _ = document.split(":", 3)
    kind = RegisterKind(name)
    rows = await {
        RegisterKind.SERVICES: _services,
        RegisterKind.PHONES: _phones,
        RegisterKind.BROADCASTS: _broadcasts,
    }[kind](estate, uow)
    width = len(COLUMNS[kind])
    total: tuple[Cell, ...] = (Term("register-total"), len(rows), *(None for _ in range(width - 2)))
    return Register(kind, estate, language, now, (*rows, total))


def _listed(listed: bool) -> Term:
    return Term("register-listed-yes" if listed else "register-listed-no")


async def _services(estate: Estate, uow: UnitOfWork) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for listed in (True, False):
        for each in await uow.services.of_estate(estate.key, listed=listed):
            said = each.particulars
            provider: Cell = Term(f"body-{said.provider.body}") if said.provider.body else said.provider.name
            told = (said.apply or None, said.hours or None, said.contact or None)
            rows.append((each.number, said.name, provider, Term(f"duty-{said.duty}"), *told, _listed(listed)))
    return rows


async def _phones(estate: Estate, uow: UnitOfWork) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for listed in (True, False):
        for each in await uow.phones.of_estate(estate.key, listed=listed):
            entry = each.entry
            rows.append((entry.name, entry.number, entry.hours or None, entry.about or None, _listed(listed)))
    return rows


async def _broadcasts(estate: Estate, uow: UnitOfWork) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for each in await uow.broadcasts.find(estate.key, limit=_MOST_BROADCASTS):
        progress = await uow.broadcasts.progress(each)
        state = "retracted" if each.retracted else each.state.value
        words = " / ".join(formatting.plain(markup) for markup in each.content.words.values())
        rows.append(
            (
                *(each.number, estate.local(each.at).date(), each.by.name, Term(f"body-{each.by.body}")),
                *(broadcast_lines.whom(each), broadcast_lines.where(each.channel), words, progress.total),
                *(progress.sent, sum(progress.failed.values()), progress.read if each.ask_read else None),
                Term(f"register-state-{state}"),
            )
        )
    return rows
