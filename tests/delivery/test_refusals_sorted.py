"""Every answer Telegram, or something in between, may give is one of a few kinds to the bot."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import msgspec
import pytest
from aiohttp import web

from bot.messages import say
from bot.ports import (
    Ambiguous,
    Gone,
    MayNotWrite,
    MessageLost,
    Moved,
    Rejected,
    Rendered,
    RenderedButton,
    Retry,
    TopicLost,
)
from bot.transport import BotApi

TOKEN = "1:secret"


@dataclass
class Answering:
    """A server that answers every call as it is told."""

    status: int = 200
    body: str = ""
    asked: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)  #: content types
    bodies: list[bytes] = field(default_factory=list)

    def refuses(self, status: int, description: str, **parameters: int) -> None:
        answer: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        self.status, self.body = status, json.dumps(answer | ({"parameters": parameters} if parameters else {}))

    async def handle(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.read())
        self.kinds.append(request.content_type)
        self.asked.append(request.path_qs)
        return web.Response(status=self.status, text=self.body)


@pytest.fixture
async def server() -> AsyncIterator[tuple[Answering, str]]:
    answering = Answering()
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answering.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield answering, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
def answering(server: tuple[Answering, str]) -> Answering:
    return server[0]


@pytest.fixture
async def api(server: tuple[Answering, str]) -> AsyncIterator[BotApi]:
    async with BotApi(
        TOKEN, base_url=server[1], timeout_s=5, trust_environment=False, allowed_updates=("message",)
    ) as api:
        yield api


@pytest.mark.parametrize(
    ("status", "description", "kind"),
    [
        (403, "Forbidden: bot was blocked by the user", Gone),
        (403, "Forbidden: bot can't initiate conversation with a user", Gone),
        (403, "Forbidden: user is deactivated", Gone),
        (403, "Forbidden: bot was kicked from the supergroup chat", Gone),
        (400, "Bad Request: chat not found", Gone),
        (400, "Bad Request: PEER_ID_INVALID", Gone),
        (400, "Bad Request: message to be replied not found", MessageLost),
        (400, "Bad Request: MESSAGE_ID_INVALID", MessageLost),
        (400, "Bad Request: message text is empty", Rejected),
        (400, "Bad Request: not enough rights to send text messages to the chat", MayNotWrite),
        (403, "Forbidden: CHAT_WRITE_FORBIDDEN", MayNotWrite),
        (400, "Bad Request: have no rights to send a message", MayNotWrite),
        (400, "Bad Request: CHAT_RESTRICTED", MayNotWrite),
        (400, "Bad Request: not enough rights to send photos to the chat", Rejected),
        (413, "Request Entity Too Large", Rejected),
        (401, "Unauthorized", Retry),
        (404, "Not Found", Retry),
        (409, "Conflict: terminated by other getUpdates request", Retry),
        (429, "Too Many Requests: retry after 5", Retry),
        (500, "Internal Server Error", Retry),
        (502, "Bad Gateway", Retry),
        (503, "Service Unavailable", Retry),
        (504, "Gateway Timeout", Ambiguous),
    ],
)
async def test_each_refusal_is_of_one_kind(
    api: BotApi, answering: Answering, status: int, description: str, kind: type[Exception]
) -> None:
    answering.refuses(status, description)
    with pytest.raises(kind) as caught:
        await api.send(1, Rendered("x"), say("any"))
    assert type(caught.value) is kind
    assert description in str(caught.value)


async def test_a_group_that_became_a_supergroup_names_its_new_id(api: BotApi, answering: Answering) -> None:
    answering.refuses(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1001234567)
    with pytest.raises(Moved) as caught:
        await api.send(-5, Rendered("x"), say("any"))
    assert caught.value.telegram_id == -1001234567


async def test_only_a_429_is_a_flood_and_it_names_its_seconds(api: BotApi, answering: Answering) -> None:
    for status, parameters, after_s, flood in (
        (429, {"retry_after": 3600}, 3600.0, True),
        (429, {}, 5.0, True),
        (500, {}, 3.0, False),
        (401, {}, 60.0, False),
    ):
        answering.refuses(status, "…", **parameters)
        with pytest.raises(Retry) as caught:
            await api.edit(1, 2, Rendered("x"), caption=False)
        assert (caught.value.after_s, caught.value.flood) == (after_s, flood)


@pytest.mark.parametrize(
    ("status", "kind"), [(502, Retry), (403, Gone), (400, Rejected), (429, Retry), (504, Ambiguous)]
)
async def test_a_proxy_that_answers_in_html_is_understood_by_its_status(
    api: BotApi, answering: Answering, status: int, kind: type[Exception]
) -> None:
    answering.status, answering.body = status, "<html>nginx</html>"
    with pytest.raises(kind):
        await api.send(1, Rendered("x"), say("any"))


async def test_a_success_nobody_can_read_may_have_been_one(api: BotApi, answering: Answering) -> None:
    answering.status, answering.body = 200, "<html>welcome to the wifi</html>"
    with pytest.raises(Ambiguous):
        await api.send(1, Rendered("x"), say("any"))
    with pytest.raises(Retry):
        await api.updates(offset=None, timeout_s=0)


@pytest.mark.parametrize("body", ['{"ok": true}', "[]", "null", '"ok"', "", "\xff"])
async def test_an_answer_of_another_shape_is_no_answer(api: BotApi, answering: Answering, body: str) -> None:
    answering.status, answering.body = 200, body
    with pytest.raises(Ambiguous):
        await api.send(1, Rendered("x"), say("any"))
    with pytest.raises(Retry):
        await api.updates(offset=None, timeout_s=0)
    with pytest.raises(Retry):
        await api.me()


async def test_the_same_content_again_is_a_success(api: BotApi, answering: Answering) -> None:
    answering.refuses(400, "Bad Request: message is not modified: specified new message content and … are the same")
    await api.edit(1, 2, Rendered("x"), caption=False)
    await api.edit(1, 2, Rendered("x"), caption=True)
    with pytest.raises(Rejected):
        await api.send(1, Rendered("x"), say("any"))


@pytest.mark.parametrize(
    "description",
    [
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        "Bad Request: QUERY_ID_INVALID",
    ],
)
async def test_a_press_too_old_is_passed_over(api: BotApi, answering: Answering, description: str) -> None:
    answering.refuses(400, description)
    await api.answer("1", "text", alert=True)


async def test_the_poll_asks_for_what_is_wanted(api: BotApi, answering: Answering) -> None:
    answering.body = '{"ok": true, "result": [{"update_id": 7, "new_kind": {"of": "update"}}]}'
    assert await api.updates(offset=7, timeout_s=0) == [{"update_id": 7, "new_kind": {"of": "update"}}]
    path, _, query = answering.asked[0].partition("?")
    assert path == f"/bot{TOKEN}/getUpdates"
    assert dict(parse_qsl(query)) == {"timeout": "0", "limit": "100", "allowed_updates": '["message"]', "offset": "7"}


async def test_a_bad_token_is_plain_at_the_start_and_waited_out_later(api: BotApi, answering: Answering) -> None:
    answering.refuses(401, "Unauthorized")
    with pytest.raises(Rejected, match="Unauthorized"):
        await api.me()
    with pytest.raises(Retry):
        await api.updates(offset=None, timeout_s=0)


@pytest.mark.parametrize("said", ["Bad Request: message thread not found", "Bad Request: TOPIC_CLOSED"])
async def test_a_topic_is_lost_only_to_what_was_sent_there(api: BotApi, answering: Answering, said: str) -> None:
    """A closed General topic is refused in the same words."""
    answering.refuses(400, said)
    answer = msgspec.structs.replace(say("any"), answers=5)
    for topic_id, reply, kind in ((77, say("any"), TopicLost), (None, say("any"), Rejected), (None, answer, TopicLost)):
        with pytest.raises(Rejected) as caught:
            await api.send(1, Rendered("x"), reply, topic_id=topic_id)
        assert type(caught.value) is kind
        if isinstance(caught.value, TopicLost):
            assert (caught.value.topic_id, caught.value.closed) == (topic_id, "CLOSED" in said)


async def test_a_call_goes_out_as_json_and_what_is_nested_is_an_object(api: BotApi, answering: Answering) -> None:
    answering.refuses(403, "Forbidden: bot was blocked by the user")
    message = Rendered("你好", buttons=((RenderedButton("我家也是", data="join:1"),),))
    with pytest.raises(Gone):
        await api.send(1, message, say("any"))
    sent = json.loads(answering.bodies[-1])
    assert answering.kinds[-1] == "application/json"
    assert sent["chat_id"] == 1
    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "join:1"
    assert sent["link_preview_options"] == {"is_disabled": True}


async def test_only_a_file_makes_it_a_form(api: BotApi, answering: Answering) -> None:
    answering.refuses(403, "Forbidden: bot was blocked by the user")
    with pytest.raises(Gone):
        await api.send(1, Rendered("灯"), say("any"), photo=b"\xff\xd8 a picture")
    assert answering.kinds[-1] == "multipart/form-data"
    assert b"a picture" in answering.bodies[-1]


async def test_two_hundred_calls_at_once_all_come_back(api: BotApi, answering: Answering) -> None:
    answering.body = '{"ok": true, "result": true}'
    await asyncio.gather(*(api.answer(f"q{number}", "记上了", alert=False) for number in range(200)))
    assert len(answering.asked) == 200
