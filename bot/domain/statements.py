"""What a body says to a wish on its card, without answering it: a wrong statement is put right there, not removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Speaker

MAX_STATEMENT_CHARS = 300
SHOWN_STATEMENTS = 3  #: the newest


@dataclass(frozen=True, slots=True)
class Statement:
    id: int
    wish_id: int
    words: str
    speaker: Speaker
    speaker_id: int  #: person id
    stated_at: datetime
