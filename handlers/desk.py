"""The staff card's buttons: I take it, answer, more; and the neighbours' thanks."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data
from bot.domain.house import House
from bot.domain.people import Purpose
from bot.domain.rights import Act
from bot.domain.wishes import Stance, Wish
from bot.messages import Actor, Button, Line, Moment, Press, Reply, Say, Texts, Toast, line
from bot.ports import UnitOfWork
from bot.services import answers, cards, standing
from conversations import answer_wish, talk
from handlers.following import number


async def on_take(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    wish = await answers.take_wish(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return Toast("taken", {"number": str(wish.number)})


async def on_hand_back(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await answers.hand_back_wish(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return (
        Toast("handed-back", {"number": str(wish.number)}),
        Reply((line("handed-back", number=str(wish.number)),), edits=press.message_id),
    )


async def on_answer(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the answer's dialog where the button was pressed."""
    wish = await answers.wish_to_answer(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    given = answer_wish.given(wish)
    return await talk.begin(
        answer_wish.ANSWER_WISH, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_more(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """What stands behind the card: when it was filed, who helps, every answer so far. Never in a building's group."""
    if press.actor.chat.purpose is Purpose.BUILDING:
        raise errors.OnlyInPrivate
    wish = await standing.wish_to_read(number(press.args, 0), press.actor, Act.READ_STAFF, uow)
    return await _history(wish, press.actor, uow=uow)


async def _history(wish: Wish, actor: Actor, *, uow: UnitOfWork) -> Reply:
    estate = standing.estate_of(wish.estate_key, actor)
    zone = estate.time_zone.key
    lines: list[Line] = [
        line("more-head", number=str(wish.number)),
        line("more-filed", moment=Moment(wish.filed_at, zone)),
    ]
    followers = await uow.followers.of(wish.id)
    helpers = tuple(person.name for person, held in followers if Stance.HELP in held)
    if helpers:
        lines.append(line("more-helpers", names=Texts(helpers)))
    if followers:
        reachable = sum(person.started for person, _ in followers)
        lines.append(line("more-followers", n=len(followers), reachable=reachable))
    history = await uow.answers.of(wish.id)
    for answer in history:
        lines += [line("more-at", moment=Moment(answer.answered_at, zone)), cards.answer_line(answer)]
    if not history:
        lines.append(line("more-no-answer"))
    buttons: tuple[tuple[Button, ...], ...] = ()
    if wish.taken_by == actor.person.id:
        buttons = ((Button("button-hand-back", data("handback", wish.id)),),)
    return Reply(tuple(lines), buttons=buttons, photos=(), silent=True)


async def on_thanks(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    wish, thanked = await answers.thank(actor=press.actor, answer_id=number(press.args, 0), uow=uow, now=now)
    if not thanked:
        return Toast("thanks-taken-back", {"number": str(wish.number)}, alert=True)
    return Toast("thanked", {"number": str(wish.number)})
