"""What neighbours found, lost and give away: `/found`, `/lost`, `/giveaway`, `/things`, and the buttons around them."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.people import Purpose
from bot.domain.places import number as read_number
from bot.domain.rights import Act
from bot.domain.things import Affair, Response, Standing, Thing, ThingKind, ThingState, check_open
from bot.messages import Actor, Button, Command, Line, Moment, Photo, Press, Reply, Say, line
from bot.ports import UnitOfWork
from bot.services import chats, standing, thing_lines, thing_said
from bot.services import things as service
from conversations import answer_thing, post_thing
from handlers.beginning import begin

Answer = Say | tuple[Say, ...]


# ---- posting --------------------------------------------------------------------------------------------------------


async def on_post(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    """In a group by a link: what only the owner knows is nothing for neighbours to read along."""
    actor, kind = command.actor, ThingKind(command.name)
    if not actor.chat.private:
        return _in_private(actor, kind)
    return await _post(
        actor,
        kind,
        words=command.words.strip(),
        photo=command.photo,
        message_id=command.message_id,
        uow=uow,
        now=now,
        house=house,
    )


def _in_private(actor: Actor, kind: ThingKind) -> Reply:
    """Texts: thing-in-private-found, -lost, -giveaway; button-thing-post-found, …"""
    standing.estate_for(actor, Act.HAND_ON)
    if actor.chat.purpose is not Purpose.BUILDING:
        raise errors.OnlyInPrivate
    go = Button(f"button-thing-post-{kind}", start=f"{thing_lines.POST_LINK}-{kind}-{actor.chat.link_code}")
    return Reply((line(f"thing-in-private-{kind}"),), buttons=((go,),), silent=True)


async def on_post_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    kind = _kind(press.args[0] if press.args else "")
    if kind is None:
        raise errors.UnknownButton
    return await _post(press.actor, kind, uow=uow, now=now, house=house)


async def _post(
    actor: Actor,
    kind: ThingKind,
    *,
    uow: UnitOfWork,
    now: datetime,
    house: House,
    words: str = "",
    photo: Photo | None = None,
    message_id: int | None = None,
) -> tuple[Say, ...]:
    opening = await service.to_post(actor=actor, uow=uow, now=now)
    kept = await uow.files.keep(photo) if photo is not None else None
    given = post_thing.given(opening, kind, words=words, photo=kept, hidden=actor.hidden)
    return await begin(post_thing.POST_THING, actor, given, uow=uow, now=now, house=house, message_id=message_id)


def _kind(word: str) -> ThingKind | None:
    return ThingKind(word) if word in list(ThingKind) else None


# ---- looking --------------------------------------------------------------------------------------------------------


async def on_things(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    """What is open; with a number, that one, in private."""
    actor, words = command.actor, command.words.strip()
    which = read_number(words.removeprefix("第").removesuffix("样")) if words else None
    if which is not None and actor.chat.private:
        return await _view(await service.by_number(actor=actor, number=which, uow=uow), actor)
    return thing_lines.listed(await service.page(actor=actor, kind=None, number=0, uow=uow), actor)


async def on_things_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """The same message changes. The button of what is one's own names no page: a new message."""
    what = press.args[0] if press.args else ""
    at = number(press.args, 1) if len(press.args) > 1 else 0
    if what == thing_lines.MINE:
        page = await service.own(actor=press.actor, number=at, uow=uow, now=now)
    elif what == thing_lines.ALL or _kind(what) is not None:
        page = await service.page(actor=press.actor, kind=_kind(what), number=at, uow=uow)
    else:
        raise errors.UnknownButton
    return thing_lines.listed(page, press.actor, edits=press.message_id if len(press.args) > 1 else None)


async def on_look(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """Not before neighbours: whose it is, and who answers, is shown there."""
    affair = await service.find(actor=press.actor, thing_id=number(press.args, 0), uow=uow)
    standing.require_away_from_neighbours(press.actor)
    return await _view(affair, press.actor)


async def _view(affair: Affair, actor: Actor) -> Reply:
    estate = standing.estate_of(affair.thing.estate_key, actor)
    looks = thing_lines.looker(actor, affair.thing)
    most = estate.things.most_prolongings
    return thing_lines.view(affair, looks, zone=estate.time_zone.key, most_prolongings=most)


async def open_link(
    actor: Actor, what: str, code: str, *, message_id: int, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    """By a link in a group: `<id or kind>-<code of the group>`. Who comes by it lives there from now on.

    Raises:
        StaleDeepLink: a made-up link, or one of a group that is not bound any more.
        ThingGone, …: see `service.find`.
    """
    key, _, group = code.partition("-")
    kind = _kind(key)
    if not key.isdecimal() and (what != thing_lines.POST_LINK or kind is None):
        raise errors.StaleDeepLink
    home = await chats.come_by_link(actor=actor, code=group, uow=uow, now=now)
    estate = house.estates.get(home.estate_key or "")
    if estate is None:
        raise errors.StaleDeepLink
    actor = chats.at_home(actor, estate)
    if what == thing_lines.POST_LINK and kind is not None:
        return await _post(actor, kind, uow=uow, now=now, house=house, message_id=message_id)
    if kind is not None:
        raise errors.StaleDeepLink
    affair = await service.find(actor=actor, thing_id=int(key[:18]), uow=uow)
    theirs = affair.thing.poster_id == actor.person.id or affair.of(actor.person.id) in affair.queue
    if what != thing_lines.ANSWER_LINK or theirs or not affair.thing.is_open:
        return (await _view(affair, actor),)
    return await _answer(affair, actor, uow=uow, now=now, house=house, message_id=message_id)


# ---- who answers ----------------------------------------------------------------------------------------------------


async def on_answer(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    affair = await service.to_answer(actor=press.actor, thing_id=number(press.args, 0), uow=uow)
    return await _answer(affair, press.actor, uow=uow, now=now, house=house)


async def _answer(
    affair: Affair, actor: Actor, *, uow: UnitOfWork, now: datetime, house: House, message_id: int | None = None
) -> tuple[Say, ...]:
    """One question of what is found and lost, none of what is given away."""
    if affair.thing.kind is ThingKind.GIVEAWAY:
        came = await service.answer(actor=actor, thing_id=affair.thing.id, words="", uow=uow, now=now)
        return (thing_said.answered(came.affair, came.response, reached=came.reached, was_in_it=came.was_in_it),)
    given = answer_thing.given(affair)
    return await begin(answer_thing.ANSWER_THING, actor, given, uow=uow, now=now, house=house, message_id=message_id)


async def on_back(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    affair = await service.take_back(actor=press.actor, thing_id=number(press.args, 0), uow=uow, now=now)
    return Reply((Line("thing-taken-back", thing_said.args_of(affair.thing)),))


# ---- whoever posted it, and the staff --------------------------------------------------------------------------------


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    actor, thing_id = press.actor, number(press.args, 0)
    what = press.args[1] if len(press.args) > 1 else ""
    match what:
        case "yes" | "no" | "contact":
            return await _respond_to(press, thing_id, what, uow=uow, now=now, house=house)
        case "handed" | "withdraw":
            affair = await service.own_thing(actor=actor, thing_id=thing_id, uow=uow)
            check_open(affair.thing)
            return _sure(affair.thing, what)
        case "handed-yes" | "withdraw-yes":
            state = ThingState.HANDED_OVER if what == "handed-yes" else ThingState.WITHDRAWN
            affair = await service.end(actor=actor, thing_id=thing_id, state=state, uow=uow, now=now)
            return Reply((_ended(affair.thing),))
        case "prolong":
            thing = await service.prolong(actor=actor, thing_id=thing_id, uow=uow, now=now)
            zone = standing.estate_of(thing.estate_key, actor).time_zone.key
            moment = Moment(thing.expires_at, zone)
            return Reply((Line("thing-prolonged", {**thing_said.args_of(thing), "moment": moment}),))
    raise errors.UnknownButton


async def _respond_to(
    press: Press, thing_id: int, what: str, *, uow: UnitOfWork, now: datetime, house: House
) -> Answer:
    """To one who answers: yes, no, where to meet."""
    actor, response_id = press.actor, number(press.args, 2)
    if what == "contact":
        affair, response = await service.to_pass_contact(
            actor=actor, thing_id=thing_id, response_id=response_id, uow=uow
        )
        given = answer_thing.given_contact(affair, response)
        return await begin(answer_thing.PASS_THING_CONTACT, actor, given, uow=uow, now=now, house=house)
    to_one = service.accept if what == "yes" else service.decline
    affair, response = await to_one(actor=actor, thing_id=thing_id, response_id=response_id, uow=uow, now=now)
    if what == "yes":
        return _accepted(affair, response)
    asked = affair.thing.kind is ThingKind.GIVEAWAY and affair.standing_at(Standing.ASKED)
    return Reply((Line("thing-declined-next" if asked else "thing-declined", {"name": response.name}),))


def _accepted(affair: Affair, response: Response) -> Reply:
    """Texts: thing-accepted-found, -lost, -giveaway; button-thing-handed-found, …"""
    thing = affair.thing
    contact, *other = thing_lines.response_rows(thing, response)
    handed = Button(f"button-thing-handed-{thing.kind}", data("thing-do", thing.id, "handed"))
    said = Line(f"thing-accepted-{thing.kind}", {"name": response.name})
    return Reply((said,), buttons=(contact, (handed,), *other))


def _sure(thing: Thing, what: str) -> Reply:
    """Texts: thing-sure-handed, thing-sure-withdraw; button-thing-handed-yes, button-thing-withdraw-yes."""
    yes = Button(f"button-thing-{what}-yes", data("thing-do", thing.id, f"{what}-yes"))
    return Reply(
        (Line(f"thing-sure-{what}", thing_said.args_of(thing)),), buttons=((yes,), thing_lines.look_row(thing))
    )


def _ended(thing: Thing) -> Line:
    """Texts: thing-ended-handed-over, thing-ended-withdrawn."""
    return Line(f"thing-ended-{thing.state}", thing_said.args_of(thing))


async def on_take_down(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Answer:
    affair = await service.to_take_down(actor=press.actor, thing_id=number(press.args, 0), uow=uow)
    given = answer_thing.given(affair)
    return await begin(answer_thing.TAKE_DOWN_THING, press.actor, given, uow=uow, now=now, house=house)
