"""The tree of places of an estate: looked through and kept by its committee, where no neighbour reads along."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import errors, place_refusals, place_tree
from bot.domain.people import Estate
from bot.domain.place_changes import Addition
from bot.domain.place_tree import Grid, Node, PlaceLevel, Tree
from bot.domain.rights import RIGHTS, Act, sees_staff_matters
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing


def estate_to_keep(actor: Actor) -> Estate:
    """The estate whose places the actor keeps.

    Raises:
        OnlyInPrivate: in a building's group.
        NotAllowed, ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_PLACES)
    standing.require_away_from_neighbours(actor)
    return estate


def keeps(actor: Actor) -> bool:
    """Whether there is an estate whose places the actor keeps where they are now."""
    if not actor.chat.private:
        here = actor.estate is not None and sees_staff_matters(actor.chat, actor.estate.key)
        return here and bool(actor.roles & RIGHTS[Act.RUN_PLACES])
    roles = actor.roles.union(*(foothold.roles for foothold in actor.elsewhere.values()))
    return bool(roles & RIGHTS[Act.RUN_PLACES])


async def node_to_keep(*, actor: Actor, node_id: int, uow: UnitOfWork) -> tuple[Estate, Node]:
    """The place of a button.

    Raises:
        PlaceGone: there is none, or it belongs to an estate the actor has nothing to do with here.
        OnlyInPrivate, NotAResident, NotAllowed: as `estate_to_keep`.
    """
    try:
        estate_key, node = await uow.place_trees.node(node_id)
    except LookupError:
        raise place_refusals.PlaceGone from None
    return _checked(actor, estate_key, gone=place_refusals.PlaceGone()), node


async def grid_to_keep(*, actor: Actor, grid_id: int, uow: UnitOfWork) -> tuple[Estate, Grid]:
    """Raises GridGone; else as `node_to_keep`."""
    try:
        estate_key, grid = await uow.place_trees.grid(grid_id)
    except LookupError:
        raise place_refusals.GridGone from None
    return _checked(actor, estate_key, gone=place_refusals.GridGone()), grid


def _checked(actor: Actor, estate_key: str, *, gone: errors.Refused) -> Estate:
    if actor.chat.private and actor.estate is None and not actor.elsewhere:
        raise errors.NotAResident
    standing.check_estate(actor, estate_key, Act.RUN_PLACES, gone=gone)
    standing.require_away_from_neighbours(actor)
    return standing.estate_of(estate_key, actor)


async def _alone(estate: Estate, uow: UnitOfWork) -> Tree:
    """The tree, which nobody else changes until this unit of work ends."""
    await uow.alone(f"places {estate.key}")
    return await uow.place_trees.tree(estate.key)


# ---- places ---------------------------------------------------------------------------------------------------------


async def add(*, actor: Actor, parent_id: int, level: PlaceLevel, code: str, uow: UnitOfWork) -> tuple[Estate, Node]:
    """Put a place into another, or into the estate (`parent_id` 0).

    Raises:
        PlaceTaken, NotDownward, ParentMissing, TooManyPlaces: see `place_tree.check_new`.
        NotAPlaceCode: see `place_tree.read_code`.
        PlaceGone, OnlyInPrivate, NotAllowed: see `node_to_keep`.
    """
    if parent_id:
        estate, parent = await node_to_keep(actor=actor, node_id=parent_id, uow=uow)
        path: place_tree.Path = parent.path
    else:
        estate, path = estate_to_keep(actor), ()
    tree = await _alone(estate, uow)
    own = (*path, place_tree.read_code(code, level))
    place_tree.check_new(tree, own, level)
    await uow.place_trees.add(estate.key, [Addition(level, own)])
    return estate, (await uow.place_trees.tree(estate.key)).nodes[own]


async def rename(*, actor: Actor, node_id: int, name: str, uow: UnitOfWork) -> Node:
    """Beside its number; an empty name takes it away.

    Raises:
        PlacesAsBefore, PlaceTaken
        PlaceGone, OnlyInPrivate, NotAllowed: see `node_to_keep`.
    """
    estate, _ = await node_to_keep(actor=actor, node_id=node_id, uow=uow)
    tree, node = await _changing(estate, node_id, uow)
    name = "" if not name or place_tree.says_the_number(name, node.level, node.code) else place_tree.read_name(name)
    if name == node.name:
        raise place_refusals.PlacesAsBefore
    place_tree.check_name(tree, node.path, name)
    return await _saved(replace(node, name=name), uow)


async def _changing(estate: Estate, node_id: int, uow: UnitOfWork) -> tuple[Tree, Node]:
    tree = await _alone(estate, uow)
    node = next((node for node in tree.nodes.values() if node.id == node_id), None)
    if node is None:  # removed meanwhile
        raise place_refusals.PlaceGone
    return tree, node


async def _saved(node: Node, uow: UnitOfWork) -> Node:
    await uow.place_trees.save(node)
    return node


async def close(*, actor: Actor, node_id: int, closed: bool, uow: UnitOfWork, now: datetime) -> Node:
    """No longer in use, or in use again; pressed twice it stays so. Raises: see `node_to_keep`."""
    estate, _ = await node_to_keep(actor=actor, node_id=node_id, uow=uow)
    _, node = await _changing(estate, node_id, uow)
    if (node.closed_at is not None) is closed:
        return node
    return await _saved(replace(node, closed_at=now if closed else None), uow)


async def remove(*, actor: Actor, node_id: int, uow: UnitOfWork) -> Node:
    """For good, if nothing hangs on it.

    Raises:
        PlaceInUse: see `place_tree.check_removal`.
        PlaceGone, OnlyInPrivate, NotAllowed: see `node_to_keep`.
    """
    estate, _ = await node_to_keep(actor=actor, node_id=node_id, uow=uow)
    tree, node = await _changing(estate, node_id, uow)
    chats = await uow.place_trees.groups_at(estate.key, node.path) if node.level is not PlaceLevel.HOUSEHOLD else 0
    wishes = await uow.place_trees.wishes_at(estate.key, node.path, node.level)
    roles = await uow.place_trees.roles_at(estate.key, node.path)
    place_tree.check_removal(tree, node, chats=chats, wishes=wishes, roles=roles)
    await uow.place_trees.remove(node.id)
    return node


async def put_in_grid(*, actor: Actor, node_id: int, grid_id: int, uow: UnitOfWork) -> tuple[Node, Grid | None]:
    """Into this grid alone; 0: into none. Returns it as it was before, and the grid it is in now.

    Raises:
        OnlyBuildingsInGrids, GridIsClosed
        GridGone: also one of another estate.
        PlaceGone, OnlyInPrivate, NotAllowed: see `node_to_keep`.
    """
    estate, _ = await node_to_keep(actor=actor, node_id=node_id, uow=uow)
    tree, node = await _changing(estate, node_id, uow)
    grid = tree.grids.get(grid_id)
    if grid_id and grid is None:
        raise place_refusals.GridGone
    place_tree.check_in_grid(node, grid)
    await _saved(replace(node, grid_id=grid.id if grid else None), uow)
    return node, grid


# ---- grids ----------------------------------------------------------------------------------------------------------


async def add_grid(*, actor: Actor, name: str, uow: UnitOfWork) -> Grid:
    """Raises GridTaken, TooManyGrids; EmptyWords, TooLong; OnlyInPrivate, NotAllowed: see `estate_to_keep`."""
    estate = estate_to_keep(actor)
    tree, name = await _alone(estate, uow), place_tree.read_name(name)
    place_tree.check_new_grid(tree, name)
    return await uow.place_trees.add_grid(estate.key, name)


async def rename_grid(*, actor: Actor, grid_id: int, name: str, uow: UnitOfWork) -> Grid:
    """Raises PlacesAsBefore, GridTaken; EmptyWords, TooLong; GridGone, OnlyInPrivate, NotAllowed."""
    tree, grid = await _changing_grid(actor, grid_id, uow)
    name = place_tree.read_name(name)
    if name == grid.name:
        raise place_refusals.PlacesAsBefore
    place_tree.check_grid(tree, name, but=grid.id)
    grid = replace(grid, name=name)
    await uow.place_trees.save_grid(grid)
    return grid


async def _changing_grid(actor: Actor, grid_id: int, uow: UnitOfWork) -> tuple[Tree, Grid]:
    estate, _ = await grid_to_keep(actor=actor, grid_id=grid_id, uow=uow)
    tree = await _alone(estate, uow)
    if (grid := tree.grids.get(grid_id)) is None:
        raise place_refusals.GridGone
    return tree, grid


async def close_grid(*, actor: Actor, grid_id: int, closed: bool, uow: UnitOfWork, now: datetime) -> Grid:
    """Pressed twice it stays so. Raises GridGone, OnlyInPrivate, NotAllowed."""
    _, grid = await _changing_grid(actor, grid_id, uow)
    if (grid.closed_at is not None) is closed:
        return grid
    grid = replace(grid, closed_at=now if closed else None)
    await uow.place_trees.save_grid(grid)
    return grid


async def remove_grid(*, actor: Actor, grid_id: int, uow: UnitOfWork) -> Grid:
    """Raises GridInUse: buildings are in it. GridHasGroup, GridHasRoles; GridGone, OnlyInPrivate, NotAllowed."""
    tree, grid = await _changing_grid(actor, grid_id, uow)
    if tree.buildings_of(grid.id):
        raise place_refusals.GridInUse(grid=grid.name)
    if await uow.place_trees.groups_of_grid(grid.id):
        raise place_refusals.GridHasGroup(grid=grid.name)
    if await uow.place_trees.roles_of_grid(grid.id):
        raise place_refusals.GridHasRoles(grid=grid.name)
    await uow.place_trees.remove_grid(grid.id)
    return grid
