"""`/notices`: how one wants to be told of news, for all wishes and for single ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain import errors
from bot.domain.attention import Attention, Courtesy
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.wishes import Wish
from bot.messages import Actor, Button, Command, Line, Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import attention as service
from bot.texts.fitting import shorten

_SAME = "same"  #: in a button: this wish goes with all the others
_QUOTED_CHARS = 24


async def on_notices(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    if not command.actor.chat.private:
        return Reply((line("notices-in-private"),), buttons=((Button("button-open-private", start="notices"),),))
    return await notices(command.actor, page=0, uow=uow, house=house)


async def on_notices_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A page was pressed: the same message changes. A digest's button names none: a new message."""
    if not press.args:
        return await notices(press.actor, page=0, uow=uow, house=house)
    page = number(press.args, 0)
    return await notices(press.actor, page=page, uow=uow, house=house, edits=press.message_id)


async def on_chosen(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """One of the four, for all wishes."""
    setting = _setting(press.args, 0)
    await service.choose_for_all(actor=press.actor, setting=setting, uow=uow, now=now, estates=house.estates)
    return Toast("noted"), await notices(press.actor, page=0, uow=uow, house=house, edits=press.message_id)


async def on_notices_of_wish(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """Pressed on a notice or a wish: a new message. On the list of settings (a second argument): it changes."""
    edits = press.message_id if len(press.args) > 1 else None
    return await notices_of_wish(press.actor, wish_id=number(press.args, 0), uow=uow, house=house, edits=edits)


async def on_chosen_for_wish(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish_id = number(press.args, 0)
    setting = None if press.args[1:] == (_SAME,) else _setting(press.args, 1)
    await service.choose_for_wish(
        actor=press.actor, wish_id=wish_id, setting=setting, uow=uow, now=now, estates=house.estates
    )
    return Toast("noted"), await notices_of_wish(
        press.actor, wish_id=wish_id, uow=uow, house=house, edits=press.message_id
    )


def _setting(args: tuple[str, ...], index: int) -> Attention:
    if len(args) <= index or args[index] not in list(Attention):
        raise errors.UnknownButton
    return Attention(args[index])


async def notices(actor: Actor, *, page: int, uow: UnitOfWork, house: House, edits: int | None = None) -> Reply:
    """What holds for all, the four choices, and the wishes with a setting of their own."""
    found = await service.settings_of(actor=actor, page=page, uow=uow)
    courtesy = _courtesy(actor, house)
    lines = [line("notices-head"), _now(found.for_all), _told(found.for_all, courtesy)]
    if courtesy.has_quiet_hours:
        lines.append(line("notices-quiet"))
    lines.append(line("notices-asks"))
    if found.wishes:
        lines.append(line("notices-own-head"))
    for wish, setting in found.wishes:
        about = Term(f"attention-{setting}")
        lines.append(line("notices-own", number=str(wish.number), words=_quoted(wish), setting=about))
    opens = tuple(
        Button("button-number", data("notices-wish", wish.id, "here"), args={"number": str(wish.number)})
        for wish, _ in found.wishes
    )
    rows = tuple(opens[start : start + 4] for start in range(0, len(opens), 4))
    choices = _four(lambda each: data("notices-set", each), chosen=found.for_all)
    return Reply(tuple(lines), buttons=(*choices, *rows, *_pages(found)), edits=edits)


async def notices_of_wish(
    actor: Actor, *, wish_id: int, uow: UnitOfWork, house: House, edits: int | None = None
) -> Reply:
    wish, own, for_all = await service.setting_of_wish(actor=actor, wish_id=wish_id, uow=uow)
    same_as_all = line("notices-wish-same", setting=Term(f"attention-{for_all}"))
    lines = (
        line("notices-wish-head", number=str(wish.number), words=_quoted(wish)),
        same_as_all if own is None else _now(own),
        _told(own or for_all, _courtesy(actor, house)),
    )
    choices = _four(lambda each: data("notices-keep", wish.id, each), chosen=own)
    same = () if own is None else ((Button("button-attention-same", data("notices-keep", wish.id, _SAME)),),)
    back = (Button("button-notices", data("notices", 0)),)
    return Reply(lines, buttons=(*choices, *same, back), edits=edits)


def _now(setting: Attention) -> Line:
    return line("notices-now", setting=Term(f"attention-{setting}"))


def _told(setting: Attention, courtesy: Courtesy) -> Line:
    """What this setting means, in words."""
    return line(f"notices-told-{setting}", n=courtesy.unprompted_a_day)


def _courtesy(actor: Actor, house: House) -> Courtesy:
    """Of the estate somebody belongs to; for a stranger the first one's will do."""
    return (actor.estate or next(iter(house.estates.values()))).courtesy


def _quoted(wish: Wish) -> str:
    return shorten(" ".join(wish.words.split()), _QUOTED_CHARS)


def _four(pressed: Callable[[Attention], str], *, chosen: Attention | None) -> tuple[tuple[Button, ...], ...]:
    """The four choices two by two, the present one marked."""
    buttons = [
        Button("button-chosen", pressed(each), args={"choice": Term(f"attention-{each}")})
        if each is chosen
        else Button(f"attention-{each}", pressed(each))
        for each in Attention
    ]
    return tuple(buttons[:2]), tuple(buttons[2:])


def _pages(found: service.Settings) -> tuple[tuple[Button, ...], ...]:
    row: tuple[Button, ...] = ()
    if found.page > 0:
        row += (Button("button-page-back", data("notices", found.page - 1)),)
    if found.page + 1 < found.pages:
        row += (Button("button-page-on", data("notices", found.page + 1)),)
    return (row,) if row else ()
