"""Of which days a report is wanted: from when, until when."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from bot.domain import dates, ledger, report_refusals
from bot.domain.report_spans import Span
from bot.messages import Actor, Day, Line, Reply
from bot.ports import UnitOfWork
from bot.services import report_drawings, report_lines, reports
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Heed


class AskReportDay(AskDate):
    """A day that has come. One without a year is the last such day."""

    __slots__ = ()

    def likely(self, today: date) -> tuple[tuple[str, date], ...]:
        month = today.replace(day=1)
        firsts = dict.fromkeys((month, dates.add_months(month, -1), date(today.year, 1, 1)))
        return tuple(("button-report-day", day) for day in firsts)

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        """Raises ReportDaysAhead."""
        day = ledger.last_such(day, said, today=context.today)
        if day > context.today:
            raise report_refusals.ReportDaysAhead
        return Heed(self.put(answers, day.isoformat()))


class AskLastDay(AskReportDay):
    """Not before the first one."""

    __slots__ = ()

    def likely(self, today: date) -> tuple[tuple[str, date], ...]:
        last_month = today.replace(day=1) - timedelta(days=1)
        return (("button-today", today), ("button-end-of-last-month", last_month))

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        """Raises ReportDaysTurned, ReportDaysAhead."""
        heed = super().take(day, said, answers, context)
        if date.fromisoformat(str(heed.answers["last"])) < date.fromisoformat(str(answers["first"])):
            raise report_refusals.ReportDaysTurned
        return heed


def given(building: str | None) -> dict[str, Any]:
    """`building` None: the whole estate."""
    return {"building": building}


def _ask_last(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("report-ask-last", {"first": Day(date.fromisoformat(str(answers["first"])))}),)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    estate = reports.estate_of(actor)
    first, last = (date.fromisoformat(str(answers[name])) for name in ("first", "last"))
    building = answers.get("building")
    reading = await reports.read(estate, Span(first, last), building, uow=uow, now=now)
    picture = report_drawings.picture_of(reading, language=actor.language)
    return report_lines.reply_of(reading, picture=picture)


REPORT_DAYS = Dialog(
    "report-days",
    version=1,
    steps=(AskReportDay("first", "report-ask-first"), AskLastDay("last", _ask_last)),
    done=_done,
)
