"""How far a parcel got, and why it stops."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


class TooSoon(Exception):
    """Pacing does not let this chat be written to before `moment`."""

    def __init__(self, moment: datetime) -> None:
        super().__init__("paced")
        self.moment = moment


class MayNotSend(Exception):
    """Another process sends by now."""


class MediumUnusable(Exception):
    """Telegram takes the photo or the voice note from none of its sources."""


@dataclass(slots=True)
class Progress:
    """How far a parcel got; remembered while it waits for its pace, so that no call is made in vain twice."""

    fingerprint: str
    sent: int = 0  #: parts
    last_id: int = 0
    companions: list[int] = field(default_factory=list)  #: messages that went before the last one
    edit_lost: bool = False  #: the message to edit is gone
    refused: set[str | bytes] = field(default_factory=set)  #: file_ids and contents Telegram would not have
