"""What an actor may touch: the estate they stand in, and wishes they may see. Every other service starts here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain import errors, rights, scopes, takedowns
from bot.domain import grant_refusals as refusals
from bot.domain.people import Body, Estate, Person, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.rights import Act, Role
from bot.domain.scopes import ENTIRE, Scope
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork

#: What is done with a wish only while neighbours can read it.
_IN_SIGHT = frozenset(
    (
        *(Act.FOLLOW_WISH, Act.THANK, Act.TAKE_WISH, Act.ANSWER_WISH, Act.REFER_WISH),
        *(Act.REPORT_WISH, Act.STATE_ON_CARD, Act.SEE_DIFFERENTLY),
    )
)


def require(actor: Actor, act: Act, estate_key: str, at: Scope = ENTIRE) -> None:
    """Let the actor do this with something that is there; `ENTIRE`: with what concerns all of the estate.

    Raises:
        OutsideYourPlaces, NotForAllOfIt: they have a role that may, and it holds somewhere else, or in a part alone.
        NotAResident, NotAllowed, NotListedYet, …: see `rights.require`.
    """
    roles = actor.roles_at(estate_key, at)
    if not roles & rights.RIGHTS[act] and (held := _held_elsewhere(actor, act, estate_key)):
        refused = refusals.NotForAllOfIt if at.is_entire else refusals.OutsideYourPlaces
        raise refused(**refusals.scope_variables(held))
    rights.require(act, roles, telegram_id=actor.person.telegram_id)


def _held_elsewhere(actor: Actor, act: Act, estate_key: str) -> list[Scope]:
    """Where a role of theirs holds that may do this."""
    estate = actor.estate_named(estate_key)
    if estate is None:
        return []
    who = actor.person.telegram_id
    may = rights.RIGHTS[act] & actor.roles_somewhere(estate_key)
    return [scope for role in sorted(may) for scope in estate.scopes_of(who, role)]


def theirs_among(actor: Actor, act: Act, estate_key: str, nodes: Sequence[Scope]) -> Sequence[Scope]:
    """One of these where a role allows it, or a part of one: enough for what is done for somebody who lives there.

    All of them, if there is none.
    """
    estate, may = actor.estate_named(estate_key), rights.RIGHTS[act]
    if estate is None:
        return nodes
    parts = _held_elsewhere(actor, act, estate_key)
    counts = [node for node in nodes if actor.roles_at(estate_key, node) & may]
    within = [part for part in parts if any(scopes.holds(node, part, estate.grid_of) for node in nodes)]
    return (*counts, *within)[:1] or nodes


def places_for(actor: Actor, act: Act, estate_key: str) -> tuple[Place, ...] | None:
    """To what a list is cut of which the actor may see a part: its buildings and stairwells. None: to nothing."""
    estate = actor.estate_named(estate_key)
    if estate is None or actor.roles_in(estate_key) & rights.RIGHTS[act]:
        return None
    held = _held_elsewhere(actor, act, estate_key)
    return tuple(place for scope in held for place in scopes.places_in(scope, estate.grid_of))


def estate_for(actor: Actor, act: Act, *, somewhere: bool = False) -> Estate:
    """The estate the act happens in, the right to it checked.

    `somewhere`: a role for a part of it is enough; whoever asks cuts what follows to that part.

    Raises:
        ChatNotBound: a group that belongs to no estate.
        NotAResident: a stranger in private.
        NotForAllOfIt, NotAllowed, NotListedYet: see `require`.
    """
    if actor.estate is None:
        if actor.chat.private:
            raise errors.NotAResident
        raise errors.ChatNotBound
    if not (somewhere and _roles(actor, actor.estate.key, somewhere=True) & rights.RIGHTS[act]):
        require(actor, act, actor.estate.key)
    return actor.estate


def estate_allowing(actor: Actor, act: Act, *, somewhere: bool = False) -> Estate:
    """As `estate_for`; in private, where one's home does not give the right, any other estate that does.

    Raises: see `estate_for`.
    """
    here = _roles(actor, actor.estate.key, somewhere=somewhere) if actor.estate else actor.roles
    if actor.chat.private and not here & rights.RIGHTS[act]:
        for key, foothold in actor.elsewhere.items():
            if _roles(actor, key, somewhere=somewhere) & rights.RIGHTS[act]:
                return foothold.estate
    return estate_for(actor, act, somewhere=somewhere)


def acts_as(actor: Actor, estate: Estate) -> Speaker | None:
    """In whose name an officer acts: of their body's, or as administrator of a group. None: as a neighbour."""
    if (listed := estate.spokesman(actor.person.telegram_id)) is not None:
        return listed
    if Role.MODERATOR not in actor.roles_in(estate.key):
        return None
    return Speaker(actor.person.telegram_id, "" if actor.hidden else actor.person.name, Body.MODERATOR)


def _roles(actor: Actor, estate_key: str, *, somewhere: bool) -> frozenset[Role]:
    return actor.roles_somewhere(estate_key) if somewhere else actor.roles_in(estate_key)


def check_estate(actor: Actor, estate_key: str, act: Act, *, gone: Exception, at: Iterable[Scope] = (ENTIRE,)) -> None:
    """Let the actor do this with something of the estate, in the chat they are in.

    `at`: all the places where it is, as the groups in which it stands; those of them all have to allow it.

    Raises:
        OutsideYourPlaces, NotForAllOfIt, NotAResident, NotAllowed: see `require`. And `gone`, if they have nothing to
            do with it here.
    """
    elsewhere = not actor.chat.private and actor.chat.estate_key != estate_key
    if elsewhere or actor.estate_named(estate_key) is None:
        raise gone
    for each in list(at) or [ENTIRE]:
        require(actor, act, estate_key, each)


def may_see(wish: Wish, actor: Actor) -> bool:
    """Whether this wish may be spoken of to this actor, in the chat they are in.

    A group hears of its own estate alone, and so does a person in private. A committee-only wish is seen in the staff
    chat, by staff in private, and by its author in private.
    """
    if not actor.chat.private:
        own_estate = actor.chat.estate_key == wish.estate_key
        return own_estate and (wish.has_card or rights.sees_staff_matters(actor.chat, wish.estate_key))
    seen_by = rights.RIGHTS[Act.READ_WISHES if wish.has_card else Act.READ_STAFF]
    return wish.author_id == actor.person.id or bool(roles_for(wish, actor) & seen_by)


def may_read(wish: Wish, actor: Actor) -> bool:
    """Whether its words may be shown there: out of sight they are for its author, and for those who rule on it."""
    return may_see(wish, actor) and (wish.is_public or not wish.has_card or _looks_behind(wish, actor))


def _looks_behind(wish: Wish, actor: Actor) -> bool:
    if not actor.chat.private:
        return rights.sees_staff_matters(actor.chat, wish.estate_key)
    staff = roles_for(wish, actor) & rights.RIGHTS[Act.READ_STAFF]
    return wish.author_id == actor.person.id or bool(staff)


def roles_for(wish: Wish, actor: Actor) -> frozenset[Role]:
    """The actor's roles that count for this wish, where it is."""
    return actor.roles_at(wish.estate_key, scopes.of_place(wish.place))


def check(wish: Wish | None, actor: Actor, act: Act, *, named: str) -> Wish:
    """Return the wish if the actor may see it and do this with it. `named` is what they asked for.

    Raises:
        WishNotFound: there is none, or none that this actor may know of (the two cannot be told apart).
        OutsideYourPlaces, NotForAllOfIt, NotAResident, NotAllowed: the role may not, or not there; see `require`.
        WishBeingChecked, WishTakenDown, WishClosed: it is out of sight, and this cannot be done with it now.
    """
    if wish is None:
        raise errors.WishNotFound(number=named)
    if not may_see(wish, actor):
        raise errors.WishNotFound(number=named)
    at = scopes.of_place(wish.place)
    if rights.sees_staff_matters(actor.chat, wish.estate_key):  # a guest in the staff chat looks on, no more
        require(actor, Act.READ_STAFF, wish.estate_key, at)
    require(actor, act, wish.estate_key, at)
    if act in _IN_SIGHT or not may_read(wish, actor):
        takedowns.check_in_sight(wish)
    return wish


def require_private(actor: Actor) -> None:
    """Raises OnlyInPrivate: in any group."""
    if not actor.chat.private:
        raise errors.OnlyInPrivate


def require_away_from_neighbours(actor: Actor) -> None:
    """Raises OnlyInPrivate: in a building's group, where they would read along."""
    if actor.chat.purpose is Purpose.BUILDING:
        raise errors.OnlyInPrivate


async def own_wish(wish_id: int, actor: Actor, uow: UnitOfWork) -> Wish:
    """The actor's own wish, locked. In private alone: elsewhere its words might be nobody's to read.

    Raises:
        OnlyInPrivate: in a group.
        NotYourWish: somebody else's, which the actor may know of.
        WishGone: of any other.
    """
    require_private(actor)
    wish = await wish_to_change(wish_id, actor, Act.CHANGE_OWN_WISH, uow)
    if wish.author_id != actor.person.id:
        raise errors.NotYourWish(number=str(wish.number))
    return wish


async def wish_to_read(wish_id: int, actor: Actor, act: Act, uow: UnitOfWork) -> Wish:
    """The wish of a button; see `check`. An id that never was is answered like one that may not be seen."""
    try:
        wish = await uow.wishes.get(wish_id)
    except LookupError:
        raise errors.WishGone from None
    return _of_button(wish, actor, act)


async def wish_to_change(wish_id: int, actor: Actor, act: Act, uow: UnitOfWork) -> Wish:
    """As `wish_to_read`, locked until the unit of work ends."""
    try:
        wish = await uow.wishes.lock(wish_id)
    except LookupError:
        raise errors.WishGone from None
    return _of_button(wish, actor, act)


def _of_button(wish: Wish, actor: Actor, act: Act) -> Wish:
    if not may_see(wish, actor) or (wish.is_gone and act is not Act.READ_WISHES):  # nothing is done with it any more
        raise errors.WishGone
    return check(wish, actor, act, named=str(wish.number))


def estate_of(wish_estate_key: str, actor: Actor) -> Estate:
    """The estate of something the actor was found to have a right to.

    Raises:
        NotAResident: they have nothing to do with it.
    """
    estate = actor.estate_named(wish_estate_key)
    if estate is None:
        raise errors.NotAResident
    return estate


async def can_be_told(person: Person, uow: UnitOfWork) -> bool:
    """Only who started the bot and has not blocked it can be written to."""
    return person.started and not person.is_forgotten and (await uow.chats.private_of(person)).present
