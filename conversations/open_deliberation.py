"""Opening a deliberation: in which form, about which question, with what background, until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.domain.deliberations import (
    FARTHEST_DAYS,
    MAX_AGENDA_CHARS,
    MAX_BACKGROUND_CHARS,
    MAX_QUESTION_CHARS,
    Form,
    Officer,
)
from bot.domain.wishes import Wish
from bot.messages import Actor, Day, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import deliberations
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm

_WORDS: dict[Form, tuple[str, ...]] = {
    Form.COUNCIL: ("议事会", "議事會", "council", "a council"),
    Form.COORDINATION: ("协调会", "協調會", "coordination", "the bodies among themselves"),
    Form.HEARING: ("听证会", "聽證會", "hearing", "a hearing"),
}


def given(wish: Wish, forms: Sequence[Form], officers: Sequence[Officer]) -> dict[str, Any]:
    """What is known when the dialog begins: the wish, the forms that are possible, and who may answer at a hearing."""
    return {
        "wish_id": wish.id,
        "number": str(wish.number),
        "forms": [form.value for form in forms],
        "officers": [[str(each.telegram_id), each.name, each.voice.value] for each in officers],
    }


def _next(step: str | None, answers: Answers) -> str | None:
    hearing = answers.get("form") == Form.HEARING
    match step:
        case None:
            return "form"
        case "form":
            return "question"
        case "question":
            return "background"
        case "background":
            return "agenda" if hearing else "until"
        case "agenda":
            return "officer"
        case "officer":
            return "until"
        case "until":
            return "confirm"
    return None


def _forms(answers: Answers, context: Context) -> tuple[Option, ...]:
    forms = (Form(value) for value in answers.get("forms") or ())
    return tuple(Option(form.value, f"button-form-{form}", _WORDS[form]) for form in forms)


def _officers(answers: Answers, context: Context) -> tuple[Option, ...]:
    return tuple(
        Option(key, "button-officer", (name,), args={"name": name, "voice": Term(f"voice-{voice}")})
        for key, name, voice in answers.get("officers") or ()
    )


def _ask_form(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines = [Line("deliberate-ask-form", {"number": answers["number"]})]
    return (*lines, *(Line(f"deliberate-form-{value}") for value in answers.get("forms") or ()))


def _officer_name(answers: Answers) -> str:
    return next((name for key, name, _ in answers["officers"] if key == answers.get("officer")), "")


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    form = Form(answers["form"])
    lines = [Line(f"deliberate-preview-{form}", {"number": answers["number"]})]
    lines.append(Line("deliberation-question", {"question": answers["question"]}))
    if answers.get("background"):
        lines.append(Line("deliberation-background", {"background": answers["background"]}))
    if form is Form.HEARING:
        if answers.get("agenda"):
            lines.append(Line("deliberation-agenda", {"agenda": answers["agenda"]}))
        voice = next(voice for key, _, voice in answers["officers"] if key == answers["officer"])
        lines.append(Line("deliberation-officer", {"voice": Term(f"voice-{voice}"), "name": _officer_name(answers)}))
    lines.append(Line("deliberation-until", {"day": Day(date.fromisoformat(answers["until"]))}))
    return tuple(lines)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Open it. What belongs to a form that was thought of before does not come along."""
    form = Form(answers["form"])
    hearing = form is Form.HEARING
    wish, _ = await deliberations.open_deliberation(
        actor=actor,
        wish_id=int(answers["wish_id"]),
        form=form,
        question=str(answers["question"]),
        background=str(answers.get("background") or ""),
        agenda=str(answers.get("agenda") or "") if hearing else "",
        officer_id=int(answers["officer"]) if hearing else None,
        until=date.fromisoformat(answers["until"]),
        uow=uow,
        now=now,
    )
    return Reply((Line(f"deliberate-done-{form}", {"number": str(wish.number)}),))


OPEN_DELIBERATION = Dialog(
    "open-deliberation",
    version=1,
    steps=(
        Choose("form", _ask_form, options=_forms),
        Ask(
            "question",
            "deliberate-ask-question",
            max_chars=MAX_QUESTION_CHARS,
            placeholder="placeholder-deliberate",
        ),
        Ask("background", "deliberate-ask-background", max_chars=MAX_BACKGROUND_CHARS, optional=True),
        Ask("agenda", "deliberate-ask-agenda", max_chars=MAX_AGENDA_CHARS, optional=True),
        Choose("officer", "deliberate-ask-officer", options=_officers),
        AskDate("until", "deliberate-ask-until", farthest_days=FARTHEST_DAYS),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
)
