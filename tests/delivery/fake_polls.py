"""What is kept of one native poll, as delivery sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.messages import PollStood, PollToSend
from tests.delivery.fake_clock import START

POLL = PollToSend("什么颜色？", ("白", "黄"), "听听意见", False, False, False, START + timedelta(days=1))


@dataclass
class KeptPolls:
    """`ports.PollPosts`: one post, and what was told of it."""

    ready: PollToSend | int | None = POLL
    message_id: int | None = None
    told: list[object] = field(default_factory=list)

    async def to_send(self, post_id: int, *, language: str, now: datetime) -> PollToSend | int | None:
        self.told.append(("asked", post_id, language))
        return self.ready

    async def was_sent(self, post_id: int, *, message_id: int, telegram_id: str, now: datetime) -> None:
        self.ready = self.message_id = message_id
        self.told.append(("sent", post_id, message_id, telegram_id))

    async def was_refused(self, post_id: int, *, now: datetime) -> None:
        self.told.append(("refused", post_id))

    async def to_stop(self, post_id: int) -> int | None:
        return self.message_id

    async def was_stopped(self, post_id: int, stood: PollStood | None, *, now: datetime) -> None:
        self.told.append(("stopped", post_id, stood))
