"""The author withdraws a wish: why, if they like to say, and a last look; for two minutes it can be undone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.amendments import MAX_WITHDRAWAL_CHARS, WithdrawalReason
from bot.domain.buttons import data
from bot.domain.wishes import Wish
from bot.messages import Actor, Button, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import amending
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

_REASONS = (
    Option("solved", "withdrawal-solved", ("已经解决了", "解决了", "it is solved", "solved")),
    Option("mistake", "withdrawal-mistake", ("写错了", "错了", "my mistake", "mistake")),
    Option("no-more", "withdrawal-no-more", ("不想提了", "不提了", "i changed my mind", "changed my mind")),
    Option("other", "withdrawal-other", ("别的原因", "别的", "其他", "another reason", "other")),
)


def given(wish: Wish) -> dict[str, Any]:
    return {"wish_id": wish.id, "number": str(wish.number), "public": wish.has_card}


def _next(step: str | None, answers: Answers) -> str | None:
    match step:
        case None:
            return "reason"
        case "reason" if answers["reason"] == WithdrawalReason.OTHER:
            return "words"
        case "reason" | "words":
            return "confirm"
    return None


def _ask_reason(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("withdraw-ask", {"number": answers["number"]}),)


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("withdraw-ask-words" if answers["public"] else "withdraw-ask-words-committee"),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    number = {"number": answers["number"]}
    lines = [Line("withdraw-preview" if answers["public"] else "withdraw-preview-committee", number)]
    if answers.get("reason") == WithdrawalReason.OTHER:
        lines.append(Line("preview-words", {"words": answers["words"]}))
    elif answers.get("reason"):
        lines.append(Line("withdraw-reason", {"reason": Term(f"withdrawal-{answers['reason']}")}))
    return tuple(lines)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    reason = WithdrawalReason(answers["reason"]) if answers.get("reason") else None
    wish = await amending.withdraw_wish(
        actor=actor,
        wish_id=int(answers["wish_id"]),
        reason=reason,
        words=str(answers.get("words") or ""),
        uow=uow,
        now=now,
    )
    undo = ((Button("button-unwithdraw", data("unwithdraw", wish.id)),),)
    return Reply((Line("withdraw-done", {"number": answers["number"]}),), buttons=undo)


WITHDRAW_WISH = Dialog(
    "withdraw-wish",
    version=1,
    steps=(
        Choose("reason", _ask_reason, options=_REASONS, optional=True),
        Ask("words", _ask_words, max_chars=MAX_WITHDRAWAL_CHARS, placeholder="placeholder-withdrawal"),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
)
