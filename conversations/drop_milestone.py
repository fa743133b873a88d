"""The committee removes a milestone that is not to be any more: which one, and a last look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.projects import Milestone, Project
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import project_records
from conversations import run_project
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Choose, Confirm


def given(project: Project, milestones: Sequence[Milestone]) -> dict[str, Any]:
    return run_project.given(project, milestones=[[each.id, each.name] for each in milestones])


def _milestones(answers: Answers, context: Context) -> tuple[Option, ...]:
    return tuple(
        Option(str(milestone_id), "button-words", (name,), {"words": name})
        for milestone_id, name in answers["milestones"]
    )


def _ask(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("milestone-off-ask", {"number": answers["number"], "name": answers["name"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    name = next(name for milestone_id, name in answers["milestones"] if str(milestone_id) == str(answers["milestone"]))
    return (Line("milestone-off-preview", {"number": answers["number"], "milestone": name}),)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    project, name = await project_records.drop_milestone(
        actor=actor, project_id=int(answers["project_id"]), milestone_id=int(answers["milestone"]), uow=uow
    )
    said = Line("milestone-off-done", {"number": answers["number"], "milestone": name})
    return Reply((said,), buttons=run_project.look(project))


DROP_MILESTONE = Dialog(
    "drop-milestone",
    version=1,
    steps=(Choose("milestone", _ask, options=_milestones), Confirm("confirm", _preview)),
    done=_done,
)
