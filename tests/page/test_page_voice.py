"""Voice notes on the page: sent by a press, and really played."""

import base64

import pytest
from playwright.async_api import Page, expect

from simulator.voices import recorded
from tests.page.house import PHONE, House

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _is_heard(page: Page) -> None:
    """Wait until some note of the page has come a little way."""
    await page.wait_for_function("() => [...document.querySelectorAll('audio')].some(each => each.currentTime > 0.2)")


async def test_a_voice_note_of_the_bot_is_played_and_paused(house: House) -> None:
    page = await house.opens(house.wang, house.group, size=PHONE)
    await house.does(house.li, "voice", chat=house.group, seconds=12)
    voice = (await house.bot.is_told())["voice"]
    await house.bot.call("sendVoice", chat_id=house.group, voice=voice["file_id"], caption="第12件的语音")
    row = page.locator(".row.other").last
    await expect(row.locator(".voice-time")).to_have_text("0:12")
    await expect(row.locator(".words")).to_contain_text("第12件的语音")
    play = row.get_by_role("button", name="播放语音，0:12")
    box = await play.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44, "to be hit with a thumb"
    sound = row.locator("audio")
    await play.click()
    await _is_heard(page)
    length = await sound.evaluate("sound => sound.duration")
    assert abs(length - 12) < 0.1, "Chromium has decoded it"
    await row.get_by_role("button", name="暂停").click()
    assert await sound.evaluate("sound => sound.paused")
    await expect(row.get_by_role("button", name="播放语音，0:12")).to_be_visible()


async def test_one_note_plays_at_a_time_and_goes_on_when_its_row_is_drawn_anew(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    for _ in range(2):
        await house.does(house.li, "voice", chat=house.group, seconds=9)
    first, second = page.locator(".voice").nth(0), page.locator(".voice").nth(1)
    await first.get_by_role("button").click()
    await _is_heard(page)
    await house.does(house.li, "voice", chat=house.group, seconds=3)  # the row above loses its rounded corner
    await expect(page.locator(".voice")).to_have_count(3)
    assert not await first.locator("audio").evaluate("sound => sound.paused")
    await second.get_by_role("button").click()
    await expect(second.get_by_role("button", name="暂停")).to_be_visible()
    assert await first.locator("audio").evaluate("sound => sound.paused")


async def test_the_microphone_sends_a_sample_in_answer_to_what_was_asked(house: House) -> None:
    page = await house.opens(house.wang, house.group, size=PHONE)
    ask = {"force_reply": True}
    await house.bot.call("sendMessage", chat_id=house.group, text="想说什么？", reply_markup=ask)
    await expect(page.locator(".strip")).to_contain_text("想说什么？")
    await expect(page.get_by_role("button", name="发送", exact=True)).to_be_hidden()
    await page.get_by_role("button", name="发一段示例语音").click()
    message = await house.bot.is_told()
    assert message["voice"]["duration"] == 6
    assert message["reply_to_message"]["text"] == "想说什么？"
    await expect(page.locator(".row.mine .voice-time")).to_have_text("0:06")
    await page.get_by_label("输入消息…").fill("灯")
    await expect(page.get_by_role("button", name="发一段示例语音")).to_be_hidden()
    await expect(page.get_by_role("button", name="发送", exact=True)).to_be_visible()


async def test_a_quote_and_the_list_of_chats_name_a_voice_note_with_its_length(house: House) -> None:
    page = await house.opens(house.wang, house.group)
    note = base64.b64encode(recorded(75, "王")).decode()
    await house.does(house.wang, "voice", chat=house.group, seconds=75, bytes_base64=note)
    spoken = await house.bot.is_told()
    await house.bot.call(
        "sendMessage", chat_id=house.group, text="收到", reply_parameters={"message_id": spoken["message_id"]}
    )
    await expect(page.locator(".quote-line")).to_have_text("[语音 1:15]")
