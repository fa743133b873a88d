"""What every handler may know of the installation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.danger import Watch
from bot.domain.floods import FloodLimits
from bot.domain.people import Estate


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a dialog may lie without a word."""

    remind_after: timedelta = timedelta(hours=1)  #: until its one reminder
    expire_after: timedelta = timedelta(days=1)  #: until it is put aside


@dataclass(frozen=True, slots=True)
class Retention:
    """How long is kept what nobody needs any more. None: for good."""

    names_of_ended_wishes: timedelta | None = None  #: since the wish's last answer
    photos_of_ended_wishes: timedelta | None = None
    similar_taps: timedelta | None = timedelta(days=365)
    strangers: timedelta | None = timedelta(days=730)  #: since they were last seen, with nothing filed


@dataclass(frozen=True, slots=True)
class House:
    """The bot's own name and the estates of config.yaml."""

    bot_username: str
    bot_sees_all: bool  #: privacy mode is off for this bot
    default_language: str
    languages: tuple[str, ...]
    estates: Mapping[str, Estate]
    pace: Pace
    watch: Watch = field(default_factory=Watch)  #: the danger words and whom to call
    longest_voice_s: int = 300  #: seconds
    retention: Retention = Retention()
    floods: FloodLimits = field(default_factory=FloodLimits)
    whispers: bool = False  #: one person in a group may be spoken to by ephemeral messages
