"""How long config.yaml keeps what nobody needs any more."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.settings.group import Group, Whole

Days = Annotated[Whole, Field(ge=1, le=36500)]


class Keeping(Group):
    names_of_ended_wishes_days: Days | None = None
    photos_of_ended_wishes_days: Days | None = None
    similar_taps_days: Days | None = 365
    strangers_days: Days | None = 730
