"""The tree of places as the use cases ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.place_changes import Addition
from bot.domain.place_tree import Grid, Node, Path, PlaceLevel, Tree


@dataclass(frozen=True, slots=True)
class PlaceImport:
    """A file somebody sent. `rows`: its cells; None: its bytes are still on the way. `shown`: what was said of it."""

    id: int
    estate_key: str
    chat_id: int
    person_id: int
    language: str
    name: str  #: of the file
    rows: tuple[tuple[str, ...], ...] | None
    shown: str = ""
    file: str | None = None  #: key of `files`, until it is read


class PlaceTrees(Protocol):
    async def tree(self, estate_key: str) -> Tree: ...
    async def node(self, node_id: int) -> tuple[str, Node]:
        """With the key of its estate. Raises LookupError."""

    async def grid(self, grid_id: int) -> tuple[str, Grid]:
        """With the key of its estate. Raises LookupError."""

    async def add(self, estate_key: str, added: Sequence[Addition], *, now: datetime | None = None) -> None:
        """Put them into the tree: parents are there, or come before what lies in them; grids of these names are there.

        What is there already stays as it is. `now`: since when those are closed that are.
        """

    async def known(self, estate_key: str, path: Path) -> None:
        """A group belongs to it: it is in the tree from now on, with the building it lies in; open again if it was
        closed."""

    async def save(self, node: Node) -> None:
        """Its name, its grid, whether it is closed."""

    async def remove(self, node_id: int) -> None: ...
    async def add_grid(self, estate_key: str, name: str, *, closed_at: datetime | None = None) -> Grid: ...
    async def save_grid(self, grid: Grid) -> None: ...
    async def remove_grid(self, grid_id: int) -> None: ...
    async def groups_at(self, estate_key: str, path: Path) -> int:
        """Groups tied to the place or to something in it."""

    async def groups_of_grid(self, grid_id: int) -> int:
        """Groups tied to the grid itself."""

    async def roles_at(self, estate_key: str, path: Path) -> int:
        """That hold for the place or something in it, or were offered."""

    async def roles_of_grid(self, grid_id: int) -> int:
        """That hold for the grid itself, or ever did: what was is looked up for years."""

    async def wishes_at(self, estate_key: str, path: Path, level: PlaceLevel) -> int:
        """About the place or something in it."""

    # ---- files that were sent

    async def take_file(
        self, *, estate_key: str, chat_id: int, person_id: int, language: str, file: str, name: str, now: datetime
    ) -> int:
        """Its id. The same file may be sent again: its bytes are wanted anew."""

    async def files_waiting(self, file: str) -> Sequence[PlaceImport]: ...
    async def file_read(self, import_id: int, rows: Sequence[Sequence[str]], *, shown: str) -> None:
        """From now on the file is not needed any more."""

    async def lock_file(self, import_id: int) -> PlaceImport:
        """Nobody else takes it over until this unit of work ends. Raises LookupError."""

    async def forget_file(self, import_id: int) -> None: ...
    async def files_before(self, moment: datetime, *, unread: bool) -> Sequence[PlaceImport]:
        """Those sent before then: `unread`, whose bytes did not come, or all of them."""
