"""`python -m simulator` as a process of its own."""

import asyncio
import re
import sys
from pathlib import Path

import aiohttp

from simulator.client import World as Story

ROOT = Path(__file__).parents[2]


async def _started(*options: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", *options),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_it_prints_its_address_serves_and_stops() -> None:
    process = await _started("--port", "0", "--clock", "manual", "--start", "2026-03-02T09:00:00+08:00")
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    address = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert address is not None, line
    async with await Story.connect(address.group(0)) as story, aiohttp.ClientSession() as session:
        assert (await story.now()).isoformat() == "2026-03-02T01:00:00+00:00"
        assert story.bot().username == "wishwell_bot"
        async with session.get(address.group(0) + "/") as page:
            assert page.status == 200
            assert page.headers["Cache-Control"] == "no-cache"
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 5) == 0


async def test_a_bad_option_is_explained() -> None:
    for options, words in ((("--start", "tomorrow"), "tomorrow"), (("--token", "x"), "token is <digits>")):
        process = await _started(*options)
        _, complaint = await process.communicate()
        assert process.returncode == 2
        assert words in complaint.decode()
