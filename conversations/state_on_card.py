"""A body's statement on a card: words, a last look, and it stands there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.statements import MAX_STATEMENT_CHARS
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import stating
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Ask, Confirm


def given(wish: Wish) -> dict[str, Any]:
    return {"wish_id": wish.id, "number": str(wish.number)}


def _ask(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("statement-ask", {"number": answers["number"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (
        Line("statement-preview", {"number": answers["number"]}),
        Line("preview-words", {"words": answers["words"]}),
    )


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    words = str(answers["words"])
    await stating.state_on_card(actor=actor, wish_id=int(answers["wish_id"]), words=words, uow=uow, now=now)
    return Reply((Line("statement-done", {"number": answers["number"]}),))


STATE_ON_CARD = Dialog(
    "state-on-card",
    version=1,
    steps=(
        Ask("words", _ask, max_chars=MAX_STATEMENT_CHARS, placeholder="placeholder-answer"),
        Confirm("confirm", _preview),
    ),
    done=_done,
)
