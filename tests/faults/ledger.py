"""What people did and what the bot confirmed: the only source of what must be true in the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(eq=False)
class Filing:
    words: str
    author: int  #: Telegram id, as everywhere here
    photo: bool = False
    visibility: str = "public"  #: as last pressed
    category: str | None = None  #: chosen, not guessed
    number: int | None = None  #: confirmed


@dataclass(eq=False)
class Stand:
    """One neighbour's stance to one wish."""

    number: int
    person: int
    stance: str
    confirmed: bool = False


@dataclass(eq=False)
class Taking:
    number: int
    person: int


@dataclass(eq=False)
class Answering:
    number: int
    speaker: int
    kind: str
    words: str = ""
    due: str | None = None
    photos: int = 0
    pressed: bool = False  #: the last "yes" was pressed at least once
    confirmed: bool = False


@dataclass(eq=False)
class Thanking:
    number: int
    person: int


@dataclass(eq=False)
class Sleep:
    """A dialog in private that was left open."""

    person: int
    since: datetime
    last_message: int  #: the newest message number when it was left
    words: str
    ended: bool = False  #: its owner came back to it
    watched: bool = False  #: the bot was up in the hours between the reminder and the end


@dataclass(eq=False)
class Ledger:
    filings: list[Filing] = field(default_factory=list)
    stands: dict[tuple[int, int, str], Stand] = field(default_factory=dict)
    takings: list[Taking] = field(default_factory=list)
    answerings: list[Answering] = field(default_factory=list)
    thankings: list[Thanking] = field(default_factory=list)
    sleeps: list[Sleep] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)  #: words that led to nothing; words are never lost
    questions: Counter[tuple[int, str]] = field(default_factory=Counter)  #: commands in private, by person
    acts: int = 0
    retries: int = 0  #: presses that were repeated because nothing came of the first
    _tags: int = 0

    def tag(self) -> str:
        """A word nobody has said yet and that is part of no other."""
        self._tags += 1
        return f"x{self._tags:04d}"

    @property
    def confirmed(self) -> int:
        return (
            sum(filing.number is not None for filing in self.filings)
            + sum(stand.confirmed for stand in self.stands.values())
            + sum(answering.confirmed for answering in self.answerings)
            + len(self.takings)
            + len(self.thankings)
        )
