"""The author's own: changed, added to, withdrawn; everybody else is refused without a trace."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain import errors
from bot.domain.amendments import WithdrawalReason
from bot.domain.errors import Refused
from bot.domain.wishes import State, Visibility, Wish
from bot.services import amending
from tests.services.town import Town


async def withdraws(town: Town, wish: Wish, reason: WithdrawalReason | None = None, words: str = "") -> Wish:
    author = await town.in_private("wang")
    async with town.store.units.writing() as uow:
        return await amending.withdraw_wish(
            actor=author, wish_id=wish.id, reason=reason, words=words, uow=uow, now=town.clock.now()
        )


async def tells(town: Town) -> int:
    async with town.store.units.writing() as uow:
        assert await amending.withdrawals_are_due(uow=uow, now=town.clock.now()) == bool(
            await uow.amendments.untold(before=town.clock.now() - timedelta(minutes=2), limit=9)
        )
        return await amending.tell_withdrawals(uow=uow, now=town.clock.now())


@pytest.mark.parametrize(
    ("name", "where", "refusal"),
    [
        ("chen", None, errors.NotYourWish),
        ("li", None, errors.NotYourWish),
        ("emma", None, errors.WishGone),
        ("stranger", None, errors.WishGone),
        ("wang", "building3", errors.OnlyInPrivate),
        ("chen", "building3", errors.OnlyInPrivate),
    ],
)
async def test_whose_it_is_not(town: Town, name: str, where: str | None, refusal: type[Refused]) -> None:
    wish = await town.files()
    actor = town.actor(name, where)
    for act in (amending.wish_to_add_to, amending.wish_to_withdraw):
        async with town.refusing(refusal) as uow:
            await act(actor=actor, wish_id=wish.id, uow=uow)
    async with town.refusing(refusal) as uow:
        await amending.wish_to_edit(actor=actor, wish_id=wish.id, uow=uow, now=town.clock.now())
    async with town.refusing(refusal) as uow:
        await amending.edit_wish(
            actor=actor, wish_id=wish.id, words="别的", place=None, said="", photo=None, uow=uow, now=town.clock.now()
        )
    async with town.refusing(refusal) as uow:
        await amending.take_back_withdrawal(actor=actor, wish_id=wish.id, uow=uow, now=town.clock.now())


async def test_an_edit_keeps_the_old_words_nowhere(town: Town) -> None:
    wish = await town.files("我家的秘密坏了")
    author = await town.in_private("wang")
    async with town.store.units.writing() as uow:
        await amending.edit_wish(
            actor=author, wish_id=wish.id, words="灯坏了", place=None, said="", photo=None, uow=uow,
            now=town.clock.now(),
        )  # fmt: skip
    assert (await town.wish(wish)).words == "灯坏了"
    assert not any("我家的秘密" in str(row) for rows in town.rows().values() for row in rows)


async def test_followers_hear_of_a_withdrawal_once_and_only_when_it_stays(town: Town) -> None:
    wish = await town.files()
    await town.follows("chen", wish)
    withdrawn = await withdraws(town, wish, WithdrawalReason.SOLVED)
    assert (withdrawn.state, withdrawn.next_date) == (State.WITHDRAWN, None)
    town.clock.moment += timedelta(seconds=119)
    assert await tells(town) == 0
    author = await town.in_private("wang")
    async with town.store.units.writing() as uow:
        back = await amending.take_back_withdrawal(actor=author, wish_id=wish.id, uow=uow, now=town.clock.now())
    assert back == wish
    town.clock.moment += timedelta(hours=1)
    assert await tells(town) == 0
    await withdraws(town, wish)
    town.clock.moment += timedelta(minutes=2)
    assert await tells(town) == 1
    assert await tells(town) == 0
    assert sum("wish-withdrawn" in body for body in town.notices()) == 1


async def test_another_reason_needs_its_words_and_a_listed_one_none(town: Town) -> None:
    wish = await town.files(visibility=Visibility.COMMITTEE)
    author = await town.in_private("wang")
    async with town.refusing(errors.EmptyWords) as uow:
        await amending.withdraw_wish(
            actor=author, wish_id=wish.id, reason=WithdrawalReason.OTHER, words=" ", uow=uow, now=town.clock.now()
        )
    await withdraws(town, wish, WithdrawalReason.SOLVED, "还是不说了")
    assert not any("还是不说了" in str(row) for rows in town.rows().values() for row in rows)
