"""How one person is spoken to inside a group: the ladder from what they alone see down to what everybody sees. Pure.

Telegram's ephemeral messages (Bot API 10.2) are seen by one person only. They are allowed for 15 seconds after what
that person did, and to a bot that is an administrator at any time; an older server shows them to everybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

UNSEEN = 0  #: the message id of every ephemeral message; it names none of them
WINDOW = timedelta(seconds=15)
ON_THE_WAY = timedelta(seconds=1)  #: Telegram measures when it arrives there
ASKED_AGAIN_AFTER = timedelta(days=7)  #: a server that knew nothing of ephemeral messages may have become a newer one
ALERT_MAX = 200  #: characters (Bot API, answerCallbackQuery)


class Rung(StrEnum):
    """From the best to the last resort."""

    EPHEMERAL = "ephemeral"
    ALERT = "alert"  #: a window over the chat, in answer to a press
    PRIVATE = "private"  #: it goes on in the private chat, by a link
    GROUP = "group"  #: for all to see, as everything else


@dataclass(frozen=True, slots=True)
class Footing:
    """What there is to stand on when something is to be said."""

    knows: bool  #: the server is not known to be too old
    text_only: bool  #: no photo, voice note or file
    stands: bool  #: an ephemeral message is there that only has to be edited
    since: datetime | None  #: when they pressed, or wrote what the bot alone saw
    at_any_time: bool  #: nothing says that this bot is held to the window here
    press_waits: bool  #: a press that was not answered yet
    chars: int  #: of the text
    asks: bool  #: buttons to press, or a reply is awaited
    secret: bool  #: nobody else saw what this answers
    goes_on: bool  #: there is a link by which it goes on in private


def in_time(since: datetime | None, now: datetime) -> bool:
    """Whether what is sent now still arrives within the window."""
    return since is not None and now - since + ON_THE_WAY <= WINDOW


def ladder(footing: Footing, now: datetime) -> tuple[Rung, ...]:
    """The rungs to try, best first; the last one always holds.

    What nobody else saw is never answered for all to see while it can go on in private.
    """
    rungs: list[Rung] = []
    may_be_sent = footing.stands or footing.at_any_time or in_time(footing.since, now)
    if footing.knows and footing.text_only and may_be_sent:
        rungs.append(Rung.EPHEMERAL)
    if footing.press_waits and not footing.asks and footing.chars <= ALERT_MAX:
        rungs.append(Rung.ALERT)
    rungs.append(Rung.PRIVATE if footing.secret and footing.goes_on else Rung.GROUP)
    return tuple(rungs)


def slot_number(ephemeral_id: int) -> int:
    """The number under which a slot remembers an ephemeral message: below 0, where Telegram numbers none in a chat."""
    return -ephemeral_id


def ephemeral_id(slot_number: int | None) -> int | None:
    """The ephemeral message a slot remembers; None if it remembers another one, or none."""
    return -slot_number if slot_number is not None and slot_number < 0 else None
