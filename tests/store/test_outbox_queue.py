"""What is said reaches the queue once, in order, one at a time for each chat; and what becomes of it."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.domain.notices import WishAnswered, WishChanged, WishFiled, WishThanked
from bot.messages import Button, Day, Line, Mention, Moment, Reply, Spot, Term, Texts
from bot.ports import Parcel
from bot.store import Database, NotStored, Store
from bot.store.unit import BORN_LEASE_S, session_of
from tests.store.post import LEASE_S, Post, said, words

# ---- order ------------------------------------------------------------------------------------------------------


async def test_a_message_comes_back_as_it_was_said(post, building, clock):
    reply = Reply(
        (
            Line("a", {"n": 3, "s": "<b>'灯'", "t": Term("state-open", {"x": 1}), "d": Day(date(2026, 3, 20))}),
            Line("b", {"m": Mention("王", 2**40), "at": Moment(datetime(2026, 3, 1, tzinfo=UTC), "Asia/Shanghai")}),
            Line("c", {"p": Spot(building="3", floor=-1), "l": Texts(("x", Term("k"), Day(date(2026, 1, 1)), Spot()))}),
        ),
        buttons=((Button("ok", data="d:1"), Button("go", start="x", args={"w": "灯"})), ()),
        photos=("a", "b"), answers=2**40, placeholder="p", silent=True, pin=True,
    )  # fmt: skip
    await post.say(building.chat, reply, language="en")
    parcel = await post.one()
    assert parcel.reply == reply
    assert (parcel.chat, parcel.language, parcel.attempts) == (building.chat, "en", 1)
    assert (parcel.slot, parcel.slot_message_id, parcel.notice_id, parcel.person_id) == (None, None, None, None)


async def test_first_in_first_out_and_one_in_flight_in_each_chat(post, building):
    other = await building.group(-1003, "4号楼")
    await post.say(building.chat, words("a1"), words("a2"))
    await post.say(other, words("b1"))
    first = await post.claim()
    assert [said(parcel) for parcel in first] == ["a1", "b1"]
    assert await post.claim() == []
    await post.sent(first[0])
    assert [said(parcel) for parcel in await post.claim()] == ["a2"]


async def test_a_limit_takes_the_oldest_first(post, building):
    other = await building.group(-1003, "4号楼")
    await post.say(other, words("b"))
    await post.say(building.chat, words("a"))
    assert [said(parcel) for parcel in await post.claim(limit=1)] == ["b"]


async def test_what_waits_its_time_holds_up_its_own_chat_only(post, building, clock, store):
    other = await building.group(-1003, "4号楼")
    await post.say(building.chat, words("a1"), words("a2"))
    await post.queue.again(await post.one(), not_before=clock.now() + timedelta(seconds=40), reason="flood")
    await post.say(other, words("b1"))
    assert await post.queue.next_due() == clock.now()
    assert [said(parcel) for parcel in await post.claim()] == ["b1"]
    clock.advance(seconds=39)
    assert [said(parcel) for parcel in await post.claim()] == ["b1"], "its lease is over; the other's time has not come"
    clock.advance(seconds=1)
    retried = await post.one()
    assert (said(retried), retried.attempts) == ("a1", 2)
    await post.sent(retried)
    assert [said(parcel) for parcel in await post.claim()] == ["a2"]


async def test_another_bots_messages_are_not_ours(post, building, database_url, clock):
    other = Post(Store(Database.open(database_url), 77, clock), clock)
    await post.say(building.chat, words("ours"))
    assert await other.claim() == []
    assert (await other.queue.waiting(), await other.queue.next_due()) == (0, None)
    await other.store.close()


async def test_two_workers_never_claim_the_same_row_nor_two_of_a_chat(building, store, clock, database_url):
    second = Store(Database.open(database_url), 4242, clock, owner="second")
    chats = [await building.group(-2000 - number, str(number)) for number in range(6)]
    async with store.units.writing() as uow:
        for number in range(8):
            for chat in chats:
                await uow.outbox.say(chat.id, words(f"{number}"), language="zh")
    in_flight: set[int] = set()
    told: list[tuple[int, str]] = []

    async def work(post: Post, owner: str) -> None:
        while await post.queue.waiting():
            for parcel in await post.claim(limit=3, owner=owner):
                assert parcel.chat.id not in in_flight
                in_flight.add(parcel.chat.id)
                await asyncio.sleep(0)
                told.append((parcel.chat.id, said(parcel)))
                in_flight.remove(parcel.chat.id)
                await post.sent(parcel)

    await asyncio.gather(work(Post(store, clock), "main"), work(Post(second, clock), "second"))
    for chat in chats:
        assert [each for chat_id, each in told if chat_id == chat.id] == [str(number) for number in range(8)]
    await second.close()


async def test_two_in_flight_in_one_chat_are_impossible(post, building, store):
    await post.say(building.chat, words("a"), words("b"))
    await post.one()
    force = text("UPDATE messages SET state = 'sending', owner = 'x', lease_until = put_at WHERE state = 'waiting'")
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await session_of(uow).connection.execute(force)


# ---- what becomes of it -----------------------------------------------------------------------------------------


async def test_a_dead_workers_message_is_sent_again_when_its_lease_ends(post, building, clock):
    await post.say(building.chat, words("a1"), words("a2"))
    await post.one()
    assert await post.queue.next_due() == clock.now() + timedelta(seconds=LEASE_S)
    clock.advance(seconds=LEASE_S - 1)
    assert await post.claim() == []
    clock.advance(seconds=1)
    again = await post.one()
    assert (said(again), again.attempts) == ("a1", 2)


async def test_a_restart_takes_up_its_own_at_once_and_not_others(post, building, clock, database_url):
    other = await building.group(-1003, "4号楼")
    await post.say(building.chat, words("a"))
    await post.claim()
    await post.say(other, words("b"))
    await post.claim(owner="second")
    restarted = Post(Store(Database.open(database_url), 4242, clock), clock)
    assert await restarted.queue.take_over() == 1
    assert [said(parcel) for parcel in await restarted.claim()] == ["a"]
    await restarted.store.close()


async def test_who_lost_the_row_cannot_put_it_back(post, building, clock):
    await post.say(building.chat, words("a"))
    slow = await post.one()
    clock.advance(seconds=LEASE_S)
    quick = await post.one()
    await post.queue.again(slow, not_before=clock.now(), reason="late")
    await post.queue.failed(slow, reason="late", now=clock.now())
    assert await post.claim() == []
    await post.sent(quick)
    await post.queue.unsure(quick, not_before=clock.now())
    assert await post.queue.waiting() == 0


async def test_late_word_that_it_was_sent_is_believed(post, building, clock):
    await post.say(building.chat, words("a"))
    slow = await post.one()
    clock.advance(seconds=LEASE_S)
    await post.claim()
    await post.sent(slow)
    assert await post.queue.waiting() == 0
    assert await post.claim() == []


async def test_unsure_means_once_more_after_a_while(post, building, clock):
    await post.say(building.chat, words("a1"), words("a2"))
    await post.queue.unsure(await post.one(), not_before=clock.now() + timedelta(seconds=5))
    assert await post.claim() == []
    assert await post.queue.next_due() == clock.now() + timedelta(seconds=5)
    clock.advance(seconds=5)
    assert said(await post.one()) == "a1"


async def test_a_failed_message_frees_its_chat_and_can_be_retried(post, building, clock):
    await post.say(building.chat, words("a1"), words("a2"))
    failed = await post.one()
    await post.queue.failed(failed, reason="chat not found", now=clock.now())
    assert await post.queue.problems() == [(failed.id, "failed", "chat not found")]
    assert await post.send_all() == ["a2"]
    assert not await post.queue.retry(404)
    assert await post.queue.retry(failed.id)
    assert not await post.queue.retry(failed.id)
    assert await post.queue.problems() == []
    assert await post.send_all() == ["a1"]


async def test_a_skipped_message_frees_its_chat_and_is_no_problem(post, building, clock):
    await post.say(building.chat, words("a1"), words("a2"))
    await post.queue.skipped(await post.one(), reason="nothing-to-show", now=clock.now())
    assert await post.queue.problems() == []
    assert await post.send_all() == ["a2"]


async def test_whoever_blocked_the_bot_is_left_alone(post, building, store, clock):
    chat = await building.private(building.wang)
    async with store.units.writing() as uow:
        await uow.people.set_started(building.wang.id, True)
        await uow.people.set_started(building.li.id, True)
    await post.say(chat, words("a"), words("b"))
    await post.queue.gone(await post.one(), reason="blocked", now=clock.now())
    assert (await post.claim(), await post.queue.waiting(), await post.queue.problems()) == ([], 0, [])
    async with store.units.reading() as uow:
        assert not (await uow.chats.get(chat.id)).present
        assert not (await uow.people.get(building.wang.id)).started
        assert (await uow.people.get(building.li.id)).started


async def test_a_group_that_threw_the_bot_out_says_nothing_about_people(post, building, store, clock):
    await post.say(building.chat, words("a"))
    await post.queue.gone(await post.one(), reason="kicked", now=clock.now())
    async with store.units.reading() as uow:
        assert not (await uow.chats.get(building.chat.id)).present


async def test_a_moved_group_gets_the_message_under_its_new_id(post, building, store):
    await post.say(building.chat, words("a1"), words("a2"))
    await post.queue.moved(await post.one(), telegram_id=-100_5)
    again = await post.one()
    assert (said(again), again.chat.id, again.chat.telegram_id) == ("a1", building.chat.id, -100_5)
    async with store.units.reading() as uow:
        assert (await uow.chats.get(building.chat.id)).telegram_id == -100_5


async def test_waiting_counts_what_is_unsent_and_untold(post, building, store, clock):
    assert (await post.queue.waiting(), await post.queue.next_due()) == (0, None)
    await post.say(building.chat, words("a"), words("b"))
    async with store.units.writing() as uow:
        await uow.outbox.put(WishFiled(1))
    assert await post.queue.waiting() == 3
    await post.sent(await post.one())
    assert await post.queue.waiting() == 2


# ---- notices ----------------------------------------------------------------------------------------------------


async def test_notices_come_back_oldest_first_until_settled(store, clock):
    facts = [WishFiled(1), WishChanged(2), WishAnswered(3, 4), WishThanked(5, 6, 7)]
    async with store.units.writing() as uow:
        for fact in facts:
            await uow.outbox.put(fact)
    rows = await store.queue.notices(limit=9)
    assert [row.notice for row in rows] == facts
    assert {row.put_at for row in rows} == {clock.now()}
    assert [row.notice for row in await store.queue.notices(limit=1)] == [WishFiled(1)]
    async with store.units.writing() as uow:
        await store.queue.settle_notice(uow, rows[0].id)
    assert [row.notice for row in await store.queue.notices(limit=9)] == facts[1:]
    async with store.units.writing() as uow:
        for notice_id in (rows[0].id, 404):
            with pytest.raises(NotStored):
                await store.queue.settle_notice(uow, notice_id)


async def test_each_person_is_told_once_of_a_notice(post, building, store, clock):
    private = await building.private(building.wang)
    notice_id = await _notice(store)

    async def fan_out() -> None:
        async with store.units.writing() as uow:
            for _ in range(2):
                await store.queue.address(
                    uow, notice_id=notice_id, person_id=building.wang.id, chat_id=private.id,
                    reply=words("done"), language="en", not_before=clock.now() + timedelta(hours=8),
                )  # fmt: skip
                await store.queue.skip(uow, notice_id=notice_id, person_id=building.li.id, reason="never-started")

    await fan_out()
    await fan_out()
    assert await post.claim() == []
    clock.advance(hours=8)
    parcel = await post.one()
    assert (said(parcel), parcel.language) == ("done", "en")
    assert (parcel.notice_id, parcel.person_id) == (notice_id, building.wang.id)
    await post.sent(parcel)
    await fan_out()
    assert await post.claim() == []
    async with store.units.reading() as uow:
        rows = await session_of(uow).all(text("SELECT state, reason FROM messages ORDER BY id"))
    assert [tuple(row) for row in rows] == [("sent", None), ("skipped", "never-started")]


async def test_two_workers_with_the_same_notice_tell_it_once(building, store, clock, database_url):
    second = Store(Database.open(database_url), 4242, clock, owner="second")
    private = await building.private(building.wang)
    notice_id = await _notice(store)

    async def tell(process: Store) -> bool:
        try:
            async with process.units.writing() as uow:
                await uow.outbox.say(private.id, words("told"), language="zh")
                await process.queue.settle_notice(uow, notice_id)
        except NotStored:
            return False
        return True

    assert sorted(await asyncio.gather(tell(store), tell(second))) == [False, True]
    assert await store.queue.waiting() == 1
    await second.close()


async def test_a_notices_message_may_have_a_slot(post, building, store):
    private = await building.private(building.wang)
    notice_id = await _notice(store)
    await post.say(private, words("old", slot="status"))
    async with store.units.writing() as uow:
        await store.queue.address(
            uow, notice_id=notice_id, person_id=building.wang.id, chat_id=private.id,
            reply=words("new", slot="status"), language="zh", not_before=None,
        )  # fmt: skip
    assert await post.send_all() == ["new"], "one message shows both"
    assert await post.queue.waiting() == 1, "the notice itself is not settled yet"


async def test_what_is_finished_is_forgotten_when_it_is_old(post, building, store, clock):
    private = await building.private(building.wang)
    notice_id = await _notice(store)
    async with store.units.writing() as uow:
        await store.queue.settle_notice(uow, notice_id)
        await store.queue.address(
            uow, notice_id=notice_id, person_id=building.wang.id, chat_id=private.id,
            reply=words("a"), language="zh", not_before=None,
        )  # fmt: skip
    await post.say(building.chat, words("b"), words("c"))
    await post.send_all()
    await _notice(store)
    clock.advance(days=8)
    await post.say(building.chat, words("new"))
    await store.queue.forget_old(before=clock.now() - timedelta(days=7))
    async with store.units.reading() as uow:
        counts = [await session_of(uow).value(text(f"SELECT count(*) FROM {name}")) for name in ("messages", "notices")]
    assert counts == [1, 1], "what waits stays, however old"
    assert await post.send_all() == ["new"]


async def _notice(store: Store) -> int:
    async with store.units.writing() as uow:
        await uow.outbox.put(WishFiled(1))
    return (await store.queue.notices(limit=99))[-1].id


# ---- born claimed -----------------------------------------------------------------------------------------------


async def test_a_direct_answer_is_handed_over_right_after_its_commit(post, building, store, clock):
    offered: list[Parcel] = []
    store.units.hand_over_to(offered.extend)
    await post.say(building.chat, words("a1"), words("a2"))
    [parcel] = offered
    assert (said(parcel), parcel.attempts) == ("a1", 1)
    assert await post.claim() == [], "nobody else takes it, nor overtakes it"
    await post.sent(parcel)
    assert said(await post.one()) == "a2"


async def test_a_busy_chats_answer_waits_its_turn(post, building, store):
    await post.say(building.chat, words("before"))
    offered: list[Parcel] = []
    store.units.hand_over_to(offered.extend)
    await post.say(building.chat, words("after"))
    assert [said(parcel) for parcel in offered] == ["before"]
    await post.say(building.chat, words("later"))
    assert len(offered) == 1
    assert await post.claim() == []


async def test_a_born_message_of_a_killed_process_is_sent_by_the_next(post, building, store, clock, database_url):
    store.units.hand_over_to(lambda _parcels: None)  # killed right after the commit
    await post.say(building.chat, words("a"))
    assert await post.claim() == []
    clock.advance(seconds=BORN_LEASE_S)
    assert said(await post.one()) == "a"


async def test_nothing_is_handed_over_that_was_not_committed(building, store):
    offered: list[Parcel] = []
    store.units.hand_over_to(offered.extend)

    async def fail() -> None:
        async with store.units.writing() as uow:
            await uow.outbox.say(building.chat.id, words("a"), language="zh")
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await fail()
    assert offered == []
    assert await store.queue.waiting() == 0


async def test_many_units_speak_into_one_chat_and_each_is_heard_once_in_order(post, building, store, clock):
    offered: list[Parcel] = []
    store.units.hand_over_to(offered.extend)
    await asyncio.gather(*(post.say(building.chat, words(str(number))) for number in range(20)))
    told = []
    while offered or await post.queue.waiting():
        for parcel in [*offered, *await post.claim()]:
            told.append(parcel.id)
            await post.sent(parcel)
        offered.clear()
    assert told == sorted(told)
    assert len(told) == 20
