"""Voice notes: said by a neighbour, heard by the committee alone, written down in one line by somebody."""

from __future__ import annotations

import aiohttp

from simulator.client import Message, Person
from simulator.voices import length_s
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, presses_twice, starts

POST, NAMELESS, COMMITTEE = "写成文字，发到群里", "写成文字，不露姓名", "只给居委会"


async def speaks(town: Estate, person: Person, how: str = POST, *, seconds: int = 12) -> None:
    """By the pinned card's button, in one note and one press."""
    await person.presses("我想要", to=town.building3)
    await person.speaks(seconds)
    await person.presses(how)


async def writes_down(
    town: Estate, person: Person, words: str, *, to_staff: bool = True, about: str | None = None
) -> None:
    """The whole dialog, in the staff chat or in private; on the newest note, or the one whose caption holds `about`."""
    to = town.staff if to_staff else None
    await person.presses("写成一句话", to=to, on=await person.sees(about, to=to) if about else None)
    await person.says(words, to=to, reply_to=await person.last(to=to) if to_staff else None)
    await person.presses("对", to=to)


async def heard(town: Estate, message: Message) -> int | None:
    """How long the sound is that this message plays, in seconds."""
    assert message.voice is not None, f"nothing to be heard: {message}"
    async with aiohttp.ClientSession() as session, session.get(f"{town.world.base_url}{message.voice}") as answer:
        return length_s(await answer.read())


async def test_an_old_neighbour_speaks_and_the_caretaker_writes_it_down(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.sees("一句话或一段语音就行")
    await town.wang.speaks(12)
    preview = await town.wang.sees("这样写对吗")
    assert "🎤 语音 0:12" in preview.text
    assert "语音不发到群里" in preview.text
    assert preview.labels[:4] == [POST, NAMELESS, COMMITTEE, "改"]
    await presses_twice(town.wang, preview, POST)
    await town.wang.sees("记好了，第1件。最晚周四答复您。有人会把它写成一句话，写好了给您看。")

    # Nobody in the building hears or sees anything of it.
    await town.chen.does_not_see("第1件", to=town.building3)
    await starts(town.chen, town.building3)
    await town.chen.says("/wishes")
    await town.chen.sees("这里还没有")
    await town.chen.says("/wish 1")
    await town.chen.sees("没找到第1件")

    # The staff chat has the card, and the note itself, once.
    card = await town.foreman.sees("等人写成一句话", to=town.staff)
    assert "王阿姨" in card.text
    assert card.voice is None
    note = await town.foreman.sees("第1件的语音 · 0:12", to=town.staff)
    assert await heard(town, note) == 12
    assert note.silent
    assert [message.voice for message in await town.foreman.reads(to=town.staff)].count(note.voice) == 1

    # A restart in the middle of writing it down loses nothing.
    await town.foreman.presses("写成一句话", to=town.staff)
    await town.bot_restarts()
    question = await town.foreman.sees("请听第1件的语音（0:12）", to=town.staff)
    await town.foreman.says("三楼走廊\n灯坏了", to=town.staff, reply_to=question)
    assert "“三楼走廊 灯坏了”" in (await town.foreman.sees("第1件这样写，对吗", to=town.staff)).text
    await town.foreman.presses("对", to=town.staff)
    await town.foreman.sees("写好了，第1件谢谢您", to=town.staff)

    # It goes where she chose, in words alone; she is told and says it better.
    neighbours = await town.chen.sees("第1件", to=town.building3)
    assert "“三楼走廊 灯坏了”（根据语音写的）" in neighbours.text
    assert "王阿姨说的" in neighbours.text
    assert "🔧 报修 · 3号楼3楼" in neighbours.text
    assert "张师傅" not in neighbours.text
    assert not any(message.voice for message in await town.chen.reads(to=town.building3))
    note = await town.secretary.sees("第1件的语音 · ", to=town.staff)
    assert "✍️ 张师傅写的：“三楼走廊 灯坏了”" in note.text
    assert note.labels == []
    assert await heard(town, note) == 12
    told = await town.wang.sees("有人把您第1件的语音写成了一句话：“三楼走廊 灯坏了”")
    await town.wang.presses("不对，我来改", on=told)
    await town.wang.says("四楼走廊的灯坏了，晚上看不清")
    await town.wang.presses("对")
    await town.wang.sees("改好了，第1件照您写的来")
    neighbours = await town.chen.sees("第1件", to=town.building3)
    assert "“四楼走廊的灯坏了，晚上看不清”" in neighbours.text
    assert "根据语音" not in neighbours.text
    assert "3号楼4楼" in neighbours.text
    assert "✍️ 本人改成了：“四楼走廊的灯坏了" in (await town.secretary.sees("第1件的语音 · ", to=town.staff)).text
    await town.chen.presses("我家也是", to=town.building3)
    await town.chen.says("/find 看不清")
    await town.chen.sees("带“看不清”的有1件")


async def test_in_the_group_a_note_in_answer_to_the_question_is_taken_and_no_other(small_town: Estate) -> None:
    town = small_town
    await town.chen.says(f"/want@{BOT}", to=town.building3)
    question = await town.chen.sees("一段语音就行", to=town.building3)
    before = len(await town.chen.reads(to=town.building3))
    await town.liu.speaks(4, to=town.building3, plainly=True)  # to the neighbours
    assert len(await town.chen.reads(to=town.building3)) == before + 1
    await town.chen.speaks(7, to=town.building3, reply_to=question)
    preview = await town.chen.sees("这样写对吗", to=town.building3)
    assert "🎤 语音 0:07" in preview.text
    assert preview.labels[:2] == [POST, "改"]
    await town.chen.presses(POST, to=town.building3)
    await town.chen.sees("记好了，第1件", to=town.building3)
    await writes_down(town, town.secretary, "门口的地砖松了")
    card = await town.liu.sees("门口的地砖松了", to=town.building3)

    # Neighbours who answer the card with their voice talk to each other.
    before = len(await town.liu.reads(to=town.building3))
    await town.liu.speaks(3, to=town.building3, reply_to=card)
    assert len(await town.liu.reads(to=town.building3)) == before + 1
    await town.secretary.does_not_see("第2件", to=town.staff)


async def test_each_way_of_being_seen_holds_for_a_voice_and_the_first_line_stands(small_town: Estate) -> None:
    town = small_town
    await speaks(town, town.wang, NAMELESS, seconds=12)
    await speaks(town, town.liu, COMMITTEE, seconds=65)
    await starts(town.chen, town.building3)
    await town.chen.says("/voices")
    await town.chen.sees("这一步要居委会、物业、业委会或者群管理来做")
    card = await town.chair.sees("🎤 语音 0:12", to=town.staff)
    assert "王阿姨" not in card.text
    assert "一位住户说的" in card.text
    await town.chair.says(f"/voices@{BOT}", to=town.staff)
    link = await town.chair.sees("语音私下听，群里不放", to=town.staff)

    # In private one after the other, with nothing of who speaks.
    await town.chair.follows(link.url("去私聊"))
    first = await town.chair.sees("有2段语音等人写成一句话")
    assert "第1件的语音 · 0:12" in first.text
    assert "王阿姨" not in first.text
    assert await heard(town, first) == 12
    await town.chair.presses("听下一段")
    assert "第2件的语音 · 1:05" in (await town.chair.last()).text
    await town.chair.presses("听下一段")
    assert "第1件的语音" in (await town.chair.last()).text
    await town.chair.presses("写成一句话")
    await town.chair.says("楼下有人放鞭炮")

    # Meanwhile somebody is quicker; what came second is not lost silently.
    await writes_down(town, town.foreman, "二楼502门口堆了纸箱", about="第1件的语音 · ")
    late = await town.chair.presses("对")
    assert "第1件别人已经写好了" in late.text
    await town.chair.presses("取消")
    neighbours = await town.chen.sees("堆了纸箱", to=town.building3)
    assert "一位邻居说的" in neighbours.text
    assert "2楼" not in neighbours.text.split("纸箱")[1]
    pressed = await town.chair.presses("写成一句话", on=first)
    assert "第1件别人已经写好了" in pressed.text, "an old button"

    await town.chair.says("/voices")
    await town.chair.sees("有1段语音等人写成一句话")
    await writes_down(town, town.chair, "孩子被同学欺负", to_staff=False)
    await town.chair.says("/voices")
    await town.chair.sees("现在没有等着写的语音")
    await town.chen.does_not_see("欺负", to=town.building3)
    told = await town.liu.sees("有人把您第2件的语音写成了一句话")
    assert "只给居委会看" in told.text
    await town.chen.says("/find 欺负")
    await town.chen.sees("没找到带“欺负”的")
    await town.wang.says("第1件")
    mine = await town.wang.sees("这件是您提的")
    assert await heard(town, mine) == 12


async def test_a_note_is_taken_only_where_it_is_asked_for_and_only_of_some_length(small_town: Estate) -> None:
    town = small_town
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.speaks(301)
    await town.wang.sees("语音太长了，一段最多5分钟")
    await town.wang.speaks(30, file_size=21 * 1024 * 1024)
    await town.wang.sees("语音太长了")
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.presses("改")
    await town.wang.presses("地点")
    await town.wang.speaks(5)
    assert "这里我听不了语音" in (await town.wang.last()).text
    assert "在哪儿" in (await town.wang.last()).text
    await town.wang.says("3号楼5楼")

    # On the preview it goes along with the words, can be replaced, taken back and removed.
    await town.wang.speaks(8)
    preview = await town.wang.last()
    assert "🎤 还有一段语音 0:08" in preview.text
    assert preview.labels[0] == "发到群里"
    await town.wang.speaks(9)
    await town.wang.sees("语音换好了")
    await town.wang.presses("返回")
    assert "0:08" in (await town.wang.last()).text
    await town.wang.presses("改")
    await town.wang.presses("去掉语音")
    assert "🎤" not in (await town.wang.last()).text
    await town.wang.speaks(8)
    await town.wang.presses("发到群里")
    assert "（根据语音写的）" not in (await town.chen.sees("三楼走廊的灯坏了", to=town.building3)).text
    note = await town.foreman.sees("第1件的语音 · 0:08", to=town.staff)
    assert note.labels == []

    await town.foreman.presses("答复", to=town.staff)
    await town.foreman.presses("只答复", to=town.staff)
    await town.foreman.speaks(3, to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    assert "这里我听不了语音" in (await town.foreman.last(to=town.staff)).text


async def test_staff_may_answer_before_anybody_wrote_it_down_and_the_author_may_write_themselves(
    small_town: Estate,
) -> None:
    town = small_town
    await speaks(town, town.wang, seconds=12)
    await answers(town, town.foreman, "答应", day="3月20日", words="我来看看")
    news = await town.wang.sees("第1件有回音")
    assert "🎤 语音 0:12" in news.text
    await town.wang.says("我的")
    await town.wang.sees("第1件 “🎤 语音 0:12” · 答应了日子")
    await town.wang.presses("我自己写一句")
    await town.wang.speaks(4)
    await town.wang.sees("这里我听不了语音")
    await town.wang.says("二楼扶手松了")
    await town.wang.presses("对")
    card = await town.chen.sees("二楼扶手松了", to=town.building3)
    assert "答应3月20日" in card.text
    pressed = await town.foreman.sees("第1件的语音 · ", to=town.staff)
    assert pressed.labels == []
    await town.wang.does_not_see("写成了一句话：")


async def test_what_telegram_no_longer_has_is_sent_from_our_own_bytes_or_missed_in_plain_words(
    small_town: Estate,
) -> None:
    town = small_town
    await speaks(town, town.wang, COMMITTEE, seconds=6)
    (bot,) = town.telegram.bots.values()
    kept = (await town.foreman.sees("第1件的语音 · ", to=town.staff)).body["voice"]
    town.telegram.files.forget(bot, kept["file_id"])
    await town.foreman.starts()
    await town.foreman.says("/voices")
    again = await town.foreman.sees("第1件的语音 · 0:06")
    assert await heard(town, again) == 6
    assert again.voice_s == 6
    assert again.body["voice"]["file_unique_id"] != kept["file_unique_id"]

    # Somebody whose app takes no voice notes from bots still gets the words, and can write the line elsewhere.
    town.telegram.people[town.chair.id].refuses_voices = True
    await town.chair.starts()
    await town.chair.says("/voices")
    missed = await town.chair.sees("第1件的语音 · 0:06")
    assert missed.voice is None
    assert "这段语音在这里放不出来" in missed.text
    await town.foreman.says("/voices")
    assert await heard(town, await town.foreman.last()) == 6

    # Whoever has blocked the bot is not told, and nobody waits for them.
    await town.wang.blocks()
    await writes_down(town, town.secretary, "药送不到家")
    await town.wang.unblocks()
    await town.wang.does_not_see("写成了一句话：")
    await town.foreman.sees("药送不到家", to=town.staff)


async def test_a_voice_note_in_english(small_town: Estate) -> None:
    town = small_town
    await town.emma.presses("我想要", to=town.building5)
    await town.emma.sees("One sentence or a voice note will do")
    await town.emma.speaks(400)
    await town.emma.sees("That voice note is too long: 5 minutes at most.")
    await town.emma.speaks(20)
    preview = await town.emma.sees("🎤 Voice note 0:20")
    assert preview.labels[:4] == ["Write it down and post", "Write it down, no name", "Committee only", "Change"]
    await town.emma.presses("Write it down and post")
    await town.emma.sees(
        "Noted: no. 1. You’ll have an answer by Thursday. Somebody will write it in one line and show you."
    )
    await town.emma.says("my wishes")
    await town.emma.sees("“🎤 voice note 0:20”")
    await town.secretary.starts()
    await town.secretary.says("/language en")
    await town.secretary.says("/voices")
    await town.secretary.sees("One voice note waits to be written down.")
    await town.secretary.presses("Write it in one line")
    await town.secretary.says("The gate of building 5 does not close")
    await town.secretary.presses("Yes")
    await town.secretary.sees("Done, thank you.")
    await town.emma.sees("Somebody wrote your voice note, no. 1, in one line: “The gate of building 5 does not close”")
    await town.chen.sees("“The gate of building 5 does not close”（根据语音写的）", to=town.building5)
    await town.emma.says("/wish 1")
    await town.emma.sees("(written from a voice note)")
