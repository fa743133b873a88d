"""What can be said of a table with a person in it: see `personal`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Blank:
    """The rows stay, with these values in these columns."""

    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Delete:
    """The rows go."""


@dataclass(frozen=True, slots=True)
class Keep:
    """The rows stay as they are; they lead to a person's row that stands for nobody any more."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """`services/forgetting.py` and `person_data` do it, because it takes more than one statement."""


Fate = Blank | Delete | Keep | ByHand
DELETE, KEEP, BY_HAND = Delete(), Keep(), ByHand()


@dataclass(frozen=True, slots=True)
class Trace:
    """Rows that lead to a person by the column `by`; what kind of id it holds is read off the column.

    A key of `people`: ours. A name that ends with `telegram_id` or `person_key`: Telegram's. A key of `wishes`: rows of
    a wish that goes with its author. A key of `chats`: rows of the private chat.
    """

    by: str
    then: Fate
    why: str
    section: str | None = None  #: under which /mydata shows them
    words: str | None = None  #: the column the page quotes
    at: str | None = None  #: the column that says when
    where: str | None = None  #: SQL: only these rows
    of_any_wish: bool = False  #: with a key of `wishes`: of every wish they filed, also of those that stay
    passing: bool = False  #: such rows alone do not keep somebody who was not seen for long


@dataclass(frozen=True, slots=True)
class Personal:
    """`stays`: columns with words in them that survive /forgetme, and why. `kept_for`: how long, and why so long."""

    traces: tuple[Trace, ...]
    kept_for: str
    stays: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nobody:
    """No person is in it. `stays`: columns of text that nevertheless name none, and why."""

    why: str
    stays: Mapping[str, str] = field(default_factory=dict)
