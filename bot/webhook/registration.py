"""Telling Telegram where to bring updates, or that we fetch them ourselves: until it has heard, or we are to stop."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import structlog

from bot.ports import Ambiguous, Gone, Rejected, Retry, Webhooks

FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 30.0  #: real seconds between tries, doubling

_log = structlog.get_logger(__name__)


async def insisting(call: Callable[[], Awaitable[None]], *, stop: asyncio.Event, what: str) -> None:
    """Repeat a call that may be made twice without harm.

    Raises:
        Rejected, Gone: Telegram will never take it.
    """
    pause_s = FIRST_PAUSE_S
    while not stop.is_set():
        try:
            return await call()
        except (Retry, Ambiguous) as why:
            wait_s = max(pause_s, why.after_s) if isinstance(why, Retry) else pause_s
            _log.warning("webhook_call_failed", what=what, reason=str(why) or type(why).__name__, wait_s=wait_s)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait_s):
                await stop.wait()
        pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
    return None


async def polling_allowed(telegram: Webhooks, *, stop: asyncio.Event) -> None:
    """Remove a webhook that is still set, once: while there is one, getUpdates is refused with 409."""

    async def remove() -> None:
        if (await telegram.webhook_standing()).url:
            await telegram.delete_webhook()
            _log.info("webhook_removed")

    try:
        await insisting(remove, stop=stop, what="deleteWebhook")
    except (Rejected, Gone) as why:
        _log.warning("webhook_not_removed", reason=str(why))
