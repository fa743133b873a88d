"""How the dialogs about projects begin, for the walks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.acceptances import Party
from bot.domain.projects import Brief, Milestone, Move, Project, ProjectKind, Stage
from conversations import (
    accept_project,
    report_progress,
    run_project,
)

PROJECT = Project(
    1,
    "sunny",
    1,
    Brief(ProjectKind.WORKS, "换走廊的灯", "3", date(2026, 3, 20)),
    Stage.UNDER_WAY,
    percent=40,
)
ON_ITS_WAY = (PROJECT, [Milestone(1, 1, "灯具到货", date(2026, 3, 12))])
ON_ITS_WAY_TOO = (replace(PROJECT, id=2, number=2), [])
PROJECT_DIALOGS = {
    "open-project": {},
    "move-project": run_project.given(PROJECT, move=Move.ON.value),
    "reschedule-project": run_project.given(PROJECT),
    "project-money": run_project.given(PROJECT),
    "put-milestone": run_project.given(PROJECT),
    "drop-milestone": run_project.given(PROJECT, milestones=[[1, "到货"], [2, "装好"]]),
    "link-wishes": run_project.given_wishes(PROJECT, [1, 3]),
    "report-progress": report_progress.given([ON_ITS_WAY]),
    "accept-project": accept_project.given(PROJECT, Party.COMMITTEE),
    "object-to-project": run_project.given(PROJECT),
    "name-residents": run_project.given(PROJECT),
}
