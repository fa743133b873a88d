"""Between the staff and an author who stays unknown: a question and its answer, a pause and its end."""

from __future__ import annotations

from datetime import datetime

from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.messages import Actor, Button, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import pauses, questions, standing
from conversations import ask_author, pause_filing, reply_question, talk


async def on_ask(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the question's dialog where the button was pressed; never where neighbours would read along."""
    standing.require_away_from_neighbours(press.actor)
    wish = await questions.wish_to_ask_about(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return await talk.begin(
        ask_author.ASK_AUTHOR,
        press.actor,
        given=ask_author.given(wish),
        uow=uow,
        now=now,
        message_id=None,
        pace=house.pace,
    )


async def on_reply(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    return await open_question(
        press.actor, question_id=number(press.args, 0), message_id=None, uow=uow, now=now, house=house
    )


async def open_question(
    actor: Actor, *, question_id: int, message_id: int | None, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    """Open the answer's dialog, from the question in private or from the card's link. Yes or no needs none."""
    question, wish = await questions.open_question(actor=actor, question_id=question_id, uow=uow)
    if question.same_as is not None:
        return (await questions.asked_with(question, wish, uow=uow),)
    given = reply_question.given(question, wish)
    return await talk.begin(
        reply_question.REPLY_QUESTION, actor, given=given, uow=uow, now=now, message_id=message_id, pace=house.pace
    )


async def on_rather_not(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The author would rather not say; who has second thoughts may still."""
    question_id = number(press.args, 0)
    wish = await questions.reply(actor=press.actor, question_id=question_id, words="", photo=None, uow=uow, now=now)
    still = Button("button-reply-still", data("reply", question_id))
    declined = Reply((line("reply-declined", number=str(wish.number)),), buttons=((still,),), edits=press.message_id)
    return (Toast("noted"), declined)


async def on_pause(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the dialog for the reason where the button was pressed."""
    standing.require_away_from_neighbours(press.actor)
    wish = await pauses.wish_to_pause_from(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return await talk.begin(
        pause_filing.PAUSE_FILING,
        press.actor,
        given=pause_filing.given(wish),
        uow=uow,
        now=now,
        message_id=None,
        pace=house.pace,
    )


async def on_resume(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    standing.require_away_from_neighbours(press.actor)
    wish = await pauses.resume_filing(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return (Toast("resumed", {"number": str(wish.number)}), Reply((line("resumed", number=str(wish.number)),)))
