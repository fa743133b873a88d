"""Broadcasts: an officer tells many something in their body's name, watches it go out, corrects and retracts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain import broadcast_refusals as refusals
from bot.domain import broadcasts as rules
from bot.domain import errors
from bot.domain.broadcasts import Audience, Broadcast, BroadcastState, Channel, Content, Progress, Whom
from bot.domain.chat_uses import Addressed, ChatUse
from bot.domain.people import Chat, Estate, Person, Purpose, Speaker
from bot.domain.rights import RIGHTS, Act
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.ports.broadcasts import Reached
from bot.services import homes, standing
from bot.services.place_chats import chats_for
from bot.services.project_standing import speaker_of

CARD_SLOT = "bcast"  #: the card of its progress
PAGE = 8
SHOW_READINGS_AFTER = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Draft:
    """What an officer wants to be told, to whom and where."""

    content: Content
    audience: Audience
    channel: Channel
    ask_read: bool = False
    emergency: bool = False


def card_slot(broadcast_id: int) -> str:
    return f"{CARD_SLOT}:{broadcast_id}"


def officer(actor: Actor) -> tuple[Estate, Speaker]:
    """The estate whose officer the actor is here, and in whose name they speak.

    Raises:
        OnlyInPrivate: in a building's group.
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_BROADCASTS)
    standing.require_away_from_neighbours(actor)
    return estate, speaker_of(actor, estate)


def estates_of(actor: Actor) -> tuple[Estate, ...]:
    """Every estate for which the actor may do it, the one they act in first."""
    first, _ = officer(actor)
    others = [
        foothold.estate
        for key, foothold in sorted(actor.elsewhere.items())
        if key != first.key and foothold.roles & RIGHTS[Act.RUN_BROADCASTS]
    ]
    return (first, *others)


async def grids_of(estate: Estate, uow: UnitOfWork) -> list[tuple[int, str, tuple[str, ...]]]:
    """Grids in use that hold buildings: id, name, and the buildings' numbers."""
    tree = await uow.place_trees.tree(estate.key)
    held = [(each.id, each.name, tuple(node.code for node in tree.buildings_of(each.id))) for each in tree.open_grids]
    return [each for each in held if each[2]]


def addressed(audience: Audience) -> Addressed:
    """The places of the estate it is for; all of it where none is named."""
    paths = tuple((each,) for each in audience.buildings)
    return Addressed(paths, audience.grid_ids, whole=not (paths or audience.grids))


async def reach(*, actor: Actor, draft: Draft, uow: UnitOfWork) -> Reached:
    """Whom it would go to, as things stand.

    Raises:
        NotAllowed: for one of these estates they may not. And what `officer` raises.
    """
    return await reach_among(check_estates(actor, draft), draft=draft, uow=uow)


def check_estates(actor: Actor, draft: Draft) -> Mapping[str, Estate]:
    """The estates the actor may tell something, by key.

    Raises:
        NotAllowed: it is for one that is not among them. And what `officer` raises.
    """
    allowed = {estate.key: estate for estate in estates_of(actor)}
    if not set(draft.audience.estate_keys) <= set(allowed):
        raise errors.NotAllowed
    return allowed


async def reach_among(estates: Mapping[str, Estate], *, draft: Draft, uow: UnitOfWork) -> Reached:
    """As `reach`, the right to it known. `estates`: all that the audience names, by key."""
    audience = draft.audience
    groups: list[Chat] = []
    if draft.channel.in_groups and audience.may_be_in_groups:
        places = addressed(audience)
        for key in audience.estate_keys:
            groups += [to.chat for to in await chats_for(ChatUse.NOTICES, places, estate_key=key, uow=uow)]
    reached = Reached((), (), {})
    if draft.channel.in_private or not audience.may_be_in_groups:
        people = await _people(audience, [estates[key] for key in audience.estate_keys], uow)
        reached = await uow.broadcasts.reach(people, muted_too=draft.emergency)
    return replace(reached, groups=tuple(groups))


async def _people(audience: Audience, estates: Sequence[Estate], uow: UnitOfWork) -> Sequence[int]:
    match audience.whom:
        case Whom.HELPERS:
            listed = [telegram_id for each in estates for telegram_id in (*each.captains, *each.volunteers)]
            return await uow.broadcasts.people_named(listed)
        case Whom.STAFF:
            return await uow.broadcasts.people_named([id_ for each in estates for id_ in each.speakers])
        case Whom.FOLLOWERS:
            assert audience.of_id is not None
            wish = await uow.wishes.get(audience.of_id)
            following = await uow.followers.of(wish.id)
            return sorted({wish.author_id, *(person.id for person, _ in following)})
        case Whom.UNREAD:
            assert audience.of_id is not None
            earlier = await uow.broadcasts.get(audience.of_id)
            return [person.id for person in await unread(earlier, estates, uow)]
    return await homes.people_in(estates, buildings=audience.buildings, grid_ids=audience.grid_ids, uow=uow)


async def begin(*, actor: Actor, draft: Draft, uow: UnitOfWork, now: datetime) -> Broadcast:
    """Send it, or have a second officer look at it first, where config.yaml says so.

    Raises:
        NobodyToTell: as it was chosen it reaches nobody.
        SecondOfficerNeeded: there is no staff chat in which one could see it.
        BroadcastTooLong, PhotosOrFile. And what `reach` raises.
    """
    estate, by = officer(actor)
    rules.check(draft.content)
    reached = await reach(actor=actor, draft=draft, uow=uow)
    if not reached.chats:
        raise refusals.NobodyToTell
    second = rules.needs_second(estate.broadcasts.second_officer, emergency=draft.emergency)
    desk_chat_id = await desk_of(actor, estate, second=second, uow=uow)
    begins = rules.starts_at(now, emergency=draft.emergency, zone=estate.time_zone, courtesy=estate.courtesy)
    broadcast = await uow.broadcasts.add(
        draft.content,
        draft.audience,
        estate_key=estate.key,
        channel=draft.channel,
        ask_read=draft.ask_read,
        emergency=draft.emergency,
        state=BroadcastState.PROPOSED if second else BroadcastState.SENDING,
        by=by,
        by_id=actor.person.id,
        desk_chat_id=desk_chat_id,
        desk_language=language_of(actor, desk_chat_id),
        starts_at=begins,
        reached=reached,
        now=now,
    )
    await show(broadcast, uow)
    return broadcast


async def desk_of(actor: Actor, estate: Estate, *, second: bool, uow: UnitOfWork) -> int:
    """Id of the chat in which the card stands: where it was written, or where a second officer sees it.

    Raises:
        SecondOfficerNeeded: there is no staff chat in which one could see it.
    """
    if not second or not actor.chat.private:
        return actor.chat.id
    desks = await uow.chats.of_estate(estate.key, Purpose.STAFF)
    if not desks:
        raise refusals.SecondOfficerNeeded
    return desks[0].id


def language_of(actor: Actor, desk_chat_id: int) -> str:
    """Of the one officer who reads the card there; "": the chat's."""
    return actor.language if actor.chat.private and desk_chat_id == actor.chat.id else ""


async def show(broadcast: Broadcast, uow: UnitOfWork) -> None:
    """Draw the card of its progress."""
    if broadcast.desk_chat_id is not None:
        await uow.outbox.touch(broadcast.desk_chat_id, card_slot(broadcast.id), language=broadcast.desk_language)


# ---- what officers do with one --------------------------------------------------------------------------------------


async def to_run(*, actor: Actor, broadcast_id: int, uow: UnitOfWork) -> tuple[Broadcast, Estate]:
    """The broadcast of a button, locked.

    Raises:
        BroadcastGone: there is none, or none of an estate the actor has to do with here.
        NotAllowed, NotAResident: the role may not.
        OnlyInPrivate: in a building's group.
    """
    try:
        broadcast = await uow.broadcasts.lock(broadcast_id)
    except LookupError:
        raise refusals.BroadcastGone from None
    standing.check_estate(actor, broadcast.estate_key, Act.RUN_BROADCASTS, gone=refusals.BroadcastGone())
    standing.require_away_from_neighbours(actor)
    return broadcast, standing.estate_of(broadcast.estate_key, actor)


async def confirm(*, actor: Actor, broadcast_id: int, uow: UnitOfWork, now: datetime) -> Broadcast:
    """Raises what `to_run` and `rules.confirm` do."""
    broadcast, estate = await to_run(actor=actor, broadcast_id=broadcast_id, uow=uow)
    second = speaker_of(actor, estate)
    broadcast = rules.confirm(broadcast, by_id=actor.person.id, name=second.name, now=now, estate=estate)
    broadcast = replace(broadcast, confirmed_at=now, confirmed_body=second.body)
    return await _save(broadcast, uow, feed_at=broadcast.starts_at)


async def decline(*, actor: Actor, broadcast_id: int, uow: UnitOfWork, now: datetime) -> Broadcast:
    """By a second officer, or by whoever wrote it."""
    broadcast, _ = await to_run(actor=actor, broadcast_id=broadcast_id, uow=uow)
    broadcast = rules.decline(broadcast, now=now)
    await uow.broadcasts.drop_waiting(broadcast)
    return await _save(broadcast, uow)


async def pause(*, actor: Actor, broadcast_id: int, uow: UnitOfWork, now: datetime) -> Broadcast:
    broadcast, _ = await to_run(actor=actor, broadcast_id=broadcast_id, uow=uow)
    return await _save(rules.pause(broadcast), uow, feed_at=now)


async def resume(*, actor: Actor, broadcast_id: int, uow: UnitOfWork, now: datetime) -> Broadcast:
    broadcast, _ = await to_run(actor=actor, broadcast_id=broadcast_id, uow=uow)
    return await _save(rules.resume(broadcast), uow, feed_at=max(now, broadcast.starts_at))


async def cancel(*, actor: Actor, broadcast_id: int, uow: UnitOfWork, now: datetime) -> Broadcast:
    """Whose turn has not come is not told; what is on its way arrives."""
    broadcast, _ = await to_run(actor=actor, broadcast_id=broadcast_id, uow=uow)
    broadcast = rules.cancel(broadcast, now=now)
    await uow.broadcasts.drop_waiting(broadcast)
    return await _save(broadcast, uow, feed_at=now)


async def correct(
    *, actor: Actor, broadcast_id: int, words: dict[str, str], uow: UnitOfWork, now: datetime
) -> Broadcast:
    """Other words in the same messages, in silence. Photos and files stay."""
    broadcast, _ = await to_run(actor=actor, broadcast_id=broadcast_id, uow=uow)
    revised = rules.correct(broadcast, Content(words, broadcast.content.files), now=now)
    return await _save(revised, uow, feed_at=max(now, broadcast.starts_at))


async def retract(*, actor: Actor, broadcast_id: int, uow: UnitOfWork, now: datetime) -> Broadcast:
    """It is deleted wherever that can still be done; elsewhere the message says that it was withdrawn."""
    broadcast, _ = await to_run(actor=actor, broadcast_id=broadcast_id, uow=uow)
    await uow.broadcasts.drop_waiting(broadcast)
    return await _save(rules.retract(broadcast, now=now), uow, feed_at=now)


async def _save(broadcast: Broadcast, uow: UnitOfWork, *, feed_at: datetime | None = None) -> Broadcast:
    await uow.broadcasts.save(broadcast, feed_at=feed_at)
    await show(broadcast, uow)
    return broadcast


# ---- looking at them ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    estate: Estate
    broadcasts: Sequence[tuple[Broadcast, Progress]]
    number: int  #: from 0
    pages: int  #: at least 1


async def list_broadcasts(*, actor: Actor, page: int, uow: UnitOfWork) -> Page:
    """The newest first; a page past the end is the last one. Raises what `officer` does."""
    estate, _ = officer(actor)
    pages = max(1, -(-await uow.broadcasts.count(estate.key) // PAGE))
    number = max(0, min(page, pages - 1))
    found = await uow.broadcasts.find(estate.key, limit=PAGE, offset=number * PAGE)
    return Page(estate, [(each, await uow.broadcasts.progress(each)) for each in found], number, pages)


async def by_number(*, actor: Actor, number: int, uow: UnitOfWork) -> Broadcast:
    """Raises NoSuchBroadcast, and what `officer` does."""
    estate, _ = officer(actor)
    broadcast = await uow.broadcasts.by_number(estate.key, number)
    if broadcast is None:
        raise refusals.NoSuchBroadcast(number=str(number))
    return broadcast


# ---- reading --------------------------------------------------------------------------------------------------------


async def read(*, actor: Actor, broadcast_id: int, uow: UnitOfWork, now: datetime) -> tuple[Broadcast, bool]:
    """Somebody says that they read it; False: they had said so.

    Raises:
        NotAmongTold: it did not come to this chat, and they do not live there; or it was retracted.
    """
    try:
        broadcast = await uow.broadcasts.get(broadcast_id)
    except LookupError:
        raise refusals.NotAmongTold from None
    homes = broadcast.audience.estate_keys if actor.chat.private else ()
    lives_there = any(actor.roles_in(key) & RIGHTS[Act.FILE_WISH] for key in homes)
    if broadcast.retracted or not (lives_there or await uow.broadcasts.in_chat(broadcast.id, actor.chat.id)):
        raise refusals.NotAmongTold
    first = await uow.broadcasts.read(broadcast.id, actor.person.id, now=now)
    if first:  # many press at once, and each edit of the card counts
        await uow.broadcasts.look_again(broadcast.id, at=now + SHOW_READINGS_AFTER)
    return broadcast, first


async def unread(broadcast: Broadcast, estates: Sequence[Estate], uow: UnitOfWork) -> Sequence[Person]:
    """Neighbours it is for, can they be told in private or not, who have not said that they read it, by name.

    `estates`: at least those it is for, as they are now.
    """
    audience = broadcast.audience
    here = [each for each in estates if each.key in audience.estate_keys]
    for_them = await homes.people_in(here, buildings=audience.buildings, grid_ids=audience.grid_ids, uow=uow)
    return await uow.broadcasts.unread(broadcast.id, for_them)


async def to_read(*, broadcast_id: int, estate_key: str, uow: UnitOfWork) -> Broadcast:
    """What everybody of the estate may read of it, whoever has the code.

    Raises:
        BroadcastGone: there is none that was sent there, or it was retracted.
    """
    try:
        broadcast = await uow.broadcasts.get(broadcast_id)
    except LookupError:
        raise refusals.BroadcastGone from None
    unsent = broadcast.state in (BroadcastState.PROPOSED, BroadcastState.DECLINED)
    if unsent or broadcast.retracted or estate_key not in broadcast.audience.estate_keys:
        raise refusals.BroadcastGone
    return broadcast
