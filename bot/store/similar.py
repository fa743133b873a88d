"""Similar wishes: an index of each estate's open public wishes in memory, brought up to date before every search.

The database says what is open: the index is compared with it by number, ids and revisions. So it is true in
every process, whatever another one did, and after a unit of work that was rolled back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, text

from bot.domain import matching
from bot.domain.similarity import Gist, Index, Lexicon, Likeness, SimilarTap, Tap, gist_of, judge
from bot.domain.whereabouts import NOWHERE, Whereabouts
from bot.domain.wishes import Kind, Wish
from bot.store.places import whereabouts_of
from bot.store.schema import OPEN_PUBLIC
from bot.store.session import Session
from bot.store.wish_tables import similar_taps, wishes
from bot.store.wishes import wish_of
from bot.texts import concepts

IN_A_THREAD_FROM = 500  #: wishes to be searched, or a tenth as many to be read: shorter work is done at once
LOOKED_AT_TO_FIT = 60  #: wishes that share something with an offer, or with a want
LOOKED_UP = 12  #: candidates read again from the database, since they may have changed

_OF_ESTATE = (
    wishes.c.bot_id == bindparam("bot"),
    wishes.c.estate_key == bindparam("estate"),
    text(OPEN_PUBLIC),
)
_SUM = select(
    func.count().label("number"),
    func.coalesce(func.sum(wishes.c.id), 0).label("ids"),
    func.coalesce(func.sum(wishes.c.revision), 0).label("revisions"),
).where(*_OF_ESTATE)
_LISTED = select(wishes.c.id, wishes.c.revision).where(*_OF_ESTATE)
_THESE = select(wishes).where(*_OF_ESTATE, wishes.c.id.in_(bindparam("keys", expanding=True)))
_AT_ONCE = 500  #: keys of one statement


@dataclass(slots=True)
class _Estate:
    index: Index
    revisions: dict[int, int] = field(default_factory=dict)  #: by wish id
    sum: tuple[int, int, int] | None = None


class OpenWishes:
    """The indexes of one process, by estate. Made when first asked for: about a second for 5,000 wishes."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon
        self._estates: dict[str, _Estate] = {}

    @property
    def lexicon(self) -> Lexicon:
        if self._lexicon is None:
            self._lexicon = concepts.shipped()
        return self._lexicon

    def of(self, estate_key: str) -> _Estate:
        return self._estates.setdefault(estate_key, _Estate(Index(self.lexicon)))


class SqlSimilarWishes:
    def __init__(self, session: Session, open_wishes: OpenWishes) -> None:
        self._session, self._open = session, open_wishes

    async def nearest(
        self, estate_key: str, *, words: str, kind: Kind, where: Whereabouts, limit: int
    ) -> Sequence[tuple[Wish, Likeness]]:
        probe = gist_of(words, kind=kind, where=where, lexicon=self._open.lexicon)
        index = await self._up_to_date(estate_key)
        if len(index) < IN_A_THREAD_FROM:
            found = index.search(probe, limit=LOOKED_UP)
        else:
            found = await asyncio.to_thread(index.search, probe, limit=LOOKED_UP)
        rows = {row.id: row for row in await self._rows(estate_key, [each.key for each in found])}
        current = [rows[each.key] for each in found if each.key in rows]
        judged = [(wish_of(row), judge(probe, self._gist(row), self._open.lexicon)) for row in current]
        return [each for each in judged if each[1].score > 0][:limit]

    async def fitting(self, estate_key: str, *, words: str, kind: Kind, limit: int) -> Sequence[Wish]:
        lexicon = self._open.lexicon
        probe = gist_of(words, kind=kind, where=NOWHERE, lexicon=lexicon)
        index = await self._up_to_date(estate_key)
        possible = index.sharing(probe, limit=LOOKED_AT_TO_FIT)
        rows = await self._rows(estate_key, possible)
        fits = [(matching.fit(probe, self._gist(row)), row) for row in rows if Kind(row.kind) is kind]
        fitting = sorted((each for each in fits if each[0] >= matching.ENOUGH), key=lambda each: (-each[0], each[1].id))
        return [wish_of(row) for _, row in fitting[:limit]]

    async def alike(self, wishes: Sequence[Wish], *, words: str, kind: Kind, where: Whereabouts) -> Sequence[Wish]:
        lexicon, plain = self._open.lexicon, _bare(words)
        probe = gist_of(words, kind=kind, where=where, lexicon=lexicon)

        def says_the_same(wish: Wish) -> bool:
            gist = gist_of(wish.words, kind=wish.kind, where=wish.where, lexicon=lexicon)
            return _bare(wish.words) == plain or judge(probe, gist, lexicon).verdict.is_card

        return [wish for wish in wishes if plain and says_the_same(wish)]  # a voice note says nothing yet

    async def tapped(self, *, wish_id: int, person_id: int, label: SimilarTap, words: str, now: datetime) -> None:
        suggested = select(wishes.c.words).where(wishes.c.bot_id == self._session.bot_id, wishes.c.id == wish_id)
        values = {
            "wish_id": wish_id,
            "person_id": person_id,
            "label": label.value,
            "words": words,
            "suggested_words": suggested.scalar_subquery(),
            "tapped_at": now,
        }
        await self._session.run(similar_taps.insert().values(values))

    async def taps(self) -> Sequence[Tap]:
        mine = select(similar_taps).join(wishes, wishes.c.id == similar_taps.c.wish_id)
        rows = await self._session.all(mine.where(wishes.c.bot_id == self._session.bot_id).order_by(similar_taps.c.id))
        return [Tap(row.person_id, SimilarTap(row.label), row.words, row.suggested_words) for row in rows]

    async def _up_to_date(self, estate_key: str) -> Index:
        held = self._open.of(estate_key)
        now = await self._session.first(_SUM, self._of(estate_key))
        assert now is not None, "a sum is always one row"
        current = (int(now.number), int(now.ids), int(now.revisions))
        if held.sum == current:
            return held.index
        listed = {row.id: row.revision for row in await self._session.all(_LISTED, self._of(estate_key))}
        for key in held.index.keys() - listed.keys():
            held.index.remove(key)
        changed = [key for key, revision in listed.items() if held.revisions.get(key) != revision]
        for key, gist in await self._read(await self._rows(estate_key, changed)):
            held.index.add(key, gist)
        held.revisions, held.sum = listed, current
        return held.index

    async def _read(self, rows: Sequence[Row[Any]]) -> list[tuple[int, Gist]]:
        if len(rows) < IN_A_THREAD_FROM // 10:
            return self._gists(rows)
        return await asyncio.to_thread(self._gists, rows)

    def _gists(self, rows: Iterable[Row[Any]]) -> list[tuple[int, Gist]]:
        return [(row.id, self._gist(row)) for row in rows]

    def _gist(self, row: Row[Any]) -> Gist:
        return gist_of(row.words, kind=Kind(row.kind), where=whereabouts_of(row), lexicon=self._open.lexicon)

    async def _rows(self, estate_key: str, keys: Sequence[int]) -> list[Row[Any]]:
        rows: list[Row[Any]] = []
        for at in range(0, len(keys), _AT_ONCE):
            rows += await self._session.all(_THESE, {**self._of(estate_key), "keys": list(keys[at : at + _AT_ONCE])})
        return rows

    def _of(self, estate_key: str) -> dict[str, Any]:
        return {"bot": self._session.bot_id, "estate": estate_key}


def _bare(words: str) -> str:
    """Letters and digits alone, their case folded: blanks, full stops and exclamation marks make no other wish."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())
