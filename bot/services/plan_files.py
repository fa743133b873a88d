"""The plan as a table for files: what stands in each column, before it is put into anybody's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.items import Item, ItemState
from bot.domain.people import Chat, Estate
from bot.domain.projects import Source
from bot.messages import Money, Term
from bot.ports import UnitOfWork

DOCUMENT = "plan"
KINDS = ("xlsx", "html")
#: Texts: plan-column-number and so on.
COLUMNS = ("number", "name", "tier", "day", "owner", "state", "cost", *Source, "open", "wishes")
MONEY_COLUMNS = frozenset({"cost", *Source, "open"})

Cell = str | int | date | Money | Term | None
"""Strings are people's words; None: nothing stands there."""


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` and `total` by `COLUMNS`."""

    estate: Estate
    kind: str  #: of the file: xlsx or html
    language: str
    made_at: datetime
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...]


def document_of(kind: str, estate_key: str, language: str) -> str:
    """The name under which a `Reply` asks for the file. `kind`: xlsx or html."""
    return f"{DOCUMENT}:{kind}:{language}:{estate_key}"


async def table_of(document: str, *, estate: Estate, chat: Chat, uow: UnitOfWork, now: datetime) -> Table | None:
    """What the file of this name holds, as things stand now. None: it is none of this chat's."""
    _, kind, language, _ = document.split(":", 3)
    if kind not in KINDS or not (chat.private or chat.estate_key == estate.key):
        return None
    states = tuple(state for state in ItemState if state is not ItemState.DROPPED)
    found = await uow.items.find(estate.key, states=states)
    rows = []
    for item in found:
        wishes = [wish for wish in await uow.items.wishes_of(item.id) if wish.is_public and not wish.is_gone]
        rows.append(_row(item, ", ".join(str(wish.number) for wish in wishes)))
    return Table(estate, kind, language, now, tuple(rows), _total(found))


def _row(item: Item, wishes: str) -> tuple[Cell, ...]:
    plan = item.plan
    return (
        item.number,
        plan.name,
        Term(f"tier-{plan.tier}"),
        plan.day,
        Term(f"body-{plan.owner}"),
        Term(f"item-state-{item.state}"),
        *_money(plan.funding.total),
        *(cell for source in Source for cell in _money(plan.funding.by_source.get(source, 0))),
        *_money(plan.funding.open_cents),
        wishes,
    )


def _total(found: Sequence[Item]) -> tuple[Cell, ...]:
    """The sums of the columns of money: what every source gives makes what everything costs."""
    funding = [item.plan.funding for item in found]
    sums = (
        sum(each.total for each in funding),
        *(sum(each.by_source.get(source, 0) for each in funding) for source in Source),
        sum(each.open_cents for each in funding),
    )
    return (None, Term("plan-column-total"), None, None, None, None, *(Money(cents) for cents in sums), None)


def _money(cents: int) -> tuple[Money | None]:
    return (Money(cents) if cents else None,)
