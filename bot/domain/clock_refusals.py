"""What is refused of classes, levels and dates; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class LastLevel(Refused):
    """Somebody has to handle a wish: its last level stays."""


class PromiseTooFar(Refused):
    """A promise lies further off than it may; what takes longer is put off. Variable: `days`."""


class MovedAlready(Refused):
    """A promised day is moved once. Variable: `number`."""


class TooLateToMove(Refused):
    """The promised day has passed: it was missed, and moving it would hide that. Variable: `number`."""


class ReasonToMove(Refused):
    """A promised day is moved with a reason that all can read. Variable: `number`."""


class NothingToMove(Refused):
    """No day is promised (any more). Variable: `number`."""
