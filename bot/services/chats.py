"""Groups: to which estate and place they belong, what they hear, and who comes by their link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import binding, errors, rights
from bot.domain.people import EVERYTHING, Chat, ChatUse, Estate, Purpose
from bot.domain.place_tree import path_of
from bot.domain.places import Place
from bot.domain.rights import Act, Role
from bot.domain.wishes import State
from bot.messages import Actor, Foothold
from bot.ports import UnitOfWork, WishFilter
from bot.services import homes, intakes, saying, topics, trial
from bot.services.menu import MENU_SLOT


def estate_meant(words: str, *, estates: Mapping[str, Estate], actor: Actor) -> tuple[Estate, str]:
    """Which estate `/bind` is about, by its key in front of the words; and the words behind it.

    Raises:
        UnknownEstate: several estates and none named, or none of that name.
    """
    first, _, rest = words.partition(" ")
    if first in estates:
        return estates[first], rest.strip()
    own = [estate for estate in estates.values() if actor.person.telegram_id in estate.speakers]
    if len(own) != 1 and len(estates) != 1:
        raise errors.UnknownEstate(words=", ".join(estates))
    return (own or list(estates.values()))[0], words.strip()


async def bind_chat(
    *,
    actor: Actor,
    words: str,
    estates: Mapping[str, Estate],
    uow: UnitOfWork,
    now: datetime,
    topic_id: int | None = None,
) -> tuple[Chat, Estate, int]:
    """Tie this group to an estate; returns it with the number of wishes that wait there for an answer.

    What the bot says there stays as it was chosen before, unless the words name it.
    `topic_id`: the forum topic that this is said in; a building's cards go there from now on.

    Only speakers of the estate may, and of the estate the group belonged to before.

    Raises:
        OnlyInGroup: in a private chat.
        NotListedYet: the person speaks for no body of that estate.
        UnknownEstate: see `estate_meant`.
        UnknownPlace, UnknownGrid, UnknownUse, TalkAlone, StaffAlone, GridIsClosed: see `binding.read`.
    """
    if actor.chat.private:
        raise errors.OnlyInGroup
    if not any(actor.person.telegram_id in estate.speakers for estate in estates.values()):
        raise errors.NotListedYet(id=str(actor.person.telegram_id))  # before a word about which estates there are
    estate, what = estate_meant(words, estates=estates, actor=actor)
    before = estates.get(actor.chat.estate_key or "")
    for concerned in (before, estate):
        if concerned is not None:
            require_speaker(actor, concerned)
    found = binding.read(what, tree=await uow.place_trees.tree(estate.key), estate_name=estate.name)
    chat, tied_here = actor.chat, before == estate and actor.chat.purpose is Purpose.BUILDING
    if not found.names_place:
        if not tied_here:
            raise binding.StaffAlone if before == estate else errors.UnknownPlace(words=what)
        found = replace(found, place=chat.place)
    grid_id = found.grid.id if found.grid else None if found.names_place else chat.grid_id
    tied = await tie(
        actor=actor,
        chat=chat,
        estate=estate,
        purpose=found.purpose,
        place=found.place,
        grid_id=grid_id,
        says=found.uses if found.uses is not None else chat.says if tied_here else EVERYTHING,
        uow=uow,
        now=now,
        topic_id=topic_id if found.purpose is Purpose.BUILDING else None,
    )
    return tied, estate, await waiting_in(estate, uow)


async def tie(
    *,
    actor: Actor,
    chat: Chat,
    estate: Estate,
    purpose: Purpose,
    place: Place,
    grid_id: int | None = None,
    says: frozenset[ChatUse] = EVERYTHING,
    uow: UnitOfWork,
    now: datetime,
    topic_id: int | None = None,
) -> Chat:
    """Tie a group to the estate, by one of its speakers; whatever follows from it for the estate's beginning.

    Raises:
        NotListedYet: the person speaks for no body of it.
    """
    require_speaker(actor, estate)
    if purpose is Purpose.STAFF:
        says = EVERYTHING
    bound = await uow.chats.bind(
        chat.id, estate_key=estate.key, purpose=purpose, place=place, grid_id=grid_id, says=says
    )
    await uow.place_trees.known(estate.key, path_of(bound.place))
    await topics.bound_in(bound, topic_id, estate=estate, uow=uow, now=now)
    if purpose is Purpose.BUILDING:
        if ChatUse.WISHES not in bound.says:
            await saying.unpin(bound, uow)
        await uow.outbox.close_slot(bound.id, MENU_SLOT)
    await trial.bound(actor=actor, estate=estate, uow=uow, now=now)
    await intakes.staff_acted(estate, uow=uow, now=now)
    return bound


async def waiting_in(estate: Estate, uow: UnitOfWork) -> int:
    """How many of the estate's wishes wait for an answer."""
    unanswered = WishFilter(states=frozenset({State.OPEN, State.TAKEN}), public_only=False)
    return await uow.wishes.count(estate.key, unanswered)


def require_speaker(actor: Actor, estate: Estate) -> None:
    roles = rights.roles_of(actor.person, estate=estate, resident=False, administers=False)
    rights.require(Act.BIND_CHAT, roles, telegram_id=actor.person.telegram_id)


async def come_by_link(*, actor: Actor, code: str, uow: UnitOfWork, now: datetime) -> Chat:
    """Someone follows a building chat's own link: they are known from it from now on.

    Raises:
        StaleDeepLink: the code belongs to no bound building chat the bot is in.
    """
    chat = await uow.chats.by_link_code(code)
    if chat is None or not chat.present or chat.purpose is not Purpose.BUILDING:
        raise errors.StaleDeepLink
    await uow.chats.add_resident(chat.id, actor.person.id, now=now)
    await uow.people.set_home(actor.person.id, chat.id)
    return chat


async def known_to(actor: Actor, *, uow: UnitOfWork) -> list[Chat]:
    """The groups the bot shares with this person: the buildings they are known from, and their estates' staff chats."""
    shared = [home for home in await homes.chats_of(actor, uow) if home.present]
    for key in actor.elsewhere:
        if actor.roles_somewhere(key) & rights.RIGHTS[Act.READ_STAFF]:
            shared += await uow.chats.of_estate(key, Purpose.STAFF)
    return shared


def may_set_language(actor: Actor) -> None:
    """Let the actor choose the language of the group they are in, or refuse.

    Raises:
        ChatNotBound: nobody's group yet.
        GroupLanguageIsTheStaffs: a neighbour; their own language is chosen in private.
    """
    if actor.estate is None:
        raise errors.ChatNotBound
    if not actor.roles & rights.RIGHTS[Act.SET_CHAT_LANGUAGE]:
        raise errors.GroupLanguageIsTheStaffs


async def set_chat_language(*, actor: Actor, language: str, uow: UnitOfWork) -> None:
    """Choose the language of a group; see `may_set_language`."""
    may_set_language(actor)
    await uow.chats.set_language(actor.chat.id, language)


def at_home(actor: Actor, estate: Estate) -> Actor:
    """The actor as they stand right after coming by a building chat's link: a resident of its estate."""
    roles = actor.roles_in(estate.key) - {Role.OUTSIDER} | {Role.RESIDENT}
    return replace(
        actor, estate=estate, roles=roles, elsewhere={**actor.elsewhere, estate.key: Foothold(estate, roles)}
    )
