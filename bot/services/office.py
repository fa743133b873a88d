"""The office above gets one list a working day in private, where something waits for it. It is said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain import office, triage
from bot.domain.office import NAMED, OfficeList, Waiting
from bot.domain.people import Body, Contact, Estate, Person, language_for
from bot.domain.triage import Level
from bot.domain.wishes import Visibility, Wish
from bot.messages import Arg, Day, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import boards, cards, standing

WORDS_COLUMNS = 40  #: of a wish's words in a line
_WORK = "office-lists"


def round_of(estate: Estate) -> str:
    return f"office:{estate.key}"


def awaited(estate: Estate) -> str | None:
    """Its round. Nobody listed: nothing is ever due."""
    return round_of(estate) if estate.contacts else None


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    moments = await uow.bulletins.moments()
    return any(_is_due(estate, moments.get(round_of(estate)), now) for estate in estates.values())


def _is_due(estate: Estate, moment: datetime | None, now: datetime) -> bool:
    """Nothing is said in the quiet hours: what is due then waits for the day."""
    if awaited(estate) is None:
        return False
    return moment is None or (moment <= now and not estate.courtesy.sleeps_at(estate.local(now).time()))


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Say the lists that are due; of days on which the bot was away, one list tells all. Returns for how many estates
    something was done."""
    await uow.alone(_WORK)
    moments, met = await uow.bulletins.moments(), 0
    for estate in estates.values():
        moment = moments.get(round_of(estate))
        if not _is_due(estate, moment, now):
            continue
        await uow.bulletins.set_moment(round_of(estate), office.next_list(now, estate))
        if moment is not None and office.is_working(now, estate):
            await _tell(estate, uow=uow, now=now)
        met += 1
    return met


async def _tell(estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    there = await _listed(estate, uow)
    if not there:
        return
    waiting, today = await _waiting(estate, uow), estate.local(now).date()
    for contact, person in there:
        found = office.office_list(waiting, level=Level(contact.level), today=today)
        if found.says_nothing:
            continue
        chat = await uow.chats.private_of(person)
        language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
        await uow.outbox.say(chat.id, Reply(_lines(found, contact, estate, today=Day(today))), language=language)


async def _listed(estate: Estate, uow: UnitOfWork) -> list[tuple[Contact, Person]]:
    """Those who can be written to."""
    known = [(contact, await uow.people.known(contact.telegram_id)) for contact in estate.contacts.values()]
    return [(contact, person) for contact, person in known if person and await standing.can_be_told(person, uow)]


async def _waiting(estate: Estate, uow: UnitOfWork) -> list[Waiting]:
    wishes = await uow.mornings.waiting(estate.key)
    ids = [wish.id for wish in wishes]
    chosen, went_up = await uow.triages.of_all(ids), await uow.misses.told_of(ids)
    times, with_body = await uow.referrals.times(ids), await uow.referrals.standing(ids)
    found = []
    for wish in wishes:
        seen = chosen.get(wish.id) or triage.of_wish(wish)
        body = office.body_of(await uow.course.of(wish.id), passed_on_to=with_body.get(wish.id))
        found.append(
            Waiting(wish, seen.matter, seen.levels, went_up.get(wish.id, frozenset()), times.get(wish.id, 0), body)
        )
    return found


# ---- in words -------------------------------------------------------------------------------------------------------


def _lines(found: OfficeList, contact: Contact, estate: Estate, *, today: Day) -> tuple[Line, ...]:
    lines = [line("office-head", estate=estate.name, day=today, level=Term(f"level-{contact.level}"))]
    if found.to_decide:
        lines += [line("office-to-decide", n=len(found.to_decide)), *_named(found.to_decide)]
    if found.overdue:
        n = sum(map(len, found.overdue.values()))
        lines.append(line("office-overdue", n=n))
        lines += [_overdue(body, wishes) for body, wishes in found.overdue.items()]
    if found.bounced:
        lines += [line("office-bounced", n=len(found.bounced)), *_named(found.bounced)]
    return (*lines, line("office-foot"))


def _overdue(body: Body | None, wishes: Sequence[Wish]) -> Line:
    who = Term("office-nobody") if body is None else Term(f"body-{body}")
    numbers, more = cards.numbered(wishes[:NAMED]), max(0, len(wishes) - NAMED)
    longest = Day(min(wish.next_date for wish in wishes if wish.next_date is not None))
    return line("office-overdue-by", body=who, n=len(wishes), numbers=numbers, longest=longest, more=more)


def _named(wishes: Sequence[Wish]) -> list[Line]:
    lines = [_row(wish) for wish in wishes[:NAMED]]
    if len(wishes) > NAMED:
        lines.append(line("office-more", n=len(wishes) - NAMED))
    return lines


def _row(wish: Wish) -> Line:
    """Never who filed it. What only the committee may see is told by what it is about and where, not quoted."""
    args: dict[str, Arg] = {"number": str(wish.number), "state": Term(f"state-{wish.state}")}
    if wish.visibility is Visibility.COMMITTEE or wish.waits_for_words:
        place = cards.spot(wish.place_for_neighbours())
        return Line("office-row-committee", {**args, "category": Term(f"category-{wish.category}"), "place": place})
    return Line("office-row", {**args, "words": boards.shortened(wish.words, columns=WORDS_COLUMNS)})
