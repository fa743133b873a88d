"""What is done for a neighbour: a sentence noted, a wish filed, an answer passed on, a voice note written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.filed_for import FiledFor, PassedOn
from bot.domain.jots import Asked, Jot
from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.tallies import Tally
from bot.domain.voices import Transcript
from bot.domain.wishes import Wish
from bot.messages import Quoted
from bot.ports.reports import Reported


class Jots(Protocol):
    """Sentences that wait for their authors' press, and how authors stand to being asked."""

    async def add(
        self, quoted: Quoted, *, author_telegram_id: int, chat_id: int, asked_by: int, now: datetime
    ) -> Jot | None:
        """None: this message waits already."""

    async def waits(self, chat_id: int, message_id: int) -> bool:
        """Whether the author of this message is being asked about it."""

    async def lock(self, jot_id: int) -> Jot | None:
        """The row, if it is still there; nobody else answers it until this unit of work ends."""

    async def drop(self, jot_id: int) -> None:
        """All that was kept of the sentence goes."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[Jot]:
        """Those whose hour is over, oldest first."""

    async def asked(self, telegram_id: int) -> Asked: ...
    async def note_asked(self, telegram_id: int, *, on: date) -> bool:
        """Remember the day of the question; False if by now they may not be asked: of two at once only one asks.

        What is remembered of earlier days goes.
        """

    async def set_never_again(self, telegram_id: int, never: bool, *, now: datetime) -> None: ...


class FiledForOthers(Protocol):
    async def add(self, filed: FiledFor) -> None: ...
    async def of(self, wish_id: int) -> FiledFor | None:
        """None: its author filed it for themselves."""

    async def pass_on(self, answer_id: int, person_id: int, *, now: datetime) -> bool:
        """The neighbour was told of this answer; False if that was noted before."""

    async def take_back(self, answer_id: int) -> None: ...
    async def passed_on(self, answer_id: int) -> PassedOn | None: ...
    async def all_passed_on(self, wish_id: int) -> Mapping[int, PassedOn]:
        """By answer id."""


class Tallies(Protocol):
    async def of(self, which: Reported) -> Tally:
        """What was filed there and then, with what became of it until now."""


class Transcripts(Protocol):
    """Who wrote the lines of voice notes; and which are still without one."""

    async def of(self, wish_id: int) -> Transcript | None: ...
    async def add(self, wish_id: int, person: Person, *, now: datetime) -> None: ...
    async def corrected(self, wish_id: int, *, now: datetime) -> None:
        """The author put it in words of their own; a wish without a transcript is left alone."""

    async def waiting(
        self,
        estate_key: str,
        *,
        committee_too: bool,
        within: Sequence[Place] | None = None,
        after: int = 0,
        limit: int,
    ) -> Sequence[Wish]:
        """Wishes that wait for their words and have not ended, oldest first, from the one after this id on."""

    async def count_waiting(
        self, estate_key: str, *, committee_too: bool, within: Sequence[Place] | None = None
    ) -> int: ...
