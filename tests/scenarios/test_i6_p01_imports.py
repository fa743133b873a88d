"""Files taken over at a terminal: looked at unless --yes is said, by the services of the chat, with their refusals."""

from __future__ import annotations

import asyncio
import os
import pty
import tty
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.domain.place_tree import Tree
from bot.ports.ledger import LedgerFilter
from bot.store import Database, Store, head_revision, migrate
from tests.scenarios.estate import CHAIR, FOREMAN, TOKEN
from tests.scenarios.terminal import Desk, at_a_desk

HEAD = "日期,种类,分类,金额,内容\n"
GOOD = (
    "2026-03-01,收入,公共收益,1200,=1+1 电梯广告",
    '2026/2/3,支出,维修资金,"3,000.50",换钢丝绳',
)
UNITS = "楼,单元,室,网格\n3号楼,1单元,502室,东片\n3号楼,1单元,503室,东片\n8号楼,,,西片\n"


@pytest.fixture
async def desk_on_both(database_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    async with _used_before(database_url, tmp_path) as sat_at:
        yield sat_at


@pytest.fixture
async def desk(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """Starting a process costs seconds: what is the same for both databases runs once."""
    async with _used_before(sqlite_url, tmp_path) as sat_at:
        yield sat_at


@asynccontextmanager
async def _used_before(database_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """Officers have spoken to this bot."""
    async with at_a_desk(database_url, tmp_path) as sat_at:
        await migrate(database_url)
        async with _store(sat_at) as store, store.units.writing() as uow:
            for telegram_id, name in ((CHAIR, "钱主任"), (FOREMAN, "张师傅")):
                await uow.people.seen(telegram_id=telegram_id, name=name, username=None, client_language=None)
        yield sat_at


@asynccontextmanager
async def _store(desk: Desk) -> AsyncIterator[Store]:
    store = Store(Database.open(desk.environment["DATABASE_URL"]), int(TOKEN.partition(":")[0]), SystemClock())
    try:
        yield store
    finally:
        await store.close()


async def _entries(desk: Desk) -> list[tuple[int, str, str, int | None]]:
    async with _store(desk) as store, store.units.reading() as uow:
        found = await uow.ledger.find("sunny", LedgerFilter())
    return sorted((each.number, each.by.name, each.draft.words, each.draft.cents) for each in found)


async def _tree(desk: Desk) -> Tree:
    async with _store(desk) as store, store.units.reading() as uow:
        return await uow.place_trees.tree("sunny")


def _file(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


async def test_a_table_of_entries_is_looked_at_and_then_published_in_a_body_s_name(
    desk_on_both: Desk, tmp_path: Path
) -> None:
    desk = desk_on_both
    table = _file(tmp_path, "三月.csv", HEAD + "\n".join(GOOD))
    command = ("import", "ledger", table, "--as", str(CHAIR))
    code, printed, told = await desk.reads_apart(*command)
    assert code == 0, told
    assert "“三月.csv”里可以公开的有2条。还什么都没公开。" in printed
    assert "电梯广告" in printed
    assert "nothing was changed: --yes takes it over" in told
    assert await _entries(desk) == []

    code, printed, told = await desk.reads_apart(*command, "--yes")
    assert code == 0, told
    assert "公开账本多了2条：第1条到第2条" in printed.replace("阳光小区", "")
    assert "publish: 2 of 2" in told
    entries = [(1, "钱主任", "=1+1 电梯广告", 120_000), (2, "钱主任", "换钢丝绳", 300_050)]
    assert await _entries(desk) == entries

    code, printed, _ = await desk.reads_apart(*command, "--language", "en")
    assert code == 0
    assert "already" in printed, "the same table again: it says so before anything is done"
    assert await _entries(desk) == entries


async def test_bad_rows_are_named_all_of_them_and_the_exit_code_tells(desk: Desk, tmp_path: Path) -> None:
    bad = "\n".join(f"2026-03-01,收入,公共收益,很多{n},第{n}行" for n in range(20))
    table = _file(tmp_path, "坏的.csv", HEAD + GOOD[1] + "\n" + bad)
    code, printed, _ = await desk.reads_apart("import", "ledger", table, "--as", str(CHAIR), "--yes")
    assert code == 1, "rows were left out"
    for row in range(3, 23):
        assert f"表里第{row}行不行：\n“很多{row - 3}”我读不出是多少钱" in printed
    assert "不行的20行会略过" in printed
    assert [number for number, *_ in await _entries(desk)] == [1]
    only_bad = _file(tmp_path, "全坏.csv", HEAD + bad)
    code, printed, _ = await desk.reads_apart("import", "ledger", only_bad, "--as", str(CHAIR), "--yes")
    assert code == 1
    assert "改好再发来就行" in printed
    assert len(await _entries(desk)) == 1


async def test_only_who_keeps_the_ledger_can_be_named(desk: Desk, tmp_path: Path) -> None:
    table = _file(tmp_path, "三月.csv", HEAD + GOOD[0])
    for who, why in ((FOREMAN, "“三月.csv”用不了"), (5, "has never spoken to the bot")):
        code, printed, told = await desk.reads_apart("import", "ledger", table, "--as", str(who), "--yes")
        assert code == 1, who
        assert why in told
        assert "Traceback" not in told
        assert printed == ""
    code, _, told = await desk.reads_apart("import", "ledger", table, "--yes")
    assert code == 2, "nobody is named"
    assert "--as" in told
    assert await _entries(desk) == []


async def test_what_is_no_table_is_refused_in_the_words_of_the_chat(desk: Desk, tmp_path: Path) -> None:
    for name, content, why in (
        ("三月.docx", b"PK", "请用 CSV 或 XLSX 表格"),
        ("三月.xlsx", b"not a zip", "请用 CSV 或 XLSX 表格"),
        ("大.csv", HEAD.encode() + b"x" * (2 * 1024 * 1024), "不超过2MB"),
        ("表头.csv", "几号,多少".encode(), "还缺：日期"),
    ):
        path = _file(tmp_path, name, content)
        code, printed, told = await desk.reads_apart("import", "ledger", path, "--as", str(CHAIR), "--yes")
        assert (code, printed) == (1, ""), name
        assert f"“{name}”用不了" in told
        assert why in told, told
    good = _file(tmp_path, "三月.csv", HEAD + GOOD[0])
    for path, *further in ((str(tmp_path / "没有.csv"),), (good, "--estate", "moon"), (good, "--language", "fr")):
        code, _, told = await desk.reads_apart("import", "ledger", path, "--as", str(CHAIR), *further)
        assert code == 2, told
        assert all(word in told for word in further[:1])


async def test_places_are_looked_at_and_taken_over_and_sent_again_change_nothing(
    desk_on_both: Desk, tmp_path: Path
) -> None:
    desk = desk_on_both
    path = _file(tmp_path, "楼.csv", UNITS)
    code, printed, told = await desk.reads_apart("import", "places", path)
    assert code == 0, told
    assert "要加：2栋楼、1个单元、2户、2个网格" in printed
    assert not (await _tree(desk)).nodes
    code, printed, told = await desk.reads_apart("import", "places", path, "--yes")
    assert code == 0, told
    assert "阳光小区导入好了：加了7个，改了0个。" in printed
    tree = await _tree(desk)
    assert ("3", "1", "502") in tree.nodes
    code, printed, _ = await desk.reads_apart("import", "places", path, "--yes", "--language", "en")
    assert code == 0
    assert "there is nothing to change" in printed
    assert await _tree(desk) == tree
    exported = tmp_path / "places.xlsx"
    assert (await desk.types("export", "places", str(exported)))[0] == 0
    code, printed, _ = await desk.reads_apart("import", "places", str(exported), "--yes")
    assert code == 0
    assert "都跟现在一样" in printed


async def test_bad_rows_circles_and_other_files_change_nothing_of_their_own(desk: Desk, tmp_path: Path) -> None:
    circle = "层级,编号,名称,上级\n楼,1,,\n单元,1,甲,乙\n单元,2,乙,甲\n楼,,,\n"
    code, printed, _ = await desk.reads_apart("import", "places", _file(tmp_path, "树.csv", circle), "--yes")
    assert code == 1
    for row in (3, 4, 5):
        assert f"第{row}行不行" in printed
    assert set((await _tree(desk)).nodes) == {("1",)}
    for name, content, why in (
        ("别名.yaml", "- &a {level: 楼, code: '1'}\n- *a\n", "用不了"),
        ("楼.pdf", "%PDF", "用不了"),
    ):
        code, printed, told = await desk.reads_apart("import", "places", _file(tmp_path, name, content), "--yes")
        assert (code, printed) == (1, ""), name
        assert why in told
    assert set((await _tree(desk)).nodes) == {("1",)}


async def test_reports_and_places_are_written_too(desk: Desk, tmp_path: Path) -> None:
    written = tmp_path / "report.xlsx"
    code, printed = await desk.types("export", "report", str(written), "--language", "en")
    assert code == 0, printed
    assert written.read_bytes().startswith(b"PK")
    code, printed = await desk.types("export", "report", str(written), "--language", "fr")
    assert code == 2
    assert "zh-Hant" in printed


async def test_a_bar_is_shown_on_stderr_where_that_is_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    async with at_a_desk(f"sqlite+aiosqlite:///{tmp_path / 'bar.sqlite3'}", tmp_path) as desk:
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        process = await desk.begins("migrate", stderr=theirs, TERM="xterm-256color")
        os.close(theirs)
        (printed, _), shown = await asyncio.gather(process.communicate(), asyncio.to_thread(_all_of, ours))
        assert process.returncode == 0
        assert "━" in shown
        assert f"migrate: {head_revision()}" in shown
        assert printed.decode() == f"empty -> {head_revision()}\n"
        (tmp_path / "bar.sqlite3").unlink()
        code, printed_apart, told = await desk.reads_apart("migrate")
        assert code == 0
        assert "━" not in told
        steps = [line for line in told.splitlines() if line.startswith("migrate: ")]
        assert steps[0].startswith("migrate: 0001 (1 of ")
        assert len(steps) == int(steps[-1].rpartition(" ")[2].rstrip(")"))
        assert printed_apart == printed.decode()


def _all_of(terminal: int) -> str:
    """All that was shown until nobody holds the other end any more: Linux says so by an error."""
    found = b""
    try:
        while some := os.read(terminal, 4096):
            found += some
    except OSError:
        pass
    finally:
        os.close(terminal)
    return found.decode()
