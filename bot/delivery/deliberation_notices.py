"""Who hears of a deliberation, in which words: that it is open, what came of it, that its minutes are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.delivery import verdict_notices
from bot.domain.buttons import data
from bot.domain.deliberations import Contribution, Deliberation, Form
from bot.domain.people import Person
from bot.messages import Arg, Button, Day, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import deliberation_lines

if TYPE_CHECKING:
    from bot.delivery.facts import Facts


def _argued(facts: Facts) -> Deliberation:
    assert facts.deliberation is not None, "this notice is about a deliberation"
    return facts.deliberation


def _said(facts: Facts) -> Contribution:
    assert facts.contribution is not None, "this notice is about something that was said"
    return facts.contribution


def _once(people: Iterable[Person]) -> list[Person]:
    return list({person.id: person for person in people}.values())


async def those_invited(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Residents whom it concerns, and the panel; who opened it knows. Bodies see it in the staff chat."""
    deliberation, wish = _argued(facts), facts.wish
    if not deliberation.is_open:
        return ()
    people: list[Person] = []
    if deliberation.form is not Form.COORDINATION:
        people.append(await uow.people.get(wish.author_id))
        people += [person for person, _ in await uow.followers.of(wish.id)]
        people += [await uow.people.get(each) for each in await uow.dissents.of(wish.id)]
    asked = list(facts.estate.panel) if facts.estate and wish.has_card else []
    if deliberation.officer is not None:
        asked.append(deliberation.officer.telegram_id)
    known = [await uow.people.known(telegram_id) for telegram_id in asked]
    people += [person for person in known if person is not None]
    return [person for person in _once(people) if person.id != deliberation.opener_id]


def opened(facts: Facts) -> Reply:
    """Texts: notice-deliberation-council, -coordination, -hearing."""
    deliberation = _argued(facts)
    args: dict[str, Arg] = {
        "number": str(facts.wish.number),
        "question": deliberation.question,
        "day": Day(deliberation.until),
    }
    look = Button("button-deliberation-look", data("delib", deliberation.id, 0))
    return Reply((Line(f"notice-deliberation-{deliberation.form}", args),), buttons=((look,),))


async def those_who_took_a_side(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Whoever said or tapped something or sees the wish differently, and its author; not who wrote the minutes."""
    deliberation, wish = _argued(facts), facts.wish
    ids = {*await uow.deliberations.took_side(deliberation.id), *await uow.dissents.of(wish.id)}
    if deliberation.form is not Form.COORDINATION:
        ids.add(wish.author_id)
    return [await uow.people.get(each) for each in sorted(ids - {deliberation.minutes_by_id})]


def minuted(facts: Facts) -> Reply:
    deliberation = _argued(facts)
    look = Button("button-deliberation-look", data("delib", deliberation.id, 0))
    return Reply(deliberation_lines.minutes_lines(facts.wish, deliberation), buttons=((look,),))


async def those_who_owe_minutes(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    if _argued(facts).outcome is not None:
        return ()
    opener = await uow.people.get(_argued(facts).opener_id)
    return _once([opener, *await verdict_notices.the_committee(facts, uow)])


def overdue(facts: Facts) -> Reply:
    deliberation = _argued(facts)
    args: dict[str, Arg] = {"number": str(facts.wish.number), "question": deliberation.question}
    write = Button("button-minutes", data("minutes", deliberation.id))
    return Reply((Line("notice-minutes-overdue", args),), buttons=((write,),))


async def the_officer(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    officer = _argued(facts).officer
    person = await uow.people.known(officer.telegram_id) if officer else None
    return () if person is None or not _said(facts).is_shown else (person,)


def asked(facts: Facts) -> Reply:
    said = _said(facts)
    args: dict[str, Arg] = {"number": str(facts.wish.number), "words": said.words}
    at: dict[str, Arg] = {"at": str(said.number)}
    answer = Button("button-answer-question", data("answer-question", said.id), args=at)
    return Reply((Line("notice-hearing-asked", args),), buttons=((answer,),))


async def who_asked(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return (await uow.people.get(_said(facts).person_id),)


def answered(facts: Facts) -> Reply:
    said, officer = _said(facts), _argued(facts).officer
    assert officer is not None, "somebody answered"
    args: dict[str, Arg] = {
        "number": str(facts.wish.number),
        "words": said.words,
        "reply": said.reply,
        "voice": Term(f"voice-{officer.voice}"),
        "name": officer.name,
    }
    return Reply((Line("notice-hearing-answered", args),))
