"""Sign-ups: `/signup` asks who comes, `/signups` says what there is, and the buttons of the cards."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.places import number as read_number
from bot.domain.rights import RIGHTS, Act
from bot.messages import Actor, Command, Line, Press, Reply, Say, Toast
from bot.ports import UnitOfWork
from bot.services import signup_lines, signup_running, signup_said
from bot.services import signups as service
from bot.services.signups import Pressed
from conversations import open_signup, sign_up
from handlers.beginning import begin

Answer = Say | tuple[Say, ...]


async def on_signup(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    return await _open(command.actor, command.words.strip(), command.message_id, uow=uow, now=now, house=house)


async def _open(
    actor: Actor, what: str, message_id: int | None, *, uow: UnitOfWork, now: datetime, house: House
) -> Answer:
    estate, groups = await service.groups_of(actor=actor, uow=uow)
    given = open_signup.given(estate, groups, what=what, now=now)
    return await begin(open_signup.OPEN_SIGNUP, actor, given, uow=uow, now=now, house=house, message_id=message_id)


async def on_signups(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """What is ahead; with a number, that one."""
    actor, words = command.actor, command.words.strip()
    which = read_number(words.removeprefix("第").removesuffix("个")) if words else None
    if which is not None and actor.chat.private:
        roll = await service.by_number(actor=actor, number=which, uow=uow)
        return signup_lines.view(roll, service.looker(actor, roll.signup), now=now)
    estate, rolls = await service.ahead(actor=actor, uow=uow, now=now)
    runs = bool(actor.roles_somewhere(estate.key) & RIGHTS[Act.RUN_SIGNUP])
    private, person_id = actor.chat.private, actor.person.id
    return signup_lines.listed(estate, rolls, person_id=person_id, private=private, runs=runs)


async def on_look(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await look(press.actor, number(press.args, 0), uow=uow, now=now)


async def look(actor: Actor, signup_id: int, *, uow: UnitOfWork, now: datetime) -> Reply:
    roll = await service.find(actor=actor, signup_id=signup_id, uow=uow)
    return signup_lines.view(roll, service.looker(actor, roll.signup), now=now)


# ---- pressing -------------------------------------------------------------------------------------------------------


async def on_sign(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    """Done at once. In private what was pressed shows how it stands now."""
    actor, signup_id = press.actor, number(press.args, 0)
    what = press.args[1] if len(press.args) == 2 else ""
    match what:
        case "in":
            pressed = await service.sign(actor=actor, signup_id=signup_id, uow=uow, now=now)
        case "plus" | "minus":
            more = 1 if what == "plus" else -1
            pressed = await service.bring(actor=actor, signup_id=signup_id, more=more, uow=uow, now=now)
        case "out":
            pressed = await service.leave(actor=actor, signup_id=signup_id, uow=uow, now=now)
        case _:
            raise errors.UnknownButton
    toast = _toast(pressed, actor)
    if not actor.chat.private:
        return toast
    looks = service.looker(actor, pressed.roll.signup)
    return (toast, signup_lines.view(pressed.roll, looks, now=now, edits=press.message_id))


def _toast(pressed: Pressed, actor: Actor) -> Toast:
    """Texts: sign-in, sign-in-with, sign-in-already, sign-out; sign-waits, sign-waits-look, sign-waits-already."""
    entry, was = pressed.entry, pressed.was
    if entry is None:
        return Toast("sign-out")
    args: dict[str, str | int] = {"at": str(pressed.roll.rank(entry)), "n": entry.guests}
    if not entry.placed:
        if entry == was:
            return Toast("sign-waits-already", dict(args), alert=True)
        return Toast("sign-waits" if actor.person.started else "sign-waits-look", dict(args), alert=True)
    if entry == was:
        return Toast("sign-in-already", dict(args))
    return Toast("sign-in-with" if entry.guests else "sign-in", dict(args))


async def on_names(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    actor = press.actor
    roll = await service.to_name_guests(actor=actor, signup_id=number(press.args, 0), uow=uow, now=now)
    return await begin(sign_up.NAME_GUESTS, actor, sign_up.given(roll), uow=uow, now=now, house=house)


# ---- whoever runs it, and who signs up others ------------------------------------------------------------------------


async def on_for(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    """Somebody without a phone: on the list, or off it again."""
    actor, signup_id = press.actor, number(press.args, 0)
    if press.args[1:] == ("new",):
        roll = await signup_running.to_sign_for(actor=actor, signup_id=signup_id, uow=uow, now=now)
        return await begin(sign_up.SIGN_UP_OTHER, actor, sign_up.given(roll), uow=uow, now=now, house=house)
    entry_id = number(press.args, 1)
    _, entry = await signup_running.take_off(actor=actor, signup_id=signup_id, entry_id=entry_id, uow=uow, now=now)
    return Toast("sign-off-for", {"name": entry.name}, alert=True)


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    actor, signup_id = press.actor, number(press.args, 0)
    what = press.args[1] if len(press.args) == 2 else ""
    if what == "open":
        return await _open(actor, "", None, uow=uow, now=now, house=house)
    roll = await service.to_run(actor=actor, signup_id=signup_id, uow=uow)
    match what:
        case "list":
            if roll.signup.is_forgotten:
                return Reply((Line("signup-forgotten"),))
            return (Toast("plan-file-comes"), signup_said.listed(roll, actor.language))
        case "change":
            service.check_ahead(roll, now=now)
            given = open_signup.given_change(roll, service.estate_of(actor, roll), now=now)
            return await begin(open_signup.CHANGE_SIGNUP, actor, given, uow=uow, now=now, house=house)
        case "cancel":
            service.check_ahead(roll, now=now)
            return await begin(sign_up.CANCEL_SIGNUP, actor, sign_up.given(roll), uow=uow, now=now, house=house)
    raise errors.UnknownButton
