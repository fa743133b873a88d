"""What is recorded of a project on its way: money by source, milestones, progress; and that its end has passed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.domain import project_refusals, projects
from bot.domain.people import Estate
from bot.domain.projects import Milestone, Project, Side, Source, Stage
from bot.domain.rights import Act
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import announcing, desks, project_lines, standing
from bot.services.project_standing import chats_of, estate_of, project_to_change, redraw, speaker_of
from bot.services.projects import estate_to_run

MOST_AT_ONCE = 20
MOST_OFFERED = 20


async def _to_change(
    project_id: int, actor: Actor, uow: UnitOfWork, *, closed: frozenset[Stage] = projects.OVER
) -> Project:
    standing.require_away_from_neighbours(actor)
    project = await project_to_change(project_id, actor, Act.RUN_PROJECTS, uow)
    if project.stage in closed:
        raise project_refusals.NoStepThere(name=project.name, stage=project.stage.value)
    return project


async def note_money(
    *,
    actor: Actor,
    project_id: int,
    source: Source,
    side: Side,
    cents: int,
    corrects: bool,
    words: str,
    uow: UnitOfWork,
    now: datetime,
) -> Project:
    """What is planned is the whole sum from then on; what is received adds up, or, corrected, is the whole sum.

    Raises:
        ReasonNeeded: a correction without words.
        NoStepThere: it was stopped. What is done may still be paid for.
        ProjectGone, NotAllowed, OnlyInPrivate.
    """
    project = await _to_change(project_id, actor, uow, closed=frozenset({Stage.STOPPED}))
    if corrects and not words.strip():
        raise project_refusals.ReasonNeeded
    money = await uow.project_records.money(project.id)
    change = projects.change_of(money, source, side, cents, corrects=corrects)
    if change:
        await uow.project_records.add_money(
            project.id,
            source=source,
            side=side,
            cents=change,
            corrects=corrects or change < 0,
            words=words,
            by=speaker_of(actor, estate_of(project, actor)),
            by_id=actor.person.id,
            now=now,
        )
        await redraw(project, uow)
    return project


async def put_milestone(*, actor: Actor, project_id: int, name: str, day: date, uow: UnitOfWork) -> Project:
    """A new milestone, or another day for the one of this name.

    Raises:
        MilestoneReached: its day stays.
        TooManyMilestones: see `projects.MOST_MILESTONES`.
        NoStepThere, ProjectGone, NotAllowed, OnlyInPrivate.
    """
    project = await _to_change(project_id, actor, uow)
    known = {each.name: each for each in await uow.project_records.milestones(project.id)}
    if name in known and known[name].reached_on is not None:
        raise project_refusals.MilestoneReached(name=name)
    if name not in known and len(known) >= projects.MOST_MILESTONES:
        raise project_refusals.TooManyMilestones(most=projects.MOST_MILESTONES)
    await uow.project_records.put_milestone(project.id, name=name, day=day)
    await redraw(project, uow)
    return project


async def milestones_to_drop(project: Project, uow: UnitOfWork) -> Sequence[Milestone]:
    """Those ahead.

    Raises:
        NoMilestoneAhead: none.
    """
    ahead = [each for each in await uow.project_records.milestones(project.id) if each.reached_on is None]
    if not ahead:
        raise project_refusals.NoMilestoneAhead(name=project.name)
    return ahead


async def drop_milestone(*, actor: Actor, project_id: int, milestone_id: int, uow: UnitOfWork) -> tuple[Project, str]:
    """One that is not to be any more; returns its name. What was reached stays: everybody was told.

    Raises:
        NoMilestoneAhead: it was reached or removed meanwhile.
        NoStepThere, ProjectGone, NotAllowed, OnlyInPrivate.
    """
    project = await _to_change(project_id, actor, uow)
    ahead = {each.id: each.name for each in await milestones_to_drop(project, uow)}
    if milestone_id not in ahead or not await uow.project_records.drop_milestone(milestone_id):
        raise project_refusals.NoMilestoneAhead(name=project.name)
    await redraw(project, uow)
    return project, ahead[milestone_id]


async def under_way(*, actor: Actor, uow: UnitOfWork) -> Sequence[Project]:
    """What progress can be reported of.

    Raises:
        NothingUnderWay: nothing.
        NotAllowed, OnlyInPrivate, …: see `projects.estate_to_run`.
    """
    estate = estate_to_run(actor)
    found = await uow.projects.find(estate.key, limit=MOST_OFFERED, stages=(Stage.UNDER_WAY,))
    if not found:
        raise project_refusals.NothingUnderWay
    return found


async def report_progress(
    *,
    actor: Actor,
    project_id: int,
    percent: int,
    reason: str,
    milestone_id: int | None,
    words: str,
    photos: Sequence[str],
    uow: UnitOfWork,
    now: datetime,
) -> Project:
    """The card says it; a milestone that is reached is posted in each group it concerns, once.

    Raises:
        NotUnderWay, NotAPercentage, LowerNeedsReason: see `projects.report`.
        MilestoneReached: it was reached before.
        ProjectGone, NotAllowed, OnlyInPrivate.
    """
    before = await _to_change(project_id, actor, uow)
    project = projects.report(before, percent=percent, reason=reason)
    estate = estate_of(project, actor)
    milestone = next(
        (each for each in await uow.project_records.milestones(project.id) if each.id == milestone_id), None
    )
    if milestone is not None and not await uow.project_records.reach(milestone.id, on=estate.local(now).date()):
        raise project_refusals.MilestoneReached(name=milestone.name)
    await uow.projects.save(project)
    await uow.project_records.add_report(
        project.id,
        percent=percent,
        words=words,
        reason=reason if percent < before.percent else "",
        milestone_id=milestone.id if milestone else None,
        photos=photos,
        by=speaker_of(actor, estate),
        by_id=actor.person.id,
        now=now,
    )
    await redraw(project, uow)
    if milestone is not None:
        post = project_lines.milestone_post(project, milestone.name, words, tuple(photos))
        for chat in await chats_of(project, uow):
            if chat.present:
                await announcing.tell(chat, post, estate=estate, uow=uow)
    return project


# ---- what falls due -------------------------------------------------------------------------------------------------


async def any_late(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.projects.next_late()
    return moment is not None and moment <= now


async def tell_late(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """A planned end has passed: the staff hears it once, and the card says so. Returns how many were due."""
    due = await uow.projects.late(now, limit=MOST_AT_ONCE)
    for each in due:
        project = await uow.projects.lock(each.id)
        # Told by another process, moved or rescheduled while this one waited: nothing is left to do.
        if project.late_at is None or project.late_at > now:
            continue
        await uow.projects.save(replace(project, late_told=True, late_at=None))
        if (estate := estates.get(project.estate_key)) is not None:
            await desks.tell(estate, project_lines.late(project), uow=uow)
            await redraw(project, uow)
    return len(due)
