"""How the calendar of what will be told looks: a line an entry, with the holidays in between."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.buttons import data
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState
from bot.messages import Arg, Button, Day, Line, Reply, line
from bot.services import broadcast_lines, planned_lines
from bot.services.planned_broadcasts import Calendar, Entry

_MOST_HOLIDAYS = 6
_MOST_FURTHER = 20  #: of what is paused or comes later; the rest comes nearer
_COLUMNS = 5  #: of numbers


def page_of(calendar: Calendar, *, language: str, now: datetime, edits: int | None = None) -> Reply:
    lines = [line("calendar-head", estate=calendar.estate.name, day=Day(calendar.until))]
    if not calendar.entries:
        lines.append(line("calendar-empty"))
    opens: list[Button] = []
    for at, entry in enumerate(calendar.entries, calendar.first):
        lines += _entry(entry, str(at), calendar, language=language)
        opens.append(Button("button-words", _opens(entry), args={"words": str(at)}))
    rows = [tuple(opens[at : at + _COLUMNS]) for at in range(0, len(opens), _COLUMNS)]
    if calendar.number == 0:
        lines += _holidays(calendar, language=language, now=now)
        for planned in (*calendar.paused, *calendar.later)[:_MOST_FURTHER]:
            lines.append(_further(planned))
            rows.append((_card(planned),))
    if calendar.pages > 1:
        lines.append(line("list-page", page=str(calendar.number + 1), pages=str(calendar.pages)))
        turns = []
        if calendar.number > 0:
            turns.append(Button("button-page-back", data("calendar", calendar.number - 1)))
        if calendar.number + 1 < calendar.pages:
            turns.append(Button("button-page-on", data("calendar", calendar.number + 1)))
        rows.append(tuple(turns))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def _opens(entry: Entry) -> str:
    if entry.planned is not None and entry.turn is not None:
        return data("planned", entry.planned.id, "turn", f"{entry.turn.day:%Y%m%d}")
    assert entry.broadcast is not None
    return data("bcast", entry.broadcast.id, "card")


def _card(planned: PlannedBroadcast) -> Button:
    return Button("button-planned-number", data("planned", planned.id, "card"), args={"number": str(planned.number)})


def _entry(entry: Entry, at: str, calendar: Calendar, *, language: str) -> list[Line]:
    args: dict[str, Arg] = {"at": at}
    if entry.at is not None:
        local = calendar.estate.local(entry.at)
        args |= {"day": Day(local.date()), "time": planned_lines.clock(local)}
    if entry.broadcast is not None:
        args |= {"words": broadcast_lines.excerpt(entry.broadcast), "number": str(entry.broadcast.number)}
        key = "calendar-broadcast-proposed" if entry.at is None else "calendar-broadcast-later"
        return [Line(key, args)]
    assert entry.planned is not None
    assert entry.turn is not None
    args["words"] = planned_lines.excerpt(entry.planned)
    if entry.at is None:
        lines = [Line("calendar-row-out", {**args, "day": Day(entry.turn.day)})]
    else:
        lines = [Line("calendar-row", {**args, "whom": planned_lines.whom(entry.planned)})]
    note = planned_lines.turn_note(entry.turn, calendar.estate, entry.planned.rule, language=language)
    if note is not None:
        lines.append(note)
    if entry.planned.state is PlannedState.PROPOSED:
        lines.append(line("calendar-proposed"))
    return lines


def _further(planned: PlannedBroadcast) -> Line:
    args: dict[str, Arg] = {"number": str(planned.number), "words": planned_lines.excerpt(planned)}
    if planned.state is PlannedState.PAUSED:
        return Line("calendar-paused", args)
    return Line("calendar-further", args)


def _holidays(calendar: Calendar, *, language: str, now: datetime) -> list[Line]:
    """Each named once, on its first day within the four weeks."""
    lines: list[Line] = []
    day, named = calendar.estate.local(now).date(), ""
    while day <= calendar.until and len(lines) < _MOST_HOLIDAYS:
        holiday = calendar.estate.workdays.holiday(day, language)
        if holiday is not None and holiday != named:
            lines.append(line("calendar-holiday", day=Day(day), holiday=holiday))
            named = holiday
        day += timedelta(days=1)
    return lines
