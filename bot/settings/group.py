"""What every group of config.yaml's keys is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Strict
from pydantic_core import PydanticCustomError

Text = Annotated[str, Strict()]
Whole = Annotated[int, Strict()]


def wrong(message: str) -> PydanticCustomError:
    """What a validator raises: told to the person together with key and line."""
    return PydanticCustomError("settings", "{message}", {"message": message})


class Group(BaseModel):
    """A group of keys: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
