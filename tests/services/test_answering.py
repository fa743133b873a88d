"""The staff's acts and the neighbours' thanks: each does one thing, or is refused without a trace."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime

import pytest

from bot.domain import errors
from bot.domain.clock_refusals import PromiseTooFar
from bot.domain.errors import Refused
from bot.domain.people import Body, Speaker
from bot.domain.wishes import MAX_ANSWER_CHARS, AnswerKind, State, Visibility, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import answers
from tests.services.town import Town

FRIDAY = date(2026, 3, 20)


async def answer(town: Town, actor: Actor, wish: Wish, uow: UnitOfWork, **differently: object) -> object:
    given = {"kind": AnswerKind.PROMISE, "words": "周五来修", "due_on": FRIDAY, "photos": (), **differently}
    return await answers.answer_wish(actor=actor, wish_id=wish.id, uow=uow, now=town.clock.now(), **given)


# ---- in whose name ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "name", "body"),
    [
        ("li", "李主任", Body.COMMITTEE),
        ("zhou", "周经理", Body.PROPERTY),
        ("wu", "吴先生", Body.OWNERS),
        ("qian", "钱组长", Body.MODERATOR),
    ],
)
async def test_staff_speak_for_the_body_they_are_listed_for_else_as_moderator(
    town: Town, who: str, name: str, body: Body
) -> None:
    wish = await town.files()
    actor = town.actor(who, "staff")
    assert answers.speaker_for(actor, wish) == Speaker(actor.person.telegram_id, name, body)
    assert (await town.takes(who, wish)).taken_by_name == name


# ---- taking in hand -----------------------------------------------------------------------------------------------


async def test_taking_and_handing_back(town: Town) -> None:
    wish = await town.files()
    taken = await town.takes("zhou", wish)
    assert (taken.state, taken.taken_by) == (State.TAKEN, town.people["zhou"].id)
    assert await town.wish(wish) == taken
    async with town.store.units.writing() as uow:
        back = await answers.hand_back_wish(actor=town.actor("zhou"), wish_id=wish.id, uow=uow, now=town.clock.now())
    assert back == await town.wish(wish) == wish
    assert town.notices()[1:] == [f'{{"type":"wish-changed","wish_id":{wish.id}}}'] * 2


async def test_of_all_who_take_it_at_the_same_moment_one_has_it(town: Town) -> None:
    wish = await town.files()

    async def take(name: str) -> str | None:
        try:
            return (await town.takes(name, wish)).taken_by_name
        except errors.AlreadyTaken:
            return None

    takers = [name for name in await asyncio.gather(*map(take, ("li", "zhou", "wu", "qian"))) if name]
    assert takers == [(await town.wish(wish)).taken_by_name]


@pytest.mark.parametrize(("again", "refusal"), [("zhou", errors.AlreadyInYourHands), ("li", errors.AlreadyTaken)])
async def test_what_is_in_somebodys_hands_is_not_taken_again(town: Town, again: str, refusal: type[Refused]) -> None:
    wish = await town.files()
    await town.takes("zhou", wish)
    async with town.refusing(refusal) as uow:
        await answers.take_wish(actor=town.actor(again, "staff"), wish_id=wish.id, uow=uow, now=town.clock.now())


async def test_what_has_ended_is_not_taken(town: Town) -> None:
    wish = await town.files()
    await town.answers("li", wish, AnswerKind.REPLY)
    async with town.refusing(errors.WishClosed) as uow:
        await answers.take_wish(actor=town.actor("li", "staff"), wish_id=wish.id, uow=uow, now=town.clock.now())


async def test_only_who_has_it_hands_it_back(town: Town) -> None:
    wish = await town.files()
    async with town.refusing(errors.NotTakenByYou) as uow:
        await answers.hand_back_wish(actor=town.actor("li"), wish_id=wish.id, uow=uow, now=town.clock.now())
    await town.takes("zhou", wish)
    async with town.refusing(errors.NotTakenByYou) as uow:
        await answers.hand_back_wish(actor=town.actor("li"), wish_id=wish.id, uow=uow, now=town.clock.now())


@pytest.mark.parametrize(
    ("who", "where", "visibility", "refusal"),
    [
        ("chen", "building3", Visibility.PUBLIC, errors.NotAllowed),
        ("chen", "staff", Visibility.PUBLIC, errors.NotAllowed),
        ("wang", None, Visibility.COMMITTEE, errors.NotAllowed),  # the author sees it, no more
        ("he", "building3", Visibility.PUBLIC, errors.NotAllowed),
        ("he", None, Visibility.PUBLIC, errors.WishGone),
        ("chen", None, Visibility.COMMITTEE, errors.WishGone),
        ("li", "building3", Visibility.COMMITTEE, errors.WishGone),
        ("li", "unbound", Visibility.PUBLIC, errors.WishGone),
    ],
)
async def test_who_does_not_belong_to_the_desk_does_nothing_there(
    town: Town, who: str, where: str | None, visibility: Visibility, refusal: type[Refused]
) -> None:
    wish = await town.files(visibility=visibility)
    actor = town.actor(who, where)
    async with town.refusing(refusal) as uow:
        await answers.take_wish(actor=actor, wish_id=wish.id, uow=uow, now=town.clock.now())
    async with town.refusing(refusal) as uow:
        await answers.hand_back_wish(actor=actor, wish_id=wish.id, uow=uow, now=town.clock.now())
    async with town.refusing(refusal) as uow:
        await answers.wish_to_answer(actor=actor, wish_id=wish.id, uow=uow)
    async with town.refusing(refusal) as uow:
        await answer(town, actor, wish, uow)


# ---- answering ----------------------------------------------------------------------------------------------------


async def test_an_answer_is_kept_with_who_gave_it_and_told_once(town: Town) -> None:
    wish = await town.files()
    town.clock.moment = datetime(2026, 3, 12, 1, 0, tzinfo=UTC)
    async with town.store.units.writing() as uow:
        assert await answers.wish_to_answer(actor=town.actor("li"), wish_id=wish.id, uow=uow) == wish
        given = await answer(town, town.actor("li"), wish, uow, words="  周五来修 \n 请等一等")
    async with town.store.units.reading() as uow:
        assert await uow.answers.of(wish.id) == [given]
    assert (given.words, given.due_on, given.answered_at) == ("周五来修\n请等一等", FRIDAY, town.clock.moment)
    assert given.speaker == Speaker(town.people["li"].telegram_id, "李主任", Body.COMMITTEE)
    assert given.speaker_id == town.people["li"].id
    now = await town.wish(wish)
    assert (now.state, now.next_date) == (State.PROMISED, FRIDAY)
    assert town.notices()[1:] == [f'{{"type":"wish-answered","wish_id":{wish.id},"answer_id":{given.id}}}']


@pytest.mark.parametrize(
    ("differently", "refusal"),
    [
        ({"due_on": None}, errors.NotADate),
        ({"due_on": date(2026, 3, 10)}, errors.DateInPast),
        ({"due_on": date(2028, 3, 11)}, PromiseTooFar),
        ({"kind": AnswerKind.DECLINE, "words": " \n "}, errors.EmptyWords),
        ({"kind": AnswerKind.REPLY, "words": ""}, errors.EmptyWords),
        ({"kind": AnswerKind.DONE}, errors.NotAPhoto),
        ({"words": "灯" * (MAX_ANSWER_CHARS + 1)}, errors.TooLong),
    ],
)
async def test_an_answer_that_is_none_is_refused(
    town: Town, differently: dict[str, object], refusal: type[Refused]
) -> None:
    wish = await town.files()
    async with town.refusing(refusal) as uow:
        await answer(town, town.actor("li", "staff"), wish, uow, **differently)


async def test_today_is_the_estates_day(town: Town) -> None:
    """Half past midnight in Shanghai: yesterday's date lies behind, although it is today in UTC."""
    wish = await town.files()
    town.clock.moment = datetime(2026, 3, 11, 16, 30, tzinfo=UTC)
    async with town.refusing(errors.DateInPast) as uow:
        await answer(town, town.actor("li"), wish, uow, due_on=date(2026, 3, 11))
    async with town.store.units.writing() as uow:
        await answer(town, town.actor("li"), wish, uow, due_on=date(2026, 3, 12))


async def test_a_done_wish_is_answered_only_by_another_picture(town: Town) -> None:
    wish = await town.files()
    await town.answers("li", wish, AnswerKind.DONE)
    async with town.refusing(errors.WishClosed) as uow:
        await answer(town, town.actor("li"), wish, uow)
    await town.answers("zhou", wish, AnswerKind.DONE)
    async with town.store.units.reading() as uow:
        assert len(await uow.answers.of(wish.id)) == 2


@pytest.mark.parametrize("first", [AnswerKind.DECLINE, AnswerKind.REPLY])
async def test_who_said_no_may_still_promise(town: Town, first: AnswerKind) -> None:
    wish = await town.files()
    await town.answers("li", wish, first)
    await town.answers("li", wish, AnswerKind.PROMISE)
    now = await town.wish(wish)
    assert (now.state, now.next_date) == (State.PROMISED, FRIDAY)


# ---- thanks -------------------------------------------------------------------------------------------------------


async def thank(town: Town, name: str, answer_id: int, uow: UnitOfWork, where: str | None = None) -> Wish:
    wish, _ = await answers.thank(actor=town.actor(name, where), answer_id=answer_id, uow=uow, now=town.clock.now())
    return wish


async def test_thanks_reach_who_reported_it_done_and_count_once_for_each(town: Town) -> None:
    wish = await town.files()
    done = await town.answers("li", wish, AnswerKind.DONE)
    for name in ("wang", "chen"):
        async with town.store.units.writing() as uow:
            assert (await thank(town, name, done, uow)).id == wish.id
    async with town.refusing(errors.AlreadyThanked) as uow:
        await thank(town, "chen", done, uow, where="building3")
    async with town.store.units.reading() as uow:
        assert (await uow.followers.counts(wish.id)).thanked == 2
    chen = town.people["chen"].id
    assert town.notices()[-1] == (
        f'{{"type":"wish-thanked","wish_id":{wish.id},"answer_id":{done},"person_id":{chen}}}'
    )


@pytest.mark.parametrize("kind", [AnswerKind.PROMISE, AnswerKind.DECLINE, AnswerKind.REPLY])
async def test_there_is_nothing_to_thank_for_before_it_is_done(town: Town, kind: AnswerKind) -> None:
    wish = await town.files()
    early = await town.answers("li", wish, kind)
    async with town.refusing(errors.NothingToThank) as uow:
        await thank(town, "chen", early, uow)
    await town.answers("li", wish, AnswerKind.DONE)
    async with town.refusing(errors.NothingToThank) as uow:
        await thank(town, "chen", early, uow)


@pytest.mark.parametrize(
    ("who", "where", "visibility", "refusal"),
    [
        ("chen", None, Visibility.COMMITTEE, errors.WishGone),
        ("emma", None, Visibility.PUBLIC, errors.WishGone),
        ("stranger", None, Visibility.PUBLIC, errors.WishGone),
        ("stranger", "building3", Visibility.PUBLIC, errors.NotAResident),
        ("chen", "staff", Visibility.PUBLIC, errors.NotAllowed),
    ],
)
async def test_thanks_of_who_has_nothing_to_do_with_it(
    town: Town, who: str, where: str | None, visibility: Visibility, refusal: type[Refused]
) -> None:
    wish = await town.files(visibility=visibility)
    done = await town.answers("li", wish, AnswerKind.DONE)
    async with town.refusing(refusal) as uow:
        await thank(town, who, done, uow, where=where)


async def test_a_made_up_answer_is_gone(town: Town) -> None:
    async with town.refusing(errors.WishGone) as uow:
        await thank(town, "chen", 404, uow)


async def test_thanks_at_the_same_moment_count_once(town: Town) -> None:
    wish = await town.files()
    done = await town.answers("li", wish, AnswerKind.DONE)

    async def press() -> bool:
        try:
            async with town.store.units.writing() as uow:
                await thank(town, "chen", done, uow)
        except errors.AlreadyThanked:
            return False
        return True

    assert sum(await asyncio.gather(*(press() for _ in range(4)))) == 1
