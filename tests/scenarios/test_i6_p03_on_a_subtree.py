"""Roles for a grid, a building, a stairwell: given by buttons and by words, and holding there alone."""

from __future__ import annotations

from simulator.client import Person
from tests.scenarios import handed_on
from tests.scenarios.appointed import appoints, gives, link_in, takes
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.placed import adds_grid, opens_grids, places
from tests.scenarios.scenes import files, starts
from tests.scenarios.signing import asks, card

TREE = "楼,单元,网格\n3号楼,1单元,网格1\n3号楼,2单元,网格1\n5号楼,,网格2\n"


async def with_grids(town: Estate) -> None:
    """网格1 holds building 3 with two stairwells, 网格2 building 5."""
    await town.secretary.starts()
    await town.secretary.sends_file("places.csv", TREE.encode(), caption="/places")
    await town.secretary.presses("导入")


async def moves(town: Estate, building: str, grid: str) -> None:
    await town.secretary.presses(building, on=await places(town.secretary))
    await town.secretary.presses("放进网格")
    await town.secretary.presses(grid)


async def a_wish_in_each_building(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊灯坏了")
    await town.emma.presses("我想要", to=town.building5)
    await town.emma.says("二楼走廊灯不亮")
    await town.emma.presses("Post")


async def grid_worker(town: Estate, where: str = "网格1") -> Person:
    sun = await town.world.person("孙强")
    await appoints(town, sun, "网格员", name="小孙", where=where)
    return sun


async def answers_in_private(worker: Person, label: str, words: str) -> None:
    await worker.says("/queue")
    await worker.presses(label)
    await worker.presses("答复")
    await worker.presses("只答复")
    await worker.says(words)
    await worker.presses("对")


async def test_a_grid_worker_sees_and_answers_what_is_in_the_grid_and_a_building_that_moves_comes_along(
    town: Estate,
) -> None:
    await with_grids(town)
    sun = await grid_worker(town)
    await sun.sees("管的是：网格“网格1”")
    await a_wish_in_each_building(town)
    await sun.says("/queue")
    queue = (await sun.last()).text
    assert "三楼走廊灯坏了" in queue
    assert "二楼走廊灯不亮" not in queue, "what waits elsewhere is not theirs"
    await answers_in_private(sun, "第1件", "灯泡今天换")
    await town.world.advances(minutes=5)
    assert "小孙" in (await town.wang.sees("灯泡今天换", to=town.building3)).text

    await sun.says("/wish 2")
    await sun.sees("二楼走廊灯不亮")  # neighbours read it, too
    for button in ("take:2", "answer:2", "more:2"):
        refused = await forges(town, sun, button)
        assert "您管的是网格“网格1”里的楼" in refused, button
    refused = await forges(town, sun, "service-waiting:0")
    assert "整个小区的事" in refused
    await sun.says("/report")
    await sun.sees("这是整个小区的事")

    await moves(town, "5号楼", "网格1")
    await answers_in_private(sun, "第2件", "锁匠下午来")
    await town.world.advances(minutes=5)
    assert "小孙" in (await town.emma.sees("锁匠下午来", to=town.building5)).text


async def test_a_dialog_that_is_open_ends_when_its_building_is_moved_away(town: Estate) -> None:
    await with_grids(town)
    sun = await grid_worker(town)
    await a_wish_in_each_building(town)
    await sun.says("/queue")
    await sun.presses("第1件")
    await sun.presses("答复")
    await sun.presses("只答复")
    await moves(town, "3号楼", "网格2")
    await sun.says("灯泡今天换")
    stopped = await sun.sees("这里不归您管。您管的是网格“网格1”里的楼")
    assert "刚才写的：灯泡今天换" in stopped.text, "nothing is lost"
    await sun.says("/queue")
    assert "三楼走廊灯坏了" not in (await sun.last()).text
    await town.bot_restarts()
    await moves(town, "3号楼", "网格1")
    await sun.says("/queue")
    await sun.sees("三楼走廊灯坏了")


async def test_the_staff_chat_shows_a_grid_worker_on_demand_what_is_theirs(town: Estate) -> None:
    await with_grids(town)
    sun = await grid_worker(town)
    await sun.joins(town.staff)
    await a_wish_in_each_building(town)
    theirs = await sun.sees("三楼走廊灯坏了", to=town.staff)
    other = await sun.sees("二楼走廊灯不亮", to=town.staff)
    await sun.says("/wishes@wishwell_bot", to=town.staff)
    listed = (await sun.last(to=town.staff)).text
    assert "三楼走廊灯坏了" in listed
    assert "二楼走廊灯不亮" not in listed
    refused = await sun.presses("我来办", to=town.staff, on=other)
    assert "您管的是网格“网格1”里的楼" in (refused.alert or "")
    await sun.presses("我来办", to=town.staff, on=theirs)
    assert "小孙" in (await town.wang.sees("三楼走廊灯坏了", to=town.building3)).text


async def test_a_moderator_of_one_building_folds_there_and_is_one_of_the_neighbours_elsewhere(town: Estate) -> None:
    await with_grids(town)
    zheng = await town.world.person("郑姐")
    await zheng.joins(town.building5)
    await zheng.joins(town.building3)
    await appoints(town, zheng, "居民群管理", name="郑姐", where="5号楼")
    await a_wish_in_each_building(town)
    for group in (town.building3, town.building5):
        for _ in range(2):
            await zheng.presses("有问题", to=group)
            await town.world.advances(seconds=3)
    assert "三楼走廊灯坏了" in (await town.wang.sees("第1件", to=town.building3)).text, "one report of a neighbour"
    await zheng.sees("核对", to=town.building5)
    refused = await forges(town, zheng, "rule:removed:1")
    assert "您管的是5号楼" in refused
    await zheng.presses("名单上写我的名字", on=await zheng.sees("您是阳光小区的5号楼居民群管理了"))
    await zheng.says("/moderators")
    assert "5号楼居民群管理 郑姐" in (await zheng.last()).text


async def test_a_captain_of_a_stairwell_files_for_it_alone(town: Estate) -> None:
    await with_grids(town)
    await appoints(town, town.liu, "楼组长", name="刘姐", where="3号楼2单元")
    assert "管的是：3号楼2单元" in (await town.liu.last()).text
    for words, elsewhere in (("1单元的门坏了", True), ("楼道的灯坏了", False)):
        await town.liu.says(f"/for {words}")
        await town.liu.says("上门")
        await town.liu.says("跳过")
        await town.liu.says("跳过")
        pressed = await town.liu.presses("发到群里")
        if elsewhere:
            assert "这里不归您管。您管的是3号楼2单元" in (pressed.alert or "")
            await town.liu.says("取消")
    card = await town.wang.sees("楼道的灯坏了", to=town.building3)
    assert "3号楼2单元" in card.text
    assert "刘姐" in card.text
    await town.wang.does_not_see("1单元的门坏了", to=town.building3)


async def test_it_is_given_by_buttons_from_the_tree_and_each_look_says_where(town: Estate) -> None:
    await with_grids(town)
    await town.secretary.says("/role")
    await town.secretary.presses("请一个人")
    await town.secretary.presses("志愿者")
    asked = await town.secretary.sees("管哪儿")
    assert asked.labels[:5] == ["整个小区", "网格1", "网格2", "3号楼", "5号楼"]
    await town.secretary.says("9号楼")
    unknown = await town.secretary.sees("没找到“9号楼”")
    assert "网格有：网格1, 网格2；楼有：3, 5" in unknown.text
    await town.secretary.says("3号楼7单元")
    assert "有的是：1, 2" in (await town.secretary.sees("3号楼没有这样的单元")).text
    await town.secretary.presses("3号楼")
    await town.secretary.sees("整栋楼，还是只管一个单元")
    await town.secretary.presses("2单元")
    await town.secretary.presses("发一个链接")
    for words in ("刘敏", "今天", "跳过"):
        await town.secretary.says(words)
    assert "管的是：3号楼2单元" in (await town.secretary.sees("这样安排对吗")).text
    await town.secretary.presses("改地方")
    await town.secretary.presses("网格2")
    assert "管的是：网格“网格2”" in (await town.secretary.sees("这样安排对吗")).text
    await town.secretary.says("三号楼一单元")
    assert "管的是：3号楼1单元" in (await town.secretary.last()).text
    await town.secretary.presses("对")
    assert "3号楼1单元" in (await town.secretary.sees("点下面看一看")).text
    await town.liu.follows(await link_in(town.secretary))
    await town.liu.sees("想请您做阳光小区的3号楼1单元志愿者")
    await town.liu.presses("我愿意")
    await town.secretary.sees("刘敏答应做3号楼1单元志愿者了")
    await town.liu.says("/mine")
    await town.liu.presses("我的角色")
    assert "3号楼1单元志愿者" in (await town.liu.last()).text
    await town.secretary.says("/role")
    assert "志愿者 刘敏 3号楼1单元 · 在做" in (await town.secretary.last()).text
    await town.secretary.says("/audit")
    assert "刘敏答应做3号楼1单元志愿者" in (await town.secretary.last()).text
    await takes(town.secretary, "刘敏")
    await town.liu.sees("阳光小区的3号楼1单元志愿者")


async def test_by_words_grids_are_read_in_many_ways_and_who_acts_for_a_body_has_no_part(town: Estate) -> None:
    await with_grids(town)
    for words in ("网格2", "第二网格", "grid 2", "网格二"):
        await gives(town.secretary, "老娘舅", who="发一个链接", name="陈姐", where=words)
        assert "网格“网格2”" in (await town.secretary.sees("点下面看一看")).text, words
        await town.secretary.says("/role")
        listed = await town.secretary.last()
        (at,) = [line.split(".")[0] for line in listed.text.splitlines() if "陈姐" in line]
        await town.secretary.presses(at, on=listed)
        await town.secretary.presses("收回")
        await town.secretary.says("跳过")
        await town.secretary.presses("对")
    await town.secretary.says("/role")
    await town.secretary.presses("请一个人")
    await town.secretary.presses("物业")
    await town.secretary.presses("发一个链接")
    for words in ("小钱", "今天", "跳过"):
        await town.secretary.says(words)
    assert "这个角色不分楼、不分网格" in (await town.secretary.sees("这样安排对吗")).text
    await town.secretary.says("3号楼")
    await town.secretary.sees("这个角色管整个小区，不分楼、不分网格")
    await town.secretary.says("取消")


async def test_a_mediator_of_a_building_is_asked_about_its_quarrels_alone(town: Estate) -> None:
    await with_grids(town)
    await appoints(town, town.liu, "老娘舅", name="刘姐", where="3号楼")
    await starts(town.emma, town.building5)
    await town.emma.says("/mediate")
    await town.emma.sees("There is no mediator here yet")
    await starts(town.wang, town.building3)
    await town.wang.says("/mediate")
    await town.wang.does_not_see("还没有老娘舅")


async def test_in_english(town: Estate) -> None:
    await with_grids(town)
    await town.secretary.says("/language")
    await town.secretary.presses("English")
    await town.secretary.says("/role")
    await town.secretary.presses("Ask somebody")
    await town.secretary.presses("grid worker")
    await town.secretary.says("building 9")
    assert "Buildings: 3, 5" in (await town.secretary.sees("can’t find “building 9”")).text
    await town.secretary.says("grid 1")
    await town.secretary.presses("Send a link")
    for words in ("Sun", "today", "skip"):
        await town.secretary.says(words)
    assert "Where: grid “网格1”" in (await town.secretary.last()).text
    await town.secretary.presses("Yes")
    pressed = await town.secretary.presses("Have a look")
    assert pressed.url is not None
    await town.emma.follows(pressed.url)
    await town.emma.sees("grid worker (grid “网格1”)")
    await town.emma.presses("I’d be glad to")
    await a_wish_in_each_building(town)
    refused = await forges(town, town.emma, "take:2")
    assert "you look after the buildings of grid “网格1”" in refused


async def test_what_stands_in_groups_counts_where_all_of_them_are(town: Estate) -> None:
    """Sign-ups are asked in the groups of the grid; what was posted elsewhere is not theirs to take down."""
    await with_grids(town)
    await appoints(town, town.liu, "志愿者", name="刘敏", where="网格2")
    await asks(town.liu, where="5号楼门口")
    assert await card(town.emma, town.building5)
    await town.wang.does_not_see("接龙", to=town.building3)

    await handed_on.ready(town)
    await handed_on.posts(town.wang, "giveaway", "一张儿童餐椅")
    zheng = await town.world.person("郑姐")
    await appoints(town, zheng, "居委会群管理", name="郑姐", where="网格2")
    assert "您管的是网格“网格2”里的楼" in await forges(town, zheng, "thing-off:1")
    await moves(town, "3号楼", "网格2")
    await zheng.presses("撤下", on=await handed_on.opens(zheng))
    await zheng.says("太大了，放不下")
    await zheng.presses("撤下")
    await town.liu.sees("撤下", to=town.building3)


async def test_the_agenda_of_a_resident_moderator_is_that_of_their_building(town: Estate) -> None:
    await with_grids(town)
    await appoints(town, town.chen, "居民群管理", name="陈师傅", where="3号楼")
    await a_wish_in_each_building(town)
    await town.world.advances(days=32)
    agenda = (await town.chen.sees("🗂")).text
    assert "三楼走廊灯坏了" in agenda
    assert "二楼走廊灯不亮" not in agenda


async def test_a_grid_that_somebody_looks_after_is_not_removed_and_its_new_name_is_said_at_once(town: Estate) -> None:
    await with_grids(town)
    await adds_grid(town.secretary, "东片")
    await appoints(town, town.liu, "志愿者", name="刘敏", where="东片")
    await town.secretary.presses("东片", on=await opens_grids(town.secretary))
    view = await town.secretary.last()
    refused = await town.secretary.presses("删掉", on=view)
    assert "有人管着" in (refused.alert or (await town.secretary.last()).text)
    await town.secretary.presses("改名字", on=view)
    await town.secretary.says("东边")
    await town.liu.says("/mine")
    await town.liu.presses("我的角色")
    assert "网格“东边”志愿者" in (await town.liu.last()).text
