"""Sign-ups: opened by who asks neighbours to come, pressed by who does, changed and called off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import rights, signups, wishes
from bot.domain import signup_refusals as refusals
from bot.domain.attention import awake
from bot.domain.chat_functions import Function
from bot.domain.people import Chat, ChatUse, Estate, Person, Purpose
from bot.domain.rights import Act, Role
from bot.domain.signups import Event, Roll, Signup, SignupEntry, SignupNews, SignupStep
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import chat_functions, homes, intakes, signup_lines, standing
from bot.services.place_chats import neighbours
from bot.services.signup_lines import Looker

FOR_OTHERS = rights.RIGHTS[Act.FILE_FOR]
ORGANISER, IN_GROUPS = 0, -1  #: in place of the id of an entry: whoever opened it; a line in each of its groups

# ---- opening --------------------------------------------------------------------------------------------------------


async def groups_of(*, actor: Actor, uow: UnitOfWork) -> tuple[Estate, Sequence[Chat]]:
    """The estate in which the actor may ask who comes, and the groups in which they may.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read every question.
        NoGroupToSignUpIn: there is none.
        SignupsStopped: they were stopped in all of them.
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_SIGNUP, somewhere=True)
    standing.require_away_from_neighbours(actor)
    administered = {each.id for each in await uow.chats.administered_by(actor.person.telegram_id)}
    groups = signups.groups_for(
        await neighbours(ChatUse.NOTICES, estate_key=estate.key, uow=uow),
        roles_at=lambda chat: actor.roles_at(estate.key, chat.node),
        administers=lambda chat: chat.id in administered,
    )
    if not groups:
        raise refusals.NoGroupToSignUpIn
    groups = await chat_functions.where_used(Function.SIGNUPS, groups, uow=uow)
    if not groups:
        raise refusals.SignupsStopped
    return estate, groups


async def open_signup(
    *, actor: Actor, event: Event, chat_ids: Sequence[int], uow: UnitOfWork, now: datetime
) -> tuple[Signup, int]:
    """Post it: one card in each of these groups. Returns it, and in how many.

    Raises:
        SignupBeginsTooSoon, SignupClosesTooLate, SignupClosesInPast: see `signups.check_event`.
        NoGroupToSignUpIn: none of these groups, or not theirs; OnlyInPrivate, NotAllowed: see `groups_of`.
    """
    estate, groups = await groups_of(actor=actor, uow=uow)
    chosen = [chat for chat in groups if chat.id in set(chat_ids)]
    if not chosen:
        raise refusals.NoGroupToSignUpIn
    signups.check_event(event, now=now)
    remind_at = signups.reminder(event, zone=estate.time_zone, courtesy=estate.courtesy, now=now)
    drafted = Signup(
        id=0,
        estate_key=estate.key,
        number=0,
        event=event,
        zone=estate.time_zone.key,
        organiser_id=actor.person.id,
        organiser="" if actor.hidden else actor.person.name,
        opened_at=now,
        remind_at=remind_at,
    )
    signup = await uow.signups.open(signups.scheduled(drafted), [chat.id for chat in chosen])
    await record(SignupStep.OPENED, signup, actor, estate, uow=uow, now=now)
    for chat in chosen:
        await uow.outbox.touch(chat.id, signup_lines.slot_of(signup))
    if actor.roles_somewhere(estate.key) & rights.RIGHTS[Act.ANSWER_WISH]:
        await intakes.staff_acted(estate, uow=uow, now=now)
    return signup, len(chosen)


async def record(
    step: SignupStep, signup: Signup, actor: Actor, estate: Estate, *, uow: UnitOfWork, now: datetime
) -> None:
    """What is done in the name of a body can be looked up; a neighbour's own sign-up is their own."""
    if (by := standing.acts_as(actor, estate)) is not None:
        await uow.signups.record(signup.id, step, by=by, now=now)


# ---- reading --------------------------------------------------------------------------------------------------------


async def find(
    *, actor: Actor, signup_id: int, uow: UnitOfWork, act: Act = Act.JOIN_SIGNUP, lock: bool = False
) -> Roll:
    """The sign-up of a button; `lock`: its list is about to change.

    Raises:
        SignupGone: there is none, or it was posted where this actor does not live.
        OutsideYourPlaces, NotForAllOfIt: the role holds in a part, and it stands in no group of that or around it.
        NotAResident, NotAllowed: the role may not.
    """
    try:
        roll = await (uow.signups.lock if lock else uow.signups.get)(signup_id)
    except LookupError:
        raise refusals.SignupGone from None
    signup = roll.signup
    key, nodes = signup.estate_key, [chat.node for chat in await uow.signups.chats_of(signup.id)]
    at_desk = act is Act.FILE_FOR and rights.sees_staff_matters(actor.chat, key)
    for needed in (act, *((Act.READ_STAFF,) if at_desk else ())):  # a guest in the staff chat looks on, no more
        # A neighbour of theirs comes to what others are asked to as well; who runs it is looked at further on.
        at = standing.theirs_among(actor, needed, key, nodes)
        standing.check_estate(actor, key, needed, gone=refusals.SignupGone(), at=at)
    if not await _concerns(actor, signup, uow):
        raise refusals.SignupGone
    return roll


async def _concerns(actor: Actor, signup: Signup, uow: UnitOfWork) -> bool:
    """It was posted in this group; in private, in one of theirs, or they have a hand in it."""
    groups = await uow.signups.chats_of(signup.id)
    posted = {chat.id for chat in groups}
    if actor.chat.purpose is Purpose.BUILDING:
        return actor.chat.id in posted
    everywhere = FOR_OTHERS | rights.RIGHTS[Act.READ_STAFF]
    key = signup.estate_key
    if actor.roles_in(key) & everywhere or signup.organiser_id == actor.person.id:
        return True
    nodes = [chat.node for chat in groups]
    for act in (Act.FILE_FOR, Act.READ_STAFF):
        if any(actor.roles_at(key, at) & everywhere for at in standing.theirs_among(actor, act, key, nodes)):
            return True
    return any(home.id in posted for home in await homes.chats_of(actor, uow))


async def by_number(*, actor: Actor, number: int, uow: UnitOfWork) -> Roll:
    """Raises SignupNotFound, ChatNotBound, NotAResident."""
    estate = standing.estate_allowing(actor, Act.JOIN_SIGNUP)
    signup = await uow.signups.by_number(estate.key, number)
    if signup is None or not await _concerns(actor, signup, uow):
        raise refusals.SignupNotFound(number=str(number))
    return await uow.signups.get(signup.id)


async def ahead(*, actor: Actor, uow: UnitOfWork, now: datetime) -> tuple[Estate, Sequence[Roll]]:
    """What is ahead where the actor lives; in private also what they opened and is over.

    Raises: ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.JOIN_SIGNUP)
    found = list(await uow.signups.ahead(estate.key, now=now))
    if actor.chat.private:
        known = {each.id for each in found}
        found += [each for each in await uow.signups.opened_by(actor.person.id, estate.key) if each.id not in known]
    return estate, [await uow.signups.get(each.id) for each in found if await _concerns(actor, each, uow)]


def looker(actor: Actor, signup: Signup) -> Looker:
    """What somebody may do with it here: before neighbours nobody runs it."""
    roles, away = actor.roles_somewhere(signup.estate_key), actor.chat.purpose is not Purpose.BUILDING
    return Looker(
        person_id=actor.person.id,
        runs=away and runs(actor, signup),
        for_others=away and bool(roles & FOR_OTHERS),
        private=actor.chat.private,
    )


def runs(actor: Actor, signup: Signup) -> bool:
    """Whoever opened it, as long as they may open any, and the committee."""
    roles = actor.roles_somewhere(signup.estate_key)
    if Role.COMMITTEE in roles:
        return True
    return signup.organiser_id == actor.person.id and bool(roles & rights.RIGHTS[Act.RUN_SIGNUP])


async def to_run(*, actor: Actor, signup_id: int, uow: UnitOfWork, lock: bool = False) -> Roll:
    """The sign-up, before it is changed, called off, or its list is sent.

    Raises:
        NotTheOrganiser: somebody else opened it.
        OutsideYourPlaces, NotForAllOfIt: it stands in groups beyond the part in which their role holds.
        OnlyInPrivate: in a building's group.
        SignupGone, NotAResident, NotAllowed: see `find`.
    """
    roll = await find(actor=actor, signup_id=signup_id, uow=uow, act=Act.RUN_SIGNUP, lock=lock)
    standing.require_away_from_neighbours(actor)
    if not runs(actor, roll.signup):
        raise refusals.NotTheOrganiser
    nodes = [chat.node for chat in await uow.signups.chats_of(signup_id)]
    standing.check_estate(actor, roll.signup.estate_key, Act.RUN_SIGNUP, gone=refusals.SignupGone(), at=nodes)
    return roll


# ---- pressing -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of a press. `entry` None: they are not on the list (any more)."""

    roll: Roll
    entry: SignupEntry | None
    was: SignupEntry | None


async def sign(*, actor: Actor, signup_id: int, uow: UnitOfWork, now: datetime) -> Pressed:
    """Put the actor on the list; pressed again, it stays as it is.

    Raises:
        SignupClosed, SignupCancelled, SignupOver: nobody signs up any more.
        SignupGone, NotAResident: see `find`.
    """
    roll = await _open_roll(actor, signup_id, uow, now)
    return await keep(actor, roll, signups.sign(roll, _entry(actor, now)), uow=uow, now=now)


async def bring(*, actor: Actor, signup_id: int, more: int, uow: UnitOfWork, now: datetime) -> Pressed:
    """One more beside the actor, or one less (`more`); who is not on the list yet comes along.

    Raises:
        NobodyMayBeBrought, NoMoreMayBeBrought, NoPlaceForGuest: see `signups.bring`.
        NotSignedUp: there is nobody to take off.
        SignupClosed, SignupCancelled, SignupOver, SignupGone, NotAResident: see `sign`.
    """
    roll = await _open_roll(actor, signup_id, uow, now)
    mine = roll.of(actor.person.id)
    if mine is None and more < 0:
        raise refusals.NotSignedUp
    if mine is None:
        signups.check_guests(more, most=roll.signup.event.guests)
        after = signups.sign(roll, replace(_entry(actor, now), guests=more))
    else:
        after = signups.bring(roll, mine, max(0, mine.guests + more))
    return await keep(actor, roll, after, uow=uow, now=now)


async def leave(*, actor: Actor, signup_id: int, uow: UnitOfWork, now: datetime) -> Pressed:
    """Take the actor off the list. Once it is closed in private alone, and whoever opened it is told.

    Raises:
        NotSignedUp: they are not on it.
        SignupClosed: in a group, where no press counts any more.
        SignupCancelled, SignupOver, SignupGone, NotAResident: see `sign`.
    """
    roll = await find(actor=actor, signup_id=signup_id, uow=uow, lock=True)
    signups.check_ahead(roll.signup, now=now)
    if not actor.chat.private:
        signups.check_open(roll.signup, now=now)
    mine = roll.of(actor.person.id)
    if mine is None:
        raise refusals.NotSignedUp
    return await keep(actor, roll, signups.leave(roll, mine), uow=uow, now=now)


async def name_guests(*, actor: Actor, signup_id: int, names: str, uow: UnitOfWork, now: datetime) -> Pressed:
    """The first names of those they bring, for the organiser's list alone; "" : only how many.

    Raises:
        NotSignedUp: they are not on the list, or come alone.
        OnlyInPrivate: neighbours would read along; SignupClosed, SignupCancelled, SignupOver, SignupGone: see `sign`.
    """
    roll = await to_name_guests(actor=actor, signup_id=signup_id, uow=uow, now=now, lock=True)
    mine = roll.of(actor.person.id)
    assert mine is not None, "else it would have been refused"
    if names:
        names = wishes.clean_words(names, max_chars=signups.MAX_GUEST_NAMES_CHARS)
    return await keep(actor, roll, signups.named(roll, mine, names), uow=uow, now=now)


async def to_name_guests(*, actor: Actor, signup_id: int, uow: UnitOfWork, now: datetime, lock: bool = False) -> Roll:
    """Before it is asked; see `name_guests`."""
    standing.require_private(actor)
    roll = await find(actor=actor, signup_id=signup_id, uow=uow, lock=lock)
    signups.check_open(roll.signup, now=now)
    mine = roll.of(actor.person.id)
    if mine is None or not mine.guests:
        raise refusals.NotSignedUp
    return roll


async def _open_roll(actor: Actor, signup_id: int, uow: UnitOfWork, now: datetime) -> Roll:
    roll = await find(actor=actor, signup_id=signup_id, uow=uow, lock=True)
    signups.check_open(roll.signup, now=now)
    return roll


def _entry(actor: Actor, now: datetime) -> SignupEntry:
    group = None if actor.chat.private else actor.chat.id
    return SignupEntry(0, actor.person.id, actor.person.id, actor.person.name, now, chat_id=group)


async def keep(actor: Actor, before: Roll, after: Roll, *, uow: UnitOfWork, now: datetime) -> Pressed:
    """See `kept`."""
    was = before.of(actor.person.id)
    roll = await kept(before, after, estate=standing.estate_of(before.signup.estate_key, actor), uow=uow, now=now)
    return Pressed(roll, roll.of(actor.person.id), was)


async def kept(before: Roll, after: Roll, *, estate: Estate | None, uow: UnitOfWork, now: datetime) -> Roll:
    """Keep the list as it is now, draw its cards anew, see to it that those who moved up are told.

    `estate` None: config.yaml names it no more; then nobody sleeps.
    """
    if after == before:
        return before
    roll, signup = await uow.signups.save(before, after), after.signup
    up = [each.id for each in signups.moved_up(before, after)]
    await tell(signup, up, SignupNews.MOVED_UP, estate=estate, uow=uow, now=now)
    fewer = len(after.entries) < len(before.entries)
    if fewer and signup.state is signups.SignupState.CLOSED:
        await tell(signup, [ORGANISER], SignupNews.LEFT, estate=estate, uow=uow, now=now)
    await redraw(signup, uow)
    return roll


async def tell(
    signup: Signup, entry_ids: Sequence[int], news: SignupNews, *, estate: Estate | None, uow: UnitOfWork, now: datetime
) -> None:
    """Tell these of it; at night, in the morning. An id may be `ORGANISER`."""
    due_at = awake(now, zone=estate.time_zone, courtesy=estate.courtesy) if estate else now
    await uow.signups.tell(signup.id, entry_ids, news, due_at=due_at)


async def redraw(signup: Signup, uow: UnitOfWork) -> None:
    """Its cards are drawn anew, now or once the bot can write there."""
    for chat in await uow.signups.chats_of(signup.id):
        await (uow.outbox.touch if chat.present else uow.outbox.outdate)(chat.id, signup_lines.slot_of(signup))


# ---- forgetting -----------------------------------------------------------------------------------------------------


async def forget(person: Person, *, uow: UnitOfWork, now: datetime) -> None:
    """They come to nothing any more; their places go to whoever waits."""
    for signup_id in await uow.signups.with_entries_of(person.id):
        before = await uow.signups.lock(signup_id)
        mine = before.of(person.id)
        if mine is None:
            continue
        if before.signup.state is signups.SignupState.CANCELLED or now >= before.signup.event.starts_at:
            after = signups.without(before, mine)
        else:
            after = signups.leave(before, mine)
        await kept(before, after, estate=None, uow=uow, now=now)


def check_ahead(roll: Roll, *, now: datetime) -> None:
    """Raises SignupCancelled, SignupOver."""
    signups.check_ahead(roll.signup, now=now)


def estate_of(actor: Actor, roll: Roll) -> Estate:
    return standing.estate_of(roll.signup.estate_key, actor)
