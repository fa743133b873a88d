"""How what is found, lost and given away looks: cards, the board of the day, the view one asks for, the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain import stand_in
from bot.domain.buttons import data
from bot.domain.people import Chat, Purpose
from bot.domain.shortening import shortened
from bot.domain.things import Affair, Response, Standing, Thing, ThingKind, ThingState
from bot.domain.topics import TopicUse
from bot.messages import Actor, Arg, Button, Day, Line, Moment, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services.thing_ends import BOARD_SLOT, CARD_SLOT, CONTACT_SLOT
from bot.services.things import Page, may_take_down

LINK = "thing"  #: deep-link payload: `thing-<id>-<code of the group>`, to look at it
ANSWER_LINK = "thinganswer"  #: likewise, to answer it at once
POST_LINK = "thingpost"  #: `thingpost-<kind>-<code of the group>`
LINKS = (LINK, ANSWER_LINK, POST_LINK)
ALL, MINE = "all", "mine"  #: in place of a kind
MOST_LINES = 20  #: of a board
MOST_SHOWN = 5  #: of those who answer, in the view of whoever posted it
_WORDS_COLUMNS, _NAME_COLUMNS = 44, 20

Rows = tuple[tuple[Button, ...], ...]


def is_slot(slot: str) -> bool:
    return slot.partition(":")[0] in (CARD_SLOT, BOARD_SLOT, CONTACT_SLOT)


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork) -> Reply | None:
    """A card, a board, or what was passed on, as it stands. None: it is not this chat's, or is another estate's now."""
    name, _, key = slot.partition(":")
    if name == CONTACT_SLOT:
        return await _contact(int(key), chat=chat, uow=uow)
    if name == BOARD_SLOT:
        day = date.fromisoformat(key)
        found = [each for each in await uow.things.on_board(chat.id, day) if each.estate_key == chat.estate_key]
        return board(day, found, chat) if found else None
    affair = await uow.things.get(int(key))
    posted = {each.chat.id for each in await uow.things.places_of(affair.thing.id) if not each.on_board}
    if chat.id not in posted or chat.estate_key != affair.thing.estate_key:
        return None
    return card(affair, chat)


# ---- in groups ------------------------------------------------------------------------------------------------------


def card(affair: Affair, chat: Chat) -> Reply:
    """Who answers does so in private, by a link: nobody in the group sees whose it is."""
    thing = affair.thing
    lines = [*head_lines(thing), *_standing_lines(affair)]
    buttons: Rows = ((_link(f"button-thing-{thing.kind}", ANSWER_LINK, thing, chat),),) if thing.is_open else ()
    photos = (thing.photo,) if thing.photo else ()
    return Reply(tuple(lines), buttons=buttons, photos=photos, silent=True, topic=TopicUse.WISHES)


def _link(key: str, payload: str, thing: Thing, chat: Chat) -> Button:
    """Texts: button-thing-found, button-thing-lost, button-thing-giveaway."""
    return Button(key, start=f"{payload}-{thing.id}-{chat.link_code}", args={"number": str(thing.number)})


def head_lines(thing: Thing) -> list[Line]:
    """What it is, where, who posted it.

    Texts: thing-what-found, thing-what-lost, thing-what-giveaway.
    """
    args: dict[str, Arg] = {"number": str(thing.number)}
    if thing.is_forgotten:
        return [Line("thing-forgotten", args)]
    lines = [line(f"thing-what-{thing.kind}", what=thing.words)]
    if thing.where:
        lines.append(line("thing-where", where=thing.where))
    lines.append(Line("thing-by", {**args, "name": thing.poster}) if thing.poster else Line("thing-by-nobody", args))
    return lines


def _standing_lines(affair: Affair) -> list[Line]:
    """Texts: thing-state-handed-over-found, …-lost, …-giveaway; thing-state-withdrawn, -removed, -expired."""
    thing = affair.thing
    if not thing.is_open:
        return [Line(state_key(thing))]
    in_it = len(affair.queue)
    return [line(f"thing-answers-{thing.kind}", n=in_it)] if in_it else []


def state_key(thing: Thing) -> str:
    if thing.state is ThingState.HANDED_OVER:
        return f"thing-state-handed-over-{thing.kind}"
    return f"thing-state-{thing.state}"


def board(day: date, found: Sequence[Thing], chat: Chat) -> Reply:
    """What has no card of its own that day, a line each; those that are over lose their buttons."""
    lines = [line("things-board-head", day=Day(day))]
    lines += [row(each) for each in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        lines.append(line("things-more", n=len(found) - MOST_LINES))
    buttons = [_link("button-thing-look", LINK, each, chat) for each in found[:MOST_LINES] if each.is_open]
    return Reply(tuple(lines), buttons=in_rows(buttons, 3), silent=True, topic=TopicUse.BOARD)


def in_rows(buttons: Sequence[Button], columns: int) -> Rows:
    return tuple(tuple(buttons[at : at + columns]) for at in range(0, len(buttons), columns))


def row(thing: Thing) -> Line:
    """Texts: things-row-found, things-row-lost, things-row-giveaway, things-row-over, thing-forgotten."""
    args: dict[str, Arg] = {"number": str(thing.number), "what": shortened(thing.words, columns=_WORDS_COLUMNS)}
    if thing.is_forgotten:
        return Line("thing-forgotten", {"number": str(thing.number)})
    if not thing.is_open:
        return Line("things-row-over", {**args, "state": Term(state_key(thing))})
    return Line(f"things-row-{thing.kind}", args)


# ---- the list -------------------------------------------------------------------------------------------------------


def listed(page: Page, actor: Actor, *, edits: int | None = None) -> Reply:
    """In a group the same, with links; nothing of whose they are."""
    lines = [line("things-head-own" if page.own else "things-head", estate=page.estate.name)]
    lines += [row(each) for each in page.things]
    if not page.things:
        lines.append(line("things-none-own" if page.own else "things-none"))
    if page.pages > 1:
        lines.append(line("list-page", page=str(page.number + 1), pages=str(page.pages)))
    return Reply(tuple(lines), buttons=_list_rows(page, actor), edits=edits, silent=True)


def _list_rows(page: Page, actor: Actor) -> Rows:
    chat = actor.chat
    if chat.purpose is Purpose.BUILDING:
        looks = [_link("button-thing-look", LINK, each, chat) for each in page.things]
    else:
        looks = [_look(each) for each in page.things]
    which = MINE if page.own else (page.kind or ALL)
    turns = []
    if page.number > 0:
        turns.append(Button("button-page-back", data("things", which, page.number - 1)))
    if page.number + 1 < page.pages:
        turns.append(Button("button-page-on", data("things", which, page.number + 1)))
    rows = [*in_rows(looks, 3), *([tuple(turns)] if turns else []), *_kinds(page)]
    if chat.private:
        if not page.own:
            rows.append((Button("button-things-mine", data("things", MINE, 0)),))
        rows += in_rows([Button(f"button-thing-post-{kind}", data("thing-post", kind)) for kind in ThingKind], 3)
    return tuple(rows)


def _kinds(page: Page) -> list[tuple[Button, ...]]:
    """The other lists. Texts: button-things-found, -lost, -giveaway, -all."""
    others = [kind for kind in ThingKind if kind is not page.kind]
    if page.kind is not None or page.own:
        return [tuple(Button(f"button-things-{each}", data("things", each, 0)) for each in (ALL, *others))]
    return [tuple(Button(f"button-things-{kind}", data("things", kind, 0)) for kind in others)]


def _look(thing: Thing) -> Button:
    return Button("button-thing-look", data("thing", thing.id), args={"number": str(thing.number)})


def look_row(thing: Thing) -> tuple[Button, ...]:
    return (_look(thing),)


# ---- the view one asks for ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks at it, in private or among the staff. `posted`: whose it is; `moderates`: may take it down."""

    person_id: int
    posted: bool
    moderates: bool
    private: bool


def looker(actor: Actor, thing: Thing) -> Looker:
    posted = actor.chat.private and thing.poster_id == actor.person.id
    return Looker(actor.person.id, posted, may_take_down(actor, thing), actor.chat.private)


def view(affair: Affair, looks: Looker, *, zone: str, most_prolongings: int = 0) -> Reply:
    thing = affair.thing
    lines, rows = [*head_lines(thing)], []
    if not thing.is_open:
        lines.append(Line(state_key(thing)))
        if looks.posted and thing.reason:
            lines.append(line("thing-reason", words=thing.reason))
    else:
        lines.append(line("thing-until", moment=Moment(thing.expires_at, zone)))
        if looks.posted:
            more, own = poster_part(affair, most_prolongings=most_prolongings)
        elif looks.private:
            more, own = _answerer_part(affair, looks)
        else:
            more, own = [], []
        lines, rows = [*lines, *more], [*own]
        if looks.moderates and not looks.posted:
            rows.append((Button("button-thing-take-down", data("thing-off", thing.id)),))
    photos = (thing.photo,) if thing.photo and thing.photo != stand_in.KEY else ()
    return Reply(tuple(lines), buttons=tuple(rows), photos=photos, silent=True)


def poster_part(affair: Affair, *, most_prolongings: int) -> tuple[list[Line], list[tuple[Button, ...]]]:
    """Who answers, and what whoever posted it can do."""
    thing = affair.thing
    lines, rows = [], []
    for each in affair.standing_at(Standing.ACCEPTED, Standing.ASKED)[:MOST_SHOWN]:
        lines += response_lines(thing, each)
        rows += response_rows(thing, each)
    if waiting := len(affair.standing_at(Standing.WAITING)):
        lines.append(line("thing-waiting", n=waiting))
    if not affair.queue:
        lines.append(line("thing-nobody-yet"))
    rows.append((Button(f"button-thing-handed-{thing.kind}", data("thing-do", thing.id, "handed")),))
    if thing.ask_at is None and thing.prolonged < most_prolongings:
        rows.append((Button("button-thing-prolong", data("thing-do", thing.id, "prolong")),))
    rows.append((Button("button-thing-withdraw", data("thing-do", thing.id, "withdraw")),))
    return lines, rows


def response_lines(thing: Thing, response: Response) -> list[Line]:
    """Texts: thing-response-asked, thing-response-accepted; with -words, where there are some."""
    key = f"thing-response-{response.standing}"
    if not response.words:
        return [line(key, name=response.name)]
    return [line(f"{key}-words", name=response.name, words=response.words)]


def response_rows(thing: Thing, response: Response) -> list[tuple[Button, ...]]:
    """What whoever posted it may answer. Texts: button-thing-yes-found, …-lost, …-giveaway; likewise -no-."""
    args: dict[str, Arg] = {"name": shortened(response.name, columns=_NAME_COLUMNS)}

    def button(key: str, what: str) -> Button:
        return Button(key, data("thing-do", thing.id, what, response.id), args=args)

    if response.standing is Standing.ACCEPTED:
        return [
            (button("button-thing-contact", "contact"),),
            (button("button-thing-came-to-nothing", "no"),),
        ]
    return [(button(f"button-thing-yes-{thing.kind}", "yes"), button(f"button-thing-no-{thing.kind}", "no"))]


def _answerer_part(affair: Affair, looks: Looker) -> tuple[list[Line], list[tuple[Button, ...]]]:
    """Texts: thing-own-asked, -waiting, -accepted, -declined."""
    thing, mine = affair.thing, affair.of(looks.person_id)
    again = Button(f"button-thing-{thing.kind}", data("thing-answer", thing.id), args={"number": str(thing.number)})
    if mine is None or mine.standing is Standing.LEFT:
        return [], [(again,)]
    if mine.standing is Standing.DECLINED:
        return [line("thing-own-declined")], [(again,)]
    lines = [own_line(affair, mine)]
    if mine.words:
        lines.append(line("thing-own-words", words=mine.words))
    return lines, [back_row(thing)]


def own_line(affair: Affair, mine: Response) -> Line:
    return line(f"thing-own-{mine.standing}", at=str(affair.rank(mine)))


def back_row(thing: Thing) -> tuple[Button, ...]:
    return (Button("button-thing-back", data("thing-back", thing.id)),)


# ---- what was passed on ----------------------------------------------------------------------------------------------


async def _contact(response_id: int, *, chat: Chat, uow: UnitOfWork) -> Reply | None:
    """To whoever was told yes, as long as both are about it."""
    try:
        thing_id, person_id = await uow.things.response_of(response_id)
    except LookupError:
        return None
    person = await uow.people.get(person_id)
    if not chat.private or chat.telegram_id != person.telegram_id:
        return None
    affair = await uow.things.get(thing_id)
    response, number = affair.response(response_id), str(affair.thing.number)
    if response is None or response.contact is None:
        return Reply((line("thing-contact-gone", number=number),))
    shown = line("thing-contact-shown", number=number, words=response.contact)
    return Reply((shown,), buttons=(back_row(affair.thing),))
