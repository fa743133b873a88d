"""The one table of what falls due by itself: kept as rows, looked for by each tick, and met."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain import presses
from bot.domain.house import House
from bot.ports import UnitOfWork
from bot.services import intakes
from conversations import talk


class IsDue(Protocol):
    """Whether anything is due, asked every few seconds in a reading unit: one cheap look."""

    def __call__(self, *, uow: UnitOfWork, now: datetime, house: House) -> Awaitable[bool]: ...


class Meet(Protocol):
    """Do what is due, some at a time, in a writing unit; returns how many."""

    def __call__(self, *, uow: UnitOfWork, now: datetime, house: House) -> Awaitable[int]: ...


@dataclass(frozen=True, slots=True)
class Deadline:
    name: str
    is_due: IsDue
    meet: Meet


async def _dialogs_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return bool(await uow.dialogs.due(now, limit=1))


async def _meet_dialogs(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await talk.tick(uow=uow, now=now)


async def _intakes_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await intakes.any_due(house.estates, uow=uow, now=now)


async def _meet_intakes(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await intakes.meet(house.estates, uow=uow, now=now)


async def _presses_are_old(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await uow.card_presses.any_old(before=now - presses.KEPT_FOR)


async def _forget_presses(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await uow.card_presses.forget_old(before=now - presses.KEPT_FOR)


DEADLINES: tuple[Deadline, ...] = (
    Deadline("dialogs", _dialogs_are_due, _meet_dialogs),
    Deadline("intakes", _intakes_are_due, _meet_intakes),
    Deadline("old-presses", _presses_are_old, _forget_presses),
)
