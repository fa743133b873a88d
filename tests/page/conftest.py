"""The simulator in this process, a scripted bot, and one Chromium for the whole folder."""

import os
import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright

from simulator import membership
from simulator.server import serve
from simulator.world import World
from tests.page.house import START, House, Pages
from tests.page.scripted_bot import ScriptedBot

TOKEN = "5000001:page-tests-need-no-secret"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pages() -> AsyncIterator[Pages]:
    chromium = shutil.which("chromium")
    if chromium is None:
        reason = "the page is tested in Debian's chromium, which is not installed"
        if os.environ.get("WISHWELL_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield Pages(browser)
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def house(pages: Pages) -> AsyncIterator[House]:
    world = World(start=START, rate=0)
    world.enforce_limits = False
    bot = world.add_bot(token=TOKEN, name="邻愿", username="wishwell_bot", sees_all=True)
    wang = world.add_person(name="王秀英（3-201）", username="wang_xiuying")
    li = world.add_person(name="李建国", last_name="3-502")
    chen = world.add_person(name="陈主任（居委会）", language="en")
    group = membership.found_group(world, title="3号楼邻居群", creator=chen, members=[wang, li])
    membership.add_bot(world, group, chen, bot)
    membership.promote(world, group, chen, bot)
    async with serve(world) as server, ScriptedBot(server.base_url, TOKEN) as scripted:
        one = House(server, scripted, pages, group.id, wang, li, chen)
        yield one
        await one.closes_all()
    assert one.complaints == [], "the page complained in the console"
