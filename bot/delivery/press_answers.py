"""Answers to presses: the only thing said that is in no outbox."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterator
from typing import Protocol

import structlog

from bot.messages import Toast
from bot.ports import Ambiguous, Gone, Nursery, PressAnswer, Rejected, Retry, Ride, Transport

MOST_UNDER_WAY = 128  #: calls; fewer than the transport's connections, so that delivery always finds one
KEPT_TEXTS = 2_000  #: rendered toasts; the same few are said over and over while a building presses

_log = structlog.get_logger(__name__)


class ToastRenderer(Protocol):
    def toast(self, toast: Toast, language: str) -> str:
        """Its words in this language, within the 200 characters of a callback answer."""


class PressAnswers:
    """Callback answers go straight out: Telegram keeps a press for seconds, the outbox for as long as it takes."""

    def __init__(self, *, transport: Transport, renderer: ToastRenderer, nursery: Nursery) -> None:
        self._transport, self._renderer, self._nursery = transport, renderer, nursery
        self._waiting: deque[PressAnswer] = deque()
        self._under_way = 0
        self._rides: dict[str, Ride] = {}
        self._texts: dict[tuple[object, ...], str] = {}

    def answer(self, query_id: str, toast: Toast | None, language: str) -> None:
        """Send it beside everything else; a press whose answer is lost just stops waiting."""
        text = self._text(toast, language) if toast else None
        answer = PressAnswer(query_id, text, alert=bool(toast and toast.alert))
        if (ride := self._rides.get(query_id)) is not None and ride.answer is None:
            ride.answer = answer
            return
        self._waiting.append(answer)
        if self._under_way < MOST_UNDER_WAY:
            self._under_way += 1
            self._nursery.start(self._send_waiting(), name="answer")

    @contextlib.contextmanager
    def riding(self, query_id: str) -> Iterator[Ride]:
        """Until the block ends, the first answer to this press takes the ride instead of a call."""
        ride = self._rides[query_id] = Ride()
        try:
            yield ride
        finally:
            if self._rides.get(query_id) is ride:  # the same press may have come again meanwhile
                del self._rides[query_id]

    async def _send_waiting(self) -> None:
        """One of several side by side, each with one call under way."""
        try:
            while self._waiting:
                await self._send(self._waiting.popleft())
        finally:
            self._under_way -= 1

    async def _send(self, answer: PressAnswer) -> None:
        try:
            await self._transport.answer(answer.query_id, answer.text, alert=answer.alert)
        except (Retry, Ambiguous, Gone, Rejected) as why:
            _log.info("press_unanswered", reason=type(why).__name__)

    def _text(self, toast: Toast, language: str) -> str:
        """Only plain words and numbers are kept: a date is worded by what day it is today."""
        if not all(isinstance(arg, str | int) for arg in toast.args.values()):
            return self._renderer.toast(toast, language)
        key = (language, toast.key, *toast.args.items())
        if (text := self._texts.get(key)) is None:
            if len(self._texts) >= KEPT_TEXTS:
                self._texts.clear()
            text = self._texts[key] = self._renderer.toast(toast, language)
        return text
