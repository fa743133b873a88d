"""Who sends more than anybody can mean: kept in mind by this process, for a minute.

In memory on purpose. Nothing depends on it but quiet: after a restart somebody who floods is asked once more to slow
down, and of several processes each counts what it handles. In exchange no row is kept of how often anybody presses.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.floods import FloodLimits, Flow, Stream
from bot.ports import InboxRow

FORGET_ABOVE = 2000  #: streams kept in mind before those at rest are forgotten


class FloodGate:
    """`must_hear`: words that are heard even in a flood, because a life may hang on them."""

    def __init__(self, limits: FloodLimits, *, must_hear: Callable[[str], bool] | None = None) -> None:
        self._limits, self._must_hear = limits, must_hear
        self._streams: dict[tuple[int, int], Stream] = {}

    def flow(self, row: InboxRow, *, sent_at: datetime | None, words: str) -> Flow:
        """What becomes of an update; asked once for each.

        `sent_at`: when Telegram says it was sent; None (presses bear no date): when it came. So what piled up while the
        bot was away is no flood. A second attempt was let through before.
        """
        if row.attempts > 1:
            return Flow.HEARD
        flow = self._stream(row).take(min(sent_at or row.received_at, row.received_at))
        if flow is not Flow.HEARD and self._must_hear is not None and self._must_hear(words):
            return Flow.HEARD
        return flow

    def _stream(self, row: InboxRow) -> Stream:
        key = (row.chat_key, row.person_key)
        if key not in self._streams:
            if len(self._streams) >= FORGET_ABOVE:
                now = row.received_at
                self._streams = {each: kept for each, kept in self._streams.items() if not kept.at_rest(now)}
            self._streams[key] = Stream(self._limits)
        return self._streams[key]
