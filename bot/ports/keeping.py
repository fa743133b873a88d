"""What is gathered, shown to whom it is about, forgotten, and kept for how long."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.people import Person
from bot.domain.personal import Section
from bot.domain.wishes import Wish


class Gathered(Protocol):
    """Which wishes a wish of the whole building stands for besides itself; those go on by themselves."""

    async def add(self, whole_id: int, part_ids: Collection[int]) -> None: ...
    async def parts_of(self, whole_id: int) -> Sequence[Wish]:
        """Public ones, by number."""


class PersonData(Protocol):
    """All that is stored of one person; see `bot/store/personal.py`."""

    async def sections(self, person: Person) -> Sequence[Section]: ...
    async def count(self, person: Person, section: str) -> int:
        """How many rows there are under one section."""

    async def filed_by(self, person_id: int) -> Sequence[Wish]: ...
    async def open_followed_by(self, person_id: int) -> Sequence[Wish]:
        """Wishes that have not ended, by whichever stance."""

    async def in_hand_of(self, person_id: int) -> Sequence[Wish]: ...
    async def forget(self, person: Person, *, gone: Sequence[Wish], photos: Collection[str], now: datetime) -> None:
        """Do what is declared for every table. `gone`: wishes that go, as they were; `photos`: pictures that may go."""

    async def discard_photos(self, keys: Collection[str]) -> int:
        """Those of them that nothing refers to any more."""


class Retention(Protocol):
    """What was kept long enough. Lists are cut at `limit`, oldest first."""

    async def is_round_due(self, name: str, now: datetime) -> bool: ...
    async def set_next_round(self, name: str, next_at: datetime) -> None: ...
    async def forget_similar_taps(self, *, before: datetime, limit: int) -> int: ...
    async def ended_with_name(self, *, before: datetime, limit: int) -> Sequence[Wish]: ...
    async def ended_with_photo(self, *, before: datetime, stand_in: str, limit: int) -> Sequence[Wish]: ...
    async def take_photos_off_verdicts(self, *, before: datetime, limit: int) -> Sequence[tuple[int, str]]:
        """Of wishes that ended before; wish and picture of each that was taken off."""

    async def take_name_off(self, wish_ids: Collection[int]) -> None: ...
    async def strangers(self, *, seen_before: datetime, but: Collection[int], limit: int) -> Sequence[Person]:
        """Not seen since, with nothing filed. `but`: Telegram ids that are never among them."""

    async def farewells(self, *, limit: int) -> Sequence[tuple[int, int]]:
        """(person_id, chat_id) of those forgotten whose private chat is still known."""

    async def take_leave(self, person_id: int, chat_id: int) -> bool:
        """Forget the chat too; False while a last message is on its way."""
