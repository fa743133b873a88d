"""Somebody claims a want: for themselves, with neighbours or for a firm, until a day; then its wisher is asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.domain.claim_terms import Organisation
from bot.domain.claiming import MAX_NAMES_CHARS, ClaimKind
from bot.domain.wishes import Wish
from bot.messages import Actor, Day, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import claim_lines, claiming
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

_MYSELF = Option("resident", "button-claim-myself", ("我自己", "自己", "我", "just me", "myself", "me"))
_TOGETHER = Option(
    "group", "button-claim-group", ("我和几位邻居", "几位邻居", "me and some neighbours", "with neighbours")
)
_FIRM = Option("firm", "button-claim-firm", ("代表单位", "单位", "公司", "for a firm", "a firm", "firm"))
_FARTHEST_DAYS = 365  #: what an estate allows is checked when it is claimed


def given(wish: Wish, *, listed: Organisation | None, offer_id: int | None) -> dict[str, Any]:
    """What is known when the dialog begins. `listed`: the organisation that this person claims for, by config.yaml."""
    return {
        "wish_id": wish.id,
        "number": str(wish.number),
        "wish": wish.words,
        "listed": listed.name if listed else "",
        "offer_id": offer_id,
    }


def _whos(answers: Answers, context: Context) -> tuple[Option, ...]:
    listed = answers.get("listed")
    if not listed:
        return (_MYSELF, _TOGETHER, _FIRM)
    own = Option("listed", "button-claim-listed", (str(listed),), args={"firm": str(listed)}, sets={"firm": listed})
    return (own, _MYSELF, _TOGETHER)


def _next(step: str | None, answers: Answers) -> str | None:
    match step, answers.get("who"):
        case None, _:
            return "who"
        case "who", ClaimKind.GROUP:
            return "helpers"
        case "who", ClaimKind.FIRM:
            return "firm"
        case (("who" | "helpers" | "firm"), _):
            return "due"
        case "due", _:
            return "confirm"
    return None


def _ask_who(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("claim-ask-who", {"number": answers["number"], "wish": answers["wish"]}),)


def _ask_due(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("claim-ask-due", {"number": answers["number"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    who: str | Term = Term("claim-preview-myself")
    match answers["who"]:
        case ClaimKind.GROUP:
            who = Term("claim-preview-group", {"helpers": answers["helpers"]})
        case ClaimKind.FIRM | "listed":
            who = answers["firm"]
    day = Day(date.fromisoformat(answers["due"]))
    return (Line("claim-preview", {"number": answers["number"], "who": who, "day": day}),)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    who = answers["who"]
    kind = ClaimKind.FIRM if who == "listed" else ClaimKind(who)
    claim = await claiming.claim_wish(
        actor=actor,
        wish_id=int(answers["wish_id"]),
        kind=kind,
        helpers=str(answers.get("helpers") or ""),
        firm=str((answers.get("listed") if who == "listed" else answers.get("firm")) or ""),
        due_on=date.fromisoformat(answers["due"]),
        offer_id=answers.get("offer_id"),
        uow=uow,
        now=now,
    )
    return claim_lines.claimed(await uow.wishes.get(claim.wish_id), claim)


CLAIM_WISH = Dialog(
    "claim-wish",
    version=1,
    steps=(
        Choose("who", _ask_who, options=_whos),
        Ask("helpers", "claim-ask-helpers", max_chars=MAX_NAMES_CHARS, placeholder="placeholder-claim-helpers"),
        Ask("firm", "claim-ask-firm", max_chars=MAX_NAMES_CHARS, placeholder="placeholder-claim-firm"),
        AskDate("due", _ask_due, farthest_days=_FARTHEST_DAYS),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
)
