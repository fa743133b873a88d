"""Planned broadcasts: an officer has something told later, or again and again; skips, moves, changes and stops it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice

from bot.domain import broadcast_refusals, broadcasts, sending_days
from bot.domain import planned_broadcasts as rules
from bot.domain import planned_refusals as refusals
from bot.domain.broadcasts import Broadcast, BroadcastState
from bot.domain.people import Estate, Speaker
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState, Sending
from bot.domain.rights import Act
from bot.domain.sending_days import Rule
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import broadcasts as sending
from bot.services import standing
from bot.services.broadcasts import Draft
from bot.services.project_standing import speaker_of

CARD_SLOT = "planned"
PAGE = 8


def card_slot(planned_id: int) -> str:
    return f"{CARD_SLOT}:{planned_id}"


async def plan(*, actor: Actor, draft: Draft, rule: Rule, uow: UnitOfWork, now: datetime) -> PlannedBroadcast:
    """Have it told by that rule; where config.yaml says so, a second officer has to agree, once for all turns.

    Raises:
        TooManyPlanned, PlannedInPast, PlannedUntilTooSoon.
        SecondOfficerNeeded: there is no staff chat in which one could see it.
        NotAllowed, BroadcastTooLong, PhotosOrFile. And what `broadcasts.officer` raises.
    """
    estate, by = sending.officer(actor)
    if len(await uow.planned_broadcasts.under_way(estate.key)) >= rules.MOST_OF_ESTATE:
        raise refusals.TooManyPlanned(most=rules.MOST_OF_ESTATE)
    wanted = await _wanted(actor, draft, rule, estate, by, uow=uow, now=now)
    planned = await uow.planned_broadcasts.add(rules.begun(wanted, estate, now=now))
    await show(planned, uow)
    return planned


async def _wanted(
    actor: Actor, draft: Draft, rule: Rule, estate: Estate, by: Speaker, *, uow: UnitOfWork, now: datetime
) -> PlannedBroadcast:
    broadcasts.check(draft.content)
    sending.check_estates(actor, draft)
    sketched = _sketch(actor, draft, rule, estate, by, now=now)
    second = broadcasts.needs_second(estate.broadcasts.second_officer, emergency=draft.emergency)
    desk_chat_id = await sending.desk_of(actor, estate, second=second, uow=uow)
    return replace(
        sketched,
        state=PlannedState.PROPOSED if second else PlannedState.PLANNED,
        desk_chat_id=desk_chat_id,
        desk_language=sending.language_of(actor, desk_chat_id),
    )


def _sketch(actor: Actor, draft: Draft, rule: Rule, estate: Estate, by: Speaker, *, now: datetime) -> PlannedBroadcast:
    return PlannedBroadcast(
        id=0,
        estate_key=estate.key,
        number=0,
        content=draft.content,
        audience=draft.audience,
        channel=draft.channel,
        ask_read=draft.ask_read,
        emergency=draft.emergency,
        rule=rule,
        state=PlannedState.PLANNED,
        by=by,
        by_id=actor.person.id,
        at=now,
        zone=estate.time_zone.key,
        desk_chat_id=None,
        desk_language="",
    )


def ahead(actor: Actor, draft: Draft, rule: Rule, *, now: datetime, most: int) -> tuple[Rule, Sequence[Sending]]:
    """What comes of such a rule: as it would be kept, out of the quiet hours, and its next turns.

    Raises what `broadcasts.officer` does.
    """
    estate, by = sending.officer(actor)
    rule = sending_days.awake(rule, courtesy=estate.courtesy, emergency=draft.emergency)
    sketched = _sketch(actor, draft, rule, estate, by, now=now)
    return rule, list(islice(rules.ahead(sketched, estate, now=now), most))


async def show(planned: PlannedBroadcast, uow: UnitOfWork) -> None:
    """Draw its card where the cards of its broadcasts stand."""
    if planned.desk_chat_id is not None:
        await uow.outbox.touch(planned.desk_chat_id, card_slot(planned.id), language=planned.desk_language)


async def _save(planned: PlannedBroadcast, uow: UnitOfWork) -> PlannedBroadcast:
    await uow.planned_broadcasts.save(planned)
    await show(planned, uow)
    return planned


# ---- what officers do with one --------------------------------------------------------------------------------------


async def to_run(*, actor: Actor, planned_id: int, uow: UnitOfWork) -> tuple[PlannedBroadcast, Estate]:
    """The one of a button, locked.

    Raises:
        PlannedGone: there is none, or none of an estate the actor has to do with here.
        NotAllowed, NotAResident: the role may not.
        OnlyInPrivate: in a building's group.
    """
    try:
        planned = await uow.planned_broadcasts.lock(planned_id)
    except LookupError:
        raise refusals.PlannedGone from None
    standing.check_estate(actor, planned.estate_key, Act.RUN_BROADCASTS, gone=refusals.PlannedGone())
    standing.require_away_from_neighbours(actor)
    return planned, standing.estate_of(planned.estate_key, actor)


async def agree(*, actor: Actor, planned_id: int, uow: UnitOfWork, now: datetime) -> PlannedBroadcast:
    """Raises what `to_run` and `rules.agree` do."""
    planned, estate = await to_run(actor=actor, planned_id=planned_id, uow=uow)
    by = speaker_of(actor, estate)
    agreed = rules.agree(planned, estate, by_id=actor.person.id, name=by.name, now=now)
    await uow.planned_broadcasts.agreed(planned.id, by=by, now=now)
    return await _save(agreed, uow)


async def stop(*, actor: Actor, planned_id: int, uow: UnitOfWork, now: datetime) -> PlannedBroadcast:
    """For good, or because a second officer does not agree. Raises what `to_run` and `rules.stop` do."""
    planned, _ = await to_run(actor=actor, planned_id=planned_id, uow=uow)
    return await _save(rules.stop(planned, now=now), uow)


async def take_over(*, actor: Actor, planned_id: int, uow: UnitOfWork, now: datetime) -> PlannedBroadcast:
    """Raises what `to_run` and `rules.take_over` do. NotAllowed: it is told in an estate they do not speak for."""
    planned, estate = await to_run(actor=actor, planned_id=planned_id, uow=uow)
    sending.check_estates(actor, draft_of(planned))
    by = speaker_of(actor, estate)
    taken = rules.take_over(planned, estate, by=by, by_id=actor.person.id, now=now)
    return await _save(taken, uow)


async def skip(*, actor: Actor, planned_id: int, day: date, uow: UnitOfWork, now: datetime) -> PlannedBroadcast:
    planned, estate = await to_run(actor=actor, planned_id=planned_id, uow=uow)
    return await _save(rules.skip(planned, day, estate, now=now), uow)


async def unskip(*, actor: Actor, planned_id: int, day: date, uow: UnitOfWork, now: datetime) -> PlannedBroadcast:
    planned, estate = await to_run(actor=actor, planned_id=planned_id, uow=uow)
    return await _save(rules.unskip(planned, day, estate, now=now), uow)


async def move(
    *, actor: Actor, planned_id: int, day: date, wall: datetime, uow: UnitOfWork, now: datetime
) -> tuple[PlannedBroadcast, Sending]:
    """That turn at another time; returns it as it stands then. `wall`: naive, the estate's."""
    planned, estate = await to_run(actor=actor, planned_id=planned_id, uow=uow)
    moved = await _save(rules.move(planned, day, wall, estate, now=now), uow)
    return moved, rules.turn_of(moved, day, estate, now=now)


async def change(
    *, actor: Actor, planned_id: int, draft: Draft, rule: Rule, uow: UnitOfWork, now: datetime
) -> PlannedBroadcast:
    """Other words, another audience, another rule; a second officer has to agree anew.

    Raises:
        PlannedOver, and what `plan` and `to_run` do.
    """
    planned, estate = await to_run(actor=actor, planned_id=planned_id, uow=uow)
    wanted = await _wanted(actor, draft, rule, estate, speaker_of(actor, estate), uow=uow, now=now)
    proposed = wanted.state is PlannedState.PROPOSED
    changed = rules.changed(planned, wanted, estate, proposed=proposed, now=now)
    if proposed:
        changed = replace(changed, desk_chat_id=wanted.desk_chat_id, desk_language=wanted.desk_language)
    return await _save(changed, uow)


async def send_now(*, actor: Actor, planned_id: int, uow: UnitOfWork, now: datetime) -> Broadcast:
    """The turn that was missed goes out after all, in the name of whoever has it sent; at night in the morning.

    Raises:
        PlannedNothingMissed: it was sent by now. NobodyToTell.
        SecondOfficerNeeded: nobody agreed yet, and they planned it themselves.
    """
    planned, estate = await to_run(actor=actor, planned_id=planned_id, uow=uow)
    if planned.missed_on is None:
        raise refusals.PlannedNothingMissed(number=str(planned.number))
    second = broadcasts.needs_second(estate.broadcasts.second_officer, emergency=planned.emergency)
    if second and not planned.confirmed_by and actor.person.id == planned.by_id:
        raise broadcast_refusals.SecondOfficerNeeded
    estates = sending.check_estates(actor, draft_of(planned))
    by = speaker_of(actor, estate)
    begins = broadcasts.starts_at(now, emergency=planned.emergency, zone=estate.time_zone, courtesy=estate.courtesy)
    mine = replace(planned, by=by, by_id=actor.person.id)
    broadcast = await send(mine, estates, starts_at=begins, uow=uow, now=now)
    if broadcast is None:
        raise broadcast_refusals.NobodyToTell
    await _save(replace(planned, missed_on=None, sent=planned.sent + 1), uow)
    return broadcast


def draft_of(planned: PlannedBroadcast) -> Draft:
    return Draft(
        planned.content,
        planned.audience,
        planned.channel,
        ask_read=planned.ask_read,
        emergency=planned.emergency,
    )


async def send(
    planned: PlannedBroadcast, estates: Mapping[str, Estate], *, starts_at: datetime, uow: UnitOfWork, now: datetime
) -> Broadcast | None:
    """Make a broadcast of one turn; None: it reaches nobody. `estates`: all that its audience names."""
    try:
        reached = await sending.reach_among(estates, draft=draft_of(planned), uow=uow)
    except LookupError:  # whom it was for is gone
        return None
    if not reached.chats:
        return None
    broadcast = await uow.broadcasts.add(
        planned.content,
        planned.audience,
        estate_key=planned.estate_key,
        channel=planned.channel,
        ask_read=planned.ask_read,
        emergency=planned.emergency,
        state=BroadcastState.SENDING,
        by=planned.by,
        by_id=planned.by_id,
        desk_chat_id=planned.desk_chat_id,
        desk_language=planned.desk_language,
        confirmed_by=planned.confirmed_by,
        starts_at=starts_at,
        reached=reached,
        now=now,
    )
    await sending.show(broadcast, uow)
    return broadcast


# ---- the calendar ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """What will be told, at a moment; a turn of something planned, or a broadcast that waits.

    `at` None: it does not go out then. `sort`: where it stands in the calendar.
    """

    sort: datetime
    at: datetime | None
    planned: PlannedBroadcast | None = None
    turn: Sending | None = None
    broadcast: Broadcast | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    estate: Estate
    until: date
    entries: Sequence[Entry]  #: of this page
    number: int  #: from 0
    pages: int  #: at least 1
    first: int  #: of the page's first entry, from 1
    paused: Sequence[PlannedBroadcast]
    later: Sequence[PlannedBroadcast]  #: whose next turn comes after `until`


async def calendar(*, actor: Actor, page: int, uow: UnitOfWork, now: datetime) -> Calendar:
    """The next four weeks. A page past the end is the last one. Raises what `broadcasts.officer` does."""
    estate, _ = sending.officer(actor)
    until = now + rules.AHEAD
    entries: list[Entry] = []
    paused: list[PlannedBroadcast] = []
    later: list[PlannedBroadcast] = []
    for planned in await uow.planned_broadcasts.under_way(estate.key):
        if planned.state is PlannedState.PAUSED:
            paused.append(planned)
            continue
        turns = list(rules.within(planned, estate, now=now, until=until))
        entries += [_entry_of(planned, turn, estate) for turn in turns]
        if not turns:
            later.append(planned)
    for broadcast in await uow.broadcasts.waiting(estate.key, now=now):
        at = broadcast.starts_at if broadcast.state is BroadcastState.SENDING else None
        entries.append(Entry(broadcast.starts_at, at, broadcast=broadcast))
    entries.sort(key=lambda entry: (entry.sort, entry.planned.id if entry.planned else 0))
    pages = max(1, -(-len(entries) // PAGE))
    number = max(0, min(page, pages - 1))
    shown = entries[number * PAGE : (number + 1) * PAGE]
    last = estate.local(until).date()
    return Calendar(estate, last, shown, number, pages, number * PAGE + 1, paused, later)


def _entry_of(planned: PlannedBroadcast, turn: Sending, estate: Estate) -> Entry:
    wall = datetime.combine(turn.day, planned.rule.at, tzinfo=estate.time_zone)
    return Entry(turn.at or wall, turn.at, planned, turn)
