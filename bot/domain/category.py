"""What a wish is about. Pure."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import cast

CATEGORY_KEY = re.compile(r"[a-z][a-z0-9-]{0,15}")


class Category(StrEnum):
    """Those that come along, in the order in which they are shown; config.yaml may name others instead.

    Any short key is a category, so that one that is configured no more still is what it was.
    """

    REPAIR = "repair"
    CLEANING = "cleaning"
    SAFETY = "safety"
    PARKING = "parking"
    NOISE = "noise"
    GREENERY = "greenery"
    CARE = "care"  #: elders, children, neighbourly help
    OTHER = "other"

    @classmethod
    def _missing_(cls, value: object) -> Category | None:
        if not isinstance(value, str) or not CATEGORY_KEY.fullmatch(value):
            return None
        made = str.__new__(cls, value)
        made._name_, made._value_ = value.upper(), value
        return cast(Category, cls._value2member_map_.setdefault(value, made))


SHIPPED_CATEGORIES = tuple(Category)
