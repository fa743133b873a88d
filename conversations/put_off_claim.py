"""Whoever claimed a want needs a later day, once: which, and why if they like; then its wisher is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.claim_refusals import ClaimOver, NotLater, PutOffAlready, TooLateToPutOff
from bot.domain.claiming import MAX_BECAUSE_CHARS, Claim
from bot.domain.errors import DateTooFar
from bot.domain.wishes import Wish
from bot.messages import Actor, Arg, Day, Line, Reply
from bot.ports import UnitOfWork
from bot.services import claims_under_way
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.questions import Answers, Choice, Context, Heed, in_rows
from conversations.steps import Ask, Confirm

_LATER_BY_DAYS = (1, 3, 7, 14)  #: what is offered, counted from the day that stands


def given(wish: Wish, claim: Claim, *, farthest_days: int) -> dict[str, Any]:
    """What is known when the dialog begins: which claim, the day that stands, and how far ahead another may lie."""
    return {
        "claim_id": claim.id,
        "number": str(wish.number),
        "before": claim.due_on.isoformat(),
        "farthest_days": farthest_days,
    }


@dataclass(frozen=True, slots=True)
class AskLaterDay(AskDate):
    """A day after `before`, at most the given `farthest_days` from today."""

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        farthest = context.today + timedelta(days=answers["farthest_days"])
        days = [_day(answers, "before").value + timedelta(days=each) for each in _LATER_BY_DAYS]
        likely = (
            Choice(day.isoformat(), "button-claim-later-day", {"day": Day(day)}) for day in days if day <= farthest
        )
        return (*in_rows(tuple(likely), 2), *super(AskLaterDay, self).rows(answers, context))

    def likely(self, today: date) -> tuple[tuple[str, date], ...]:
        """None of the usual ones: they count from today, and may lie before the day that stands."""
        return ()

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        """Keep the day.

        Raises:
            NotLater: not after the day that stands.
            DateInPast, DateTooFar: see `AskDate.take`.
        """
        if (day - context.today).days > answers["farthest_days"]:
            raise DateTooFar(days=answers["farthest_days"])
        heed = super(AskLaterDay, self).take(day, said, answers, context)
        if day <= _day(answers, "before").value:
            raise NotLater
        return heed


def _ask_day(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("claim-later-ask-day", {"number": answers["number"], "day": _day(answers, "before")}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    args: dict[str, Arg] = {"number": answers["number"], "before": _day(answers, "before"), "day": _day(answers, "due")}
    because = answers.get("because")
    return (Line("claim-later-preview", args), *((Line("preview-words", {"words": because}),) if because else ()))


def _day(answers: Answers, name: str) -> Day:
    return Day(date.fromisoformat(answers[name]))


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Put it off. Where that cannot be done any more, the dialog ends and says what can."""
    try:
        wish, claim = await claims_under_way.put_off(
            actor=actor,
            claim_id=int(answers["claim_id"]),
            to=_day(answers, "due").value,
            because=str(answers.get("because") or ""),
            uow=uow,
            now=now,
        )
    except (ClaimOver, PutOffAlready, TooLateToPutOff) as over:
        return Reply((Line(over.text_key(), dict(over.variables)),))
    return Reply((Line("claim-later-done", {"number": str(wish.number), "day": Day(claim.due_on)}),))


PUT_OFF_CLAIM = Dialog(
    "put-off-claim",
    version=1,
    steps=(
        AskLaterDay("due", _ask_day, farthest_days=365),
        Ask(
            "because",
            "claim-later-ask-because",
            max_chars=MAX_BECAUSE_CHARS,
            optional=True,
            placeholder="placeholder-claim-later",
        ),
        Confirm("confirm", _preview),
    ),
    done=_done,
)
