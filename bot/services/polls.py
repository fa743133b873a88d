"""Polls: put to the neighbours in the name of the committee, read by everybody, cancelled, made something of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import errors, poll_refusals, polls
from bot.domain.chat_functions import Function
from bot.domain.notices import WishChanged
from bot.domain.people import Chat, ChatUse, Estate, Person, Purpose, Speaker, language_for
from bot.domain.polls import Draft, Poll, Post, Statement
from bot.domain.projects import Project
from bot.domain.rights import RIGHTS, Act, sees_staff_matters
from bot.domain.topics import TopicUse
from bot.domain.wishes import Wish, clean_words
from bot.messages import Actor, Reply
from bot.ports import UnitOfWork
from bot.services import chat_functions, intakes, poll_lines, standing
from bot.services.place_chats import neighbours
from bot.services.polled import View, view_of
from bot.services.project_standing import project_to_read, speaker_of

PAGE = 6  #: polls a page: fits a phone's screen


# ---- opening --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known before anything is asked. `chats`: in which a poll can be posted."""

    estate: Estate
    chats: Sequence[Chat]
    wish: Wish | None = None
    project: Project | None = None


def asker(actor: Actor) -> tuple[Estate, Speaker]:
    """The estate whose neighbours the actor asks, and in whose name.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        NotAllowed, ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_POLLS)
    standing.require_away_from_neighbours(actor)
    return estate, speaker_of(actor, estate)


async def may_open(
    *, actor: Actor, wish_id: int | None = None, project_id: int | None = None, uow: UnitOfWork
) -> Opening:
    """`wish_id`, `project_id`: what it is about, where it was begun from there.

    Raises:
        NoGroupsToAsk: the bot is in no building's group.
        PollsStopped: they were stopped in all of them.
        WishNotForAll: neighbours do not see the wish.
        WishGone, ProjectGone, OnlyInPrivate, NotAllowed, …: see `asker`, `standing.wish_to_read`, `project_to_read`.
    """
    wish = project = None
    if wish_id is not None:
        wish = await standing.wish_to_read(wish_id, actor, Act.RUN_POLLS, uow)
        _check_wish(wish)
    if project_id is not None:
        project = await project_to_read(project_id, actor, Act.RUN_POLLS, uow)
    estate, _ = asker(actor)
    about = wish or project
    if about is not None and about.estate_key != estate.key:
        estate = standing.estate_of(about.estate_key, actor)
    chats = await _groups(estate, uow)
    return Opening(estate, chats, wish, project)


async def _groups(estate: Estate, uow: UnitOfWork) -> Sequence[Chat]:
    """Raises NoGroupsToAsk, PollsStopped."""
    chats: Sequence[Chat] = await neighbours(ChatUse.VOTES, estate_key=estate.key, uow=uow)
    if not chats:
        raise poll_refusals.NoGroupsToAsk
    chats = await chat_functions.where_used(Function.POLLS, chats, uow=uow)
    if not chats:
        raise poll_refusals.PollsStopped
    return chats


def _check_wish(wish: Wish) -> None:
    if not wish.is_public or wish.is_gone:
        raise poll_refusals.WishNotForAll(number=str(wish.number))


async def wish_numbered(number: int, *, estate: Estate, actor: Actor, uow: UnitOfWork) -> Wish:
    """What a poll is about, by its number.

    Raises:
        WishNotFound: there is none that this actor may know of.
        WishNotForAll: see `may_open`.
    """
    wish = await uow.wishes.by_number(estate.key, number)
    if wish is None or wish.is_gone or not standing.may_see(wish, actor):
        raise errors.WishNotFound(number=str(number))
    _check_wish(wish)
    return wish


async def open_poll(
    *, actor: Actor, draft: Draft, chat_ids: Collection[int], estate_key: str, uow: UnitOfWork, now: datetime
) -> Poll:
    """Post it in these groups of the estate; what closes and reminds falls due by itself.

    Raises:
        TooFewOptions, TooManyOptions: see `polls.check`.
        PollTooShort: see `polls.check_closes`.
        NoGroupsToAsk, PollsStopped: the bot is in none of these groups any more, or may not ask there.
        WishNotForAll: the wish is out of sight by now.
        OnlyInPrivate, NotAllowed, …: see `asker`.
    """
    standing.require_away_from_neighbours(actor)
    standing.check_estate(actor, estate_key, Act.RUN_POLLS, gone=errors.NotAResident())
    estate = standing.estate_of(estate_key, actor)
    polls.check(draft)
    closes_at = polls.closing_moment(draft.until, estate.time_zone)
    polls.check_closes(closes_at, now=now)
    if draft.wish_id is not None:
        _check_wish(await uow.wishes.lock(draft.wish_id))
    chats = [chat for chat in await _groups(estate, uow) if chat.id in chat_ids]
    if not chats:
        raise poll_refusals.NoGroupsToAsk
    by = speaker_of(actor, estate)
    poll = await uow.polls.open(
        draft, estate_key=estate.key, by=by, by_id=actor.person.id, now=now, closes_at=closes_at
    )
    poll = polls.opened(poll, zone=estate.time_zone, courtesy=estate.courtesy)
    await uow.polls.save(poll)
    for chat in chats:
        await post_in(chat, poll, estate, uow=uow, now=now)
    await intakes.staff_acted(estate, uow=uow, now=now)
    await wish_changed(poll, uow)
    return poll


async def post_in(chat: Chat, poll: Poll, estate: Estate, *, uow: UnitOfWork, now: datetime) -> Post:
    """One native poll; without a sound while people sleep."""
    post = await uow.polls.post(poll.id, chat.id)
    silent = estate.courtesy.sleeps_at(estate.local(now).time())
    reply = Reply((), poll=post.id, silent=silent, topic=TopicUse.VOTES)
    await uow.outbox.say(chat.id, reply, language=spoken_in(chat, estate))
    return post


def spoken_in(chat: Chat, estate: Estate) -> str:
    return language_for(person=None, chat=chat, estate=estate, default=estate.language)


async def wish_changed(poll: Poll, uow: UnitOfWork) -> None:
    """The card of the wish it is about says how it stands."""
    if poll.draft.wish_id is not None:
        await uow.outbox.put(WishChanged(poll.draft.wish_id))


# ---- reading --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    estate: Estate
    polls: Sequence[View]
    number: int  #: from 0
    pages: int  #: at least 1
    total: int


async def list_polls(*, actor: Actor, page: int, uow: UnitOfWork) -> Page:
    """Those that run first, then the newest; a page past the end is the last one.

    Raises:
        ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.READ_POLLS)
    total = await uow.polls.count(estate.key)
    pages = max(1, -(-total // PAGE))
    number = max(0, min(page, pages - 1))
    found = await uow.polls.find(estate.key, limit=PAGE, offset=number * PAGE)
    return Page(estate, [await view_of(poll, uow) for poll in found], number, pages, total)


async def by_number(*, actor: Actor, number: int, uow: UnitOfWork) -> Poll:
    """Raises PollNotFound, ChatNotBound, NotAResident."""
    estate = standing.estate_allowing(actor, Act.READ_POLLS)
    poll = await uow.polls.by_number(estate.key, number)
    if poll is None:
        raise poll_refusals.PollNotFound(number=str(number))
    return poll


async def to_read(
    *, actor: Actor, poll_id: int, act: Act = Act.READ_POLLS, lock: bool = False, uow: UnitOfWork
) -> Poll:
    """The poll of a button.

    Raises:
        PollGone: there is none, or it belongs to an estate the actor has nothing to do with.
        NotAResident, NotAllowed: the role may not.
    """
    try:
        poll = await (uow.polls.lock if lock else uow.polls.get)(poll_id)
    except LookupError:
        raise poll_refusals.PollGone from None
    standing.check_estate(actor, poll.estate_key, act, gone=poll_refusals.PollGone())
    return poll


def may_run(poll: Poll, actor: Actor) -> bool:
    """Whether they are shown what only the committee does; never where neighbours read along."""
    at_desk = actor.chat.private or sees_staff_matters(actor.chat, poll.estate_key)
    return at_desk and bool(actor.roles_in(poll.estate_key) & RIGHTS[Act.RUN_POLLS])


async def voters(*, actor: Actor, poll_id: int, uow: UnitOfWork) -> tuple[Poll, Sequence[tuple[Person, Sequence[int]]]]:
    """Who chose what, for the committee; the poll itself said that it would be known.

    Raises:
        NamesNotAsked: it is anonymous.
        OnlyInPrivate: where neighbours read along.
        PollGone, NotAllowed: see `to_read`.
    """
    poll = await to_run(actor=actor, poll_id=poll_id, uow=uow)
    if poll.draft.anonymous:
        raise poll_refusals.NamesNotAsked(number=str(poll.number))
    return poll, await uow.polls.counted(poll.id)


# ---- the committee --------------------------------------------------------------------------------------------------


async def to_run(*, actor: Actor, poll_id: int, lock: bool = False, uow: UnitOfWork) -> Poll:
    """Raises OnlyInPrivate, PollGone, NotAllowed."""
    poll = await to_read(actor=actor, poll_id=poll_id, act=Act.RUN_POLLS, lock=lock, uow=uow)
    standing.require_away_from_neighbours(actor)
    return poll


async def to_cancel(*, actor: Actor, poll_id: int, lock: bool = False, uow: UnitOfWork) -> Poll:
    """Raises PollOver, and what `to_run` raises."""
    poll = await to_run(actor=actor, poll_id=poll_id, lock=lock, uow=uow)
    if not poll.is_open:
        raise poll_refusals.PollOver(number=str(poll.number))
    return poll


async def cancel(*, actor: Actor, poll_id: int, reason: str, uow: UnitOfWork, now: datetime) -> Poll:
    """Close it everywhere and say why; nothing comes of it.

    Raises:
        EmptyWords, TooLong: see `wishes.clean_words`. And what `to_cancel` raises.
    """
    poll = await to_cancel(actor=actor, poll_id=poll_id, lock=True, uow=uow)
    poll = polls.cancelled(poll, reason=clean_words(reason, max_chars=polls.MAX_REASON_CHARS), now=now)
    await uow.polls.save(poll)
    estate = standing.estate_of(poll.estate_key, actor)
    await stop_everywhere(poll, estate, uow=uow)
    await say_in_groups(poll, estate, poll_lines.cancelled(poll), uow=uow)
    await wish_changed(poll, uow)
    return poll


async def stop_everywhere(poll: Poll, estate: Estate, *, uow: UnitOfWork) -> None:
    """Have each native poll closed; what was not sent yet will not be."""
    for post in await uow.polls.posts(poll.id):
        if post.chat_id is None or post.message_id is None or post.final:
            continue
        chat = await uow.chats.get(post.chat_id)
        if chat.present:
            await uow.outbox.say(chat.id, Reply((), closes_poll=post.id), language=spoken_in(chat, estate))


async def groups_of(poll: Poll, uow: UnitOfWork) -> Sequence[Chat]:
    """Where it was posted and can be spoken of: groups that are still the estate's, each once."""
    ids = dict.fromkeys(post.chat_id for post in await uow.polls.posts(poll.id) if post.chat_id and not post.refused)
    chats = [await uow.chats.get(chat_id) for chat_id in ids]
    return [chat for chat in chats if chat.estate_key == poll.estate_key]


async def say_in_groups(poll: Poll, estate: Estate, reply: Reply, *, uow: UnitOfWork) -> None:
    for chat in await groups_of(poll, uow):
        if chat.present:
            await uow.outbox.say(chat.id, reply, language=spoken_in(chat, estate))


async def redraw(poll: Poll, uow: UnitOfWork) -> None:
    """Its result is drawn anew wherever it is shown; once the bot can write, where it cannot now."""
    for chat in (*await groups_of(poll, uow), *await uow.chats.bound(poll.estate_key, Purpose.STAFF)):
        await (uow.outbox.touch if chat.present else uow.outbox.outdate)(chat.id, poll_lines.slot_of(poll))


async def to_state(
    *, actor: Actor, poll_id: int, lock: bool = False, uow: UnitOfWork
) -> tuple[Poll, Sequence[Statement]]:
    """The poll, and what was said of it before: then this is how it went on.

    Raises:
        PollRunning, PollCancelled: see `polls.check_states`. And what `to_run` raises.
    """
    poll = await to_run(actor=actor, poll_id=poll_id, lock=lock, uow=uow)
    polls.check_states(poll)
    return poll, await uow.polls.statements(poll.id)


async def state(
    *, actor: Actor, poll_id: int, words: str, review_on: date | None, said_before: int, uow: UnitOfWork, now: datetime
) -> tuple[Poll, Statement]:
    """Say in the name of the committee what comes of it, in the groups where it was asked.

    `said_before`: how many statements there were when this one was begun.

    Raises:
        PollStated: somebody else was quicker.
        EmptyWords, TooLong: see `wishes.clean_words`. And what `to_state` raises.
    """
    poll, before = await to_state(actor=actor, poll_id=poll_id, lock=True, uow=uow)
    if len(before) != said_before:
        raise poll_refusals.PollStated(number=str(poll.number))
    estate = standing.estate_of(poll.estate_key, actor)
    statement = await uow.polls.state(
        poll.id,
        words=clean_words(words, max_chars=polls.MAX_STATEMENT_CHARS),
        by=speaker_of(actor, estate),
        by_id=actor.person.id,
        now=now,
        review_on=review_on,
    )
    poll = polls.stated(poll, review_on=review_on, zone=estate.time_zone)
    await uow.polls.save(poll)
    await say_in_groups(poll, estate, poll_lines.stated(poll, statement, first=not before), uow=uow)
    await redraw(poll, uow)
    await intakes.staff_acted(estate, uow=uow, now=now)
    await wish_changed(poll, uow)
    return poll, statement
