"""The command line, as its own process: run and stop, check, migrate, failed."""

from __future__ import annotations

import asyncio
import json
import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.clock import SystemClock
from bot.domain.places import Place
from bot.domain.similarity import SimilarTap
from bot.domain.wishes import Category, Draft, Kind, Visibility
from bot.ports import InboxRow
from bot.store import Database, Store
from simulator.client import Group, Person, World
from tests.scenarios.estate import BEGINNING, BOT, SECRETARY, TOKEN
from tests.scenarios.terminal import Desk, at_a_desk


@pytest.fixture
async def desk_on_both(database_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    async with at_a_desk(database_url, tmp_path) as sat_at:
        yield sat_at


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """With a database that is not there yet. Starting a process costs seconds: what is the same for both runs once."""
    async with at_a_desk(f"sqlite+aiosqlite:///{tmp_path / 'new.sqlite3'}", tmp_path) as sat_at:
        yield sat_at


async def test_a_running_bot_stops_within_five_seconds_with_nothing_lost(desk_on_both: Desk) -> None:
    desk = desk_on_both
    process = await desk.begins("run")
    async with await World.connect(desk.base_url) as world:
        secretary = await world.person("李书记", id=SECRETARY)
        await polling(world)
        group = await world.group("3号楼邻居群", creator=secretary)
        await secretary.says(f"/bind@{BOT} 3号楼", to=group)
        await until_seen(secretary, "接到阳光小区3号楼了", group)

        await secretary.says(f"/want@{BOT} 楼道灯坏了", to=group, settle=False)
        began = asyncio.get_running_loop().time()
        process.send_signal(signal.SIGTERM)
        printed, _ = await process.communicate()
        assert asyncio.get_running_loop().time() - began < 5
        assert process.returncode == 0, printed.decode()

        again = await desk.begins("run")
        try:
            await polling(world)
            await until_seen(secretary, "这样写对吗", group)
        finally:
            again.send_signal(signal.SIGTERM)
            logged, _ = await again.communicate()
    for secret in (TOKEN, TOKEN.split(":")[1], "楼道灯坏了"):
        assert secret not in printed.decode() + logged.decode()


async def test_a_bot_started_before_telegram_can_be_reached_waits_for_it(desk: Desk) -> None:
    async with await World.connect(desk.base_url) as world:
        await world.fails("getMe", kind="502", times=2)
        process = await desk.begins("run")
        await polling(world)
        process.send_signal(signal.SIGTERM)
        logged, _ = await process.communicate()
        assert process.returncode == 0
        assert logged.decode().count("telegram_not_reached") == 2

        await world.fails("getMe", kind="502", times=50)
        waiting = await desk.begins("run")
        assert waiting.stdout is not None
        async with asyncio.timeout(20):
            while b"telegram_not_reached" not in await waiting.stdout.readline():
                pass
        waiting.send_signal(signal.SIGTERM)
        async with asyncio.timeout(5):
            await waiting.communicate()
        assert waiting.returncode == 0


async def test_check_tells_right_from_wrong(desk: Desk) -> None:
    code, printed = await desk.types("check")
    assert code == 1
    assert "run `migrate`" in printed

    code, printed = await desk.types("migrate")
    assert code == 0
    code, printed = await desk.types("check")
    assert code == 0, printed
    for what in (
        "settings",
        "texts",
        "database",
        "migrations",
        "clock",
        "token",
        "privacy mode",
        "ephemeral messages",
        "chats",
    ):
        assert what in printed
    assert "the bot is in no group yet" in printed
    assert "off: the dialog of who files a wish in a group is seen by all" in printed


async def test_check_looks_into_each_chat(desk: Desk) -> None:
    process = await desk.begins("run")
    async with await World.connect(desk.base_url) as world:
        secretary = await world.person("李书记", id=SECRETARY)
        await polling(world)
        bound = await world.group("3号楼邻居群", creator=secretary)
        lost = await world.group("闲聊群", creator=secretary)
        await secretary.says(f"/bind@{BOT} 3号楼", to=bound)
        await until_seen(secretary, "接到阳光小区3号楼了", bound)
        await until_seen(secretary, "这是哪种群", lost)
        process.send_signal(signal.SIGTERM)
        await process.communicate()
    _, printed = await desk.types("check")
    assert f"chat {bound.id}" in printed
    assert "may not pin" in printed
    assert f"chat {lost.id}" in printed
    assert "bound to no estate" in printed
    assert "wishes of sunny" in printed
    assert "taken" in printed


async def test_check_names_a_token_that_telegram_refuses(desk: Desk) -> None:
    await desk.types("migrate")
    code, printed = await desk.types("check", BOT_TOKEN="7000000009:some-other-secret-that-nobody-knows")
    assert code == 1
    assert "token" in printed
    assert "refuses" in printed


async def test_run_with_a_token_that_telegram_refuses_says_so_in_one_line(desk: Desk) -> None:
    code, printed = await desk.types("run", BOT_TOKEN="7000000009:some-other-secret-that-nobody-knows")
    assert code == 1
    assert "Telegram refuses" in printed
    assert "Traceback" not in printed


async def test_check_says_when_telegram_cannot_be_reached(desk: Desk, tmp_path: Path) -> None:
    desk.config.write_text(desk.config.read_text().replace(desk.base_url, "http://127.0.0.1:9"))
    code, printed = await desk.types("check")
    assert code == 1
    assert "cannot be reached" in printed


async def test_without_a_token_run_says_where_to_get_one(desk: Desk) -> None:
    code, printed = await desk.types("run", BOT_TOKEN="")
    assert code != 0
    assert "BOT_TOKEN" in printed
    assert "BotFather" in printed
    assert "Traceback" not in printed


async def test_a_mistyped_key_is_refused_with_its_line(desk: Desk) -> None:
    desk.config.write_text(desk.config.read_text() + "\nlanguge: zh\n")
    code, printed = await desk.types("run")
    assert code == 2
    assert "config.yaml" in printed
    assert "languge" in printed
    assert "language" in printed.replace("languge", "")


async def test_what_failed_can_be_listed_shown_and_tried_again(desk: Desk) -> None:
    await desk.types("migrate")
    code, printed = await desk.types("failed", "list")
    assert (code, printed.strip()) == (0, "nothing failed")
    code, printed = await desk.types("failed", "show", "u12")
    assert code == 1
    assert "no u12" in printed
    code, printed = await desk.types("failed", "retry", "nonsense")
    assert code == 2


async def test_the_files_of_the_chat_are_written_here_too(desk: Desk, tmp_path: Path) -> None:
    await desk.types("migrate")
    written = tmp_path / "plan.xlsx"
    code, printed = await desk.types("export", "services", str(written))
    assert code == 0, printed
    assert load_workbook(written).active.title == "服务清单"
    code, printed = await desk.types("export", "plan", str(written), "--language", "en")
    assert code == 0
    assert load_workbook(written).active["A4"].value == "Item"
    code, printed = await desk.types("export", "secrets", str(written))
    assert code == 2
    assert "plan, ledger" in printed


async def test_an_update_that_breaks_the_bot_three_times_is_kept_and_can_be_tried_again(desk: Desk) -> None:
    await desk.types("migrate")
    await keeps_a_broken_update(desk.environment["DATABASE_URL"], update_id=77)
    process = await desk.begins("run")
    async with await World.connect(desk.base_url) as world:
        await polling(world)
        code, printed = await desk.types("failed", "list")
        async with asyncio.timeout(20):
            while "u77" not in printed:
                code, printed = await desk.types("failed", "list")
        assert code == 0
        assert "tried 3 times" in printed
    process.send_signal(signal.SIGTERM)
    logged, _ = await process.communicate()
    assert "update_failed" in logged.decode()

    code, printed = await desk.types("failed", "show", "u77")
    assert code == 0
    assert "no chat in it" in printed
    code, printed = await desk.types("failed", "retry", "u77")
    assert (code, printed.strip()) == (0, "u77 waits to be tried again")
    code, printed = await desk.types("failed", "list")
    assert (code, printed.strip()) == (0, "nothing failed")


async def keeps_a_broken_update(database_url: str, *, update_id: int) -> None:
    """What no Telegram sends: a press in no chat."""
    wang = {"id": 1, "is_bot": False, "first_name": "王"}
    query = {"id": "no chat in it", "from": wang, "chat_instance": "1", "data": "x", "message": {"message_id": "?"}}
    payload = {"update_id": update_id, "callback_query": query}
    database = Database.open(database_url)
    store = Store(database, int(TOKEN.partition(":")[0]), SystemClock())
    await store.inbox.keep([InboxRow(update_id, 1, 1, json.dumps(payload), BEGINNING, 0)], now=BEGINNING)
    await database.close()


async def polling(world: World) -> None:
    """Return when a bot waits in getUpdates."""
    async with asyncio.timeout(20):
        while not (await world.control("GET", "idle", query={"wait_s": 1}))["polling"]:
            await asyncio.sleep(0.02)
    world.autosettle = False


async def until_seen(person: Person, words: str, group: Group) -> None:
    """Return when the person sees the words; the bot is another process."""
    async with asyncio.timeout(20):
        while not any(words in message.text for message in await person.reads(to=group)):
            await asyncio.sleep(0.02)


async def test_what_taps_propose_is_listed_without_a_name_or_a_sentence(sqlite_url: str, tmp_path: Path) -> None:
    async with at_a_desk(sqlite_url, tmp_path) as desk:
        assert "nothing to propose" in (await desk.types("lexicon", "proposals"))[1]
        await _two_neighbours_say_it_is_the_same(sqlite_url)
        code, printed = await desk.types("lexicon", "proposals")
        assert code == 0
        assert re.search(r"2 .*吸顶盘 may mean lamp .*lamp: \{zh: 吸顶盘\}", printed)
        assert "大堂" not in printed
        assert "大堂的吸顶盘坏了" in (await desk.types("lexicon", "proposals", "--sentences"))[1]

        own = tmp_path / "own.yaml"
        own.write_text("things:\n  lamp: {zh: 吸顶盘}\n", encoding="utf-8")
        desk.config.write_text(desk.config.read_text() + f"similar: {{lexicon_file: '{own}'}}\n")
        assert "nothing to propose" in (await desk.types("lexicon", "proposals"))[1]
        assert "with the estate's own words" in (await desk.types("check"))[1]

        own.write_text("things:\n  lamp: {scope: planet}\n", encoding="utf-8")
        for command in (("run",), ("lexicon", "proposals"), ("check",)):
            code, printed = await desk.types(*command)
            assert code != 0
            assert "own.yaml: lamp: scope is one of" in printed


async def _two_neighbours_say_it_is_the_same(database_url: str) -> None:
    store = Store(Database.open(database_url), int(TOKEN.partition(":")[0]), SystemClock())
    now = SystemClock().now()
    async with store.units.writing() as uow:
        chat = await uow.chats.seen(telegram_id=-1001, private=False, title="3号楼")
        named = {"name": "某人", "username": None, "client_language": None}
        people = [await uow.people.seen(telegram_id=number, **named) for number in (1, 2)]
        draft = Draft(Kind.WANT, "走廊灯坏了", Place(building="3"), Category.REPAIR, Visibility.PUBLIC)
        wish = await uow.wishes.add(
            draft, estate_key="sunny", author=people[0], chat_id=chat.id, filed_at=now, next_date=None
        )
        for person in people:
            await uow.similar.tapped(
                wish_id=wish.id, person_id=person.id, label=SimilarTap.SAME, words="大堂的吸顶盘坏了", now=now
            )
    await store.close()
