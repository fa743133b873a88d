"""APScheduler ticks, and does nothing else: what is due is read from the database by each tick."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger


def ticking(tick: Callable[[], Awaitable[None]], *, every_s: float) -> AsyncIOScheduler:
    """A scheduler that calls `tick` every `every_s` seconds, first after as many; a missed tick is caught up as one."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        tick, IntervalTrigger(seconds=every_s), misfire_grace_time=None, coalesce=True, max_instances=1, id="tick"
    )
    return scheduler
