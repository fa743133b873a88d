"""Flood limits: 30 messages a second overall, one a second per chat with short bursts, 20 a minute per group.

The figures are those of core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; the burst and the way
a refused call is told to wait are assumed, as Telegram adapts them. Edits count like messages. Times are simulator
seconds.
"""

import math
from collections import deque

from simulator.errors import SERVER, Refusal

PER_SECOND = 30
BURST = 5  #: messages that may follow each other in one chat before the one-a-second rule bites
PER_GROUP_MINUTE = 20


class Flood:
    """The counts of one bot."""

    def __init__(self) -> None:
        self._all: deque[float] = deque()
        self._group: dict[int, deque[float]] = {}
        self._chat: dict[int, tuple[float, float]] = {}  #: tokens left and when they were counted
        self._blocked_until: dict[int, float] = {}

    def spend(self, chat_id: int, *, is_group: bool, now: float, messages: int = 1) -> None:
        """Count one message, or those of an album, which the rule of one a second does not part (assumed).

        Raises:
            Refusal: 429 with `retry_after` whole seconds; nothing is counted then.
        """
        wait = max(
            self._blocked_until.get(chat_id, now) - now,
            _wait_in(self._all, PER_SECOND, 1.0, now),
            _wait_in(self._group.setdefault(chat_id, deque()), PER_GROUP_MINUTE, 60.0, now) if is_group else 0.0,
            self._wait_for_token(chat_id, now),
        )
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            self._blocked_until[chat_id] = max(self._blocked_until.get(chat_id, 0.0), now + wait)
            raise too_many(seconds)
        self._all.extend([now] * messages)
        if is_group:
            self._group[chat_id].extend([now] * messages)
        tokens, _ = self._tokens(chat_id, now)
        self._chat[chat_id] = (tokens - 1, now)

    def _tokens(self, chat_id: int, now: float) -> tuple[float, float]:
        tokens, at = self._chat.get(chat_id, (float(BURST), now))
        return min(float(BURST), tokens + now - at), now

    def _wait_for_token(self, chat_id: int, now: float) -> float:
        tokens, _ = self._tokens(chat_id, now)
        return max(0.0, 1.0 - tokens)


def _wait_in(times: deque[float], most: int, window_s: float, now: float) -> float:
    while times and times[0] <= now - window_s:
        times.popleft()
    return times[0] + window_s - now if len(times) >= most else 0.0


def too_many(retry_after_s: int) -> Refusal:
    return Refusal(
        429, f"Too Many Requests: retry after {retry_after_s}", SERVER, parameters={"retry_after": retry_after_s}
    )
