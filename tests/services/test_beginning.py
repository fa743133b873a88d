"""Binding by presses, the trial, the pause: who may, what is refused, what is said where."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import errors
from bot.domain.errors import Refused
from bot.domain.house import House
from bot.domain.intakes import IntakeState
from bot.domain.onboarding import Onboarding, Step
from bot.domain.people import Purpose
from bot.domain.places import Place
from bot.messages import Actor
from bot.services import duplicates, filing, intakes, onboarding, trial
from tests.services.cast import GARDEN, HOUSE
from tests.services.town import Town

TRYING = replace(GARDEN, trial=True)
ONE_ESTATE = replace(HOUSE, estates={"garden": TRYING})
OPEN_HOUSE = replace(HOUSE, estates={"garden": GARDEN})


def trying(actor: Actor) -> Actor:
    """The same person, where the estate waits for its trial."""
    here = TRYING if actor.estate and actor.estate.key == "garden" else actor.estate
    feet = {key: replace(foot, estate=TRYING) if key == "garden" else foot for key, foot in actor.elsewhere.items()}
    return replace(actor, estate=here, elsewhere=feet)


async def presses_bind(
    town: Town, who: str, where: str, house: House = OPEN_HOUSE, purpose: Purpose = Purpose.BUILDING
) -> bool:
    async with town.store.units.writing() as uow:
        return await onboarding.confirm(
            actor=town.actor(who, where), purpose=purpose, estate_key="garden", place=Place("8"), house=house, uow=uow,
            now=town.clock.now(),
        )  # fmt: skip


async def administers(town: Town, who: str, where: str = "unbound") -> None:
    async with town.store.units.writing() as uow:
        ids = frozenset({town.people[who].telegram_id})
        await uow.chats.set_administrators(town.chat(where).id, ids, now=town.clock.now())


@pytest.mark.parametrize(
    ("who", "where", "purpose", "refusal"),
    [
        ("li", None, Purpose.BUILDING, errors.OnlyInGroup),
        ("li", "building3", Purpose.BUILDING, errors.ChatBoundAlready),
        ("chen", "unbound", Purpose.BUILDING, errors.NotYoursToBind),
        ("he", "unbound", Purpose.BUILDING, errors.NotYoursToBind),  # speaks next door, which is not in this house
        ("stranger", "unbound", Purpose.STAFF, errors.StaffChatNeedsListed),
    ],
)
async def test_who_may_not_press(
    town: Town, who: str, where: str | None, purpose: Purpose, refusal: type[Refused]
) -> None:
    await administers(town, "stranger")
    async with town.refusing(refusal) as uow:
        await onboarding.confirm(
            actor=town.actor(who, where), purpose=purpose, estate_key="garden", place=Place("8"), house=OPEN_HOUSE,
            uow=uow, now=town.clock.now(),
        )  # fmt: skip


async def test_of_several_estates_a_stranger_hears_of_none(town: Town) -> None:
    await administers(town, "stranger")
    async with town.refusing(errors.NotListedYet) as uow:
        await onboarding.choose_purpose(
            actor=town.actor("stranger", "unbound"), purpose=Purpose.BUILDING, house=HOUSE, uow=uow
        )


async def test_a_listed_person_binds_at_once_an_administrator_asks(town: Town) -> None:
    await administers(town, "stranger")
    assert not await presses_bind(town, "stranger", "unbound")
    async with town.store.units.reading() as uow:
        assert (await uow.chats.get(town.chat("unbound").id)).estate_key is None
        asked = await uow.onboardings.of(town.chat("unbound").id)
    assert asked is not None
    assert (asked.step, asked.place, asked.asked_by) == (Step.ASKED, Place("8"), town.people["stranger"].id)
    assert await presses_bind(town, "li", "unbound")
    async with town.store.units.reading() as uow:
        assert (await uow.chats.get(town.chat("unbound").id)).place == Place("8")


@pytest.mark.parametrize(
    ("who", "where", "refusal"),
    [
        ("li", None, errors.UnknownButton),
        ("li", "building3", errors.UnknownButton),
        ("qian", "staff", errors.NotListedYet),
        ("chen", "staff", errors.NotListedYet),
        ("he", "staff", errors.NotListedYet),
    ],
)
async def test_only_a_listed_person_in_the_staff_chat_says_yes(
    town: Town, who: str, where: str | None, refusal: type[Refused]
) -> None:
    await administers(town, "stranger")
    await presses_bind(town, "stranger", "unbound")
    async with town.refusing(refusal) as uow:
        await onboarding.decide(
            actor=town.actor(who, where), chat_id=town.chat("unbound").id, yes=True, house=OPEN_HOUSE, uow=uow,
            now=town.clock.now(),
        )  # fmt: skip


async def test_a_group_that_is_gone_or_settled_is_bound_no_more(town: Town) -> None:
    await administers(town, "stranger")
    await presses_bind(town, "stranger", "unbound")
    await town.leaves(town.chat("unbound"))
    args = {"chat_id": town.chat("unbound").id, "yes": True, "house": OPEN_HOUSE, "now": town.clock.now()}
    async with town.refusing(errors.BotNotInGroup) as uow:
        await onboarding.decide(actor=town.actor("li", "staff"), uow=uow, **args)
    async with town.store.units.writing() as uow:
        await uow.onboardings.save(Onboarding(town.chat("unbound").id, Step.LATER))
    async with town.refusing(errors.BindingSettled) as uow:
        await onboarding.decide(actor=town.actor("li", "staff"), uow=uow, **args)


async def test_one_person_has_three_groups_waiting_at_most(town: Town) -> None:
    async with town.store.units.writing() as uow:
        for number in range(3):
            chat = await uow.chats.seen(telegram_id=-7000 - number, private=False, title=f"群{number}")
            asked = Onboarding(chat.id, Step.ASKED, asked_by=town.people["stranger"].id, asked_at=town.clock.now())
            await uow.onboardings.save(asked)
    await administers(town, "stranger")
    async with town.refusing(errors.AskedEnough) as uow:
        await onboarding.confirm(
            actor=town.actor("stranger", "unbound"), purpose=Purpose.BUILDING, estate_key="garden", place=Place("8"),
            house=OPEN_HOUSE, uow=uow, now=town.clock.now(),
        )  # fmt: skip


# ---- the trial ------------------------------------------------------------------------------------------------------


async def tries(town: Town, who: str) -> bool:
    async with town.store.units.writing() as uow:
        actor = trying(town.actor(who, "staff"))
        await trial.take_part(actor=actor, uow=uow, now=town.clock.now())
        return await trial.answer(actor=actor, uow=uow, now=town.clock.now())


async def test_two_who_are_listed_open_it_and_nobody_files_before(town: Town) -> None:
    async with town.refusing(errors.IntakeNotOpen) as uow:
        await filing.chats_to_file_in(trying(town.actor("wang", "building3")), uow)
    assert not await tries(town, "li")
    async with town.refusing(errors.TriedAlready) as uow:
        await trial.take_part(actor=trying(town.actor("li", "staff")), uow=uow, now=town.clock.now())
    for who, where, refusal in (
        ("qian", "staff", errors.NotListedYet),
        ("chen", "staff", errors.NotListedYet),
        ("zhou", "building3", errors.UnknownButton),
    ):
        with pytest.raises(refusal):
            async with town.store.units.writing() as uow:
                await trial.take_part(actor=trying(town.actor(who, where)), uow=uow, now=town.clock.now())
    assert await tries(town, "zhou")
    async with town.store.units.writing() as uow:
        assert await intakes.state_of(TRYING, uow) is IntakeState.OPEN
        assert await filing.chats_to_file_in(trying(town.actor("wang", "building3")), uow)
        with pytest.raises(errors.TrialOver):
            await trial.answer(actor=trying(town.actor("wu", "staff")), uow=uow, now=town.clock.now())


async def test_it_does_not_open_where_nobody_could_speak(town: Town) -> None:
    for group in ("building3", "building5"):
        await town.leaves(town.chat(group))
    assert not await tries(town, "li")
    assert not await tries(town, "zhou")


async def test_who_had_wishes_before_needs_no_trial(town: Town) -> None:
    await town.files()
    async with town.store.units.reading() as uow:
        assert await intakes.state_of(TRYING, uow) is IntakeState.OPEN


# ---- silence --------------------------------------------------------------------------------------------------------


async def ticks(town: Town) -> int:
    async with town.store.units.reading() as uow:
        if not await intakes.any_due({"garden": GARDEN}, uow=uow, now=town.clock.now()):
            return 0
    async with town.store.units.writing() as uow:
        return await intakes.meet({"garden": GARDEN}, uow=uow, now=town.clock.now())


async def test_it_is_due_once_and_any_act_of_the_staff_opens_it_again(town: Town) -> None:
    assert await ticks(town) == 0, "nothing waits, nothing is kept"
    wish = await town.files()
    assert (await ticks(town), await ticks(town)) == (1, 0)
    for days, due in ((4, 0), (1, 1), (1, 0), (1, 1), (30, 0)):
        town.clock.moment += timedelta(days=days)
        assert await ticks(town) == due
        assert await ticks(town) == 0
    async with town.store.units.reading() as uow:
        assert await intakes.state_of(GARDEN, uow) is IntakeState.PAUSED
    async with town.refusing(errors.IntakePaused) as uow:
        await filing.chats_to_file_in(town.actor("wang", "building3"), uow)
    await town.takes("zhou", wish)
    async with town.store.units.reading() as uow:
        assert await intakes.state_of(GARDEN, uow) is IntakeState.OPEN
    assert await ticks(town) == 0


@pytest.mark.parametrize(("who", "refusal"), [("chen", errors.NotListedYet), ("qian", errors.NotListedYet)])
async def test_only_a_listed_person_says_that_somebody_is_there(town: Town, who: str, refusal: type[Refused]) -> None:
    async with town.refusing(refusal) as uow:
        await intakes.we_are_here(actor=town.actor(who, "staff"), uow=uow, now=town.clock.now())


# ---- one matter filed twice -----------------------------------------------------------------------------------------


async def test_what_can_be_one_matter(town: Town) -> None:
    wish, own = await town.files("三楼的灯坏了"), await town.files("车棚的门坏了")
    theirs = await town.files("三楼的灯不亮", author="chen")
    foreign = await town.files("三楼的灯坏了", author="emma")
    async with town.store.units.reading() as uow:
        _, offered = await duplicates.likely(actor=await _private(town, "wang"), wish_id=wish.id, uow=uow)
    assert [each.id for each in offered] == [theirs.id, own.id]
    for who, other, refusal in (
        ("chen", own.id, errors.NotYourWish),
        ("wang", wish.id, errors.SameWish),
        ("wang", foreign.id, errors.WishGone),
        ("wang", 404, errors.WishGone),
    ):
        actor = await _private(town, who)
        async with town.refusing(refusal) as uow:
            await duplicates.end(actor=actor, wish_id=wish.id, other_id=other, uow=uow, now=town.clock.now())


async def _private(town: Town, who: str) -> Actor:
    return await town.in_private(who)
