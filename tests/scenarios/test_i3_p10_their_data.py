"""What is known of a person is shown to them, whole; what they want forgotten is gone, from database and disk."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.domain import stand_in
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, files, starts

JOINED, ALONE, SECRET, DRAFT = "三楼走廊灯坏了", "想要一张石凳", "帮我领血压药", "话还没说完的草稿"


async def mydata(town: Estate) -> dict[str, Any]:
    await town.wang.says("/mydata")
    shown = await town.wang.sees("全部都在这个文件里")
    assert shown.document is not None
    assert shown.document_name.endswith(".json")
    found: dict[str, Any] = json.loads(await town.world.fetches(shown.document))
    return found


async def forgets(town: Estate) -> None:
    await town.wang.says("/forgetme")
    await town.wang.presses("把我忘了")
    await town.wang.sees("再想一想")
    await town.wang.presses("是的，忘了我")
    await town.wang.sees("都忘了")


async def lives_a_little(town: Estate) -> None:
    """A photographed wish that a neighbour joined, one nobody did, one for the committee, stances, and half a wish."""
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.photographs(caption=JOINED)
    await town.wang.presses("发到群里")
    await town.wang.presses("没有，发")
    await starts(town.chen, town.building3)
    await town.chen.presses("我家也是", to=town.building3, on=await town.chen.sees("第1件", to=town.building3))
    await files(town, town.wang, ALONE)
    await files(town, town.wang, SECRET, how="只给居委会")
    await files(town, town.chen, "四楼的窗户关不上")
    await town.wang.presses("支持", to=town.building3, on=await town.wang.sees("第4件", to=town.building3))
    await answers(town, town.secretary, "答应办", day="周五", words="张师傅来修", about=JOINED)
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says(DRAFT)


async def test_everything_known_is_on_the_page_and_in_the_file(town: Estate) -> None:
    await lives_a_little(town)
    data = await mydata(town)

    page = (await town.wang.sees("和您有关的都在这里")).text
    for told in ("王阿姨", "3号楼邻居群", f"第1件 “{JOINED}”", f"第3件 “{SECRET}”", "第4件：支持", "还没说完的：1件"):
        assert told in page, page
    assert (data["format"], data["version"]) == ("wishwell-mydata", 1)
    assert data["person"][0]["name"] == "王阿姨"
    assert [wish["words"] for wish in data["wishes"]] == [JOINED, ALONE, SECRET]
    assert DRAFT in json.dumps(data["dialogs"], ensure_ascii=False)
    assert data["stances"][0]["stance"] == "support"
    assert "张师傅来修" in json.dumps(data["told"], ensure_ascii=False)
    assert "link_code" not in json.dumps(data)


async def test_in_a_group_nothing_is_read_out(small_town: Estate) -> None:
    town = small_town
    for command in ("mydata", "forgetme"):
        await town.wang.says(f"/{command}@{BOT}", to=town.building3)
        await town.wang.sees("群里不念", to=town.building3)
        await town.wang.presses("去私聊", to=town.building3)
    await town.wang.sees("和您有关的都在这里")
    await town.wang.sees("要我把您忘了吗")


async def test_a_long_life_takes_several_messages_and_still_one_file(small_town: Estate) -> None:
    town = small_town
    for number in range(6):
        await files(town, town.wang, f"第{number}回说：" + "楼道里堆了东西。" * 110, how="只给居委会")
    data = await mydata(town)
    pages = [message for message in await town.wang.reads() if "第" in message.text and "回说" in message.text]
    assert len([page for page in pages if "· 第" in page.text]) >= 2
    assert all(len(page.text) <= 4096 for page in pages)
    assert len(data["wishes"]) == 6


async def test_forgotten_is_forgotten(town: Estate) -> None:
    await lives_a_little(town)
    disk = [path for path in Path(town.running.settings.files.path).rglob("*") if path.is_file()]
    assert len(disk) == 2, "her photo, and the picture that will stand in for it"

    await town.wang.says("/forgetme")
    asked = (await town.wang.sees("要我把您忘了吗")).text
    for told in ("您提的2件：没有别人跟着", "您发的1张照片", "1个“我家也是”", "您提的1件：别人也跟着", "新邻居"):
        assert told in asked, asked
    await town.wang.presses("把我忘了")
    assert "马上就忘" in (await town.wang.sees("再想一想")).text
    await town.wang.presses("是的，忘了我")
    assert (await town.wang.sees("都忘了")).labels == []

    group = town.building3
    joined = await town.chen.sees(JOINED, to=group)
    assert "一位邻居说的" in joined.text
    assert "王阿姨" not in joined.text
    assert "1家也是" in joined.text
    assert joined.photo is not None
    assert await town.world.fetches(joined.photo) == stand_in.PICTURE
    assert (await town.chen.sees("第2件", to=group)).text == "第2件，提的人撤走了。"
    assert "人支持" not in (await town.chen.sees("第4件", to=group)).text
    desk = await town.secretary.sees(JOINED, to=town.staff)
    assert "提的人已注销" in desk.text
    assert (await town.secretary.sees("第3件", to=town.staff)).text == "第3件，提的人撤走了。"
    left = [path.read_bytes() for path in Path(town.running.settings.files.path).rglob("*") if path.is_file()]
    assert left == [stand_in.PICTURE]

    # The committee goes on; nobody can be told, and nothing is said in the private chat any more.
    before = len(await town.wang.reads())
    await answers(town, town.secretary, "只答复", words="灯换了新的", about=JOINED)
    await town.world.advances(days=2)  # a second piece of news waits for the evening
    await town.chen.sees("灯换了新的")
    assert len(await town.wang.reads()) == before


async def test_what_is_left_in_the_database_names_her_nowhere(small_town: Estate) -> None:
    town = small_town
    await lives_a_little(town)
    await forgets(town)
    dump = everything(town)
    for trace in ("王阿姨", str(town.wang.id), ALONE, SECRET, DRAFT):
        assert [row for row in dump if trace in row] == [], trace


def everything(town: Estate) -> list[str]:
    """Every row of every table, as text."""
    path = town.running.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [f"{table}: {row}" for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]


async def test_who_comes_back_is_a_new_neighbour_and_an_old_button_forgets_nobody(small_town: Estate) -> None:
    town = small_town
    await lives_a_little(town)
    await town.wang.says("/forgetme")
    old = await town.wang.sees("要我把您忘了吗")
    await town.wang.says("/forgetme")
    await town.wang.presses("把我忘了")
    await town.wang.presses("是的，忘了我")
    await town.wang.presses("把我忘了", on=old)  # what she presses now, she presses as somebody new
    await town.wang.says("/mine")
    assert "还没提过" in (await town.wang.last()).text
    await town.wang.presses("我家也是", to=town.building3, on=await town.wang.sees(JOINED, to=town.building3))
    assert "2家也是" in (await town.chen.sees(JOINED, to=town.building3)).text
    assert [wish["words"] for wish in (await mydata(town)).get("wishes", ())] == []


async def test_a_second_thought_changes_nothing(small_town: Estate) -> None:
    town = small_town
    await lives_a_little(town)
    await town.wang.says("/forgetme")
    await town.wang.presses("先看看我的资料")
    await town.wang.sees("和您有关的都在这里")
    await town.wang.presses("先不忘", on=await town.wang.sees("要我把您忘了吗"))
    await town.wang.sees("什么都没动")
    assert len((await mydata(town))["wishes"]) == 3


async def test_a_speaker_is_told_whose_list_they_are_on(small_town: Estate) -> None:
    town = small_town
    await files(town, town.chen, "电梯又坏了")
    await answers(town, town.foreman, "只答复", words="厂家明天来")
    await town.foreman.starts()
    await town.foreman.says("/forgetme")
    asked = (await town.foreman.sees("要我把您忘了吗")).text
    assert "您替单位答复过的1次" in asked
    assert "config.yaml" in asked
    await town.foreman.presses("把我忘了")
    await town.foreman.presses("是的，忘了我")
    assert "张师傅" in (await town.chen.sees("厂家明天来", to=town.building3)).text
    dump = [row for row in everything(town) if str(town.foreman.id) in row]
    assert dump == []


async def test_a_restart_between_the_press_and_the_last_message_loses_neither(town: Estate) -> None:
    await lives_a_little(town)
    await town.wang.says("/forgetme")
    await town.wang.presses("把我忘了")
    await town.world.fails("editMessageText", "429", times=1, retry_after_s=30)
    await town.wang.presses("是的，忘了我", settle=False)
    await town.bot_restarts()
    await town.world.advances(minutes=2)
    await town.wang.sees("都忘了")
    await town.world.advances(minutes=2)
    await town.wang.says("/mine")
    assert "还没提过" in (await town.wang.last()).text


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.says("A bench by the north gate")
    await town.emma.presses("Post")
    await town.emma.says("/mydata")
    await town.emma.sees("All that I keep about you")
    await town.emma.sees("Everything is in this file")
    await town.emma.says("/forgetme")
    asked = (await town.emma.sees("Shall I forget you?")).text
    assert "one wish of yours that nobody else follows" in asked
    assert "Nothing else stays." in asked
    await town.emma.presses("Forget me")
    await town.emma.sees("done at once and for good")
    await town.emma.presses("Yes, forget me")
    await town.emma.sees("All forgotten")
    await town.chen.sees("No. 1 was taken back by its author.", to=town.building5)
