"""What is refused around quarrels: a branch of the tree of `errors`."""

from __future__ import annotations

from bot.domain.errors import Refused


class NoMediatorHere(Refused):
    """config.yaml lists no mediator for this estate."""


class QuarrelOver(Refused):
    """It has ended, or was given back, or somebody said this already."""


class NotYourQuarrel(Refused):
    """Whoever presses is neither a side of it nor its mediator; or there is none (the two cannot be told apart)."""


class HasMediator(Refused):
    """Another mediator has it. Variable: `name`."""


class MediatorIsSide(Refused):
    """Nobody mediates in a quarrel of their own."""


class AuthorNotAskedYet(Refused):
    """Its author has not said yet that they want a mediator."""


class OtherNotAskedYet(Refused):
    """The other side has not said yes: nothing is agreed and nothing settled without it."""


class OtherAskedAlready(Refused):
    """The other side was asked, or answered."""


class ArguedInPublic(Refused):
    """It is argued through before everybody, or came to a project or the plan: too late. Variable: `number`."""


class OnlySpoken(Refused):
    """A voice note without a line of text: somebody writes it down first. Variable: `number`."""
