"""How messages look: formatting, names, marks, photos, hostile words."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.page.house import House

pytestmark = pytest.mark.asyncio(loop_scope="session")

FORMATTED = (
    "<b>粗体</b> <i>斜体</i> <u>下划</u> <s>删除</s> <code>x=1</code> <tg-spoiler>秘密</tg-spoiler> "
    '<a href="https://t.me/wishwell_bot?start=w12">第12件</a> /want@wishwell_bot 😀<b>尾</b>'
    "<blockquote>引用<b>里的粗体</b></blockquote><pre>print('楼')</pre>"
)


async def test_bot_api_entities_become_formatting(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, FORMATTED, parse_mode="HTML")
    words = page.locator(".row .words").last
    await expect(words.locator("strong").first).to_have_text("粗体")
    await expect(words.locator("em")).to_have_text("斜体")
    await expect(words.locator("u")).to_have_text("下划")
    await expect(words.locator("s")).to_have_text("删除")
    await expect(words.locator("> code")).to_have_text("x=1")
    await expect(words.locator(".text-link.link")).to_have_text("第12件")
    await expect(words.locator(".text-link.command")).to_have_text("/want@wishwell_bot")
    await expect(words.locator("blockquote strong")).to_have_text("里的粗体")
    await expect(words.locator("pre code")).to_have_text("print('楼')")
    await expect(words.locator("> strong").nth(1)).to_have_text("尾")  # after an emoji: offsets count UTF-16 units


async def test_a_spoiler_shows_its_words_only_after_a_click(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, "<tg-spoiler>秘密</tg-spoiler>", parse_mode="HTML")
    hidden = page.locator(".spoiler-words")
    await expect(hidden).to_have_css("opacity", "0")
    await page.locator(".spoiler").click()
    await expect(hidden).to_have_css("opacity", "1")


async def test_a_long_quote_opens_and_closes(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    text = f"<blockquote expandable>{'很长的引用。' * 60}</blockquote>"
    await house.bot.says(house.group, text, parse_mode="HTML")
    quote = page.locator(".quote-words")
    short = await height_of(page, ".quote-words")
    await page.get_by_role("button", name="展开").click()
    await expect(page.get_by_role("button", name="收起")).to_be_visible()
    assert await height_of(page, ".quote-words") > 2 * short
    await expect(quote).to_contain_text("很长的引用")


async def test_a_short_quote_needs_no_button(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, "<blockquote expandable>短</blockquote>", parse_mode="HTML")
    await expect(page.locator(".quote-words")).to_have_text("短")
    await expect(page.locator(".quote-toggle")).to_be_hidden()


async def test_own_bubbles_stand_right_and_others_left_with_name_and_mark(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await page.get_by_label("输入消息…").fill("灯坏了")
    await page.get_by_role("button", name="发送", exact=True).click()
    await expect(page.locator(".row.mine")).to_contain_text("灯坏了")
    await house.bot.says(house.group, "收到", disable_notification=True)
    other = page.locator(".row.other").last
    await expect(other.locator(".sender-name")).to_have_text("邻愿")
    await expect(other.locator(".bot-mark")).to_have_text("机器人")
    await expect(other.get_by_label("静音发送")).to_be_visible()
    await expect(other.locator("time")).to_have_text("09:00")
    mine = await page.locator(".row.mine .bubble").bounding_box()
    theirs = await other.locator(".bubble").bounding_box()
    assert mine is not None
    assert theirs is not None
    assert mine["x"] > theirs["x"]


async def test_days_are_separated_and_service_messages_stand_in_the_middle(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await expect(page.locator(".service").first).to_contain_text("陈主任（居委会） 创建了群组")
    await expect(page.locator(".service").nth(1)).to_contain_text("邀请 邻愿 进群")
    await expect(page.locator(".day")).to_have_text(["3月2日星期一"])
    await page.get_by_role("button", name="+1天").click()
    await house.bot.says(house.group, "第二天")
    await expect(page.locator(".day")).to_have_text(["3月2日星期一", "3月3日星期二"])


async def test_an_edit_and_a_delete_are_seen_at_once(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    message = await house.bot.says(house.group, "旧的话")
    row = page.locator(f'.row[data-id="{message["message_id"]}"]')
    await expect(row).to_contain_text("旧的话")
    where = {"chat_id": house.group, "message_id": message["message_id"]}
    await house.bot.call("editMessageText", **where, text="新的话")
    await expect(row).to_contain_text("新的话")
    await expect(row.locator(".edited")).to_have_text("已编辑")
    await house.bot.call("deleteMessage", **where)
    await expect(row).to_have_count(0)


async def test_hostile_names_and_texts_stay_words(house: House) -> None:
    attack = '<img src=x onerror="document.title=1">'
    world = house.server.world
    mallory = world.add_person(name=attack)
    page = await house.opens(mallory)
    from_group = await house.opens(house.wang, house.group)
    await house.does(mallory, "join", chat=house.group)
    await house.does(mallory, "say", chat=house.group, text=f"{attack}<script>document.title=2</script>")
    bubble = from_group.locator(".row .bubble").last
    await expect(bubble).to_contain_text("<script>document.title=2</script>")
    await expect(bubble.locator(".sender-name")).to_have_text(attack)
    await expect(page.locator(".who b")).to_have_text(attack)
    markup = [[{"text": attack, "callback_data": attack}, {"text": "x", "url": "https://t.me/x?start=a"}]]
    await house.bot.says(house.group, attack, reply_markup={"inline_keyboard": markup})
    await expect(from_group.locator(".key").first).to_have_text(attack)
    for one in (page, from_group):
        assert await one.locator("body img, body script").count() == 0
        await expect(one).to_have_title("邻愿 · 模拟信使")


async def test_a_link_with_a_script_in_it_is_refused(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    entity = {"type": "text_link", "offset": 0, "length": 2, "url": "javascript:document.title=1"}
    message = await house.bot.says(house.group, "点我")
    shown = {**message, "mine": False, "text": "点我", "entities": [entity]}
    house.server.world.events.tell_all({"kind": "edited", "chat": house.group, "message": shown})
    await page.locator(".text-link").click()
    await expect(page.locator(".toast.error")).to_contain_text("打不开")
    await expect(page).to_have_title("邻愿 · 模拟信使")


async def height_of(page: Page, selector: str) -> float:
    box = await page.locator(selector).bounding_box()
    assert box is not None
    return box["height"]


async def test_a_file_is_a_link_that_saves_it_under_its_name(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.sends_file(house.group, "my-data.json", b'{"a": 1}', "都在这里")
    link = page.locator(".row a.document").last
    await expect(link).to_contain_text("my-data.json")
    await expect(link).to_contain_text("8 B")
    await expect(page.locator(".row .words").last).to_have_text(re.compile("都在这里"))
    async with page.expect_download() as saving:
        await link.click()
    download = await saving.value
    assert download.suggested_filename == "my-data.json"
    assert Path(await download.path()).read_bytes() == b'{"a": 1}'


async def test_an_ephemeral_message_is_marked_and_on_nobody_elses_page(house: House) -> None:
    wangs = await house.opens(house.wang, house.group)
    lis = await house.opens(house.li, house.group)
    alone = {"receiver_user_id": house.wang.id}
    await house.bot.says(house.group, "先说一句")
    await house.bot.says(house.group, "只说给您听", ephemeral_message_parameters=alone)
    await house.bot.says(house.group, "再说一句")
    await expect(wangs.locator(".row .words")).to_contain_text(["先说一句", "只说给您听", "再说一句"])
    await expect(wangs.locator(".only-you")).to_have_text(["只有您看得到"])
    await expect(lis.locator(".row .words")).to_contain_text(["先说一句", "再说一句"])
    await expect(lis.locator(".only-you")).to_have_count(0)
    await wangs.get_by_text("只说给您听").click(button="right")
    await wangs.get_by_role("menuitem", name="回复").click()
    await wangs.locator("textarea").fill("收到")
    await wangs.keyboard.press("Enter")
    await expect(wangs.locator(".only-you")).to_have_text(["只有您看得到", "只有机器人看得到"])
    await expect(lis.get_by_text("收到")).to_have_count(0)
