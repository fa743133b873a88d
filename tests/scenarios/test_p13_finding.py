"""Finding: lists, one wish, one's own, search; help by role; start, cancel, privacy, and commands nobody knows."""

from __future__ import annotations

from pathlib import Path

from bot.domain.wishes import State, Visibility
from simulator.client import Group, Message, Person
from tests.scenarios.another_estate import next_door
from tests.scenarios.archive import filed_before, followed_before
from tests.scenarios.estate import BOT, Estate, estate
from tests.scenarios.scenes import files, starts

NEXT, BACK = "下一页", "上一页"


def rows(message: Message) -> list[str]:
    """The numbers listed, in the order they are shown."""
    listed = [row.partition("第")[2].partition("件")[0] for row in message.text.splitlines() if "件 “" in row]
    return [number for number in listed if number.isdigit()]


async def only_message_with(words: str, person: Person, to: Group | None = None) -> Message:
    there = [message for message in await person.reads(to=to) if message.contains(words)]
    assert len(there) == 1, f"{person.name} sees {words!r} {len(there)} times"
    return there[0]


async def test_a_long_list_is_read_page_by_page_in_one_message(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await filed_before(town, town.emma, "五号楼的门", group=town.building5)
    await filed_before(town, town.wang, *(f"第{n}盏灯坏了" for n in range(2, 18)))
    await filed_before(town, town.wang, "已经修好的灯", state=State.DONE)
    await filed_before(town, town.wang, "只跟居委会说的事", visibility=Visibility.COMMITTEE)

    await town.chen.says("/wishes")
    first = await town.chen.sees("阳光小区 · 等答复 · 17件")
    assert rows(first) == [str(n) for n in range(17, 9, -1)]
    assert "第1页，共3页" in first.text
    assert BACK not in " ".join(first.labels)
    await town.chen.presses(NEXT)
    await town.chen.presses(NEXT)
    last = await only_message_with("阳光小区 · 等答复", town.chen)
    assert last.id == first.id
    assert rows(last) == ["1"]
    assert NEXT not in " ".join(last.labels)
    await town.chen.presses(BACK)
    assert rows(await only_message_with("第2页，共3页", town.chen)) == [str(n) for n in range(9, 1, -1)]

    await town.chen.presses("只看本楼")
    here = await only_message_with("阳光小区3号楼 · 等答复 · 16件", town.chen)
    assert here.id == first.id
    await town.chen.presses("办好了")
    assert rows(await only_message_with("阳光小区3号楼 · 办好了 · 1件", town.chen)) == ["18"]
    await town.chen.presses("答应了")
    assert "这里还没有" in (await only_message_with("阳光小区3号楼 · 答应了", town.chen)).text
    await town.chen.presses("看全小区")
    await town.chen.presses("全部")
    everything = await only_message_with("阳光小区 · 全部 · 18件", town.chen)
    assert everything.id == first.id
    assert "居委会" not in everything.text
    await town.chen.presses("第18件")
    assert "已经修好的灯" in (await town.chen.last()).text


async def test_a_list_in_a_group_belongs_to_all_and_the_staff_chat_sees_more(town: Estate) -> None:
    await filed_before(town, town.emma, "五号楼的门", group=town.building5)
    await filed_before(town, town.wang, *(f"第{n}盏灯坏了" for n in range(2, 11)))
    await filed_before(town, town.wang, "只跟居委会说的事", visibility=Visibility.COMMITTEE)

    asked = await town.liu.says(f"/wishes@{BOT}", to=town.building3)
    shown = await town.liu.sees("阳光小区 · 等答复 · 10件", to=town.building3)
    assert shown.reply_to is not None
    assert shown.reply_to.id == asked.id
    assert shown.silent
    assert not any(label.startswith("第") for label in shown.labels)
    await town.zhao.presses(NEXT, to=town.building3)  # anybody may turn the page
    turned = await only_message_with("第2页，共2页", town.liu, to=town.building3)
    assert turned.id == shown.id
    await town.zhao.presses("只看本楼", to=town.building3)
    assert (await only_message_with("阳光小区3号楼 · 等答复 · 9件", town.liu, to=town.building3)).id == shown.id

    await town.foreman.says(f"/wishes@{BOT}", to=town.staff)
    desk = await town.foreman.sees("阳光小区 · 等答复 · 11件", to=town.staff)
    assert "🔒 第11件 “只跟居委会说的事”" in desk.text
    assert "只看本楼" not in desk.labels  # a staff chat is nobody's building
    await town.foreman.says(f"/wish@{BOT} 11", to=town.staff)
    assert "只给居委会看" in (await town.foreman.last(to=town.staff)).text


async def test_one_wish_by_its_number(town: Estate) -> None:
    abroad = await next_door(town)
    await starts(town.chen, town.building3)
    await filed_before(town, town.wang, "三楼走廊的灯坏了", "楼下的长椅")
    await filed_before(town, abroad.resident, *(f"河边的灯{n}" for n in range(1, 4)), group=abroad.building)

    for asked in ("/wish 2", "/wish #2", "/wish 第2件", "第2件", "/wish ２"):
        await town.chen.says(asked)
        assert "楼下的长椅" in (await town.chen.last()).text
    for unclear in ("/wish", "/wish 灯坏了", "/wish -1", "/wish 1 2"):
        await town.chen.says(unclear)
        assert (await town.chen.last()).text == "请写上号码，比如 /wish 12 看第12件。"
    for number in ("12", "0", "3", "99999999999999999999999"):  # no. 3 is another estate's
        await town.chen.says(f"/wish {number}")
        assert (await town.chen.last()).text.startswith(f"没找到第{number[:20]}件。")
    await town.liu.says(f"/wish@{BOT} 2", to=town.building3)
    assert "楼下的长椅" in (await town.zhao.last(to=town.building3)).text
    await abroad.resident.says(f"/wish@{BOT} 2", to=abroad.building)
    assert "河边的灯2" in (await abroad.resident.last(to=abroad.building)).text


async def test_ones_own_are_shown_in_private_page_by_page(town: Estate) -> None:
    lamps = await filed_before(town, town.wang, *(f"第{n}盏灯坏了" for n in range(1, 9)))
    await files(town, town.chen, "大堂放一张长椅")
    await files(town, town.chen, "家里的事", how="只给居委会")
    await followed_before(town, town.chen, *lamps)

    await town.chen.says(f"/mine@{BOT}", to=town.building3)
    sent_away = await town.chen.last(to=town.building3)
    assert "群里不念" in sent_away.text
    assert "长椅" not in sent_away.text
    await town.chen.presses("去私聊", to=town.building3)
    mine = await only_message_with("我的", town.chen)
    assert rows(mine) == ["10", "9", *(str(n) for n in range(8, 2, -1))]
    assert "第9件 “大堂放一张长椅” · 等答复" in mine.text
    assert "第8件 “第8盏灯坏了” · 等答复（我家也是）" in mine.text
    await town.chen.presses(NEXT)
    turned = await town.chen.last()
    assert (turned.id, rows(turned)) == (mine.id, ["2", "1"])
    await town.chen.presses(BACK)
    assert rows(await town.chen.last()) == rows(mine)
    await town.chen.presses("第10件")
    opened = await town.chen.last()
    assert "这件是您提的" in opened.text
    assert "只给居委会看" in opened.text

    await town.liu.presses("我想要", to=town.building3)
    await town.liu.presses("取消")
    await town.liu.says("我的")
    assert "您还没提过，也没跟着哪一件" in (await town.liu.last()).text


async def test_search_takes_every_sign_as_it_is_written(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await filed_before(
        town, town.wang, "三楼走廊的灯坏了", "WIFI in the Lobby", "打8折_不打折", "满100%才行", "STRASSE"
    )
    await filed_before(town, town.wang, "夜里灯不亮，只说给居委会", visibility=Visibility.COMMITTEE)
    abroad = await next_door(town)
    await filed_before(town, abroad.resident, "河边的灯", group=abroad.building)

    for words, found in (
        ("灯", ["1"]),
        ("wifi", ["2"]),
        ("LOBBY", ["2"]),
        ("lobby wifi", []),
        ("_", ["3"]),
        ("%", ["4"]),
        ("8%", []),
        ("straße", ["5"]),
        ("\\", []),
    ):
        await town.chen.says(f"/find {words}")
        answer = await town.chen.last()
        assert rows(answer) == found, f"{words}: {answer.text}"
        assert f"带“{words}”的" in answer.text
    await town.chen.says("/find")
    assert "一个字也行" in (await town.chen.last()).text
    await town.chen.says("/find " + "灯" * 61)
    assert (await town.chen.last()).text == "您写了61个字，最多60个。麻烦挑要紧的说。"
    await town.chen.says("找一下 走廊")
    assert rows(await town.chen.last()) == ["1"]
    await town.liu.says(f"/find@{BOT} 灯", to=town.building3)
    assert rows(await town.liu.last(to=town.building3)) == ["1"]

    await filed_before(town, town.wang, *(f"第{n}盏灯坏了" for n in range(7, 17)))
    await town.chen.says("/find 灯")
    answer = await town.chen.last()
    assert len(rows(answer)) == 8
    assert "带“灯”的有11件" in answer.text
    assert "还有3件没列出来" in answer.text


async def test_help_shows_what_one_may_do_and_nothing_else(small_town: Estate) -> None:
    town = small_town
    neighbours = ["/want", "/wishes", "/mine", "/find"]
    await starts(town.chen, town.building3)
    await town.chen.says("/help")
    resident = (await town.chen.last()).text
    assert all(command in resident for command in neighbours)
    assert not any(word in resident for word in ("/bind", "/menu", "答复", "我来办"))

    await town.outsider.starts()
    await town.outsider.says("/help")
    outsider = (await town.outsider.last()).text
    assert "我还不知道您住哪栋楼" in outsider
    assert not any(command in outsider for command in [*neighbours, "/bind", "/menu"])

    await town.secretary.says(f"/help@{BOT}", to=town.staff)
    staff = (await town.secretary.last(to=town.staff)).text
    assert "您在这里是居委会" in staff
    assert all(command in staff for command in [*neighbours, "/bind 3号楼", "/bind staff", "/menu"])
    await town.foreman.starts()
    await town.foreman.says("/help")
    assert "您在这里是物业" in (await town.foreman.last()).text

    await town.secretary.promotes(town.liu, in_=town.building3)
    await town.world.advances(minutes=6)  # the list of administrators is trusted for five minutes
    await town.liu.says(f"/help@{BOT}", to=town.building3)
    moderator = (await town.liu.last(to=town.building3)).text
    assert "您在这里是群管理" in moderator
    assert "/menu" in moderator
    assert "/bind" not in moderator

    unbound = await town.world.group("新的群", creator=town.secretary, members=[town.outsider])
    await town.secretary.says(f"/help@{BOT}", to=unbound)
    new = (await town.secretary.last(to=unbound)).text
    assert "这个群还没接到哪个小区" in new
    assert "/bind 3号楼" in new
    assert "/want" not in new
    await town.outsider.says(f"/help@{BOT}", to=unbound)
    assert "/bind 3号楼" not in (await town.outsider.last(to=unbound)).text


async def test_start_says_hello_or_goes_straight_to_the_question(small_town: Estate) -> None:
    town = small_town
    await town.chen.presses("我愿做", to=town.building3)
    assert "您能帮什么" in (await town.chen.last()).text
    await town.chen.says("取消")
    await town.chen.starts()
    hello = await town.chen.last()
    assert "您好，我是邻愿" in hello.text
    assert hello.labels == ["我想要", "我愿做", "我建议", "我的", "大家的"]
    await town.chen.presses("大家的")
    await town.chen.presses("我的", on=hello)
    assert (await town.chen.sees("您好，我是邻愿")).labels == hello.labels  # the greeting stays
    await town.chen.presses("我想要", on=hello)
    await town.chen.sees("想要什么，或者哪里坏了")
    await town.chen.presses("取消")

    await town.chen.says(f"/start@{BOT}", to=town.building3)
    in_group = await town.chen.last(to=town.building3)
    assert "您好，我是邻愿" in in_group.text
    assert in_group.labels == ["我想要", "我愿做", "我建议"]
    link = in_group.url("我想要")
    assert link == town.world.bot().link(link.partition("start=")[2])

    gone = "这个链接失效了。请到楼里的群，点置顶那条里的按钮。"
    code = link.partition("-")[2]
    for forged in ("want-0123456789abcdef", "want-", "want", f"suggestion-{code[:-1]}"):
        await town.outsider.starts(forged)
        assert (await town.outsider.last()).text == gone
    for nonsense in ("hack", f"wish-{code}", "WANT-" + code, "0" * 64):
        await town.outsider.starts(nonsense)
        assert "我还不知道您住哪栋楼" in (await town.outsider.last()).text
    await town.outsider.says("/wishes")
    assert "我还不知道您住哪栋楼" in (await town.outsider.last()).text

    staff_code = await _link_code(town, town.staff)
    await town.outsider.starts(f"want-{staff_code}")
    assert (await town.outsider.last()).text == gone
    await town.secretary.removes_bot(town.building3)
    await town.outsider.starts(f"want-{code}")
    assert (await town.outsider.last()).text == gone


async def _link_code(town: Estate, group: Group) -> str:
    """Nobody is ever shown a staff chat's code; a thief of the database would have it."""
    app = town.running.app
    assert app is not None
    async with app.store.units.reading() as uow:
        present = {chat.telegram_id: chat for chat in await uow.chats.present()}
    return present[group.id].link_code or ""


async def test_cancel_ends_what_is_open_and_says_so_if_nothing_is(small_town: Estate) -> None:
    town = small_town
    await starts(town.chen, town.building3)
    await town.chen.says("/cancel")
    assert (await town.chen.last()).text == "现在没有没办完的事，不用取消。"
    await town.chen.says("走廊的灯坏了")
    await town.chen.sees("这样写对吗")
    await town.chen.says("/cancel")
    assert (await town.chen.last()).text == "好，取消了，没有发出去。"
    await town.chen.does_not_see("走廊", to=town.building3)
    await town.liu.says(f"/want@{BOT} 门坏了", to=town.building3)
    await town.chen.says(f"/cancel@{BOT}", to=town.building3)
    assert "不用取消" in (await town.chen.last(to=town.building3)).text  # hers is hers
    await town.liu.presses("发到群里", to=town.building3)
    await town.chen.sees("门坏了", to=town.building3)


async def test_unknown_commands_are_answered_only_where_they_are_surely_meant_for_us(small_town: Estate) -> None:
    town = small_town
    await starts(town.chen, town.building3)
    await town.chen.says("/weather 明天")
    assert (await town.chen.last()).text == "我不认得 /weather。发 /help 看看我能做什么。"
    before = len(await town.chen.reads(to=town.building3))
    await town.chen.says("/weather", to=town.building3)  # this bot spoke last, so Telegram lets it hear
    await town.chen.says("/weather@another_bot", to=town.building3)
    assert len(await town.chen.reads(to=town.building3)) == before + 2
    await town.chen.says(f"/weather@{BOT}", to=town.building3)
    answer = await town.chen.last(to=town.building3)
    assert answer.text == "我不认得 /weather。发 /help 看看我能做什么。"
    assert answer.reply_to is not None
    await town.chen.says(f"/MINE@{BOT.upper()}", to=town.building3)  # capitals are no other command
    assert "群里不念" in (await town.chen.last(to=town.building3)).text


ALL_TALK, ADDRESSED = "Telegram 会把大家说的话都发给我", "Telegram 只让我看到叫我的话"


async def test_privacy_tells_chat_by_chat_what_telegram_lets_the_bot_hear(small_town: Estate) -> None:
    town = small_town
    bot = town.world.bot()
    await starts(town.chen, town.building3)
    await town.chen.presses("我想要", to=town.building5)
    await town.chen.presses("取消")
    await town.secretary.promotes(bot, in_=town.building5)

    await town.chen.says("/privacy")
    told = (await town.chen.last()).text.splitlines()
    assert any("您和我的私聊" in row for row in told)
    assert any(ADDRESSED in row and "3号楼邻居群" in row for row in told)
    assert any(ALL_TALK in row and "5号楼邻居群" in row for row in told)
    assert "不是对我说的，我当场丢掉" in "".join(told)
    await town.chen.says(f"/privacy@{BOT}", to=town.building3)
    assert ADDRESSED in (await town.chen.last(to=town.building3)).text
    await town.chen.says(f"/privacy@{BOT}", to=town.building5)
    assert ALL_TALK in (await town.chen.last(to=town.building5)).text
    await town.foreman.starts()
    await town.foreman.says("/privacy")
    assert "阳光小区工作群" in (await town.foreman.last()).text

    heard = await _heard(town, town.emma, "晚上吃什么", town.building5)
    assert heard  # it told the truth: as an administrator it hears this too …
    await town.secretary.demotes(bot, in_=town.building5)
    await town.chen.says("/privacy")
    assert ALL_TALK not in (await town.chen.last()).text
    assert not await _heard(town, town.emma, "早上吃什么", town.building5)
    app = town.running.app
    assert app is not None
    assert not await app.store.inbox.waiting()  # … and kept none of it


async def test_privacy_with_privacy_mode_off(sqlite_url: str, tmp_path: Path) -> None:
    async with estate(sqlite_url, tmp_path, sees_all=True) as town:
        await starts(town.chen, town.building3)
        await town.chen.says("/privacy")
        told = (await town.chen.last()).text
        assert ALL_TALK in told
        assert ADDRESSED not in told
        await town.chen.says(f"/privacy@{BOT}", to=town.building3)
        assert ALL_TALK in (await town.chen.last(to=town.building3)).text


async def _heard(town: Estate, person: Person, words: str, group: Group) -> bool:
    """Whether Telegram showed the bot what was said."""
    await person.says(words, to=group)
    return any(update.get("message", {}).get("text") == words for update in await town.world.updates())


async def test_the_command_menus_by_scope_and_language(small_town: Estate) -> None:
    town = small_town
    french = await town.world.person("Jean", language="fr")
    await french.joins(town.building3)
    for_all = {"want", "willdo", "suggest", "wishes", "wish", "mine", "find", "help", "language", "privacy", "cancel"}
    for_all |= {"notices", "jot", "mydata", "forgetme", "projects", "plan", "promises", "services", "phone", "mediate"}
    for_all |= {"ledger", "signups", "bulletin", "polls", "moderators", "found", "lost", "giveaway", "things"}
    private = dict(await town.wang.menu())
    assert set(private) == for_all
    assert private["mine"] == "我提的和我跟着的"
    assert dict(await town.wang.menu(to=town.building3)) == private
    assert set(dict(await town.secretary.menu(to=town.building3))) == for_all | {
        "bind",
        *("broadcast", "broadcasts", "calendar", "templates"),
        "export",
        "functions",
        "menu",
        "for",
        "project",
        "progress",
        "queue",
        "report",
        "item",
        "poll",
        "entry",
        "signup",
        "places",
        "yearlist",
        "role",
        "audit",
        "review",
        "voices",
    }
    english = dict(await town.emma.menu())
    assert set(english) == for_all
    assert english["mine"] == "What I filed and follow"
    assert dict(await french.menu(to=town.building3)) == private  # any other language: config.yaml's
