"""What use cases need of the database for the week in a building, and the month's agenda."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.bulletins import Bulletin, BulletinLine, Happened, Sums
from bot.domain.charts import Picture
from bot.domain.wishes import Wish


class Bulletins(Protocol):
    """Of wishes that neighbours may see, wherever nothing else is said."""

    async def moments(self) -> Mapping[str, datetime]:
        """When each is due next, by the names of `services.bulletins` and `services.agendas`."""

    async def set_moment(self, name: str, moment: datetime) -> None: ...
    async def happened(self, chat_id: int, *, since: datetime, until: datetime) -> Sequence[Happened]:
        """What was filed and answered after `since`, until `until`; perhaps several things of one wish."""

    async def missed(self, chat_id: int, *, since: date, before: date) -> Sequence[Wish]:
        """Promised for one of these days, and not done."""

    async def overdue(self, chat_id: int, *, before: date) -> int:
        """How many are promised for a day before, and not done."""

    async def weeks(self, chat_id: int, ends: Sequence[datetime]) -> Sequence[tuple[int, int]]:
        """For each week between two of these moments: how many were filed, how many reported done."""

    async def first_filed(self, chat_id: int) -> datetime | None:
        """When the chat's first wish was filed, seen by neighbours or not."""

    async def add(
        self, chat_id: int, *, until: datetime, language: str, sums: Sums, lines: Sequence[BulletinLine]
    ) -> Bulletin | None:
        """None: this week was told in this chat already."""

    async def get(self, bulletin_id: int) -> Bulletin | None: ...
    async def told_in(self, chat_id: int) -> Sequence[int]:
        """Ids of all that were told in this chat, the newest week first."""

    async def outdated_by(self, wish: Wish) -> Sequence[tuple[int, int]]:
        """(chat_id, bulletin_id) of those that show what may not be seen, or hide what may; noted as drawn anew."""

    async def done_photos(self, wish_ids: Collection[int], *, until: datetime) -> Mapping[int, str]:
        """By wish id, the key of the first picture of its newest report that it is done."""

    async def waiting(self, estate_key: str, *, until: datetime) -> Sequence[Wish]:
        """Those of an estate filed until then that belong on an agenda, oldest first."""

    async def supporters(self, wish_ids: Collection[int]) -> Mapping[int, int]:
        """How many neighbours joined or support each of these; who has none is left out."""


class Painter(Protocol):
    """Draws pictures, away from the process that talks to people."""

    async def paint(self, picture: Picture) -> bytes | None:
        """A PNG; None if it could not be drawn, which is logged."""
