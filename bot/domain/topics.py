"""What the topics of a building's forum group are for, and where something goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import errors

#: A closed topic is tried again after that long, in case Telegram's word that it was opened was missed.
TRIED_AGAIN_AFTER = timedelta(hours=1)


class TopicUse(StrEnum):
    """What the bot posts in a building's group by itself."""

    WISHES = "wishes"  #: cards, and the pinned card with the three buttons
    BOARD = "board"  #: the boards of the day
    NEWS = "news"  #: what is said to the whole group: whether wishes are taken, that the bot is back
    VOTES = "votes"  #: polls


#: Where it goes while nothing was chosen for it; nowhere: the group's General topic.
_ELSE = {TopicUse.BOARD: TopicUse.WISHES, TopicUse.VOTES: TopicUse.NEWS}


@dataclass(frozen=True, slots=True)
class Topic:
    id: int  #: Telegram's message_thread_id
    closed_at: datetime | None = None  #: since then Telegram lets the bot write there no more

    def takes(self, now: datetime) -> bool:
        return self.closed_at is None or now - self.closed_at >= TRIED_AGAIN_AFTER


def chosen_for(use: TopicUse, topics: Mapping[TopicUse, Topic]) -> Topic | None:
    """The topic chosen for it, or for what it goes along with."""
    if use in topics:
        return topics[use]
    other = _ELSE.get(use)
    return topics.get(other) if other is not None else None


def place_for(use: TopicUse, topics: Mapping[TopicUse, Topic], *, now: datetime) -> int | None:
    """The id of the topic that it goes to now; None: General, also while the chosen one is closed to the bot."""
    topic = chosen_for(use, topics)
    return topic.id if topic is not None and topic.takes(now) else None


class NotInATopic(errors.Refused):
    """It is about the topic it is done in, and this is none."""
