"""What the committee does with a project: on, back, stop; another end; its money, its milestones, its wishes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.domain import money, projects
from bot.domain.buttons import data
from bot.domain.projects import Move, Project, Side, Source, Stage
from bot.messages import Actor, Button, Day, Line, Money, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import project_records
from bot.services import projects as service
from bot.services.projects import Moved
from conversations.answer_wish import minutes_until
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

_CORRECT = "correct"


def given(project: Project, **more: Any) -> dict[str, Any]:
    """What is known when any of these dialogs begins. `more`: the move and the stage it is made from."""
    return {
        "project_id": project.id,
        "number": str(project.number),
        "name": project.name,
        "stage": project.stage.value,
        **more,
    }


def _about(key: str, answers: Answers, **more: Any) -> Line:
    return Line(key, {"number": answers["number"], "name": answers["name"], **more})


def look(project: Project) -> tuple[tuple[Button, ...], ...]:
    return ((Button("button-project-look", data("project", project.id)),),)


async def said(moved: Moved, key: str, *, uow: UnitOfWork, now: datetime) -> Reply:
    """What became of a step: the wishes that were answered, how to take that back, and those that were not."""
    project = moved.project
    stage = Term(f"stage-{project.stage}")
    lines = [Line(key, {"number": str(project.number), "name": project.name, "stage": stage})]
    rows = look(project)
    ids = [answer.id for answer in moved.answers]
    until = await uow.answers.held_until(max(ids)) if ids else None
    if until is not None:
        lines.append(Line("project-answers-held", {"n": len(ids), "minutes": minutes_until(until, now)}))
        rows = ((Button("button-take-back", data("takeback-several", min(ids), max(ids))),), *rows)
    elif ids:
        lines.append(Line("project-answers", {"n": len(ids)}))
    lines += [Line(each.text_key(), dict(each.variables)) for each in moved.left_out]
    return Reply(tuple(lines), buttons=rows)


# ---- on, back, stop, resume -----------------------------------------------------------------------------------------


def _words_may_be_skipped(answers: Answers) -> bool:
    return answers["move"] in (Move.ON, Move.RESUMED)


def _to(answers: Answers) -> Term:
    after = projects.leads_to(Stage(answers["stage"]), Move(answers["move"]))
    return Term(f"stage-{after or answers['stage']}")


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    match answers["move"]:
        case Move.ON if answers["stage"] == Stage.PROPOSED:
            return (_about("project-ask-feasibility", answers),)
        case Move.ON | Move.RESUMED:
            return (_about("project-ask-words-on", answers, to=_to(answers)),)
        case Move.BACK:
            return (_about("project-ask-words-back", answers, to=_to(answers)),)
    return (_about("project-ask-words-stop", answers),)


def _preview_move(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines = [_about("project-preview-move", answers, to=_to(answers))]
    if answers["move"] == Move.ON and answers["stage"] == Stage.COSTED:
        lines.append(Line("project-preview-promises"))
    if answers["move"] == Move.ON and answers["stage"] == Stage.ACCEPTANCE:
        lines.append(Line("project-preview-done"))
    if answers.get("words"):
        lines.append(Line("preview-words", {"words": answers["words"]}))
    return tuple(lines)


async def _move(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    moved = await service.advance(
        actor=actor,
        project_id=int(answers["project_id"]),
        move=Move(answers["move"]),
        stage=Stage(answers["stage"]),
        words=answers.get("words") or "",
        uow=uow,
        now=now,
    )
    return await said(moved, "project-moved", uow=uow, now=now)


MOVE_PROJECT = Dialog(
    "move-project",
    version=1,
    steps=(
        Ask("words", _ask_words, max_chars=projects.MAX_WORDS_CHARS, optional=_words_may_be_skipped),
        Confirm("confirm", _preview_move),
    ),
    done=_move,
)

# ---- another end ----------------------------------------------------------------------------------------------------


def _preview_end(answers: Answers, context: Context) -> tuple[Line, ...]:
    day = Day(date.fromisoformat(answers["end"]))
    lines = [_about("project-preview-end", answers, day=day)]
    if answers["stage"] in projects.PROMISING:
        lines.append(Line("project-preview-promises"))
    return (*lines, Line("preview-words", {"words": answers["words"]}))


async def _reschedule(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    moved = await service.advance(
        actor=actor,
        project_id=int(answers["project_id"]),
        move=Move.RESCHEDULED,
        stage=Stage(answers["stage"]),
        words=answers["words"],
        day=date.fromisoformat(answers["end"]),
        uow=uow,
        now=now,
    )
    return await said(moved, "project-rescheduled", uow=uow, now=now)


RESCHEDULE_PROJECT = Dialog(
    "reschedule-project",
    version=1,
    steps=(
        AskDate("end", "project-ask-end", farthest_days=projects.FARTHEST_END_DAYS),
        Ask("words", "project-ask-why-end", max_chars=projects.MAX_WORDS_CHARS),
        Confirm("confirm", _preview_end),
    ),
    done=_reschedule,
)

# ---- money ----------------------------------------------------------------------------------------------------------

_SIDES = (
    Option(Side.PLANNED, "button-money-planned", ("计划给多少", "计划", "how much is planned", "planned")),
    Option(
        Side.RECEIVED, "button-money-received", ("到位了多少", "到位", "到账", "收到", "how much came in", "received")
    ),
    Option(
        _CORRECT,
        "button-money-correct",
        ("到位的记错了，更正", "更正", "写错了", "correct what came in", "correct", "correction"),
    ),
)
_SOURCES = (
    Option(Source.GOVERNMENT, "money-source-government", ("政府", "government")),
    Option(Source.ENTERPRISE, "money-source-enterprise", ("企业", "enterprise", "enterprises", "business")),
    Option(Source.SOCIETY, "money-source-society", ("社会", "society", "donations")),
    Option(Source.RESIDENTS, "money-source-residents", ("居民", "residents")),
)


def _amount(words: str, context: Context) -> int:
    return money.parse(words, zero=True)


def _shown_amount(cents: Any) -> Money:
    return Money(int(cents))


def _ask_amount(answers: Answers, context: Context) -> tuple[Line, ...]:
    source = Term(f"money-source-{answers['source']}")
    match answers["side"]:
        case Side.PLANNED:
            return (Line("money-ask-planned", {"source": source}),)
        case Side.RECEIVED:
            return (Line("money-ask-received", {"source": source}),)
    return (Line("money-ask-correct", {"source": source}),)


def _money_words_may_be_skipped(answers: Answers) -> bool:
    return answers.get("side") != _CORRECT


def _ask_money_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("money-ask-why" if answers["side"] == _CORRECT else "money-ask-words"),)


def _preview_money(answers: Answers, context: Context) -> tuple[Line, ...]:
    args = {"source": Term(f"money-source-{answers['source']}"), "amount": Money(int(answers["amount"]))}
    match answers["side"]:
        case Side.PLANNED:
            lines = [_about("money-preview-planned", answers, **args)]
        case Side.RECEIVED:
            lines = [_about("money-preview-received", answers, **args)]
        case _:
            lines = [_about("money-preview-correct", answers, **args)]
    return (*lines, Line("preview-words", {"words": answers["words"]})) if answers.get("words") else tuple(lines)


async def _note_money(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    corrects = answers["side"] == _CORRECT
    project = await project_records.note_money(
        actor=actor,
        project_id=int(answers["project_id"]),
        source=Source(answers["source"]),
        side=Side.RECEIVED if corrects else Side(answers["side"]),
        cents=int(answers["amount"]),
        corrects=corrects,
        words=answers.get("words") or "",
        uow=uow,
        now=now,
    )
    return Reply((_about("money-noted", answers),), buttons=look(project))


PROJECT_MONEY = Dialog(
    "project-money",
    version=1,
    steps=(
        Choose("side", "money-ask-side", options=_SIDES),
        Choose("source", "money-ask-source", options=_SOURCES, columns=2),
        Ask("amount", _ask_amount, max_chars=60, read=_amount, show=_shown_amount, placeholder="placeholder-money"),
        Ask(
            "words",
            _ask_money_words,
            max_chars=projects.MAX_WORDS_CHARS,
            optional=_money_words_may_be_skipped,
        ),
        Confirm("confirm", _preview_money),
    ),
    done=_note_money,
)

# ---- milestones -----------------------------------------------------------------------------------------------------


def _preview_milestone(answers: Answers, context: Context) -> tuple[Line, ...]:
    day = Day(date.fromisoformat(answers["day"]))
    return (_about("milestone-preview", answers, milestone=answers["milestone"], day=day),)


async def _put_milestone(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    project = await project_records.put_milestone(
        actor=actor,
        project_id=int(answers["project_id"]),
        name=answers["milestone"],
        day=date.fromisoformat(answers["day"]),
        uow=uow,
    )
    return Reply((_about("milestone-put", answers, milestone=answers["milestone"]),), buttons=look(project))


def _on_one_line(words: str, context: Context) -> str:
    return " ".join(words.split())


PUT_MILESTONE = Dialog(
    "put-milestone",
    version=1,
    steps=(
        Ask("milestone", "milestone-ask-name", max_chars=projects.MAX_NAME_CHARS, read=_on_one_line),
        AskDate("day", "milestone-ask-day", farthest_days=projects.FARTHEST_END_DAYS),
        Confirm("confirm", _preview_milestone),
    ),
    done=_put_milestone,
)

# ---- its wishes -----------------------------------------------------------------------------------------------------


def given_wishes(project: Project, numbers: Sequence[int]) -> dict[str, Any]:
    return given(project, linked=list(numbers))


def _shown_numbers(numbers: Any) -> Texts:
    return Texts(tuple(Term("wish-numbered", {"number": str(each)}) for each in numbers))


def _ask_wishes(answers: Answers, context: Context) -> tuple[Line, ...]:
    if not answers.get("linked"):
        return (_about("project-ask-wishes-none", answers),)
    return (_about("project-ask-wishes-all", answers, numbers=_shown_numbers(answers["linked"])),)


def _numbers(words: str, context: Context) -> list[int]:
    return list(projects.read_numbers(words))


def _preview_wishes(answers: Answers, context: Context) -> tuple[Line, ...]:
    if not answers.get("wishes"):
        return (_about("project-preview-wishes-none", answers),)
    lines = [_about("project-preview-wishes", answers, numbers=_shown_numbers(answers["wishes"]))]
    if answers["stage"] in projects.PROMISING:
        lines.append(Line("project-preview-promises-new"))
    return tuple(lines)


async def _set_wishes(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    numbers = answers.get("wishes") or ()
    moved = await service.set_wishes(
        actor=actor, project_id=int(answers["project_id"]), numbers=numbers, uow=uow, now=now
    )
    return await said(moved, "project-wishes-set", uow=uow, now=now)


_NONE = Option("", "button-no-wishes", ("不接心愿", "都不是", "no wishes"), sets={"wishes": []})

LINK_WISHES = Dialog(
    "link-wishes",
    version=1,
    steps=(
        Ask(
            "wishes",
            _ask_wishes,
            max_chars=100,
            read=_numbers,
            show=_shown_numbers,
            shortcuts=(_NONE,),
        ),
        Confirm("confirm", _preview_wishes),
    ),
    done=_set_wishes,
)
