"""A number of the committee's card: put on it, changed, taken off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import directory
from bot.domain.buttons import data
from bot.domain.directory import Entry, Phone
from bot.messages import Actor, Button, Line, Reply
from bot.ports import UnitOfWork
from bot.services import phone_card, service_lines
from conversations.engine import Dialog
from conversations.list_service import on_one_line
from conversations.questions import Answers, Context, Option
from conversations.steps import YES, Ask, Confirm

_ORDER = ("name", "number", "hours", "about", "confirm")
_LOOK = (
    YES,
    Option("name", "button-part-name", ("改名字", "change the name")),
    Option("number", "button-part-number", ("改号码", "change the number")),
    Option("hours", "button-part-hours", ("改时间", "change the hours")),
    Option("about", "button-part-about", ("改用处", "change what for")),
)


def given(of: Phone | None = None) -> dict[str, Any]:
    """What is known when it begins: nothing, or the number as it stands."""
    if of is None:
        return {}
    entry = of.entry
    return {
        "phone_id": of.id,
        "name": entry.name,
        "number": entry.number,
        "hours": entry.hours or None,
        "about": entry.about or None,
    }


def _read_number(words: str, context: Context) -> str:
    return directory.read_number(words)


def _next(step: str | None, answers: Answers) -> str | None:
    """As of a service: all of it in order, then from the look to whatever is to change, and back."""
    if step is None:
        return "confirm" if answers.get("phone_id") else _ORDER[0]
    if step == "confirm":
        return None if answers["confirm"] == YES.value else str(answers["confirm"])
    return "confirm" if answers.get("confirm") else _ORDER[_ORDER.index(step) + 1]


def _entry(answers: Answers) -> Entry:
    return Entry(answers["name"], answers["number"], answers.get("hours") or "", answers.get("about") or "")


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (
        Line("phone-preview-change" if answers.get("phone_id") else "phone-preview"),
        service_lines.phone_row(_entry(answers)),
    )


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    entry = _entry(answers)
    if answers.get("phone_id"):
        changed = await phone_card.change(actor=actor, phone_id=int(answers["phone_id"]), entry=entry, uow=uow)
        return _said("phone-changed", changed)
    added = await phone_card.add(actor=actor, entry=entry, uow=uow)
    return _said("phone-added", added, Button("button-phone-off", data("phone-do", added.id, "off")))


def _said(key: str, of: Phone, *more: Button) -> Reply:
    card = Button("button-phone-card", data("phone", "new"))
    return Reply((Line(key, {"name": of.name}),), buttons=((card, *more),))


LIST_PHONE = Dialog(
    "list-phone",
    version=1,
    steps=(
        Ask("name", "phone-ask-name", max_chars=directory.MAX_PHONE_NAME_CHARS, read=on_one_line),
        Ask("number", "phone-ask-number", max_chars=80, read=_read_number, placeholder="placeholder-phone"),
        Ask("hours", "phone-ask-hours", max_chars=directory.MAX_PHONE_HOURS_CHARS, read=on_one_line, optional=True),
        Ask("about", "phone-ask-about", max_chars=directory.MAX_ABOUT_CHARS, read=on_one_line, optional=True),
        Confirm("confirm", _preview, options=_LOOK, columns=2),
    ),
    done=_done,
    next=_next,
    hub="confirm",
)


def given_off(of: Phone) -> dict[str, Any]:
    return {"phone_id": of.id, "name": of.name, "number": of.entry.number}


def _preview_off(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("phone-preview-off", {"name": answers["name"], "number": answers["number"]}),)


async def _take_off(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    off = await phone_card.take_off(actor=actor, phone_id=int(answers["phone_id"]), uow=uow)
    back = Button("button-service-back", data("phone-do", off.id, "back"))
    return Reply((Line("phone-taken-off", {"name": off.name}),), buttons=((back,),))


TAKE_PHONE_OFF = Dialog(
    "take-phone-off",
    version=1,
    steps=(Confirm("confirm", _preview_off),),
    done=_take_off,
)
