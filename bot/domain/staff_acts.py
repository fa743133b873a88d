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
    PUBLISHED = "published"  #: the year's list, or a quarter's review
    ARGUED = "argued"  #: a deliberation was opened
    ENDED_ARGUING = "ended-arguing"  #: before its day
    MINUTED = "minuted"
    SERVICE_ANSWER = "service-answer"  #: to a question about a service of the directory
    ENTRY_ANSWER = "entry-answer"  #: to a question about an entry of the ledger
    POLL = "poll"  #: opened
    POLL_SAID = "poll-said"  #: what comes of one
    BROADCAST = "broadcast"
    CONFIRMED = "confirmed"  #: a broadcast, by a second officer
    PLANNED_CONFIRMED = "planned-confirmed"  #: a planned broadcast, likewise, for all its turns
    SIGNUP_OPENED = "signup-opened"
    SIGNUP_CHANGED = "signup-changed"
    SIGNUP_CANCELLED = "signup-cancelled"
    THING_REMOVED = "thing-removed"  #: what was found, lost or to give away
    SIGNUPS_STOPPED = "signups-stopped"  #: in a group, as those that follow
    SIGNUPS_USED = "signups-used"
    POLLS_STOPPED = "polls-stopped"
    POLLS_USED = "polls-used"
