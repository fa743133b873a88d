"""Finding wishes: pages, filters, what is listed where, and whose are one's own."""

from __future__ import annotations

import pytest

from bot.domain import errors
from bot.domain.errors import Refused
from bot.domain.people import Chat
from bot.domain.wishes import AnswerKind, Category, Draft, Kind, Stance, State, Visibility
from bot.services import filing, finding
from bot.services.finding import PAGE, Page
from tests.services.cast import PLACE
from tests.services.town import Town


async def listed(
    town: Town,
    who: str,
    where: str | None = None,
    *,
    states: frozenset[State] | None = None,
    here: Chat | None = None,
    words: str | None = None,
    page: int = 0,
) -> Page:
    async with town.store.units.reading() as uow:
        return await finding.list_wishes(
            actor=town.actor(who, where), states=states, here=here, words=words, page=page, uow=uow
        )


async def mine(town: Town, who: str, page: int = 0) -> tuple[Page, dict[int, frozenset[Stance]]]:
    async with town.store.units.reading() as uow:
        return await finding.my_wishes(actor=town.actor(who), page=page, uow=uow)


async def files_many(town: Town, times: int) -> None:
    draft = Draft(Kind.WANT, "灯坏了", PLACE, Category.REPAIR, Visibility.PUBLIC)
    async with town.store.units.writing() as uow:
        for _ in range(times):
            await filing.file_wish(
                actor=town.actor("wang"),
                draft=draft,
                chat_id=town.chat("building3").id,
                uow=uow,
                now=town.clock.now(),
                another=True,
            )


def numbers(page: Page) -> list[int]:
    return [wish.number for wish in page.wishes]


@pytest.mark.parametrize(
    ("filed", "asked", "shown", "pages"),
    [
        (0, 0, [], 1),
        (1, 0, [1], 1),
        (PAGE, 0, list(range(PAGE, 0, -1)), 1),
        (PAGE + 1, 0, list(range(PAGE + 1, 1, -1)), 2),
        (PAGE + 1, 1, [1], 2),
        (PAGE + 1, 2, [1], 2),
        (PAGE + 1, 10**17, [1], 2),
        (PAGE + 1, -3, list(range(PAGE + 1, 1, -1)), 2),
        (0, 5, [], 1),
    ],
)
async def test_a_page_past_the_end_is_the_last_one(
    town: Town, filed: int, asked: int, shown: list[int], pages: int
) -> None:
    await files_many(town, filed)
    page = await listed(town, "chen", page=asked)
    assert (numbers(page), page.pages, page.total) == (shown, pages, filed)
    assert 0 <= page.number < pages


async def test_filters_divide_all_wishes_among_them(town: Town) -> None:
    wishes = [await town.files() for _ in range(7)]
    await town.takes("zhou", wishes[1])
    for wish, kind in zip(wishes[2:], AnswerKind, strict=True):
        await town.answers("li", wish, kind)
    found = {name: numbers(await listed(town, "chen", states=s)) for name, s in finding.STATE_FILTERS.items()}
    assert found == {
        "open": [2, 1],
        "promised": [3],
        "done": [6],
        "later": [7],
        "ended": [5, 4],
        "all": [7, 6, 5, 4, 3, 2, 1],
    }


async def test_the_filters_leave_no_state_out() -> None:
    named = [state for states in finding.STATE_FILTERS.values() if states for state in states]
    assert sorted(named) == sorted(State)


async def test_committee_only_wishes_are_listed_in_the_staff_chat_alone(town: Town) -> None:
    await town.files()
    await town.files(visibility=Visibility.COMMITTEE)
    await town.files(visibility=Visibility.NAMELESS)
    for who, where in (("wang", None), ("li", None), ("li", "building3"), ("qian", "building5")):
        assert numbers(await listed(town, who, where)) == [3, 1], (who, where)
        assert numbers(await listed(town, who, where, words="灯")) == [3, 1], (who, where)
    for who in ("li", "zhou", "wu", "qian"):
        assert numbers(await listed(town, who, "staff")) == [3, 2, 1]


async def test_one_building_alone(town: Town) -> None:
    await town.files()
    assert numbers(await listed(town, "chen", here=town.chat("building3"))) == [1]
    assert numbers(await listed(town, "chen", here=town.chat("building5"))) == []


async def test_a_list_is_of_the_estate_one_stands_in(town: Town) -> None:
    await town.files()
    await town.files("The gate is broken", author="emma")
    assert (await listed(town, "emma")).wishes[0].words == "The gate is broken"
    assert (await listed(town, "both", "riverside")).wishes[0].words == "The gate is broken"
    assert (await listed(town, "both", "building3")).wishes[0].words == "三楼的灯坏了"


@pytest.mark.parametrize(
    ("who", "where", "refusal"),
    [
        ("stranger", None, errors.NotAResident),
        ("stranger", "building3", errors.NotAResident),
        ("emma", "building3", errors.NotAResident),
        ("stranger", "staff", errors.NotAResident),
        ("chen", "staff", errors.NotAllowed),
        ("chen", "unbound", errors.ChatNotBound),
    ],
)
async def test_who_may_not_read_is_refused(town: Town, who: str, where: str | None, refusal: type[Refused]) -> None:
    actor = town.actor(who, where)
    async with town.refusing(refusal) as uow:
        await finding.list_wishes(actor=actor, states=None, here=None, words=None, page=0, uow=uow)
    await town.files()
    async with town.refusing(refusal) as uow:
        await finding.one_wish(actor=actor, number=1, uow=uow)


# ---- one by its number ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "where", "number"),
    [
        ("chen", None, 99),
        ("chen", None, 0),
        ("chen", None, 2),
        ("chen", "building3", 2),
        ("li", "building3", 2),
        ("wang", "building3", 2),
        ("emma", None, 2),
        ("emma", "riverside", 1),
    ],
)
async def test_a_wish_that_is_not_for_these_eyes_is_not_found(
    town: Town, who: str, where: str | None, number: int
) -> None:
    """No. 1 is public, no. 2 for the committee alone; in Riverside there is none."""
    await town.files()
    await town.files(visibility=Visibility.COMMITTEE)
    async with town.refusing(errors.WishNotFound) as uow:
        await finding.one_wish(actor=town.actor(who, where), number=number, uow=uow)


async def test_its_author_and_the_staff_find_a_committee_only_wish(town: Town) -> None:
    wish = await town.files(visibility=Visibility.COMMITTEE)
    for who, where in (("wang", None), ("li", None), ("qian", None), ("li", "staff")):
        async with town.store.units.reading() as uow:
            assert await finding.one_wish(actor=town.actor(who, where), number=1, uow=uow) == wish


# ---- one's own ------------------------------------------------------------------------------------------------------


async def test_ones_own_are_what_one_filed_and_what_one_follows_everywhere(town: Town) -> None:
    hidden = await town.files(visibility=Visibility.COMMITTEE)
    chens = await town.files(author="chen")
    gate = await town.files("The gate is broken", author="emma")
    await town.files(author="chen")
    await town.follows("both", chens, Stance.JOIN)
    await town.follows("both", chens, Stance.HELP)
    await town.follows("both", gate, Stance.SUPPORT)

    page, stances = await mine(town, "both")
    assert [wish.id for wish in page.wishes] == [gate.id, chens.id]
    assert stances == {gate.id: {Stance.SUPPORT}, chens.id: {Stance.JOIN, Stance.HELP}}
    page, stances = await mine(town, "wang")
    assert ([wish.id for wish in page.wishes], stances) == ([hidden.id], {hidden.id: frozenset()})
    page, _ = await mine(town, "stranger")
    assert page.wishes == []


async def test_what_one_followed_and_may_no_longer_see_is_not_shown(town: Town) -> None:
    """A speaker follows a committee-only wish from the staff chat, and is then no speaker any more."""
    wish = await town.files(visibility=Visibility.COMMITTEE)
    await town.follows("li", wish)
    assert [each.id for each in (await mine(town, "li"))[0].wishes] == [wish.id]
    town.people["chen"] = town.people["li"]
    assert list((await mine(town, "chen"))[0].wishes) == []


@pytest.mark.parametrize(
    ("filed", "asked", "shown", "number", "pages"),
    [
        (PAGE, 0, PAGE, 0, 1),
        (PAGE + 2, 0, PAGE, 0, 2),
        (PAGE + 2, 1, 2, 1, 2),
        (PAGE + 2, 2, PAGE, 0, 2),
        (PAGE + 2, -1, PAGE, 0, 2),
        (PAGE + 2, 10**17, PAGE, 0, 2),
        (0, 3, 0, 0, 1),
    ],
)
async def test_past_the_end_of_ones_own_comes_the_first_page(
    town: Town, filed: int, asked: int, shown: int, number: int, pages: int
) -> None:
    await files_many(town, filed)
    page, _ = await mine(town, "wang", asked)
    assert (len(page.wishes), page.number, page.pages) == (shown, number, pages)


@pytest.mark.parametrize("where", ["building3", "staff", "unbound"])
async def test_ones_own_are_shown_in_private_alone(town: Town, where: str) -> None:
    async with town.refusing(errors.OnlyInPrivate) as uow:
        await finding.my_wishes(actor=town.actor("wang", where), page=0, uow=uow)


# ---- this building --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "where", "expected"),
    [
        ("wang", None, "building3"),
        ("both", None, "building3"),
        ("li", None, None),
        ("stranger", None, None),
        ("wang", "building5", "building5"),
        ("li", "staff", None),
        ("wang", "unbound", None),
    ],
)
async def test_what_this_building_means_here(town: Town, who: str, where: str | None, expected: str | None) -> None:
    async with town.store.units.reading() as uow:
        found = await finding.building_of(town.actor(who, where), uow=uow)
    assert found == (town.chat(expected) if expected else None)


async def test_a_home_that_became_a_staff_chat_is_no_building(town: Town) -> None:
    async with town.store.units.writing() as uow:
        await uow.chats.bind(
            town.chat("building3").id, estate_key="garden", purpose=town.chat("staff").purpose, place=PLACE
        )
        assert await finding.building_of(town.actor("wang"), uow=uow) is None
