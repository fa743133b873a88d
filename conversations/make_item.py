"""Making an item of the plan from wishes: which, its name, tier, day, owner and money; a last look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.domain import items, projects
from bot.domain.buttons import data
from bot.domain.errors import Refused
from bot.domain.items import Funding, Item, Plan, Tier
from bot.domain.people import Body
from bot.domain.wishes import Wish
from bot.messages import Actor, Arg, Button, Day, Line, Money, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import items as service
from bot.services import plan_lines
from conversations.ask_date import AskDate
from conversations.controls import plain
from conversations.engine import Dialog
from conversations.pick_wishes import offered
from conversations.questions import Answers, Choice, Context, Heard, Heed, Option
from conversations.refer_wish import BODY_WORDS
from conversations.steps import Ask, Choose, Confirm

NEW = "new"

TIERS = (
    Option(
        Tier.NOW,
        "button-tier-now",
        ("马上办（45天内）", "马上办", "马上", "当下", "at once (45 days)", "at once", "now"),
    ),
    Option(
        Tier.SOON,
        "button-tier-soon",
        ("近期办（一年内）", "近期办", "近期", "今年", "within a year", "this year", "soon"),
    ),
    Option(Tier.LATER, "button-tier-later", ("以后争取", "以后", "未来", "later")),
)
OWNERS = tuple(Option(body.value, f"body-{body}", BODY_WORDS[body]) for body in items.OWNERS)
NO_MONEY = Option(
    "",
    "button-no-money",
    ("不花钱，或者还不知道", "不花钱", "还不知道", "nothing, or not known yet", "nothing", "not known yet"),
    sets={"funding": []},
)
NO_DAY = Option("", "button-no-day", ("先不定日子", "不定", "no day yet"), sets={"day": None})


# ---- what the steps of all dialogs about items share -----------------------------------------------------------------


def funding_kept(funding: Funding) -> list[list[Any]]:
    """As JSON: source and cents each; the source is empty for those of which nobody knows yet."""
    rows: list[list[Any]] = [[source.value, funding.by_source[source]] for source in funding.sources]
    return [*rows, ["", funding.open_cents]] if funding.open_cents else rows


def funding_of(rows: Sequence[Sequence[Any]]) -> Funding:
    by_source = {projects.Source(source): cents for source, cents in rows if source}
    return Funding(by_source, sum(cents for source, cents in rows if not source))


def read_funding(words: str, context: Context) -> list[list[Any]]:
    return funding_kept(items.read_funding(words))


def shown_funding(rows: Any) -> Money:
    return Money(funding_of(rows or ()).total)


def numbers(words: str, context: Context) -> list[int]:
    return list(projects.read_numbers(words, most=items.MOST_WISHES))


def shown_numbers(found: Any) -> Texts:
    return Texts(tuple(Term("wish-numbered", {"number": str(each)}) for each in found))


def on_one_line(words: str, context: Context) -> str:
    return " ".join(words.split())


class AskTierDay(AskDate):
    """A day within what the tier allows; later may go without one, by a button."""

    __slots__ = ()

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        shown = super().rows(answers, context)
        return (*shown, (Choice("none", NO_DAY.key),)) if answers.get("tier") == Tier.LATER else shown

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if answers.get("tier") == Tier.LATER and NO_DAY.is_said(plain(heard.words)):
            return Heed(self.put(answers, None))
        return super().hear(heard, answers, context)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if value == "none" and answers.get("tier") == Tier.LATER:
            return Heed(self.put(answers, None))
        return super().press(value, answers, context)

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        heed = super().take(day, said, answers, context)
        items.check_day(Tier(answers["tier"]), day, today=context.today)
        return heed


def ask_day(answers: Answers, context: Context) -> tuple[Line, ...]:
    days = items.WITHIN_DAYS[Tier(answers["tier"])]
    return (Line("item-ask-day", {"tier": Term(f"tier-{answers['tier']}"), "days": days}),)


def plan_of(answers: Answers) -> Plan:
    day = answers.get("day")
    return Plan(
        name=answers["name"],
        tier=Tier(answers["tier"]),
        day=date.fromisoformat(day) if day else None,
        owner=Body(answers["owner"]),
        funding=funding_of(answers.get("funding") or ()),
    )


def look(item: Item, *, undo: bool = False) -> tuple[tuple[Button, ...], ...]:
    shown = Button("button-item-look", data("item", item.id))
    back = Button("button-item-undo", data("item-do", item.id, "undo"))
    return ((back, shown),) if undo else ((shown,),)


# ---- the dialog ------------------------------------------------------------------------------------------------------


def given(wish: Wish | None = None, living: Sequence[Item] = ()) -> dict[str, Any]:
    """What is known when it begins. `wish`: from whose card; `living`: items that it may join instead."""
    if wish is None:
        return {}
    (row,) = offered((wish,))
    known: dict[str, Any] = {"wish_id": wish.id, "wishes": [wish.number], "_found": [[wish.number, row[3]]]}
    if living:
        known["offered"] = [[str(each.id), str(each.number), each.name] for each in living]
    return known


def _which(answers: Answers, context: Context) -> tuple[Option, ...]:
    rows = answers.get("offered") or ()
    new = Option(NEW, "button-item-new", ("新的事项", "新的", "a new item", "new", "a new one"))
    known = tuple(
        Option(
            item_id,
            "button-item",
            (f"事项{number} {name}", f"item {number} {name}", number, name),
            {"number": number, "name": name},
        )
        for item_id, number, name in rows
    )
    return (new, *known)


def _next(step: str | None, answers: Answers) -> str | None:
    if step is None:
        return "which" if answers.get("offered") else ("name" if answers.get("wish_id") else "wishes")
    if step == "which":
        return "name" if answers.get("which") == NEW else "confirm"
    after = {"wishes": "name", "name": "tier", "tier": "day", "day": "owner", "owner": "funding", "funding": "confirm"}
    return after.get(step)


def _joins(answers: Answers) -> bool:
    return answers.get("which") not in (None, NEW)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    wishes = [
        Line("project-preview-wish", {"number": str(number), "words": words})
        for number, words in answers.get("_found") or ()
    ]
    if _joins(answers):
        number, name = next((row[1], row[2]) for row in answers["offered"] if row[0] == answers["which"])
        return (Line("item-preview-join", {"number": number, "name": name}), *wishes)
    lines = [Line("item-preview", {"name": answers["name"]}), *wishes]
    if problem := answers.get("_problem"):
        key, args = problem
        lines.append(Line(key, args))
    shown = Item(0, "", 0, plan_of(answers), items.ItemState.PLANNED)
    return (*lines, *plan_lines.plan_lines(shown), Line("item-preview-told"))


async def _look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    """What the wishes of these numbers say, and what is in the way, before it is too late."""
    if _joins(answers):
        return answers
    try:
        estate = service.estate_to_plan(actor)
        wanted = answers.get("wishes") or ()
        wishes = await service.wishes_to_plan(actor=actor, estate=estate, numbers=wanted, uow=uow)
    except Refused as refused:  # said now; the last press refuses it
        return {**answers, "_found": [], "_problem": [refused.text_key(), dict(refused.variables)]}
    found = [[int(number), words] for _, number, _, words in offered(wishes)]
    return {**answers, "_found": found, "_problem": None}


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    if _joins(answers):
        item = await service.join(
            actor=actor, item_id=int(answers["which"]), wish_id=int(answers["wish_id"]), uow=uow, now=now
        )
        return Reply((Line("item-changed", plan_lines.args_of(item)),), buttons=look(item))
    item = await service.make(actor=actor, plan=plan_of(answers), numbers=answers.get("wishes") or (), uow=uow, now=now)
    args: dict[str, Arg] = {**plan_lines.args_of(item), "minutes": int(items.HELD_FOR.total_seconds()) // 60}
    return Reply((Line("item-made", args),), buttons=look(item, undo=True))


MAKE_ITEM = Dialog(
    "make-item",
    version=1,
    steps=(
        Choose("which", "item-ask-which", options=_which),
        Ask("wishes", "item-ask-wishes", max_chars=100, read=numbers, show=shown_numbers),
        Ask("name", "item-ask-name", max_chars=items.MAX_NAME_CHARS, read=on_one_line),
        Choose("tier", "item-ask-tier", options=TIERS),
        AskTierDay("day", ask_day),
        Choose("owner", "item-ask-owner", options=OWNERS),
        Ask(
            "funding",
            "item-ask-funding",
            max_chars=200,
            read=read_funding,
            show=shown_funding,
            shortcuts=(NO_MONEY,),
            placeholder="placeholder-funding",
        ),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
    hub="confirm",
    look_up=_look_up,
)


def day_arg(kept: str | None) -> Day | Term:
    return Day(date.fromisoformat(kept)) if kept else Term("item-no-day")
