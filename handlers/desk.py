"""The staff card's buttons: I take it, answer, more; and the neighbours' thanks."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data
from bot.domain.house import House
from bot.domain.people import Purpose
from bot.domain.rights import RIGHTS, Act
from bot.domain.wishes import Stance, Wish
from bot.messages import Actor, Button, Day, Line, Moment, Press, Reply, Say, Texts, Toast, line
from bot.ports import UnitOfWork
from bot.services import answers, cards, pauses, questions, standing
from conversations import answer_wish, talk
from handlers.following import number


async def on_take(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    wish = await answers.take_wish(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    return Toast("taken", {"number": str(wish.number)})


async def on_hand_back(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await answers.hand_back_wish(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
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
    return await _history(wish, press.actor, uow=uow, now=now)


async def _history(wish: Wish, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Reply:
    estate = standing.estate_of(wish.estate_key, actor)
    zone = estate.time_zone.key
    lines: list[Line] = [
        line("more-head", number=str(wish.number)),
        line("more-filed", moment=Moment(wish.filed_at, zone)),
    ]
    followers = await uow.followers.of(wish.id)
    if wish.voice is not None and (written := await uow.transcripts.of(wish.id)) is not None:
        lines.append(line("more-written-down", name=written.name, moment=Moment(written.written_at, zone)))
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
    for question in await uow.questions.of(wish.id):
        lines += [line("more-at", moment=Moment(question.asked_at, zone)), *questions.lines_of(question)]
    pause = await pauses.running_from(wish, uow=uow, now=now)
    if pause is not None:
        lines.append(line("more-paused", day=Day(estate.local(pause.until).date())))
    buttons = _behind_the_card(wish, actor, paused=pause is not None)
    return Reply(tuple(lines), buttons=buttons, photos=(), silent=True)


def _behind_the_card(wish: Wish, actor: Actor, *, paused: bool) -> tuple[tuple[Button, ...], ...]:
    rows = [(Button("button-ask-author", data("ask", wish.id)),)]
    if paused:
        rows.append((Button("button-resume", data("resume", wish.id)),))
    elif actor.roles_in(wish.estate_key) & RIGHTS[Act.PAUSE_FILING]:
        rows.append((Button("button-pause", data("pause", wish.id)),))
    if wish.taken_by == actor.person.id:
        rows.append((Button("button-hand-back", data("handback", wish.id)),))
    return tuple(rows)


async def on_thanks(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    wish = await answers.thank(actor=press.actor, answer_id=number(press.args, 0), uow=uow, now=now)
    return Toast("thanked", {"number": str(wish.number)})
