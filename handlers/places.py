"""The tree of places as its committee keeps it: looked through by buttons, changed by dialogs and by files."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, place_refusals
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.place_tree import BELOW, Node, PlaceLevel, Tree
from bot.messages import Actor, Button, Command, Press, Reply, Said, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import place_files, place_import, place_lines
from bot.services import place_tree as service
from conversations import keep_place
from handlers.beginning import begin


async def on_places(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """The estate's buildings; as the caption of a file, all that is in it."""
    actor = command.actor
    if command.document is not None:
        return await place_import.take(actor=actor, document=command.document, uow=uow, now=now)
    estate = service.estate_to_keep(actor)
    tree = await uow.place_trees.tree(estate.key)
    return place_lines.estate_view(estate, tree, page=0, edits=None)


async def on_places_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`places:<what>:<id>:<page>`: the same message shows something else."""
    if len(press.args) != 3:
        raise errors.UnknownButton
    what, key, page = press.args[0], number(press.args, 1), number(press.args, 2)
    return await _show(what, key, press.actor, page=page, uow=uow, edits=press.message_id)


async def _show(what: str, key: int, actor: Actor, *, page: int = 0, uow: UnitOfWork, edits: int | None) -> Reply:
    if key == 0:
        views = {"n": place_lines.estate_view, "c": place_lines.closed_view, "g": place_lines.grids_view}
        if what not in views:
            raise errors.UnknownButton
        estate = service.estate_to_keep(actor)
        return views[what](estate, await uow.place_trees.tree(estate.key), page=page, edits=edits)
    if what == "k":
        estate, grid = await service.grid_to_keep(actor=actor, grid_id=key, uow=uow)
        return place_lines.grid_view(await uow.place_trees.tree(estate.key), grid, page=page, edits=edits)
    if what not in ("n", "p"):
        raise errors.UnknownButton
    estate, node = await service.node_to_keep(actor=actor, node_id=key, uow=uow)
    tree = await uow.place_trees.tree(estate.key)
    if what == "p":
        return place_lines.pick_grid(tree, node, page=page, edits=edits)
    return await _node(estate.key, tree, node, page=page, uow=uow, edits=edits)


async def _node(estate_key: str, tree: Tree, node: Node, *, page: int, uow: UnitOfWork, edits: int | None) -> Reply:
    in_groups = node.level is not PlaceLevel.HOUSEHOLD
    groups = await uow.place_trees.groups_at(estate_key, node.path) if in_groups else 0
    return place_lines.node_view(tree, node, groups=groups, page=page, edits=edits)


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """`place-do:<id>:add:<level>`, `…:name`, `…:close`, `…:open`, `…:remove`, `…:grid:<id>`."""
    actor, node_id = press.actor, number(press.args, 0)
    match press.args[1:]:
        case ("add", str(level)) if level in tuple(BELOW):
            return await _begin_adding(press, node_id, PlaceLevel(level), uow=uow, now=now, house=house)
        case ("name",):
            _, node = await service.node_to_keep(actor=actor, node_id=node_id, uow=uow)
            given = keep_place.given_name(node)
            return await begin(keep_place.NAME_PLACE, actor, given, uow=uow, now=now, house=house)
        case ("close" | "open" as how,):
            closed = how == "close"
            await service.close(actor=actor, node_id=node_id, closed=closed, uow=uow, now=now)
            shown = await _show("n", node_id, actor, uow=uow, edits=press.message_id)
            return (Toast("place-closed" if closed else "place-opened"), shown)
        case ("remove",):
            node = await service.remove(actor=actor, node_id=node_id, uow=uow)
            back = Button("button-places-all", f"places:{place_lines.ESTATE}:0")
            gone = line("place-removed", place=place_lines.place_arg(node.path, node.level))
            return (Toast("noted"), Reply((gone,), buttons=((back,),), edits=press.message_id))
        case ("grid", str(grid)) if grid.isdecimal():
            return await _put_in_grid(press, node_id, int(grid[:18]), uow=uow)
    raise errors.UnknownButton


async def _begin_adding(
    press: Press, parent_id: int, level: PlaceLevel, *, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    parent = None
    if parent_id:
        _, parent = await service.node_to_keep(actor=press.actor, node_id=parent_id, uow=uow)
        if parent.closed_at is not None:
            raise place_refusals.PlaceGone
    else:
        service.estate_to_keep(press.actor)
    if not (parent.level if parent else PlaceLevel.ESTATE).holds(level):
        raise errors.UnknownButton
    given = keep_place.given_add(parent, level)
    return await begin(keep_place.ADD_PLACE, press.actor, given, uow=uow, now=now, house=house)


async def _put_in_grid(press: Press, node_id: int, grid_id: int, *, uow: UnitOfWork) -> tuple[Say, ...]:
    before, grid = await service.put_in_grid(actor=press.actor, node_id=node_id, grid_id=grid_id, uow=uow)
    shown = await _show("n", node_id, press.actor, uow=uow, edits=press.message_id)
    rows: tuple[tuple[Button, ...], ...] = ()
    if before.grid_id != (grid.id if grid else None):
        undo = Button("button-place-grid-undo", data("place-do", node_id, "grid", before.grid_id or 0))
        rows = ((undo,),)
    return (
        Toast("place-put-in-grid", {"grid": grid.name}) if grid else Toast("place-taken-out"),
        Reply(shown.lines, buttons=(*rows, *shown.buttons), edits=shown.edits, silent=True),
    )


async def on_grid_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """`grid-do:0:add`, `grid-do:<id>:name`, `…:close`, `…:open`, `…:remove`."""
    actor, grid_id = press.actor, number(press.args, 0)
    match press.args[1:]:
        case ("add",) if grid_id == 0:
            service.estate_to_keep(actor)
            return await begin(keep_place.NAME_GRID, actor, keep_place.given_grid(), uow=uow, now=now, house=house)
        case ("name",):
            _, grid = await service.grid_to_keep(actor=actor, grid_id=grid_id, uow=uow)
            given = keep_place.given_grid(grid)
            return await begin(keep_place.NAME_GRID, actor, given, uow=uow, now=now, house=house)
        case ("close" | "open" as how,):
            closed = how == "close"
            await service.close_grid(actor=actor, grid_id=grid_id, closed=closed, uow=uow, now=now)
            shown = await _show("k", grid_id, actor, uow=uow, edits=press.message_id)
            return (Toast("place-closed" if closed else "place-opened"), shown)
        case ("remove",):
            grid = await service.remove_grid(actor=actor, grid_id=grid_id, uow=uow)
            back = Button("button-places-all", f"places:{place_lines.GRIDS}:0")
            gone = line("grid-removed", grid=grid.name)
            return (Toast("noted"), Reply((gone,), buttons=((back,),), edits=press.message_id))
    raise errors.UnknownButton


# ---- files ----------------------------------------------------------------------------------------------------------


async def on_file(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """All of it as a table, which can be changed and sent back."""
    estate = service.estate_to_keep(press.actor)
    document = place_files.document_of(estate.key, press.actor.language)
    file = Reply((line("places-file-caption", estate=estate.name),), document=document, silent=True)
    return (Toast("plan-file-comes"), file)


async def on_yaml(said: Said, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
    """A YAML file from somebody who keeps places, where no neighbour reads along; of anything else nothing is said."""
    actor, document = said.actor, said.document
    if document is None or not place_import.is_for_places_alone(document) or not service.keeps(actor):
        return ()
    return (await place_import.take(actor=actor, document=document, uow=uow, now=now),)


async def on_import(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    if len(press.args) != 2 or press.args[1] not in ("yes", "no"):
        raise errors.UnknownButton
    actor, import_id = press.actor, number(press.args, 0)
    if press.args[1] == "no":
        await place_import.put_away(actor=actor, import_id=import_id, uow=uow)
        return (Toast("noted"), Reply((line("places-put-away"),), edits=press.message_id))
    estate, found, other = await place_import.take_over(actor=actor, import_id=import_id, uow=uow, now=now)
    if other is not None:  # the tree changed meanwhile
        return (
            Toast("places-changed-meanwhile", alert=True),
            Reply(other.lines, buttons=other.buttons, edits=press.message_id),
        )
    done = place_import.taken_line(estate, found)
    look = Button("button-places-all", f"places:{place_lines.ESTATE}:0")
    return (Toast("noted"), Reply((done,), buttons=((look,),), edits=press.message_id))
