"""What is refused around polls; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class PollGone(Refused):
    """There is no such poll, or it is another estate's."""


class PollNotFound(Refused):
    """No poll of this number. Variable: `number`."""


class PollOver(Refused):
    """It is closed, or was cancelled. Variable: `number`."""


class PollRunning(Refused):
    """A statement comes after its end. Variable: `number`."""


class PollCancelled(Refused):
    """Nothing is made of a poll that was cancelled. Variable: `number`."""


class PollStated(Refused):
    """Somebody has said already what comes of it. Variable: `number`."""


class PollTooShort(Refused):
    """It would be over before anybody saw it."""


class SameOption(Refused):
    """It is there already. Variable: `words`."""


class TooFewOptions(Refused):
    """A poll offers something to choose from. Variable: `least`."""


class TooManyOptions(Refused):
    """Telegram takes no more. Variable: `most`."""


class NoGroupsToAsk(Refused):
    """The bot is in no building's group of the estate."""


class PollsStopped(Refused):
    """They were stopped in every group of the estate; see `chat_functions`."""


class NamesNotAsked(Refused):
    """Who answered is known of a named poll alone. Variable: `number`."""


class WishNotForAll(Refused):
    """Neighbours do not see the wish: they are not asked about it. Variable: `number`."""
