"""A place or a grid of the committee's: put into the tree, named, named otherwise."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import place_tree
from bot.domain.buttons import data
from bot.domain.place_tree import Grid, Node, PlaceLevel
from bot.messages import Actor, Button, Line, Reply
from bot.ports import UnitOfWork
from bot.services import place_lines
from bot.services import place_tree as service
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask

_NO_NAME = Option("-", "button-no-name", ("不要名字", "没有名字", "no name"))
_MAX_TYPED_CHARS = 60


def given_add(parent: Node | None, level: PlaceLevel) -> dict[str, Any]:
    """`parent` None: the estate."""
    return {
        "parent_id": parent.id if parent else 0,
        "parent": place_tree.written(parent.path) if parent else "",
        "parent_level": parent.level.value if parent else "",
        "level": level.value,
    }


def _ask_code(answers: Answers, context: Context) -> tuple[Line, ...]:
    asked = Line(f"place-ask-code-{answers['level']}")
    if not answers["parent"]:
        return (asked,)
    path = tuple(str(answers["parent"]).split("-"))
    of = place_lines.place_arg(path, PlaceLevel(answers["parent_level"]))
    return (Line("place-ask-in", {"place": of}), asked)


def _read_name(words: str, context: Context) -> str:
    return place_tree.read_name(words)


async def _add(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    level, parent_id = PlaceLevel(answers["level"]), int(answers["parent_id"])
    code = str(answers["code"])
    _, node = await service.add(actor=actor, parent_id=parent_id, level=level, code=code, uow=uow)
    rows = (
        (Button("button-place-add-more", data("place-do", parent_id, "add", level)),),
        (
            Button("button-place-look", data("places", "n", node.id, 0)),
            Button("button-place-name", data("place-do", node.id, "name")),
            Button("button-place-remove", data("place-do", node.id, "remove")),
        ),
    )
    return Reply((Line("place-added"), place_lines.named(node)), buttons=rows)


ADD_PLACE = Dialog(
    "add-place",
    version=1,
    steps=(Ask("code", _ask_code, max_chars=_MAX_TYPED_CHARS, placeholder="placeholder-place-code"),),
    done=_add,
)


def given_name(node: Node) -> dict[str, Any]:
    return {
        "node_id": node.id,
        "place": place_tree.written(node.path),
        "place_level": node.level.value,
        "before": node.name,
    }


def _ask_new_name(answers: Answers, context: Context) -> tuple[Line, ...]:
    path = tuple(str(answers["place"]).split("-"))
    of = place_lines.place_arg(path, PlaceLevel(answers["place_level"]))
    before = (Line("place-name-so-far", {"name": answers["before"]}),) if answers["before"] else ()
    return (Line("place-ask-new-name", {"place": of}), *before)


def _no_name(answers: Answers, context: Context) -> tuple[Option, ...]:
    return (_NO_NAME,) if answers["before"] else ()


async def _name(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    name = "" if answers["name"] == _NO_NAME.value else str(answers["name"])
    node = await service.rename(actor=actor, node_id=int(answers["node_id"]), name=name, uow=uow)
    look = Button("button-place-look", data("places", "n", node.id, 0))
    return Reply((Line("place-renamed"), place_lines.named(node)), buttons=((look,),))


NAME_PLACE = Dialog(
    "name-place",
    version=1,
    steps=(Ask("name", _ask_new_name, max_chars=place_tree.MAX_NAME_CHARS, read=_read_name, shortcuts=_no_name),),
    done=_name,
)


def given_grid(grid: Grid | None = None) -> dict[str, Any]:
    """None: a new one."""
    return {"grid_id": grid.id if grid else 0, "before": grid.name if grid else ""}


def _ask_grid(answers: Answers, context: Context) -> tuple[Line, ...]:
    if answers["grid_id"]:
        return (Line("grid-ask-new-name", {"grid": answers["before"]}),)
    return (Line("grid-ask-name"),)


async def _grid(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    name, grid_id = str(answers["name"]), int(answers["grid_id"])
    if grid_id:
        grid = await service.rename_grid(actor=actor, grid_id=grid_id, name=name, uow=uow)
    else:
        grid = await service.add_grid(actor=actor, name=name, uow=uow)
    look = Button("button-place-look", data("places", "k", grid.id, 0))
    said = Line("grid-renamed" if grid_id else "grid-added", {"grid": grid.name})
    return Reply((said,), buttons=((look,),))


NAME_GRID = Dialog(
    "name-grid",
    version=1,
    steps=(Ask("name", _ask_grid, max_chars=place_tree.MAX_NAME_CHARS, read=_read_name),),
    done=_grid,
)
