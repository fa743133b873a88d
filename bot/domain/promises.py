"""What became of promised days. Each promise has exactly one fate, read from the steps its wish took. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from enum import StrEnum

from bot.domain.course import CourseStep, Step
from bot.domain.people import Body
from bot.domain.wishes import State

SHOWN_DAYS = 365  #: how far back promises are counted, by their day


class Fate(StrEnum):
    KEPT = "kept"  #: reported done by the day, and those affected did not say "not yet"
    MOVED = "moved"  #: to another day, in time
    MISSED = "missed"  #: the day passed
    OPEN = "open"  #: the day is yet to come
    LIFTED = "lifted"  #: nobody waits for it any more: withdrawn, declined or put off before the day


@dataclass(frozen=True, slots=True)
class Promise:
    wish_id: int
    day: date
    body: Body
    name: str  #: of whoever gave it
    fate: Fate
    moved_to: date | None = None


_GIVES = frozenset({Step.PROMISED, Step.MOVED})
_DONE = frozenset({Step.DONE, Step.FULFILLED})
_ENDS = frozenset({Step.PARKED, Step.DECLINED, Step.REPLIED, Step.WITHDRAWN, Step.SAME, Step.GONE})


def of_steps(steps: Iterable[CourseStep], *, zone: tzinfo, today: date) -> list[Promise]:
    """The promises of one wish, oldest first. `steps`: all that it took, in order; `today` on the clocks of `zone`."""
    told: list[Promise] = []
    stands = False
    for step in steps:
        on = step.at.astimezone(zone).date()
        if step.step in _GIVES and step.next_date is not None and step.speaker is not None:
            if stands:
                told[-1] = _settled(told[-1], Fate.MOVED, on, moved_to=step.next_date)
            told.append(Promise(step.wish_id, step.next_date, step.speaker.body, step.speaker.name, Fate.OPEN))
            stands = True
        elif stands and step.step in _DONE:
            told[-1] = _settled(told[-1], Fate.KEPT, on)
            stands = False
        elif stands and step.step in _ENDS:
            told[-1] = _settled(told[-1], Fate.LIFTED, on)
            stands = False
        elif step.step is Step.RETURNED and told and told[-1].fate is Fate.KEPT:
            told[-1] = replace(told[-1], fate=Fate.MISSED)
        elif step.step is Step.UNWITHDRAWN and step.state is State.PROMISED and told:
            told[-1] = replace(told[-1], fate=Fate.OPEN)
            stands = True
    if stands and told[-1].day < today:
        told[-1] = replace(told[-1], fate=Fate.MISSED)
    return told


def _settled(promise: Promise, fate: Fate, on: date, *, moved_to: date | None = None) -> Promise:
    """What was done after the day is no excuse for the day."""
    if on > promise.day:
        return replace(promise, fate=Fate.MISSED)
    return replace(promise, fate=fate, moved_to=moved_to)


def counts(promises: Sequence[Promise]) -> dict[Fate, int]:
    counted = Counter(each.fate for each in promises)
    return {fate: counted[fate] for fate in Fate}


def by_body(promises: Sequence[Promise]) -> dict[Body, list[Promise]]:
    """Who promised, in the order of the bodies; only those who did."""
    found = {body: [each for each in promises if each.body is body] for body in Body}
    return {body: theirs for body, theirs in found.items() if theirs}
