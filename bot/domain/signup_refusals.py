"""What is refused about sign-ups; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class SignupGone(Refused):
    """There is none, or none of this group or of this person: the two cannot be told apart."""


class SignupNotFound(Refused):
    """By its number. Variable: `number`."""


class SignupClosed(Refused):
    """Its closing has come."""


class SignupCancelled(Refused):
    """It was called off."""


class SignupOver(Refused):
    """It has begun."""


class NotSignedUp(Refused):
    """There is nothing to take back."""


class NobodyMayBeBrought(Refused):
    """Everybody signs up for themselves."""


class NoMoreMayBeBrought(Refused):
    """Variable: `most`."""


class NoPlaceForGuest(Refused):
    """All places are taken; the one they have is theirs."""


class FewerThanTaken(Refused):
    """So many have a place. Variable: `n`."""


class SignupBeginsTooSoon(Refused):
    """It would have begun by now."""


class SignupClosesTooLate(Refused):
    """It would close after it has begun."""


class SignupClosesInPast(Refused):
    """Nobody could sign up."""


class NotATimeOfDay(Refused):
    """Variable: `words`."""


class NotAPlaceCount(Refused):
    """Variables: `words`, `most`."""


class NoGroupToSignUpIn(Refused):
    """There is no building group in which this person may ask."""


class SignupsStopped(Refused):
    """They were stopped in every group in which this person may ask; see `chat_functions`."""


class NotTheOrganiser(Refused):
    """Whoever opened it, or the committee, does this."""


class NotYourEntry(Refused):
    """Somebody else signed them up, or they are gone from the list."""
