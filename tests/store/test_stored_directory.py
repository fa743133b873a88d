"""Services, their use, questions about them, and phone numbers, as both databases keep them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain import directory
from bot.domain.directory import Duty, Particulars, Provider
from bot.domain.people import Body
from bot.domain.service_questions import QuestionState
from tests.store.listed import CARD, LIFT, answer

OTHER = Particulars("修水管", Provider(Body.PROPERTY), Duty.MAY)
DAY = date(2026, 3, 2)


async def test_a_service_is_found_as_it_was_listed_and_changed(building, committee):
    async with building.store.units.writing() as uow:
        wrote = {"today": DAY, "by": committee, "by_id": building.li.id}
        card = await uow.services.add(CARD, estate_key="east", **wrote)
        pipe = await uow.services.add(OTHER, estate_key="east", **wrote)
        next_door = await uow.services.add(OTHER, estate_key="west", **wrote)
        assert (card.number, pipe.number, next_door.number) == (1, 2, 1)
        assert (card.particulars, pipe.particulars) == (CARD, OTHER)
    async with building.store.units.writing() as uow:
        assert [each.number for each in await uow.services.of_estate("east")] == [1, 2]
        later = directory.change(await uow.services.lock(card.id), OTHER, by=committee, today=DAY + timedelta(days=3))
        await uow.services.save(directory.take_off(later, by=committee), by_id=building.wang.id)
    async with building.store.units.reading() as uow:
        off = await uow.services.get(card.id)
        assert off.particulars == OTHER
        assert off.checked_on == DAY + timedelta(days=3)
        assert off.listed_on == DAY
        assert not off.listed
        assert [each.number for each in await uow.services.of_estate("east")] == [2]
        assert [each.number for each in await uow.services.of_estate("east", listed=False)] == [1]
        with pytest.raises(LookupError):
            await uow.services.get(999)


async def test_who_opens_it_counts_once_a_day_and_is_forgotten_while_the_count_stays(building, committee):
    async with building.store.units.writing() as uow:
        wrote = {"estate_key": "east", "today": DAY, "by": committee, "by_id": building.li.id}
        card, pipe = await uow.services.add(CARD, **wrote), await uow.services.add(OTHER, **wrote)
        assert await uow.services.opened(card.id, building.li.id, day=DAY)
        assert not await uow.services.opened(card.id, building.li.id, day=DAY)
        assert await uow.services.opened(card.id, building.wang.id, day=DAY)
        assert await uow.services.opened(card.id, building.li.id, day=DAY + timedelta(days=1))
        assert await uow.services.opened(pipe.id, building.li.id, day=DAY)
        assert await uow.services.uses_since("east", DAY) == {card.id: 3, pipe.id: 1}
        assert await uow.services.uses_since("east", DAY + timedelta(days=1)) == {card.id: 1}
        assert await uow.services.uses_since("west", DAY) == {}
        assert await uow.services.forget_openings(before=DAY + timedelta(days=1)) == 3
        assert await uow.services.uses_since("east", DAY) == {card.id: 3, pipe.id: 1}


async def test_questions_wait_are_held_go_out_and_are_told(building, committee):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        card = await uow.services.add(CARD, estate_key="east", today=DAY, by=committee, by_id=building.li.id)
        asked = {"service_id": card.id, "estate_key": "east", "asker_id": building.wang.id, "due_on": DAY, "now": now}
        first = await uow.service_questions.add(words="一", **asked)
        second = await uow.service_questions.add(words="二", **asked)
        assert [each.words for each in await uow.service_questions.open_in("east")] == ["一", "二"]
        assert list(await uow.service_questions.open_in("west")) == []
        assert len(await uow.service_questions.open_of(building.wang.id)) == 2
        assert await uow.service_questions.next_out() is None
        out_at = now + timedelta(minutes=2)
        held = replace(
            first,
            state=QuestionState.HELD,
            answer="能",
            by=committee,
            by_id=building.li.id,
            answered_at=now,
            out_at=out_at,
        )
        await uow.service_questions.save(held)
        assert await uow.service_questions.next_out() == out_at
        assert list(await uow.service_questions.to_let_out(now, limit=5)) == []
        (due,) = await uow.service_questions.to_let_out(out_at, limit=5)
        assert replace(due, by=committee) == held
        await answer(second.id, committee, building.li.id, uow, at=now)
        (shown,) = await uow.service_questions.shown_with(card.id)
        assert shown.words == "二"
        (untold,) = await uow.service_questions.untold(building.wang.id)
        await uow.service_questions.save(replace(untold, told=True))
        assert list(await uow.service_questions.untold(building.wang.id)) == []
        assert [each.words for each in await uow.service_questions.unseen_of(building.wang.id)] == ["一"]
        with pytest.raises(LookupError):
            await uow.service_questions.lock(999)


async def test_phone_numbers_and_the_day_of_the_review(building, committee):
    async with building.store.units.writing() as uow:
        phone = await uow.phones.add(LIFT, estate_key="east", by=committee, by_id=building.li.id)
        assert phone.entry == LIFT
        await uow.phones.save(directory.take_phone_off(phone, by=committee), by_id=building.wang.id)
        assert list(await uow.phones.of_estate("east")) == []
        (off,) = await uow.phones.of_estate("east", listed=False)
        assert off.entry == LIFT
        with pytest.raises(LookupError):
            await uow.phones.get(999)
        now = building.clock.now()
        assert await uow.services.lock_review("east") is None
        await uow.services.set_review("east", now)
        await uow.services.set_review("east", now + timedelta(days=1))
        assert await uow.services.lock_review("east") == now + timedelta(days=1)
        assert dict(await uow.services.reviews()) == {"east": now + timedelta(days=1)}
