"""Finding wishes: lists with filters and pages, one by its number, one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain import rights
from bot.domain.people import Chat, ChatUse, Estate, Purpose
from bot.domain.rights import Act
from bot.domain.wishes import Stance, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork, WishFilter
from bot.services import cards, homes, standing

PAGE = 8  #: wishes a page: fits a phone's screen
_LAST_PAGE = 10_000  #: nobody has so many; what lies further is no page but a forged button

#: Buttons of the staff that name one wish with their first argument.
_OF_ONE_WISH = frozenset({"take", "handback", "answer", "more", "refer-other", "ask", "triage", "move", "decide"})
#: What the buttons above a list choose from. "here": this building's.
STATE_FILTERS: dict[str, frozenset[State] | None] = {
    "open": frozenset({State.OPEN, State.TAKEN, State.RETURNED}),
    "promised": frozenset({State.PROMISED}),
    "later": frozenset({State.LATER}),
    "done": frozenset({State.DONE}),
    "ended": frozenset({State.DECLINED, State.ANSWERED, State.WITHDRAWN}),
    "all": None,
}


@dataclass(frozen=True, slots=True)
class Page:
    wishes: Sequence[Wish]
    number: int  #: from 0
    pages: int  #: at least 1
    total: int
    estate: Estate | None


def _page(number: int, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // PAGE))
    return max(0, min(number, pages - 1)), pages


async def list_wishes(
    *, actor: Actor, states: frozenset[State] | None, here: Chat | None, words: str | None, page: int, uow: UnitOfWork
) -> Page:
    """One page of the estate's wishes, newest first; a page past the end is the last one. `here`: one building's alone.

    Committee-only wishes are listed in the staff chat alone. Whose role holds in a part of the estate sees there what
    lies in that.

    Raises:
        ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_for(actor, Act.READ_WISHES)
    wanted = WishFilter(states=states, words=words or None)
    if rights.sees_staff_matters(actor.chat, estate.key):
        standing.estate_for(actor, Act.READ_STAFF, somewhere=True)
        wanted = replace(wanted, public_only=False, within=standing.places_for(actor, Act.READ_STAFF, estate.key))
    if here is not None:
        wanted = replace(wanted, chat_id=here.id)
    total = await uow.wishes.count(estate.key, wanted)
    number, pages = _page(page, total)
    found = await uow.wishes.find(estate.key, wanted, limit=PAGE, offset=number * PAGE)
    return Page(found, number, pages, total, estate)


async def building_of(actor: Actor, *, uow: UnitOfWork) -> Chat | None:
    """What "this building" means here: the group itself, in private the person's home; None where neither is.

    A group without wishes of its own, or of more than a building, means none: what is there is the estate's.
    """
    if not actor.chat.private:
        return actor.chat if _has_its_own(actor.chat) else None
    if actor.person.home_chat_id is not None:
        theirs = [await uow.chats.get(actor.person.home_chat_id)]
    else:
        theirs = await homes.chats_of(actor, uow)
    at_home = [home for home in theirs[:1] if actor.estate is not None and home.estate_key == actor.estate.key]
    return next((home for home in at_home if _has_its_own(home)), None)


def _has_its_own(chat: Chat) -> bool:
    takes = chat.purpose is Purpose.BUILDING and ChatUse.WISHES in chat.says
    return takes and chat.place.building is not None


async def one_wish(*, actor: Actor, number: int, uow: UnitOfWork) -> Wish:
    """The wish of this number in the actor's estate.

    Raises:
        WishNotFound: none that the actor may know of.
    """
    estate = standing.estate_for(actor, Act.READ_WISHES)
    return standing.check(await uow.wishes.by_number(estate.key, number), actor, Act.READ_WISHES, named=str(number))


async def wish_of_card(*, actor: Actor, message_id: int, uow: UnitOfWork) -> Wish | None:
    """The wish whose card this message of the bot is; None: it is no card.

    Raises:
        WishGone, …: see `standing.wish_to_read`.
    """
    slot = await uow.outbox.slot_showing(actor.chat.id, message_id)
    name, _, wish_id = (slot or "").partition(":")
    if name not in (cards.WISH_SLOT, cards.DESK_SLOT):
        return None
    return await standing.wish_to_read(int(wish_id), actor, Act.READ_WISHES, uow)


async def wish_of_staff_message(*, chat_id: int, message_id: int, uow: UnitOfWork) -> int | None:
    """The id of the wish that this message is about, as its staff was told it: its card, or what was said of it later.

    None: it is about none, or about several, or is too old to be known. Whoever asks checks the rights.
    """
    name, _, wish_id = (await uow.outbox.slot_showing(chat_id, message_id) or "").partition(":")
    if name in (cards.DESK_SLOT, cards.CHECK_SLOT):
        return int(wish_id)
    said = await uow.outbox.said_in(chat_id, message_id)
    pressed = [button.data.split(":") for row in said.buttons for button in row if button.data] if said else []
    about = {int(args[0]) for route, *args in pressed if route in _OF_ONE_WISH and args and args[0].isdecimal()}
    return about.pop() if len(about) == 1 else None


async def my_wishes(*, actor: Actor, page: int, uow: UnitOfWork) -> tuple[Page, dict[int, frozenset[Stance]]]:
    """What the person filed or follows, everywhere, with their stances by wish id; an empty set: their own.

    A page past the end is the first one.

    Raises:
        OnlyInPrivate: it may name committee-only wishes.
    """
    standing.require_private(actor)
    page = page if 0 <= page <= _LAST_PAGE else 0
    ahead = await uow.wishes.followed_by(actor.person.id, limit=PAGE + 1, offset=page * PAGE)
    if page and not ahead:
        return await my_wishes(actor=actor, page=0, uow=uow)
    stances = {wish.id: await uow.followers.stances(wish.id, actor.person.id) for wish in ahead[:PAGE]}
    shown = [wish for wish in ahead[:PAGE] if wish.author_id == actor.person.id or standing.may_read(wish, actor)]
    pages = page + 2 if len(ahead) > PAGE else page + 1
    return Page(shown, page, pages, len(shown), actor.estate), stances
