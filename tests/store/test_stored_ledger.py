"""The open ledger as stored: numbered, never changed, corrected once at most, summed as the rule sums it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain import ledger
from bot.domain.ledger import Draft, EntryFile, EntryKind, Totals
from bot.domain.people import Body, Speaker
from bot.messages import Photo
from bot.ports.ledger import LedgerFilter

EVERYTHING = LedgerFilter()
DRAFT = Draft(EntryKind.INCOME, "common-income", 2**40 + 5, date(2026, 2, 1), "電梯广告 100%_")
QIAN = Speaker(0, "钱主任", Body.OWNERS)


@pytest.fixture
def told(building):
    return {"estate_key": "east", "by": QIAN, "by_id": building.li.id, "now": building.clock.now()}


async def test_an_entry_is_found_as_it_was_published(building, told):
    async with building.store.units.writing() as uow:
        photo = await uow.files.keep(Photo("f", "u"))
        paper = await uow.files.keep(Photo("g", "v"))
        files = (EntryFile(photo), EntryFile(paper, "合同.pdf"))
        entry = await uow.ledger.publish(replace(DRAFT, files=files), **told)
        decision = await uow.ledger.publish(replace(DRAFT, kind=EntryKind.DECISION, cents=None), **told)
        other = await uow.ledger.publish(DRAFT, **{**told, "estate_key": "west"})
    assert (entry.number, decision.number, other.number) == (1, 2, 1)
    assert entry.draft.files == files
    assert entry.by == QIAN
    async with building.store.units.reading() as uow:
        assert await uow.ledger.get(entry.id) == entry
        assert await uow.ledger.by_number("east", 2) == decision
        assert await uow.ledger.by_number("east", 10**12) is None
        assert await uow.ledger.by_number("west", 2) is None
        with pytest.raises(LookupError):
            await uow.ledger.get(404)


async def test_a_correction_stands_in_place_of_the_old_one_and_a_second_one_is_refused(building, told):
    async with building.store.units.writing() as uow:
        wrong = await uow.ledger.publish(DRAFT, **told)
        better = await uow.ledger.publish(replace(DRAFT, cents=5), **told, corrects=wrong, reason="多了")
        best = await uow.ledger.publish(
            replace(DRAFT, cents=0), **told, corrects=better, reason="没有这笔", cancels=True
        )
        alone = await uow.ledger.publish(replace(DRAFT, cents=7), **told)
    async with building.store.units.reading() as uow:
        chain = await uow.ledger.chain(better.id)
        assert [(each.number, each.corrects, each.corrected_by) for each in chain] == [
            (1, None, 2),
            (2, 1, 3),
            (3, 2, None),
        ]
        assert [each.number for each in await uow.ledger.chain(alone.id)] == [4]
        assert best.cancels
        assert [each.number for each in await uow.ledger.find("east", EVERYTHING)] == [4, 3]
        assert [each.number for each in await uow.ledger.find("east", EVERYTHING, all_versions=True)] == [1, 2, 3, 4]
        assert await uow.ledger.count("east", EVERYTHING) == 2
        assert await uow.ledger.totals("east", EVERYTHING) == Totals(income=7)
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.ledger.publish(DRAFT, **told, corrects=better, reason="又一个")


async def test_it_is_searched_by_year_category_and_words_and_summed(building, told):
    drafts = (
        DRAFT,
        replace(
            DRAFT, kind=EntryKind.EXPENSE, category="repair-fund", cents=300, day=date(2025, 12, 31), words="修电梯"
        ),
        replace(DRAFT, kind=EntryKind.ASSET, cents=40, day=date(2026, 1, 1), words="音响"),
    )
    async with building.store.units.writing() as uow:
        for draft in drafts:
            await uow.ledger.publish(draft, **told)
    async with building.store.units.reading() as uow:

        async def found(**which) -> list[int]:
            return [each.number for each in await uow.ledger.find("east", LedgerFilter(**which))]

        assert await found() == [1, 3, 2], "the newest day first"
        assert await found(year=2026) == [1, 3]
        assert await found(year=2025, category="repair-fund") == [2]
        assert await found(category="repair-fund", year=2026) == []
        assert await found(words="电梯") == [1, 2], "traditional characters as well"
        assert await found(words="100%_") == [1]
        assert await found(words="0%%") == []
        assert await uow.ledger.count("east", LedgerFilter(words="电梯")) == 2
        assert await uow.ledger.totals("east", EVERYTHING) == Totals(2**40 + 5, 300, 40)
        assert await uow.ledger.totals("east", LedgerFilter(year=2025)) == Totals(expense=300)
        assert await uow.ledger.totals("west", EVERYTHING) == Totals()
        assert list(await uow.ledger.years("east")) == [2026, 2025]
        assert list(await uow.ledger.categories("east")) == ["common-income", "repair-fund"]
        page = await uow.ledger.find("east", EVERYTHING, limit=1, offset=1)
        assert [each.number for each in page] == [3]


async def test_the_database_sums_as_the_rule_does(building, told):
    chance = random.Random(7)
    async with building.store.units.writing() as uow:
        for _ in range(60):
            kind = chance.choice(list(EntryKind))
            cents = None if kind is EntryKind.DECISION else chance.randrange(1, 10**12)
            draft = replace(DRAFT, kind=kind, cents=cents, day=date(2026, 1, chance.randrange(1, 28)))
            stand = await uow.ledger.find("east", EVERYTHING)
            old = chance.choice(list(stand)) if stand and chance.random() < 0.5 else None
            await uow.ledger.publish(draft, **told, corrects=old, reason="改" if old else "")
    async with building.store.units.reading() as uow:
        everything = await uow.ledger.find("east", EVERYTHING, all_versions=True)
        assert len(everything) == 60
        assert await uow.ledger.totals("east", EVERYTHING) == ledger.totals(everything)
        stand = {each.number for each in await uow.ledger.find("east", EVERYTHING)}
        assert stand == {each.number for each in ledger.newest(everything)} != set()


async def test_questions_wait_are_answered_and_are_folded(building, told):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        entry = await uow.ledger.publish(DRAFT, **told)
        first = await uow.ledger.ask(entry.id, asker_id=building.wang.id, name="王", words="哪家？", now=now)
        second = await uow.ledger.ask(entry.id, asker_id=building.wang.id, name="", words="几年？", now=now)
        assert await uow.ledger.waiting_of(building.wang.id, "east") == 2
        assert await uow.ledger.waiting_of(building.wang.id, "west") == 0
        await uow.ledger.answer(first.id, words="甲公司", by=QIAN, by_id=building.li.id, now=now)
        await uow.ledger.fold(second.id, folded=True)
        assert await uow.ledger.waiting_of(building.wang.id, "east") == 0
        answered, folded = await uow.ledger.questions([entry.id])
        assert (answered.answer, answered.answered_by, answered.answered_at) == ("甲公司", QIAN, now)
        assert folded.folded
        assert not folded.is_open
        assert await uow.ledger.lock_question(first.id) == answered == await uow.ledger.question(first.id)
        with pytest.raises(LookupError):
            await uow.ledger.question(404)


async def test_who_asked_is_forgotten_and_what_was_answered_stays_without_a_name(building, told):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        entry = await uow.ledger.publish(DRAFT, **told)
        asked = await uow.ledger.ask(entry.id, asker_id=building.wang.id, name="王", words="哪家？", now=now)
        await uow.ledger.ask(entry.id, asker_id=building.wang.id, name="王", words="还有呢？", now=now)
        await uow.ledger.answer(asked.id, words="甲公司", by=QIAN, by_id=building.li.id, now=now)
        await uow.person_data.forget(building.wang, gone=(), photos=(), now=now)
        (left,) = await uow.ledger.questions([entry.id])
        assert (left.name, left.words, left.answer) == ("", "哪家？", "甲公司")


async def test_a_table_waits_for_its_bytes_then_for_its_sender(building, told):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        file = await uow.files.keep(Photo("f", "u"))
    await building.store.shelf.fetched(file, sha256="0" * 64, size_bytes=1)
    sent = {"estate_key": "east", "chat_id": building.chat.id, "person_id": building.li.id, "language": "zh"}
    async with building.store.units.writing() as uow:
        import_id = await uow.ledger.take_table(**sent, file=file, name="三月.csv", now=now)
        (waiting,) = await uow.ledger.tables_waiting(file)
        assert (waiting.id, waiting.entries, waiting.file) == (import_id, None, file)
        assert [each.id for each in await uow.ledger.tables_before(now, unread=True)] == [import_id]
        assert await uow.ledger.tables_before(now - timedelta(seconds=1), unread=False) == []
    assert [each.key for each in await building.store.shelf.wanted(now=now, limit=5)] == [file], "its bytes, anew"
    async with building.store.units.writing() as uow:
        decision = replace(DRAFT, kind=EntryKind.DECISION, cents=None)
        await uow.ledger.table_read(import_id, [DRAFT, decision])
        assert await uow.ledger.tables_waiting(file) == []
        assert (await uow.ledger.lock_table(import_id)).entries == (DRAFT, decision)
        assert await uow.ledger.tables_before(now, unread=True) == []
        assert await uow.person_data.discard_photos({file}) == 1
        await uow.ledger.forget_table(import_id)
        with pytest.raises(LookupError):
            await uow.ledger.lock_table(import_id)
