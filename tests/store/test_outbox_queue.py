"""What is said reaches the queue once, in order, one at a time for each chat; and what becomes of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.domain.notices import WishFiled
from bot.messages import Button, Day, Line, Mention, Moment, Reply, Spot, Term, Texts
from bot.store import Database, Store
from bot.store.unit import session_of
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


async def test_how_far_a_message_of_several_parts_got_outlives_the_process(post, building):
    await post.say(building.chat, words("a"))
    parcel = await post.one()
    assert parcel.parts_sent == 0
    await post.queue.partly_sent(parcel, parts=2)
    assert await post.queue.take_over() == 1
    again = await post.one()
    assert (again.id, again.parts_sent) == (parcel.id, 2)
    await post.queue.partly_sent(parcel, parts=1)
    await post.queue.take_over()
    assert (await post.one()).parts_sent == 2, "a claim that holds no more says nothing"


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
    assert (await post.queue.outlook()).parcel_due == clock.now()
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
    assert (await other.queue.waiting(), (await other.queue.outlook()).parcel_due) == (0, None)
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


@dataclass(frozen=True)
class SoleSender:
    """As a process sees it that has the lease: what others held before is its to send."""

    fence: int | None


@pytest.mark.parametrize(("fence", "waits_s"), [(2, 0), (None, LEASE_S)])
async def test_what_another_held_waits_for_nothing_once_somebody_else_alone_sends(
    post, building, clock, fence, waits_s
):
    await post.say(building.chat, words("a1"))
    await post.one()
    store = Store(post.store.database, post.store.bot_id, clock, owner="another", sender=SoleSender(fence))
    assert (await store.queue.outlook()).parcel_due == clock.now() + timedelta(seconds=waits_s)


async def test_a_dead_workers_message_is_sent_again_when_its_lease_ends(post, building, clock):
    await post.say(building.chat, words("a1"), words("a2"))
    await post.one()
    assert (await post.queue.outlook()).parcel_due == clock.now() + timedelta(seconds=LEASE_S)
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
    assert (await post.queue.outlook()).parcel_due == clock.now() + timedelta(seconds=5)
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
    assert (await post.queue.waiting(), (await post.queue.outlook()).parcel_due) == (0, None)
    await post.say(building.chat, words("a"), words("b"))
    async with store.units.writing() as uow:
        await uow.outbox.put(WishFiled(1))
    assert await post.queue.waiting() == 3
    await post.sent(await post.one())
    assert await post.queue.waiting() == 2
