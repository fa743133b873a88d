"""Something is wrong: the report's button, the ruling, the author's contest; and a body's statement on a card."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.takedowns import Pressed, Step
from bot.messages import Press, Say, Toast
from bot.ports import UnitOfWork
from bot.services import checking, standing, stating
from conversations import contest_removal, rule_on_wish, state_on_card, talk

_SAID = {
    Pressed.ASKED: "report-ask",
    Pressed.REPORTED: "report-counted",
    Pressed.ASKED_BACK: "report-ask-back",
    Pressed.TAKEN_BACK: "report-taken-back",
}
_RULINGS = (Step.RESTORED, Step.REMOVED, Step.UPHELD)


async def on_report(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    """In a window with OK: it works for who never pressed Start, and takes a moment before a second press."""
    reported = await checking.report_wish(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    args: dict[str, str] = {"number": str(reported.wish.number)}
    if reported.folded:
        return Toast("report-folded", {**args}, alert=True)
    if reported.by_desk and reported.pressed is Pressed.ASKED:
        return Toast("report-ask-desk", {**args}, alert=True)
    return Toast(_SAID[reported.pressed], {**args}, alert=True)


async def on_rule(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the ruling's dialog where the button was pressed. Never in a building's group."""
    standing.require_away_from_neighbours(press.actor)
    if not press.args or press.args[0] not in _RULINGS:
        raise errors.UnknownButton
    step = Step(press.args[0])
    wish = await checking.wish_to_rule_on(actor=press.actor, wish_id=number(press.args, 1), step=step, uow=uow)
    given = rule_on_wish.given(wish, step)
    return await talk.begin(
        rule_on_wish.RULE_ON_WISH, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_contest(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await checking.wish_to_contest(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    given = contest_removal.given(wish)
    return await talk.begin(
        contest_removal.CONTEST_REMOVAL, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_statement(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the statement's dialog. In a building's group it would be the neighbours' to read along."""
    standing.require_away_from_neighbours(press.actor)
    wish = await stating.wish_to_state_on(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    given = state_on_card.given(wish)
    return await talk.begin(
        state_on_card.STATE_ON_CARD, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )
