"""What is refused about projects; see `errors.Refused`. `stage` is a `projects.Stage`: the texts choose its name."""

from __future__ import annotations

from bot.domain.errors import Refused


class ProjectGone(Refused):
    """There is none, or none of an estate the actor has to do with: the two cannot be told apart."""


class ProjectNotFound(Refused):
    """By its number. Variable: `number`."""


class NotMoney(Refused):
    """No sum can be read there. Variable: `words`."""


class TooMuchMoney(Refused):
    """More than any estate will see."""


class LessThanNothing(Refused):
    """A sum that was received cannot shrink below nothing. Variable: none."""


class NotWishNumbers(Refused):
    """Numbers of wishes were asked for. Variable: `words`."""


class NotABuilding(Refused):
    """A building, or the whole estate, was asked for. Variable: `words`."""


class NotAnIndicator(Refused):
    """An indicator has a number, a unit and words. Variable: `words`."""


class NotAPercentage(Refused):
    """0 to 100 was asked for. Variable: `words`."""


class LowerNeedsReason(Refused):
    """Progress was reported lower than before without saying why. Variable: `percent`."""


class StageMoved(Refused):
    """The button is of an earlier stage. Variables: `name`, `stage`."""


class NoStepThere(Refused):
    """From this stage nothing leads on, or back. Variables: `name`, `stage`."""


class ReasonNeeded(Refused):
    """A step back, a stop or another day is told with its reason."""


class CostUnknown(Refused):
    """Works are not checked before it is planned who gives how much."""


class NothingReceived(Refused):
    """Money is planned and none has come in."""


class EndIsPast(Refused):
    """The planned end is over: approving promises that day. Variable: `day`."""


class NotUnderWay(Refused):
    """Progress is reported while a project is under way. Variable: `name`."""


class NothingUnderWay(Refused):
    """There is no project to report progress of."""


class NotAccepted(Refused):
    """It is done once committee and residents have accepted it and nobody objects. Variable: `name`."""


class NotInAcceptance(Refused):
    """It is not being accepted now. Variable: `name`."""


class NotAskedToAccept(Refused):
    """A resident who was not asked. Variable: `name`."""


class AcceptanceCounted(Refused):
    """They said the same before. Variable: `name`."""


class TwoResidentsNeeded(Refused):
    """Where nobody filed a wish, two residents at least accept."""


class ResidentUnknown(Refused):
    """Nobody of that name is known from those groups. Variable: `name`."""


class ResidentAmbiguous(Refused):
    """Several neighbours bear that name. Variable: `name`."""


class AcceptsInABodysName(Refused):
    """Whoever speaks for a body accepts in its name, not as a resident. Variable: `name`."""


class MilestoneReached(Refused):
    """It was reached before; its day stays. Variable: `name`."""


class TooManyMilestones(Refused):
    """Variable: `most`."""


class NoMilestoneAhead(Refused):
    """There is none that could be removed (any more). Variable: `name`."""
