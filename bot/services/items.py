"""Items of the plan: made of wishes, changed, joined, taken off. Neighbours hear of it a little later, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import item_refusals, items
from bot.domain.items import LIVING, Item, ItemMove, ItemState, Plan, Tier
from bot.domain.notices import WishChanged
from bot.domain.people import Estate
from bot.domain.rights import Act
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import plan_following, standing
from bot.services.project_standing import speaker_of
from bot.services.projects import wishes_numbered

PAGE = 8  #: items a page: fits a phone's screen
DONE_FILTER = "done"


@dataclass(frozen=True, slots=True)
class Page:
    estate: Estate
    items: Sequence[Item]
    filter: str  #: a tier, "done", or "all"
    number: int  #: from 0
    pages: int  #: at least 1
    total: int
    on_plan: int  #: living items in all


async def list_items(*, actor: Actor, filter_: str, page: int, uow: UnitOfWork) -> Page:
    """The plan, or what of it was chosen; a page past the end is the last one.

    Raises:
        ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.READ_PLAN)
    states = (ItemState.DONE,) if filter_ == DONE_FILTER else tuple(LIVING)
    tier = Tier(filter_) if filter_ in list(Tier) else None
    total = await uow.items.count(estate.key, states=states, tier=tier)
    pages = max(1, -(-total // PAGE))
    number = max(0, min(page, pages - 1))
    found = await uow.items.find(estate.key, states=states, tier=tier, limit=PAGE, offset=number * PAGE)
    on_plan = await uow.items.count(estate.key, states=tuple(LIVING))
    return Page(estate, found, filter_, number, pages, total, on_plan)


async def by_number(*, actor: Actor, number: int, uow: UnitOfWork) -> Item:
    """Raises ItemNotFound, ChatNotBound, NotAResident."""
    estate = standing.estate_allowing(actor, Act.READ_PLAN)
    item = await uow.items.by_number(estate.key, number)
    if item is None:
        raise item_refusals.ItemNotFound(number=str(number))
    return item


async def to_read(*, actor: Actor, item_id: int, act: Act = Act.READ_PLAN, uow: UnitOfWork) -> Item:
    """The item of a button.

    Raises:
        ItemGone: there is none, or it belongs to an estate the actor has nothing to do with.
        NotAResident, NotAllowed: the role may not.
    """
    try:
        item = await uow.items.get(item_id)
    except LookupError:
        raise item_refusals.ItemGone from None
    standing.check_estate(actor, item.estate_key, act, gone=item_refusals.ItemGone())
    return item


async def to_run(*, actor: Actor, item_id: int, uow: UnitOfWork) -> Item:
    """Raises OnlyInPrivate: in a building's group; else as `to_read`."""
    item = await to_read(actor=actor, item_id=item_id, act=Act.RUN_PLAN, uow=uow)
    standing.require_away_from_neighbours(actor)
    return item


async def _to_change(item_id: int, actor: Actor, uow: UnitOfWork) -> Item:
    await to_run(actor=actor, item_id=item_id, uow=uow)
    return await uow.items.lock(item_id)


def estate_to_plan(actor: Actor) -> Estate:
    """The estate whose plan the actor makes.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        NotAllowed, ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_PLAN)
    standing.require_away_from_neighbours(actor)
    return estate


async def living(estate: Estate, uow: UnitOfWork) -> Sequence[Item]:
    return await uow.items.find(estate.key, states=tuple(LIVING), limit=items.MOST_ITEMS_OFFERED)


async def wishes_to_plan(
    *, actor: Actor, estate: Estate, numbers: Sequence[int], inside: int | None = None, uow: UnitOfWork
) -> list[Wish]:
    """The wishes of these numbers, as they may go into an item. `inside`: the item in which some of them are already.

    Raises:
        WishNotFound: see `projects.wishes_numbered`.
        WishNotToPlan: it has ended, or neighbours do not see it.
        WishPlanned: another item has it.
    """
    wishes = await wishes_numbered(actor=actor, estate=estate, numbers=numbers, uow=uow)
    for wish in wishes:
        await check_wish(wish, inside=inside, uow=uow)
    return wishes


async def check_wish(wish: Wish, *, inside: int | None = None, uow: UnitOfWork) -> None:
    """Raises WishNotToPlan, WishPlanned."""
    item = await uow.items.of_wish(wish.id)
    if item is not None and item.id == inside:
        return
    if item is not None:
        raise item_refusals.WishPlanned(number=str(wish.number), item=str(item.number))
    if wish.has_ended or not wish.is_public:
        raise item_refusals.WishNotToPlan(number=str(wish.number))


async def make(*, actor: Actor, plan: Plan, numbers: Sequence[int], uow: UnitOfWork, now: datetime) -> Item:
    """Put a new item on the plan; what its wishes say of its state counts from the beginning.

    Raises:
        WishNotFound, WishNotToPlan, WishPlanned: see `wishes_to_plan`.
        TierNeedsDay, DayBeyondTier, DateInPast: see `items.check`.
        OnlyInPrivate, NotAllowed: see `estate_to_plan`.
    """
    estate = estate_to_plan(actor)
    await uow.alone(f"plan {estate.key}")
    wishes = await wishes_to_plan(actor=actor, estate=estate, numbers=numbers, uow=uow)
    items.check(plan, today=estate.local(now).date())
    item = await uow.items.make(plan, estate_key=estate.key, now=now)
    await uow.items.put_in(item.id, [wish.id for wish in wishes])
    await _keep(item, ItemMove.MADE, actor=actor, uow=uow, now=now, day=True)
    await _redraw(wishes, uow)
    return await plan_following.follow_item(item, uow=uow, now=now)


async def take_back(*, actor: Actor, item_id: int, uow: UnitOfWork) -> Item:
    """It was made by mistake, and nobody heard: nothing is left of it.

    Raises:
        ItemIsOut: neighbours heard.
        ItemGone, NotAllowed, OnlyInPrivate.
    """
    item = await _to_change(item_id, actor, uow)
    if not item.is_living or await uow.items.is_told(item.id):
        raise item_refusals.ItemIsOut(number=str(item.number))
    wishes = await uow.items.wishes_of(item.id)
    await uow.items.forget(item.id)
    await _redraw(wishes, uow)
    return item


async def change(*, actor: Actor, item_id: int, plan: Plan, words: str, uow: UnitOfWork, now: datetime) -> Item:
    """Another name, tier, day, owner or other money. Another day is told with its reason.

    Raises:
        ItemOver, NothingChanged, ReasonNeeded, TierNeedsDay, …: see `items.change`.
        ItemGone, NotAllowed, OnlyInPrivate.
    """
    before = await _to_change(item_id, actor, uow)
    today = standing.estate_of(before.estate_key, actor).local(now).date()
    item = items.change(before, plan, words=words, today=today)
    await uow.items.save(item)
    moved = plan.day != before.plan.day
    move = ItemMove.MOVED if moved else ItemMove.CHANGED
    await _keep(item, move, actor=actor, uow=uow, now=now, words=words, before=before if moved else None, day=moved)
    await _redraw(await uow.items.wishes_of(item.id), uow)
    return item


async def set_wishes(*, actor: Actor, item_id: int, numbers: Sequence[int], uow: UnitOfWork, now: datetime) -> Item:
    """Which wishes it is made of, from now on; at least one.

    Raises:
        ItemOver: it is off the plan, or done.
        NothingChanged: those are its wishes.
        WishNotFound, WishNotToPlan, WishPlanned: see `wishes_to_plan`.
        ItemGone, NotAllowed, OnlyInPrivate.
    """
    estate = estate_to_plan(actor)
    await uow.alone(f"plan {estate.key}")
    item = await _to_change(item_id, actor, uow)
    if not item.is_living:
        raise item_refusals.ItemOver(number=str(item.number))
    estate = standing.estate_of(item.estate_key, actor)
    wishes = await wishes_to_plan(actor=actor, estate=estate, numbers=numbers, inside=item.id, uow=uow)
    inside = await uow.items.wishes_of(item.id)
    before, after = {wish.id for wish in inside}, {wish.id for wish in wishes}
    if before == after:
        raise item_refusals.NothingChanged
    await uow.items.take_out(item.id, sorted(before - after))
    await uow.items.put_in(item.id, sorted(after - before))
    await _keep(item, ItemMove.WISHES, actor=actor, uow=uow, now=now)
    await _redraw([*inside, *wishes], uow)
    return await plan_following.follow_item(item, uow=uow, now=now)


async def join(*, actor: Actor, item_id: int, wish_id: int, uow: UnitOfWork, now: datetime) -> Item:
    """One more wish. Raises as `set_wishes`."""
    wish = await standing.wish_to_read(wish_id, actor, Act.READ_STAFF, uow)
    inside = [each.number for each in await uow.items.wishes_of(item_id)]
    return await set_wishes(actor=actor, item_id=item_id, numbers=[*inside, wish.number], uow=uow, now=now)


async def drop(*, actor: Actor, item_id: int, words: str, uow: UnitOfWork, now: datetime) -> Item:
    """Take it off the plan, with a public reason. Its wishes go on by themselves, free for another item.

    Raises:
        ItemOver, ReasonNeeded: see `items.drop`.
        ItemGone, NotAllowed, OnlyInPrivate.
    """
    item = items.drop(await _to_change(item_id, actor, uow), words=words)
    await uow.items.let_go(item.id)
    await uow.items.save(item)
    await _keep(item, ItemMove.DROPPED, actor=actor, uow=uow, now=now, words=words)
    await _redraw(await uow.items.wishes_of(item.id), uow)
    return item


async def resume(*, actor: Actor, item_id: int, uow: UnitOfWork, now: datetime) -> Item:
    """Put it back, with those of its wishes that went nowhere else.

    Raises:
        ItemStands: it is on the plan.
        ItemGone, NotAllowed, OnlyInPrivate.
    """
    await uow.alone(f"plan {estate_to_plan(actor).key}")
    before = await _to_change(item_id, actor, uow)
    if before.state is not ItemState.DROPPED:
        raise item_refusals.ItemStands(number=str(before.number))
    item = replace(before, state=ItemState.PLANNED)
    await uow.items.take_up(item.id)
    await uow.items.save(item)
    await _keep(item, ItemMove.RESUMED, actor=actor, uow=uow, now=now)
    await _redraw(await uow.items.wishes_of(item.id), uow)
    return await plan_following.follow_item(item, uow=uow, now=now)


async def _keep(
    item: Item,
    move: ItemMove,
    *,
    actor: Actor,
    uow: UnitOfWork,
    now: datetime,
    words: str = "",
    before: Item | None = None,
    day: bool = False,
) -> None:
    """The step with who took it, and that there is something to post."""
    estate = standing.estate_of(item.estate_key, actor)
    await uow.items.add_step(
        item.id,
        move,
        by=speaker_of(actor, estate),
        by_id=actor.person.id,
        words=words,
        before=before.plan.day if before else None,
        day=item.plan.day if day else None,
        now=now,
    )
    await plan_following.news(item.estate_key, uow=uow, now=now)


async def _redraw(wishes: Sequence[Wish], uow: UnitOfWork) -> None:
    for wish_id in sorted({wish.id for wish in wishes}):
        await uow.outbox.put(WishChanged(wish_id))
