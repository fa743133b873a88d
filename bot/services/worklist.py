"""The desk's work: the queue of what waits, and the list of the morning in the staff chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import desk, errors, rights
from bot.domain.buttons import data
from bot.domain.desk import Cut, Heading, Looker, Morning, MorningList
from bot.domain.desk_refusals import NothingWaits
from bot.domain.people import Body, Estate
from bot.domain.rights import Act
from bot.domain.wishes import Category, Wish
from bot.messages import Actor, Button, Day, Line, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import desks, service_questions, standing
from bot.services.cards import numbered

PAGE = 8  #: wishes a page: fits a phone's screen
MOST_AT_ONCE = 40  #: that can be chosen from to be answered together
ANY = "any"  #: in a button: no category
NEW_MESSAGE = "below"  #: in a button: the message that bears it stays as it is


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of what waits, and how many there are under each heading."""

    estate: Estate
    cut: Cut
    wishes: Sequence[Wish]
    total: int
    number: int  #: of the page, from 0
    pages: int  #: at least 1
    counts: Mapping[Heading, int]
    categories: Mapping[Category, int]  #: under this heading
    with_body: Mapping[int, Body]  #: by wish id, of those that were passed on
    questions: int = 0  #: about services, that nobody answered in time


def cut_of(args: tuple[str, ...]) -> Cut:
    """What a button says of heading and category.

    Raises:
        UnknownButton: a forged one.
    """
    try:
        heading, category = args[0], args[1]
        return Cut(Heading(heading), None if category == ANY else Category(category))
    except (IndexError, ValueError):
        raise errors.UnknownButton from None


def cut_args(cut: Cut) -> tuple[str, str]:
    return (cut.heading.value, cut.category.value if cut.category else ANY)


async def queue(*, actor: Actor, cut: Cut, page: int, uow: UnitOfWork, now: datetime) -> Queue:
    """What waits in the estate, the most urgent first; a page past the end is the last one.

    Whose role holds in a part of it has what waits there.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_allowing`.
    """
    standing.require_away_from_neighbours(actor)
    estate = standing.estate_allowing(actor, Act.READ_STAFF, somewhere=True)
    found_waiting = await uow.mornings.waiting(estate.key)
    theirs = [wish for wish in found_waiting if standing.roles_for(wish, actor) & rights.RIGHTS[Act.READ_STAFF]]
    waiting = desk.in_order(theirs)
    with_body = await uow.referrals.standing([wish.id for wish in waiting])
    today, new_since = estate.local(now).date(), now - desk.NEW_FOR
    who = actor.person.telegram_id
    speakers = (estate.spokesman(who, wish.place) for wish in waiting)
    speaker = estate.spokesman(who) or next((each for each in speakers if each), None)
    looker = Looker(actor.person.id, speaker.body if speaker else None)
    all_of_it = bool(actor.roles_in(estate.key) & rights.RIGHTS[Act.READ_STAFF])

    def under(cut: Cut) -> list[Wish]:
        return [
            wish
            for wish in waiting
            if desk.belongs(
                wish, cut, today=today, new_since=new_since, looker=looker, with_body=with_body.get(wish.id)
            )
        ]

    found, whole = under(cut), under(Cut(cut.heading))
    pages = max(1, -(-len(found) // PAGE))
    number = max(0, min(page, pages - 1))
    return Queue(
        estate=estate,
        cut=cut,
        wishes=found[number * PAGE : (number + 1) * PAGE],
        total=len(found),
        number=number,
        pages=pages,
        counts={heading: len(under(Cut(heading))) for heading in Heading},
        categories=desk.by_category(wish.category for wish in whole),
        with_body=with_body,
        questions=await service_questions.overdue(estate, today=today, uow=uow) if all_of_it else 0,
    )


async def to_answer_together(
    *, actor: Actor, cut: Cut, uow: UnitOfWork, now: datetime, act: Act = Act.ANSWER_WISH
) -> tuple[Estate, list[Wish]]:
    """The first `MOST_AT_ONCE` of the queue, to choose from. `act`: what is to be done with them.

    Raises:
        NothingWaits: there is none.
        OnlyInPrivate, NotAllowed, …: see `queue`.
    """
    first = await queue(actor=actor, cut=cut, page=0, uow=uow, now=now)
    rights.require(act, actor.roles_somewhere(first.estate.key), telegram_id=actor.person.telegram_id)
    found = list(first.wishes)
    for number in range(1, min(first.pages, MOST_AT_ONCE // PAGE)):
        found += (await queue(actor=actor, cut=cut, page=number, uow=uow, now=now)).wishes
    found = [wish for wish in found if standing.roles_for(wish, actor) & rights.RIGHTS[act]]
    if not found:
        raise NothingWaits
    return first.estate, found


# ---- the list of the morning ----------------------------------------------------------------------------------------


def round_of(estate: Estate) -> str:
    """See `ports.FirstMoments.rounds`."""
    return f"morning:{estate.key}"


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    """Whether an estate's list is due, or it is not kept yet when its first one is."""
    kept = {morning.estate_key: morning for morning in await uow.mornings.all()}
    return any(key not in kept or kept[key].next_at <= now for key in estates)


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Say the lists that are due, once each; returns for how many estates something was done."""
    return sum([await _meet(estate, uow=uow, now=now) for estate in estates.values()])


async def _meet(estate: Estate, *, uow: UnitOfWork, now: datetime) -> int:
    morning = await uow.mornings.lock(estate.key)
    if morning is None:
        first = desk.next_list(now, estate)
        await uow.mornings.save(Morning(estate.key, next_at=first, since=now))
        return 1
    if morning.next_at > now:
        return 0
    after = desk.told(morning, estate, now=now)
    if estate.courtesy.sleeps_at(estate.local(now).time()):  # the bot was away until the night: tomorrow's says it too
        after = replace(after, since=morning.since)
    else:
        await _say(estate, morning, uow=uow, now=now)
    await uow.mornings.save(after)
    return 1


async def _say(estate: Estate, morning: Morning, *, uow: UnitOfWork, now: datetime) -> None:
    today = estate.local(now).date()
    questions = await service_questions.overdue(estate, today=today, uow=uow)
    waiting = await uow.mornings.waiting(estate.key)
    found = desk.morning_list(waiting, today=today, since=morning.since, questions=questions)
    if found.says_nothing:
        return
    lines = (line("morning-head", estate=estate.name, day=Day(today)), *_lines(found))
    await desks.tell(estate, Reply(lines, buttons=_buttons(found)), uow=uow)


def _lines(found: MorningList) -> list[Line]:
    lines = []
    if found.new:
        by_category = tuple(
            Term("morning-category", {"category": Term(f"category-{category}"), "n": n})
            for category, n in found.new.items()
        )
        lines.append(line("morning-new", n=sum(found.new.values()), by_category=Texts(by_category)))
    if found.overdue:
        lines.append(line("morning-overdue", n=len(found.overdue), numbers=numbered(found.overdue[: desk.NAMED])))
    if found.today:
        lines.append(line("morning-today", n=len(found.today), numbers=numbered(found.today[: desk.NAMED])))
    if found.unassigned:
        lines.append(line("morning-unassigned", n=found.unassigned))
    if found.questions:
        lines.append(line("morning-questions", n=found.questions))
    return lines


def questions_button(n: int) -> Button:
    """Opens what was asked about services and not answered, below."""
    return Button("button-service-waiting", data("service-waiting", 0, NEW_MESSAGE), args={"n": n})


def _buttons(found: MorningList) -> tuple[tuple[Button, ...], ...]:
    """Each opens the queue below; the list stays as it was in the morning."""
    headings = (
        (Heading.OVERDUE, bool(found.overdue)),
        (Heading.TODAY, bool(found.today)),
        (Heading.UNASSIGNED, bool(found.unassigned)),
        (Heading.ALL, True),
    )
    row = tuple(
        Button(f"heading-{heading}", data("queue", heading, ANY, 0, NEW_MESSAGE)) for heading, any_ in headings if any_
    )
    rows = [row[at : at + 2] for at in range(0, len(row), 2)]
    if found.questions:
        rows.append((questions_button(found.questions),))
    return tuple(rows)
