"""Sentences that wait, wishes filed for neighbours, and the counts of them; on both databases."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.filed_for import FiledFor, Filer, PassedOn, Way
from bot.domain.jots import ANSWER_WITHIN, Asked
from bot.domain.tallies import Tally
from bot.domain.wishes import AnswerKind, Kind, Visibility
from bot.messages import Photo, Quoted
from bot.ports.reports import Reported
from bot.store import Database, Store

TODAY = date(2026, 3, 2)
EVER = Reported("east", datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
SAID = Quoted(70, 11, "王", "灯又坏了")


async def ask(store, building, quoted=SAID):
    async with store.units.writing() as uow:
        return await uow.jots.add(
            quoted, author_telegram_id=quoted.telegram_id, chat_id=building.chat.id, asked_by=building.li.id,
            now=building.clock.now(),
        )  # fmt: skip


async def test_a_sentence_waits_for_an_hour(store, building, clock):
    jot = await ask(store, building)
    assert (jot.words, jot.author_telegram_id, jot.author_name, jot.message_id) == ("灯又坏了", 11, "王", 70)
    assert (jot.asked_by, jot.expires_at) == (building.li.id, clock.now() + ANSWER_WITHIN)
    async with store.units.writing() as uow:
        assert await uow.jots.waits(building.chat.id, 70)
        assert not await uow.jots.waits(building.chat.id, 71)
        assert await uow.jots.lock(jot.id) == jot
        assert await uow.jots.due(clock.now() + timedelta(minutes=59), limit=9) == []
        assert await uow.jots.due(clock.now() + ANSWER_WITHIN, limit=9) == [jot]
        await uow.jots.drop(jot.id)
        assert await uow.jots.lock(jot.id) is None
        assert await uow.jots.due(clock.now() + ANSWER_WITHIN, limit=9) == []


async def test_the_longest_waiting_are_over_first_and_only_so_many(store, building, clock):
    for number in range(3):
        await ask(store, building, Quoted(80 + number, 11, "王", str(number)))
        clock.advance(minutes=1)
    async with store.units.reading() as uow:
        due = await uow.jots.due(clock.now() + ANSWER_WITHIN, limit=2)
    assert [jot.words for jot in due] == ["0", "1"]


async def test_one_message_is_asked_about_once(store, building):
    assert await ask(store, building) is not None
    assert await ask(store, building) is None


async def test_a_photo_waits_by_its_names_alone(store, building):
    jot = await ask(store, building, Quoted(70, 11, "王", "", Photo("file", "unique")))
    assert (jot.words, jot.photo_file_id, jot.photo_key) == ("", "file", "unique")


async def test_a_sentence_without_words_or_photo_is_none(store, building):
    with pytest.raises(IntegrityError):
        await ask(store, building, Quoted(70, 11, "王", ""))


async def test_one_question_a_day_and_none_for_those_who_refuse(store, building, clock):
    async with store.units.writing() as uow:
        assert await uow.jots.asked(11) == Asked()
        assert await uow.jots.note_asked(11, on=TODAY)
        assert not await uow.jots.note_asked(11, on=TODAY)
        assert await uow.jots.asked(11) == Asked(TODAY)
        assert await uow.jots.note_asked(11, on=TODAY + timedelta(days=1))
        await uow.jots.set_never_again(11, True, now=clock.now())
        assert await uow.jots.asked(11) == Asked(TODAY + timedelta(days=1), never_again=True)
        assert not await uow.jots.note_asked(11, on=TODAY + timedelta(days=2))
        await uow.jots.set_never_again(11, False, now=clock.now())
        assert await uow.jots.asked(11) == Asked()
        await uow.jots.set_never_again(13, True, now=clock.now())
        assert await uow.jots.asked(13) == Asked(never_again=True)


async def test_what_is_remembered_of_earlier_days_goes_and_refusals_stay(store, building, clock):
    async with store.units.writing() as uow:
        await uow.jots.note_asked(11, on=TODAY)
        await uow.jots.note_asked(12, on=TODAY)
        await uow.jots.set_never_again(12, True, now=clock.now())
        await uow.jots.note_asked(13, on=TODAY + timedelta(days=1))
        assert await uow.jots.asked(11) == Asked()
        assert await uow.jots.asked(12) == Asked(TODAY, never_again=True)


async def test_of_two_neighbours_at_once_one_asks(store, building, clock, database_url):
    """Two processes, two messages of one author: one question."""
    other = Store(Database.open(database_url), 4242, clock, owner="second")

    async def asks(at: Store) -> bool:
        async with at.units.writing() as uow:
            return await uow.jots.note_asked(11, on=TODAY)

    assert sorted(await asyncio.gather(asks(store), asks(other))) == [False, True]
    await other.close()


# ---- for another ------------------------------------------------------------------------------------------------


@pytest.fixture
async def slip(store, building) -> str:
    async with store.units.writing() as uow:
        return await uow.files.keep(Photo("file", "slip"))


async def test_who_filed_for_whom(store, building, slip):
    wish, own = await building.wish(), await building.wish("花要浇水")
    filed = FiledFor(wish.id, building.li.id, "李姐", Filer.CAPTAIN, Way.SLIP, "孙奶奶", "502", slip)
    async with store.units.writing() as uow:
        await uow.filed_for.add(filed)
        assert await uow.filed_for.of(wish.id) == filed
        assert await uow.filed_for.of(own.id) is None


async def answer(store, building, committee, wish):
    async with store.units.writing() as uow:
        return await uow.answers.add(
            wish_id=wish.id, kind=AnswerKind.REPLY, words="下周看", due_on=None, photos=(), speaker=committee,
            speaker_id=building.li.id, now=building.clock.now(),
        )  # fmt: skip


async def test_an_answer_is_passed_on_once_and_can_be_taken_back(store, building, committee, clock):
    wish = await building.wish()
    first, second = [await answer(store, building, committee, wish) for _ in range(2)]
    async with store.units.writing() as uow:
        assert await uow.filed_for.passed_on(first.id) is None
        assert await uow.filed_for.pass_on(first.id, building.li.id, now=clock.now())
        assert not await uow.filed_for.pass_on(first.id, building.li.id, now=clock.advance(minutes=1))
        told = PassedOn(first.id, building.li.id, clock.now() - timedelta(minutes=1))
        assert await uow.filed_for.passed_on(first.id) == told
        assert await uow.filed_for.all_passed_on(wish.id) == {first.id: told}
        await uow.filed_for.pass_on(second.id, building.li.id, now=clock.now())
        await uow.filed_for.take_back(first.id)
        assert set(await uow.filed_for.all_passed_on(wish.id)) == {second.id}


async def test_the_tally_counts_what_was_filed_since(store, building, committee, clock):
    before = clock.now()
    async with store.units.reading() as uow:
        assert await uow.tallies.of(EVER) == Tally()
    old = await building.wish()
    clock.advance(days=40)
    secret = await building.wish("借轮椅", visibility=Visibility.COMMITTEE)
    await building.wish("我来浇花", kind=Kind.OFFER)
    await building.wish("别的小区的", estate_key="west")
    told = await answer(store, building, committee, secret)
    await answer(store, building, committee, secret)
    await answer(store, building, committee, old)
    async with store.units.writing() as uow:
        await uow.filed_for.add(FiledFor(old.id, building.li.id, "李姐", Filer.CAPTAIN, Way.VISIT))
        await uow.filed_for.add(FiledFor(secret.id, building.li.id, "李姐", Filer.CAPTAIN, Way.COUNTER))
        await uow.filed_for.pass_on(told.id, building.li.id, now=clock.now())
        recent = Tally({Kind.WANT: 1, Kind.OFFER: 1}, {Way.COUNTER: 1}, answers=2, told=1)
        assert await uow.tallies.of(replace(EVER, since=clock.now() - timedelta(days=30))) == recent
        ever = Tally({Kind.WANT: 2, Kind.OFFER: 1}, {Way.VISIT: 1, Way.COUNTER: 1}, answers=3, told=1)
        assert await uow.tallies.of(EVER) == ever == await uow.tallies.of(replace(EVER, since=before))
        assert await uow.tallies.of(replace(EVER, estate_key="nowhere")) == Tally()
