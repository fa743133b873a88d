"""The plan: the list, one of its items, making and changing them, its files, promises, the year's list, the review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain import errors, item_refusals
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.items import Item, Tier
from bot.domain.promises import Fate, Promise, by_body, counts
from bot.domain.publications import PublicationKind
from bot.domain.rights import RIGHTS, Act, sees_staff_matters
from bot.domain.wishes import Wish
from bot.messages import Actor, Arg, Button, Command, Day, Line, Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import items, plan_lines, promises, publications, standing
from bot.services.plan_files import document_of
from conversations import change_item, make_item, publish_plan
from conversations.engine import Dialog
from handlers.beginning import begin

ALL = "all"
_LONGEST_NUMBER = 9  #: digits
_FILTERS = (ALL, *Tier, items.DONE_FILTER)
_FILES = ("xlsx", "html")


async def on_plan(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/plan`, or `/plan 3` for one item."""
    if found := await _named(command, uow=uow):
        return await show(found, command.actor, uow=uow, now=now)
    return await whole(command.actor, uow=uow, now=now)


async def whole(actor: Actor, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Also by the link on a post."""
    return await _list(actor, filter_=ALL, page=0, uow=uow, now=now)


async def on_plan_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    if len(press.args) != 2 or press.args[0] not in _FILTERS:
        raise errors.UnknownButton
    page = number(press.args, 1)
    return await _list(press.actor, filter_=press.args[0], page=page, uow=uow, now=now, edits=press.message_id)


async def _named(command: Command, *, uow: UnitOfWork) -> Item | None:
    words = command.words.strip().lstrip("#")
    if not words.isdecimal():
        return None
    if len(words) > _LONGEST_NUMBER:
        raise item_refusals.ItemNotFound(number=words[:20])
    return await items.by_number(actor=command.actor, number=int(words), uow=uow)


async def _list(
    actor: Actor, *, filter_: str, page: int, uow: UnitOfWork, now: datetime, edits: int | None = None
) -> Reply:
    found = await items.list_items(actor=actor, filter_=filter_, page=page, uow=uow)
    today = found.estate.local(now).date()
    lines: list[Line] = [line("plan-head", estate=found.estate.name, n=found.on_plan)]
    tier: Tier | None = None
    for item in found.items:
        if item.plan.tier is not tier and filter_ != items.DONE_FILTER:
            tier = item.plan.tier
            lines.append(line("publication-tier", tier=Term(f"tier-{tier}")))
        lines.append(plan_lines.row(item, today=today))
    if not found.items:
        lines.append(line("plan-empty" if filter_ == ALL else "plan-empty-filter"))
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    return Reply(tuple(lines), buttons=_list_rows(found), edits=edits, silent=True)


def _list_rows(found: items.Page) -> tuple[tuple[Button, ...], ...]:
    opens = [
        Button("button-item-number", data("item", each.id), args={"number": str(each.number)}) for each in found.items
    ]
    rows = [tuple(opens[at : at + 4]) for at in range(0, len(opens), 4)]
    turns = []
    if found.number > 0:
        turns.append(Button("button-page-back", data("plan", found.filter, found.number - 1)))
    if found.number + 1 < found.pages:
        turns.append(Button("button-page-on", data("plan", found.filter, found.number + 1)))
    if turns:
        rows.append(tuple(turns))
    filters = [_filter(each, chosen=found.filter) for each in _FILTERS]
    rows += [tuple(filters[:3]), tuple(filters[3:])]
    if found.on_plan:
        rows.append(
            (
                Button("button-plan-xlsx", data("plan-file", "xlsx")),
                Button("button-plan-html", data("plan-file", "html")),
            )
        )
    return tuple(rows)


def _filter(name: str, *, chosen: str) -> Button:
    key = f"button-plan-{name}"
    if name == chosen:
        return Button("button-ticked", data("plan", name, 0), args={"label": Term(key)})
    return Button(key, data("plan", name, 0))


async def on_item_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    item = await items.to_read(actor=press.actor, item_id=number(press.args, 0), uow=uow)
    return await show(item, press.actor, uow=uow, now=now)


async def show(item: Item, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Reply:
    """All that everybody may know; to the committee, away from neighbours, what it can do."""
    wishes = await uow.items.wishes_of(item.id)
    projects = {each.id: each for wish in wishes for each in await uow.projects.of_wish(wish.id)}
    today = standing.estate_of(item.estate_key, actor).local(now).date()
    steps = await uow.items.steps(item.id)
    lines = plan_lines.view_lines(item, wishes, list(projects.values()), steps, today=today)
    at_desk = actor.chat.private or sees_staff_matters(actor.chat, item.estate_key)
    rows: tuple[tuple[Button, ...], ...] = ()
    if at_desk and actor.roles_in(item.estate_key) & RIGHTS[Act.RUN_PLAN]:
        rows = plan_lines.staff_rows(item, told=await uow.items.is_told(item.id))
    return Reply(lines, buttons=rows, silent=True)


# ---- files ----------------------------------------------------------------------------------------------------------


async def on_file(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """A table, or a page to print, into the chat where it was asked for."""
    if len(press.args) != 1 or press.args[0] not in _FILES:
        raise errors.UnknownButton
    estate = standing.estate_allowing(press.actor, Act.READ_PLAN)
    kind = press.args[0]
    document = document_of(kind, estate.key, press.actor.language)
    file = Reply((line(f"plan-file-{kind}", estate=estate.name),), document=document, silent=True)
    return (Toast("plan-file-comes"), file)


# ---- the committee --------------------------------------------------------------------------------------------------


async def on_item(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """Make one; with a number, the one of that number."""
    if found := await _named(command, uow=uow):
        return await show(found, command.actor, uow=uow, now=now)
    items.estate_to_plan(command.actor)
    return await begin(
        make_item.MAKE_ITEM, command.actor, {}, message_id=command.message_id, uow=uow, now=now, house=house
    )


async def on_to_plan(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """From behind a wish's staff card: into a new item, or one that there is. One that has it is shown."""
    items.estate_to_plan(press.actor)
    wish = await standing.wish_to_read(number(press.args, 0), press.actor, Act.RUN_PLAN, uow)
    if (item := await uow.items.of_wish(wish.id)) is not None:
        return await show(item, press.actor, uow=uow, now=now)
    await items.check_wish(wish, uow=uow)
    estate = standing.estate_of(wish.estate_key, press.actor)
    given = make_item.given(wish, await items.living(estate, uow))
    return await begin(make_item.MAKE_ITEM, press.actor, given, uow=uow, now=now, house=house)


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """What a button of the committee's does with an item."""
    actor = press.actor
    item = await items.to_run(actor=actor, item_id=number(press.args, 0), uow=uow)
    what = press.args[1] if len(press.args) == 2 else ""
    match what:
        case "history":
            zone = standing.estate_of(item.estate_key, actor).time_zone.key
            return Reply(plan_lines.history(item, await uow.items.steps(item.id), zone=zone), silent=True)
        case "undo":
            item = await items.take_back(actor=actor, item_id=item.id, uow=uow)
            return Reply((Line("item-undone", plan_lines.args_of(item)),))
        case "resume":
            item = await items.resume(actor=actor, item_id=item.id, uow=uow, now=now)
            return Reply((Line("item-resumed", plan_lines.args_of(item)),), buttons=make_item.look(item))
    dialog, given = await _dialog_for(what, item, uow)
    return await begin(dialog, actor, given, uow=uow, now=now, house=house)


async def _dialog_for(what: str, item: Item, uow: UnitOfWork) -> tuple[Dialog, dict[str, Any]]:
    if what not in ("day", "name", "owner", "funding", "wishes", "drop"):
        raise errors.UnknownButton
    if not item.is_living:
        raise item_refusals.ItemOver(number=str(item.number))
    match what:
        case "wishes":
            inside = [wish.number for wish in await uow.items.wishes_of(item.id)]
            return change_item.ITEM_WISHES, change_item.given_wishes(item, inside)
        case "drop":
            return change_item.DROP_ITEM, change_item.given_drop(item)
    return change_item.CHANGE_ITEM, change_item.given(item, what=what)


async def on_year_list(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    return await _publish(command, PublicationKind.YEAR, publish_plan.YEAR_LIST, uow=uow, now=now, house=house)


async def on_review(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    return await _publish(command, PublicationKind.REVIEW, publish_plan.REVIEW, uow=uow, now=now, house=house)


async def _publish(
    command: Command, kind: PublicationKind, dialog: Dialog, *, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    estate, found = await publications.offered(actor=command.actor, kind=kind, uow=uow)
    period = publications.period_of(kind, estate, now)
    given = publish_plan.given(kind, estate.key, period, found)
    return await begin(dialog, command.actor, given, message_id=command.message_id, uow=uow, now=now, house=house)


# ---- promises -------------------------------------------------------------------------------------------------------


async def on_promises(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await _promises(command.actor, fate=None, page=0, uow=uow, now=now)


async def on_promises_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    if len(press.args) != 2 or press.args[0] not in (ALL, *Fate):
        raise errors.UnknownButton
    fate = None if press.args[0] == ALL else Fate(press.args[0])
    page = number(press.args, 1)
    return await _promises(press.actor, fate=fate, page=page, uow=uow, now=now, edits=press.message_id)


async def _promises(
    actor: Actor, *, fate: Fate | None, page: int, uow: UnitOfWork, now: datetime, edits: int | None = None
) -> Reply:
    told = await promises.of(actor=actor, uow=uow, now=now)
    head = line("promises-head", estate=told.estate.name)
    if told.promises is None:
        return Reply((head, line("promises-early")), edits=edits, silent=True)
    lines = [head, *((line("promises-for-staff"),) if told.early else ())]
    if not told.promises:
        return Reply((*lines, line("promises-empty")), edits=edits, silent=True)
    if fate is None:
        return Reply((*lines, *_sums(told.promises)), buttons=_fates(told.promises), edits=edits, silent=True)
    theirs = promises.chosen(told.promises, fate)
    pages = max(1, -(-len(theirs) // promises.PAGE))
    at = max(0, min(page, pages - 1))
    lines.append(line("promises-fate", fate=Term(f"fate-{fate}"), n=len(theirs)))
    lines += _by_owner(theirs[at * promises.PAGE : (at + 1) * promises.PAGE])
    if pages > 1:
        lines.append(line("list-page", page=str(at + 1), pages=str(pages)))
    turns = []
    if at > 0:
        turns.append(Button("button-page-back", data("promises", fate, at - 1)))
    if at + 1 < pages:
        turns.append(Button("button-page-on", data("promises", fate, at + 1)))
    back = (Button("button-promises-all", data("promises", ALL, 0)),)
    return Reply(tuple(lines), buttons=(*((tuple(turns),) if turns else ()), back), edits=edits, silent=True)


def _sums(told: Sequence[tuple[Wish, Promise]]) -> list[Line]:
    """In all, and by the body that promised."""
    every = [promise for _, promise in told]
    lines = [line("promises-sum", n=len(every)), _counted("promises-counts", every)]
    bodies = by_body(every)
    if len(bodies) > 1:
        lines += [_counted("promises-of", theirs, body=Term(f"body-{body}")) for body, theirs in bodies.items()]
    return [*lines, line("promises-foot")]


def _counted(key: str, theirs: Sequence[Promise], **more: Arg) -> Line:
    return Line(key, {**{str(fate): n for fate, n in counts(theirs).items()}, **more})


def _fates(told: Sequence[tuple[Wish, Promise]]) -> tuple[tuple[Button, ...], ...]:
    counted = counts([promise for _, promise in told])
    row = [
        Button("button-fate", data("promises", fate, 0), args={"fate": Term(f"fate-{fate}"), "n": n})
        for fate, n in counted.items()
        if n
    ]
    return tuple(tuple(row[at : at + 3]) for at in range(0, len(row), 3))


def _by_owner(theirs: Sequence[tuple[Wish, Promise]]) -> list[Line]:
    lines: list[Line] = []
    body = None
    for wish, promise in theirs:
        if promise.body is not body:
            body = promise.body
            lines.append(line("promises-body", body=Term(f"body-{body}")))
        words = plan_lines.quoted(wish)
        args: dict[str, Arg] = {"number": str(wish.number), "words": words, "day": Day(promise.day)}
        if promise.moved_to is not None and promise.fate is Fate.MOVED:
            lines.append(Line("promises-row-moved", {**args, "to": Day(promise.moved_to)}))
        else:
            lines.append(Line("promises-row", args))
    return lines
