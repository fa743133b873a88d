"""What is refused about roles that are given and taken; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class GrantGone(Refused):
    """There is none, or none of an estate the actor has to do with: the two cannot be told apart."""


class NotForYouToGive(Refused):
    """An administrator gives and takes no roles that give roles."""


class RoleStartsInThePast(Refused):
    """What somebody did before they had the role was not done in it."""


class RoleEndsBeforeItStarts(Refused):
    """Its last day is before its first."""


class RoleTooLong(Refused):
    """Ends further away than anybody can promise."""


class NoBuildingHere(Refused):
    """Captains and residents alone have a building."""


class BuildingNeeded(Refused):
    """Nobody lives in the whole of an estate."""


class BuildingUnknown(Refused):
    """A resident of a building that the estate's tree of places does not have. Variable: `number`."""


class RoleBuildingUnread(Refused):
    """Variable: `words`."""


class NotAPerson(Refused):
    """Neither a @name nor a link was asked for. Variable: `words`."""


class NobodyQuoted(Refused):
    """It was said as an answer to a message of a bot, a channel or a hidden administrator."""


class HasThisRole(Refused):
    """From config.yaml, or by a grant that runs or is to begin."""


class WaitsForThem(Refused):
    """The same was offered to them and waits for their answer."""


class SpeaksForAnother(Refused):
    """And one person speaks for one body alone."""


class TooManyOffers(Refused):
    """Variable: `n`, how many wait for an answer at most."""


class NotYourOffer(Refused):
    """It was made to somebody else."""


class OwnLink(Refused):
    """Whoever made the link opened it: it is to be passed on."""


class OfferGone(Refused):
    """It was answered, or taken back."""


class OfferLapsed(Refused):
    """It waited for more than a week."""


class RoleOver(Refused):
    """It ended before."""


class OnlyConfigTakes(Refused):
    """Somebody is listed in config.yaml. Variable: `name`."""


class RoleIsOver(Refused):
    """In the middle of a dialog: what it needs they have no right to any more."""
