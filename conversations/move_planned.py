"""One turn of something planned at another time: the day, then the hour."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from bot.domain.people import Estate
from bot.domain.planned_broadcasts import PlannedBroadcast, Sending
from bot.messages import Actor, Day, Line, Reply, line
from bot.ports import UnitOfWork
from bot.services import planned_broadcasts as service
from bot.services import planned_lines
from conversations.ask_when import AskWhen, ask_time
from conversations.engine import Dialog
from conversations.questions import Answers, Context

_FARTHEST = 366


def given(planned: PlannedBroadcast, turn: Sending, estate: Estate) -> dict[str, Any]:
    """`turn`: one that goes out."""
    assert turn.at is not None
    local = estate.local(turn.at)
    known = {"planned_id": planned.id, "number": str(planned.number), "turn": turn.day.isoformat()}
    return {**known, "stood_on": local.date().isoformat(), "stood_at": planned_lines.clock(local)}


def _asked(answers: Answers, context: Context) -> tuple[Line, ...]:
    stood = Day(date.fromisoformat(answers["stood_on"]))
    return (line("planned-ask-move", number=str(answers["number"]), day=stood, time=str(answers["stood_at"])),)


def _next(step: str | None, answers: Answers) -> str | None:
    if step is None:
        return "day"
    return "time" if step == "day" and "time" not in answers else None


async def _move(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    wall = datetime.combine(date.fromisoformat(answers["day"]), time.fromisoformat(answers["time"]))
    day = date.fromisoformat(answers["turn"])
    planned, turn = await service.move(
        actor=actor, planned_id=int(answers["planned_id"]), day=day, wall=wall, uow=uow, now=now
    )
    estate = actor.estate_named(planned.estate_key)
    assert estate is not None, "or it could not have been moved"
    return planned_lines.turn(planned, turn, estate, language=actor.language)


MOVE_PLANNED = Dialog(
    "move-planned",
    version=1,
    steps=(
        AskWhen("day", _asked, farthest_days=_FARTHEST),
        ask_time("planned-ask-time", time(8), time(9), time(10), time(18)),
    ),
    done=_move,
    next=_next,
)
