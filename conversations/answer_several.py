"""One answer to several wishes: which, what kind, by when, in which words; a last look, and each is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.buttons import data
from bot.domain.clock_refusals import PromiseTooFar
from bot.domain.wishes import FARTHEST_DAYS, MAX_ANSWER_CHARS, PROMISE_WITHIN_DAYS, AnswerKind, Wish
from bot.messages import Actor, Button, Line, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import answering_together as service
from conversations import pick_wishes
from conversations.answer_wish import KINDS, ask_words, minutes_until, named_day, preview_lines
from conversations.ask_date import AskDate
from conversations.ask_ready import AskReady
from conversations.engine import Dialog
from conversations.pick_wishes import PickWishes
from conversations.questions import Answers, Context
from conversations.steps import Choose, Confirm


def given(wishes: Sequence[Wish], *, ready: Sequence[str]) -> dict[str, Any]:
    """What is known when the dialog begins: what there is to choose from."""
    return {"offered": pick_wishes.offered(wishes), "ready": list(ready)}


def _next(step: str | None, answers: Answers) -> str | None:
    match step, answers.get("kind"):
        case None, _:
            return "which"
        case "which", _:
            return "kind"
        case "kind", AnswerKind.PROMISE:
            return "due"
        case "kind", AnswerKind.LATER:
            return "again"
        case (("kind" | "due" | "again"), _):
            return "words"
        case "words", _:
            return "confirm"
    return None


def _numbers(answers: Answers) -> Texts:
    return Texts(tuple(Term("wish-numbered", {"number": number}) for number in pick_wishes.numbers_of(answers)))


def _ask_which(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("several-ask-which"), *pick_wishes.listed(answers, context))


def _ask_kind(answers: Answers, context: Context) -> tuple[Line, ...]:
    chosen = answers.get("which") or ()
    return (Line("several-ask-kind", {"n": len(chosen), "numbers": _numbers(answers)}),)


def _words_may_be_skipped(answers: Answers) -> bool:
    return answers.get("kind") == AnswerKind.PROMISE


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    chosen = answers.get("which") or ()
    return (
        Line("several-preview-ask", {"n": len(chosen), "numbers": _numbers(answers)}),
        *preview_lines(answers),
    )


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Answer each; those that changed meanwhile are named with the reason."""
    kind = AnswerKind(answers["kind"])
    outcome = await service.answer_together(
        actor=actor,
        wish_ids=[int(each) for each in answers["which"]],
        kind=kind,
        words=answers.get("words") or "",
        due_on=named_day(kind, answers),
        uow=uow,
        now=now,
    )
    left_out = tuple(Line(each.text_key(), dict(each.variables)) for each in outcome.refused)
    given = [answer.id for _, answer in outcome.answered]
    if (until := await uow.answers.held_until(given[-1])) is None:
        return Reply((Line("several-given", {"n": len(given)}), *left_out))
    minutes = minutes_until(until, now)
    back = Button("button-take-back", data=data("takeback-several", min(given), max(given)))
    return Reply((Line("several-given-held", {"n": len(given), "minutes": minutes}), *left_out), buttons=((back,),))


ANSWER_SEVERAL = Dialog(
    "answer-several",
    version=1,
    steps=(
        PickWishes("which", _ask_which, options=pick_wishes.options),
        Choose("kind", _ask_kind, options=tuple(each for each in KINDS if each.value != AnswerKind.DONE)),
        AskDate("due", "answer-ask-due", farthest_days=PROMISE_WITHIN_DAYS, too_far=PromiseTooFar),
        AskDate("again", "answer-ask-again", farthest_days=FARTHEST_DAYS, far=True),
        AskReady(
            "words",
            ask_words,
            max_chars=MAX_ANSWER_CHARS,
            optional=_words_may_be_skipped,
            placeholder="placeholder-answer",
        ),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
)
