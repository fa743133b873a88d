"""The HTTP client below python-telegram-bot's `Bot`: aiohttp, with orjson for what goes out and comes in.

Calls go as JSON with real nested values; only what carries files goes as multipart, since the Bot API takes bytes in no
other way ("Making requests", "Sending files").
"""

from __future__ import annotations

import functools
import ssl
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
import orjson
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.refusals import Unanswered, refusal

CONNECT_TIMEOUT_S = 5.0
UPLOAD_TIMEOUT_S = 60.0
#: A connection that the other end has closed loses a call to "perhaps it arrived". nginx closes idle ones after 75 s by
#: default and load balancers after 60 s: well before that we close them ourselves.
KEEP_ALIVE_S = 15.0
DNS_CACHE_S = 60
_JSON = {"Content-Type": "application/json"}

# Before the request was on its way: it had no effect. A name not found and a certificate refused are
# ClientConnectorErrors as well.
_NOT_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)


class BotApiRequest(BaseRequest):
    """One pool of connections. Whatever is no answer of 2xx leaves it as `Refusal` or `Unanswered`, and nothing else.

    `pool_size`: calls at the same time; further ones wait. `answer_timeout_s`: seconds to wait for a connection of the
    pool, to write a body without files, and between two pieces of an answer. `trust_environment`: whether HTTP_PROXY,
    HTTPS_PROXY, ALL_PROXY and NO_PROXY count.
    """

    __slots__ = ("_answer_timeout_s", "_connect_timeout_s", "_pool_size", "_proxies", "_session", "_trust_environment")

    def __init__(
        self,
        *,
        pool_size: int,
        answer_timeout_s: float,
        trust_environment: bool,
        connect_timeout_s: float = CONNECT_TIMEOUT_S,
    ) -> None:
        self._pool_size = pool_size
        self._answer_timeout_s = answer_timeout_s
        self._connect_timeout_s = connect_timeout_s
        self._trust_environment = trust_environment
        self._proxies: dict[tuple[str, str], str | None] = {}
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._answer_timeout_s

    async def initialize(self) -> None:
        if self._session is not None and not self._session.closed:
            return
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=self._pool_size, keepalive_timeout=KEEP_ALIVE_S, ttl_dns_cache=DNS_CACHE_S, ssl=_trusted()
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """See `BaseRequest.do_request`. Of the time-outs only `read_timeout` is listened to: nobody here passes others.

        Raises:
            Refusal: an answer other than 2xx.
            Unanswered: no answer; without a chain, since aiohttp's errors show the address and the token is part of it.
        """
        body, headers = _body(request_data)
        read_s = self._answer_timeout_s if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        within = self._timeout(read_s, upload=isinstance(body, aiohttp.FormData), whole=method == "POST")
        return await self._exchange(url, method, body, headers, within)

    async def tell(self, url: str, parameters: Mapping[str, Any]) -> None:
        """A call whose result nobody needs, past the library's types: half of what a small one costs.

        Raises:
            Refusal, Unanswered: see `do_request`.
        """
        within = self._timeout(self._answer_timeout_s, upload=False, whole=True)
        await self._exchange(url, "POST", orjson.dumps(parameters), _JSON, within)

    async def _exchange(
        self,
        url: str,
        method: str,
        body: bytes | aiohttp.FormData | None,
        headers: Mapping[str, str],
        within: aiohttp.ClientTimeout,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("not initialized")
        try:
            async with self._session.request(
                method,
                url,
                data=body,
                headers=headers,
                skip_auto_headers=None if body else ("Content-Type",),  # no body is of no type
                timeout=within,
                proxy=self._proxy(url),
                allow_redirects=False,  # a login page in between is no Bot API, and gets no token
            ) as response:
                code, payload = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            unanswered = Unanswered(type(error).__name__, sent=not isinstance(error, _NOT_SENT))
        else:
            if 200 <= code <= 299:
                return code, payload
            raise refusal(code, payload)
        raise unanswered  # out here, so that not even its context is aiohttp's error

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """PTB's own would write what it cannot read to the log."""
        try:
            answer = orjson.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or "result" not in answer:
            raise TelegramError("not an answer of the Bot API")
        return answer

    def _timeout(self, read_s: float | None, *, upload: bool, whole: bool) -> aiohttp.ClientTimeout:
        """`whole`: limit all of the call, not only each piece. aiohttp has no limit of its own for writing a body.

        The limit of the whole is longer than that for getting a connection: what runs into it was on its way.
        """
        connect_s = self._answer_timeout_s + self._connect_timeout_s
        write_s = UPLOAD_TIMEOUT_S if upload else self._answer_timeout_s
        return aiohttp.ClientTimeout(
            total=connect_s + write_s + read_s if whole and read_s is not None else None,
            connect=connect_s,
            sock_connect=self._connect_timeout_s,
            sock_read=read_s,
        )

    def _proxy(self, url: str) -> str | None:
        """aiohttp's own `trust_env` asks the environment, and ~/.netrc for a password, in a thread at every call."""
        if not self._trust_environment:
            return None
        address = urlsplit(url)
        origin = (address.scheme, address.netloc)
        if origin not in self._proxies:
            known = getproxies()
            bypassed = bool(proxy_bypass(address.hostname or ""))
            self._proxies[origin] = None if bypassed else known.get(address.scheme) or known.get("all")
        return self._proxies[origin]


@functools.cache
def _trusted() -> ssl.SSLContext:
    """The system's certificates, and certifi's where a slim image or a fresh Python has none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, Mapping[str, str]]:
    """The body and its headers; a call without parameters has no body."""
    if data is None or not (data.contains_files or data.parameters):
        return None, {}
    if not data.contains_files:
        return orjson.dumps(data.parameters), _JSON
    # Unquoted, names go as plain UTF-8 in `filename`: of RFC 7578's two ways the one that Telegram reads.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        # As a stream, so that megabytes are not written in one go while all else waits.
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=kind)
    return form, {}
