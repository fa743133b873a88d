"""Writing down a voice note in one line; and its author saying it better."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.voices import MAX_LINE_CHARS, one_line
from bot.domain.wishes import MAX_CHARS, Visibility, Wish
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import voices
from conversations import to_all
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Ask, Confirm


def given(wish: Wish) -> dict[str, Any]:
    """What is known when either dialog begins: which wish it is about, and how it is worded now."""
    length = wish.voice.length if wish.voice else ""
    to_all = wish.visibility is not Visibility.COMMITTEE
    return {"wish_id": wish.id, "number": str(wish.number), "length": length, "to_all": to_all}


def _ask_line(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("transcribe-ask", {"number": answers["number"], "length": answers["length"]}),)


def _on_one_line(words: str, context: Context) -> str:
    return one_line(words)


def _ask_own_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("retell-ask", {"number": answers["number"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines = (
        Line("transcribe-preview", {"number": answers["number"]}),
        Line("preview-words", {"words": answers["words"]}),
    )
    return (*lines, *to_all.warning(str(answers["words"]))) if answers["to_all"] else lines


async def _written(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    wish = await voices.transcribe_wish(
        actor=actor, wish_id=int(answers["wish_id"]), words=str(answers["words"]), uow=uow, now=now
    )
    return Reply((Line("transcribe-done", {"number": str(wish.number)}),))


async def _retold(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    wish = await voices.retell_wish(
        actor=actor, wish_id=int(answers["wish_id"]), words=str(answers["words"]), uow=uow, now=now
    )
    return Reply((Line("retell-done", {"number": str(wish.number)}),))


WRITE_DOWN = Dialog(
    "write-down",
    version=1,
    steps=(
        Ask("words", _ask_line, max_chars=MAX_LINE_CHARS, read=_on_one_line, placeholder="placeholder-line"),
        Confirm("confirm", _preview),
    ),
    done=_written,
)

RETELL = Dialog(
    "retell",
    version=1,
    steps=(
        Ask("words", _ask_own_words, max_chars=MAX_CHARS, placeholder="placeholder-wish"),
        Confirm("confirm", _preview),
    ),
    done=_retold,
)
