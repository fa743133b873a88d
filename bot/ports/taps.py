"""Presses of counted buttons on their short way: read, judged in batches, answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.messages import Toast
from bot.ports.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class CountedTap:
    """A press as Telegram sent it. `raw` is the whole update, for the inbox when it cannot be judged here."""

    update_id: int
    query_id: str
    data: str
    message_id: int | None  #: None unless that message shows this very button
    chat_telegram_id: int
    private: bool
    title: str
    person_telegram_id: int
    name: str  #: first and last
    username: str | None
    language_code: str | None  #: IETF tag of the person's app
    raw: Mapping[str, Any] = field(compare=False, repr=False)

    @property
    def lane(self) -> tuple[int, int]:
        """(chat, person), as the inbox has them."""
        return self.chat_telegram_id, self.person_telegram_id


@dataclass(frozen=True, slots=True)
class TapAnswer:
    """What the person is shown at the top of their screen; no toast: the button just stops waiting."""

    query_id: str
    toast: Toast | None
    language: str


Judge = Callable[[CountedTap, UnitOfWork, datetime], Awaitable[TapAnswer]]
"""Counts one tap or refuses it, by the rules every other press goes by. May wait for nothing but the unit of work."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a batch: the taps that are counted or refused for good, and those the inbox has to take.

    `known` were settled before: Telegram never heard that they arrived.
    """

    answers: Sequence[TapAnswer]
    left: Sequence[CountedTap]
    known: Sequence[CountedTap] = ()


class TapWriter(Protocol):
    async def write(self, taps: Sequence[CountedTap], judge: Judge, *, now: datetime) -> Written:
        """Judge all in one transaction, by (bot_id, update_id) once each; a repetition is not counted.

        Left are those of a person who has an older update waiting in the same chat, which must come first, and those
        whose judging raised something else than a refusal: these alone are undone.
        """


@dataclass(frozen=True, slots=True)
class PressAnswer:
    """A callback answer in somebody's language; `text` None: the button just stops waiting."""

    query_id: str
    text: str | None
    alert: bool  #: in a window with OK


@dataclass(slots=True)
class Ride:
    """A way for the answer to one press to go other than by a call of its own. `answer` is None until there is one."""

    answer: PressAnswer | None = None


Rides = Callable[[str], AbstractContextManager[Ride]]
"""Offers a ride to the answer to this press (by its query id) until the block ends."""
