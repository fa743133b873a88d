"""Polls: begun with a command, from a wish or a project; the list, one of them, what the committee does with it."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, poll_refusals
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.polls import Poll
from bot.messages import Actor, Button, Command, Press, Reply, Say, line
from bot.ports import UnitOfWork
from bot.services import poll_lines, polls
from bot.services.polled import view_of
from conversations import end_poll, open_poll
from handlers.beginning import begin

_LONGEST_NUMBER = 9  #: digits


async def on_polls(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """The list; with a number, the one of that number."""
    words = command.words.strip().lstrip("#")
    if not words.isdecimal():
        return await _list(command.actor, page=0, uow=uow)
    if len(words) > _LONGEST_NUMBER:
        raise poll_refusals.PollNotFound(number=words[:20])
    poll = await polls.by_number(actor=command.actor, number=int(words), uow=uow)
    return await _show(poll, command.actor, uow=uow)


async def on_polls_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await _list(press.actor, page=number(press.args, 0), uow=uow, edits=press.message_id)


async def _list(actor: Actor, *, page: int, uow: UnitOfWork, edits: int | None = None) -> Reply:
    found = await polls.list_polls(actor=actor, page=page, uow=uow)
    lines = [line("polls-head", estate=found.estate.name, n=found.total), *map(poll_lines.row, found.polls)]
    if not found.polls:
        lines.append(line("polls-empty"))
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    opens = tuple(
        Button("button-poll-number", data("poll", each.poll.id), args={"number": str(each.poll.number)})
        for each in found.polls
    )
    rows = [opens[at : at + 3] for at in range(0, len(opens), 3)]
    turns = []
    if found.number > 0:
        turns.append(Button("button-page-back", data("polls", found.number - 1)))
    if found.number + 1 < found.pages:
        turns.append(Button("button-page-on", data("polls", found.number + 1)))
    return Reply(tuple(lines), buttons=(*rows, *((tuple(turns),) if turns else ())), edits=edits, silent=True)


async def on_poll_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    poll = await polls.to_read(actor=press.actor, poll_id=number(press.args, 0), uow=uow)
    return await _show(poll, press.actor, uow=uow)


async def _show(poll: Poll, actor: Actor, *, uow: UnitOfWork) -> Reply:
    view = await view_of(poll, uow)
    rows = poll_lines.view_rows(view) if polls.may_run(poll, actor) else ()
    return Reply(poll_lines.view_lines(view), buttons=rows, silent=True)


# ---- the committee --------------------------------------------------------------------------------------------------


async def on_poll(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    opening = await polls.may_open(actor=command.actor, uow=uow)
    return await begin(
        open_poll.OPEN_POLL,
        command.actor,
        open_poll.given(opening),
        uow=uow,
        now=now,
        house=house,
        message_id=command.message_id,
    )


async def on_poll_about(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """From a wish or a project: `wish:12`, `project:3`, our own ids."""
    if len(press.args) != 2 or press.args[0] not in ("wish", "project"):
        raise errors.UnknownButton
    about = {f"{press.args[0]}_id": number(press.args, 1)}
    opening = await polls.may_open(actor=press.actor, **about, uow=uow)
    return await begin(open_poll.OPEN_POLL, press.actor, open_poll.given(opening), uow=uow, now=now, house=house)


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    actor, poll_id = press.actor, number(press.args, 0)
    match press.args[1:]:
        case ("voters",):
            poll, voters = await polls.voters(actor=actor, poll_id=poll_id, uow=uow)
            return Reply(poll_lines.voter_lines(poll, voters), silent=True)
        case ("cancel",):
            poll = await polls.to_cancel(actor=actor, poll_id=poll_id, uow=uow)
            return await begin(end_poll.CANCEL_POLL, actor, end_poll.given(poll), uow=uow, now=now, house=house)
        case ("state",):
            poll, before = await polls.to_state(actor=actor, poll_id=poll_id, uow=uow)
            given = end_poll.given_statement(poll, before)
            return await begin(end_poll.STATE_ON_POLL, actor, given, uow=uow, now=now, house=house)
    raise errors.UnknownButton
