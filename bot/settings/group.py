"""What every group of config.yaml's keys is made of."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Strict
from pydantic_core import PydanticCustomError

Text = Annotated[str, Strict()]
Whole = Annotated[int, Strict()]


def wrong(message: str) -> PydanticCustomError:
    """What a validator raises: told to the person together with key and line."""
    return PydanticCustomError("settings", "{message}", {"message": message})


def _time_of_day(value: object) -> object:
    """Asked before its type: without quotes YAML reads 22:00 as the number 1320."""
    if not isinstance(value, str) or not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise wrong("must be a time of day in quotes, from '00:00' to '23:59'")
    return value


TimeOfDay = Annotated[Text, BeforeValidator(_time_of_day)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Group(BaseModel):
    """A group of keys: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
