"""The tree of places as a table for files, before it is put into anybody's language. It can be sent back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain import place_tree
from bot.domain.people import Chat, Estate, Purpose
from bot.domain.place_tree import Node, Tree
from bot.messages import Term
from bot.ports import UnitOfWork
from bot.services.place_lines import level_arg
from bot.services.plan_files import Cell

DOCUMENT = "places"
#: Texts: places-column-level and so on; `place_rows.COLUMNS` reads them in every language.
COLUMNS = ("level", "code", "name", "parent", "grid", "state")


@dataclass(frozen=True, slots=True)
class PlacesTable:
    """`rows` by `COLUMNS`: grids first, then each place before what lies in it."""

    estate: Estate
    language: str
    made_at: datetime
    rows: tuple[tuple[Cell, ...], ...]


def document_of(estate_key: str, language: str) -> str:
    """The name under which a `Reply` asks for the file."""
    return f"{DOCUMENT}:{language}:{estate_key}"


def estate_key_of(document: str) -> str:
    return document.split(":", 2)[-1]


async def table_of(document: str, *, estate: Estate, chat: Chat, uow: UnitOfWork, now: datetime) -> PlacesTable | None:
    """What the file of this name holds, as things stand now. None: it is none of this chat's."""
    language = document.split(":", 2)[1]
    if not (chat.private or (chat.estate_key == estate.key and chat.purpose is Purpose.STAFF)):
        return None
    tree = await uow.place_trees.tree(estate.key)
    grids = sorted(tree.grids.values(), key=lambda grid: place_tree.order_of((grid.name,)))
    rows: list[tuple[Cell, ...]] = [
        (Term("place-level-grid"), None, grid.name, None, None, _state(grid.closed_at)) for grid in grids
    ]
    rows += [_row(node, tree) for node in tree.within(())]
    return PlacesTable(estate, language, now, tuple(rows))


def _row(node: Node, tree: Tree) -> tuple[Cell, ...]:
    return (
        level_arg(node.level),
        node.code,
        node.name or None,
        place_tree.written(node.parent) or None,
        tree.grids[node.grid_id].name if node.grid_id is not None else None,
        _state(node.closed_at),
    )


def _state(closed_at: datetime | None) -> Term:
    return Term("place-state-open" if closed_at is None else "place-state-closed")
