"""Ready answers: sentences of the estate with blanks, `___` or `{what goes there}`. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BLANK = re.compile(r"_{2,}|\{([^{}\n]{0,40})\}")

DEFAULTS: dict[str, tuple[str, ...]] = {
    "zh": (
        "师傅{哪天，几点}上门，请家里留个人。",
        "材料要等几天，{哪天}到货就装。",
        "已经安排{谁}去看，看完再告诉您。",
        "这件归{哪家}管，我们转过去了，您也可以打{电话}。",
        "看过了，一切正常。再出现请告诉我们。",
    ),
    "en": (
        "Somebody comes {which day, what time}; please be at home.",
        "We wait for parts; they arrive {which day} and are fitted at once.",
        "{Who} will have a look and we tell you then.",
        "This is for {which body}; we passed it on. You can also call {number}.",
        "We looked, and all is in order. Please tell us if it happens again.",
    ),
}
"""What an estate that writes none of its own is offered, by the two letters of its language."""


def blanks(text: str) -> tuple[str, ...]:
    """What is to be filled in, in order; a blank without a name is an empty string."""
    return tuple((found.group(1) or "").strip() for found in _BLANK.finditer(text))


def fill(text: str, values: Sequence[str]) -> str:
    """The text with its first blanks filled; the others are left as they are. What people wrote is not read again."""
    left = iter(values)
    return _BLANK.sub(lambda found: next(left, found.group(0)), text)


def shown(text: str, values: Sequence[str] = ()) -> str:
    """The text as it is looked at: what is still blank as a line to write on."""
    left = iter(values)
    return _BLANK.sub(lambda found: next(left, "___"), text)
