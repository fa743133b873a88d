"""What is refused about items of the plan and its posts; see `errors.Refused`. `tier` is an `items.Tier`."""

from __future__ import annotations

from bot.domain.errors import Refused


class ItemGone(Refused):
    """There is none, or none of an estate the actor has to do with: the two cannot be told apart."""


class ItemNotFound(Refused):
    """By its number. Variable: `number`."""


class WishPlanned(Refused):
    """A wish is in one item at a time. Variables: `number` of the wish, `item`, its number."""


class WishNotToPlan(Refused):
    """It has ended, or neighbours do not see it: the plan is public. Variable: `number`."""


class TierNeedsDay(Refused):
    """At once and soon are promised for a day."""


class DayBeyondTier(Refused):
    """Too far off for this tier. Variable: `days`, the most it may be ahead."""


class NotFunding(Refused):
    """No sums by source can be read there. Variable: `words`."""


class ItemOver(Refused):
    """It was taken off the plan, or is done. Variable: `number`."""


class ItemStands(Refused):
    """There is nothing to put back: it is on the plan. Variable: `number`."""


class ItemIsOut(Refused):
    """Too late to take it back: neighbours heard. Variable: `number`."""


class NothingChanged(Refused):
    """The item is as it was."""


class NothingPlanned(Refused):
    """Nothing is on the plan that could be published."""
