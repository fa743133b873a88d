"""What stands at the public address in front of several processes: each request goes to the next one that answers."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Sequence

import aiohttp
from aiohttp import web


class Balancer:
    """`taken`: how many requests each of the addresses (host:port) confirmed."""

    def __init__(self, upstream: Sequence[str], session: aiohttp.ClientSession) -> None:
        self._upstream, self._session = list(upstream), session
        self._next = 0
        self.taken: Counter[str] = Counter()

    async def pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name: value for name, value in request.headers.items() if name.lower() != "host"}
        for _ in self._upstream if not self._session.closed else ():  # at the end of a story somebody may still knock
            address = self._upstream[self._next % len(self._upstream)]
            self._next += 1
            try:
                url = f"http://{address}{request.path}"
                async with self._session.request(request.method, url, data=body, headers=headers) as answer:
                    if answer.status == 200:
                        self.taken[address] += 1
                    return web.Response(status=answer.status, body=await answer.read())
            except aiohttp.ClientError:
                continue
        return web.Response(status=502, text="nobody answers")


@contextlib.asynccontextmanager
async def balancing(listen: str, upstream: Sequence[str]) -> AsyncIterator[Balancer]:
    """At `listen` (host:port), before these."""
    host, _, port = listen.rpartition(":")
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
        balancer = Balancer(upstream, session)
        door = web.Application()
        door.router.add_route("*", "/{path:.*}", balancer.pass_on)
        runner = web.AppRunner(door, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, int(port)).start()
            yield balancer
        finally:
            await runner.cleanup()
