"""Updates are confirmed only after they are kept. What is not addressed to the bot is dropped unseen.

This room polls; `bot.webhook` is where Telegram brings them, and keeps them by the same `Intake.keep`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import structlog

from bot.domain.polls import fingerprint
from bot.ports import Ambiguous, Clock, Gone, Inbox, InboxRow, Me, Rejected, Retry, Touch, Transport

#: What we ask Telegram for; an omitted list would keep the previous one.
#: `chat_member` comes where the bot is an administrator (Bot API, Update): of large groups nothing else tells who left.
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member", "chat_member", "poll", "poll_answer")

_LONGEST_PAUSE_S = 30.0
_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@([A-Za-z0-9_]+))?")  #: `/want`, `/want@bot`; words may follow at once

POLLS = (0, 0)  #: the lane of what Telegram tells of how polls stand: in its order
NEEDS_WHAT_IT_ANSWERS = frozenset({"/jot"})  #: commands about the message they answer
NEEDS_WHOM_IT_ANSWERS = frozenset({"/role"})  #: commands about the author of the message they answer, not its words
_OF_AN_AUTHOR = frozenset({"message_id", "from", "sender_chat", "chat", "date"})
#: Service messages that matter.
_OF_THE_GROUP = frozenset({"migrate_to_chat_id", "forum_topic_reopened", "left_chat_member", "new_chat_members"})
_OF_ANOTHER = frozenset({"reply_to_message", "quote", "external_reply"})

_log = structlog.get_logger(__name__)


def addressed(update: Mapping[str, Any], me: Me) -> tuple[int, int] | None:
    """(chat, person) of an update meant for this bot, else None.

    Meant for it: presses, its own standing, anything in private; in a group commands that name it or nobody, answers to
    its messages, a group's move to a new id, who leaves or comes, and that a topic takes messages again; answers to its
    polls, and how polls stand. All other talk is neither stored nor logged.
    """
    if query := update.get("callback_query"):
        chat = query.get("message", {}).get("chat")
        return (chat["id"], query["from"]["id"]) if chat else None
    if answer := update.get("poll_answer"):  # of who answers as a group nothing is counted
        return (answer["user"]["id"], answer["user"]["id"]) if "user" in answer else None
    if "poll" in update:
        return POLLS
    if change := update.get("my_chat_member") or update.get("chat_member"):
        return change["chat"]["id"], change["from"]["id"]
    message = update.get("message")
    if message is None or "from" not in message:
        return None
    key = (message["chat"]["id"], message["from"]["id"])
    return key if _is_for_us(message, me) else None


def _is_for_us(message: Mapping[str, Any], me: Me) -> bool:
    if message["chat"]["type"] == "private" or _OF_THE_GROUP & message.keys():
        return True
    if message.get("reply_to_message", {}).get("from", {}).get("id") == me.id:
        return True
    if "ephemeral_message_id" in message and message.get("receiver_user", {}).get("id") == me.id:
        return True  # an answer to what was said to them alone may bear no reply_to_message (Bot API 10.2)
    command = _COMMAND.match(message.get("text") or message.get("caption") or "")
    if command is None:
        return False
    addressee: str | None = command.group(1)
    return addressee is None or addressee.lower() == me.username.lower()


def pared(update: Mapping[str, Any], me: Me) -> Mapping[str, Any]:
    """The update without a neighbour's message that it answers, unless it is the command that asks about that message.

    Who answers a neighbour with `/want …` speaks for themselves: the neighbour's words are nothing to the bot. Telegram
    tells of polls that neighbours stopped as well (Bot API, Update.poll): numbers and a fingerprint are kept.
    """
    if "poll" in update:
        return {"update_id": update["update_id"], "poll": _numbers_of(update["poll"])}
    message = update.get("message", {})
    original = message.get("reply_to_message")
    if original is None or original.get("from", {}).get("id") == me.id:
        return update
    command = _COMMAND.match(message.get("text") or message.get("caption") or "")
    name = "" if command is None else command.group(0).partition("@")[0].lower()
    if name in NEEDS_WHAT_IT_ANSWERS:
        return update
    kept = {part: value for part, value in message.items() if part not in _OF_ANOTHER}
    if name in NEEDS_WHOM_IT_ANSWERS:
        kept["reply_to_message"] = {part: value for part, value in original.items() if part in _OF_AN_AUTHOR}
    return {**update, "message": kept}


def _numbers_of(poll: Mapping[str, Any]) -> dict[str, Any]:
    options = poll["options"]
    return {
        "id": poll["id"],
        "counts": [option["voter_count"] for option in options],
        "voters": poll["total_voter_count"],
        "is_closed": poll["is_closed"],
        "says": fingerprint(poll["question"], [option["text"] for option in options]),
    }


class Intake:
    """The one poller of a token. `tapped`: the tap lane (`TapLane.take`), which hands back what it does not settle.

    `turn` returns when this process is the one that polls; None: nobody else does. `touch` is told of every poll that
    went well or failed.
    """

    def __init__(
        self,
        *,
        transport: Transport,
        inbox: Inbox,
        clock: Clock,
        me: Me,
        poll_timeout_s: int,
        kept: Callable[[], None],
        touch: Touch,
        tapped: Callable[[Sequence[Mapping[str, Any]]], Awaitable[Sequence[Mapping[str, Any]]]] | None = None,
        turn: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._transport, self._inbox, self._clock, self._me = transport, inbox, clock, me
        self._poll_timeout_s, self._kept, self._tapped, self._turn = poll_timeout_s, kept, tapped, turn
        self.touch = touch

    async def run(self) -> None:
        """Until cancelled. The offset is the last id of the answer just received + 1: never kept, never a maximum."""
        offset: int | None = None
        pause_s = 1.0
        while True:
            if self._turn is not None:
                await self._turn()
            began = self._clock.now()
            timeout_s = self._poll_timeout_s if self.touch.stands else 0  # back again: that is to be known at once
            try:
                updates = await self._transport.updates(offset=offset, timeout_s=timeout_s)
            except (Retry, Ambiguous, Gone, Rejected) as why:
                self.touch.missed()
                wait_s = max(pause_s, why.after_s) if isinstance(why, Retry) else pause_s
                _log.warning("poll_failed", reason=str(why) or type(why).__name__, wait_s=wait_s)
                await self._clock.sleep_until(self._clock.now() + timedelta(seconds=wait_s))
                pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)
                continue
            pause_s = 1.0
            if updates:
                await self._keep_polled(updates)
                offset = updates[-1]["update_id"] + 1
            await self.touch.met(since=began)

    async def _keep_polled(self, updates: Sequence[Mapping[str, Any]]) -> None:
        try:
            await self.keep(updates)
        except Exception:
            self.touch.missed()  # presses are lost by that too
            raise

    async def keep(self, updates: Sequence[Mapping[str, Any]]) -> int:
        """Count the taps, store what else is addressed to the bot in one transaction; only then may they be confirmed.

        Each of the two is known by its keys: what is sent again after an outage between them does nothing twice.
        Returns how many were addressed to the bot, also those kept before.
        """
        left = updates if self._tapped is None else await self._tapped(updates)
        now = self._clock.now()
        rows = [
            InboxRow(
                *(update["update_id"], *key, json.dumps(pared(update, self._me), ensure_ascii=False), now, 0),
                moves_to=update.get("message", {}).get("migrate_to_chat_id"),
            )
            for update in left
            if (key := addressed(update, self._me)) is not None
        ]
        if rows and await self._inbox.keep(rows, now=now):
            self._kept()
        return len(rows) + len(updates) - len(left)
