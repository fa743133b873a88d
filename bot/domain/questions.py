"""What the staff asks the author of a wish through the bot, without learning who it is. Pure.

One question has its answers given with it: whether the wish says the same as another. Only its author can say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import errors
from bot.domain.desk_refusals import SaidNotTheSame
from bot.domain.people import Body

MAX_CHARS = 500  #: of a question, and of what is said to it
ASK_AGAIN_AFTER = timedelta(days=3)  #: a question that was left lying is in nobody's way any more


@dataclass(frozen=True, slots=True)
class Question:
    id: int
    wish_id: int
    asker_id: int  #: person id
    asker_name: str
    asker_body: Body
    words: str
    asked_at: datetime
    told: bool  #: the author has it in private; otherwise the wish's public card says that there is one
    answer: str | None = None
    photo: str | None = None  #: key of `files`
    answered_at: datetime | None = None
    same_as: int | None = None  #: id of the wish which this one may be the same as: that is what is asked
    is_same: bool | None = None  #: the author's answer to that

    @property
    def is_open(self) -> bool:
        return self.answered_at is None

    @property
    def is_declined(self) -> bool:
        """The author said that they would rather not say; they may still."""
        unsaid = self.same_as is None and self.answer is None and self.photo is None
        return self.answered_at is not None and unsaid


def check_ask(questions: tuple[Question, ...], *, number: int, now: datetime) -> None:
    """Let the staff ask about this wish, or refuse. `questions`: those asked about it before.

    Raises:
        AlreadyAsked: one was asked less than `ASK_AGAIN_AFTER` ago and is open.
    """
    if any(each.is_open and now - each.asked_at < ASK_AGAIN_AFTER for each in questions):
        raise errors.AlreadyAsked(number=str(number))


def check_reply(question: Question, *, author_id: int, person_id: int, number: int) -> None:
    """Let this person answer, or refuse. Having declined is no end: second thoughts are welcome.

    Raises:
        NotYourQuestion: somebody else's wish.
        AlreadyReplied: it was answered.
    """
    if author_id != person_id:
        raise errors.NotYourQuestion
    if not question.is_open and not question.is_declined:
        raise errors.AlreadyReplied(number=str(number))


def check_ask_same(questions: tuple[Question, ...], *, other_id: int, number: int, other_number: int) -> None:
    """Let the staff ask whether this wish is the same as another, or refuse.

    Raises:
        SaidNotTheSame: its author said so; they are not asked about these two again.
    """
    if any(each.same_as == other_id and each.is_same is False for each in questions):
        raise SaidNotTheSame(number=str(number), other=str(other_number))
