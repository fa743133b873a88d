"""How a claim ends: kept, and whoever claimed told. The door and number that were passed on are taken out of sight."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import claiming
from bot.domain.claiming import Claim, ClaimOutcome
from bot.domain.course import Step
from bot.domain.matching import LOOK_AGAIN_AFTER, MatchAnswer
from bot.domain.notices import ClaimEnded
from bot.domain.wishes import Wish
from bot.ports import UnitOfWork

CONTACT_SLOT = "contact"  #: in the claimer's private chat: what the wisher passed on, while the claim is open

#: What the claimer did or hears of otherwise.
_NOT_TOLD = frozenset({ClaimOutcome.CONFIRMED, ClaimOutcome.HANDED_BACK})
_OF_CLAIMS = frozenset({Step.CLAIMED, Step.UNCLAIMED, Step.FULFILLED})


def contact_slot(claim_id: int) -> str:
    return f"{CONTACT_SLOT}:{claim_id}"


async def end(claim: Claim, outcome: ClaimOutcome, *, uow: UnitOfWork) -> Claim:
    """Keep that it ended; the claimer hears of it unless they ended it."""
    over = claiming.ended(claim, outcome)
    await uow.wish_claims.save(over)
    if claim.contact is not None:
        await show_contact(claim, uow)
    if outcome not in _NOT_TOLD:
        await uow.outbox.put(ClaimEnded(claim.wish_id, claim.id))
    return over


async def show_contact(claim: Claim, uow: UnitOfWork) -> None:
    """The message that shows what the wisher passed on is drawn anew: it is never kept as words anywhere else."""
    private = await uow.chats.private_of(await uow.people.get(claim.claimer_id))
    await (uow.outbox.touch if private.present else uow.outbox.outdate)(private.id, contact_slot(claim.id))


async def settle(step: Step, after: Wish, *, uow: UnitOfWork, now: datetime) -> Wish:
    """The wish takes a step that is none of its claim's: the claim is over. Returns the wish without its claimer.

    Whoever is being asked whether they would do it need not answer any more.
    """
    if (match := await uow.matches.open_of_want(after.id)) is not None:
        await uow.matches.save(replace(match, next_at=None, answer=MatchAnswer.NONE))
        await uow.matches.look_at(match.offer_id, at=now + LOOK_AGAIN_AFTER)
    if step in _OF_CLAIMS:
        return after
    claim = await uow.wish_claims.open_of(after.id)
    if claim is None:
        return after
    await end(claim, ClaimOutcome.OVERTAKEN, uow=uow)
    if claim.runs and after.taken_by == claim.claimer_id:
        return replace(after, taken_by=None, taken_by_name=None)
    return after
