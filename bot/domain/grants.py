"""Roles that people give each other: offered, accepted, laid down or taken, from one day to another. Pure.

A grant holds in an estate, or in a part of it (`domain.scopes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import grant_refusals as refusals
from bot.domain.claim_terms import Organisation
from bot.domain.deliberations import Voice
from bot.domain.people import (
    Body,
    Captain,
    Estate,
    Mediator,
    Office,
    Panelist,
    Resident,
    Speaker,
    Volunteer,
    is_nobodys,
)
from bot.domain.rights import IN_PARTS, Role
from bot.domain.scopes import ENTIRE, GridOf, Scope, holds

OFFER_LASTS = timedelta(days=7)  #: then nobody can say yes to it any more
MAX_NAME_CHARS = 30
MAX_WHY_CHARS = 300
FARTHEST_DAYS = 5 * 366  #: of the last day of a role
MOST_OPEN_OFFERS = 50  #: of one estate
USERNAME = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")  #: as Telegram forms them


class GrantRole(StrEnum):
    """What can be given."""

    CAPTAIN = "captain"
    VOLUNTEER = "volunteer"
    GRID_WORKER = "grid-worker"
    RESIDENT_MODERATOR = "resident-moderator"
    COMMITTEE_MODERATOR = "committee-moderator"
    COMMITTEE = "committee"
    PROPERTY = "property"
    OWNERS = "owners"
    LIAISON = "liaison"  #: of a department: heard in deliberations
    MEDIATOR = "mediator"
    ORGANISATION = "organisation"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    RESIDENT = "resident"  #: of a building; for whoever is in no group of it


class GrantState(StrEnum):
    OFFERED = "offered"  #: waits for the person's yes
    ACCEPTED = "accepted"  #: counts from its first day to its last
    DECLINED = "declined"
    ENDED = "ended"  #: taken, laid down, or the offer was taken back


BODIES: Mapping[GrantRole, Body] = {
    GrantRole.COMMITTEE: Body.COMMITTEE,
    GrantRole.PROPERTY: Body.PROPERTY,
    GrantRole.OWNERS: Body.OWNERS,
}
OFFICES: Mapping[GrantRole, Office] = {GrantRole(office.value): office for office in Office}
MODERATORS = (GrantRole.RESIDENT_MODERATOR, GrantRole.COMMITTEE_MODERATOR)
#: What can be given for less than the estate.
SCOPED = frozenset(role for role in GrantRole if role.value in IN_PARTS)
#: A quarrel is kept by its building: at a stairwell one would see whose it is. So nobody mediates for one alone.
WHOLE_BUILDINGS = frozenset({GrantRole.MEDIATOR})
#: Whoever has these can give them on, so that only the committee does.
_COMMITTEES_TO_GIVE = frozenset({GrantRole.COMMITTEE, GrantRole.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Terms:
    """What is offered. Days are of the estate's calendar, both included."""

    role: GrantRole
    name: str  #: under which they speak
    starts: date
    ends: date | None = None  #: None: until somebody ends it
    scope: Scope = ENTIRE  #: where it holds; of a resident, where they live


@dataclass(frozen=True, slots=True)
class Grant:
    """`telegram_id`, `person_id`: None while it is a link that nobody followed."""

    id: int
    estate_key: str
    terms: Terms
    state: GrantState
    offered_at: datetime
    offered_by_id: int  #: a person's id
    offered_by: str  #: their name
    person_id: int | None = None
    telegram_id: int | None = None
    code: str | None = None  #: of the link; gone once it was answered
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by_id: int | None = None
    ended_by: str = ""
    why: str = ""  #: it was ended
    untold: bool = False  #: something is still to be told to its holder
    shown: bool = False  #: of a moderator: they agreed that neighbours read their name

    @property
    def is_open(self) -> bool:
        return self.state is GrantState.OFFERED

    @property
    def has_somebody(self) -> bool:
        """It is somebody's, and they have not asked to be forgotten."""
        return self.telegram_id is not None and not is_nobodys(self.telegram_id)

    @property
    def was_laid_down(self) -> bool:
        return self.ended_by_id is not None and self.ended_by_id == self.person_id

    def has_lapsed(self, now: datetime) -> bool:
        """The offer waited too long."""
        return self.is_open and now >= self.offered_at + OFFER_LASTS

    def counts_on(self, today: date) -> bool:
        terms = self.terms
        begun = self.state is GrantState.ACCEPTED and terms.starts <= today
        return begun and (terms.ends is None or today <= terms.ends)

    def is_over(self, today: date) -> bool:
        """It was accepted and its last day has passed; nobody needed to end it."""
        return self.state is GrantState.ACCEPTED and self.terms.ends is not None and self.terms.ends < today


def counts_in(grant: Grant, estate: Estate, now: datetime) -> bool:
    """Whether it counts at this moment, on the estate's clocks."""
    return grant.estate_key == estate.key and grant.counts_on(estate.local(now).date())


def merged(estate: Estate, grants: Iterable[Grant], now: datetime, grid_of: GridOf | None = None) -> Estate:
    """The estate with those whose roles count now. Whom config.yaml lists stays what it says.

    `grid_of`: of its buildings at this moment.
    """
    counting = [each for each in grants if counts_in(each, estate, now) and each.has_somebody]
    if not counting:
        return estate
    speakers, captains, volunteers = dict(estate.speakers), dict(estate.captains), dict(estate.volunteers)
    mediators, organisations, panel = dict(estate.mediators), dict(estate.organisations), dict(estate.panel)
    residents = dict(estate.residents)
    offices = {who: dict(held) for who, held in estate.offices.items()}
    for grant in counting:
        who, terms = grant.telegram_id, grant.terms
        assert who is not None
        match terms.role:
            case GrantRole.RESIDENT:
                if (one := resident_of(grant)) is not None:
                    residents.setdefault(who, one)
            case GrantRole.COMMITTEE | GrantRole.PROPERTY | GrantRole.OWNERS as role:
                speakers.setdefault(who, Speaker(who, terms.name, BODIES[role]))
            case GrantRole.CAPTAIN:
                captains.setdefault(who, Captain(who, terms.name))
            case GrantRole.VOLUNTEER:
                volunteers.setdefault(who, Volunteer(who, terms.name))
            case GrantRole.MEDIATOR:
                mediators.setdefault(who, Mediator(who, terms.name))
            case GrantRole.ORGANISATION:
                organisations.setdefault(who, Organisation(who, terms.name))
            case GrantRole.LIAISON:
                panel.setdefault(who, Panelist(who, terms.name, Voice.DEPARTMENT.value))
            case role:
                offices.setdefault(who, {}).setdefault(OFFICES[role], terms.name)
    return replace(
        estate,
        speakers=speakers,
        captains=captains,
        volunteers=volunteers,
        mediators=mediators,
        organisations=organisations,
        panel=panel,
        offices=offices,
        residents=residents,
        scopes=_scopes(estate, counting),
        grid_of=grid_of or {},
    )


def resident_of(grant: Grant) -> Resident | None:
    """Who lives where by it. None: it makes nobody a resident, or was not accepted."""
    terms, since = grant.terms, grant.answered_at
    if terms.role is not GrantRole.RESIDENT or not terms.scope.path or since is None:
        return None
    if grant.telegram_id is None or grant.person_id is None:
        return None
    return Resident(grant.telegram_id, grant.person_id, terms.name, terms.scope.path[0], since)


def _scopes(estate: Estate, counting: Iterable[Grant]) -> dict[int, dict[str, tuple[Scope, ...]]]:
    """Of whom config.yaml lists in that role it says where; who has a role for all of the estate needs no part.

    Where somebody lives limits nothing: a resident is one of the whole estate.
    """
    found: dict[int, dict[str, tuple[Scope, ...]]] = {}
    entire = set()
    for grant in counting:
        who, role = grant.telegram_id, grant.terms.role
        assert who is not None
        if role is GrantRole.RESIDENT:
            continue
        if grant.terms.scope.is_entire or role in listed_as(estate, who):
            entire.add((who, role))
            continue
        held = found.setdefault(who, {})
        held[role.value] = (*held.get(role.value, ()), grant.terms.scope)
    for who, role in entire:
        found.get(who, {}).pop(role.value, None)
    return found


def listed_as(estate: Estate, telegram_id: int) -> tuple[GrantRole, ...]:
    """What these lists make somebody; of `estate` as config.yaml has it, what nobody can take from them."""
    found = [role for role, body in BODIES.items() if _speaks_for(estate, telegram_id) is body]
    lists: dict[GrantRole, Mapping[int, object]] = {
        GrantRole.CAPTAIN: estate.captains,
        GrantRole.VOLUNTEER: estate.volunteers,
        GrantRole.MEDIATOR: estate.mediators,
        GrantRole.ORGANISATION: estate.organisations,
        GrantRole.LIAISON: estate.panel,
    }
    return (*found, *(role for role, listed in lists.items() if telegram_id in listed))


def _speaks_for(estate: Estate, telegram_id: int) -> Body | None:
    speaker = estate.speakers.get(telegram_id)
    return speaker.body if speaker else None


# ---- giving and taking -----------------------------------------------------------------------------------------------


def roles_to_give(roles: frozenset[Role]) -> tuple[GrantRole, ...]:
    """What somebody with these roles may give and take; the committee alone makes those who may give in their turn."""
    if Role.COMMITTEE in roles:
        return tuple(GrantRole)
    if Role.ADMINISTRATOR in roles:
        return tuple(role for role in GrantRole if role not in _COMMITTEES_TO_GIVE)
    return ()


def check_terms(terms: Terms, *, today: date) -> None:
    """Raises RoleEndsBeforeItStarts, RoleStartsInThePast, RoleTooLong, RoleForAllOfIt, RoleForWholeBuildings,
    BuildingNeeded.
    """
    if terms.starts < today:
        raise refusals.RoleStartsInThePast
    if terms.ends is not None and terms.ends < terms.starts:
        raise refusals.RoleEndsBeforeItStarts
    if terms.ends is not None and (terms.ends - today).days > FARTHEST_DAYS:
        raise refusals.RoleTooLong
    if terms.role is GrantRole.RESIDENT:
        if not terms.scope.path:
            raise refusals.BuildingNeeded
    elif not terms.scope.is_entire and terms.role not in SCOPED:
        raise refusals.RoleForAllOfIt
    if terms.role in WHOLE_BUILDINGS and len(terms.scope.path) > 1:
        raise refusals.RoleForWholeBuildings


def check_holder(terms: Terms, telegram_id: int, *, estate: Estate, held: Iterable[Grant]) -> None:
    """Whether this person can take the role beside what they are. `estate`: as config.yaml has it; `held`: grants of
    theirs that are accepted and not over.

    Raises:
        HasThisRole: from config.yaml, or from a grant that runs or is to begin, there or in all of the estate.
        SpeaksForAnother: one person speaks for one body.
    """
    listed = listed_as(estate, telegram_id)
    lives = terms.role is GrantRole.RESIDENT  # in one place: a second home is a mistake, or a move that was not said
    same = [each for each in held if each.terms.role is terms.role]
    same = [each for each in same if lives or is_there(terms.scope, each.terms.scope)]
    if terms.role in listed or same:
        raise refusals.HasThisRole
    if terms.role in BODIES and (any(role in BODIES for role in listed) or any(e.terms.role in BODIES for e in held)):
        raise refusals.SpeaksForAnother


def is_there(scope: Scope, held: Scope) -> bool:
    """Whether a role that is held needs not be given for this scope: it is the same, or around it.

    Which buildings a grid has may change tomorrow: a grid and one of its buildings are two things to give.
    """
    return holds(held, scope, {})


def accept(grant: Grant, *, person_id: int, telegram_id: int, now: datetime) -> Grant:
    """The person says yes. The link works no more.

    Raises:
        OfferGone: it was answered or taken back.
        OfferLapsed: a week ago and more.
        NotYourOffer: it was made to somebody else.
    """
    _check_answerable(grant, person_id=person_id, now=now)
    answered = replace(grant, state=GrantState.ACCEPTED, answered_at=now, code=None)
    return replace(answered, person_id=person_id, telegram_id=telegram_id)


def decline(grant: Grant, *, person_id: int, telegram_id: int, now: datetime) -> Grant:
    """Raises: see `accept`."""
    return replace(accept(grant, person_id=person_id, telegram_id=telegram_id, now=now), state=GrantState.DECLINED)


def _check_answerable(grant: Grant, *, person_id: int, now: datetime) -> None:
    if not grant.is_open:
        raise refusals.OfferGone
    if grant.person_id is not None and grant.person_id != person_id:
        raise refusals.NotYourOffer
    if grant.has_lapsed(now):
        raise refusals.OfferLapsed


def end(grant: Grant, *, by_id: int, by: str, why: str, today: date, now: datetime) -> Grant:
    """Taken, laid down, or the offer taken back: from this moment it counts no more.

    Raises:
        RoleOver: it is not there to be ended.
    """
    if grant.state not in (GrantState.OFFERED, GrantState.ACCEPTED) or grant.is_over(today):
        raise refusals.RoleOver
    return replace(grant, state=GrantState.ENDED, code=None, ended_at=now, ended_by_id=by_id, ended_by=by, why=why)


# ---- what was done, for whoever looks it through ---------------------------------------------------------------------


class GrantEvent(StrEnum):
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN = "taken"
    LAID_DOWN = "laid-down"
    TAKEN_BACK = "taken-back"  #: before it was answered


def events_of(grant: Grant) -> list[tuple[datetime, GrantEvent, str]]:
    """What happened to it, oldest first: when, what, and who did it."""
    events = [(grant.offered_at, GrantEvent.OFFERED, grant.offered_by)]
    if grant.answered_at is not None:
        kind = GrantEvent.DECLINED if grant.state is GrantState.DECLINED else GrantEvent.ACCEPTED
        events.append((grant.answered_at, kind, grant.terms.name))
    if grant.ended_at is not None:
        taken = GrantEvent.TAKEN if grant.answered_at is not None else GrantEvent.TAKEN_BACK
        events.append((grant.ended_at, GrantEvent.LAID_DOWN if grant.was_laid_down else taken, grant.ended_by))
    return events
