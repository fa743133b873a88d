"""`/bulletin`: what was told of the weeks, to be read again."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.messages import Command, Press, Reply, Say, Toast
from bot.ports import UnitOfWork
from bot.services import bulletin_pages


async def on_bulletin(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return bulletin_pages.reply_of(await bulletin_pages.page(command.actor, uow=uow))


async def on_bulletin_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """Another week, or another building: the same message changes."""
    week = number(press.args, 1) if len(press.args) > 1 else None
    found = await bulletin_pages.page(press.actor, chat_id=number(press.args, 0), bulletin_id=week, uow=uow)
    return bulletin_pages.reply_of(found, edits=press.message_id)


async def on_picture(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The chart of that week, with what was done, below."""
    if len(press.args) != 2:
        raise errors.UnknownButton
    chat_id, week = number(press.args, 0), number(press.args, 1)
    found = await bulletin_pages.page(press.actor, chat_id=chat_id, bulletin_id=week, uow=uow)
    return (Toast("bulletin-picture-comes"), bulletin_pages.picture_reply(found))
