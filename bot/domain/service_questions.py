"""What residents ask about a service, and what comes back: to who asked, and, if it helps, to everybody. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain import attention, errors, workdays
from bot.domain.directory_refusals import ServiceAnswerOut, ServiceQuestionAnswered, TooManyServiceQuestions
from bot.domain.people import Estate, Speaker

MAX_QUESTION_CHARS = 200
MAX_ANSWER_CHARS = 400
MOST_OPEN = 3  #: questions of one person that nobody answered yet


class QuestionState(StrEnum):
    OPEN = "open"
    HELD = "held"  #: answered; it can be taken back, and only the staff sees it
    OUT = "out"


@dataclass(frozen=True, slots=True)
class ServiceQuestion:
    id: int
    service_id: int
    estate_key: str
    asker_id: int  #: person id; told to nobody
    words: str
    asked_at: datetime
    due_on: date | None  #: the working day by whose end it should be answered; None: within no year
    state: QuestionState = QuestionState.OPEN
    answer: str | None = None
    by: Speaker | None = None
    by_id: int | None = None  #: person id of who answered
    answered_at: datetime | None = None
    out_at: datetime | None = None  #: when the answer is out; never in the quiet hours
    shown: bool = False  #: with the service, for everybody, once it is out
    told: bool = False  #: who asked has the answer


def due_on(asked_at: datetime, estate: Estate) -> date | None:
    """The estate's working day by which a question should be answered."""
    days = estate.directory.question_after_days
    return workdays.nth_after(estate.local(asked_at).date(), days, workdays=estate.workdays)


def is_overdue(question: ServiceQuestion, *, today: date) -> bool:
    """Nobody answered it for as many working days as an answer may take."""
    return question.state is QuestionState.OPEN and question.due_on is not None and question.due_on < today


def check_ask(open_already: int) -> None:
    """Raises TooManyServiceQuestions: this person's others wait."""
    if open_already >= MOST_OPEN:
        raise TooManyServiceQuestions(most=MOST_OPEN)


def answered(
    question: ServiceQuestion, *, words: str, shown: bool, by: Speaker, by_id: int, now: datetime, estate: Estate
) -> ServiceQuestion:
    """Return it with its answer, held for a moment, and over the night.

    Raises:
        ServiceQuestionAnswered: somebody was quicker.
    """
    if question.state is not QuestionState.OPEN:
        raise ServiceQuestionAnswered(name=question.by.name if question.by else "")
    courtesy = estate.courtesy
    out_at = attention.awake(now + courtesy.answer_hold, zone=estate.time_zone, courtesy=courtesy)
    return replace(
        question,
        state=QuestionState.HELD,
        answer=words,
        by=by,
        by_id=by_id,
        answered_at=now,
        out_at=out_at,
        shown=shown,
        told=False,
    )


def taken_back(question: ServiceQuestion, *, person_id: int) -> ServiceQuestion:
    """Return it as it was before it was answered.

    Raises:
        ServiceAnswerOut: who asked has the answer, or there is none.
        NotYourAnswer: somebody else gave it.
    """
    if question.state is not QuestionState.HELD:
        raise ServiceAnswerOut
    if question.by_id != person_id:
        raise errors.NotYourAnswer(name=question.by.name if question.by else "")
    return replace(
        question,
        state=QuestionState.OPEN,
        answer=None,
        by=None,
        by_id=None,
        answered_at=None,
        out_at=None,
        shown=False,
    )


def let_out(question: ServiceQuestion, *, told: bool) -> ServiceQuestion:
    """Return it with its answer out. `told`: who asked could be written to."""
    return replace(question, state=QuestionState.OUT, told=told)
