"""The tap lane: presses of counted buttons are judged in batches and answered at once, before they are confirmed.

They make up nearly all of a busy day, each of them small: a way of their own spares each a transaction, a row of the
inbox and most of the reading. What is counted is decided by the same code as ever (`ports.Judge`).
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from bot.messages import Toast
from bot.ports import Clock, CountedTap, Judge, TapAnswer, TapWriter, Written

REMEMBERED = 1_000  #: answers that can be given once more
GATHERED_S = 0.2  #: real seconds in which cards change together: to change one costs more than to count a press

Json = Mapping[str, Any]


class _User(msgspec.Struct):
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


class _Chat(msgspec.Struct):
    id: int
    type: str
    title: str | None = None
    first_name: str | None = None
    last_name: str | None = None

    @property
    def name(self) -> str:
        return self.title or " ".join(part for part in (self.first_name, self.last_name) if part)


class _Button(msgspec.Struct):
    callback_data: str | None = None


class _Markup(msgspec.Struct):
    inline_keyboard: list[list[_Button]] = []


class _Message(msgspec.Struct):
    message_id: int
    chat: _Chat
    date: int = 0
    reply_markup: _Markup | None = None

    def shows(self, data: str) -> bool:
        """A bad client can press any data on any message (Bot API, CallbackQuery)."""
        if not self.date or self.reply_markup is None:  # a date of 0: the message is not accessible
            return False
        return any(button.callback_data == data for row in self.reply_markup.inline_keyboard for button in row)


class _Query(msgspec.Struct):
    id: str
    data: str
    message: _Message
    user: _User = msgspec.field(name="from")


class _Tap(msgspec.Struct):
    """An update (Bot API, Update) as far as a counted button needs it."""

    update_id: int
    callback_query: _Query


def read(update: Json, counted: frozenset[str]) -> CountedTap | None:
    """The press of one of the counted buttons, by the route its data begins with; None: anything else."""
    query = update.get("callback_query")
    if query is None or str(query.get("data")).partition(":")[0] not in counted:
        return None
    try:
        tap = msgspec.convert(update, _Tap)
    except msgspec.ValidationError:  # without a message, say: whoever takes every kind of press decides
        return None
    pressed, message, user = tap.callback_query, tap.callback_query.message, tap.callback_query.user
    return CountedTap(
        update_id=tap.update_id,
        query_id=pressed.id,
        data=pressed.data,
        message_id=message.message_id if message.shows(pressed.data) else None,
        chat_telegram_id=message.chat.id,
        private=message.chat.type == "private",
        title=message.chat.name,
        person_telegram_id=user.id,
        name=user.name,
        username=user.username,
        language_code=user.language_code,
        raw=update,
    )


class TapLane:
    """`counted`: routes of the buttons it takes. `committed` is called soon after cards may have changed."""

    def __init__(
        self,
        *,
        writer: TapWriter,
        judge: Judge,
        counted: frozenset[str],
        clock: Clock,
        answer_query: Callable[[str, Toast | None, str], None],
        committed: Callable[[], None],
    ) -> None:
        self._writer, self._judge, self._counted, self._clock = writer, judge, counted, clock
        self._answer_query, self._committed = answer_query, committed
        self._given: dict[str, TapAnswer] = {}  #: the last ones, by query id
        self._told: asyncio.TimerHandle | None = None  #: not None: `committed` was called a moment ago
        self._more = False  #: it is to be called again

    async def take(self, updates: Sequence[Json]) -> Sequence[Json]:
        """Count and answer what is this lane's; returns what the inbox has to keep, in its order.

        Whatever is raised is an outage: nothing may be confirmed, and what was counted already is known by its key.
        """
        taps = self._first_of_their_lanes(updates)
        if not taps:
            return updates
        written = await self._writer.write(taps, self._judge, now=self._clock.now())
        self._answer(written)
        if written.answers:
            self._cards_changed()
        settled = {tap.update_id for tap in taps} - {tap.update_id for tap in written.left}
        return [update for update in updates if update["update_id"] not in settled]

    def _cards_changed(self) -> None:
        """At once; while a building presses, once for all that follow within a moment."""
        if self._told is not None:
            self._more = True
            return
        self._told = asyncio.get_running_loop().call_later(GATHERED_S, self._moment_is_over)
        self._committed()

    def _moment_is_over(self) -> None:
        self._told = None
        if self._more:
            self._more = False
            self._cards_changed()

    def _answer(self, written: Written) -> None:
        """A press that was settled before came again, so its answer may be lost: it gets the same once more.

        After a restart nobody knows what that was: the button just stops waiting.
        """
        again = [self._given.get(tap.query_id) or TapAnswer(tap.query_id, None, "") for tap in written.known]
        for answer in (*written.answers, *again):
            self._answer_query(answer.query_id, answer.toast, answer.language)
        self._given |= {answer.query_id: answer for answer in written.answers}
        for forgotten in list(itertools.islice(self._given, max(0, len(self._given) - REMEMBERED))):
            del self._given[forgotten]

    def _first_of_their_lanes(self, updates: Sequence[Json]) -> list[CountedTap]:
        """A tap behind something else of the same person in the same chat waits for that in the inbox."""
        taps: list[CountedTap] = []
        behind: set[tuple[int, int]] = set()
        for update in updates:
            tap = read(update, self._counted)
            if tap is None:
                behind |= _lane_of(update)
            elif tap.lane not in behind:
                taps.append(tap)
        return taps


def _lane_of(update: Json) -> set[tuple[int, int]]:
    for kind in ("message", "my_chat_member", "chat_member", "callback_query"):
        if (part := update.get(kind)) is not None:
            chat = part.get("chat") or part.get("message", {}).get("chat")
            person = part.get("from")
            return {(chat["id"], person["id"])} if chat and person else set()
    return set()
