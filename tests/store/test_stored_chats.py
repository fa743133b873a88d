"""Chats: bindings, residents, administrators, and the move to a supergroup."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.chat_functions import Function
from bot.domain.people import Body, Purpose
from bot.domain.places import Place
from bot.domain.wishes import Stance
from bot.messages import Reply, line
from bot.ports import DialogState, InboxRow, UnitOfWork
from bot.store import NotStored

HELLO = Reply((line("hello"),))
MENU = Reply((line("hello"),), slot="menu")
CARD = Reply((line("hello"),), slot="card")


async def test_a_group_is_made_once_with_a_code_for_its_links(store):
    async with store.units.writing() as uow:
        first = await uow.chats.seen(telegram_id=-100, private=False, title="3号楼")
        again = await uow.chats.seen(telegram_id=-100, private=False, title="三号楼")
        other = await uow.chats.seen(telegram_id=-200, private=False, title="4号楼")
        assert again == replace(first, title="三号楼")
        assert first.link_code != other.link_code
        assert first.link_code is not None
        assert first.link_code.isalnum()
        assert await uow.chats.by_link_code(first.link_code) == again
        assert await uow.chats.by_link_code("nonsense") is None
    assert (first.present, first.hears_all, first.purpose, first.estate_key) == (True, False, None, None)


async def test_a_private_chat_has_no_code_and_the_persons_id(building, store):
    async with store.units.writing() as uow:
        made = await uow.chats.private_of(building.wang)
        assert await uow.chats.private_of(building.wang) == made
    assert (made.telegram_id, made.private, made.link_code) == (building.wang.telegram_id, True, None)


async def test_bound_groups_are_found_by_estate_and_purpose(building, store):
    staff = await building.group(-1002, "工作群", purpose=Purpose.STAFF)
    second = await building.group(-1003, "4号楼")
    unbound = await building.group(-1004, "麻将", purpose=None)
    await building.private(building.li)
    async with store.units.reading() as uow:
        assert await uow.chats.of_estate("east", Purpose.BUILDING) == [building.chat, second]
        assert await uow.chats.of_estate("east", Purpose.STAFF) == [staff]
        assert await uow.chats.of_estate("west", Purpose.BUILDING) == []
        assert await uow.chats.present() == [building.chat, staff, second, unbound]
    async with store.units.writing() as uow:
        await uow.chats.set_present(second.id, present=False, hears_all=False)
        await uow.chats.set_present(staff.id, present=True, hears_all=True)
    async with store.units.reading() as uow:
        assert await uow.chats.of_estate("east", Purpose.BUILDING) == [building.chat]
        assert await uow.chats.present() == [building.chat, replace(staff, hears_all=True), unbound]
        assert not (await uow.chats.get(second.id)).present


async def test_a_binding_keeps_the_place_and_can_change(building, store):
    place = Place(building="5", unit="1", floor=-1, door="101")
    async with store.units.writing() as uow:
        bound = await uow.chats.bind(building.chat.id, estate_key="west", purpose=Purpose.STAFF, place=place)
        await uow.chats.set_language(building.chat.id, "en")
    async with store.units.reading() as uow:
        assert await uow.chats.get(building.chat.id) == replace(bound, language="en")
    assert (bound.estate_key, bound.purpose, bound.place) == ("west", Purpose.STAFF, place)


async def test_a_private_chat_cannot_be_bound(building, store):
    chat = await building.private(building.wang)
    with pytest.raises(IntegrityError, match="bound_group"):
        async with store.units.writing() as uow:
            await uow.chats.bind(chat.id, estate_key="east", purpose=Purpose.BUILDING, place=Place())


async def test_homes_come_in_the_order_of_acquaintance(building, store, clock):
    second = await building.group(-1003, "4号楼")
    staff = await building.group(-1002, "工作群", purpose=Purpose.STAFF)
    async with store.units.writing() as uow:
        await uow.chats.add_resident(second.id, building.wang.id, now=clock.now())
        await uow.chats.add_resident(building.chat.id, building.wang.id, now=clock.advance(days=1))
        await uow.chats.add_resident(staff.id, building.wang.id, now=clock.now())
        await uow.chats.add_resident(second.id, building.wang.id, now=clock.advance(days=1))
        assert await uow.chats.homes_of(building.wang.id) == [second, building.chat]
        assert await uow.chats.homes_of(building.li.id) == []


async def test_who_left_every_group_of_an_estate_has_left_it_until_they_are_met_again(building, store, clock):
    second, wang, met_at = await building.group(-1003, "4号楼"), building.wang.id, clock.now()
    async with store.units.writing() as uow:
        assert not await uow.chats.has_left(wang, "east"), "nobody has left who was never there"
        for chat in (building.chat, second):
            await uow.chats.add_resident(chat.id, wang, now=clock.now())
        await uow.chats.set_left(building.chat.id, wang, at=clock.now())
        await uow.chats.set_left(building.chat.id, building.li.id, at=clock.now())
        assert not await uow.chats.has_left(wang, "east")
        assert await uow.wish_claims.known_since(wang, "east") == met_at
        await uow.chats.set_left(second.id, wang, at=clock.now())
        assert await uow.chats.has_left(wang, "east")
        assert not await uow.chats.has_left(wang, "west")
        assert not await uow.chats.has_left(building.li.id, "east")
        assert await uow.wish_claims.known_since(wang, "east") is None
        assert await uow.chats.homes_of(wang) == [building.chat, second], "what they filed is still theirs to change"
        await uow.chats.add_resident(second.id, wang, now=clock.advance(days=1))
        assert not await uow.chats.has_left(wang, "east")
        await uow.chats.set_left(building.chat.id, wang, at=None)
        assert await uow.wish_claims.known_since(wang, "east") == met_at


async def test_administrators_are_replaced_as_a_whole(building, store, clock):
    async with store.units.writing() as uow:
        assert await uow.chats.administrators_read_at(building.chat.id) is None
        await uow.chats.set_administrators(building.chat.id, frozenset({11, 12}), now=clock.now())
        assert "east" in await estates_administered(uow, 11)
        assert "west" not in await estates_administered(uow, 11)
        await uow.chats.set_administrators(building.chat.id, frozenset({12}), now=clock.advance(hours=1))
        assert await uow.chats.administrators_read_at(building.chat.id) == clock.now()
        assert "east" not in await estates_administered(uow, 11)
        assert "east" in await estates_administered(uow, 12)
        await uow.chats.set_present(building.chat.id, present=False, hears_all=False)
        assert "east" not in await estates_administered(uow, 12)
        await uow.chats.set_administrators(building.chat.id, frozenset(), now=clock.now())


async def test_unknown_chats_are_bugs_of_the_caller(store, clock):
    async with store.units.writing() as uow:
        for call in (
            uow.chats.get(404),
            uow.chats.move(404, telegram_id=-5),
            uow.chats.set_language(404, "en"),
            uow.chats.set_administrators(404, frozenset({1}), now=clock.now()),
            uow.chats.administrators_read_at(404),
        ):
            with pytest.raises(NotStored):
                await call


async def test_a_moved_group_keeps_its_key_and_forgets_old_messages(building, store, clock):
    async with store.units.writing() as uow:
        await uow.outbox.say(building.chat.id, MENU, language="zh")
    [parcel] = await store.queue.claim(owner="main", now=clock.now(), lease_s=30, limit=5)
    await store.queue.sent(parcel, message_id=5, text_hash="a", now=clock.now())
    async with store.units.writing() as uow:
        await uow.chats.set_present(building.chat.id, present=False, hears_all=False)
        await uow.chats.move(building.chat.id, telegram_id=-100_1001)
        await uow.chats.move(building.chat.id, telegram_id=-100_1001)
        moved = await uow.chats.get(building.chat.id)
        assert moved == replace(building.chat, telegram_id=-100_1001)
        await uow.outbox.say(building.chat.id, MENU, language="zh")
    [parcel] = await store.queue.claim(owner="main", now=clock.now(), lease_s=30, limit=5)
    assert (parcel.chat.telegram_id, parcel.slot_message_id) == (-100_1001, None)


async def test_what_comes_under_the_old_number_after_the_move_belongs_to_the_same_chat(building, store):
    """Telegram brought it before, and it is in hand beside the move, perhaps in another process."""
    async with store.units.writing() as uow:
        await uow.chats.move(building.chat.id, telegram_id=-100_1001)
    async with store.units.writing() as uow:
        late = await uow.chats.seen(telegram_id=building.chat.telegram_id, private=False, title="3号楼")
    assert (late.id, late.telegram_id) == (building.chat.id, -100_1001)


async def test_what_is_said_in_the_supergroup_before_the_word_of_the_move_is_handled_belongs_to_the_group(
    building, store, clock
):
    old, new = building.chat.telegram_id, -100_1001
    word = InboxRow(1, old, 11, "{}", clock.now(), 0, moves_to=new)
    await store.inbox.keep([word], now=clock.now())
    async with store.units.writing() as uow:
        early = await uow.chats.seen(telegram_id=new, private=False, title="3号楼")
        assert early == building.chat, "what is said there is sent to the old number, and Telegram tells the new one"
        await uow.chats.move(building.chat.id, telegram_id=new)
        assert (await uow.chats.seen(telegram_id=new, private=False, title="3号楼")).id == building.chat.id


async def test_what_was_kept_under_the_new_id_already_is_merged(building, store, clock):
    """An update from the supergroup came before the word of the move."""
    twin = await building.group(-100_1001, "3号楼", purpose=None)
    li_dialog = DialogState(
        run=1, dialog="d", version=1, step="s", answers={}, trail=(), language="zh",
        idle_at=clock.now(), expires_at=clock.now() + timedelta(days=1),
    )  # fmt: skip
    async with store.units.writing() as uow:
        for chat_id in (building.chat.id, twin.id):
            await uow.chats.add_resident(chat_id, building.wang.id, now=clock.now())
            await uow.chats.set_administrators(chat_id, frozenset({12}), now=clock.now())
            await uow.outbox.say(chat_id, MENU, language="zh")
        await uow.chats.add_resident(twin.id, building.li.id, now=clock.now())
        await uow.people.set_home(building.li.id, twin.id)
        await uow.dialogs.save(twin.id, building.li.id, li_dialog)
        await uow.outbox.say(twin.id, CARD, language="zh")
        await uow.outbox.say(twin.id, HELLO, language="zh")
    wish = await building.wish(chat=twin)
    in_flight = await store.queue.claim(owner="main", now=clock.now(), lease_s=30, limit=5)
    assert {parcel.chat.id for parcel in in_flight} == {building.chat.id, twin.id}
    async with store.units.writing() as uow:
        await uow.chats.move(building.chat.id, telegram_id=-100_1001)
    async with store.units.reading() as uow:
        assert (await uow.chats.get(building.chat.id)).telegram_id == -100_1001
        with pytest.raises(NotStored):
            await uow.chats.get(twin.id)
        assert (await uow.chats.homes_of(building.li.id))[0].id == building.chat.id
        assert (await uow.people.get(building.li.id)).home_chat_id == building.chat.id
        assert (await uow.wishes.get(wish.id)).chat_id == building.chat.id
        assert await uow.dialogs.open(building.chat.id, building.li.id) == li_dialog
        assert "east" in await estates_administered(uow, 12)
        assert await uow.followers.stances(wish.id, building.li.id) == frozenset[Stance]()
    assert await store.queue.waiting() == 4  # one in flight still, three of the twin's behind it


async def test_what_was_stopped_there_and_by_whom_goes_along(building, store, clock):
    twin = await building.group(-100_1001, "3号楼", purpose=Purpose.BUILDING)
    async with store.units.writing() as uow:
        await uow.functions.stop(twin.id, Function.POLLS, name="李书记", body=Body.COMMITTEE, now=clock.now())
        await uow.chats.move(building.chat.id, telegram_id=-100_1001)
        assert await uow.functions.stopped([building.chat.id]) == {building.chat.id: {Function.POLLS}}
        (act,) = await uow.grants.staff_acts("east", limit=None)
        assert (act.name, act.about) == ("李书记", (await uow.chats.get(building.chat.id)).title)


async def test_of_two_the_bound_one_stays_with_its_links(building, store, clock):
    """The house's own was moved by a refused message; then an update of the old group came and made a chat anew."""
    ghost = await building.group(-7, "5号楼", purpose=None)
    own = await building.group(-100_7, "5号楼", purpose=Purpose.BUILDING)
    async with store.units.writing() as uow:
        await uow.outbox.say(ghost.id, Reply((line("busy"),), answers=3), language="zh")
        await uow.chats.move(ghost.id, telegram_id=-100_7)
        assert await uow.chats.get(own.id) == own
        with pytest.raises(NotStored):
            await uow.chats.get(ghost.id)
    [parcel] = await store.queue.claim(owner="main", now=clock.now(), lease_s=30, limit=5)
    assert (parcel.chat.id, parcel.reply.answers) == (own.id, None)


async def test_what_is_under_way_names_no_message_of_the_old_group(building, store, clock):
    asked = DialogState(
        run=1, dialog="d", version=1, step="s", answers={}, trail=(), language="zh", asked_message_id=40,
        reminded=True, idle_at=clock.now() + timedelta(hours=1), expires_at=clock.now() + timedelta(days=1),
    )  # fmt: skip
    group = {"id": building.chat.telegram_id, "type": "group", "title": "3号楼"}
    payload = json.dumps({"update_id": 1, "message": {"message_id": 41, "chat": group, "text": "/want"}})
    row = InboxRow(1, building.chat.telegram_id, 11, payload, clock.now(), 0)
    await store.inbox.keep([row], now=clock.now())
    async with store.units.writing() as uow:
        await uow.dialogs.save(building.chat.id, building.wang.id, asked)
        for reply in (Reply((line("busy"),), answers=40), Reply((line("busy"),), edits=39)):
            await uow.outbox.say(building.chat.id, reply, language="zh")
        await uow.chats.move(building.chat.id, telegram_id=-100_1001)
        state = await uow.dialogs.open(building.chat.id, building.wang.id)
        assert (state.asked_message_id, state.reminded, state.idle_at) == (None, False, clock.now())
    [parcel] = await store.queue.claim(owner="main", now=clock.now(), lease_s=30, limit=5)
    assert (parcel.reply.answers, parcel.reply.edits) == (None, None)
    assert await store.inbox.lanes() == [(-100_1001, 11)]
    kept = await store.inbox.next(-100_1001, 11, now=clock.now())
    assert json.loads(kept.payload)["message"]["chat"] == {**group, "id": -100_1001, "type": "supergroup"}


async def test_an_update_that_somebody_has_in_hand_stays_in_its_lane(building, store, clock):
    """In the new group's lane it would be taken up, and answered, a second time."""
    old = building.chat.telegram_id
    group = {"id": old, "type": "group", "title": "3号楼"}
    payloads = [json.dumps({"update_id": n, "message": {"message_id": n, "chat": group}}) for n in (1, 2)]
    rows = [InboxRow(n, old, n, payload, clock.now(), 0) for n, payload in enumerate(payloads, start=1)]
    await store.inbox.keep(rows, now=clock.now())
    assert await store.inbox.next(old, 1, now=clock.now())
    async with store.units.writing() as uow:
        await uow.chats.move(building.chat.id, telegram_id=-100_1001)
    assert sorted(await store.inbox.lanes()) == [(-100_1001, 2), (old, 1)]


async def test_whoever_is_about_to_meet_the_new_group_and_the_move_wait_for_each_other(building, store):
    """An update of the supergroup is being handled while the word of the move is: neither may fail."""
    met, go_on = asyncio.Event(), asyncio.Event()

    async def meets() -> None:
        async with store.units.writing() as uow:
            await uow.chats.seen(telegram_id=-100_1001, private=False, title="3号楼")
            met.set()
            if not store.database.is_sqlite:
                await go_on.wait()
            await uow.chats.set_language(building.chat.id, "en")

    async def moves() -> None:
        await met.wait()
        async with store.units.writing() as uow:
            go_on.set()
            await uow.chats.move(building.chat.id, telegram_id=-100_1001)

    await asyncio.gather(meets(), moves())
    async with store.units.reading() as uow:
        assert (await uow.chats.get(building.chat.id)).telegram_id == -100_1001


async def estates_administered(uow: UnitOfWork, telegram_id: int) -> set[str | None]:
    return {chat.estate_key for chat in await uow.chats.administered_by(telegram_id)}
