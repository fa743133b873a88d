"""What is done in the name of bodies, as whoever looks it through reads it."""

from __future__ import annotations

from enum import StrEnum


class StaffActKind(StrEnum):
    """Steps of wishes and takedowns keep the values of `course.Step` and `takedowns.Step`."""

    TAKEN = "taken"
    HANDED_BACK = "handed-back"
    CLASSED = "classed"
    PROMISED = "promised"
    MOVED = "moved"
    PARKED = "parked"
    DECLINED = "declined"
    REPLIED = "replied"
    DONE = "done"
    AS_QUARREL = "as-quarrel"
    NO_QUARREL = "no-quarrel"
    FOLDED = "folded"
    RESTORED = "restored"
    REMOVED = "removed"
    UPHELD = "upheld"
    STATED = "stated"  #: a body's statement on a card
    ENTRY = "entry"  #: of the open ledger
    CORRECTION = "correction"  #: likewise
    PROJECT = "project"  #: a step of one
    ITEM = "item"  #: a change of one on the plan
