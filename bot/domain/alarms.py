"""That the staff was told of somebody's danger words; the words themselves are in its chat alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.danger import Danger


@dataclass(frozen=True, slots=True)
class Alarm:
    id: int
    person_id: int
    estate_key: str
    dangers: tuple[Danger, ...]
    raised_at: datetime
    called_off_at: datetime | None = None
