"""What happens, and when: two simulated days of acts, the bot killed in the middle of them, and Telegram's own troubles.

All by seed. What falls together within a few milliseconds is left to the computer: those races are what is looked for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from simulator.model import Chat
from tests.faults import residents, staff
from tests.faults.actor import Actor
from tests.faults.ledger import Ledger
from tests.faults.stage import Stage

RESIDENTS = 12
NEVER_STARTED = frozenset({"老赵", "吴芳"})
STAFF = ("李书记", "小周", "张师傅", "马经理", "钱主任")
TWO_DAYS = timedelta(days=2)

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
        pauses = [self.random.expovariate(1) for _ in range(self.kills)]
        while self.stage.bot.kills < self.kills:
            span = TWO_DAYS * (pauses.pop() / sum([*pauses, 1.0])) if pauses else timedelta(hours=1)
            await self.stage.passes(min(span, timedelta(hours=5)))
            await self._scene(self._cast())
        await self._last_ones_left_open()

    async def _moves_in(self) -> None:
        """Those who use the private chat press the pinned card's button and look around."""
        for actor in self.residents:
            if actor.started and actor.home is not None:
                await actor.person.presses("我想要", to=self._group_of(actor), settle=False)
        await self.stage.calm()
        for actor in self.residents:
            if actor.started:
                await actor.says("/cancel", actor.private)
        for actor in self.staff:
            await actor.person.starts(settle=False)
        await self.stage.calm()
