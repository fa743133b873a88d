"""What is refused about roles that are given and taken; see `errors.Refused`."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.errors import Refused
from bot.domain.scopes import Scope


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


class BuildingNeeded(Refused):
    """Nobody lives in the whole of an estate, or of a grid."""


class RoleForAllOfIt(Refused):
    """It acts for a body, or for everybody: it holds in all of the estate."""


class RoleForWholeBuildings(Refused):
    """It cannot hold in a stairwell alone."""


class RolePlaceUnknown(Refused):
    """Nothing there is called so. Variables: `words`; `there`, what is named instead: units, both, grids, buildings or
    nothing; `grids`, `buildings`, and `units` of the `building` that was said.
    """


class RolePlaceGone(Refused):
    """The place was taken out of the tree, or is not used any more."""


class OutsideYourPlaces(Refused):
    """It is not where their role holds. Variables: `part`, `grid`, `building`, `unit`; see `scope_variables`."""


class NotForAllOfIt(Refused):
    """It concerns all of the estate, and their role holds in a part of it. Variables: as `OutsideYourPlaces` (`part`,
    `grid`, `building`, `unit`).
    """


def scope_variables(scopes: Sequence[Scope]) -> dict[str, str | int]:
    """How a refusal says where a role holds: `part` is grid, building, stairwell, or several; and its names."""
    path = scopes[0].path
    part = "grid" if not path else "building" if len(path) == 1 else "stairwell"
    return {
        "part": part if len(scopes) == 1 else "several",
        "grid": scopes[0].grid,
        "building": path[0] if path else "",
        "unit": path[1] if len(path) > 1 else "",
    }


class NotAPerson(Refused):
    """Neither a @name nor a link was asked for. Variable: `words`."""


class NobodyQuoted(Refused):
    """It was said as an answer to a message of a bot, a channel or a hidden administrator."""


class HasThisRole(Refused):
    """From config.yaml, or by a grant that runs or is to begin, there or in all of the estate."""


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
