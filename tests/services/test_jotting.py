"""A neighbour's sentence: who may be asked, what is kept meanwhile, and what becomes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain import errors
from bot.domain.jots import Jot
from bot.domain.places import Place
from bot.domain.wishes import Category, Kind, Visibility
from bot.messages import Photo, Quoted
from bot.services import jotting
from tests.services.cast import PEOPLE
from tests.services.town import Town

LAMP = "三楼的灯又坏了"


def said_by(name: str, words: str = LAMP, *, message_id: int = 70, **more: object) -> Quoted:
    person = PEOPLE[name]
    return Quoted(message_id, person.telegram_id, person.name, words, **more)  # type: ignore[arg-type]


async def asks(town: Town, about: Quoted, *, asker: str = "chen", where: str = "building3") -> Jot:
    async with town.store.units.writing() as uow:
        return await jotting.ask_author(
            actor=town.actor(asker, where), about=about, default_language="zh", uow=uow, now=town.clock.now()
        )


def tables_with(town: Town, words: str) -> list[str]:
    return [name for name, rows in town.rows().items() if words in str(rows)]


async def test_until_the_author_presses_one_row_holds_the_sentence(town: Town) -> None:
    jot = await asks(town, said_by("wang"))
    assert (jot.words, jot.author_telegram_id) == (LAMP, PEOPLE["wang"].telegram_id)
    assert tables_with(town, LAMP) == ["jots"]


async def test_the_question_is_in_its_readers_language_not_in_the_askers(town: Town) -> None:
    async with town.store.units.writing() as uow:
        await uow.people.set_language(PEOPLE["wang"].id, "en")
    await asks(town, said_by("wang"))
    assert [row[4] for row in town.rows()["slots"]] == ["en"]


async def test_who_is_not_known_yet_is_asked_and_not_remembered(town: Town) -> None:
    people = town.rows()["people"]
    await asks(town, Quoted(70, 777_777, "新邻居", LAMP))
    assert town.rows()["people"] == people


@pytest.mark.parametrize(
    ("about", "asker", "where", "refusal"),
    [
        (said_by("wang"), "stranger", "building3", errors.NotAResident),
        (said_by("wang"), "chen", "unbound", errors.ChatNotBound),
        (said_by("wang"), "li", "staff", errors.OnlyInBuildingGroup),
        (said_by("wang"), "chen", None, errors.OnlyInBuildingGroup),
        (said_by("wang", is_bot=True), "chen", "building3", errors.NotANeighboursMessage),
        (Quoted(70, None, "Group", LAMP), "chen", "building3", errors.NotANeighboursMessage),
        (said_by("wang", "", readable=False), "chen", "building3", errors.JotUnreadable),
        (said_by("wang", "灯" * 1001), "chen", "building3", errors.JotTooLong),
    ],
)
async def test_where_nobody_can_be_asked(
    town: Town, about: Quoted, asker: str, where: str | None, refusal: type[errors.Refused]
) -> None:
    actor = town.actor(asker, where) if where else await town.in_private(asker)
    async with town.refusing(refusal) as uow:
        await jotting.ask_author(actor=actor, about=about, default_language="zh", uow=uow, now=town.clock.now())


async def test_one_question_at_a_time_and_one_a_day(town: Town) -> None:
    await asks(town, said_by("wang"))
    for about, refusal in ((said_by("wang"), errors.JotAsked), (said_by("wang", message_id=71), errors.NotToAskNow)):
        async with town.refusing(refusal) as uow:
            await jotting.ask_author(
                actor=town.actor("chen", "building3"), about=about, default_language="zh", uow=uow,
                now=town.clock.now() + timedelta(hours=11),
            )  # fmt: skip
    town.clock.moment += timedelta(hours=12)  # past midnight in Shanghai
    await asks(town, said_by("wang", message_id=71))


async def test_pressed_it_is_filed_with_what_can_be_guessed(town: Town) -> None:
    jot = await asks(town, said_by("wang"))
    actor = town.actor("wang", "building3")
    async with town.store.units.writing() as uow:
        taken = await jotting.answered_by_author(actor=actor, jot_id=jot.id, uow=uow, now=town.clock.now())
        wish = await jotting.note(jot=taken, actor=actor, uow=uow, now=town.clock.now())
    assert (wish.words, wish.author_id, wish.chat_id) == (LAMP, PEOPLE["wang"].id, town.chat("building3").id)
    assert (wish.kind, wish.category, wish.place) == (Kind.WANT, Category.REPAIR, Place(building="3", floor=3))
    assert (wish.visibility, wish.photo) == (Visibility.PUBLIC, None)
    assert tables_with(town, LAMP) == ["wishes"]


async def test_what_belongs_to_the_whole_estate_is_not_put_into_the_building(town: Town) -> None:
    draft = jotting.draft_of("小区大门口的灯不亮", chat=town.chat("building3"))
    assert draft.place == Place()


async def test_what_is_delicate_goes_to_the_committee_alone(town: Town) -> None:
    for words, expected in (("302的老周天天打孩子", Visibility.COMMITTEE), (LAMP, Visibility.PUBLIC)):
        assert jotting.draft_of(words, chat=town.chat("building3")).visibility is expected


async def test_a_photo_is_kept_from_the_press_on(town: Town) -> None:
    jot = await asks(town, said_by("wang", photo=Photo("file", "unique")))
    assert town.rows()["files"] == []
    async with town.store.units.writing() as uow:
        assert await jotting.photo_of(jot, uow=uow) == "unique"
    assert len(town.rows()["files"]) == 1


@pytest.mark.parametrize(
    ("name", "where", "refusal"),
    [
        ("chen", "building3", errors.NotYourJot),
        ("wang", "building5", errors.JotOver),
        ("wang", None, errors.JotOver),
        ("li", "staff", errors.JotOver),
    ],
)
async def test_only_the_author_in_that_chat(
    town: Town, name: str, where: str | None, refusal: type[errors.Refused]
) -> None:
    jot = await asks(town, said_by("wang"))
    actor = town.actor(name, where) if where else await town.in_private(name)
    async with town.refusing(refusal) as uow:
        await jotting.answered_by_author(actor=actor, jot_id=jot.id, uow=uow, now=town.clock.now())


async def test_after_the_hour_and_after_an_answer_nothing_counts(town: Town) -> None:
    jot = await asks(town, said_by("wang"))
    actor = town.actor("wang", "building3")
    async with town.refusing(errors.JotOver) as uow:
        await jotting.answered_by_author(actor=actor, jot_id=jot.id, uow=uow, now=town.clock.now() + timedelta(hours=1))
    async with town.store.units.writing() as uow:
        await jotting.forget(jot=jot, uow=uow)
    async with town.refusing(errors.JotOver) as uow:
        await jotting.answered_by_author(actor=actor, jot_id=jot.id, uow=uow, now=town.clock.now())
    assert tables_with(town, LAMP) == []


async def test_what_nobody_pressed_is_forgotten_after_an_hour(town: Town) -> None:
    await asks(town, said_by("wang"))
    await asks(town, said_by("chen", message_id=71), asker="wang")
    async with town.store.units.writing() as uow:
        assert not await jotting.any_over(uow=uow, now=town.clock.now() + timedelta(minutes=59))
        later = town.clock.now() + timedelta(hours=1)
        assert await jotting.any_over(uow=uow, now=later)
        assert await jotting.forget_those_over(uow=uow, now=later) == 2
        assert not await jotting.any_over(uow=uow, now=later)
    assert town.rows()["jots"] == []
    assert tables_with(town, LAMP) == []


async def test_never_again_is_kept_until_it_is_taken_back(town: Town) -> None:
    wang = town.actor("wang", "building3")
    async with town.store.units.writing() as uow:
        assert await jotting.may_be_asked(actor=wang, uow=uow)
        await jotting.set_asking(actor=wang, allowed=False, uow=uow, now=town.clock.now())
        assert not await jotting.may_be_asked(actor=wang, uow=uow)
    async with town.refusing(errors.NotToAskNow) as uow:
        await jotting.ask_author(
            actor=town.actor("chen", "building3"), about=said_by("wang"), default_language="zh", uow=uow,
            now=town.clock.now() + timedelta(days=400),
        )  # fmt: skip
    async with town.store.units.writing() as uow:
        await jotting.set_asking(actor=wang, allowed=True, uow=uow, now=town.clock.now())
    await asks(town, said_by("wang"))
