"""What is refused about the open ledger; see `errors.Refused`. `body` is a `people.Body`: the texts choose its name."""

from __future__ import annotations

from bot.domain.errors import Refused


class EntryGone(Refused):
    """There is none, or none of an estate the actor has to do with: the two cannot be told apart."""


class EntryNotFound(Refused):
    """By its number. Variable: `number`."""


class NotACategory(Refused):
    """None that this body publishes in. Variable: `words`."""


class NotAnEntryKind(Refused):
    """Of a file: no decision, income, expense or asset. Variable: `words`."""


class AmountNeeded(Refused):
    """Money and assets have a sum."""


class DecisionHasNoAmount(Refused):
    """A decision has none."""


class EntryDayAhead(Refused):
    """What has not happened yet is not in a ledger."""


class EntryDayTooOld(Refused):
    """A day that nobody means. Variable: `year`, the earliest."""


class NotThePublisher(Refused):
    """Another body published it. Variable: `body`."""


class AlreadyCorrected(Refused):
    """A chain of corrections never forks. Variables: `number`, and `newest`, which stands in its place."""


class SameEntry(Refused):
    """It says what the old one says."""


class TooManyFiles(Refused):
    """Of one entry. Variable: `most`."""


class FileTooBig(Refused):
    """A document. Variable: `most`, in megabytes."""


class NotAFile(Refused):
    """A photo or a document was asked for."""


class TooManyQuestions(Refused):
    """So many of theirs wait for an answer. Variable: `most`."""


class EntryQuestionGone(Refused):
    """There is none, or none of an estate the actor has to do with."""


class EntryQuestionAnswered(Refused):
    """It is answered."""


class EntryQuestionFolded(Refused):
    """It was taken out of sight."""


class NotATable(Refused):
    """A file that is no CSV and no XLSX, or is damaged."""


class TableTooBig(Refused):
    """Variable: `most`, in megabytes."""


class TooManyRows(Refused):
    """Variable: `most`."""


class TableEmpty(Refused):
    """There is no row below the head."""


class NoTableHead(Refused):
    """The first row names none of the columns that are needed. Variable: `columns`, those that are missing."""


class ImportGone(Refused):
    """The list was published, or put away, or is somebody else's."""
