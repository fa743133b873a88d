"""When the groups hear of their week, and the staff of the month's agenda."""

from __future__ import annotations

from datetime import time
from typing import get_args

from pydantic import Field

from bot.domain.bulletin_times import BulletinTimes
from bot.settings.group import Group, TimeOfDay, Weekday, Whole


class BulletinSettings(Group):
    weekday: Weekday | None = "sunday"
    at: TimeOfDay = "18:00"
    agenda_day: Whole | None = Field(default=25, ge=1, le=28)  #: every month has these

    @property
    def times(self) -> BulletinTimes:
        """As the rules know them."""
        weekday = None if self.weekday is None else get_args(Weekday).index(self.weekday)
        return BulletinTimes(weekday=weekday, at=time.fromisoformat(self.at), agenda_day=self.agenda_day)
