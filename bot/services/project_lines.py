"""How a project looks: its card in a group, the view one asks for, what the staff is told. Pure but for `compose`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.domain import projects, rights
from bot.domain.acceptances import Party, Said, Say, Standing
from bot.domain.buttons import data
from bot.domain.people import Chat
from bot.domain.projects import Milestone, Move, Project, ProjectStep, Report, Side, Stage
from bot.domain.topics import TopicUse
from bot.domain.wishes import State, Wish
from bot.messages import Arg, Button, Day, Line, Moment, Money, Reply, Spot, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services.cards import numbered
from bot.services.project_standing import ACCEPTING_SLOT, PROJECT_SLOT, acceptance_of, chats_of

MOST_STEPS = 8  #: of its history, the last ones


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a card or a view shows."""

    project: Project
    money: projects.Money
    wishes: Sequence[Wish] = ()
    milestones: Sequence[Milestone] = ()
    last: Report | None = None
    steps: Sequence[ProjectStep] = ()
    acceptance: Standing = field(default_factory=Standing)
    is_late: bool = False


async def facts_of(project: Project, uow: UnitOfWork) -> Facts:
    records = uow.project_records
    return Facts(
        project=project,
        money=await records.money(project.id),
        wishes=await uow.projects.wishes_of(project.id),
        milestones=await records.milestones(project.id),
        last=await records.last_report(project.id),
        steps=await uow.projects.steps(project.id),
        acceptance=await acceptance_of(project, uow),
        is_late=project.late_told and project.awaits_end,
    )


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork) -> Reply | None:
    """Draw the card of a project's slot as it stands now. None: nothing is shown in this chat (any more)."""
    name, project_id, *round_ = slot.split(":")
    project = await uow.projects.get(int(project_id))
    if name == ACCEPTING_SLOT:
        if not rights.sees_staff_matters(chat, project.estate_key):
            return None
        return acceptance_opened(project, await acceptance_of(replace(project, round=int(round_[0])), uow), *round_)
    if chat.id not in {each.id for each in await chats_of(project, uow)}:
        return None
    return card(await facts_of(project, uow))


def is_slot(slot: str) -> bool:
    return slot.partition(":")[0] in (PROJECT_SLOT, ACCEPTING_SLOT)


# ---- the card -------------------------------------------------------------------------------------------------------


def card(facts: Facts) -> Reply:
    """The one living card of a group; what is seen is public."""
    project = facts.project
    look = Button("button-project-look", start=f"project-{project.id}")
    rows: tuple[tuple[Button, ...], ...] = ((look,),)
    if project.stage is Stage.ACCEPTANCE and facts.acceptance.asked:
        accept = Button("button-project-accept", data("project-say", project.id, "accept"))
        object_ = Button("button-project-object", start=f"object-{project.id}")
        rows = ((accept, object_), *rows)
    return Reply(tuple(_lines(facts, whole=False)), buttons=rows, silent=True, topic=TopicUse.NEWS)


def view_lines(facts: Facts, *, staff: bool) -> tuple[Line, ...]:
    """All that everybody may know of it. `staff`: also which wishes neighbours do not see."""
    return tuple(_lines(facts, whole=True, staff=staff))


def _lines(facts: Facts, *, whole: bool, staff: bool = False) -> list[Line]:
    project = facts.project
    lines = [head(project), *_about(facts, staff=staff), *_stage(facts), *_money(facts, whole=whole)]
    lines += _milestones(facts, whole=whole)
    if facts.last is not None and facts.last.reason:
        lines.append(line("progress-preview-reason", words=facts.last.reason))
    if facts.last is not None and facts.last.words:
        lines.append(line("project-report", words=facts.last.words))
    if project.round and project.stage in (Stage.ACCEPTANCE, Stage.DONE):
        lines += acceptance_lines(facts.acceptance)
    return lines


def head(project: Project) -> Line:
    args: dict[str, Arg] = {"number": str(project.number), "name": project.name}
    return Line("project-head", {**args, "kind": Term(f"project-kind-{project.brief.kind}")})


def where(project: Project) -> Spot | Term:
    building = project.brief.building
    return Spot(building) if building else Term("project-everywhere")


def _about(facts: Facts, *, staff: bool) -> list[Line]:
    brief = facts.project.brief
    lines = [line("project-where", place=where(facts.project))]
    shown = [wish for wish in facts.wishes if not wish.is_gone and (staff or wish.is_public)]
    if shown:
        lines.append(line("project-wishes", numbers=numbered(shown)))
    returned = [wish for wish in shown if wish.state is State.RETURNED]
    if returned and facts.project.stage is Stage.DONE:  # the work is accepted; whether it helped, those affected say
        lines.append(line("project-returned", numbers=numbered(returned)))
    if brief.serves:
        lines.append(line("project-serves", serves=brief.serves))
    if brief.indicators:
        lines.append(line("project-indicators", indicators=Texts(tuple(each.words for each in brief.indicators))))
    if brief.mentor:
        lines.append(line("project-mentor", name=brief.mentor))
    return lines


def stage_term(project: Project) -> Term:
    if project.stage is Stage.UNDER_WAY and project.percent:
        return Term("project-at-percent", {"percent": project.percent})
    return Term(f"stage-{project.stage}")


def _stage(facts: Facts) -> list[Line]:
    project = facts.project
    lines = [line("project-stage", stage=stage_term(project))]
    last = facts.steps[-1] if facts.steps else None
    if last is not None and last.move in (Move.BACK, Move.STOPPED, Move.RESCHEDULED):
        lines.append(line("project-why", words=last.words))
    if project.stage not in projects.OVER:
        end = Day(project.brief.planned_end)
        lines.append(line("project-late", day=end) if facts.is_late else line("project-end", day=end))
    return lines


def _money(facts: Facts, *, whole: bool) -> list[Line]:
    money = facts.money
    if not money.sources:
        return []
    planned, received = (Money(money.total(side)) for side in (Side.PLANNED, Side.RECEIVED))
    lines = [line("project-money", planned=planned, received=received)]
    if not whole:
        return lines
    for source in money.sources:
        sums = {side: Money(money.of(source, side)) for side in Side}
        lines.append(
            line(
                "project-money-row",
                source=Term(f"money-source-{source}"),
                planned=sums[Side.PLANNED],
                received=sums[Side.RECEIVED],
            )
        )
    return lines


def _milestones(facts: Facts, *, whole: bool) -> list[Line]:
    if whole:
        return [_milestone(each) for each in facts.milestones]
    if facts.project.stage in projects.OVER:
        return []
    following = [each for each in facts.milestones if each.reached_on is None]
    return [_milestone(following[0])] if following else []


def _milestone(milestone: Milestone) -> Line:
    if milestone.reached_on is not None:
        return line("project-milestone-reached", name=milestone.name, day=Day(milestone.reached_on))
    return line("project-milestone", name=milestone.name, day=Day(milestone.day))


def next_date(facts: Facts) -> date | None:
    """The next milestone, else the planned end."""
    if facts.project.stage in projects.OVER:
        return None
    following = [each.day for each in facts.milestones if each.reached_on is None]
    return min([*following, facts.project.brief.planned_end])


# ---- acceptance -----------------------------------------------------------------------------------------------------


def acceptance_lines(state: Standing) -> list[Line]:
    """Each body under its name; residents as numbers, whoever they are."""
    lines = [line("acceptance-committee", said=_said(state.committee))]
    lines.append(line("acceptance-owners", said=_said(state.owners)))
    objected = sum(each.said is Said.OBJECTED for each in state.residents)
    counts = [Term("acceptance-asked", {"n": state.asked})]
    if state.accepted:  # a zero is never shown
        counts.append(Term("acceptance-accepted", {"n": state.accepted}))
    if objected:
        counts.append(Term("acceptance-objected", {"n": objected}))
    if state.asked:
        lines.append(line("acceptance-residents", counts=Texts(tuple(counts))))
    else:
        lines.append(line("acceptance-nobody"))
    return lines


def _said(say: Say | None) -> Term:
    return Term(f"acceptance-said-{say.said if say else Said.ASKED}")


def question(project: Project) -> Reply:
    """In private, to a resident who is asked."""
    accept = Button("button-project-accept", data("project-say", project.id, "accept"))
    object_ = Button("button-project-object", data("project-say", project.id, "object"))
    look = Button("button-project-look", data("project", project.id))
    asked = line("acceptance-question", number=str(project.number), name=project.name)
    return Reply((asked,), buttons=((accept, object_), (look,)))


def to_record(project: Project) -> tuple[Button, ...]:
    return (Button("button-acceptance-record", data("project-accept", project.id)),)


def acceptance_opened(project: Project, state: Standing, of_round: str) -> Reply:
    """In the staff chat: who said what so far; once that round is over, without buttons."""
    lines = [_named("desk-acceptance", project), *acceptance_lines(state)]
    if project.stage is not Stage.ACCEPTANCE or str(project.round) != of_round:
        return Reply(tuple(lines))
    rows = [to_record(project), (Button("button-acceptance-residents", data("project-do", project.id, "residents")),)]
    return Reply(tuple(lines), buttons=tuple(rows))


def objected(project: Project, party: Party, name: str, words: str) -> Reply:
    """In the staff chat: what somebody has against it. Residents bear no name."""
    args: dict[str, Arg] = {"number": str(project.number), "name": project.name, "words": words}
    if party is Party.RESIDENT:
        return Reply((Line("desk-objected-resident", args),))
    return Reply((Line("desk-objected", {**args, "body": Term(f"body-{party}"), "who": name}),))


def accepted_by_all(project: Project) -> Reply:
    finish = Button("button-project-finish", data("project-do", project.id, "on", Stage.ACCEPTANCE))
    return Reply((_named("desk-accepted", project),), buttons=((finish,),))


def late(project: Project) -> Reply:
    args: dict[str, Arg] = {"number": str(project.number), "name": project.name}
    args["day"] = Day(project.brief.planned_end)
    look = Button("button-project-look", data("project", project.id))
    return Reply((Line("desk-project-late", args),), buttons=((look,),))


def milestone_post(project: Project, milestone: str, words: str, photos: tuple[str, ...]) -> Reply:
    """In each group it concerns, once."""
    args: dict[str, Arg] = {"number": str(project.number), "name": project.name, "milestone": milestone}
    lines = [Line("project-post", args)]
    if words:
        lines.append(line("card-words", words=words))
    look = Button("button-project-look", start=f"project-{project.id}")
    return Reply(tuple(lines), buttons=((look,),), photos=photos, silent=True, topic=TopicUse.NEWS)


def _named(key: str, project: Project) -> Line:
    return Line(key, {"number": str(project.number), "name": project.name})


# ---- its history ----------------------------------------------------------------------------------------------------


def history(facts: Facts, *, zone: str) -> tuple[Line, ...]:
    """What happened to it, by whom, when and why; the last steps."""
    lines = [line("project-history", number=str(facts.project.number), name=facts.project.name)]
    for step in facts.steps[-MOST_STEPS:]:
        args: dict[str, Arg] = {
            "moment": Moment(step.at, zone),
            "body": Term(f"body-{step.by.body}"),
            "name": step.by.name,
            "stage": Term(f"stage-{step.after}"),
        }
        if step.move is Move.RESCHEDULED and step.day is not None:
            lines.append(Line("project-step-end", {**args, "day": Day(step.day)}))
        else:
            lines.append(Line("project-step", args))
        if step.words:
            lines.append(line("card-words", words=step.words))
    return tuple(lines)


# ---- buttons of those who run it ------------------------------------------------------------------------------------


def staff_rows(project: Project) -> tuple[tuple[Button, ...], ...]:
    """What the committee can do with it at its stage."""

    def do(key: str, what: str, *more: str, **args: Arg) -> Button:
        return Button(key, data("project-do", project.id, what, *more), args=args)

    stage = project.stage
    history_row = (do("button-project-history", "history"),)
    if stage is Stage.STOPPED:
        return ((do("button-project-resume", "resume", stage),), history_row)
    money = do("button-project-money", "money")
    back = do("button-project-back", "back", stage)
    if stage is Stage.DONE:
        return ((money, back), history_row)
    rows: list[tuple[Button, ...]] = []
    if stage is Stage.ACCEPTANCE:
        rows.append(to_record(project))
        rows.append((do("button-acceptance-residents", "residents"), do("button-project-finish", "on", stage)))
    else:
        following = projects.next_stage(stage)
        rows.append((do("button-project-on", "on", stage, stage=Term(f"stage-{following}")),))
    if stage is Stage.UNDER_WAY:
        rows.append((do("button-project-progress", "progress"),))
    rows.append((money, do("button-project-milestone", "milestone"), do("button-milestone-off", "milestone-off")))
    rows.append((do("button-project-wishes", "wishes"), do("button-project-end", "end", stage)))
    ways_back = (back,) if projects.stage_before(stage) else ()
    rows.append((*ways_back, do("button-project-stop", "stop", stage)))
    return (*rows, history_row)
