"""The questions for a day with its time, as people write them together or one after the other."""

from __future__ import annotations

from datetime import time
from typing import Any

from bot.domain import dates
from bot.domain import signup_refusals as refusals
from bot.domain.times_of_day import parse_time
from bot.messages import Arg
from conversations.ask_date import MAX_DATE_CHARS, AskDate
from conversations.questions import Answers, Context, Heard, Heed, Option
from conversations.steps import Ask


class AskWhen(AskDate):
    """A day; with its time, if that is said along with it: 周六下午两点, Saturday 2 pm."""

    __slots__ = ()

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        words = heard.words.strip()
        said = () if heard.pictured or len(words) > MAX_DATE_CHARS else range(1, len(words))
        today = heard.written_on or context.today
        for at in said:
            hour = parse_time(words[at:])
            if hour is None:
                continue
            day = dates.parse_day(words[:at], today=today, month_first=context.language != "en")
            if day is not None:
                return self.take(day, words, {**answers, "time": f"{hour:%H%M}"}, context)
        return super().hear(heard, answers, context)


def _read_time(words: str, context: Context) -> str:
    at = parse_time(words)
    if at is None:
        raise refusals.NotATimeOfDay(words=words)
    return f"{at:%H%M}"


def _shown_time(value: Any) -> Arg:
    return f"{time.fromisoformat(value):%H:%M}"


def ask_time(prompt: str, *likely: time) -> Ask:
    """Kept as `HHMM` under `time`. `likely`: offered as buttons."""
    shortcuts = tuple(Option(f"{at:%H%M}", "button-words", (f"{at:%H:%M}",), {"words": f"{at:%H:%M}"}) for at in likely)
    return Ask(
        "time",
        prompt,
        max_chars=MAX_DATE_CHARS,
        read=_read_time,
        show=_shown_time,
        shortcuts=shortcuts,
        placeholder="placeholder-time-of-day",
    )
