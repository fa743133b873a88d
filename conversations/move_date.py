"""Moving a promised day (改期): to which day, and why; a last look, since it can be done once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.domain.clock_refusals import NothingToMove, PromiseTooFar
from bot.domain.wishes import MAX_ANSWER_CHARS, PROMISE_WITHIN_DAYS, AnswerKind, State, Wish
from bot.messages import Actor, Day, Line, Reply
from bot.ports import UnitOfWork
from bot.services import answers as service
from bot.services import clocks
from conversations.answer_wish import given_reply
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Ask, Confirm


def given(wish: Wish) -> dict[str, Any]:
    """What is known when the dialog begins: which wish, and the day that stands."""
    if wish.state is not State.PROMISED or wish.next_date is None:
        raise NothingToMove(number=str(wish.number))
    return {"wish_id": wish.id, "number": str(wish.number), "before": wish.next_date.isoformat()}


def _ask_day(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("move-ask-day", {"number": answers["number"], "day": _day(answers, "before")}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    days = {"before": _day(answers, "before"), "day": _day(answers, "due")}
    ask = Line("move-preview", {"number": answers["number"], **days})
    return (ask, Line("preview-words", {"words": answers["words"]}))


def _day(answers: Answers, name: str) -> Day:
    return Day(date.fromisoformat(answers[name]))


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """A moved promise is an answer as any other: held for a moment, told, and kept."""
    wish = await clocks.wish_to_move(actor=actor, wish_id=int(answers["wish_id"]), uow=uow, now=now)
    answer = await service.answer_wish(
        actor=actor,
        wish_id=wish.id,
        kind=AnswerKind.PROMISE,
        words=answers["words"],
        due_on=_day(answers, "due").value,
        photos=(),
        uow=uow,
        now=now,
    )
    return await given_reply(answer.id, str(wish.number), uow=uow, now=now)


MOVE_DATE = Dialog(
    "move-date",
    version=1,
    steps=(
        AskDate("due", _ask_day, farthest_days=PROMISE_WITHIN_DAYS, too_far=PromiseTooFar),
        Ask("words", "move-ask-reason", max_chars=MAX_ANSWER_CHARS, placeholder="placeholder-move"),
        Confirm("confirm", _preview),
    ),
    done=_done,
)
