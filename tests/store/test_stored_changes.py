"""Reports, takedowns, statements, additions, withdrawals: kept as they are, and bound by constraints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.amendments import Withdrawal, WithdrawalReason
from bot.domain.people import Body, Speaker
from bot.domain.takedowns import Reason, Report, Step
from bot.domain.whereabouts import NOWHERE
from bot.domain.wishes import Display, Kind, State, Visibility
from bot.messages import Photo
from bot.ports import WishFilter
from bot.store import NotStored, Store
from tests.store.building import Building, StoppedClock


async def test_reports_count_while_they_are_neither_taken_back_nor_used_up(building: Building) -> None:
    wish, other = await building.wish(), await building.wish("别的")
    people = [await building.person(20 + at, f"邻居{at}") for at in range(3)]
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        assert await uow.takedowns.report_of(wish.id, people[0].id) is None
        for person in people:
            await uow.takedowns.save_report(wish.id, person.id, Report(asked_at=now))
        assert await uow.takedowns.reports(wish.id) == 0
        for person in people:
            await uow.takedowns.save_report(wish.id, person.id, Report(reported_at=now))
        await uow.takedowns.save_report(wish.id, people[0].id, Report())
        assert await uow.takedowns.reports(wish.id) == 2
        assert await uow.takedowns.reports(other.id) == 0
        await uow.takedowns.use_up_reports(wish.id, now=now)
        assert await uow.takedowns.reports(wish.id) == 0
        assert await uow.takedowns.report_of(wish.id, people[1].id) == Report(reported_at=now, used_at=now)
        assert await uow.takedowns.report_of(wish.id, people[0].id) == Report()


async def test_steps_are_kept_in_order_and_belong_to_one_bot(
    building: Building, clock: StoppedClock, committee: Speaker
) -> None:
    wish, now = await building.wish(), clock.now()
    async with building.store.units.writing() as uow:
        folded = await uow.takedowns.add(wish_id=wish.id, step=Step.FOLDED, now=now, reports=3)
        removed = await uow.takedowns.add(
            wish_id=wish.id, step=Step.REMOVED, now=now, person_id=building.li.id, name="李主任",
            body=Body.COMMITTEE, reason=Reason.PRIVATE,
        )  # fmt: skip
        assert await uow.takedowns.of(wish.id) == [folded, removed]
        assert await uow.takedowns.last(wish.id) == removed
        assert await uow.takedowns.get(folded.id) == folded
        stated = await uow.statements.add(
            wish_id=wish.id, words="换过了", speaker=committee, speaker_id=building.li.id, now=now
        )
        assert await uow.statements.of(wish.id) == [stated]
        added = await uow.amendments.add(wish_id=wish.id, words="晚上也不亮", photo=None, now=now)
        assert await uow.amendments.of(wish.id) == [added]
    elsewhere = Store(building.store.database, 1, clock)
    async with elsewhere.units.reading() as uow:
        for read in (
            uow.takedowns.get(folded.id),
            uow.statements.get(stated.id),
            uow.amendments.get_addition(added.id),
        ):
            with pytest.raises(NotStored):
                await read


@pytest.mark.parametrize(
    "wrong",
    [
        {"step": Step.REMOVED},
        {"step": Step.REMOVED, "reason": Reason.OTHER},
        {"step": Step.RESTORED, "reason": Reason.PRIVATE},
        {"step": Step.CONTESTED},
    ],
)
async def test_a_step_that_cannot_be_is_refused(building: Building, wrong: dict[str, object]) -> None:
    wish = await building.wish()
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.takedowns.add(wish_id=wish.id, now=building.clock.now(), person_id=building.li.id, **wrong)  # type: ignore[arg-type]


async def test_a_withdrawal_is_told_once_after_its_time_unless_it_was_taken_back(
    building: Building, clock: StoppedClock
) -> None:
    first, second = await building.wish("一"), await building.wish("二")
    async with building.store.units.writing() as uow:
        for wish in (first, second):
            kept = Withdrawal(wish.id, WithdrawalReason.OTHER, "换好了", clock.now(), wish.state, wish.next_date)
            await uow.amendments.withdraw(kept)
            assert await uow.amendments.withdrawal(wish.id) == kept
        before = clock.now() - timedelta(seconds=1)
        assert await uow.amendments.untold(before=before, limit=9) == []
        await uow.amendments.take_back_withdrawal(first.id)
        due = await uow.amendments.untold(before=clock.now(), limit=9)
        assert [each.wish_id for each in due] == [second.id]
        await uow.amendments.told(second.id, now=clock.now())
        assert await uow.amendments.untold(before=clock.now(), limit=9) == []
        assert await uow.amendments.withdrawal(first.id) is None


@pytest.mark.parametrize(
    "hidden", [{"display": Display.CHECKING}, {"display": Display.REMOVED}, {"state": State.WITHDRAWN}]
)
async def test_what_is_hidden_is_in_no_public_list_search_count_or_index(
    building: Building, hidden: dict[str, object]
) -> None:
    wish = await building.wish("楼道灯坏了")
    everyone, staff = WishFilter(words="灯"), WishFilter(words="灯", public_only=False)

    async def seen() -> tuple[int, int, int, int]:
        async with building.store.units.reading() as uow:
            near = await uow.similar.nearest("east", words="楼道灯坏了", kind=Kind.WANT, where=NOWHERE, limit=5)
            listed = await uow.wishes.find("east", everyone, limit=9)
            return (
                len(listed),
                await uow.wishes.count("east", everyone),
                len(near),
                await uow.wishes.count("east", staff),
            )

    assert await seen() == (1, 1, 1, 1)
    async with building.store.units.writing() as uow:
        await uow.wishes.save(replace(wish, next_date=None, **hidden))  # type: ignore[arg-type]
    assert await seen() == (0, 0, 0, 1)
    async with building.store.units.writing() as uow:
        await uow.wishes.save(wish)
    assert await seen() == (1, 1, 1, 1)


async def test_a_withdrawn_wish_has_no_date_and_an_addition_no_photo_that_is_not_there(building: Building) -> None:
    wish = await building.wish()
    for wrong in (replace(wish, state=State.WITHDRAWN, next_date=date(2026, 3, 9)),):
        with pytest.raises(IntegrityError):
            async with building.store.units.writing() as uow:
                await uow.wishes.save(wrong)
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.amendments.add(wish_id=wish.id, words="看", photo="nowhere", now=building.clock.now())
    assert wish.visibility is Visibility.PUBLIC


async def test_a_picture_of_the_house_is_kept_under_its_name(building: Building) -> None:
    shelf = building.store.shelf
    async with building.store.units.writing() as uow:
        await uow.files.keep(Photo("someone's", "blank"))
    for _ in range(2):
        await shelf.own("blank", sha256="a" * 64, size_bytes=7)
    stored = await shelf.get("blank")
    assert stored is not None
    assert (stored.file_id, stored.sha256, stored.size_bytes) == (None, "a" * 64, 7)
    assert await shelf.wanted(now=building.clock.now(), limit=9) == []


async def test_the_administrators_of_a_group_whom_the_bot_has_met(building: Building) -> None:
    async with building.store.units.writing() as uow:
        await uow.chats.set_administrators(building.chat.id, frozenset({12, 777}), now=building.clock.now())
        assert [person.name for person in await uow.chats.administrators_of(building.chat.id)] == ["李"]
