"""Items of the plan as the use cases ask for them, and what was posted of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.course import CourseStep
from bot.domain.items import Item, ItemMove, ItemState, ItemStep, Plan, Tier
from bot.domain.people import Speaker
from bot.domain.publications import Publication, PublicationKind
from bot.domain.wishes import Wish


class Items(Protocol):
    async def make(self, plan: Plan, *, estate_key: str, now: datetime) -> Item:
        """Give it the estate's next number."""

    async def get(self, item_id: int) -> Item:
        """Raises LookupError."""

    async def lock(self, item_id: int) -> Item:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Item | None: ...
    async def save(self, item: Item) -> None: ...
    async def forget(self, item_id: int) -> None:
        """It was made by mistake: nothing is left of it."""

    async def count(self, estate_key: str, *, states: Sequence[ItemState], tier: Tier | None = None) -> int: ...
    async def find(
        self,
        estate_key: str,
        *,
        states: Sequence[ItemState],
        tier: Tier | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[Item]:
        """By tier, then by day; what has no day comes last."""

    async def wishes_of(self, item_id: int) -> Sequence[Wish]:
        """Those that are in it, by number; of an item off the plan, those that were in it last."""

    async def of_wish(self, wish_id: int) -> Item | None:
        """The one it is in."""

    async def put_in(self, item_id: int, wish_ids: Sequence[int]) -> None:
        """A wish is in one item at a time: whoever calls this has looked (`of_wish`), the database refuses it."""

    async def take_out(self, item_id: int, wish_ids: Sequence[int]) -> None: ...
    async def let_go(self, item_id: int) -> None:
        """It is off the plan: its wishes are free for another item, and known as its last ones."""

    async def take_up(self, item_id: int) -> None:
        """It is back: with those of its last wishes that are in no other item."""

    async def untold(self, estate_key: str) -> Sequence[tuple[int, int]]:
        """(item id, wish id) of those whose followers did not hear yet that it is on the plan."""

    async def told(self, item_id: int, wish_id: int) -> None: ...
    async def is_told(self, item_id: int) -> bool:
        """Somebody heard of it."""

    async def add_step(
        self,
        item_id: int,
        move: ItemMove,
        *,
        by: Speaker | None,
        by_id: int | None,
        words: str = "",
        before: date | None = None,
        day: date | None = None,
        now: datetime,
    ) -> ItemStep: ...
    async def steps(self, item_id: int) -> Sequence[ItemStep]:
        """Oldest first."""

    async def steps_between(self, estate_key: str, since: datetime, until: datetime | None) -> Sequence[ItemStep]:
        """Of all items, oldest first. `until` None: to this day."""


class PlanPosts(Protocol):
    async def changed(self, estate_key: str, *, now: datetime, due_at: datetime) -> None:
        """A post has to tell of it. What waits already is not put off."""

    async def news(self, estate_key: str) -> tuple[datetime, datetime] | None:
        """Since when something waits to be told, and when it is due."""

    async def next_due(self) -> datetime | None: ...
    async def settle(self, estate_key: str) -> bool:
        """Nothing waits any more. False: another process was quicker."""

    async def post(self, estate_key: str, day: date, *, since: datetime) -> bool:
        """The post of this day. False: there is one, which is to be drawn anew."""

    async def window(self, estate_key: str, day: date) -> tuple[datetime, datetime | None] | None:
        """From when until when this day's post tells what changed; until None: it is the newest."""

    async def publish(
        self,
        estate_key: str,
        kind: PublicationKind,
        period: str,
        *,
        words: str,
        rows: Sequence[tuple[int, str]],
        by: Speaker,
        by_id: int,
        now: datetime,
    ) -> Publication:
        """Or put other words in place of what was published for this period."""

    async def published(self, estate_key: str, kind: PublicationKind, period: str) -> Publication | None: ...
    async def publication(self, publication_id: int) -> Publication:
        """Raises LookupError."""

    async def promising(self, estate_key: str, *, since: date) -> Sequence[tuple[Wish, Sequence[CourseStep]]]:
        """Wishes promised for a day from then on, with all steps they took, by number."""
