"""Telegram is reached for the first time: who we are there. A bot that starts before the network is up waits."""

from __future__ import annotations

import asyncio
import contextlib

import structlog

from bot.ports import Ambiguous, Me, Retry
from bot.transport import BotApi

LONGEST_WAIT_S = 30.0  #: between two tries

_log = structlog.get_logger(__name__)


class Stopped(Exception):
    """Told to stop before Telegram was ever reached."""


async def reached(transport: BotApi, stop: asyncio.Event | None) -> Me:
    """Who the token belongs to; a bot that is started before the network is up waits for it."""
    pause_s = 1.0
    while True:
        try:
            return await transport.me()
        except (Retry, Ambiguous) as why:
            if stop is None:
                raise
            _log.warning("telegram_not_reached", reason=type(why).__name__, again_in_s=pause_s)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause_s):
                await stop.wait()
            raise Stopped
        pause_s = min(pause_s * 2, LONGEST_WAIT_S)
