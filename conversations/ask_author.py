"""The staff's question to the author of a wish: one sentence, one look, and it is asked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.questions import MAX_CHARS
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import questions
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Ask, Confirm


def given(wish: Wish) -> dict[str, Any]:
    """What is known when the dialog begins: which wish it is about."""
    return {"wish_id": wish.id, "number": str(wish.number), "public": wish.is_public}


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("ask-author-words", {"number": answers["number"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (
        Line("ask-author-preview", {"number": answers["number"]}),
        Line("preview-words", {"words": answers["words"]}),
    )


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Ask, and say at once whether it reaches the author."""
    question = await questions.ask_author(
        actor=actor, wish_id=int(answers["wish_id"]), words=str(answers["words"]), uow=uow, now=now
    )
    if question.told:
        key = "ask-author-asked"
    else:
        key = "ask-author-on-the-card" if answers["public"] else "ask-author-cannot-reach"
    return Reply((Line(key, {"number": answers["number"]}),))


ASK_AUTHOR = Dialog(
    "ask-author",
    version=1,
    steps=(
        Ask("words", _ask_words, max_chars=MAX_CHARS, placeholder="placeholder-ask-author"),
        Confirm("confirm", _preview),
    ),
    done=_done,
)
