"""What use cases need of the database for how wishes are shown in their chats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.daily import Posting
from bot.domain.wishes import Wish


class Postings(Protocol):
    async def claim(self, wish: Wish, *, day: date, most_cards: int | None) -> Posting:
        """Settle how a public wish just filed is shown in its chat; see `daily.board_for`.

        Whoever files into the same chat waits until this unit of work ends, so that no place is given out twice.
        """

    async def of(self, wish_id: int) -> Posting | None: ...
    async def lines(self, chat_id: int, day: date, board: int) -> Sequence[Wish]:
        """The wishes on this board in order, whatever has become of them."""
