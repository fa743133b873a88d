"""Row locks on PostgreSQL: who waits, who steps aside, and no deadlock. SQLite has one writer and needs none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.intakes import Intake, IntakeState
from bot.domain.wishes import State
from bot.messages import Photo
from bot.ports import DialogState
from bot.store import Database, Store
from tests.store.building import Building, StoppedClock
from tests.store.post import Post, said, words


@pytest.fixture
def database_url(request: pytest.FixtureRequest, postgres_database: str, postgres) -> AsyncIterator[str]:
    """PostgreSQL alone."""
    yield postgres_database
    postgres.empty(postgres_database)


@pytest.fixture
async def second(database_url: str, clock: StoppedClock) -> AsyncIterator[Store]:
    opened = Store(Database.open(database_url), 4242, clock, owner="second")
    yield opened
    await opened.close()


def dialog(clock: StoppedClock, **changes: object) -> DialogState:
    now = clock.now()
    plain = DialogState(
        run=1, dialog="d", version=1, step="s", answers={}, trail=(), language="zh",
        idle_at=now, expires_at=now + timedelta(days=1),
    )  # fmt: skip
    return replace(plain, **changes)


async def test_a_locked_wish_is_seen_by_the_next_only_as_it_was_left(building: Building, store: Store, second: Store):
    wish = await building.wish()
    locked = asyncio.Event()

    async def first() -> None:
        async with store.units.writing() as uow:
            mine = await uow.wishes.lock(wish.id)
            locked.set()
            await uow.wishes.save(replace(mine, state=State.TAKEN, taken_by=building.li.id, taken_by_name="李"))

    async def other() -> State:
        await locked.wait()
        async with second.units.writing() as uow:
            assert (await uow.wishes.get(wish.id)).state in (State.OPEN, State.TAKEN), "reading does not wait"
            return (await uow.wishes.lock(wish.id)).state

    _, seen = await asyncio.gather(first(), other())
    assert seen is State.TAKEN


async def test_the_tick_leaves_a_dialog_alone_that_is_being_answered(building, store, second, clock):
    async with store.units.writing() as uow:
        await uow.dialogs.save(building.chat.id, building.wang.id, dialog(clock))
    async with store.units.writing() as answering, second.units.writing() as tick:
        assert await answering.dialogs.open(building.chat.id, building.wang.id) is not None
        assert await tick.dialogs.due(clock.now(), limit=9) == []
    async with second.units.writing() as tick:
        assert len(await tick.dialogs.due(clock.now(), limit=9)) == 1


async def test_an_answer_waits_for_the_tick_and_sees_what_it_did(building, store, second, clock):
    async with store.units.writing() as uow:
        await uow.dialogs.save(building.chat.id, building.wang.id, dialog(clock))
    due = asyncio.Event()

    async def tick() -> None:
        async with store.units.writing() as uow:
            [(chat_id, person_id, state)] = await uow.dialogs.due(clock.now(), limit=9)
            due.set()
            await uow.dialogs.save(chat_id, person_id, replace(state, reminded=True))

    async def answer() -> DialogState | None:
        await due.wait()
        async with second.units.writing() as uow:
            return await uow.dialogs.open(building.chat.id, building.wang.id)

    _, found = await asyncio.gather(tick(), answer())
    assert found is not None
    assert found.reminded


async def test_two_ticks_at_once_remind_once(building, store, second, clock):
    async with store.units.writing() as uow:
        await uow.dialogs.save(building.chat.id, building.wang.id, dialog(clock))

    async def tick(process: Store) -> int:
        async with process.units.writing() as uow:
            due = await uow.dialogs.due(clock.now(), limit=9)
            for chat_id, person_id, state in due:
                await uow.dialogs.save(chat_id, person_id, replace(state, reminded=True))
            return len(due)

    assert sorted(await asyncio.gather(tick(store), tick(second), tick(store), tick(second))) == [0, 0, 0, 1]


async def test_the_sender_steps_aside_for_a_unit_that_changes_the_slot(building, post, second, clock):
    sender = Post(second, clock)
    await post.say(building.chat, words("old", slot="card"))
    async with post.store.units.writing() as uow:
        await uow.outbox.say(building.chat.id, words("new", slot="card"), language="zh")
        assert await sender.claim(owner="second") == [], "it neither waits nor takes the old words"
    [parcel] = await sender.claim(owner="second")
    assert said(parcel) == "new"


async def test_the_sender_steps_aside_for_a_unit_that_changes_the_chat(building, post, second, clock):
    sender = Post(second, clock)
    other = await building.group(-1003, "4号楼")
    await post.say(building.chat, words("a"))
    await post.say(other, words("b"))
    async with post.store.units.writing() as uow:
        await uow.chats.set_language(building.chat.id, "en")
        assert [said(parcel) for parcel in await sender.claim(owner="second")] == ["b"]
    assert [said(parcel) for parcel in await sender.claim(owner="second")] == ["a"]


async def test_a_born_message_steps_aside_for_the_sender(building, post, second, clock):
    """Whoever has the chat's lock claims; the other's row waits. Never two in flight."""
    offered: list[object] = []
    post.store.units.hand_over_to(offered.extend)
    async with second.units.writing() as uow:
        await uow.chats.set_language(building.chat.id, "en")
        await post.say(building.chat, words("a"))
        assert offered == []
    [parcel] = await post.claim()
    assert said(parcel) == "a"


async def test_units_that_speak_to_the_same_chats_crosswise_do_not_deadlock(building, store, second, clock):
    chats = [building.chat, await building.group(-1003, "4号楼"), await building.group(-1004, "5号楼")]
    offered: list[object] = []
    for process in (store, second):
        process.units.hand_over_to(offered.extend)

    async def speak(process: Store, order: list) -> None:
        for number in range(10):
            async with process.units.writing() as uow:
                for chat in order:
                    await uow.outbox.say(chat.id, words(str(number)), language="zh")

    await asyncio.gather(speak(store, chats), speak(second, chats[::-1]))
    assert await store.queue.waiting() == 60
    assert len(offered) == 3, "one in flight in each chat"


async def test_the_same_people_and_chats_are_met_at_once_and_made_once(building, store, second):
    async def meet(process: Store, number: int) -> tuple[int, int]:
        async with process.units.writing() as uow:
            person = await uow.people.seen(telegram_id=99, name=str(number), username=None, client_language=None)
            chat = await uow.chats.seen(telegram_id=-99, private=False, title=str(number))
            await uow.files.keep(Photo(file_id=str(number), unique_id="u"))
            return person.id, chat.id

    met = await asyncio.gather(*(meet(process, number) for number in range(5) for process in (store, second)))
    assert len(set(met)) == 1


async def test_filing_waits_for_nobody_who_changes_the_chat(building, store, second):
    """Who reads a group's administrators anew or binds it changes the chat first, and counts or acts afterwards."""
    now = building.clock.now()
    wish = await building.wish()
    async with store.units.writing() as uow:
        await uow.intakes.save(Intake("east", IntakeState.OPEN, now, opened_at=now))
        first = await uow.dialogs.next_run()
    asked, changed = asyncio.Event(), asyncio.Event()

    async def changing() -> int:
        async with store.units.writing() as uow:
            await uow.chats.set_administrators(building.chat.id, frozenset({12}), now=now)
            changed.set()
            await asked.wait()
            intake = await uow.intakes.lock("east")
            assert intake is not None
            await uow.intakes.save(replace(intake, last_act_at=now))
            return await uow.dialogs.next_run()

    async def filing() -> int:
        async with second.units.writing() as uow:
            await changed.wait()
            assert await uow.intakes.of("east") is not None
            run = await uow.dialogs.next_run()
            asked.set()
            assert (await uow.postings.claim(wish, day=now.date(), most_cards=5)).position == 1
            return run

    assert await asyncio.gather(changing(), filing()) == [first + 2, first + 1]
