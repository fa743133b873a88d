"""A group became a supergroup: the chat keeps its key and gets a new Telegram id."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Column, Row, Table, and_, delete, exists, literal, or_, select, update

from bot.store import bulletins, moved_along
from bot.store.beginning_tables import onboardings
from bot.store.broadcast_tables import broadcast_recipients, broadcasts
from bot.store.for_others_tables import jots
from bot.store.function_tables import function_reviews, function_switches, stopped_functions
from bot.store.group_tables import topics, unsigned
from bot.store.ledger_tables import ledger_imports
from bot.store.place_tables import place_imports
from bot.store.planned_tables import planned_broadcasts
from bot.store.poll_tables import poll_posts
from bot.store.posting_tables import postings
from bot.store.process_tables import chat_moves
from bot.store.session import Session
from bot.store.signup_tables import signup_chats, signup_entries
from bot.store.tables import administrators, chats, dialogs, messages, people, residents, slots
from bot.store.thing_tables import thing_chats
from bot.store.wish_tables import wishes

_BINDING = ("estate_key", "purpose", "building", "unit", "floor", "door", "grid_id", "says")

#: What can be there as often as one likes.
_OF_ONE_CHAT = (function_switches, poll_posts, unsigned, signup_entries, ledger_imports, place_imports)

_TO_SAY_SO = timedelta(seconds=5)
_BEHIND = 10_000  #: more than any chat has wishes a day


async def move(session: Session, chat_id: int, *, telegram_id: int) -> None:
    """Change the Telegram id, take over what was kept under the new one, and let go of the old group's messages.

    An update from the supergroup may be seen before the word of the move; then a second chat was made for it, which is
    merged into this one. Or a refused message told of the move before an update of the old group did: then it is this
    one that was made for nothing, and the house's own, with its links, stays.
    """
    rows = await _locked(session, chat_id, telegram_id=telegram_id)
    this = rows.pop(chat_id, None)
    if this is not None and this.telegram_id == telegram_id:
        return
    other = next(iter(rows.values()), None)
    if this is not None:
        await _remember(session, old=this.telegram_id, new=telegram_id)
        await moved_along.readdress(session, old=this.telegram_id, new=telegram_id)
    if other is not None and other.estate_key is not None and this is not None and this.estate_key is None:
        await moved_along.speak_anew(session, chat_id)
        await _merge(session, source=chat_id, target=other.id)
        await session.run(delete(chats).where(chats.c.id == chat_id))
        return
    await moved_along.ask_again(session, chat_id)
    await moved_along.speak_anew(session, chat_id)
    if other is not None:
        await _merge(session, source=other.id, target=chat_id)
        if other.estate_key is not None:
            binding = {column: getattr(other, column) for column in _BINDING}
            unbound = and_(chats.c.id == chat_id, chats.c.estate_key.is_(None))
            await session.run(update(chats).where(unbound).values(binding))
        await session.run(delete(chats).where(chats.c.id == other.id))
    await session.run(update(chats).where(chats.c.id == chat_id).values(telegram_id=telegram_id, present=True))


async def _remember(session: Session, *, old: int, new: int) -> None:
    """What others said under the old number may be in hand beside the move, here or in another process."""
    known = session.insert(chat_moves).values(bot_id=session.bot_id, old_number=old, new_number=new)
    await session.run(known.on_conflict_do_nothing())


async def _locked(session: Session, chat_id: int, *, telegram_id: int) -> dict[int, Row[Any]]:
    """The chats concerned by their ids, locked before all else: whoever handles an update has its chat first.

    The one under the new number is made if there is none: somebody may be about to make it, and must have ended before
    the first lock, else they wait for us and we for their number.
    """
    number = {"bot_id": session.bot_id, "telegram_id": telegram_id}
    nobody_yet = {**number, "private": False, "title": "", "present": False, "hears_all": False}
    await session.run(session.insert(chats).values(nobody_yet).on_conflict_do_nothing())
    concerned = or_(chats.c.id == chat_id, chats.c.telegram_id == telegram_id)
    theirs = select(chats).where(chats.c.bot_id == session.bot_id, concerned).order_by(chats.c.id)
    return {row.id: row for row in await session.all(theirs.with_for_update())}


async def _merge(session: Session, *, source: int, target: int) -> None:
    """Everything that refers to `source` refers to `target` afterwards; where both have it, the target's stays."""
    await session.run(update(people).where(people.c.home_chat_id == source).values(home_chat_id=target))
    await session.run(update(wishes).where(wishes.c.chat_id == source).values(chat_id=target))
    for table in _OF_ONE_CHAT:
        await session.run(update(table).where(table.c.chat_id == source).values(chat_id=target))
    for table in (broadcasts, planned_broadcasts):
        await session.run(update(table).where(table.c.desk_chat_id == source).values(desk_chat_id=target))
    # Behind the target's own of the same day.
    moved = {"chat_id": target, "position": postings.c.position + _BEHIND}
    await session.run(update(postings).where(postings.c.chat_id == source).values(moved))
    await _take_over(session, broadcast_recipients, broadcast_recipients.c.broadcast_id, source=source, target=target)
    await _take_over(session, signup_chats, signup_chats.c.signup_id, source=source, target=target)
    await _take_over(session, thing_chats, thing_chats.c.thing_id, source=source, target=target)
    await _take_over(session, residents, residents.c.person_id, source=source, target=target)
    await _take_over(session, administrators, administrators.c.telegram_id, source=source, target=target)
    await _take_over(session, dialogs, dialogs.c.person_id, source=source, target=target)
    await _take_over(session, jots, jots.c.message_id, source=source, target=target)
    await _take_over(session, topics, topics.c.use, source=source, target=target)
    await _take_over(session, stopped_functions, stopped_functions.c.function, source=source, target=target)
    await _take_over(session, function_reviews, None, source=source, target=target)
    await _take_over(session, onboardings, None, source=source, target=target)
    await bulletins.take_along(session, source=source, target=target)
    await _merge_outbox(session, source=source, target=target)


async def _take_over(session: Session, table: Table, key: Column[Any] | None, *, source: int, target: int) -> None:
    """`key`: what a chat has one row for each of; None: it has one row."""
    twin = table.alias()
    the_same = () if key is None else (twin.c[key.name] == key,)
    has_it_too = exists(select(literal(1)).where(twin.c.chat_id == target, *the_same))
    await session.run(delete(table).where(table.c.chat_id == source, has_it_too))
    await session.run(update(table).where(table.c.chat_id == source).values(chat_id=target))


async def _merge_outbox(session: Session, *, source: int, target: int) -> None:
    """Slots are copied where the target has none of the name; rows follow them."""
    twin = slots.alias()
    has_it_too = exists(select(literal(1)).where(twin.c.chat_id == target, twin.c.name == slots.c.name))
    columns = [column for column in slots.c if column.name != "chat_id"]
    copied = select(literal(target).label("chat_id"), *columns).where(slots.c.chat_id == source, ~has_it_too)
    await session.run(slots.insert().from_select(["chat_id", *(column.name for column in columns)], copied))
    # One in flight per chat: those of the chat that vanishes may or may not have been sent. Whoever sends one gets the
    # time to say so before it is sent again.
    later = session.clock.now() + _TO_SAY_SO
    unsure = {"state": "unsure", "owner": None, "lease_until": None, "not_before": later}
    in_flight = and_(messages.c.chat_id == source, messages.c.state == "sending")
    await session.run(update(messages).where(in_flight).values(unsure))
    await session.run(update(messages).where(messages.c.chat_id == source).values(chat_id=target))
    await session.run(delete(slots).where(slots.c.chat_id == source))
