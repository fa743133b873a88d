"""The stages of a project as the history of a wish tells them, among all else that came of it."""

from __future__ import annotations

from datetime import datetime

from bot.domain.projects import Move, Project
from bot.messages import Line, Term, line
from bot.ports import UnitOfWork


async def told(project: Project, uow: UnitOfWork) -> list[tuple[datetime, tuple[Line, ...]]]:
    """A line a stage; another planned end is a promise that was moved, and told as such."""
    number, name = str(project.number), project.name
    steps = [each for each in await uow.projects.steps(project.id) if each.move is not Move.RESCHEDULED]
    return [(each.at, (_line(number, name, f"stage-{each.after}"),)) for each in steps]


def _line(number: str, name: str, stage: str) -> Line:
    return line("card-project", number=number, name=name, stage=Term(stage))
