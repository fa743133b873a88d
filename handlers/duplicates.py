"""[the same as another] under one's own wish: which, whether really, done."""

from __future__ import annotations

from datetime import datetime

from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.wishes import Wish
from bot.messages import Button, Line, Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import duplicates
from handlers.finding import shortened

_IN_A_ROW = 3


async def on_same(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """Which of the likely ones is it?"""
    wish, others = await duplicates.likely(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    leave = (Button("button-same-none", data("wish", wish.id)),)
    if not others:
        return Reply((line("same-nothing-alike", number=str(wish.number)),), buttons=(leave,))
    buttons = [
        Button("button-number", data("same-as", wish.id, other.id), args={"number": str(other.number)})
        for other in others
    ]
    rows = tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
    lines = (line("same-ask-which", number=str(wish.number)), *(_row(other) for other in others))
    return Reply(lines, buttons=(*rows, leave))


def _row(wish: Wish) -> Line:
    key = "list-row" if wish.is_public else "list-row-committee"
    return line(key, number=str(wish.number), words=shortened(wish.words), state=Term(f"state-{wish.state}"))


async def on_same_as(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """The first of two presses: what will come of it."""
    wish, other = await duplicates.two(
        actor=press.actor, wish_id=number(press.args, 0), other_id=number(press.args, 1), uow=uow
    )
    yes = Button("button-same-yes", data("same-yes", wish.id, other.id))
    no = Button("button-same-no", data("same", wish.id))
    asked = line("same-confirm", number=str(wish.number), other=str(other.number), words=other.words)
    return Reply((asked,), buttons=((yes, no),), edits=press.message_id)


async def on_same_confirmed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish, other = await duplicates.end(
        actor=press.actor, wish_id=number(press.args, 0), other_id=number(press.args, 1), uow=uow, now=now
    )
    done = line("same-done", number=str(wish.number), other=str(other.number))
    return (Toast("noted"), Reply((done,), edits=press.message_id))
