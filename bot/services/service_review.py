"""Once a year, and whenever the committee wants: how much each service was used, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import attention, service_review
from bot.domain.buttons import data
from bot.domain.people import Estate
from bot.domain.service_review import Reviewed, Use
from bot.messages import Actor, Arg, Button, Day, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import desks, directory

PAGE = 6  #: services a page, each with a row of buttons


@dataclass(frozen=True, slots=True)
class Review:
    estate: Estate
    rows: Sequence[Reviewed]  #: all of them


async def look_through(*, actor: Actor, uow: UnitOfWork, now: datetime) -> Review:
    """The list as it was used in the year that ends today.

    Raises:
        OnlyInPrivate, NotAllowed: see `directory.estate_to_run`.
    """
    return await _of(directory.estate_to_run(actor), uow=uow, now=now)


async def _of(estate: Estate, *, uow: UnitOfWork, now: datetime) -> Review:
    today = estate.local(now).date()
    uses = await uow.services.uses_since(estate.key, service_review.since(today))
    listed = await uow.services.of_estate(estate.key)
    much_from = estate.directory.much_used_from
    return Review(estate, service_review.review(listed, uses, much_from=much_from, today=today))


def reply(review: Review, *, page: int = 0, edits: int | None = None) -> Reply:
    """One page of it. A page past the end is the last one."""
    counted = service_review.counts(review.rows)
    lines = [line("service-review-head", estate=review.estate.name)]
    if not review.rows:
        return Reply((*lines, line("services-empty")), edits=edits)
    numbers: dict[str, Arg] = {str(use): n for use, n in counted.items()}
    lines.append(Line("service-review-counts", {**numbers, "much_from": review.estate.directory.much_used_from}))
    pages = -(-len(review.rows) // PAGE)
    at = max(0, min(page, pages - 1))
    use: Use | None = None
    rows: list[tuple[Button, ...]] = []
    for each in review.rows[at * PAGE : (at + 1) * PAGE]:
        if each.use is not use:
            use = each.use
            lines.append(line("service-review-use", use=Term(f"service-use-{use}"), n=counted[use]))
        lines.append(_row(each))
        if not each.is_done:
            rows.append(_choices(each, at))
    lines.append(line("service-review-how"))
    if pages > 1:
        lines.append(line("list-page", page=str(at + 1), pages=str(pages)))
    turns = []
    if at > 0:
        turns.append(Button("button-page-back", data("service-review", at - 1)))
    if at + 1 < pages:
        turns.append(Button("button-page-on", data("service-review", at + 1)))
    if turns:
        rows.append(tuple(turns))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits)


def _row(each: Reviewed) -> Line:
    args: dict[str, Arg] = {"number": str(each.service.number), "name": each.service.name, "n": each.uses}
    if each.is_done:
        return Line("service-review-row-done", args)
    if each.is_new:
        return Line("service-review-row-new", {**args, "day": Day(each.service.listed_on)})
    return Line("service-review-row", args)


def _choices(each: Reviewed, page: int) -> tuple[Button, ...]:
    number: dict[str, Arg] = {"number": str(each.service.number)}
    return (
        Button("button-service-keep", data("service-do", each.service.id, "keep", page), args=number),
        Button("button-service-change-no", data("service-do", each.service.id, "change"), args=number),
        Button("button-service-off-no", data("service-do", each.service.id, "off"), args=number),
    )


# ---- once a year -----------------------------------------------------------------------------------------------------


def round_of(estate: Estate) -> str:
    """See `ports.FirstMoments.rounds`."""
    return f"service-review:{estate.key}"


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    """Whether an estate's review is due, or it is not kept yet when its first one is."""
    kept = await uow.services.reviews()
    return any(key not in kept or kept[key] <= now for key in estates)


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Tell the reviews that are due, once each; returns for how many estates something was done."""
    return sum([await _meet(estate, uow=uow, now=now) for estate in estates.values()])


async def _meet(estate: Estate, *, uow: UnitOfWork, now: datetime) -> int:
    due = await uow.services.lock_review(estate.key)
    if due is not None and due > now:
        return 0
    next_at = service_review.next_review(now, estate)
    if due is not None and not await _tell(estate, uow=uow, now=now):
        # The night, or nobody there to read it: with the next list of the morning.
        next_at = attention.next_at(estate.list_at, after=now, zone=estate.time_zone)
    await uow.services.set_review(estate.key, next_at)
    return 1


async def _tell(estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    """False: it could not be told now. An empty list needs no review."""
    if estate.courtesy.sleeps_at(estate.local(now).time()):
        return False
    review = await _of(estate, uow=uow, now=now)
    return not review.rows or bool(await desks.tell(estate, reply(review), uow=uow))
