"""Who is what in each estate at this moment: what config.yaml says, and the roles that were given beside it.

Asked once for each update, tick and notice; within one unit of work the database is asked once. Where roles hold in a
grid it is asked as well which buildings are in which: a building that is moved takes what may be done there along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import grants
from bot.domain.house import House
from bot.domain.people import Estate
from bot.ports import UnitOfWork


async def estates_now(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> Mapping[str, Estate]:
    """The estates of config.yaml with everybody to whom a role was given that counts now."""
    accepted = await uow.grants.accepted()
    if not accepted:
        return estates
    by_grid = any(grant.terms.scope.grid_id is not None for grant in accepted)
    grids = await uow.grants.grids_of_buildings() if by_grid else {}
    return {key: grants.merged(estate, accepted, now, grids.get(key)) for key, estate in estates.items()}


async def house_now(house: House, *, uow: UnitOfWork, now: datetime) -> House:
    """As `estates_now`, of the whole installation."""
    estates = await estates_now(house.estates, uow=uow, now=now)
    return house if estates is house.estates else replace(house, estates=estates)
