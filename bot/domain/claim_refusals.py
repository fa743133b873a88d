"""What is refused around claims: a branch of the tree of `errors`."""

from __future__ import annotations

from bot.domain.errors import Refused


class NotToClaim(Refused):
    """Only what a neighbour wants, and all may see, is claimed. Variable: `number`."""


class InOtherHands(Refused):
    """A body has it in hand, promised it or put it off. Variable: `number`."""


class AlreadyClaimed(Refused):
    """Somebody claimed it and the wisher is asked, or it runs. Variable: `number`."""


class AlreadyYourClaim(Refused):
    """They claimed it themselves. Variable: `number`."""


class TooManyClaims(Refused):
    """Variable: `most`."""


class NoWisherToAsk(Refused):
    """The author asked to be forgotten: nobody could say yes. Variable: `number`."""


class ClaimOver(Refused):
    """The claim has ended, or went on, before this press. Variable: `number`."""


class PutOffAlready(Refused):
    """A later day is asked for once. Variable: `number`."""


class TooLateToPutOff(Refused):
    """The day has passed. Variable: `number`."""


class NotLater(Refused):
    """The day asked for is not after the one that stands."""


class NotTheWisher(Refused):
    """Only who filed the wish says this. Variable: `number`."""


class OwnWord(Refused):
    """Nobody vouches for themselves. Variable: `number`."""


class NotDoneByNeighbours(Refused):
    """No neighbour is to be thanked for it. Variable: `number`."""


class MatchOver(Refused):
    """That question is over: answered, or the wish went on. Nobody learns which."""
