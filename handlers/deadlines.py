"""The one table of what falls due by itself: kept as rows, looked for by each tick, and met."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain import presses
from bot.domain.house import House
from bot.ports import UnitOfWork
from bot.services import (
    acceptance,
    agendas,
    amending,
    answers,
    bulletins,
    claim_deadlines,
    course,
    deliberations,
    intakes,
    jotting,
    matching,
    misses,
    project_records,
    retention,
    unsigned,
    verdicts,
    worklist,
)
from conversations import talk


class IsDue(Protocol):
    """Whether anything is due, asked every few seconds in a reading unit: one cheap look."""

    def __call__(self, *, uow: UnitOfWork, now: datetime, house: House) -> Awaitable[bool]: ...


class Meet(Protocol):
    """Do what is due, some at a time, in a writing unit; returns how many."""

    def __call__(self, *, uow: UnitOfWork, now: datetime, house: House) -> Awaitable[int]: ...


class NextDue(Protocol):
    """The moment at which the first is due."""

    def __call__(self, *, uow: UnitOfWork) -> Awaitable[datetime | None]: ...


@dataclass(frozen=True, slots=True)
class Deadline:
    """`next_due`: for what people wait for and see come; whoever steers the clock, as the demo does, may go there."""

    name: str
    is_due: IsDue
    meet: Meet
    next_due: NextDue | None = None


async def _dialogs_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return bool(await uow.dialogs.due(now, limit=1))


async def _meet_dialogs(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await talk.tick(uow=uow, now=now)


async def _withdrawals_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await amending.withdrawals_are_due(uow=uow, now=now)


async def _meet_withdrawals(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await amending.tell_withdrawals(uow=uow, now=now)


async def _jots_are_over(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await jotting.any_over(uow=uow, now=now)


async def _forget_jots(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await jotting.forget_those_over(uow=uow, now=now)


async def _unsigned_are_over(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await unsigned.any_over(uow=uow, now=now)


async def _forget_unsigned(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await unsigned.forget_those_over(uow=uow, now=now)


async def _farewells_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return bool(await uow.retention.farewells(limit=1))


async def _meet_farewells(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await retention.take_leave(uow=uow)


async def _a_round_is_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await retention.is_round_due(uow=uow, now=now)


async def _go_round(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await retention.go_round(uow=uow, now=now, house=house)


async def _intakes_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await intakes.any_due(house.estates, uow=uow, now=now)


async def _meet_intakes(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await intakes.meet(house.estates, uow=uow, now=now)


async def _bulletins_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await bulletins.any_due(house.estates, uow=uow, now=now)


async def _meet_bulletins(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await bulletins.meet(house.estates, uow=uow, now=now)


async def _agendas_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await agendas.any_due(house.estates, uow=uow, now=now)


async def _meet_agendas(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await agendas.meet(house.estates, uow=uow, now=now)


async def _presses_are_old(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await uow.card_presses.any_old(before=now - presses.KEPT_FOR)


async def _forget_presses(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await uow.card_presses.forget_old(before=now - presses.KEPT_FOR)


async def _next_answer(*, uow: UnitOfWork) -> datetime | None:
    return await uow.answers.next_held_due()


async def _answers_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    moment = await uow.answers.next_held_due()
    return moment is not None and moment <= now


async def _meet_answers(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await answers.let_answers_out(house.estates, uow=uow, now=now)


async def _next_verdict(*, uow: UnitOfWork) -> datetime | None:
    return await uow.verdicts.next_due()


async def _verdicts_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await verdicts.any_due(uow=uow, now=now)


async def _meet_verdicts(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await verdicts.meet(house.estates, uow=uow, now=now)


async def _days_are_missed(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await misses.any_due(house.estates, uow=uow, now=now)


async def _meet_missed_days(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await misses.meet(house.estates, uow=uow, now=now)


async def _years_are_unknown(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await misses.any_unknown(house.estates, uow=uow, now=now)


async def _tell_unknown_years(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await misses.tell_unknown(house.estates, uow=uow, now=now)


async def _next_deliberation(*, uow: UnitOfWork) -> datetime | None:
    return await uow.deliberations.next_due()


async def _deliberations_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await deliberations.any_due(uow=uow, now=now)


async def _meet_deliberations(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await deliberations.meet(house.estates, uow=uow, now=now)


async def _next_claim(*, uow: UnitOfWork) -> datetime | None:
    return await uow.wish_claims.next_due()


async def _claims_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await claim_deadlines.any_due(uow=uow, now=now)


async def _meet_claims(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await claim_deadlines.meet(house.estates, uow=uow, now=now)


async def _matches_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await matching.any_due(uow=uow, now=now)


async def _meet_matches(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await matching.meet(house.estates, uow=uow, now=now)


async def _morning_lists_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await worklist.any_due(house.estates, uow=uow, now=now)


async def _say_morning_lists(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await worklist.meet(house.estates, uow=uow, now=now)


async def _put_off_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await course.any_due(house.estates.values(), uow=uow, now=now)


async def _bring_back(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await course.bring_back(house.estates.values(), uow=uow, now=now)


async def _projects_are_late(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await project_records.any_late(uow=uow, now=now)


async def _tell_late_projects(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await project_records.tell_late(house.estates, uow=uow, now=now)


async def _acceptances_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return await acceptance.any_due(uow=uow, now=now)


async def _ask_for_acceptance(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    return await acceptance.meet(house.estates, uow=uow, now=now)


DEADLINES: tuple[Deadline, ...] = (
    Deadline("dialogs", _dialogs_are_due, _meet_dialogs),
    Deadline("withdrawals", _withdrawals_are_due, _meet_withdrawals),
    Deadline("jots", _jots_are_over, _forget_jots),
    Deadline("unsigned", _unsigned_are_over, _forget_unsigned),
    Deadline("farewells", _farewells_are_due, _meet_farewells),
    Deadline("retention", _a_round_is_due, _go_round),
    Deadline("intakes", _intakes_are_due, _meet_intakes),
    Deadline("bulletins", _bulletins_are_due, _meet_bulletins),
    Deadline("agendas", _agendas_are_due, _meet_agendas),
    Deadline("old-presses", _presses_are_old, _forget_presses),
    Deadline("put-off", _put_off_are_due, _bring_back),
    Deadline("missed-days", _days_are_missed, _meet_missed_days),
    Deadline("unknown-years", _years_are_unknown, _tell_unknown_years),
    Deadline("late-projects", _projects_are_late, _tell_late_projects),
    Deadline("acceptances", _acceptances_are_due, _ask_for_acceptance),
    Deadline("morning-lists", _morning_lists_are_due, _say_morning_lists),
    Deadline("answers", _answers_are_due, _meet_answers, _next_answer),
    Deadline("deliberations", _deliberations_are_due, _meet_deliberations, _next_deliberation),
    Deadline("claims", _claims_are_due, _meet_claims, _next_claim),
    Deadline("matches", _matches_are_due, _meet_matches),
    Deadline("verdicts", _verdicts_are_due, _meet_verdicts, _next_verdict),
)
