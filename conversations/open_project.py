"""Opening a project: its kind and name, for which wishes, where, until when, whom it serves; a last look."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.domain import places, projects
from bot.domain.buttons import data
from bot.domain.errors import Refused
from bot.domain.project_refusals import NotABuilding
from bot.domain.projects import Brief, ProjectKind
from bot.messages import Actor, Arg, Button, Day, Line, Reply, Spot, Term, Texts
from bot.ports import UnitOfWork
from bot.services import cards
from bot.services import projects as service
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

EVERYWHERE = "everywhere"
_MAX_SERVES_CHARS, _MAX_MENTOR_CHARS, _MAX_INDICATORS_CHARS = 100, 40, 300
_QUOTED_CHARS = 40

_KINDS = (
    Option(ProjectKind.WORKS, "button-kind-works", ("实事项目", "实事", "工程", "works", "building works")),
    Option(
        ProjectKind.SELF_SERVICE,
        "button-kind-self-service",
        ("自助项目（居民自己办）", "自助项目", "自助", "self-service by residents", "self-service"),
    ),
)
_PLACES = (
    Option(
        EVERYWHERE,
        "project-everywhere",
        ("整个小区", "全小区", "小区", "the whole estate", "whole estate", "everywhere"),
    ),
)


def _numbers(words: str, context: Context) -> list[int]:
    return list(projects.read_numbers(words))


def _building(words: str, context: Context) -> str:
    place = places.parse(words)
    alone = words.strip().isdecimal() and len(words.strip()) <= 3
    building = place.building or (words.strip().lstrip("0") if alone else None)
    if not building:
        raise NotABuilding(words=words[:40])
    return building


def _indicators(words: str, context: Context) -> list[list[Any]]:
    return [[each.number, each.unit, each.words] for each in projects.read_indicators(words)]


def _shown_numbers(numbers: Any) -> Arg:
    return Texts(tuple(Term("wish-numbered", {"number": str(each)}) for each in numbers))


def _shown_place(place: Any) -> Arg:
    return Term("project-everywhere") if place == EVERYWHERE else Spot(str(place))


def _shown_indicators(rows: Any) -> Arg:
    return Texts(tuple(words for _, _, words in rows))


def _next(step: str | None, answers: Answers) -> str | None:
    after: dict[str | None, str] = {None: "kind", "kind": "name", "name": "wishes", "wishes": "where", "where": "end"}
    after |= {"serves": "indicators", "indicators": "mentor", "mentor": "confirm"}
    if step == "end":
        return "serves" if answers.get("kind") == ProjectKind.SELF_SERVICE else "confirm"
    return after.get(step)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    kind = Term(f"project-kind-{answers['kind']}")
    lines = [
        Line("project-preview-ask", {"name": answers["name"], "kind": kind}),
        Line("project-where", {"place": _shown_place(answers["where"])}),
        Line("project-end", {"day": Day(date.fromisoformat(answers["end"]))}),
    ]
    for number, words in answers.get("_found") or ():
        lines.append(Line("project-preview-wish", {"number": str(number), "words": words}))
    if missing := answers.get("_missing"):
        lines.append(Line("project-preview-missing", {"number": str(missing)}))
    if answers["kind"] == ProjectKind.SELF_SERVICE:
        lines.append(Line("project-serves", {"serves": answers["serves"]}))
        lines.append(Line("project-indicators", {"indicators": _shown_indicators(answers["indicators"])}))
        if answers.get("mentor"):
            lines.append(Line("project-mentor", {"name": answers["mentor"]}))
    return tuple(lines)


async def _look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    """What the wishes of these numbers say, so that a mistyped number is seen before it is too late."""
    try:
        estate = service.estate_to_run(actor)
        numbers = answers.get("wishes") or ()
        wishes = await service.wishes_numbered(actor=actor, estate=estate, numbers=numbers, uow=uow)
    except Refused as refused:  # said now; the last press refuses it
        return {**answers, "_found": [], "_missing": refused.variables.get("number")}
    found = []
    for wish in wishes:
        words = cards.words_of(wish)
        flat = " ".join(words.split()) if isinstance(words, str) else "🎤"
        found.append([wish.number, flat if len(flat) <= _QUOTED_CHARS else flat[: _QUOTED_CHARS - 1] + "…"])
    return {**answers, "_found": found, "_missing": None}


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    self_service = answers["kind"] == ProjectKind.SELF_SERVICE
    rows = answers.get("indicators") or () if self_service else ()
    brief = Brief(
        kind=ProjectKind(answers["kind"]),
        name=answers["name"],
        building=None if answers["where"] == EVERYWHERE else answers["where"],
        planned_end=date.fromisoformat(answers["end"]),
        serves=answers["serves"] if self_service else "",
        mentor=(answers.get("mentor") or "") if self_service else "",
        indicators=tuple(projects.Indicator(*row) for row in rows),
    )
    numbers = answers.get("wishes") or ()
    project = await service.open_project(actor=actor, brief=brief, numbers=numbers, uow=uow, now=now)
    opened = Line("project-opened", {"number": str(project.number), "name": project.name})
    look = Button("button-project-look", data("project", project.id))
    return Reply((opened,), buttons=((look,),))


def _on_one_line(words: str, context: Context) -> str:
    return " ".join(words.split())


OPEN_PROJECT = Dialog(
    "open-project",
    version=1,
    steps=(
        Choose("kind", "project-ask-kind", options=_KINDS),
        Ask("name", "project-ask-name", max_chars=projects.MAX_NAME_CHARS, read=_on_one_line),
        Ask("wishes", "project-ask-wishes", max_chars=100, read=_numbers, show=_shown_numbers, optional=True),
        Ask("where", "project-ask-where", max_chars=40, read=_building, show=_shown_place, shortcuts=_PLACES),
        AskDate("end", "project-ask-end", farthest_days=projects.FARTHEST_END_DAYS, far=True),
        Ask("serves", "project-ask-serves", max_chars=_MAX_SERVES_CHARS, read=_on_one_line),
        Ask(
            "indicators",
            "project-ask-indicators",
            max_chars=_MAX_INDICATORS_CHARS,
            read=_indicators,
            show=_shown_indicators,
            placeholder="placeholder-indicators",
        ),
        Ask("mentor", "project-ask-mentor", max_chars=_MAX_MENTOR_CHARS, read=_on_one_line, optional=True),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
    hub="confirm",
    look_up=_look_up,
)
