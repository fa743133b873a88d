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
        offered = await uow.grants.offer(terms, **told, person_id=building.wang.id, link=False)
        await uow.grants.save(yes(offered, building.wang, now))
    seen = []

    async def judge(tap, uow, moment):
        seen.append(await uow.grants.accepted())
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
