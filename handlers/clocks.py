"""Class, levels and category of a wish, each changed with one press; and moving a promised day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.categories import OwnCategory
from bot.domain.house import House
from bot.domain.triage import Level, Matter, Triage
from bot.domain.wishes import Wish
from bot.messages import Arg, Button, Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import clock_lines, clocks, standing, triaging
from bot.services.triaging import CATEGORY, LEVEL, MATTER
from conversations import move_date, talk

IN_A_ROW = 3


async def on_triage(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    wish, triage, offered = await triaging.to_triage(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    return _shown(wish, triage, offered)


async def on_triage_chosen(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The same message changes."""
    if len(press.args) != 3:
        raise errors.UnknownButton
    wish_id, (what, value) = number(press.args, 0), press.args[1:]
    wish, triage, offered = await triaging.choose(
        actor=press.actor, wish_id=wish_id, what=what, value=value, uow=uow, now=now
    )
    return (Toast("noted"), _shown(wish, triage, offered, edits=press.message_id))


def _shown(wish: Wish, triage: Triage, offered: Sequence[OwnCategory], *, edits: int | None = None) -> Reply:
    lines = (
        line("triage-head", number=str(wish.number)),
        line("triage-matter", matter=Term(f"matter-{triage.matter}")),
        line("triage-levels", levels=clock_lines.levels(triage)),
        line("triage-category", category=Term(f"category-{wish.category}")),
        line("triage-how"),
    )
    rows = [
        tuple(_button(wish, MATTER, each, f"matter-{each}", chosen=each is triage.matter) for each in Matter),
        tuple(_button(wish, LEVEL, each, f"level-{each}", chosen=each in triage.levels) for each in Level),
    ]
    kinds = tuple(
        _button(wish, CATEGORY, each.category, f"category-{each.category}", chosen=each.category is wish.category)
        for each in offered
    )
    rows += [kinds[at : at + IN_A_ROW] for at in range(0, len(kinds), IN_A_ROW)]
    return Reply(lines, buttons=tuple(rows), edits=edits, silent=True)


def _button(wish: Wish, what: str, value: str, key: str, *, chosen: bool) -> Button:
    label: dict[str, Arg] = {"label": Term(key)}
    return Button(
        "button-ticked" if chosen else "button-unticked", data("triage-set", wish.id, what, value), args=label
    )


async def on_move(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    standing.require_away_from_neighbours(press.actor)
    wish = await clocks.wish_to_move(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return await talk.begin(
        move_date.MOVE_DATE,
        press.actor,
        given=move_date.given(wish),
        uow=uow,
        now=now,
        message_id=None,
        pace=house.pace,
    )
