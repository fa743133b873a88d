"""What is told about quarrels."""

from __future__ import annotations

from enum import StrEnum


class QuarrelNews(StrEnum):
    """What is told about a quarrel, and to whom."""

    BROUGHT = "brought"  #: to all mediators: one waits
    ASK_AUTHOR = "ask-author"  #: whether they want a mediator
    ASK_OTHER = "ask-other"  #: likewise, without a word about whom or what
    BOTH_AGREE = "both-agree"  #: to both sides
    MOVED = "moved"  #: to its mediator: a side said something
    ASK_TIME = "ask-time"  #: to both sides
    TIME_AGREED = "time-agreed"  #: to both sides
    ENDED = "ended"  #: to both sides, as far as they know of it
    WITHDRAWN = "withdrawn"  #: to the other side and the mediator: its author let it be
    ASK_WHETHER_HOLDS = "ask-whether-holds"  #: to both sides
    REMIND = "remind"  #: to its mediator; nobody has it: to all
