"""How the plan looks: its rows, one of its items, the post of a day, what a committee published of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain import publications
from bot.domain.buttons import data
from bot.domain.items import LIVING, Funding, Item, ItemMove, ItemState, ItemStep, Tier, by_tier
from bot.domain.people import Chat
from bot.domain.projects import Project
from bot.domain.publications import Publication, PublicationKind
from bot.domain.topics import TopicUse
from bot.domain.wishes import Display, Wish
from bot.messages import Arg, Button, Day, Line, Moment, Money, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import boards
from bot.services.cards import numbered, words_of

PLAN_SLOT = "plan"
PUBLICATION_SLOT = "plan-publication"
LINK = "plan"  #: deep-link payload
MOST_CHANGES = 8  #: in a post; the rest is counted
MOST_OF_A_TIER = 6  #: items of each tier in a post; likewise
MOST_STEPS = 8  #: of an item's history, the last ones

#: What a day's post tells of an item that took several steps: the one that matters most.
_WEIGHT = (
    *(ItemMove.DROPPED, ItemMove.DONE, ItemMove.MADE, ItemMove.RESUMED, ItemMove.MOVED),
    *(ItemMove.BACK, ItemMove.BEGUN, ItemMove.WISHES, ItemMove.CHANGED),
)


def slot_of(day: date) -> str:
    return f"{PLAN_SLOT}:{day.isoformat()}"


def publication_slot(publication_id: int) -> str:
    return f"{PUBLICATION_SLOT}:{publication_id}"


def is_slot(slot: str) -> bool:
    return slot.partition(":")[0] in (PLAN_SLOT, PUBLICATION_SLOT)


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
    """Draw a post of the plan as it stands now. None: nothing is shown in this chat (any more)."""
    name, _, key = slot.partition(":")
    if name == PUBLICATION_SLOT:
        published = await uow.plan_posts.publication(int(key))
        return await publication(published, uow) if chat.estate_key == published.estate_key else None
    estate_key, day = chat.estate_key, date.fromisoformat(key)
    window = await uow.plan_posts.window(estate_key, day) if estate_key else None
    if estate_key is None or window is None:
        return None
    since, until = window
    if until is not None and slot not in await uow.outbox.shown(chat.id, slot):
        return None  # a later one says it all: a chat that was away needs no row of old ones
    found = await uow.items.find(estate_key, states=tuple(LIVING))
    return await post(found, await news_between(estate_key, since, until, uow), day, uow)


async def news_between(estate_key: str, since: datetime, until: datetime | None, uow: UnitOfWork) -> Sequence[ItemStep]:
    """What there is to tell of that time: nothing of an item that came and went before anybody heard of it."""
    steps = await uow.items.steps_between(estate_key, since, until)
    dropped = {step.item_id for step in steps if step.move is ItemMove.DROPPED}
    unheard = {
        item_id
        for item_id in dropped
        if (await uow.items.get(item_id)).state is ItemState.DROPPED and not await uow.items.is_told(item_id)
    }
    return [step for step in steps if step.item_id not in unheard]


# ---- an item --------------------------------------------------------------------------------------------------------


def args_of(item: Item) -> dict[str, Arg]:
    return {"number": str(item.number), "name": item.name}


def row(item: Item, *, today: date) -> Line:
    """Texts: item-row, item-row-late, item-row-undated, item-row-done."""
    args = {**args_of(item), "owner": Term(f"body-{item.plan.owner}"), "state": Term(f"item-state-{item.state}")}
    if item.state is ItemState.DONE:
        return Line("item-row-done", args)
    if item.plan.day is None:
        return Line("item-row-undated", args)
    args["day"] = Day(item.plan.day)
    return Line("item-row-late" if item.is_late(today) else "item-row", args)


def view_lines(
    item: Item, wishes: Sequence[Wish], projects: Sequence[Project], steps: Sequence[ItemStep], *, today: date
) -> tuple[Line, ...]:
    """All that everybody may know of it."""
    lines = [line("item-head", **args_of(item)), *plan_lines(item)]
    shown = [wish for wish in wishes if wish.is_public and not wish.is_gone]
    if shown:
        lines.append(line("item-wishes", numbers=numbered(shown)))
    for each in projects:
        stage = Term(f"stage-{each.stage}")
        lines.append(line("card-project", number=str(each.number), name=each.name, stage=stage))
    lines.append(line("item-state", state=Term(f"item-state-{item.state}")))
    if item.is_late(today):
        lines.append(line("item-late"))
    told = [step for step in steps if step.words and step.move in (ItemMove.MOVED, ItemMove.DROPPED)]
    if told and (item.state is ItemState.DROPPED or told[-1].move is ItemMove.MOVED):
        lines.append(line("item-why", words=told[-1].words))
    return tuple(lines)


def plan_lines(item: Item) -> tuple[Line, ...]:
    """Tier, day, owner, and the money."""
    plan = item.plan
    args: dict[str, Arg] = {"tier": Term(f"tier-{plan.tier}"), "owner": Term(f"body-{plan.owner}")}
    first = Line("item-plan-undated", args) if plan.day is None else Line("item-plan", {**args, "day": Day(plan.day)})
    return (first, *funding_lines(plan.funding))


def funding_lines(funding: Funding) -> tuple[Line, ...]:
    """Nothing where nothing is said of money."""
    if not funding.total:
        return ()
    lines = [line("item-cost", total=Money(funding.total))]
    for source in funding.sources:
        amount = Money(funding.by_source[source])
        lines.append(line("item-cost-row", source=Term(f"money-source-{source}"), amount=amount))
    if funding.open_cents and funding.sources:
        lines.append(line("item-cost-open", amount=Money(funding.open_cents)))
    elif funding.open_cents:
        lines.append(line("item-cost-nobody"))
    return tuple(lines)


def history(item: Item, steps: Sequence[ItemStep], *, zone: str) -> tuple[Line, ...]:
    """What happened to it, by whom, when and why; the last steps."""
    lines = [line("item-history", **args_of(item))]
    for step in steps[-MOST_STEPS:]:
        args: dict[str, Arg] = {"moment": Moment(step.at, zone), "what": Term(f"item-move-{step.move}")}
        if step.by is not None:
            args |= {"body": Term(f"body-{step.by.body}"), "who": step.by.name}
        lines.append(Line("item-step" if step.by else "item-step-alone", args))
        if step.day is not None and step.before is not None:
            lines.append(line("item-step-days", before=Day(step.before), day=Day(step.day)))
        if step.words:
            lines.append(line("card-words", words=step.words))
    return tuple(lines)


def staff_rows(item: Item, *, told: bool) -> tuple[tuple[Button, ...], ...]:
    """What the committee can do with it. `told`: neighbours heard of it."""

    def do(key: str, what: str) -> Button:
        return Button(key, data("item-do", item.id, what))

    history_row = (do("button-item-history", "history"),)
    if item.state is ItemState.DROPPED:
        return ((do("button-item-resume", "resume"),), history_row)
    if item.state is ItemState.DONE:
        return (history_row,)
    rows: list[tuple[Button, ...]] = [
        (do("button-item-move", "day"), do("button-item-wishes", "wishes")),
        (do("button-item-money", "funding"), do("button-item-owner", "owner")),
        (do("button-item-name", "name"), do("button-item-drop", "drop")),
    ]
    if not told:
        rows.insert(0, (do("button-item-undo", "undo"),))
    return (*rows, history_row)


# ---- the post of a day ----------------------------------------------------------------------------------------------


async def post(items: Sequence[Item], steps: Sequence[ItemStep], day: date, uow: UnitOfWork) -> Reply:
    """What changed, and the plan below it; as much of both as neighbours read."""
    changed = {step.item_id: step for step in sorted(steps, key=_weight, reverse=True)}
    lines = [line("plan-post-head", day=Day(day))]
    told = [changed[item_id] for item_id in dict.fromkeys(step.item_id for step in steps)]
    lines += [_changed(await uow.items.get(step.item_id), step) for step in told[:MOST_CHANGES]]
    if len(told) > MOST_CHANGES:
        lines.append(line("plan-more", n=len(told) - MOST_CHANGES))
    lines += overview(items, today=day)
    return Reply(tuple(lines), buttons=((whole_plan(),),), silent=True, topic=TopicUse.NEWS)


def _weight(step: ItemStep) -> int:
    return _WEIGHT.index(step.move)


def _changed(item: Item, step: ItemStep) -> Line:
    """Texts: plan-changed-made, -moved, -dropped, -done and so on; with a day where it has one."""
    args = args_of(item)
    if step.move is ItemMove.MOVED:
        args["words"] = step.words
        if item.plan.day is None:
            return Line("plan-changed-moved-undated", args)
        return Line("plan-changed-moved", {**args, "day": Day(item.plan.day)})
    if step.move is ItemMove.DROPPED:
        return Line("plan-changed-dropped", {**args, "words": step.words})
    return Line(f"plan-changed-{step.move}", args)


def overview(items: Sequence[Item], *, today: date) -> list[Line]:
    """The plan by tier, with its next days; what has no place is counted."""
    lines: list[Line] = []
    for tier, theirs in by_tier(items).items():
        if not theirs:
            continue
        lines.append(line("plan-tier", tier=Term(f"tier-{tier}"), n=len(theirs)))
        lines += [row(each, today=today) for each in theirs[:MOST_OF_A_TIER]]
        if len(theirs) > MOST_OF_A_TIER:
            lines.append(line("plan-more", n=len(theirs) - MOST_OF_A_TIER))
    return lines or [line("plan-empty")]


def whole_plan() -> Button:
    return Button("button-plan", start=LINK)


# ---- the year's list and the review ---------------------------------------------------------------------------------


async def publication(published: Publication, uow: UnitOfWork) -> Reply:
    """As it stands in a chat: what was said, with the items as they stand."""
    items = [(await uow.items.get(item_id), words) for item_id, words in published.rows]
    lines = [*publication_head(published.kind, published.period)]
    if published.words:
        lines.append(line("card-words", words=published.words))
    lines += publication_rows(published.kind, items)
    if published.kind is PublicationKind.REVIEW:
        lines += await _added_and_dropped(published, uow)
    lines.append(line("publication-by", body=Term(f"body-{published.by.body}"), name=published.by.name))
    return Reply(tuple(lines), buttons=((whole_plan(),),), silent=True, topic=TopicUse.NEWS)


def publication_head(kind: PublicationKind, period: str) -> tuple[Line, ...]:
    year, _, quarter = period.partition("-")
    if kind is PublicationKind.YEAR:
        return (line("year-list-head", year=year),)
    return (line("review-head", year=year, quarter=quarter),)


def publication_rows(kind: PublicationKind, items: Sequence[tuple[Item, str]]) -> list[Line]:
    lines: list[Line] = []
    tier: Tier | None = None
    for item, words in items:
        if kind is PublicationKind.YEAR and item.plan.tier is not tier:
            tier = item.plan.tier
            lines.append(line("publication-tier", tier=Term(f"tier-{tier}")))
        args = {**args_of(item), "owner": Term(f"body-{item.plan.owner}")}
        args["state"] = Term(f"item-state-{item.state}")
        if item.plan.day is None:
            lines.append(Line("publication-row-undated", args))
        else:
            lines.append(Line("publication-row", {**args, "day": Day(item.plan.day)}))
        if words:
            lines.append(line("publication-said", words=words))
    total = sum(item.plan.funding.total for item, _ in items)
    if kind is PublicationKind.YEAR and total:
        lines.append(line("publication-total", total=Money(total)))
    return lines


async def _added_and_dropped(published: Publication, uow: UnitOfWork) -> list[Line]:
    """What came onto the plan in that quarter and what went, whatever the review says of it."""
    begins = publications.quarter_begins(published.period)
    since = datetime(begins.year, begins.month, begins.day, tzinfo=published.at.tzinfo)
    steps = await uow.items.steps_between(published.estate_key, since, published.at)
    lines = []
    for move, key in ((ItemMove.MADE, "review-added"), (ItemMove.DROPPED, "review-dropped")):
        ids = dict.fromkeys(step.item_id for step in steps if step.move is move)
        found = [await uow.items.get(item_id) for item_id in ids]
        if move is ItemMove.DROPPED:
            found = [each for each in found if each.state is ItemState.DROPPED]
        if found:
            named = tuple(Term("item-named", {"number": str(each.number), "name": each.name}) for each in found)
            lines.append(Line(key, {"items": Texts(named)}))
    return lines


def quoted(wish: Wish) -> str | Term:
    """The beginning of a wish's words on one line; of what is out of sight nothing."""
    if wish.display is not Display.SHOWN:
        return "…"
    words = words_of(wish)
    return boards.shortened(words) if isinstance(words, str) else words
