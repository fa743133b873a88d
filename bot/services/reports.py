"""The report for those who answer: of one estate, or one of its buildings, over a time they choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import promises, report_spans, reports, triage
from bot.domain.people import Body, Estate
from bot.domain.promises import Fate
from bot.domain.report_spans import Named, Span
from bot.domain.reports import Facts, Filed, Report
from bot.domain.rights import Act
from bot.domain.wishes import Display
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.ports.reports import FiledWish, Reported
from bot.services import homes, roster, standing


@dataclass(frozen=True, slots=True)
class Reading:
    """`buildings`: that the report could be cut to."""

    estate: Estate
    span: Span
    building: str | None
    made_at: datetime
    report: Report
    buildings: Sequence[str]


def estate_of(actor: Actor) -> Estate:
    """The one estate that the actor may have a report of, where they are.

    Raises:
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_allowing`.
        OnlyInPrivate: in a building's group.
    """
    estate = standing.estate_allowing(actor, Act.READ_REPORT)
    standing.require_away_from_neighbours(actor)
    return estate


async def named(span: Named, estate: Estate, *, uow: UnitOfWork, now: datetime) -> Span:
    return report_spans.span_of(span, today=estate.local(now).date(), beginning=await _beginning(estate, uow, now))


async def in_words(words: str, estate: Estate, *, uow: UnitOfWork, now: datetime) -> tuple[Span, str | None]:
    """The time and the building that these words name; no time: the last weeks.

    Raises:
        ReportNotRead, ReportDaysAhead: see `report_spans.read`.
    """
    beginning = await _beginning(estate, uow, now)
    wanted = report_spans.read(words, today=estate.local(now).date(), beginning=beginning)
    return wanted.span or await named(Named.RECENT, estate, uow=uow, now=now), wanted.building


async def _beginning(estate: Estate, uow: UnitOfWork, now: datetime) -> date:
    return estate.local(await uow.reports.first_filed(estate.key) or now).date()


async def read(estate: Estate, span: Span, building: str | None, *, uow: UnitOfWork, now: datetime) -> Reading:
    """What can be told now of that time: answers that came after it are told too, as they belong to what was filed."""
    here = (await roster.estates_now({estate.key: estate}, uow=uow, now=now))[estate.key]
    since, until = span.moments(estate.time_zone)
    which = Reported(estate.key, since, until, building)
    known, spoke = await uow.reports.stairwells(which)
    facts = Facts(
        filed=[_filed(each) for each in await uow.reports.filed(which)],
        tally=await uow.tallies.of(which),
        promises=reports.promises_within(span, await _promised(which, estate, span, uow=uow, now=now)),
        verdicts=await uow.reports.verdicts(which),
        met=await uow.reports.met(which, by_role=homes.by_role(here, building)),
        known=known,
        spoke=spoke,
    )
    buildings = reports.in_order(await uow.reports.buildings(estate.key))
    return Reading(estate, span, building, now, reports.report_of(facts, estate=estate, now=now), buildings)


def _filed(found: FiledWish) -> Filed:
    wish = found.wish
    chosen = found.triage or triage.of_wish(wish)
    return Filed(
        kind=wish.kind,
        matter=None if wish.is_gone else chosen.matter,
        category=None if wish.is_gone else wish.category,
        building=None if wish.is_gone else wish.place.building,
        way=found.way,
        began_at=max(wish.filed_at, chosen.demand_since or wish.filed_at),
        heard_at=found.heard_at,
        decided_at=found.decided_at,
        is_over=wish.has_ended or wish.display is Display.REMOVED,
    )


async def _promised(
    which: Reported, estate: Estate, span: Span, *, uow: UnitOfWork, now: datetime
) -> list[tuple[date, Body, Fate]]:
    """Each promise with the body that gave it and what became of it until now; see `domain/promises.py`."""
    today, found = estate.local(now).date(), []
    for wish, steps in await uow.plan_posts.promising(estate.key, since=span.first):
        if which.building is None or (wish.place.building == which.building and not wish.is_gone):
            told = promises.of_steps(steps, zone=estate.time_zone, today=today)
            found += [(each.day, each.body, each.fate) for each in told]
    return found
