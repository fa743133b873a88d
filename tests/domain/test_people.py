"""Which language somebody is spoken to in, and whose clocks count."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bot.domain.people import Chat, Estate, Person, language_for, path_to

ESTATE = Estate("garden", "花园小区", ZoneInfo("Asia/Shanghai"), "estate", 3)
PERSON = Person(1, 501, "王阿姨")
PRIVATE, GROUP = Chat(20, 501, True), Chat(10, -1010, False)


@pytest.mark.parametrize(
    ("person", "chat", "app", "expected_in_group", "expected_in_private"),
    [
        ("person", "chat", "app", "person", "person"),
        ("person", None, None, "person", "person"),
        (None, "chat", "app", "chat", "chat"),
        (None, None, "app", "estate", "app"),
        (None, None, None, "estate", "estate"),
    ],
)
def test_per_person_else_per_chat_else_config(
    person: str | None, chat: str | None, app: str | None, expected_in_group: str, expected_in_private: str
) -> None:
    who = replace(PERSON, language=person, client_language=app)
    for where, expected in ((GROUP, expected_in_group), (PRIVATE, expected_in_private)):
        there = replace(where, language=chat)
        assert language_for(person=who, chat=there, estate=ESTATE, default="default") == expected


@pytest.mark.parametrize("chat", [None, GROUP, PRIVATE])
@pytest.mark.parametrize("person", [None, PERSON])
def test_without_an_estate_the_default_is_spoken(chat: Chat | None, person: Person | None) -> None:
    assert language_for(person=person, chat=chat, estate=None, default="default") == "default"


def test_a_persons_app_counts_where_no_chat_is_known() -> None:
    who = replace(PERSON, client_language="app")
    assert language_for(person=who, chat=None, estate=ESTATE, default="default") == "app"


def test_a_language_chosen_by_the_person_beats_all_others() -> None:
    who = replace(PERSON, language="person", client_language="app")
    for chat, estate in product(
        [None, replace(GROUP, language="chat"), replace(PRIVATE, language="chat")], [None, ESTATE]
    ):
        assert language_for(person=who, chat=chat, estate=estate, default="default") == "person"


def test_a_moment_is_shown_on_the_estates_clocks() -> None:
    moment = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    local = ESTATE.local(moment)
    assert (local, local.hour, local.day) == (moment, 7, 11)


@pytest.mark.parametrize(
    ("telegram_id", "private", "path"),
    [
        (-1001234567890, False, "c/1234567890/17"),
        (-1010, False, None),  # a basic group: its messages have no addresses
        (501, True, None),
    ],
)
def test_a_message_in_a_supergroup_has_an_address(telegram_id: int, private: bool, path: str | None) -> None:
    assert path_to(Chat(10, telegram_id, private), 17) == path
