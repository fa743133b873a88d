"""What belongs to a group rather than to anybody in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.topics import Topic, TopicUse
from bot.domain.unsigned import Unsigned


class UnsignedWords(Protocol):
    """What administrators said who hide, until one of them shows themselves by a press."""

    async def add(self, *, chat_id: int, message_id: int, body: str, expires_at: datetime) -> Unsigned: ...
    async def lock(self, unsigned_id: int) -> Unsigned | None:
        """The row, if it is still there; nobody else answers it until this unit of work ends."""

    async def done(self, unsigned_id: int) -> None:
        """It was carried out: nothing of its words is kept."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[Unsigned]:
        """Those whose time is over, done or not, oldest first."""

    async def drop(self, unsigned_id: int) -> None: ...


class Topics(Protocol):
    """The forum topics of a building's group by what they are for."""

    async def of(self, chat_id: int) -> Mapping[TopicUse, Topic]: ...
    async def choose(self, chat_id: int, use: TopicUse, topic_id: int) -> None:
        """In place of the one before; it counts as open."""

    async def clear(self, chat_id: int, use: TopicUse | None = None) -> None:
        """Nothing is chosen for this use any more; without one, for none."""

    async def opened(self, chat_id: int, topic_id: int | None = None) -> None:
        """The bot may write there again; without one, wherever something was closed to it."""
