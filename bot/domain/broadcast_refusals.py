"""What is refused about broadcasts; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class BroadcastGone(Refused):
    """There is none, or none of an estate the actor has to do with: the two cannot be told apart."""


class NotAmongTold(Refused):
    """It was not sent to this chat, nor to where they live; or there is none any more: one cannot tell."""


class BroadcastTooLong(Refused):
    """Variables: `most` and `chars`, as Telegram counts them; with a photo or a file less fits."""


class PhotosOrFile(Refused):
    """Up to ten photos, or one file; not both."""


class NobodyToTell(Refused):
    """Neither a chat nor a person is left, as it was chosen."""


class BroadcastOver(Refused):
    """It has been sent, or was stopped: nothing of that kind can be done any more. Variable: `number`."""


class BroadcastNotYet(Refused):
    """It has not begun. Variable: `number`."""


class BroadcastPaused(Refused):
    """It is paused already. Variable: `number`."""


class BroadcastNotPaused(Refused):
    """Nothing to go on with. Variable: `number`."""


class SecondOfficerNeeded(Refused):
    """Whoever wrote it cannot confirm it."""


class NoSuchBroadcast(Refused):
    """By its number. Variable: `number`."""


class NotABroadcastNumber(Refused):
    """Digits are expected."""
