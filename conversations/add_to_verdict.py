"""Somebody affected adds to their verdict: a sentence, a photo or both, for those who see to the wish."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.verdicts import MAX_CHARS, Affected
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import verdicts
from conversations import wish_draft
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Ask, Confirm


def given(wish: Wish, affected: Affected) -> dict[str, Any]:
    return {
        "asking_id": affected.asking_id,
        "number": str(wish.number),
        "named": bool(affected.may_contact),
        "photo": [],
    }


def _ask(answers: Answers, context: Context) -> tuple[Line, ...]:
    key = "verdict-words-ask-named" if answers["named"] else "verdict-words-ask"
    return (Line(key, {"number": answers["number"]}),)


def _photo_alone(answers: Answers) -> bool:
    return bool(answers.get("photo"))


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines = [Line("verdict-words-preview", {"number": answers["number"]})]
    if answers.get("words"):
        lines.append(Line("preview-words", {"words": answers["words"]}))
    if wish_draft.photo(answers):
        lines.append(Line("preview-photo"))
    return tuple(lines)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    wish = await verdicts.add_words(
        actor=actor,
        asking_id=int(answers["asking_id"]),
        words=str(answers.get("words") or ""),
        photo=wish_draft.photo(answers),
        uow=uow,
    )
    return Reply((Line("verdict-words-given", {"number": str(wish.number)}),))


ADD_TO_VERDICT = Dialog(
    "add-to-verdict",
    version=1,
    steps=(
        Ask(
            "words",
            _ask,
            max_chars=MAX_CHARS,
            photo_to="photo",
            optional=_photo_alone,
            placeholder="placeholder-verdict",
        ),
        Confirm("confirm", _preview),
    ),
    done=_done,
)
