"""What use cases need of the database for claims, and for matching offers to wants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.claiming import Claim
from bot.domain.matching import Match


class WishClaims(Protocol):
    """Who does what for whom until when. Whoever changes one has locked its wish before."""

    async def get(self, claim_id: int) -> Claim: ...
    async def add(self, claim: Claim) -> Claim:
        """Kept under a number of its own, whatever `claim.id` says. The wish has no open one."""

    async def save(self, claim: Claim) -> None: ...
    async def open_of(self, wish_id: int) -> Claim | None: ...
    async def last(self, wish_id: int) -> Claim | None:
        """The newest of a wish, ended or not."""

    async def open_by(self, person_id: int) -> Sequence[Claim]: ...
    async def open_on_wishes_of(self, author_id: int) -> Sequence[Claim]: ...
    async def known_since(self, person_id: int, estate_key: str) -> datetime | None:
        """When the person was first met in one of the estate's building groups that they have not left."""

    async def was_vouched_for(self, person_id: int, estate_key: str) -> bool:
        """Somebody said before that they know this neighbour."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[Claim]:
        """Those for which something has fallen due, the longest first."""

    async def next_due(self) -> datetime | None: ...
    async def thank(self, claim_id: int, person_id: int, *, now: datetime) -> bool:
        """False if this person thanked for it already."""

    async def thanked(self, claim_id: int) -> int:
        """How many did."""


class Matches(Protocol):
    """Which wants and offers are to be looked at, and who was asked about which pair: each pair once."""

    async def look_at(self, wish_id: int, *, at: datetime) -> None:
        """At this moment, in place of any other."""

    async def looked(self, wish_id: int) -> bool:
        """It is looked at no more. False if it was not to be."""

    async def looks_due(self, now: datetime, *, limit: int) -> Sequence[int]:
        """Ids of wishes, the longest first."""

    async def get(self, want_id: int, offer_id: int) -> Match | None: ...
    async def add(self, match: Match) -> bool:
        """False: the pair was asked about, or one of the two has an open question."""

    async def save(self, match: Match) -> None: ...
    async def asked(self, wish_id: int) -> frozenset[int]:
        """Ids of the wishes that this one was ever matched with."""

    async def asked_person_since(self, person_id: int, since: datetime) -> bool:
        """Whether they have an open question, or had one since then."""

    async def open_of_want(self, want_id: int) -> Match | None: ...
    async def open_around(self, person_id: int, estate_key: str) -> Sequence[Match]:
        """Open questions put to them, or about what they want."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[Match]:
        """Questions whose time is over."""

    async def next_due(self) -> datetime | None:
        """Of looks and questions."""
