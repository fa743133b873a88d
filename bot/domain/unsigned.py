"""What an administrator says who hides behind the group: it waits until its giver shows themselves by a press."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import errors

CONFIRM_WITHIN = timedelta(minutes=10)  #: afterwards it counts for nothing and has to be said again
#: A press is a signature, so Telegram is asked at each who administers the group. Where it does not answer, a list so
#: old will do; with an older one nobody is believed.
ADMINISTRATORS_AT_MOST = timedelta(minutes=5)

ROUTE = "sign"  #: of the button [it is me]


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Words of nobody in particular, bound to their chat and for a while."""

    id: int
    chat_id: int
    message_id: int  #: Telegram's, of what was said
    body: str  #: what came, JSON; empty once it was carried out
    expires_at: datetime
    done: bool

    def is_over(self, now: datetime) -> bool:
        return now >= self.expires_at


class NotTheAdministrator(errors.Refused):
    """Somebody who administers not this group presses for who does."""


class AdministratorsUnknown(errors.Refused):
    """Telegram does not say at the moment who administers the group."""


class UnsignedDone(errors.Refused):
    """It was carried out: the first press counted."""


class UnsignedOver(errors.Refused):
    """Nobody pressed in time, or the button belongs to another group. Variable: `minutes`."""


#: Refusals of who pressed, not of what was said: another administrator may press.
OF_THE_PERSON = (errors.NotAllowed, errors.NotListedYet, errors.NotAResident, errors.NotYourButton)
