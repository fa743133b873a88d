"""Polls on the page: answered with a thumb, shown as bars, closed."""

import pytest
from playwright.async_api import expect

from tests.page.house import PHONE, House

pytestmark = pytest.mark.asyncio(loop_scope="session")
ASKED = {"question": "楼道刷什么颜色？", "options": [{"text": "白"}, {"text": "米黄"}]}


async def test_an_option_is_tapped_shown_and_taken_back(house: House) -> None:
    page = await house.opens(house.wang, house.group, size=PHONE)
    await house.bot.call("sendPoll", chat_id=house.group, is_anonymous=False, description="只是听听意见", **ASKED)
    poll = page.locator(".poll")
    await expect(poll).to_contain_text("只是听听意见")
    await expect(poll).to_contain_text("公开投票")
    option = poll.get_by_role("button", name="米黄")
    box = await option.bounding_box()
    assert box is not None
    assert box["height"] >= 44, "to be hit with a thumb"
    await option.click()
    await expect(poll.locator(".poll-result.mine")).to_contain_text("100%")
    await expect(poll).to_contain_text("1人投票")
    await poll.get_by_role("button", name="收回投票").click()
    await expect(poll.get_by_role("button", name="白")).to_be_visible()


async def test_several_are_ticked_and_sent_together_and_a_closed_poll_takes_none(house: House) -> None:
    page = await house.opens(house.wang, house.group, size=PHONE)
    sent = await house.bot.call("sendPoll", chat_id=house.group, allows_multiple_answers=True, **ASKED)
    poll = page.locator(".poll")
    await expect(poll.get_by_role("button", name="投票", exact=True)).to_be_disabled()
    await poll.get_by_role("button", name="白").click()
    await poll.get_by_role("button", name="米黄").click()
    await poll.get_by_role("button", name="投票", exact=True).click()
    await expect(poll.locator(".poll-result.mine")).to_have_count(2)
    await house.bot.call("stopPoll", chat_id=house.group, message_id=sent["message_id"])
    await expect(poll).to_contain_text("最终结果")
    await expect(poll.get_by_role("button")).to_have_count(0)
