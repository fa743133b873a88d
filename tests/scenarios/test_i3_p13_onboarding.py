"""Onboarding of a chat: one message, three presses, a trial by two of the staff, and a pause when nobody answers."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import answers, files

HELLO, HELLO_EN = "大家好，我是邻愿", "Hello, I’m Wishwell"


async def of_bot(person: Person, group: Group) -> list[Message]:
    return [message for message in await person.reads(to=group) if message.sender == "邻愿" and message.text]


async def tries(town: Estate, speaker: Person) -> None:
    """The whole trial answer, in the staff chat."""
    staff = town.staff
    await speaker.presses("答复试试", to=staff)
    await speaker.presses("只答复", to=staff)
    await speaker.says("明天去看", to=staff, reply_to=await speaker.last(to=staff))
    await speaker.presses("对", to=staff)


async def binds(person: Person, group: Group, *presses: str) -> None:
    for label in presses:
        await person.presses(label, to=group)


async def test_from_an_empty_group_to_the_first_wish(open_estate: Open) -> None:
    """Three presses for each group, a trial by two, one message when it begins; on both databases, with a restart."""
    async with open_estate(bound=False, trial=True) as town:
        # One message: to whom, by whom, what it hears, what is to be done; and the buttons.
        (hello,) = await of_bot(town.wang, town.building3)
        assert hello.text.startswith(HELLO)
        assert "是李书记请我来的" in hello.text
        assert "Telegram 只让我看到叫我的话" in hello.text
        assert hello.labels == ["这是楼里的群", "这是工作群"]

        # A neighbour is no administrator: told so, nothing moves.
        pressed = await town.wang.presses("这是楼里的群", to=town.building3)
        assert pressed.alert == "这几个按钮是给群管理和名单里的人的，您不用管。"
        assert (await of_bot(town.wang, town.building3))[0].labels == hello.labels

        # Three presses; the title tells the building; the bot is restarted in the middle; back and cancel work.
        await town.secretary.presses("这是楼里的群", to=town.building3)
        asked = await town.secretary.sees("是哪栋楼的群", to=town.building3)
        assert asked.labels == ["3号楼", "别的楼", "整个小区", "返回", "取消"]
        await town.secretary.presses("取消", to=town.building3)
        await town.secretary.presses("接着弄", to=town.building3)
        await town.secretary.presses("这是楼里的群", to=town.building3)
        await town.secretary.presses("别的楼", to=town.building3)
        grid = await town.secretary.last(to=town.building3)
        assert [grid.labels[0], grid.labels[19], *grid.labels[20:]] == [
            "1",
            "20",
            "下一页 ▶",
            "整个小区",
            "返回",
            "取消",
        ]
        await binds(town.secretary, town.building3, "下一页", "下一页", "下一页")
        assert "T" in (await town.secretary.last(to=town.building3)).labels
        await binds(town.secretary, town.building3, "返回", "这是楼里的群", "3号楼")
        await town.bot_restarts()
        assert "接到阳光小区3号楼，对吗" in (await town.secretary.last(to=town.building3)).text
        await town.secretary.presses("对，接上", to=town.building3)

        # Still the one message, with what is said there from now on; and what is missing is said.
        (bound,) = await of_bot(town.wang, town.building3)
        assert bound.id == hello.id
        assert bound.labels == ["✓ 心愿", "✓ 通知", "✓ 投票", "只聊天"]
        assert "好了，这个群接到阳光小区3号楼了" in bound.text
        assert "还差一个工作群" in bound.text

        # Nobody files before it begins, and is told kindly why, in private and in the group.
        await town.wang.says(f"/want@{BOT} 三楼走廊灯坏了", to=town.building3)
        assert "阳光小区还在准备，先不收" in (await town.wang.last(to=town.building3)).text
        await town.wang.starts()
        await town.wang.says("三楼走廊灯坏了")
        assert "那时再跟我说一遍就行" in (await town.wang.last()).text
        await town.secretary.says(f"/menu@{BOT}", to=town.building3)
        assert "还在准备" in (await town.secretary.last(to=town.building3)).text

        # The staff chat: two presses and a yes; then the trial wish shows itself there, and nowhere else.
        await binds(town.secretary, town.staff, "这是工作群", "对，接上")
        card = await town.foreman.last(to=town.staff)
        assert "先试一试" in card.text
        assert "还差2位" in card.text
        assert card.labels == ["答复试试"]
        await town.wang.does_not_see("二楼走廊的灯不亮了", to=town.building3)

        # One alone does not do, not even twice.
        await tries(town, town.secretary)
        assert "💬 居委会李书记：明天去看" in (await town.secretary.sees("试好了", to=town.staff)).text
        again = await town.secretary.presses("答复试试", to=town.staff)
        assert again.alert == "您试过了，还要另一位也试一次。"
        card = await town.foreman.sees("先试一试", to=town.staff)
        assert "试好的：李书记" in card.text
        assert "还差1位" in card.text
        await town.wang.does_not_see("从现在起", to=town.building3)

        # The second one opens it: the building's group gets one message, with the three buttons.
        before = len(await of_bot(town.wang, town.building3))
        await tries(town, town.foreman)
        opened = await of_bot(town.wang, town.building3)
        assert len(opened) == before + 1
        assert opened[-1].text.startswith("居委会准备好了")
        assert opened[-1].labels == ["我想要", "我愿做", "我建议"]
        done = await town.chair.sees("✅ 试好了（李书记、张师傅）", to=town.staff)
        assert done.labels == []
        assert await forges(town, town.chair, "trial", to=town.staff) == "已经开始收心愿了，不用试了。"

        # The first wish is no. 1: the trial was counted nowhere.
        await files(town, town.wang, "三楼走廊灯坏了")
        assert "记好了，第1件" in (await town.wang.sees("记好了")).text
        await town.chen.sees("第1件", to=town.building3)


async def test_an_administrator_who_is_not_listed_asks_the_staff(open_estate: Open) -> None:
    """Whoever makes a group and adds the bot gets nothing to read before a listed person says that it is theirs."""
    async with open_estate() as town:
        group = await town.world.group("阳光小区7号楼", creator=town.outsider, members=[town.liu])
        await binds(town.outsider, group, "这是楼里的群", "7号楼", "对，接上")
        assert "我问过工作群了" in (await town.outsider.last(to=group)).text
        await town.outsider.says(f"/wishes@{BOT}", to=group)
        assert "还没接到哪个小区" in (await town.outsider.last(to=group)).text

        # While it is asked, nothing but taking the question back; the staff chat is nobody's but the listed ones'.
        again = await forges(town, town.outsider, "onboard:bind:building:sunny:8:", to=group)
        assert again.startswith("问过了")
        await town.outsider.presses("不问了", to=group)
        assert (await town.foreman.sees("“阳光小区7号楼”", to=town.staff)).text.endswith("不问了，不用答。")
        await town.outsider.presses("接着弄", to=group)
        assert "工作群看得到每件心愿" in ((await town.outsider.presses("这是工作群", to=group)).alert or "")
        await binds(town.outsider, group, "这是楼里的群", "7号楼", "对，接上")
        card = await town.foreman.last(to=town.staff)
        assert "是过路人要接的" in card.text
        assert card.labels == ["是，接上", "不是"]

        # No: the group is told, and may not ask again for a week.
        await town.foreman.presses("不是", to=town.staff)
        assert "张师傅说不是" in (await town.secretary.sees("“阳光小区7号楼”", to=town.staff)).text
        assert "没接上" in (await town.outsider.sees(HELLO, to=group)).text
        await binds(town.outsider, group, "接着弄", "这是楼里的群", "7号楼")
        assert "一周后可以再问" in ((await town.outsider.presses("对，接上", to=group)).alert or "")

        # Yes, a week later; then it is bound, with the card.
        await town.world.advances(days=8)
        await town.outsider.presses("对，接上", to=group)
        stale = (await town.foreman.sees("“阳光小区7号楼”", to=town.staff)).id
        await town.secretary.presses("是，接上", to=town.staff)
        assert "李书记点的头" in (await town.foreman.sees("“阳光小区7号楼”", to=town.staff)).text
        settled = await town.foreman.sees("“阳光小区7号楼”", to=town.staff)
        assert (settled.id, settled.labels) == (stale, [])
        assert "接到阳光小区7号楼了" in (await town.liu.sees(HELLO, to=group)).text
        assert (await town.liu.last(to=group)).labels == ["我想要", "我愿做", "我建议"]


async def test_what_it_hears_stays_true_and_it_comes_back(open_estate: Open) -> None:
    async with open_estate(bound=False) as town:
        bot = town.world.bot()
        await town.secretary.promotes(bot, in_=town.building3)
        (hello,) = await of_bot(town.wang, town.building3)
        assert "Telegram 会把大家说的话都发给我" in hello.text
        assert "这是楼里的群" in hello.labels
        await town.secretary.demotes(bot, in_=town.building3)
        (hello,) = await of_bot(town.wang, town.building3)
        assert "Telegram 只让我看到叫我的话" in hello.text

        # Typing /bind does as well; in the message above stands from then on what is said there.
        await town.secretary.says(f"/bind@{BOT} 3号楼", to=town.building3)
        assert (await town.wang.sees(HELLO, to=town.building3)).labels == ["✓ 心愿", "✓ 通知", "✓ 投票", "只聊天"]

        await town.secretary.removes_bot(town.building3)
        await town.secretary.adds_bot(town.building3)
        back = await town.wang.last(to=town.building3)
        assert back.text.startswith("我回来了")
        assert "只让我看到叫我的话" in back.text
        assert back.labels == []
        await town.secretary.promotes(bot, in_=town.building3)
        assert "会把大家说的话都发给我" in (await town.wang.sees("我回来了", to=town.building3)).text


async def test_nobody_answers_for_a_week(open_estate: Open) -> None:
    """A warning after five days, the pause after seven, said once; an answer or a press opens it again."""
    async with open_estate() as town:
        await town.world.advances(days=30)  # a quiet month is nobody's fault
        await files(town, town.wang, "三楼走廊灯坏了")
        await town.world.advances(days=4, hours=23)
        assert not any("没人答复" in one.text for one in await of_bot(town.chair, town.staff))
        await town.world.advances(hours=2)
        warned = await town.chair.sees("已经5天没人答复了", to=town.staff)
        assert not warned.silent
        assert warned.labels == ["我们在，继续收"]
        await town.chen.does_not_see("没人答复", to=town.building3)

        await town.world.advances(days=40)  # the bot was away: once, whatever the clock did
        said = [one for one in await of_bot(town.chen, town.building3) if "已经7天没人答复了" in one.text]
        (told,) = said
        assert told.silent
        (loud,) = [one for one in await of_bot(town.chair, town.staff) if "已经7天没人答复了" in one.text]
        assert not loud.silent
        assert "等答复的有1件" in loud.text

        await town.wang.says("二楼也坏了一盏灯")
        assert "好几天没人答复了，先不收新的" in (await town.wang.last()).text
        assert "您还不在名单里" in await forges(town, town.wang, "here", to=town.building3)

        # An answer opens it again: the groups hear it, the button goes.
        await answers(town, town.foreman, "只答复", words="明天去看")
        await town.chen.sees("又有人答复了", to=town.building3)
        assert (await town.chair.sees("有人在了", to=town.staff)).labels == []
        await files(town, town.wang, "二楼也坏了一盏灯")

        # And so does the button, pressed by somebody listed.
        await town.world.advances(days=8)
        await town.chen.sees("已经7天没人答复了", to=town.building3)
        assert (await town.chair.presses("我们在", to=town.staff)).toast == "好，接着收。"
        await files(town, town.wang, "四楼也坏了一盏灯")


async def test_in_english_and_of_two_estates(open_estate: Open) -> None:
    """Somebody listed for one of two estates is not asked which; one person alone can never begin, and reads so."""
    async with open_estate(bound=False, trial=True, language="en") as town:
        (hello,) = await of_bot(town.wang, town.building3)
        assert hello.text.startswith(f"{HELLO_EN}; 李书记 invited me")
        assert hello.labels == ["A building’s group", "The staff chat"]
        await binds(town.secretary, town.building3, "A building’s group", "Building 3", "Yes, do it")
        assert "tied to 阳光小区, Building 3" in (await town.wang.sees(HELLO_EN, to=town.building3)).text
        await town.emma.starts()
        await town.chen.says(f"/want@{BOT} the light is out", to=town.building3)
        assert "still getting ready" in (await town.chen.last(to=town.building3)).text

        # The estate next door has one person listed.
        he = await town.world.person("何书记", id=9101)
        river = await town.world.group("河畔工作群", creator=he)
        await binds(he, river, "The staff chat", "Yes, do it")
        assert "Only one person is on the list; it takes two to begin" in (await he.last(to=river)).text

        # Of several estates, a stranger's group is asked about only if it bears the name of one.
        stray = await town.world.group("Building 9", creator=town.outsider)
        alert = (await town.outsider.presses("A building’s group", to=stray)).alert or ""
        assert alert.startswith("You are not on the list yet")
        named = await town.world.group("阳光小区9号楼", creator=town.outsider)
        await binds(town.outsider, named, "A building’s group", "Building 9")
        alert = (await town.outsider.presses("Yes, do it", to=named)).alert or ""
        assert "The estate has no staff chat yet" in alert
