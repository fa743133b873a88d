"""Lists, one wish by its number, one's own, and search."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.domain import errors, rights
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.people import Chat
from bot.domain.quarrels import Side
from bot.domain.wishes import Stance, Visibility, Wish
from bot.messages import Actor, Arg, Button, Command, Line, Press, Reply, Say, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import card_lines, cards, claim_lines, finding, quarrel_lines, standing
from bot.services.finding import Page
from bot.services.thing_lines import MINE
from handlers import own, roles

_MAX_SEARCH_CHARS = 60
_LONGEST_NUMBER = 9  #: digits; no estate has so many wishes
_FILTERS = ("open", "promised", "later", "done", "ended", "all")


async def on_wishes(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await _list(command.actor, state="open", where="all", page=0, uow=uow)


async def on_list(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A filter or a page was pressed: the same message changes. The greeting's button names neither: a new message."""
    if not press.args:
        return await _list(press.actor, state="open", where="all", page=0, uow=uow)
    if len(press.args) != 3 or press.args[0] not in _FILTERS or press.args[1] not in ("here", "all"):
        raise errors.UnknownButton
    return await _list(
        press.actor,
        state=press.args[0],
        where=press.args[1],
        page=number(press.args, 2),
        uow=uow,
        edits=press.message_id,
    )


async def everything(actor: Actor, *, uow: UnitOfWork) -> Reply:
    """All of one's building, whatever came of it: what the week's message has a button for."""
    return await _list(actor, state="all", where="here", page=0, uow=uow)


async def _list(actor: Actor, *, state: str, where: str, page: int, uow: UnitOfWork, edits: int | None = None) -> Reply:
    here = await finding.building_of(actor, uow=uow)
    if here is None:
        where = "all"
    found = await finding.list_wishes(
        actor=actor,
        states=finding.STATE_FILTERS[state],
        here=here if where == "here" else None,
        words=None,
        page=page,
        uow=uow,
    )
    lines = [_head(found, state, here if where == "here" else None), *_rows(found)]
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    rows = [_filters(state, where), *_pages("list", (state, where), found)]
    if here is not None:
        other = "all" if where == "here" else "here"
        rows.append((Button(f"button-where-{other}", data("list", state, other, 0)),))
    return Reply(tuple(lines), buttons=(*_opens(found, actor), *rows), edits=edits, silent=True)


def _head(page: Page, state: str, here: Chat | None) -> Line:
    args: dict[str, Arg] = {"estate": page.estate.name if page.estate else "", "filter": Term(f"filter-{state}")}
    if here is None:
        return Line("list-head", {**args, "n": page.total})
    return Line("list-head-here", {**args, "n": page.total, "place": cards.spot(here.place)})


def _filters(state: str, where: str) -> tuple[Button, ...]:
    shown = [name for name in _FILTERS if name != state]
    return tuple(Button(f"filter-{name}", data("list", name, where, 0)) for name in shown)


def _pages(route: str, args: tuple[str, ...], page: Page) -> list[tuple[Button, ...]]:
    row = []
    if page.number > 0:
        row.append(Button("button-page-back", data(route, *args, page.number - 1)))
    if page.number + 1 < page.pages:
        row.append(Button("button-page-on", data(route, *args, page.number + 1)))
    return [tuple(row)] if row else []


def _rows(page: Page) -> tuple[Line, ...]:
    if not page.wishes:
        return (line("list-empty"),)
    return tuple(_row(wish) for wish in page.wishes)


def _row(wish: Wish) -> Line:
    key = "list-row" if wish.visibility is not Visibility.COMMITTEE else "list-row-committee"
    return line(key, number=str(wish.number), words=quoted(wish), state=card_lines.state_term(wish))


def quoted(wish: Wish) -> str | Term:
    words = cards.words_of(wish)
    return shortened(words) if isinstance(words, str) else words


def shortened(words: str, most: int = 40) -> str:
    """On one line of a list."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _opens(page: Page, actor: Actor) -> tuple[tuple[Button, ...], ...]:
    """Number buttons that open a wish; in groups people type /wish 12, so that lists stay quiet."""
    if not actor.chat.private:
        return ()
    buttons = tuple(
        Button("button-number", data("wish", wish.id), args={"number": str(wish.number)}) for wish in page.wishes
    )
    return tuple(buttons[start : start + 4] for start in range(0, len(buttons), 4))


async def on_wish(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/wish 12`, `/wish #12`, `/wish 第12件`: as its card shows it here; without a number, how to ask.

    Given as an answer to a card it needs no number.
    """
    about = command.about
    if about is not None and not command.words.strip():
        meant = await finding.wish_of_card(actor=command.actor, message_id=about.message_id, uow=uow)
        if meant is not None:
            return await show(meant, command.actor, uow=uow, now=now)
    words = command.words.strip().lstrip("#").removeprefix("第").removesuffix("件").strip()
    if not words.isdecimal():
        return Reply((line("wish-usage"),))
    if len(words) > _LONGEST_NUMBER:
        raise errors.WishNotFound(number=words[:20])
    wish = await finding.one_wish(actor=command.actor, number=int(words), uow=uow)
    return await show(wish, command.actor, uow=uow, now=now)


async def on_wish_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    wish = await standing.wish_to_read(number(press.args, 0), press.actor, rights.Act.READ_WISHES, uow)
    return await show(wish, press.actor, uow=uow, now=now)


async def _of_quarrel(wish: Wish, actor: Actor, uow: UnitOfWork) -> Reply:
    """To its author where it stands; the staff learns that it is with a mediator."""
    quarrel = await uow.quarrels.last(wish.id)
    if quarrel is not None and actor.chat.private and quarrel.author.person_id == actor.person.id:
        return quarrel_lines.side_view(quarrel, wish, Side.AUTHOR)
    return await quarrel_lines.card(wish, staff=True, uow=uow)


async def show(wish: Wish, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Reply:
    """The wish as this reader may see it here, with the buttons that are theirs to press."""
    if wish.is_with_mediator:
        return await _of_quarrel(wish, actor, uow)
    if wish.is_gone:
        return cards.gone_card(wish)
    state = await cards.standing_of(wish, uow)
    is_own = wish.author_id == actor.person.id and actor.chat.private
    is_staff = bool(standing.roles_for(wish, actor) & rights.RIGHTS[rights.Act.READ_STAFF])
    if rights.sees_staff_matters(actor.chat, wish.estate_key) or (is_staff and actor.chat.private):
        desk = with_voice(cards.desk_card(wish, state), wish)
        return own.with_own_buttons(desk, wish, state, now=now) if is_own else desk
    if is_own:
        mine = own.own_view(wish, state, now=now)
        mine = msgspec.structs.replace(mine, buttons=(*mine.buttons, *_telling_of(wish)))
        return with_voice(mine, wish)
    card = cards.wish_card(wish, state)
    if actor.chat.private and wish.is_public:
        estate = actor.estate_named(wish.estate_key)
        today = estate.local(now).date() if estate else None
        said, rows = claim_lines.claimer_view(state.claim, wish, actor.person, today=today)
        card = msgspec.structs.replace(card, lines=(*card.lines, *said), buttons=(*card.buttons, *rows))
    held = await uow.followers.stances(wish.id, actor.person.id) if actor.chat.private else frozenset()
    if not held:
        return card
    taking_back = tuple(
        (Button(f"button-unfollow-{stance}", data("unfollow", wish.id, stance)),) for stance in Stance if stance in held
    )
    return Reply(card.lines, buttons=(*card.buttons, *taking_back, *_telling_of(wish)), photos=card.photos)


def _telling_of(wish: Wish) -> tuple[tuple[Button, ...], ...]:
    """For those who hear of it: how they want to be told."""
    return ((Button("button-notices-of-wish", data("notices-wish", wish.id)),),)


def with_voice(reply: Reply, wish: Wish) -> Reply:
    """With what was said, to be played: for staff and for its author, in a message that never becomes another."""
    return reply if wish.voice is None else msgspec.structs.replace(reply, voice=wish.voice.key)


async def on_mine(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    if not command.actor.chat.private:
        return Reply((line("mine-in-private"),), buttons=((Button("button-open-private", start="mine"),),))
    return await mine(command.actor, page=0, uow=uow)


async def on_mine_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A page was pressed: the same message changes. The greeting's button names none: a new message."""
    if not press.args:
        return await mine(press.actor, page=0, uow=uow)
    return await mine(press.actor, page=number(press.args, 0), uow=uow, edits=press.message_id)


async def mine(actor: Actor, *, page: int, uow: UnitOfWork, edits: int | None = None) -> Reply:
    """Filed and followed, newest first; buttons lead to what else is theirs."""
    found, stances = await finding.my_wishes(actor=actor, page=page, uow=uow)
    lines: list[Line] = [line("mine-head")]
    for wish in found.wishes:
        row: dict[str, Arg] = {
            "number": str(wish.number),
            "words": quoted(wish),
            "state": card_lines.state_term(wish),
        }
        if wish.author_id == actor.person.id:
            lines.append(line("mine-row-filed", **row))
        else:
            held = Texts(tuple(Term(f"stance-{stance}") for stance in Stance if stance in stances[wish.id]))
            lines.append(line("mine-row-followed", **row, stances=held))
    if not found.wishes:
        lines.append(line("mine-empty"))
    rows = [*_opens(found, actor), *_pages("mine", (), found)]
    if await uow.things.concerning(actor.person.id):
        rows.append((Button("button-my-things", data("things", MINE)),))
    if roles.has_roles(actor):
        rows.append((Button("button-my-roles", data("my-roles")),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits)


async def on_find(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Say:
    """`/find 灯`: contained in the words; one character suffices."""
    words = " ".join(command.words.split())
    if not words:
        return Reply((line("find-usage"),))
    if len(words) > _MAX_SEARCH_CHARS:
        raise errors.TooLong(max_chars=_MAX_SEARCH_CHARS, chars=len(words))
    found = await finding.list_wishes(actor=command.actor, states=None, here=None, words=words, page=0, uow=uow)
    if not found.wishes:
        return Reply((line("find-none", words=words),))
    lines = [line("find-head", words=words, n=found.total), *_rows(found)]
    if found.pages > 1:
        lines.append(line("find-more", n=found.total - len(found.wishes)))
    return Reply(tuple(lines), buttons=_opens(found, command.actor), silent=True)
