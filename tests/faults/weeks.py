"""Six weeks in which things fall due by themselves, and the bot is killed around those moments.

What was promised for a day, put off, asked, listed, told of a week or a month: it must have happened once in the
database, and at least once in the chat. At most one message more for each kill.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, func, select

from bot.store.bulletin_tables import bulletins
from bot.store.course_tables import wish_steps
from bot.store.verdict_tables import askings
from handlers.deadlines import DEADLINES
from simulator.client import Group, Message, Person
from tests.faults.fate import TICKS_EVERY_S
from tests.faults.stage import Stage, staged

ZONE = ZoneInfo("Asia/Shanghai")  #: the estate's
SPAN = timedelta(weeks=6)
LOOK_AHEAD = timedelta(minutes=10)  #: how finely the next moment is looked for
BEFORE_S = 20  #: simulated seconds before a moment, at which somebody may pull the plug
#: Tables that what falls due writes to: held for a moment, so that a kill falls between two transactions.
HELD = ("messages", "slots", "notices", "wishes")

#: What nobody sees when it is done: forgetting what is old. It is met on the way.
SEEN = [each for each in DEADLINES if each.name not in ("jots", "unsigned", "retention", "old-presses")]


@dataclass(eq=False)
class Weeks:
    stage: Stage
    kills: int
    random: Random
    wrong: list[str] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)  #: moments that came, by what fell due
    began: date = date.min
    wished_in: set[int] = field(default_factory=set)  #: weeks of the year

    # ---- the people ----

    @property
    def desk(self) -> Group:
        return self.stage.estate.staff

    def __getitem__(self, name: str) -> Person:
        return self.stage.estate[name]

    async def _files(self, who: str, words: str) -> None:
        person = self[who]
        await person.presses("我想要", to=self.stage.estate.building3)
        await person.says(words)
        await person.presses("发到群里")

    async def _answers(
        self, who: str, about: str, kind: str, *, day: str | None = None, words: str | None = None
    ) -> None:
        person = self[who]
        await person.presses("答复", to=self.desk, on=await person.sees(about, to=self.desk))
        await person.presses(kind, to=self.desk)
        for said in (day, words):
            if said is not None:
                await person.says(said, to=self.desk, reply_to=await person.last(to=self.desk))
        if kind == "办好了":
            await person.presses("跳过", to=self.desk)  # no words
            await person.photographs(to=self.desk, reply_to=await person.last(to=self.desk))
            await person.presses("好了", to=self.desk)
        await person.presses("对", to=self.desk)

    async def begin(self) -> None:
        """What will fall due later is set going; nobody is killed yet."""
        self.began = self._today()
        self.stage.world.autosettle = True
        for words in ("三楼走廊的灯坏了", "楼下加一排晾衣架", "想要一个快递柜", "垃圾没人扫", "单元门关不上"):
            await self._files("王阿姨", words)
        card = await self["陈伟"].sees("三楼走廊的灯坏了", to=self.stage.estate.building3)
        await self["陈伟"].presses("我家也是", to=self.stage.estate.building3, on=card)
        await self._answers("张师傅", "三楼走廊的灯坏了", "办好了")
        await self._answers("李书记", "楼下加一排晾衣架", "先记着，过些日子再议", day="3月20日", words="先看场地")
        await self._answers("李书记", "想要一个快递柜", "答应办", day="3月10日", words="跳过")
        await self._answers("张师傅", "垃圾没人扫", "答应办", day="4月30日", words="跳过")
        await self._answers("张师傅", "单元门关不上", "办好了")
        await self.stage.passes(timedelta(minutes=5))
        await self.stage.calm()
        asked = await self["王阿姨"].sees("三楼走廊的灯坏了", to=self.stage.estate.building3)
        await self["王阿姨"].presses("好了", to=self.stage.estate.building3, on=asked)
        self.stage.world.autosettle = False

    # ---- the moments ----

    async def go_by(self) -> None:
        """Moment by moment; which of them are hit by a kill is left to chance, all kills but few fall in."""
        end = self.stage.telegram.clock.now() + SPAN
        while (moment := await self._next(end)) is not None:
            due = moment[1]
            self.met.update(due)
            left = self.kills - self.stage.bot.kills
            hit = left > 0 and self.random.random() < 0.6
            await (self._killed_around(moment[0]) if hit else self._passes_to(moment[0]))
            await self.stage.calm()
            if not hit:
                await self._somebody_wishes()
        await self.stage.calm()

    async def _somebody_wishes(self) -> None:
        """Once a week, so that there is something to tell of it."""
        week = self._today().isocalendar().week
        if week not in self.wished_in:
            self.wished_in.add(week)
            self.stage.world.autosettle = True
            words = f"第{week}周：想要一张长椅"
            await self._files("陈伟", words)
            await self._answers("张师傅", words, "答应办", day="4月30日", words="跳过")
            self.stage.world.autosettle = False

    async def _next(self, end: datetime) -> tuple[datetime, list[str]] | None:
        """When something falls due next, and what; asked of the bot's own table of deadlines, at later and later
        moments."""
        books, at = self.stage.books, self.stage.telegram.clock.now()
        async with books.store.units.reading() as uow:
            while (at := at + LOOK_AHEAD) < end:
                due = [each.name for each in SEEN if await each.is_due(uow=uow, now=at, house=books.house)]
                if due:
                    return at, due
        return None

    async def _passes_to(self, moment: datetime) -> None:
        await self.stage.passes(moment - self.stage.telegram.clock.now())

    async def _killed_around(self, moment: datetime) -> None:
        """Before it, so that it comes while the bot is down; as the bot looks; as the first of it is seen; or while
        it waits to write."""
        luck = self.random.random()
        if luck < 0.25:
            await self._passes_to(moment - timedelta(seconds=BEFORE_S))
            await self.stage.bot_is_killed()
            await self._passes_to(moment + timedelta(minutes=self.random.choice((0, 1, 30))))
        elif luck < 0.5:
            await self._passes_to(moment)
            await asyncio.sleep(self.random.random() * (TICKS_EVERY_S + 0.5))
            await self.stage.bot_is_killed()
        elif luck < 0.8:
            await self.stage.world.fails("sendMessage", "slow", times=2, delay_s=0.5)
            await self._passes_to(moment)
            await self.stage.happens(self.random.randint(1, 4), within_s=TICKS_EVERY_S + 1)
            await asyncio.sleep(0.3 * self.random.random())
            await self.stage.bot_is_killed()
        else:
            await self._passes_to(moment)
            async with self.stage.books.held(self.random.choice(HELD)):
                await asyncio.sleep(TICKS_EVERY_S * self.random.random())
                await self.stage.bot_is_killed()
        await self.stage.bot_starts()
        await self.stage.world.forgets_faults()

    def _today(self) -> date:
        return self.stage.telegram.clock.now().astimezone(ZONE).date()

    # ---- what must be true ----

    async def judge(self) -> None:
        """Once in the database, at least once in the chat."""
        for check in (
            self._once_in_the_database(await self._rows()),
            await self._the_mornings(),
            await self._the_weeks_and_the_month(),
            await self._those_concerned(),
        ):
            self.wrong += check
        self.wrong += [f"the log: {line}" for line in self.stage.bot.errors()]
        self.wrong += [f"failed update {row}" for row in await self.stage.books.store.inbox.failed()]

    async def _rows(self) -> dict[str, list[Row[Any]]]:
        count = func.count().label("n")
        wanted = {
            "step": select(wish_steps.c.wish_id, wish_steps.c.step, count)
            .where(wish_steps.c.step == "came-back")
            .group_by(wish_steps.c.wish_id, wish_steps.c.step),
            "asking": select(askings.c.wish_id, askings.c.round, count).group_by(askings.c.wish_id, askings.c.round),
            "open": select(askings.c.id, askings.c.round, askings.c.outcome),
            "bulletin": select(bulletins.c.chat_id, bulletins.c.until, count).group_by(
                bulletins.c.chat_id, bulletins.c.until
            ),
        }
        return {name: list(await self.stage.books.rows(statement)) for name, statement in wanted.items()}

    def _once_in_the_database(self, rows: dict[str, list[Row[Any]]]) -> Iterator[str]:
        steps, asked = rows["step"], rows["asking"]
        if [row.n for row in steps] != [1]:
            yield f"what was put off came back {[row.n for row in steps]} times"
        if sorted((row.round, row.n) for row in asked) != [("again", 1), ("first", 1), ("first", 1)]:
            yield f"asked whether it is done: {[(row.wish_id, row.round, row.n) for row in asked]}"
        if not_closed := [row for row in rows["open"] if row.outcome is None and row.round == "first"]:
            yield f"never closed: {not_closed}"
        if [row for row in rows["bulletin"] if row.n != 1]:
            yield f"weeks told more than once: {rows['bulletin']}"

    async def _the_mornings(self) -> list[str]:
        """Something waits on each of them, so there is a list for each; told again only where a kill explains it."""
        said = Counter(self._day_of(message) for message in await self._at_desk("☀️"))
        days = {self.began + timedelta(days=n) for n in range(1, (self._today() - self.began).days)}
        wrong = [f"no list of the morning on {day}" for day in sorted(days - said.keys())]
        return wrong + self._too_often("the list of the morning", sum(said.values()) - len(said))

    async def _the_weeks_and_the_month(self) -> list[str]:
        groups = (self.stage.estate.building3,)
        wrong = []
        for group in groups:
            told = Counter(self._day_of(message) for message in await self._in(group, "📰"))
            if len(told) < SPAN.days // 7:
                wrong.append(f"{group.title}: {len(told)} weeks told of {SPAN.days // 7}")
            wrong += self._too_often("the week", sum(told.values()) - len(told))
        agendas = Counter(self._day_of(message) for message in await self._at_desk("🗂"))
        if len(agendas) != 1:
            wrong.append(f"agendas: {dict(agendas)}")
        return wrong

    async def _those_concerned(self) -> list[str]:
        """In private: the question, the question some weeks later, and that what was put off is open again."""
        wrong = []
        for who, words in (
            *(("王阿姨", "您看呢，好了没有？"), ("陈伟", "您看呢，好了没有？")),
            *(("王阿姨", "还好着吗？"), ("陈伟", "还好着吗？"), ("王阿姨", "说好今天再议")),
        ):
            heard = [message for message in await self[who].reads() if words in message.text]
            if not heard:
                wrong.append(f"{who} never heard: {words}")
            wrong += self._too_often(f"{who}: {words}", len(heard) - (2 if "您看呢" in words else 1))
        return wrong

    def _too_often(self, what: str, more: int) -> list[str]:
        return [f"{what}: {more} times too often"] if more > self.stage.bot.kills else []

    async def _at_desk(self, words: str) -> list[Message]:
        return await self._in(self.desk, words)

    async def _in(self, group: Group, words: str) -> list[Message]:
        return [message for message in await self["李书记"].reads(to=group) if message.text.startswith(words)]

    def _day_of(self, message: Message) -> date:
        return datetime.fromtimestamp(message.body["date"], ZONE).date()


async def play_weeks(database_url: str, folder: Path, *, kills: int, seed: int) -> tuple[list[str], str]:
    """Play them to their end; returns what is wrong, and a line of figures."""
    began = time.monotonic()
    async with staged(database_url, folder, seed_number=seed) as stage:
        weeks = Weeks(stage, kills, Random(seed))
        await weeks.begin()
        await weeks.go_by()
        await weeks.judge()
        figures = (
            f"six weeks, seed {seed}: {stage.bot.kills} kills around {sum(weeks.met.values())} moments "
            f"({', '.join(f'{name} {n}' for name, n in weeks.met.most_common())}); {time.monotonic() - began:.0f} s"
        )
    return weeks.wrong, figures
