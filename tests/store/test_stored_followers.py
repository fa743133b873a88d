"""Stances, answers and thanks: each counts once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.wishes import Answer, AnswerKind, Counts, Stance
from bot.messages import Photo
from bot.store import NotStored


async def test_a_stance_counts_once_and_the_transaction_goes_on(building, store, clock):
    wish = await building.wish()
    async with store.units.writing() as uow:
        assert await uow.followers.add(wish.id, building.li.id, Stance.JOIN, now=clock.now())
        assert not await uow.followers.add(wish.id, building.li.id, Stance.JOIN, now=clock.now())
        assert await uow.followers.add(wish.id, building.li.id, Stance.HELP, now=clock.now())
        assert await uow.followers.stances(wish.id, building.li.id) == {Stance.JOIN, Stance.HELP}
        assert await uow.followers.counts(wish.id) == Counts(joined=1, helping=1)
        assert await uow.followers.remove(wish.id, building.li.id, Stance.JOIN)
        assert not await uow.followers.remove(wish.id, building.li.id, Stance.JOIN)
        assert await uow.followers.stances(wish.id, building.li.id) == {Stance.HELP}


async def test_pressing_twice_at_once_counts_once(building, store, clock):
    wish = await building.wish()

    async def press() -> bool:
        async with store.units.writing() as uow:
            await uow.wishes.lock(wish.id)
            return await uow.followers.add(wish.id, building.li.id, Stance.SUPPORT, now=clock.now())

    assert sum(await asyncio.gather(*(press() for _ in range(10)))) == 1
    async with store.units.reading() as uow:
        assert await uow.followers.counts(wish.id) == Counts(supported=1)


async def test_followers_come_in_the_order_of_their_first_stance_without_the_author(building, store, clock):
    wish = await building.wish()
    chen = await building.person(13, "陈")
    async with store.units.writing() as uow:
        for person, stance in ((chen, Stance.JOIN), (building.li, Stance.HELP), (chen, Stance.SUPPORT)):
            await uow.followers.add(wish.id, person.id, stance, now=clock.now())
        await uow.followers.add(wish.id, building.wang.id, Stance.SUPPORT, now=clock.now())
        assert await uow.followers.of(wish.id) == [
            (chen, frozenset({Stance.JOIN, Stance.SUPPORT})),
            (building.li, frozenset({Stance.HELP})),
        ]


async def _answer(uow, building, wish, speaker, kind, words, *, due_on=None, photos=()) -> Answer:
    return await uow.answers.add(
        wish_id=wish.id,
        kind=kind,
        words=words,
        due_on=due_on,
        photos=photos,
        speaker=speaker,
        speaker_id=building.li.id,
        now=building.clock.now(),
    )


async def test_answers_keep_body_name_date_and_pictures_in_order(building, store, committee):
    wish = await building.wish()
    async with store.units.writing() as uow:
        assert await uow.answers.last(wish.id) is None
        keys = tuple([await uow.files.keep(Photo(file_id=key, unique_id=key)) for key in ("z", "a", "m")])
        promise = await _answer(uow, building, wish, committee, AnswerKind.PROMISE, "", due_on=date(2026, 4, 1))
        done = await _answer(uow, building, wish, committee, AnswerKind.DONE, "修好了", photos=keys)
    async with store.units.reading() as uow:
        assert await uow.answers.of(wish.id) == [promise, done]
        assert await uow.answers.last(wish.id) == done
        assert await uow.answers.get(promise.id) == promise
        with pytest.raises(NotStored):
            await uow.answers.get(404)
    assert done.photos == ("z", "a", "m")
    assert (done.speaker, done.speaker_id, done.answered_at) == (committee, building.li.id, building.clock.now())
    assert promise.due_on == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("kind", "words", "due_on", "photos"),
    [
        (AnswerKind.PROMISE, "soon", None, ()),
        (AnswerKind.REPLY, "so", date(2026, 4, 1), ()),
        (AnswerKind.DECLINE, "", None, ()),
        (AnswerKind.DONE, "", None, ("never-kept",)),
    ],
)
async def test_an_answer_against_the_rules_is_refused_by_the_database(
    building, store, committee, kind, words, due_on, photos
):
    wish = await building.wish()
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await _answer(uow, building, wish, committee, kind, words, due_on=due_on, photos=photos)


async def test_one_thank_you_a_person_counted_once_a_wish(building, store, committee, clock):
    wish = await building.wish()
    async with store.units.writing() as uow:
        first = await _answer(uow, building, wish, committee, AnswerKind.REPLY, "a")
        second = await _answer(uow, building, wish, committee, AnswerKind.REPLY, "b")
        assert await uow.answers.add_thanks(first.id, building.wang.id, now=clock.now())
        assert not await uow.answers.add_thanks(first.id, building.wang.id, now=clock.now())
        assert await uow.answers.add_thanks(second.id, building.wang.id, now=clock.now())
        assert await uow.answers.add_thanks(second.id, building.li.id, now=clock.now())
        assert await uow.followers.counts(wish.id) == Counts(thanked=2)


async def test_an_answer_of_another_bots_wish_is_not_there(building, store, committee, database_url, clock):
    from bot.store import Database, Store

    wish = await building.wish()
    async with store.units.writing() as uow:
        answer = await _answer(uow, building, wish, committee, AnswerKind.REPLY, "a")
    other = Store(Database.open(database_url), 77, clock)
    async with other.units.reading() as uow:
        with pytest.raises(NotStored):
            await uow.answers.get(answer.id)
        assert await uow.answers.of(wish.id) == []
    await other.close()
    assert replace(answer) == answer
