"""Six weeks in which things fall due by themselves, and the bot is killed around those moments.

What was promised for a day, put off, asked, listed, told of a week or a month: it must have happened once in the
database, and at least once in the chat. At most one message more for each kill.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from bot.domain.house import House
from bot.ports import UnitOfWork
from bot.settings.workdays import CountryWorkdays
from handlers.deadlines import DEADLINES, Deadline
from tests.faults.diary import MORE, WITH_ALL, ZONE, Diary
from tests.faults.fate import TICKS_EVERY_S
from tests.faults.promised import SILENT, Kept, judged
from tests.faults.stage import Stage, staged

SPAN = timedelta(weeks=6)
LOOK_AHEAD = timedelta(minutes=30)  #: how finely the next moment is looked for, before it is found to the second
BEFORE_S = 20  #: simulated seconds before a moment, at which somebody may pull the plug
#: Tables that what falls due writes to: held for a moment, so that a kill falls between two transactions.
HELD = ("messages", "slots", "notices", "wishes")
SLOW_S = 0.5  #: real seconds that Telegram takes to answer then
AGAIN = 0.15  #: how likely it is killed once more as it takes up what was due
MOMENTS_A_DAY = 2  #: of the later weeks, about: by that the kills are shared out


async def _digests_are_due(*, uow: UnitOfWork, now: datetime, house: House) -> bool:
    return any(moment <= now for *_, moment in await uow.tellings.moments(limit=99))


async def _told_elsewhere(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    raise NotImplementedError("delivery tells digests itself")


SPEAKING = [
    *(each for each in DEADLINES if each.name not in SILENT),
    Deadline("digests", _digests_are_due, _told_elsewhere),
]
FIRST_YEAR = 2026


def beginning() -> datetime:
    """09:00 on the first Monday of November of the last year whose days off are known: the six weeks pass the day on
    which the next year's are wanted."""
    days_off = CountryWorkdays("CN")
    year = next(year for year in range(FIRST_YEAR, FIRST_YEAR + 50) if not days_off.knows(year + 1))
    first = date(year, 11, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    return datetime(monday.year, monday.month, monday.day, 9, tzinfo=ZONE).astimezone(UTC)


@dataclass(eq=False)
class Weeks:
    stage: Stage
    kills: int
    random: Random
    diary: Diary
    kept: Kept
    met: Counter[str] = field(default_factory=Counter)  #: moments that came, by what fell due
    strikes: int = 0  #: moments at which it was killed; of several processes one or all
    hit: Counter[str] = field(default_factory=Counter)  #: those of them around which it was killed

    @property
    def _end(self) -> datetime:
        return self.diary.began + SPAN

    @property
    def _now(self) -> datetime:
        return self.stage.telegram.clock.now()

    async def go_by(self) -> None:
        """Moment by moment, and page by page of the diary; nobody is killed while people act: `make faults`' other play
        is about that."""
        pages = self.diary.pages
        while True:
            page = pages[0][0] if pages else self._end
            due = await self._next(min(page, self._end))
            if due is not None:
                await self._meets(*due)
            elif pages:
                await self._turns(*pages.pop(0))
            else:
                break
        await self._passes_to(self._end)
        await self._calm()

    async def _turns(self, moment: datetime, act: Callable[[], Awaitable[None]]) -> None:
        await self._passes_to(moment)
        await self._calm()
        self.stage.world.autosettle = True
        await act()
        self.stage.world.autosettle = False
        await self.stage.heard()
        await self.kept.read()

    async def _meets(self, moment: datetime, due: Sequence[str]) -> None:
        self.met.update(due)
        if self._strikes(due):
            self.strikes += 1
            self.hit.update(due)
            await self._killed_around(moment)
        else:
            await self._passes_to(moment)
        await self._calm()

    async def _calm(self) -> None:
        await self.stage.calm()
        await self.kept.read()

    def _strikes(self, due: Sequence[str]) -> bool:
        """Whatever was never hit, if there are kills for all; else as chance wants it, to the end of the weeks."""
        if self.strikes >= self.kills:
            return False
        if any(name not in self.hit for name in due):
            return self.random.random() < (self.kills - self.strikes) / self._never_hit
        moments_left = MOMENTS_A_DAY * ((self._end - self._now) / timedelta(days=1)) + 1
        return self.random.random() < self._spare / moments_left

    @property
    def _never_hit(self) -> int:
        return sum(each.name not in self.hit for each in SPEAKING)

    @property
    def _spare(self) -> int:
        """Kills that are not needed for what was never hit."""
        return self.kills - self.strikes - self._never_hit

    # ---- the moments ----

    async def _next(self, until: datetime) -> tuple[datetime, list[str]] | None:
        """When something falls due next, to the second, and what; asked of the bot's own table of deadlines."""
        before = self._now
        async with self.stage.books.store.units.reading() as uow:

            async def due(at: datetime, among: Sequence[Deadline]) -> list[Deadline]:
                house = self.stage.books.house
                return [each for each in among if await each.is_due(uow=uow, now=at, house=house)]

            while before < until:
                at = min(before + LOOK_AHEAD, until)
                if found := await due(at, SPEAKING):
                    while at - before > timedelta(seconds=1):
                        between = before + (at - before) / 2
                        sooner = await due(between, found)
                        at, before, found = (between, before, sooner) if sooner else (at, between, found)
                    return at, [each.name for each in found]
                before = at
        return None

    async def _passes_to(self, moment: datetime) -> None:
        if (span := moment - self._now) > timedelta():
            await self.stage.passes(span)

    async def _killed_around(self, moment: datetime) -> None:
        """Before it, so that it comes while the bot is down; as the bot looks; as the first of it is seen; or while
        it waits to write."""
        luck = self.random.random()
        if luck < 0.2:
            await self._passes_to(moment - timedelta(seconds=BEFORE_S))
            await self.stage.bot_is_killed()
            await self._passes_to(moment + timedelta(minutes=self.random.choice((0, 1, 30))))
        elif luck < 0.4:
            await self._passes_to(moment)
            await asyncio.sleep(self.random.random() * (TICKS_EVERY_S + 0.5))
            await self.stage.bot_is_killed()
        elif luck < 0.8:
            await self._passes_to(moment)
            await self._killed_as_it_speaks()
        else:
            await self._passes_to(moment)
            async with self.stage.books.held(self.random.choice(HELD)):
                await asyncio.sleep(TICKS_EVERY_S * self.random.random())
                await self.stage.bot_is_killed()
        await self.stage.bot_starts()
        if self.random.random() < AGAIN and self._spare > 0:
            self.strikes += 1
            await self._killed_as_it_speaks()
            await self.stage.bot_starts()
        await self.stage.world.forgets_faults()

    async def _killed_as_it_speaks(self) -> None:
        """Mostly after a message has arrived and before Telegram's answer has: nobody will know that it did."""
        await self.stage.world.fails("sendMessage", "slow", times=4, delay_s=SLOW_S)
        await self.stage.happens(self.random.choice((1, 1, 2)), within_s=TICKS_EVERY_S + 2, kind="message")
        await asyncio.sleep(1.2 * SLOW_S * self.random.random())
        await self.stage.bot_is_killed()

    def _figures(self) -> str:
        rows = ", ".join(f"{name} {self.hit[name]}/{n}" for name, n in self.met.most_common())
        return (
            f"{self.stage.bot.kills} kills, {sum(self.hit.values())} of {sum(self.met.values())} moments hit ({rows})"
        )

    def never(self) -> list[str]:
        """Rows that speak and were not met; or, where there were kills for all, were not hit."""
        unmet = [each.name for each in SPEAKING if each.name not in self.met]
        unhit = [each.name for each in SPEAKING if each.name not in self.hit] if self.kills >= len(SPEAKING) else []
        return [f"never fell due: {name}" for name in unmet] + [f"never hit: {name}" for name in unhit]


async def play_weeks(database_url: str, folder: Path, *, kills: int, seed: int) -> tuple[list[str], str]:
    """Play them to their end; returns what is wrong, and a line of figures."""
    began = time.monotonic()
    start = beginning()
    async with staged(database_url, folder, seed_number=seed, start=start, estate=WITH_ALL, more=MORE) as stage:
        diary = Diary(stage, start)
        weeks = Weeks(stage, kills, Random(seed), diary, Kept(stage, diary))
        await diary.begin()
        await weeks.go_by()
        wrong, more = await judged(weeks.kept)
        figures = f"six weeks, seed {seed}: {weeks._figures()}; {more}; {time.monotonic() - began:.0f} s"
    return weeks.never() + wrong, figures
