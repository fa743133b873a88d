"""Polls as stored: numbered, found when something is due; answers find their poll whichever of the two comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain import polls
from bot.domain.people import Body, Speaker
from bot.domain.polls import Draft, Due
from bot.messages import PollStood
from bot.services import poll_answers

LI = Speaker(0, "李书记", Body.COMMITTEE)
SAYS = polls.fingerprint("什么颜色？", ["白", "黄"])


async def _open(building, uow, *, estate="east", anonymous=False):
    now = building.clock.now()
    draft = Draft("什么颜色？", ("白", "黄"), True, anonymous, False, (now + timedelta(days=3)).date())
    told = {"by": LI, "by_id": building.li.id, "now": now, "closes_at": now + timedelta(days=3)}
    return await uow.polls.open(draft, estate_key=estate, **told)


async def _posted(building, uow, poll, telegram_id="11", *, message_id=5):
    post = await uow.polls.post(poll.id, building.chat.id)
    await uow.polls.says(post.id, SAYS)
    await poll_answers.was_sent(post.id, message_id=message_id, telegram_id=telegram_id, uow=uow)
    return post


async def _counted(building, poll):
    async with building.store.units.reading() as uow:
        return [(person.id, tuple(options)) for person, options in await uow.polls.counted(poll.id)]


async def test_polls_are_numbered_by_estate_and_those_that_run_come_first(building):
    async with building.store.units.writing() as uow:
        first, second = await _open(building, uow), await _open(building, uow)
        other = await _open(building, uow, estate="west")
        await uow.polls.save(replace(second, closed_at=building.clock.now()))
        third = await _open(building, uow)
    assert (first.number, second.number, third.number, other.number) == (1, 2, 3, 1)
    async with building.store.units.reading() as uow:
        assert await uow.polls.get(first.id) == first
        assert [each.number for each in await uow.polls.find("east", limit=9)] == [3, 1, 2]
        assert [each.number for each in await uow.polls.find("east", limit=1, offset=1)] == [1]
        assert await uow.polls.count("east") == 3
        assert await uow.polls.by_number("east", 10**12) is None
        assert await uow.polls.by_number("west", 2) is None
        with pytest.raises(LookupError):
            await uow.polls.get(404)


async def test_what_is_due_is_found_in_its_order(building):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        later, sooner, never = [await _open(building, uow) for _ in range(3)]
        await uow.polls.save(replace(later, due=Due.CLOSE, next_at=now + timedelta(hours=2)))
        await uow.polls.save(replace(sooner, due=Due.HALF, next_at=now + timedelta(hours=1)))
        await uow.polls.save(never)
    async with building.store.units.reading() as uow:
        assert await uow.polls.next_due() == now + timedelta(hours=1)
        assert await uow.polls.due(now, limit=9) == []
        found = await uow.polls.due(now + timedelta(hours=2), limit=9)
    assert [each.id for each in found] == [sooner.id, later.id]


async def test_a_moment_says_what_it_is_for(building):
    async with building.store.units.writing() as uow:
        poll = replace(await _open(building, uow), next_at=building.clock.now())
        with pytest.raises(IntegrityError):
            async with uow.savepoint():
                await uow.polls.save(poll)


async def test_one_person_has_one_answer_across_groups_and_the_last_counts(building):
    async with building.store.units.writing() as uow:
        poll = await _open(building, uow)
        await _posted(building, uow, poll, "11")
        await _posted(building, uow, poll, "12", message_id=6)
    for telegram_id, options, counts in (
        ("11", [0], (0,)),
        ("12", [1], (1,)),
        ("12", [], (0,)),
        ("11", [], None),
        ("11", [0, 1], (0, 1)),
    ):
        building.clock.advance(minutes=1)
        async with building.store.units.writing() as uow:
            await poll_answers.answered(telegram_id, building.li, options, uow=uow, now=building.clock.now())
        expected = [] if counts is None else [(building.li.id, counts)]
        assert await _counted(building, poll) == expected, (telegram_id, options)
    async with building.store.units.reading() as uow:
        sections = {section.name: section for section in await uow.person_data.sections(building.li)}
        assert sections["poll_answers"].entries[0].values["chosen"] == "白、黄"


async def test_answers_that_come_before_the_polls_number_is_kept_are_counted(building):
    async with building.store.units.writing() as uow:
        poll = await _open(building, uow)
        post = await uow.polls.post(poll.id, building.chat.id)
        await uow.polls.says(post.id, SAYS)
        await poll_answers.answered("11", building.li, [1], uow=uow, now=building.clock.now())
        await poll_answers.stood("11", PollStood((0, 1), 1), is_closed=False, says=SAYS, uow=uow)
    assert await _counted(building, poll) == [(building.li.id, (1,))], "told apart by what it says"
    async with building.store.units.writing() as uow:
        await poll_answers.was_sent(post.id, message_id=5, telegram_id="11", uow=uow)
    async with building.store.units.reading() as uow:
        (kept,) = await uow.polls.posts(poll.id)
    assert (kept.id, kept.message_id, kept.telegram_id, kept.voters) == (post.id, 5, "11", 1)
    assert await _counted(building, poll) == [(building.li.id, (1,))]


async def test_a_poll_sent_twice_by_a_crash_is_met_by_its_answers(building):
    async with building.store.units.writing() as uow:
        poll = await _open(building, uow)
        await _posted(building, uow, poll, "12")
        await poll_answers.answered("11", building.li, [0], uow=uow, now=building.clock.now())
    assert await _counted(building, poll) == []
    async with building.store.units.writing() as uow:
        await poll_answers.stood("11", PollStood((1, 0), 1), is_closed=False, says=SAYS, uow=uow)
        await poll_answers.stood("77", PollStood((1, 0), 1), is_closed=False, says="a neighbour's", uow=uow)
    assert await _counted(building, poll) == [(building.li.id, (0,))]
    async with building.store.units.reading() as uow:
        assert [post.chat_id for post in await uow.polls.posts(poll.id)] == [building.chat.id, None]


async def test_those_are_reminded_who_live_there_can_be_written_to_and_have_not_answered(building):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        poll = await _open(building, uow)
        post = await _posted(building, uow, poll)
        await uow.chats.add_resident(building.chat.id, building.li.id, now=now)
        assert await uow.polls.not_answered(poll.id) == [], "never pressed Start"
        await uow.people.set_started(building.li.id, True)
        await uow.chats.private_of(building.li)
    async with building.store.units.writing() as uow:
        assert [(who.id, at) for who, at in await uow.polls.not_answered(poll.id)] == [(building.li.id, post.id)]
        await poll_answers.answered("11", building.li, [0], uow=uow, now=now)
        assert await uow.polls.not_answered(poll.id) == []
        await poll_answers.answered("11", building.li, [], uow=uow, now=now)
        assert len(await uow.polls.not_answered(poll.id)) == 1, "taken back"
        await uow.chats.set_left(building.chat.id, building.li.id, at=now)
        assert await uow.polls.not_answered(poll.id) == [], "left the group"


async def test_answers_to_polls_that_nobody_knows_are_forgotten(building):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        poll = await _open(building, uow)
        await _posted(building, uow, poll)
        await uow.polls.answer("11", building.li.id, [0], now=now)
        await uow.polls.answer("99", building.li.id, [0], now=now)
        assert await uow.polls.forget_unknown(before=now) == 0
        assert await uow.polls.forget_unknown(before=now + timedelta(seconds=1)) == 1
        assert await uow.polls.answered_in("11") == [building.li.id]
