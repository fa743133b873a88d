"""[the same as another] at the desk: the dialog that asks the authors, and the authors' yes or no."""

from __future__ import annotations

from datetime import datetime

from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.rights import Act
from bot.messages import Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import asking_same, standing, worklist
from conversations import ask_same, talk


async def on_ask_same(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Begin at one wish, away from the neighbours."""
    standing.require_away_from_neighbours(press.actor)
    wish, likely, others = await asking_same.candidates(
        actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now
    )
    given = ask_same.given(wish, likely, others)
    return await talk.begin(
        ask_same.ASK_SAME, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_several_same(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Begin at a part of the queue."""
    cut = worklist.cut_of(press.args)
    _, found = await worklist.to_answer_together(actor=press.actor, cut=cut, uow=uow, now=now, act=Act.ASK_AUTHOR)
    given = ask_same.given_several(found)
    return await talk.begin(
        ask_same.ASK_SAME, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_is_same(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish, other = await asking_same.answer(
        actor=press.actor, question_id=number(press.args, 0), is_same=True, uow=uow, now=now
    )
    done = line("same-done", number=str(wish.number), other=str(other.number))
    return (Toast("noted"), Reply((done,), edits=press.message_id))


async def on_not_same(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish, other = await asking_same.answer(
        actor=press.actor, question_id=number(press.args, 0), is_same=False, uow=uow, now=now
    )
    kept = line("asked-same-kept", number=str(wish.number), other=str(other.number))
    return (Toast("noted"), Reply((kept,), edits=press.message_id))
