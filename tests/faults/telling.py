"""Broadcasts, and the bot killed in their middle: everybody is told, sees the newest words, or nothing any more.

Killed at any time; while Telegram has the message and has not said so; and while the bot waits for the database,
between the outbox and the account of who was told. Telegram refuses, floods, breaks and loses answers meanwhile.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select

from bot.store.broadcast_tables import broadcast_recipients, broadcasts
from bot.store.tables import chats, messages, slots
from simulator.client import Person
from simulator.model import Chat, Message
from tests.faults.audience import Audience, gathered
from tests.faults.stage import Stage, staged

GROUPS, PEOPLE = 120, 600
STEP = timedelta(seconds=0.25)  #: of the simulated time, taken while the bot works
REST_S = 0.02  #: real seconds between two steps
STUCK_S = 180.0  #: real seconds
FURTHER_KILLS = 2  #: in each of a correction, a retraction, a pause, and a retraction before all were told
#: Tables that the bot is kept from writing to for a moment, so that it can be killed at just that.
HELD = ("messages", "slots", "broadcasts", "broadcast_recipients")
KINDS = ("429", "500", "502", "drop_before", "drop_after", "slow")
ON_THE_WAY = 40  #: so many may arrive after somebody has pressed pause or cancel: what the outbox had already
FIRST, NEWER, SECOND, THIRD = (
    "明天8点到12点停水，请提前接一点水",
    "更正：停水改到后天8点到12点",
    "周六上午消防演习，听到铃声不用慌",
    "今晚电梯检修，请走楼梯",
)
#: What is in the outbox; read right after a start, what the process before it had left there.
_LEFT_OVER = select(messages.c.id).where(messages.c.slot.startswith("bc:"), messages.c.finished_at.is_(None))
_WITHDRAWN = re.compile("撤回了这条公告|notice was withdrawn")  #: where it could not be deleted any more


@dataclass(eq=False)
class Telling:
    stage: Stage
    audience: Audience
    kills: int
    random: Random
    wrong: list[str] = field(default_factory=list)
    troubles: int = 0
    duplicates: int = 0

    @property
    def secretary(self) -> Person:
        return self.stage.estate["李书记"]

    async def runs_its_course(self) -> None:
        await self.secretary.starts()
        await self.stage.calm()
        await self._everybody_is_told()
        await self._corrected()
        await self._retracted()
        await self._paused_and_cancelled()
        await self._retracted_before_all_were_told()
        self.wrong += [f"the log: {line}" for line in self.stage.bot.errors()]

    # ---- the scenes ----

    async def _everybody_is_told(self) -> None:
        await self._sends(FIRST)
        await self._with_kills(self.kills, "sendMessage", lambda: self._showing(FIRST))
        lost = self._answers_lost()
        for chat in self.audience.chats:
            seen = len(_seen(chat, FIRST))
            if not seen:
                self.wrong.append(f"never told: {chat.id}")
            elif seen - 1 > 1 + lost[str(chat.id)]:
                self.wrong.append(f"{seen} times in {chat.id}, {lost[str(chat.id)]} answers lost")
            self.duplicates += max(0, seen - 1)
        await self._books_say(FIRST, "done", told=len(self.audience.chats))

    async def _corrected(self) -> None:
        """An answer that was lost leaves a message nobody knows of: that one stays as it is."""
        await self._presses("✏️ 更正")
        await self.secretary.says(NEWER, settle=True)
        await self._presses("对", sure=False)
        await self._with_kills(FURTHER_KILLS, "editMessageText", lambda: self._showing(NEWER))
        for chat, known in await self._known(1):
            message = chat.message(known) if known else None
            if message is None or len(_seen(chat, NEWER)) != 1 or NEWER not in message.body:
                self.wrong.append(f"not corrected once in {chat.id}: {message and message.body!r}, {_bodies(chat)}")
        await self._books_say(NEWER, "done", told=len(self.audience.chats))

    async def _retracted(self) -> None:
        known = dict(await self._known(1))
        orphans = {
            chat: {each.id for each in (*_seen(chat, FIRST), *_seen(chat, NEWER)) if each.id != known[chat]}
            for chat in self.audience.chats
        }
        await self._presses("↩️ 撤回")
        await self._presses("对，撤回")
        gone = lambda: sum(not (_seen(chat, NEWER)) for chat in self.audience.chats)  # noqa: E731
        await self._with_kills(FURTHER_KILLS, "deleteMessage", gone)
        for chat in self.audience.chats:
            left = {each.id for each in (*_seen(chat, FIRST), *_seen(chat, NEWER))}
            if left - orphans[chat]:
                self.wrong.append(f"still there after it was retracted, in {chat.id}: {left - orphans[chat]}")

    async def _paused_and_cancelled(self) -> None:
        """A pause stays one over a kill; whoever was not told when it was cancelled never is."""
        everybody = len(self.audience.chats)
        await self._sends(SECOND)
        await self._goes_on(lambda: self._showing(SECOND) >= everybody // 3)
        await self._presses("⏸ 先停一下")
        at_pause = self._showing(SECOND)
        for _ in range(FURTHER_KILLS):
            await self._killed("sendMessage")
            await self._calm()
            await self.stage.passes(timedelta(minutes=30))
            await self._calm()
        if self._showing(SECOND) > at_pause + ON_THE_WAY:
            self.wrong.append(f"{self._showing(SECOND)} told, although it paused at {at_pause}")
        await self._books_say(SECOND, "paused")
        await self._presses("▶️ 接着发")
        await self._goes_on(lambda: self._showing(SECOND) >= 2 * everybody // 3)
        await self._presses("✋ 不再发了")
        await self._presses("对，不再发了")
        at_cancel = self._showing(SECOND)
        await self._killed("sendMessage")
        await self._calm()
        await self.stage.passes(timedelta(hours=2))
        await self._calm()
        if self._showing(SECOND) > at_cancel + ON_THE_WAY:
            self.wrong.append(f"{self._showing(SECOND)} told, although it was cancelled at {at_cancel}")
        await self._books_say(SECOND, "cancelled", told=self._showing(SECOND))

    async def _retracted_before_all_were_told(self) -> None:
        everybody = len(self.audience.chats)
        await self._sends(THIRD)
        await self._goes_on(lambda: self._showing(THIRD) >= everybody // 3)
        await self._presses("↩️ 撤回")
        await self._presses("对，撤回")
        gone = lambda: everybody - self._showing(THIRD)  # noqa: E731
        await self._with_kills(FURTHER_KILLS, "deleteMessage", gone, since=2 * everybody // 3)
        lost = self._answers_lost(THIRD)
        for chat in self.audience.chats:
            seen = len(_seen(chat, THIRD))
            if seen > lost[str(chat.id)] + 1 or any(_WITHDRAWN.search(body) for body in _bodies(chat)):
                self.wrong.append(f"{seen} left in {chat.id} after it was retracted: {_bodies(chat)}")
        known = [chat.id for chat, number in await self._known(3) if number is not None and chat.message(number)]
        if known:
            self.wrong.append(f"known, and still there after it was retracted: {known}")

    # ---- what the secretary does ----

    async def _sends(self, words: str) -> None:
        await self.secretary.says("/broadcast", settle=True)
        await self.secretary.says(words, settle=True)
        await self.secretary.presses("全小区", settle=True)
        await self.secretary.presses("群里和私聊", settle=True)
        await self._presses("✅ 发出去")

    async def _presses(self, label: str, *, sure: bool = True) -> None:
        """Press once it is there, and time passes until the bot has answered."""
        await self._goes_on(lambda: self._offers(label))
        while True:
            pressing = asyncio.ensure_future(self.secretary.presses(label, settle=False))
            await self._goes_on(pressing.done)
            if pressing.result().answered or not sure:
                break
        await self.stage.heard()

    def _offers(self, label: str) -> bool:
        """Whether the bot has shown the secretary this button."""
        shown = [each for each in self.stage.chat(self.secretary.id).messages.values() if not each.deleted]
        return any(label in button["text"] for each in shown for row in each.keyboard or () for button in row)

    # ---- time, and death ----

    async def _with_kills(self, kills: int, method: str, count: Callable[[], int], *, since: int = 0) -> None:
        """Killed that often, as so many more have been told by each time; then until all is done.

        Not before what the kill before it had left was taken up: a chat that two kills hit may see it three times.
        """
        everybody = len(self.audience.chats)
        moments = sorted(self.random.sample(range(since + 1, everybody - 10), kills))
        for moment in moments:
            await self._goes_on(lambda moment=moment: count() >= moment)  # type: ignore[misc]
            await self._trouble(method)
            await self._killed(method)
            await self.stage.world.forgets_faults()
            await self._taken_up()
        await self._calm()

    async def _taken_up(self) -> None:
        """Return once nothing is left that was on its way before the bot began anew."""
        rows = await self.stage.books.rows(_LEFT_OVER)
        left, deadline = {row.id for row in rows}, time.monotonic() + STUCK_S
        while left & {row.id for row in await self.stage.books.rows(_LEFT_OVER)}:
            assert time.monotonic() < deadline, await self.stage.described()
            await self._rests()

    async def _trouble(self, method: str) -> None:
        if self.random.random() < 0.6:
            kind, times = self.random.choice(KINDS), self.random.randint(1, 3)
            await self.stage.world.fails(
                method, kind, times=times, retry_after_s=self.random.randint(1, 6), delay_s=0.3
            )
            self.troubles += times
            await self._rests()

    async def _killed(self, method: str) -> None:
        luck = self.random.random()
        if luck < 0.3:
            await asyncio.sleep(0.3 * self.random.random())
            await self.stage.bot_is_killed()
        elif luck < 0.65:
            await self.stage.world.fails(method, "slow", times=8, delay_s=0.5)
            await self._rests(self.random.randint(2, 20))
            await self.stage.bot_is_killed()
        else:
            async with self.stage.books.held(self.random.choice(HELD)):
                await self._rests(self.random.randint(2, 20))
                await self.stage.bot_is_killed()
        await self.stage.bot_starts()

    async def _rests(self, steps: int = 1) -> None:
        """A little time passes."""
        for _ in range(steps):
            await self.stage.passes(STEP)
            await asyncio.sleep(REST_S)

    async def _goes_on(self, until: Callable[[], bool]) -> None:
        """Time passes while the bot works, until that.

        Raises:
            AssertionError: it never is.
        """
        deadline = time.monotonic() + STUCK_S
        while not until():
            assert self.stage.bot.runs, f"it ended by itself:\n{self.stage.bot.last_words()}"
            assert time.monotonic() < deadline, await self.stage.described()
            await self._rests()

    async def _calm(self) -> None:
        await self.stage.calm(within_s=STUCK_S)

    # ---- what is seen, and what the books say ----

    def _showing(self, words: str) -> int:
        """Chats in which it stands."""
        return sum(bool(_seen(chat, words)) for chat in self.audience.chats)

    def _answers_lost(self, words: str = "") -> Counter[str]:
        """Messages that arrived without the bot hearing of it, as we wanted it, by chat."""
        calls = self.stage.telegram.calls
        return Counter(
            str(call.params["chat_id"])
            for call in calls
            if call.method == "sendMessage" and call.answer is None and words in str(call.params.get("text"))
        )

    async def _known(self, number: int) -> Sequence[tuple[Chat, int | None]]:
        """By chat of the audience, the message in which the bot believes this broadcast to stand."""
        shown = select(chats.c.telegram_id, slots.c.message_id).join(slots, slots.c.chat_id == chats.c.id)
        theirs = select(broadcasts.c.id).where(broadcasts.c.number == number).scalar_subquery()
        found = await self.stage.books.rows(shown.where(slots.c.name == _slot(await self._only(theirs))))
        by_chat: dict[int, int | None] = {row.telegram_id: row.message_id for row in found}
        return [(chat, by_chat.get(chat.id)) for chat in self.audience.chats]

    async def _only(self, value: Any) -> int:
        [row] = await self.stage.books.rows(select(value))
        return int(row[0])

    async def _books_say(self, words: str, state: str, *, told: int | None = None) -> None:
        """The state, that nothing is left on the way, and that the account is what people see."""
        rows = await self.stage.books.rows(select(broadcasts).order_by(broadcasts.c.id.desc()).limit(1))
        [row] = rows
        if row.state != state or words not in str(row.words):
            self.wrong.append(f"broadcast {row.number} is {row.state}, not {state}")
        theirs = select(broadcast_recipients, chats.c.telegram_id).join(chats)
        recipients = await self.stage.books.rows(theirs.where(broadcast_recipients.c.broadcast_id == row.id))
        mine = {chat.id: chat for chat in self.audience.chats}
        of_them = [each for each in recipients if each.telegram_id in mine]
        if len(of_them) != len(mine):
            self.wrong.append(f"{len(of_them)} of {len(mine)} are recipients of broadcast {row.number}")
        for each in of_them:
            seen = bool(_seen(mine[each.telegram_id], words))
            if each.put_rev != each.settled_rev or seen != (each.outcome == "sent"):
                self.wrong.append(f"{each.telegram_id} sees it: {seen}; {each}")
        if told is not None and told != sum(each.outcome == "sent" for each in of_them):
            self.wrong.append(f"{told} see broadcast {row.number}, not so many as are noted")
        left = await self.stage.books.rows(
            select(messages.c.state).where(messages.c.slot == _slot(row.id), messages.c.finished_at.is_(None))
        )
        if left:
            self.wrong.append(f"left of broadcast {row.number}: {Counter(each.state for each in left)}")


def _slot(broadcast_id: int) -> str:
    return f"bc:{broadcast_id}"


def _bodies(chat: Chat) -> list[str]:
    return [each.body for each in chat.messages.values() if not each.deleted]


def _seen(chat: Chat, words: str) -> list[Message]:
    return [each for each in chat.messages.values() if words in each.body and not each.deleted]


async def play_telling(database_url: str, folder: Path, *, kills: int, seed: int) -> tuple[list[str], str]:
    """Play it to its end; returns what is wrong, and a line of figures."""
    began = time.monotonic()
    async with staged(database_url, folder, seed_number=seed, processes=2) as stage:
        audience = await gathered(stage, groups=GROUPS, people=PEOPLE)
        telling = Telling(stage, audience, kills, Random(seed))
        await telling.runs_its_course()
        figures = (
            f"broadcasts, seed {seed}: {GROUPS} groups and {PEOPLE} people, {stage.bot.kills} kills, "
            f"{telling.troubles} troubles planned, {telling.duplicates} messages seen twice; "
            f"{time.monotonic() - began:.0f} s"
        )
    return telling.wrong, figures
