"""What becomes of a claim that runs: done and confirmed, handed back, called off; thanks, and a door passed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain import claim_refusals, errors, wishes
from bot.domain import claiming as rules
from bot.domain.claiming import Claim, ClaimKind, ClaimOutcome, Phase
from bot.domain.course import Step
from bot.domain.matching import LOOK_AFTER
from bot.domain.notices import (
    ClaimConfirmed,
    ClaimHandedBack,
    ClaimNotYet,
    ClaimPutOff,
    ClaimReported,
    ClaimThanked,
    WishChanged,
    WishFulfilled,
)
from bot.domain.people import Estate, Person
from bot.domain.rights import Act
from bot.domain.wishes import State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import claim_ends, claiming, clocks, course, standing

AGAIN_WITHIN_DAYS = 3  #: for a claimer whose wisher says "not yet", at least


# ---- the wisher -----------------------------------------------------------------------------------------------------


async def call_off(*, actor: Actor, claim_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The wisher needs them no more: the wish is open again.

    Raises:
        ClaimOver: it does not run. See `claiming.of_wisher` for the others.
    """
    wish, claim, estate = await claiming.of_wisher(actor=actor, claim_id=claim_id, uow=uow)
    if not claim.runs:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    await _let_go(wish, claim, ClaimOutcome.CALLED_OFF, estate, uow=uow, now=now)
    return wish


async def confirm(*, actor: Actor, claim_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, Claim]:
    """The wisher says that it is done: nobody is asked again, and whoever did it hears the thanks.

    Raises:
        ClaimOver: it does not run. See `claiming.of_wisher` for the others.
    """
    wish, claim, _ = await claiming.of_wisher(actor=actor, claim_id=claim_id, uow=uow)
    if not rules.in_hands_of(wish, claim):
        raise claim_refusals.ClaimOver(number=str(wish.number))
    done = await course.move(wish, rules.fulfilled(wish), Step.FULFILLED, uow=uow, now=now)
    claim = await claim_ends.end(claim, ClaimOutcome.CONFIRMED, uow=uow)
    await uow.wish_claims.thank(claim.id, actor.person.id, now=now)
    await uow.outbox.put(ClaimConfirmed(wish.id, claim.id))
    await uow.outbox.put(WishFulfilled(wish.id, claim.id))
    return done, claim


async def not_yet(*, actor: Actor, claim_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, Claim]:
    """It was reported done, and is not: the claimer has it for some days more.

    Raises:
        ClaimOver: nobody reported it done. See `claiming.of_wisher` for the others.
    """
    wish, claim, estate = await claiming.of_wisher(actor=actor, claim_id=claim_id, uow=uow)
    if claim.phase is not Phase.REPORTED:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    day = max(claim.due_on, estate.local(now).date() + timedelta(days=AGAIN_WITHIN_DAYS))
    claim = claiming.in_phase(Phase.RUNNING, replace(claim, due_on=day), estate, now=now)
    await uow.wish_claims.save(claim)
    wish = replace(wish, next_date=day)
    await uow.wishes.save(wish)
    await uow.outbox.put(ClaimNotYet(wish.id, claim.id))
    return wish, claim


async def to_pass_contact(*, actor: Actor, claim_id: int, uow: UnitOfWork) -> tuple[Wish, Claim, Person]:
    """The claim, and who would read what its wisher passes on.

    Raises:
        ClaimOver: it does not run. See `claiming.of_wisher` for the others.
    """
    wish, claim, _ = await claiming.of_wisher(actor=actor, claim_id=claim_id, uow=uow)
    if not claim.runs:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    return wish, claim, await uow.people.get(claim.claimer_id)


async def pass_contact(*, actor: Actor, claim_id: int, words: str, uow: UnitOfWork) -> tuple[Wish, Claim]:
    """The wisher lets the claimer know their door or number; it is kept as long as the claim is open.

    Raises:
        EmptyWords, TooLong: more than `rules.MAX_CONTACT_CHARS`.
        ClaimOver: it does not run. See `claiming.of_wisher` for the others.
    """
    wish, claim, _ = await to_pass_contact(actor=actor, claim_id=claim_id, uow=uow)
    claim = replace(claim, contact=wishes.clean_words(words, max_chars=rules.MAX_CONTACT_CHARS))
    await uow.wish_claims.save(claim)
    await claim_ends.show_contact(claim, uow)
    return wish, claim


# ---- the claimer ----------------------------------------------------------------------------------------------------


async def of_claimer(*, actor: Actor, claim_id: int, uow: UnitOfWork) -> tuple[Wish, Claim]:
    """The actor's own claim, with its wish locked.

    Raises:
        OnlyInPrivate: in a group.
        WishGone: somebody else's, or a made-up button.
        ClaimOver: it has ended.
    """
    standing.require_private(actor)
    claim = await claiming.claim_of(claim_id, uow)
    if claim.claimer_id != actor.person.id:
        raise errors.WishGone
    wish = await uow.wishes.lock(claim.wish_id)
    claim = await uow.wish_claims.get(claim.id)
    if not claim.is_open:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    return wish, claim


async def report_done(*, actor: Actor, claim_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The claimer says that it is done; its wisher is asked.

    Raises:
        ClaimOver: it does not run, or was reported before. See `of_claimer` for the others.
    """
    wish, claim = await of_claimer(actor=actor, claim_id=claim_id, uow=uow)
    if claim.phase is not Phase.RUNNING:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    told = await standing.can_be_told(await uow.people.get(wish.author_id), uow)
    estate = standing.estate_of(wish.estate_key, actor)
    await uow.wish_claims.save(replace(claiming.in_phase(Phase.REPORTED, claim, estate, now=now), told=told))
    await uow.outbox.put(ClaimReported(wish.id, claim.id))
    return wish


async def to_put_off(*, actor: Actor, claim_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, Claim, Estate]:
    """The claim, before it is asked to which later day.

    Raises:
        PutOffAlready, TooLateToPutOff: see `rules.check_may_put_off`.
        ClaimOver: it does not run, or was reported done. See `of_claimer` for the others.
    """
    wish, claim = await of_claimer(actor=actor, claim_id=claim_id, uow=uow)
    estate = standing.estate_of(wish.estate_key, actor)
    rules.check_may_put_off(claim, number=wish.number, today=estate.local(now).date())
    return wish, claim, estate


async def put_off(
    *, actor: Actor, claim_id: int, to: date, because: str, uow: UnitOfWork, now: datetime
) -> tuple[Wish, Claim]:
    """The claimer needs a later day, once: its wisher is told, and the card shows it. `because`: "" says nothing.

    Raises:
        NotLater, DateTooFar: the day. TooLong: more than `rules.MAX_BECAUSE_CHARS`. See `to_put_off` for the others.
    """
    wish, claim, estate = await to_put_off(actor=actor, claim_id=claim_id, uow=uow, now=now)
    because = wishes.clean_words(because, max_chars=rules.MAX_BECAUSE_CHARS) if because.strip() else ""
    today, farthest = estate.local(now).date(), estate.claims.farthest_days
    claim = rules.put_off(claim, to=to, because=because, number=wish.number, today=today, farthest_days=farthest)
    claim = claiming.in_phase(Phase.RUNNING, claim, estate, now=now)
    await uow.wish_claims.save(claim)
    wish = replace(wish, next_date=to)
    await uow.wishes.save(wish)
    await uow.outbox.put(ClaimPutOff(wish.id, claim.id))
    return wish, claim


async def hand_back(*, actor: Actor, claim_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The claimer cannot do it after all: the wish is open again, and nobody is told off.

    Raises: see `of_claimer`.
    """
    wish, claim = await of_claimer(actor=actor, claim_id=claim_id, uow=uow)
    estate = standing.estate_of(wish.estate_key, actor)
    await _give_up(wish, claim, estate, uow=uow, now=now)
    return wish


async def left(person: Person, estate_key: str, *, uow: UnitOfWork, now: datetime) -> None:
    """They left the estate's groups: what they claimed and nobody has said yes to goes no further. A word that was
    given stands, as it does for whoever wished.
    """
    for claim in await uow.wish_claims.open_by(person.id):
        wish = await uow.wishes.lock(claim.wish_id)
        if wish.estate_key == estate_key and claim.accepted_at is None and claim.kind is not ClaimKind.FIRM:
            await _give_up(wish, claim, None, uow=uow, now=now, outcome=ClaimOutcome.LEFT)


async def _give_up(
    wish: Wish,
    claim: Claim,
    estate: Estate | None,
    *,
    uow: UnitOfWork,
    now: datetime,
    outcome: ClaimOutcome = ClaimOutcome.HANDED_BACK,
) -> None:
    asked = claim.phase is not Phase.VOUCHING or claim.accepted_at is not None
    if claim.runs:
        await _let_go(wish, claim, outcome, estate, uow=uow, now=now)
    else:
        await claim_ends.end(claim, outcome, uow=uow)
    if asked:
        await uow.outbox.put(ClaimHandedBack(wish.id, claim.id))


async def _let_go(
    wish: Wish, claim: Claim, outcome: ClaimOutcome, estate: Estate | None, *, uow: UnitOfWork, now: datetime
) -> None:
    if rules.in_hands_of(wish, claim):
        due = await clocks.first_day(wish, estate, uow=uow, now=now) if estate else None
        await course.move(wish, rules.let_go(wish, answer_due=due), Step.UNCLAIMED, uow=uow, now=now)
        await uow.outbox.put(WishChanged(wish.id))
        await uow.matches.look_at(wish.id, at=now + LOOK_AFTER)  # another neighbour may offer just that
    await claim_ends.end(claim, outcome, uow=uow)


async def forget(person: Person, *, uow: UnitOfWork, now: datetime) -> None:
    """Somebody asked to be forgotten: what they claimed is open again; of what they wished nobody could say more."""
    for claim in await uow.wish_claims.open_by(person.id):
        await _give_up(await uow.wishes.lock(claim.wish_id), claim, None, uow=uow, now=now)
    for claim in await uow.wish_claims.open_on_wishes_of(person.id):
        wish = await uow.wishes.lock(claim.wish_id)
        await _let_go(wish, claim, ClaimOutcome.OVERTAKEN, None, uow=uow, now=now)


# ---- staff and neighbours -------------------------------------------------------------------------------------------


async def release(*, actor: Actor, claim_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The staff opens the wish to others: its day went by, and its claimer is silent.

    Raises:
        ClaimOver: it does not run.
        OnlyInPrivate: in a building's group. NotAllowed, WishGone: see `standing.wish_to_change`.
    """
    standing.require_away_from_neighbours(actor)
    claim = await claiming.claim_of(claim_id, uow)
    wish = await standing.wish_to_change(claim.wish_id, actor, Act.TAKE_WISH, uow)
    claim = await uow.wish_claims.get(claim.id)
    if not claim.runs:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    estate = standing.estate_of(wish.estate_key, actor)
    await _let_go(wish, claim, ClaimOutcome.RELEASED, estate, uow=uow, now=now)
    await uow.outbox.put(ClaimHandedBack(wish.id, claim.id))
    return wish


async def thank(*, actor: Actor, claim_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """A neighbour says thanks to whoever did it; once each.

    Raises:
        NotDoneByNeighbours: it is not done. AlreadyThanked: they did, or did it themselves.
        WishGone, NotAResident: see `standing.wish_to_change`.
    """
    claim = await claiming.claim_of(claim_id, uow)
    wish = await standing.wish_to_change(claim.wish_id, actor, Act.THANK, uow)
    if claim.outcome is not ClaimOutcome.CONFIRMED or wish.state is not State.DONE:
        raise claim_refusals.NotDoneByNeighbours(number=str(wish.number))
    own = claim.claimer_id == actor.person.id
    if own or not await uow.wish_claims.thank(claim.id, actor.person.id, now=now):
        raise errors.AlreadyThanked(number=str(wish.number))
    await uow.outbox.put(ClaimThanked(wish.id, claim.id, actor.person.id))
    return wish
