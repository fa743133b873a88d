"""What falls due around quarrels: each thing once; and a mediator is reminded, never hurried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import quarrels
from bot.domain.course import Step
from bot.domain.people import Estate
from bot.domain.quarrel_news import QuarrelNews
from bot.domain.quarrels import QuarrelDue
from bot.ports import UnitOfWork
from bot.services import mediating
from bot.services.quarrels import bring_back, clocks_of, tell

MOST_AT_ONCE = 20


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.quarrels.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Remind, ask whether it holds, give back what its author said nothing to, forget words. Returns how many."""
    due = await uow.quarrels.due(now, limit=MOST_AT_ONCE)
    for found in due:
        quarrel, wish = await mediating.locked(found.id, uow)
        what = quarrels.due_of(quarrel, now=now)
        estate = estates.get(wish.estate_key)
        if what is QuarrelDue.FORGET_WORDS:  # also where nobody knows the estate any more
            await _forget_words(quarrel, uow=uow)
        elif estate is None:  # taken out of config.yaml
            await uow.quarrels.save(replace(quarrel, next_at=None))
        elif what is QuarrelDue.LAPSE:
            await bring_back(quarrel, wish, Step.UNASKED, estate, uow=uow, now=now)
        elif what is not None:
            await uow.quarrels.save(quarrels.nudged(quarrel, clocks=clocks_of(estate)))
            asks = what is QuarrelDue.ASK_WHETHER_HOLDS
            await tell(quarrel, QuarrelNews.ASK_WHETHER_HOLDS if asks else QuarrelNews.REMIND, uow=uow)
    return len(due)


async def _forget_words(quarrel: quarrels.Quarrel, *, uow: UnitOfWork) -> None:
    await uow.quarrels.save(replace(quarrels.without_words(quarrel), next_at=None))
    if quarrel.photo is not None:
        await uow.person_data.discard_photos({quarrel.photo})
