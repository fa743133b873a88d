"""What config.yaml says about broadcasts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SecondOfficer(StrEnum):
    """When somebody else has to confirm before it is sent."""

    NEVER = "never"
    ALWAYS = "always"
    UNLESS_EMERGENCY = "unless-emergency"


@dataclass(frozen=True, slots=True)
class BroadcastTerms:
    """`messages_per_s`: as fast as the bot may speak to all chats together."""

    second_officer: SecondOfficer = SecondOfficer.NEVER
    messages_per_s: float = 30.0
