"""The report for those who answer: what was filed, how much of it for others, and whether they were told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain import tallies
from bot.domain.people import Estate
from bot.domain.rights import Act
from bot.domain.tallies import Tally
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing


@dataclass(frozen=True, slots=True)
class Report:
    estate: Estate
    recent: Tally  #: of the last `tallies.RECENT`
    ever: Tally


async def read(*, actor: Actor, uow: UnitOfWork, now: datetime) -> Report:
    """The estate's counts, committee-only wishes among them.

    Raises:
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_allowing`.
        OnlyInPrivate: in a building's group.
    """
    estate = standing.estate_allowing(actor, Act.READ_REPORT)
    standing.require_away_from_neighbours(actor)
    recent = await uow.tallies.of(estate.key, since=now - tallies.RECENT)
    return Report(estate, recent, await uow.tallies.of(estate.key, since=None))
