"""What is refused around deliberations; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class DeliberateFirst(Refused):
    """So many see it differently that it is argued through before it is decided. Variables: `number`, `n`."""


class DeliberationOver(Refused):
    """Nothing more is said there. Variable: `number`."""


class DeliberationTooShort(Refused):
    """It would be over before anybody could say anything."""


class AlreadyDeliberated(Refused):
    """A deliberation about this wish is open, or waits for its minutes. Variable: `number`."""


class NotBeforeNeighbours(Refused):
    """The wish is for the committee alone: only the bodies argue it, in the staff chat. Variable: `number`."""


class NotThisForm(Refused):
    """This form of deliberation does not hear that."""


class SpeaksForABody(Refused):
    """Whoever speaks for a body gives a statement, no argument."""


class NotAVoice(Refused):
    """Statements are for bodies and for those whom config.yaml lists."""


class NotAnExpert(Refused):
    """Notes from a look on the spot are for experts."""


class NotTheOfficer(Refused):
    """Somebody else answers at this hearing. Variable: `name`."""


class QuestionAnswered(Refused):
    """The officer answered this question."""


class SaidEnough(Refused):
    """Everybody gets a word. Variable: `most`."""


class NotYourWords(Refused):
    """Only who said it takes it back."""


class MinutesWritten(Refused):
    """The minutes stand already. Variable: `number`."""


class OwnWishNotDiffered(Refused):
    """The author cannot see their own wish differently. Variable: `number`."""


class NothingToDiffer(Refused):
    """The wish has ended. Variable: `number`."""
