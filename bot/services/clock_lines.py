"""What cards and histories say of a wish's clock: it stands still, its day was moved or missed, its class."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.domain.clocks import RUNS_IN, Missed
from bot.domain.triage import Level, Matter, Triage
from bot.domain.wishes import State, Wish
from bot.messages import Arg, Day, Line, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import clocks

if TYPE_CHECKING:
    from bot.services.cards import Standing


async def standing_of(wish: Wish, uow: UnitOfWork) -> dict[str, Any]:
    """The fields of `cards.Standing` that are about clocks."""
    triage = await clocks.triage_of(wish, uow)
    asked = any(each.is_open for each in await uow.questions.of(wish.id))
    missed = [each for each in await uow.misses.of(wish.id) if each.due_on == wish.next_date]
    stands_still = asked and wish.state in RUNS_IN and wish.next_date is None and triage.matter is Matter.DEMAND
    return {
        "triage": triage,
        "stands_still": stands_still,
        "moved_from": await clocks.moved_from(wish, uow),
        "missed": missed[-1] if missed else None,
    }


def filed_line(wish: Wish) -> Line:
    """To its author: its number, and by when there is an answer, if that is promised."""
    spoken, number = wish.waits_for_words, str(wish.number)
    if wish.next_date is None:
        return line("wish-filed-voice-undated" if spoken else "wish-filed-undated", number=number)
    return line("wish-filed-voice" if spoken else "wish-filed", number=number, day=Day(wish.next_date))


def card_lines(wish: Wish, standing: Standing) -> tuple[Line, ...]:
    """For neighbours and staff."""
    lines = []
    if wish.state is State.TAKEN and wish.next_date is None:
        lines.append(line("card-taken-undated", name=wish.taken_by_name or ""))
    if standing.stands_still:
        lines.append(line("card-stands-still"))
    if standing.moved_from is not None:
        lines.append(line("card-moved", day=Day(standing.moved_from)))
    return tuple(lines)


def desk_lines(standing: Standing) -> tuple[Line, ...]:
    """For staff alone; of what is a demand for the committee, as most are, nothing is said."""
    lines = []
    if standing.missed is not None:
        lines.append(missed_line(standing.missed))
    if standing.triage is not None:
        lines += triage_lines(standing.triage)
    return tuple(lines)


def missed_line(missed: Missed) -> Line:
    args: dict[str, Arg] = {"what": Term(f"missed-{missed.what}"), "day": Day(missed.due_on)}
    if missed.level is None:
        return Line("desk-missed", args)
    return Line("desk-missed-up", {**args, "level": Term(f"level-{missed.level}")})


def triage_lines(triage: Triage) -> tuple[Line, ...]:
    lines = []
    if triage.matter is not Matter.DEMAND:
        lines.append(line("desk-matter", matter=Term(f"matter-{triage.matter}")))
    if triage.levels != {Level.COMMITTEE}:
        lines.append(line("desk-levels", levels=levels(triage)))
    return tuple(lines)


def levels(triage: Triage) -> Texts:
    return Texts(tuple(Term(f"level-{level}") for level in triage.in_order))


async def told(wish: Wish, uow: UnitOfWork) -> list[tuple[datetime, tuple[Line, ...]]]:
    """Days that went one level up, for the history behind [more]."""
    missed = await uow.misses.of(wish.id)
    return [(each.went_up_at, (missed_line(each),)) for each in missed if each.went_up_at is not None]
