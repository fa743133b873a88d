"""How a group came to its estate, whether wishes are taken, second thoughts, duplicates: kept, changed, moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.deliberations import By, Deliberation, Form
from bot.domain.intakes import Hand, Intake, IntakeState
from bot.domain.onboarding import Onboarding, Step
from bot.domain.people import Body, Purpose
from bot.domain.places import Place
from bot.domain.presses import CardButton, LastPress, Outcome
from bot.domain.wishes import State


async def test_the_one_message_of_a_group_is_kept_whole(building):
    asked = Onboarding(
        *(building.chat.id, Step.ASKED, building.li.id, Purpose.BUILDING, "east", Place("3", "2"), 2),
        *(building.wang.id, building.clock.now(), building.clock.now()),
    )
    async with building.store.units.writing() as uow:
        assert await uow.onboardings.of(building.chat.id) is None
        await uow.onboardings.save(Onboarding(building.chat.id, Step.PURPOSE))
        await uow.onboardings.save(asked)
    async with building.store.units.writing() as uow:
        assert await uow.onboardings.of(building.chat.id) == asked
        assert await uow.onboardings.asked_by(building.wang.id) == 1
        assert await uow.onboardings.asked_by(building.li.id) == 0
        await uow.onboardings.save(replace(asked, step=Step.REFUSED))
        assert await uow.onboardings.asked_by(building.wang.id) == 0


@pytest.mark.parametrize("both", [True, False])
async def test_a_group_that_moves_takes_its_message_along(building, both):
    async with building.store.units.writing() as uow:
        await uow.onboardings.save(Onboarding(building.chat.id, Step.LATER))
    if both:  # an update of the supergroup was seen before the word of the move
        other = await building.group(-100777, "3号楼", purpose=None)
        async with building.store.units.writing() as uow:
            await uow.onboardings.save(Onboarding(other.id, Step.PURPOSE))
    async with building.store.units.writing() as uow:
        await uow.chats.move(building.chat.id, telegram_id=-100777)
    async with building.store.units.reading() as uow:
        assert await uow.onboardings.of(building.chat.id) == Onboarding(building.chat.id, Step.LATER)


async def test_who_administers_a_group_that_is_nobodys_yet(building):
    group = await building.group(-1009, "买菜群", purpose=None)
    async with building.store.units.writing() as uow:
        assert not await uow.chats.administers(group.id, 12)
        await uow.chats.set_administrators(group.id, frozenset({12}), now=building.clock.now())
        assert await uow.chats.administers(group.id, 12)
        assert not await uow.chats.administers(group.id, 13)
        assert not await uow.chats.administers(building.chat.id, 12)


async def test_whether_wishes_are_taken(building):
    now = building.clock.now()
    intake = Intake("east", IntakeState.TRIAL, now)
    async with building.store.units.writing() as uow:
        assert await uow.intakes.of("east") is None
        await uow.intakes.save(intake)
        await uow.intakes.save(replace(intake, state=IntakeState.PAUSED, opened_at=now, paused_at=now, warned_at=now))
    async with building.store.units.reading() as uow:
        (kept,) = await uow.intakes.all()
        assert kept == await uow.intakes.of("east")
        assert (kept.state, kept.paused_at, kept.warned_at) == (IntakeState.PAUSED, now, now)
        assert await uow.intakes.of("west") is None


async def test_who_tried_it_answers_once(building):
    began = building.clock.now()
    async with building.store.units.writing() as uow:
        await uow.intakes.join_trial("east", building.li.id, now=began)
    later = building.clock.advance(hours=1)
    async with building.store.units.writing() as uow:
        await uow.intakes.answer_trial("east", building.li.id, now=later)
        await uow.intakes.answer_trial("east", building.li.id, now=later + timedelta(hours=1))
        await uow.intakes.answer_trial("east", building.wang.id, now=later)
        await uow.intakes.join_trial("west", building.wang.id, now=later)
    async with building.store.units.reading() as uow:
        hands = [hand for hand, _ in await uow.intakes.hands("east")]
    assert hands == [Hand(building.li.id, 12, began, later), Hand(building.wang.id, 11, later, later)]


async def test_the_oldest_wish_that_waits(building):
    async with building.store.units.reading() as uow:
        assert await uow.wishes.waiting_since("east") is None
        assert not await uow.wishes.any_of("east")
    first = await building.wish()
    building.clock.advance(days=2)
    second = await building.wish()
    async with building.store.units.writing() as uow:
        assert await uow.wishes.waiting_since("east") == first.filed_at
        await uow.wishes.save(replace(first, state=State.DECLINED, next_date=None))
        assert await uow.wishes.waiting_since("east") == second.filed_at
        await uow.wishes.save(replace(second, state=State.WITHDRAWN, next_date=None))
        assert await uow.wishes.waiting_since("east") is None
        assert await uow.wishes.any_of("east")
        assert not await uow.wishes.any_of("west")


@pytest.mark.parametrize(("form", "counts"), [(Form.COUNCIL, True), (Form.COORDINATION, False)])
async def test_what_neighbours_argue_waits_from_the_end_of_it(building, form, counts):
    wish = await building.wish()
    opened = building.clock.now() + timedelta(days=1)
    over = opened + timedelta(days=9)
    by = By("李书记", Body.COMMITTEE)
    argued = Deliberation(
        *(0, wish.id, form, "几把椅子？", "", "", opened, over.date(), over, building.li.id, by), next_at=over
    )
    async with building.store.units.writing() as uow:
        argued = await uow.deliberations.add(argued)
        assert await uow.wishes.waiting_since("east") == (None if counts else wish.filed_at)
        await uow.deliberations.save(replace(argued, closed_at=over))
        assert await uow.wishes.waiting_since("east") == (over if counts else wish.filed_at)


async def test_the_last_press_of_a_button(building):
    wish, who, now = await building.wish(), building.li.id, building.clock.now()
    async with building.store.units.writing() as uow:
        assert await uow.card_presses.last(wish.id, who, CardButton.JOIN) is None
        await uow.card_presses.put(wish.id, who, CardButton.JOIN, Outcome.COUNTED, now=now)
        await uow.card_presses.put(wish.id, who, CardButton.JOIN, Outcome.TAKEN_BACK, now=now + timedelta(minutes=1))
        await uow.card_presses.put(wish.id, who, CardButton.HELP, Outcome.COUNTED, now=now)
        assert await uow.card_presses.last(wish.id, who, CardButton.JOIN) == LastPress(
            Outcome.TAKEN_BACK, now + timedelta(minutes=1)
        )
        assert await uow.card_presses.forget_old(before=now + timedelta(seconds=1)) == 1
        assert await uow.card_presses.last(wish.id, who, CardButton.HELP) is None


async def test_which_wish_says_the_same(building):
    wish, other = await building.wish(), await building.wish("楼道的灯不亮")
    async with building.store.units.writing() as uow:
        assert await uow.wishes.duplicate_of(wish.id) is None
        await uow.wishes.end_as_duplicate(wish.id, of_wish_id=other.id, now=building.clock.now())
        assert await uow.wishes.duplicate_of(wish.id) == other
        assert await uow.wishes.duplicate_of(other.id) is None
