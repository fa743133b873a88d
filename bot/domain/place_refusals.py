"""What is refused about the tree of places; see `errors.Refused`. `place`: as it is written, from the building on."""

from __future__ import annotations

from bot.domain.errors import Refused


class PlaceGone(Refused):
    """There is none, or none of an estate the actor keeps: the two cannot be told apart."""


class GridGone(Refused):
    """As `PlaceGone`."""


class NotAPlaceCode(Refused):
    """It cannot be the number of a place. Variables: `words`; `most`, signs."""


class NotAPlaceLevel(Refused):
    """Of a file: no level that anything below an estate has. Variable: `words`."""


class AboveTheEstate(Refused):
    """What an estate lies in, and estates themselves, stand in config.yaml. Variable: `words`, the level."""


class UnknownParent(Refused):
    """Neither the tree nor the file has it, or its own row cannot be used. Variable: `words`."""


class SeveralSuch(Refused):
    """More than one place is called that. Variable: `words`."""


class PlacesInACircle(Refused):
    """Each of them lies in the next, and the last in the first. Variable: `places`."""


class NotDownward(Refused):
    """It would lie in something smaller than itself, or as small. Variables: `place`, `parent`."""


class ParentMissing(Refused):
    """A stairwell or a household lies in a building."""


class PlaceTaken(Refused):
    """Its parent has one of that number, or of that name. Variable: `words`."""


class SamePlaceTwice(Refused):
    """Another row of the file says it already. Variable: `row`."""


class OtherPlaceLevel(Refused):
    """It is in the tree with another level. Variable: `place`."""


class TwoGrids(Refused):
    """A building belongs to one grid at most. Variables: `place`, `grid`, the one an earlier row gives."""


class GridHasRoles(Refused):
    """Somebody's role holds there, or did. Variable: `grid`."""


class OnlyBuildingsInGrids(Refused):
    """A grid holds buildings."""


class NotAPlaceState(Refused):
    """Of a file: neither open nor closed. Variable: `words`."""


class PlaceInUse(Refused):
    """Something hangs on it: it can be closed, not removed. Variable: `place`."""


class GridHasGroup(Refused):
    """A group is tied to it: it can be closed, not removed. Variable: `grid`."""


class GridInUse(Refused):
    """Buildings are in it: it can be closed, not removed. Variable: `grid`."""


class GridTaken(Refused):
    """There is one of that name. Variable: `grid`."""


class GridIsClosed(Refused):
    """Nothing more is put into it. Variable: `grid`."""


class TooManyPlaces(Refused):
    """Variable: `most`."""


class TooManyGrids(Refused):
    """Variable: `most`."""


class NotPlaces(Refused):
    """A file that is no CSV, XLSX or YAML, or is damaged."""


class PlacesTooBig(Refused):
    """Variable: `most`, in kilobytes."""


class TooManyPlaceRows(Refused):
    """Variable: `most`."""


class PlacesEmpty(Refused):
    """There is no row below the head."""


class NoPlacesHead(Refused):
    """No row names the columns that are needed."""


class PlaceAliases(Refused):
    """A YAML file that refers back to its own parts, or nests deeper than anything here does."""


class PlacesImportGone(Refused):
    """It was taken over, or put away, or is somebody else's."""


class PlacesAsBefore(Refused):
    """Nothing would change."""
