"""A body's answer to a wish: what kind, by when, in which words, with which pictures; a last look, and it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.buttons import data
from bot.domain.clock_refusals import PromiseTooFar
from bot.domain.wishes import FARTHEST_DAYS, MAX_ANSWER_CHARS, PROMISE_WITHIN_DAYS, AnswerKind, State, Wish
from bot.messages import Actor, Button, Day, Line, Reply
from bot.ports import UnitOfWork
from bot.services import answers as service
from conversations.ask_date import AskDate
from conversations.ask_photo import AskPhoto
from conversations.ask_ready import AskReady
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import YES, Choose, Confirm
from conversations.to_all import NO_FACES

MOST_PHOTOS = 5

KINDS = (
    Option(
        "promise", "button-answer-promise", ("答应", "答应办", "可以办", "马上办", "能办", "promise", "we will do it")
    ),
    Option("decline", "button-answer-decline", ("办不了", "这次办不了", "不行", "decline", "not this time", "no")),
    Option(
        "later",
        "button-answer-later",
        ("先记着，过些日子再议", "先记着", "以后再议", "再议", "later", "later, on a day we name", "not now"),
    ),
    Option("reply", "button-answer-reply", ("答复", "只答复", "已答复", "回复", "reply", "just answer")),
    Option("done", "button-answer-done", ("办好了", "修好了", "已办好", "done", "fixed", "it is done")),
)


_OTHER_PHOTOS = "other-photos"
_OTHERS = Option(
    _OTHER_PHOTOS, "button-other-photo", ("换张照片", "换照片", "換照片", "another photo"), sets={"photos": []}
)


def given(wish: Wish, *, ready: Sequence[str] = ()) -> dict[str, Any]:
    """What is known when the dialog begins: which wish it is about, and the estate's ready answers.

    `reported` goes with a kind, words and photos that are known already, `preset` with a kind alone; `kinds` are those
    among which is chosen, where not all are.
    """
    promised = wish.next_date.isoformat() if wish.state is State.PROMISED and wish.next_date else None
    about = {"wish_id": wish.id, "number": str(wish.number), "public": wish.is_public, "ready": list(ready)}
    return {**about, "promised": promised}


def _moves(answers: Answers) -> bool:
    """A promise for another day than the one that stands needs a reason."""
    return bool(answers.get("promised") and answers["promised"] != answers.get("due"))


def _next(step: str | None, answers: Answers) -> str | None:
    match step, answers.get("kind"):
        case None, _ if answers.get("reported"):
            return "confirm"
        case None, _ if answers.get("preset"):
            return "words"
        case None, _:
            return "kind"
        case "kind", AnswerKind.PROMISE:
            return "due"
        case "kind", AnswerKind.LATER:
            return "again"
        case (("kind" | "due" | "again"), _):
            return "words"
        case "words", AnswerKind.DONE:
            return "photos"
        case (("words" | "photos"), _):
            return "confirm"
        case "confirm", _ if answers["confirm"] == _OTHER_PHOTOS:
            return "photos"
    return None


def _kinds(answers: Answers, context: Context) -> tuple[Option, ...]:
    """All, or those that whoever opened the dialog left."""
    left = answers.get("kinds")
    return KINDS if left is None else tuple(option for option in KINDS if option.value in left)


def _ask_kind(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("answer-ask-kind", {"number": answers["number"]}),)


def ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    match answers["kind"]:
        case AnswerKind.PROMISE if _moves(answers):
            return (Line("move-ask-reason"),)
        case AnswerKind.PROMISE:
            return (Line("answer-ask-words-promise"),)
        case AnswerKind.DECLINE:
            return (Line("answer-ask-words-decline"),)
        case AnswerKind.LATER:
            return (Line("answer-ask-words-later"),)
        case AnswerKind.DONE:
            return (Line("answer-ask-words-done"),)
    return (Line("answer-ask-words-reply"),)


def _words_may_be_skipped(answers: Answers) -> bool:
    kind = answers.get("kind")
    return kind == AnswerKind.DONE or (kind == AnswerKind.PROMISE and not _moves(answers))


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("answer-preview-ask", {"number": answers["number"]}), *preview_lines(answers))


def preview_lines(answers: Answers) -> tuple[Line, ...]:
    """What will be said, below the question whether it is right."""
    lines = []
    match answers["kind"]:
        case AnswerKind.PROMISE:
            lines.append(Line("answer-preview-promise", {"day": Day(date.fromisoformat(answers["due"]))}))
        case AnswerKind.DECLINE:
            lines.append(Line("answer-preview-decline"))
        case AnswerKind.LATER:
            lines.append(Line("answer-preview-later", {"day": Day(date.fromisoformat(answers["again"]))}))
        case AnswerKind.REPLY:
            lines.append(Line("answer-preview-reply"))
        case AnswerKind.DONE:
            lines.append(Line("answer-preview-done", {"photos": len(answers["photos"])}))
    if answers.get("words"):
        lines.append(Line("preview-words", {"words": answers["words"]}))
    if _shows_photos(answers):
        lines.append(Line("faces-ask"))
    return tuple(lines)


def _shows_photos(answers: Answers) -> bool:
    """Neighbours will see the pictures: the last look asks about faces and children as well."""
    return bool(answers["kind"] == AnswerKind.DONE and answers["photos"] and answers.get("public", True))


def _last_look(answers: Answers, context: Context) -> tuple[Option, ...]:
    return (NO_FACES, _OTHERS) if _shows_photos(answers) else (YES,)


@dataclass(frozen=True, slots=True)
class LastLook(Confirm):
    """Typed, "没有" skips at every question: to the one about faces it is the answer."""

    def may_be_skipped(self, answers: Answers) -> bool:
        return _shows_photos(answers)

    def offers_skip(self, answers: Answers) -> bool:
        return False

    def skipped(self, answers: Answers) -> Answers:
        return self.put(answers, YES.value)


def minutes_until(moment: datetime, now: datetime) -> int:
    """Whole minutes, never too few."""
    return -(-int((moment - now).total_seconds()) // 60)


def named_day(kind: AnswerKind, answers: Answers) -> date | None:
    """By which it is promised, or on which it is looked at again."""
    match kind:
        case AnswerKind.PROMISE:
            return date.fromisoformat(answers["due"])
        case AnswerKind.LATER:
            return date.fromisoformat(answers["again"])
    return None


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Give the answer. Dates and pictures of a kind that was thought of before do not come along."""
    kind = AnswerKind(answers["kind"])
    answer = await service.answer_wish(
        actor=actor,
        wish_id=int(answers["wish_id"]),
        kind=kind,
        words=answers.get("words") or "",
        due_on=named_day(kind, answers),
        photos=tuple(answers["photos"]) if kind is AnswerKind.DONE else (),
        uow=uow,
        now=now,
    )
    return await given_reply(answer.id, answers["number"], uow=uow, now=now)


async def given_reply(answer_id: int, number: str, *, uow: UnitOfWork, now: datetime) -> Reply:
    """That it was given, and for how long it can be taken back."""
    if (until := await uow.answers.held_until(answer_id)) is None:
        return Reply((Line("answer-given", {"number": number}),))
    held = Line("answer-given-held", {"number": number, "minutes": minutes_until(until, now)})
    return Reply((held,), buttons=((Button("button-take-back", data=data("takeback", answer_id)),),))


ANSWER_WISH = Dialog(
    "answer-wish",
    version=2,
    steps=(
        Choose("kind", _ask_kind, options=_kinds),
        AskDate("due", "answer-ask-due", farthest_days=PROMISE_WITHIN_DAYS, too_far=PromiseTooFar),
        AskDate("again", "answer-ask-again", farthest_days=FARTHEST_DAYS, far=True),
        AskReady(
            "words",
            ask_words,
            max_chars=MAX_ANSWER_CHARS,
            optional=_words_may_be_skipped,
            placeholder="placeholder-answer",
        ),
        AskPhoto("photos", "answer-ask-photos", most=MOST_PHOTOS),
        LastLook("confirm", _preview, options=_last_look),
    ),
    done=_done,
    next=_next,
)
