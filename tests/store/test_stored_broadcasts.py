"""Broadcasts as stored: who is reached, whose turn it is, what became of each, and how it adds up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain import broadcasts as rules
from bot.domain.attention import Attention
from bot.domain.broadcasts import Audience, BroadcastState, Content, Progress, Whom
from bot.domain.ledger import EntryFile
from bot.domain.people import Purpose
from bot.domain.places import Place
from bot.messages import Photo
from tests.store.broadcast_office import HOUR, LI, started

# ---- what it is -----------------------------------------------------------------------------------------------------


async def test_one_is_found_as_it_was_written_and_numbered_within_its_estate(office, building):
    async with building.store.units.writing() as uow:
        photos = [EntryFile(await uow.files.keep(Photo(f"f{n}", f"u{n}"))) for n in (2, 1)]
    content = Content({"zh": "<b>停水</b>", "en": "no water"}, tuple(photos))
    audience = Audience(Whom.BUILDINGS, ("east",), ("3", "5"), ((7, "东片"),))
    first = await office.sends(building.chat, content=content, audience=audience, ask_read=True, emergency=True)
    second = await office.sends(building.chat, unreached={"muted": 3})
    other = await office.sends(building.chat, estate_key="west")
    assert (first.number, second.number, other.number) == (1, 2, 1)
    assert (first.content, first.audience, first.ask_read, first.emergency) == (content, audience, True, True)
    assert (second.unreached, second.by, second.revision) == ({"muted": 3}, LI, 1)
    async with building.store.units.reading() as uow:
        assert await uow.broadcasts.get(first.id) == first
        assert await uow.broadcasts.by_number("east", 2) == second
        assert await uow.broadcasts.by_number("east", 3) is None
        assert await uow.broadcasts.find("east", limit=5) == [second, first]
        assert await uow.broadcasts.find("east", limit=5, offset=1) == [first]
        assert (await uow.broadcasts.count("east"), await uow.broadcasts.count("north")) == (2, 0)
        with pytest.raises(LookupError):
            await uow.broadcasts.get(404)


# ---- whom it reaches ------------------------------------------------------------------------------------------------


async def test_people_are_those_known_from_the_building_chats_and_not_moved_away(building, clock):
    staff = await building.group(-1009, "工作群", purpose=Purpose.STAFF)
    fifth = await building.group(-1005, "5号楼")
    names = ("王", "李", "陈", "赵")
    wang, li, chen, zhao = [(await building.person(100 + n, name)).id for n, name in enumerate(names)]
    async with building.store.units.writing() as uow:
        await uow.chats.bind(fifth.id, estate_key="east", purpose=Purpose.BUILDING, place=Place(building="5"))
        for chat, person in ((building.chat, wang), (fifth, wang), (fifth, li), (building.chat, chen), (staff, zhao)):
            await uow.chats.add_resident(chat.id, person, now=clock.now())
        await uow.chats.set_left(building.chat.id, chen, at=clock.now())
    async with building.store.units.reading() as uow:
        assert list(await uow.broadcasts.people_of(["east"])) == [wang, li], "each once"
        assert list(await uow.broadcasts.people_of(["east"], ["3"])) == [wang]
        assert list(await uow.broadcasts.people_of(["west"])) == []
        assert list(await uow.broadcasts.people_named([101, 103, 101, 999])) == [li, zhao]
        assert await uow.broadcasts.buildings(["east"]) == ["3", "5"]
        assert [chat.id for chat in await uow.broadcasts.groups_of(["east"])] == [building.chat.id, fifth.id]
        assert [chat.id for chat in await uow.broadcasts.groups_of(["east"], ["5"])] == [fifth.id]
    async with building.store.units.writing() as uow:
        await uow.chats.set_present(fifth.id, present=False, hears_all=False)
        assert [chat.id for chat in await uow.broadcasts.groups_of(["east"])] == [building.chat.id]


async def test_who_cannot_be_told_in_private_is_counted_by_the_reason(building):
    told, blocked, muted = [await started(building, 100 + n, "邻居") for n in range(3)]
    stranger = (await building.person(200, "没点开始")).id
    async with building.store.units.writing() as uow:
        chat = await uow.chats.private_of(await uow.people.get(blocked))
        await uow.chats.set_present(chat.id, present=False, hears_all=False)
        await uow.attention.choose(muted, None, Attention.MUTED, now=building.clock.now())
    asked = (told, blocked, muted, stranger)
    async with building.store.units.reading() as uow:
        calm = await uow.broadcasts.reach(asked, muted_too=False)
        urgent = await uow.broadcasts.reach(asked, muted_too=True)
        nobody = await uow.broadcasts.reach((), muted_too=False)
    assert [person for person, _ in calm.people] == [told]
    assert calm.unreached == {"blocked": 1, "muted": 1, "never-started": 1}
    assert [person for person, _ in urgent.people] == [told, muted]
    assert urgent.unreached == {"blocked": 1, "never-started": 1}
    assert (nobody.chats, nobody.unreached) == (0, {})


async def test_more_people_than_one_statement_takes_are_all_reached(building):
    ids = []
    async with building.store.units.writing() as uow:
        for number in range(1203):
            known = {"telegram_id": 10_000 + number, "name": "邻居", "username": None, "client_language": "zh"}
            person = await uow.people.seen(**known)
            await uow.chats.private_of(person)
            await uow.people.set_started(person.id, number % 3 > 0)
            ids.append(person.id)
        reached = await uow.broadcasts.reach(ids, muted_too=False)
    assert (len(reached.people), reached.unreached) == (802, {"never-started": 401})


# ---- whose turn it is -----------------------------------------------------------------------------------------------


async def test_each_has_one_turn_in_the_order_of_the_list(office, groups, building):
    person_id = await started(building, 100, "王")
    broadcast = await office.sends(*groups, people=(person_id,))
    async with building.store.units.writing() as uow:
        assert await uow.broadcasts.left(broadcast) == 6
        [first, second] = await uow.broadcasts.put(broadcast, limit=2)
        assert await uow.broadcasts.left(broadcast) == 4
    assert [first.chat.id, second.chat.id] == [groups[0].id, groups[1].id]
    assert first.person is None
    async with building.store.units.writing() as uow:
        rest = await uow.broadcasts.put(broadcast, limit=10)
    assert [each.chat.id for each in rest[:-1]] == [chat.id for chat in groups[2:]]
    assert rest[-1].person is not None
    assert rest[-1].person.id == person_id
    assert await office.puts(broadcast) == []


async def test_a_group_the_bot_was_thrown_out_of_has_failed_and_takes_nobodys_place(office, groups, building):
    async with building.store.units.writing() as uow:
        await uow.chats.set_present(groups[1].id, present=False, hears_all=False)
    broadcast = await office.sends(*groups)
    assert await office.puts(broadcast, limit=3) == [groups[0].id, groups[2].id]
    progress = await office.progress(broadcast)
    assert (progress.waiting, progress.failed) == (4, {"not-in-group": 1})


async def test_what_became_of_each_is_taken_over_from_the_outbox(office, groups, clock):
    broadcast = await office.sends(*groups)
    await office.puts(broadcast, limit=4)
    assert await office.settles(broadcast) == (4, 0)
    clock.advance(seconds=9)
    parcels = await office.claimed()
    sent, failed, held, going = groups[:4]
    await office.post.sent(parcels[sent.id], message_id=7)
    await office.post.queue.failed(parcels[failed.id], reason="Bad Request: chat not found", now=clock.now())
    now = clock.now()
    await office.post.queue.may_not_write(parcels[held.id], not_before=now + HOUR, too_old=now - HOUR, now=now)
    assert await office.settles(broadcast) == (2, 1)
    progress = await office.progress(broadcast)
    assert progress == Progress(5, sent=1, waiting=3, held=1, failed={"Bad Request: chat not found": 1})
    clock.advance(hours=1)
    assert await office.settles(broadcast) == (2, 1), "asking again changes nothing"
    await office.post.sent(parcels[going.id], message_id=8)
    await office.arrives()
    assert await office.settles(broadcast) == (0, 0)
    progress = await office.progress(broadcast)
    assert (progress.sent, progress.held) == (3, 0)
    async with office.store.units.reading() as uow:
        assert await uow.broadcasts.sent_at(broadcast.id, sent.id) == clock.now() - HOUR
        assert await uow.broadcasts.sent_at(broadcast.id, failed.id) is None
        assert await uow.broadcasts.in_chat(broadcast.id, failed.id)
        assert not await uow.broadcasts.in_chat(broadcast.id, 404)


async def test_whoever_is_told_by_a_broadcast_lets_everything_else_go_first(office, groups):
    broadcast = await office.sends(*groups)
    await office.puts(broadcast)
    other = await office.building.group(-3000, "9号楼")
    async with office.store.units.writing() as uow:
        await uow.outbox.touch(other.id, "menu")
    [first, *_] = await office.post.claim(limit=3)
    assert (first.chat.id, first.gives_way) == (other.id, False)
    assert all(parcel.gives_way for parcel in await office.post.claim())


async def test_the_emergency_is_fed_first_then_whatever_waited_longest(office, building, clock):
    early = await office.sends(building.chat)
    later = await office.sends(building.chat, starts_at=clock.now() + timedelta(seconds=5))
    async with office.store.units.writing() as uow:
        assert await uow.broadcasts.due(clock.now() - timedelta(seconds=1)) is None
        assert await uow.broadcasts.due(clock.now()) == early.id
        await uow.broadcasts.feed_again(early.id, at=clock.now() + timedelta(seconds=9), shown_at=clock.now())
        assert await uow.broadcasts.due(clock.now()) is None
        assert await uow.broadcasts.due(clock.advance(seconds=20)) == later.id
    alarm = await office.sends(building.chat, emergency=True)
    async with office.store.units.writing() as uow:
        assert await uow.broadcasts.due(clock.now()) == alarm.id
        for each in (alarm, later):
            await uow.broadcasts.all_settled(each, now=clock.now())
        assert await uow.broadcasts.due(clock.now()) == early.id
        assert (await uow.broadcasts.get(alarm.id)).state is BroadcastState.DONE
        assert await uow.broadcasts.shown_at(early.id) == clock.now() - timedelta(seconds=20)
    assert (await office.post.queue.outlook()).broadcast_due == clock.now() - timedelta(seconds=11)


async def test_what_is_paused_stays_so_when_nothing_is_on_its_way_any_more(office, building, clock):
    paused = await office.saves(rules.pause(await office.sends(building.chat)))
    async with office.store.units.writing() as uow:
        await uow.broadcasts.all_settled(paused, now=clock.now())
    async with office.store.units.reading() as uow:
        assert await uow.broadcasts.get(paused.id) == paused
        assert await uow.broadcasts.due(clock.now() + HOUR) is None
