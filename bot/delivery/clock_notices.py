"""Who hears, and in which words, that a day was missed or moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.domain.buttons import data
from bot.domain.people import Person
from bot.domain.triage import Level
from bot.domain.wishes import Visibility
from bot.messages import Arg, Button, Day, Line, Reply, Spot, Term
from bot.ports import UnitOfWork
from bot.services import misses

if TYPE_CHECKING:
    from bot.delivery.facts import Facts


async def those_above(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Nobody, once the matter was met: there is nothing left to press for."""
    missed, estate = facts.missed, facts.estate
    if missed is None or missed.level is None or estate is None or not misses.is_missed_still(facts.wish, missed):
        return ()
    return await misses.who_hears(Level(missed.level), estate, uow)


def missed_words(facts: Facts) -> Reply:
    """Never who filed it. What only the committee may see is told above by what it is about and where, not quoted."""
    wish, missed, estate = facts.wish, facts.missed, facts.estate
    assert missed is not None, "this notice is about a missed day"
    args: dict[str, Arg] = {**misses.args_of(wish, missed), "estate": estate.name if estate else ""}
    committee_reads = missed.level is not None and not _is_listed(facts)
    look = ((Button("button-look", data("wish", wish.id)),),) if committee_reads else ()
    if wish.visibility is Visibility.COMMITTEE and not committee_reads:
        place = wish.place_for_neighbours()
        args |= {
            "category": Term(f"category-{wish.category}"),
            "place": Spot(place.building, place.unit, place.floor, place.door),
        }
        return Reply((Line("notice-missed-committee", args),))
    key = "notice-missed-carry" if committee_reads else "notice-missed"
    return Reply((Line(key, {**args, "wish": wish.words}),), buttons=look)


def _is_listed(facts: Facts) -> bool:
    """Whether anybody is listed for the level; otherwise the committee hears of it."""
    contacts = facts.estate.contacts.values() if facts.estate else ()
    return any(each.level == (facts.missed and facts.missed.level) for each in contacts)


def moved_args(facts: Facts) -> dict[str, Arg]:
    """The day before, of an answer that moved a promise."""
    return {"before": Day(facts.moved_from)} if facts.moved_from else {}
