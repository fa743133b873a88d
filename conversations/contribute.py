"""Saying something in a deliberation: an argument, a statement, a note with photos, a question; and answering one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.deliberations import MAX_CHARS, Contribution, Deliberation, Part, Side, Voice
from bot.domain.screening import in_order, screen
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import contributing
from conversations.ask_photo import AskPhoto
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

MOST_PHOTOS = 4

_SIDES = (
    Option("for", "side-for", ("赞成", "贊成", "同意", "for", "in favour")),
    Option("against", "side-against", ("反对", "反對", "不同意", "against")),
    Option(
        "neither",
        "side-neither",
        ("都不是，只说情况", "都不是", "中立", "neither, just the facts", "neither", "neutral"),
    ),
)


def given(wish: Wish, deliberation: Deliberation, *, part: Part, side: Side | None, voice: Voice) -> dict[str, Any]:
    return {
        "deliberation_id": deliberation.id,
        "number": str(wish.number),
        "question": deliberation.question,
        "part": part.value,
        "side": side and side.value,
        "voice": voice.value,
        "before_all": wish.has_card,
        "photos": [],
    }


def _next(step: str | None, answers: Answers) -> str | None:
    match step:
        case None:
            return "side" if answers["part"] == Part.STATEMENT else "words"
        case "side":
            return "words"
        case "words":
            return "photos" if answers["part"] == Part.NOTE else "confirm"
        case "photos":
            return "confirm"
    return None


def _about(answers: Answers) -> dict[str, str]:
    return {"number": answers["number"], "question": answers["question"]}


def _ask_side(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("say-ask-side", dict(_about(answers))),)


def _kind(answers: Answers) -> str:
    return f"argument-{answers['side']}" if answers["part"] == Part.ARGUMENT else str(answers["part"])


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    """Texts: say-ask-argument-for, -argument-against, -statement, -note, -question."""
    return (Line(f"say-ask-{_kind(answers)}", dict(_about(answers))),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    """Texts: say-preview-argument-for, -argument-against, -statement, -note, -question."""
    lines = [Line(f"say-preview-{_kind(answers)}", {"number": answers["number"]})]
    if answers["part"] == Part.STATEMENT:
        lines.append(Line(f"say-preview-side-{answers['side']}"))
    lines.append(Line("preview-words", {"words": answers["words"]}))
    if answers["photos"]:
        lines.append(Line("say-preview-photos", {"n": len(answers["photos"])}))
    if concerns := in_order(screen(str(answers["words"]))):
        lines.append(Line("say-concern", {"concerns": Texts(tuple(Term(f"concern-{each}") for each in concerns))}))
    if answers["photos"] and answers["before_all"]:
        lines.append(Line("say-faces"))
    return tuple(lines)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    wish, said = await contributing.say(
        actor=actor,
        deliberation_id=int(answers["deliberation_id"]),
        part=Part(answers["part"]),
        side=Side(answers["side"]) if answers.get("side") else None,
        words=str(answers["words"]),
        photos=tuple(answers["photos"] or ()),
        uow=uow,
        now=now,
    )
    return Reply((Line(f"say-done-{said.part}", {"number": str(wish.number)}),))


CONTRIBUTE = Dialog(
    "contribute",
    version=1,
    steps=(
        Choose("side", _ask_side, options=_SIDES),
        Ask("words", _ask_words, max_chars=MAX_CHARS, placeholder="placeholder-say"),
        AskPhoto("photos", "say-ask-photos", most=MOST_PHOTOS, optional=True),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
)


# ---- the officer ----------------------------------------------------------------------------------------------------


def given_question(wish: Wish, said: Contribution) -> dict[str, Any]:
    return {"contribution_id": said.id, "number": str(wish.number), "asked": said.words}


def _ask_answer(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("hearing-ask-answer", {"number": answers["number"], "words": answers["asked"]}),)


def _preview_answer(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (
        Line("hearing-preview-answer", {"words": answers["asked"]}),
        Line("preview-words", {"words": answers["words"]}),
    )


async def _answered(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    wish = await contributing.answer(
        actor=actor, contribution_id=int(answers["contribution_id"]), words=str(answers["words"]), uow=uow, now=now
    )
    return Reply((Line("hearing-answered", {"number": str(wish.number)}),))


ANSWER_QUESTION = Dialog(
    "answer-question",
    version=1,
    steps=(
        Ask("words", _ask_answer, max_chars=MAX_CHARS, placeholder="placeholder-answer"),
        Confirm("confirm", _preview_answer),
    ),
    done=_answered,
)
