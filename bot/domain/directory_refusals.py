"""What is refused about services, phone numbers and questions about them; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class ServiceGone(Refused):
    """There is none, or none that this person may know of: the two cannot be told apart."""


class ServiceOff(Refused):
    """It was taken off the list already. Variable: `name`."""


class ServiceListed(Refused):
    """There is nothing to put back: it is on the list. Variable: `name`."""


class TooManyServices(Refused):
    """Variable: `most`."""


class PhoneGone(Refused):
    """As `ServiceGone`, of a number on the card."""


class PhoneOff(Refused):
    """It was taken off the card already. Variable: `name`."""


class PhoneListed(Refused):
    """There is nothing to put back: it is on the card. Variable: `name`."""


class TooManyPhones(Refused):
    """The card is one message. Variable: `most`."""


class NotAPhoneNumber(Refused):
    """Variable: `words`."""


class ListingUnchanged(Refused):
    """A service or a number is as it was."""


class TooManyServiceQuestions(Refused):
    """This person's others are to be answered first. Variable: `most`."""


class ServiceQuestionGone(Refused):
    """There is none, or none that this person may know of."""


class ServiceQuestionAnswered(Refused):
    """Somebody was quicker. Variable: `name` of who answered."""


class ServiceAnswerOut(Refused):
    """It cannot be taken back any more: whoever asked has it, or it was never given."""
