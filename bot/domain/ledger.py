"""The open ledger (公开账本): what bodies decided, took in, spent and own. Entries are never changed.

Pure: time is passed in, nothing is stored here. One that was wrong is corrected by a further one, which refers to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain import ledger_refusals as refusals
from bot.domain.people import Body, Estate, Speaker
from bot.domain.project_refusals import ReasonNeeded, TooMuchMoney

MAX_WORDS_CHARS = 1000
MAX_REASON_CHARS = 300
MOST_FILES = 10
EARLIEST = date(1990, 1, 1)  #: whoever writes an earlier day mistyped
#: Cents of one sum. A ledger of a hundred thousand of these still fits into 64 bits.
MOST_CENTS = 10**13
CATEGORY_KEY = re.compile(r"[a-z][a-z0-9-]{0,15}")


class EntryKind(StrEnum):
    DECISION = "decision"  #: without a sum
    INCOME = "income"
    EXPENSE = "expense"
    ASSET = "asset"  #: what is owned, at what it is worth, which may be nothing


#: In whose name there are entries. A property company keeps its own books; a moderator is a neighbour.
PUBLISHERS = (Body.COMMITTEE, Body.OWNERS)


@dataclass(frozen=True, slots=True)
class LedgerCategory:
    """What an entry is about, as config.yaml offers it. A name that is None is the one that comes along."""

    key: str
    bodies: tuple[Body, ...] = PUBLISHERS
    zh: str | None = None
    en: str | None = None

    @property
    def text_key(self) -> str:
        return f"ledger-category-{self.key}"


SHIPPED_CATEGORIES = (
    LedgerCategory("affairs", (Body.COMMITTEE,)),
    LedgerCategory("welfare", (Body.COMMITTEE,)),
    LedgerCategory("activities", (Body.COMMITTEE,)),
    LedgerCategory("common-income", (Body.OWNERS,)),
    LedgerCategory("repair-fund", (Body.OWNERS,)),
    LedgerCategory("owners-meeting", (Body.OWNERS,)),
    LedgerCategory("other"),
)


def categories_of(estate: Estate, body: Body) -> tuple[LedgerCategory, ...]:
    """Those in which this body publishes."""
    return tuple(each for each in estate.ledger or SHIPPED_CATEGORIES if body in each.bodies)


@dataclass(frozen=True, slots=True)
class EntryFile:
    """A document or a photo of an entry. `name`: the document's, with its ending; "" for a photo."""

    key: str  #: of `files`
    name: str = ""

    @property
    def is_photo(self) -> bool:
        return not self.name


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody says who publishes. `cents`: None for a decision, and for nothing else."""

    kind: EntryKind
    category: str
    cents: int | None
    day: date
    words: str
    files: tuple[EntryFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    estate_key: str
    number: int  #: counted within the estate from 1
    draft: Draft
    by: Speaker
    at: datetime  #: when it was published
    corrects: int | None = None  #: number of the entry in whose place it stands
    corrected_by: int | None = None  #: number of the one that stands in its place
    reason: str = ""  #: why the other one was wrong
    cancels: bool = False  #: the other one never should have been: this one counts for nothing

    @property
    def stands(self) -> bool:
        """It is the newest word on its matter."""
        return self.corrected_by is None


def check(draft: Draft, *, body: Body, offered: Sequence[LedgerCategory], today: date) -> None:
    """Let what is to be published pass.

    Raises:
        NotACategory: none that this body publishes in.
        AmountNeeded: money or an asset without a sum, or income or expense of nothing.
        DecisionHasNoAmount: a decision with one.
        TooMuchMoney: beyond what any estate will see.
        EntryDayAhead, EntryDayTooOld: the day has not come, or is one that nobody means.
        TooManyFiles: more than `MOST_FILES`.
    """
    if not any(each.key == draft.category and body in each.bodies for each in offered):
        raise refusals.NotACategory(words=draft.category)
    check_amount(draft.kind, draft.cents)
    check_day(draft.day, today=today)
    if len(draft.files) > MOST_FILES:
        raise refusals.TooManyFiles(most=MOST_FILES)


def check_amount(kind: EntryKind, cents: int | None) -> None:
    """Raises AmountNeeded, DecisionHasNoAmount, TooMuchMoney."""
    if kind is EntryKind.DECISION:
        if cents is not None:
            raise refusals.DecisionHasNoAmount
        return
    if cents is None or cents < 0 or (cents == 0 and kind is not EntryKind.ASSET):
        raise refusals.AmountNeeded
    if cents > MOST_CENTS:
        raise TooMuchMoney


def check_day(day: date, *, today: date) -> None:
    """Raises EntryDayAhead, EntryDayTooOld."""
    if day > today:
        raise refusals.EntryDayAhead
    if day < EARLIEST:
        raise refusals.EntryDayTooOld(year=str(EARLIEST.year))


#: A day named by its month and nothing else: neither with its year nor as seen from today.
_OF_A_MONTH = re.compile(
    r"(?<!下)(?<!下个)[\d一二三四五六七八九十]{1,2}月|\b\d{1,2}[/.]\d{1,2}\b|\b[a-z]{3,9}\.?\b", re.IGNORECASE
)
_SEEN_FROM_TODAY = re.compile(r"\d{4}|[明后後]|下|\b(?:next|in|tomorrow|days?|weeks?|months?|today)\b", re.IGNORECASE)


def last_such(day: date, words: str, *, today: date) -> date:
    """The day that these words name in a ledger: one without a year is the last such day, not the next one."""
    if day <= today or not _OF_A_MONTH.search(words) or _SEEN_FROM_TODAY.search(words):
        return day
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day


def check_corrects(old: Entry, *, by: Speaker, newest: int) -> None:
    """Whether this entry may be corrected by them. `newest`: number of the one that stands in its place by now.

    Raises:
        NotThePublisher: it was published in another body's name.
        AlreadyCorrected: something stands in its place already; that may be corrected.
    """
    if by.body is not old.by.body:
        raise refusals.NotThePublisher(body=old.by.body.value)
    if not old.stands:
        raise refusals.AlreadyCorrected(number=str(old.number), newest=str(newest))


def correct(old: Entry, draft: Draft, *, by: Speaker, reason: str, newest: int) -> None:
    """Let a correction pass; what it says has been looked at by `check`.

    Raises:
        NotThePublisher, AlreadyCorrected: see `check_corrects`.
        ReasonNeeded: nobody would know why.
        SameEntry: it says what the old one says.
    """
    check_corrects(old, by=by, newest=newest)
    if not reason.strip():
        raise ReasonNeeded
    if draft == old.draft and not old.cancels:
        raise refusals.SameEntry


def cancelled(old: Entry) -> Draft:
    """What stands in place of an entry that never should have been: the same, and nothing of money.

    Raises:
        SameEntry: it is cancelled.
    """
    if old.cancels:
        raise refusals.SameEntry
    cents = None if old.draft.kind is EntryKind.DECISION else 0
    return replace(old.draft, cents=cents, files=())


# ---- what counts ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Totals:
    """Cents of the entries that stand."""

    income: int = 0
    expense: int = 0
    assets: int = 0

    @property
    def balance(self) -> int:
        return self.income - self.expense


def newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those of them that no other one corrects, in their order."""
    all_of_them = tuple(entries)
    wrong = {each.corrects for each in all_of_them}
    return tuple(each for each in all_of_them if each.number not in wrong)


def totals(entries: Iterable[Entry]) -> Totals:
    """Of one estate's entries; what was corrected counts no more."""
    sums = dict.fromkeys(EntryKind, 0)
    for each in newest(entries):
        sums[each.draft.kind] += each.draft.cents or 0
    return Totals(sums[EntryKind.INCOME], sums[EntryKind.EXPENSE], sums[EntryKind.ASSET])


# ---- questions ------------------------------------------------------------------------------------------------------

MAX_QUESTION_CHARS = 300
MAX_ANSWER_CHARS = 600
MOST_OPEN_QUESTIONS = 3  #: of one person in an estate


@dataclass(frozen=True, slots=True)
class EntryQuestion:
    """What a neighbour asks of an entry, and what its publisher answers: both for everybody to read."""

    id: int
    entry_id: int
    asker_id: int
    name: str  #: "" : without a name
    words: str
    asked_at: datetime
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: Speaker | None = None
    folded: bool = False  #: those who answer took it out of sight

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and not self.folded


def check_ask(open_questions: int) -> None:
    """Raises TooManyQuestions: so many of theirs wait for an answer."""
    if open_questions >= MOST_OPEN_QUESTIONS:
        raise refusals.TooManyQuestions(most=MOST_OPEN_QUESTIONS)


def check_answer(question: EntryQuestion, entry: Entry, *, by: Speaker) -> None:
    """Raises NotThePublisher, EntryQuestionAnswered, EntryQuestionFolded."""
    if by.body is not entry.by.body:
        raise refusals.NotThePublisher(body=entry.by.body.value)
    if question.answered_at is not None:
        raise refusals.EntryQuestionAnswered
    if question.folded:
        raise refusals.EntryQuestionFolded
