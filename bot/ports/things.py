"""What neighbours found, lost and give away, as the use cases ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.people import Chat
from bot.domain.things import Affair, Thing, ThingKind, ThingNews


@dataclass(frozen=True, slots=True)
class ThingTelling:
    """What somebody is still to be told. `response_id` 0: it is about the thing itself."""

    thing_id: int
    response_id: int
    news: ThingNews
    due_at: datetime


@dataclass(frozen=True, slots=True)
class ThingPlace:
    """A group in which it was posted. `on_board`: as a line of that day's board, without a card of its own."""

    chat: Chat
    day: date
    on_board: bool


class Things(Protocol):
    async def post(
        self, thing: Thing, most_cards: Sequence[tuple[int, int | None]], *, most_things: int, day: date
    ) -> Thing:
        """Give it its id and the estate's next number. `most_cards`: for each group (chat id) how many cards of
        wishes and things it shows that day, None where there is room for any number; `most_things`: of these alone."""

    async def get(self, thing_id: int) -> Affair:
        """Raises LookupError."""

    async def lock(self, thing_id: int) -> Affair:
        """As `get`, and nobody else changes it or who answers until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Thing | None: ...
    async def open_in(
        self, estate_key: str, *, kind: ThingKind | None, limit: int, offset: int
    ) -> tuple[Sequence[Thing], int]:
        """The open ones, the newest first, and how many there are in all."""

    async def of_person(self, person_id: int, estate_key: str, *, since: datetime) -> Sequence[Thing]:
        """Those they posted that are open, or were posted since then; the newest first."""

    async def concerning(self, person_id: int) -> Sequence[int]:
        """Ids of those they posted or answered of which something is left."""

    async def answered_by(self, person_id: int, estate_key: str) -> Sequence[Thing]:
        """Open ones that they answered and have not taken back; the newest first."""

    async def response_of(self, response_id: int) -> tuple[int, int]:
        """(thing, person) of an answer. Raises LookupError."""

    async def places_of(self, thing_id: int) -> Sequence[ThingPlace]:
        """Groups in which it was posted, also those that cannot be written to."""

    async def on_board(self, chat_id: int, day: date) -> Sequence[Thing]:
        """The lines of that day's board, in their order."""

    async def save(self, before: Affair, after: Affair) -> Affair:
        """Keep what changed; answers that are new get their ids."""

    async def forget(self, thing: Thing) -> None:
        """Keep it as it is now; nothing is left of who answered."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[int]:
        """Ids of those of which something is due, the first first."""

    async def next_due(self) -> datetime | None:
        """When the first of them has something due, or somebody is to be told something."""

    async def tell(self, thing_id: int, response_id: int, news: ThingNews, *, due_at: datetime) -> None:
        """To be told then, unless the same is to be told already."""

    async def tellings(self, now: datetime, *, limit: int) -> Sequence[ThingTelling]:
        """Those that are due, the first first."""

    async def told(self, telling: ThingTelling) -> bool:
        """It is told, or needs not be. False: another was quicker."""

    async def put_off(self, telling: ThingTelling, due_at: datetime) -> None:
        """It is told later."""
