"""Answers to presses: the only thing said that is in no outbox."""

from __future__ import annotations

from typing import Protocol

import structlog

from bot.messages import Toast
from bot.ports import Ambiguous, Gone, Nursery, Rejected, Retry, Transport

_log = structlog.get_logger(__name__)


class ToastRenderer(Protocol):
    def toast(self, toast: Toast, language: str) -> str:
        """Its words in this language, within the 200 characters of a callback answer."""


class PressAnswers:
    """Callback answers go straight out: Telegram keeps a press for seconds, the outbox for as long as it takes."""

    def __init__(self, *, transport: Transport, renderer: ToastRenderer, nursery: Nursery) -> None:
        self._transport, self._renderer, self._nursery = transport, renderer, nursery

    def answer(self, query_id: str, toast: Toast | None, language: str) -> None:
        """Send it beside everything else; a press whose answer is lost just stops waiting."""
        self._nursery.start(self._send(query_id, toast, language), name="answer")

    async def _send(self, query_id: str, toast: Toast | None, language: str) -> None:
        text = self._renderer.toast(toast, language) if toast else None
        try:
            await self._transport.answer(query_id, text, alert=bool(toast and toast.alert))
        except (Retry, Ambiguous, Gone, Rejected) as why:
            _log.info("press_unanswered", reason=type(why).__name__)
