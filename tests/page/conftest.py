"""The simulator in this process, a scripted bot, and one Chromium for the whole folder."""

from collections.abc import AsyncIterator

import pytest_asyncio

from simulator import membership
from simulator.server import serve
from simulator.world import World
from tests.page.chromium import chromium
from tests.page.house import START, House, Pages
from tests.page.scripted_bot import ScriptedBot

TOKEN = "5000001:page-tests-need-no-secret"


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pages() -> AsyncIterator[Pages]:
    async with chromium() as browser:
        yield Pages(browser)


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
