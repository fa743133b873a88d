"""How each public wish is shown in its chat: with a card of its own, or as a line of a board of the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, case, func, select

from bot.domain.daily import Posting, board_for
from bot.domain.wishes import Wish
from bot.store import counters
from bot.store.posting_tables import postings
from bot.store.session import Session
from bot.store.things import cards_of
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of

_OF_DAY = select(
    func.coalesce(func.max(postings.c.position), 0).label("last"),
    func.coalesce(func.sum(case((postings.c.board.is_(None), 1), else_=0)), 0).label("cards"),
    func.count(postings.c.board).label("lines"),
).where(postings.c.chat_id == bindparam("chat"), postings.c.day == bindparam("on_day"))
_THINGS = cards_of(bindparam("chat"), bindparam("on_day"))
_ONE = select(postings).where(postings.c.wish_id == bindparam("wish"))
_LINES = (
    select(wishes)
    .join(postings, postings.c.wish_id == wishes.c.id)
    .where(
        postings.c.chat_id == bindparam("chat"),
        postings.c.day == bindparam("on_day"),
        postings.c.board == bindparam("on_board"),
    )
    .order_by(postings.c.position)
)


class SqlPostings:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def claim(self, wish: Wish, *, day: date, most_cards: int | None) -> Posting:
        # A lock of its own, not the chat's row: that is changed first by units that take their numbers afterwards.
        await counters.next_value(self._session, f"posting:{wish.chat_id}")
        taken = await self._session.first(_OF_DAY, {"chat": wish.chat_id, "on_day": day})
        assert taken is not None, "sums are always one row"
        # What neighbours found, lost and give away has cards as well, and a group has only so many a day.
        things = await self._session.first(_THINGS, {"chat": wish.chat_id, "on_day": day})
        assert things is not None, "a count is always one row"
        board = board_for(cards=int(taken.cards) + int(things[0]), lines=int(taken.lines), most_cards=most_cards)
        posting = Posting(wish.id, wish.chat_id, day, position=int(taken.last) + 1, board=board)
        values = {name: getattr(posting, name) for name in ("wish_id", "chat_id", "day", "position", "board")}
        await self._session.run(postings.insert().values(values))
        return posting

    async def of(self, wish_id: int) -> Posting | None:
        row = await self._session.first(_ONE, {"wish": wish_id})
        return _posting_of(row) if row else None

    async def lines(self, chat_id: int, day: date, board: int) -> Sequence[Wish]:
        rows = await self._session.all(_LINES, {"chat": chat_id, "on_day": day, "on_board": board})
        return [wish_of(row) for row in rows]


def _posting_of(row: Row[Any]) -> Posting:
    return Posting(row.wish_id, row.chat_id, row.day, row.position, row.board)
