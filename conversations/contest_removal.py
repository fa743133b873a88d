"""The author of a wish that was taken down has their say, once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.takedowns import MAX_CONTEST_CHARS
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import checking
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Ask, Confirm


def given(wish: Wish) -> dict[str, Any]:
    return {"wish_id": wish.id, "number": str(wish.number)}


def _ask(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("contest-ask", {"number": answers["number"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("contest-preview"), Line("preview-words", {"words": answers["words"]}))


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    words = str(answers["words"])
    await checking.contest(actor=actor, wish_id=int(answers["wish_id"]), words=words, uow=uow, now=now)
    return Reply((Line("contest-done", {"number": answers["number"]}),))


CONTEST_REMOVAL = Dialog(
    "contest-removal",
    version=1,
    steps=(
        Ask("words", _ask, max_chars=MAX_CONTEST_CHARS, placeholder="placeholder-contest"),
        Confirm("confirm", _preview),
    ),
    done=_done,
)
