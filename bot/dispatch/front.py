"""What the dispatcher needs of whatever answers."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.domain.errors import Refused
from bot.domain.people import Chat, Person
from bot.messages import Command, Incoming, PollStood, Said, Say
from bot.ports import UnitOfWork


class Front(Protocol):
    """What answers: the open dialog, else the route table."""

    def asks_administrators(self, name: str) -> bool:
        """Whether this command or button needs to know who administers the group."""

    def knows(self, command: str) -> bool: ...

    async def answer(self, incoming: Incoming, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]: ...

    async def first_of_all(self, incoming: Incoming, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """What has to be said even where the answer fails for good: whom to call."""

    async def ask_who(self, came: Command | Said, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """What to say to an administrator who hides; what came is done once somebody has shown themselves."""

    async def people_moved(
        self, chat: Chat, telegram_ids: tuple[int, ...], *, left: bool, uow: UnitOfWork, now: datetime
    ) -> None:
        """They came into this group, or left it."""

    async def group_moved(self, chat: Chat, *, uow: UnitOfWork, now: datetime) -> None:
        """A group became this supergroup: what stood in the old one can be used no more."""

    async def poll_answered(
        self, poll_id: str, person: Person, options: tuple[int, ...], *, uow: UnitOfWork, now: datetime
    ) -> None:
        """They chose these positions in the native poll of this id, or took their answer back."""

    async def poll_stood(
        self, poll_id: str, stood: PollStood, *, is_closed: bool, says: str, uow: UnitOfWork, now: datetime
    ) -> None:
        """So the native poll of this id stands; perhaps it is nobody's of ours."""

    async def cannot_read(self, said: Said, why: Refused, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """What to say to a message of a kind that nobody here takes."""

    async def file(self, said: Said, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """What to say to a file; nothing where nobody takes it."""
