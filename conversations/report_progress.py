"""How far a project is: which, percent, a milestone or none, words, photos; a last look, and the card says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain import projects
from bot.domain.projects import Milestone, Project
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import project_records
from conversations.ask_photo import AskPhoto
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.run_project import look
from conversations.steps import YES, Ask, Choose, Confirm
from conversations.to_all import NO_FACES

_NO_MILESTONE = "0"
_OTHER_PHOTOS = "other-photos"
_OTHERS = Option(
    _OTHER_PHOTOS, "button-other-photo", ("换张照片", "换照片", "換照片", "another photo"), sets={"photos": []}
)


def given(found: Sequence[tuple[Project, Sequence[Milestone]]]) -> dict[str, Any]:
    """What there is to choose from: projects under way, each with the milestones it has not reached."""
    rows = [
        [
            str(project.id),
            str(project.number),
            project.name,
            project.percent,
            [[str(each.id), each.name] for each in milestones if each.reached_on is None],
        ]
        for project, milestones in found
    ]
    only = {"project": rows[0][0]} if len(rows) == 1 else {}
    return {"offered": rows, "single": len(rows) == 1, **only}


def _chosen(answers: Answers) -> Any:
    return next(row for row in answers["offered"] if row[0] == answers["project"])


def _projects(answers: Answers, context: Context) -> tuple[Option, ...]:
    """By number and name: two may bear the same one."""
    labels = [(row, f"{row[1]} {row[2]}") for row in answers.get("offered") or ()]
    return tuple(Option(row[0], "button-words", (label, row[1], row[2]), {"words": label}) for row, label in labels)


def _milestones(answers: Answers, context: Context) -> tuple[Option, ...]:
    reached = tuple(Option(key, "button-words", (name,), {"words": name}) for key, name in _chosen(answers)[4])
    return (Option(_NO_MILESTONE, "button-no-milestone", ("没到节点", "没到", "no milestone", "no")), *reached)


def _is_lower(answers: Answers) -> bool:
    return int(answers["percent"]) < int(_chosen(answers)[3])


def _next(step: str | None, answers: Answers) -> str | None:
    match step:
        case None:
            return "percent" if answers.get("single") else "project"
        case "project":
            return "percent"
        case "percent" if _is_lower(answers):
            return "reason"
        case "percent" | "reason":
            return "milestone" if _chosen(answers)[4] else "words"
        case "milestone":
            return "words"
        case "words":
            return "photos"
        case "photos":
            return "confirm"
        case "confirm" if answers["confirm"] == _OTHER_PHOTOS:
            return "photos"
    return None


def _percent(words: str, context: Context) -> str:
    return str(projects.read_percent(words))


def _shown_percent(percent: Any) -> str:
    return f"{percent}%"


def _ask_percent(answers: Answers, context: Context) -> tuple[Line, ...]:
    _, number, name, before, _ = _chosen(answers)
    return (Line("progress-ask-percent", {"number": number, "name": name, "percent": before}),)


def _ask_reason(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("progress-ask-reason", {"before": int(_chosen(answers)[3]), "percent": int(answers["percent"])}),)


_PERCENTS = tuple(
    Option(str(each), "button-percent", (f"{each}%",), {"percent": str(each)}) for each in (10, 25, 50, 75, 90, 100)
)


def _milestone_name(answers: Answers) -> str | None:
    return next((name for key, name in _chosen(answers)[4] if key == answers.get("milestone")), None)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    _, number, name, _, _ = _chosen(answers)
    lines = [Line("progress-preview", {"number": number, "name": name, "percent": int(answers["percent"])})]
    if (milestone := _milestone_name(answers)) is not None:
        lines.append(Line("progress-preview-milestone", {"milestone": milestone}))
    if _is_lower(answers):
        lines.append(Line("progress-preview-reason", {"words": answers["reason"]}))
    if answers.get("words"):
        lines.append(Line("preview-words", {"words": answers["words"]}))
    if answers.get("photos"):
        lines.append(Line("progress-preview-photos", {"photos": len(answers["photos"])}))
        lines.append(Line("faces-ask"))
    return tuple(lines)


def _last_look(answers: Answers, context: Context) -> tuple[Option, ...]:
    return (NO_FACES, _OTHERS) if answers.get("photos") else (YES,)


@dataclass(frozen=True, slots=True)
class LastLook(Confirm):
    """Typed, "没有" skips at every question: to the one about faces it is the answer."""

    def may_be_skipped(self, answers: Answers) -> bool:
        return bool(answers.get("photos"))

    def offers_skip(self, answers: Answers) -> bool:
        return False

    def skipped(self, answers: Answers) -> Answers:
        return self.put(answers, YES.value)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    named = _milestone_name(answers)
    project = await project_records.report_progress(
        actor=actor,
        project_id=int(answers["project"]),
        percent=int(answers["percent"]),
        reason=(answers.get("reason") or "") if _is_lower(answers) else "",
        milestone_id=int(answers["milestone"]) if named is not None else None,
        words=answers.get("words") or "",
        photos=tuple(answers.get("photos") or ()),
        uow=uow,
        now=now,
    )
    told = Line("progress-told", {"number": str(project.number), "name": project.name, "percent": project.percent})
    return Reply((told,), buttons=look(project))


REPORT_PROGRESS = Dialog(
    "report-progress",
    version=1,
    steps=(
        Choose("project", "progress-ask-project", options=_projects),
        Ask("percent", _ask_percent, max_chars=20, read=_percent, show=_shown_percent, shortcuts=_PERCENTS),
        Ask("reason", _ask_reason, max_chars=projects.MAX_WORDS_CHARS),
        Choose("milestone", "progress-ask-milestone", options=_milestones),
        Ask("words", "progress-ask-words", max_chars=projects.MAX_WORDS_CHARS, optional=True),
        AskPhoto("photos", "progress-ask-photos", most=projects.MOST_PHOTOS, optional=True),
        LastLook("confirm", _preview, options=_last_look),
    ),
    done=_done,
    next=_next,
)
