"""Whatever people press, in batches it comes to the same as one by one: the same counts, the same words."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Row, Select, func, select

from bot.dispatch import Dispatcher
from bot.domain.wishes import AnswerKind, Visibility, Wish
from bot.messages import Toast
from bot.ports import CountedTap, TapAnswer, UnitOfWork
from bot.store import Database, Store
from bot.store.beginning_tables import card_presses
from bot.store.database import Transaction
from bot.store.tables import chats, notices, people, residents
from bot.store.wish_tables import followers, thanks, wishes
from handlers.front import Front
from tests.services.cast import GROUPS, HOUSE, PEOPLE
from tests.services.town import BOT_ID, StoppedClock, Town, settle

ROUNDS, IN_A_ROUND = 12, 14
PAUSES_S = (0, 1, 4, 20, 60, 200, 40_000)  #: around the limits of nervous thumbs and second thoughts, and to tomorrow
STRANGERS = (7001, 7002, 7003)

#: What was written, without the numbers that rows happen to have.
WRITTEN: dict[str, Select[Any]] = {
    "followers": select(wishes.c.words, people.c.telegram_id, followers.c.stance, followers.c.since)
    .join(followers, followers.c.wish_id == wishes.c.id)
    .join(people, people.c.id == followers.c.person_id),
    "presses": select(
        wishes.c.words, people.c.telegram_id, card_presses.c.button, card_presses.c.outcome, card_presses.c.pressed_at
    )
    .join(card_presses, card_presses.c.wish_id == wishes.c.id)
    .join(people, people.c.id == card_presses.c.person_id),
    "thanks": select(people.c.telegram_id, thanks.c.answer_id).join(thanks, thanks.c.person_id == people.c.id),
    "residents": select(chats.c.telegram_id, people.c.telegram_id, residents.c.met_at)
    .join(residents, residents.c.chat_id == chats.c.id)
    .join(people, people.c.id == residents.c.person_id),
    "people": select(
        people.c.telegram_id, people.c.name, people.c.client_language, people.c.started, people.c.seen_on,
        chats.c.telegram_id,
    ).outerjoin(chats, chats.c.id == people.c.home_chat_id),
    "news": select(notices.c.body).where(notices.c.body.not_like("%wish-changed%")),
    "changed": select(notices.c.body).where(notices.c.body.like("%wish-changed%")).distinct(),
}  # fmt: skip


PERSON = re.compile(r'"person_id":\d+')


async def rows(connection: Transaction, statement: Select[Any]) -> Sequence[Row[Any]]:
    return (await connection.execute(statement)).all()


@dataclass
class Played:
    """One database, and the presses that came to it."""

    town: Town
    toasts: dict[int, Toast | None] = field(default_factory=dict)  #: by update id

    def __post_init__(self) -> None:
        self.dispatcher = Dispatcher(
            units=self.town.store.units,
            inbox=self.town.store.inbox,
            front=Front(HOUSE),
            house=HOUSE,
            bot_id=BOT_ID,
            transport=None,
            clock=self.town.clock,
            answer_query=lambda *_: None,
            committed=lambda: None,
        )

    async def one_by_one(self, taps: Sequence[CountedTap]) -> None:
        for tap in taps:
            async with self.town.store.units.writing() as uow:
                answer = await self.dispatcher.judge(tap, uow, self.town.clock.now())
            self.toasts[tap.update_id] = answer.toast

    async def batched(self, taps: Sequence[CountedTap]) -> None:
        by_query = {tap.query_id: tap.update_id for tap in taps}
        written = await self.town.store.taps.write(taps, self.dispatcher.judge, now=self.town.clock.now())
        assert not written.left
        self.toasts |= {by_query[answer.query_id]: answer.toast for answer in written.answers}

    async def written(self) -> dict[str, list[Any]]:
        async with self.town.store.database.reading() as connection:
            return {
                name: sorted(
                    tuple(PERSON.sub("", str(each)) for each in row) for row in await rows(connection, statement)
                )
                for name, statement in WRITTEN.items()
            }


@pytest.fixture
async def single(sqlite_url: str) -> AsyncIterator[Played]:
    played = await begun(sqlite_url)
    yield played
    await played.town.store.close()


@pytest.fixture
async def batched(database_url: str, tmp_path: Path, sqlite_template: Path) -> AsyncIterator[Played]:
    """On both databases; on SQLite in a file beside the other."""
    if database_url.startswith("sqlite"):
        beside = tmp_path / "batched.db"
        beside.write_bytes(sqlite_template.read_bytes())
        database_url = f"sqlite+aiosqlite:///{beside}"
    played = await begun(database_url)
    yield played
    await played.town.store.close()


async def begun(url: str) -> Played:
    clock = StoppedClock()
    town = Town(Store(Database.open(url), BOT_ID, clock), Path("nowhere"), clock)
    async with town.store.units.writing() as uow:
        await settle(uow)
        town.groups = {name: await uow.chats.get(chat.id) for name, chat in GROUPS.items()}
    await town.files("三楼的灯坏了")
    done = await town.files("电梯坏了", author="chen")
    await town.files("只给居委会", visibility=Visibility.COMMITTEE)
    await town.files("The lift is stuck", author="emma")
    await town.files("楼下垃圾没人清", author="chen")
    await town.answers("zhou", done, AnswerKind.DONE)
    return Played(town)


def pressed(update_id: int, random: Random) -> CountedTap:
    person = random.choice(sorted({each.telegram_id for each in PEOPLE.values()}) + list(STRANGERS))
    chat = random.choice([*GROUPS.values(), GROUPS["building3"], GROUPS["building3"], None])
    data = random.choice(
        [f"{button}:{wish}" for button in ("join", "support", "help") for wish in (1, 1, 2, 3, 4, 5)]
        + ["thanks:1", "thanks:1", "thanks:1", "join:99", "join:x", "support", "help:1:2", "thanks:77"]
    )
    return CountedTap(
        update_id=update_id,
        query_id=f"q{update_id}",
        data=data,
        message_id=random.choice([None, 40]),
        chat_telegram_id=chat.telegram_id if chat else person,
        private=chat is None,
        title=chat.title if chat and random.random() < 0.9 else "改了名字",
        person_telegram_id=person,
        name=random.choice(["王", "王", "王先生"]),
        username=None,
        language_code=random.choice(["zh-hans", "en"]),
        raw={"update_id": update_id},
    )


@pytest.mark.parametrize("seed", range(3))
async def test_a_batch_comes_to_the_same_as_its_presses_one_by_one(single: Played, batched: Played, seed: int) -> None:
    random = Random(seed)
    counted = 0
    for number in range(ROUNDS):
        taps = [pressed(100 * number + offset, random) for offset in range(IN_A_ROUND)]
        # Within a batch the cards come one after the other: so they do here.
        taps.sort(key=lambda tap: tap.data.partition(":")[2])
        await single.one_by_one(taps)
        await batched.batched(taps)
        assert single.toasts == batched.toasts
        single_rows, batched_rows = await single.written(), await batched.written()
        assert single_rows == batched_rows
        counted = len(single_rows["followers"])
        pause = timedelta(seconds=random.choice(PAUSES_S))
        single.town.clock.moment += pause
        batched.town.clock.moment += pause
    assert counted > 10, "hardly anything was counted: this has shown little"
    assert len({toast.key for toast in single.toasts.values() if toast}) > 8


class Breaking:
    """The real judge; at `bad` it breaks after everything was done, or before the answer, as a bug would."""

    def __init__(self, played: Played, *bad: int) -> None:
        self.played, self.bad = played, set(bad)

    async def __call__(self, tap: CountedTap, uow: UnitOfWork, now: datetime) -> TapAnswer:
        answer = await self.played.dispatcher.judge(tap, uow, now)
        if tap.update_id in self.bad:
            raise ZeroDivisionError
        return answer


def join(update_id: int, wish: Wish, person: int, *, data: str | None = None) -> CountedTap:
    group = GROUPS["building3"]
    return CountedTap(
        update_id, f"q{update_id}", data or f"join:{wish.id}", 40, group.telegram_id, False, group.title, person, "王",
        None, "zh-hans", {"update_id": update_id},
    )  # fmt: skip


@pytest.mark.parametrize("also", ["thanks:1", "join:1"], ids=["beside what is not held", "held alone"])
async def test_a_press_that_breaks_leaves_nothing_and_takes_nothing_along(batched: Played, also: str) -> None:
    """The first press on a card is the one that breaks: the card is marked all the same, for the second."""
    async with batched.town.store.units.reading() as uow:
        wish = await uow.wishes.get(5)
    async with batched.town.store.database.reading() as connection:
        before = await connection.execute(select(func.count()).select_from(notices))
        marked = int(before.scalar_one())
    taps = [join(1, wish, 7001), join(2, wish, 7002), join(3, wish, 501, data=also), join(4, wish, 7001)]
    written = await batched.town.store.taps.write(taps, Breaking(batched, 1, 3), now=batched.town.clock.now())
    assert [tap.update_id for tap in written.left] in ([1, 3], [3, 1])
    left_there = await batched.written()
    assert sorted(row[1] for row in left_there["followers"]) == ["7001", "7002"]
    assert not left_there["thanks"]
    async with batched.town.store.database.reading() as connection:
        after = await connection.execute(select(func.count()).select_from(notices))
        assert int(after.scalar_one()) - marked == 1, "one for the card of wish 5"


async def test_what_a_slow_press_reads_has_what_the_quick_ones_before_it_wrote(batched: Played) -> None:
    """Taking back is written at once; before that all that is held must be."""
    async with batched.town.store.units.reading() as uow:
        wish = await uow.wishes.get(5)
    now = batched.town.clock.now()
    await batched.town.store.taps.write([join(1, wish, 7001)], batched.dispatcher.judge, now=now)
    later = batched.town.clock.moment = now + timedelta(seconds=30)
    taps = [join(2, wish, 7002), join(3, wish, 7001), join(4, wish, 7003), join(5, wish, 7001)]
    written = await batched.town.store.taps.write(taps, batched.dispatcher.judge, now=later)
    keys = [answer.toast and answer.toast.key for answer in written.answers]
    assert keys == ["counted-not-started", "taken-back", "counted-not-started", "taken-back"]
    async with batched.town.store.units.reading() as uow:
        assert (await uow.followers.counts(wish.id)).joined == 2
