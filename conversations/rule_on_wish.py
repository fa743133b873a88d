"""Ruling on a wish that is looked at: back into sight, taken down with a reason, or a contest turned down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.takedowns import MAX_RULING_CHARS, Reason, Step
from bot.domain.wishes import Wish
from bot.messages import Actor, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import checking
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

_REASONS = (
    Option(
        "private",
        "takedown-private",
        ("说到了别人的私事", "隐私", "私事", "somebody's private matters", "private", "privacy"),
    ),
    Option(
        "insult", "takedown-insult", ("骂人或者吓唬人", "骂人", "吓唬人", "an insult or a threat", "insult", "threat")
    ),
    Option("advertising", "takedown-advertising", ("广告", "advertising", "ad")),
    Option(
        "untrue",
        "takedown-untrue",
        ("不是真的，还伤了人", "不是真的", "untrue and hurting somebody", "untrue", "not true"),
    ),
    Option("duplicate", "takedown-duplicate", ("发重了", "重复", "posted twice", "duplicate")),
    Option("other", "takedown-other", ("别的原因", "别的", "其他", "another reason", "other")),
)


def given(wish: Wish, step: Step) -> dict[str, Any]:
    """What is known when the dialog begins: which wish, and which of the three it is."""
    return {"wish_id": wish.id, "number": str(wish.number), "step": step.value}


def _next(step: str | None, answers: Answers) -> str | None:
    removing = answers["step"] == Step.REMOVED
    match step:
        case None:
            return "reason" if removing else "words" if answers["step"] == Step.UPHELD else "confirm"
        case "reason":
            return "words" if answers["reason"] == Reason.OTHER else "confirm"
        case "words":
            return "confirm"
    return None


def _ask_reason(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("rule-ask-reason", {"number": answers["number"]}), Line("rule-no-criticism"))


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    if answers["step"] == Step.UPHELD:
        return (Line("rule-ask-words-uphold"),)
    return (Line("rule-ask-words"),)


def _words_may_be_skipped(answers: Answers) -> bool:
    return bool(answers["step"] == Step.UPHELD)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    number = {"number": answers["number"]}
    match answers["step"]:
        case Step.RESTORED:
            return (Line("rule-preview-restore", number),)
        case Step.UPHELD:
            lines = [Line("rule-preview-uphold", number)]
        case _:
            lines = [Line("rule-preview-remove", {**number, "reason": Term(f"takedown-{answers['reason']}")})]
    if _has_words(answers):
        lines.append(Line("preview-words", {"words": answers["words"]}))
    return (*lines, Line("rule-no-criticism")) if answers["step"] == Step.REMOVED else tuple(lines)


def _has_words(answers: Answers) -> bool:
    if answers["step"] != Step.UPHELD and answers.get("reason") != Reason.OTHER:
        return False
    return bool(answers.get("words"))


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Rule. Words of a reason that was thought of before do not come along."""
    step = Step(answers["step"])
    await checking.rule_on_wish(
        actor=actor,
        wish_id=int(answers["wish_id"]),
        step=step,
        reason=Reason(answers["reason"]) if step is Step.REMOVED else None,
        words=str(answers["words"]) if _has_words(answers) else "",
        uow=uow,
        now=now,
    )
    number = {"number": answers["number"]}
    match step:
        case Step.RESTORED:
            return Reply((Line("rule-done-restore", number),))
        case Step.UPHELD:
            return Reply((Line("rule-done-uphold", number),))
    return Reply((Line("rule-done-remove", number),))


RULE_ON_WISH = Dialog(
    "rule-on-wish",
    version=1,
    steps=(
        Choose("reason", _ask_reason, options=_REASONS),
        Ask(
            "words",
            _ask_words,
            max_chars=MAX_RULING_CHARS,
            optional=_words_may_be_skipped,
            placeholder="placeholder-answer",
        ),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
)
