"""The one HTTP server: Bot API, downloads, control API, clock and page."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from simulator import control, polls
from simulator.botapi import dispatch
from simulator.following import follow_clock
from simulator.world import World

PAGE = Path(__file__).parent / "page"
BODY_MAX_BYTES = 55 * 1024 * 1024  #: a photo of 10 MB with room; the Bot API takes uploads up to 50 MB
POLLS_EVERY_S = 0.5  #: real seconds between two looks at polls whose time is up
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class RunningServer:
    base_url: str  #: such as http://127.0.0.1:40123, without a slash at the end
    world: World


def create_app(world: World) -> web.Application:
    app = web.Application(client_max_size=BODY_MAX_BYTES)
    app.add_routes(control.routes(world))
    app.add_routes(
        [
            web.get("/clock", _with(world, follow_clock)),
            web.route("GET", r"/bot{token:[^/]+}/{method:[^/]+}", _with(world, dispatch.handle)),
            web.route("POST", r"/bot{token:[^/]+}/{method:[^/]+}", _with(world, dispatch.handle)),
            web.get(r"/file/bot{token:[^/]+}/{path:.+}", _with(world, _download)),
            web.get("/", _index),
        ]
    )
    if PAGE.is_dir():
        app.router.add_static("/page", PAGE)
    app.middlewares.append(_fresh)
    return app


@asynccontextmanager
async def serve(world: World, *, port: int = 0) -> AsyncIterator[RunningServer]:
    """Run the simulator on 127.0.0.1 inside this process; port 0 takes a free one.

    Calls whose client went away are cancelled, so that a killed bot's poll does not linger.
    """
    runner = web.AppRunner(create_app(world), handler_cancellation=True, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    closing = asyncio.ensure_future(_closing_polls(world))
    try:
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        address = runner.addresses[0]
        yield RunningServer(f"http://127.0.0.1:{address[1]}", world)
    finally:
        closing.cancel()
        for hook in world.webhooks.values():
            await hook.stop()
        await runner.cleanup()


async def _closing_polls(world: World) -> None:
    """Where time runs by itself, nobody may be there to notice that it is up."""
    while True:
        await asyncio.sleep(POLLS_EVERY_S)
        polls.close_due(world)


def _with(world: World, handle: Callable[[World, web.Request], Awaitable[web.StreamResponse]]) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        return await handle(world, request)

    return handler


async def _download(world: World, request: web.Request) -> web.StreamResponse:
    bot = world.by_token(request.match_info["token"])
    path = request.match_info["path"]
    size = world.files.at_path(path) or world.files.documents.at_path(path)
    if bot is None or size is None:
        code, text = (401, "Unauthorized") if bot is None else (404, "Not Found")
        return web.json_response({"ok": False, "error_code": code, "description": text}, status=code)
    return web.Response(body=size.content, content_type="application/octet-stream")


async def _index(request: web.Request) -> web.StreamResponse:
    index = PAGE / "index.html"
    if not index.is_file():
        return web.Response(text="The simulator is running; there is no page in this checkout.")
    return web.FileResponse(index)


@web.middleware
async def _fresh(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """The page is read from the checkout while people work on it: browsers ask anew each time."""
    response = await handler(request)
    if request.path == "/" or request.path.startswith("/page/"):
        response.headers["Cache-Control"] = "no-cache"
    return response
