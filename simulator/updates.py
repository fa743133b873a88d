"""A bot's queue of updates, as `getUpdates` sees it.

Kept until confirmed by an offset, for 24 hours at most, presses for 150 seconds (TDLib's `inline_query` and
`callback_query` queue time in the Bot API server).
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.errors import SERVER, Impossible, Refusal
from simulator.model import Json

KEPT_S = 24 * 3600
PRESSES_KEPT_S = 150
#: Every kind of update the Bot API names; those left out of the default list are marked.
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT = frozenset(KINDS) - NOT_BY_DEFAULT
#: The server forgets the oldest beyond this many when a poll asks for the last -n updates.
MAX_BATCH = 100


@dataclass(eq=False)
class Pending:
    update: Json
    expires_at: float  #: simulator seconds
    again: bool = (
        False  #: an id below what was confirmed: handed in twice or after a jump; no offset swallows it unseen
    )
    handed_out: bool = False


class UpdateQueue:
    def __init__(self, now_s: Callable[[], float], first_id: int) -> None:
        self._now_s = now_s
        self._next_id = first_id
        self._highest_id = 0  #: ever put
        self._pending: list[Pending] = []
        self._changed = asyncio.Event()
        self._poll: object | None = None
        self.has_listened = False  #: a bot has polled or set a webhook at least once
        self.hooked = False  #: a webhook is set: polls are refused
        self.allowed: frozenset[str] = DEFAULT
        self.allowed_as_given: list[str] | None = None
        self.past: dict[int, Json] = {}  #: every update ever put, by id, for redelivery

    @property
    def polling(self) -> bool:
        return self._poll is not None

    def hook(self) -> None:
        """A webhook is set: an open poll ends with the conflict."""
        self.hooked = self.has_listened = True
        self._wake()

    def changed(self) -> Coroutine[Any, Any, bool]:
        """To be awaited: what is put in from this moment on, not only from the first step of waiting, ends it."""
        return self._changed.wait()

    def entries(self) -> Sequence[Pending]:
        self._drop_expired()
        return tuple(self._pending)

    def holds(self, entry: Pending) -> bool:
        return entry in self.entries()

    def taken(self, entry: Pending) -> None:
        """The webhook answered with success."""
        if entry in self._pending:
            self._pending.remove(entry)

    def pending(self) -> int:
        self._drop_expired()
        return len(self._pending)

    def put(self, kind: str, body: Json) -> Json | None:
        """Queue an update; None if the bot did not ask for this kind."""
        if kind not in self.allowed:
            return None
        update: Json = {"update_id": self._next_id, kind: body}
        number = self._next_id
        self._next_id += 1
        self.past[number] = update
        behind = number < self._highest_id
        self._highest_id = max(self._highest_id, number)
        self._pending.append(Pending(update, self._now_s() + self._lifetime(update), again=behind))
        self._wake()
        return update

    def repeat(self, update_id: int) -> Json:
        """Queue a past update once more, byte for byte.

        Raises:
            KeyError: no update had this id.
        """
        update = self.past[update_id]
        self._pending.append(Pending(update, self._now_s() + self._lifetime(update), again=True))
        self._wake()
        return update

    def jump(self, next_id: int) -> None:
        """Number on from here, forwards or backwards (Bot API, Update.update_id: at random after a quiet week).

        Raises:
            Impossible: while updates wait, or where an update had this id already.
        """
        if self.pending():
            raise Impossible("ids jump only while no update waits")
        if next_id < 1 or next_id in self.past:
            raise Impossible(f"{next_id} cannot be a new update's id")
        self._next_id = next_id

    def clear(self) -> None:
        self._pending.clear()

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember which kinds to collect. None keeps the list; an empty or wholly unknown one means the default."""
        if kinds is None:
            return
        known = [kind for kind in KINDS if kind in {k.lower() for k in kinds}]
        self.allowed_as_given = known or None
        self.allowed = frozenset(known) or DEFAULT

    async def poll(self, *, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """Confirm what lies before `offset`, then wait for updates, at most `timeout_s` real seconds.

        Raises:
            Refusal: 409 if another poll starts meanwhile, or a webhook is set.
        """
        if self.hooked:
            raise _hooked()
        me = object()
        self._poll = me
        self.has_listened = True
        self._wake()  # an older poll wakes, sees that it was replaced and ends with the conflict
        try:
            self._confirm(offset)
            loop = asyncio.get_running_loop()
            deadline = loop.time() + timeout_s
            while not self.pending():
                left = deadline - loop.time()
                if left <= 0 or not await self._wait(left):
                    break
                if self._poll is not me:
                    raise _conflict()
                if self.hooked:
                    raise _hooked()
            batch = self._pending[:limit]
            for entry in batch:
                entry.handed_out = True
            return [entry.update for entry in batch]
        finally:
            if self._poll is me:
                self._poll = None

    async def _wait(self, seconds: float) -> bool:
        event = self._changed
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return False
        return True

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._pending = self._pending[offset:]
            return
        self._pending = [entry for entry in self._pending if not _confirmed(entry, offset)]

    def _drop_expired(self) -> None:
        now = self._now_s()
        self._pending = [entry for entry in self._pending if entry.expires_at > now]

    @staticmethod
    def _lifetime(update: Json) -> float:
        return PRESSES_KEPT_S if "callback_query" in update else KEPT_S


def _confirmed(entry: Pending, offset: int) -> bool:
    if entry.update["update_id"] >= offset:
        return False
    return entry.handed_out or not entry.again


def _conflict() -> Refusal:
    return Refusal(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        SERVER,
    )


def _hooked() -> Refusal:
    text = (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    return Refusal(409, text, SERVER)
