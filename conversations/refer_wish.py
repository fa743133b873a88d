"""Passing a wish on to another body: to which, with which words, a last look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.people import Body
from bot.domain.referrals import MAX_CHARS
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import referring
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

BODY_WORDS: dict[Body, tuple[str, ...]] = {
    Body.PROPERTY: (
        "物业",
        "物業",
        "property",
        "property office",
        "the property office",
        "the property company",
        "property company",
    ),
    Body.COMMITTEE: ("居委会", "居委會", "居委", "committee", "the committee", "residents' committee"),
    Body.OWNERS: ("业委会", "業委會", "业委", "owners", "owners' committee", "the owners' committee"),
}


def given(wish: Wish, bodies: Sequence[Body]) -> dict[str, Any]:
    return {"wish_id": wish.id, "number": str(wish.number), "bodies": [body.value for body in bodies]}


def _bodies(answers: Answers, context: Context) -> tuple[Option, ...]:
    bodies = (Body(value) for value in answers.get("bodies") or ())
    return tuple(Option(body.value, f"body-{body}", BODY_WORDS[body]) for body in bodies)


def _ask_to(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("refer-ask-to", {"number": answers["number"]}),)


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("refer-ask-words", {"to": Term(f"body-{answers['to']}")}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    ask = Line("refer-preview", {"number": answers["number"], "to": Term(f"body-{answers['to']}")})
    return (ask, Line("preview-words", {"words": answers["words"]})) if answers.get("words") else (ask,)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    to = Body(answers["to"])
    wish, _ = await referring.refer_wish(
        actor=actor, wish_id=int(answers["wish_id"]), to=to, words=answers.get("words") or "", uow=uow, now=now
    )
    return Reply((Line("referred", {"number": str(wish.number), "to": Term(f"body-{to}")}),))


REFER_WISH = Dialog(
    "refer-wish",
    version=1,
    steps=(
        Choose("to", _ask_to, options=_bodies),
        Ask("words", _ask_words, max_chars=MAX_CHARS, optional=True, placeholder="placeholder-refer"),
        Confirm("confirm", _preview),
    ),
    done=_done,
)
