"""`/functions`: what is stopped in which group; and the buttons below what is told of a group after 60 days."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.messages import Command, Press, Reply, Say, Toast
from bot.ports import UnitOfWork
from bot.services import chat_functions as service


async def on_functions(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return service.page_reply(await service.page(actor=command.actor, number=0, uow=uow))


async def on_page(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """Another page: the same message changes."""
    found = await service.page(actor=press.actor, number=number(press.args, 0), uow=uow)
    return service.page_reply(found, edits=press.message_id)


async def on_function(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Stop one in one group, use it again, or keep it."""
    if len(press.args) != 4:
        raise errors.UnknownButton
    _, name, what, origin = press.args
    done, shown = await service.change(
        actor=press.actor,
        chat_id=number(press.args, 0),
        name=name,
        what=what,
        origin=origin,
        edits=press.message_id,
        uow=uow,
        now=now,
    )
    return (Toast(done.key, done.args), shown)
