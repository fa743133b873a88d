"""How fast Telegram lets us speak: pure accounts of calls, with the time passed in.

A call counts from its beginning, and its time is that of its end: whenever in between Telegram counted it, no window
of Telegram's ever holds more than the limit. Source of the figures: Bot API FAQ, "My bot is hitting limits".
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.broadcasts import BURST, SHARE

FORGET_ABOVE = 2000  #: chats kept in mind before those at rest are forgotten
FARTHEST_TURN = timedelta(minutes=1)
#: While somebody who talks to the bot has to wait, broadcasts leave so much room; forgotten after so long.
YIELDED, YIELD_FOR = 2, timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages and edits alike."""

    per_s: float = 30.0
    per_chat_per_s: float = 1.0
    chat_burst: int = 3  #: that many may follow each other at once in a chat that was at rest
    per_group_per_min: float = 20.0


class Window:
    """At most `most` calls in any `span`."""

    def __init__(self, rate: float, per: timedelta) -> None:
        self.most = max(1, math.floor(rate))
        self.span = per * (self.most / rate)
        self._ended: deque[datetime] = deque()
        self._open = 0

    def _forget(self, now: datetime) -> None:
        # A clock that was set back must not halt us until it has caught up.
        if self._ended and self._ended[-1] > now:
            self._ended = deque(min(ended, now) for ended in self._ended)
        while self._ended and self._ended[0] + self.span <= now:
            self._ended.popleft()

    def room(self, now: datetime) -> int:
        """How many calls may begin now."""
        self._forget(now)
        return max(0, self.most - self._open - len(self._ended))

    def free_at(self, now: datetime, *, spare: int = 0) -> datetime:
        """The earliest moment at which a call may begin, as far as is known: open calls end nobody knows when.

        `spare`: so much room is left beside it, as far as there ever is.
        """
        lacking = min(spare + 1, self.most) - self.room(now)
        if lacking <= 0:
            return now
        return self._ended[lacking - 1] + self.span if len(self._ended) >= lacking else now + self.span

    def begin(self, messages: int = 1) -> None:
        self._open += messages

    def end(self, now: datetime, messages: int = 1) -> None:
        self._open -= messages
        self._forget(now)
        self._ended.extend([now] * messages)

    def at_rest(self, now: datetime) -> bool:
        self._forget(now)
        return not self._open and not self._ended


class Bucket:
    """`burst` calls at once, refilled by `rate` a second; nothing is refilled while a call is open."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate, self._burst = rate, burst
        self._tokens = float(burst)
        self._counted_at: datetime | None = None
        self._open = 0

    def _refill(self, now: datetime) -> None:
        if self._counted_at is not None and not self._open:
            passed_s = max(0.0, (now - self._counted_at).total_seconds())
            self._tokens = min(float(self._burst), self._tokens + passed_s * self._rate)
        self._counted_at = now

    def free_at(self, now: datetime) -> datetime:
        """The earliest moment at which a call may begin."""
        self._refill(now)
        if self._tokens >= 1:
            return now
        # Rounded up to the next millisecond, so that waiting until then is surely enough.
        return now + timedelta(milliseconds=math.ceil((1 - self._tokens) / self._rate * 1000))

    def begin(self, now: datetime) -> None:
        self._refill(now)
        self._tokens -= 1
        self._open += 1

    def end(self, now: datetime) -> None:
        self._refill(now)
        self._open -= 1

    def at_rest(self, now: datetime) -> bool:
        self._refill(now)
        return not self._open and self._tokens >= self._burst


class Turns:
    """Moments for what many are told: `burst` at once, then `rate` a second. Each is given out once."""

    def __init__(self, rate: float, burst: int) -> None:
        self._apart, self._burst = timedelta(seconds=1 / rate), burst
        self._full_at: datetime | None = None  #: when as many as the burst may begin at once again

    def book(self, now: datetime) -> datetime:
        """The next one; `now` or later."""
        full_at = now if self._full_at is None else max(self._full_at, now)
        moment = full_at - self._apart * (self._burst - 1)
        if moment - now > FARTHEST_TURN:  # the clock was set back
            full_at, moment = now, now
        self._full_at = full_at + self._apart
        return max(moment, now)


@dataclass(slots=True)
class _ChatAccount:
    bucket: Bucket
    minute: Window | None
    halted_until: datetime | None = None

    def free_at(self, now: datetime, messages: int) -> datetime:
        moments = [self.bucket.free_at(now)]
        if self.minute is not None:
            moments.append(self.minute.free_at(now, spare=messages - 1))
        if self.halted_until is not None:
            moments.append(self.halted_until)
        return max(*moments, now)

    def at_rest(self, now: datetime) -> bool:
        return (
            self.bucket.at_rest(now)
            and (self.minute is None or self.minute.at_rest(now))
            and (self.halted_until is None or self.halted_until <= now)
        )


@dataclass(slots=True)
class Pacer:
    """The accounts of one bot. Chats go by our own ids, which stay when a group's Telegram id changes."""

    limits: Limits = Limits()
    _all: Window = field(init=False)
    _turns: Turns = field(init=False)
    _yields_until: datetime | None = None
    _chats: dict[int, _ChatAccount] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._all = Window(self.limits.per_s, timedelta(seconds=1))
        self._turns = Turns(self.limits.per_s * SHARE, min(BURST, max(1, math.floor(self.limits.per_s / 3))))

    def room(self, now: datetime) -> int:
        """How many calls to chats at rest may begin now."""
        return self._all.room(now)

    def room_at(self, now: datetime) -> datetime:
        """When there may be room again; `now` if there is."""
        return self._all.free_at(now)

    def free_at(
        self, chat_id: int, *, group: bool, now: datetime, gives_way: bool = False, messages: int = 1
    ) -> datetime:
        """When a call to this chat may begin; `now` if it may at once.

        `gives_way`: what many are told; whoever talks to the bot goes first. `messages`: those of an album.
        """
        yields = gives_way and self._yields_until is not None and now < self._yields_until
        all_free_at = self._all.free_at(now, spare=messages - 1 + (YIELDED if yields else 0))
        if yields and self._yields_until is not None and self._all.most <= YIELDED:
            all_free_at = max(all_free_at, self._yields_until)  # so slow a bot has no room to leave: it waits
        if not gives_way and all_free_at > now:
            self._yields_until = all_free_at + YIELD_FOR
        return max(all_free_at, self._chat(chat_id, group, now).free_at(now, messages))

    def turn(self, now: datetime) -> datetime:
        """When the next of what many are told may begin, as far as the others of its kind matter."""
        return self._turns.book(now)

    def begin(self, chat_id: int, *, group: bool, now: datetime, messages: int = 1, gives_way: bool = False) -> None:
        """A call begins. Ask `free_at` before; it must be followed by `end`.

        An album counts as many messages, but for the rule of one a second in a chat, which it may break.
        """
        account = self._chat(chat_id, group, now)
        if not gives_way:
            self._yields_until = None  # whoever else waits says so again
        self._all.begin(messages)
        account.bucket.begin(now)
        if account.minute is not None:
            account.minute.begin(messages)

    def end(self, chat_id: int, *, group: bool, now: datetime, messages: int = 1) -> None:
        """The call that began has ended, whatever came of it."""
        account = self._chat(chat_id, group, now)
        self._all.end(now, messages)
        account.bucket.end(now)
        if account.minute is not None:
            account.minute.end(now, messages)

    def halt(self, chat_id: int, *, group: bool, until: datetime, now: datetime) -> None:
        """Telegram answered 429: nothing goes to this chat before `until`. A halt is never shortened."""
        account = self._chat(chat_id, group, now)
        account.halted_until = max(until, account.halted_until or until)

    def _chat(self, chat_id: int, group: bool, now: datetime) -> _ChatAccount:
        account = self._chats.get(chat_id)
        if account is None:
            if len(self._chats) >= FORGET_ABOVE:
                self._chats = {key: kept for key, kept in self._chats.items() if not kept.at_rest(now)}
            account = _ChatAccount(
                bucket=Bucket(self.limits.per_chat_per_s, self.limits.chat_burst),
                minute=Window(self.limits.per_group_per_min, timedelta(minutes=1)) if group else None,
            )
            self._chats[chat_id] = account
        return account
