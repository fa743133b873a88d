"""Being in touch with Telegram: what is kept of it, and whoever notices it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.domain.away import Contact


class Contacts(Protocol):
    """One row for this bot."""

    async def of_bot(self) -> Contact | None:
        """None: it never ran before."""

    async def lock(self) -> Contact | None:
        """As `of_bot`, to be changed."""

    async def save(self, contact: Contact) -> None: ...


class Touch(Protocol):
    """Told by whoever takes updates in. None of it raises."""

    @property
    def stands(self) -> bool:
        """Whether the last that was noticed was a contact."""

    @property
    def met_at(self) -> datetime | None:
        """The last contact in this process."""

    async def met(self, *, since: datetime | None = None) -> None:
        """Telegram could bring what it had, and that is kept. `since`: when this try began, if it is known."""

    def missed(self, at: datetime | None = None) -> None:
        """Telegram could not be reached at this moment (now), or what it brought could not be kept."""

    async def close(self) -> None:
        """We stop. A contact that stands lasts until now."""
