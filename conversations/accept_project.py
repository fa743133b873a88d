"""The acceptance of a project: a body's word with a picture, a resident's objection, neighbours who are named."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import projects
from bot.domain.acceptances import Party, Said
from bot.domain.projects import Project
from bot.messages import Actor, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import acceptance as service
from conversations.ask_photo import AskPhoto
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.run_project import look
from conversations.steps import Ask, Choose, Confirm

MOST_PHOTOS = 5

_SAYS = (
    Option(Said.ACCEPTED, "button-project-accept", ("验收通过", "通过", "i accept it", "accept", "yes")),
    Option(Said.OBJECTED, "button-project-object", ("有意见", "不通过", "i object", "object", "no")),
)


def given(project: Project, party: Party) -> dict[str, Any]:
    return {
        "project_id": project.id,
        "number": str(project.number),
        "name": project.name,
        "party": party.value,
    }


def _about(key: str, answers: Answers, **more: Any) -> Line:
    return Line(key, {"number": answers["number"], "name": answers["name"], **more})


def _accepts(answers: Answers) -> bool:
    return bool(answers.get("said") == Said.ACCEPTED)


def _next(step: str | None, answers: Answers) -> str | None:
    match step:
        case None:
            return "said"
        case "said":
            return "words"
        case "words" if _accepts(answers):
            return "photos"
        case "words" | "photos":
            return "confirm"
    return None


def _ask_said(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("acceptance-ask", answers, body=Term(f"body-{answers['party']}")),)


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("acceptance-ask-words" if _accepts(answers) else "acceptance-ask-why"),)


def _photos_may_be_skipped(answers: Answers) -> bool:
    return answers.get("party") != Party.COMMITTEE


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    said = Term("button-project-accept" if _accepts(answers) else "button-project-object")
    lines = [_about("acceptance-preview", answers, body=Term(f"body-{answers['party']}"), said=said)]
    if answers.get("words"):
        lines.append(Line("preview-words", {"words": answers["words"]}))
    if _accepts(answers) and answers.get("photos"):
        lines.append(Line("progress-preview-photos", {"photos": len(answers["photos"])}))
    return tuple(lines)


async def _record(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    project = await service.record(
        actor=actor,
        project_id=int(answers["project_id"]),
        said=Said(answers["said"]),
        words=answers.get("words") or "",
        photos=tuple(answers.get("photos") or ()) if _accepts(answers) else (),
        uow=uow,
        now=now,
    )
    return Reply((_about("acceptance-noted", answers),), buttons=look(project))


ACCEPT_PROJECT = Dialog(
    "accept-project",
    version=1,
    steps=(
        Choose("said", _ask_said, options=_SAYS),
        Ask("words", _ask_words, max_chars=projects.MAX_WORDS_CHARS, optional=_accepts),
        AskPhoto("photos", "acceptance-ask-photos", most=MOST_PHOTOS, optional=_photos_may_be_skipped),
        Confirm("confirm", _preview),
    ),
    done=_record,
    next=_next,
)

# ---- a resident objects ---------------------------------------------------------------------------------------------


def _ask_objection(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("acceptance-ask-objection", answers),)


def _preview_objection(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("acceptance-preview-objection", answers), Line("preview-words", {"words": answers["words"]}))


async def _object(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    project = await service.say(
        actor=actor,
        project_id=int(answers["project_id"]),
        said=Said.OBJECTED,
        words=answers["words"],
        uow=uow,
        now=now,
    )
    return Reply((_about("acceptance-objection-told", answers),), buttons=look(project))


OBJECT_TO_PROJECT = Dialog(
    "object-to-project",
    version=1,
    steps=(
        Ask("words", _ask_objection, max_chars=projects.MAX_WORDS_CHARS),
        Confirm("confirm", _preview_objection),
    ),
    done=_object,
)

# ---- neighbours named by the committee ------------------------------------------------------------------------------


def _ask_names(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("acceptance-ask-names", answers),)


def _preview_names(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("acceptance-preview-names", answers, names=answers["names"]),)


async def _name(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    project = await service.name_residents(
        actor=actor, project_id=int(answers["project_id"]), names=answers["names"], uow=uow, now=now
    )
    return Reply((_about("acceptance-named", answers),), buttons=look(project))


NAME_RESIDENTS = Dialog(
    "name-residents",
    version=1,
    steps=(Ask("names", _ask_names, max_chars=200), Confirm("confirm", _preview_names)),
    done=_name,
)
