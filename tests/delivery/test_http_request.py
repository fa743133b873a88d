"""What goes over the wire: JSON where it can be, multipart where bytes are sent, and on which connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from email import message_from_bytes
from typing import Any

import pytest

from bot.messages import Attachment, Reply, say
from bot.ports import Ambiguous, Rejected, Rendered, RenderedButton, Retry, Sound
from bot.transport import POOL_SIZE, BotApi
from tests.delivery.listening import SENT, TOKEN, Arrived, Listening, answered, listening, result, says

HELLO = Rendered("你好", ((RenderedButton("我家也是", data="same:1"),),))
KEYBOARD = {"inline_keyboard": [[{"text": "我家也是", "callback_data": "same:1"}]]}


@pytest.fixture
async def server() -> AsyncIterator[Listening]:
    async with listening() as here:
        yield here


def calling(base_url: str, *, timeout_s: float = 5, trust_environment: bool = False) -> BotApi:
    return BotApi(
        TOKEN,
        base_url=base_url,
        timeout_s=timeout_s,
        trust_environment=trust_environment,
        allowed_updates=("message",),
    )


@pytest.fixture
async def api(server: Listening) -> AsyncIterator[BotApi]:
    async with calling(server.base_url) as api:
        yield api


def parts(request: Arrived) -> dict[str, tuple[str | None, str, bytes]]:
    """The parts of a multipart body: file name, type and content by name."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    found = {}
    for part in message_from_bytes(head + request.body).get_payload():
        content: Any = part.get_payload(decode=True)  # type: ignore[union-attr]
        name = str(part.get_param("name", header="content-disposition"))  # type: ignore[union-attr]
        found[name] = (part.get_filename(), part.get_content_type(), content)  # type: ignore[union-attr]
    return found


# ---- bodies --------------------------------------------------------------------------------------------------------


async def test_a_call_is_json_and_what_is_nested_is_no_string(api: BotApi, server: Listening) -> None:
    await api.send(1, HELLO, Reply((), silent=True, answers=7))
    (request,) = server.arrived
    assert request.line == f"POST /bot{TOKEN}/sendMessage HTTP/1.1"
    assert request.headers["content-type"] == "application/json"
    assert request.json == {
        "chat_id": 1,
        "text": "你好",
        "parse_mode": "HTML",
        "disable_notification": True,
        "link_preview_options": {"is_disabled": True},
        "reply_parameters": {"message_id": 7, "allow_sending_without_reply": True},
        "reply_markup": KEYBOARD,
    }


async def test_lists_and_kinds_of_scope_are_json_too(api: BotApi, server: Listening) -> None:
    server.answer = result(True)
    await api.set_commands([("want", "许愿")], scope="all_private_chats", language="zh")
    assert server.arrived[0].json == {
        "commands": [{"command": "want", "description": "许愿"}],
        "scope": {"type": "all_private_chats"},
        "language_code": "zh",
    }


async def test_a_call_without_parameters_has_no_body(api: BotApi, server: Listening) -> None:
    server.answer = result({"id": 1, "is_bot": True, "first_name": "邻愿"})
    await api.me()
    assert (server.arrived[0].body, "content-type" in server.arrived[0].headers) == (b"", False)


async def test_a_photo_known_to_telegram_is_json_like_all_else(api: BotApi, server: Listening) -> None:
    await api.send(1, HELLO, say("any"), photo="AgAC-known")
    assert server.arrived[0].json["photo"] == "AgAC-known"


async def test_an_upload_is_multipart_with_its_length_and_its_name_as_it_is(api: BotApi, server: Listening) -> None:
    content = bytes(range(256)) * 8192  # 2 MB: more than a socket takes at once
    await api.send_document(1, HELLO, say("any"), file=Attachment("愿望 三.json", content))
    (request,) = server.arrived
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert "transfer-encoding" not in request.headers
    assert 'filename="愿望 三.json"'.encode() in request.body
    assert b"filename*" not in request.body  # Telegram does not know it
    given = parts(request)
    assert given["document"][1:] == ("application/json", content)
    assert given["reply_markup"][2].decode().replace(" ", "").startswith('{"inline_keyboard":[[{')
    assert (given["chat_id"][2], given["disable_content_type_detection"][2]) == (b"1", b"true")


async def test_photos_and_voices_are_uploaded_under_the_names_the_call_gives_them(
    api: BotApi, server: Listening
) -> None:
    await api.send(1, HELLO, say("any"), photo=b"\x89PNG\r\n\x1a\n")
    await api.send(1, HELLO, say("any"), voice=Sound(b"OggS", 3))
    await api.edit_photo(1, 5, HELLO, photo=b"\x89PNG\r\n\x1a\n")
    photo, voice, media = map(parts, server.arrived)
    assert photo["photo"][2] == b"\x89PNG\r\n\x1a\n"
    assert voice["voice"] == ("voice.ogg", "audio/ogg", b"OggS")
    (attached,) = set(media) - {"media", "chat_id", "message_id", "reply_markup"}
    assert f"attach://{attached}".encode() in media["media"][2]


# ---- connections ---------------------------------------------------------------------------------------------------


async def test_a_connection_is_used_again(api: BotApi, server: Listening) -> None:
    for _ in range(3):
        await api.send(1, HELLO, say("any"))
    assert [request.connection for request in server.arrived] == [1, 1, 1]


async def test_updates_come_while_all_sends_hang(api: BotApi, server: Listening) -> None:
    all_there, go_on = asyncio.Event(), asyncio.Event()

    async def hang(request: Arrived, writer: asyncio.StreamWriter) -> None:
        if "getUpdates" in request.line:
            return await result([])(request, writer)
        if len(server.arrived) == POOL_SIZE:
            all_there.set()
        await go_on.wait()
        return await result(SENT)(request, writer)

    server.answer = hang
    sends = [asyncio.create_task(api.send(chat, HELLO, say("any"))) for chat in range(1, POOL_SIZE + 2)]
    await all_there.wait()
    assert await api.updates(offset=None, timeout_s=0) == []
    assert len(server.arrived) == POOL_SIZE + 1  # the last send waits for a connection; the poll did not
    go_on.set()
    assert await asyncio.gather(*sends) == [5] * (POOL_SIZE + 1)


# ---- in between ----------------------------------------------------------------------------------------------------


async def test_a_redirect_is_not_followed(api: BotApi, server: Listening) -> None:
    server.answer = says(answered("302 Found", b"", f"Location: {server.base_url}/login"))
    with pytest.raises(Rejected, match="HTTP 302"):
        await api.send(1, HELLO, say("any"))
    assert len(server.arrived) == 1


async def test_success_without_content_may_have_been_one(api: BotApi, server: Listening) -> None:
    server.answer = says(answered("204 No Content"))
    with pytest.raises(Ambiguous):
        await api.send(1, HELLO, say("any"))
    with pytest.raises(Retry):
        await api.updates(offset=None, timeout_s=0)


async def test_a_proxy_counts_if_the_environment_is_trusted_and_names_it(
    server: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", server.base_url.replace("//", "//wang:secret@"))
    async with calling("http://telegram.invalid", trust_environment=True) as api:
        await api.send(1, HELLO, say("any"))
    (request,) = server.arrived
    assert request.line == f"POST http://telegram.invalid/bot{TOKEN}/sendMessage HTTP/1.1"
    assert request.headers["proxy-authorization"].startswith("Basic ")
    monkeypatch.setenv("no_proxy", "telegram.invalid")
    for trusting in (True, False):
        async with calling("http://telegram.invalid", trust_environment=trusting) as api:
            with pytest.raises(Retry):
                await api.send(1, HELLO, say("any"))
    assert len(server.arrived) == 1
