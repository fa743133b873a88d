"""Who is asked whether a wish is done, in which words; and who hears that it went back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.domain.buttons import data
from bot.domain.people import Body, Person
from bot.domain.verdicts import Round
from bot.messages import Arg, Button, Day, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import verdict_lines

if TYPE_CHECKING:
    from bot.delivery.facts import Facts


async def those_asked(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """While the question is open: who is told late of one that is closed would answer in vain."""
    asking = facts.asking
    if asking is None or not asking.is_open:
        return ()
    return [await uow.people.get(each.person_id) for each in await uow.verdicts.people(asking.id)]


async def not_asked(people: Sequence[Person], facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """But for those who hear of it with the question whether it is."""
    last = await uow.verdicts.last(facts.wish.id)
    if last is None or last.answer_id != facts.answered().id:
        return people
    asked = {each.person_id for each in await uow.verdicts.people(last.id)}
    return [person for person in people if person.id not in asked]


def question(facts: Facts, told: Reply) -> Reply:
    """`told`: how anybody else hears that it is done. The second question says itself what it is about."""
    asking = facts.asking
    assert asking is not None, "this notice is about a question"
    rows = verdict_lines.finding_rows(asking)
    if asking.round is Round.AGAIN:
        wish = facts.wish
        return Reply((line("verdict-question-again", number=str(wish.number), wish=wish.words),), buttons=rows)
    return Reply((*told.lines, line("verdict-ask")), buttons=(*rows, *told.buttons), photos=told.photos)


async def those_concerned(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """The author, who follows, and whoever reported it done."""
    people = [await uow.people.get(facts.wish.author_id)]
    people += [person for person, _ in await uow.followers.of(facts.wish.id)]
    people.append(await uow.people.get(facts.answered().speaker_id))
    return list({person.id: person for person in people}.values())


def returned(facts: Facts) -> Reply:
    args = _returned_args(facts)
    day = facts.wish.next_date
    if day is None:  # answered again by the time it is told
        return Reply((Line("notice-returned-undated", args),))
    return Reply((Line("notice-returned", {**args, "day": Day(day)}),))


async def the_committee(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Those of its speakers whom the bot has met."""
    speakers = facts.estate.speakers.values() if facts.estate else ()
    known = [await uow.people.known(each.telegram_id) for each in speakers if each.body is Body.COMMITTEE]
    return [person for person in known if person is not None]


def returned_twice(facts: Facts) -> Reply:
    look = Button("button-look", data("wish", facts.wish.id))
    deliberate = Button("button-deliberate", data("deliberate", facts.wish.id))
    return Reply((Line("notice-returned-twice", _returned_args(facts)),), buttons=((look, deliberate),))


def _returned_args(facts: Facts) -> dict[str, Arg]:
    return {
        "number": str(facts.wish.number),
        "wish": facts.wish.words,
        "body": Term(f"body-{facts.answered().speaker.body}"),
    }
