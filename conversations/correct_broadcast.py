"""Correcting a broadcast: all of its words anew, in each language it is written in; photos and files stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.broadcasts import Broadcast
from bot.messages import Actor, Formatted, Line, Reply, line
from bot.ports import UnitOfWork
from bot.services import broadcasts as service
from conversations.ask_content import FILES, AskMarkup, content_of
from conversations.broadcast_preview import LANGUAGES, MOST_SHOWN, as_seen
from conversations.engine import Dialog
from conversations.questions import Answers, Choice, Context
from conversations.steps import Confirm
from conversations.tell_many import own_language


def given_correction(broadcast: Broadcast, actor: Actor) -> dict[str, Any]:
    """What is known when one is corrected: the words as they stand, in each language they are written in."""
    written = [language for language in LANGUAGES if broadcast.content.words.get(language)]
    own = own_language(actor.language)
    return {
        "own": own if own in written else written[0],
        "body": broadcast.by.body.value,
        "words": dict(broadcast.content.words),
        "broadcast_id": broadcast.id,
        "number": str(broadcast.number),
        "both": len(written) > 1,
        FILES: [[file.key, file.name] for file in broadcast.content.files],
        "emergency": broadcast.emergency,
        "ask_read": broadcast.ask_read,
    }


def _next_correction(step: str | None, answers: Answers) -> str | None:
    if step is None:
        return "words"
    if step == "words" and answers["both"]:
        return "other"
    return None if step == "confirm" else "confirm"


def _ask_correction(answers: Answers, context: Context) -> tuple[Line, ...]:
    own = str(answers["own"])
    old = Formatted({own: str(answers["words"][own])})
    return (line("broadcast-ask-correction", number=str(answers["number"])), line("broadcast-words", words=old))


@dataclass(frozen=True, slots=True)
class AskCorrection(AskMarkup):
    """Photos and files stay as they are."""

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        return _ask_correction(answers, context)

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        return ()


def _preview_correction(answers: Answers, context: Context) -> tuple[Line, ...]:
    words = content_of(answers).words
    lines = [line("broadcast-preview-correction", number=str(answers["number"]))]
    for language in LANGUAGES:
        if language in words:
            lines += as_seen(language, answers, words[language], first=True, room=MOST_SHOWN)
    return tuple(lines)


async def _correct(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    words = dict(content_of(answers).words)
    broadcast_id = int(answers["broadcast_id"])
    broadcast = await service.correct(actor=actor, broadcast_id=broadcast_id, words=words, uow=uow, now=now)
    return Reply((line("broadcast-correcting", number=str(broadcast.number)),))


CORRECT_BROADCAST = Dialog(
    "correct-broadcast",
    version=1,
    steps=(
        AskCorrection("words", _ask_correction),
        AskMarkup("other", "broadcast-ask-other", other=True, optional=True),
        Confirm("confirm", _preview_correction),
    ),
    done=_correct,
    next=_next_correction,
)
