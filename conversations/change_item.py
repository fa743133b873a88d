"""What the committee does with an item of the plan: another day, name, owner, money; its wishes; taking it off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain import items
from bot.domain.buttons import data
from bot.domain.items import Item, ItemState
from bot.messages import Actor, Button, Line, Reply
from bot.ports import UnitOfWork
from bot.services import items as service
from bot.services import plan_lines
from conversations import make_item
from conversations.engine import Dialog
from conversations.make_item import OWNERS, TIERS, AskTierDay, ask_day, day_arg, look, plan_of
from conversations.questions import Answers, Context
from conversations.steps import Ask, Choose, Confirm

_STEPS = {
    "day": ("tier", "day", "words", "confirm"),
    "name": ("name", "confirm"),
    "owner": ("owner", "confirm"),
    "funding": ("funding", "confirm"),
}


def given(item: Item, *, what: str) -> dict[str, Any]:
    """What is known when it begins: the item as it stands, and what of it is to change."""
    plan = item.plan
    day = plan.day.isoformat() if plan.day else None
    return {
        "item_id": item.id,
        "number": str(item.number),
        "what": what,
        "was": day,
        "name": plan.name,
        "tier": plan.tier.value,
        "day": day,
        "owner": plan.owner.value,
        "funding": make_item.funding_kept(plan.funding),
    }


def _next(step: str | None, answers: Answers) -> str | None:
    steps = _STEPS[answers["what"]]
    at = 0 if step is None else steps.index(step) + 1
    return steps[at] if at < len(steps) else None


def _same_day(answers: Answers) -> bool:
    return bool(answers.get("day") == answers.get("was"))


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("item-ask-words" if _same_day(answers) else "item-ask-why-day"),)


def _about(key: str, answers: Answers, **more: Any) -> Line:
    return Line(key, {"number": answers["number"], "name": answers["name"], **more})


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    shown = Item(0, "", 0, plan_of(answers), ItemState.PLANNED)
    lines = [_about("item-preview-change", answers), *plan_lines.plan_lines(shown)]
    if answers["what"] == "day" and not _same_day(answers):
        lines.append(Line("item-preview-moved", {"before": day_arg(answers["was"]), "day": day_arg(answers["day"])}))
    if answers.get("words"):
        lines.append(Line("preview-words", {"words": answers["words"]}))
    return tuple(lines)


async def _change(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    item = await service.change(
        actor=actor,
        item_id=int(answers["item_id"]),
        plan=plan_of(answers),
        words=answers.get("words") or "",
        uow=uow,
        now=now,
    )
    return Reply((Line("item-changed", plan_lines.args_of(item)),), buttons=look(item))


CHANGE_ITEM = Dialog(
    "change-item",
    version=1,
    steps=(
        Ask("name", "item-ask-name", max_chars=items.MAX_NAME_CHARS, read=make_item.on_one_line),
        Choose("tier", "item-ask-tier", options=TIERS),
        AskTierDay("day", ask_day),
        Choose("owner", "item-ask-owner", options=OWNERS),
        Ask(
            "funding",
            "item-ask-funding",
            max_chars=200,
            read=make_item.read_funding,
            show=make_item.shown_funding,
            shortcuts=(make_item.NO_MONEY,),
            placeholder="placeholder-funding",
        ),
        Ask("words", _ask_words, max_chars=items.MAX_WORDS_CHARS, optional=_same_day),
        Confirm("confirm", _preview),
    ),
    done=_change,
    next=_next,
)

# ---- its wishes -----------------------------------------------------------------------------------------------------


def given_wishes(item: Item, numbers: Sequence[int]) -> dict[str, Any]:
    return {"item_id": item.id, "number": str(item.number), "name": item.name, "inside": list(numbers)}


def _ask_wishes(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("item-ask-all-wishes", answers, numbers=make_item.shown_numbers(answers["inside"])),)


def _preview_wishes(answers: Answers, context: Context) -> tuple[Line, ...]:
    before, after = set(answers["inside"]), set(answers["wishes"])
    lines = [_about("item-preview-wishes", answers, numbers=make_item.shown_numbers(answers["wishes"]))]
    if joined := [each for each in answers["wishes"] if each not in before]:
        lines.append(Line("item-preview-joined", {"numbers": make_item.shown_numbers(joined)}))
    if away := [each for each in answers["inside"] if each not in after]:
        lines.append(Line("item-preview-away", {"numbers": make_item.shown_numbers(away)}))
    return tuple(lines)


async def _set_wishes(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    item = await service.set_wishes(
        actor=actor, item_id=int(answers["item_id"]), numbers=answers["wishes"], uow=uow, now=now
    )
    return Reply((Line("item-changed", plan_lines.args_of(item)),), buttons=look(item))


ITEM_WISHES = Dialog(
    "item-wishes",
    version=1,
    steps=(
        Ask("wishes", _ask_wishes, max_chars=100, read=make_item.numbers, show=make_item.shown_numbers),
        Confirm("confirm", _preview_wishes),
    ),
    done=_set_wishes,
)

# ---- off the plan ---------------------------------------------------------------------------------------------------


def given_drop(item: Item) -> dict[str, Any]:
    return {"item_id": item.id, "number": str(item.number), "name": item.name}


def _ask_drop(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("item-ask-drop", answers),)


def _preview_drop(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("item-preview-drop", answers), Line("preview-words", {"words": answers["words"]}))


async def _drop(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    item = await service.drop(actor=actor, item_id=int(answers["item_id"]), words=answers["words"], uow=uow, now=now)
    back = Button("button-item-resume", data("item-do", item.id, "resume"))
    return Reply((Line("item-dropped", plan_lines.args_of(item)),), buttons=((back,), *look(item)))


DROP_ITEM = Dialog(
    "drop-item",
    version=1,
    steps=(
        Ask("words", _ask_drop, max_chars=items.MAX_WORDS_CHARS),
        Confirm("confirm", _preview_drop),
    ),
    done=_drop,
)
