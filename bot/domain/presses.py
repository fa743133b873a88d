"""What another press of the same button on a card means: a nervous thumb, a second thought, or a question. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

NERVOUS = timedelta(seconds=3)  #: presses closer than this are one
SECOND_THOUGHT = timedelta(minutes=2)  #: so long a press can be taken back by pressing once more
KEPT_FOR = timedelta(days=1)  #: so long it is known what a button did: thanks given again reach nobody twice
COMING_BACK = timedelta(seconds=60)  #: around the end of an absence presses are counted that had waited for it
CONFIRM_WITHIN = timedelta(seconds=30)  #: after being told how: it has to be read, and its window closed, first


class CardButton(StrEnum):
    """The buttons on a card that count whoever pressed them."""

    JOIN = "join"
    SUPPORT = "support"
    HELP = "help"
    THANKS = "thanks"


class Outcome(StrEnum):
    """What came of a press."""

    COUNTED = "counted"
    TAKEN_BACK = "taken-back"
    ASKED = "asked"  #: told that it counts already, and that pressing once more takes it back


@dataclass(frozen=True, slots=True)
class LastPress:
    """The person's last press of this button that did something."""

    outcome: Outcome
    at: datetime  #: aware


class Meaning(StrEnum):
    COUNT = "count"
    NERVOUS_COUNTED = "nervous-counted"  #: counted a moment ago: nothing is done
    NERVOUS_TAKEN_BACK = "nervous-taken-back"  #: taken back a moment ago: nothing is done
    TAKE_BACK = "take-back"
    ASK = "ask"


def meaning(*, held: bool, last: LastPress | None, now: datetime) -> Meaning:
    """What this press means.

    `held`: the person is counted, by this button or in another way; only what this very button did is taken back by it.
    """
    since = None if last is None else now - last.at
    just_now = since is not None and since < NERVOUS
    did = None if last is None else last.outcome
    if not held:
        return Meaning.NERVOUS_TAKEN_BACK if just_now and did is Outcome.TAKEN_BACK else Meaning.COUNT
    if since is None or did is Outcome.TAKEN_BACK:  # counted in another way
        return Meaning.ASK
    if just_now:
        return Meaning.NERVOUS_COUNTED if did is Outcome.COUNTED else Meaning.ASK
    return Meaning.TAKE_BACK if since <= _WITHIN[did or Outcome.ASKED] else Meaning.ASK


_WITHIN = {Outcome.COUNTED: SECOND_THOUGHT, Outcome.ASKED: CONFIRM_WITHIN}


def had_waited(last: LastPress, *, back_at: datetime) -> bool:
    """Whether it may have been counted only when the bot came back, its answer too late to be seen."""
    return last.outcome is Outcome.COUNTED and abs(last.at - back_at) <= COMING_BACK
