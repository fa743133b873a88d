"""The one table of commands and buttons: every row can be reached, is explained, and survives whatever is pressed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.domain.rights import Act
from handlers.routes import BUTTONS, COMMANDS
from tests.handlers.hall import Hall, heard
from tests.services.town import texts

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh", "en")
TYPED = {*COMMANDS, "cancel"} - {"start"}
#: Buttons' routes as the code draws them: data("join", …)
DRAWN = {
    route
    for folder in ("bot", "handlers", "conversations")
    for path in (ROOT / folder).rglob("*.py")
    for route in re.findall(r'\bdata(?:=data)?\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(TYPED))
def test_every_command_is_explained_in_the_menu_and_in_the_help(name: str, language: str) -> None:
    assert texts().text(f"command-{name}", {}, language)
    help_keys = ("help-resident", "help-staff", "help-for", "help-report", "help-queue", "help-bind", "help-foot")
    help_keys += ("help-projects", "help-plan", "help-services", "help-export", "help-broadcasts", "help-ledger")
    help_keys += ("help-signups", "help-places", "help-polls", "help-functions", "help-roles", "help-audit")
    help_keys += ("help-calendar",)
    said = "\n".join(texts().text(key, {"roles": "x"}, language) for key in help_keys)
    if name != "help":  # whoever reads this has found it
        assert f"/{name}" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_no_command_that_there_is_not(language: str) -> None:
    told = (
        "help-staff",
        "help-trusted",
        "help-for",
        "help-report",
        "help-queue",
        "help-projects",
        "help-plan",
        "help-services",
        "help-export",
        "help-broadcasts",
        "help-calendar",
        "help-signups",
        "help-places",
        "help-polls",
        "help-functions",
        "help-ledger",
        "help-roles",
        "help-audit",
        "help-bind",
    )
    for key in ("help-resident", *told, "help-foot", "help-outsider", "help-unbound"):
        named = re.findall(r"/([a-z]+)", re.sub(r"<[^>]*>", "", texts().text(key, {"roles": "x"}, language)))
        assert set(named) <= TYPED, key


def test_names_of_commands_are_names_telegram_takes() -> None:
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name in COMMANDS)


def test_every_button_that_is_drawn_has_its_route_and_every_route_its_button() -> None:
    assert set(BUTTONS) == DRAWN


def test_what_is_of_the_staff_asks_who_administers_the_group() -> None:
    """Without it a moderator would be taken for a neighbour."""
    of_staff = {Act.READ_STAFF, Act.TAKE_WISH, Act.ANSWER_WISH, Act.BIND_CHAT, Act.SET_CHAT_LANGUAGE, Act.PIN_MENU}
    of_staff |= {Act.FILE_FOR, Act.READ_REPORT, Act.TRANSCRIBE_WISH}
    of_staff = {
        *(Act.READ_STAFF, Act.TAKE_WISH, Act.ANSWER_WISH, Act.BIND_CHAT, Act.OPEN_INTAKE, Act.SUGGEST_BINDING),
        *(Act.SET_CHAT_LANGUAGE, Act.PIN_MENU),
    }
    for name, route in {**COMMANDS, **BUTTONS}.items():
        assert route.asks_administrators or route.act not in of_staff, name


def test_what_opens_a_dialog_asks_before_it_puts_another_away() -> None:
    opens = {"want", "willdo", "suggest", "start", "for", "file", "answer", "transcribe", "retell"}
    opens = {"want", "willdo", "suggest", "start", "file", "answer", "another", "trial"}
    assert opens <= {name for name, route in {**COMMANDS, **BUTTONS}.items() if route.interrupts}


def test_a_command_is_in_everybodys_menu_or_in_the_staffs_or_is_typed_by_telegram_itself() -> None:
    for_staff = {
        "bind",
        "broadcast",
        "broadcasts",
        "calendar",
        "entry",
        "export",
        "functions",
        "for",
        "item",
        "poll",
        "menu",
        "places",
        "progress",
        "project",
        "queue",
        "report",
        "review",
        "signup",
        "templates",
        "role",
        "audit",
        "voices",
        "yearlist",
    }
    assert {name for name, route in COMMANDS.items() if route.for_staff} == for_staff
    assert {name for name, route in COMMANDS.items() if not route.in_menu} == {*for_staff, "start"}


STRANGE = (
    "", ":", ":x", ":-1", ":１", ":²", ":99999999999999999999999999", ":404", ":1:join", ":1:join:more", ":want", ":zh",
    ":open:all:99999999999999999999", ":ended:here:-1", ":all:here:x",
)  # fmt: skip


@pytest.mark.parametrize("route", [*BUTTONS, "d", "unknown"])
async def test_a_made_up_button_is_answered_or_refused_and_never_breaks(hall: Hall, route: str) -> None:
    """Data comes from the other side: a bad client can send any."""
    await hall.town.files()
    for who, where in (("chen", None), ("li", "staff")):
        for rest in STRANGE:
            assert all(await heard(hall.presses(who, route + rest, where)))


@pytest.mark.parametrize("name", [*COMMANDS, "cancel", "nosuchcommand"])
async def test_whatever_stands_behind_a_command_it_is_answered_or_refused(hall: Hall, name: str) -> None:
    for who, where in (("chen", None), ("li", "staff")):
        for words in ("", "第12件", "²", "9" * 40, "<b>&", "want-00", "灯" * 61, "garden staff"):
            assert all(await heard(hall.commands(who, name, words, where)))


def test_a_counted_button_depends_on_no_dialog_and_on_no_list_of_administrators() -> None:
    """On the tap lane nobody looks for either."""
    counted = [route for route in BUTTONS.values() if route.counted]
    assert counted
    assert not [route for route in counted if route.interrupts or route.asks_administrators]
