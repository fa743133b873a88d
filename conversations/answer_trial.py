"""The trial answer: the questions of a real one, about a made-up wish; it stays in the staff chat."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.people import Speaker
from bot.domain.wishes import Answer, AnswerKind
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import cards, standing, trial
from conversations import answer_wish
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Choose, Confirm


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("trial-preview-ask"), *answer_wish.preview_lines(answers))


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Count it, and show what neighbours would see of it. Whoever comes too late is told so, and the dialog ends."""
    try:
        opened = await trial.answer(actor=actor, uow=uow, now=now)
    except errors.TrialOver as over:
        return Reply((Line(over.text_key()),))
    shown = cards.answer_line(_as_answered(actor, answers, now))
    return Reply((Line("trial-answered"), shown, Line("trial-opened" if opened else "trial-one-more")))


def _as_answered(actor: Actor, answers: Answers, now: datetime) -> Answer:
    """The answer as it would be kept."""
    kind = AnswerKind(answers["kind"])
    estate = standing.estate_of(actor.estate.key if actor.estate else "", actor)
    speaker: Speaker = estate.speakers[actor.person.telegram_id]
    return Answer(
        id=0,
        wish_id=0,
        kind=kind,
        words=answers.get("words") or "",
        due_on=answer_wish.named_day(kind, answers),
        photos=(),
        speaker=speaker,
        speaker_id=actor.person.id,
        answered_at=now,
    )


ANSWER_TRIAL = Dialog(
    "answer-trial",
    version=1,
    steps=(
        Choose("kind", "trial-ask-kind", options=answer_wish.KINDS),
        *(step for step in answer_wish.ANSWER_WISH.steps if step.name not in ("kind", "confirm")),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=answer_wish.ANSWER_WISH.next,
)
