"""Who is this, in which place, in which language: what the dispatcher finds out before anything is answered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.domain.rights import Role
from bot.messages import Actor
from bot.ports import Ambiguous, Gone, Moved, Rejected, Retry
from tests.dispatch.office import Office
from tests.intake.updates import GROUP, PRIVATE, WANG, message, moved, press
from tests.services.cast import PEOPLE

STAFF_CHAT = {"id": -1009, "type": "supergroup", "title": "居委会工作群"}
UNBOUND = {"id": -3001, "type": "supergroup", "title": "买菜群"}
RIVERSIDE = {"id": -2001, "type": "supergroup", "title": "Riverside 1"}
GROUPS = {"building3": GROUP, "staff": STAFF_CHAT, "unbound": UNBOUND, "riverside": RIVERSIDE}


def sender(name: str, **fields: Any) -> dict[str, Any]:
    person = PEOPLE[name]
    return {"id": person.telegram_id, "is_bot": False, "first_name": person.name, **fields}


def command(name: str, where: str | None = None, text: str = "/want", **fields: Any) -> dict[str, Any]:
    who = sender(name, **fields)
    chat = GROUPS[where] if where else {"id": who["id"], "type": "private", "first_name": who["first_name"]}
    return message(text, chat=chat, sender=who)


async def actor(office: Office, update: dict[str, Any]) -> Actor:
    came = await office.handles(update)
    assert came is not None
    return came.actor


@pytest.mark.parametrize(
    ("name", "where", "estate", "roles"),
    [
        ("wang", None, "garden", {Role.RESIDENT}),
        ("emma", None, "riverside", {Role.RESIDENT}),
        ("li", None, "garden", {Role.COMMITTEE}),
        ("he", None, "riverside", {Role.COMMITTEE}),
        ("qian", None, "garden", {Role.MODERATOR}),
        ("stranger", None, None, {Role.OUTSIDER}),
        ("wang", "building3", "garden", {Role.RESIDENT}),
        ("stranger", "building3", "garden", {Role.RESIDENT}),  # whoever speaks in a building's group lives there
        ("li", "building3", "garden", {Role.COMMITTEE, Role.RESIDENT}),
        ("qian", "building3", "garden", {Role.MODERATOR, Role.RESIDENT}),
        ("he", "staff", "garden", {Role.OUTSIDER}),
        ("zhou", "staff", "garden", {Role.PROPERTY}),
        ("stranger", "staff", "garden", {Role.OUTSIDER}),
        ("li", "riverside", "riverside", {Role.RESIDENT}),
        ("li", "unbound", None, {Role.OUTSIDER}),
    ],
)
async def test_as_what_somebody_acts(
    office: Office, name: str, where: str | None, estate: str | None, roles: set[Role]
) -> None:
    found = await actor(office, command(name, where))
    assert (found.estate.key if found.estate else None, set(found.roles)) == (estate, roles)


async def test_what_one_is_elsewhere_comes_along(office: Office) -> None:
    found = await actor(office, command("both"))
    assert {key: set(foothold.roles) for key, foothold in found.elsewhere.items()} == {
        "garden": {Role.RESIDENT}, "riverside": {Role.RESIDENT},
    }  # fmt: skip
    assert (await actor(office, command("li", "unbound"))).roles_in("garden") == {Role.COMMITTEE}


async def test_who_is_met_is_remembered(office: Office) -> None:
    """In private they can be written to; in a building's group they live; the first one is their home."""
    newcomer = {**WANG, "id": 4711, "first_name": "新来的", "username": "new"}
    assert not (await actor(office, message("/want", sender=newcomer))).person.started
    assert (await actor(office, message("/want", sender=newcomer, chat=RIVERSIDE))).person.name == "新来的 阿姨"
    private = await actor(office, message("灯", sender=newcomer, chat={**PRIVATE, "id": 4711}))
    async with office.town.store.units.reading() as uow:
        known = await uow.people.get(private.person.id)
        homes = [home.id for home in await uow.chats.homes_of(known.id)]
    assert known == private.person
    assert (known.username, known.client_language, known.started) == ("new", "zh", True)
    assert known.home_chat_id == office.town.chat("building3").id
    assert homes == [office.town.chat("building3").id, office.town.chat("riverside").id]


async def test_a_new_name_is_taken_over(office: Office) -> None:
    before = await actor(office, command("wang"))
    renamed = await actor(office, command("wang", first_name="王奶奶", username="granny"))
    assert (renamed.person.id, renamed.person.name, renamed.person.username) == (before.person.id, "王奶奶", "granny")


async def test_who_adds_the_bot_to_a_group_does_not_live_there_by_that(office: Office) -> None:
    update = moved("left", "member")
    update["my_chat_member"]["from"] = {**WANG, "id": 4711}
    found = await actor(office, update)
    assert (found.person.home_chat_id, found.person.started) == (None, False)
    assert found.roles == {Role.OUTSIDER}


async def test_who_came_and_left_is_passed_on_and_nobody_is_met_by_it(office: Office) -> None:
    await office.handles(message(left_chat_member=WANG))
    await office.handles(message(new_chat_members=[WANG]))
    assert office.front.moved == [(GROUP["id"], (WANG["id"],), True), (GROUP["id"], (WANG["id"],), False)]
    assert office.front.came == []


async def test_who_blocks_the_bot_did_not_begin_to_talk_to_it(office: Office) -> None:
    update = moved("member", "kicked", chat={**PRIVATE, "id": 4711})
    update["my_chat_member"]["from"] = {**WANG, "id": 4711}
    assert not (await actor(office, update)).person.started


@pytest.mark.parametrize(
    ("name", "where", "code", "language"),
    [
        ("wang", None, None, "zh"),
        ("wang", None, "en", "en"),
        ("wang", "building3", "en", "zh"),
        ("emma", None, None, "en"),
        ("stranger", None, None, "zh"),
        ("stranger", "riverside", "zh", "en"),
    ],
)
async def test_in_which_language(office: Office, name: str, where: str | None, code: str | None, language: str) -> None:
    fields = {"language_code": code} if code else {}
    assert (await actor(office, command(name, where, **fields))).language == language


async def test_a_chosen_language_goes_before_all_others(office: Office) -> None:
    async with office.town.store.units.writing() as uow:
        await uow.chats.set_language(office.town.chat("building3").id, "en")
        await uow.people.set_language(office.town.people["chen"].id, "zh")
    assert (await actor(office, command("wang", "building3"))).language == "en"
    assert (await actor(office, command("chen", "building3"))).language == "zh"


# ---- who administers ------------------------------------------------------------------------------------------------


async def test_a_list_of_administrators_is_read_where_it_matters_and_trusted_for_five_minutes(office: Office) -> None:
    office.telegram.lists[-1003] = frozenset({PEOPLE["chen"].telegram_id})
    office.town.clock.moment += timedelta(minutes=5)  # since the town was settled
    assert (await actor(office, command("chen", "building3"))).roles == {Role.RESIDENT}
    assert office.telegram.asked == [], "this command does not ask"

    helped = command("chen", "building3", "/help")
    assert (await actor(office, helped)).roles == {Role.RESIDENT, Role.MODERATOR}
    assert Role.MODERATOR not in (await actor(office, command("qian", "building3", "/help"))).roles
    assert office.telegram.asked == [-1003]

    office.telegram.lists[-1003] = frozenset()
    office.town.clock.moment += timedelta(minutes=5, seconds=-1)
    assert Role.MODERATOR in (await actor(office, command("chen", "building3", "/help"))).roles
    office.town.clock.moment += timedelta(seconds=1)
    assert (await actor(office, command("chen", "building3", "/help"))).roles == {Role.RESIDENT}
    assert office.telegram.asked == [-1003, -1003]


async def test_a_button_asks_by_its_route(office: Office) -> None:
    office.town.clock.moment += timedelta(minutes=5)
    await office.handles(press("join:1"))
    assert office.telegram.asked == []
    await office.handles(press("take:1"))
    assert office.telegram.asked == [-1003]


async def test_who_administers_no_more_is_no_moderator_in_private_either(office: Office) -> None:
    office.town.clock.moment += timedelta(minutes=5)
    assert (await actor(office, command("qian", None, "/help"))).roles == {Role.OUTSIDER}
    assert office.telegram.asked == [-1003]


async def test_in_private_nobody_elses_groups_are_asked_about(office: Office) -> None:
    office.town.clock.moment += timedelta(minutes=5)
    for name in ("wang", "li", "stranger"):
        await office.handles(command(name, None, "/help"))
    assert office.telegram.asked == []


@pytest.mark.parametrize(
    "trouble",
    [
        Retry(3, flood=True, reason="429"),
        Ambiguous(),
        Gone("kicked"),
        Moved(-100999),
        Rejected("Bad Request: member list is inaccessible"),
    ],
    ids=lambda trouble: type(trouble).__name__,
)
async def test_a_list_that_cannot_be_read_stops_nobody(office: Office, trouble: Exception) -> None:
    """The last one known counts on."""
    office.town.clock.moment += timedelta(minutes=5)
    office.telegram.fails = trouble
    with capture_logs() as lines:
        assert Role.MODERATOR in (await actor(office, command("qian", "building3", "/help"))).roles
    assert [(line["event"], line["reason"]) for line in lines] == [
        ("administrators_unread", type(trouble).__name__),
    ]  # fmt: skip
    assert await office.town.store.inbox.waiting() == 0
