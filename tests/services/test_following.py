"""Standing by a neighbour's wish: counted once, taken back by its own act, refused without a trace."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain import errors
from bot.domain.errors import Refused
from bot.domain.wishes import AnswerKind, Counts, Stance, Visibility, Wish
from bot.messages import Actor
from bot.services import following
from tests.services.town import Town


async def follow(town: Town, actor: Actor, wish: Wish, stance: Stance, uow: object) -> Wish:
    return await following.follow_wish(actor=actor, wish_id=wish.id, stance=stance, uow=uow, now=town.clock.now())


async def counts(town: Town, wish: Wish) -> Counts:
    async with town.store.units.reading() as uow:
        return await uow.followers.counts(wish.id)


async def test_every_stance_of_every_neighbour_counts(town: Town) -> None:
    wish = await town.files()
    for name, stance in (("chen", Stance.JOIN), ("chen", Stance.SUPPORT), ("li", Stance.JOIN), ("qian", Stance.HELP)):
        await town.follows(name, wish, stance)
    assert await counts(town, wish) == Counts(joined=2, supported=1, helping=1)
    assert town.notices()[1:] == [f'{{"type":"wish-changed","wish_id":{wish.id}}}'] * 4


@pytest.mark.parametrize("stance", Stance)
async def test_a_stance_counts_once(town: Town, stance: Stance) -> None:
    wish = await town.files()
    await town.follows("chen", wish, stance)
    async with town.refusing(errors.AlreadyCounted) as uow:
        await follow(town, town.actor("chen"), wish, stance, uow)


async def test_pressed_twice_at_the_same_moment_it_counts_once(town: Town) -> None:
    wish = await town.files()

    async def press() -> bool:
        try:
            await town.follows("chen", wish)
        except errors.AlreadyCounted:
            return False
        return True

    assert sorted(await asyncio.gather(*(press() for _ in range(6)))) == [False] * 5 + [True]
    assert await counts(town, wish) == Counts(joined=1)


@pytest.mark.parametrize("stance", Stance)
async def test_the_author_is_with_it_already(town: Town, stance: Stance) -> None:
    wish = await town.files()
    async with town.refusing(errors.OwnWish) as uow:
        await follow(town, town.actor("wang"), wish, stance, uow)


@pytest.mark.parametrize("end", [AnswerKind.DECLINE, AnswerKind.REPLY, AnswerKind.DONE])
async def test_no_help_is_offered_for_what_has_ended_but_one_may_still_stand_by_it(town: Town, end: AnswerKind) -> None:
    wish = await town.files()
    await town.answers("li", wish, end)
    async with town.refusing(errors.WishClosed) as uow:
        await follow(town, town.actor("chen"), wish, Stance.HELP, uow)
    await town.follows("chen", wish, Stance.JOIN)
    assert await counts(town, wish) == Counts(joined=1)


@pytest.mark.parametrize(
    ("who", "where", "visibility", "refusal"),
    [
        ("stranger", "building3", Visibility.PUBLIC, errors.NotAResident),
        ("emma", "building3", Visibility.PUBLIC, errors.NotAResident),
        ("stranger", "staff", Visibility.PUBLIC, errors.NotAllowed),
        ("chen", "staff", Visibility.PUBLIC, errors.NotAllowed),
        ("stranger", None, Visibility.PUBLIC, errors.WishGone),
        ("emma", None, Visibility.PUBLIC, errors.WishGone),
        ("emma", "riverside", Visibility.PUBLIC, errors.WishGone),
        ("wang", "riverside", Visibility.PUBLIC, errors.WishGone),
        ("chen", None, Visibility.COMMITTEE, errors.WishGone),
        ("chen", "building3", Visibility.COMMITTEE, errors.WishGone),
        ("li", "building3", Visibility.COMMITTEE, errors.WishGone),
    ],
)
async def test_what_is_not_for_these_eyes_cannot_be_followed_or_let_go(
    town: Town, who: str, where: str | None, visibility: Visibility, refusal: type[Refused]
) -> None:
    wish = await town.files(visibility=visibility)
    actor = town.actor(who, where)
    async with town.refusing(refusal) as uow:
        await follow(town, actor, wish, Stance.JOIN, uow)
    async with town.refusing(refusal) as uow:
        await following.stance_to_take_back(actor=actor, wish_id=wish.id, stance=Stance.JOIN, uow=uow)
    async with town.refusing(refusal) as uow:
        await following.unfollow_wish(actor=actor, wish_id=wish.id, stance=Stance.JOIN, uow=uow)


async def test_an_id_that_never_was_is_answered_like_one_that_may_not_be_seen(town: Town) -> None:
    for act in (following.stance_to_take_back, following.unfollow_wish):
        async with town.refusing(errors.WishGone) as uow:
            await act(actor=town.actor("chen"), wish_id=404, stance=Stance.JOIN, uow=uow)
    async with town.refusing(errors.WishGone) as uow:
        await following.follow_wish(
            actor=town.actor("chen"), wish_id=2**62, stance=Stance.JOIN, uow=uow, now=town.clock.now()
        )


async def test_taking_back_takes_that_stance_alone_of_that_person_alone(town: Town) -> None:
    wish = await town.files()
    for name, stance in (("chen", Stance.JOIN), ("chen", Stance.HELP), ("li", Stance.JOIN)):
        await town.follows(name, wish, stance)
    async with town.store.units.writing() as uow:
        asked = {"actor": town.actor("chen"), "wish_id": wish.id, "stance": Stance.JOIN, "uow": uow}
        assert await following.stance_to_take_back(**asked) == await following.unfollow_wish(**asked)
    assert await counts(town, wish) == Counts(joined=1, helping=1)
    assert len(town.notices()) == 5
    await town.follows("chen", wish, Stance.JOIN)
    assert await counts(town, wish) == Counts(joined=2, helping=1)


@pytest.mark.parametrize("act", [following.stance_to_take_back, following.unfollow_wish])
async def test_nothing_to_take_back(town: Town, act: object) -> None:
    wish = await town.files()
    await town.follows("chen", wish, Stance.SUPPORT)
    async with town.refusing(errors.NotCounted) as uow:
        await act(actor=town.actor("chen"), wish_id=wish.id, stance=Stance.JOIN, uow=uow)


async def test_asking_whether_to_take_it_back_changes_nothing(town: Town) -> None:
    wish = await town.files()
    await town.follows("chen", wish)
    before = town.rows()
    async with town.store.units.writing() as uow:
        await following.stance_to_take_back(actor=town.actor("chen"), wish_id=wish.id, stance=Stance.JOIN, uow=uow)
    assert town.rows() == before


async def test_a_help_can_be_taken_back_even_when_the_wish_has_ended(town: Town) -> None:
    wish = await town.files()
    await town.follows("chen", wish, Stance.HELP)
    await town.answers("li", wish, AnswerKind.DONE)
    async with town.store.units.writing() as uow:
        await following.unfollow_wish(actor=town.actor("chen"), wish_id=wish.id, stance=Stance.HELP, uow=uow)
    assert (await counts(town, wish)).helping == 0
