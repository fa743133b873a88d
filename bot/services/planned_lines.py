"""How planned broadcasts look: the card of one, one of its turns, the calendar, and what officers hear of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.buttons import data
from bot.domain.people import Chat, Estate
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState, Sending
from bot.domain.sending_days import OnDayOff, Repeat, Rule
from bot.messages import Arg, Button, Day, Formatted, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import broadcast_lines
from bot.services.planned_broadcasts import CARD_SLOT

LANGUAGES = ("zh", "en")


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
    """Draw the card of something planned; of any other slot ask whoever comes next."""
    name, _, key = slot.partition(":")
    if name == CARD_SLOT:
        return card(await uow.planned_broadcasts.get(int(key)))
    return await broadcast_lines.compose(slot, chat=chat, uow=uow, now=now)


# ---- the rule -------------------------------------------------------------------------------------------------------


def clock(at: time | datetime) -> str:
    return f"{at:%H:%M}"


def rule_lines(rule: Rule) -> list[Line]:
    """When, what a day off does to it, until when.

    Texts: planned-rule-once, -daily, -workdays, -weekly, -monthly; planned-day-off-same, -before, -after, -leave-out.
    """
    args: dict[str, Arg] = {"time": clock(rule.at), "day": Day(rule.first)}
    if rule.repeat is Repeat.WEEKLY:
        args["weekday"] = Term(f"planned-weekday-{rule.first.weekday()}")
    if rule.repeat is Repeat.MONTHLY:
        args["number"] = str(rule.first.day)
    lines = [Line(f"planned-rule-{rule.repeat}", args)]
    if rule.asks_about_days_off:
        lines.append(Line(f"planned-day-off-{rule.on_day_off}"))
    if rule.until is not None:
        lines.append(line("planned-until", day=Day(rule.until)))
    elif rule.repeat is not Repeat.ONCE:
        lines.append(line("planned-until-stopped"))
    return lines


def turn_note(turn: Sending, estate: Estate, rule: Rule, *, language: str) -> Line | None:
    """Why it goes out on another day than the rule says, or not at all; None: there is nothing to say."""
    holiday = estate.workdays.holiday(turn.day, language)
    if turn.skipped:
        return line("planned-skipped")
    if turn.moved:
        return line("planned-moved", day=Day(turn.day))
    if turn.on is None:
        if rule.on_day_off is not OnDayOff.LEAVE_OUT:
            return line("planned-doubled", day=Day(turn.day))
        if holiday is None:
            return line("planned-left-out", day=Day(turn.day))
        return line("planned-left-out-named", day=Day(turn.day), holiday=holiday)
    if turn.on != turn.day:
        if estate.workdays.is_working(turn.day):  # the quiet hours are others now than when it was planned
            return None
        if holiday is None:
            return line("planned-clash", day=Day(turn.day), on=Day(turn.on))
        return line("planned-clash-named", day=Day(turn.day), on=Day(turn.on), holiday=holiday)
    return None if holiday is None else line("planned-holiday", day=Day(turn.day), holiday=holiday)


# ---- one of them ----------------------------------------------------------------------------------------------------


def excerpt(planned: PlannedBroadcast) -> str:
    return broadcast_lines.excerpt_of(planned.content)


def whom(planned: PlannedBroadcast) -> Term:
    return broadcast_lines.whom_of(planned.audience, of=planned.estate_key)


def card(planned: PlannedBroadcast) -> Reply:
    """What of it is settled, how it stands, and what can be done with it."""
    number = str(planned.number)
    where = broadcast_lines.where(planned.channel)
    lines = [
        line("planned-card", number=number, who=planned.by.name, whom=whom(planned), where=where),
        line("broadcast-excerpt", words=excerpt(planned)),
        *rule_lines(planned.rule),
    ]
    if planned.emergency:
        lines.append(line("planned-emergency"))
    if planned.due_at is not None:
        local = planned.due_at.astimezone(ZoneInfo(planned.zone))
        lines.append(line("planned-next", day=Day(local.date()), time=clock(local)))
    if planned.state is not PlannedState.PLANNED:
        lines.append(Line(f"planned-state-{planned.state}"))
    if planned.confirmed_by:
        lines.append(line("planned-agreed-by", name=planned.confirmed_by))
    if planned.sent:
        lines.append(line("planned-sent", n=planned.sent))
    if planned.missed_on is not None:
        lines.append(line("planned-missed-on", day=Day(planned.missed_on)))
    return Reply(tuple(lines), buttons=_buttons(planned), silent=True)


def do(planned: PlannedBroadcast, what: str, *args: str) -> Button:
    return Button(f"button-planned-{what}", data("planned", planned.id, what, *args))


def _buttons(planned: PlannedBroadcast) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    match planned.state:
        case PlannedState.PROPOSED:
            rows = [(do(planned, "agree"), do(planned, "decline")), (do(planned, "see"), do(planned, "change"))]
        case PlannedState.PLANNED:
            rows = [(do(planned, "see"), do(planned, "change")), (do(planned, "stop"),)]
        case PlannedState.PAUSED:
            rows = [(do(planned, "take"),), (do(planned, "see"), do(planned, "stop"))]
        case _:
            rows = [(do(planned, "see"),)]
    if planned.missed_on is not None:
        rows.append((do(planned, "now"),))
    return tuple(rows)


def seen(planned: PlannedBroadcast) -> Reply:
    """As whoever is told will see it, in each language it is written in."""
    lines: list[Line] = []
    key = "broadcast-head-emergency" if planned.emergency else "broadcast-head"
    for language in LANGUAGES:
        if (markup := planned.content.words.get(language)) is None:
            continue
        head = Term(key, {"body": Term(f"body-{planned.by.body}", language=language)}, language=language)
        lines += [
            line("broadcast-preview-in", language=Term(f"language-{language}")),
            line("broadcast-seen", words=head),
        ]
        lines.append(line("broadcast-words", words=Formatted({language: markup})))
        if planned.ask_read:
            lines.append(line("broadcast-seen", words=Term("broadcast-please-read", language=language)))
    if files := planned.content.files:
        file_key = "broadcast-preview-photos" if files[0].is_photo else "broadcast-preview-file"
        lines.append(Line(file_key, {"n": len(files), "name": files[0].name}))
    return Reply(tuple(lines), silent=True)


def turn(planned: PlannedBroadcast, turn: Sending, estate: Estate, *, language: str, edits: int | None = None) -> Reply:
    """One turn of it, with what can be done with that alone."""
    lines = [turn_head(planned, turn, estate)]
    if (note := turn_note(turn, estate, planned.rule, language=language)) is not None:
        lines.append(note)
    lines.append(line("broadcast-excerpt", words=excerpt(planned)))
    lines.append(line("planned-to", whom=whom(planned), where=broadcast_lines.where(planned.channel)))
    lines += rule_lines(planned.rule)
    if planned.state is PlannedState.PROPOSED:
        lines.append(line("planned-state-proposed"))
    day = f"{turn.day:%Y%m%d}"
    rows: list[tuple[Button, ...]] = []
    if turn.skipped:
        rows.append((do(planned, "unskip", day),))
    elif turn.goes_out and planned.rule.repeat is not Repeat.ONCE:
        rows.append((do(planned, "skip", day), do(planned, "move", day)))
    elif turn.goes_out:
        rows.append((do(planned, "move", day),))
    rows += [(do(planned, "see"), do(planned, "change")), (do(planned, "stop"),)]
    return Reply(tuple(lines), buttons=tuple(rows), silent=True, edits=edits)


def turn_head(planned: PlannedBroadcast, turn: Sending, estate: Estate) -> Line:
    number = str(planned.number)
    if turn.at is None:
        return line("planned-turn-out", number=number, day=Day(turn.day))
    local = estate.local(turn.at)
    return line("planned-turn", number=number, day=Day(local.date()), time=clock(local))


# ---- what officers hear ---------------------------------------------------------------------------------------------


def missed(planned: PlannedBroadcast, days: Sequence[date]) -> Reply:
    """The bot was away when it should have gone out, and now it is too late for it to go out by itself."""
    args: dict[str, Arg] = {"number": str(planned.number), "day": Day(days[-1]), "n": len(days)}
    lines = (Line("planned-missed", args), line("broadcast-excerpt", words=excerpt(planned)))
    if planned.missed_on is None:  # today's went out
        return Reply(lines, silent=True)
    return Reply((*lines, line("planned-missed-how")), buttons=((do(planned, "now"), do(planned, "see")),))


def reached_nobody(planned: PlannedBroadcast) -> Reply:
    lines = (
        line("planned-reached-nobody", number=str(planned.number)),
        line("broadcast-excerpt", words=excerpt(planned)),
    )
    return Reply(lines, buttons=((do(planned, "now"), do(planned, "change")),))


def unagreed(planned: PlannedBroadcast) -> Reply:
    lines = (line("planned-unagreed", number=str(planned.number)), line("broadcast-excerpt", words=excerpt(planned)))
    return Reply(lines, buttons=_buttons(planned))


def without_officer(planned: PlannedBroadcast) -> Reply:
    """Whoever planned it speaks for nobody any more."""
    lines = (
        line("planned-without-officer", number=str(planned.number), name=planned.by.name),
        line("broadcast-excerpt", words=excerpt(planned)),
    )
    return Reply(lines, buttons=((do(planned, "take"),), (do(planned, "see"), do(planned, "stop"))))
