"""What is refused about things that neighbours found, lost or give away; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class ThingGone(Refused):
    """There is none, or none of this estate: the two cannot be told apart."""


class ThingNotFound(Refused):
    """By its number. Variable: `number`."""


class ThingOver(Refused):
    """It is back with its owner, given away, taken off, or its time is over. Variable: `number`."""


class OwnThing(Refused):
    """Whoever posted it answers themselves."""


class NotYourThing(Refused):
    """This is for whoever posted it."""


class NoThingResponse(Refused):
    """There is nothing to take back, or to answer (any more)."""


class ThingPromised(Refused):
    """Somebody else was told yes. Variable: `name`."""


class NoPriceHere(Refused):
    """Nothing is sold here. Variable: `words`."""


class TooManyThings(Refused):
    """So many of one person are open. Variable: `most`."""


class TooManyThingsToday(Refused):
    """So many of one person were posted today. Variable: `most`."""


class NoMoreProlonging(Refused):
    """Variable: `most`."""


class NoGroupForThings(Refused):
    """The bot is in no group of theirs."""
