"""What another press of the same button on a card means: a nervous thumb, a second thought, or a question. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

NERVOUS = timedelta(seconds=3)  #: presses closer than this are one
SECOND_THOUGHT = timedelta(minutes=2)  #: so long a press can be taken back by pressing once more
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


def meaning(*, held_since: datetime | None, last: LastPress | None, now: datetime) -> Meaning:
    """What this press means. `held_since`: since when the person is counted; None: they are not."""
    just_now = last is not None and now - last.at < NERVOUS
    if held_since is None:
        taken_back = last is not None and last.outcome is Outcome.TAKEN_BACK
        return Meaning.NERVOUS_TAKEN_BACK if just_now and taken_back else Meaning.COUNT
    if just_now or now - held_since < NERVOUS:
        return Meaning.NERVOUS_COUNTED
    if now - held_since <= SECOND_THOUGHT:
        return Meaning.TAKE_BACK
    asked = last is not None and last.outcome is Outcome.ASKED and now - last.at <= CONFIRM_WITHIN
    return Meaning.TAKE_BACK if asked else Meaning.ASK
