"""Is it done? The four answers and [it broke again], on the card and in private; whether to be contacted; words."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, verdict_errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.verdicts import Finding
from bot.messages import Actor, Arg, Press, Reply, Say, Term, Toast
from bot.ports import UnitOfWork
from bot.services import verdict_lines, verdicts
from conversations import add_to_verdict, talk

_UNHAPPY = (Finding.HALF, Finding.NOT_YET)


async def on_verdict(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    """Counted at once. Who is not content is asked more in private; who cannot be written to is told the way there."""
    if len(press.args) < 2 or press.args[1] not in list(Finding):
        raise errors.UnknownButton
    finding = Finding(press.args[1])
    wish, affected = await verdicts.give(
        actor=press.actor, asking_id=number(press.args, 0), finding=finding, uow=uow, now=now
    )
    said: dict[str, Arg] = {"number": str(wish.number), "said": Term(f"button-verdict-{finding}")}
    if finding not in _UNHAPPY:
        return Toast("verdict-counted", said)
    if affected.told_how:
        return Toast("verdict-counted-more", said)
    return Toast("verdict-counted-in-private", said, alert=True)


async def on_broke(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    """In a window: a mistaken thumb must know how to take it back."""
    wish, affected = await verdicts.say_it_broke(actor=press.actor, asking_id=number(press.args, 0), uow=uow, now=now)
    key = "broke-counted" if affected.broke_at else "broke-taken-back"
    return Toast(key, {"number": str(wish.number)}, alert=True)


async def on_contact(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    if len(press.args) < 2 or press.args[1] not in ("yes", "no"):
        raise errors.UnknownButton
    allowed = press.args[1] == "yes"
    wish, affected = await verdicts.let_contact(
        actor=press.actor, asking_id=number(press.args, 0), allowed=allowed, uow=uow
    )
    reply = verdict_lines.say_more(wish, affected)
    return (Toast("noted"), Reply(reply.lines, buttons=reply.buttons, edits=press.message_id))


async def on_words(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish, _, affected = await verdicts.to_say_more(actor=press.actor, asking_id=number(press.args, 0), uow=uow)
    if affected.finding is None and affected.broke_at is None:
        raise verdict_errors.NothingFound(number=str(wish.number))
    given = add_to_verdict.given(wish, affected)
    return await talk.begin(
        add_to_verdict.ADD_TO_VERDICT, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def open_asking(actor: Actor, *, asking_id: int, uow: UnitOfWork) -> Reply:
    """By the link on the card: the question, or what they said and how to say more."""
    wish, asking, affected = await verdicts.to_say_more(actor=actor, asking_id=asking_id, uow=uow)
    return verdict_lines.question(wish, asking, affected)
