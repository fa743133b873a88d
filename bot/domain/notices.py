"""What has happened, as past facts. `delivery/notices.py` says who hears each of them, and how."""

from __future__ import annotations

import msgspec


class WishFiled(msgspec.Struct, frozen=True, tag="wish-filed"):
    """A wish got its number: its card goes to the group (unless committee-only) and to the staff chat."""

    wish_id: int


class WishChanged(msgspec.Struct, frozen=True, tag="wish-changed"):
    """Counts or hands changed: the cards are drawn anew, nobody is written to."""

    wish_id: int


class WishAnswered(msgspec.Struct, frozen=True, tag="wish-answered"):
    """A body answered: the cards change; author and followers are told once each, in private."""

    wish_id: int
    answer_id: int


class AnswerTooLate(msgspec.Struct, frozen=True, tag="answer-too-late"):
    """The wish was closed while an answer was held: the answer is gone, and who gave it is told."""

    wish_id: int
    person_id: int


class WishThanked(msgspec.Struct, frozen=True, tag="wish-thanked"):
    """A neighbour said thanks: who reported it done is told."""

    wish_id: int
    answer_id: int
    person_id: int


class AuthorAsked(msgspec.Struct, frozen=True, tag="author-asked"):
    """The staff asks the author of a wish something: they are told in private, if they can be."""

    wish_id: int
    question_id: int


class FilingPaused(msgspec.Struct, frozen=True, tag="filing-paused"):
    """The author of a wish files nothing new for a while: they are told why and until when."""

    wish_id: int
    pause_id: int


class FilingResumed(msgspec.Struct, frozen=True, tag="filing-resumed"):
    """A pause was lifted: its author is told."""

    wish_id: int
    pause_id: int


class WishRuled(msgspec.Struct, frozen=True, tag="wish-ruled"):
    """A wish was folded, restored, removed or its contest turned down: the cards change, its author is told."""

    wish_id: int
    step_id: int


class CheckWanted(msgspec.Struct, frozen=True, tag="check-wanted"):
    """A wish waits for a ruling: the moderators of its building are told in private."""

    wish_id: int


class StatementMade(msgspec.Struct, frozen=True, tag="statement-made"):
    """A body put a statement on a card: author and followers are told."""

    wish_id: int
    statement_id: int


class WishAmended(msgspec.Struct, frozen=True, tag="wish-amended"):
    """The author added to their wish: followers are told, and who has it in hand."""

    wish_id: int
    addition_id: int


class WishWithdrawn(msgspec.Struct, frozen=True, tag="wish-withdrawn"):
    """The author withdrew the wish, and the minutes for taking that back are over: followers are told."""

    wish_id: int


class WishCameBack(msgspec.Struct, frozen=True, tag="wish-came-back"):
    """A wish was put off until today, and is open again: its staff, author and followers are told."""

    wish_id: int


class DayMissed(msgspec.Struct, frozen=True, tag="day-missed"):
    """A day passed, and the days after it: whoever is listed one level up is told."""

    wish_id: int
    missed_id: int


class VerdictAsked(msgspec.Struct, frozen=True, tag="verdict-asked"):
    """A wish is reported done, or was some weeks ago: each of those affected is asked in private, if they can be."""

    wish_id: int
    asking_id: int


class WishReturned(msgspec.Struct, frozen=True, tag="wish-returned"):
    """Those affected said "not yet": author and followers are told until when the body has time."""

    wish_id: int
    asking_id: int


class ReturnedTwice(msgspec.Struct, frozen=True, tag="returned-twice"):
    """A wish came back once more: the committee is told in private that a deliberation or a level up is due."""

    wish_id: int
    asking_id: int


class DeliberationOpened(msgspec.Struct, frozen=True, tag="deliberation-opened"):
    """A wish is argued through: author, followers, who sees it differently, and the voices asked are told."""

    wish_id: int
    deliberation_id: int


class MinutesWritten(msgspec.Struct, frozen=True, tag="minutes-written"):
    """What came of a deliberation: everybody who took a side is told, and the author."""

    wish_id: int
    deliberation_id: int


class MinutesOverdue(msgspec.Struct, frozen=True, tag="minutes-overdue"):
    """A deliberation is over for days and has no minutes: who opened it and the committee are told."""

    wish_id: int
    deliberation_id: int


class HearingAsked(msgspec.Struct, frozen=True, tag="hearing-asked"):
    """A resident asks something at a hearing: the officer who answers is told."""

    wish_id: int
    contribution_id: int


class HearingAnswered(msgspec.Struct, frozen=True, tag="hearing-answered"):
    """The officer answered: who asked is told."""

    wish_id: int
    contribution_id: int


class ClaimToVouch(msgspec.Struct, frozen=True, tag="claim-to-vouch"):
    """Whoever claims a wish is not known yet: the building's captains are asked in private, beside the staff chat."""

    wish_id: int
    claim_id: int


class ClaimAsked(msgspec.Struct, frozen=True, tag="claim-asked"):
    """Somebody would do it by a day: its wisher is asked, and later reminded once."""

    wish_id: int
    claim_id: int


class ClaimAccepted(msgspec.Struct, frozen=True, tag="claim-accepted"):
    """The wisher said yes: the claimer learns it, and whom it is for."""

    wish_id: int
    claim_id: int


class ClaimEnded(msgspec.Struct, frozen=True, tag="claim-ended"):
    """A claim came to an end that its claimer did not bring about: they are told, kindly."""

    wish_id: int
    claim_id: int


class ClaimHandedBack(msgspec.Struct, frozen=True, tag="claim-handed-back"):
    """The claimer cannot do it, or has it no more: its wisher is told that it is open again."""

    wish_id: int
    claim_id: int


class ClaimReminded(msgspec.Struct, frozen=True, tag="claim-reminded"):
    """The claimer's day comes, or went by: they are reminded, or asked, once each."""

    wish_id: int
    claim_id: int
    overdue: bool


class ClaimReported(msgspec.Struct, frozen=True, tag="claim-reported"):
    """The claimer says that it is done: its wisher is asked, and later reminded once."""

    wish_id: int
    claim_id: int


class ClaimNotYet(msgspec.Struct, frozen=True, tag="claim-not-yet"):
    """Its wisher says that it is not done yet: the claimer hears until when they have time."""

    wish_id: int
    claim_id: int


class ClaimPutOff(msgspec.Struct, frozen=True, tag="claim-put-off"):
    """The claimer needs a later day: its wisher is told, in private."""

    wish_id: int
    claim_id: int


class ClaimConfirmed(msgspec.Struct, frozen=True, tag="claim-confirmed"):
    """Its wisher says that it is done: the claimer is thanked."""

    wish_id: int
    claim_id: int


class WishFulfilled(msgspec.Struct, frozen=True, tag="wish-fulfilled"):
    """Neighbours did what somebody wanted: those who follow it are told."""

    wish_id: int
    claim_id: int


class ClaimThanked(msgspec.Struct, frozen=True, tag="claim-thanked"):
    """A neighbour said thanks for what another did: that one is told."""

    wish_id: int
    claim_id: int
    person_id: int


class MatchAsked(msgspec.Struct, frozen=True, tag="match-asked"):
    """A neighbour wants what somebody offers: who offers is asked, in private, without a name."""

    wish_id: int
    offer_id: int


class WishPlanned(msgspec.Struct, frozen=True, tag="wish-planned"):
    """A wish is in an item of the plan: author and followers are told, of each item once."""

    wish_id: int
    item_id: int


class QuarrelTold(msgspec.Struct, frozen=True, tag="quarrel-told"):
    """Something about a quarrel is said to one of its sides or to a mediator, in private. `news`: a `QuarrelNews`."""

    wish_id: int
    quarrel_id: int
    news: str


class ProjectMoved(msgspec.Struct, frozen=True, tag="project-moved"):
    """A project that came of a wish took a step which answers nothing: its author and followers are told."""

    wish_id: int
    step_id: int


class NeighbourToTell(msgspec.Struct, frozen=True, tag="neighbour-to-tell"):
    """A wish filed for a neighbour was answered: whoever filed it passes the answer on."""

    wish_id: int
    answer_id: int


class VoiceWritten(msgspec.Struct, frozen=True, tag="voice-written"):
    """Somebody wrote a line for a voice note: its card goes out as the author chose, and the author is told it."""

    wish_id: int


class WishGathered(msgspec.Struct, frozen=True, tag="wish-gathered"):
    """A wish of the whole building says what others say of its floors: those who filed or follow them are told."""

    wish_id: int


class WishSaidTwice(msgspec.Struct, frozen=True, tag="wish-said-twice"):
    """The author ended a wish as the same as another: who follows it is asked whether they follow that one too."""

    wish_id: int
    other_id: int


OfClaims = (
    ClaimToVouch
    | ClaimAsked
    | ClaimAccepted
    | ClaimEnded
    | ClaimHandedBack
    | ClaimReminded
    | ClaimReported
    | ClaimNotYet
    | ClaimPutOff
    | ClaimConfirmed
    | WishFulfilled
)

Notice = (
    WishFiled
    | WishChanged
    | WishAnswered
    | AnswerTooLate
    | WishThanked
    | WishRuled
    | CheckWanted
    | StatementMade
    | WishAmended
    | WishWithdrawn
    | AuthorAsked
    | FilingPaused
    | FilingResumed
    | OfClaims
    | ClaimThanked
    | MatchAsked
    | QuarrelTold
    | NeighbourToTell
    | WishCameBack
    | DayMissed
    | VerdictAsked
    | WishReturned
    | ReturnedTwice
    | DeliberationOpened
    | MinutesWritten
    | MinutesOverdue
    | HearingAsked
    | HearingAnswered
    | ProjectMoved
    | WishPlanned
    | VoiceWritten
    | WishGathered
    | WishSaidTwice
)
