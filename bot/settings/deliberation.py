"""Who is heard in deliberations besides the bodies, and when one is due before a wish is decided."""

from __future__ import annotations

from pydantic import Field

from bot.domain.people import Panelist
from bot.settings.estates import EstateLine
from bot.settings.group import Group, Whole


class DeliberationSettings(Group):
    needed_from: Whole = Field(default=3, ge=0, le=1000)


def panel_of(line: EstateLine) -> dict[int, Panelist]:
    """Those whom an estate lists, by Telegram id; somebody listed twice speaks as what comes first."""
    panel: dict[int, Panelist] = {}
    listed = (("expert", line.experts), ("developer", line.developer), ("department", line.departments))
    for voice, people in listed:
        for who in people:
            panel.setdefault(who.id, Panelist(who.id, who.name, voice))
    return panel
