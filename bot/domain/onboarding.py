"""How a group comes to belong to an estate: in three presses on one message. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import Purpose
from bot.domain.places import Place

NOWHERE = Place()
ASK_AGAIN_AFTER = timedelta(days=7)  #: once the staff said that a group is none of theirs
MOST_ASKED = 3  #: groups that one person may have asked for at a time

#: Buildings to choose from where the group's title names none; any other is typed after /bind.
BUILDINGS = (*(str(number) for number in range(1, 61)), *"ABCDEFGHIJKLMNOPQRST")
PAGE = 20


class Step(StrEnum):
    """What the group's one message shows."""

    PURPOSE = "purpose"  #: a building's group, or the staff's?
    ESTATE = "estate"  #: which, if there are several
    BUILDING = "building"  #: the one its title names, or another
    GRID = "grid"  #: a page of buildings
    CONFIRM = "confirm"
    LATER = "later"  #: somebody pressed cancel
    ASKED = "asked"  #: the estate's staff are asked whether it is theirs
    REFUSED = "refused"  #: they said no
    BOUND = "bound"
    BACK = "back"  #: in a group bound before, the bot was added again


@dataclass(frozen=True, slots=True)
class Onboarding:
    """The one message of a group: what it shows, and what has been chosen so far."""

    chat_id: int
    step: Step
    invited_by: int | None = None  #: person id
    purpose: Purpose | None = None
    estate_key: str | None = None
    place: Place = NOWHERE
    page: int = 0
    asked_by: int | None = None  #: person id of the administrator who would have it bound
    asked_at: datetime | None = None
    refused_at: datetime | None = None  #: the staff said no, whatever the message shows by now

    def may_be_asked_again(self, now: datetime) -> bool:
        """Once refused, not for a week: whoever makes groups must not be able to pester the staff."""
        return self.refused_at is None or now - self.refused_at >= ASK_AGAIN_AFTER


def pages() -> int:
    return -(-len(BUILDINGS) // PAGE)


def buildings_on(page: int) -> tuple[str, ...]:
    """A page past the end is the last one."""
    page = max(0, min(page, pages() - 1))
    return BUILDINGS[page * PAGE : (page + 1) * PAGE]
