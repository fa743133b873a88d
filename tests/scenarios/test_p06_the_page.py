"""The page, with the real bot behind it: one wish's day, clicked through in a browser by four people."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from simulator.client import Group, Person
from tests.page.chromium import chromium
from tests.scenarios.estate import Estate


class Screen:
    """The page as whoever holds it; it follows one person after the other."""

    def __init__(self, page: Page, town: Estate) -> None:
        self.page, self._town = page, town

    async def becomes(self, person: Person, at: Group | None = None) -> None:
        chat = person.id if at is None else at.id
        await self.page.goto(f"{self._town.world.base_url}/#as={person.id}&chat={chat}")
        await self.page.reload()
        await self.page.wait_for_selector(".who b")

    async def clicks(self, label: str) -> None:
        await self.page.get_by_role("button", name=label).last.click()
        await self._town.world.settle()

    async def types(self, words: str) -> None:
        field = self.page.get_by_label("输入消息…")
        await field.fill(words)
        await field.press("Enter")
        await self._town.world.settle()

    async def sees(self, words: str) -> None:
        await expect(self.page.locator(".row", has_text=words).last).to_be_visible()


@pytest.fixture
async def screen(town: Estate) -> AsyncIterator[Screen]:
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        yield Screen(page, town)


async def test_one_wishs_day_on_a_phone(town: Estate, screen: Screen) -> None:
    await screen.becomes(town.wang, town.building3)
    await screen.clicks("我想要")
    await screen.sees("想要什么")
    await screen.types("三楼走廊的灯坏了")
    await screen.sees("这样写对吗")
    await screen.clicks("发到群里")
    await screen.sees("记好了，第1件")

    await screen.becomes(town.chen, town.building3)
    await screen.clicks("我家也是")
    await screen.sees("1家也是")

    await screen.becomes(town.foreman, town.staff)
    await screen.clicks("我来办")
    await screen.clicks("答复")
    await screen.clicks("答应")
    await screen.clicks("明天")
    await screen.clicks("跳过")
    await screen.clicks("对")
    await screen.sees("答应3月3日")

    await screen.becomes(town.wang)
    await screen.sees("第1件有回音：物业张师傅答应3月3日（周二）前办好")
