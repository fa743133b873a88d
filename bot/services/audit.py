"""Who moderates, for everybody; who had which role when, and what the staff did, for whoever looks it through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import grant_refusals as refusals
from bot.domain import grants
from bot.domain.grants import Grant, GrantEvent, GrantState
from bot.domain.people import Estate
from bot.domain.rights import Act, Role
from bot.messages import Actor, Term
from bot.ports import UnitOfWork
from bot.ports.grants import StaffAct
from bot.services import role_lines, roles, standing
from bot.services.plan_files import Cell

PAGE = 10  #: lines a page: fits a phone's screen
TABLE = "audit"  #: of the name under which a `Reply` asks for the file
#: Texts: audit-column-day and so on.
COLUMNS = ("day", "time", "what", "who", "body", "about", "why")


@dataclass(frozen=True, slots=True)
class Moderators:
    """`named`: those who agreed to it, with the role. `others`: how many more there are."""

    estate: Estate
    named: Sequence[Grant]
    others: int


async def moderators(*, actor: Actor, uow: UnitOfWork, now: datetime) -> Moderators:
    """Those to whom it was given. Raises: see `standing.estate_allowing`."""
    estate = standing.estate_allowing(actor, Act.READ_MODERATORS)
    accepted = await uow.grants.of_estate(estate.key, GrantState.ACCEPTED)
    theirs = [
        each
        for each in accepted
        if each.terms.role in grants.MODERATORS and each.has_somebody and grants.counts_in(each, estate, now)
    ]
    named = sorted((each for each in theirs if each.shown), key=lambda each: (each.terms.role, each.id))
    return Moderators(estate, named, len(theirs) - len(named))


async def show(
    *, actor: Actor, grant_id: int, shown: bool, uow: UnitOfWork, now: datetime, estates: Mapping[str, Estate]
) -> Grant:
    """Whether neighbours read the actor's name from now on. Raises: see `roles.to_leave`; RoleOver: of no moderator."""
    grant, _ = await roles.to_leave(actor=actor, grant_id=grant_id, uow=uow, now=now, estates=estates)
    if grant.terms.role not in grants.MODERATORS:
        raise refusals.RoleOver
    changed = replace(grant, shown=shown)
    await uow.grants.save(changed)
    return changed


# ---- looking it through ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime
    kind: GrantEvent
    by: str
    grant: Grant


@dataclass(frozen=True, slots=True)
class Page:
    """`rows`: events of roles, or what the staff did; the newest first."""

    estate: Estate
    rows: Sequence[Event | StaffAct]
    number: int  #: from 0
    pages: int  #: at least 1
    total: int


def to_read(actor: Actor) -> Estate:
    """Raises: OnlyInPrivate: in a building's group. NotAllowed, …: see `standing.estate_allowing`."""
    estate = standing.estate_allowing(actor, Act.READ_AUDIT)
    standing.require_away_from_neighbours(actor)
    return estate


async def events(estate: Estate, uow: UnitOfWork) -> list[Event]:
    """All that ever happened to roles here, the newest first."""
    found = [
        Event(at, kind, by, grant)
        for grant in await uow.grants.of_estate(estate.key)
        for at, kind, by in grants.events_of(grant)
    ]
    return sorted(found, key=lambda event: (event.at, event.grant.id), reverse=True)


async def page_of_roles(*, actor: Actor, page: int, uow: UnitOfWork) -> Page:
    """Raises: see `to_read`. A page past the end is the last one."""
    estate = to_read(actor)
    found = await events(estate, uow)
    number, pages = _within(page, len(found))
    return Page(estate, found[number * PAGE : (number + 1) * PAGE], number, pages, len(found))


async def page_of_acts(*, actor: Actor, page: int, uow: UnitOfWork) -> Page:
    """Raises: see `to_read`. A page past the end is the last one."""
    estate = to_read(actor)
    total = await uow.grants.count_staff_acts(estate.key)
    number, pages = _within(page, total)
    acts = await uow.grants.staff_acts(estate.key, limit=PAGE, offset=number * PAGE)
    return Page(estate, acts, number, pages, total)


def _within(page: int, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // PAGE))
    return max(0, min(page, pages - 1)), pages


def what_of(act: StaffAct) -> Term:
    """Texts: staff-act-taken and so on."""
    return Term(f"staff-act-{act.kind}", {"number": str(act.number), "about": act.about})


def as_whom(act: StaffAct) -> Term:
    return Term(f"role-{Role.ADMINISTRATOR}" if act.body is None else f"body-{act.body}")


# ---- the file --------------------------------------------------------------------------------------------------------


def document_of(estate_key: str, language: str) -> str:
    """The name under which a `Reply` asks for the file."""
    return f"{TABLE}:{language}:{estate_key}"


def estate_key_of(document: str) -> str:
    return document.split(":", 2)[-1]


async def table_of(estate: Estate, uow: UnitOfWork) -> list[tuple[Cell, ...]]:
    """By `COLUMNS`: roles and acts together, the newest first; the last row says how many."""
    rows: list[tuple[datetime, tuple[Cell, ...]]] = []
    for event in await events(estate, uow):
        what = Term(f"role-event-{event.kind}")
        why = event.grant.why if event.kind in (GrantEvent.TAKEN, GrantEvent.TAKEN_BACK) else ""
        about = event.grant.terms.name
        rows.append((event.at, (what, event.by, role_lines.role_of(event.grant.terms), about, why)))
    acts = await uow.grants.staff_acts(estate.key, limit=None)
    rows += [(act.at, (what_of(act), act.name, as_whom(act), "", "")) for act in acts]
    rows.sort(key=lambda row: row[0], reverse=True)
    told = [_row(estate.local(at), cells) for at, cells in rows]
    total = (None, "", Term("audit-total", {"n": len(rows)}), "", "", "", "")
    return [*told, total]


def _row(at: datetime, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (at.date(), f"{at:%H:%M}", *cells)
