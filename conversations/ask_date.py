"""The question for a day: the likely ones as buttons, any other typed as people write days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from datetime import date, timedelta
from typing import Any

from bot.domain import dates
from bot.domain.errors import DateInPast, DateTooFar, NotADate, Refused, WordsExpected
from bot.messages import Arg, Day, Line
from conversations.controls import Control, typed
from conversations.questions import Answers, Choice, Context, Heard, Heed, Step, in_rows

MAX_DATE_CHARS = 60  #: of what is read as a day, and of what a refusal quotes


@dataclass(frozen=True, slots=True)
class AskDate(Step):
    """A day, today or later, kept as ISO 8601 (`2026-03-20`). `far`: months are offered, not days."""

    _: KW_ONLY
    farthest_days: int = 730
    too_far: Callable[..., Refused] = DateTooFar
    far: bool = False

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        asked = super(AskDate, self).lines(answers, context)
        if (kept := self.kept(answers)) is None:
            return asked
        return (*asked, Line("dialog-so-far", {"answer": Day(kept)}))

    def kept(self, answers: Answers) -> date | None:
        value: Any = answers.get(self.name)
        return date.fromisoformat(value) if value else None

    def likely(self, today: date) -> tuple[tuple[str, date], ...]:
        """Days offered as buttons, by the key of their label; the same day is offered once."""
        if self.far:
            return (
                ("button-in-a-month", today + timedelta(days=30)),
                ("button-in-three-months", today + timedelta(days=91)),
                ("button-in-half-a-year", today + timedelta(days=182)),
            )
        days = (
            ("button-today", today),
            ("button-tomorrow", today + timedelta(days=1)),
            ("button-in-a-week", today + timedelta(days=7)),
            ("button-in-two-weeks", today + timedelta(days=14)),
            ("button-end-of-month", dates.end_of_month(today)),
        )
        seen: dict[date, str] = {}
        for key, day in days:
            seen.setdefault(day, key)
        return tuple((key, day) for day, key in seen.items())

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        args: dict[date, dict[str, Arg]] = {day: {"day": Day(day)} for _, day in self.likely(context.today)}
        days = tuple(Choice(day.isoformat(), key, args[day]) for key, day in self.likely(context.today))
        keep = ((Choice(Control.KEEP, "button-keep"),),) if self.kept(answers) else ()
        return in_rows(days, 1) + keep

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if heard.pictured:
            raise WordsExpected
        if self.kept(answers) and typed(heard.words, (Control.KEEP,)):
            return self.press(Control.KEEP, answers, context)
        words = heard.words.strip()
        quoted = words[:MAX_DATE_CHARS]
        day = dates.parse_day(words, today=heard.written_on or context.today, month_first=context.language != "en")
        if day is None or len(words) > MAX_DATE_CHARS:
            raise NotADate(words=quoted)
        return self.take(day, quoted, answers, context)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        kept = self.kept(answers)
        if value == Control.KEEP and kept:
            return self.take(kept, kept.isoformat(), answers, context)
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return super(AskDate, self).press(value, answers, context)
        return self.take(day, value, answers, context)

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        """Keep the day.

        Raises:
            DateInPast: also of a button that was pressed after midnight.
            DateTooFar, or what `too_far` names: more than `farthest_days` ahead.
        """
        if day < context.today:
            raise DateInPast(words=said)
        if (day - context.today).days > self.farthest_days:
            raise self.too_far(days=self.farthest_days)
        return Heed(self.put(answers, day.isoformat()))
