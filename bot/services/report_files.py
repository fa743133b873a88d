"""A report as tables for a file, before it is put into anybody's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import report_spans, reports
from bot.domain.people import Chat, Estate
from bot.domain.promises import Fate
from bot.domain.report_spans import Span
from bot.domain.reports import MEDIAN, NINETY, Cut, Reach, Report, Spread
from bot.domain.rights import sees_staff_matters
from bot.domain.verdicts import Finding
from bot.messages import Line, Spot, Term
from bot.ports import UnitOfWork
from bot.services import report_lines
from bot.services import reports as service
from bot.services.report_lines import WHOLE
from bot.services.reports import Reading

DOCUMENT = "report"  #: of the names under which a `Reply` asks for a file

Cell = int | str | Term | Spot | None

#: Texts: report-column-filed and so on.
_SPREAD = ("came", "waiting", "over", "median", "ninety", "hours-median", "hours-ninety", "longest-waiting")
CUT_COLUMNS = (
    "what",
    "filed",
    "for-others",
    *(f"heard-{name}" for name in _SPREAD),
    *(f"decided-{n}" for n in _SPREAD),
)
PROMISE_COLUMNS = ("what", *(f"fate-{fate}" for fate in Fate), "percent")
VERDICT_COLUMNS = ("what", "count", "percent")
REACH_COLUMNS = ("what", "known", "acted", "told")
STAIRWELL_COLUMNS = ("building", "unit")
WAY_COLUMNS = ("what", "count", "percent")
COLUMNS = frozenset(
    (*CUT_COLUMNS, *PROMISE_COLUMNS, *VERDICT_COLUMNS, *REACH_COLUMNS, *STAIRWELL_COLUMNS, *WAY_COLUMNS)
)
SHEETS = ("whole", "kinds", "matters", "categories", "places", "promises", "verdicts", "reach", "stairwells", "others")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `name`: of `SHEETS`; `notes`: what has to be known to read it."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class ReportTables:
    language: str
    made_at: datetime
    reading: Reading
    sheets: Sequence[Sheet]


def document_of(estate_key: str, language: str, *, span: Span, building: str | None) -> str:
    """The name under which a `Reply` asks for the file."""
    return ":".join((DOCUMENT, language, span.code, estate_key, building or WHOLE))


async def tables_of(
    document: str, *, estate: Estate, chat: Chat, uow: UnitOfWork, now: datetime
) -> ReportTables | None:
    """What the file of this name holds, as things stand now. None: it is none of this chat's."""
    _, language, code, _, where = document.split(":", 4)
    span = report_spans.of_code(code)
    if span is None or not (chat.private or sees_staff_matters(chat, estate.key)):
        return None
    reading = await service.read(estate, span, None if where == WHOLE else where, uow=uow, now=now)
    return ReportTables(language, now, reading, sheets_of(reading.report))


def estate_key_of(document: str) -> str:
    return document.split(":", 4)[3]


def sheets_of(report: Report) -> list[Sheet]:
    whole = Sheet("whole", CUT_COLUMNS, [_cut_row(Term("report-all"), report.whole)], (Line("report-note-waits"),))
    cuts = [
        Sheet(name, CUT_COLUMNS, [_cut_row(report_lines.label_of(name, each.by), each) for each in parts])
        for name, parts in report_lines.named_cuts(report)
    ]
    return [
        *(whole, *cuts, _promises(report), _verdicts(report), _reach(report)),
        Sheet(
            "stairwells",
            STAIRWELL_COLUMNS,
            [(Spot(building=each.building), each.unit and Spot(unit=each.unit)) for each in report.silent],
            (Line("report-note-stairwells", {"known": report.known}),),
        ),
        _others(report),
    ]


def _cut_row(label: Spot | Term, cut: Cut) -> list[Cell]:
    return [label, cut.filed, cut.for_others, *_spread_cells(cut.heard), *_spread_cells(cut.decided)]


def _spread_cells(spread: Spread) -> list[Cell]:
    percentiles: list[Cell] = [None] * 4
    if spread.is_enough:
        median, ninety = spread.at(MEDIAN), spread.at(NINETY)
        percentiles = [median.workdays, ninety.workdays, median.hours, ninety.hours]
    longest = spread.longest_waiting.workdays if spread.waiting else None
    return [len(spread.came), len(spread.waiting), spread.over, *percentiles, longest]


def _promises(report: Report) -> Sheet:
    rows = [_promises_row(Term(f"body-{body}"), fates) for body, fates in report.promises.items()]
    whole = _promises_row(Term("report-all"), report.fates)
    return Sheet("promises", PROMISE_COLUMNS, [*rows, whole], (Line("report-note-promises"),))


def _promises_row(label: Term, fates: Mapping[Fate, int]) -> list[Cell]:
    return [label, *(fates.get(fate, 0) for fate in Fate), report_lines.kept_percent(fates)]


def _verdicts(report: Report) -> Sheet:
    counts = report.verdicts
    rows: list[Sequence[Cell]] = [
        (Term("report-verdict-wishes"), counts.wishes, None),
        (Term("report-verdict-asked"), counts.asked, None),
        (Term("report-verdict-answers"), counts.answers, reports.share(counts.answers, counts.asked)),
    ]
    rows += [
        (Term(f"button-verdict-{finding}"), n, reports.share(n, counts.answers))
        for finding, n in ((finding, counts.found.get(finding, 0)) for finding in Finding)
    ]
    return Sheet("verdicts", VERDICT_COLUMNS, rows, (Line("report-note-few", {"few": reports.FEW}),))


def _reach(report: Report) -> Sheet:
    def row(label: Spot | Term, reach: Reach) -> Sequence[Cell]:
        return (label, reach.known, reach.acted, reach.can_be_told)

    rows = [row(report_lines.building_of(name), reach) for name, reach in report.reach_by_building.items()]
    return Sheet("reach", REACH_COLUMNS, [*rows, row(Term("report-all"), report.reach)], (Line("report-note-reach"),))


def _others(report: Report) -> Sheet:
    tally = report.tally
    rows: list[Sequence[Cell]] = [
        (Term(f"way-{way}"), n, reports.share(n, tally.total)) for way, n in tally.for_others.items()
    ]
    whole = (Term("report-all"), tally.total_for_others, reports.share(tally.total_for_others, tally.total))
    answered = (Term("report-others-answers"), tally.answers, None)
    told = (Term("report-others-told"), tally.told, reports.share(tally.told, tally.answers))
    return Sheet("others", WAY_COLUMNS, [*rows, whole, answered, told])
