"""Somebody with a phone: reads the screen, types, presses again when nothing happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from simulator.client import Person, Refused
from simulator.model import Chat, Message, Query
from simulator.pictures import drawn
from tests.faults import phrases
from tests.faults.ledger import Ledger, Sleep
from tests.faults.stage import Stage

PRESSES = 3  #: a button is pressed that often before somebody gives up

T = TypeVar("T")
Place = tuple[Message, str]
"""A message and the data of a button on it."""


@dataclass(eq=False)
class Actor:
    stage: Stage
    ledger: Ledger
    person: Person
    home: Chat | None  #: the building's group
    random: Random
    started: bool
    asleep: Sleep | None = None  #: their dialog in private that was left open
    stuck_in: set[int] = field(default_factory=set)  #: groups in which a dialog of theirs may still be open

    @property
    def id(self) -> int:
        return self.person.id

    @property
    def private(self) -> Chat:
        return self.stage.chat(self.id)

    # ---- the screen ----

    def newest(self, chat: Chat, fits: Callable[[Message], bool], *, after: int = 0) -> Message | None:
        """The newest message of the bot there that fits."""
        return next((message for message in self.bot_messages(chat, after=after) if fits(message)), None)

    def bot_messages(self, chat: Chat, *, after: int = 0) -> Iterator[Message]:
        """Newest first."""
        for message in reversed(chat.messages.values()):
            if message.id <= after:
                return
            if message.sender is self.stage.us and message.service is None and not message.deleted:
                yield message

    def place(
        self, chat: Chat, button: str, fits: Callable[[Message], bool] = lambda _: True, *, begins: bool = False
    ) -> Place | None:
        """The newest message there with this button."""
        labels = phrases.beginning(button) if begins else phrases.label(button)
        for message in self.bot_messages(chat):
            if fits(message) and (data := phrases.data_of(message, labels, begins=begins)) is not None:
                return message, data
        return None

    # ---- the thumbs ----

    async def says(self, text: str, chat: Chat, *, reply_to: Message | None = None) -> int:
        """The number of the message."""
        self.ledger.acts += 1
        answer = {"reply_to": reply_to.id} if reply_to else {}
        done = await self.person.act("say", chat=chat.id, text=text, **answer)
        return int(done["message"]["message_id"])

    async def photographs(self, chat: Chat, *, caption: str | None = None, reply_to: Message | None = None) -> int:
        self.ledger.acts += 1
        png = drawn(self.ledger.tag(), width=64, height=48)
        answer = {"reply_to": reply_to.id} if reply_to else {}
        done = await self.stage.photographed(self.person, chat.id, png, caption=caption, **answer)
        return int(done["message"]["message_id"])

    async def taps(self, place: Place) -> Query | None:
        """Press and do not wait; None if the button has just gone."""
        self.ledger.acts += 1
        message, data = place
        try:
            done = await self.person.act("press", chat=message.chat.id, message=message.id, data=data)
        except Refused:
            return None
        return self.stage.telegram.queries[done["query"]] if "query" in done else None

    async def answered(self, query: Query | None) -> str | None:
        """What the bot said to a press; None if it said nothing, or never answered."""
        if query is None:
            return None
        await self.stage.sees(lambda: query.answered or None)
        return query.text

    async def presses(self, find: Callable[[], Place | None], seen: Callable[[], T | None]) -> T | None:
        """Press until something shows; None if nothing ever does. A press may be lost: Telegram keeps it 150 s."""
        for tried in range(PRESSES):
            place = find()
            if place is None:
                break
            self.ledger.retries += bool(tried)
            await self.taps(place)
            if (found := await self.stage.sees(seen)) is not None:
                return found
        return seen()

    async def hears(self, what: str, look: Callable[[], T | None]) -> T | None:
        """What comes of something that was said; words are never lost, so that something must."""
        found = await self.stage.sees(look)
        if found is None:
            self.ledger.unanswered.append(f"{self.person.name}: {what}")
        return found
