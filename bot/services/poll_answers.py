"""What Telegram tells of native polls, and what delivery did with them: who answered, how they stand, sent, closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain import polls as rules
from bot.domain.people import Chat, Estate, Person
from bot.domain.polls import Poll, Post
from bot.messages import PollStood
from bot.ports import UnitOfWork
from bot.services import desks, poll_lines, polls


async def answered(telegram_id: str, person: Person, options: Sequence[int], *, uow: UnitOfWork, now: datetime) -> None:
    """Somebody answered, changed their answer, or took it back. The poll may be one whose number is not kept yet."""
    await uow.polls.answer(telegram_id, person.id, options, now=now)
    post = await uow.polls.post_of(telegram_id)
    if post is not None:
        await _count([person.id], await uow.polls.get(post.poll_id), uow)


async def _count(person_ids: Sequence[int], poll: Poll, uow: UnitOfWork) -> None:
    """One answer of each counts. After its end they come late, but were given in time: Telegram takes none then."""
    texts = poll.draft.options
    for person_id in person_ids:
        counts = rules.standing(await uow.polls.answers_of(poll.id, person_id))
        chosen = "、".join(texts[at] for at in counts.options if at < len(texts)) if counts else ""
        await uow.polls.count_answer(poll.id, person_id, counts.id if counts else None, chosen=chosen)
    if person_ids and not poll.is_open and not poll.cancelled:
        await polls.redraw(poll, uow)


async def stood(telegram_id: str, how: PollStood, *, is_closed: bool, says: str, uow: UnitOfWork) -> None:
    """Telegram tells how a native poll stands. One that says what a running one of ours says was sent twice."""
    post = await uow.polls.post_of(telegram_id)
    if post is None:
        twin = await uow.polls.saying(says)
        if twin is None:
            return  # a neighbour's
        post = await uow.polls.post(twin.poll_id, None, telegram_id=telegram_id)
        await _count(await uow.polls.answered_in(telegram_id), await uow.polls.get(post.poll_id), uow)
    await _keep(rules.stands_now(post, how.counts, how.voters, is_closed=is_closed), before=post, uow=uow)


async def _keep(post: Post, *, before: Post, uow: UnitOfWork) -> None:
    if post == before:
        return
    await uow.polls.save_post(post)
    poll = await uow.polls.get(post.poll_id)
    if not poll.is_open and not poll.cancelled:
        await polls.redraw(poll, uow)


# ---- delivery -------------------------------------------------------------------------------------------------------


async def was_sent(post_id: int, *, message_id: int, telegram_id: str, uow: UnitOfWork) -> None:
    """From now on its answers find it; those that came before are counted."""
    post = await uow.polls.get_post(post_id)
    met = await uow.polls.post_of(telegram_id)
    if met is not None and met.id != post.id:  # its answers were quicker than the answer to us
        post = replace(post, counts=met.counts, voters=met.voters, final=met.final)
        await uow.polls.drop_post(met.id)
    await uow.polls.save_post(replace(post, message_id=message_id, telegram_id=telegram_id))
    poll = await uow.polls.get(post.poll_id)
    await _count(await uow.polls.answered_in(telegram_id), poll, uow)


async def was_refused(post_id: int, estates: Mapping[str, Estate], *, uow: UnitOfWork) -> None:
    """The group takes no polls: the staff is told which one."""
    post = await uow.polls.get_post(post_id)
    await uow.polls.save_post(replace(post, refused=True))
    poll = await uow.polls.get(post.poll_id)
    estate = estates.get(poll.estate_key)
    if estate is not None and post.chat_id is not None:
        chat = await uow.chats.get(post.chat_id)
        await desks.tell(estate, poll_lines.refused(poll, chat), uow=uow)


async def was_stopped(post_id: int, how: PollStood | None, *, uow: UnitOfWork) -> None:
    """`how` None: Telegram had closed it, and told so or will; else its last counts as they were told stay."""
    post = await uow.polls.get_post(post_id)
    if how is not None:
        await _keep(rules.stands_now(post, how.counts, how.voters, is_closed=True), before=post, uow=uow)


# ---- a group that changes -------------------------------------------------------------------------------------------


async def group_moved(chat: Chat, estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> None:
    """What stands in the old group takes no answers any more: polls that run are posted anew in the supergroup.

    Answers of before count on; who gives another one in a named poll has that one.
    """
    for post in await uow.polls.running_in(chat.id):
        poll = await uow.polls.get(post.poll_id)
        estate = estates.get(poll.estate_key)
        if post.final or estate is None or poll.closes_at - now < rules.LEAST_LEFT:
            continue
        await uow.polls.save_post(replace(post, final=True))
        await polls.post_in(chat, poll, estate, uow=uow, now=now)
        again = poll_lines.posted_again(poll)
        await uow.outbox.say(chat.id, again, language=polls.spoken_in(chat, estate))
