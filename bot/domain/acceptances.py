"""The acceptance of a project (验收): by the committee, the owners' committee where there is one, and residents. Pure.

Silence is nobody's yes, and one objection holds it up until whoever objected accepts, or the work goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain import project_refusals as refusals

RESIDENTS_NEEDED = 2  #: at least so many accept, unless fewer were asked


class Party(StrEnum):
    COMMITTEE = "committee"
    OWNERS = "owners"
    RESIDENT = "resident"


class Said(StrEnum):
    ASKED = "asked"
    ABSENT = "absent"  #: there is no such body in this estate
    ACCEPTED = "accepted"
    OBJECTED = "objected"


@dataclass(frozen=True, slots=True)
class Say:
    """One line of the record; the last of a body, or of a resident, counts."""

    id: int
    project_id: int
    round: int
    party: Party
    said: Said
    at: datetime
    person_id: int | None  #: of an absent body: None
    name: str = ""  #: of who speaks for a body; empty for residents
    words: str = ""
    photos: tuple[str, ...] = ()  #: keys of `files`

    @property
    def whose(self) -> tuple[Party, int | None]:
        return self.party, self.person_id if self.party is Party.RESIDENT else None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a round of acceptance stands."""

    committee: Say | None = None
    owners: Say | None = None
    residents: tuple[Say, ...] = ()

    @property
    def asked(self) -> int:
        return len(self.residents)

    @property
    def accepted(self) -> int:
        return sum(each.said is Said.ACCEPTED for each in self.residents)

    @property
    def objections(self) -> tuple[Say, ...]:
        """Those that stand, bodies first."""
        bodies = tuple(each for each in (self.committee, self.owners) if each is not None)
        return tuple(each for each in (*bodies, *self.residents) if each.said is Said.OBJECTED)

    @property
    def needed(self) -> int:
        """How many residents have to accept."""
        return min(RESIDENTS_NEEDED, max(1, self.asked))

    @property
    def is_complete(self) -> bool:
        committee = self.committee is not None and self.committee.said is Said.ACCEPTED
        return committee and self.accepted >= self.needed and not self.objections


def standing(says: Iterable[Say]) -> Standing:
    """Of one round's record, oldest first."""
    last = {say.whose: say for say in says}
    return Standing(
        committee=last.get((Party.COMMITTEE, None)),
        owners=last.get((Party.OWNERS, None)),
        residents=tuple(say for (party, _), say in last.items() if party is Party.RESIDENT),
    )


def check_say(before: Say | None, said: Said, *, words: str, party: Party, name: str) -> None:
    """Let somebody accept or object. They may think better of it as long as the round lasts. `name`: the project's.

    Raises:
        NotAskedToAccept: a resident who was not asked.
        AcceptanceCounted: accepted before.
        ReasonNeeded: an objection without words.
    """
    if party is Party.RESIDENT and before is None:
        raise refusals.NotAskedToAccept(name=name)
    if said is Said.ACCEPTED and before is not None and before.said is Said.ACCEPTED:
        raise refusals.AcceptanceCounted(name=name)
    if said is Said.OBJECTED and not words.strip():
        raise refusals.ReasonNeeded
