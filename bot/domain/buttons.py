"""The data that inline buttons carry: `route:arg:…`, 1-64 bytes (Bot API, InlineKeyboardButton.callback_data)."""

from __future__ import annotations

from bot.domain import errors

MAX_BYTES = 64


def data(route: str, *args: str | int) -> str:
    """Join a route and its arguments.

    Raises:
        ValueError: an argument holds a colon, or it all is longer than 64 bytes: a bug of the caller.
    """
    parts = [route, *map(str, args)]
    joined = ":".join(parts)
    if any(":" in part for part in parts) or not 1 <= len(joined.encode()) <= MAX_BYTES:
        raise ValueError(f"not a button's data: {joined!r}")
    return joined


def number(args: tuple[str, ...], index: int) -> int:
    """An id out of a button.

    Raises:
        UnknownButton: there is none; a forged or foreign button.
    """
    if len(args) <= index or not args[index].isdecimal():
        raise errors.UnknownButton
    return int(args[index][:18])
