"""Who hears of a claim, in which words. What was overtaken by the time it is told is told to nobody."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.domain.claiming import Claim, ClaimOutcome, Phase
from bot.domain.notices import (
    ClaimAccepted,
    ClaimAsked,
    ClaimConfirmed,
    ClaimEnded,
    ClaimHandedBack,
    ClaimNotYet,
    ClaimPutOff,
    ClaimReminded,
    ClaimReported,
    ClaimToVouch,
    MatchAsked,
    Notice,
    WishFulfilled,
)
from bot.domain.people import Person
from bot.domain.wishes import Display, State, Visibility
from bot.messages import Arg, Day, Line, Reply, line
from bot.ports import UnitOfWork
from bot.services import claim_lines, match_lines

if TYPE_CHECKING:
    from bot.delivery.facts import Facts


def _claim(facts: Facts) -> Claim:
    assert facts.claim is not None, "this notice is about a claim"
    return facts.claim


async def captains(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Of the wish's building, whom the bot has met; but for who claims, and while nobody has said anything."""
    claim, estate = _claim(facts), facts.estate
    if estate is None or not claim.is_open or claim.phase is not Phase.VOUCHING:
        return ()
    known = [await uow.people.known(each.telegram_id) for each in estate.captains_at(facts.wish.place)]
    return [person for person in known if person is not None and person.id != claim.claimer_id]


def word_wanted(facts: Facts) -> Reply:
    return claim_lines.word_wanted(facts.wish, _claim(facts), facts.named())


async def wisher_asked(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return await _wisher(facts, uow) if _stands(facts, Phase.ASKED) else ()


async def wisher_asked_whether_done(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return await _wisher(facts, uow) if _stands(facts, Phase.REPORTED) else ()


async def wisher_under_way(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return await _wisher(facts, uow) if _stands(facts, Phase.RUNNING) else ()


async def wisher(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """As long as the wish is open to somebody else."""
    return await _wisher(facts, uow) if facts.wish.state is State.OPEN else ()


async def _wisher(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return (await uow.people.get(facts.wish.author_id),)


def _stands(facts: Facts, *phases: Phase) -> bool:
    claim = _claim(facts)
    return claim.is_open and claim.phase in phases


async def claimer(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return (facts.named(),)


async def claimer_under_way(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return (facts.named(),) if _stands(facts, Phase.RUNNING) else ()


async def followers(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Whoever did it hears the thanks instead."""
    claim = _claim(facts)
    return [person for person, _ in await uow.followers.of(facts.wish.id) if person.id != claim.claimer_id]


async def claimer_thanked(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return (await uow.people.get(_claim(facts).claimer_id),)


def question(facts: Facts) -> Reply:
    return claim_lines.question(facts.wish, _claim(facts), facts.filed_for)


def is_it_done(facts: Facts) -> Reply:
    return claim_lines.is_it_done(facts.wish, _claim(facts), facts.named())


def accepted(facts: Facts) -> Reply:
    claim = _claim(facts)
    said = Line("notice-claim-accepted", {**_args(facts), "day": Day(claim.due_on)})
    lines = (said, claim_lines.wisher_of(facts.wish), line("notice-claim-how"))
    return Reply(lines, buttons=claim_lines.claimer_rows(claim))


_ENDED = {
    ClaimOutcome.REFUSED: "notice-claim-refused",
    ClaimOutcome.UNANSWERED: "notice-claim-unanswered",
    ClaimOutcome.NOT_VOUCHED: "notice-claim-not-vouched",
    ClaimOutcome.CALLED_OFF: "notice-claim-called-off",
    ClaimOutcome.RELEASED: "notice-claim-released",
    ClaimOutcome.LEFT: "notice-claim-left",
}


def ended(facts: Facts) -> Reply:
    outcome = _claim(facts).outcome
    key = _ENDED.get(outcome, "notice-claim-overtaken") if outcome is not None else "notice-claim-overtaken"
    return Reply((Line(key, _number(facts)),))


def handed_back(facts: Facts) -> Reply:
    return Reply((Line("notice-claim-handed-back", _args(facts)),))


def reminded(facts: Facts) -> Reply:
    """Before its day, or after it went by; nobody is told off."""
    claim = _claim(facts)
    key = "notice-claim-overdue" if facts.overdue else "notice-claim-soon"
    args: dict[str, Arg] = {**_args(facts), "day": Day(claim.due_on)}
    return Reply((Line(key, args),), buttons=claim_lines.claimer_rows(claim, later=not facts.overdue))


def not_yet(facts: Facts) -> Reply:
    claim = _claim(facts)
    args: dict[str, Arg] = {**_args(facts), "day": Day(claim.due_on)}
    return Reply((Line("notice-claim-not-yet", args),), buttons=claim_lines.claimer_rows(claim))


def put_off(facts: Facts) -> Reply:
    return claim_lines.put_off(facts.wish, _claim(facts), facts.named())


def confirmed(facts: Facts) -> Reply:
    """Whoever asked to go without a name stays so."""
    wish = facts.wish
    if wish.visibility is Visibility.NAMELESS or not wish.author_name:
        return Reply((Line("notice-claim-confirmed-nameless", _args(facts)),))
    return Reply((Line("notice-claim-confirmed", {**_args(facts), "name": wish.author_name}),))


def fulfilled(facts: Facts) -> Reply:
    claim = _claim(facts)
    args: dict[str, Arg] = {**_args(facts), "who": claim_lines.somebody(claim)}
    thanks = claim_lines.thanks_row(claim_lines.ClaimView(claim, facts.named()), facts.wish)[0][:1]
    return Reply((Line("notice-wish-fulfilled", args),), buttons=(thanks,))


async def offerer(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """While the question is open, and both wishes are."""
    if facts.other is None or facts.wish.state is not State.OPEN or facts.other.has_ended:
        return ()
    match = await uow.matches.get(facts.wish.id, facts.other.id)
    return (await uow.people.get(match.offerer_id),) if match is not None and match.is_open else ()


def match_asked(facts: Facts) -> Reply:
    assert facts.other is not None, "this notice is about an offer"
    return match_lines.question(facts.wish, facts.other)


def _args(facts: Facts) -> dict[str, Arg]:
    wish = facts.wish
    return {"number": str(wish.number), "wish": wish.words if wish.display is Display.SHOWN else "…"}


def _number(facts: Facts) -> dict[str, Arg]:
    return {"number": str(facts.wish.number)}


_Heard = tuple[Callable[["Facts", UnitOfWork], Awaitable[Sequence[Person]]], Callable[["Facts"], Reply], bool]

#: Hearers, words, and whether it is urgent: see `notices.Hearing`.
HEARD: Mapping[type[Notice], _Heard] = {
    ClaimToVouch: (captains, word_wanted, True),
    ClaimAsked: (wisher_asked, question, True),
    ClaimAccepted: (claimer_under_way, accepted, True),
    ClaimEnded: (claimer, ended, True),
    ClaimHandedBack: (wisher, handed_back, True),
    ClaimReminded: (claimer_under_way, reminded, True),
    ClaimReported: (wisher_asked_whether_done, is_it_done, True),
    ClaimNotYet: (claimer_under_way, not_yet, True),
    ClaimPutOff: (wisher_under_way, put_off, True),
    ClaimConfirmed: (claimer, confirmed, True),
    WishFulfilled: (followers, fulfilled, False),
    MatchAsked: (offerer, match_asked, False),
}
