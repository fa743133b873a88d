"""The preview's line for somebody who has posted enough today: this one goes to the committee only.

`_day_full` in the dialog's answers says why; None: it may be posted.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.daily import DayFull
from bot.messages import Actor, Line
from bot.ports import UnitOfWork
from bot.services import day_limits
from conversations import wish_draft
from conversations.questions import Answers


async def look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    """The answers with what the day still allows for the wish as it stands."""
    if not answers.get("words") or not answers.get("chat"):
        return {**answers, "_day_full": None}
    chat = await uow.chats.get(int(answers["chat"]))
    estate = actor.estate_named(chat.estate_key or "")
    if estate is None:
        return {**answers, "_day_full": None}
    full = await day_limits.fullness(
        person=actor.person,
        estate=estate,
        words=str(answers["words"]),
        kind=wish_draft.kind(answers),
        where=wish_draft.where(answers),
        uow=uow,
        now=now,
    )
    most = {
        DayFull.PUBLIC: estate.daily.public_wishes_a_day,
        DayFull.ALIKE: estate.daily.alike_wishes_a_day,
    }
    return {**answers, "_day_full": {"why": full.value, "n": most[full]} if full else None}


def is_full(answers: Answers) -> bool:
    return bool(answers.get("_day_full"))


def lines(answers: Answers) -> tuple[Line, ...]:
    """One line, or none."""
    full = answers.get("_day_full")
    if not full:
        return ()
    key = "preview-day-full" if full["why"] == DayFull.PUBLIC else "preview-day-full-alike"
    return (Line(key, {"n": int(full["n"])}),)
