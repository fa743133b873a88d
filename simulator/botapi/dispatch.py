"""From an HTTP request to a method and back: token, faults, parameters, the act, the record of it."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from simulator import polls as rules_of_polls
from simulator.botapi import (
    albums,
    callbacks,
    chats,
    commands,
    edits,
    ephemerals,
    messages,
    polling,
    polls,
    uploads,
    webhooks,
)
from simulator.botapi.parameters import Arguments, read
from simulator.botapi.request import Request, read_request
from simulator.errors import SERVER, Refusal
from simulator.faults import Fault
from simulator.flood import too_many
from simulator.model import Bot, Json
from simulator.world import Call, World


async def _set_webhook(world: World, bot: Bot, arguments: Arguments) -> bool:
    async def perform(method: str, params: Json) -> None:
        await act_upon(world, bot, method, params)

    return await webhooks.set_webhook(world, bot, arguments, perform)


METHODS: dict[str, Callable[[World, Bot, Arguments], Any]] = {
    "getMe": polling.get_me,
    "getUpdates": polling.get_updates,
    "setWebhook": _set_webhook,
    "deleteWebhook": webhooks.delete_webhook,
    "getWebhookInfo": webhooks.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendPhoto": messages.send_photo,
    "sendVoice": messages.send_voice,
    "sendDocument": messages.send_document,
    "sendMediaGroup": albums.send_media_group,
    "sendPoll": polls.send_poll,
    "stopPoll": polls.stop_poll,
    "deleteMessage": messages.delete_message,
    "editMessageText": edits.edit_text,
    "editMessageCaption": edits.edit_caption,
    "editMessageReplyMarkup": edits.edit_reply_markup,
    "editMessageMedia": edits.edit_media,
    "editEphemeralMessageText": ephemerals.edit_text,
    "editEphemeralMessageReplyMarkup": ephemerals.edit_reply_markup,
    "deleteEphemeralMessage": ephemerals.delete,
    "answerCallbackQuery": callbacks.answer_callback_query,
    "sendChatAction": chats.send_chat_action,
    "getFile": uploads.get_file,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "pinChatMessage": chats.pin_chat_message,
    "unpinChatMessage": chats.unpin_chat_message,
    "leaveChat": chats.leave_chat,
    "setMyCommands": commands.set_my_commands,
    "getMyCommands": commands.get_my_commands,
    "deleteMyCommands": commands.delete_my_commands,
    "setMyDescription": commands.set_my_description,
    "setMyShortDescription": commands.set_my_short_description,
}
_SPELLED = {name.lower(): name for name in METHODS}  #: method names are read in any case
BEFORE = ("429", "500", "502", "drop_before")  #: faults that strike before the act
#: They would stop the one who brings the answer (assumed).
NOT_IN_ANSWERS = frozenset({"getUpdates", "setWebhook", "deleteWebhook"})
_UNAUTHORIZED = Refusal(401, "Unauthorized", SERVER)
_NOT_FOUND = Refusal(404, "Not Found", SERVER)


class Dropped(Exception):
    """The connection ends without an answer."""


async def handle(world: World, request: web.Request) -> web.StreamResponse:
    """Serve `/bot<token>/<method>`."""
    bot = world.by_token(request.match_info["token"])
    if bot is None:
        return _json(_UNAUTHORIZED.code, _UNAUTHORIZED.to_json())
    method = _SPELLED.get(request.match_info["method"].lower())
    if method is None or (method in ephemerals.METHODS and not world.ephemeral.knows):
        return _json(_NOT_FOUND.code, _NOT_FOUND.to_json())
    is_poll = method == "getUpdates"
    world.working += not is_poll
    try:
        return await _call(world, bot, method, request)
    except Dropped:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    finally:
        world.working -= not is_poll


async def _call(world: World, bot: Bot, method: str, request: web.Request) -> web.StreamResponse:
    try:
        asked = await read_request(request)
    except Refusal as refusal:
        return _refused(world, bot, method, {}, refusal)
    rules_of_polls.close_due(world)
    fault = world.faults.strike(method, str(asked.params.get("chat_id", "")), now_s=world.clock.seconds())
    if fault is not None and fault.kind in BEFORE:
        return _failed(world, bot, method, asked, fault)
    try:
        result = METHODS[method](world, bot, read(method, asked))
        if asyncio.iscoroutine(result):
            result = await result
    except Refusal as refusal:
        return _refused(world, bot, method, asked.params, refusal)
    body = {"ok": True, "result": result}
    if fault is not None and fault.kind == "drop_after":
        _record(world, bot, method, asked.params, None)
        raise Dropped
    _record(world, bot, method, asked.params, body)
    if fault is not None:
        await asyncio.sleep(fault.delay_s)
    return _json(200, body)


async def act_upon(world: World, bot: Bot, spelled: str, params: Json) -> None:
    """Do a method that came in a webhook's answer; it is recorded like any other call."""
    method = _SPELLED.get(spelled.lower())
    if method is None or method in NOT_IN_ANSWERS:
        return
    try:
        result = METHODS[method](world, bot, read(method, Request(params)))
        if asyncio.iscoroutine(result):
            result = await result
    except Refusal as refusal:
        _record(world, bot, method, params, refusal.to_json(), refusal.source)
    else:
        _record(world, bot, method, params, {"ok": True, "result": result})


def _failed(world: World, bot: Bot, method: str, asked: Request, fault: Fault) -> web.Response:
    """A planned misfortune before anything happened."""
    if fault.kind == "drop_before":
        _record(world, bot, method, asked.params, None)
        raise Dropped
    if fault.kind == "502":  # what a proxy in front of Telegram answers: no JSON
        _record(world, bot, method, asked.params, {"ok": False, "error_code": 502})
        page = "<html><body><h1>502 Bad Gateway</h1></body></html>"
        return web.Response(status=502, text=page, content_type="text/html")
    refusal = too_many(fault.retry_after_s) if fault.kind == "429" else Refusal(500, "Internal Server Error", SERVER)
    return _refused(world, bot, method, asked.params, refusal)


def _refused(world: World, bot: Bot, method: str, params: Json, refusal: Refusal) -> web.Response:
    _record(world, bot, method, params, refusal.to_json(), refusal.source)
    return _json(refusal.code, refusal.to_json())


def _record(world: World, bot: Bot, method: str, params: Json, body: Json | None, source: str | None = None) -> None:
    if method == "getUpdates" and body is not None and body.get("ok"):
        return  # a poll that went well is no act of the bot
    readable = {name: _readable(value) for name, value in params.items()}
    world.calls.append(Call(world.clock.now().isoformat(), bot.username, method, readable, body, source))


def _readable(value: Any) -> Any:
    """A record reads the same whichever way a call was sent: objects as objects, numbers and yes or no as in a form."""
    if isinstance(value, int | float):
        return json.dumps(value)
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _json(status: int, body: Json) -> web.Response:
    return web.json_response(body, status=status, dumps=lambda data: json.dumps(data, ensure_ascii=False))
