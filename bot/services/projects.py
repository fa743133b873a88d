"""Projects: opening one, the wishes it is for, and its way from stage to stage. A stage changes here alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain import errors, project_refusals, projects
from bot.domain.errors import Refused
from bot.domain.notices import ProjectMoved, WishChanged
from bot.domain.people import Estate
from bot.domain.projects import PROMISING, Brief, Move, Project, ProjectStep, Stage
from bot.domain.rights import Act
from bot.domain.wishes import Answer, AnswerKind, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import acceptance, answers, plan_following, standing
from bot.services.project_standing import (
    acceptance_of,
    estate_of,
    late_moment,
    project_to_change,
    project_to_read,
    redraw,
    speaker_of,
)

PAGE = 8  #: projects a page: fits a phone's screen
MOST_ANSWER_PHOTOS = 5


@dataclass(frozen=True, slots=True)
class Moved:
    """A project after a step. `answers`: by which wishes were promised or reported done; `left_out`: why others not."""

    project: Project
    answers: Sequence[Answer] = ()
    left_out: Sequence[Refused] = ()


@dataclass(frozen=True, slots=True)
class Page:
    estate: Estate
    projects: Sequence[Project]
    number: int  #: from 0
    pages: int  #: at least 1
    total: int


async def list_projects(*, actor: Actor, page: int, uow: UnitOfWork) -> Page:
    """Those that go on first, newest first; a page past the end is the last one.

    Raises:
        ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.READ_PROJECTS)
    total = await uow.projects.count(estate.key)
    pages = max(1, -(-total // PAGE))
    number = max(0, min(page, pages - 1))
    return Page(estate, await uow.projects.find(estate.key, limit=PAGE, offset=number * PAGE), number, pages, total)


async def by_number(*, actor: Actor, number: int, uow: UnitOfWork) -> Project:
    """Raises ProjectNotFound, ChatNotBound, NotAResident."""
    estate = standing.estate_allowing(actor, Act.READ_PROJECTS)
    project = await uow.projects.by_number(estate.key, number)
    if project is None:
        raise project_refusals.ProjectNotFound(number=str(number))
    return project


def estate_to_run(actor: Actor) -> Estate:
    """The estate in which the actor opens projects.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        NotAllowed, ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_PROJECTS)
    standing.require_away_from_neighbours(actor)
    return estate


async def to_run(*, actor: Actor, project_id: int, uow: UnitOfWork) -> Project:
    """Raises OnlyInPrivate, ProjectGone, NotAllowed."""
    project = await project_to_read(project_id, actor, Act.RUN_PROJECTS, uow)
    standing.require_away_from_neighbours(actor)
    return project


async def wishes_numbered(*, actor: Actor, estate: Estate, numbers: Sequence[int], uow: UnitOfWork) -> list[Wish]:
    """The wishes of these numbers.

    Raises:
        WishNotFound: one of them is none that this actor may know of.
    """
    found = []
    for number in numbers:
        wish = await uow.wishes.by_number(estate.key, number)
        if wish is None or wish.is_gone or not standing.may_see(wish, actor):
            raise errors.WishNotFound(number=str(number))
        found.append(wish)
    return found


async def open_project(
    *, actor: Actor, brief: Brief, numbers: Sequence[int], uow: UnitOfWork, now: datetime
) -> Project:
    """Open a project for these wishes; whoever they concern is told.

    Raises:
        WishNotFound: see `wishes_numbered`.
        EndIsPast: the planned end is over.
        OnlyInPrivate, NotAllowed: see `estate_to_run`.
    """
    estate = estate_to_run(actor)
    wishes = await wishes_numbered(actor=actor, estate=estate, numbers=numbers, uow=uow)
    if brief.planned_end < estate.local(now).date():
        raise project_refusals.EndIsPast(day=brief.planned_end.isoformat())
    project = await uow.projects.open(brief, estate_key=estate.key)
    await uow.projects.link(project.id, [wish.id for wish in wishes])
    step = await _keep(project, Move.OPENED, before=project.stage, words="", actor=actor, uow=uow, now=now)
    for wish in wishes:
        await uow.outbox.put(ProjectMoved(wish.id, step.id))
    return project


async def set_wishes(*, actor: Actor, project_id: int, numbers: Sequence[int], uow: UnitOfWork, now: datetime) -> Moved:
    """Which wishes it is for, from now on. New ones are promised its planned end if the others were.

    Raises:
        WishNotFound, OnlyInPrivate, ProjectGone, NotAllowed.
        NoStepThere: it is over.
    """
    project = await project_to_change(project_id, actor, Act.RUN_PROJECTS, uow)
    if project.stage in projects.OVER:
        raise project_refusals.NoStepThere(name=project.name, stage=project.stage.value)
    wishes = await wishes_numbered(actor=actor, estate=estate_of(project, actor), numbers=numbers, uow=uow)
    linked = {wish.id for wish in await uow.projects.wishes_of(project.id)}
    new = [wish for wish in wishes if wish.id not in linked]
    await uow.projects.unlink(project.id, sorted(linked - {wish.id for wish in wishes}))
    await uow.projects.link(project.id, [wish.id for wish in new])
    for wish_id in linked ^ {wish.id for wish in wishes}:
        await uow.outbox.put(WishChanged(wish_id))
    await redraw(project, uow)
    await plan_following.follow(sorted(linked | {wish.id for wish in wishes}), uow=uow, now=now)
    if project.stage not in PROMISING:
        return Moved(project)
    return await _answer(project, new, AnswerKind.PROMISE, (), actor=actor, uow=uow, now=now)


async def advance(
    *,
    actor: Actor,
    project_id: int,
    move: Move,
    stage: Stage,
    words: str = "",
    day: date | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Moved:
    """The one way by which a stage changes. `stage`: at which the actor saw it; `day`: another planned end.

    Approving promises the linked wishes the planned end, another end promises them that; done reports them done with
    the committee's picture, and those affected are asked. Whatever else happens, who follows them is told.

    Raises:
        StageMoved: somebody was faster.
        NoStepThere, ReasonNeeded, CostUnknown, …: see `projects.advance`.
        OnlyInPrivate, ProjectGone, NotAllowed.
    """
    standing.require_away_from_neighbours(actor)
    before = await project_to_change(project_id, actor, Act.RUN_PROJECTS, uow)
    if before.stage is not stage:
        raise project_refusals.StageMoved(name=before.name, stage=before.stage.value)
    estate = estate_of(before, actor)
    accepted = await acceptance_of(before, uow)
    project = projects.advance(
        before,
        move,
        words=words,
        today=estate.local(now).date(),
        money=await uow.project_records.money(before.id),
        accepted=accepted.is_complete,
        day=day,
    )
    step = await _keep(project, move, before=before.stage, words=words, actor=actor, uow=uow, now=now)
    if move is Move.ON and project.stage is Stage.ACCEPTANCE:
        await acceptance.open_round(project, estate=estate, uow=uow, now=now)
    wishes = await uow.projects.wishes_of(project.id)
    promises = move is Move.RESCHEDULED and project.stage in PROMISING
    moved = Moved(project)
    if promises or (move is Move.ON and project.stage is Stage.APPROVED):
        moved = await _answer(project, wishes, AnswerKind.PROMISE, (), actor=actor, uow=uow, now=now)
    elif project.stage is Stage.DONE:
        photos = accepted.committee.photos[:MOST_ANSWER_PHOTOS] if accepted.committee else ()
        moved = await _answer(project, wishes, AnswerKind.DONE, photos, actor=actor, uow=uow, now=now)
    answered = {answer.wish_id for answer in moved.answers}
    for wish in wishes:
        if wish.id not in answered and not wish.is_gone:
            await uow.outbox.put(ProjectMoved(wish.id, step.id))
    return moved


async def foresee(*, actor: Actor, project: Project, move: Move, uow: UnitOfWork, now: datetime) -> None:
    """Let the move pass as far as it can be known before anybody gives a reason for it.

    Raises:
        NoStepThere, CostUnknown, NothingReceived, EndIsPast, NotAccepted: see `projects.advance`.
    """
    accepted = await acceptance_of(project, uow)
    money = await uow.project_records.money(project.id)
    today = estate_of(project, actor).local(now).date()
    projects.advance(project, move, words="—", today=today, money=money, accepted=accepted.is_complete)


async def _keep(
    project: Project, move: Move, *, before: Stage, words: str, actor: Actor, uow: UnitOfWork, now: datetime
) -> ProjectStep:
    """Store the project as it is after the step, and the step with who took it, when and why."""
    estate = estate_of(project, actor)
    await uow.projects.save(replace(project, late_at=late_moment(project, estate)))
    step = await uow.projects.add_step(
        project,
        move,
        before=before,
        by=speaker_of(actor, estate),
        by_id=actor.person.id,
        words=words,
        day=project.brief.planned_end if move in (Move.OPENED, Move.RESCHEDULED) else None,
        now=now,
    )
    await redraw(project, uow)
    await plan_following.follow([wish.id for wish in await uow.projects.wishes_of(project.id)], uow=uow, now=now)
    return step


async def _answer(
    project: Project,
    wishes: Sequence[Wish],
    kind: AnswerKind,
    photos: tuple[str, ...],
    *,
    actor: Actor,
    uow: UnitOfWork,
    now: datetime,
) -> Moved:
    """Answer each in the actor's name, as by hand. What stands so already, or cannot be answered, is left as it is."""
    answered: list[Answer] = []
    left_out: list[Refused] = []
    end = project.brief.planned_end if kind is AnswerKind.PROMISE else None
    for wish in wishes:
        promised = wish.state is State.PROMISED and wish.next_date == end
        if wish.is_gone or wish.state is State.DONE or (kind is AnswerKind.PROMISE and promised):
            continue
        about = {"wish_id": wish.id, "kind": kind, "words": project.name, "due_on": end, "photos": photos}
        try:
            answered.append(await answers.answer_wish(actor=actor, **about, uow=uow, now=now))  # type: ignore[arg-type]
        except Refused as refused:
            left_out.append(refused)
    return Moved(project, answered, left_out)
