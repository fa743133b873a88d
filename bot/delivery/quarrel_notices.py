"""Who hears of a quarrel, in which words: its mediator and its sides, each in private, and nobody else ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from bot.domain.people import Person
from bot.domain.quarrel_news import QuarrelNews
from bot.domain.quarrels import Quarrel, QuarrelOutcome, QuarrelPhase, Side
from bot.messages import Reply, line
from bot.ports import UnitOfWork
from bot.services import quarrel_lines

if TYPE_CHECKING:
    from bot.delivery.facts import Facts


def _quarrel(facts: Facts) -> Quarrel:
    assert facts.quarrel is not None, "this notice is about a quarrel"
    return facts.quarrel


def _news(facts: Facts) -> QuarrelNews:
    return QuarrelNews(facts.quarrel_news)


async def hearers(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """What was overtaken by the time it is told is told to nobody."""
    quarrel, news = _quarrel(facts), _news(facts)
    match news:
        case QuarrelNews.BROUGHT if quarrel.is_open and quarrel.phase is QuarrelPhase.WAITING:
            return await _mediators(facts, uow)
        case QuarrelNews.REMIND if quarrel.is_open:
            waits = quarrel.mediator_id is None
            return await _mediators(facts, uow) if waits else await _people(uow, quarrel.mediator_id)
        case QuarrelNews.MOVED:
            return await _people(uow, quarrel.mediator_id)
        case QuarrelNews.ASK_AUTHOR if quarrel.is_open and quarrel.author.agrees is None:
            return await _people(uow, quarrel.author.person_id)
        case QuarrelNews.ASK_OTHER if quarrel.is_open and quarrel.other.agrees is None:
            return await _people(uow, quarrel.other.person_id)
        case QuarrelNews.ASK_TIME if quarrel.is_open:
            open_ = [quarrel.party(side) for side in Side if quarrel.party(side).time_fits is None]
            return await _people(uow, *(party.person_id for party in open_))
        case QuarrelNews.BOTH_AGREE | QuarrelNews.TIME_AGREED if quarrel.is_open:
            return await _people(uow, quarrel.author.person_id, quarrel.other.person_id)
        case QuarrelNews.ASK_WHETHER_HOLDS:
            return await _people(uow, quarrel.author.person_id, quarrel.other.person_id)
        case QuarrelNews.WITHDRAWN:
            return await _people(uow, quarrel.mediator_id, quarrel.other.person_id if quarrel.other.agrees else None)
        case QuarrelNews.ENDED:
            return await _people(uow, *_concerned(quarrel))
    return ()


def _concerned(quarrel: Quarrel) -> list[int | None]:
    """Who is told that it is over: who said no knows; whoever was not asked, or did not say yes, learns nothing."""
    told = [quarrel.party(side).person_id for side in Side if quarrel.party(side).agrees is True]
    if quarrel.outcome is QuarrelOutcome.GIVEN_BACK and quarrel.author.agrees is None:
        told.append(quarrel.author.person_id)
    by_a_side = quarrel.outcome in (QuarrelOutcome.DECLINED, QuarrelOutcome.FORGOTTEN) and not quarrel.other.at_door
    return [*told, quarrel.mediator_id] if by_a_side else told


async def _people(uow: UnitOfWork, *ids: int | None) -> list[Person]:
    return [await uow.people.get(person_id) for person_id in dict.fromkeys(ids) if person_id is not None]


async def _mediators(facts: Facts, uow: UnitOfWork) -> list[Person]:
    """Those who mediate there and whom the bot has met; nobody hears of a quarrel of their own in this way."""
    if facts.estate is None:
        return []
    known = [await uow.people.known(each.telegram_id) for each in facts.estate.mediators_at(facts.wish.place)]
    return [each for each in known if each is not None and _quarrel(facts).side_of(each.id) is None]


def words(facts: Facts) -> Reply:
    """Where a mediator is among the hearers, the quarrel is opened by a button: notices are kept longer than words."""
    quarrel, wish = _quarrel(facts), facts.wish
    match _news(facts):
        case QuarrelNews.ASK_AUTHOR:
            return quarrel_lines.asked_author(quarrel, wish)
        case QuarrelNews.ASK_OTHER:
            return quarrel_lines.asked_other(quarrel)
        case QuarrelNews.BOTH_AGREE:
            return quarrel_lines.both_agree(quarrel)
        case QuarrelNews.ASK_TIME:
            return quarrel_lines.asked_time(quarrel)
        case QuarrelNews.TIME_AGREED:
            return quarrel_lines.time_agreed(quarrel)
        case QuarrelNews.ENDED | QuarrelNews.WITHDRAWN:
            return quarrel_lines.ended(quarrel, wish)
        case QuarrelNews.ASK_WHETHER_HOLDS:
            return quarrel_lines.asked_whether_holds(quarrel)
        case QuarrelNews.MOVED:
            return _headed("quarrel-moved", facts)
        case QuarrelNews.REMIND:
            return _headed("quarrel-remind", facts)
    return quarrel_lines.brought(quarrel, wish)


def _headed(key: str, facts: Facts) -> Reply:
    opened = quarrel_lines.brought(_quarrel(facts), facts.wish)
    return msgspec.structs.replace(opened, lines=(line(key, number=str(facts.wish.number)),))
