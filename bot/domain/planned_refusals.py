"""What is refused about planned broadcasts and templates; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class PlannedGone(Refused):
    """There is none, or none of an estate the actor has to do with: the two cannot be told apart."""


class PlannedInPast(Refused):
    """As it was chosen there is no moment left to come."""


class PlannedUntilTooSoon(Refused):
    """Its last day comes before its first one."""


class PlannedOver(Refused):
    """It was stopped, or has gone out for the last time. Variable: `number`."""


class PlannedNotProposed(Refused):
    """It does not wait for a second officer (any more). Variable: `number`."""


class PlannedNotPaused(Refused):
    """Nobody has to take it over. Variable: `number`."""


class PlannedTurnGone(Refused):
    """That turn has gone out, or went by, or does not exist (any more)."""


class PlannedTurnOutOfOrder(Refused):
    """It would go out before the turn before it, or after the next one."""


class PlannedNothingMissed(Refused):
    """It was sent by now, or there was nothing to send. Variable: `number`."""


class TooManyPlanned(Refused):
    """So many of an estate are planned already. Variable: `most`."""


class TemplateGone(Refused):
    """There is none, or none of an estate the actor has to do with."""


class TemplateNameTaken(Refused):
    """The estate has one of this name. Variable: `name`."""


class TooManyTemplates(Refused):
    """Variable: `most`."""


class TemplateTooLong(Refused):
    """Variables: `most` and `chars`, of one language."""


class TemplateBlanksDiffer(Refused):
    """Its two languages have not the same number of blanks. Variables: `zh` and `en`."""
