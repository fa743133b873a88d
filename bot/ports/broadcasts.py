"""Broadcasts as the use cases and delivery ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.broadcasts import Audience, Broadcast, BroadcastState, Channel, Content, Progress
from bot.domain.people import Chat, Person, Speaker


@dataclass(frozen=True, slots=True)
class Reached:
    """Whom a broadcast would go to. `people`: with their private chats, each once."""

    groups: tuple[Chat, ...]
    people: tuple[tuple[int, int], ...]  #: (person id, id of the private chat)
    unreached: Mapping[str, int]  #: people who cannot be told in private: never-started, blocked, muted

    @property
    def chats(self) -> int:
        return len(self.groups) + len(self.people)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A chat whose turn it is. `person`: None for a group."""

    chat: Chat
    person: Person | None


class Broadcasts(Protocol):
    async def people_of(
        self, estate_keys: Sequence[str], buildings: Sequence[str] = (), grid_ids: Sequence[int] = ()
    ) -> Sequence[int]:
        """Ids of those known from the building chats of these estates, whoever left them left out.

        `buildings`, `grid_ids`: of these alone; of a grid those of its own group and of its buildings', as it is now.
        """

    async def people_named(self, telegram_ids: Sequence[int]) -> Sequence[int]:
        """Ids of those of them who ever dealt with the bot."""

    async def buildings(self, estate_keys: Sequence[str]) -> Sequence[str]:
        """Numbers of the buildings that have a group."""

    async def groups_of(
        self, estate_keys: Sequence[str], buildings: Sequence[str] = (), grid_ids: Sequence[int] = ()
    ) -> Sequence[Chat]:
        """Neighbours' groups the bot is in, oldest first. `buildings`, `grid_ids`: as in `people_of`."""

    async def reach(self, person_ids: Sequence[int], *, muted_too: bool) -> Reached:
        """Which of these people can be told in private; without groups. `muted_too`: it is urgent."""

    async def add(
        self,
        content: Content,
        audience: Audience,
        *,
        estate_key: str,
        channel: Channel,
        ask_read: bool,
        emergency: bool,
        state: BroadcastState,
        by: Speaker,
        by_id: int,
        desk_chat_id: int | None,
        desk_language: str = "",
        confirmed_by: str = "",
        starts_at: datetime,
        reached: Reached,
        now: datetime,
    ) -> Broadcast:
        """With all its recipients. Groups come first."""

    async def get(self, broadcast_id: int) -> Broadcast:
        """Raises LookupError."""

    async def lock(self, broadcast_id: int) -> Broadcast:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Broadcast | None: ...
    async def find(self, estate_key: str, *, limit: int, offset: int = 0) -> Sequence[Broadcast]:
        """Newest first."""

    async def waiting(self, estate_key: str, *, now: datetime) -> Sequence[Broadcast]:
        """Those that nobody was told yet: a second officer is to agree, or it goes out in the morning. Oldest first."""

    async def count(self, estate_key: str) -> int: ...
    async def save(self, broadcast: Broadcast, *, feed_at: datetime | None = None) -> None:
        """Keep what changes; a new revision reaches recipients that were told.

        `feed_at`: when recipients are to be looked after; None: there is nothing to do.
        """

    async def drop_waiting(self, broadcast: Broadcast) -> int:
        """Whose turn has not come is not told any more; returns how many those are."""

    async def progress(self, broadcast: Broadcast) -> Progress: ...
    async def sent_at(self, broadcast_id: int, chat_id: int) -> datetime | None: ...
    async def in_chat(self, broadcast_id: int, chat_id: int) -> bool:
        """Whether this chat is one of its recipients."""

    # ---- sending

    async def due(self, now: datetime) -> int | None:
        """Id of the one to be fed first; None: none is due."""

    async def settle(self, broadcast: Broadcast) -> tuple[int, int]:
        """Take over from the outbox what became of what was put there.

        Returns how many are still on their way, and how many of these wait until their group lets the bot write.
        """

    async def put(self, broadcast: Broadcast, *, limit: int) -> Sequence[Recipient]:
        """Whose turn it is, marked as given to the outbox. Groups the bot is not in any more have failed instead."""

    async def left(self, broadcast: Broadcast) -> int:
        """How many have not had their turn at the newest revision."""

    async def feed_again(self, broadcast_id: int, *, at: datetime, shown_at: datetime | None = None) -> None:
        """`shown_at`: given when the card was drawn."""

    async def look_again(self, broadcast_id: int, *, at: datetime) -> None:
        """Its card is drawn then, unless it is looked after sooner."""

    async def all_settled(self, broadcast: Broadcast, *, now: datetime) -> None:
        """Nothing is on its way any more; while it was being sent, it is done."""

    async def shown_at(self, broadcast_id: int) -> datetime | None: ...

    # ---- reading

    async def read(self, broadcast_id: int, person_id: int, *, now: datetime) -> bool:
        """False: they had said so before."""

    async def unread(self, broadcast_id: int, person_ids: Sequence[int]) -> Sequence[Person]:
        """Those of these people who have not said that they read it, by name."""
