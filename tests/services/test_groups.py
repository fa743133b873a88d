"""Groups: binding, links, language, and which of them the bot shares with somebody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain import binding, errors
from bot.domain.errors import Refused
from bot.domain.people import Purpose
from bot.domain.place_tree import Tree
from bot.domain.places import Place
from bot.domain.rights import Role
from bot.domain.wishes import AnswerKind, Visibility
from bot.services import chats
from tests.services.cast import ESTATES, GARDEN, RIVERSIDE, Cast
from tests.services.town import Town

ONE = {"garden": GARDEN}
BUILDING, STAFF = Purpose.BUILDING, Purpose.STAFF


@pytest.mark.parametrize(
    ("words", "estates", "who", "expected"),
    [
        ("3号楼", ONE, "stranger", (GARDEN, BUILDING, Place("3"))),
        (" 3号楼2单元 ", ONE, "li", (GARDEN, BUILDING, Place("3", "2"))),
        ("3号楼2单元五楼502室", ONE, "li", (GARDEN, BUILDING, Place("3", "2"))),
        ("Building 3", ONE, "li", (GARDEN, BUILDING, Place("3"))),
        ("staff", ONE, "li", (GARDEN, STAFF, Place())),
        ("STAFF", ONE, "li", (GARDEN, STAFF, Place())),
        ("工作群", ONE, "li", (GARDEN, STAFF, Place())),
        ("garden staff", ESTATES, "stranger", (GARDEN, STAFF, Place())),
        ("riverside  building 1", ESTATES, "li", (RIVERSIDE, BUILDING, Place("1"))),
        ("building 1", ESTATES, "he", (RIVERSIDE, BUILDING, Place("1"))),  # of the one they speak for
        ("staff", ESTATES, "li", (GARDEN, STAFF, Place())),
        ("staff", ESTATES, "stranger", errors.UnknownEstate),
        ("building 1", ESTATES, "chen", errors.UnknownEstate),
        ("seaside building 1", ESTATES, "wang", errors.UnknownEstate),
        ("seaside", ONE, "li", errors.UnknownPlace),
        ("三楼", ONE, "li", errors.UnknownPlace),  # a floor
        ("garden", ESTATES, "li", errors.UnknownPlace),
        ("staff please", ONE, "li", errors.UnknownPlace),
    ],
)
def test_what_bind_is_given(cast: Cast, words: str, estates: dict[str, object], who: str, expected: object) -> None:
    actor = cast.actor(who, "unbound")

    def read() -> tuple[object, Purpose, Place]:
        estate, what = chats.estate_meant(words, estates=estates, actor=actor)
        found = binding.read(what, tree=Tree(), estate_name=estate.name)
        return estate, found.purpose, found.place

    if not isinstance(expected, type):
        assert read() == expected
        return
    with pytest.raises(Refused) as refused:
        read()
    assert type(refused.value) is expected


async def test_a_bound_group_belongs_to_its_estate_and_says_what_waits_there(town: Town) -> None:
    await town.files()
    await town.files(visibility=Visibility.COMMITTEE)
    await town.takes("zhou", await town.files())
    await town.answers("li", await town.files(), AnswerKind.PROMISE)
    async with town.store.units.writing() as uow:
        chat, estate, waiting = await chats.bind_chat(
            actor=town.actor("li", "unbound"), words="staff", estates=ONE, uow=uow, now=town.clock.now()
        )
    assert (chat.id, chat.purpose, estate, waiting) == (town.chat("unbound").id, STAFF, GARDEN, 3)
    async with town.store.units.reading() as uow:
        assert chat in await uow.chats.of_estate("garden", STAFF)


async def test_bound_again_a_building_is_another(town: Town) -> None:
    async with town.store.units.writing() as uow:
        chat, _, _ = await chats.bind_chat(
            actor=town.actor("zhou", "building3"), words="5号楼1单元", estates=ONE, uow=uow, now=town.clock.now()
        )
    assert (chat.id, chat.purpose, chat.place) == (town.chat("building3").id, BUILDING, Place("5", "1"))
    assert chat.link_code == town.chat("building3").link_code


@pytest.mark.parametrize(
    ("who", "where", "words", "refusal"),
    [
        ("li", None, "staff", errors.OnlyInGroup),
        ("qian", "building3", "garden staff", errors.NotListedYet),  # a moderator is not listed
        ("chen", "building3", "garden 3号楼", errors.NotListedYet),
        ("stranger", "unbound", "garden 3号楼", errors.NotListedYet),
        ("he", "unbound", "garden 3号楼", errors.NotListedYet),  # speaks for another estate
        ("he", "building3", "riverside building 1", errors.NotListedYet),  # may not take the group away
        ("li", "riverside", "garden 3号楼", errors.NotListedYet),
        ("li", "unbound", "seaside", errors.UnknownPlace),
        ("stranger", "unbound", "staff", errors.NotListedYet),  # before a word about which estates there are
        ("li", "unbound", "riverside 1号楼", errors.NotListedYet),
    ],
)
async def test_a_binding_refused_leaves_the_group_as_it_was(
    town: Town, who: str, where: str | None, words: str, refusal: type[Refused]
) -> None:
    async with town.refusing(refusal) as uow:
        await chats.bind_chat(actor=town.actor(who, where), words=words, estates=ESTATES, uow=uow, now=town.clock.now())


async def test_a_group_of_an_estate_that_is_no_more_is_anybodys_to_bind(town: Town) -> None:
    async with town.store.units.writing() as uow:
        chat, _, _ = await chats.bind_chat(
            actor=town.actor("li", "riverside"), words="1号楼", estates=ONE, uow=uow, now=town.clock.now()
        )
    assert chat.estate_key == "garden"


# ---- coming by a link -----------------------------------------------------------------------------------------------


async def test_who_comes_by_a_link_lives_there_from_now_on(town: Town) -> None:
    async with town.store.units.writing() as uow:
        home = await chats.come_by_link(
            actor=town.actor("stranger"), code=str(town.chat("building5").link_code), uow=uow, now=town.clock.now()
        )
        assert home == town.chat("building5")
        assert await uow.chats.homes_of(town.people["stranger"].id) == [town.chat("building5")]
        assert (await uow.people.get(town.people["stranger"].id)).home_chat_id == home.id


async def test_links_that_lead_nowhere(town: Town) -> None:
    await town.leaves(town.chat("building5"))
    for code in (
        "",
        "0" * 16,
        town.chat("staff").link_code,
        town.chat("unbound").link_code,
        town.chat("building5").link_code,
    ):
        async with town.refusing(errors.StaleDeepLink) as uow:
            await chats.come_by_link(actor=town.actor("chen"), code=str(code), uow=uow, now=town.clock.now())


def test_right_after_coming_they_stand_as_a_resident(cast: Cast) -> None:
    newcomer = chats.at_home(cast.actor("stranger"), GARDEN)
    assert (newcomer.estate, newcomer.roles) == (GARDEN, {Role.RESIDENT})
    assert newcomer.roles_in("garden") == {Role.RESIDENT}
    speaker = chats.at_home(cast.actor("he"), RIVERSIDE)
    assert speaker.roles == {Role.COMMITTEE, Role.RESIDENT}
    abroad = chats.at_home(cast.actor("emma"), GARDEN)
    assert (abroad.roles_in("garden"), abroad.roles_in("riverside")) == ({Role.RESIDENT}, {Role.RESIDENT})


# ---- language -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "where", "refusal"),
    [
        ("chen", "building3", errors.GroupLanguageIsTheStaffs),
        ("stranger", "building3", errors.GroupLanguageIsTheStaffs),
        ("he", "building3", errors.GroupLanguageIsTheStaffs),
        ("chen", "staff", errors.GroupLanguageIsTheStaffs),
        ("li", "unbound", errors.ChatNotBound),
    ],
)
async def test_a_groups_language_is_not_everybodys_to_choose(
    town: Town, who: str, where: str, refusal: type[Refused]
) -> None:
    async with town.refusing(refusal) as uow:
        await chats.set_chat_language(actor=town.actor(who, where), language="en", uow=uow)


@pytest.mark.parametrize("who", ["li", "zhou", "wu", "qian"])
async def test_staff_choose_the_language_of_their_groups(town: Town, who: str) -> None:
    async with town.store.units.writing() as uow:
        await chats.set_chat_language(actor=town.actor(who, "building3"), language="en", uow=uow)
        assert await uow.chats.get(town.chat("building3").id) == replace(town.chat("building3"), language="en")


# ---- shared groups --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("wang", ["building3"]),
        ("both", ["building3", "riverside"]),
        ("li", ["staff"]),
        ("qian", ["staff"]),
        ("he", []),
        ("stranger", []),
    ],
)
async def test_the_groups_the_bot_shares_with_somebody(town: Town, who: str, expected: list[str]) -> None:
    async with town.store.units.reading() as uow:
        assert await chats.known_to(town.actor(who), uow=uow) == [town.chat(name) for name in expected]


async def test_a_group_the_bot_left_is_shared_no_more(town: Town) -> None:
    await town.leaves(town.chat("building3"))
    async with town.store.units.reading() as uow:
        assert await chats.known_to(town.actor("wang"), uow=uow) == []
