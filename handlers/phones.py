"""`/phone`: one card with all numbers; to the committee, what it can do with them."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.danger import Danger
from bot.domain.directory import Phone
from bot.domain.directory_refusals import PhoneOff
from bot.domain.house import House
from bot.messages import Actor, Button, Command, Line, Press, Reply, Say, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import directory, phone_card, service_lines
from conversations import list_phone, talk

CARD, NEW, OFF = "card", "new", "off"


async def on_phone(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await _card(command.actor, uow=uow, house=house)


async def on_phone_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """The card, in the same message or in a new one; or what was taken off it."""
    if len(press.args) != 1 or press.args[0] not in (CARD, NEW, OFF):
        raise errors.UnknownButton
    if press.args[0] == OFF:
        return await _off(press.actor, uow=uow, edits=press.message_id)
    edits = None if press.args[0] == NEW else press.message_id
    return await _card(press.actor, uow=uow, house=house, edits=edits)


async def _card(actor: Actor, *, uow: UnitOfWork, house: House, edits: int | None = None) -> Reply:
    estate, numbers = await phone_card.numbers(actor=actor, uow=uow)
    called = tuple(
        Term("phone-call", {"what": Term(f"danger-kind-{danger}"), "number": house.watch.number(danger, estate)})
        for danger in Danger
    )
    lines: list[Line] = [line("phone-head", estate=estate.name), line("phone-emergency", numbers=Texts(called))]
    lines += [service_lines.phone_row(phone.entry) for phone in numbers]
    kept = directory.keeps(actor, estate.key)
    if not numbers:
        lines.append(line("phone-empty-kept" if kept else "phone-empty"))
    rows: list[tuple[Button, ...]] = []
    if kept:
        named = [_named(phone) for phone in numbers]
        rows = [tuple(named[at : at + 2]) for at in range(0, len(named), 2)]
        rows.append((Button("button-phone-add", data("phone-do", 0, "add")),))
        if off := len((await phone_card.numbers(actor=actor, listed=False, uow=uow))[1]):
            rows.append((Button("button-phones-off", data("phone", OFF), args={"n": off}),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def _named(phone: Phone) -> Button:
    return Button("button-phone", data("phone-do", phone.id, "look"), args={"name": phone.name})


async def _off(actor: Actor, *, uow: UnitOfWork, edits: int | None) -> Reply:
    estate, numbers = await phone_card.numbers(actor=actor, listed=False, uow=uow)
    lines = [line("phone-head-off", estate=estate.name), *(service_lines.phone_row(phone.entry) for phone in numbers)]
    if not numbers:
        lines.append(line("phone-empty-off"))
    named = [_named(phone) for phone in numbers]
    rows = [tuple(named[at : at + 2]) for at in range(0, len(named), 2)]
    rows.append((Button("button-phone-card", data("phone", CARD)),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """What a button of the committee's does with a number, or with the card."""
    actor, phone_id = press.actor, number(press.args, 0)
    what = press.args[1] if len(press.args) == 2 else ""
    if what == "add":
        directory.estate_to_run(actor)
        return await talk.begin(
            list_phone.LIST_PHONE, actor, given=list_phone.given(), uow=uow, now=now, message_id=None, pace=house.pace
        )
    phone = await phone_card.to_run(actor=actor, phone_id=phone_id, uow=uow)
    match what:
        case "look":
            return Reply((service_lines.phone_row(phone.entry),), buttons=(_choices(phone),), silent=True)
        case "back":
            await phone_card.put_back(actor=actor, phone_id=phone.id, uow=uow)
            card = Button("button-phone-card", data("phone", NEW))
            return Reply((line("phone-put-back", name=phone.name),), buttons=((card,),))
        case "change" | "off" if not phone.listed:
            raise PhoneOff(name=phone.name)
        case "change":
            dialog, given = list_phone.LIST_PHONE, list_phone.given(phone)
        case "off":
            dialog, given = list_phone.TAKE_PHONE_OFF, list_phone.given_off(phone)
        case _:
            raise errors.UnknownButton
    return await talk.begin(dialog, actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace)


def _choices(phone: Phone) -> tuple[Button, ...]:
    if not phone.listed:
        return (Button("button-service-back", data("phone-do", phone.id, "back")),)
    return (
        Button("button-service-change", data("phone-do", phone.id, "change")),
        Button("button-service-off", data("phone-do", phone.id, "off")),
    )
