"""Pausing the filing of whoever filed a wish: a reason out of four, one look, and it is paused."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.pauses import Reason
from bot.domain.people import Estate
from bot.domain.wishes import Wish
from bot.messages import Actor, Day, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import pauses, standing
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Choose, Confirm

_REASONS = (
    Option("flood", "pause-reason-flood", ("提得太多太密", "提得太多", "太多", "刷屏", "too many wishes", "too many")),
    Option("insult", "pause-reason-insult", ("骂人、伤人的话", "骂人", "伤人", "insults")),
    Option(
        "exposing",
        "pause-reason-exposing",
        ("说了别人的私事", "别人的私事", "隐私", "other people's private matters", "private matters"),
    ),
    Option("advertising", "pause-reason-advertising", ("打广告", "广告", "advertising")),
)


def given(wish: Wish) -> dict[str, Any]:
    """What is known when the dialog begins: from which wish."""
    return {"wish_id": wish.id, "number": str(wish.number)}


def _ask_reason(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("pause-ask-reason", {"number": answers["number"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    reason = Term(f"pause-reason-{answers['reason']}")
    return (Line("pause-preview", {"number": answers["number"], "reason": reason}),)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    pause = await pauses.pause_filing(
        actor=actor, wish_id=int(answers["wish_id"]), reason=Reason(answers["reason"]), uow=uow, now=now
    )
    estate: Estate = standing.estate_of(pause.estate_key, actor)
    return Reply((Line("paused", {"number": answers["number"], "day": Day(estate.local(pause.until).date())}),))


PAUSE_FILING = Dialog(
    "pause-filing",
    version=1,
    steps=(Choose("reason", _ask_reason, options=_REASONS), Confirm("confirm", _preview)),
    done=_done,
)
