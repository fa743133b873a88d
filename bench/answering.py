"""A server of its own process that says yes to every call. Prints the port it listens at; ends with its standard input.

What is asked below /slow is answered after ROUND_TRIP_S.
"""

from __future__ import annotations

import asyncio
import sys

from aiohttp import web

ROUND_TRIP_S = 0.05
YES = b'{"ok":true,"result":true}'


async def at_once(request: web.Request) -> web.Response:
    await request.read()
    return web.Response(body=YES, content_type="application/json")


async def slowly(request: web.Request) -> web.Response:
    await asyncio.sleep(ROUND_TRIP_S)
    return await at_once(request)


async def main() -> None:
    app = web.Application()
    app.router.add_post("/slow/{rest:.*}", slowly)
    app.router.add_post("/{rest:.*}", at_once)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main())
