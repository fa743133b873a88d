"""Passing a wish on to another body: by one press to the property company, else asked to whom."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.people import Body
from bot.messages import Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import referring, standing
from conversations import refer_wish, talk


async def on_refer(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    """One press passes it on; what is said in the staff chat has the button to take that back."""
    if len(press.args) != 2 or press.args[1] not in tuple(Body):
        raise errors.UnknownButton
    wish, referral = await referring.refer_wish(
        actor=press.actor, wish_id=number(press.args, 0), to=Body(press.args[1]), words="", uow=uow, now=now
    )
    return Toast("referred", {"number": str(wish.number), "to": Term(f"body-{referral.to}")})


async def on_refer_other(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    standing.require_away_from_neighbours(press.actor)
    wish, bodies = await referring.may_be_referred_to(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    given = refer_wish.given(wish, bodies)
    return await talk.begin(
        refer_wish.REFER_WISH, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_unrefer(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    referral_id, wish_id = number(press.args, 0), number(press.args, 1)
    wish = await referring.take_back(actor=press.actor, referral_id=referral_id, wish_id=wish_id, uow=uow)
    said = line("unreferred", number=str(wish.number))
    return (Toast("unreferred", {"number": str(wish.number)}), Reply((said,), edits=press.message_id))
