"""Danger words come before everything: the numbers to call are the first thing said, whatever else the words do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.buttons import data, number
from bot.domain.danger import Danger
from bot.domain.house import House
from bot.messages import Actor, Button, Command, Line, Press, Reply, Said, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import danger
from bot.services.danger import Told

#: What follows these commands is looked for or set, not said.
_NOT_SAID = frozenset({"find", "wish", "wishes", "bind", "language", "start"})


async def first_of_all(said: Command | Said, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The emergency numbers, if the words speak of danger; the staff is told in the same transaction."""
    if isinstance(said, Command) and said.name in _NOT_SAID:
        return ()
    dangers = house.watch.heard_in(said.words)
    if not dangers:
        return ()
    passed = await danger.pass_on(
        actor=said.actor,
        words=said.words,
        dangers=dangers,
        watch=house.watch,
        uow=uow,
        now=now,
    )
    lines = [*_numbers(dangers, said.actor, house), *_what_became_of_it(passed.told, said.actor)]
    buttons: tuple[tuple[Button, ...], ...] = ()
    if passed.told is Told.NOW and passed.alarm is not None:
        buttons = ((Button("button-mistake", data("mistake", passed.alarm.id)),),)
    return (Reply(tuple(lines), buttons=buttons),)


def _numbers(dangers: Sequence[Danger], actor: Actor, house: House) -> list[Line]:
    """Texts: danger-fire, danger-crime, danger-medical, danger-despair."""
    numbers = {each: house.watch.number(each, actor.estate) for each in Danger}
    medical = numbers[Danger.MEDICAL]
    return [Line(f"danger-{each}", {"number": numbers[each], "medical": medical}) for each in dangers]


def _what_became_of_it(told: Told, actor: Actor) -> tuple[Line, ...]:
    match told:
        case Told.NOW:
            return (line("alarm-told", name=actor.person.name),)
        case Told.BEFORE:
            return (line("alarm-told-before"),)
        case Told.NOBODY:
            return (line("alarm-nobody"),)
    return ()


async def on_mistake(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """It was a misunderstanding: those who were told hear so, and the numbers stay to be seen."""
    alarm = await danger.call_off(actor=press.actor, alarm_id=number(press.args, 0), uow=uow, now=now)
    lines = (*_numbers(alarm.dangers, press.actor, house), line("alarm-off"))
    return (Toast("alarm-off"), Reply(lines, edits=press.message_id))
