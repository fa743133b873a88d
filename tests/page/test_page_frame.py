"""The page around the messages: persons, clock, languages, widths, legibility, a lost connection."""

from typing import Literal

import pytest
from playwright.async_api import Page, ViewportSize, expect

from simulator.server import serve
from simulator.world import World
from tests.page.house import DESKTOP, PHONE, START, House

pytestmark = pytest.mark.asyncio(loop_scope="session")

#: Every text that is shown, with its contrast against the nearest opaque background (WCAG 2.2, 1.4.3).
LOW_CONTRAST = """() => {
  const rgb = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const over = (top, under) => { const a = top[3] ?? 1; return [0, 1, 2].map((i) => top[i] * a + under[i] * (1 - a)); };
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      layers.push(colour);
      if ((colour[3] ?? 1) === 1) break;
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]);
  };
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest(".only-spoken, .spoiler")) continue;
    const back = behind(node);
    const [a, b] = [light(over(rgb(getComputedStyle(node).color), back)), light(back)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faults.push(`${node.className || node.tagName} ${walker.currentNode.data}: ${ratio.toFixed(2)}`);
  }
  return faults;
}"""

#: Buttons that a finger would miss: smaller than 44 x 44 CSS pixels.
SMALL_TARGETS = """() => [...document.querySelectorAll("button, textarea")]
  .filter((node) => node.checkVisibility())
  .map((node) => [node.className || node.textContent, node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""


async def test_one_can_be_another_person_and_the_address_remembers_it(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await page.get_by_role("button", name="我是王秀英").click()
    await expect(page.get_by_role("menuitemradio")).to_have_text(["王王秀英3-201", "李李建国3-502", "陈陈主任居委会"])
    await page.get_by_role("menuitemradio", name="李建国").click()
    await expect(page.locator(".who b")).to_have_text("李建国")
    await expect(page).to_have_url(f"{house.server.base_url}/#as={house.li.id}&chat={house.group}")
    await page.reload()
    await expect(page.locator(".who b")).to_have_text("李建国")
    await expect(page.locator(".head h1")).to_have_text("3号楼邻居群")


async def test_what_one_said_stands_right_for_oneself_and_left_for_the_other(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    field = page.get_by_label("输入消息…")
    await field.fill("大家好")
    await field.press("Enter")
    await expect(page.locator(".row.mine")).to_contain_text("大家好")
    await page.get_by_role("button", name="我是王秀英").click()
    await page.get_by_role("menuitemradio", name="李建国").click()
    await expect(page.locator(".row.other")).to_contain_text("大家好")
    await expect(page.locator(".row.other .sender-role")).to_have_text("3-201")


async def test_the_list_shows_the_last_line_and_a_dot_until_it_is_read(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await page.locator(f'[data-chat="{house.wang.id}"]').click()
    await house.bot.says(house.group, "电梯修好了")
    entry = page.locator(f'[data-chat="{house.group}"]')
    await expect(entry.locator(".chat-line")).to_have_text("邻愿: 电梯修好了")
    await expect(entry.locator(".badge")).to_have_text("1")
    await entry.click()
    await expect(entry.locator(".badge")).to_have_count(0)


async def test_a_dot_tells_whom_the_bot_has_written_to_meanwhile(house: House) -> None:
    li = await house.opens(house.li, house.li.id)
    await li.get_by_role("button", name="开始", exact=True).click()
    await house.bot.is_told()
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.li.id, "您的心愿有答复了")
    await expect(page.locator(".who .news-dot")).to_be_visible()
    await page.get_by_role("button", name="我是王秀英").click()
    await expect(page.get_by_role("menuitemradio", name="李建国").get_by_label("有新消息")).to_be_visible()
    await page.get_by_role("menuitemradio", name="李建国").click()
    await expect(page.locator(".who .news-dot")).to_have_count(0)
    await expect(page.locator(f'[data-chat="{house.li.id}"] .badge')).to_have_text("1")


async def test_the_clock_buttons_move_the_simulated_time(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    chip = page.locator(".clock-chip")
    await expect(chip).to_have_text("3月2日 周一 09:00")
    await page.get_by_role("button", name="+1小时").click()
    await expect(chip).to_have_text("3月2日 周一 10:00")
    await page.get_by_role("button", name="+1天").click()
    await expect(chip).to_have_text("3月3日 周二 10:00")
    await page.get_by_role("button", name="+1周").click()
    await expect(chip).to_have_text("3月10日 周二 10:00")
    assert house.server.world.clock.now().isoformat() == "2026-03-10T02:00:00+00:00"


async def test_english_by_address_and_by_switch_and_remembered(house: House) -> None:
    page = await house.opens(house.wang, house.group, query="?lang=en")
    await expect(page.locator(".clock-chip")).to_have_text("Mon 2 Mar, 09:00")
    await expect(page.locator(".day")).to_have_text("Monday 2 March")
    await expect(page.locator(".service").first).to_contain_text("created the group")
    await expect(page.get_by_label("Message…")).to_be_visible()
    await page.get_by_role("button", name="中文").click()
    await expect(page.get_by_label("输入消息…")).to_be_visible()
    await page.get_by_role("button", name="English").click()
    await page.goto(f"{house.server.base_url}/#as={house.wang.id}")
    await page.reload()
    await expect(page.get_by_role("button", name="+1 week")).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == "en"


async def test_both_languages_say_everything(house: House) -> None:
    page = await house.opens(house.wang)
    keys = await page.evaluate(
        """async () => {
          const [zh, en] = [await import("/page/words-zh.js"), await import("/page/words-en.js")];
          const found = (text) => (text.match(/\\{\\w+\\}/g) ?? []).sort();
          const places = (words) => Object.entries(words).map(([key, text]) => [key, found(text)]);
          return [places(zh.ZH), places(en.EN)];
        }"""
    )
    assert keys[0] == keys[1]


async def test_on_a_phone_the_list_and_the_conversation_are_two_screens(house: House) -> None:
    page = await house.opens(house.wang, size=PHONE)
    await expect(page.locator(".conversation")).to_be_hidden()
    await page.locator(f'[data-chat="{house.group}"]').tap()
    await expect(page.locator(".head h1")).to_have_text("3号楼邻居群")
    await expect(page.locator(".chats")).to_be_hidden()
    await page.get_by_role("button", name="返回会话列表").tap()
    await expect(page.locator(".chats")).to_be_visible()
    await page.go_back()
    await expect(page.locator(".head h1")).to_have_text("3号楼邻居群")
    await page.locator(".clock-chip").tap()
    await page.get_by_role("menuitem", name="+1天").tap()
    await expect(page.locator(".clock-chip")).to_have_text("3月3日 周二 09:00")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_old_eyes_and_fingers_find_everything(
    house: House, size: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    page = await house.opens(house.wang, house.group, size=size)
    await page.emulate_media(color_scheme=scheme)
    await show_everything(house, page)
    assert await page.evaluate(LOW_CONTRAST) == []
    assert await page.evaluate(SMALL_TARGETS) == []
    for part in (".words", ".key", "textarea"):
        size_px = await page.locator(part).first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
        assert size_px >= 17


async def test_the_text_grows_with_a_plus_and_stays_so(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, "大一点")
    words = page.locator(".words")
    await expect(words).to_have_css("font-size", "17px")
    await page.get_by_role("button", name="大字号").click()
    await expect(words).to_have_css("font-size", "21px")
    await page.reload()
    await expect(words).to_have_css("font-size", "21px")


async def test_the_keyboard_alone_suffices_to_answer_a_message(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    await house.bot.says(house.group, "第一句")
    await house.bot.says(house.group, "第二句")
    await page.locator(".row").last.focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="回复")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator(".strip")).to_contain_text("第一句")
    await page.keyboard.press("Escape")
    await expect(page.locator(".strip")).to_be_hidden()


async def test_a_lost_connection_is_told_and_what_was_missed_is_fetched(house: House) -> None:
    world = house.server.world
    async with serve(world) as first:
        page = await house.opens(house.wang, house.group, base_url=first.base_url)
    await expect(page.get_by_text("正在重连")).to_be_visible()
    await house.bot.says(house.group, "断线时说的话")
    async with serve(world, port=int(first.base_url.rsplit(":", 1)[1])):
        await expect(page.locator(".row").last).to_contain_text("断线时说的话")
        await expect(page.get_by_text("正在重连")).to_be_hidden()
    house.complaints[:] = [text for text in house.complaints if "ERR_CONNECTION_REFUSED" not in text]


async def test_a_simulator_started_anew_is_taken_as_it_is(house: House) -> None:
    async with serve(house.server.world) as first:
        page = await house.opens(house.wang, house.group, base_url=first.base_url)
    other = World(start=START, rate=0)
    other.add_bot(token="5000002:another-world", name="邻愿", username="wishwell_bot")
    other.add_person(name="新来的", person_id=77)
    async with serve(other, port=int(first.base_url.rsplit(":", 1)[1])):
        await expect(page.locator(".who b")).to_have_text("新来的")
    known = ("ERR_CONNECTION_REFUSED", "400 (Bad Request)")
    house.complaints[:] = [text for text in house.complaints if not any(words in text for words in known)]


async def show_everything(house: House, page: Page) -> None:
    """One message of each kind, a command menu, a strip and a pin bar."""
    await house.bot.call("setMyCommands", commands=[{"command": "want", "description": "我想要"}])
    text = f"<b>第12号</b> <code>x</code> /want <blockquote expandable>{'引用' * 120}</blockquote><a href='https://example.org'>链接</a>"
    keys = [[{"text": "支持", "callback_data": "s"}, {"text": "打开", "url": "https://t.me/wishwell_bot?start=a"}]]
    markup = {"inline_keyboard": keys}
    sent = await house.bot.says(house.group, text, parse_mode="HTML", reply_markup=markup, disable_notification=True)
    await house.bot.call("pinChatMessage", chat_id=house.group, message_id=sent["message_id"])
    await expect(page.locator(".pin")).to_be_visible()
    row = page.locator(f'.row[data-id="{sent["message_id"]}"]')
    await row.locator(".bubble").click(button="right")
    await page.get_by_role("menuitem", name="回复").click()
    field = page.get_by_label("输入消息…")
    await field.fill("我也想要")
    await field.press("Enter")
    await expect(page.locator(".row.mine .quote")).to_be_visible()
    await field.press_sequentially("/")
    await expect(page.get_by_role("option")).to_have_count(1)
