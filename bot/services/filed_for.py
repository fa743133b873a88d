"""Filing for a neighbour who cannot: by captains, volunteers, moderators and staff; and passing the answers on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import errors, filed_for, rights
from bot.domain.filed_for import FiledFor, PassedOn, Way
from bot.domain.people import Chat, Estate, Purpose
from bot.domain.rights import Act
from bot.domain.scopes import Scope, holds, in_any, of_place, places_in
from bot.domain.wishes import Draft, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import filing, standing
from bot.services.place_chats import card_home


def estate_to_file_in(actor: Actor) -> Estate:
    """The estate the actor may file for others in: where they are, in private also any other they belong to.

    Raises:
        NotAResident, ChatNotBound, NotAllowed: see `standing.estate_for`.
        OnlyInPrivate: in a building's group, where everybody would read for whom it is; and in the staff chat for its
            guests, who look on there, no more.
    """
    estate = standing.estate_allowing(actor, Act.FILE_FOR, somewhere=True)
    if not actor.chat.private and not actor.roles_anywhere & rights.RIGHTS[Act.READ_STAFF]:
        raise errors.OnlyInPrivate
    standing.require_away_from_neighbours(actor)
    return estate


def named(actor: Actor, estate: Estate) -> tuple[str, str]:
    """The role and the name under which the actor files for others here."""
    filer, name = filed_for.filer_in(estate, actor.person)
    return filer.value, name


async def chats_to_file_in(actor: Actor, estate: Estate, *, uow: UnitOfWork) -> tuple[list[Chat], int | None]:
    """The estate's groups whose cards wishes become, likeliest first, and the sure one: of a captain's building.

    Whose role holds in a part of the estate has the groups in it, and those around it, which then stand for that part:
    what is not said of the place is taken from there.

    Raises:
        BotNotInGroup: it is in none of them.
    """
    own = _parts(actor, estate)
    chats: list[Chat] = []
    for chat in await uow.chats.of_estate(estate.key, Purpose.BUILDING):
        home = await card_home(chat, uow=uow)
        if home.id not in (each.id for each in chats) and (not own or _touches(home, own, estate)):
            chats.append(home)
    if not chats:
        raise errors.BotNotInGroup
    chats.sort(key=lambda chat: (not in_any(own, chat.node, estate.grid_of), chat.id != actor.person.home_chat_id))
    inside = [chat for chat in chats if in_any(own, chat.node, estate.grid_of)]
    shown = [_narrowed(chat, own) for chat in chats]
    if len(inside) == 1 or len(chats) == 1:
        return shown, chats[0].id
    return shown, None


def _parts(actor: Actor, estate: Estate) -> list[Scope]:
    """Where the actor files for others, if not everywhere."""
    who, may = actor.person.telegram_id, rights.RIGHTS[Act.FILE_FOR]
    if actor.roles_in(estate.key) & may:
        return []
    return [each for role in sorted(actor.roles_somewhere(estate.key) & may) for each in estate.scopes_of(who, role)]


def _touches(chat: Chat, own: list[Scope], estate: Estate) -> bool:
    """It is of something in one of these, or around it."""
    return any(holds(each, chat.node, estate.grid_of) or holds(chat.node, each, estate.grid_of) for each in own)


def _narrowed(chat: Chat, own: list[Scope]) -> Chat:
    """Standing for the one building or stairwell that this person has in it."""
    if len(own) != 1 or not own[0].path or holds(own[0], chat.node, {}):
        return chat
    (place,) = places_in(own[0], {})
    return replace(chat, place=place)


async def file_for(
    *,
    actor: Actor,
    draft: Draft,
    chat_id: int,
    way: Way,
    neighbour_name: str | None,
    neighbour_door: str | None,
    slip: str | None,
    uow: UnitOfWork,
    now: datetime,
) -> Wish:
    """File a neighbour's wish; the filer stands in for its author and hears every later step.

    Raises:
        OutsideYourPlaces, NotForAllOfIt: it is about another part of the estate than theirs.
        NotAllowed, NotAResident: the role may not, in the estate of that chat.
        OnlyInPrivate: see `estate_to_file_in`.
        TooLong: see `filed_for.note`; and what `filing.file_wish` raises.
    """
    chat = await uow.chats.get(chat_id)
    if chat.estate_key is None:
        raise errors.ChatNotBound
    standing.require_away_from_neighbours(actor)
    estate = standing.estate_of(chat.estate_key, actor)
    standing.require(actor, Act.FILE_FOR, estate.key, of_place(draft.place))
    name, door = filed_for.note(neighbour_name), filed_for.note(neighbour_door)
    wish = await filing.file_wish(actor=actor, draft=draft, chat_id=chat_id, uow=uow, now=now, for_neighbour=True)
    filer, filer_name = filed_for.filer_in(estate, actor.person, wish.place)
    await uow.filed_for.add(FiledFor(wish.id, actor.person.id, filer_name, filer, way, name, door, slip))
    return wish


async def of(wish_id: int, *, uow: UnitOfWork) -> FiledFor | None:
    """Who filed this wish for a neighbour; None: its author filed it for themselves.

    A wish filed for another does not count as its filer's own, and what its author is asked, the filer answers as
    what the neighbour said.
    """
    return await uow.filed_for.of(wish_id)


async def tell(*, actor: Actor, answer_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, bool]:
    """The filer has told the neighbour of this answer; False if that was noted before.

    Raises:
        WishGone: a made-up button, or somebody else's.
        NotAllowed, NotAResident: they may not file for others any more.
        OnlyInPrivate: in a building's group.
    """
    wish = await _answered(actor, answer_id, uow)
    return wish, await uow.filed_for.pass_on(answer_id, actor.person.id, now=now)


async def take_back(*, actor: Actor, answer_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, bool]:
    """They have not told them after all; False if nothing was noted.

    Raises:
        TooLateToTakeBack: see `PassedOn.take_back`; and what `tell` raises.
    """
    wish = await _answered(actor, answer_id, uow)
    passed_on: PassedOn | None = await uow.filed_for.passed_on(answer_id)
    if passed_on is None:
        return wish, False
    passed_on.take_back(now)
    await uow.filed_for.take_back(answer_id)
    return wish, True


async def _answered(actor: Actor, answer_id: int, uow: UnitOfWork) -> Wish:
    """The wish of this answer, if the actor filed it for a neighbour."""
    standing.require_away_from_neighbours(actor)
    try:
        answer = await uow.answers.get(answer_id)
    except LookupError:
        raise errors.WishGone from None
    wish = await standing.wish_to_change(answer.wish_id, actor, Act.FILE_FOR, uow)
    filed = await uow.filed_for.of(wish.id)
    if filed is None or filed.filer_id != actor.person.id:
        raise errors.WishGone
    return wish
