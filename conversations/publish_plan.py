"""The list at the start of the year, and the quarterly public review: which items, what is said, a last look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.errors import NotAChoice
from bot.domain.items import Funding, Item, ItemState, Plan, Tier
from bot.domain.people import Body
from bot.domain.publications import MAX_FOREWORD_CHARS, MAX_SAID_CHARS, PublicationKind
from bot.domain.wishes import clean_words
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import plan_lines
from bot.services import publications as service
from conversations.controls import Control, plain
from conversations.engine import Dialog
from conversations.make_item import funding_kept, funding_of
from conversations.pick_wishes import PickWishes
from conversations.questions import Answers, Choice, Context, Heard, Heed, Option, Step
from conversations.steps import Ask, Confirm

NOTHING_NEW = "nothing-new"
_NOTHING_NEW_TYPED = frozenset({"没有新的", "没有", "nothing new", "nothing"})


def given(kind: PublicationKind, estate_key: str, period: str, found: Sequence[Item]) -> dict[str, Any]:
    """What is known when either begins: which period, and the items as they stand."""
    return {
        "kind": kind.value,
        "estate": estate_key,
        "period": period,
        "items": [_row(each) for each in found],
        "which": [str(each.id) for each in found] if kind is PublicationKind.REVIEW else [],
    }


def _row(item: Item) -> list[Any]:
    plan = item.plan
    day = plan.day.isoformat() if plan.day else None
    return [
        str(item.id),
        str(item.number),
        plan.name,
        plan.tier.value,
        day,
        plan.owner.value,
        funding_kept(plan.funding),
        item.state.value,
    ]


def _item(row: Sequence[Any]) -> Item:
    item_id, number, name, tier, day, owner, funding, state = row
    cents: Funding = funding_of(funding)
    plan = Plan(name, Tier(tier), date.fromisoformat(day) if day else None, Body(owner), cents)
    return Item(int(item_id), "", int(number), plan, ItemState(state))


def _chosen(answers: Answers) -> list[Item]:
    which = set(answers.get("which") or ())
    return [_item(row) for row in answers.get("items") or () if row[0] in which]


def _said(answers: Answers) -> dict[str, str]:
    return dict(answers.get("said") or {})


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    kind, said = PublicationKind(answers["kind"]), _said(answers)
    lines = [Line("publication-preview"), *plan_lines.publication_head(kind, answers["period"])]
    if answers.get("words"):
        lines.append(Line("card-words", {"words": answers["words"]}))
    rows = [(item, said.get(str(item.id), "")) for item in _chosen(answers)]
    return (*lines, *plan_lines.publication_rows(kind, rows))


async def _publish(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    kind, said = PublicationKind(answers["kind"]), _said(answers)
    published, chats, again = await service.publish(
        actor=actor,
        estate_key=answers["estate"],
        kind=kind,
        period=answers["period"],
        words=answers.get("words") or "",
        rows=[(item.id, said.get(str(item.id), "")) for item in _chosen(answers)],
        uow=uow,
        now=now,
    )
    key = "publication-again" if again else "publication-done"
    return Reply((Line(key, {"n": chats}), *plan_lines.publication_head(kind, published.period)))


# ---- the year's list ------------------------------------------------------------------------------------------------


def _options(answers: Answers, context: Context) -> tuple[Option, ...]:
    rows = answers.get("items") or ()
    return tuple(
        Option(row[0], "button-item-number", (row[1], f"事项{row[1]}", f"item {row[1]}"), {"number": row[1]})
        for row in rows
    )


def _ask_which(answers: Answers, context: Context) -> tuple[Line, ...]:
    head = plan_lines.publication_head(PublicationKind(answers["kind"]), answers["period"])
    rows = tuple(plan_lines.row(_item(row), today=context.today) for row in answers.get("items") or ())
    return (*head, Line("year-list-ask-which"), *rows)


YEAR_LIST = Dialog(
    "year-list",
    version=1,
    steps=(
        PickWishes("which", _ask_which, options=_options),
        Ask("words", "publication-ask-words", max_chars=MAX_FOREWORD_CHARS, optional=True),
        Confirm("confirm", _preview),
    ),
    done=_publish,
)

# ---- the review of a quarter ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AskEach(Step):
    """One item after the other: what came of it. The answer is what was said, by item id; each can be taken back."""

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        item, left = _waiting(answers)
        if item is None:
            return (Line("review-ask-again"),)
        return (Line("review-ask", {**plan_lines.args_of(item), "n": left}), plan_lines.row(item, today=context.today))

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        if _waiting(answers)[0] is None:
            return ((Choice(Control.KEEP, "button-keep"), Choice("anew", "button-review-anew")),)
        return ((Choice(NOTHING_NEW, "button-nothing-new"),),)

    def is_typed(self, answers: Answers) -> bool:
        return True

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        item, _ = _waiting(answers)
        if item is None or heard.pictured:
            raise NotAChoice
        if plain(heard.words) in _NOTHING_NEW_TYPED:
            return self._say(item, "", answers)
        return self._say(item, " ".join(clean_words(heard.words, max_chars=MAX_SAID_CHARS).split()), answers)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        item, _ = _waiting(answers)
        if value == NOTHING_NEW and item is not None:
            return self._say(item, "", answers)
        if value == Control.KEEP and item is None:
            return Heed(answers)
        if value == "anew" and item is None:
            return Heed(self.put(answers, {}), stays=True, undoable=True)
        return super(AskEach, self).press(value, answers, context)

    def _say(self, item: Item, words: str, answers: Answers) -> Heed:
        put = self.put(answers, {**_said(answers), str(item.id): words})
        return Heed(put, stays=_waiting(put)[0] is not None, undoable=True)


def _waiting(answers: Answers) -> tuple[Item | None, int]:
    """The next item of which nothing is said yet, and how many there are."""
    said = _said(answers)
    left = [each for each in _chosen(answers) if str(each.id) not in said]
    return (left[0] if left else None), len(left)


REVIEW = Dialog(
    "plan-review",
    version=1,
    steps=(
        AskEach("said", ""),
        Ask("words", "review-ask-words", max_chars=MAX_FOREWORD_CHARS, optional=True),
        Confirm("confirm", _preview),
    ),
    done=_publish,
)
