"""Places out of files: looked at first, then taken over, once; bad rows are named; sent again, nothing changes."""

from __future__ import annotations

import io

from openpyxl import Workbook, load_workbook

from bot.domain.place_tree import PlaceLevel
from simulator.client import Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.placed import adds_building, places, tree_of

HEAD = "楼,单元,室,网格\n"
UNITS = HEAD + "".join(
    f"{building}号楼,{stairwell}单元,{floor}0{door}室,{'东片' if building < 4 else '西片'}\n"
    for building in range(1, 6)
    for stairwell in (1, 2)
    for floor in range(1, 16)
    for door in (1, 2)
)


async def sends(person: Person, name: str, content: str | bytes, *, caption: str = "/places") -> Message:
    """What is said of it."""
    await person.sends_file(name, content.encode() if isinstance(content, str) else content, caption=caption)
    return await person.last()


async def test_a_clerk_with_a_phone_takes_over_300_households(town: Estate) -> None:
    clerk = town.secretary
    await clerk.starts()
    await clerk.sends_file("住户.csv", UNITS.encode("gb18030"))
    look = await clerk.sees("“住户.csv”看过了")
    assert "➕ 要加：3栋楼、10个单元、300户、2个网格" in look.text
    assert "· 网格“东片”" in look.text
    assert "✏️ 要改：2个" in look.text, "buildings 3 and 5 are there and go into a grid"
    assert "还什么都没改" in look.text
    assert "2栋楼" in (await places(clerk)).text
    await town.bot_restarts()
    await clerk.presses("导入", on=look)
    assert any("阳光小区导入好了：加了315个，改了2个。" in each.text for each in await clerk.reads())
    assert "🏠 5栋楼、10个单元、300户" in (await places(clerk)).text
    tree = await tree_of(town)
    grids = {grid.name: tree.households_of(grid.id) for grid in tree.grids.values()}
    assert grids == {"东片": 180, "西片": 120}
    assert "收走了" in await forges(town, clerk, "place-import:1:yes")
    await clerk.sends_file("住户.csv", UNITS.encode("utf-16"))
    again = await clerk.last()
    assert "都跟现在一样，没有要改的" in again.text
    assert again.labels == []
    assert await tree_of(town) == tree


async def test_what_the_bot_sends_can_be_changed_and_sent_back(town: Estate) -> None:
    clerk = town.secretary
    await clerk.starts()
    await sends(clerk, "住户.csv", UNITS)
    await clerk.presses("导入")
    before = await tree_of(town)
    await clerk.presses("表格文件", on=await places(clerk))
    file = (await clerk.reads())[-1]
    assert "改好可以再发给我" in file.text
    content = await town.world.fetches(file.document or "")
    look = await sends(clerk, "楼.xlsx", content, caption="")
    assert "都跟现在一样" in look.text
    book = load_workbook(io.BytesIO(content))
    sheet = book.active
    assert sheet is not None
    head = [cell.value for cell in sheet[4]]
    assert head == ["层级", "编号", "名称", "上级", "网格", "状态"]
    for row in sheet.iter_rows(min_row=5):
        if (row[0].value, row[1].value) == ("楼栋", "3"):
            row[2].value, row[4].value = "玉兰楼", "西片"
        if (row[0].value, row[1].value) == ("楼栋", "5"):
            row[5].value = "停用"
    kept = io.BytesIO()
    book.save(kept)
    look = await sends(clerk, "楼.xlsx", kept.getvalue(), caption="")
    assert "✏️ 要改：2个" in look.text
    assert "· 3号楼：放进网格“西片”" in look.text
    assert "· 5号楼：停用" in look.text
    await clerk.presses("导入", on=look)
    after = await tree_of(town)
    assert (after.nodes[("3",)].name, after.grids[after.nodes[("3",)].grid_id or 0].name) == ("玉兰楼", "西片")
    assert after.nodes[("5",)].closed_at is not None
    assert after.nodes.keys() == before.nodes.keys()


async def test_bad_rows_are_named_with_their_number_and_reason(town: Estate) -> None:
    clerk = town.secretary
    await clerk.starts()
    rows = (
        "层级,编号,名称,上级,网格,状态",
        "楼栋,12,玉兰楼,,东片,",
        "单元,1,,12,,",
        "户,502,,12-1,,",
        "户,503,,99,,",
        "楼栋,A,,B,,",
        "楼栋,B,,A,,",
        "鬼屋,1,,,,",
        "社区,新基,,,,",
        "户,502,,12号楼1单元,,",
        "单元,2,,12,东片,",
        "楼栋,13,玉兰楼,,,",
        "单元,3,,,,",
        "楼栋,,,,,",
        "楼栋,14,,,,拆了",
        "楼栋,15,,12,,",
        "楼栋,一个长得不像样的楼号一个长得不像样的楼号,,,,",
    )
    look = await sends(clerk, "楼.csv", "\n".join(rows))
    assert "要加：1栋楼、1个单元、1户、1个网格" in look.text
    for row, why in (
        *((5, "没有“99”这个上级"), (6, "转圈了"), (7, "转圈了"), (8, "“鬼屋”不是楼栋"), (9, "“社区”这一级写在")),
        *(
            (10, "跟第4行重复了"),
            (11, "只有整栋楼"),
            (12, "“玉兰楼”已经有了"),
            (13, "单元和户要写明在哪栋楼里"),
            (14, ""),
        ),
        *((15, "“拆了”不是"), (16, "15不能放在12里")),
    ):
        assert f"第{row}行不行：\n{why}" in look.text, row
    assert "还有1行也不行" in look.text
    assert "不行的13行会略过" in look.text
    await clerk.presses("导入", on=look)
    tree = await tree_of(town)
    assert ("12", "1", "502") in tree.nodes
    assert len(tree.nodes) == 5, "with those of the two groups"


async def test_files_that_cannot_be_used_get_a_clear_answer(town: Estate) -> None:
    clerk = town.secretary
    await clerk.starts()
    before = await tree_of(town)
    aliases = "- &a {level: building, code: '7'}\n- *a\n"
    deep = "[" * 30 + "]" * 30
    for name, content, why in (
        ("一.csv", b"\xff\xfe\x00", "我读不出这个文件"),
        ("二.xlsx", b"PK\x03\x04 broken", "我读不出这个文件"),
        ("三.yaml", b"- {level: building", "我读不出这个文件"),
        ("四.yaml", aliases.encode(), "有引用"),
        ("五.yaml", deep.encode(), "有引用，或者套得太深"),
        ("六.yml", b"just words", "我读不出这个文件"),
        ("七.yml", b"- 3\n- 4\n", "我读不出这个文件"),
        ("八.csv", "日期,内容\n1,2\n".encode(), "第一行要写各列的名字"),
        ("九.csv", HEAD.encode(), "里面没有内容"),
        ("十.csv", (HEAD + "1,1,1,东片\n" * 5001).encode(), "一次最多5,000行"),
        ("乙.yaml", b"- {level: !!python/object:os.system x, code: '7'}\n", "不是楼栋"),
    ):
        said = await sends(clerk, name, content)
        assert why in said.text, (name, said.text)
        assert said.labels == []
    assert "我读不出这个文件" in (await sends(clerk, "合同.pdf", b"%PDF")).text
    big = await sends(clerk, "大.yaml", b"# " + b"x" * 600_000)
    assert "不超过512KB" in big.text
    assert await tree_of(town) == before


async def test_yaml_in_both_shapes(town: Estate) -> None:
    await town.secretary.starts()
    await town.secretary.says("/language en")
    nested = """
places:
  - level: building
    code: 07
    name: Magnolia House
    grid: East
    children:
      - level: stairwell
        code: 1
        children:
          - {level: household, code: 0101}
          - {level: household, code: '102'}
  - {level: grid, name: West, state: closed}
"""
    await town.secretary.sends_file("places.yaml", nested.encode())
    look = await town.secretary.sees("I have looked at “places.yaml”")
    for counted in ("1 building,", "1 stairwell,", "2 households", "2 grids"):
        assert counted in look.text
    await town.secretary.presses("Take it over", on=look)
    tree = await tree_of(town)
    assert tree.nodes[("7", "1", "0101")].level is PlaceLevel.HOUSEHOLD
    assert tree.nodes[("7",)].name == "Magnolia House"
    assert {grid.name: grid.closed_at is None for grid in tree.grids.values()} == {"East": True, "West": False}
    flat = "- {building: 8, unit: 1, door: 101}\n- {building: 8, unit: 1, door: 102}\n"
    await town.secretary.sends_file("more.yml", flat.encode())
    look = await town.secretary.sees("I have looked at “more.yml”")
    assert "1 building" in look.text
    assert "2 households" in look.text
    await town.secretary.presses("Not now", on=look)
    assert ("8",) not in (await tree_of(town)).nodes


async def test_a_press_on_what_meanwhile_changed_shows_it_anew(town: Estate) -> None:
    clerk = town.secretary
    await clerk.starts()
    look = await sends(clerk, "楼.csv", "楼\n12\n13\n")
    await adds_building(clerk, "12")
    pressed = await clerk.presses("导入", on=look)
    assert "已经有人改过了" in (pressed.alert or "")
    assert ("13",) not in (await tree_of(town)).nodes
    await clerk.presses("导入", on=look)
    assert ("13",) in (await tree_of(town)).nodes


async def test_who_sends_and_where(town: Estate) -> None:
    for officer in (town.secretary, town.chair, town.foreman):
        await officer.starts()
    await town.chair.sends_file("楼.csv", b"building\n12\n")
    assert "用不了" in (await town.chair.last()).text, "the owners' committee keeps the ledger, not places"
    await town.foreman.sends_file("楼.yaml", b"- {building: 12}\n")
    assert "看不懂" in (await town.foreman.last()).text, "as with any other file"
    await town.foreman.sends_file("楼.csv", b"building\n12\n", caption="/places")
    assert "看过了" not in (await town.foreman.last()).text
    await town.secretary.sends_file("楼.csv", b"building\n12\n", to=town.staff, caption="/places@wishwell_bot")
    look = await town.secretary.sees("“楼.csv”看过了", to=town.staff)
    refused = await town.foreman.presses("导入", on=look, to=town.staff)
    assert refused.alert
    assert ("12",) not in (await tree_of(town)).nodes
    await town.secretary.presses("导入", on=look, to=town.staff)
    assert ("12",) in (await tree_of(town)).nodes


async def test_a_workbook_of_numbers_and_one_that_does_not_arrive(town: Estate) -> None:
    clerk = town.secretary
    await clerk.starts()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["我们小区的住户"],
        ["楼号", "单元号", "房号", "备注"],
        [12, 1, 502, "老王"],
        [12.0, 1.0, 503.0, "=1+1"],
    ):
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    look = await sends(clerk, "住户.xlsx", kept.getvalue(), caption="")
    assert "1栋楼、1个单元、2户" in look.text
    assert "老王" not in look.text
    await town.world.advances(hours=25)
    refused = await clerk.presses("导入", on=look)
    assert "收走了" in (refused.alert or "")
    await town.world.fails("getFile", "500", times=30)
    await clerk.sends_file("住户.xlsx", kept.getvalue(), caption="/places")
    await town.world.advances(minutes=11)
    assert "一直没有拿到，请再发一次" in (await clerk.last()).text
