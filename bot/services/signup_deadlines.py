"""What falls due around sign-ups: closing, the evening before, what people are told, and that it is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import signups
from bot.domain.attention import awake, is_quiet
from bot.domain.people import Estate, Person, Purpose, language_for
from bot.domain.signups import Roll, SignupDue, SignupEntry, SignupNews, SignupState
from bot.messages import Mention, Reply, line
from bot.ports import UnitOfWork
from bot.ports.signups import SignupTelling
from bot.services import signup_said, standing
from bot.services.signups import IN_GROUPS, ORGANISER, redraw, tell

MOST_AT_ONCE = 20
MOST_TOLD_AT_ONCE = 100


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.signups.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Close, remind, forget; then tell who is to be told. Returns how many things."""
    met = 0
    for signup_id in await uow.signups.due(now, limit=MOST_AT_ONCE):
        roll = await uow.signups.lock(signup_id)
        # Met by another process, while this one waited for it: nothing is left to do.
        while (what := signups.due_of(roll.signup, now=now)) is not None:
            roll = await _meet(roll, what, estates.get(roll.signup.estate_key), uow=uow, now=now)
            met += 1
    for telling in await uow.signups.tellings(now, limit=MOST_TOLD_AT_ONCE):
        met += await _tell(telling, estates, uow=uow, now=now)
    return met


async def _meet(roll: Roll, what: SignupDue, estate: Estate | None, *, uow: UnitOfWork, now: datetime) -> Roll:
    signup = roll.signup
    if what is SignupDue.FORGET:
        await uow.signups.forget(signup.id)
        await redraw(signup, uow)
        return Roll(replace(signup, next_at=None, remind_at=None, organiser=""))
    if what is SignupDue.CLOSE:
        # Slept through until it began, its list is wanted all the same.
        changed = replace(signup, state=SignupState.CLOSED)
        await uow.signups.tell(signup.id, [ORGANISER], SignupNews.LIST, due_at=now)
    else:
        changed = await _remind(roll, estate, uow=uow, now=now)
    kept = await uow.signups.save(roll, Roll(signups.scheduled(changed), roll.entries))
    if what is SignupDue.CLOSE:
        await redraw(kept.signup, uow)
    return kept


async def _remind(roll: Roll, estate: Estate | None, *, uow: UnitOfWork, now: datetime) -> signups.Signup:
    """All who have a place; whoever waits has nothing to come to."""
    signup = roll.signup
    if now < signup.event.starts_at:
        placed = [each.id for each in roll.placed]
        await tell(signup, placed, SignupNews.REMINDER, estate=estate, uow=uow, now=now)
    return replace(signup, remind_at=None)


async def _tell(telling: SignupTelling, estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Returns 1 if it was told, or needs not be; 0 if it waits for the morning, or another was quicker."""
    roll = await uow.signups.get(telling.signup_id)
    estate = estates.get(roll.signup.estate_key)
    if estate is not None and _waits(telling, estate, now):
        morning = awake(now, zone=estate.time_zone, courtesy=estate.courtesy)
        await uow.signups.put_off(telling, morning)
        return 0
    if not await uow.signups.told(telling):
        return 0
    if estate is None:
        return 1
    if telling.entry_id == IN_GROUPS:
        await _in_groups(roll, telling.news, estate, uow=uow)
    elif telling.entry_id == ORGANISER:
        await _organiser(roll, telling.news, estate, uow=uow, now=now)
    else:
        entry = roll.entry(telling.entry_id)
        if entry is not None and _still_true(telling.news, entry, roll, now):
            await _somebody(roll, entry, telling.news, estate, uow=uow)
    return 1


def _waits(telling: SignupTelling, estate: Estate, now: datetime) -> bool:
    """At night nobody is told anything; but the list, which whoever opened it wanted at that hour, without a sound."""
    return telling.news is not SignupNews.LIST and is_quiet(now, zone=estate.time_zone, courtesy=estate.courtesy)


def _still_true(news: SignupNews, entry: SignupEntry, roll: Roll, now: datetime) -> bool:
    if news is SignupNews.CANCELLED:
        return True
    if now >= roll.signup.event.starts_at or roll.signup.state is SignupState.CANCELLED:
        return False
    return entry.placed or news is SignupNews.CHANGED


async def _somebody(roll: Roll, entry: SignupEntry, news: SignupNews, estate: Estate, *, uow: UnitOfWork) -> None:
    """In private; who moved up and cannot be written to, by a quiet line in the group, if they may be mentioned."""
    person = await uow.people.get(entry.hearer_id)
    if await standing.can_be_told(person, uow):
        await _say(person, signup_said.told(roll, entry, news), estate, uow=uow)
        return
    if news is not SignupNews.MOVED_UP or entry.chat_id is None or not person.may_be_mentioned:
        return
    chat = await uow.chats.get(entry.chat_id)
    if chat.present:
        language = language_for(person=None, chat=chat, estate=estate, default=estate.language)
        who = Mention(entry.name, person.telegram_id)
        said = line("signup-moved-up-mention", name=who, what=roll.signup.event.what)
        await uow.outbox.say(chat.id, Reply((said,), silent=True), language=language)


async def _say(person: Person, reply: Reply, estate: Estate, *, uow: UnitOfWork) -> None:
    chat = await uow.chats.private_of(person)
    language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
    await uow.outbox.say(chat.id, reply, language=language)


async def _organiser(roll: Roll, news: SignupNews, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Whoever opened it, in private; who cannot be written to, in the staff chats."""
    if news is SignupNews.LEFT and now >= roll.signup.event.starts_at:
        return
    person = await uow.people.get(roll.signup.organiser_id)
    if await standing.can_be_told(person, uow):
        chats = [await uow.chats.private_of(person)]
    else:
        chats = list(await uow.chats.of_estate(estate.key, Purpose.STAFF))
    for chat in chats:
        to = person if chat.private else None
        language = language_for(person=to, chat=chat, estate=estate, default=estate.language)
        said = signup_said.listed(roll, language) if news is SignupNews.LIST else signup_said.left(roll)
        await uow.outbox.say(chat.id, said, language=language)


async def _in_groups(roll: Roll, news: SignupNews, estate: Estate, *, uow: UnitOfWork) -> None:
    for chat in await uow.signups.chats_of(roll.signup.id):
        if chat.present and chat.estate_key == estate.key:
            language = language_for(person=None, chat=chat, estate=estate, default=estate.language)
            await uow.outbox.say(chat.id, signup_said.in_group(roll, news), language=language)
