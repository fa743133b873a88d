"""What falls due around claims: each thing once, as rows say; and nobody is hurried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import claiming
from bot.domain.claiming import Claim, ClaimDue, ClaimOutcome, Phase
from bot.domain.notices import ClaimAsked, ClaimReminded, ClaimReported, WishChanged
from bot.domain.people import Estate
from bot.domain.wishes import Wish
from bot.ports import UnitOfWork
from bot.services import claim_ends, claim_lines, desks

MOST_AT_ONCE = 20


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.wish_claims.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Remind, ask, tell the staff, or let lapse what nobody answered. Returns how many."""
    due = await uow.wish_claims.due(now, limit=MOST_AT_ONCE)
    for found in due:
        wish = await uow.wishes.lock(found.wish_id)
        claim = await uow.wish_claims.get(found.id)
        estate = estates.get(wish.estate_key)
        if estate is None:  # taken out of config.yaml: nobody knows its clocks any more
            await uow.wish_claims.save(replace(claim, next_at=None))
        else:
            await _meet(wish, claim, estate, uow=uow, now=now)
    return len(due)


async def _meet(wish: Wish, claim: Claim, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    terms, zone, courtesy = estate.claims, estate.time_zone, estate.courtesy
    what = claiming.due_of(claim, now=now, terms=terms, zone=zone, courtesy=courtesy)
    if what is None:  # another process was quicker
        return
    if what is ClaimDue.LAPSE:
        vouching = claim.phase is Phase.VOUCHING
        outcome = ClaimOutcome.NOT_VOUCHED if vouching else ClaimOutcome.UNANSWERED
        await claim_ends.end(claim, outcome, uow=uow)
        await uow.outbox.put(WishChanged(wish.id))
        return
    if what is ClaimDue.ASK_CLAIMER and claim.nudges == 0:  # the reminder before it is passed over
        claim = replace(claim, nudges=1)
    await uow.wish_claims.save(claiming.nudged(claim, terms=terms, zone=zone, courtesy=courtesy))
    match what:
        case ClaimDue.REMIND_WISHER if claim.phase is Phase.ASKED:
            await uow.outbox.put(ClaimAsked(wish.id, claim.id))
        case ClaimDue.REMIND_WISHER:
            await uow.outbox.put(ClaimReported(wish.id, claim.id))
        case ClaimDue.REMIND_CLAIMER | ClaimDue.ASK_CLAIMER:
            await uow.outbox.put(ClaimReminded(wish.id, claim.id, overdue=what is ClaimDue.ASK_CLAIMER))
        case ClaimDue.TELL_STAFF:
            claimer = await uow.people.get(claim.claimer_id)
            await desks.tell(estate, claim_lines.stuck(wish, claim, claimer), uow=uow)
