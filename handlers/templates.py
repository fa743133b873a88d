"""Templates of what many are told: the list, one of them, and what officers do with it."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.broadcast_templates import MAX_NAME_CHARS, Template
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.messages import Actor, Button, Command, Press, Reply, Say, line
from bot.ports import UnitOfWork
from bot.services import broadcast_templates as service
from bot.services import broadcasts, template_lines
from conversations import ask_template, keep_template, tell_many
from handlers.beginning import begin

_OWN, _SHIPPED = template_lines.OWN, template_lines.SHIPPED


async def on_templates(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply | tuple[Say, ...]:
    """`/templates`; with words, the one of that name, or the beginning of a new one."""
    estate, _, templates = await service.list_templates(actor=command.actor, uow=uow)
    name = " ".join(command.words.split())
    if not name:
        return template_lines.listed(estate, templates)
    for each in templates:
        if each.name == name:
            return template_lines.one(each)
    return await _write(command.actor, name[:MAX_NAME_CHARS], uow=uow, now=now, house=house)


async def on_template(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return template_lines.one(await _of_button(press.actor, press.args, uow))


async def _of_button(actor: Actor, args: tuple[str, ...], uow: UnitOfWork) -> Template:
    """The template that a button names: the estate's own by its id, one that comes along by its place among these."""
    at = number(args, 1)
    if args[0] == _OWN:
        return await service.to_run(actor=actor, template_id=at, uow=uow)
    broadcasts.officer(actor)
    along = service.shipped(actor.language)
    if args[0] != _SHIPPED or at >= len(along):
        raise errors.UnknownButton
    return along[at]


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply | tuple[Say, ...]:
    actor = press.actor
    if press.args == ("new",):
        return await _write(actor, "", uow=uow, now=now, house=house)
    if len(press.args) != 3:
        raise errors.UnknownButton
    template = await _of_button(actor, press.args, uow)
    match press.args[2]:
        case "use":
            return await _use(actor, template, uow=uow, now=now, house=house)
        case "change":
            known = keep_template.given_change(template, actor)
            return await begin(keep_template.KEEP_TEMPLATE, actor, known, uow=uow, now=now, house=house)
        case "remove" if template.id:
            rows = ((_do(template, "remove-yes"), _do(template, "keep")),)
            return Reply((line("template-sure-remove", name=template.name),), buttons=rows)
        case "keep" if template.id:
            return Reply((line("template-stays", name=template.name),), edits=press.message_id)
        case "remove-yes" if template.id:
            await service.remove(actor=actor, template_id=template.id, uow=uow)
            return Reply((line("template-removed", name=template.name),), edits=press.message_id)
    raise errors.UnknownButton


def _do(template: Template, what: str) -> Button:
    return Button(f"button-template-{what}", data("template-do", _OWN, template.id, what))


async def _write(actor: Actor, name: str, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    broadcasts.officer(actor)
    known = keep_template.given(actor, name=name)
    return await begin(keep_template.KEEP_TEMPLATE, actor, known, uow=uow, now=now, house=house)


async def _use(actor: Actor, template: Template, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Tell many something, its words taken from this one."""
    estate, by = broadcasts.officer(actor)
    buildings = await uow.broadcasts.buildings([estate.key])
    templates = await service.of_estate(estate, language=actor.language, uow=uow)
    known = tell_many.given(actor, broadcasts.estates_of(actor), buildings, by.body, templates)
    taken = ask_template.given_taken(template)
    return await begin(tell_many.TELL_MANY, actor, {**known, **taken}, uow=uow, now=now, house=house)
