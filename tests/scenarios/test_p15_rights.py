"""Rights: every command and every button is tried as every role, everywhere, and from another estate."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.grants import GrantRole
from bot.domain.rights import Role
from bot.domain.wishes import AnswerKind, Display, State, Visibility
from handlers.routes import BUTTONS, COMMANDS
from simulator.client import Group, Message
from simulator.model import Query
from tests.scenarios.another_estate import NextDoor, next_door
from tests.scenarios.archive import (
    answered_before,
    argued_before,
    asked_before,
    asking_before,
    claimed_before,
    entry_before,
    filed_before,
    held_before,
    listed_before,
    planned_before,
    project_before,
    spoken_before,
    to_pass_on_before,
)
from tests.scenarios.buttons_tried import BUTTONS_TRIED
from tests.scenarios.desk_archive import (
    broadcast_before,
    granted_before,
    gridded_before,
    offered_before,
    poll_before,
    signup_before,
    template_before,
    thing_before,
    told_later_before,
    told_week_before,
)
from tests.scenarios.estate import BOT, CAPTAIN, VOLUNTEER, WITHOUT_PACE, Estate, estate
from tests.scenarios.forging import forge
from tests.scenarios.rights_tried import (
    COMMANDS_TRIED,
    DONE_WORDS,
    OPEN_WORDS,
    SECRET_WORDS,
    Place,
    Try,
    Tryer,
    refuses,
)
from tests.scenarios.scenes import starts

#: Those that only a grant makes somebody.
GIVEN = (
    GrantRole.RESIDENT_MODERATOR,
    GrantRole.COMMITTEE_MODERATOR,
    GrantRole.GRID_WORKER,
    GrantRole.AUDITOR,
    GrantRole.ADMINISTRATOR,
)
CHECKED_WORDS = "一件正在核对的"
OURS = (OPEN_WORDS, SECRET_WORDS, DONE_WORDS, CHECKED_WORDS)


def test_nothing_is_left_untried() -> None:
    assert set(COMMANDS_TRIED) == {*COMMANDS, "cancel"}
    assert set(BUTTONS_TRIED) == set(BUTTONS)
    for name, route in COMMANDS.items():
        assert COMMANDS_TRIED[name].act is route.act, f"/{name}"
    for name, route in BUTTONS.items():
        assert BUTTONS_TRIED[name].act is route.act, name


# ---- the stage ----------------------------------------------------------------------------------------------------


@dataclass
class Stage:
    town: Estate
    place: Place
    tryers: list[Tryer]
    wishes: Mapping[str, int]  #: ids of the wishes and answers that buttons are about
    #: for each tryer a wish to take, an answer to pass on, one to take back, a sentence to note, a wish of their own,
    #: and one of theirs taken down
    own: Mapping[str, Mapping[str, int]]
    database: Path
    abroad: NextDoor

    def kept(self) -> dict[str, list[Any]]:
        """All that a right protects, as it is in the database now."""
        with closing(sqlite3.connect(self.database)) as connection:
            return {what: connection.execute(what).fetchall() for what in _PROTECTED}


_ABOUT_WISHES = (
    *("wishes", "followers", "answers", "thanks", "reports", "takedowns", "statements", "withdrawals"),
    *("filed_for", "passed_on", "jots", "jot_authors", "transcripts"),
)
_PROTECTED = (
    *(f"SELECT * FROM {table} ORDER BY 1, 2" for table in (*_ABOUT_WISHES, "held_answers")),
    "SELECT person_id, wish_id, setting FROM notice_settings ORDER BY 1, 2",
    "SELECT id, estate_key, purpose, building, unit, language, link_code FROM chats ORDER BY id",
    "SELECT id, language, may_be_mentioned, home_chat_id FROM people ORDER BY id",
    "SELECT chat_id, person_id, dialog, step, answers FROM dialogs ORDER BY 1, 2",
    "SELECT chat_id, person_id FROM residents ORDER BY 1, 2",
    "SELECT * FROM onboardings ORDER BY 1",
    "SELECT * FROM intakes ORDER BY 1, 2",
    "SELECT * FROM trial_hands ORDER BY 1, 2, 3",
    "SELECT * FROM duplicates ORDER BY 1",
    "SELECT * FROM verdicts ORDER BY 1, 2",
    "SELECT * FROM wish_claims ORDER BY 1",
    "SELECT * FROM matches ORDER BY 1, 2",
    *(
        f"SELECT * FROM {table} ORDER BY 1, 2"
        for table in ("projects", "project_money", "project_steps", "acceptances", "items", "item_steps", "item_wishes")
    ),
    *(f"SELECT * FROM {table} ORDER BY 1, 2" for table in ("signups", "signup_entries", "signup_news", "broadcasts")),
    *(f"SELECT * FROM {table} ORDER BY 1, 2" for table in ("planned_broadcasts", "broadcast_templates")),
    *(f"SELECT * FROM {table} ORDER BY 1, 2" for table in ("place_nodes", "place_grids", "place_imports")),
    *(f"SELECT * FROM {table} ORDER BY 1, 2" for table in ("ledger_entries", "ledger_questions", "ledger_imports")),
    *(f"SELECT * FROM {table} ORDER BY 1, 2" for table in ("polls", "poll_posts", "poll_statements", "poll_answers")),
    *(f"SELECT * FROM {table} ORDER BY 1, 2" for table in ("things", "thing_responses", "dissents")),
    *(f"SELECT * FROM {table} ORDER BY 1, 2" for table in ("deliberations", "contributions", "contribution_taps")),
    "SELECT * FROM role_grants ORDER BY 1",
)


@asynccontextmanager
async def stage(sqlite_url: str, tmp_path: Path, place: Place) -> AsyncIterator[Stage]:
    # On SQLite alone: rights are decided before the database is asked, and there are a thousand things to try.
    async with estate(sqlite_url, tmp_path, extra=WITHOUT_PACE) as town:
        await town.world.limits(False)
        town.running.stride = timedelta(seconds=1)
        abroad = await next_door(town)
        await starts(town.liu, town.building3)
        await town.secretary.promotes(town.zhao, in_=town.building3)
        await town.world.advances(minutes=6)  # the list of administrators is trusted for five minutes
        await town.secretary.says(f"/help@{BOT}", to=town.building3)  # the bot reads the list of administrators
        (public,) = await filed_before(town, town.wang, OPEN_WORDS)
        (secret,) = await filed_before(town, town.wang, SECRET_WORDS, visibility=Visibility.COMMITTEE)
        (done,) = await filed_before(town, town.wang, DONE_WORDS, state=State.DONE)
        spoken, secret_spoken = await spoken_before(town, town.wang, Visibility.PUBLIC, Visibility.COMMITTEE)
        tryers = await _in_place(town, place, await _tryers(town, abroad))
        own = await filed_before(town, town.wang, *(f"给{who.name}的" for who in tryers))
        (checking,) = await filed_before(town, town.wang, CHECKED_WORDS, display=Display.CHECKING)
        mine, removed = {}, {}
        for who in tryers:
            (one,) = await filed_before(town, who.person, "我自己的", lives_there=False)
            (down,) = await filed_before(town, who.person, "撤下的", display=Display.REMOVED, lives_there=False)
            mine[who.name], removed[who.name] = one.id, down.id
        ids = {
            "open": public.id,
            "checking": checking.id,
            "done": done.id,
            "pending": await _a_group_that_asks(town),
            "secret": secret.id,
            "spoken": spoken.id,
            "secret_spoken": secret_spoken.id,
            "done_answer": await answered_before(town, town.foreman, done, AnswerKind.DONE),
            "secret_answer": await answered_before(town, town.foreman, secret, AnswerKind.DONE),
            "secret_held": await held_before(town, town.foreman, secret),
        }
        (claimed,) = await filed_before(town, town.wang, "想要一个花架")
        ids["claim"] = await claimed_before(town, claimed, town.chen)
        ids["project"] = await project_before(town)
        await project_before(town, estate_key="river")
        (planned,) = await filed_before(town, town.wang, "想要一条坡道")
        ids["item"] = await planned_before(town, planned)
        await planned_before(town, estate_key="river")
        ids["service"], ids["service_asked"], ids["phone"] = await listed_before(town, town.wang)
        ids["entry"], ids["entry_question"] = await entry_before(town, town.secretary, town.wang)
        ids["group"], ids["week"] = public.chat_id, await told_week_before(town, public)
        await entry_before(town, town.secretary, town.wang, estate_key="river")
        ids["broadcast"] = await broadcast_before(town, town.secretary)
        ids["planned"] = await told_later_before(town, town.secretary)
        ids["template"] = await template_before(town, town.secretary)
        ids["signup"], ids["thing"] = await signup_before(town, town.secretary), await thing_before(town, town.wang)
        ids["place"], ids["grid"] = await gridded_before(town)
        ids["poll"] = await poll_before(town, town.secretary)
        await poll_before(town, town.secretary, estate_key="river")
        ids["offer"] = await offered_before(town, town.secretary, town.emma)
        ids["delib"], ids["said"] = await argued_before(town, town.wang, public)
        ids["secret_delib"], ids["secret_said"] = await argued_before(town, town.wang, secret)
        ids["asking"] = await asking_before(town, done, ids["done_answer"])
        ids["secret_asking"] = await asking_before(town, secret, ids["secret_answer"])
        pairs = list(zip(tryers, own, strict=True))
        held = {who.name: await held_before(town, who.person, wish) for who, wish in pairs}
        held_too = {who.name: await held_before(town, who.person, wish) for who, wish in pairs}
        database = Path(sqlite_url.removeprefix("sqlite+aiosqlite:///"))
        passed_on = await to_pass_on_before(town, town.wang, town.foreman, [who.person for who in tryers])
        jots = await asked_before(town, town.wang, [who.person for who in tryers])
        each = zip(tryers, own, passed_on, jots, strict=True)
        by_name = {
            who.name: {
                **{"own": wish.id, "own_answer": answer, "own_jot": jot},
                **{"mine": mine[who.name], "removed": removed[who.name], "own_held": held[who.name]},
                "own_held_too": held_too[who.name],
            }
            for who, wish, answer, jot in each
        }
        yield Stage(town, place, tryers, ids, by_name, database, abroad)


async def _a_group_that_asks(town: Estate) -> int:
    """Its administrator pressed that it belongs to building 7; our id of it."""
    group = await town.world.group("阳光小区7号楼", creator=town.outsider, settle=False)
    await town.world.settle()
    for label in ("这是楼里的群", "7号楼", "对，接上"):
        await town.outsider.presses(label, to=group)
    assert town.running.app is not None
    async with town.running.app.store.units.writing() as uow:
        return (await uow.chats.seen(telegram_id=group.id, private=False, title=group.title)).id


async def _tryers(town: Estate, abroad: NextDoor) -> list[Tryer]:
    def of(*roles: Role) -> frozenset[Role]:
        return frozenset(roles)

    nobody = of(Role.OUTSIDER)
    captain, volunteer = await town.world.person("李姐", id=CAPTAIN), await town.world.person("小周", id=VOLUNTEER)
    given = []
    for at, role in enumerate(GIVEN):
        person = await town.world.person(f"受托{at}")
        await granted_before(town, town.secretary, person, role)
        given.append(Tryer(role.value, person, of(Role(role.value))))
    return [
        *given,
        Tryer("outsider", town.outsider, nobody),
        Tryer("resident", town.liu, of(Role.RESIDENT)),
        Tryer("captain", captain, of(Role.CAPTAIN)),
        Tryer("volunteer", volunteer, of(Role.VOLUNTEER)),
        Tryer("moderator", town.zhao, of(Role.MODERATOR)),
        Tryer("property", town.foreman, of(Role.PROPERTY)),
        Tryer("owners", town.chair, of(Role.OWNERS)),
        Tryer("committee", town.secretary, of(Role.COMMITTEE)),
        Tryer("committee next door", abroad.secretary, nobody, foreign=of(Role.COMMITTEE)),
        Tryer("resident next door", abroad.resident, nobody, foreign=of(Role.RESIDENT)),
    ]


async def _in_place(town: Estate, place: Place, tryers: list[Tryer]) -> list[Tryer]:
    """Bring everyone there and let the bot meet them once."""
    groups = {Place.BUILDING: town.building3, Place.STAFF: town.staff}
    there = []
    for who in tryers:
        group = groups.get(place)
        if place is Place.PRIVATE:
            await who.person.starts(settle=False)
        elif place is Place.UNBOUND:
            group = await town.world.group(f"阳光小区{who.name}的新群", creator=who.person, settle=False)
        elif town.telegram.groups[groups[place].id].member(who.person.id) is None:
            await who.person.joins(groups[place], settle=False)
        if group is not None:
            await who.person.says(f"/help@{BOT}", to=group, settle=False)
        there.append(replace(who, to=group))
    await town.world.settle()
    return there


# ---- commands -----------------------------------------------------------------------------------------------------


@pytest.mark.timeout(600)  # as many presses as there are buttons, by everybody
@pytest.mark.parametrize("place", list(Place))
async def test_every_command_as_every_role(sqlite_url: str, tmp_path: Path, place: Place) -> None:
    async with stage(sqlite_url, tmp_path, place) as on:
        for name, tried in COMMANDS_TRIED.items():
            allowed = [who for who in on.tryers if tried.may(who, place)]
            refused = [who for who in on.tryers if who not in allowed]

            before = on.kept()
            for who, told in (await _say(on, name, tried, refused)).items():
                assert told, f"/{name} by {who} in {place}: no answer"
                assert all(refuses(text) for text in told), f"/{name} by {who} in {place}: {told}"
                assert not any(words in text for text in told for words in OURS)
            assert on.kept() == before, f"/{name} in {place} changed something for somebody without the right"

            by_name = {who.name: who for who in allowed}
            for name_of, told in (await _say(on, name, tried, allowed)).items():
                wanted = tried.seen(by_name[name_of], place)
                assert any(re.search(wanted, text) for text in told), f"/{name} by {name_of} in {place}: {told}"
                assert tried.for_staff or not any(SECRET_WORDS in text for text in told)
            if tried.opens_dialog and (place is not Place.BUILDING or tried.closes_in_building):
                closed = await _say(on, "cancel", COMMANDS_TRIED["cancel"], allowed)
                assert all("好，取消了，没有发出去。" in told for told in closed.values()), closed


async def _say(on: Stage, name: str, tried: Try, who: Iterable[Tryer]) -> dict[str, list[str]]:
    """They all say it at once; what each was told."""
    words = tried.words
    if name == "bind" and on.place is Place.STAFF:
        words = "staff"
    said: dict[str, tuple[Tryer, Message]] = {}
    for one in who:
        text = f"/{name} {words}" if one.to is None else f"/{name}@{BOT} {words}"
        said[one.name] = one, await one.person.says(text.strip(), to=one.to, plainly=True, settle=False)
    await on.town.world.settle()
    shown = await _shown(on, [one for one, _ in said.values()])
    return {key: _told(shown[key], message) for key, (_, message) in said.items()}


async def _shown(on: Stage, who: Iterable[Tryer]) -> dict[str, list[Message]]:
    """What each has before them, by name; what is the same for all is read once."""
    by_group: dict[Group | None, list[Message]] = {}
    shown = {}
    for one in who:
        if one.to is None:
            shown[one.name] = await one.person.reads()
            continue
        if one.to not in by_group:
            by_group[one.to] = await one.person.reads(to=one.to)
        shown[one.name] = by_group[one.to]
    return shown


def _told(there: list[Message], asked: Message) -> list[str]:
    """What the bot said to this: in a group what hangs on the question, and what hangs on nothing at all."""
    told = []
    for message in there:
        of_bot = message.id > asked.id and message.sender == "邻愿"
        if of_bot and message.text and (message.reply_to is None or message.reply_to.id == asked.id):
            told.append(message.text)
    return told


# ---- buttons ------------------------------------------------------------------------------------------------------


@pytest.mark.timeout(600)  # as many presses as there are buttons, by everybody
@pytest.mark.parametrize("place", list(Place))
async def test_every_button_as_every_role(sqlite_url: str, tmp_path: Path, place: Place) -> None:
    async with stage(sqlite_url, tmp_path, place) as on:
        for name, tried in BUTTONS_TRIED.items():
            allowed = [who for who in on.tryers if tried.may(who, place)]
            refused = [(who, _data(on, name, tried, who)) for who in on.tryers if who not in allowed]
            if "{" in tried.words:  # and the same on a wish for the committee alone, by whoever may not see it
                hidden = [who for who in on.tryers if who not in allowed or not who.sees_committee_only(place)]
                refused += [(who, _data(on, name, tried, who, secret=True)) for who in hidden]

            before = on.kept()
            for (who, data), query in (await _press(on, refused)).items():
                assert query.answered, f"{data} by {who} in {place}: no answer"
                assert refuses(query.text or ""), f"{data} by {who} in {place}: {query.text}"
                assert not any(words in (query.text or "") for words in OURS)
            assert on.kept() == before, f"{name} in {place} changed something for somebody without the right"

            await _works(on, name, tried, allowed)


async def _works(on: Stage, name: str, tried: Try, allowed: list[Tryer]) -> None:
    seen_before = _texts(await _shown(on, allowed))
    pressed = await _press(on, [(who, _data(on, name, tried, who)) for who in allowed])
    for (who, data), query in pressed.items():
        assert not refuses(query.text or ""), f"{data} by {who} in {on.place}: {query.text}"
    seen_now = _texts(await _shown(on, allowed))
    for who in allowed:
        wanted = tried.seen(who, on.place)
        toast = next(query.text or "" for (one, _), query in pressed.items() if one == who.name)
        told = [toast, *(text for _, text in seen_now[who.name] - seen_before[who.name])]
        assert any(re.search(wanted, text) for text in told), f"{name} by {who.name} in {on.place}: {told}"
        assert tried.for_staff or not any(SECRET_WORDS in text for text in told)
    if tried.opens_dialog:
        await _say(on, "cancel", COMMANDS_TRIED["cancel"], allowed)


def _texts(shown: Mapping[str, list[Message]]) -> dict[str, set[tuple[int, str]]]:
    return {name: {(message.id, message.text) for message in there} for name, there in shown.items()}


def _data(on: Stage, name: str, tried: Try, who: Tryer, *, secret: bool = False) -> str:
    ids = {**on.wishes, **on.own[who.name]}
    if secret:
        names = ("open", "own", "mine", "removed", "checking")
        ids |= {**dict.fromkeys(names, ids["secret"]), "done_answer": ids["secret_answer"]}
        ids |= {"own_answer": ids["secret_answer"], "own_held": ids["secret_held"], "own_jot": 999_999}
        nowhere = ("project", "claim", "item", "entry", "entry_question", "broadcast", "place", "grid", "week", "poll")
        more = ("signup", "offer", "planned", "template", "thing", "service", "service_asked", "phone", "group")
        ids |= dict.fromkeys(nowhere + more, 999_999)
        ids |= {"spoken": ids["secret_spoken"], "asking": ids["secret_asking"], "own_held_too": ids["secret_held"]}
        ids |= {"delib": ids["secret_delib"], "said": ids["secret_said"]}
    return f"{name}:{tried.words.format(**ids)}"


async def _press(on: Stage, presses: list[tuple[Tryer, str]]) -> dict[tuple[str, str], Query]:
    """They all press at once."""
    queries = {(who.name, data): forge(on.town, who.person, data, to=who.to) for who, data in presses}
    await on.town.world.settle()
    return queries
