"""What is refused, as a tree of classes. `AlreadyCounted` is the text `refused-already-counted` in every catalog."""

from __future__ import annotations

import re

_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


class Refused(Exception):
    """Expected and answered, in the person's language; anything else that is raised is a bug.

    Keyword arguments become the variables of the text: numbers of wishes as strings, counts as integers.
    """

    def __init__(self, **args: str | int) -> None:
        super().__init__(type(self).__name__)
        self.variables: dict[str, str | int] = args

    @classmethod
    def text_key(cls) -> str:
        return "refused-" + _WORD_START.sub("-", cls.__name__).lower()


class NotAllowed(Refused):
    """The role may not do this."""


class NotListedYet(Refused):
    """Speaking for a body needs a line in config.yaml. Variable: `id`, the person's Telegram id."""


class ChatNotBound(Refused):
    """This group belongs to no estate yet."""


class BotNotInGroup(Refused):
    """The person's building chat has no bot in it (any more)."""


class NotAResident(Refused):
    """The person is not known from any building chat."""


class OnlyInPrivate(Refused):
    """This is done in the private chat."""


class OnlyInGroup(Refused):
    """This is done in a group."""


class OnlyInBuildingGroup(Refused):
    """This is done in a building's group, not in a staff chat."""


class UnknownCommand(Refused):
    """No such command. Variable: `command`."""


class UnknownButton(Refused):
    """The button belongs to nothing that is known."""


class ButtonTooOld(Refused):
    """The window is simply old; a fresh one follows."""


class NotYourButton(Refused):
    """The dialog belongs to somebody else."""


class WishNotFound(Refused):
    """Variable: `number`."""


class WishGone(Refused):
    """A button of a wish that is not there, or not for these eyes."""


class WishClosed(Refused):
    """The wish has ended: done, declined, answered or withdrawn. Variable: `number`."""


class AlreadyCounted(Refused):
    """Pressing again counts nothing. Variable: `number`."""


class NotCounted(Refused):
    """Nothing to take back. Variable: `number`."""


class OwnWish(Refused):
    """The author is already with it. Variable: `number`."""


class AlreadyTaken(Refused):
    """Somebody has it in hand. Variables: `number`, `name`."""


class NotTakenByYou(Refused):
    """Only who took it hands it back. Variable: `number`."""


class AlreadyThanked(Refused):
    """One thank-you a person. Variable: `number`."""


class NothingToThank(Refused):
    """The wish is not done. Variable: `number`."""


class EmptyWords(Refused):
    """Words are needed."""


class TooLong(Refused):
    """Variables: `max_chars`, `chars`."""


class TooShort(Refused):
    """Variable: `min_chars`."""


class NotAChoice(Refused):
    """Pick one of the buttons."""


class NothingChosen(Refused):
    """At least one must be chosen."""


class NotADate(Refused):
    """Not understood as a date. Variable: `words`."""


class DateInPast(Refused):
    """A promised date lies ahead. Variable: `words`."""


class DateTooFar(Refused):
    """Variable: `days`, the farthest number of days ahead."""


class NotAPhoto(Refused):
    """A photo is needed here."""


class WordsExpected(Refused):
    """A picture came where words were asked."""


class TooManyPhotos(Refused):
    """Variable: `most`."""


class NothingToGoBackTo(Refused):
    """This is the first question."""


class CannotSkip(Refused):
    """This question needs an answer."""


class NothingOpen(Refused):
    """Nothing to cancel."""


class DialogExpired(Refused):
    """The dialog was closed after a day without an answer."""


class UnknownLanguage(Refused):
    """Not a language of the catalogs. Variable: `words`."""


class UnknownPlace(Refused):
    """The words name no building. Variable: `words`."""


class UnknownEstate(Refused):
    """No estate of this key in config.yaml. Variable: `words`."""


class GroupLanguageIsTheStaffs(NotAllowed):
    """A neighbour would change the language of a group; their own is chosen in private."""


class StaleDeepLink(Refused):
    """The link's code is not known (any more)."""


class AnonymousAdministrator(Refused):
    """An administrator who hides behind the group: nobody can be told apart there."""


class OnlyWordsAndPhotos(Refused):
    """A voice note, sticker or file: this version takes words and photos."""


class IntakeNotOpen(Refused):
    """Wishes are not taken yet: the staff try it first. Variable: `estate`."""


class IntakePaused(Refused):
    """Wishes waited and nobody acted, so no more are taken. Variable: `estate`."""


class TrialOver(Refused):
    """The trial has ended; wishes are taken."""


class TriedAlready(Refused):
    """This person gave their trial answer; another is needed."""


class ChatBoundAlready(Refused):
    """The group belongs to an estate; it is changed with /bind."""


class NotYoursToBind(Refused):
    """Neither an administrator of the group nor listed."""


class StaffChatNeedsListed(Refused):
    """A staff chat is tied by somebody listed. Variable: `id`, the person's Telegram id."""


class NobodyToAsk(Refused):
    """The estate has no staff chat that could say whether a group is theirs. Variable: `id`."""


class AskedEnough(Refused):
    """The staff said no lately, or have enough questions of this person before them."""


class BindingSettled(Refused):
    """Somebody answered the question about this group before."""


class AlreadyInYourHands(Refused):
    """They have it in hand themselves. Variable: `number`."""


class FiledJustNow(Refused):
    """The same words by the same person a moment ago. Variables: `number`, `wish_id`."""


class NotYourWish(Refused):
    """Only its author says that it is the same as another."""


class SameWish(Refused):
    """A wish is no duplicate of itself, or of one that has gone."""
