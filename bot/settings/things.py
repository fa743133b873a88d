"""How long what is found, lost and given away stays up, and how much one person may post, in config.yaml."""

from __future__ import annotations

from pydantic import Field

from bot.domain.thing_terms import ThingTerms
from bot.settings.group import Group, Whole


class ThingSettings(Group):
    found_days: Whole = Field(default=30, ge=1, le=365)
    lost_days: Whole = Field(default=30, ge=1, le=365)
    giveaway_days: Whole = Field(default=14, ge=1, le=365)
    ask_days_before: Whole = Field(default=2, ge=1, le=30)
    most_prolongings: Whole = Field(default=3, ge=0, le=20)
    most_open: Whole = Field(default=5, ge=1, le=50)
    most_a_day: Whole = Field(default=3, ge=1, le=50)
    cards_a_day: Whole = Field(default=2, ge=0, le=50)

    @property
    def terms(self) -> ThingTerms:
        """As the rules know it."""
        return ThingTerms(**self.model_dump())
