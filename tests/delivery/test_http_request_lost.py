"""A call without an answer: had it been on its way? And never a word of the address, since the token is part of it."""

from __future__ import annotations

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator, Callable

import pytest

from bot.http_request import BotApiRequest
from bot.messages import say
from bot.ports import Ambiguous, Rendered, Retry
from bot.refusals import Unanswered
from bot.transport import BotApi
from tests.delivery.listening import SENT, TOKEN, Answer, Arrived, Listening, answered, listening, never, result, says
from tests.delivery.test_http_request import calling

HELLO = Rendered("你好")


@pytest.fixture
async def server() -> AsyncIterator[Listening]:
    async with listening() as here:
        yield here


async def lost(api: BotApi, kind: type[Exception]) -> str:
    """The reason of a send that must fail with this; neither it nor what it is chained to names the token."""
    async with api:
        with pytest.raises(kind) as caught:
            await api.send(1, HELLO, say("any"))
    assert type(caught.value) is kind
    shown = "".join(traceback.format_exception(caught.value))
    each: BaseException | None = caught.value
    while each is not None:
        shown += f"{each} {each!r} {each.__cause__!r}"
        each = each.__context__
    assert "local-secret" not in shown
    assert "/bot1" not in shown
    return str(caught.value)


def nowhere() -> str:
    """An address nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


# ---- before it was on its way --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (nowhere, "ClientConnectorError"),
        (lambda: "http://telegram.invalid", "ClientConnectorDNSError"),
        (lambda: "ftp://127.0.0.1", "NonHttpUrlClientError"),
        (lambda: "http://", "InvalidUrlClientError"),
    ],
)
async def test_what_found_no_server_had_no_effect(address: Callable[[], str], reason: str) -> None:
    assert reason in await lost(calling(address()), Retry)


async def test_a_server_that_speaks_no_tls_was_told_nothing(server: Listening) -> None:
    server.greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
    reason = await lost(calling(server.base_url.replace("http:", "https:")), Retry)
    assert reason.startswith("ClientConnector")


async def test_a_proxy_that_lets_nobody_through_had_no_effect(
    server: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("https_proxy", server.base_url)
    server.answer = says(answered("403 Forbidden"))
    reason = await lost(calling("https://telegram.invalid", trust_environment=True), Retry)
    assert "ClientHttpProxyError" in reason
    assert server.arrived[0].line.startswith("CONNECT telegram.invalid:443")
    monkeypatch.setenv("https_proxy", nowhere())
    reason = await lost(calling("https://telegram.invalid", trust_environment=True), Retry)
    assert "ClientProxyConnectionError" in reason


async def test_a_handshake_without_end_had_no_effect(server: Listening) -> None:
    request = BotApiRequest(pool_size=1, answer_timeout_s=5, trust_environment=False, connect_timeout_s=0.05)
    async with request:
        with pytest.raises(Unanswered) as caught:
            await request.post(f"{server.base_url.replace('http:', 'https:')}/bot{TOKEN}/getMe")
    assert (caught.value.reason, caught.value.sent) == ("ConnectionTimeoutError", False)


async def test_who_got_no_connection_of_the_pool_had_no_effect(server: Listening) -> None:
    server.answer = never
    request = BotApiRequest(pool_size=1, answer_timeout_s=0.05, trust_environment=False, connect_timeout_s=0.05)
    async with request:
        first = asyncio.create_task(request.post(f"{server.base_url}/bot{TOKEN}/sendMessage", read_timeout=60))
        while not server.arrived:
            await asyncio.sleep(0)
        with pytest.raises(Unanswered) as caught:
            await request.post(f"{server.base_url}/bot{TOKEN}/sendMessage")
        first.cancel()
    assert (caught.value.reason, caught.value.sent, len(server.arrived)) == ("ConnectionTimeoutError", False, 1)


# ---- after it was on its way ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (says(b"", closing=True), "ServerDisconnectedError"),
        (says(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", closing=True), "ClientPayloadError"),
        (says(b"welcome to the wifi\r\n\r\n"), "ClientResponseError"),
        (never, "SocketTimeoutError"),
    ],
)
async def test_what_was_sent_and_not_answered_may_have_arrived(server: Listening, answer: Answer, reason: str) -> None:
    server.answer = answer
    assert await lost(calling(server.base_url, timeout_s=0.2 if answer is never else 5), Ambiguous) == reason
    assert len(server.arrived) == 1


async def test_a_kept_connection_closed_under_a_call_leaves_it_open_and_sends_nothing_twice(server: Listening) -> None:
    async def once(request: Arrived, writer: asyncio.StreamWriter) -> None:
        if len(server.arrived) > 1:
            return writer.close()
        return await result(SENT)(request, writer)

    server.answer = once
    async with calling(server.base_url) as api:
        await api.send(1, HELLO, say("any"))
        with pytest.raises(Ambiguous, match="ServerDisconnectedError"):
            await api.send(1, HELLO, say("any"))
    assert [request.connection for request in server.arrived] == [1, 1]


@pytest.mark.parametrize("status", ["400 Bad Request", "502 Bad Gateway"])
async def test_a_page_instead_of_an_answer_is_not_repeated_anywhere(server: Listening, status: str) -> None:
    server.answer = says(answered(status, f"<html>/bot{TOKEN}/sendMessage</html>".encode()))
    async with calling(server.base_url) as api:
        with pytest.raises(Exception, match="HTTP") as caught:
            await api.send(1, HELLO, say("any"))
    assert "local-secret" not in "".join(traceback.format_exception(caught.value))
