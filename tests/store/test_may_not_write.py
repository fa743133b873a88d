"""Where the bot may not write: what waits there, for how long, and what goes once it may."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.people import Chat
from bot.ports import SendState
from bot.store.tables import chats, messages
from bot.store.unit import session_of
from tests.store.post import Post, said, words

HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


async def refuse(post: Post, *, tries: int = 1) -> None:
    """The next message of the group is claimed, and Telegram does not take it."""
    for _ in range(tries):
        parcel, now = await post.one(), post.clock.now()
        await post.queue.may_not_write(parcel, not_before=now + HOUR, too_old=now - WEEK, now=now)


async def catch_up(post: Post, chat: Chat) -> None:
    async with post.store.units.writing() as uow:
        await uow.outbox.catch_up(chat.id)


async def states(post: Post) -> list[tuple[str, str | None]]:
    async with post.store.units.reading() as uow:
        rows = await session_of(uow).all(select(messages).order_by(messages.c.id))
    return [(row.state, row.reason) for row in rows]


async def present(post: Post, chat: Chat, here: bool) -> None:
    async with post.store.units.writing() as uow:
        await uow.chats.set_present(chat.id, present=here, hears_all=False)


async def test_the_rest_waits_behind_the_one_that_was_refused(post, building, clock):
    other = await building.group(-1003, "4号楼")
    await post.say(building.chat, words("a1"), words("a2"))
    await refuse(post)
    await post.say(other, words("b1"))
    assert [said(parcel) for parcel in await post.claim()] == ["b1"]
    assert await post.queue.held_back() == {building.chat.id: 2}
    clock.advance(seconds=HOUR.total_seconds())
    assert said(next(p for p in await post.claim() if p.chat == building.chat)) == "a1"


async def test_once_it_may_write_all_of_it_goes_in_order(post, building, clock):
    await post.say(building.chat, words("a1"), words("a2"))
    await refuse(post)
    await catch_up(post, building.chat)
    assert await post.queue.held_back() == {}
    assert await post.send_all() == ["a1", "a2"]


async def test_words_are_given_up_after_a_week_and_composed_slots_never(post, building, clock):
    async with post.store.units.writing() as uow:
        await uow.outbox.touch(building.chat.id, "wish:1")
    await post.say(building.chat, words("a"), words("q", slot="dialog"))
    await refuse(post)
    clock.advance(seconds=WEEK.total_seconds())
    await refuse(post)
    assert [state for state, _ in await states(post)] == [SendState.WAITING] * 3, "a week, to the second"
    clock.advance(seconds=HOUR.total_seconds())
    await post.say(building.chat, words("new"))
    await refuse(post)
    given_up = (SendState.SKIPPED, "may-not-write")
    waits = (SendState.WAITING, "may-not-write")
    assert await states(post) == [waits, given_up, given_up, (SendState.WAITING, None)]


async def test_another_claims_row_is_left_alone(post, building, clock):
    await post.say(building.chat, words("a"))
    first = await post.one()
    await post.queue.take_over()
    again = await post.one()
    now = clock.now()
    await post.queue.may_not_write(first, not_before=now + HOUR, too_old=now - WEEK, now=now)
    await post.sent(again)
    assert await states(post) == [(SendState.SENT, None)]


async def test_cards_of_a_group_it_cannot_write_in_are_drawn_when_it_can(post, building):
    async with post.store.units.writing() as uow:
        await uow.outbox.touch(building.chat.id, "wish:1")
    await post.sent(await post.one(), message_id=70)
    await present(post, building.chat, False)
    for slot in ("wish:1", "wish:2", "wish:1"):
        async with post.store.units.writing() as uow:
            await uow.outbox.outdate(building.chat.id, slot)
    assert await post.claim() == []
    await present(post, building.chat, True)
    for _ in range(2):
        await catch_up(post, building.chat)
    shown = []
    while parcels := await post.claim():
        shown += [(parcel.slot, parcel.slot_message_id) for parcel in parcels]
        await post.sent(parcels[0], message_id=71)
    assert shown == [("wish:1", 70), ("wish:2", None)]
    await catch_up(post, building.chat)
    assert await post.claim() == []


@pytest.mark.parametrize("here", [True, False])
async def test_a_message_that_arrives_proves_that_the_bot_is_there(post, building, here):
    await present(post, building.chat, here)
    async with post.store.units.writing() as uow:
        await uow.outbox.outdate(building.chat.id, "wish:1")
    await post.say(building.chat, words("a"))
    await post.sent(await post.one())
    async with post.store.units.reading() as uow:
        row = await session_of(uow).first(select(chats).where(chats.c.id == building.chat.id))
    assert row.present
    assert [parcel.slot for parcel in await post.claim()] == ([] if here else ["wish:1"])
