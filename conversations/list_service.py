"""A service of the committee's list: put on it, changed, taken off. From the last look each part can be changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import directory
from bot.domain.buttons import data
from bot.domain.directory import Duty, Particulars, Provider, Service
from bot.domain.people import Body
from bot.messages import Actor, Arg, Button, Line, Reply
from bot.ports import UnitOfWork
from bot.services import directory as service
from bot.services import service_lines
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.refer_wish import BODY_WORDS
from conversations.steps import YES, Ask, Choose, Confirm

_ORDER = ("name", "provider", "duty", "apply", "hours", "contact", "confirm")

_BODIES = tuple(Option(body.value, f"body-{body}", BODY_WORDS[body]) for body in directory.PROVIDERS)
_DUTIES = (
    Option(Duty.MUST, "duty-must", ("必须提供", "必须", "必須提供", "must be provided", "must")),
    Option(Duty.MAY, "duty-may", ("可以提供", "可以", "may be provided", "may")),
)
_LOOK = (
    YES,
    Option("name", "button-part-name", ("改名字", "change the name")),
    Option("provider", "button-part-provider", ("改谁来办", "change who provides it", "change who")),
    Option("duty", "button-part-duty", ("改必须不必须", "change must or may")),
    Option("apply", "button-part-apply", ("改怎么办", "change how")),
    Option("hours", "button-part-hours", ("改时间", "change the hours")),
    Option("contact", "button-part-contact", ("改找谁", "改联系", "change the contact")),
)


# ---- what the answers are --------------------------------------------------------------------------------------------


def _provider_kept(provider: Provider) -> Any:
    """As JSON: a body's value, or a list with anybody else's name."""
    return [provider.name] if provider.body is None else provider.body.value


def _provider_of(kept: Any) -> Provider:
    return Provider(Body(kept)) if isinstance(kept, str) else Provider(None, str(kept[0]))


def _shown_provider(kept: Any) -> Arg:
    return service_lines.provider_arg(_provider_of(kept))


def _read_provider(words: str, context: Context) -> list[str]:
    return [on_one_line(words, context)]


def on_one_line(words: str, context: Context) -> str:
    return " ".join(words.split())


def given(of: Service | None = None) -> dict[str, Any]:
    """What is known when it begins: nothing, or the service as it stands."""
    if of is None:
        return {}
    parts = of.particulars
    return {
        "service_id": of.id,
        "number": str(of.number),
        "name": parts.name,
        "provider": _provider_kept(parts.provider),
        "duty": parts.duty.value,
        "apply": parts.apply or None,
        "hours": parts.hours or None,
        "contact": parts.contact or None,
    }


def _particulars(answers: Answers) -> Particulars:
    return Particulars(
        name=answers["name"],
        provider=_provider_of(answers["provider"]),
        duty=Duty(answers["duty"]),
        apply=answers.get("apply") or "",
        hours=answers.get("hours") or "",
        contact=answers.get("contact") or "",
    )


# ---- putting one on the list, and changing it ------------------------------------------------------------------------


def _next(step: str | None, answers: Answers) -> str | None:
    """All of it in order, then from the look to whatever is to change, and back."""
    if step is None:
        return "confirm" if answers.get("service_id") else _ORDER[0]
    if step == "confirm":
        return None if answers["confirm"] == YES.value else str(answers["confirm"])
    return "confirm" if answers.get("confirm") else _ORDER[_ORDER.index(step) + 1]


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    key = "service-preview-change" if answers.get("service_id") else "service-preview"
    return (Line(key, {"name": answers["name"]}), *service_lines.particular_lines(_particulars(answers)))


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    particulars = _particulars(answers)
    if answers.get("service_id"):
        changed = await service.change(
            actor=actor, service_id=int(answers["service_id"]), particulars=particulars, uow=uow, now=now
        )
        return _said("service-changed", changed)
    added = await service.add(actor=actor, particulars=particulars, uow=uow, now=now)
    return _said("service-added", added, Button("button-service-off", data("service-do", added.id, "off")))


def _said(key: str, of: Service, *more: Button) -> Reply:
    args: dict[str, Arg] = {"number": str(of.number), "name": of.name}
    return Reply((Line(key, args),), buttons=((service_lines.look(of), *more),))


LIST_SERVICE = Dialog(
    "list-service",
    version=1,
    steps=(
        Ask("name", "service-ask-name", max_chars=directory.MAX_NAME_CHARS, read=on_one_line),
        Ask(
            "provider",
            "service-ask-provider",
            max_chars=directory.MAX_PROVIDER_CHARS,
            read=_read_provider,
            show=_shown_provider,
            shortcuts=_BODIES,
        ),
        Choose("duty", "service-ask-duty", options=_DUTIES),
        Ask("apply", "service-ask-apply", max_chars=directory.MAX_APPLY_CHARS, optional=True),
        Ask("hours", "service-ask-hours", max_chars=directory.MAX_HOURS_CHARS, read=on_one_line, optional=True),
        Ask("contact", "service-ask-contact", max_chars=directory.MAX_CONTACT_CHARS, optional=True),
        Confirm("confirm", _preview, options=_LOOK, columns=2),
    ),
    done=_done,
    next=_next,
    hub="confirm",
)

# ---- taking one off --------------------------------------------------------------------------------------------------


def given_off(of: Service) -> dict[str, Any]:
    return {"service_id": of.id, "number": str(of.number), "name": of.name}


def _preview_off(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("service-preview-off", {"number": answers["number"], "name": answers["name"]}),)


async def _take_off(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    off = await service.take_off(actor=actor, service_id=int(answers["service_id"]), uow=uow)
    back = Button("button-service-back", data("service-do", off.id, "back"))
    return Reply((Line("service-taken-off", {"number": str(off.number), "name": off.name}),), buttons=((back,),))


TAKE_SERVICE_OFF = Dialog(
    "take-service-off",
    version=1,
    steps=(Confirm("confirm", _preview_off),),
    done=_take_off,
)
