"""`GET /clock`: bots follow the simulator's time and acknowledge each change."""

import asyncio
import json

from aiohttp import WSMsgType, web

from simulator.world import World


async def follow_clock(world: World, request: web.Request) -> web.StreamResponse:
    socket = web.WebSocketResponse(heartbeat=30)
    await socket.prepare(request)
    followers, me = world.followers, object()
    followers.acknowledged[me] = -1
    sending = asyncio.ensure_future(_send_changes(world, socket))
    try:
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                followers.acknowledged[me] = _acknowledged(message.data)
                async with followers.news:
                    followers.news.notify_all()
    finally:
        del followers.acknowledged[me]
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        async with followers.news:
            followers.news.notify_all()
    return socket


async def _send_changes(world: World, socket: web.WebSocketResponse) -> None:
    clock, news = world.clock, world.followers.news
    while True:
        sent = clock.seq
        await socket.send_json({"now": clock.now().isoformat(), "rate": clock.rate, "seq": sent})
        async with news:
            while clock.seq == sent:
                await news.wait()


def _acknowledged(text: str) -> int:
    """The number in `{"ack": n}`; -1 for anything else, as if nothing had been said."""
    try:
        body = json.loads(text)
    except ValueError:
        return -1
    number = body.get("ack") if isinstance(body, dict) else None
    return number if isinstance(number, int) else -1
