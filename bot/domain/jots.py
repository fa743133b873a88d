"""记下来 (jot): whether a neighbour may be asked to have a sentence noted, and what is kept until they say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.wishes import MAX_CHARS

ANSWER_WITHIN = timedelta(hours=1)  #: without a press by then, the question and the row behind it go


@dataclass(frozen=True, slots=True)
class Jot:
    """A sentence that waits for its author's press. All that is kept of it anywhere."""

    id: int
    chat_id: int
    message_id: int  #: Telegram's, of the author's message
    author_telegram_id: int
    author_name: str
    words: str  #: may be empty beside a photo
    photo_file_id: str | None
    photo_key: str | None  #: Telegram's file_unique_id; the photo is not fetched before the press
    asked_by: int  #: person id of the neighbour who thought it worth noting
    asked_at: datetime
    expires_at: datetime

    def is_over(self, now: datetime) -> bool:
        return now >= self.expires_at


@dataclass(frozen=True, slots=True)
class Asked:
    """How somebody stands to being asked. Kept by Telegram id: they need never have dealt with the bot."""

    on: date | None = None  #: the estate's day of the last question
    never_again: bool = False

    def may_be_asked(self, today: date) -> bool:
        """One question a day, whoever asks; none for those who said so."""
        return not self.never_again and (self.on is None or self.on < today)


def fits(words: str) -> bool:
    """Whether the sentence can be noted as it stands: nobody shortens what a neighbour said."""
    return len(words) <= MAX_CHARS
