"""The picture of a report, before it is put into anybody's language: four figures, and bars by what is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain import report_spans
from bot.domain.people import Estate
from bot.domain.promises import Fate
from bot.domain.reports import MEDIAN, Cut, Report
from bot.domain.verdicts import Finding
from bot.messages import Line, Spot, Term, line
from bot.ports import UnitOfWork
from bot.services import report_lines, reports
from bot.services.reports import Reading

PICTURE = "report"  #: of the names of pictures in `files`
KEPT_FOR = timedelta(days=2)  #: a picture that was sent lies with Telegram; drawn again it would be another one
MOST_BARS = 8  #: of a panel: one look on a phone


@dataclass(frozen=True, slots=True)
class Panel:
    """`title` says what is counted."""

    title: Line
    bars: Sequence[tuple[Spot | Term, int]]


@dataclass(frozen=True, slots=True)
class ReportDrawing:
    """`figures`: what a figure is, and the figure."""

    language: str
    title: Line
    about: Line
    figures: Sequence[tuple[Line, Line]]
    panels: Sequence[Panel]


def picture_of(reading: Reading, *, language: str) -> str:
    """Its name in `files`; one by itself for each moment, and so that the oldest come first."""
    moment = f"{int(reading.made_at.timestamp()):012}"
    where = reading.building or report_lines.WHOLE
    return ":".join((PICTURE, moment, language, reading.span.code, reading.estate.key, where))


def older_than(moment: datetime) -> str:
    """A name after those of all pictures made before then."""
    return f"{PICTURE}:{int(moment.timestamp()):012}"


async def drawing_of(picture: str, estates: Mapping[str, Estate], uow: UnitOfWork) -> ReportDrawing | None:
    """What this picture shows, counted at the moment in its name; None: it is no picture of a report."""
    parts = picture.split(":", 5)
    if len(parts) != 6 or parts[0] != PICTURE or not parts[1].isdecimal():
        return None
    _, moment, language, code, estate_key, where = parts
    span, estate = report_spans.of_code(code), estates.get(estate_key)
    if span is None or estate is None:
        return None
    building = None if where == report_lines.WHOLE else where
    now = datetime.fromtimestamp(int(moment), UTC)
    return drawn(await reports.read(estate, span, building, uow=uow, now=now), language)


def drawn(reading: Reading, language: str) -> ReportDrawing:
    report = reading.report
    return ReportDrawing(
        language,
        line("report-picture-title", estate=reading.estate.name),
        report_lines.about(reading.span, reading.building),
        _figures(report),
        [panel for panel in _panels(report) if panel.bars],
    )


def _figures(report: Report) -> list[tuple[Line, Line]]:
    heard, fates = report.whole.heard, report.fates
    due = sum(fates[fate] for fate in (Fate.KEPT, Fate.MOVED, Fate.MISSED))
    answer = line("report-figure-none")
    if heard.is_enough:
        answer = line("report-figure-days", n=heard.at(MEDIAN).workdays)
    fixed, answers = report.verdicts.found.get(Finding.FIXED, 0), report.verdicts.answers
    return [
        (line("report-figure-filed"), line("report-figure-count", n=report.whole.filed)),
        (line("report-figure-answer"), answer),
        (line("report-figure-waiting"), line("report-figure-count", n=len(heard.waiting))),
        (line("report-figure-kept"), _of(fates[Fate.KEPT], due)),
        (line("report-figure-fixed"), _of(fixed, answers)),
        (line("report-figure-reach"), _of(report.reach.acted, report.reach.known)),
    ]


def _of(part: int, whole: int) -> Line:
    return line("report-figure-of", part=part, whole=whole) if whole else line("report-figure-none")


def _panels(report: Report) -> list[Panel]:
    panels = [
        Panel(Line(f"report-by-{name}"), [(report_lines.label_of(name, by), n) for by, n in _most(cuts)])
        for name, cuts in report_lines.named_cuts(report)
    ]
    fates = [(Term(f"fate-{fate}"), n) for fate, n in report.fates.items() if n]
    found = [(Term(f"button-verdict-{finding}"), n) for finding, n in report.verdicts.found.items()]
    return [*panels, Panel(line("report-by-fates"), fates), Panel(line("report-by-findings"), found)]


def _most(cuts: Sequence[Cut]) -> list[tuple[object, int]]:
    """As many as fit, in their order: those with the most; the file has all."""
    shown = sorted(cuts, key=lambda each: -each.filed)[:MOST_BARS]
    return [(each.by, each.filed) for each in cuts if each in shown]
