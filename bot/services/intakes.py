"""Whether an estate takes new wishes: the gate, the acts of the staff that keep it open, and what falls due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import errors, intakes
from bot.domain.buttons import data
from bot.domain.intakes import Intake, IntakeState, Silence
from bot.domain.people import ChatUse, Estate, Purpose
from bot.domain.rights import Act
from bot.domain.topics import TopicUse
from bot.domain.wishes import State
from bot.messages import Actor, Button, Line, Reply, line
from bot.ports import UnitOfWork, WishFilter
from bot.services import announcing, standing

INTAKE_SLOT = "intake"  #: in the staff chat: the warning or the pause, with [we are here]


async def current(estate: Estate, *, uow: UnitOfWork, now: datetime) -> Intake:
    """How it stands; an estate that is seen for the first time begins here. Locked, to be changed."""
    kept = await uow.intakes.lock(estate.key)
    stands = (
        intakes.beginning(estate, used=await uow.wishes.any_of(estate.key), now=now)
        if kept is None
        else intakes.as_configured(kept, estate, now=now)
    )
    if stands != kept:
        await uow.intakes.save(stands)
    return stands


async def state_of(estate: Estate, uow: UnitOfWork) -> IntakeState:
    """As `current`, and nothing is written."""
    kept = await uow.intakes.of(estate.key)
    if kept is None:
        waits = estate.trial and not await uow.wishes.any_of(estate.key)
        return IntakeState.TRIAL if waits else IntakeState.OPEN
    return IntakeState.OPEN if kept.state is IntakeState.TRIAL and not estate.trial else kept.state


async def require_open(estate: Estate, uow: UnitOfWork) -> None:
    """The gate that every new wish passes.

    Raises:
        IntakeNotOpen: two of the staff have not tried it yet.
        IntakePaused: wishes wait and nobody acts.
    """
    if closed := await why_closed(estate, uow):
        raise closed


async def why_closed(estate: Estate, uow: UnitOfWork) -> errors.Refused | None:
    """What `require_open` would raise; None: wishes are taken."""
    match await state_of(estate, uow):
        case IntakeState.TRIAL:
            return errors.IntakeNotOpen(estate=estate.name)
        case IntakeState.PAUSED:
            return errors.IntakePaused(estate=estate.name)
    return None


async def staff_acted(estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """One of the staff took, answered, handed back, bound or said that they are there: a pause is over."""
    before = await current(estate, uow=uow, now=now)
    await uow.intakes.save(intakes.acted(before, now=now))
    if before.state is IntakeState.PAUSED:
        resumed = Reply((line("intake-resumed-group"),), silent=True, topic=TopicUse.NEWS)
        await announcing.tell_neighbours(ChatUse.WISHES, resumed, estate=estate, uow=uow)
    if before.warned_at is not None or before.state is IntakeState.PAUSED:
        heard = Reply((line("intake-resumed-staff"),), slot=INTAKE_SLOT, silent=True)
        await announcing.tell_all(Purpose.STAFF, heard, estate=estate, uow=uow)


async def we_are_here(*, actor: Actor, uow: UnitOfWork, now: datetime) -> Estate:
    """A listed person says that somebody is there.

    Raises:
        NotListedYet, NotAResident, ChatNotBound: see `standing.estate_for`.
        IntakeNotOpen: there is a trial first.
    """
    estate = standing.estate_for(actor, Act.OPEN_INTAKE)
    if await state_of(estate, uow) is IntakeState.TRIAL:
        raise errors.IntakeNotOpen(estate=estate.name)
    await staff_acted(estate, uow=uow, now=now)
    return estate


# ---- what falls due -------------------------------------------------------------------------------------------------


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    """Whether an estate has been silent too long, or one with waiting wishes is not kept yet."""
    kept = {intake.estate_key: intake for intake in await uow.intakes.all()}
    for key, estate in estates.items():
        intake = kept.get(key)
        if intake is None:
            if await uow.wishes.waiting_since(key) is not None:
                return True
        elif await _silence(intake, estate, uow=uow, now=now) is not None:
            return True
    return False


async def _silence(intake: Intake, estate: Estate, *, uow: UnitOfWork, now: datetime) -> Silence | None:
    """The wishes are asked only where the last act lies far enough back."""
    if intakes.silence(intake, estate, waiting_since=intake.last_act_at, now=now) is None:
        return None
    waiting_since = await uow.wishes.waiting_since(estate.key)
    return intakes.silence(intake, estate, waiting_since=waiting_since, now=now)


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Warn the staff, or pause and say so everywhere; returns for how many estates something was done."""
    return sum([await _meet(estate, uow=uow, now=now) for estate in estates.values()])


async def _meet(estate: Estate, *, uow: UnitOfWork, now: datetime) -> int:
    is_new = await uow.intakes.of(estate.key) is None
    if is_new and await uow.wishes.waiting_since(estate.key) is None:
        return 0
    intake = await current(estate, uow=uow, now=now)
    match await _silence(intake, estate, uow=uow, now=now):
        case Silence.WARN:
            await uow.intakes.save(intakes.warned(intake, now=now))
            await _tell_staff(estate, line("intake-warned-staff", days=estate.warn_after_days), uow)
        case Silence.PAUSE:
            await uow.intakes.save(intakes.paused(replace(intake, warned_at=None), now=now))
            said = Reply((line("intake-paused-group", days=estate.pause_after_days),), silent=True, topic=TopicUse.NEWS)
            await announcing.tell_neighbours(ChatUse.WISHES, said, estate=estate, uow=uow)
            await _tell_staff(estate, line("intake-paused-staff", days=estate.pause_after_days), uow)
        case None:
            return int(is_new)
    return 1


async def _tell_staff(estate: Estate, said: Line, uow: UnitOfWork) -> None:
    """Loud, and below everything else: it waits for an answer."""
    waiting = WishFilter(states=frozenset({State.OPEN, State.TAKEN}), public_only=False)
    lines = (said, line("intake-waiting", n=await uow.wishes.count(estate.key, waiting)))
    buttons = ((Button("button-here", data("here")),),)
    await announcing.tell_all(
        Purpose.STAFF, Reply(lines, buttons=buttons, slot=INTAKE_SLOT, fresh=True), estate=estate, uow=uow
    )
