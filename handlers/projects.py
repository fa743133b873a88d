"""Projects: the list, one of them, opening one, what the committee does with it, progress, and its acceptance."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import errors, project_refusals
from bot.domain.acceptances import Said
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.projects import Move, Project, Stage
from bot.domain.rights import RIGHTS, Act, sees_staff_matters
from bot.messages import Actor, Arg, Button, Command, Day, Line, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import acceptance, polled, project_lines, project_records, projects, standing
from bot.services.project_standing import project_to_read
from conversations import accept_project, drop_milestone, open_project, report_progress, run_project
from conversations.engine import Dialog
from handlers.beginning import begin

_LONGEST_NUMBER = 9  #: digits
_MOVES = {"on": Move.ON, "back": Move.BACK, "stop": Move.STOPPED, "resume": Move.RESUMED}


async def on_projects(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/projects`, or `/projects 3` for one."""
    if found := await _named(command, uow=uow):
        return await show(found, command.actor, uow=uow)
    return await _list(command.actor, page=0, uow=uow)


async def on_projects_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await _list(press.actor, page=number(press.args, 0), uow=uow, edits=press.message_id)


async def _named(command: Command, *, uow: UnitOfWork) -> Project | None:
    words = command.words.strip().lstrip("#")
    if not words.isdecimal():
        return None
    if len(words) > _LONGEST_NUMBER:
        raise project_refusals.ProjectNotFound(number=words[:20])
    return await projects.by_number(actor=command.actor, number=int(words), uow=uow)


async def _list(actor: Actor, *, page: int, uow: UnitOfWork, edits: int | None = None) -> Reply:
    found = await projects.list_projects(actor=actor, page=page, uow=uow)
    lines: list[Line] = [line("projects-head", estate=found.estate.name, n=found.total)]
    for project in found.projects:
        day = project_lines.next_date(await project_lines.facts_of(project, uow))
        stage = project_lines.stage_term(project)
        row: dict[str, Arg] = {"number": str(project.number), "name": project.name, "stage": stage}
        lines.append(Line("projects-row", row) if day is None else Line("projects-row-day", {**row, "day": Day(day)}))
    if not found.projects:
        lines.append(line("projects-empty"))
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    opens = tuple(
        Button("button-project-number", data("project", each.id), args={"number": str(each.number)})
        for each in found.projects
    )
    rows = [opens[at : at + 4] for at in range(0, len(opens), 4)]
    turns = []
    if found.number > 0:
        turns.append(Button("button-page-back", data("projects", found.number - 1)))
    if found.number + 1 < found.pages:
        turns.append(Button("button-page-on", data("projects", found.number + 1)))
    return Reply(tuple(lines), buttons=(*rows, *((tuple(turns),) if turns else ())), edits=edits, silent=True)


async def on_project_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    project = await project_to_read(number(press.args, 0), press.actor, Act.READ_PROJECTS, uow)
    return await show(project, press.actor, uow=uow)


async def open_shown(actor: Actor, *, project_id: int, uow: UnitOfWork) -> Reply:
    """By the link on the card."""
    return await show(await project_to_read(project_id, actor, Act.READ_PROJECTS, uow), actor, uow=uow)


async def show(project: Project, actor: Actor, *, uow: UnitOfWork) -> Reply:
    """All that everybody may know; to the committee, away from neighbours, what it can do."""
    roles = actor.roles_in(project.estate_key)
    at_desk = actor.chat.private or sees_staff_matters(actor.chat, project.estate_key)
    sees_all = at_desk and bool(roles & RIGHTS[Act.READ_STAFF])
    facts = await project_lines.facts_of(project, uow)
    rows: tuple[tuple[Button, ...], ...] = ()
    if at_desk and roles & RIGHTS[Act.RUN_PROJECTS]:
        poll = Button("button-poll-about", data("poll-about", "project", project.id))
        rows = (*project_lines.staff_rows(project), (poll,))
    elif at_desk and roles & RIGHTS[Act.RECORD_ACCEPTANCE] and project.stage is Stage.ACCEPTANCE:
        rows = (project_lines.to_record(project),)
    elif actor.chat.private and any(each.person_id == actor.person.id for each in facts.acceptance.residents):
        rows = project_lines.question(project).buttons[:1] if project.stage is Stage.ACCEPTANCE else ()
    photos = facts.last.photos if facts.last and actor.chat.private else ()
    lines = (*project_lines.view_lines(facts, staff=sees_all), *await polled.of_project(project, uow))
    return Reply(lines, buttons=rows, photos=photos, silent=True)


# ---- the committee --------------------------------------------------------------------------------------------------


async def on_project(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """Open one; with a number, the one of that number."""
    if found := await _named(command, uow=uow):
        return await show(found, command.actor, uow=uow)
    projects.estate_to_run(command.actor)
    return await begin(
        open_project.OPEN_PROJECT, command.actor, {}, message_id=command.message_id, uow=uow, now=now, house=house
    )


async def on_progress(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    found = await project_records.under_way(actor=command.actor, uow=uow)
    rows = [(each, await uow.project_records.milestones(each.id)) for each in found]
    given = report_progress.given(rows)
    return await begin(
        report_progress.REPORT_PROGRESS,
        command.actor,
        given,
        message_id=command.message_id,
        uow=uow,
        now=now,
        house=house,
    )


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """What a button of the committee's does: which project, what, and at which stage it was seen."""
    project = await projects.to_run(actor=press.actor, project_id=number(press.args, 0), uow=uow)
    what = press.args[1] if len(press.args) > 1 else ""
    if what == "history":
        zone = standing.estate_of(project.estate_key, press.actor).time_zone.key
        return Reply(project_lines.history(await project_lines.facts_of(project, uow), zone=zone), silent=True)
    dialog, given = await _dialog_for(what, project, press, uow=uow, now=now)
    return await begin(dialog, press.actor, given, uow=uow, now=now, house=house)


async def _dialog_for(
    what: str, project: Project, press: Press, *, uow: UnitOfWork, now: datetime
) -> tuple[Dialog, dict[str, Any]]:
    match what:
        case "on" | "back" | "stop" | "resume":
            _require_stage(project, press)
            # Nobody is asked for words in vain: what is in the way is said at once.
            await projects.foresee(actor=press.actor, project=project, move=_MOVES[what], uow=uow, now=now)
            return run_project.MOVE_PROJECT, run_project.given(project, move=_MOVES[what].value)
        case "end":
            _require_stage(project, press)
            return run_project.RESCHEDULE_PROJECT, run_project.given(project)
        case "money":
            return run_project.PROJECT_MONEY, run_project.given(project)
        case "milestone":
            return run_project.PUT_MILESTONE, run_project.given(project)
        case "milestone-off":
            ahead = await project_records.milestones_to_drop(project, uow)
            return drop_milestone.DROP_MILESTONE, drop_milestone.given(project, ahead)
        case "wishes":
            linked = [wish.number for wish in await uow.projects.wishes_of(project.id)]
            return run_project.LINK_WISHES, run_project.given_wishes(project, linked)
        case "progress":
            if project.stage is not Stage.UNDER_WAY:
                raise project_refusals.NotUnderWay(name=project.name)
            milestones = await uow.project_records.milestones(project.id)
            return report_progress.REPORT_PROGRESS, report_progress.given([(project, milestones)])
        case "residents":
            if project.stage is not Stage.ACCEPTANCE:
                raise project_refusals.NotInAcceptance(name=project.name)
            return accept_project.NAME_RESIDENTS, run_project.given(project)
    raise errors.UnknownButton


def _require_stage(project: Project, press: Press) -> None:
    """Raises StageMoved: the button is of an earlier stage."""
    if len(press.args) < 3 or press.args[2] not in list(Stage):
        raise errors.UnknownButton
    if press.args[2] != project.stage:
        raise project_refusals.StageMoved(name=project.name, stage=project.stage.value)


async def on_accept(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """A body says what it thinks of it."""
    project, party = await acceptance.to_record(actor=press.actor, project_id=number(press.args, 0), uow=uow)
    given = accept_project.given(project, party)
    return await begin(accept_project.ACCEPT_PROJECT, press.actor, given, uow=uow, now=now, house=house)


async def on_say(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """A resident accepts by one tap, or says in private what is wrong."""
    if len(press.args) != 2 or press.args[1] not in ("accept", "object"):
        raise errors.UnknownButton
    project_id = number(press.args, 0)
    if press.args[1] == "object":
        return await open_objection(press.actor, project_id=project_id, message_id=None, uow=uow, now=now, house=house)
    project = await acceptance.say(
        actor=press.actor, project_id=project_id, said=Said.ACCEPTED, words="", uow=uow, now=now
    )
    return Toast("acceptance-counted", {"number": str(project.number)})


async def open_objection(
    actor: Actor, *, project_id: int, message_id: int | None, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    """Also by the link on the card."""
    project, _ = await acceptance.to_say(actor=actor, project_id=project_id, uow=uow)
    standing.require_private(actor)
    given = run_project.given(project)
    return await begin(
        accept_project.OBJECT_TO_PROJECT, actor, given, message_id=message_id, uow=uow, now=now, house=house
    )
