"""Roles that were given, as stored: found again, answered once, told in time; what the staff did, from everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from bot.domain import grants
from bot.domain.grants import GrantRole, GrantState, Terms
from bot.domain.people import Body, Speaker
from bot.domain.place_changes import Addition
from bot.domain.place_tree import PlaceLevel
from bot.domain.scopes import ENTIRE, Scope
from bot.domain.staff_acts import StaffActKind
from bot.ports import CountedTap, TapAnswer
from bot.store.grant_tables import role_grants
from bot.store.unit import session_of
from tests.store.a_row_everywhere import fill


@pytest.fixture
def terms(building):
    return Terms(GrantRole.CAPTAIN, "王阿姨", building.clock.now().date(), scope=Scope(("3",)))


@pytest.fixture
def told(building):
    return {"estate_key": "east", "by_id": building.li.id, "by": "李书记", "now": building.clock.now()}


def yes(grant, person, now):
    return grants.accept(grant, person_id=person.id, telegram_id=person.telegram_id, now=now)


async def test_an_offer_is_found_as_it_was_made(building, terms, told):
    async with building.store.units.writing() as uow:
        offered = await uow.grants.offer(terms, **told, person_id=building.wang.id, link=False)
        linked = await uow.grants.offer(replace(terms, scope=ENTIRE), **told, person_id=None, link=True)
        await uow.grants.offer(terms, **{**told, "estate_key": "west"}, person_id=building.wang.id, link=False)
    assert (offered.terms, offered.telegram_id, offered.code) == (terms, building.wang.telegram_id, None)
    assert (linked.person_id, linked.telegram_id) == (None, None)
    async with building.store.units.reading() as uow:
        assert await uow.grants.get(offered.id) == offered
        assert await uow.grants.by_code(linked.code) == linked
        assert await uow.grants.by_code("made up") is None
        assert await uow.grants.of_estate("east") == [linked, offered]
        assert await uow.grants.of_estate("east", GrantState.ACCEPTED) == []
        assert len(await uow.grants.of_person(building.wang.id)) == 2
        with pytest.raises(LookupError):
            await uow.grants.get(404)


async def test_a_role_for_a_part_bears_its_building_its_stairwell_or_its_grid_by_the_name_it_has_now(
    building, terms, told
):
    async with building.store.units.writing() as uow:
        grid = await uow.place_trees.add_grid("east", "东片")
        parts = (Scope(("3",)), Scope(("3", "2")), Scope(grid_id=grid.id), ENTIRE)
        made = [
            await uow.grants.offer(replace(terms, scope=scope), **told, person_id=None, link=True) for scope in parts
        ]
        await uow.place_trees.save_grid(replace(grid, name="第一网格"))
    async with building.store.units.reading() as uow:
        kept = [(await uow.grants.get(each.id)).terms.scope for each in made]
        assert kept == list(parts)
        assert [each.grid for each in kept] == ["", "", "第一网格", ""]
        assert await uow.place_trees.roles_of_grid(grid.id) == 1
        assert await uow.place_trees.roles_at("east", ("3",)) == 2
        assert await uow.place_trees.roles_at("east", ("3", "2")) == 1
        assert await uow.place_trees.roles_at("west", ("3",)) == 0


async def test_who_acts_for_a_body_has_no_part_and_nobody_two_at_once(building, terms, told):
    async with building.store.units.writing() as uow:
        grid = await uow.place_trees.add_grid("east", "东片")
    for broken in (
        replace(terms, role=GrantRole.PROPERTY),
        replace(terms, role=GrantRole.AUDITOR, scope=Scope(grid_id=grid.id)),
        replace(terms, scope=Scope(("3",), grid.id)),
    ):
        with pytest.raises(IntegrityError):
            async with building.store.units.writing() as uow:
                await uow.grants.offer(broken, **told, person_id=None, link=True)


async def test_which_building_is_in_which_grid_is_read_as_it_is(building):
    async with building.store.units.writing() as uow:
        one, other = [await uow.place_trees.add_grid("east", name) for name in ("东片", "西片")]
        await uow.place_trees.add("east", [Addition(PlaceLevel.BUILDING, (code,), grid="东片") for code in ("3", "A")])
        await uow.place_trees.add("east", [Addition(PlaceLevel.STAIRWELL, ("3", "1"))])
    async with building.store.units.writing() as uow:
        assert await uow.grants.grids_of_buildings() == {"east": {"3": one.id, "A": one.id}}
        tree = await uow.place_trees.tree("east")
        await uow.place_trees.save(replace(tree.nodes["3",], grid_id=other.id))
        await uow.place_trees.save(replace(tree.nodes["A",], grid_id=None))
        assert await uow.grants.grids_of_buildings() == {"east": {"3": other.id}}


async def test_what_is_accepted_counts_at_once_and_no_more_once_it_ended(building, terms, told):
    now, wang = building.clock.now(), building.wang
    async with building.store.units.writing() as uow:
        assert await uow.grants.accepted() == []
        offered = await uow.grants.offer(terms, **told, person_id=None, link=True)
        assert await uow.grants.accepted() == []
        accepted = yes(offered, wang, now)
        await uow.grants.save(accepted)
        assert await uow.grants.accepted() == [accepted]
        await uow.grants.save(replace(accepted, shown=True))
        ended = grants.end(accepted, by_id=building.li.id, by="李", why="搬走了", today=now.date(), now=now)
        await uow.grants.save(ended)
        assert await uow.grants.accepted() == []
    async with building.store.units.reading() as uow:
        assert await uow.grants.get(ended.id) == ended
        assert await uow.grants.by_code(offered.code) is None


async def test_letters_wait_for_their_moment_and_are_told_once(building, terms, told):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        assert await uow.grants.next_letter() is None
        one = await uow.grants.offer(terms, **told, person_id=building.wang.id, link=False)
        await uow.grants.tell(one.id, holder_at=now + timedelta(hours=2), giver_at=now + timedelta(hours=1))
        assert await uow.grants.next_letter() == now + timedelta(hours=1)
        assert await uow.grants.letters(now, limit=9) == []
        (first,) = await uow.grants.letters(now + timedelta(hours=1), limit=9)
        assert first.to_giver
        await uow.grants.told(first)
        (second,) = await uow.grants.letters(now + timedelta(hours=3), limit=9)
        assert (second.to_giver, second.grant.id, second.grant.untold) == (False, one.id, True)
        await uow.grants.told(second)
        assert await uow.grants.next_letter() is None
        assert not (await uow.grants.get(one.id)).untold


async def test_nobody_has_answered_whom_nobody_knows(building, terms, told):
    async with building.store.units.writing() as uow:
        offered = await uow.grants.offer(terms, **told, person_id=None, link=True)
    for broken in ({"state": GrantState.ACCEPTED}, {"state": GrantState.ENDED}, {"answered_at": building.clock.now()}):
        with pytest.raises(IntegrityError):
            async with building.store.units.writing() as uow:
                await uow.grants.save(replace(offered, **broken))


async def test_presses_of_counted_buttons_see_who_has_a_role(building, terms, told):
    """They are judged by the dozen, with what was asked for all of them at once."""
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        grid = await uow.place_trees.add_grid("east", "东片")
        await uow.place_trees.add("east", [Addition(PlaceLevel.BUILDING, ("3",), grid="东片")])
        by_grid = replace(terms, scope=Scope(grid_id=grid.id))
        offered = await uow.grants.offer(by_grid, **told, person_id=building.wang.id, link=False)
        await uow.grants.save(yes(offered, building.wang, now))
    seen, grids = [], []

    async def judge(tap, uow, moment):
        seen.append(await uow.grants.accepted())
        grids.append(await uow.grants.grids_of_buildings())
        return TapAnswer(tap.query_id, None, "zh")

    tap = CountedTap(
        update_id=1,
        query_id="q",
        data="join:404",
        message_id=5,
        chat_telegram_id=-1001,
        private=False,
        title="3号楼",
        person_telegram_id=11,
        name="王",
        username=None,
        language_code="zh",
        raw={},
    )
    await building.store.taps.write([tap], judge, now=now)
    assert [[each.telegram_id for each in found] for found in seen] == [[11]]
    assert grids == [{"east": {"3": grid.id}}]


async def test_somebody_is_found_by_their_name_on_telegram_in_whatever_case(building):
    async with building.store.units.writing() as uow:
        mei = await uow.people.seen(telegram_id=77, name="梅", username="ChenMei", client_language=None)
        assert await uow.people.by_username("chenmei") == mei
        assert await uow.people.by_username("chen_mei") is None


async def test_what_the_staff_did_is_found_from_everywhere_the_newest_first(building, committee):
    await fill(building, committee)
    async with building.store.units.reading() as uow:
        acts = await uow.grants.staff_acts("east", limit=None)
        assert await uow.grants.count_staff_acts("east") == len(acts)
        kinds = {act.kind for act in acts}
        assert {StaffActKind.ENTRY, StaffActKind.CORRECTION, StaffActKind.STATED, StaffActKind.ITEM} <= kinds
        assert {StaffActKind.PROJECT, StaffActKind.FOLDED} & kinds
        assert {StaffActKind.ARGUED, StaffActKind.BROADCAST, StaffActKind.POLL, StaffActKind.PUBLISHED} <= kinds
        assert [act.at for act in acts] == sorted((act.at for act in acts), reverse=True)
        pages = [await uow.grants.staff_acts("east", limit=2, offset=at) for at in range(0, len(acts), 2)]
        assert [act for page in pages for act in page] == acts, "pages neither repeat nor leave out"
        assert await uow.grants.staff_acts("nowhere", limit=None) == []


async def test_an_act_bears_the_name_and_body_it_was_done_under(building, terms):
    qian = Speaker(0, "钱主任", Body.OWNERS)
    wish = await building.wish()
    async with building.store.units.writing() as uow:
        await uow.statements.add(
            wish_id=wish.id, words="已经报价", speaker=qian, speaker_id=building.li.id, now=building.clock.now()
        )
        (act,) = await uow.grants.staff_acts("east", limit=5)
        assert (act.kind, act.number, act.name, act.body) == (StaffActKind.STATED, wish.number, "钱主任", Body.OWNERS)
        count = await session_of(uow).value(select(func.count()).select_from(role_grants))
    assert count == 0
