"""An author answers what the staff asked: a sentence, a photo, or rather not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.questions import MAX_CHARS, Question
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import questions
from conversations import wish_draft
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Confirm

_RATHER_NOT = Option(
    "rather-not",
    "button-rather-not",
    ("不想答", "不想说", "不想說", "不答", "rather not", "i'd rather not"),
    sets={"words": "", "rather_not": True, "photo": []},
)


def given(question: Question, wish: Wish) -> dict[str, Any]:
    """What is known when the dialog begins: who asked what about which wish."""
    return {
        "question_id": question.id,
        "number": str(wish.number),
        "asked": question.words,
        "name": question.asker_name,
        "body": question.asker_body.value,
        "photo": [],
    }


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    asked = {
        "number": answers["number"],
        "words": answers["asked"],
        "name": answers["name"],
        "body": Term(f"body-{answers['body']}"),
    }
    return (Line("reply-question", asked), Line("reply-ask"))


def _photo_alone(answers: Answers) -> bool:
    return bool(answers.get("photo"))


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines = [Line("reply-preview", {"number": answers["number"]})]
    if answers.get("words"):
        lines.append(Line("preview-words", {"words": answers["words"]}))
    if wish_draft.photo(answers):
        lines.append(Line("preview-photo"))
    return tuple(lines)


def _next(step: str | None, answers: Answers) -> str | None:
    if step is None:
        return "words"
    return "confirm" if step == "words" and not answers.get("rather_not") else None


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Hand it to the staff, without a name."""
    wish = await questions.reply(
        actor=actor,
        question_id=int(answers["question_id"]),
        words=str(answers.get("words") or ""),
        photo=wish_draft.photo(answers),
        uow=uow,
        now=now,
    )
    key = "reply-declined" if answers.get("rather_not") else "reply-given"
    return Reply((Line(key, {"number": str(wish.number)}),))


REPLY_QUESTION = Dialog(
    "reply-question",
    version=1,
    steps=(
        Ask(
            "words",
            _ask_words,
            max_chars=MAX_CHARS,
            photo_to="photo",
            optional=_photo_alone,
            shortcuts=(_RATHER_NOT,),
            placeholder="placeholder-reply",
        ),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
)
