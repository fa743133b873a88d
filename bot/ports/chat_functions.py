"""What use cases need of the database to say what a group is used for, and to stop some of it there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.chat_functions import Function, FunctionReview, Use
from bot.domain.people import Body, Chat


class ChatFunctions(Protocol):
    async def unmet(self, estate_keys: Collection[str]) -> Sequence[Chat]:
        """Buildings' groups of these estates that the bot is in and that have no review as theirs."""

    async def due(self, estate_keys: Collection[str], *, now: datetime) -> Sequence[FunctionReview]:
        """Those due, the longest waiting first, wherever their groups are by now."""

    async def of(self, chat_id: int) -> FunctionReview | None:
        """This group's, locked until the unit of work ends."""

    async def save(self, review: FunctionReview) -> None: ...
    async def forget(self, chat_id: int) -> None: ...
    async def stopped(self, chat_ids: Collection[int]) -> Mapping[int, frozenset[Function]]:
        """By group, what was stopped in it; groups where nothing was are left out."""

    async def stop(self, chat_id: int, function: Function, *, name: str, body: Body | None, now: datetime) -> None:
        """By this name, for this body; recorded unless it was stopped already."""

    async def use_again(self, chat_id: int, function: Function, *, name: str, body: Body | None, now: datetime) -> None:
        """Likewise."""

    async def known(self, chat_id: int) -> int:
        """How many neighbours the bot knows of in the group."""

    async def uses(self, chat_id: int, *, since: datetime, until: datetime) -> Mapping[Function, Use]:
        """How each function was used after `since`, until `until`: numbers alone, of every function."""
