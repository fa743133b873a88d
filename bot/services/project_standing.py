"""Which project an actor may see or change, in whose name they act, and where its card hangs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain import acceptances, errors, project_refusals, rights
from bot.domain.acceptances import Standing
from bot.domain.chat_uses import EVERYWHERE, Addressed, ChatUse, groups_for
from bot.domain.people import Chat, Estate, Purpose, Speaker
from bot.domain.projects import Project, Stage
from bot.domain.rights import Act
from bot.domain.wishes import Stance, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import course as courses
from bot.services import standing

PROJECT_SLOT = "project"
ACCEPTING_SLOT = "accepting"  #: in the staff chat: who accepted so far, a message a round


def slot_of(project: Project) -> str:
    return f"{PROJECT_SLOT}:{project.id}"


def accepting_slot(project: Project) -> str:
    return f"{ACCEPTING_SLOT}:{project.id}:{project.round}"


async def project_to_read(project_id: int, actor: Actor, act: Act, uow: UnitOfWork) -> Project:
    """The project of a button.

    Raises:
        ProjectGone: there is none, or it belongs to another estate than the group.
        NotAResident, NotAllowed, NotForStaff: the role may not.
    """
    try:
        project = await uow.projects.get(project_id)
    except LookupError:
        raise project_refusals.ProjectGone from None
    if not actor.chat.private and actor.chat.estate_key != project.estate_key:
        raise project_refusals.ProjectGone
    if actor.estate_named(project.estate_key) is None:
        raise errors.NotAResident
    rights.require(act, actor.roles_in(project.estate_key), telegram_id=actor.person.telegram_id)
    return project


async def project_to_change(project_id: int, actor: Actor, act: Act, uow: UnitOfWork) -> Project:
    """As `project_to_read`, locked until the unit of work ends."""
    await project_to_read(project_id, actor, act, uow)
    return await uow.projects.lock(project_id)


def speaker_of(actor: Actor, estate: Estate) -> Speaker:
    """In whose name they act.

    Raises:
        NotAllowed: they speak for no body.
    """
    speaker = estate.speakers.get(actor.person.telegram_id)
    if speaker is None:
        raise errors.NotAllowed
    return speaker


def estate_of(project: Project, actor: Actor) -> Estate:
    return standing.estate_of(project.estate_key, actor)


def late_moment(project: Project, estate: Estate) -> datetime | None:
    """When the staff hears that the planned end has passed; None: they did, or there is nothing to wait for."""
    if project.late_told or not project.awaits_end:
        return None
    return courses.due_at(project.brief.planned_end + timedelta(days=1), estate)


async def acceptance_of(project: Project, uow: UnitOfWork) -> Standing:
    return acceptances.standing(await uow.project_records.says(project.id, project.round))


async def chats_of(project: Project, uow: UnitOfWork) -> Sequence[Chat]:
    """Groups its card hangs in: of its building, else around it, else all; also those that cannot be written to."""
    groups = await uow.chats.bound(project.estate_key, Purpose.BUILDING)
    building, tree = project.brief.building, await uow.place_trees.tree(project.estate_key)
    near = Addressed(((building,),)) if building is not None else EVERYWHERE
    its_own = groups_for(ChatUse.NOTICES, near, groups=groups, tree=tree)
    return its_own or groups_for(ChatUse.NOTICES, EVERYWHERE, groups=groups, tree=tree)


async def redraw(project: Project, uow: UnitOfWork) -> None:
    """Edit its card in each group, once it can be written to; and what tells the staff who accepted it so far."""
    hearing = {chat.id for chat in await chats_of(project, uow)}
    for chat in await uow.chats.bound(project.estate_key, Purpose.BUILDING):
        if chat.id in hearing or slot_of(project) in await uow.outbox.shown(chat.id, slot_of(project)):
            await (uow.outbox.touch if chat.present else uow.outbox.outdate)(chat.id, slot_of(project))
    for desk in await uow.chats.bound(project.estate_key, Purpose.STAFF):
        if await uow.outbox.shown(desk.id, accepting_slot(project)):
            await (uow.outbox.touch if desk.present else uow.outbox.outdate)(desk.id, accepting_slot(project))


async def redraw_for(wish: Wish, uow: UnitOfWork) -> None:
    """Edit the cards of projects that are done and say which of their wishes came back."""
    for project in await uow.projects.of_wish(wish.id):
        if project.stage is Stage.DONE:
            await redraw(project, uow)


async def concerned(wish: Wish, estate: Estate, uow: UnitOfWork) -> dict[int, int]:
    """Who filed a wish and who said "same here", but nobody who speaks for a body: person ids, in order."""
    joined = [person for person, held in await uow.followers.of(wish.id) if Stance.JOIN in held]
    people = [await uow.people.get(wish.author_id), *joined]
    return {
        person.id: person.telegram_id
        for person in people
        if not estate.is_staff_somewhere(person.telegram_id) and not person.is_forgotten
    }
