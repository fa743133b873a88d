"""Around a sign-up: neighbours without a phone are put on the list, it is changed, and called off."""

from __future__ import annotations

from datetime import datetime

from bot.domain import signup_refusals as refusals
from bot.domain import signups, wishes
from bot.domain.people import Estate
from bot.domain.rights import Act
from bot.domain.signups import Event, Roll, SignupEntry, SignupNews, SignupStep
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing
from bot.services.signups import IN_GROUPS, find, keep, kept, record, runs, tell, to_run

# ---- for somebody without a phone ------------------------------------------------------------------------------------


async def to_sign_for(*, actor: Actor, signup_id: int, uow: UnitOfWork, now: datetime, lock: bool = False) -> Roll:
    """Before it is asked who.

    Raises:
        OnlyInPrivate: in a building's group.
        SignupClosed, SignupCancelled, SignupOver: nobody signs up any more.
        SignupGone, NotAResident, NotAllowed: see `find`.
    """
    roll = await find(actor=actor, signup_id=signup_id, uow=uow, act=Act.FILE_FOR, lock=lock)
    standing.require_away_from_neighbours(actor)
    signups.check_open(roll.signup, now=now)
    return roll


async def sign_for(
    *, actor: Actor, signup_id: int, name: str, guests: int, uow: UnitOfWork, now: datetime
) -> tuple[Roll, SignupEntry]:
    """Put somebody without a phone on the list.

    Raises: see `to_sign_for`, `signups.check_guests`; EmptyWords, TooLong: see `wishes.clean_words`.
    """
    roll = await to_sign_for(actor=actor, signup_id=signup_id, uow=uow, now=now, lock=True)
    signups.check_guests(guests, most=roll.signup.event.guests)
    name = wishes.clean_words(name, max_chars=signups.MAX_NAME_CHARS)
    entry = SignupEntry(0, None, actor.person.id, name, now, guests=guests)
    pressed = await keep(actor, roll, signups.sign(roll, entry), uow=uow, now=now)
    return pressed.roll, pressed.roll.entries[-1]


async def take_off(
    *, actor: Actor, signup_id: int, entry_id: int, uow: UnitOfWork, now: datetime
) -> tuple[Roll, SignupEntry]:
    """Take somebody without a phone off the list again; who did it, or who opened the sign-up.

    Raises:
        NotYourEntry: somebody else put them there, or they are not on the list.
        SignupCancelled, SignupOver; OnlyInPrivate, SignupGone, NotAResident, NotAllowed: see `find`.
    """
    roll = await find(actor=actor, signup_id=signup_id, uow=uow, act=Act.FILE_FOR, lock=True)
    standing.require_away_from_neighbours(actor)
    signups.check_ahead(roll.signup, now=now)
    entry = roll.entry(entry_id)
    if entry is None or entry.person_id is not None:
        raise refusals.NotYourEntry
    if entry.by_id != actor.person.id and not runs(actor, roll.signup):
        raise refusals.NotYourEntry
    pressed = await keep(actor, roll, signups.leave(roll, entry), uow=uow, now=now)
    return pressed.roll, entry


# ---- changing, calling off -------------------------------------------------------------------------------------------


async def change(*, actor: Actor, signup_id: int, event: Event, uow: UnitOfWork, now: datetime) -> tuple[Roll, bool]:
    """Change it; whether time or place are others now: then everybody on the list is told, and each of its groups.

    Raises:
        FewerThanTaken, SignupBeginsTooSoon, SignupClosesTooLate, SignupClosesInPast: see `signups.changed`.
        SignupCancelled, SignupOver, NotTheOrganiser, OnlyInPrivate, SignupGone, NotAllowed: see `to_run`.
    """
    before = await to_run(actor=actor, signup_id=signup_id, uow=uow, lock=True)
    estate = standing.estate_of(before.signup.estate_key, actor)
    zone, courtesy = estate.time_zone, estate.courtesy
    after, is_other = signups.changed(before, event, zone=zone, courtesy=courtesy, now=now)
    roll = await kept(before, after, estate=estate, uow=uow, now=now)
    await record(SignupStep.CHANGED, roll.signup, actor, estate, uow=uow, now=now)
    if is_other:
        await _tell_all(roll, SignupNews.CHANGED, estate, uow=uow, now=now)
    return roll, is_other


async def cancel(*, actor: Actor, signup_id: int, reason: str, uow: UnitOfWork, now: datetime) -> Roll:
    """Call it off; everybody on the list is told why, and each of its groups.

    Raises:
        SignupCancelled, SignupOver, NotTheOrganiser, OnlyInPrivate, SignupGone, NotAllowed: see `to_run`.
        EmptyWords, TooLong: see `wishes.clean_words`.
    """
    roll = await to_run(actor=actor, signup_id=signup_id, uow=uow, lock=True)
    reason = wishes.clean_words(reason, max_chars=signups.MAX_REASON_CHARS)
    off = Roll(signups.cancelled(roll.signup, reason=reason, now=now), roll.entries)
    estate = standing.estate_of(off.signup.estate_key, actor)
    await uow.signups.untell(off.signup.id)
    off = await kept(roll, off, estate=estate, uow=uow, now=now)
    await record(SignupStep.CANCELLED, off.signup, actor, estate, uow=uow, now=now)
    await _tell_all(off, SignupNews.CANCELLED, estate, uow=uow, now=now)
    return off


async def _tell_all(roll: Roll, news: SignupNews, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Whoever is on the list, in private; and those who cannot be, by a line in the groups, without a sound."""
    await tell(roll.signup, [IN_GROUPS, *(each.id for each in roll.entries)], news, estate=estate, uow=uow, now=now)
