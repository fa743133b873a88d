"""The tree of places: what lies in an estate, and its grids."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, update

from bot.domain.grants import GrantState
from bot.domain.people import Purpose
from bot.domain.place_changes import Addition
from bot.domain.place_tree import BELOW, Grid, Node, Path, PlaceLevel, Tree, folded, written
from bot.store.grant_tables import role_grants
from bot.store.place_tables import place_grids, place_nodes
from bot.store.place_waiting import PlaceFilesWaiting
from bot.store.session import NotStored
from bot.store.tables import chats
from bot.store.wish_tables import wishes

_SEPARATOR = written(("", ""))


class SqlPlaceTrees(PlaceFilesWaiting):
    """Fulfils `ports.PlaceTrees`."""

    async def tree(self, estate_key: str) -> Tree:
        nodes = await self._session.all(select(place_nodes).where(*self._nodes_of(estate_key)))
        grids = select(place_grids).where(*self._grids_of(estate_key)).order_by(place_grids.c.id)
        return Tree.of([_node_of(row) for row in nodes], [_grid_of(row) for row in await self._session.all(grids)])

    async def node(self, node_id: int) -> tuple[str, Node]:
        """Raises NotStored."""
        mine = (place_nodes.c.bot_id == self._session.bot_id, place_nodes.c.id == node_id)
        row = await self._session.first(select(place_nodes).where(*mine))
        if row is None:
            raise NotStored(f"place {node_id}")
        return row.estate_key, _node_of(row)

    async def grid(self, grid_id: int) -> tuple[str, Grid]:
        """Raises NotStored."""
        mine = (place_grids.c.bot_id == self._session.bot_id, place_grids.c.id == grid_id)
        row = await self._session.first(select(place_grids).where(*mine))
        if row is None:
            raise NotStored(f"grid {grid_id}")
        return row.estate_key, _grid_of(row)

    async def add(self, estate_key: str, added: Sequence[Addition], *, now: datetime | None = None) -> None:
        grids = {
            row.name_folded: row.id
            for row in await self._session.all(select(place_grids).where(*self._grids_of(estate_key)))
        }
        for level in BELOW:
            these = [each for each in added if each.level is level]
            if not these:
                continue
            known = select(place_nodes.c.path, place_nodes.c.id).where(*self._nodes_of(estate_key))
            ids = {row.path: row.id for row in await self._session.all(known)}
            rows = [
                {
                    "bot_id": self._session.bot_id,
                    "estate_key": estate_key,
                    "parent_id": ids[written(each.path[:-1])] if len(each.path) > 1 else None,
                    "level": level.value,
                    "path": written(each.path),
                    "name": each.name,
                    "grid_id": grids[folded(each.grid)] if each.grid else None,
                    "closed_at": now if each.closed else None,
                }
                for each in these
                if written(each.path) not in ids
            ]
            if rows:
                await self._session.connection.execute(insert(place_nodes), rows)

    async def known(self, estate_key: str, path: Path) -> None:
        if not path:
            return
        steps = [Addition(level, path[: at + 1]) for at, level in enumerate(BELOW[: len(path)])]
        paths = [written(each.path) for each in steps]
        of_it = (*self._nodes_of(estate_key), place_nodes.c.path.in_(paths))
        there = {row.path for row in await self._session.all(select(place_nodes.c.path).where(*of_it))}
        if set(paths) - there:
            await self.add(estate_key, steps)
        shut = place_nodes.c.closed_at.is_not(None)
        await self._session.run(update(place_nodes).where(*of_it, shut).values(closed_at=None))

    async def save(self, node: Node) -> None:
        values = {"name": node.name, "grid_id": node.grid_id, "closed_at": node.closed_at}
        mine = (place_nodes.c.bot_id == self._session.bot_id, place_nodes.c.id == node.id)
        await self._session.run(update(place_nodes).where(*mine).values(values))

    async def remove(self, node_id: int) -> None:
        mine = (place_nodes.c.bot_id == self._session.bot_id, place_nodes.c.id == node_id)
        await self._session.run(delete(place_nodes).where(*mine))

    # ---- grids ------------------------------------------------------------------------------------------------------

    async def add_grid(self, estate_key: str, name: str, *, closed_at: datetime | None = None) -> Grid:
        values = {"bot_id": self._session.bot_id, "estate_key": estate_key, "name": name, "closed_at": closed_at}
        added = place_grids.insert().values(**values, name_folded=folded(name)).returning(place_grids.c.id)
        return Grid(int((await self._session.connection.execute(added)).scalar_one()), name, closed_at)

    async def save_grid(self, grid: Grid) -> None:
        values = {"name": grid.name, "name_folded": folded(grid.name), "closed_at": grid.closed_at}
        mine = (place_grids.c.bot_id == self._session.bot_id, place_grids.c.id == grid.id)
        await self._session.run(update(place_grids).where(*mine).values(values))

    async def remove_grid(self, grid_id: int) -> None:
        mine = (place_grids.c.bot_id == self._session.bot_id, place_grids.c.id == grid_id)
        await self._session.run(delete(place_grids).where(*mine))

    # ---- what hangs on a place --------------------------------------------------------------------------------------

    async def groups_at(self, estate_key: str, path: Path) -> int:
        tied = (chats.c.bot_id == self._session.bot_id, chats.c.estate_key == estate_key)
        at = [chats.c.purpose == Purpose.BUILDING.value, chats.c.building == path[0]]
        if len(path) > 1:
            at.append(chats.c.unit == path[1])
        return int(await self._session.value(select(func.count()).select_from(chats).where(*tied, *at)))

    async def groups_of_grid(self, grid_id: int) -> int:
        mine = (chats.c.bot_id == self._session.bot_id, chats.c.grid_id == grid_id)
        return int(await self._session.value(select(func.count()).select_from(chats).where(*mine)))

    async def roles_at(self, estate_key: str, path: Path) -> int:
        runs = (GrantState.OFFERED.value, GrantState.ACCEPTED.value)
        of_it = [role_grants.c.bot_id == self._session.bot_id, role_grants.c.estate_key == estate_key]
        of_it += [role_grants.c.state.in_(runs), role_grants.c.building == path[0]]
        if len(path) > 1:
            of_it.append(role_grants.c.unit == path[1])
        return int(await self._session.value(select(func.count()).select_from(role_grants).where(*of_it)))

    async def roles_of_grid(self, grid_id: int) -> int:
        mine = (role_grants.c.bot_id == self._session.bot_id, role_grants.c.grid_id == grid_id)
        return int(await self._session.value(select(func.count()).select_from(role_grants).where(*mine)))

    async def wishes_at(self, estate_key: str, path: Path, level: PlaceLevel) -> int:
        about = [wishes.c.bot_id == self._session.bot_id, wishes.c.estate_key == estate_key]
        about.append(wishes.c.building == path[0])
        if level is PlaceLevel.HOUSEHOLD:
            about.append(wishes.c.door == path[-1])
            path = path[:-1]
        if len(path) > 1:
            about.append(wishes.c.unit == path[1])
        return int(await self._session.value(select(func.count()).select_from(wishes).where(*about)))

    def _nodes_of(self, estate_key: str) -> tuple[ColumnElement[bool], ...]:
        return (place_nodes.c.bot_id == self._session.bot_id, place_nodes.c.estate_key == estate_key)

    def _grids_of(self, estate_key: str) -> tuple[ColumnElement[bool], ...]:
        return (place_grids.c.bot_id == self._session.bot_id, place_grids.c.estate_key == estate_key)


def _node_of(row: Row[Any]) -> Node:
    path = tuple(row.path.split(_SEPARATOR))
    return Node(row.id, PlaceLevel(row.level), path, row.name, row.grid_id, row.closed_at)


def _grid_of(row: Row[Any]) -> Grid:
    return Grid(row.id, row.name, row.closed_at)
