"""An entry of the open ledger: what it is, about what, how much, when, in which words, with which documents.

Corrections go the same way, beginning with why; what the old entry says is there already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain import dates, ledger, money
from bot.domain.ledger import Draft, Entry, EntryKind, LedgerCategory
from bot.domain.ledger_words import CATEGORY_WORDS, KIND_WORDS
from bot.domain.people import Body
from bot.messages import Actor, Line, Money, Reply, Term
from bot.ports import UnitOfWork
from bot.services import ledger as service
from bot.services import ledger_lines
from conversations.ask_date import AskDate
from conversations.ask_files import AskFiles, files_of, kept_of
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Heed, Option
from conversations.steps import YES, Ask, Choose, Confirm
from conversations.to_all import NO_FACES, warning

ORDER = ("kind", "category", "cents", "day", "words", "files")
VOID = "void"

KINDS = tuple(Option(kind.value, f"ledger-kind-{kind}", words) for kind, words in KIND_WORDS.items())
_PUBLISH = replace(YES, key="button-entry-publish", words=(*YES.words, "公开", "公開", "publish", "publish it"))
_PUBLISH_PHOTOS = replace(NO_FACES, words=(*NO_FACES.words, "公开", "公開", "publish"))
_CHANGES = {
    "cents": Option("cents", "button-entry-amount", ("改金额", "改金額", "change the amount")),
    "day": Option("day", "button-entry-day", ("改日期", "change the date")),
    "words": Option("words", "button-entry-words", ("改文字", "change the words")),
    "category": Option("category", "button-entry-category", ("改分类", "改分類", "change the category")),
    "kind": Option("kind", "button-entry-kind", ("改种类", "改種類", "change the kind")),
    "files": Option(
        "files", "button-entry-other-files", ("改单据", "改文件", "change documents", "change the documents")
    ),
}
_VOID = Option(VOID, "button-entry-void", ("整条作废", "作废", "整條作廢", "cancel the entry", "cancel entry"))


# ---- what is known, and what comes next -----------------------------------------------------------------------------


def given(body: Body, offered: Sequence[LedgerCategory]) -> dict[str, Any]:
    """What is known when an entry begins: in whose name, and the categories of that body."""
    return {"body": body.value, "offered": [[each.key, each.zh or "", each.en or ""] for each in offered]}


def given_correction(entry: Entry, offered: Sequence[LedgerCategory]) -> dict[str, Any]:
    """Likewise of a correction: all that the old entry says. Its category may be offered no more, and stay."""
    draft = entry.draft
    if all(each.key != draft.category for each in offered):
        offered = (*offered, LedgerCategory(draft.category))
    known: dict[str, Any] = {
        "kind": draft.kind.value,
        "category": draft.category,
        "day": draft.day.isoformat(),
        "words": draft.words,
        "files": kept_of(draft.files),
    }
    if draft.cents:  # of a cancelled entry nothing is known of the sum
        known["cents"] = draft.cents
    which = {"entry_id": entry.id, "number": str(entry.number), "cancels": entry.cancels}
    return {**given(entry.by.body, offered), **known, **which}


def _wanted(answers: Answers) -> str:
    """The first question that has no answer yet, else the last look."""
    asked = [name for name in ORDER if name != "cents" or answers.get("kind") != EntryKind.DECISION]
    return next((name for name in asked if name not in answers), "confirm")


def _next(step: str | None, answers: Answers) -> str | None:
    if step == VOID:
        return None
    if step == "confirm":
        chosen = str(answers["confirm"])
        return chosen if chosen in ORDER or chosen == VOID else None
    return _wanted(answers)


def _next_correction(step: str | None, answers: Answers) -> str | None:
    return "reason" if step is None else _next(step, answers)


# ---- the questions --------------------------------------------------------------------------------------------------


def _categories(answers: Answers, context: Context) -> tuple[Option, ...]:
    options = []
    for key, zh, en in answers.get("offered") or ():
        names = (*(name for name in (zh, en) if name), *CATEGORY_WORDS.get(key, ()), key)
        options.append(Option(key, ledger_lines.category(key).key, names))
    return tuple(options)


def _ask_category(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("entry-ask-category", {"body": Term(f"body-{answers['body']}")}),)


def _read_cents(words: str, context: Context) -> int:
    return money.parse(words, zero=True)


class AskCents(Ask):
    """A sum: above nothing, but for an asset."""

    __slots__ = ()

    def put(self, answers: Answers, value: Any) -> dict[str, Any]:
        if value is not None:
            ledger.check_amount(EntryKind(answers["kind"]), value)
        return super().put(answers, value)


def _ask_cents(answers: Answers, context: Context) -> tuple[Line, ...]:
    """Texts: entry-ask-cents-income, -expense, -asset."""
    return (Line(f"entry-ask-cents-{answers['kind']}"),)


class AskPastDay(AskDate):
    """A day that has come. One without a year is the last such day."""

    __slots__ = ()

    def likely(self, today: date) -> tuple[tuple[str, date], ...]:
        last_month = today.replace(day=1) - timedelta(days=1)
        return (
            ("button-today", today),
            ("button-yesterday", today - timedelta(days=1)),
            ("button-end-of-last-month", dates.end_of_month(last_month)),
        )

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        day = ledger.last_such(day, said, today=context.today)
        ledger.check_day(day, today=context.today)
        return Heed(self.put(answers, day.isoformat()))


def draft_of(answers: Answers) -> Draft:
    kind = EntryKind(answers["kind"])
    cents = None if kind is EntryKind.DECISION else int(answers["cents"])
    day = date.fromisoformat(answers["day"])
    return Draft(kind, answers["category"], cents, day, answers["words"], files_of(answers.get("files")))


# ---- the last look --------------------------------------------------------------------------------------------------


def _pictured(answers: Answers) -> bool:
    return any(file.is_photo for file in files_of(answers.get("files")))


def _last_look(answers: Answers, context: Context) -> tuple[Option, ...]:
    changes = [
        option for name, option in _CHANGES.items() if name != "cents" or answers.get("kind") != EntryKind.DECISION
    ]
    void = (_VOID,) if answers.get("entry_id") and not answers.get("cancels") else ()
    return (_PUBLISH_PHOTOS if _pictured(answers) else _PUBLISH, *changes, *void)


@dataclass(frozen=True, slots=True)
class LastLook(Confirm):
    """Typed, "没有" skips at every question: to the one about faces it is the answer."""

    def may_be_skipped(self, answers: Answers) -> bool:
        return _pictured(answers)

    def offers_skip(self, answers: Answers) -> bool:
        return False

    def skipped(self, answers: Answers) -> Answers:
        return self.put(answers, YES.value)


def _said(answers: Answers) -> list[Line]:
    draft = draft_of(answers)
    lines = list(ledger_lines.draft_lines(draft))
    if draft.files:
        lines.append(Line("entry-files", {"n": len(draft.files)}))
    lines += warning(draft.words)
    if _pictured(answers):
        lines.append(Line("faces-ask"))
    return lines


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    head = Line("entry-preview", {"body": Term(f"body-{answers['body']}")})
    return (head, *_said(answers), Line("entry-preview-forever"))


def _preview_correction(answers: Answers, context: Context) -> tuple[Line, ...]:
    head = Line("entry-preview-correction", {"number": answers["number"]})
    why = Line("entry-why", {"words": answers["reason"]})
    return (head, *_said(answers), why, Line("entry-preview-stays", {"number": answers["number"]}))


def _preview_void(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (
        Line("entry-preview-void", {"number": answers["number"]}),
        Line("entry-why", {"words": answers["reason"]}),
        Line("entry-preview-stays", {"number": answers["number"]}),
    )


def _ask_reason(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("entry-ask-reason", {"number": answers["number"]}),)


async def _publish(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    entry = await service.publish(actor=actor, draft=draft_of(answers), uow=uow, now=now)
    return Reply((Line("entry-published", ledger_lines.args_of(entry)),), buttons=((ledger_lines.look(entry),),))


async def _correct(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    void = answers.get("confirm") == VOID
    entry = await service.correct(
        actor=actor,
        entry_id=int(answers["entry_id"]),
        draft=None if void else draft_of(answers),
        reason=answers["reason"],
        uow=uow,
        now=now,
    )
    key = "entry-voided" if void else "entry-corrected"
    args = {**ledger_lines.args_of(entry), "old": str(entry.corrects)}
    return Reply((Line(key, args),), buttons=((ledger_lines.look(entry),),))


_QUESTIONS = (
    Choose("kind", "entry-ask-kind", options=KINDS, columns=2),
    Choose("category", _ask_category, options=_categories, columns=2),
    AskCents(
        "cents", _ask_cents, max_chars=money.MAX_CHARS, read=_read_cents, show=Money, placeholder="placeholder-amount"
    ),
    AskPastDay("day", "entry-ask-day"),
    Ask("words", "entry-ask-words", max_chars=ledger.MAX_WORDS_CHARS),
    AskFiles("files", "entry-ask-files", most=ledger.MOST_FILES, optional=True),
)

PUBLISH_ENTRY = Dialog(
    "publish-entry",
    version=1,
    steps=(*_QUESTIONS, LastLook("confirm", _preview, options=_last_look, columns=2)),
    done=_publish,
    next=_next,
    hub="confirm",
)

CORRECT_ENTRY = Dialog(
    "correct-entry",
    version=1,
    steps=(
        Ask("reason", _ask_reason, max_chars=ledger.MAX_REASON_CHARS),
        *_QUESTIONS,
        LastLook("confirm", _preview_correction, options=_last_look, columns=2),
        Confirm("void", _preview_void),
    ),
    done=_correct,
    next=_next_correction,
    hub="confirm",
)
