"""The trial before an estate takes wishes: two of those listed each answer a made-up wish, in the staff chat alone.

The trial wish is no row of `wishes`: it has no number, is in no list, and is counted nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain import errors, intakes, rights
from bot.domain.buttons import data
from bot.domain.intakes import NAMED_STAFF, Hand, IntakeState
from bot.domain.people import ChatUse, Estate, Purpose
from bot.domain.rights import Act
from bot.messages import Actor, Button, Line, Reply, Texts, line
from bot.ports import UnitOfWork
from bot.services import announcing, standing
from bot.services.intakes import current, state_of
from bot.services.menu import menu_card
from bot.services.place_chats import neighbours

TRIAL_SLOT = "trial"


async def take_part(*, actor: Actor, uow: UnitOfWork, now: datetime) -> Estate:
    """Somebody listed begins to answer the trial wish; the bot knows them from now on.

    Raises:
        NotListedYet, ChatNotBound, NotAResident: see `standing.estate_for`.
        TrialOver: wishes are taken already.
        UnknownButton: not in the staff chat.
        TriedAlready: they have answered it; another person is needed.
    """
    estate = standing.estate_for(actor, Act.OPEN_INTAKE)
    await _require_trial(estate, uow=uow, now=now)
    if not rights.sees_staff_matters(actor.chat, estate.key):
        raise errors.UnknownButton
    if any(hand.person_id == actor.person.id for hand in intakes.have_tried(await _hands(estate, uow), estate)):
        raise errors.TriedAlready
    await uow.intakes.join_trial(estate.key, actor.person.id, now=now)
    await show(estate, uow=uow)
    return estate


async def answer(*, actor: Actor, uow: UnitOfWork, now: datetime) -> bool:
    """They answered it. Returns whether wishes are taken from now on.

    Raises:
        TrialOver: others were quicker.
        NotListedYet, …: see `take_part`.
    """
    estate = standing.estate_for(actor, Act.OPEN_INTAKE)
    await _require_trial(estate, uow=uow, now=now)
    await uow.intakes.answer_trial(estate.key, actor.person.id, now=now)
    if await open_if_ready(estate, uow=uow, now=now):
        return True
    await show(estate, uow=uow)
    return False


async def _require_trial(estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    if (await current(estate, uow=uow, now=now)).state is not IntakeState.TRIAL:
        raise errors.TrialOver


async def bound(*, actor: Actor, estate: Estate, uow: UnitOfWork, now: datetime) -> None:
    """A listed person tied a group to the estate: that is their part in the trial; the next step shows itself."""
    intake = await current(estate, uow=uow, now=now)
    if intake.state is not IntakeState.TRIAL:
        return
    await uow.intakes.join_trial(estate.key, actor.person.id, now=now)
    if await _has_groups(estate, uow) and not await open_if_ready(estate, uow=uow, now=now):
        await show(estate, uow=uow)


async def _has_groups(estate: Estate, uow: UnitOfWork) -> bool:
    """There is where to speak and where to answer."""
    return all([await uow.chats.of_estate(estate.key, purpose) for purpose in Purpose])


async def open_if_ready(estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    """Begin, once two who are listed have answered and both kinds of group are there: each building's is told once."""
    hands = await _hands(estate, uow)
    if not intakes.may_open(hands, estate) or not await _has_groups(estate, uow):
        return False
    await uow.intakes.save(intakes.opened(await current(estate, uow=uow, now=now), now=now))
    for chat in await neighbours(ChatUse.WISHES, estate_key=estate.key, uow=uow):
        await announcing.tell(chat, menu_card(chat, first=(line("intake-open-group"),)), estate=estate, uow=uow)
    names = _names(intakes.have_tried(hands, estate), estate)
    done = Reply((line("trial-done", names=names),), slot=TRIAL_SLOT)
    await announcing.tell_all(Purpose.STAFF, done, estate=estate, uow=uow)
    return True


async def show(estate: Estate, *, uow: UnitOfWork, fresh: bool = False) -> None:
    """The trial wish in the staff chat, as far as it has come. `fresh`: anew, below."""
    card = trial_card(estate, await _hands(estate, uow), fresh=fresh)
    await announcing.tell_all(Purpose.STAFF, card, estate=estate, uow=uow)


async def show_again(*, actor: Actor, uow: UnitOfWork) -> None:
    """In a staff chat where the trial wish has scrolled away: anew, below."""
    estate = actor.estate
    if estate is None or not rights.sees_staff_matters(actor.chat, estate.key):
        return
    if await state_of(estate, uow) is IntakeState.TRIAL and await _has_groups(estate, uow):
        await show(estate, uow=uow, fresh=True)


def trial_card(estate: Estate, hands: Sequence[Hand], *, fresh: bool = False) -> Reply:
    tried = intakes.have_tried(hands, estate)
    lines = [line("trial-head"), line("trial-wish"), line("trial-how")]
    if tried:
        lines.append(line("trial-tried", names=_names(tried, estate)))
    lines.append(line("trial-missing", n=max(1, NAMED_STAFF - len(tried))))
    lines += too_few(estate)
    return Reply(tuple(lines), buttons=((Button("button-trial", data("trial")),),), slot=TRIAL_SLOT, fresh=fresh)


def too_few(estate: Estate) -> tuple[Line, ...]:
    """Said plainly where the trial can never end."""
    return () if intakes.can_ever_open(estate) else (line("trial-too-few", n=len(estate.speakers)),)


def _names(hands: Sequence[Hand], estate: Estate) -> Texts:
    return Texts(tuple(estate.speakers[hand.telegram_id].name for hand in hands))


async def _hands(estate: Estate, uow: UnitOfWork) -> list[Hand]:
    return [hand for hand, _ in await uow.intakes.hands(estate.key)]


async def next_lines(estate: Estate, purpose: Purpose, uow: UnitOfWork) -> tuple[Line, ...]:
    """What is still to do before wishes are taken, said in a group that was just tied to the estate; else nothing."""
    if await state_of(estate, uow) is not IntakeState.TRIAL:
        return ()
    if not await uow.chats.of_estate(estate.key, Purpose.STAFF):
        return (line("trial-next-staff"), *too_few(estate))
    if not await uow.chats.of_estate(estate.key, Purpose.BUILDING):
        return (line("trial-next-building"), *too_few(estate))
    return (line("trial-next-try" if purpose is Purpose.STAFF else "trial-next-wait"),)
