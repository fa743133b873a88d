"""What is refused around the verdict: a branch of the tree of `errors`."""

from __future__ import annotations

from bot.domain.errors import Refused


class NotForStaff(Refused):
    """Whoever speaks for a body may not do this: it is for those they work for."""


class NotAffected(Refused):
    """Whether it is done is asked of the author and of those who said "same here". Variable: `number`."""


class VerdictOver(Refused):
    """The question whether it is done is closed. Variable: `number`."""


class VerdictCounted(Refused):
    """They said exactly this already. Variable: `number`."""


class StillAsked(Refused):
    """They are being asked whether it is done: "not yet" says it. Variable: `number`."""


class TooLateToReopen(Refused):
    """It was done too long ago. Variable: `number`."""


class WentBack(Refused):
    """It is not done any more: it went back to the body already. Variable: `number`."""


class NothingFound(Refused):
    """They did not say yet whether it is done, so there is nothing to add to. Variable: `number`."""
