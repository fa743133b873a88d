"""What reports are made of, as both databases tell it, held to the pure rules."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import reports, verdicts
from bot.domain.course import CourseStep, Mover, Step
from bot.domain.deliberations import Deliberation, Form
from bot.domain.filed_for import FiledFor, Filer, Way
from bot.domain.places import Place
from bot.domain.reports import Reach, Stairwell, VerdictCounts
from bot.domain.triage import Level, Matter, Triage
from bot.domain.verdicts import Finding, Round
from bot.domain.wishes import AnswerKind, Category, Draft, Kind, Stance, State, Visibility
from bot.ports.reports import Reported

EVER = Reported("east", datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
NOWHERE = Place()
_STATE_AFTER = {
    Step.TAKEN: State.TAKEN,
    Step.HANDED_BACK: State.OPEN,
    Step.PROMISED: State.PROMISED,
    Step.DECLINED: State.DECLINED,
    Step.DONE: State.DONE,
    Step.CAME_BACK: State.OPEN,
}


async def wish(building, words="灯坏了", *, place=NOWHERE, **more):
    draft = Draft(more.pop("kind", Kind.WANT), words, place, Category.REPAIR, Visibility.PUBLIC)
    async with building.store.units.writing() as uow:
        filed = {"author": building.wang, "chat_id": building.chat.id, "estate_key": "east", **more}
        return await uow.wishes.add(draft, filed_at=building.clock.now(), next_date=None, **filed)


async def answered(uow, building, speaker, wish_id):
    return await uow.answers.add(
        wish_id=wish_id, kind=AnswerKind.DECLINE, words="没有钱", due_on=None, photos=(), speaker=speaker,
        speaker_id=building.li.id, now=building.clock.now(),
    )  # fmt: skip


async def happens(uow, what, wish_id, *, building, speaker):
    """One thing that somebody did, at this moment."""
    now = building.clock.now()
    match what:
        case Step():
            mover, by = (Mover.CLOCK, None) if what is Step.CAME_BACK else (Mover.STAFF, speaker)
            await uow.course.add(CourseStep(wish_id, what, _STATE_AFTER[what], mover, now, by))
        case "answer":
            await answered(uow, building, speaker, wish_id)
        case "held":
            answer = await answered(uow, building, speaker, wish_id)
            await uow.answers.hold(answer.id, due_at=now + timedelta(minutes=2))
        case "statement":
            await uow.statements.add(wish_id=wish_id, words="在修", speaker=speaker, speaker_id=building.li.id, now=now)
        case "question":
            await uow.questions.add(
                wish_id=wish_id, asker=speaker, asker_id=building.li.id, words="哪层？", told=True, now=now
            )
        case Form():
            await uow.deliberations.add(
                Deliberation(
                    id=0, wish_id=wish_id, form=what, question="怎么办", background="", agenda="", opened_at=now,
                    until=now.date(), closes_at=now + timedelta(days=1), opener=speaker, opener_id=building.li.id,
                    closed_at=now,
                )
            )  # fmt: skip


async def test_first_moments_are_those_of_the_rule(store, building, committee, clock):
    """Two hundred things happen to thirty wishes; the database tells of each what the rule does."""
    dice = random.Random(7)
    ids = [(await wish(building, f"第{n}盏灯坏了")).id for n in range(30)]
    can_happen = [*_STATE_AFTER, "answer", "held", "statement", "question", Form.COUNCIL, Form.COORDINATION]
    held: set[int] = set()
    async with store.units.writing() as uow:
        for _ in range(200):
            clock.advance(minutes=dice.randint(1, 90))
            about, what = dice.choice(ids[:25]), dice.choice(can_happen)
            if what == "held" and about in held:
                continue
            held |= {about} if what == "held" else set()
            await happens(uow, what, about, building=building, speaker=committee)
    async with store.units.reading() as uow:
        found = {each.wish.id: (each.heard_at, each.decided_at) for each in await uow.reports.filed(EVER)}
        assert sorted(found) == ids
        for wish_id in ids:
            waiting = {each.id for each in await uow.answers.held_of(wish_id)}
            out = [each.answered_at for each in await uow.answers.of(wish_id) if each.id not in waiting]
            argued = await uow.deliberations.of(wish_id)
            said = [
                *(each.stated_at for each in await uow.statements.of(wish_id)),
                *(each.asked_at for each in await uow.questions.of(wish_id)),
                *(each.opened_at for each in argued if each.form is not Form.COORDINATION),
            ]
            steps = await uow.course.of(wish_id)
            assert found[wish_id] == reports.first_moments(steps, answered=out, said=said)
        assert {moments for wish_id, moments in found.items() if wish_id in ids[25:]} == {(None, None)}
        assert any(heard and not decided for heard, decided in found.values())


async def test_of_this_time_this_estate_and_this_building(store, building, clock):
    first = await wish(building, place=Place(building="3", unit="2"))
    since = clock.advance(days=1)
    second = await wish(building, place=Place(building="3"))
    third = await wish(building, "拿走了", place=Place(building="3"))
    other = await wish(building, place=Place(building="5"), kind=Kind.OFFER)
    await wish(building, estate_key="west", place=Place(building="3"))
    until = clock.advance(days=1)
    await wish(building, place=Place(building="3"))
    which = Reported("east", since, until)
    chosen = Triage(Matter.TALK, frozenset({Level.COMMITTEE, Level.ABOVE}), clock.now())
    async with store.units.writing() as uow:
        await uow.triages.save(second.id, chosen)
        await uow.filed_for.add(FiledFor(other.id, building.li.id, "李姐", Filer.CAPTAIN, Way.COUNTER))
        await uow.wishes.save(replace(third, words="—", visibility=Visibility.COMMITTEE, state=State.ANSWERED))
        found = await uow.reports.filed(which)
        assert [each.wish.id for each in found] == [second.id, third.id, other.id]
        assert [each.triage for each in found] == [chosen, None, None]
        assert [each.way for each in found] == [None, None, Way.COUNTER]
        of_three = [each.wish.id for each in await uow.reports.filed(replace(which, building="3"))]
        assert of_three == [second.id], "a number alone is the whole estate's"
        tally = await uow.tallies.of(replace(which, building="5"))
        assert (tally.filed, tally.for_others) == ({Kind.OFFER: 1}, {Way.COUNTER: 1})
        assert await uow.reports.first_filed("east") == first.filed_at
        assert await uow.reports.first_filed("nowhere") is None
        assert await uow.reports.filed(replace(which, estate_key="nowhere")) == []


async def test_verdicts_are_counted_as_the_rule_counts_them(store, building, committee, clock):
    people = [await building.person(100 + n, f"邻居{n}") for n in range(6)]
    lamp, lift = await wish(building, place=Place(building="3")), await wish(building, place=Place(building="5"))
    told: list[verdicts.Affected] = []
    async with store.units.writing() as uow:
        for about, asked, findings in (
            (lamp, people, [Finding.FIXED, Finding.FIXED, Finding.NOT_YET, Finding.UNCLEAR]),
            (lift, people[:2], [Finding.HALF]),
        ):
            report = await answered(uow, building, committee, about.id)
            asking = await uow.verdicts.ask(
                wish_id=about.id, answer_id=report.id, round=Round.FIRST, asked_at=clock.now(),
                closes_at=clock.now() + timedelta(days=7), reopen_until=None,
                people=[(each.id, False, True) for each in asked],
            )  # fmt: skip
            for each, finding in zip(await uow.verdicts.people(asking.id), findings, strict=False):
                await uow.verdicts.save_affected(replace(each, finding=finding, found_at=clock.now()))
            told += await uow.verdicts.people(asking.id)
            await uow.verdicts.save(replace(asking, outcome=verdicts.Outcome.HEARD))
        later = await uow.verdicts.ask(
            wish_id=lamp.id, answer_id=report.id, round=Round.AGAIN, asked_at=clock.now(),
            closes_at=clock.now() + timedelta(days=7), reopen_until=None, people=[(people[0].id, False, True)],
        )  # fmt: skip
        assert later.id
    counted = verdicts.tally(told)
    async with store.units.reading() as uow:
        found = await uow.reports.verdicts(EVER)
        assert (found.wishes, found.asked, found.answers) == (2, counted.asked, counted.answered)
        assert found.found == {
            Finding.FIXED: counted.fixed,
            Finding.HALF: counted.half,
            Finding.NOT_YET: counted.not_yet,
            Finding.UNCLEAR: counted.unclear,
        }
        assert await uow.reports.verdicts(replace(EVER, building="5")) == VerdictCounts(1, 2, {Finding.HALF: 1})
        assert await uow.reports.verdicts(replace(EVER, until=clock.now())) == VerdictCounts()


async def test_who_is_known_took_part_and_can_be_told(store, building, clock):
    zhou, left, silent = [await building.person(20 + n, name) for n, name in enumerate("周吴郑")]
    second = await building.group(-1002, "3号楼二群")
    lamp = await wish(building)
    async with store.units.writing() as uow:
        for person in (building.wang, building.li, zhou, left, silent):
            await uow.chats.add_resident(building.chat.id, person.id, now=clock.now())
        await uow.chats.add_resident(second.id, building.wang.id, now=clock.now())
        await uow.chats.set_left(building.chat.id, left.id, at=clock.now())
        await uow.followers.add(lamp.id, zhou.id, Stance.JOIN, now=clock.now())
        for person in (zhou, silent, building.li):
            await uow.people.set_started(person.id, True)
            private = await uow.chats.private_of(person)
            await uow.chats.set_present(private.id, present=person is not silent, hears_all=False)
        met = await uow.reports.met(EVER, by_role={})
        by_role = await uow.reports.met(EVER, by_role={building.li.id: "3", left.id: "3"})
    assert {(each.chat_id, each.person_id) for each in met} == {
        *((building.chat.id, person.id) for person in (building.wang, building.li, zhou, silent)),
        (second.id, building.wang.id),
    }
    assert {each.person_id for each in met if each.acted} == {building.wang.id, zhou.id}
    assert {each.person_id for each in met if each.can_be_told} == {zhou.id, building.li.id}
    assert reports.reach(met) == Reach(4, 2, 2)
    assert [(each.chat_id, each.building, each.person_id) for each in by_role[len(met) :]] == [
        (None, "3", person_id) for person_id in sorted((building.li.id, left.id))
    ]
    assert reports.reach(by_role) == Reach(5, 2, 2), "who is known in a group as well counts once"


async def test_stairwells_are_known_by_wishes_and_groups(store, building, clock):
    await wish(building, place=Place(building="3", unit="1"))
    await wish(building, place=Place(building="3", unit="1"))
    since = clock.advance(days=1)
    await wish(building, place=Place(building="5", unit="2", floor=3))
    await wish(building, place=Place(floor=3))
    async with store.units.reading() as uow:
        known, spoke = await uow.reports.stairwells(replace(EVER, since=since))
        assert set(known) == {Stairwell("3"), Stairwell("3", "1"), Stairwell("5", "2")}
        assert spoke == [Stairwell("5", "2")]
        assert reports.silent(known, spoke) == (Stairwell("3"),)
        known, spoke = await uow.reports.stairwells(replace(EVER, building="3"))
        assert set(known) == {Stairwell("3"), Stairwell("3", "1")}
        assert spoke == [Stairwell("3", "1")]
        assert await uow.reports.buildings("east") == ["3"]


async def test_old_pictures_are_found_by_their_names(store, building):
    keys = ["bulletin:1:", "report:000000000100:zh:x", "report:000000000200:zh:x", "reports"]
    for key in keys:
        await store.shelf.own(key, sha256="0" * 64, size_bytes=1)
    async with store.units.reading() as uow:
        assert await uow.reports.old_pictures("report:000000000150", limit=9) == [keys[1]]
        assert await uow.reports.old_pictures("report:000000000300", limit=1) == [keys[1]]
