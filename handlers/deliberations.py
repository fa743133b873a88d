"""Deliberations: opening, reading, saying, tapping, ending, minutes; [I see it differently]; and deciding."""

from __future__ import annotations

from datetime import datetime

from bot.domain import deliberation_refusals, errors, rights
from bot.domain.buttons import data, number
from bot.domain.deliberations import Part, Side, Tap
from bot.domain.house import House
from bot.domain.rights import Act
from bot.messages import Actor, Button, Line, Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import answers, chats, contributing, deliberation_lines, deliberations, dissents, standing
from conversations import answer_wish, contribute, open_deliberation, talk, write_minutes

_WHAT: dict[str, tuple[Part, Side | None]] = {
    "pro": (Part.ARGUMENT, Side.FOR),
    "con": (Part.ARGUMENT, Side.AGAINST),
    "statement": (Part.STATEMENT, None),
    "note": (Part.NOTE, None),
    "ask": (Part.QUESTION, None),
}


# ---- I see it differently -------------------------------------------------------------------------------------------


async def on_differ(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    """In a window that they alone see: it is said who learns of it, and how to take it back."""
    wish, counts = await dissents.see_differently(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return Toast("differ-counted" if counts else "differ-taken-back", {"number": str(wish.number)}, alert=True)


# ---- opening, ending, minutes ---------------------------------------------------------------------------------------


async def on_deliberate(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    standing.require_away_from_neighbours(press.actor)
    wish, forms = await deliberations.may_be_opened(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    officers = deliberations.officers(standing.estate_of(wish.estate_key, press.actor))
    given = open_deliberation.given(wish, forms, officers)
    return await talk.begin(
        *(open_deliberation.OPEN_DELIBERATION, press.actor),
        given=given,
        uow=uow,
        now=now,
        message_id=None,
        pace=house.pace,
    )


async def on_end(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """Asked once more: what was closed is not opened again."""
    actor, deliberation_id = press.actor, number(press.args, 0)
    standing.require_away_from_neighbours(actor)
    if press.args[1:] != ("yes",):
        wish, deliberation = await deliberations.find(
            actor=actor, deliberation_id=deliberation_id, uow=uow, act=Act.OPEN_DELIBERATION
        )
        if not deliberation.is_open:
            raise deliberation_refusals.DeliberationOver(number=str(wish.number))
        yes = Button("button-end-yes", data("end-delib", deliberation_id, "yes"))
        asked = line("end-deliberation-ask", number=str(wish.number), question=deliberation.question)
        return Reply((asked,), buttons=((yes,),), silent=True)
    wish = await deliberations.end(actor=actor, deliberation_id=deliberation_id, uow=uow, now=now)
    ended = line("end-deliberation-done", number=str(wish.number))
    write = Button("button-minutes", data("minutes", deliberation_id))
    return (Toast("noted"), Reply((ended,), buttons=((write,),), edits=press.message_id))


async def on_minutes(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    standing.require_away_from_neighbours(press.actor)
    wish, deliberation = await deliberations.to_minute(
        actor=press.actor, deliberation_id=number(press.args, 0), uow=uow
    )
    given = write_minutes.given(wish, deliberation)
    return await talk.begin(
        write_minutes.WRITE_MINUTES, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


# ---- reading --------------------------------------------------------------------------------------------------------


async def on_whole(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    page = number(press.args, 1) if len(press.args) > 1 else 0
    return await _whole(press.actor, number(press.args, 0), page=page, uow=uow)


async def _whole(actor: Actor, deliberation_id: int, *, page: int, uow: UnitOfWork) -> Reply:
    standing.require_away_from_neighbours(actor)
    wish, deliberation = await deliberations.find(
        actor=actor, deliberation_id=deliberation_id, uow=uow, act=Act.READ_DELIBERATION
    )
    voice, _ = deliberations.voice_in(actor, wish)
    return deliberation_lines.whole(
        wish,
        await deliberations.view_of(deliberation, uow),
        page=page,
        person_id=actor.person.id,
        telegram_id=actor.person.telegram_id,
        voice=voice,
        staff=bool(standing.roles_for(wish, actor) & rights.RIGHTS[Act.OPEN_DELIBERATION]),
        private=actor.chat.private,
    )


async def on_said_photos(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    _, _, said = await contributing.contribution_to_read(
        actor=press.actor, contribution_id=number(press.args, 0), uow=uow
    )
    if not said.photos:
        raise errors.ButtonTooOld
    return deliberation_lines.with_photos(said)


async def open_link(
    actor: Actor, code: str, *, message_id: int, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    """By a link of the group's message: `<id>-<what>-<code of the group>`. Who comes by it lives there from now on.

    Raises:
        StaleDeepLink: a made-up link, or one of a group that is not bound any more.
    """
    key, _, rest = code.partition("-")
    what, _, group = rest.partition("-")
    if not key.isdecimal() or (what not in _WHAT and what not in ("view", "taps")):
        raise errors.StaleDeepLink
    home = await chats.come_by_link(actor=actor, code=group, uow=uow, now=now)
    estate = house.estates.get(home.estate_key or "")
    if estate is None:
        raise errors.StaleDeepLink
    actor, deliberation_id = chats.at_home(actor, estate), int(key[:18])
    if what == "view":
        return (await _whole(actor, deliberation_id, page=0, uow=uow),)
    if what == "taps":
        return (await _one_by_one(actor, deliberation_id, after=0, uow=uow, now=now),)
    return await _begin_saying(actor, deliberation_id, what, message_id=message_id, uow=uow, now=now, house=house)


# ---- saying and tapping ---------------------------------------------------------------------------------------------


async def on_say(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    if len(press.args) != 2 or press.args[1] not in _WHAT:
        raise errors.UnknownButton
    return await _begin_saying(
        press.actor, number(press.args, 0), press.args[1], message_id=None, uow=uow, now=now, house=house
    )


async def _begin_saying(
    actor: Actor,
    deliberation_id: int,
    what: str,
    *,
    message_id: int | None,
    uow: UnitOfWork,
    now: datetime,
    house: House,
) -> tuple[Say, ...]:
    part, side = _WHAT[what]
    wish, deliberation, voice = await contributing.may_say(
        actor=actor, deliberation_id=deliberation_id, part=part, uow=uow, now=now
    )
    given = contribute.given(wish, deliberation, part=part, side=side, voice=voice)
    return await talk.begin(
        contribute.CONTRIBUTE, actor, given=given, uow=uow, now=now, message_id=message_id, pace=house.pace
    )


async def on_unsay(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    _, said = await contributing.take_off(actor=press.actor, contribution_id=number(press.args, 0), uow=uow)
    at = {"at": str(said.number)}
    if said.off_by == "author":
        return Toast("unsaid", dict(at), alert=True)
    return Toast("said-folded" if said.off_by else "said-unfolded", dict(at), alert=True)


async def on_tap(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """Counted at once; in private the next one follows in its place."""
    if len(press.args) != 2 or press.args[1] not in list(Tap):
        raise errors.UnknownButton
    tap = Tap(press.args[1])
    _, said = await contributing.tap(
        actor=press.actor, contribution_id=number(press.args, 0), tap=tap, uow=uow, now=now
    )
    toast = Toast("tap-counted", {"at": str(said.number), "tap": Term(f"button-tap-{tap}")})
    if not press.actor.chat.private:
        return toast
    reply = await _one_by_one(press.actor, said.deliberation_id, after=said.number, uow=uow, now=now)
    return (toast, Reply(reply.lines, buttons=reply.buttons, edits=press.message_id))


async def on_one_by_one(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await _one_by_one(press.actor, number(press.args, 0), after=0, uow=uow, now=now)


async def _one_by_one(actor: Actor, deliberation_id: int, *, after: int, uow: UnitOfWork, now: datetime) -> Reply:
    wish, deliberation, said = await contributing.next_to_tap(
        actor=actor, deliberation_id=deliberation_id, after=after, uow=uow, now=now
    )
    return deliberation_lines.put_to(wish, deliberation, said)


async def on_answer_question(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish, _, said = await contributing.to_answer(actor=press.actor, contribution_id=number(press.args, 0), uow=uow)
    given = contribute.given_question(wish, said)
    return await talk.begin(
        contribute.ANSWER_QUESTION, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


# ---- deciding -------------------------------------------------------------------------------------------------------


async def on_decide(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """The answers that decide: promised, later, not this time."""
    standing.require_away_from_neighbours(press.actor)
    wish = await answers.wish_to_answer(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    estate = standing.estate_of(wish.estate_key, press.actor)
    if counted := await dissents.is_barred(wish, estate, uow):
        return barred(wish.id, wish.number, counted)
    given = answer_wish.given(wish, ready=estate.ready_answers) | {"kinds": ["promise", "later", "decline"]}
    return await talk.begin(
        answer_wish.ANSWER_WISH, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


def barred(wish_id: int, wish_number: int, counted: int) -> Reply:
    """Why it is not decided yet, with the button that leads on."""
    key = deliberation_refusals.DeliberateFirst.text_key()
    button = Button("button-deliberate", data("deliberate", wish_id))
    return Reply((Line(key, {"number": str(wish_number), "n": counted}),), buttons=((button,),))
