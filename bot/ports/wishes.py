"""The wishes as the use cases ask for them: their followers, their answers, and those like them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.people import Person, Speaker
from bot.domain.places import Place
from bot.domain.similarity import Likeness, SimilarTap, Tap
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import Answer, AnswerKind, Counts, Draft, Kind, Stance, State, Wish


@dataclass(frozen=True, slots=True)
class WishFilter:
    """`states` None: all. `chat_id`: one building's. `author_id`: one person's own, whatever the visibility."""

    states: frozenset[State] | None = None
    kind: Kind | None = None
    chat_id: int | None = None
    author_id: int | None = None
    words: str | None = None  #: contained in the wish's words, letters' case ignored; % and _ are plain characters
    public_only: bool = True
    posted: bool = False  #: only what its author posted to a group for themselves, whatever became of it
    filed_since: datetime | None = None  #: at this moment or later
    within: Sequence[Place] | None = None  #: in one of these buildings and stairwells; None: wherever it is


class Wishes(Protocol):
    async def get(self, wish_id: int) -> Wish: ...
    async def lock(self, wish_id: int) -> Wish:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Wish | None: ...
    async def add(
        self, draft: Draft, *, estate_key: str, author: Person, chat_id: int, filed_at: datetime, next_date: date | None
    ) -> Wish:
        """Give it the estate's next number."""

    async def save(self, wish: Wish) -> None: ...
    async def find(self, estate_key: str, wanted: WishFilter, *, limit: int, offset: int = 0) -> Sequence[Wish]:
        """Newest first."""

    async def count(self, estate_key: str, wanted: WishFilter) -> int: ...
    async def waiting_since(self, estate_key: str) -> datetime | None:
        """Since when the wish waits that has waited longest for an answer: its filing, or the end of arguing it.

        None: none waits, or neighbours still argue those that do.
        """

    async def any_of(self, estate_key: str) -> bool:
        """Whether the estate ever had one."""

    async def end_as_duplicate(self, wish_id: int, *, of_wish_id: int, now: datetime) -> None:
        """Keep which wish says the same. The wish itself is ended by `save`."""

    async def duplicate_of(self, wish_id: int) -> Wish | None:
        """The wish that its author said it was the same as."""

    async def followed_by(self, person_id: int, *, limit: int, offset: int = 0) -> Sequence[Wish]:
        """Wishes the person filed or follows, in every estate, newest first."""


class SimilarWishes(Protocol):
    async def nearest(
        self, estate_key: str, *, words: str, kind: Kind, where: Whereabouts, limit: int
    ) -> Sequence[tuple[Wish, Likeness]]:
        """The estate's open public wishes that are likest to this one, the likest first; committee-only ones never.

        Those that are merely ranked have the verdict NONE.
        """

    async def fitting(self, estate_key: str, *, words: str, kind: Kind, limit: int) -> Sequence[Wish]:
        """The estate's open public wishes of this kind that go together with these words; see `domain.matching`.

        `kind`: wants for an offer's words, offers for a want's. What fits best comes first; the place is no part of it.
        """

    async def alike(self, wishes: Sequence[Wish], *, words: str, kind: Kind, where: Whereabouts) -> Sequence[Wish]:
        """Those of these wishes that say the same: word for word, or so alike that a hint would name them."""

    async def tapped(self, *, wish_id: int, person_id: int, label: SimilarTap, words: str, now: datetime) -> None:
        """Keep what a person said of a suggestion."""

    async def taps(self) -> Sequence[Tap]:
        """All that was kept of them, oldest first, in every estate."""


class Followers(Protocol):
    async def stances(self, wish_id: int, person_id: int) -> frozenset[Stance]: ...
    async def add(self, wish_id: int, person_id: int, stance: Stance, *, now: datetime) -> bool:
        """False if it was there already: it counts once whatever happens."""

    async def remove(self, wish_id: int, person_id: int, stance: Stance) -> bool: ...
    async def counts(self, wish_id: int) -> Counts: ...
    async def joined(self, wish_ids: Sequence[int]) -> Mapping[int, int]:
        """How many said "same here" to each of these; who has none is left out."""

    async def of(self, wish_id: int) -> Sequence[tuple[Person, frozenset[Stance]]]:
        """Everyone who follows, in order of their first stance; the author is not among them."""


class Answers(Protocol):
    async def get(self, answer_id: int) -> Answer: ...
    async def add(
        self,
        *,
        wish_id: int,
        kind: AnswerKind,
        words: str,
        due_on: date | None,
        photos: tuple[str, ...],
        speaker: Speaker,
        speaker_id: int,
        now: datetime,
    ) -> Answer: ...
    async def of(self, wish_id: int) -> Sequence[Answer]:
        """Oldest first; those that are held are not among them: neighbours may not see them yet."""

    async def last(self, wish_id: int) -> Answer | None:
        """The newest of `of`."""

    async def hold(self, answer_id: int, *, due_at: datetime) -> None:
        """The answer can be taken back until `due_at`; until then only who answers wishes may see it."""

    async def held_of(self, wish_id: int) -> Sequence[Answer]:
        """Those that are held, oldest first."""

    async def held_until(self, answer_id: int) -> datetime | None: ...
    async def held_between(self, first: int, last: int, *, speaker_id: int) -> Sequence[Answer]:
        """Held ones of this person, of these numbers: given together."""

    async def held_due(self, now: datetime, *, limit: int) -> Sequence[Answer]:
        """Held ones whose time is over, in the order in which they come out."""

    async def next_held_due(self) -> datetime | None:
        """When the first held answer comes out."""

    async def let_out(self, answer_id: int) -> bool:
        """It is held no longer. False if it was not held any more."""

    async def take_back(self, answer_id: int) -> bool:
        """A held answer is gone as if it had never been. False if it was not held any more."""

    async def add_thanks(self, answer_id: int, person_id: int, *, now: datetime) -> bool:
        """False if this person thanked for this answer already."""

    async def has_thanked(self, answer_id: int, person_id: int) -> bool: ...
    async def remove_thanks(self, answer_id: int, person_id: int) -> bool: ...
