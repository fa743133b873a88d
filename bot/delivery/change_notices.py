"""Who hears, and in which words, that a wish was folded, restored, taken down, stated on, added to or withdrawn.

What neighbours may not read any more is quoted to nobody but its author.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.domain.buttons import data
from bot.domain.people import Person
from bot.domain.takedowns import Step, waits_for_ruling
from bot.messages import Arg, Button, Day, Line, Reply, Spot, Term, line
from bot.ports import UnitOfWork
from bot.services import card_lines

if TYPE_CHECKING:
    from bot.delivery.facts import Facts

_RULINGS = {
    Step.FOLDED: "notice-folded",
    Step.RESTORED: "notice-restored",
    Step.REMOVED: "notice-removed",
    Step.UPHELD: "notice-upheld",
}


async def author(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return (await uow.people.get(facts.wish.author_id),)


def ruling_words(facts: Facts) -> Reply:
    """Kind, and without blame; a removal says why, and how to have one's say."""
    step, wish = facts.step, facts.wish
    assert step is not None, "this notice is about a step"
    args: dict[str, Arg] = {"number": str(wish.number), "wish": wish.words}
    if step.step is Step.REMOVED:
        args |= {"reason": card_lines.removal_reason(step), "body": Term(f"body-{step.body}")}
        contest = ((Button("button-contest", data("contest", wish.id)),),)
        return Reply((Line(_RULINGS[step.step], args),), buttons=contest)
    lines = [Line(_RULINGS[step.step], args)]
    if step.words:
        lines.append(line("card-words", words=step.words))
    return Reply(tuple(lines))


async def moderators(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Of its building's group, while it waits; nobody is asked about their own wish."""
    wish = facts.wish
    if not waits_for_ruling(wish, await uow.takedowns.last(wish.id)):
        return ()
    return [one for one in await uow.chats.administrators_of(wish.chat_id) if one.id != wish.author_id]


def check_words(facts: Facts) -> Reply:
    look = ((Button("button-look", data("wish", facts.wish.id)),),)
    return Reply((line("notice-check-wanted", number=str(facts.wish.number)),), buttons=look)


async def hearers_of_statement(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """The author, and who follows while it is in sight; not who stated it."""
    assert facts.statement is not None, "this notice is about a statement"
    people = [await uow.people.get(facts.wish.author_id)]
    if facts.wish.is_public:
        people += [person for person, _ in await uow.followers.of(facts.wish.id)]
    return [person for person in people if person.id != facts.statement.speaker_id]


def statement_words(facts: Facts) -> Reply:
    statement = facts.statement
    assert statement is not None, "this notice is about a statement"
    return Reply(
        (
            line(
                "notice-statement",
                number=str(facts.wish.number),
                body=Term(f"body-{statement.speaker.body}"),
                name=statement.speaker.name,
                words=statement.words,
                wish=facts.wish.words,
            ),
        )
    )


async def followers_and_taker(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Those who would look at the card now, while it can be read."""
    wish = facts.wish
    people = [person for person, _ in await uow.followers.of(wish.id)] if wish.is_public else []
    if wish.taken_by is not None:
        people.append(await uow.people.get(wish.taken_by))
    once = {person.id: person for person in people if person.id != wish.author_id}
    return tuple(once.values())


async def followers_and_taker_of_withdrawn(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Everybody who followed, and who has it in hand; nobody if it was taken back in the meantime."""
    wish = facts.wish
    if facts.withdrawal is None:
        return ()
    people = [person for person, _ in await uow.followers.of(wish.id)]
    if wish.taken_by is not None:
        people.append(await uow.people.get(wish.taken_by))
    once = {person.id: person for person in people if person.id != wish.author_id}
    return tuple(once.values())


def addition_words(facts: Facts) -> Reply:
    addition = facts.addition
    assert addition is not None, "this notice is about an addition"
    told = line("notice-added", number=str(facts.wish.number), words=addition.words, wish=facts.wish.words)
    return Reply((told,), photos=(addition.photo,) if addition.photo else ())


def withdrawal_words(facts: Facts) -> Reply:
    """Which one it was is told by what it was about and where: its words are its author's again."""
    wish, withdrawal = facts.wish, facts.withdrawal
    place = wish.place_for_neighbours()
    args: dict[str, Arg] = {
        "number": str(wish.number),
        "category": Term(f"category-{wish.category}"),
        "place": Spot(place.building, place.unit, place.floor, place.door),
    }
    if withdrawal is None or withdrawal.reason is None:
        return Reply((Line("notice-withdrawn", args),))
    return Reply((Line("notice-withdrawn-reason", {**args, "reason": card_lines.withdrawal_reason(withdrawal)}),))


async def author_and_followers(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """The author, or whoever filed it for them, and who follows while it can be read."""
    wish = facts.wish
    people = [await uow.people.get(facts.filed_for.filer_id if facts.filed_for else wish.author_id)]
    people += [person for person, _ in await uow.followers.of(wish.id)] if wish.is_public else []
    return tuple({person.id: person for person in people}.values())


def came_back_words(facts: Facts) -> Reply:
    wish = facts.wish
    args: dict[str, Arg] = {"number": str(wish.number), "wish": wish.words}
    if wish.next_date is None:  # ended again before this was told
        return Reply((Line("notice-came-back-ended", args),))
    return Reply((Line("notice-came-back", {**args, "day": Day(wish.next_date)}),))
