"""The author adds to a wish that cannot be changed any more: words, perhaps with a photo, a last look."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.amendments import MAX_ADDITION_CHARS
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import amending
from conversations import to_all, wish_draft
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import YES, Ask, Confirm


def given(wish: Wish) -> dict[str, Any]:
    return {"wish_id": wish.id, "number": str(wish.number), "to_all": wish.is_public}


def _ask(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("add-ask", {"number": answers["number"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    words, photo = str(answers["words"]), wish_draft.photo(answers)
    lines = [Line("add-preview", {"number": answers["number"]}), Line("preview-words", {"words": words})]
    if photo:
        lines.append(Line("preview-photo"))
    if answers["to_all"]:
        lines += (*to_all.warning(words), *to_all.question(photo))
    return tuple(lines)


def _ways(answers: Answers, context: Context) -> tuple[Option, ...]:
    seen = answers["to_all"] and wish_draft.photo(answers)
    return (to_all.NO_FACES, to_all.WITHOUT_PHOTO) if seen else (YES,)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    wish = await amending.add_to_wish(
        actor=actor,
        wish_id=int(answers["wish_id"]),
        words=str(answers["words"]),
        photo=wish_draft.photo(answers),
        uow=uow,
        now=now,
    )
    key = "add-done" if wish.has_card else "add-done-committee"
    return Reply((Line(key, {"number": answers["number"]}),))


ADD_TO_WISH = Dialog(
    "add-to-wish",
    version=1,
    steps=(
        Ask("words", _ask, max_chars=MAX_ADDITION_CHARS, photo_to="photo", placeholder="placeholder-addition"),
        Confirm("confirm", _preview, options=_ways),
    ),
    done=_done,
)
