"""Groups: to which estate and place they belong, what they hear, and who comes by their link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import errors, places, rights
from bot.domain.people import Chat, Estate, Purpose
from bot.domain.place_tree import path_of
from bot.domain.places import Place
from bot.domain.rights import Act, Role
from bot.domain.wishes import State
from bot.messages import Actor, Foothold
from bot.ports import UnitOfWork, WishFilter
from bot.services import intakes, topics, trial
from bot.services.menu import MENU_SLOT

_STAFF_WORDS = frozenset({"staff", "工作群", "员工", "居委会"})


def read_binding(words: str, *, estates: Mapping[str, Estate], actor: Actor) -> tuple[Estate, Purpose, Place]:
    """Read what `/bind` was given: `staff`, `3号楼`, or either after an estate's key: `sunny building 3`.

    Raises:
        UnknownEstate: several estates and none named, or none of that name.
        UnknownPlace: neither staff nor a building.
    """
    first, _, rest = words.partition(" ")
    if first in estates:
        estate, what = estates[first], rest.strip()
    else:
        own = [estate for estate in estates.values() if actor.person.telegram_id in estate.speakers]
        if len(own) != 1 and len(estates) != 1:
            raise errors.UnknownEstate(words=", ".join(estates))
        estate, what = (own or list(estates.values()))[0], words.strip()
    if what.lower() in _STAFF_WORDS:
        return estate, Purpose.STAFF, Place()
    place = places.parse(what)
    if place.building is None:
        raise errors.UnknownPlace(words=what)
    return estate, Purpose.BUILDING, Place(building=place.building, unit=place.unit)


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

    `topic_id`: the forum topic that this is said in; a building's cards go there from now on.

    Only speakers of the estate may, and of the estate the group belonged to before.

    Raises:
        OnlyInGroup: in a private chat.
        NotListedYet: the person speaks for no body of that estate.
        UnknownEstate, UnknownPlace: see `read_binding`.
    """
    if actor.chat.private:
        raise errors.OnlyInGroup
    if not any(actor.person.telegram_id in estate.speakers for estate in estates.values()):
        raise errors.NotListedYet(id=str(actor.person.telegram_id))  # before a word about which estates there are
    estate, purpose, place = read_binding(words, estates=estates, actor=actor)
    before = estates.get(actor.chat.estate_key or "")
    if before is not None:
        require_speaker(actor, before)
    chat = await tie(
        actor=actor,
        chat=actor.chat,
        estate=estate,
        purpose=purpose,
        place=place,
        uow=uow,
        now=now,
        topic_id=topic_id if purpose is Purpose.BUILDING else None,
    )
    return chat, estate, await waiting_in(estate, uow)


async def tie(
    *,
    actor: Actor,
    chat: Chat,
    estate: Estate,
    purpose: Purpose,
    place: Place,
    uow: UnitOfWork,
    now: datetime,
    topic_id: int | None = None,
) -> Chat:
    """Tie a group to the estate, by one of its speakers; whatever follows from it for the estate's beginning.

    Raises:
        NotListedYet: the person speaks for no body of it.
    """
    require_speaker(actor, estate)
    bound = await uow.chats.bind(chat.id, estate_key=estate.key, purpose=purpose, place=place)
    await uow.place_trees.known(estate.key, path_of(bound.place))
    await topics.bound_in(bound, topic_id, estate=estate, uow=uow, now=now)
    if purpose is Purpose.BUILDING:
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
    shared = [home for home in await uow.chats.homes_of(actor.person.id) if home.present]
    for key in actor.elsewhere:
        if actor.roles_in(key) & rights.RIGHTS[Act.READ_STAFF]:
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
