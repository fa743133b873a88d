"""Filing: what gets a number, and who is refused without a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import errors
from bot.domain.errors import Refused
from bot.domain.wishes import MAX_CHARS, Category, Draft, Kind, State, Visibility
from bot.services import filing
from tests.services.cast import PLACE
from tests.services.town import Town

DRAFT = Draft(Kind.WANT, "  三楼的灯坏了\n第二盏 ", PLACE, Category.REPAIR, Visibility.NAMELESS)


async def test_a_filed_wish_is_open_and_waits_for_its_answer(town: Town) -> None:
    town.clock.moment = datetime(2026, 3, 11, 16, 30, tzinfo=UTC)  # past midnight in Shanghai
    async with town.store.units.writing() as uow:
        wish = await filing.file_wish(
            actor=town.actor("wang"), draft=DRAFT, chat_id=town.chat("building3").id, uow=uow, now=town.clock.now()
        )
    assert wish == await town.wish(wish)
    assert (wish.number, wish.state, wish.next_date) == (1, State.OPEN, date(2026, 3, 17))
    assert (wish.author_name, wish.chat_id, wish.taken_by) == ("王阿姨", town.chat("building3").id, None)
    assert wish.words == "三楼的灯坏了\n第二盏", "blanks around go, the words stay"
    assert town.notices() == [f'{{"type":"wish-filed","wish_id":{wish.id}}}']


async def test_each_estate_counts_its_own(town: Town) -> None:
    assert [(await town.files(author=name)).number for name in ("wang", "emma", "chen")] == [1, 1, 2]


async def test_staff_may_file_in_any_building_of_their_estate(town: Town) -> None:
    async with town.store.units.writing() as uow:
        wish = await filing.file_wish(
            actor=town.actor("li"), draft=DRAFT, chat_id=town.chat("building5").id, uow=uow, now=town.clock.now()
        )
    assert wish.estate_key == "garden"


@pytest.mark.parametrize(
    ("who", "chat", "changed", "refusal"),
    [
        ("stranger", "building3", {}, errors.NotAResident),
        ("emma", "building3", {}, errors.NotAResident),
        ("he", "building3", {}, errors.NotAResident),
        ("wang", "riverside", {}, errors.NotAResident),
        ("wang", "unbound", {}, errors.ChatNotBound),
        ("li", "staff", {}, errors.ChatNotBound),
        ("wang", "building3", {"words": " \n\t"}, errors.EmptyWords),
        ("wang", "building3", {"words": "灯" * (MAX_CHARS + 1)}, errors.TooLong),
    ],
)
async def test_what_is_refused_leaves_no_trace(
    town: Town, who: str, chat: str, changed: dict[str, str], refusal: type[Refused]
) -> None:
    place = town.chat(chat)
    async with town.refusing(refusal) as uow:
        await filing.file_wish(
            actor=town.actor(who), draft=replace(DRAFT, **changed), chat_id=place.id, uow=uow, now=town.clock.now()
        )


async def test_an_outsider_in_the_group_itself_is_refused_too(town: Town) -> None:
    async with town.refusing(errors.NotAResident) as uow:
        await filing.file_wish(
            actor=town.actor("stranger", "building3"),
            draft=DRAFT,
            chat_id=town.chat("building3").id,
            uow=uow,
            now=town.clock.now(),
        )


# ---- where to ---------------------------------------------------------------------------------------------------


async def test_in_a_group_a_wish_goes_to_that_group(town: Town) -> None:
    async with town.store.units.reading() as uow:
        assert await filing.chats_to_file_in(town.actor("wang", "building5"), uow) == [town.chat("building5")]


async def test_in_private_it_goes_home(town: Town) -> None:
    async with town.store.units.reading() as uow:
        assert await filing.chats_to_file_in(town.actor("wang"), uow) == [town.chat("building3")]


async def test_who_lives_in_two_places_is_asked_and_the_likelier_comes_first(town: Town) -> None:
    both = town.people["both"]
    for home, other in (
        (town.chat("building3"), town.chat("riverside")),
        (town.chat("riverside"), town.chat("building3")),
    ):
        actor = replace(town.actor("both"), person=replace(both, home_chat_id=home.id))
        async with town.store.units.reading() as uow:
            assert await filing.chats_to_file_in(actor, uow) == [home, other]


@pytest.mark.parametrize("where", [None, "staff"])
@pytest.mark.parametrize("who", ["li", "zhou", "wu"])
async def test_staff_without_a_home_may_choose_among_all_buildings(town: Town, who: str, where: str | None) -> None:
    actor = town.actor(who, where)
    async with town.store.units.reading() as uow:
        assert await filing.chats_to_file_in(actor, uow) == [town.chat("building3"), town.chat("building5")]


async def test_a_building_whose_group_threw_the_bot_out_is_not_offered(town: Town) -> None:
    await town.leaves(town.chat("building5"))
    async with town.store.units.reading() as uow:
        assert await filing.chats_to_file_in(town.actor("li"), uow) == [town.chat("building3")]


@pytest.mark.parametrize(
    ("who", "where", "refusal"),
    [
        ("stranger", None, errors.NotAResident),
        ("stranger", "building3", errors.NotAResident),
        ("emma", "staff", errors.NotAResident),
        ("wang", "unbound", errors.ChatNotBound),
        ("stranger", "unbound", errors.ChatNotBound),
    ],
)
async def test_nowhere_to_file_to(town: Town, who: str, where: str | None, refusal: type[Refused]) -> None:
    async with town.refusing(refusal) as uow:
        await filing.chats_to_file_in(town.actor(who, where), uow)


async def test_a_resident_whose_group_threw_the_bot_out_is_told_that(town: Town) -> None:
    await town.leaves(town.chat("building3"))
    async with town.refusing(errors.BotNotInGroup) as uow:
        await filing.chats_to_file_in(town.actor("wang"), uow)


async def test_a_year_later_the_count_goes_on(town: Town) -> None:
    await town.files()
    town.clock.moment += timedelta(days=366)
    wish = await town.files()
    assert (wish.number, wish.next_date) == (2, date(2027, 3, 17))
