"""What is refused at the desk; see `errors.Refused`. `body` is a `Body`: the texts choose its name."""

from __future__ import annotations

from bot.domain.errors import Refused


class AlreadyTheirs(Refused):
    """The wish lies with that body already. Variables: `number`, `body`."""


class StaysThere(Refused):
    """It was passed on twice and stays with the third. Variables: `number`, `body`."""


class NobodyThere(Refused):
    """config.yaml lists nobody for that body. Variable: `body`."""


class TooLateToPassBack(Refused):
    """Passed on, and meanwhile taken in hand, passed on again or answered. Variable: `number`."""


class NotYourReferral(Refused):
    """Only who passed it on takes that back. Variable: `name`."""


class NothingWaits(Refused):
    """There is nothing to choose from."""


class TakeItFirst(Refused):
    """A photo was sent in reply to a staff card by somebody who has not taken that wish. Variable: `number`."""


class AnotherQuestionIsOpen(Refused):
    """A photo for a staff card, while a dialog about something else waits for an answer. Variable: `number`."""


class SaidNotTheSame(Refused):
    """The author was asked about these two wishes, and said that they are not one. Variables: `number`, `other`."""


class NoOtherWish(Refused):
    """There is no other open wish which this one could be the same as. Variable: `number`."""


class NobodyLeftToAsk(Refused):
    """Of the wishes chosen as one, none is left but the one that stays. Variable: `number`."""
