"""Filing for a neighbour who cannot: a visit, the counter, a paper slip; and the answer comes back to them."""

from __future__ import annotations

from simulator.client import Person
from tests.scenarios.estate import BOT, CAPTAIN, VOLUNTEER, Estate
from tests.scenarios.scenes import answers, starts

NAME, DOOR = "孙奶奶", "5楼502"
WORDS = "夜里楼道太黑，五楼的灯要换亮一点的"


async def captain_of_building3(town: Estate) -> Person:
    """李姐 of config.yaml, in her building's group; she pressed Start."""
    captain = await town.world.person("李姐姐", id=CAPTAIN)
    await captain.joins(town.building3)
    await starts(captain, town.building3)
    return captain


async def files_for(captain: Person, *, words: str = WORDS, how: str = "发到群里") -> None:
    await captain.says("/for")
    await captain.presses("上门")
    await captain.says(words)
    await captain.says(NAME)
    await captain.says(DOOR)
    await captain.presses(how)


async def test_a_neighbour_without_a_phone_is_heard_and_told(town: Estate) -> None:
    """孙奶奶 never touched Telegram. Her captain files for her, hears the answer first, and carries it up to her."""
    captain = await captain_of_building3(town)
    await captain.says("/for")
    await captain.sees("替哪位邻居提？先说怎么来的。")
    await captain.presses("上门")
    await captain.sees("邻居怎么说的？")
    await captain.says(WORDS)
    await captain.sees("怎么称呼这位邻居？只有居委会和您看得到。")
    await town.bot_restarts()
    await captain.says(NAME)
    await captain.says(DOOR)
    preview = await captain.sees("这样写对吗")
    assert "👥 上门听来的。发到群里写：替一位邻居提的（楼组长李姐代提）" in preview.text
    assert "🔒 邻居：孙奶奶、5楼502，只给居委会看" in preview.text
    assert "3号楼5楼" in preview.text, "her captain's building, and the floor of the words"
    await captain.presses("发到群里", on=preview)
    await captain.sees("记好了，第1件。最晚周四答复您。\n有回音我先告诉您，请您转告邻居。")

    card = await town.wang.sees("第1件", to=town.building3)
    assert "替一位邻居提的（楼组长李姐代提）" in card.text
    await town.wang.presses("我家也是", on=card)
    desk = await town.secretary.sees(WORDS, to=town.staff)
    assert "👥 上门听来的，楼组长李姐代提\n🔒 邻居：孙奶奶、5楼502" in desk.text

    await answers(town, town.foreman, "答应办", day="3月20日", words="换声控的亮灯")
    told = await captain.sees("请转告孙奶奶：\n第1件有回音：物业张师傅答应3月20日（周五）前办好")
    assert told.labels == ["我转告了"]
    assert len([message for message in await captain.reads() if "张师傅答应" in message.text]) == 1, (
        "and not as author too"
    )

    await town.secretary.presses("更多", on=desk)
    await town.secretary.sees("↳ 还没转告邻居", to=town.staff)
    await captain.presses("我转告了", on=told)
    await captain.sees("好的，第1件记下了：邻居知道了。")
    twice = await captain.presses("我转告了", on=told)
    assert twice.text == "第1件已经记过了，谢谢您跑一趟。"
    await captain.presses("还没有，收回")
    await captain.sees("收回了，第1件还没转告。")
    await captain.presses("我转告了", on=told)
    await town.world.advances(minutes=3)
    late = await captain.presses("还没有，收回")
    assert late.text == "过了2分钟，收不回来了。"
    await town.secretary.presses("更多", on=desk)
    more = await town.secretary.sees("来龙去脉", to=town.staff)
    assert "转告邻居了" in more.text
    assert "↳ 还没转告邻居" not in more.text

    await answers(town, town.foreman, "办好了", photo=True)
    done = await captain.sees("第1件办好了。谢谢您开口")
    assert done.photo is not None
    assert done.labels == ["我转告了"]


async def test_the_neighbours_name_is_for_the_committee_and_the_filer_alone(small_town: Estate) -> None:
    town = small_town
    captain = await captain_of_building3(town)
    await files_for(captain)
    for person in (town.wang, town.chen, captain):
        await person.does_not_see(NAME, to=town.building3)
        await person.does_not_see(DOOR, to=town.building3)
    await starts(town.wang, town.building3)
    await town.wang.presses("我家也是", on=await town.wang.sees("第1件", to=town.building3))
    await answers(town, town.foreman, "只答复", words="下周看")
    for words in ("/wish 1", "/wishes", f"/find {NAME}", "/find 502", "/mine"):
        await town.wang.says(words)
    shown = [message.text for message in await town.wang.reads() if not message.mine]
    assert any("替一位邻居提的（楼组长李姐代提）" in text for text in shown)
    assert any("第1件有回音。物业张师傅说：下周看" in text for text in shown)
    told_of = [text for text in shown if NAME in text or DOOR in text]
    assert told_of == [f"没找到带“{NAME}”的。换个说法试试，或者发 /wishes 看全部。"]
    await captain.says("/wish 1")
    await captain.sees("🔒 邻居：孙奶奶、5楼502")


async def test_a_paper_slip_at_the_counter_goes_nameless(small_town: Estate) -> None:
    """The secretary types it in the staff chat; the picture of the slip stays there, unless she wants it shown."""
    town, staff = small_town, small_town.staff
    await town.secretary.says(f"/for@{BOT}", to=staff)
    await town.secretary.presses("纸条", to=staff)
    await town.secretary.photographs(to=staff, reply_to=await town.secretary.sees("请给纸条拍张照", to=staff))
    await town.secretary.says("儿童滑梯有个尖角", to=staff, reply_to=await town.secretary.last(to=staff))
    await town.secretary.says("跳过", to=staff, reply_to=await town.secretary.last(to=staff))
    await town.secretary.says("跳过", to=staff, reply_to=await town.secretary.last(to=staff))
    await town.secretary.presses("5号楼", to=staff)
    await town.secretary.sees("📝 纸条照片，只给居委会看", to=staff)
    await town.secretary.presses("发，不露姓名", to=staff)
    await town.secretary.sees("有回音请看工作群的卡片，按“更多”。", to=staff)

    card = await town.emma.sees("儿童滑梯有个尖角", to=town.building5)
    assert "一位邻居说的" in card.text
    assert card.photo is None
    desk = await town.foreman.sees("👥 纸条上写的", to=staff)
    assert "👥 纸条上写的，有人代提" in desk.text
    assert desk.photo is not None, "the slip, for the committee"
    for name in ("李书记", "居委会"):
        assert name not in desk.text, "without a name: nobody's, staff included"

    await answers(town, town.foreman, "只答复", words="明天包起来", about="儿童滑梯")
    await town.secretary.presses("更多", on=await town.secretary.sees("👥 纸条上写的", to=staff))
    await town.secretary.presses("我转告了", to=staff)
    await town.secretary.sees("第1件记下了：邻居知道了", to=staff)

    await town.secretary.says(f"/for@{BOT} 凉亭里的凳子断了", to=staff)
    await town.secretary.presses("纸条", to=staff)
    await town.secretary.photographs(to=staff, reply_to=await town.secretary.sees("请给纸条拍张照", to=staff))
    for _ in range(2):
        await town.secretary.says("跳过", to=staff, reply_to=await town.secretary.last(to=staff))
    await town.secretary.presses("3号楼", to=staff)
    await town.secretary.presses("改", to=staff)
    await town.secretary.presses("纸条也放上去", to=staff)
    await town.secretary.sees("📝 纸条照片也放在卡片上", to=staff)
    await town.secretary.presses("发到群里", to=staff)
    await town.secretary.presses("没有，发", to=staff)  # other people's faces, children
    shown = await town.wang.sees("替一位邻居提的（居委会李书记代提）", to=town.building3)
    assert shown.photo is not None


async def test_what_the_committee_asks_the_filer_asks_the_neighbour(small_town: Estate) -> None:
    """And answers as what the neighbour said."""
    town, staff = small_town, small_town.staff
    captain = await captain_of_building3(town)
    await files_for(captain)
    await town.secretary.presses("更多", on=await town.secretary.sees(WORDS, to=staff))
    more = await town.secretary.sees("来龙去脉", to=staff)
    assert not any("暂停" in label for label in more.labels), "nobody is paused for what a neighbour wished"
    await town.secretary.presses("问", on=more)
    await town.secretary.says("哪一盏？", to=staff, reply_to=await town.secretary.last(to=staff))
    await town.secretary.presses("对", to=staff)
    asked = await captain.sees("请问一问孙奶奶，照原话回：")
    assert "哪一盏？" in asked.text
    await captain.presses("回一句", on=asked)
    await captain.says("电梯口左边那盏")
    await captain.presses("对")
    await town.secretary.sees("邻居说：电梯口左边那盏", to=staff)


async def test_who_may_and_where(small_town: Estate) -> None:
    town = small_town
    captain = await captain_of_building3(town)
    await captain.says(f"/for@{BOT}", to=town.building3)
    onward = await captain.sees("替邻居提的事，我们私下说，免得群里看出是哪一位。", to=town.building3)
    await captain.presses("去私聊", on=onward)
    await captain.sees("替哪位邻居提？先说怎么来的。")
    await captain.presses("取消")

    await town.wang.says(f"/for@{BOT}", to=town.building3)
    await town.wang.sees("这一步要居委会、物业、业委会或者群管理来做", to=town.building3)
    await starts(town.wang, town.building3)
    await town.wang.says("/start for")
    await town.wang.sees("这一步要居委会、物业、业委会或者群管理来做")

    # a volunteer looks after no building: which group is asked, and what was begun can be changed
    volunteer = await town.world.person("周小妹", id=VOLUNTEER)
    await volunteer.starts()
    await volunteer.says("/help")
    await volunteer.sees("您在这里是志愿者。")
    await volunteer.says("/for")
    await volunteer.presses("窗口")
    await volunteer.says("想学用手机拍照")
    await volunteer.presses("跳过")
    await volunteer.presses("跳过")
    await volunteer.sees("发到哪个群？")
    await volunteer.presses("5号楼邻居群")
    await volunteer.presses("改")
    await volunteer.presses("邻居")
    await volunteer.says("孙" * 41)
    await volunteer.sees("您写了41个字，最多40个")
    await volunteer.says(NAME)
    await volunteer.sees("🔒 邻居：孙奶奶，只给居委会看")
    await volunteer.presses("只给居委会")
    await town.emma.does_not_see("拍照", to=town.building5)
    await town.secretary.sees("👥 窗口听来的，志愿者小周代提", to=town.staff)

    await volunteer.says("/mine")
    await volunteer.sees("“想学用手机拍照”")


async def test_the_report_shows_how_much_came_this_way(small_town: Estate) -> None:
    town, staff = small_town, small_town.staff
    await town.secretary.says(f"/report@{BOT}", to=staff)
    empty = await town.secretary.sees("阳光小区 · 小结", to=staff)
    assert "没有人提过。" in empty.text
    assert "替邻居" not in empty.text
    await town.secretary.says(f"/report@{BOT}", to=town.building3)
    await town.secretary.sees("这件事请点我的头像，跟我单独说。", to=town.building3)

    captain = await captain_of_building3(town)
    await files_for(captain)
    await town.world.advances(hours=24 * 31)
    await town.secretary.presses("我们在，继续收", to=staff)  # a month without an answer: nothing more was taken
    for words, how in (("门口的路不平", "发，不露姓名"), ("我想要个血压计", "只给居委会")):
        await files_for(captain, words=words, how=how)
    for words in ("我建议下棋的地方加个棚", "我建议多放两条长椅", "我建议种点花"):
        await captain.says(words)
        await captain.presses("发到群里")
    await answers(town, town.foreman, "只答复", words="已经报修", about="门口的路不平")
    await captain.presses("我转告了")
    told = "替邻居提的有1次回音，转告了1次。"
    assert await _filed_lines(town) == [
        "提了5件：我想要2件、我期望3件",
        "替邻居提的2件，占40%：上门2件",
        told,
    ]
    assert await _filed_lines(town, "全部") == ["提了6件：我想要3件、我期望3件", "替邻居提的3件，占50%：上门3件", told]
    assert await _filed_lines(town, "上个月") == ["提了1件：我想要1件", "替邻居提的1件：上门1件"], (
        "too few for a percentage"
    )
    await town.chair.starts()
    await town.chair.says("/language en")
    await town.chair.says("/report")
    english = await town.chair.sees("阳光小区 · report")
    assert {
        "5 filed: 2 I want, 3 I suggest",
        "2 of them for a neighbour (40%): 2 by a visit",
        "1 answer came to these; 1 passed on.",
    } <= set(english.text.splitlines())
    await town.wang.says(f"/report@{BOT}", to=town.building3)
    await town.wang.sees("这一步要居委会、物业、业委会或者群管理来做", to=town.building3)


async def _filed_lines(town: Estate, words: str = "") -> list[str]:
    """What the report says of filing, but of classes."""
    await town.secretary.says(f"/report@{BOT} {words}".strip(), to=town.staff)
    told = [each for each in await town.secretary.reads(to=town.staff) if "阳光小区 · 小结" in each.text][-1]
    return [each for each in told.text.splitlines() if each.startswith(("提了", "替邻居"))]


async def test_in_english(small_town: Estate) -> None:
    """A captain who speaks English, from the first question to passing the answer on."""
    town = small_town
    captain = await captain_of_building3(town)
    await captain.says("/language en")
    await captain.says("/for")
    await captain.sees("For a neighbour: how did it come to you?")
    await captain.presses("A visit")
    await captain.sees("What did they say?")
    await captain.says("The stair light on floor 5 is too dark")
    await captain.says("Granny Sun")
    await captain.presses("Skip")
    preview = await captain.sees("Is this right?")
    assert "👥 Heard on a visit. Posted, it says: filed for a neighbour by 李姐, building captain" in preview.text
    await captain.presses("Post", on=preview)
    await captain.sees("You’ll hear the answer first, to pass it on to your neighbour.")
    await answers(town, town.foreman, "答应办", day="3月20日")
    told = await captain.sees("Please tell Granny Sun:")
    assert "News on no. 1: 张师傅 of the property office will see to it by Fri 20 March." in told.text
    await captain.presses("I have told them", on=told)
    await captain.sees("Noted for no. 1: your neighbour knows.")
