"""What a notice is about, read as it stands when it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.amendments import Addition, Withdrawal
from bot.domain.claiming import Claim
from bot.domain.clocks import Missed, moved_by
from bot.domain.deliberations import Contribution, Deliberation
from bot.domain.filed_for import FiledFor
from bot.domain.items import Item
from bot.domain.notices import (
    AnswerTooLate,
    AuthorAsked,
    CheckWanted,
    ClaimReminded,
    ClaimThanked,
    DayMissed,
    DeliberationOpened,
    FilingPaused,
    FilingResumed,
    HearingAnswered,
    HearingAsked,
    MatchAsked,
    MinutesOverdue,
    MinutesWritten,
    NeighbourToTell,
    Notice,
    OfClaims,
    ProjectMoved,
    QuarrelTold,
    ReturnedTwice,
    StatementMade,
    VerdictAsked,
    VoiceWritten,
    WishAmended,
    WishAnswered,
    WishCameBack,
    WishChanged,
    WishFiled,
    WishGathered,
    WishPlanned,
    WishReturned,
    WishRuled,
    WishSaidTwice,
    WishThanked,
    WishWithdrawn,
)
from bot.domain.pauses import Pause
from bot.domain.people import Estate, Person
from bot.domain.projects import Project, ProjectStep
from bot.domain.quarrels import Quarrel
from bot.domain.questions import Question
from bot.domain.statements import Statement
from bot.domain.takedowns import TakedownStep
from bot.domain.verdicts import Asking
from bot.domain.voices import Transcript
from bot.domain.wishes import Answer, Wish
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Facts:
    """What a notice is about, as it stands when it is told. `person`: who thanked, or who is to know."""

    wish: Wish
    answer: Answer | None = None
    person: Person | None = None
    question: Question | None = None
    pause: Pause | None = None
    zone: ZoneInfo | None = None  #: of the wish's estate
    step: TakedownStep | None = None
    statement: Statement | None = None
    addition: Addition | None = None
    withdrawal: Withdrawal | None = None
    filed_for: FiledFor | None = None  #: the wish was filed for a neighbour
    transcript: Transcript | None = None
    parts: Sequence[Wish] = ()  #: what it gathers
    other: Wish | None = None  #: the one that says the same, or may
    asking: Asking | None = None  #: whether it is done
    claim: Claim | None = None
    overdue: bool = False  #: the day of that claim went by
    project: Project | None = None
    item: Item | None = None  #: of the plan
    project_step: ProjectStep | None = None
    estate: Estate | None = None
    missed: Missed | None = None  #: a day
    moved_from: date | None = None  #: the day that this answer moved
    deliberation: Deliberation | None = None
    contribution: Contribution | None = None  #: what was said in it
    quarrel: Quarrel | None = None
    quarrel_news: str = ""  #: what is told about it

    def answered(self) -> Answer:
        if self.answer is None:
            raise LookupError("this notice is about no answer")
        return self.answer

    def named(self) -> Person:
        if self.person is None:
            raise LookupError("this notice names nobody")
        return self.person


async def facts_of(notice: Notice, uow: UnitOfWork, *, estates: Mapping[str, Estate]) -> Facts:
    """Raises LookupError: what it is about is not there any more."""
    facts = await _facts(notice, uow)
    estate = estates.get(facts.wish.estate_key)
    return replace(facts, zone=estate.time_zone, estate=estate) if estate else facts


async def _facts(notice: Notice, uow: UnitOfWork) -> Facts:
    wish = await uow.wishes.get(notice.wish_id)
    if isinstance(notice, OfClaims):
        return await _about_claim(wish, notice, uow)
    match notice:
        case WishAnswered() | NeighbourToTell():
            answer = await uow.answers.get(notice.answer_id)
            moved_from = moved_by(await uow.course.of(wish.id), answer.id)
            return Facts(wish, answer=answer, filed_for=await uow.filed_for.of(wish.id), moved_from=moved_from)
        case WishThanked():
            answer = await uow.answers.get(notice.answer_id)
            return Facts(wish, answer=answer, person=await uow.people.get(notice.person_id))
        case AnswerTooLate():
            return Facts(wish, person=await uow.people.get(notice.person_id))
        case AuthorAsked():
            question = await uow.questions.get(notice.question_id)
            other = None if question.same_as is None else await uow.wishes.get(question.same_as)
            return Facts(wish, question=question, filed_for=await uow.filed_for.of(wish.id), other=other)
        case FilingPaused() | FilingResumed():
            return Facts(wish, pause=await uow.filing_pauses.get(notice.pause_id))
        case WishRuled():
            return Facts(wish, step=await uow.takedowns.get(notice.step_id))
        case StatementMade():
            return Facts(wish, statement=await uow.statements.get(notice.statement_id))
        case WishAmended():
            return Facts(wish, addition=await uow.amendments.get_addition(notice.addition_id))
        case WishWithdrawn():
            return Facts(wish, withdrawal=await uow.amendments.withdrawal(wish.id))
        case VoiceWritten():
            return Facts(wish, transcript=await uow.transcripts.of(wish.id))
        case WishGathered():
            return Facts(wish, parts=await uow.gathered.parts_of(wish.id))
        case DayMissed():
            return Facts(wish, missed=await uow.misses.get(notice.missed_id))
        case ClaimThanked():
            claim = await uow.wish_claims.get(notice.claim_id)
            return Facts(wish, claim=claim, person=await uow.people.get(notice.person_id))
        case MatchAsked():
            return Facts(wish, other=await uow.wishes.get(notice.offer_id))
        case QuarrelTold():
            return Facts(wish, quarrel=await uow.quarrels.get(notice.quarrel_id), quarrel_news=notice.news)
        case WishSaidTwice():
            return Facts(wish, other=await uow.wishes.get(notice.other_id))
        case VerdictAsked() | WishReturned() | ReturnedTwice():
            asking = await uow.verdicts.get(notice.asking_id)
            return Facts(wish, answer=await uow.answers.get(asking.answer_id), asking=asking)
        case DeliberationOpened() | MinutesWritten() | MinutesOverdue():
            return Facts(wish, deliberation=await uow.deliberations.get(notice.deliberation_id))
        case HearingAsked() | HearingAnswered():
            said = await uow.deliberations.contribution(notice.contribution_id)
            argued = await uow.deliberations.get(said.deliberation_id)
            return Facts(wish, deliberation=argued, contribution=said)
        case ProjectMoved():
            step = await uow.projects.step(notice.step_id)
            return Facts(wish, project=await uow.projects.get(step.project_id), project_step=step)
        case WishPlanned():
            return Facts(wish, item=await uow.items.get(notice.item_id))
        case WishFiled() | WishChanged() | CheckWanted() | WishCameBack():
            return Facts(wish)


async def _about_claim(wish: Wish, notice: OfClaims, uow: UnitOfWork) -> Facts:
    """`person`: who claims."""
    claim = await uow.wish_claims.get(notice.claim_id)
    overdue = isinstance(notice, ClaimReminded) and notice.overdue
    person, filed = await uow.people.get(claim.claimer_id), await uow.filed_for.of(wish.id)
    return Facts(wish, claim=claim, person=person, filed_for=filed, overdue=overdue)
