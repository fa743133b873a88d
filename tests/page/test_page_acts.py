"""What people do: buttons, replies, photos, commands, pins, Start."""

import io
import re
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import FilePayload, Page, expect

from tests.page.house import House

pytestmark = pytest.mark.asyncio(loop_scope="session")

COMMANDS = [
    {"command": "want", "description": "我想要：写下一个需要"},
    {"command": "wishes", "description": "看看大家的心愿"},
    {"command": "help", "description": "帮助"},
]


def keyboard(*rows: list[dict[str, str]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


async def test_a_pressed_button_waits_and_then_shows_the_toast(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(
        house.group, "第12号心愿", reply_markup=keyboard([{"text": "我家也是", "callback_data": "too"}])
    )
    button = page.get_by_role("button", name="我家也是")
    await button.click()
    query = await house.bot.hears("callback_query")
    assert query["data"] == "too"
    assert query["from"]["id"] == house.wang.id
    await expect(button).to_have_attribute("aria-busy", "true")
    await house.bot.call("answerCallbackQuery", callback_query_id=query["id"], text="已记下")
    await expect(page.locator(".toast")).to_have_text("已记下")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_waits_for_ok(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, "第12号心愿", reply_markup=keyboard([{"text": "支持", "callback_data": "s"}]))
    await page.get_by_role("button", name="支持").click()
    query = await house.bot.hears("callback_query")
    await house.bot.call("answerCallbackQuery", callback_query_id=query["id"], text="您已支持过", show_alert=True)
    alert = page.get_by_role("dialog")
    await expect(alert).to_contain_text("您已支持过")
    await alert.get_by_role("button", name="好的").click()
    await expect(alert).to_be_hidden()


async def test_a_toast_is_only_for_who_pressed(house: House) -> None:
    wang = await house.opens(house.wang, house.group)
    li = await house.opens(house.li, house.group)
    sent = await house.bot.says(house.group, "心愿", reply_markup=keyboard([{"text": "支持", "callback_data": "s"}]))
    await wang.get_by_role("button", name="支持").click()
    query = await house.bot.hears("callback_query")
    await house.bot.call("answerCallbackQuery", callback_query_id=query["id"], text="谢谢")
    await house.bot.call("editMessageText", chat_id=house.group, message_id=sent["message_id"], text="心愿 支持1")
    await expect(wang.locator(".toast")).to_have_text("谢谢")
    await expect(li.locator(".row").last).to_contain_text("支持1")
    await expect(li.locator(".toast")).to_have_count(0)


async def test_the_private_chat_begins_with_start(house: House) -> None:
    page = await house.opens(house.wang, house.wang.id)
    await expect(page.get_by_label("输入消息…")).to_be_hidden()
    await page.get_by_role("button", name="开始", exact=True).click()
    assert (await house.bot.is_told())["text"] == "/start"
    await house.bot.says(house.wang.id, "你好")
    await expect(page.locator(".row.other").last).to_contain_text("你好")
    await expect(page.get_by_label("输入消息…")).to_be_visible()


async def test_a_deep_link_button_opens_the_private_chat_and_presses_start(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    link = {"text": "我想要", "url": "https://t.me/wishwell_bot?start=want_3"}
    await house.bot.says(house.group, "三种心愿", reply_markup=keyboard([link]))
    await page.get_by_role("button", name="我想要").click()
    message = await house.bot.is_told()
    assert message["text"] == "/start want_3"
    assert message["chat"]["type"] == "private"
    await expect(page.locator(".head h1")).to_have_text("邻愿")
    await expect(page.locator(".row.mine").last).to_contain_text("/start want_3")
    assert f"chat={house.wang.id}" in page.url


async def test_a_web_address_is_opened_only_after_a_question(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    link = {"text": "公告", "url": "https://example.org/notice"}
    await house.bot.says(house.group, "看公告", reply_markup=keyboard([link]))
    await page.locator(".key.url").click()
    go = page.get_by_role("dialog").get_by_role("link", name="打开")
    await expect(go).to_have_attribute("href", "https://example.org/notice")
    await expect(go).to_have_attribute("rel", "noopener noreferrer")


async def test_a_photo_from_the_device_goes_out_with_its_caption_and_opens_large(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    picture = io.BytesIO()
    Image.new("RGB", (2000, 1000), "#446688").save(picture, "PNG")
    chosen = FilePayload(name="灯.png", mimeType="image/png", buffer=picture.getvalue())
    await page.locator("input[type=file]").set_input_files([chosen])
    await page.get_by_label("添加说明…").fill("就是这个灯")
    await page.get_by_role("button", name="发送", exact=True).click()
    message = await house.bot.is_told()
    assert message["caption"] == "就是这个灯"
    assert (message["photo"][-1]["width"], message["photo"][-1]["height"]) == (1280, 640)
    photo = page.locator(".row.mine .photo")
    await photo.click()
    large = page.locator("#lightbox img")
    await expect(large).to_be_visible()
    assert await large.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1280
    await expect(page.locator("#lightbox figcaption")).to_have_text("就是这个灯")
    await page.keyboard.press("Escape")
    await expect(large).to_be_hidden()


async def test_a_sample_photo_needs_no_file(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await page.get_by_role("button", name="发照片").click()
    await page.get_by_role("menuitem", name="用示例照片").click()
    await page.get_by_role("button", name="发送", exact=True).click()
    assert (await house.bot.is_told())["photo"]
    await expect(page.locator(".row.mine .photo img")).to_be_visible()


async def test_a_file_that_is_no_picture_is_refused_in_plain_words(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    chosen = FilePayload(name="a.png", mimeType="image/png", buffer=b"no picture")
    await page.locator("input[type=file]").set_input_files([chosen])
    await expect(page.locator(".toast.error")).to_contain_text("不是能显示的照片")


async def test_a_slash_offers_the_commands_and_sends_them_to_the_bot(house: House) -> None:
    await house.bot.call("setMyCommands", commands=COMMANDS)
    page = await house.opens(house.wang, house.group)
    await expect(page.get_by_role("button", name="命令菜单")).to_be_visible()
    field = page.get_by_label("输入消息…")
    await field.press_sequentially("/w")
    await expect(page.get_by_role("option")).to_have_count(2)
    await field.press("ArrowDown")
    await field.press("Enter")
    assert (await house.bot.is_told())["text"] == "/wishes@wishwell_bot"
    await expect(field).to_have_value("")


async def test_the_menu_button_fills_in_a_command_to_add_words(house: House) -> None:
    await house.bot.call("setMyCommands", commands=COMMANDS)
    page = await house.opens(house.wang, house.group)
    await page.get_by_role("button", name="命令菜单").click()
    await expect(page.get_by_role("option")).to_have_count(3)
    await page.get_by_role("button", name="填入 /want").click()
    field = page.get_by_label("输入消息…")
    await expect(field).to_have_value("/want@wishwell_bot ")
    await field.press_sequentially("电梯")
    await field.press("Enter")
    assert (await house.bot.is_told())["text"] == "/want@wishwell_bot 电梯"


async def test_a_command_in_a_text_is_sent_by_a_click(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, "看看 /wishes 吧")
    await page.locator(".text-link.command").click()
    assert (await house.bot.is_told())["text"] == "/wishes@wishwell_bot"


async def test_a_reply_quotes_and_a_click_on_the_quote_leads_back(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    first = await house.bot.says(house.group, "最早的话")
    for number in range(30):
        await house.bot.says(house.group, f"第{number}行")
    await page.locator(f'.row[data-id="{first["message_id"]}"] .bubble').click(button="right")
    await page.get_by_role("menuitem", name="回复").click()
    await expect(page.locator(".strip")).to_contain_text("最早的话")
    field = page.get_by_label("输入消息…")
    await expect(field).to_be_focused()
    await field.fill("同意")
    await field.press("Enter")
    assert (await house.bot.is_told())["reply_to_message"]["message_id"] == first["message_id"]
    original = page.locator(f'.row[data-id="{first["message_id"]}"]')
    await expect(page.locator(".strip")).to_be_hidden()
    await expect(original).not_to_be_in_viewport()
    await page.locator(".row.mine .quote").click()
    await expect(original).to_be_in_viewport()


async def test_own_words_can_be_edited_and_deleted(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    field = page.get_by_label("输入消息…")
    await field.fill("电梯坏")
    await field.press("Enter")
    mine = page.locator(".row.mine")
    await menu(page, mine, "编辑")
    await expect(field).to_have_value("电梯坏")
    await field.fill("电梯坏了")
    await field.press("Enter")
    await expect(mine).to_contain_text("电梯坏了")
    assert (await house.bot.hears("edited_message"))["text"] == "电梯坏了"
    await menu(page, mine, "删除")
    await expect(mine).to_have_count(0)


async def test_the_pin_bar_shows_the_pinned_words_and_leads_to_them(house: House) -> None:
    page = await house.opens(house.chen, house.group)
    member = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, "欢迎用邻愿")
    row = page.locator(".row.other").last
    await menu(page, row, "置顶")
    for one in (page, member):
        await expect(one.locator(".pin")).to_contain_text("欢迎用邻愿")
    await expect(page.locator(".service").last).to_contain_text("置顶了“欢迎用邻愿”")
    await page.locator(".pin-button").click()
    await expect(row).to_have_class(re.compile("glow"))
    await menu(page, row, "取消置顶")
    await expect(member.locator(".pin")).to_be_hidden()


async def test_a_plain_member_is_not_offered_to_pin(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, "欢迎")
    await page.locator(".row.other .bubble").last.click(button="right")
    await expect(page.get_by_role("menuitem")).to_have_text(["回复", "复制文字"])


async def test_force_reply_opens_the_reply_for_whom_it_is_aimed_at(house: House) -> None:
    wang = await house.opens(house.wang, house.group)
    li = await house.opens(house.li, house.group)
    field = wang.get_by_label("输入消息…")
    await field.fill("/want@wishwell_bot")
    await field.press("Enter")
    command = await house.bot.is_told()
    ask = {"force_reply": True, "selective": True, "input_field_placeholder": "例如 3月20日"}
    answered = {"message_id": command["message_id"]}
    asked = await house.bot.says(house.group, "请写下日期", reply_markup=ask, reply_parameters=answered)
    await expect(wang.locator(".strip")).to_contain_text("请写下日期")
    await expect(li.locator(".row").last).to_contain_text("请写下日期")
    await expect(li.locator(".strip")).to_be_hidden()
    field = wang.get_by_placeholder("例如 3月20日")
    await field.fill("3月20日")
    await field.press("Enter")
    assert (await house.bot.is_told())["reply_to_message"]["message_id"] == asked["message_id"]
    await expect(wang.locator(".strip")).to_be_hidden()


async def test_the_bot_can_be_stopped_and_restarted_in_private(house: House) -> None:
    page = await house.opens(house.wang, house.wang.id)
    await page.get_by_role("button", name="开始", exact=True).click()
    await page.get_by_role("button", name="会话菜单").click()
    await page.get_by_role("menuitem", name="停用机器人").click()
    change = await house.bot.hears("my_chat_member", chat=house.wang.id)
    assert change["new_chat_member"]["status"] == "kicked"
    await page.get_by_role("button", name="重新启用机器人").click()
    change = await house.bot.hears("my_chat_member", chat=house.wang.id)
    assert change["new_chat_member"]["status"] == "member"
    await expect(page.get_by_label("输入消息…")).to_be_visible()


async def test_what_the_simulator_refuses_is_said_and_the_words_come_back(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await expect(page.locator(".row, .service").first).to_be_visible()
    answer = '{"ok": false, "error": "no such luck"}'
    await page.route("**/control/act", lambda route: route.fulfill(status=200, body=answer))
    field = page.get_by_label("输入消息…")
    await field.fill("白写了")
    await field.press("Enter")
    await expect(page.locator(".toast.error")).to_have_text("没有成功：no such luck")
    await expect(field).to_have_value("白写了")


async def menu(page: Page, row: Any, item: str) -> None:
    await row.locator(".bubble").click(button="right")
    await page.get_by_role("menuitem", name=item, exact=True).click()
