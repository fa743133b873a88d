"""The buttons of a group's first message, the staff's yes or no, the trial, and [we are here]."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.people import Purpose
from bot.domain.places import Place
from bot.messages import Press, Say, Toast
from bot.ports import UnitOfWork
from bot.services import intakes, onboarding, trial
from conversations import answer_trial, talk

_MOST_CHARS = 8  #: of a building's or a stairwell's name


async def on_onboard(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`onboard:<what>:…`: every button carries all that was chosen, so a restart or another's press loses nothing."""
    actor = press.actor
    match press.args:
        case ("start",):
            await onboarding.start_over(actor=actor, house=house, uow=uow)
        case ("later",):
            await onboarding.put_off(actor=actor, house=house, uow=uow)
        case ("purpose", purpose):
            await onboarding.choose_purpose(actor=actor, purpose=_purpose(purpose), house=house, uow=uow)
        case ("estate", purpose, key):
            await onboarding.choose_estate(actor=actor, purpose=_purpose(purpose), estate_key=key, house=house, uow=uow)
        case ("grid", key, _):
            await onboarding.turn_page(actor=actor, estate_key=key, page=number(press.args, 2), house=house, uow=uow)
        case ("grid-of", key, _):
            grid_id = number(press.args, 2)
            await onboarding.choose_grid(actor=actor, estate_key=key, grid_id=grid_id, house=house, uow=uow, now=now)
            return (Toast("onboard-bound"),)
        case ("place", key, building, unit):
            await onboarding.choose_place(
                actor=actor, estate_key=key, place=_place(building, unit), house=house, uow=uow
            )
        case ("bind", purpose, key, building, unit):
            meant = _purpose(purpose)
            place = _place(building, unit) if meant is Purpose.BUILDING else Place()
            bound = await onboarding.confirm(
                actor=actor, purpose=meant, estate_key=key, place=place, house=house, uow=uow, now=now
            )
            return (Toast("onboard-bound" if bound else "onboard-asked-toast"),)
        case _:
            raise errors.UnknownButton
    return ()


def _purpose(value: str) -> Purpose:
    """Raises UnknownButton for a forged one."""
    if value not in list(Purpose):
        raise errors.UnknownButton
    return Purpose(value)


def _place(building: str, unit: str) -> Place:
    """Neither: the whole estate. Raises UnknownButton for what is no building's name: a forged button."""
    names = [name for name in (building, unit) if name]
    if (unit and not building) or not all(name.isalnum() and len(name) <= _MOST_CHARS for name in names):
        raise errors.UnknownButton
    return Place(building=building or None, unit=unit or None)


async def on_bind_yes(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    chat = await onboarding.decide(
        actor=press.actor, chat_id=number(press.args, 0), yes=True, house=house, uow=uow, now=now
    )
    return Toast("onboard-yes-toast", {"chat": chat.title[:60]})


async def on_bind_no(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    chat = await onboarding.decide(
        actor=press.actor, chat_id=number(press.args, 0), yes=False, house=house, uow=uow, now=now
    )
    return Toast("onboard-no-toast", {"chat": chat.title[:60]})


async def on_trial(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the trial answer's dialog where the button was pressed."""
    await trial.take_part(actor=press.actor, uow=uow, now=now)
    return await talk.begin(
        answer_trial.ANSWER_TRIAL, press.actor, given={}, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_here(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    await intakes.we_are_here(actor=press.actor, uow=uow, now=now)
    return Toast("intake-here")
