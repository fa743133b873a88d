"""Around a sign-up: calling it off, signing up who has no phone, the first names of those one brings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import signups
from bot.domain.signups import Roll
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import signup_lines, signup_running
from bot.services import signups as service
from conversations.engine import Dialog
from conversations.list_service import on_one_line
from conversations.open_signup import look
from conversations.questions import Answers, Context, Option
from conversations.steps import YES, Ask, Choose, Confirm


def given(roll: Roll) -> dict[str, Any]:
    signup = roll.signup
    return {
        "signup_id": signup.id,
        "number": str(signup.number),
        "about": signup.event.what,
        "most": signup.event.guests,
        "n": len(roll.entries),
    }


def _about(answers: Answers) -> dict[str, str | int]:
    return {"number": answers["number"], "what": answers["about"], "n": answers["n"]}


# ---- calling it off -------------------------------------------------------------------------------------------------


def _ask_reason(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("signup-ask-reason", dict(_about(answers))),)


def _preview_cancel(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("signup-preview-cancel", {**_about(answers), "words": answers["reason"]}),)


async def _cancel(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    roll = await signup_running.cancel(
        actor=actor, signup_id=int(answers["signup_id"]), reason=answers["reason"], uow=uow, now=now
    )
    return Reply((Line("signup-cancel-done", {"number": str(roll.signup.number), "n": len(roll.entries)}),))


_CALL_OFF = Option(YES.value, "button-signup-cancel-yes", (*YES.words, "取消接龙", "取消接龍", "call it off"))

CANCEL_SIGNUP = Dialog(
    "cancel-signup",
    version=1,
    steps=(
        Ask("reason", _ask_reason, max_chars=signups.MAX_REASON_CHARS, read=on_one_line),
        Confirm("confirm", _preview_cancel, options=(_CALL_OFF,)),
    ),
    done=_cancel,
)


# ---- for somebody without a phone ------------------------------------------------------------------------------------


def _ask_name(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("signup-for-ask-name", dict(_about(answers))),)


def _guests(answers: Answers, context: Context) -> tuple[Option, ...]:
    with_some = (
        Option(str(n), "button-signup-with-n", (str(n), f"带{n}人", f"with {n} more"), {"n": n})
        for n in range(1, int(answers["most"]) + 1)
    )
    return (Option("0", "button-signup-alone", ("0", "一个人", "alone")), *with_some)


def _next_for(step: str | None, answers: Answers) -> str | None:
    if step is None:
        return "name"
    return "guests" if step == "name" and answers["most"] else None


async def _sign_for(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Texts: signup-for-in, signup-for-waiting."""
    roll, entry = await signup_running.sign_for(
        actor=actor,
        signup_id=int(answers["signup_id"]),
        name=answers["name"],
        guests=int(answers.get("guests") or 0),
        uow=uow,
        now=now,
    )
    key = "signup-for-in" if entry.placed else "signup-for-waiting"
    said = Line(key, {"name": entry.name, "at": str(roll.rank(entry))})
    return Reply((said,), buttons=((look(roll.signup.id, roll.signup.number),),))


SIGN_UP_OTHER = Dialog(
    "sign-up-other",
    version=1,
    steps=(
        Ask("name", _ask_name, max_chars=signups.MAX_NAME_CHARS, read=on_one_line),
        Choose("guests", "signup-for-ask-guests", options=_guests, columns=3),
    ),
    done=_sign_for,
    next=_next_for,
)


# ---- those one brings -----------------------------------------------------------------------------------------------


async def _name(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    pressed = await service.name_guests(
        actor=actor, signup_id=int(answers["signup_id"]), names=answers.get("names") or "", uow=uow, now=now
    )
    looks = service.looker(actor, pressed.roll.signup)
    return signup_lines.view(pressed.roll, looks, now=now)


NAME_GUESTS = Dialog(
    "name-guests",
    version=1,
    steps=(
        Ask(
            "names", "signup-ask-guest-names", max_chars=signups.MAX_GUEST_NAMES_CHARS, read=on_one_line, optional=True
        ),
    ),
    done=_name,
)
