"""Traditional characters: who reads them is spoken to in them, and finds what others wrote in simplified ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError
from bot.texts.catalog import Catalog
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, CHECKOUT, ESTATES, TOKEN, Estate, config_for, estate
from tests.scenarios.scenes import answers, files, starts

HONG_KONG: dict[str, object] = {"texts": {"terms_file": str(CHECKOUT / "docs/terms/hong-kong.yaml")}}


async def test_a_neighbour_with_a_traditional_phone_is_spoken_to_in_her_script(town: Estate) -> None:
    lin = await town.world.person("林太太", language="zh-hant")
    await lin.joins(town.building3)
    await lin.presses("我想要", to=town.building3)
    await lin.sees("想要什麼，或者哪裡壞了？")
    await lin.says("三樓走廊的燈壞了")
    preview = await lin.sees("這樣寫對嗎？")
    assert "「三樓走廊的燈壞了」" in preview.text
    assert "🔧 報修 · 3號樓3樓" in preview.text
    await lin.presses("發到群裡")
    await lin.sees("記好了，第1件。")
    # The group's card is in the group's language; her words are as she wrote them.
    card = await town.chen.sees("第1件", to=town.building3)
    assert "“三樓走廊的燈壞了”" in card.text
    assert "等答复" in card.text

    await answers(town, town.foreman, "答应", day="3月20日")
    told = await lin.sees("第1件有回音")
    assert "答應3月20日（週五）前辦好" in told.text

    await lin.says("我的")
    await lin.sees("第1件 「三樓走廊的燈壞了」 · 答應了日子")


async def test_one_finds_what_the_other_wrote(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    lin = await town.world.person("林太太", language="zh-hant")
    await lin.joins(town.building3)
    await starts_in_traditional(lin, town)
    await lin.says("找一下 燈壞")
    await lin.sees("帶「燈壞」的有1件")
    await lin.says("三樓走廊燈不亮")
    assert "第1件「三楼走廊的灯坏了」" in (await lin.sees("好像有人說過")).text
    await lin.presses("我家也是", on=await lin.last())
    await lin.sees("第1件也算您一家")

    await files(town, town.chen, "大廳的長椅斷了")
    await town.wang.says("/find 长椅")
    await town.wang.sees("第2件 “大廳的長椅斷了”")


async def starts_in_traditional(person, town: Estate) -> None:  # type: ignore[no-untyped-def]
    await person.presses("我想要", to=town.building3)
    await person.presses("取消")


async def test_the_language_is_chosen_for_oneself_and_for_a_group(small_town: Estate) -> None:
    town = small_town
    await starts(town.wang, town.building3)
    await town.wang.says("/language 繁體")
    assert (await town.wang.last()).text == "好的，以後我用繁體中文。"
    await town.wang.says("幫助")
    await town.wang.sees("鄰願能做什麼")
    await town.wang.says("/language")
    await town.wang.presses("简体中文")
    assert (await town.wang.last()).text == "好的，以后我说中文。"

    await town.secretary.says(f"/language@{BOT} zh-Hant", to=town.building3)
    await town.secretary.sees("好的，以後我用繁體中文。", to=town.building3)
    await town.chen.says(f"/wishes@{BOT}", to=town.building3)
    await town.chen.sees("等答覆", to=town.building3)


async def test_in_hong_kong_the_bodies_have_their_own_names_everywhere(open_estate: Open) -> None:
    async with open_estate(language="zh-Hant", extra=HONG_KONG) as town:
        for person in (town.wang, town.foreman, town.secretary):
            await person.starts()
            await person.says("/language 繁體")
        await town.wang.presses("我想要", to=town.building3)
        await town.wang.says("電梯很慢")
        await town.wang.presses("只給居民會")
        await town.wang.presses("我想要", to=town.building3)
        await town.wang.says("大門的鎖壞了")
        await town.wang.presses("發到群裡")
        await answers_in_traditional(town)
        assert "管理處張師傅：答應" in _as_traditional((await town.chen.sees("第2件", to=town.building3)).text)
        await town.wang.says("/help")
        await town.wang.says("/start")
        everything = [*await town.wang.reads(), *await town.wang.reads(to=town.building3)]
        everything += await town.foreman.reads(to=town.staff)
        said = "\n".join("\n".join((message.text, *message.labels)) for message in everything)
        shipped = [Catalog.load().text(f"body-{body}", {}, "zh-Hant") for body in ("committee", "property", "owners")]
        assert [name for name in (*shipped, "居委會", "業委會") if name in said] == []
        assert "居民會" in said
        # English neighbours meet English names of the same house.
        await town.emma.presses("我想要", to=town.building5)
        await town.emma.says("The gate is broken")
        assert "Residents’ association only" in (await town.emma.last()).labels


def _as_traditional(text: str) -> str:
    return text.replace("张师傅", "張師傅")


async def answers_in_traditional(town: Estate) -> None:
    staff = town.staff
    await town.foreman.presses("答覆", to=staff)
    await town.foreman.presses("答應辦", to=staff)
    await town.foreman.says("下週五", to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.says("跳過", to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.presses("對", to=staff)


async def test_a_file_of_names_that_cannot_be_used_stops_the_start_with_a_reason(
    sqlite_url: str, tmp_path: Path
) -> None:
    names = tmp_path / "terms.yaml"
    names.write_text("zh-Hant:\n  comittee: 法團\n", encoding="utf-8")
    extra: dict[str, object] = {"texts": {"terms_file": str(names)}}
    with pytest.raises(SettingsError, match="below zh-Hant only these are expected: committee, property"):
        async with estate(sqlite_url, tmp_path, extra=extra):
            pass
    config = config_for("http://127.0.0.1:9", tmp_path, estates=list(ESTATES), language="zh", extra=extra)
    assert Settings.load(config, {"BOT_TOKEN": TOKEN}).texts.terms_path == names
