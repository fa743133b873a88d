"""The one message of a group: who the bot is, who invited it, what it hears, and where the group belongs. Pure but for
`show`."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from bot.domain import places
from bot.domain.buttons import data
from bot.domain.house import House
from bot.domain.onboarding import Onboarding, Step, buildings_on, pages
from bot.domain.people import ANONYMOUS_ADMINISTRATOR, Chat, Estate, Person, Purpose
from bot.domain.place_tree import Grid
from bot.domain.places import Place
from bot.domain.topics import TopicUse
from bot.messages import Arg, Button, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import saying, trial
from bot.services.cards import spot
from bot.services.place_chats import belongs_to

SLOT = "onboarding"
IN_A_ROW = 5  #: buildings in a row of buttons, by number alone: fits a narrow phone
MOST_GRIDS = 12  #: as buttons; any other is typed after /bind

Rows = tuple[tuple[Button, ...], ...]


def of_title(chat: Chat) -> Place:
    """The building, and the stairwell, that the group's title names."""
    found = places.parse(chat.title)
    return Place(building=found.building, unit=found.unit if found.building else None)


def of_place(place: Place) -> Arg:
    return spot(place) if place.building else Term("onboard-whole")


def onboard(*args: str | int) -> str:
    return data("onboard", *args)


def _controls(back: str | None = None) -> tuple[Button, ...]:
    cancel = Button("button-cancel", onboard("later"))
    return (Button("button-back", back), cancel) if back else (cancel,)


def _named(place: Place) -> tuple[str, str]:
    return place.building or "", place.unit or ""


def _purpose(state: Onboarding, chat: Chat, estates: dict[str, Estate]) -> tuple[tuple[Line, ...], Rows]:
    if not any(estate.speakers for estate in estates.values()):
        return (line("onboard-nobody-listed"),), ()
    rows = tuple(
        (Button(f"button-onboard-{purpose}", onboard("purpose", purpose)),)
        for purpose in (Purpose.BUILDING, Purpose.STAFF)
    )
    return (line("onboard-ask-purpose"),), rows


def _estate(state: Onboarding, chat: Chat, estates: dict[str, Estate]) -> tuple[tuple[Line, ...], Rows]:
    rows = tuple(
        (Button("button-words", onboard("estate", state.purpose or "", key), args={"words": estate.name}),)
        for key, estate in estates.items()
    )
    return (line("onboard-ask-estate"),), (*rows, _controls(onboard("start")))


def _behind(place: Place) -> Arg:
    """Behind the estate's name."""
    return spot(place) if place.building else Term("group-of-estate")


def _whole(key: str) -> Button:
    return Button("button-whole-estate", onboard("place", key, "", ""))


def _building(state: Onboarding, chat: Chat, estates: dict[str, Estate]) -> tuple[tuple[Line, ...], Rows]:
    key, guess = state.estate_key or "", of_title(chat)
    chosen = onboard("place", key, *_named(guess))
    rows = (
        (Button("button-onboard-place", chosen, args={"place": spot(guess)}),),
        (Button("button-onboard-other", onboard("grid", key, 0)), _whole(key)),
    )
    return (line("onboard-ask-building"),), (*rows, _controls(onboard("start")))


def _grid(state: Onboarding, chat: Chat, estates: dict[str, Estate]) -> tuple[tuple[Line, ...], Rows]:
    key, page = state.estate_key or "", max(0, min(state.page, pages() - 1))
    buttons = [
        Button("button-words", onboard("place", key, building, ""), args={"words": building})
        for building in buildings_on(page)
    ]
    rows = tuple(tuple(buttons[start : start + IN_A_ROW]) for start in range(0, len(buttons), IN_A_ROW))
    turning = []
    if page:
        turning.append(Button("button-page-back", onboard("grid", key, page - 1)))
    if page + 1 < pages():
        turning.append(Button("button-page-on", onboard("grid", key, page + 1)))
    return (line("onboard-ask-grid"),), (*rows, tuple(turning), (_whole(key),), _controls(onboard("start")))


def _grids(key: str, grids: Sequence[Grid]) -> Rows:
    buttons = [
        Button("button-words", onboard("grid-of", key, grid.id), args={"words": grid.name})
        for grid in grids[:MOST_GRIDS]
    ]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def _confirm(state: Onboarding, chat: Chat, estates: dict[str, Estate]) -> tuple[tuple[Line, ...], Rows]:
    key, purpose = state.estate_key or "", state.purpose or Purpose.BUILDING
    name = estates[key].name if key in estates else ""
    if purpose is Purpose.STAFF:
        asked, back = line("onboard-confirm-staff", estate=name), onboard("start")
    else:
        asked, back = (
            line("onboard-confirm-building", estate=name, place=_behind(state.place)),
            onboard("purpose", purpose),
        )
    yes = Button("button-onboard-yes", onboard("bind", purpose, key, *_named(state.place)))
    return (asked,), ((yes,), _controls(back))


def _later(state: Onboarding, chat: Chat, estates: dict[str, Estate]) -> tuple[tuple[Line, ...], Rows]:
    return (line("onboard-later"),), ((Button("button-onboard-again", onboard("start")),),)


def _asked(state: Onboarding, chat: Chat, estates: dict[str, Estate]) -> tuple[tuple[Line, ...], Rows]:
    name = estates[state.estate_key].name if state.estate_key in estates else ""
    if state.step is Step.ASKED:
        no_more = ((Button("button-onboard-no-more", onboard("later")),),)
        return (line("onboard-asked", estate=name, place=_behind(state.place)),), no_more
    return (line("onboard-refused", estate=name),), ((Button("button-onboard-again", onboard("start")),),)


def _bound(chat: Chat, estates: dict[str, Estate], place: Arg) -> tuple[tuple[Line, ...], Rows]:
    name = estates[chat.estate_key].name if chat.estate_key in estates else ""
    if chat.purpose is Purpose.STAFF:
        return (line("bound-staff", estate=name),), ()
    return (line("bound-building-first", estate=name, place=place), saying.says_line(chat)), saying.rows(chat)


def _begins(chat: Chat) -> tuple[Line, ...]:
    return (line("bound-begins"),) if chat.purpose is Purpose.BUILDING else ()


def _back(state: Onboarding, chat: Chat, estates: dict[str, Estate]) -> tuple[tuple[Line, ...], Rows]:
    return (), ()


_PARTS = {
    Step.PURPOSE: _purpose,
    Step.ESTATE: _estate,
    Step.BUILDING: _building,
    Step.GRID: _grid,
    Step.CONFIRM: _confirm,
    Step.LATER: _later,
    Step.ASKED: _asked,
    Step.REFUSED: _asked,
    Step.BACK: _back,
}


_ASKS_PLACE = (Step.BUILDING, Step.GRID)


def message(
    state: Onboarding,
    chat: Chat,
    *,
    inviter: Person | None,
    estates: dict[str, Estate],
    place: Arg = "",
    grids: Sequence[Grid] = (),
) -> Reply:
    """As it stands. `estates`: those that may be chosen from here. `place`: whose group it is, once it is bound.
    `grids`: of the chosen estate, beside its buildings."""
    if state.step is Step.BOUND:
        lines, rows = _bound(chat, estates, place)
    else:
        lines, rows = _PARTS[state.step](state, chat, estates)
    if state.step in _ASKS_PLACE:
        *before, controls = rows
        rows = (*before, *_grids(state.estate_key or "", grids), controls)
    hears = line("privacy-hears-all" if chat.hears_all else "privacy-hears-addressed")
    return Reply(
        (_hello(state, inviter), hears, *lines),
        buttons=tuple(row for row in rows if row),
        slot=SLOT,
        topic=TopicUse.NEWS,
    )


def _hello(state: Onboarding, inviter: Person | None) -> Line:
    if state.step is Step.BACK:
        return line("chat-back")
    if inviter is None or inviter.telegram_id == ANONYMOUS_ADMINISTRATOR:
        return line("chat-hello-nameless")
    return line("chat-hello", name=inviter.name)


async def show(
    state: Onboarding,
    chat: Chat,
    *,
    estates: dict[str, Estate] | None = None,
    more: tuple[Line, ...] = (),
    fresh: bool = False,
    house: House,
    uow: UnitOfWork,
) -> None:
    """Keep it, and say it in the group's own language: one message, edited from step to step."""
    await uow.onboardings.save(state)
    inviter = await uow.people.get(state.invited_by) if state.invited_by is not None else None
    bound = house.estates.get(chat.estate_key or "")
    grids: list[Grid] = []
    if state.step in _ASKS_PLACE and state.estate_key is not None:
        grids = (await uow.place_trees.tree(state.estate_key)).open_grids
    drawn = message(
        state,
        chat,
        inviter=inviter,
        estates=dict(house.estates) if estates is None else estates,
        place=await belongs_to(chat, uow) if bound is not None else "",
        grids=grids,
    )
    if bound is not None and chat.purpose is not None and state.step is Step.BOUND:
        more = (*more, *(await trial.next_lines(bound, chat.purpose, uow) or _begins(chat)))
    reply = msgspec.structs.replace(drawn, lines=(*drawn.lines, *more), fresh=fresh)
    language = chat.language or (bound.language if bound else house.default_language)
    await uow.outbox.say(chat.id, reply, language=language)
