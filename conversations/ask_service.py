"""A resident asks something about a service; somebody of the staff answers it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.buttons import data
from bot.domain.directory import Service
from bot.domain.service_questions import MAX_ANSWER_CHARS, MAX_QUESTION_CHARS, ServiceQuestion
from bot.messages import Actor, Arg, Button, Day, Line, Reply
from bot.ports import UnitOfWork
from bot.services import service_lines, service_questions
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm


def given(service: Service) -> dict[str, Any]:
    return {"service_id": service.id, "name": service.name}


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("service-question-ask", {"name": answers["name"]}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    ask = Line("service-question-preview", {"name": answers["name"]})
    return (ask, Line("preview-words", {"words": answers["words"]}))


async def _ask(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Ask, and say truly whether somebody was told and what happens if nobody answers."""
    asked = await service_questions.ask(
        actor=actor, service_id=int(answers["service_id"]), words=str(answers["words"]), uow=uow, now=now
    )
    lines = [Line("service-question-sent" if asked.reached else "service-question-kept", {"name": asked.service.name})]
    if asked.question.due_on is not None:
        lines.append(Line("service-question-until", {"day": Day(asked.question.due_on)}))
    return Reply(tuple(lines), buttons=((service_lines.look(asked.service),),))


ASK_SERVICE = Dialog(
    "ask-service",
    version=1,
    steps=(
        Ask("words", _ask_words, max_chars=MAX_QUESTION_CHARS, placeholder="placeholder-service-question"),
        Confirm("confirm", _preview),
    ),
    done=_ask,
)

# ---- the staff -------------------------------------------------------------------------------------------------------

_SHOW = (
    Option(
        "yes",
        "button-service-show",
        ("给大家看", "大家看得到", "放在服务下面", "show it to everybody", "show it", "everybody"),
    ),
    Option("no", "button-service-hide", ("只告诉提问的人", "不给大家看", "only tell who asked", "only who asked")),
)


def given_answer(question: ServiceQuestion, service: Service) -> dict[str, Any]:
    return {"question_id": question.id, "name": service.name, "asked": question.words}


def _ask_answer(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("service-answer-ask", {"name": answers["name"], "words": answers["asked"]}),)


def _preview_answer(answers: Answers, context: Context) -> tuple[Line, ...]:
    shown = "service-answer-shown" if answers["show"] == "yes" else "service-answer-unshown"
    lines = (
        Line("service-answer-preview", {"name": answers["name"]}),
        Line("service-asked", {"words": answers["asked"]}),
        Line("preview-words", {"words": answers["words"]}),
    )
    return (*lines, Line(shown))


async def _answer(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    question, service = await service_questions.answer(
        actor=actor,
        question_id=int(answers["question_id"]),
        words=str(answers["words"]),
        shown=answers["show"] == "yes",
        uow=uow,
        now=now,
    )
    args: dict[str, Arg] = {"name": service.name}
    back = Button("button-service-takeback", data("service-question", question.id, "takeback"))
    return Reply((Line("service-answer-given", args),), buttons=((back,),))


ANSWER_SERVICE = Dialog(
    "answer-service",
    version=1,
    steps=(
        Ask("words", _ask_answer, max_chars=MAX_ANSWER_CHARS, placeholder="placeholder-service-answer"),
        Choose("show", "service-answer-ask-show", options=_SHOW),
        Confirm("confirm", _preview_answer),
    ),
    done=_answer,
)
