"""The simulator in this process, a scripted bot, and one Chromium for the whole folder."""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, ViewportSize, async_playwright

from simulator import membership
from simulator.model import Person
from simulator.server import RunningServer, serve
from simulator.world import World
from tests.page.scripted_bot import ScriptedBot

TOKEN = "5000001:page-tests-need-no-secret"
BOT_ID = 5000001
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
PATIENCE_MS = 10_000
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  #: 09:00 on a Monday in Shanghai


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        reason = "the page is tested in Debian's chromium, which is not installed"
        if os.environ.get("WISHWELL_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield running
        await running.close()


@dataclass
class House:
    """A group of neighbours with the bot in it, and the pages people have open."""

    server: RunningServer
    bot: ScriptedBot
    browser: Browser
    group: int
    wang: Person
    li: Person
    chen: Person  #: made the group
    complaints: list[str] = field(default_factory=list)  #: errors of the pages

    async def opens(
        self,
        person: Person,
        chat: int | None = None,
        *,
        size: ViewportSize = DESKTOP,
        query: str = "",
        path: str | None = None,
    ) -> Page:
        """A fresh browser profile with the page as this person, at this chat."""
        context = await self.browser.new_context(viewport=size, has_touch=size is PHONE, base_url=self.server.base_url)
        context.set_default_timeout(PATIENCE_MS)
        page = await context.new_page()
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        place = "" if chat is None else f"&chat={chat}"
        await page.goto(path if path is not None else f"/{query}#as={person.id}{place}")
        await page.wait_for_selector(".chat")
        return page

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest_asyncio.fixture(loop_scope="session")
async def house(browser: Browser) -> AsyncIterator[House]:
    world = World(start=START, rate=0)
    world.enforce_limits = False
    bot = world.add_bot(token=TOKEN, name="邻愿", username="wishwell_bot", sees_all=True)
    wang = world.add_person(name="王秀英（3-201）", username="wang_xiuying")
    li = world.add_person(name="李建国（3-502）")
    chen = world.add_person(name="陈主任（居委会）", language="en")
    group = membership.found_group(world, title="3号楼邻居群", creator=chen, members=[wang, li])
    membership.add_bot(world, group, chen, bot)
    membership.promote(world, group, chen, bot)
    async with serve(world) as server, ScriptedBot(server.base_url, TOKEN) as scripted:
        one = House(server, scripted, browser, group.id, wang, li, chen)
        yield one
        for context in browser.contexts:
            await context.close()
    assert one.complaints == [], "the page complained in the console"
