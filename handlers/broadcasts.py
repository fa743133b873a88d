"""Broadcasts: beginning one, its card, the list of them, and [I have read it]."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bot.domain import broadcast_refusals as refusals
from bot.domain import errors, formatting
from bot.domain.broadcasts import Broadcast
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.messages import Actor, Button, Command, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import broadcast_lines, broadcast_templates, chats
from bot.services import broadcasts as service
from conversations import correct_broadcast, tell_many
from handlers.beginning import begin

_LONGEST_NUMBER = 9  #: digits
_ACTS: dict[str, Callable[..., Awaitable[Broadcast]]] = {
    "confirm": service.confirm,
    "decline": service.decline,
    "pause": service.pause,
    "resume": service.resume,
    "cancel-yes": service.cancel,
    "retract-yes": service.retract,
}
_SURE = ("cancel", "retract")  #: asked again before it is done


async def on_broadcast(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`/broadcast`, or `/broadcast words`."""
    known = await _known(command.actor, uow)
    if words := command.words.strip():
        known["words"] = {known["own"]: formatting.of_words(words)}
    return await begin(
        tell_many.TELL_MANY, command.actor, known, uow=uow, now=now, house=house, message_id=command.message_id
    )


async def _known(actor: Actor, uow: UnitOfWork) -> dict[str, Any]:
    estate, by = service.officer(actor)
    buildings = await uow.broadcasts.buildings([estate.key])
    templates = await broadcast_templates.of_estate(estate, language=actor.language, uow=uow)
    grids = await service.grids_of(estate, uow)
    return tell_many.given(actor, service.estates_of(actor), buildings, by.body, templates, grids=grids)


async def on_broadcasts(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/broadcasts`, and `/broadcasts 3` for one."""
    words = command.words.strip().lstrip("#")
    if not words:
        return broadcast_lines.page_of(await service.list_broadcasts(actor=command.actor, page=0, uow=uow))
    if not words.isdecimal() or len(words) > _LONGEST_NUMBER:
        raise refusals.NoSuchBroadcast(number=words[:20])
    broadcast = await service.by_number(actor=command.actor, number=int(words), uow=uow)
    return broadcast_lines.card(broadcast, await uow.broadcasts.progress(broadcast), now=now)


async def on_page(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    page = await service.list_broadcasts(actor=press.actor, page=number(press.args, 0), uow=uow)
    return broadcast_lines.page_of(page, edits=press.message_id)


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    if len(press.args) != 2:
        raise errors.UnknownButton
    actor, broadcast_id, what = press.actor, number(press.args, 0), press.args[1]
    if (act := _ACTS.get(what)) is not None:
        broadcast = await act(actor=actor, broadcast_id=broadcast_id, uow=uow, now=now)
        done = Toast(f"broadcast-did-{what.partition('-')[0]}", {"number": str(broadcast.number)})
        if what.endswith("-yes"):
            said = line(f"broadcast-did-{what.partition('-')[0]}", number=str(broadcast.number))
            return (done, Reply((said,), edits=press.message_id))
        return (done,)
    broadcast, _ = await service.to_run(actor=actor, broadcast_id=broadcast_id, uow=uow)
    args = {"number": str(broadcast.number)}
    match what:
        case str() if what in _SURE:
            rows = ((_again(broadcast, f"{what}-yes"), _again(broadcast, "keep")),)
            return (Reply((line(f"broadcast-sure-{what}", **args),), buttons=rows),)
        case "keep":
            return (Reply((line("broadcast-kept", **args),), edits=press.message_id),)
        case "card":
            card = broadcast_lines.card(broadcast, await uow.broadcasts.progress(broadcast), now=now)
            return (card,)
        case "correct":
            known = correct_broadcast.given_correction(broadcast, actor)
            return await begin(correct_broadcast.CORRECT_BROADCAST, actor, known, uow=uow, now=now, house=house)
        case "remind":
            known = {**await _known(actor, uow), **tell_many.given_reminder(broadcast)}
            return await begin(tell_many.TELL_MANY, actor, known, uow=uow, now=now, house=house)
        case "unread" | "lobby":
            name = broadcast_lines.UNREAD if what == "unread" else broadcast_lines.LOBBY
            document = f"{name}:{actor.language}:{broadcast.id}"
            caption = line(f"broadcast-file-{what}", **args)
            return (Toast("plan-file-comes"), Reply((caption,), document=document, silent=True))
    raise errors.UnknownButton


def _again(broadcast: Broadcast, what: str) -> Button:
    return Button(f"button-broadcast-{what}", data("bcast", broadcast.id, what))


async def on_read(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    """[I have read it]."""
    _, first = await service.read(actor=press.actor, broadcast_id=number(press.args, 0), uow=uow, now=now)
    return Toast("broadcast-read" if first else "broadcast-read-before")


async def open_link(actor: Actor, code: str, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """By the code on the page in the lobby: `<id>-<code of a group>`. Who comes by it lives there from now on.

    Raises:
        StaleDeepLink: a made-up code, or one of a group that is not bound any more.
        BroadcastGone: it was retracted, or is another estate's.
    """
    key, _, group = code.partition("-")
    if not key.isdecimal():
        raise errors.StaleDeepLink
    home = await chats.come_by_link(actor=actor, code=group, uow=uow, now=now)
    if house.estates.get(home.estate_key or "") is None:
        raise errors.StaleDeepLink
    broadcast = await service.to_read(broadcast_id=int(key[:18]), estate_key=home.estate_key or "", uow=uow)
    return broadcast_lines.message(broadcast)
