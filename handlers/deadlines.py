"""The one table of what falls due by itself: kept as rows, looked for by each tick, and met."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from bot.domain import presses
from bot.domain.house import House
from bot.domain.people import Estate
from bot.ports import UnitOfWork
from bot.services import (
    acceptance,
    agendas,
    amending,
    answers,
    bulletins,
    chat_functions,
    claim_deadlines,
    course,
    deliberations,
    intakes,
    jotting,
    ledger_import,
    matching,
    misses,
    office,
    place_import,
    plan_posts,
    planned_deadlines,
    poll_deadlines,
    project_records,
    quarrel_deadlines,
    retention,
    roles,
    service_questions,
    service_review,
    signup_deadlines,
    thing_deadlines,
    unsigned,
    verdicts,
    worklist,
)
from conversations import talk

_Said_co = TypeVar("_Said_co", covariant=True)


class OfHouse(Protocol[_Said_co]):
    """As the table keeps it."""

    def __call__(self, *, uow: UnitOfWork, now: datetime, house: House) -> Awaitable[_Said_co]: ...


class _OfEstates(Protocol[_Said_co]):
    def __call__(self, estates: Mapping[str, Estate], /, *, uow: UnitOfWork, now: datetime) -> Awaitable[_Said_co]: ...


class _OfAll(Protocol[_Said_co]):
    def __call__(self, *, uow: UnitOfWork, now: datetime) -> Awaitable[_Said_co]: ...


@dataclass(frozen=True, slots=True)
class Deadline:
    """`is_due`: whether anything is, asked in a reading unit. `meet`: do what is due, some at a time, in a writing
    unit; returns how many. `waited_for`: people wait for it and see it come; whoever steers the clock, as the demo
    does, may go to its first moment, see `ports.FirstMoments`. `rounds`: of what comes round again, the names of its
    rounds: nothing is due before one of them, or one was never begun."""

    name: str
    is_due: OfHouse[bool]
    meet: OfHouse[int]
    waited_for: bool = False
    rounds: Callable[[House], Sequence[str]] | None = None


def _by_estates(service: _OfEstates[_Said_co]) -> OfHouse[_Said_co]:
    """Of a service that needs to know the estates."""

    async def called(*, uow: UnitOfWork, now: datetime, house: House) -> _Said_co:
        return await service(house.estates, uow=uow, now=now)

    return called


def _for_all(service: _OfAll[_Said_co]) -> OfHouse[_Said_co]:
    """Of a service that needs to know the time alone."""

    async def called(*, uow: UnitOfWork, now: datetime, house: House) -> _Said_co:
        return await service(uow=uow, now=now)

    return called


def _each(round_of: Callable[[Estate], str | None]) -> Callable[[House], Sequence[str]]:
    """The rounds of all estates; None: one that has none."""
    return lambda house: [name for each in house.estates.values() if (name := round_of(each)) is not None]


async def _dialogs_are_due(*, uow: UnitOfWork, now: datetime) -> bool:
    return bool(await uow.dialogs.due(now, limit=1))


async def _farewells_are_due(*, uow: UnitOfWork, now: datetime) -> bool:
    return bool(await uow.retention.farewells(limit=1))


async def _meet_farewells(*, uow: UnitOfWork, now: datetime) -> int:
    return await retention.take_leave(uow=uow)


async def _presses_are_old(*, uow: UnitOfWork, now: datetime) -> bool:
    return await uow.card_presses.any_old(before=now - presses.KEPT_FOR)


async def _forget_presses(*, uow: UnitOfWork, now: datetime) -> int:
    return await uow.card_presses.forget_old(before=now - presses.KEPT_FOR)


async def _answers_are_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.answers.next_held_due()
    return moment is not None and moment <= now


DEADLINES: tuple[Deadline, ...] = (
    Deadline("dialogs", _for_all(_dialogs_are_due), _for_all(talk.tick)),
    Deadline("withdrawals", _for_all(amending.withdrawals_are_due), _for_all(amending.tell_withdrawals)),
    Deadline("jots", _for_all(jotting.any_over), _for_all(jotting.forget_those_over)),
    Deadline("unsigned", _for_all(unsigned.any_over), _for_all(unsigned.forget_those_over)),
    Deadline("farewells", _for_all(_farewells_are_due), _for_all(_meet_farewells)),
    Deadline("retention", _for_all(retention.is_round_due), retention.go_round, rounds=lambda house: [retention.ROUND]),
    Deadline("intakes", _by_estates(intakes.any_due), _by_estates(intakes.meet)),
    Deadline("bulletins", _by_estates(bulletins.any_due), _by_estates(bulletins.meet), rounds=_each(bulletins.awaited)),
    Deadline("agendas", _by_estates(agendas.any_due), _by_estates(agendas.meet), rounds=_each(agendas.awaited)),
    Deadline("old-presses", _for_all(_presses_are_old), _for_all(_forget_presses)),
    Deadline("put-off", _by_estates(course.any_due), _by_estates(course.bring_back)),
    Deadline("missed-days", _by_estates(misses.any_due), _by_estates(misses.meet)),
    Deadline("unknown-years", _by_estates(misses.any_unknown), _by_estates(misses.tell_unknown)),
    Deadline("late-projects", _for_all(project_records.any_late), _by_estates(project_records.tell_late)),
    Deadline("plan-posts", _by_estates(plan_posts.any_due), _by_estates(plan_posts.meet)),
    Deadline("place-files", _for_all(place_import.any_due), _for_all(place_import.meet)),
    Deadline("ledger-tables", _for_all(ledger_import.any_due), _for_all(ledger_import.meet)),
    Deadline("role-letters", _for_all(roles.any_due), _by_estates(roles.meet)),
    Deadline("acceptances", _for_all(acceptance.any_due), _by_estates(acceptance.meet)),
    Deadline("office-lists", _by_estates(office.any_due), _by_estates(office.meet), rounds=_each(office.awaited)),
    Deadline("function-reviews", _by_estates(chat_functions.any_due), _by_estates(chat_functions.meet)),
    Deadline(
        "morning-lists", _by_estates(worklist.any_due), _by_estates(worklist.meet), rounds=_each(worklist.round_of)
    ),
    Deadline(
        "answers",
        _for_all(_answers_are_due),
        _by_estates(answers.let_answers_out),
        waited_for=True,
    ),
    Deadline(
        "deliberations",
        _for_all(deliberations.any_due),
        _by_estates(deliberations.meet),
        waited_for=True,
    ),
    Deadline("polls", _for_all(poll_deadlines.any_due), _by_estates(poll_deadlines.meet), waited_for=True),
    Deadline(
        "claims",
        _for_all(claim_deadlines.any_due),
        _by_estates(claim_deadlines.meet),
        waited_for=True,
    ),
    Deadline(
        "quarrels",
        _for_all(quarrel_deadlines.any_due),
        _by_estates(quarrel_deadlines.meet),
        waited_for=True,
    ),
    Deadline(
        "signups",
        _for_all(signup_deadlines.any_due),
        _by_estates(signup_deadlines.meet),
        waited_for=True,
    ),
    Deadline(
        "planned",
        _for_all(planned_deadlines.any_due),
        _by_estates(planned_deadlines.meet),
        waited_for=True,
    ),
    Deadline(
        "things",
        _for_all(thing_deadlines.any_due),
        _by_estates(thing_deadlines.meet),
        waited_for=True,
    ),
    Deadline(
        "service-reviews",
        _by_estates(service_review.any_due),
        _by_estates(service_review.meet),
        rounds=_each(service_review.round_of),
    ),
    Deadline(
        "service-answers",
        _for_all(service_questions.any_due),
        _by_estates(service_questions.let_out),
        waited_for=True,
    ),
    Deadline("matches", _for_all(matching.any_due), _by_estates(matching.meet)),
    Deadline(
        "verdicts",
        _for_all(verdicts.any_due),
        _by_estates(verdicts.meet),
        waited_for=True,
    ),
)
