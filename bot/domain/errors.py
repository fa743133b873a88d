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


class StepNotNow(Refused):
    """As the wish stands, this cannot happen to it. Variable: `number`."""


class WishBeingChecked(Refused):
    """It was reported and is out of sight until somebody has looked. Variable: `number`."""


class WishTakenDown(Refused):
    """A moderator took it down. Variable: `number`."""


class OwnReport(Refused):
    """The author reports their own wish. Variable: `number`."""


class AlreadyLookedAt(Refused):
    """This person's report was looked at, and the wish stayed. Variable: `number`."""


class AlreadyRuled(Refused):
    """Somebody ruled before, or there is nothing to rule on. Variables: `number`, `name` (may be empty)."""


class OwnRuling(Refused):
    """Whoever took a wish down does not turn down its contest. Variable: `number`."""


class NothingToContest(Refused):
    """The wish is not taken down. Variable: `number`."""


class AlreadyContested(Refused):
    """The author contests once. Variable: `number`."""


class NotYourWish(Refused):
    """Only its author changes a wish. Variable: `number`."""


class EditingOver(Refused):
    """Some minutes have passed, or somebody stands by it. Variable: `number`."""


class TooManyAdditions(Refused):
    """Variable: `most`."""


class UndoTooLate(Refused):
    """The minutes for taking it back are over. Variable: `number`."""


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


class NotYourAnswer(Refused):
    """Only who gave an answer takes it back. Variable: `name`."""


class AnswerIsOut(Refused):
    """It cannot be taken back any more: neighbours have seen it. Variable: `number`."""


class AlreadyThanked(Refused):
    """One thank-you a person. Variable: `number`."""


class NothingToThank(Refused):
    """The wish is not done. Variable: `number`."""


class JotUnreadable(Refused):
    """`/jot` on a voice note, sticker or file: there are no words to note."""


class JotTooLong(Refused):
    """Variable: `max_chars`."""


class NotANeighboursMessage(Refused):
    """`/jot` on what a bot, a channel or a hidden administrator wrote: nobody can be asked."""


class JotAsked(Refused):
    """The question stands below that message already. Variable: `name`."""


class NotToAskNow(Refused):
    """Asked today already, or never to be asked: nobody learns which. Variable: `name`."""


class JotOver(Refused):
    """The hour is over, or it was answered: nothing is kept."""


class NotYourJot(Refused):
    """Only the author's press counts. Variable: `name`."""


class DialogInTheWay(Refused):
    """Another dialog is open here and would be lost."""


class TooLateToTakeBack(Refused):
    """Variable: `minutes`."""


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


class OnlyWordsAndPhotos(Refused):
    """A sticker, a film or a file: this version takes words, photos and voice notes."""


class OurOwnWords(Refused):
    """A card or another message of the bot, forwarded to it: nobody's wish."""


class AlreadyAsked(Refused):
    """The author has a question already and has not answered yet. Variable: `number`."""


class NotYourQuestion(Refused):
    """A question for the author of a wish; somebody else opened it."""


class AlreadyReplied(Refused):
    """The question has its answer. Variable: `number`."""


class AlreadyPaused(Refused):
    """A pause made from this wish runs already. Variable: `number`."""


class NotPaused(Refused):
    """Nothing to lift. Variable: `number`."""


class FilingIsPaused(Refused):
    """The person's filing is paused. Variables: `month` (1 to 12) and `day` of the day from which they may again."""


class NoSuchAlarm(Refused):
    """An alarm that is somebody else's, or called off already."""


class NotAVoiceNote(Refused):
    """A piece of music, or a round film: of what is heard only voice notes are taken."""


class VoiceNotTaken(Refused):
    """A voice note came where words or a button are asked."""


class VoiceTooLong(Refused):
    """Variable: `minutes`, the most a voice note may last."""


class NoVoiceHere(Refused):
    """There is no voice note to write down. Variable: `number`."""


class AlreadyWritten(Refused):
    """Somebody was quicker: the voice note has its line. Variable: `number`."""

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


class SameWish(Refused):
    """A wish is no duplicate of itself, or of one that has gone."""
