"""What use cases need of the database for asking those affected whether a wish is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.verdicts import Affected, Asking, Round


class Verdicts(Protocol):
    """Questions, and what each of those asked said. Whoever changes one has locked its wish before."""

    async def get(self, asking_id: int) -> Asking: ...
    async def last(self, wish_id: int) -> Asking | None:
        """The newest of a wish."""

    async def of(self, wish_id: int) -> Sequence[Asking]:
        """Oldest first."""

    async def ask(
        self,
        *,
        wish_id: int,
        answer_id: int,
        round: Round,
        asked_at: datetime,
        closes_at: datetime,
        reopen_until: datetime | None,
        people: Sequence[tuple[int, bool, bool]],
    ) -> Asking:
        """`people`: (person_id, is_author, reached) of each who is asked."""

    async def save(self, asking: Asking) -> None: ...
    async def people(self, asking_id: int) -> Sequence[Affected]:
        """All who were asked, the author first."""

    async def affected(self, asking_id: int, person_id: int) -> Affected | None:
        """None: this person was not asked."""

    async def save_affected(self, affected: Affected) -> None: ...
    async def due(self, now: datetime, *, limit: int) -> Sequence[Asking]:
        """Those for which something has fallen due, the longest first."""

    async def next_due(self) -> datetime | None: ...
