"""When something is told: now, later, or again and again; what a day off does to it, and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.domain import planned_refusals as refusals
from bot.domain.people import Estate
from bot.domain.planned_broadcasts import PlannedBroadcast, Sending
from bot.domain.sending_days import OnDayOff, Repeat, Rule, asks_about_days_off
from bot.messages import Arg, Day, Line, line
from bot.services import planned_lines
from conversations.ask_date import AskDate
from conversations.ask_when import AskWhen, ask_time
from conversations.questions import Answers, Context, Heed, Option
from conversations.steps import Choose

NOW = "now"
NAMES = ("repeat", "day", "time", "day_off", "until")
_FARTHEST, _LAST = 366, 1100  #: days ahead

_REPEATS: Mapping[str, tuple[str, ...]] = {
    NOW: ("现在", "现在就发", "now"),
    Repeat.ONCE: ("过后发一次", "过后发", "一次", "once, later", "once", "later"),
    Repeat.WEEKLY: ("每周", "每星期", "every week", "weekly"),
    Repeat.MONTHLY: ("每月", "每个月", "every month", "monthly"),
    Repeat.WORKDAYS: ("每个工作日", "工作日", "every working day", "workdays"),
    Repeat.DAILY: ("每天", "every day", "daily"),
}
_DAYS_OFF: Mapping[OnDayOff, tuple[str, ...]] = {
    OnDayOff.BEFORE: ("提前到前一个工作日", "提前", "before", "the working day before"),
    OnDayOff.AFTER: ("推到后一个工作日", "推后", "after", "the working day after"),
    OnDayOff.LEAVE_OUT: ("那次不发", "不发", "leave it out"),
    OnDayOff.SAME: ("照发", "放假也发", "all the same"),
}


def is_planned(answers: Answers) -> bool:
    return bool(answers.get("repeat", NOW) != NOW)


def _repeats(answers: Answers, context: Context) -> tuple[Option, ...]:
    offered = _REPEATS if "planned_id" not in answers else {name: _REPEATS[name] for name in _REPEATS if name != NOW}
    return tuple(Option(str(each), f"button-repeat-{each}", words) for each, words in offered.items())


def _asked_day(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (line("planned-ask-day" if answers.get("repeat") == Repeat.ONCE else "planned-ask-first"),)


class AskLast(AskDate):
    """The last day, not before the first one."""

    __slots__ = ()

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        if day < date.fromisoformat(answers["day"]):
            raise refusals.PlannedUntilTooSoon
        return super().take(day, said, answers, context)


QUESTIONS = (
    Choose("repeat", "planned-ask-repeat", options=_repeats, columns=2),
    AskWhen("day", _asked_day, farthest_days=_FARTHEST),
    ask_time("planned-ask-time", time(8), time(9), time(10), time(18)),
    Choose(
        "day_off",
        "planned-ask-day-off",
        options=tuple(Option(each.value, f"button-day-off-{each}", words) for each, words in _DAYS_OFF.items()),
    ),
    AskLast("until", "planned-ask-until", farthest_days=_LAST, far=True, optional=True),
)


def following(step: str, answers: Answers) -> str | None:
    """Which of these questions comes after `step`; None: none. What was answered before is not asked again."""
    if not is_planned(answers):
        return None
    repeat = Repeat(answers["repeat"])
    if step == "repeat":
        return "day"
    if "time" not in answers:
        return "time"
    if asks_about_days_off(repeat, date.fromisoformat(answers["day"])) and "day_off" not in answers:
        return "day_off"
    return "until" if repeat is not Repeat.ONCE and "until" not in answers else None


# ---- the rule -------------------------------------------------------------------------------------------------------


def rule_of(answers: Answers) -> Rule:
    """As it was chosen; of something planned that goes on by the same days, from the same first day on."""
    repeat, first = Repeat(answers["repeat"]), date.fromisoformat(answers["day"])
    was = answers.get("was")
    if was and (was["repeat"], was["day"]) == (answers["repeat"], answers["day"]):
        first = date.fromisoformat(was["first"])
    until = None if repeat is Repeat.ONCE else answers.get("until")
    day_off = answers.get("day_off") if asks_about_days_off(repeat, first) else None
    return Rule(
        repeat,
        first,
        time.fromisoformat(answers["time"]),
        None if until is None else date.fromisoformat(until),
        OnDayOff(day_off or OnDayOff.SAME),
    )


def given(planned: PlannedBroadcast) -> dict[str, Any]:
    """The answers that say when this one is told. Its next day stands for its first one, which may be gone by."""
    rule = planned.rule
    day = (planned.due_day or rule.first).isoformat()
    known: dict[str, Any] = {"repeat": rule.repeat.value, "day": day, "time": f"{rule.at:%H%M}"}
    known["was"] = {"repeat": rule.repeat.value, "day": day, "first": rule.first.isoformat()}
    known["until"] = None if rule.until is None else rule.until.isoformat()
    if rule.asks_about_days_off:
        known["day_off"] = rule.on_day_off.value
    return known


# ---- the last look --------------------------------------------------------------------------------------------------

_WHEN = Option("repeat", "button-planned-when", ("什么时候发", "改什么时候发", "定个时候", "when"))
_TIME = Option("time", "button-planned-time", ("改几点", "几点", "change the time"))
_DAY_OFF = Option("day_off", "button-planned-day-off", ("放假怎么办", "放假", "holidays", "days off"))
_UNTIL = Option("until", "button-planned-until", ("发到哪天为止", "到哪天", "until when"))


def options(answers: Answers) -> tuple[Option, ...]:
    """Of the last look: what can be changed about when it is told."""
    if not is_planned(answers):
        return (_WHEN,)
    rule = rule_of(answers)
    further = (_DAY_OFF,) if rule.asks_about_days_off else ()
    return (_WHEN, _TIME, *further, *((_UNTIL,) if rule.repeat is not Repeat.ONCE else ()))


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the last look shows of it. `rule`: as it will be kept, out of the quiet hours."""

    rule: Rule
    turns: Sequence[Sending]


def kept(ahead: Ahead, estate: Estate, *, language: str) -> dict[str, Any]:
    """As JSON, among the answers."""
    turns: list[dict[str, Any]] = []
    for each in ahead.turns:
        note = planned_lines.turn_note(each, estate, ahead.rule, language=language)
        wall = None if each.at is None else estate.local(each.at)
        turns.append(
            {
                "on": None if wall is None else wall.date().isoformat(),
                "time": "" if wall is None else planned_lines.clock(wall),
                "note": None if note is None else [note.key, {name: _written(arg) for name, arg in note.args.items()}],
            }
        )
    rule = ahead.rule
    until = None if rule.until is None else rule.until.isoformat()
    return {"first": rule.first.isoformat(), "at": f"{rule.at:%H%M}", "until": until, "turns": turns}


def _written(arg: Arg) -> Any:
    return {"day": arg.value.isoformat()} if isinstance(arg, Day) else arg


def _read(arg: Any) -> Arg:
    if isinstance(arg, dict):
        return Day(date.fromisoformat(arg["day"]))
    return str(arg)


def lines(answers: Answers) -> list[Line]:
    """When it goes out, the next turns, and what quiet hours and days off do to them."""
    if not is_planned(answers):
        return []
    chosen = rule_of(answers)
    known = answers.get("_when")
    if known is None:
        return planned_lines.rule_lines(chosen)
    at, first = time.fromisoformat(known["at"]), date.fromisoformat(known["first"])
    until = None if known["until"] is None else date.fromisoformat(known["until"])
    shown = planned_lines.rule_lines(Rule(chosen.repeat, first, at, until, chosen.on_day_off))
    if at != chosen.at:
        shown.append(line("planned-night", chosen=planned_lines.clock(chosen.at), time=planned_lines.clock(at)))
    if not any(each["on"] for each in known["turns"]):
        shown.append(line("planned-preview-none"))
    for each in known["turns"]:
        if each["on"] is not None:
            shown.append(line("planned-preview-row", day=Day(date.fromisoformat(each["on"])), time=str(each["time"])))
        if each["note"] is not None:
            key, args = each["note"]
            shown.append(Line(key, {name: _read(arg) for name, arg in args.items()}))
    return shown
