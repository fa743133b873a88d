"""`/export`: everything an office can take along as a file, behind buttons."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data
from bot.domain.house import House
from bot.messages import Actor, Button, Command, Line, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import exports

_COLUMNS = 2


async def on_export(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/export`: which file."""
    estate, mine = exports.offered(command.actor)
    buttons = [Button(f"button-export-{each.name}", data("export", each.name)) for each in mine]
    rows = tuple(tuple(buttons[at : at + _COLUMNS]) for at in range(0, len(buttons), _COLUMNS))
    return Reply((line("export-which", estate=estate.name),), buttons=rows, silent=True)


async def on_export_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    if len(press.args) != 1:
        raise errors.UnknownButton
    return (Toast("plan-file-comes"), _file(press.args[0], press.actor, now))


def _file(name: str, actor: Actor, now: datetime) -> Reply:
    estate, export = exports.named(name, actor)
    caption = Line(f"export-{export.name}", {"estate": estate.name})
    return Reply((caption,), document=export.document(estate, actor.language, now=now), silent=True)
