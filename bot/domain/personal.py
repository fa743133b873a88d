"""What is known of one person, and what becomes of it when they ask to be forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that names the person."""

    values: Mapping[str, Any]  #: by column; JSON values, moments and days as ISO 8601
    number: str | None  #: of the wish it is about: 第12件
    words: str | None  #: what it says, for the page
    at: datetime | None  #: when it came about


@dataclass(frozen=True, slots=True)
class Section:
    """All rows of one kind; `name` is the key in the file and, as `mydata-section-<name>`, a text."""

    name: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """In numbers, what would go and what would stay."""

    wishes_go: int
    wishes_stay: int
    photos_go: int
    stances_go: int  #: on wishes that have not ended
    stances_stay: int  #: on ended ones, as a number without anybody behind it
    answers_stay: int
    thanks_stay: int
    questions_stay: int = 0  #: about services, shown to everybody without a name
    roles_stay: int = 0  #: given to them: who could do what when is kept, under the name they acted under
    speaks: bool = False  #: config.yaml lists them
    administers: bool = False  #: Telegram lists them as administrator of a bound group
