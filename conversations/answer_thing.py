"""Around a thing: saying that it is one's own or where one saw it, passing on where to meet, taking it down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import things
from bot.domain.thing_refusals import NoThingResponse, ThingOver
from bot.domain.things import Affair, Response
from bot.messages import Actor, Arg, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import thing_said
from bot.services import things as service
from conversations.engine import Dialog
from conversations.list_service import on_one_line
from conversations.questions import Answers, Context, Option
from conversations.steps import YES, Ask, Confirm


def given(affair: Affair) -> dict[str, Any]:
    thing = affair.thing
    args = thing_said.args_of(thing)
    return {"thing_id": thing.id, "kind": thing.kind.value, "number": args["number"], "about": args["what"]}


def _about(answers: Answers) -> dict[str, Arg]:
    return {"number": answers["number"], "what": answers["about"]}


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    """Texts: thing-answer-ask-found, thing-answer-ask-lost. What is given away asks nothing."""
    return (Line(f"thing-answer-ask-{answers['kind']}", _about(answers)),)


async def _answer(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    answered = await service.answer(
        actor=actor, thing_id=int(answers["thing_id"]), words=str(answers["words"]), uow=uow, now=now
    )
    return thing_said.answered(
        answered.affair, answered.response, reached=answered.reached, was_in_it=answered.was_in_it
    )


ANSWER_THING = Dialog(
    "answer-thing",
    version=1,
    steps=(Ask("words", _ask_words, max_chars=things.MAX_ANSWER_CHARS),),
    done=_answer,
)


# ---- where to meet --------------------------------------------------------------------------------------------------


def given_contact(affair: Affair, response: Response) -> dict[str, Any]:
    return {**given(affair), "response_id": response.id, "name": response.name}


def _ask_contact(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("thing-contact-ask", {**_about(answers), "name": answers["name"]}),)


def _unquoted(value: Any) -> Arg:
    """Prompts are kept for some days, longer than this may be: what was typed never stands in one."""
    return Term("claim-contact-typed")


async def _pass_on(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Where they took it back meanwhile, the dialog ends too and nothing is kept."""
    try:
        response = await service.pass_contact(
            actor=actor,
            thing_id=int(answers["thing_id"]),
            response_id=int(answers["response_id"]),
            words=str(answers["contact"]),
            uow=uow,
            now=now,
        )
    except (ThingOver, NoThingResponse) as over:
        return Reply((Line(over.text_key(), dict(over.variables)),))
    return Reply((Line("thing-contact-given", {"name": response.name}),))


PASS_THING_CONTACT = Dialog(
    "pass-thing-contact",
    version=1,
    steps=(
        Ask(
            "contact",
            _ask_contact,
            max_chars=things.MAX_CONTACT_CHARS,
            show=_unquoted,
            placeholder="placeholder-claim-contact",
        ),
    ),
    done=_pass_on,
)


# ---- taking it down -------------------------------------------------------------------------------------------------


def _ask_reason(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("thing-off-ask", _about(answers)),)


def _preview_off(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("thing-off-preview", {**_about(answers), "words": answers["reason"]}),)


async def _take_down(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    affair = await service.take_down(
        actor=actor, thing_id=int(answers["thing_id"]), reason=answers["reason"], uow=uow, now=now
    )
    return Reply((Line("thing-off-done", {"number": str(affair.thing.number)}),))


_OFF = Option(YES.value, "button-thing-off-yes", (*YES.words, "撤下", "take it down"))

TAKE_DOWN_THING = Dialog(
    "take-down-thing",
    version=1,
    steps=(
        Ask("reason", _ask_reason, max_chars=things.MAX_REASON_CHARS, read=on_one_line),
        Confirm("confirm", _preview_off, options=(_OFF,)),
    ),
    done=_take_down,
)
