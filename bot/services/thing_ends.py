"""What becomes of a thing: kept, its cards drawn anew, those told whom it concerns; at last it is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import stand_in, things
from bot.domain.attention import awake
from bot.domain.people import Estate, Person
from bot.domain.things import Affair, Response, Thing, ThingState
from bot.ports import UnitOfWork

CARD_SLOT, BOARD_SLOT = "thing", "things"
CONTACT_SLOT = "thing-contact"  #: in private: what whoever posted it passed on
THING = 0  #: in place of the id of an answer: it is about the thing itself


async def kept(before: Affair, after: Affair, *, estate: Estate | None, uow: UnitOfWork, now: datetime) -> Affair:
    """Keep it as it is now, draw its cards anew, see to it that those hear of it whom it concerns; by day.

    `estate` None: config.yaml names it no more; then nobody sleeps.
    """
    if after == before:
        return before
    after = await uow.things.save(before, after)
    due_at = awake(now, zone=estate.time_zone, courtesy=estate.courtesy) if estate else now
    for response_id, news in things.news_of(before, after):
        await uow.things.tell(after.thing.id, response_id, news, due_at=due_at)
    await _show_contacts(before, after, uow)
    await redraw(after.thing, uow)
    return after


async def _show_contacts(before: Affair, after: Affair, uow: UnitOfWork) -> None:
    """The message that shows what was passed on is drawn anew: these words are kept nowhere else."""
    shown = {each.id: each.contact for each in before.responses}
    for each in after.responses:
        if each.contact != shown.get(each.id):
            await _show_contact(each, uow)


async def _show_contact(response: Response, uow: UnitOfWork) -> None:
    private = await uow.chats.private_of(await uow.people.get(response.person_id))
    slot = f"{CONTACT_SLOT}:{response.id}"
    await (uow.outbox.touch if private.present else uow.outbox.outdate)(private.id, slot)


async def redraw(thing: Thing, uow: UnitOfWork) -> None:
    """Its cards, and the boards it stands on, now or once the bot can write there."""
    for place in await uow.things.places_of(thing.id):
        slot = f"{BOARD_SLOT}:{place.day.isoformat()}" if place.on_board else f"{CARD_SLOT}:{thing.id}"
        await (uow.outbox.touch if place.chat.present else uow.outbox.outdate)(place.chat.id, slot)


async def forget_thing(thing: Thing, *, uow: UnitOfWork) -> Thing:
    """Nothing is left but its number and what became of it; a picture on cards gives way to the grey one."""
    photo = await uow.files.stand_in() if thing.photo is not None else None
    bare = replace(thing, words="", where="", poster="", reason="", photo=photo, ask_at=None, next_at=None)
    await uow.things.forget(bare)
    await redraw(bare, uow)
    if thing.photo is not None and thing.photo != stand_in.KEY:
        await uow.person_data.discard_photos({thing.photo})
    return bare


async def forget(person: Person, *, uow: UnitOfWork, now: datetime) -> None:
    """What they posted ends at once, without picture; they answer nothing any more. `personal` does the rest."""
    for thing_id in await uow.things.concerning(person.id):
        before = await uow.things.lock(thing_id)
        if before.thing.poster_id == person.id:
            await _forget_posted(before, uow=uow, now=now)
        elif before.thing.is_open and before.of(person.id) in before.queue:
            await kept(before, things.leave(before, person.id), estate=None, uow=uow, now=now)


async def _forget_posted(before: Affair, *, uow: UnitOfWork, now: datetime) -> None:
    after = before
    if before.thing.is_open:
        after = things.ended(before, ThingState.WITHDRAWN, now=now)
        after = await kept(before, after, estate=None, uow=uow, now=now)
    thing, photo = after.thing, after.thing.photo
    grey = await uow.files.stand_in() if photo is not None else None
    # Its words stay until they are looked for in what was sent: `person_data` blanks them right after.
    await uow.things.save(after, Affair(replace(thing, photo=grey), after.responses))
    if photo is not None and photo != stand_in.KEY:
        await uow.person_data.discard_photos({photo})
    await redraw(thing, uow)
