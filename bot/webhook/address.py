"""The public address that Telegram is given, checked before Telegram can refuse it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

PORTS = (443, 80, 88, 8443)  #: the only ones that Telegram calls (Bot API, setWebhook)
OWN_PATHS = frozenset({"/healthz", "/metrics"})

_LOCAL = frozenset({"127.0.0.1", "localhost"})  #: a simulator or a Bot API server of one's own may be there
_PATH = re.compile(r"/[A-Za-z0-9._~/-]*")


class WrongAddress(ValueError):
    """Its text says in one line what is wrong."""


@dataclass(frozen=True, slots=True)
class Address:
    url: str
    path: str  #: where we answer; the proxy in front passes it on unchanged

    @classmethod
    def read(cls, url: str) -> Self:
        """Check what stands behind --webhook.

        Raises:
            WrongAddress: Telegram would not take it, or we could not answer there.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise WrongAddress("--webhook: this is no address; it looks like https://example.org/some/path") from None
        host, path = parts.hostname, parts.path or "/"
        if not host or parts.username is not None or parts.query or parts.fragment:
            raise WrongAddress("--webhook: must be https://host/path, without a user, ? or #")
        if host not in _LOCAL or parts.scheme not in ("http", "https"):
            _publicly_reachable(parts.scheme, port)
        if not _PATH.fullmatch(path):
            raise WrongAddress("--webhook: the path may hold letters, digits and . _ ~ - / only")
        if path in OWN_PATHS:
            raise WrongAddress(f"--webhook: {path} is an address of Wishwell's own; choose another path")
        return cls(url, path)


def _publicly_reachable(scheme: str, port: int | None) -> None:
    if scheme != "https":
        raise WrongAddress("--webhook: Telegram calls https addresses only")
    if port is not None and port not in PORTS:
        raise WrongAddress(f"--webhook: Telegram calls the ports {', '.join(map(str, PORTS))} only, not {port}")
