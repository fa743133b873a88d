"""Those who answer: when they get the list of the morning, and the sentences they answer with again and again."""

from __future__ import annotations

from datetime import time
from typing import Annotated

from pydantic import AfterValidator

from bot.domain import ready
from bot.settings.group import Group, Text, TimeOfDay, wrong

MOST_READY = 12  #: fits a phone's screen, below the question
MAX_READY_CHARS = 200


def _ready(value: str) -> str:
    plain = " ".join(value.split())
    if not plain or len(plain) > MAX_READY_CHARS:
        raise wrong(f"must be a sentence of 1 to {MAX_READY_CHARS} characters")
    if len(ready.blanks(plain)) > 4:
        raise wrong("must have at most 4 blanks")
    return plain


def _not_too_many(value: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if value is not None and len(value) > MOST_READY:
        raise wrong(f"must list at most {MOST_READY} sentences")
    return value


ReadyAnswers = Annotated[tuple[Annotated[Text, AfterValidator(_ready)], ...] | None, AfterValidator(_not_too_many)]


def ready_answers(written: tuple[str, ...] | None, *, language: str) -> tuple[str, ...]:
    """What an estate of this language answers with: its own sentences, else those that come along."""
    return ready.DEFAULTS[language[:2]] if written is None else written


class Desk(Group):
    list_at: TimeOfDay = "08:30"

    @property
    def at(self) -> time:
        return time.fromisoformat(self.list_at)
