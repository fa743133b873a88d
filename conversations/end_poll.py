"""What the committee does with a poll: cancel it, with a reason; once it is closed, say what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.domain import polls
from bot.domain.polls import Poll, Statement
from bot.messages import Actor, Day, Line, Reply
from bot.ports import UnitOfWork
from bot.services import poll_lines
from bot.services import polls as service
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Ask, Confirm


def given(poll: Poll) -> dict[str, Any]:
    return {"poll_id": poll.id, "number": str(poll.number), "question": poll.draft.question}


def given_statement(poll: Poll, before: Sequence[Statement]) -> dict[str, Any]:
    """`before`: what was said already; then this is how it went on."""
    return {**given(poll), "before": len(before)}


def _args(answers: Answers) -> dict[str, Any]:
    return {"number": answers["number"], "question": answers["question"]}


# ---- cancelling -----------------------------------------------------------------------------------------------------


def _ask_reason(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("poll-ask-reason", _args(answers)),)


def _preview_cancel(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("poll-preview-cancel", _args(answers)), Line("preview-words", {"words": answers["reason"]}))


async def _cancelled(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    reason, poll_id = str(answers["reason"]), int(answers["poll_id"])
    await service.cancel(actor=actor, poll_id=poll_id, reason=reason, uow=uow, now=now)
    return Reply((Line("poll-cancel-done", _args(answers)),))


CANCEL_POLL = Dialog(
    "cancel-poll",
    version=1,
    steps=(
        Ask("reason", _ask_reason, max_chars=polls.MAX_REASON_CHARS),
        Confirm("confirm", _preview_cancel),
    ),
    done=_cancelled,
)


# ---- what comes of it -----------------------------------------------------------------------------------------------


def _goes_on(answers: Answers) -> bool:
    return bool(answers.get("before"))


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("poll-ask-went-on" if _goes_on(answers) else "poll-ask-statement", _args(answers)),)


def _ask_review(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("poll-ask-review-again" if _goes_on(answers) else "poll-ask-review"),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines = [Line("poll-preview-statement", _args(answers)), Line("preview-words", {"words": answers["words"]})]
    if answers.get("review"):
        lines.append(Line("poll-review-on", {"day": Day(date.fromisoformat(answers["review"]))}))
    return tuple(lines)


async def _stated(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    review = answers.get("review")
    poll, _ = await service.state(
        actor=actor,
        poll_id=int(answers["poll_id"]),
        words=str(answers["words"]),
        review_on=date.fromisoformat(review) if review else None,
        said_before=int(answers["before"]),
        uow=uow,
        now=now,
    )
    return Reply((Line("poll-statement-done", _args(answers)),), buttons=((poll_lines.look(poll),),))


STATE_ON_POLL = Dialog(
    "state-on-poll",
    version=1,
    steps=(
        Ask("words", _ask_words, max_chars=polls.MAX_STATEMENT_CHARS, placeholder="placeholder-poll-statement"),
        AskDate("review", _ask_review, farthest_days=polls.FARTHEST_REVIEW_DAYS, far=True, optional=_goes_on),
        Confirm("confirm", _preview),
    ),
    done=_stated,
)
