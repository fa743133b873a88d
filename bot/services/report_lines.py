"""A report in words: short, what still waits beside what was answered, and no percentage of too few."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from bot.domain import reports
from bot.domain.buttons import MAX_BYTES, data
from bot.domain.filed_for import Way
from bot.domain.promises import Fate
from bot.domain.report_spans import Named, Span
from bot.domain.reports import FEW, MEDIAN, NINETY, Cut, Report, Spread, Stairwell, Wait
from bot.domain.tallies import Tally
from bot.domain.verdicts import Finding
from bot.domain.wishes import Kind
from bot.messages import Button, Day, Line, Reply, Spot, Term, Texts, line
from bot.services.reports import Reading

MOST_NAMED = 8  #: silent stairwells in the text; the file has them all
MOST_BUILDINGS = 12  #: as buttons; of others one writes /report and the building
WHOLE = "all"  #: in buttons and names of files: no building
_IN_A_ROW = 4
_DAY_HOURS = 24
_HOURS_UP_TO = 2 * _DAY_HOURS  #: above, whole days are easier to picture


def reply_of(reading: Reading, *, picture: str) -> Reply:
    """The text below the picture, and what else could be looked at."""
    return Reply(lines_of(reading), buttons=_rows(reading), photos=(picture,), silent=True)


def lines_of(reading: Reading) -> tuple[Line, ...]:
    report = reading.report
    head = line("tally-head", estate=reading.estate.name)
    told = about(reading.span, reading.building)
    return (head, told, *_filed(report), *_waits(report), *_promises(report), *_rest(report))


def about(span: Span, building: str | None) -> Line:
    """From when until when, and where."""
    place = Term("report-whole") if building is None else Spot(building=building)
    return line("report-span", first=Day(span.first), last=Day(span.last), place=place)


def _filed(report: Report) -> tuple[Line, ...]:
    tally = report.tally
    if not tally.total:
        return (line("tally-none"),)
    kinds = tuple(Term(f"tally-{kind}", {"n": tally.filed[kind]}) for kind in Kind if tally.filed.get(kind))
    lines = [line("tally-filed", n=tally.total, kinds=Texts(kinds))]
    matters = [Term("report-part", {"what": matter_of(each.by), "n": each.filed}) for each in report.matters]
    if len(matters) > 1:
        lines.append(line("report-matters", matters=Texts(tuple(matters))))
    return (*lines, *_for_others(tally))


def matter_of(by: Hashable) -> Term:
    return Term("report-only-number") if by is None else Term(f"matter-{by}")


def category_of(by: Hashable) -> Term:
    return Term("report-only-number") if by is None else Term(f"category-{by}")


def building_of(by: Hashable) -> Spot | Term:
    return Term("report-no-building") if by is None else Spot(building=str(by))


def _for_others(tally: Tally) -> tuple[Line, ...]:
    if not tally.total_for_others:
        return (line("tally-none-for-others"),)
    ways = Texts(tuple(Term(f"tally-{way}", {"n": tally.for_others[way]}) for way in Way if tally.for_others.get(way)))
    lines = [line("report-for-others", n=tally.total_for_others, ways=ways)]
    if tally.total >= FEW:
        percent = tally.share_percent
        lines = [line("tally-for-others", n=tally.total_for_others, percent=percent, ways=ways)]
    if tally.answers:
        lines.append(line("tally-told", told=tally.told, answers=tally.answers))
    return tuple(lines)


# ---- how long it took -----------------------------------------------------------------------------------------------


def _waits(report: Report) -> tuple[Line, ...]:
    whole = report.whole
    return (*_spread("report-first-answer", whole.heard), *_spread("report-decision", whole.decided))


def _spread(what: str, spread: Spread) -> tuple[Line, ...]:
    """Nothing where there is no demand."""
    if not (spread.came or spread.waiting or spread.over):
        return ()
    named = Term(what)
    if spread.is_enough:
        median, ninety = waited(spread.at(MEDIAN)), waited(spread.at(NINETY))
        lines = [line("report-took", what=named, n=len(spread.came), median=median, ninety=ninety)]
    elif spread.came:
        least, most = map(waited, spread.range)
        lines = [line("report-took-few", what=named, n=len(spread.came), least=least, most=most)]
    else:
        lines = [line("report-took-none", what=named)]
    if spread.waiting:
        longest = waited(spread.longest_waiting)
        n, beyond = len(spread.waiting), spread.waiting_beyond_median
        lines.append(line("report-waiting", n=n, longest=longest, beyond=beyond))
    if spread.over:
        lines.append(line("report-over", n=spread.over))
    return tuple(lines)


def waited(wait: Wait) -> Term:
    """In working days, and by the clock."""
    return Term("report-wait", {"days": wait.workdays, "clock": clock_of(wait.hours)})


def clock_of(hours: int) -> Term:
    if hours <= _HOURS_UP_TO:
        return Term("report-hours", {"n": hours})
    return Term("report-days", {"n": hours // _DAY_HOURS})


# ---- what came of it ------------------------------------------------------------------------------------------------


def _promises(report: Report) -> tuple[Line, ...]:
    fates = report.fates
    if not any(fates.values()):
        return (line("report-no-promises"),)
    counted = tuple(Term("report-fate", {"what": Term(f"fate-{fate}"), "n": n}) for fate, n in fates.items() if n)
    said = [line("report-promises", fates=Texts(counted))]
    percent = kept_percent(fates)
    if percent is not None:
        said.append(line("report-promises-kept", percent=percent))
    return tuple(said)


def kept_percent(fates: Mapping[Fate, int]) -> int | None:
    """Of those whose day has come. A day that was put off in time was not kept. None: of too few."""
    kept, others = fates.get(Fate.KEPT, 0), (Fate.MOVED, Fate.MISSED)
    return reports.share(kept, kept + sum(fates.get(fate, 0) for fate in others))


def _rest(report: Report) -> tuple[Line, ...]:
    lines: list[Line] = []
    verdicts, reach = report.verdicts, report.reach
    if verdicts.wishes and not verdicts.answers:
        lines.append(line("report-verdicts-none", wishes=verdicts.wishes, asked=verdicts.asked))
    elif verdicts.wishes:
        found = Texts(tuple(Term(f"verdict-{finding}", {"n": n}) for finding, n in verdicts.found.items()))
        counts = {"wishes": verdicts.wishes, "asked": verdicts.asked, "answers": verdicts.answers}
        lines.append(line("report-verdicts", **counts, found=found))
        percent = reports.share(verdicts.found.get(Finding.FIXED, 0), verdicts.answers)
        if percent is not None:
            lines.append(line("report-verdicts-fixed", percent=percent))
    lines.append(line("report-reach", known=reach.known, acted=reach.acted, told=reach.can_be_told))
    return (*lines, *_silent(report))


def _silent(report: Report) -> tuple[Line, ...]:
    if not report.known:
        return ()
    if not report.silent:
        return (line("report-all-spoke", known=report.known),)
    named = Texts(tuple(stairwell(each) for each in report.silent[:MOST_NAMED]))
    more = max(0, len(report.silent) - MOST_NAMED)
    return (line("report-silent", n=len(report.silent), places=named, more=more),)


def stairwell(of: Stairwell) -> Spot:
    return Spot(building=of.building, unit=of.unit)


# ---- what else could be looked at -----------------------------------------------------------------------------------


def _rows(reading: Reading) -> tuple[tuple[Button, ...], ...]:
    where = reading.building or WHOLE
    spans = [Button(f"button-report-{named}", data("report-see", named, where)) for named in Named]
    spans.append(Button("button-report-days", data("report-days", where)))
    rows = [tuple(spans[at : at + 2]) for at in range(0, len(spans), 2)]
    places = [] if reading.building is None else [Button("button-report-whole", _see(reading, WHOLE))]
    others = [name for name in reading.buildings if name != reading.building and _fits(reading, name)]
    if len(others) > 1 or reading.building is not None:
        places += [
            Button("button-report-building", _see(reading, name), args={"place": Spot(building=name)})
            for name in others[:MOST_BUILDINGS]
        ]
    rows += [tuple(places[at : at + _IN_A_ROW]) for at in range(0, len(places), _IN_A_ROW)]
    return (*rows, (Button("button-report-file", data("report-file", reading.span.code, where)),))


def _see(reading: Reading, where: str) -> str:
    return data("report-see", reading.span.code, where)


def _fits(reading: Reading, name: str) -> bool:
    """Whether a button can hold it."""
    return ":" not in name and len(f"report-see:{reading.span.code}:{name}".encode()) <= MAX_BYTES


def named_cuts(report: Report) -> Sequence[tuple[str, Sequence[Cut]]]:
    """What wishes are counted by, in the order of pictures and files."""
    return (
        ("kinds", report.kinds),
        ("matters", report.matters),
        ("categories", report.categories),
        ("places", report.places),
    )


def label_of(name: str, by: Hashable) -> Spot | Term:
    """Of a row or a bar of `named_cuts`."""
    match name:
        case "kinds":
            return Term(f"kind-{by}")
        case "matters":
            return matter_of(by)
        case "categories":
            return category_of(by)
    return building_of(by)
