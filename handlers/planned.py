"""The calendar of what will be told, and what officers do with something planned."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

from bot.domain import errors
from bot.domain import planned_broadcasts as rules
from bot.domain.broadcasts import Whom
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.people import Estate
from bot.domain.planned_broadcasts import PlannedBroadcast
from bot.messages import Actor, Command, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import broadcasts, calendar_lines, planned_lines
from bot.services import planned_broadcasts as service
from conversations import move_planned, tell_many
from handlers.beginning import begin

_ACTS: dict[str, Callable[..., Awaitable[PlannedBroadcast]]] = {
    "agree": service.agree,
    "decline": service.stop,
    "stop-yes": service.stop,
    "take": service.take_over,
}
_OF_TURNS: dict[str, Callable[..., Awaitable[PlannedBroadcast]]] = {"skip": service.skip, "unskip": service.unskip}
_DAY_DIGITS = 8


async def on_calendar(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/calendar`."""
    calendar = await service.calendar(actor=command.actor, page=0, uow=uow, now=now)
    return calendar_lines.page_of(calendar, language=command.actor.language, now=now)


async def on_page(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    calendar = await service.calendar(actor=press.actor, page=number(press.args, 0), uow=uow, now=now)
    return calendar_lines.page_of(calendar, language=press.actor.language, now=now, edits=press.message_id)


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    if not 2 <= len(press.args) <= 3:
        raise errors.UnknownButton
    actor, planned_id, what = press.actor, number(press.args, 0), press.args[1]
    if len(press.args) == 3:
        return await _of_turn(press, planned_id, what, _day(press.args[2]), uow=uow, now=now, house=house)
    if (act := _ACTS.get(what)) is not None:
        planned = await act(actor=actor, planned_id=planned_id, uow=uow, now=now)
        did = what.partition("-")[0]
        done = Toast(f"planned-did-{did}", {"number": str(planned.number)})
        if what == "stop-yes":
            return (done, Reply((line("planned-did-stop", number=str(planned.number)),), edits=press.message_id))
        return (done,)
    if what == "now":
        broadcast = await service.send_now(actor=actor, planned_id=planned_id, uow=uow, now=now)
        return (Toast("planned-did-now", {"number": str(broadcast.number)}),)
    planned, estate = await service.to_run(actor=actor, planned_id=planned_id, uow=uow)
    match what:
        case "card":
            return (planned_lines.card(planned),)
        case "see":
            return (planned_lines.seen(planned),)
        case "stop":
            rules.check_under_way(planned)
            rows = ((planned_lines.do(planned, "stop-yes"), planned_lines.do(planned, "keep")),)
            return (Reply((line("planned-sure-stop", number=str(planned.number)),), buttons=rows),)
        case "keep":
            return (Reply((line("planned-kept", number=str(planned.number)),), edits=press.message_id),)
        case "change":
            rules.check_under_way(planned)
            known = await _given_change(actor, planned, estate, uow)
            return await begin(tell_many.TELL_MANY, actor, known, uow=uow, now=now, house=house)
    raise errors.UnknownButton


async def _given_change(actor: Actor, planned: PlannedBroadcast, estate: Estate, uow: UnitOfWork) -> dict[str, Any]:
    estates = sorted(broadcasts.estates_of(actor), key=lambda each: each.key != planned.estate_key)
    buildings = await uow.broadcasts.buildings([estate.key])
    of_id, of_number = planned.audience.of_id, None
    if of_id is not None and planned.audience.whom is Whom.FOLLOWERS:
        of_number = (await uow.wishes.get(of_id)).number
    elif of_id is not None:
        of_number = (await uow.broadcasts.get(of_id)).number
    known = tell_many.given(actor, estates, buildings, planned.by.body, grids=await broadcasts.grids_of(estate, uow))
    return {**known, **tell_many.given_change(planned, of_number=of_number)}


async def _of_turn(
    press: Press, planned_id: int, what: str, day: date, *, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    actor = press.actor
    if (act := _OF_TURNS.get(what)) is not None:
        await act(actor=actor, planned_id=planned_id, day=day, uow=uow, now=now)
    planned, estate = await service.to_run(actor=actor, planned_id=planned_id, uow=uow)
    turn = rules.turn_of(planned, day, estate, now=now)
    match what:
        case "skip" | "unskip":
            shown = planned_lines.turn(planned, turn, estate, language=actor.language, edits=press.message_id)
            return (Toast(f"planned-did-{what}"), shown)
        case "turn":
            return (planned_lines.turn(planned, turn, estate, language=actor.language),)
        case "move" if turn.goes_out:
            known = move_planned.given(planned, turn, estate)
            return await begin(move_planned.MOVE_PLANNED, actor, known, uow=uow, now=now, house=house)
    raise errors.UnknownButton


def _day(words: str) -> date:
    if len(words) != _DAY_DIGITS or not words.isascii() or not words.isdecimal():
        raise errors.UnknownButton
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise errors.UnknownButton from None
