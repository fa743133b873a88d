"""`/queue`: what waits, by heading and category, in pages; and one answer to several of them."""

from __future__ import annotations

from datetime import datetime

from bot.domain.buttons import data, number
from bot.domain.desk import Cut, Heading
from bot.domain.house import House
from bot.domain.wishes import Visibility, Wish
from bot.messages import Arg, Button, Command, Day, Line, Press, Reply, Say, Spot, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import answering_together, card_lines, cards, worklist
from bot.services.worklist import ANY, NEW_MESSAGE, Queue
from conversations import answer_several, talk
from handlers.finding import quoted

_HEADINGS = tuple(Heading)


async def on_queue(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    found = await worklist.queue(actor=command.actor, cut=Cut(), page=0, uow=uow, now=now)
    return _shown(found)


async def on_queue_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A heading, a category or a page was pressed: the same message changes, but for the list of the morning."""
    cut, page = worklist.cut_of(press.args), number(press.args, 2)
    found = await worklist.queue(actor=press.actor, cut=cut, page=page, uow=uow, now=now)
    return _shown(found, edits=None if NEW_MESSAGE in press.args[3:] else press.message_id)


def _shown(found: Queue, *, edits: int | None = None) -> Reply:
    heading, category = worklist.cut_args(found.cut)
    args: dict[str, Arg] = {
        "estate": found.estate.name,
        "heading": Term(f"heading-{heading}"),
        "n": found.total,
    }
    if found.cut.category is not None:
        args["category"] = Term(f"category-{category}")
    lines = [Line("queue-head-category" if found.cut.category else "queue-head", args)]
    lines += [_row(wish, found) for wish in found.wishes]
    if not found.wishes:
        lines.append(line("queue-empty"))
    if found.questions:
        lines.append(line("morning-questions", n=found.questions))
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    return Reply(tuple(lines), buttons=_buttons(found), edits=edits, silent=True)


def _row(wish: Wish, found: Queue) -> Line:
    """Number, words, where it stands, by when something is due, and whose it is."""
    facts: list[str | Term | Day | Spot] = [card_lines.state_term(wish)]
    if wish.next_date is not None:
        facts.append(Day(wish.next_date))
    if wish.taken_by is not None:
        facts.append(wish.taken_by_name or "")
    elif (body := found.with_body.get(wish.id)) is not None:
        facts.append(Term(f"body-{body}"))
    key = "queue-row-committee" if wish.visibility is Visibility.COMMITTEE else "queue-row"
    return line(key, number=str(wish.number), words=quoted(wish), facts=Texts(tuple(facts)))


def _buttons(found: Queue) -> tuple[tuple[Button, ...], ...]:
    heading, category = worklist.cut_args(found.cut)
    opens = tuple(
        Button("button-number", data("wish", wish.id), args={"number": str(wish.number)}) for wish in found.wishes
    )
    rows = [opens[at : at + 4] for at in range(0, len(opens), 4)]
    if found.total > 1:
        same = Button("button-several-same", data("several-same", heading, category))
        rows.append((Button("button-several", data("several", heading, category)), same))
    pages = []
    if found.number > 0:
        pages.append(Button("button-page-back", data("queue", heading, category, found.number - 1)))
    if found.number + 1 < found.pages:
        pages.append(Button("button-page-on", data("queue", heading, category, found.number + 1)))
    rows.append(tuple(pages))
    others = tuple(
        Button("button-heading", data("queue", each, ANY, 0), args={"heading": Term(f"heading-{each}"), "n": n})
        for each in _HEADINGS
        if each is not found.cut.heading and ((n := found.counts[each]) or each is Heading.ALL)
    )
    rows += [others[at : at + 3] for at in range(0, len(others), 3)]
    rows += _categories(found)
    if found.questions:
        rows.append((worklist.questions_button(found.questions),))
    return tuple(row for row in rows if row)


def _categories(found: Queue) -> list[tuple[Button, ...]]:
    """What the heading is made of; with one category chosen, the way back to all of them."""
    heading, _ = worklist.cut_args(found.cut)
    if found.cut.category is not None:
        return [(Button("button-any-category", data("queue", heading, ANY, 0)),)]
    if len(found.categories) < 2:
        return []
    each_one = tuple(
        Button("button-heading", data("queue", heading, each, 0), args={"heading": Term(f"category-{each}"), "n": n})
        for each, n in found.categories.items()
    )
    return [each_one[at : at + 4] for at in range(0, len(each_one), 4)]


async def on_several(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the dialog in which several wishes of this part of the queue are answered at once."""
    cut = worklist.cut_of(press.args)
    estate, found = await worklist.to_answer_together(actor=press.actor, cut=cut, uow=uow, now=now)
    given = answer_several.given(found, ready=estate.ready_answers)
    return await talk.begin(
        answer_several.ANSWER_SEVERAL, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_take_several_back(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """Answers given together too early: those that no neighbour has seen are gone."""
    first, last = number(press.args, 0), number(press.args, 1)
    back = await answering_together.take_back_together(actor=press.actor, first=first, last=last, uow=uow)
    return Reply((line("several-taken-back", n=len(back), numbers=cards.numbered(back)),), edits=press.message_id)
