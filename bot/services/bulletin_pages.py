"""The weeks that were told, to be read again: of one's own building, or of another of the estate. Without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from bot.domain import rights
from bot.domain.bulletins import Bulletin
from bot.domain.buttons import data
from bot.domain.errors import UnknownButton
from bot.domain.people import Chat, Estate, Purpose
from bot.domain.rights import Act
from bot.messages import Actor, Button, Day, Reply, line
from bot.ports import UnitOfWork
from bot.services import bulletins, homes, standing

_IN_A_ROW = 2
MOST_BUILDINGS = 12  #: as buttons


@dataclass(frozen=True, slots=True)
class BulletinPage:
    """`bulletin` None: nothing was told in this chat yet. `at`: its place in `told`, the newest week first."""

    estate: Estate
    chat: Chat | None
    bulletin: Bulletin | None
    told: Sequence[int]
    at: int
    others: Sequence[Chat]  #: groups of the estate whose weeks may be read here as well


async def page(
    actor: Actor, *, uow: UnitOfWork, chat_id: int | None = None, bulletin_id: int | None = None
) -> BulletinPage:
    """The newest week, or this one. In a group its own; in private, and in the staff chat, any of the estate.

    Raises:
        UnknownButton: a forged one, or of a group that is not of the estate any more.
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_allowing`.
    """
    estate = standing.estate_allowing(actor, Act.READ_WISHES)
    if rights.sees_staff_matters(actor.chat, estate.key):  # a guest in the staff chat looks on, no more
        standing.estate_for(actor, Act.READ_STAFF, somewhere=True)
    chats = await _readable(actor, estate, uow)
    chosen = next((chat for chat in chats if chat_id is None or chat.id == chat_id), None)
    if chosen is None:
        if chat_id is not None:
            raise UnknownButton
        return BulletinPage(estate, None, None, (), 0, ())
    told = list(await uow.bulletins.told_in(chosen.id))
    if bulletin_id is not None and bulletin_id not in told:
        raise UnknownButton
    at = 0 if bulletin_id is None else told.index(bulletin_id)
    bulletin = await uow.bulletins.get(told[at]) if told else None
    return BulletinPage(estate, chosen, bulletin, told, at, [chat for chat in chats if chat.id != chosen.id])


async def _readable(actor: Actor, estate: Estate, uow: UnitOfWork) -> list[Chat]:
    """One's own home first."""
    if actor.chat.purpose is Purpose.BUILDING:
        return [actor.chat]
    chats = list(await uow.chats.bound(estate.key, Purpose.BUILDING))
    if not actor.chat.private:
        return chats
    theirs = [actor.person.home_chat_id, *(chat.id for chat in await homes.chats_of(actor, uow))]
    return sorted(chats, key=lambda chat: theirs.index(chat.id) if chat.id in theirs else len(theirs))


# ---- in words -------------------------------------------------------------------------------------------------------


def reply_of(found: BulletinPage, *, edits: int | None = None) -> Reply:
    """Words alone: the same message turns the pages. The picture comes when it is asked for."""
    rows = _rows(found)
    if found.bulletin is None or found.chat is None:
        head = line("bulletin-pages-head", estate=found.estate.name)
        empty = line("bulletin-pages-never" if found.estate.bulletin.weekday is None else "bulletin-pages-none")
        return Reply((head, empty), buttons=rows, edits=edits, silent=True)
    told = bulletins.message(found.bulletin, found.chat)
    until = line("bulletin-until", until=Day(found.estate.local(found.bulletin.until).date()))
    return Reply((told.lines[0], until, *told.lines[1:]), buttons=rows, edits=edits, silent=True)


def picture_reply(found: BulletinPage) -> Reply:
    """Raises UnknownButton: there is no such week."""
    if found.bulletin is None or found.chat is None:
        raise UnknownButton
    told = bulletins.message(found.bulletin, found.chat)
    return msgspec.structs.replace(told, lines=told.lines[:1], buttons=(), topic=None)


def _rows(found: BulletinPage) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    chat = found.chat
    if chat is not None and found.bulletin is not None:
        turns = []
        if found.at + 1 < len(found.told):
            turns.append(Button("button-bulletin-earlier", data("bulletin", chat.id, found.told[found.at + 1])))
        if found.at > 0:
            turns.append(Button("button-bulletin-later", data("bulletin", chat.id, found.told[found.at - 1])))
        rows += [tuple(turns)] if turns else []
        rows.append((Button("button-bulletin-picture", data("bulletin-picture", chat.id, found.bulletin.id)),))
    places = [
        Button("button-bulletin-of", data("bulletin", other.id), args={"place": bulletins.place_of(other)})
        for other in found.others[:MOST_BUILDINGS]
    ]
    return (*rows, *(tuple(places[at : at + _IN_A_ROW]) for at in range(0, len(places), _IN_A_ROW)))
