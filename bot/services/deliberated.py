"""What the cards of a wish say of its deliberation, and of how many see it differently."""

from __future__ import annotations

from datetime import datetime

from bot.domain.deliberations import By, Deliberation, Dissents, Form
from bot.domain.wishes import Wish
from bot.messages import Arg, Day, Line, Term, line
from bot.ports import UnitOfWork


def card_lines(deliberation: Deliberation | None, dissents: Dissents) -> tuple[Line, ...]:
    """On the group's card: that it is argued, or what came of it. Only once there are so many that it has to be is it
    said how many see it differently; before, that is for the staff alone.
    """
    argued = () if deliberation is None or deliberation.form is Form.COORDINATION else _argued(deliberation)
    settled = deliberation is not None and deliberation.counts_for_residents
    return (*argued, *((line("card-dissents", n=dissents.n),) if dissents.are_many and not settled else ()))


def desk_lines(deliberation: Deliberation | None, dissents: Dissents) -> tuple[Line, ...]:
    """On the staff card: also what the bodies argue among themselves, and how many see it differently."""
    argued = () if deliberation is None else _argued(deliberation)
    return (*argued, *((line("desk-dissents", n=dissents.n),) if dissents.n else ()))


def _argued(deliberation: Deliberation) -> tuple[Line, ...]:
    if deliberation.outcome is not None:
        return (line("card-deliberated", outcome=Term(f"outcome-{deliberation.outcome}")),)
    if deliberation.is_open:
        return (line("card-deliberating", day=Day(deliberation.until)),)
    return () if deliberation.was_dropped else (line("card-deliberation-closed"),)


async def told(wish: Wish, uow: UnitOfWork) -> list[tuple[datetime, tuple[Line, ...]]]:
    """Who had it argued, and what the minutes say came of it, for the history behind [more].

    Texts: more-deliberation-council, -coordination, -hearing.
    """
    lines: list[tuple[datetime, tuple[Line, ...]]] = []
    for each in await uow.deliberations.of(wish.id):
        opened = {**_by(each.opener), "question": each.question, "day": Day(each.until)}
        lines.append((each.opened_at, (Line(f"more-deliberation-{each.form}", opened),)))
        if each.outcome is not None and each.minutes_at is not None and each.minutes_by is not None:
            minuted = {**_by(each.minutes_by), "outcome": Term(f"outcome-{each.outcome}")}
            lines.append((each.minutes_at, (Line("more-minutes", minuted),)))
    return lines


def _by(by: By) -> dict[str, Arg]:
    return {"body": Term(f"body-{by.body}"), "name": by.name}
