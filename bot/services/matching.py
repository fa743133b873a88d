"""Offers are matched to open wants, of the building first, then of the estate: who offers is asked in private.

Their yes is a claim with a day, and then the wisher is asked: neither learns of the other before both said yes. A no is
silent, and that pair is never asked about again. Nobody has two such questions at a time, nor two in a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain import claim_refusals
from bot.domain.attention import Attention, awake
from bot.domain.matching import LOOK_AFTER, LOOK_AGAIN_AFTER, Match, MatchAnswer
from bot.domain.notices import MatchAsked
from bot.domain.people import Estate, Person
from bot.domain.wishes import Kind, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import homes, standing
from bot.services.attention import attention_of

MOST_AT_ONCE = 20
LOOKED_AT = 12  #: of the wishes that fit best


async def filed(wish: Wish, *, uow: UnitOfWork, now: datetime) -> None:
    """A want or an offer that all may see was filed: it is looked at in a moment."""
    if wish.kind in (Kind.WANT, Kind.OFFER) and wish.has_card:
        await uow.matches.look_at(wish.id, at=now + LOOK_AFTER)


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.matches.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Questions whose time is over, and wishes that are to be looked at. Returns how many."""
    over = await uow.matches.due(now, limit=MOST_AT_ONCE)
    for match in over:
        await _close(match, MatchAnswer.NONE, uow=uow, now=now)
    looks = await uow.matches.looks_due(now, limit=MOST_AT_ONCE)
    for wish_id in looks:
        wish = await uow.wishes.lock(wish_id)
        estate = estates.get(wish.estate_key)
        if await uow.matches.looked(wish_id) and estate is not None and await _waits(wish, estate, uow=uow, now=now):
            await _look(wish, estate, uow=uow, now=now)
    return len(over) + len(looks)


async def _waits(wish: Wish, estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    """An offer that stands, or a want that nobody has in hand, of somebody who is still a neighbour."""
    if wish.has_ended or not wish.is_public:
        return False
    if await homes.has_left(wish.author_id, estate, uow=uow, now=now):
        return False
    if wish.kind is Kind.OFFER:
        return True
    free = wish.state is State.OPEN and wish.taken_by is None and await uow.wish_claims.open_of(wish.id) is None
    return wish.kind is Kind.WANT and free


async def _look(wish: Wish, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Ask about the best pair; where those who could be asked have a question already, look again tomorrow."""
    other_kind = Kind.WANT if wish.kind is Kind.OFFER else Kind.OFFER
    found = await uow.similar.fitting(wish.estate_key, words=wish.words, kind=other_kind, limit=LOOKED_AT)
    passed_over = await uow.matches.asked(wish.id)
    fits = [each for each in found if each.id not in passed_over and each.author_id != wish.author_id]
    if wish.kind is Kind.WANT and await uow.matches.open_of_want(wish.id) is not None:
        return  # it is looked at again when that question is over
    later = False
    for other in _nearest_first(wish, fits):
        want, offer = (other, wish) if wish.kind is Kind.OFFER else (wish, other)
        if not await _waits(other, estate, uow=uow, now=now) or await uow.matches.open_of_want(want.id) is not None:
            continue
        if not await _may_be_asked(offer, want, uow=uow, now=now):
            later = True
            continue
        if await _ask(want, offer, estate, uow=uow, now=now):
            return
    if later:
        await uow.matches.look_at(wish.id, at=now + LOOK_AGAIN_AFTER)


def _nearest_first(wish: Wish, found: Sequence[Wish]) -> list[Wish]:
    """Of the building, then of the estate; each as well as it fits."""
    return sorted(found, key=lambda other: other.chat_id != wish.chat_id)


async def _may_be_asked(offer: Wish, want: Wish, *, uow: UnitOfWork, now: datetime) -> bool:
    """Who offers can be written to, wants to hear of things, and was asked nothing of the kind today."""
    person = await uow.people.get(offer.author_id)
    if not await standing.can_be_told(person, uow):
        return False
    await uow.people.lock(person.id)
    if await attention_of(person.id, want.id, uow) is Attention.MUTED:
        return False
    return not await uow.matches.asked_person_since(person.id, now - LOOK_AGAIN_AFTER)


async def _ask(want: Wish, offer: Wish, estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    until = awake(now + estate.claims.match_within, zone=estate.time_zone, courtesy=estate.courtesy)
    if not await uow.matches.add(Match(want.id, offer.id, offer.author_id, asked_at=now, next_at=until)):
        return False
    await uow.outbox.put(MatchAsked(want.id, offer.id))
    return True


async def check_open(*, actor: Actor, want_id: int, offer_id: int, uow: UnitOfWork) -> Match:
    """The question that this actor was asked.

    Raises:
        MatchOver: it is over; or nobody asked them.
    """
    match = await uow.matches.get(want_id, offer_id)
    if match is None or match.offerer_id != actor.person.id or not match.is_open:
        raise claim_refusals.MatchOver
    return match


async def check_both_there(want_id: int, person: Person, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Before the offerer's yes becomes a claim.

    Raises:
        MatchOver: one of the two lives in the estate no more since they were asked.
    """
    want = await uow.wishes.get(want_id)
    for person_id in (want.author_id, person.id):
        if await homes.has_left(person_id, estate, uow=uow, now=now):
            raise claim_refusals.MatchOver


async def left(person: Person, estate_key: str, *, uow: UnitOfWork, now: datetime) -> None:
    """They left the estate's groups: nobody is asked any more whether they would do, or have done, something there."""
    for match in await uow.matches.open_around(person.id, estate_key):
        await uow.wishes.lock(match.want_id)
        await _close(match, MatchAnswer.NONE, uow=uow, now=now)


async def decline(*, actor: Actor, want_id: int, offer_id: int, uow: UnitOfWork, now: datetime) -> None:
    """Not this time; nobody hears of it.

    Raises:
        OnlyInPrivate: in a group. MatchOver: see `check_open`.
    """
    standing.require_private(actor)
    match = await check_open(actor=actor, want_id=want_id, offer_id=offer_id, uow=uow)
    await _close(match, MatchAnswer.NO, uow=uow, now=now)


async def _close(match: Match, answer: MatchAnswer, *, uow: UnitOfWork, now: datetime) -> None:
    """The pair is not asked about again; others are, from tomorrow on."""
    await uow.matches.save(replace(match, next_at=None, answer=answer))
    for wish_id in (match.want_id, match.offer_id):
        await uow.matches.look_at(wish_id, at=now + LOOK_AGAIN_AFTER)
