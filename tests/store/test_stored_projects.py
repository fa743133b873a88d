"""Projects as stored: numbered in their estate, sums by source, a milestone reached once, each resident asked once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.acceptances import Party, Said
from bot.domain.projects import Brief, Indicator, Move, Project, ProjectKind, Side, Source, Stage
from bot.messages import Photo

BRIEF = Brief(
    ProjectKind.SELF_SERVICE,
    "送餐",
    None,
    date(2026, 3, 20),
    serves="独居老人",
    mentor="陈老师",
    indicators=(Indicator(120, "份", "每月送餐120份"),),
)


@pytest.fixture
async def project(building) -> Project:
    async with building.store.units.writing() as uow:
        return await uow.projects.open(BRIEF, estate_key="east")


async def test_it_is_found_as_it_was_opened(building, project, committee):
    async with building.store.units.writing() as uow:
        second = await uow.projects.open(BRIEF, estate_key="east")
        other = await uow.projects.open(BRIEF, estate_key="west")
        done = replace(second, stage=Stage.DONE, percent=100, round=1, late_told=True)
        await uow.projects.save(done)
        step = await uow.projects.add_step(
            done, Move.ON, before=Stage.ACCEPTANCE, by=committee, by_id=building.li.id, words="好", day=None,
            now=building.clock.now(),
        )  # fmt: skip
    assert (project.number, second.number, other.number) == (1, 2, 1)
    async with building.store.units.reading() as uow:
        assert await uow.projects.get(project.id) == project
        assert project.brief == BRIEF
        assert await uow.projects.by_number("east", 2) == done
        assert await uow.projects.by_number("east", 10**12) is None
        assert [each.number for each in await uow.projects.find("east", limit=9)] == [1, 2], "what goes on comes first"
        assert [each.number for each in await uow.projects.find("east", limit=9, stages=[Stage.DONE])] == [2]
        assert await uow.projects.count("east") == 2
        assert await uow.projects.step(step.id) == step
        assert list(await uow.projects.steps(done.id)) == [step]
        with pytest.raises(LookupError):
            await uow.projects.get(404)


async def test_wishes_are_linked_once_and_unlinked(building, project):
    first, second = await building.wish(), await building.wish("门坏了")
    async with building.store.units.writing() as uow:
        await uow.projects.link(project.id, [second.id, first.id])
        await uow.projects.link(project.id, [first.id])
        assert [each.id for each in await uow.projects.wishes_of(project.id)] == [first.id, second.id]
        assert [each.id for each in await uow.projects.of_wish(first.id)] == [project.id]
        await uow.projects.unlink(project.id, [first.id])
        assert [each.id for each in await uow.projects.wishes_of(project.id)] == [second.id]
        assert await uow.projects.of_wish(first.id) == []


async def test_sums_by_source_and_side(building, project, committee):
    async with building.store.units.writing() as uow:
        for source, side, cents in (
            (Source.GOVERNMENT, Side.PLANNED, 10**13),
            (Source.GOVERNMENT, Side.RECEIVED, 700),
            (Source.GOVERNMENT, Side.RECEIVED, -200),
            (Source.RESIDENTS, Side.PLANNED, 50),
        ):
            await uow.project_records.add_money(
                project.id, source=source, side=side, cents=cents, corrects=cents < 0, words="", by=committee,
                by_id=building.li.id, now=building.clock.now(),
            )  # fmt: skip
        money = await uow.project_records.money(project.id)
    assert money.of(Source.GOVERNMENT, Side.RECEIVED) == 500
    assert money.total(Side.PLANNED) == 10**13 + 50
    assert money.sources == (Source.GOVERNMENT, Source.RESIDENTS)


async def test_a_milestone_keeps_its_name_and_is_reached_once(building, project, committee):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        photo = await uow.files.keep(Photo(file_id="f", unique_id="u"))
        records = uow.project_records
        await records.put_milestone(project.id, name="装好", day=date(2026, 3, 12))
        await records.put_milestone(project.id, name="到货", day=date(2026, 3, 15))
        await records.put_milestone(project.id, name="到货", day=date(2026, 3, 9))
        arrived, fitted = await records.milestones(project.id)
        assert (arrived.name, arrived.day, fitted.name) == ("到货", date(2026, 3, 9), "装好")
        assert await records.reach(arrived.id, on=now.date())
        assert not await records.reach(arrived.id, on=now.date())
        told = {"percent": 40, "words": "好", "reason": "", "by": committee, "by_id": building.li.id, "now": now}
        await records.add_report(project.id, milestone_id=arrived.id, photos=[photo, photo], **told)
        last = await records.last_report(project.id)
    assert last is not None
    assert (last.percent, last.photos, last.milestone_id) == (40, (photo, photo), arrived.id)
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.project_records.add_report(project.id, milestone_id=arrived.id, photos=(), **told)


async def test_each_resident_is_asked_once_and_told_once(building, project):
    now = building.clock.now()
    asked = {"party": Party.RESIDENT, "said": Said.ASKED, "now": now}
    async with building.store.units.writing() as uow:
        records = uow.project_records
        await records.add_say(project.id, 1, person_id=building.li.id, ask_at=now, **asked)
        await records.add_say(project.id, 1, person_id=building.wang.id, ask_at=now + timedelta(hours=9), **asked)
        assert await records.next_ask() == now
        (due,) = await records.asks_due(now, limit=9)
        assert due.person_id == building.li.id
        assert await records.asked(due.id)
        assert not await records.asked(due.id), "another process told them"
        assert await records.next_ask() == now + timedelta(hours=9)
        assert len(await records.says(project.id, 1)) == 2
        assert await records.says(project.id, 2) == []
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.project_records.add_say(project.id, 1, person_id=building.li.id, **asked)


async def test_residents_are_found_by_their_name_in_these_groups(building, project):
    async with building.store.units.writing() as uow:
        await uow.chats.add_resident(building.chat.id, building.wang.id, now=building.clock.now())
        found = uow.project_records.residents_named
        assert [each.id for each in await found([building.chat.id], building.wang.name)] == [building.wang.id]
        assert await found([building.chat.id], building.li.name) == []
        assert await found([], building.wang.name) == []


async def test_what_is_late_is_found_by_its_moment(building, project):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        assert await uow.projects.next_late() is None
        await uow.projects.save(replace(project, late_at=now))
        assert await uow.projects.next_late() == now
        assert [each.id for each in await uow.projects.late(now, limit=9)] == [project.id]
        assert await uow.projects.late(now - timedelta(seconds=1), limit=9) == []
