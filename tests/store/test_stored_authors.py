"""Questions to authors, pauses of filing, alarms."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.danger import Danger
from bot.domain.pauses import Reason
from bot.domain.people import Body
from bot.messages import Photo
from bot.store import NotStored


async def _asks(building, store, clock, committee, *, told=False, words="哪盏灯？"):
    wish = await building.wish()
    async with store.units.writing() as uow:
        question = await uow.questions.add(
            wish_id=wish.id, asker=committee, asker_id=building.li.id, words=words, told=told, now=clock.now()
        )
    return wish, question


async def test_a_question_comes_back_as_it_was_asked_and_answered(building, store, clock, committee):
    wish, question = await _asks(building, store, clock, committee)
    assert (question.asker_name, question.asker_body) == ("李主任", Body.COMMITTEE)
    assert question.is_open
    async with store.units.writing() as uow:
        photo = await uow.files.keep(Photo("f", "u"))
        answered = replace(question, answer="电梯口那盏", photo=photo, answered_at=clock.advance(hours=1), told=True)
        await uow.questions.save(answered)
    async with store.units.reading() as uow:
        assert await uow.questions.get(question.id) == answered
        assert await uow.questions.lock(question.id) == answered
        assert await uow.questions.of(wish.id) == [answered]
        assert await uow.questions.of(wish.id + 1) == []


async def test_untold_are_open_ones_the_author_never_got(building, store, clock, committee):
    _, untold = await _asks(building, store, clock, committee)
    await _asks(building, store, clock, committee, told=True)
    _, answered = await _asks(building, store, clock, committee)
    async with store.units.writing() as uow:
        await uow.questions.save(replace(answered, answered_at=clock.now()))
        assert await uow.questions.untold(building.wang.id) == [untold]
        assert await uow.questions.untold(building.li.id) == []


async def test_what_is_not_there_is_said_to_be_not_there(store):
    async with store.units.reading() as uow:
        for missing in (uow.questions.get, uow.questions.lock, uow.filing_pauses.get, uow.alarms.get):
            with pytest.raises(NotStored):
                await missing(77)


async def test_an_answer_without_its_moment_is_refused_by_the_database(building, store, clock, committee):
    _, question = await _asks(building, store, clock, committee)
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await uow.questions.save(replace(question, answer="这盏"))
    with pytest.raises(IntegrityError):
        await _asks(building, store, clock, committee, words="")


async def _pauses(building, uow, wish, clock, *, days=7):
    return await uow.filing_pauses.add(
        wish_id=wish.id,
        person_id=building.wang.id,
        estate_key="east",
        by_id=building.li.id,
        reason=Reason.INSULT,
        since=clock.now(),
        until=clock.now() + timedelta(days=days),
    )


async def test_a_pause_runs_until_its_end_or_until_it_is_lifted_once(building, store, clock):
    wish = await building.wish()
    async with store.units.writing() as uow:
        pause = await _pauses(building, uow, wish, clock)
        assert pause.runs(clock.now())
        assert not pause.runs(pause.until)
        assert await uow.filing_pauses.of_wish(wish.id) == [pause]
        assert await uow.filing_pauses.of_person(building.wang.id, "east") == [pause]
        assert await uow.filing_pauses.of_person(building.wang.id, "west") == []
        assert await uow.filing_pauses.of_person(building.li.id, "east") == []
        await uow.filing_pauses.lift(pause.id, by_id=building.li.id, now=clock.now())
        lifted = await uow.filing_pauses.get(pause.id)
        assert not lifted.runs(clock.now())
        with pytest.raises(NotStored):
            await uow.filing_pauses.lift(pause.id, by_id=building.li.id, now=clock.now())


async def test_a_pause_that_ends_before_it_begins_is_refused(building, store, clock):
    wish = await building.wish()
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await _pauses(building, uow, wish, clock, days=-1)


async def test_an_alarm_is_called_off_once(building, store, clock):
    async with store.units.writing() as uow:
        first = await uow.alarms.add(
            person_id=building.wang.id, estate_key="east", dangers=(Danger.FIRE, Danger.MEDICAL), now=clock.now()
        )
        later = await uow.alarms.add(
            person_id=building.wang.id, estate_key="east", dangers=(Danger.CRIME,), now=clock.advance(minutes=11)
        )
        assert first.dangers == (Danger.FIRE, Danger.MEDICAL)
        since = clock.now() - timedelta(minutes=10)
        assert await uow.alarms.raised_since(building.wang.id, "east", since) == [later]
        assert await uow.alarms.raised_since(building.wang.id, "west", since) == []
        assert await uow.alarms.raised_since(building.li.id, "east", since) == []
        assert await uow.alarms.call_off(first.id, now=clock.now())
        assert not await uow.alarms.call_off(first.id, now=clock.now())
        assert (await uow.alarms.get(first.id)).called_off_at == clock.now()
