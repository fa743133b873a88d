"""记下来: a neighbour's sentence is noted if that neighbour says so, and is kept nowhere if not."""

from __future__ import annotations

import pytest

from bot.ports import UnitOfWork
from bot.store.tables import metadata
from bot.store.unit import session_of
from simulator.client import Message, Person
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, files, starts

LAMP = "三楼走廊的灯又不亮了，晚上上楼看不见"
QUESTION = "这句话要记下来交给居委会吗"


async def jots(asker: Person, said: Message, town: Estate) -> Message:
    """Answer a neighbour's message with /jot."""
    return await asker.says(f"/jot@{BOT}", to=town.building3, reply_to=said)


async def kept_anywhere(town: Estate, words: str) -> list[str]:
    """The tables in which these words stand."""
    app = town.running.app
    assert app is not None
    async with app.store.units.reading() as uow:
        return await _tables_with(uow, words)


async def _tables_with(uow: UnitOfWork, words: str) -> list[str]:
    session = session_of(uow)
    return [name for name, table in metadata.tables.items() if words in str(await session.all(table.select()))]


async def test_an_old_neighbour_who_never_pressed_start_needs_one_press(town: Estate) -> None:
    """老赵 grumbles in the group; 刘敏 has him asked; he presses once, and sees the picture of the mended lamp."""
    said = await town.zhao.says(LAMP, to=town.building3)
    assert await kept_anywhere(town, LAMP) == [], "talk is nobody's business"
    await jots(town.liu, said, town)
    asked = await town.zhao.sees(QUESTION, to=town.building3)
    assert asked.text == "老赵，这句话要记下来交给居委会吗？您不点，我就不留。"
    assert asked.labels == ["记下来", "不用", "以后别问我"]
    assert asked.reply_to is not None
    assert (asked.reply_to.id, asked.silent) == (said.id, True)
    assert await kept_anywhere(town, LAMP) == ["jots"], "one row until he says so"

    nosy = await town.chen.presses("记下来", on=asked)
    assert nosy.text == "这是问老赵的，要本人点才算。"
    assert await kept_anywhere(town, LAMP) == ["jots"]

    await town.bot_restarts()
    acts = 1
    pressed = await town.zhao.presses("记下来", on=asked)
    assert pressed.alert == "记好了，第1件。您还没在私聊里按过“开始”，有回音请看群里第1件的卡片。"
    receipt = await town.zhao.sees("记好了，第1件。最晚周四答复您。", to=town.building3)
    assert (receipt.id, receipt.labels) == (asked.id, []), "the question itself became the receipt"
    card = await town.zhao.sees("第1件 · 我想要", to=town.building3)
    assert "老赵说的" in card.text
    assert "🔧 报修 · 3号楼3楼" in card.text
    assert set(await kept_anywhere(town, LAMP)) == {"wishes"}

    await answers(town, town.foreman, "办好了", photo=True)
    mended = await town.zhao.sees("张师傅：办好了", to=town.building3)
    assert mended.photo is not None
    assert await town.zhao.is_at_start(), "he never wrote to the bot"
    assert acts == 1
    again = await town.zhao.presses("说声谢谢", on=mended)
    assert again.text == "谢意带到了。"


async def test_what_is_not_wanted_leaves_no_trace(town: Estate) -> None:
    said = await town.wang.says("昨晚谁家又打麻将到两点", to=town.building3)
    await jots(town.liu, said, town)
    asked = await town.wang.sees(QUESTION, to=town.building3)
    left = await town.wang.presses("不用", on=asked)
    assert left.text == "好，没有留。"
    await town.wang.does_not_see(QUESTION, to=town.building3)
    assert await kept_anywhere(town, "打麻将") == []
    await town.wang.does_not_see("第1件", to=town.building3)

    # whoever asks: once a day, and the asker hears it kindly
    other = await town.wang.says("电梯里有人抽烟", to=town.building3)
    command = await jots(town.chen, other, town)
    told = await town.chen.sees("这会儿不好去问王阿姨", to=town.building3)
    assert told.reply_to is not None
    assert told.reply_to.id == command.id
    assert await kept_anywhere(town, "抽烟") == []
    await town.world.advances(hours=24)
    await jots(town.chen, other, town)
    await town.wang.presses("记下来", on=await town.wang.sees(QUESTION, to=town.building3))
    await town.wang.sees("“电梯里有人抽烟”", to=town.building3)


async def test_after_an_hour_without_a_press_sentence_and_question_are_gone(town: Estate) -> None:
    said = await town.wang.says(LAMP, to=town.building3)
    await jots(town.liu, said, town)
    asked = await town.wang.sees(QUESTION, to=town.building3)
    await town.world.advances(minutes=59)
    await town.wang.sees(QUESTION, to=town.building3)
    await town.bot_restarts()
    await town.world.advances(minutes=1)
    await town.world.settle()
    await town.wang.does_not_see(QUESTION, to=town.building3)
    assert await kept_anywhere(town, LAMP) == []
    with pytest.raises(AssertionError, match="no button"):
        await town.wang.presses("记下来", on=asked)


async def test_whoever_asked_not_to_be_asked_is_left_alone_until_they_change_their_mind(small_town: Estate) -> None:
    town = small_town
    said = await town.wang.says(LAMP, to=town.building3)
    await jots(town.liu, said, town)
    never = await town.wang.presses("以后别问我", on=await town.wang.sees(QUESTION, to=town.building3))
    assert never.alert == "好，没有留，以后也不再问您。哪天想改，私下给我发 /privacy。"
    await town.wang.does_not_see(QUESTION, to=town.building3)
    assert await kept_anywhere(town, LAMP) == []

    await town.world.advances(hours=48)
    await jots(town.liu, said, town)
    await town.wang.does_not_see(QUESTION, to=town.building3)
    # the same words as for somebody who was asked today: nobody learns that she wants none of it
    await town.liu.sees("这会儿不好去问王阿姨。您家也有这事的话，请自己说一句", to=town.building3)

    await starts(town.wang, town.building3)
    await town.wang.says("/privacy")
    await town.wang.sees("邻居想替您记下哪句话，我也不来问您。")
    await town.wang.presses("可以问我")
    await town.wang.sees("我会当着大家问您一声")
    await jots(town.liu, said, town)
    await town.wang.sees(QUESTION, to=town.building3)


async def test_what_cannot_be_asked_is_answered_clearly(small_town: Estate) -> None:
    town = small_town
    group = town.building3
    await town.liu.says(f"/jot@{BOT}", to=group)
    await town.liu.sees("请在楼里的群里先回复邻居那句话，再发 /jot", to=group)
    await town.liu.starts()
    await town.liu.says("/jot")
    await town.liu.sees("请在楼里的群里先回复邻居那句话，再发 /jot")

    await jots(town.liu, await town.liu.sees("请在楼里的群里先回复", to=group), town)
    await town.liu.sees("这一条不是哪位邻居写的，没有人可问", to=group)

    long_story = await town.wang.says("灯" * 1001, to=group)
    await jots(town.liu, long_story, town)
    await town.liu.sees("那一条太长，我最多记1,000个字", to=group)

    said = await town.wang.says(LAMP, to=group)
    await jots(town.liu, said, town)
    await jots(town.chen, said, town)
    await town.chen.sees("已经在问王阿姨了，等本人自己点。", to=group)

    work = await town.foreman.says("水泵我下午看", to=town.staff)
    await town.secretary.says(f"/jot@{BOT}", to=town.staff, reply_to=work)
    await town.secretary.sees("这个是给楼里的群用的", to=town.staff)


async def test_ones_own_sentence_is_simply_filed(small_town: Estate) -> None:
    """Answering oneself, or writing it behind the command: the preview, as for any sentence."""
    town = small_town
    said = await town.chen.says("自行车棚漏雨了", to=town.building3)
    await jots(town.chen, said, town)
    preview = await town.chen.sees("这样写对吗", to=town.building3)
    assert "“自行车棚漏雨了”" in preview.text
    await town.chen.presses("发到群里", on=preview)
    await town.chen.sees("第1件", to=town.building3)

    await town.liu.says(f"/jot@{BOT} 楼道里放一把椅子吧", to=town.building3)
    await town.liu.says(
        "取消", to=town.building3, reply_to=await town.liu.sees("“楼道里放一把椅子吧”", to=town.building3)
    )
    # in the middle of something it asks first
    await town.liu.says(f"/want@{BOT} 门禁坏了", to=town.building3)
    await jots(town.liu, await town.liu.says("垃圾桶满了", to=town.building3), town)
    await town.liu.sees("刚才那件还没说完。要放下它，去看 /jot 吗", to=town.building3)
    await town.liu.presses("不写了", to=town.building3)
    await town.liu.sees("“垃圾桶满了”", to=town.building3)


async def test_a_picture_without_words_is_asked_for_its_line(small_town: Estate) -> None:
    """The author agrees with one press and says one line, in the group, without ever having pressed Start."""
    town = small_town
    picture = await town.zhao.photographs(to=town.building3)
    await jots(town.liu, picture, town)
    await town.zhao.presses("记下来", on=await town.zhao.sees(QUESTION, to=town.building3))
    question = await town.zhao.sees("想说什么", to=town.building3)
    assert question.asks_me
    await town.zhao.does_not_see(QUESTION, to=town.building3)
    await town.zhao.says("楼梯扶手松了", to=town.building3, reply_to=question)
    await town.zhao.presses("发到群里", to=town.building3)
    await town.zhao.presses("没有，发", to=town.building3)  # other people's faces, children
    card = await town.zhao.sees("第1件", to=town.building3)
    assert "“楼梯扶手松了”" in card.text
    assert card.photo is not None
    assert await town.zhao.is_at_start()


async def test_what_is_delicate_is_noted_for_the_committee_and_leaves_the_group(small_town: Estate) -> None:
    town = small_town
    said = await town.wang.says("我家老头中风了，下不了楼", to=town.building3)
    await jots(town.liu, said, town)
    pressed = await town.wang.presses("记下来", on=await town.wang.sees(QUESTION, to=town.building3))
    assert pressed.alert == "记好了，第1件，只给居委会看，群里不出现。"
    await town.wang.does_not_see(QUESTION, to=town.building3)
    await town.wang.does_not_see("第1件", to=town.building3)
    await town.secretary.sees("我家老头中风了", to=town.staff)


async def test_danger_words_bring_the_numbers_once_their_author_agrees(small_town: Estate) -> None:
    town = small_town
    said = await town.wang.says("五楼煤气味好大", to=town.building3)
    await jots(town.liu, said, town)
    await town.wang.presses("记下来", on=await town.wang.sees(QUESTION, to=town.building3))
    await town.wang.sees("119", to=town.building3)
    await town.secretary.sees("煤气味", to=town.staff)


async def test_an_unfinished_wish_is_not_lost_to_a_press(small_town: Estate) -> None:
    town = small_town
    said = await town.wang.says(LAMP, to=town.building3)
    await town.wang.says(f"/want@{BOT} 信箱坏了", to=town.building3)
    await jots(town.liu, said, town)
    asked = await town.wang.sees(QUESTION, to=town.building3)
    held = await town.wang.presses("记下来", on=asked)
    assert held.alert == "您在这里还有一件没说完。先说完它，或者发 /cancel，再来按。"
    await town.wang.presses("发到群里", to=town.building3)
    await town.wang.presses("记下来", on=asked)
    await town.wang.sees("记好了，第2件", to=town.building3)


async def test_a_question_that_is_over_says_so_and_goes(small_town: Estate) -> None:
    """A press that crosses with the answer, or one on a question which a crash left standing."""
    town = small_town
    said = await town.wang.says(LAMP, to=town.building3)
    await jots(town.liu, said, town)
    asked = await town.wang.sees(QUESTION, to=town.building3)
    app = town.running.app
    assert app is not None
    async with app.store.units.writing() as uow:
        await uow.jots.drop(1)
    late = await town.wang.presses("记下来", on=asked)
    assert late.alert == "这一问已经过去了，那句话没有留下。想记下来，请自己说一句。"
    await town.wang.does_not_see(QUESTION, to=town.building3)


async def test_in_english_and_each_in_their_own_language(small_town: Estate) -> None:
    """Emma speaks English: the question to a Chinese neighbour stays Chinese, the one to her is as she chose."""
    town = small_town
    await town.emma.joins(town.building3)
    said = await town.wang.says(LAMP, to=town.building3)
    await jots(town.emma, said, town)
    await town.wang.sees(QUESTION, to=town.building3)

    await starts(town.emma, town.building5)
    await town.emma.says("/language en")
    own = await town.emma.says("The entrance light on the third floor is broken", to=town.building3)
    await jots(town.liu, own, town)
    asked = await town.emma.sees("shall I note this for the committee?", to=town.building3)
    assert asked.text == "Emma, shall I note this for the committee? If you don’t tap, I keep nothing."
    assert asked.labels == ["Note it", "No need", "Don’t ask again"]
    pressed = await town.emma.presses("Note it", on=asked)
    assert pressed.text == "Noted: no. 1."
    await town.emma.sees("Noted: no. 1. You’ll have an answer by Thursday.", to=town.building3)
    await jots(town.emma, await town.zhao.says("灯坏了", to=town.building3), town)
    await jots(town.emma, await town.zhao.says("门也坏了", to=town.building3), town)
    await town.emma.sees("I can’t ask 老赵 just now.", to=town.building3)


async def test_a_command_beside_a_neighbours_words_keeps_none_of_them(small_town: Estate) -> None:
    """`/want` given as an answer: what the neighbour wrote is dropped before anything is stored."""
    town = small_town
    said = await town.wang.says("我家小孩发烧了", to=town.building3)
    await town.liu.says(f"/want@{BOT} 想要一个急救箱", to=town.building3, reply_to=said)
    await town.liu.sees("“想要一个急救箱”", to=town.building3)
    assert await kept_anywhere(town, "发烧") == []
    await files(town, town.liu, "楼下要一盏灯")
