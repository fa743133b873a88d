"""A project is accepted: bodies and residents say so, or object; it is told to the staff when nothing is in the way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain import acceptances, attention, project_refusals, rights
from bot.domain.acceptances import Party, Said, Say, Standing
from bot.domain.errors import NotAllowed, NotAPhoto
from bot.domain.people import Body, Estate, Person, language_for
from bot.domain.projects import Project, Stage
from bot.domain.rights import Act
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import desks, homes, project_lines, standing
from bot.services.project_standing import (
    acceptance_of,
    accepting_slot,
    chats_of,
    concerned,
    estate_of,
    project_to_change,
    project_to_read,
    redraw,
    speaker_of,
)

MOST_AT_ONCE = 50
MOST_NAMED = 10
_PARTIES = {Body.COMMITTEE: Party.COMMITTEE, Body.OWNERS: Party.OWNERS}


async def open_round(project: Project, *, estate: Estate, uow: UnitOfWork, now: datetime) -> Standing:
    """Whoever the linked wishes concern is asked; a body that there is not is recorded as absent."""
    record = uow.project_records
    if not any(speaker.body is Body.OWNERS for speaker in estate.speakers.values()):
        absent = {"party": Party.OWNERS, "said": Said.ABSENT, "person_id": None}
        await record.add_say(project.id, project.round, **absent, now=now)  # type: ignore[arg-type]
    asked: dict[int, int] = {}
    for wish in await uow.projects.wishes_of(project.id):
        if not wish.is_gone:
            asked |= await concerned(wish, estate, uow)
    for person_id in asked:
        await _ask(project, await uow.people.get(person_id), estate, uow=uow, now=now)
    state = await acceptance_of(project, uow)
    for desk in await desks.of(estate, uow=uow):
        await uow.outbox.touch(desk.id, accepting_slot(project))
    return state


async def _ask(project: Project, person: Person, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """In private, by day; who cannot be written to finds it on the card."""
    told = await standing.can_be_told(person, uow)
    moment = attention.awake(now, zone=estate.time_zone, courtesy=estate.courtesy)
    await uow.project_records.add_say(
        project.id,
        project.round,
        party=Party.RESIDENT,
        said=Said.ASKED,
        person_id=person.id,
        ask_at=moment if told else None,
        now=now,
    )


async def to_record(*, actor: Actor, project_id: int, uow: UnitOfWork) -> tuple[Project, Party]:
    """The project, and for whom the actor accepts.

    Raises:
        NotInAcceptance: it is at another stage.
        ProjectGone, NotAllowed: see `project_standing.project_to_read`.
    """
    standing.require_away_from_neighbours(actor)
    project = await project_to_read(project_id, actor, Act.RECORD_ACCEPTANCE, uow)
    _require_open(project)
    return project, _party_of(actor, estate_of(project, actor))


async def record(
    *, actor: Actor, project_id: int, said: Said, words: str, photos: Sequence[str], uow: UnitOfWork, now: datetime
) -> Project:
    """A body accepts or objects. The committee shows what it accepts: its picture goes to those who wished for it.

    Raises:
        NotAPhoto: the committee accepts without a picture.
        NotInAcceptance, ReasonNeeded, AcceptanceCounted: see `acceptances.check_say`.
    """
    await project_to_change(project_id, actor, Act.RECORD_ACCEPTANCE, uow)
    project, party = await to_record(actor=actor, project_id=project_id, uow=uow)
    state = await acceptance_of(project, uow)
    before = state.committee if party is Party.COMMITTEE else state.owners
    acceptances.check_say(before, said, words=words, party=party, name=project.name)
    if party is Party.COMMITTEE and said is Said.ACCEPTED and not photos:
        raise NotAPhoto
    name = speaker_of(actor, estate_of(project, actor)).name
    await _say(project, state, party, said, actor=actor, name=name, words=words, photos=photos, uow=uow, now=now)
    return project


async def to_say(*, actor: Actor, project_id: int, uow: UnitOfWork) -> tuple[Project, Say]:
    """The project that this resident was asked about, locked, and what they last said.

    Raises:
        NotForStaff: whoever speaks for a body.
        NotInAcceptance: it is at another stage.
        NotAskedToAccept: a neighbour who was not asked.
    """
    project = await project_to_change(project_id, actor, Act.ACCEPT_PROJECT, uow)
    _require_open(project)
    state = await acceptance_of(project, uow)
    mine = next((each for each in state.residents if each.person_id == actor.person.id), None)
    if mine is None:
        raise project_refusals.NotAskedToAccept(name=project.name)
    return project, mine


async def say(*, actor: Actor, project_id: int, said: Said, words: str, uow: UnitOfWork, now: datetime) -> Project:
    """A resident accepts or objects; they may think better of it as long as the round lasts.

    Raises:
        NotForStaff, NotInAcceptance, NotAskedToAccept: see `to_say`.
        ReasonNeeded, AcceptanceCounted: see `acceptances.check_say`.
    """
    project, mine = await to_say(actor=actor, project_id=project_id, uow=uow)
    acceptances.check_say(mine, said, words=words, party=Party.RESIDENT, name=project.name)
    state = await acceptance_of(project, uow)
    await _say(project, state, Party.RESIDENT, said, actor=actor, name="", words=words, photos=(), uow=uow, now=now)
    return project


async def _say(
    project: Project,
    before: Standing,
    party: Party,
    said: Said,
    *,
    actor: Actor,
    name: str,
    words: str,
    photos: Sequence[str],
    uow: UnitOfWork,
    now: datetime,
) -> None:
    await uow.project_records.add_say(
        project.id,
        project.round,
        party=party,
        said=said,
        person_id=actor.person.id,
        name=name,
        words=words,
        photos=photos,
        now=now,
    )
    after, estate = await acceptance_of(project, uow), estate_of(project, actor)
    if said is Said.OBJECTED:
        await desks.tell(estate, project_lines.objected(project, party, name, words), uow=uow)
    if after.is_complete and not before.is_complete:
        await desks.tell(estate, project_lines.accepted_by_all(project), uow=uow)
    await redraw(project, uow)


async def name_residents(*, actor: Actor, project_id: int, names: str, uow: UnitOfWork, now: datetime) -> Project:
    """The committee names neighbours who are to accept it as well; each of them says so with a tap.

    Raises:
        TwoResidentsNeeded: nobody else was asked, and it is only one.
        ResidentUnknown, ResidentAmbiguous: a name that is nobody's, or several neighbours'.
        AcceptsInABodysName: somebody who accepts in a body's name.
        NotInAcceptance: it is at another stage.
    """
    project = await project_to_change(project_id, actor, Act.RUN_PROJECTS, uow)
    _require_open(project)
    estate = estate_of(project, actor)
    people = {person.id: person for person in [await _named(name, project, estate, uow) for name in _split(names)]}
    asked = {each.person_id for each in (await acceptance_of(project, uow)).residents}
    if len(asked | set(people)) < acceptances.RESIDENTS_NEEDED:
        raise project_refusals.TwoResidentsNeeded
    for person in people.values():
        if person.id not in asked:
            await _ask(project, person, estate, uow=uow, now=now)
    await redraw(project, uow)
    return project


def _split(names: str) -> list[str]:
    return [name for each in re.split(r"[、，,；;\n]+", names) if (name := each.strip())][:MOST_NAMED]


async def _named(name: str, project: Project, estate: Estate, uow: UnitOfWork) -> Person:
    buildings = [project.brief.building] if project.brief.building is not None else []
    by_role = homes.named(estate, name, buildings)
    groups = [chat.id for chat in await chats_of(project, uow)]
    found = await uow.project_records.residents_named(groups, name, also=by_role)
    if not found:
        raise project_refusals.ResidentUnknown(name=name[:40])
    if len(found) > 1:
        raise project_refusals.ResidentAmbiguous(name=name[:40])
    if estate.is_staff_somewhere(found[0].telegram_id):
        raise project_refusals.AcceptsInABodysName(name=name[:40])
    return found[0]


def _require_open(project: Project) -> None:
    if project.stage is not Stage.ACCEPTANCE:
        raise project_refusals.NotInAcceptance(name=project.name)


def _party_of(actor: Actor, estate: Estate) -> Party:
    rights.require(Act.RECORD_ACCEPTANCE, actor.roles_in(estate.key), telegram_id=actor.person.telegram_id)
    party = _PARTIES.get(speaker_of(actor, estate).body)
    if party is None:
        raise NotAllowed
    return party


# ---- what falls due -------------------------------------------------------------------------------------------------


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.project_records.next_ask()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Residents are told in private that they are asked, each once. Returns how many were due."""
    due = await uow.project_records.asks_due(now, limit=MOST_AT_ONCE)
    for each in due:
        if await uow.project_records.asked(each.id):
            await _tell(each, estates, uow)
    return len(due)


async def _tell(asked: Say, estates: Mapping[str, Estate], uow: UnitOfWork) -> None:
    project = await uow.projects.get(asked.project_id)
    estate = estates.get(project.estate_key)
    state = await acceptance_of(project, uow)
    waits = any(each.person_id == asked.person_id and each.said is Said.ASKED for each in state.residents)
    if estate is None or asked.person_id is None or project.round != asked.round or not waits:
        return
    person = await uow.people.get(asked.person_id)
    if project.stage is Stage.ACCEPTANCE and await standing.can_be_told(person, uow):
        private = await uow.chats.private_of(person)
        language = language_for(person=person, chat=private, estate=estate, default=estate.language)
        await uow.outbox.say(private.id, project_lines.question(project), language=language)
