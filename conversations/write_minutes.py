"""The minutes of a deliberation: what came of it, in which words; a last look, and whoever took a side is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.deliberations import MAX_MINUTES_CHARS, Deliberation, Form, Outcome
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import deliberations
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

_OUTCOMES = (
    Option(Outcome.AGREED, "outcome-agreed", ("谈拢了", "談攏了", "一致", "agreed", "they agree")),
    Option(Outcome.PARTLY, "outcome-partly", ("谈拢了一部分", "一部分", "部分", "partly", "agreed in part")),
    Option(Outcome.NOT_AGREED, "outcome-not-agreed", ("没谈拢", "沒談攏", "no agreement", "not agreed")),
    Option(Outcome.HANDED_UP, "outcome-handed-up", ("往上报一级", "上报", "a level up", "handed up")),
)


def given(wish: Wish, deliberation: Deliberation) -> dict[str, Any]:
    return {
        "deliberation_id": deliberation.id,
        "number": str(wish.number),
        "question": deliberation.question,
        "open": deliberation.is_open,
        "public": deliberation.form is not Form.COORDINATION,
    }


def _ask_outcome(answers: Answers, context: Context) -> tuple[Line, ...]:
    asked = Line("minutes-ask-outcome", {"number": answers["number"], "question": answers["question"]})
    return (asked, Line("minutes-ends-it")) if answers["open"] else (asked,)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    key = "minutes-preview" if answers["public"] else "minutes-preview-staff"
    return (
        Line(key, {"number": answers["number"]}),
        Line("deliberation-outcome", {"outcome": Term(f"outcome-{answers['outcome']}")}),
        Line("preview-words", {"words": answers["words"]}),
    )


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    wish, _ = await deliberations.write_minutes(
        actor=actor,
        deliberation_id=int(answers["deliberation_id"]),
        outcome=Outcome(answers["outcome"]),
        words=str(answers["words"]),
        uow=uow,
        now=now,
    )
    return Reply((Line("minutes-done", {"number": str(wish.number)}),))


WRITE_MINUTES = Dialog(
    "write-minutes",
    version=1,
    steps=(
        Choose("outcome", _ask_outcome, options=_OUTCOMES),
        Ask("words", "minutes-ask-words", max_chars=MAX_MINUTES_CHARS, placeholder="placeholder-minutes"),
        Confirm("confirm", _preview),
    ),
    done=_done,
)
