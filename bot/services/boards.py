"""The board of the day: the wishes of a chat that have no card of their own, a line each, drawn anew as they change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from bot.domain.buttons import data
from bot.domain.people import Chat
from bot.domain.shortening import shortened as shortened
from bot.domain.topics import TopicUse
from bot.domain.verdicts import Asking
from bot.domain.wishes import Display, State, Wish
from bot.messages import Arg, Button, Day, Line, Reply, line
from bot.ports import UnitOfWork
from bot.services import cards, verdict_lines

BOARD_SLOT = "board"
BUTTONS_A_ROW = 3  #: 18 我家也是 is read at 390 px; the number first, as an app cuts a label's end


def board_slot(day: date, board: int) -> str:
    return f"{BOARD_SLOT}:{day.isoformat()}:{board}"


async def slot_of(wish: Wish, uow: UnitOfWork) -> str:
    """The slot in the wish's chat that shows it: its card, or the board whose line it is."""
    posting = await uow.postings.of(wish.id)
    if posting is None or posting.board is None:
        return cards.wish_slot(wish.id)
    return board_slot(posting.day, posting.board)


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
    """Draw a board or a card as its wishes stand now. None: there is nothing to show in this chat."""
    name, _, rest = slot.partition(":")
    if name == cards.WISH_SLOT:
        card = await cards.compose(slot, chat=chat, uow=uow, now=now)
        return msgspec.structs.replace(card, topic=TopicUse.WISHES) if card else None
    if name != BOARD_SLOT:
        return await cards.compose(slot, chat=chat, uow=uow, now=now)
    day, _, number = rest.partition(":")
    wishes = await uow.postings.lines(chat.id, date.fromisoformat(day), int(number))
    shown = [wish for wish in wishes if _has_line(wish) and wish.estate_key == chat.estate_key]
    joined = await uow.followers.joined([wish.id for wish in shown])
    counted = [(wish, joined.get(wish.id, 0)) for wish in shown]
    return board(date.fromisoformat(day), int(number), counted, asked=await _asked(shown, uow))


async def _asked(wishes: list[Wish], uow: UnitOfWork) -> list[tuple[Wish, Asking]]:
    """Those of which it is asked whether they are done."""
    done = [wish for wish in wishes if wish.is_public and wish.state is State.DONE]
    askings = [(wish, await uow.verdicts.last(wish.id)) for wish in done]
    return [(wish, asking) for wish, asking in askings if asking is not None and asking.is_open]


def board(
    day: date, number: int, wishes: list[tuple[Wish, int]], *, asked: Sequence[tuple[Wish, Asking]] = ()
) -> Reply | None:
    """`number`: of the board, 1 for the day's first. `wishes`: with how many said "same here" to each."""
    if not wishes:
        return None
    head: dict[str, Arg] = {"day": Day(day), "n": len(wishes), "board": number}
    lines = (line("board-head", **head), *(wish_line(wish, joined) for wish, joined in wishes))
    last = wishes[-1][0]
    return Reply(
        (*lines, line("board-foot", number=str(last.number))),
        buttons=(*buttons([wish for wish, _ in wishes]), *(verdict_lines.line_row(wish, each) for wish, each in asked)),
        silent=True,
        topic=TopicUse.BOARD,
    )


def wish_line(wish: Wish, joined: int) -> Line:
    """What neighbours may see of it in one line: number, words, how many have the same, where it stands."""
    if not wish.is_public:
        return line(f"board-line-{_why_hidden(wish)}", number=str(wish.number))
    args: dict[str, Arg] = {"number": str(wish.number), "words": shortened(wish.words), "joined": joined}
    if wish.state in (State.PROMISED, State.LATER, State.RETURNED) and wish.next_date is not None:
        args["day"] = Day(wish.next_date)
    return Line(f"board-line-{wish.state}", args)


def _has_line(wish: Wish) -> bool:
    return wish.has_card or wish.is_gone


def _why_hidden(wish: Wish) -> str:
    """Why only its number is left. Texts: board-line-gone, -put-away, -checking, -removed, -withdrawn."""
    if wish.is_gone:
        return "put-away" if wish.is_with_mediator else "gone"
    return wish.display if wish.display is not Display.SHOWN else wish.state


def buttons(wishes: list[Wish]) -> tuple[tuple[Button, ...], ...]:
    """Same here for each line but for what is done or cannot be read."""
    row = [
        Button("button-join-line", data("join", wish.id), args={"number": str(wish.number)})
        for wish in wishes
        if wish.is_public and wish.state is not State.DONE
    ]
    return tuple(tuple(row[at : at + BUTTONS_A_ROW]) for at in range(0, len(row), BUTTONS_A_ROW))
