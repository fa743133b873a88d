"""The control API: how tests, the page and the seed move people, time and misfortune (docs/simulator.md)."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from aiohttp import web

from simulator import ephemeral, membership, polls, screen
from simulator.control_acts import ACTS
from simulator.errors import Impossible, Refusal
from simulator.faults import Fault
from simulator.fields import Fields
from simulator.model import Chat, Json, PhotoSize, Voice
from simulator.world import World

ACK_WAIT_S = 2.0  #: how long a change of the clock waits for its followers
IDLE_WAIT_MAX_S = 10.0
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Call = Callable[[World, Fields], Awaitable[Any]]


def routes(world: World) -> list[web.RouteDef]:
    plain: list[tuple[str, str, Call]] = [
        ("GET", "state", _state),
        ("POST", "bots", _add_bot),
        ("POST", "people", _add_person),
        ("POST", "groups", _add_group),
        ("POST", "act", _act),
        ("GET", "messages", _messages),
        ("GET", "clock", _clock),
        ("POST", "clock", _change_clock),
        ("POST", "faults", _plan_fault),
        ("DELETE", "faults", _forget_faults),
        ("POST", "redeliver", _redeliver),
        ("POST", "update_ids", _jump),
        ("GET", "calls", _calls),
        ("GET", "updates", _updates),
        ("GET", "idle", _idle),
        ("POST", "ephemeral", _ephemeral),
        ("POST", "limits", _limits),
    ]
    found = [web.route(verb, f"/control/{name}", _answering(world, call)) for verb, name, call in plain]
    found.append(web.get("/control/photos/{unique_id}", _photo(world)))
    found.append(web.get("/control/voices/{unique_id}", _voice(world)))
    found.append(web.get("/control/documents/{unique_id}", _document(world)))
    found.append(web.get("/control/events", _events(world)))
    return found


def _answering(world: World, call: Call) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            result = await call(world, await _fields(request))
        except (Impossible, Refusal) as refused:
            return _json({"ok": False, "error": str(refused)}, status=400)
        return _json({"ok": True, "result": result})

    return handler


async def _fields(request: web.Request) -> Fields:
    if request.method != "POST":
        return Fields(dict(request.query))
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Impossible("the body must be a JSON object")
    return Fields(body)


async def _state(world: World, fields: Fields) -> Json:
    reader = fields.optional_number("as")
    if reader is not None and world.bots:  # an app offers the bot's private chat before anything was said in it
        world.private_chat(fields.bot(world), fields.person(world, "as"))
    chats = [chat for chat in world.chats() if screen.sees(chat, reader)]
    body: Json = {
        **await _clock(world, fields),
        "bots": [screen.bot(bot) for bot in world.bots.values()],
        "people": [screen.person(person) for person in world.people.values()],
        "chats": [screen.chat(chat) for chat in chats],
    }
    if reader is not None:
        body["messages"] = {str(chat.id): screen.messages(world, chat, reader) for chat in chats}
    return body


async def _add_bot(world: World, fields: Fields) -> Json:
    fields.only("token", "name", "username", "sees_all")
    bot = world.add_bot(
        token=fields.text("token"),
        name=fields.text("name"),
        username=fields.text("username"),
        sees_all=fields.flag("sees_all"),
    )
    return screen.bot(bot)


async def _add_person(world: World, fields: Fields) -> Json:
    fields.only("name", "last_name", "username", "language", "id")
    person = world.add_person(
        name=fields.text("name"),
        last_name=fields.optional_text("last_name"),
        username=fields.optional_text("username"),
        language=fields.optional_text("language") or "zh-hans",
        person_id=fields.optional_number("id"),
    )
    return screen.person(person)


async def _add_group(world: World, fields: Fields) -> Json:
    fields.only("title", "creator", "members", "id", "bot", "forum", "basic")
    creator = fields.person(world, "creator")
    chat = membership.found_group(
        world,
        title=fields.text("title"),
        creator=creator,
        members=fields.people(world, "members"),
        group_id=fields.optional_number("id"),
        forum=fields.flag("forum"),
        basic=fields.flag("basic"),
    )
    if fields.flag("bot", True):
        membership.add_bot(world, chat, creator, fields.bot(world))
    return screen.chat(chat)


async def _act(world: World, fields: Fields) -> Json:
    name = fields.text("act")
    act = ACTS.get(name)
    if act is None:
        raise Impossible(f"no such act: {name}; there are {', '.join(ACTS)}")
    return await act(world, fields.person(world, "as"), fields)


async def _messages(world: World, fields: Fields) -> list[Json]:
    reader = fields.optional_number("as")
    newest = fields.optional_number("newest")
    return screen.messages(world, _chat_for_reader(world, fields, reader), reader, newest=newest)


def _chat_for_reader(world: World, fields: Fields, reader: int | None) -> Chat:
    chat_id = fields.number("chat")
    person = world.people.get(chat_id)
    if person is not None:
        return world.private_chat(fields.bot(world), person)
    return fields.group(world)


async def _clock(world: World, fields: Fields) -> Json:
    return {"now": world.clock.now().isoformat(), "rate": world.clock.rate}


async def _change_clock(world: World, fields: Fields) -> Json:
    fields.only("advance_s", "set", "rate")
    given = fields.optional_text("set")
    try:
        moment = datetime.fromisoformat(given) if given is not None else None
    except ValueError:
        raise Impossible(f"not an ISO moment: {given}") from None
    world.clock.change(advance_s=fields.seconds("advance_s"), to=moment, rate=fields.optional_number("rate"))
    polls.close_due(world)
    body = await _clock(world, fields)
    world.events.tell_all({"kind": "clock", **body})
    async with world.followers.news:
        world.followers.news.notify_all()
        await _acknowledged(world, world.clock.seq)
    return body


async def _acknowledged(world: World, seq: int) -> None:
    """Wait until every follower has taken the change, but not for one that is stuck."""
    followers = world.followers
    try:
        async with asyncio.timeout(ACK_WAIT_S):
            await followers.news.wait_for(lambda: all(seen >= seq for seen in followers.acknowledged.values()))
    except TimeoutError:
        return


async def _plan_fault(world: World, fields: Fields) -> Json:
    fields.only("method", "kind", "times", "retry_after_s", "delay_s", "chat", "for_s")
    lasts_s = fields.seconds("for_s")
    fault = Fault(
        method=fields.text("method"),
        kind=fields.text("kind"),
        times=fields.optional_number("times") or 1,
        retry_after_s=fields.optional_number("retry_after_s") or 1,
        delay_s=fields.seconds("delay_s", 1.0),
        chat=fields.optional_number("chat"),
        until=world.clock.seconds() + lasts_s if lasts_s else None,
    )
    world.faults.plan(fault)
    return {"planned": world.faults.planned}


async def _ephemeral(world: World, fields: Fields) -> Json:
    fields.only("server", "lose", "expire")
    server = fields.optional_text("server")
    if server not in (None, "knows", "too_old"):
        raise Impossible("server must be knows or too_old")
    if server is not None:
        world.ephemeral.knows = server == "knows"
    world.ephemeral.lose = fields.optional_number("lose") or 0
    if fields.flag("expire"):
        ephemeral.expire(world)
    return {"server": "knows" if world.ephemeral.knows else "too_old", "lose": world.ephemeral.lose}


async def _forget_faults(world: World, fields: Fields) -> Json:
    world.faults.forget()
    return {"planned": 0}


async def _redeliver(world: World, fields: Fields) -> Json:
    fields.only("update_id", "bot")
    queue = world.queues[fields.bot(world).id]
    number = fields.optional_number("update_id")
    if not queue.past:
        raise Impossible("no update was sent yet")
    number = next(reversed(queue.past)) if number is None else number
    if number not in queue.past:
        raise Impossible(f"no update had the id {number}")
    world.events.count += 1
    return queue.repeat(number)


async def _jump(world: World, fields: Fields) -> Json:
    fields.only("next", "bot")
    world.queues[fields.bot(world).id].jump(fields.number("next"))
    return {"next": fields.number("next")}


async def _calls(world: World, fields: Fields) -> list[Json]:
    method = (fields.optional_text("method") or "").lower()
    since = fields.optional_number("since") or 0
    return [call.to_json() for call in world.calls[since:] if method in ("", call.method.lower())]


async def _updates(world: World, fields: Fields) -> list[Json]:
    bot = fields.bot(world)
    return [update for bot_id, update in world.recorded_updates if bot_id == bot.id]


async def _idle(world: World, fields: Fields) -> Json:
    """The state now, or once the world is idle, after `wait_s` real seconds at most."""
    deadline = asyncio.get_running_loop().time() + min(fields.seconds("wait_s"), IDLE_WAIT_MAX_S)
    while not (state := world.idle())["idle"]:
        if asyncio.get_running_loop().time() >= deadline:
            break
        await asyncio.sleep(0.005)
    return state


async def _limits(world: World, fields: Fields) -> Json:
    fields.only("enforce")
    world.enforce_limits = fields.flag("enforce", True)
    return {"enforce": world.enforce_limits}


def _photo(world: World) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        size = world.files.by_unique_id(request.match_info["unique_id"])
        if not isinstance(size, PhotoSize):
            return _json({"ok": False, "error": "no such photo"}, status=404)
        kind = "image/png" if size.path.endswith(".png") else "image/jpeg"
        return web.Response(body=size.content, content_type=kind, headers={"Cache-Control": "max-age=86400"})

    return handler


def _voice(world: World) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        voice = world.files.by_unique_id(request.match_info["unique_id"])
        if not isinstance(voice, Voice):
            return _json({"ok": False, "error": "no such voice note"}, status=404)
        return _piece(voice.content, voice.mime_type, request)

    return handler


def _document(world: World) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        document = world.files.documents.by_unique_id(request.match_info["unique_id"])
        if document is None:
            return _json({"ok": False, "error": "no such document"}, status=404)
        kept = f"attachment; filename*=UTF-8''{quote(document.name, safe='')}"
        return web.Response(body=document.content, content_type=document.kind, headers={"Content-Disposition": kept})

    return handler


def _piece(content: bytes, kind: str, request: web.Request) -> web.Response:
    """The bytes asked for: a browser reads the end of a sound to learn how long it is, and some play nothing else."""
    try:
        wanted = request.http_range
    except ValueError:
        wanted = slice(None)
    headers = {"Cache-Control": "max-age=86400", "Accept-Ranges": "bytes"}
    start, end, _ = wanted.indices(len(content))
    if wanted == slice(None, None, 1) or wanted == slice(None) or start >= end:
        return web.Response(body=content, content_type=kind, headers=headers)
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(content)}"
    return web.Response(status=206, body=content[start:end], content_type=kind, headers=headers)


def _events(world: World) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        reader = Fields(dict(request.query)).optional_number("as")
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        with world.events.listen(reader) as queue:
            sending = asyncio.ensure_future(_send_events(queue, socket))
            try:
                async for _ in socket:  # a listener says nothing; this ends when it goes away
                    continue
            finally:
                sending.cancel()
                await asyncio.gather(sending, return_exceptions=True)
        return socket

    return handler


async def _send_events(queue: asyncio.Queue[Json], socket: web.WebSocketResponse) -> None:
    while True:
        await socket.send_str(json.dumps(await queue.get(), ensure_ascii=False))


def _json(body: Json, status: int = 200) -> web.Response:
    return web.json_response(body, status=status, dumps=lambda data: json.dumps(data, ensure_ascii=False))
