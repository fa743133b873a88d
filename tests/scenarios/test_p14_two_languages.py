"""The same day in Chinese and in English; who is spoken to in which; days, plurals, and people's words as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer
from simulator.client import Message, Person
from tests.scenarios.estate import BEGINNING, BOT, WITHOUT_PACE, Estate, estate
from tests.scenarios.scenes import answers, files, starts

CHINESE = re.compile("[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+")
LATIN = re.compile("[A-Za-z]{2,}")
#: signs of nearly every sentence that no traditional text has
SIMPLIFIED = re.compile("[这个们说话对吗时间过还没应该为从给让来发记办复楼层谢请写图张听见谁钱员录条愿邻区业户组动键]")


async def test_per_person_else_per_chat_else_config(town: Estate) -> None:
    await town.emma.presses("我想要", to=town.building5)  # a Chinese group, an English phone: asked in English
    await town.emma.sees("What is broken or wanted?")
    await town.emma.says("The gate is broken")
    await town.emma.presses("Post")
    assert "第1件 · 我想要" in (await town.chen.last(to=town.building5)).text
    await town.emma.says(f"/wishes@{BOT}", to=town.building5)  # a phone is no wish to be spoken to so before all
    assert "阳光小区 · 等答复" in (await town.emma.last(to=town.building5)).text
    await town.emma.says("/language")
    assert (await town.emma.last()).labels == ["简体中文", "English", "繁體中文"]
    await town.emma.presses("English")
    assert (await town.emma.last()).text == "All right, I’ll speak English from now on."
    await town.emma.says(f"/wishes@{BOT}", to=town.building5)
    assert "Waiting" in (await town.emma.last(to=town.building5)).text
    own = await town.emma.presses("我家也是", on=await town.emma.sees("第1件 · 我想要", to=town.building5))
    assert own.alert == "No. 1 is yours; you are counted already."

    await starts(town.chen, town.building5)
    await town.chen.presses("我家也是", on=await town.chen.sees("第1件 · 我想要", to=town.building5))
    await answers(town, town.foreman, "答复", words="The key is at the gate 钥匙在门房")
    assert "News on no. 1, from 张师傅 of the property office" in (await town.emma.last()).text
    assert "第1件有回音。物业张师傅说" in (await town.chen.last()).text
    assert "物业张师傅：The key" in (await town.chen.sees("第1件 · 我想要", to=town.building5)).text

    await town.emma.says("/language 中文")
    assert (await town.emma.last()).text == "好的，以后我说中文。"
    await town.emma.says("/help")
    assert "邻愿能做什么" in (await town.emma.last()).text
    await town.emma.says("/language Klingon")
    assert (await town.emma.last()).text == "我不会“Klingon”。现在会中文和 English。"
    await town.emma.says("english")
    await town.emma.says("/help")
    assert "What Wishwell can do" in (await town.emma.last()).text


async def test_the_language_of_a_group_is_chosen_by_the_staff(town: Estate) -> None:
    await town.emma.says(f"/language@{BOT}", to=town.building5)
    refused = await town.emma.last(to=town.building5)
    assert "由居委会、物业、业委会或者群管理来定" in refused.text
    assert not refused.labels
    await town.emma.says(f"/language@{BOT} en", to=town.building5)
    assert "由居委会" in (await town.emma.last(to=town.building5)).text

    await town.secretary.says(f"/language@{BOT}", to=town.building5)
    asked = await town.secretary.sees("我在这个群里说哪种话", to=town.building5)
    pressed = await town.chen.presses("English", to=town.building5)
    assert "由居委会" in (pressed.alert or "")
    assert (await town.chen.last(to=town.building5)).text == asked.text
    await town.secretary.presses("English", to=town.building5)
    assert (await town.chen.last(to=town.building5)).text == "All right, I’ll speak English from now on."

    await starts(town.emma, town.building5)
    await files(town, town.emma, "The gate is broken", group=town.building5, how="Post")
    card = await town.chen.last(to=town.building5)
    assert "No. 1 · I want" in card.text
    assert "Waiting for an answer, by Thu 5 March" in card.text
    assert "第1件 · 我想要" in (await town.foreman.last(to=town.staff)).text  # the staff chat stays Chinese
    await town.chen.says(f"/want@{BOT} 门也关不上", to=town.building5)  # his phone is Chinese, the group is not
    await town.chen.sees("Is this right?", to=town.building5)
    await town.chen.presses("Cancel", to=town.building5)
    await town.chen.presses("Same here", on=card)
    assert town.chen.last_alert is not None
    assert "Counted." in town.chen.last_alert
    await files(town, town.wang, "灯坏了")
    assert "第2件" in (await town.chen.last(to=town.building3)).text  # the other group stays Chinese


@pytest.mark.parametrize("time_zone", ["Asia/Shanghai", "America/Los_Angeles"])
async def test_days_are_the_estates(sqlite_url: str, tmp_path: Path, time_zone: str) -> None:
    # It begins at 01:00 UTC: Monday 09:00 in Shanghai, Sunday 17:00 in Los Angeles.
    async with estate(sqlite_url, tmp_path, time_zone=time_zone) as town:
        await starts(town.wang, town.building3)
        monday = time_zone == "Asia/Shanghai"
        await town.world.advances(hours=14.5 if monday else 6.5)  # 23:30 there
        await files(town, town.wang, "三楼走廊的灯坏了")
        due = "3月5日（周四）" if monday else "3月4日（周三）"
        assert f"最晚{due[-3:-1]}答复您" in (await town.wang.sees("记好了，第1件")).text
        assert f"等答复，最晚{due}" in (await town.chen.last(to=town.building3)).text
        await town.foreman.presses("更多", to=town.staff)
        filed = "3月2日（周一）23:30" if monday else "3月1日（周日）23:30"
        assert f"{filed} 提的" in (await town.foreman.last(to=town.staff)).text

        await town.world.advances(hours=1)  # 00:30, another day there
        await files(town, town.wang, "二楼走廊的灯坏了")
        later = "3月6日（周五）" if monday else "3月5日（周四）"
        assert f"等答复，最晚{later}" in (await town.chen.last(to=town.building3)).text
        await answers(town, town.foreman, "答应", day="明天", about="第1件 · 我想要")
        tomorrow = "3月4日（周三）" if monday else "3月3日（周二）"
        await town.world.advances(hours=8)  # nobody is told at night
        assert f"答应{tomorrow}前办好" in (await town.wang.sees("第1件有回音")).text


NASTY = "<b>门</b> &amp; @laozhao <a href='tg://user?id=1'>坏了</a> { $n } https://x.cn"
NASTY_NAME = "<i>Bob</i> & @wang"
OWN_MARKUP = {"bold", "blockquote", "expandable_blockquote", "bot_command", "url"}


async def test_peoples_words_are_shown_as_they_wrote_them_everywhere(small_town: Estate) -> None:
    town = small_town
    bob = await town.world.person(NASTY_NAME)
    lobby = await town.world.group("<u>7号楼</u> & @all", creator=town.secretary, members=[bob, town.chen])
    await town.secretary.says(f"/bind@{BOT} 7号楼", to=lobby)
    await starts(town.chen, lobby)

    async def shown(person: Person, words: str = NASTY, *, where: Any = None) -> Message:
        there = [message for message in await person.reads(to=where) if words in _as_read(message)]
        assert there, f"{person.name} does not see {words!r}"
        message = there[-1]
        _has_only_own_markup(message)
        return message

    await bob.presses("我想要", to=lobby)
    await bob.says(NASTY)
    await shown(bob)
    await bob.presses("发到群里")
    await shown(town.chen, where=lobby)
    await shown(town.chen, NASTY_NAME, where=lobby)
    await shown(town.foreman, where=town.staff)
    await shown(town.foreman, NASTY_NAME, where=town.staff)

    await town.chen.says("/wish 1")
    await shown(town.chen)
    for command in ("/wishes", "/find <b>", "/mine"):
        await bob.says(command)
        await shown(bob, NASTY[:30])
    await bob.says("/find <script>")
    await shown(bob, "<script>")
    await bob.says("/language <u>")
    await shown(bob, "<u>")
    await bob.says("/privacy")
    await shown(bob, "<u>7号楼</u> & @all")

    helper = await town.world.person("<s>Al</s> & @bob")
    await helper.joins(town.staff)
    await town.secretary.promotes(helper, in_=town.staff)
    await helper.joins(lobby)
    await helper.presses("我来帮", to=lobby)
    await town.world.advances(minutes=6)
    await helper.presses("我来办", to=town.staff)
    await shown(town.chen, "<s>Al</s> & @bob在办", where=lobby)
    await answers(town, helper, "答复", words=NASTY)
    told = await shown(bob)
    assert _as_read(told).count(NASTY) == 2
    assert "群管理<s>Al</s> & @bob说" in _as_read(told)
    await shown(town.chen, where=lobby)
    await town.foreman.presses("更多", to=town.staff)
    await shown(town.foreman, "愿意来帮的：<s>Al</s> & @bob", where=town.staff)
    await town.foreman.presses("答复", on=await town.foreman.sees("第1件 · 我想要", to=town.staff))
    await town.foreman.presses("答应", to=town.staff)
    await town.foreman.says("<b>哪天</b>", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    await shown(town.foreman, "没看懂“<b>哪天</b>”是哪天", where=town.staff)


def _as_read(message: Message) -> str:
    """The text as it looks: what keeps Telegram from making mentions has no width."""
    return message.text.replace("\u2060", "")


def _has_only_own_markup(message: Message) -> None:
    kinds = {entity["type"] for entity in message.entities}
    assert kinds <= OWN_MARKUP, f"{kinds - OWN_MARKUP} in {message.html}"


# ---- a whole day in each language ---------------------------------------------------------------------------------

Texts = Callable[[str], str]
PEOPLES_OWN = (
    *("阳光小区", "3号楼邻居群", "5号楼邻居群", "阳光小区工作群"),
    *("王阿姨", "小陈", "刘敏", "老赵", "李书记", "张师傅", "钱主任", "Emma"),
)
DAYS = {
    "en": {
        "lamp": "The third-floor light is out",
        "ladder": "I can lend a ladder",
        "bench": "A bench in the lobby",
        "more": "The parts are ordered",
        "why": "the fire lane must stay clear",
        "day": "20 March",
        "junk": "gibberish",
        "skip": "skip",
        "floor": "Building 3, floor 5",
    },
    "zh": {
        "lamp": "三楼走廊的灯坏了",
        "ladder": "我家有梯子可以借",
        "bench": "大堂放一张长椅",
        "more": "灯具已经订了",
        "why": "消防通道不能占",
        "day": "3月20日",
        "junk": "胡话",
        "skip": "跳过",
        "floor": "3号楼5楼",
    },
    "zh-Hant": {
        "lamp": "三樓走廊的燈壞了",
        "ladder": "我家有梯子可以借",
        "bench": "大堂放一張長椅",
        "more": "燈具已經訂了",
        "why": "消防通道不能佔",
        "day": "3月20日",
        "junk": "胡話",
        "skip": "跳過",
        "floor": "3號樓5樓",
    },
}


@pytest.mark.parametrize("language", ["en", "zh", "zh-Hant"])
async def test_a_whole_day_is_in_one_language(sqlite_url: str, tmp_path: Path, language: str) -> None:
    """Whatever the bot says in an English day has no Chinese in it, and the other way round; in traditional
    characters none of the simplified.
    """
    texts = Renderer(Catalog.load(strict=True), BOT).words

    def t(key: str) -> str:
        return texts(key, language)

    words = DAYS[language]
    async with estate(sqlite_url, tmp_path, language=language, extra=WITHOUT_PACE) as town:
        await town.world.limits(False)
        town.running.stride = timedelta(seconds=1)
        everyone = [town.wang, town.chen, town.foreman, town.secretary]
        for person in everyone:
            await person.starts()
            await person.says(f"/language {language}")
        begun = len(await town.world.calls())
        await _a_wish_and_its_answer(town, t, words)
        await _another_declined(town, t, words)
        await _looking_around(town, t, words)
        await _left_lying(town, t, words)
        said = list(_said((await town.world.calls())[begun:]))
    lines = {line for text in said for line in text.splitlines()}
    for key in (
        "preview-ask",
        "thanked",
        "refused-nothing-open",
        "dialog-reminder",
        "refused-dialog-expired",
        "notices-told-weekly",
    ):
        assert t(key) in lines, f"the day had no {key}"
    own = sorted({*PEOPLES_OWN, *words.values()}, key=len, reverse=True)
    alien = [(text, found) for text in said if (found := _alien(text, language, own))]
    assert not alien
    assert len(said) > 100


async def _a_wish_and_its_answer(town: Estate, t: Texts, words: dict[str, str]) -> None:
    await town.wang.presses(t("button-want"), to=town.building3)
    await town.wang.photographs()
    await town.wang.says(words["lamp"])
    for aspect in ("kind", "category"):
        await town.wang.presses(t("button-change"))
        await town.wang.presses(t(f"button-change-{aspect}"), on=await town.wang.last())
        await town.wang.presses(t("button-back"))
        await town.wang.presses(t("button-back"))
    await town.wang.presses(t("button-change"))
    await town.wang.presses(t("button-change-place"))
    await town.wang.says(words["floor"])
    await town.wang.presses(t("button-post"))
    await town.wang.presses(t("button-no-faces"))
    for person, button in ((town.chen, "join"), (town.chen, "join"), (town.chen, "support"), (town.wang, "join")):
        await person.presses(t(f"button-{button}"), to=town.building3)
    await town.zhao.presses(t("button-help-with"), to=town.building3)

    await town.foreman.presses(t("button-take"), to=town.staff)
    await _answer(town, town.foreman, t, "promise", day=words["day"], junk=words["junk"], words=words["more"])
    await town.foreman.presses(t("button-more"), to=town.staff)
    await town.foreman.presses(t("button-hand-back"), to=town.staff)
    await _answer(town, town.foreman, t, "done", words=words["skip"], photo=True)
    await town.world.advances(hours=10)  # the second news of the day comes in the evening
    await town.wang.presses(t("button-thanks"))
    await town.chen.presses(t("button-thanks"))
    await town.chen.presses(t("button-thanks"), to=town.building3)


async def _another_declined(town: Estate, t: Texts, words: dict[str, str]) -> None:
    asked = f"/suggest@{BOT}"
    await town.chen.says(asked, to=town.building3)
    await town.chen.says(words["bench"], to=town.building3)
    await town.chen.presses(t("button-post"), to=town.building3)
    await _answer(town, town.secretary, t, "decline", words=words["why"])
    await town.chen.says(words["ladder"])
    await town.chen.presses(t("button-committee-only"))
    await _answer(town, town.secretary, t, "reply", words=words["more"])


async def _answer(
    town: Estate,
    speaker: Person,
    t: Texts,
    kind: str,
    *,
    words: str,
    day: str | None = None,
    junk: str | None = None,
    photo: bool = False,
) -> None:
    await speaker.presses(t("button-answer"), to=town.staff)
    await speaker.presses(t(f"button-answer-{kind}"), to=town.staff)
    for said in (junk, day, words):
        if said is not None:
            await speaker.says(said, to=town.staff, reply_to=await speaker.last(to=town.staff))
    if photo:
        await speaker.photographs(to=town.staff, reply_to=await speaker.last(to=town.staff))
        await speaker.presses(t("button-done"), to=town.staff)
    await speaker.presses(t("button-confirm"), to=town.staff)


async def _looking_around(town: Estate, t: Texts, words: dict[str, str]) -> None:
    asked = ["wishes", "mine", "wish", "wish 1", "wish 99", f"find {words['lamp'][:3]}", "find 777", "find", "help"]
    for command in (*asked, "language", "cancel", "nonsense", "bind 3", "menu", "start", "notices", "privacy"):
        await town.chen.says(f"/{command}", settle=False)
    await town.world.settle()
    await town.chen.presses(t("attention-weekly"))
    await town.chen.presses(t("attention-daily"))
    await town.chen.presses(t("button-mention-on"))
    await town.chen.presses(t("button-wishes"))
    await town.chen.presses(t("filter-all"))
    await town.chen.presses(t("button-where-here"))
    for command in ("wishes", "help", "bind", "bind staff", "privacy", "menu", "want", "cancel"):
        name, _, rest = command.partition(" ")
        await town.secretary.says(f"/{name}@{BOT} {rest}", to=town.staff, settle=False)
    for command in ("menu", "language", "mine", "notices", "bind"):
        await town.secretary.says(f"/{command}@{BOT}", to=town.building3, settle=False)
    await town.world.settle()


async def _left_lying(town: Estate, t: Texts, words: dict[str, str]) -> None:
    await town.chen.says(words["bench"])
    await town.chen.says("/wishes")
    await town.chen.presses(t("button-stay"))
    await town.world.advances(minutes=61)
    await town.world.advances(hours=25)
    assert await town.world.now() - BEGINNING > timedelta(days=1)


def _said(calls: list[dict[str, Any]]) -> Iterator[str]:
    """Every text the bot sent: messages, captions, buttons, toasts, placeholders."""
    for call in calls:
        params = call["params"]
        for name in ("text", "caption"):
            if params.get(name):
                yield html.unescape(re.sub(r"<[^>]*>", "", str(params[name])))
        markup = params.get("reply_markup") or {}
        for row in markup.get("inline_keyboard", ()):
            yield from (button["text"] for button in row)
        if placeholder := markup.get("input_field_placeholder"):
            yield placeholder


def _alien(text: str, language: str, own: list[str]) -> str | None:
    """The first piece of another language in this text, people's own words and names left out."""
    for words in own:
        text = text.replace(words, "")
    if language == "en":
        found = CHINESE.search(re.sub("简体中文|繁體中文|中文", "", text))
    else:
        plain = re.sub(r"/[a-z]+( staff)?|Telegram|config\.yaml|English|CSV|XLSX|YAML|staff", "", text)
        found = (
            LATIN.search(plain) or (language == "zh-Hant" and SIMPLIFIED.search(plain.replace("简体中文", ""))) or None
        )
    return found.group() if found else None
