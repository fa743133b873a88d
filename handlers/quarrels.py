"""Quarrels between neighbours: handing one to a mediator, the mediator's acts, what each side says; all in private."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.domain import errors
from bot.domain import quarrels as rules
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.quarrels import Quarrel, Side
from bot.domain.wishes import Wish
from bot.messages import Actor, Command, Line, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import filing, mediating, quarrel_lines, quarrel_sides, quarrels, standing
from conversations import quarrel_words, talk

_WRITTEN = {
    "view": quarrel_words.SAY_VIEW,
    "time": quarrel_words.PROPOSE_TIME,
    "end": quarrel_words.END_QUARREL,
}


async def on_mediate(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """To a mediator what waits, to a side where it stands; to anybody else the way to a mediator."""
    actor = command.actor
    standing.require_private(actor)
    said: list[Say] = []
    theirs = await quarrel_sides.open_of(actor=actor, uow=uow)
    cases = await mediating.open_cases(actor=actor, uow=uow)
    if theirs:
        said.append(quarrel_lines.mine(theirs))
    if cases or _mediates(actor):
        said.append(quarrel_lines.cases(cases))
    if said and not command.words.strip():
        return tuple(said)
    chats = await filing.chats_to_file_in(actor, uow)
    estate = actor.estate_named(chats[0].estate_key or "")
    if estate is not None:
        quarrels.require_mediators(estate, *(quarrels.place_of(chat) for chat in chats))
    given = quarrel_words.given_home([(chat.id, chat.title) for chat in chats])
    if command.words.strip():
        given |= {"words": command.words.strip()}
    return await talk.begin(
        quarrel_words.FILE_QUARREL,
        actor,
        given=given,
        uow=uow,
        now=now,
        message_id=command.message_id,
        pace=house.pace,
    )


def _mediates(actor: Actor) -> bool:
    estates = [actor.estate, *(each.estate for each in actor.elsewhere.values())]
    return any(estate is not None and actor.person.telegram_id in estate.mediators for estate in estates)


# ---- the staff -----------------------------------------------------------------------------------------------------


async def on_hand_over(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await quarrels.hand_over(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    said = line("quarrel-handed", number=str(wish.number))
    return (Toast("noted"), Reply((said,), edits=press.message_id))


async def on_undo(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    wish = await quarrels.take_back(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return Toast("quarrel-undone", {"number": str(wish.number)})


# ---- the mediator --------------------------------------------------------------------------------------------------


async def on_open(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A quarrel as whoever opens it may know it."""
    actor, quarrel_id = press.actor, number(press.args, 0)
    standing.require_private(actor)
    quarrel, wish = await mediating.locked(quarrel_id, uow)
    if (side := quarrel.side_of(actor.person.id)) is not None:
        return quarrel_lines.side_view(quarrel, wish, side)
    quarrel, wish, _ = await mediating.to_read(actor=actor, quarrel_id=quarrel_id, uow=uow)
    return await _case(quarrel, wish, uow)


async def _case(quarrel: Quarrel, wish: Wish, uow: UnitOfWork, *head: Line) -> Reply:
    return quarrel_lines.case(quarrel, wish, await mediating.known_there(quarrel, wish, uow), head=head)


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """One press of the mediator; the message shows afterwards how it stands."""
    actor, quarrel_id = press.actor, number(press.args, 0)
    what = press.args[1] if len(press.args) > 1 else ""
    head: tuple[Line, ...] = ()
    match what:
        case "take":
            quarrel, wish = await mediating.take(actor=actor, quarrel_id=quarrel_id, uow=uow, now=now)
        case "release":
            quarrel, wish = await mediating.hand_back(actor=actor, quarrel_id=quarrel_id, uow=uow, now=now)
            return _edited(press, line("quarrel-released", number=str(wish.number)))
        case "back":
            wish = await mediating.give_back(actor=actor, quarrel_id=quarrel_id, uow=uow, now=now)
            return _edited(press, line("quarrel-given-back", number=str(wish.number)))
        case "ask":
            whom = number(press.args, 2)
            quarrel, wish = await mediating.ask(actor=actor, quarrel_id=quarrel_id, whom=whom, uow=uow, now=now)
            head = (line("quarrel-asked-other"),)
        case "door-yes" | "door-no":
            agrees = what == "door-yes"
            quarrel, wish = await mediating.asked_at_door(
                actor=actor, quarrel_id=quarrel_id, agrees=agrees, uow=uow, now=now
            )
        case "link":
            quarrel, _, _ = await mediating.to_read(actor=actor, quarrel_id=quarrel_id, uow=uow)
            return (quarrel_lines.link(quarrel),)
        case _:
            raise errors.UnknownButton
    shown = await _case(quarrel, wish, uow, *head)
    # A picture is not sent again below its own message.
    edited = Reply(shown.lines, buttons=shown.buttons, edits=press.message_id, photos=shown.photos)
    return (Toast("noted"), edited)


def _edited(press: Press, said: Line) -> tuple[Say, ...]:
    return (Toast("noted"), Reply((said,), edits=press.message_id))


async def on_write(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """What takes words: how a side sees it; of the mediator a time, or the end."""
    actor, quarrel_id = press.actor, number(press.args, 0)
    what = press.args[1] if len(press.args) > 1 else ""
    if what not in _WRITTEN:
        raise errors.UnknownButton
    if what == "view":
        quarrel, wish, side, _ = await quarrel_sides.own(quarrel_id, actor, uow)
        rules.check_view(quarrel, side)
    else:
        quarrel, wish, _ = await mediating.to_read(actor=actor, quarrel_id=quarrel_id, uow=uow)
        rules.require_mediator(quarrel, actor.person.id)
        if what == "time":
            rules.require_both(quarrel)
    given = quarrel_words.given(quarrel, wish.number)
    return await talk.begin(_WRITTEN[what], actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace)


# ---- the sides -----------------------------------------------------------------------------------------------------


async def on_say(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """One press of a side. What it is about is seen again by /mediate."""
    actor, quarrel_id = press.actor, number(press.args, 0)
    what = press.args[1] if len(press.args) > 1 else ""
    match what:
        case "yes" | "no":
            yes = what == "yes"
            quarrel, wish, side = await quarrel_sides.answer(
                actor=actor, quarrel_id=quarrel_id, yes=yes, uow=uow, now=now
            )
            if yes:
                shown = quarrel_lines.side_view(quarrel, wish, side)
                return (Toast("noted"), msgspec.structs.replace(shown, edits=press.message_id))
            key = "quarrel-no-back" if side is Side.AUTHOR and not wish.is_with_mediator else "quarrel-no"
            return _edited(press, line(key, number=str(wish.number)))
        case "fits" | "fits-not":
            fits = what == "fits"
            quarrel = await quarrel_sides.answer_time(actor=actor, quarrel_id=quarrel_id, fits=fits, uow=uow, now=now)
            key = "quarrel-said-fits" if fits else "quarrel-said-fits-not"
            return _edited(press, line(key, time=quarrel.time))
        case "holds" | "holds-not":
            holds = what == "holds"
            await quarrel_sides.say_whether_holds(actor=actor, quarrel_id=quarrel_id, holds=holds, uow=uow)
            return _edited(press, line("quarrel-said-holds" if holds else "quarrel-said-holds-not"))
        case "off":
            await quarrel_sides.withdraw(actor=actor, quarrel_id=quarrel_id, uow=uow, now=now)
            return _edited(press, line("quarrel-off"))
    raise errors.UnknownButton


async def open_link(actor: Actor, code: str, *, uow: UnitOfWork, now: datetime) -> Reply:
    """The other side opens the link that the mediator passed on."""
    quarrel, wish = await quarrel_sides.came_by_link(actor=actor, code=code, uow=uow, now=now)
    return quarrel_lines.side_view(quarrel, wish, Side.OTHER)
