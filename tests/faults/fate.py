"""What happens, and when: two simulated days of acts, the bot killed in their middle, and Telegram's own troubles.

All by seed. What falls together within a few milliseconds is left to the computer: those races are what is looked for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from simulator.client import Group
from simulator.model import Chat
from tests.faults import residents, staff
from tests.faults.actor import Actor
from tests.faults.ledger import Ledger
from tests.faults.stage import Stage

RESIDENTS = 12
NEVER_STARTED = frozenset({"老赵", "吴芳"})
STAFF = ("李书记", "小周", "张师傅", "马经理", "钱主任")
TWO_DAYS = timedelta(days=2)
KILLS_AT_THE_END = 2
TICKS_EVERY_S = 5.0  #: real seconds between two looks of the bot at what is due
#: Tables that the bot is kept from writing to for a moment, so that it can be killed at just that.
HELD = ("inbox", "inbox_keys", "messages", "slots", "notices", "dialogs")

#: method, kind: planned in front of some scenes, once or twice each
TROUBLES = (
    ("sendMessage", "429"),
    ("sendMessage", "500"),
    ("sendMessage", "502"),
    ("sendMessage", "drop_before"),
    ("sendMessage", "drop_after"),
    ("sendMessage", "slow"),
    ("sendPhoto", "drop_after"),
    ("sendPhoto", "slow"),
    ("editMessageText", "429"),
    ("editMessageText", "500"),
    ("editMessageText", "drop_after"),
    ("editMessageMedia", "500"),
    ("editMessageMedia", "drop_after"),
    ("answerCallbackQuery", "500"),
    ("answerCallbackQuery", "drop_before"),
    ("getUpdates", "500"),
    ("getUpdates", "drop_before"),
    ("getUpdates", "drop_after"),
)


@dataclass(eq=False)
class Fate:
    stage: Stage
    ledger: Ledger
    kills: int
    random: Random
    residents: list[Actor] = field(default_factory=list)
    staff: list[Actor] = field(default_factory=list)
    troubles: int = 0
    _busy: set[int] = field(default_factory=set)
    _locks: dict[int, asyncio.Lock] = field(default_factory=dict)

    @classmethod
    def of(cls, stage: Stage, ledger: Ledger, *, kills: int, seed: int) -> Fate:
        fate = cls(stage, ledger, kills, Random(seed))
        people = stage.estate.people
        homes = [stage.telegram.groups[group.id] for group in (stage.estate.building3, stage.estate.building5)]
        for name in [*people][:RESIDENTS]:
            home = next(group for group in homes if group.member(people[name].id))
            fate.residents.append(fate._actor(name, home, started=name not in NEVER_STARTED))
        fate.staff = [fate._actor(name, None, started=True) for name in STAFF]
        return fate

    def _actor(self, name: str, home: Chat | None, *, started: bool) -> Actor:
        return Actor(
            stage=self.stage,
            ledger=self.ledger,
            person=self.stage.estate[name],
            home=home,
            random=Random(self.random.random()),
            started=started,
        )

    # ---- the whole ----

    async def runs_its_course(self) -> None:
        """Everybody moves in, two days pass, and the last dialogs left open are reminded of and put aside."""
        await self._moves_in()
        weights = [self.random.expovariate(1) for _ in range(self.kills)]
        began = self.stage.telegram.clock.now()
        for weight in weights:
            if self._kills_left <= 0:
                break
            await self.stage.passes(TWO_DAYS * 0.8 * (weight / sum(weights)))
            await self._scene()
        if (rest := began + TWO_DAYS - self.stage.telegram.clock.now()) > timedelta():
            await self.stage.passes(rest)
        await self.stage.calm()
        await self._last_ones_left_open()

    async def _moves_in(self) -> None:
        """Those who use the private chat press the pinned card's button and look around; a wish or two is there."""
        for actor in self.residents:
            if actor.started:
                await actor.person.presses("我想要", to=self._group_of(actor), settle=False)
        for actor in self.staff:
            await actor.person.starts(settle=False)
        await self.stage.calm()
        for actor in self.residents:
            if actor.started:
                await actor.says("/cancel", actor.private)
        await self.stage.calm()
        first = [residents.files_in_group(actor, "want", self._lock(actor)) for actor in self.residents[::5]]
        await self._all_do(first)

    def _group_of(self, actor: Actor) -> Group:
        groups = (self.stage.estate.building3, self.stage.estate.building5)
        return next(group for group in groups if actor.home is not None and group.id == actor.home.id)

    async def _last_ones_left_open(self) -> None:
        """An hour later each is reminded of, a day later put aside: once, although the bot is down or killed then."""
        late = self.random.sample([actor for actor in self.residents if actor.started], 2)
        await self._all_do([residents.leaves_it_open(actor) for actor in late])
        for actor in late:
            if actor.asleep is not None:
                actor.asleep.watched = True
        await self.stage.bot.kill()
        await self.stage.passes(timedelta(minutes=61))
        await self.stage.bot_starts()
        await self.stage.calm()
        await self.stage.passes(timedelta(hours=25))
        await asyncio.sleep(self.random.random() * TICKS_EVERY_S)
        await self.stage.bot.kill()
        await self.stage.bot_starts()
        await self.stage.calm()

    @property
    def _kills_left(self) -> int:
        """For the scenes."""
        return self.kills - KILLS_AT_THE_END - self.stage.bot.kills

    # ---- one scene, with a kill in it ----

    async def _scene(self) -> None:
        await self._trouble()
        acts = [asyncio.create_task(act) for act in self._acts()]
        try:
            await self._dies()
            await self._begins_again()
            await self._until_all_is_done(acts)
        finally:
            for act in acts:
                act.cancel()
        await self.stage.world.forgets_faults()

    async def _dies(self) -> None:
        """At any time; or as something has just happened in Telegram, or a few milliseconds later; or while it waits
        for Telegram's answer to what has been done; or between two of its transactions."""
        luck = self.random.random()
        if luck < 0.25:
            await asyncio.sleep(self.random.choice((0.05, 0.4, 1.0, 2.0)) * self.random.random())
            await self.stage.bot.kill()
            return
        if luck < 0.5:
            method = self.random.choice(("sendMessage", "sendMessage", "editMessageText", "sendPhoto"))
            await self.stage.world.fails(method, "slow", times=self.random.randint(1, 3), delay_s=0.5)
        await self._dies_soon(held=luck > 0.75, longest_s=0.3 if luck < 0.5 else 0.02)

    async def _dies_soon(self, *, held: bool, longest_s: float) -> None:
        # Held from the beginning, it has just heard all that people say at the same time.
        happenings = self.random.choice((0, 1)) if held else 1
        await self.stage.happens(happenings * self.random.randint(1, 30), within_s=3)
        if not held:
            await asyncio.sleep(longest_s * self.random.choice((0, 1)) * self.random.random())
            await self.stage.bot.kill()
            return
        async with self.stage.books.held(self.random.choice(HELD)):
            await asyncio.sleep(0.05 + self.random.random() * 0.2)
            await self.stage.bot.kill()

    async def _begins_again(self) -> None:
        await self._outage()
        await self.stage.bot_starts()
        if self.random.random() < 0.3 and self._kills_left > 0:
            # Once more: while it starts, or while it takes up all that it had left.
            if self.random.random() < 0.3:
                await asyncio.sleep(self.random.random() * 2)
                await self.stage.bot.kill()
            else:
                await self.stage.happens(2, within_s=10)
                await self._dies_soon(held=self.random.random() < 0.5, longest_s=0.05)
            await self.stage.bot_starts()

    async def _outage(self) -> None:
        """Mostly it begins again at once; sometimes it is down for minutes or hours, and people go on."""
        luck = self.random.random()
        if luck < 0.6:
            return
        most = timedelta(minutes=20) if luck < 0.88 else timedelta(hours=6)
        for _ in range(3):
            await self.stage.passes(most * self.random.random() / 3)
            await asyncio.sleep(0.05)

    async def _trouble(self) -> None:
        if self.random.random() < 0.4:
            method, kind = self.random.choice(TROUBLES)
            times, wait_s = self.random.randint(1, 2), self.random.randint(1, 6)
            await self.stage.world.fails(
                method, kind, times=times, retry_after_s=wait_s, delay_s=self.random.uniform(0.1, 0.8)
            )
            self.troubles += times
        if self.random.random() < 0.3:
            past = [update["update_id"] for update in await self.stage.world.updates()]
            await self.stage.world.redelivers(self.random.choice(past[-60:]), settle=False)
            self.troubles += 1

    def _acts(self) -> list[Coroutine[None, None, None]]:
        """What some of them do at the same time."""
        cast = self.random.sample(self.residents, self.random.randint(2, 6))
        acts = [self._resident_act(actor) for actor in cast]
        desk = self.stage.telegram.groups[self.stage.estate.staff.id]
        for actor in self.random.sample(self.staff, self.random.choice((0, 1, 1, 2))):
            if self.random.random() < 0.3:
                acts.append(staff.takes(actor, desk))
            else:
                acts.append(staff.answers(actor, desk, self._busy))
        return acts

    def _resident_act(self, actor: Actor) -> Coroutine[None, None, None]:
        luck = self.random.random()
        if luck < 0.15 or (not actor.started and luck < 0.5):
            return residents.files_in_group(actor, self.random.choice(("want", "suggest")), self._lock(actor))
        if luck < 0.45 and actor.started:
            return residents.files_in_private(actor)
        if luck < 0.6 and actor.started:
            return residents.looks_up(actor)
        if luck < 0.7:
            return residents.thanks(actor)
        return residents.stands_by(actor)

    def _lock(self, actor: Actor) -> asyncio.Lock:
        return self._locks.setdefault(actor.home.id if actor.home else 0, asyncio.Lock())

    async def _all_do(self, acts: list[Coroutine[None, None, None]]) -> None:
        await self._until_all_is_done([asyncio.create_task(act) for act in acts])

    async def _until_all_is_done(self, acts: list[asyncio.Task[None]]) -> None:
        """Whoever waits for something goes on once it shows, or once it is clear that it will not."""
        while waiting := [act for act in acts if not act.done()]:
            await self.stage.calm()
            await asyncio.wait(waiting, timeout=0.01)
        for act in acts:
            act.result()
