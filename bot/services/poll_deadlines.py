"""What of polls falls due by itself: reminders, the end, the missing statement, the day to look at it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import polls as rules
from bot.domain.attention import Attention, awake
from bot.domain.people import Estate, Person, language_for, path_to
from bot.domain.polls import Due, Poll
from bot.ports import UnitOfWork
from bot.services import desks, poll_lines, polls, standing

MOST_AT_ONCE = 20


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.polls.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Do what is due; returns of how many polls."""
    due = await uow.polls.due(now, limit=MOST_AT_ONCE)
    for each in due:
        poll = await uow.polls.lock(each.id)
        # Met by another process, or cancelled, while this one waited for it: nothing is left to do.
        if poll.next_at is None or poll.next_at > now:
            continue
        estate = estates.get(poll.estate_key)
        if estate is None:  # config.yaml names it no more
            await uow.polls.save(replace(poll, due=None, next_at=None))
        else:
            await _meet(poll, estate, uow=uow, now=now)
    return len(due)


async def _meet(poll: Poll, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    match poll.due:
        case Due.HALF | Due.LAST:
            await _remind(poll, estate, uow=uow, now=now)
        case Due.CLOSE:
            await _close(poll, estate, uow=uow, now=now)
        case Due.NAG:
            nagged = rules.nagged(poll, now=now, zone=estate.time_zone)
            await uow.polls.save(nagged)
            await desks.tell(estate, poll_lines.statement_wanted(poll, now=now), uow=uow)
        case Due.REVIEW:
            await uow.polls.save(rules.reviewed(poll))
            *_, last = await uow.polls.statements(poll.id)
            await desks.tell(estate, poll_lines.review_due(poll, last), uow=uow)


async def _remind(poll: Poll, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Slept through, two reminders are one; in the night it waits for the morning."""
    zone, courtesy = estate.time_zone, estate.courtesy
    after = rules.reminded(poll, zone=zone, courtesy=courtesy)
    while after.due is not Due.CLOSE and after.next_at is not None and after.next_at <= now:
        after = rules.reminded(after, zone=zone, courtesy=courtesy)
    morning = awake(now, zone=zone, courtesy=courtesy)
    if poll.closes_at - morning < rules.LEAST_LEFT:
        await uow.polls.save(after)
        return
    if morning > now:
        await uow.polls.save(replace(poll, next_at=morning))
        return
    await uow.polls.save(after)
    if poll.draft.anonymous:
        await _remind_groups(poll, estate, uow=uow)
        return
    paths = await _paths(poll, uow)
    for person, post_id in await uow.polls.not_answered(poll.id):
        await _remind_person(person, poll, estate, path=paths.get(post_id), uow=uow)


async def _paths(poll: Poll, uow: UnitOfWork) -> dict[int, str | None]:
    """Where each post of it stands, by the post's id."""
    paths = {}
    for post in await uow.polls.posts(poll.id):
        if post.chat_id is not None and post.message_id is not None:
            paths[post.id] = path_to(await uow.chats.get(post.chat_id), post.message_id)
    return paths


async def _remind_groups(poll: Poll, estate: Estate, *, uow: UnitOfWork) -> None:
    """Who has answered nobody knows: one short line below the poll."""
    for post in await uow.polls.posts(poll.id):
        if post.chat_id is None or post.message_id is None or post.final:
            continue
        chat = await uow.chats.get(post.chat_id)
        if chat.present and chat.estate_key == poll.estate_key:
            reply = poll_lines.reminder_below(poll, message_id=post.message_id)
            await uow.outbox.say(chat.id, reply, language=polls.spoken_in(chat, estate))


async def _remind_person(person: Person, poll: Poll, estate: Estate, *, path: str | None, uow: UnitOfWork) -> None:
    if await uow.attention.of(person.id) is Attention.MUTED or not await standing.can_be_told(person, uow):
        return
    chat = await uow.chats.private_of(person)
    language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
    await uow.outbox.say(chat.id, poll_lines.reminder(poll, path=path), language=language)


async def _close(poll: Poll, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Telegram closes it itself a minute later: where nobody was there nothing was counted after its end, too."""
    closed = rules.closed(poll, now=now, zone=estate.time_zone)
    while closed.due is Due.NAG and closed.next_at is not None and closed.next_at <= now:  # away for long
        closed = rules.nagged(closed, now=now, zone=estate.time_zone)
    await uow.polls.save(closed)
    await polls.stop_everywhere(closed, estate, uow=uow)
    await polls.redraw(closed, uow)
    await polls.wish_changed(closed, uow)
