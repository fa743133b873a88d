"""A quiet group: five cards a day and a board, six edits a minute, what one person may post, floods, a wishes topic."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from simulator.client import Group, Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, QUIET, UNHURRIED, WITHOUT_PACE, Estate, estate
from tests.scenarios.scenes import answers, files

#: Twenty things that can be the matter, none like another.
MATTERS = (
    *("三楼走廊灯坏了", "电梯里有异味", "门口地砖松了", "快递柜总是满", "楼道堆了旧沙发", "单元门关不上", "信箱锁坏了"),
    *("晾衣架太少", "二楼窗户漏雨", "垃圾桶没盖子", "路灯一直闪", "有人半夜弹琴", "花坛要浇水", "充电桩跳闸"),
    *("滑梯掉漆", "对讲机没声音", "下水道返臭", "消防栓被挡住", "树枝挡住了窗", "自行车乱停"),
)


async def cards_in(group: Group, reader: Person) -> list[Message]:
    """What the bot says there about single wishes, oldest first."""
    return [each for each in await reader.reads(to=group) if not each.mine and " · 我" in each.text]


async def boards_in(group: Group, reader: Person) -> list[Message]:
    return [each for each in await reader.reads(to=group) if "的心愿" in each.text.partition("\n")[0]]


def shows(board: Message, number: int) -> str:
    """The board's line of this wish."""
    return next(row for row in board.text.splitlines() if row.startswith(f"第{number}件"))


def is_edit(call: dict[str, Any], group: Group) -> bool:
    return call["method"].startswith("editMessage") and int(call["params"]["chat_id"]) == group.id


def edits_a_minute(calls: Sequence[dict[str, Any]], group: Group) -> int:
    """The most edits of this group's messages in any minute."""
    at = sorted(datetime.fromisoformat(call["at"]) for call in calls if is_edit(call, group))
    return max((sum(begun <= each < begun + timedelta(minutes=1) for each in at) for begun in at), default=0)


def only(**limits: object) -> dict[str, object]:
    """All unhurried but for these."""
    return {"quiet": {**UNHURRIED, **limits}}


# ---- five cards, then the board -------------------------------------------------------------------------------------


async def test_the_sixth_wish_of_a_day_is_a_line_and_its_neighbours_press_there(open_estate: Open) -> None:
    async with open_estate(extra=only(cards_a_day=5)) as town:
        group = town.building3
        for words in MATTERS[:5]:
            await files(town, town.wang, words)
        assert len(await cards_in(group, town.chen)) == 5
        assert await boards_in(group, town.chen) == []

        await files(town, town.wang, MATTERS[5])
        [board] = await boards_in(group, town.chen)
        assert board.silent
        assert board.text.startswith("3月2日（周一）的心愿 · 1件\n第6件 “单元门关不上”\n")
        assert board.labels == ["6 我家也是"]
        assert "王阿姨" not in board.text

        await files(town, town.liu, "窗户漏风", how="发，不露姓名")
        await files(town, town.liu, "老人没人照应", how="只给居委会")
        await files(town, town.liu, MATTERS[6])
        pressed = await town.chen.presses("6 我家也是", to=group)
        assert "记上了" in pressed.text
        await town.zhao.presses("6 我家也是", to=group)
        assert "就是您提的" in (await town.wang.presses("6 我家也是", to=group)).text
        [board] = await boards_in(group, town.chen)
        assert len(await cards_in(group, town.chen)) == 5, "no sixth card, ever"
        assert board.text.splitlines()[0] == "3月2日（周一）的心愿 · 3件"
        assert shows(board, 6) == "第6件 “单元门关不上” · 2家也是"
        assert shows(board, 7) == "第7件 “窗户漏风”"
        assert "老人没人照应" not in board.text
        assert board.labels == ["6 我家也是", "7 我家也是", "9 我家也是"]

        await answers(town, town.foreman, "答应", day="3月20日", about="单元门")
        await answers(town, town.foreman, "办好了", photo=True, about="信箱锁")
        await town.bot_restarts()
        [board] = await boards_in(group, town.chen)
        assert shows(board, 6).endswith("2家也是 · 📅 3月20日（周五）前办好")
        assert shows(board, 9) == "第9件 “信箱锁坏了” · ✅ 办好了，看照片发 /wish 9"
        assert board.labels == ["6 我家也是", "7 我家也是", "9 好了", "9 还没好"]
        assert (await town.liu.sees("第9件办好了")).photo or (await town.liu.last()).photo, "in private as ever"
        await town.zhao.says(f"/wish@{BOT} 9", to=group)
        assert (await town.zhao.last(to=group)).photo

        await town.world.advances(hours=16)  # past midnight in Shanghai
        await files(town, town.wang, "天亮了还停水")
        assert "天亮了还停水" in (await cards_in(group, town.chen))[-1].text, "a new day begins with cards"
        await town.chen.presses("7 我家也是", to=group)
        assert shows((await boards_in(group, town.chen))[0], 7).endswith("1家也是"), "yesterday's board stays alive"


async def test_a_full_board_is_followed_by_a_second_one_in_english_too(tmp_path: Path, sqlite_url: str) -> None:
    extra = {**only(cards_a_day=0), **WITHOUT_PACE}
    async with estate(sqlite_url, tmp_path, language="en", extra=extra) as town:
        await town.world.limits(False)
        await town.emma.presses("I want", to=town.building5)
        for words in MATTERS[:20]:
            await town.emma.says(words)
            await town.emma.presses("Post")
        await town.emma.says("The gate to the garden behind building five squeaks so loudly that nobody can sleep")
        await town.emma.presses("Post")
        await town.chen.presses("21 Same here", to=town.building5)
        await answers_in_english(town)
        shown = [each for each in await town.chen.reads(to=town.building5) if each.text.startswith("Wishes of")]
        first, second = shown
        assert first.text.startswith("Wishes of Mon 2 March · 20\nNo. 1 “")
        assert len(first.labels) == 20
        assert max(map(len, first.buttons)) <= 3
        assert second.text.splitlines()[:2] == [
            "Wishes of Mon 2 March, part 2 · 1",
            "No. 21 “The gate to the garden behind building five squ…” · 1 home has the same · 📅 by Fri 20 March",
        ]


async def answers_in_english(town: Estate) -> None:
    staff, secretary = town.staff, town.secretary
    await secretary.presses("Answer", to=staff, on=await secretary.sees("No. 21", to=staff))
    await secretary.presses("Promise", to=staff)
    await secretary.says("20 March", to=staff, reply_to=await secretary.last(to=staff))
    await secretary.says("skip", to=staff, reply_to=await secretary.last(to=staff))
    await secretary.presses("Yes", to=staff)


async def test_two_at_once_never_make_six_cards(open_estate: Open) -> None:
    async with open_estate(extra=only(cards_a_day=5)) as town:
        people = [town.wang, town.chen, town.liu, town.secretary, town.foreman, town.chair, town.emma, town.zhao]
        for person in (town.foreman, town.chair, town.emma):
            await person.joins(town.building3)
        for person in people:
            await person.says(f"/want@{BOT} {MATTERS[people.index(person)]}", to=town.building3)
        asked = [each for each in await town.wang.reads(to=town.building3) if "发到群里" in each.labels]
        assert len(asked) == len(people)
        for person, question in zip(people, asked, strict=True):
            await person.act("press", chat=town.building3.id, message=question.id, label="发到群里")
        await town.world.settle()
        assert len(await cards_in(town.building3, town.wang)) == 5
        [board] = await boards_in(town.building3, town.wang)
        assert "3件" in board.text.splitlines()[0]


# ---- six edits a minute ---------------------------------------------------------------------------------------------


async def test_sixty_taps_in_a_minute_are_six_edits_and_end_true(open_estate: Open) -> None:
    """A waiting edit is overtaken by what people wait for; what is shown last is what the database says."""
    async with open_estate(extra=only(edits_per_min=6)) as town:
        group = town.building3
        for words in MATTERS[:6]:
            await files(town, town.wang, words)
        cards = await cards_in(group, town.wang)
        neighbours = [await town.world.person(f"邻居{n}") for n in range(10)]
        for one in neighbours:
            await one.joins(group, settle=False)
        began = await town.world.now()
        for n, person in enumerate(neighbours):
            for card in cards:
                await person.act("press", chat=group.id, message=card.id, label="我家也是")
            await town.is_heard()
            if n == 7:
                asked_at = await town.world.now()
                await town.chen.says(f"/help@{BOT}", to=group, settle=False)
            await town.world.advances(seconds=6, settle=False)
            await town.is_heard()
        assert edits_a_minute(await calls_since(town, began), group) <= 6
        assert "10家也是" not in (await cards_in(group, town.wang))[5].text, "there is something left to wait for"

        await town.world.settle()
        calls = await calls_since(town, began)
        [helped] = [each for each in calls if "邻愿能做什么" in each["params"].get("text", "")]
        assert datetime.fromisoformat(helped["at"]) - asked_at <= timedelta(seconds=6), "no edit keeps it waiting"
        assert edits_a_minute(calls, group) <= 6
        edits = [each for each in calls if is_edit(each, group)]
        assert len(edits) <= 18, "not sixty"
        for card in await cards_in(group, town.wang):
            assert "10家也是" in card.text, "it ends true"


async def calls_since(town: Estate, moment: datetime) -> list[dict[str, Any]]:
    return [each for each in await town.world.calls() if datetime.fromisoformat(each["at"]) >= moment]


# ---- a wishes topic -------------------------------------------------------------------------------------------------


async def test_a_wishes_topic_has_no_limit_and_is_forgotten_when_it_is_gone(open_estate: Open) -> None:
    async with open_estate(extra=only(cards_a_day=5), bound=False) as town:
        forum = await town.world.group("7号楼", creator=town.secretary, members=[town.wang, town.chen], forum=True)
        topic = (await town.secretary.act("topic", chat=forum.id, name="心愿"))["topic"]
        await town.secretary.act("say", chat=forum.id, text=f"/bind@{BOT} 7号楼", thread=topic)
        await town.world.settle()
        bound = await town.secretary.sees("接到阳光小区7号楼了", to=forum)
        assert "心愿都发到这个话题里，一件一张卡片。" in bound.text
        assert bound.body["message_thread_id"] == topic
        await town.wang.presses("我想要", to=forum)
        for words in MATTERS[:6]:
            await town.wang.says(words)
            await town.wang.presses("发到群里")
        cards = await cards_in(forum, town.chen)
        assert [card.body.get("message_thread_id") for card in cards] == [topic] * 6

        await town.secretary.act("close_topic", chat=forum.id, topic=topic)
        await town.wang.says(MATTERS[6])
        await town.wang.presses("发到群里")
        assert len(await cards_in(forum, town.chen)) == 7, "it was given a card, which goes to General"
        assert (await cards_in(forum, town.chen))[-1].body.get("message_thread_id") is None
        await town.wang.says(MATTERS[7])
        await town.wang.presses("发到群里")
        [board] = await boards_in(forum, town.chen)
        assert board.body.get("message_thread_id") is None
        assert shows(board, 8) == f"第8件 “{MATTERS[7]}”"

        other = (await town.secretary.act("topic", chat=forum.id, name="新的心愿"))["topic"]
        await town.secretary.act("say", chat=forum.id, text=f"/bind@{BOT} 7号楼", thread=other)
        await town.world.settle()
        await town.secretary.act("delete_topic", chat=forum.id, topic=other)
        await town.wang.says(MATTERS[8])
        await town.wang.presses("发到群里")
        assert "第9件" in (await cards_in(forum, town.chen))[-1].text, "deleted: General again"


# ---- a whole day ----------------------------------------------------------------------------------------------------

THINGS = ("楼道的灯", "电梯", "门禁", "信箱", "水管", "窗户", "垃圾桶", "晾衣架", "路灯", "花坛")
TROUBLES = ("坏了三天", "一直响", "没人管", "该换新的")


async def test_forty_wishes_in_a_group_of_three_hundred_are_at_most_fourteen_messages(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cards and boards, the pinned card and all that is said to whoever writes in the group itself."""
    async with estate(sqlite_url, tmp_path, extra={**QUIET, **WITHOUT_PACE}, bound=False) as town:
        world = town.world
        await world.limits(False)
        people = [await world.person(f"邻居{n}", last_name=f"9-{n}") for n in range(300)]
        group = await world.group("9号楼邻居群", creator=town.secretary, members=people)
        await town.secretary.says(f"/bind@{BOT} 9号楼", to=group)
        await town.secretary.says(f"/bind@{BOT} staff", to=town.staff)
        authors, watcher = people[:20], people[299]
        await world.control("POST", "clock", {"set": "2026-03-03T08:00:00+08:00"})
        await world.settle()

        began = await world.now()
        for n in range(40):
            await world.advances(minutes=19, settle=False)
            author, words = authors[n % 20], f"{THINGS[n % 10]}{TROUBLES[n // 10]}"
            if n in (7, 27):  # one never presses Start and writes in the group itself
                await author.says(f"/want@{BOT} {words}", to=group)
                await author.presses("发到群里", to=group, settle=False)
            else:
                if n < 20:
                    await author.presses("我想要", to=group)  # by which they start
                await author.says(words)
                how = "只给居委会" if n == 30 else "发，不露姓名" if n % 9 == 4 else "发到群里"
                await author.presses(how, settle=False)
            if n:
                await _neighbours_tap(people[20 + n : 140 : 40], group, watcher)
            if n in (12, 25, 33):
                about = f"第{n - 5}件"
                await answers(town, town.foreman, "答应", day="3月20日", about=about)
            if n in (20, 35):
                await answers(town, town.foreman, "办好了", photo=True, about=f"第{n - 8}件")
        await world.settle()
        assert (await world.now()).astimezone(began.tzinfo) - began < timedelta(hours=13, minutes=30)

        seen = [each for each in await watcher.reads(to=group) if not each.mine and each.sender == "邻愿"]
        cards, boards = await cards_in(group, watcher), await boards_in(group, watcher)
        most = edits_a_minute(await world.calls(), group)
        counted = f"{len(seen)} messages in the group ({len(cards)} cards, {len(boards)} boards)"
        with capsys.disabled():
            sys.stdout.write(f"\n40 wishes, 300 members: {counted}, at most {most} edits a minute\n")
        assert len(seen) <= 14
        assert (len(cards), len(boards)) == (5, 2)
        assert most <= 6
        await _all_is_true(town, cards, boards)


async def _neighbours_tap(people: Sequence[Person], group: Group, watcher: Person) -> None:
    """Each presses the button of some line or card; all within one minute."""
    shown = [*await cards_in(group, watcher), *await boards_in(group, watcher)]
    for n, person in enumerate(people):
        message = shown[(person.id + n) % len(shown)]
        joins = [label for label in message.labels if "我家也是" in label]
        if joins:
            await person.act("press", chat=group.id, message=message.id, label=joins[person.id % len(joins)])


async def _all_is_true(town: Estate, cards: list[Message], boards: list[Message]) -> None:
    """What the group sees last is what the database says, of every wish."""
    assert town.running.app is not None
    rows = "\n".join(board.text for board in boards).splitlines()
    joined = 0
    async with town.running.app.store.units.reading() as uow:
        for number in range(1, 41):
            wish = await uow.wishes.by_number("sunny", number)
            assert wish is not None
            counts = await uow.followers.counts(wish.id)
            texts = [card.text for card in cards if card.text.startswith(f"第{number}件")]
            texts += [row for row in rows if row.startswith(f"第{number}件")]
            assert len(texts) == (1 if wish.is_public else 0), number
            for text in texts:
                assert wish.words in text
                assert (f"{counts.joined}家也是" in text) == bool(counts.joined), text
                assert ("📅" in text, "✅" in text) == (wish.state == "promised", wish.state == "done"), text
            joined += counts.joined
    assert joined > 40
