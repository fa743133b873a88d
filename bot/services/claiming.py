"""A neighbour, several, or an organisation claim a want; its wisher says yes before anything is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain import claim_refusals, claiming, errors, wishes
from bot.domain.claiming import Claim, ClaimKind, ClaimOutcome, Phase
from bot.domain.course import Step
from bot.domain.matching import MatchAnswer
from bot.domain.notices import ClaimAccepted, ClaimAsked, ClaimToVouch, WishChanged
from bot.domain.people import Estate, Person
from bot.domain.rights import Act, Role
from bot.domain.wishes import Stance, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import claim_ends, claim_lines, course, desks, homes, matching, standing

# ---- claiming -------------------------------------------------------------------------------------------------------


async def wish_to_claim(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> tuple[Wish, Estate]:
    """The wish, locked, before somebody claims it.

    Raises:
        OnlyInPrivate: in a group everybody would see who it is.
        OwnWish, NotToClaim, WishClosed, InOtherHands: see `claiming.check_claimable`.
        AlreadyClaimed, AlreadyYourClaim: there is an open claim.
        TooManyClaims: they have as many as one person should.
        NoWisherToAsk: its author was forgotten.
        WishGone, NotAResident: see `standing.wish_to_change`.
    """
    standing.require_private(actor)
    wish = await standing.wish_to_change(wish_id, actor, Act.CLAIM_WISH, uow)
    estate = standing.estate_of(wish.estate_key, actor)
    number = str(wish.number)
    if (claim := await uow.wish_claims.open_of(wish.id)) is not None:
        if claim.claimer_id == actor.person.id:
            raise claim_refusals.AlreadyYourClaim(number=number)
        raise claim_refusals.AlreadyClaimed(number=number)
    claiming.check_claimable(wish, person_id=actor.person.id)
    await uow.people.lock(actor.person.id)
    if len(await uow.wish_claims.open_by(actor.person.id)) >= estate.claims.most_at_once:
        raise claim_refusals.TooManyClaims(most=estate.claims.most_at_once)
    if (await uow.people.get(wish.author_id)).is_forgotten:
        raise claim_refusals.NoWisherToAsk(number=number)
    return wish, estate


async def claim_wish(
    *,
    actor: Actor,
    wish_id: int,
    kind: ClaimKind,
    helpers: str,
    firm: str,
    due_on: date,
    offer_id: int | None,
    uow: UnitOfWork,
    now: datetime,
) -> Claim:
    """Claim it until a day. The wisher is asked; before that, where it is needed, whether anybody knows the claimer.

    `firm`: in whose name, for a firm; one that config.yaml lists for this person needs nobody's word.

    Raises:
        DateInPast, DateTooFar: the day.
        EmptyWords, TooLong: the names.
        MatchOver: one of the two left meanwhile.
        …: see `wish_to_claim`.
    """
    wish, estate = await wish_to_claim(actor=actor, wish_id=wish_id, uow=uow)
    if offer_id is not None:
        await matching.check_both_there(wish.id, actor.person, estate, uow=uow, now=now)
    today = estate.local(now).date()
    if due_on < today:
        raise errors.DateInPast(words=due_on.isoformat())
    if due_on > today + timedelta(days=estate.claims.farthest_days):
        raise errors.DateTooFar(days=estate.claims.farthest_days)
    most = claiming.MAX_NAMES_CHARS
    home = claiming.enters_home(wish)
    listed = estate.organisations.get(actor.person.telegram_id)
    strange_firm = kind is ClaimKind.FIRM and (listed is None or listed.name != firm)
    needs_word = strange_firm or (home and not await _is_known(actor.person, estate, uow=uow, now=now))
    claim = Claim(
        id=0,
        wish_id=wish.id,
        claimer_id=actor.person.id,
        kind=kind,
        helpers=wishes.clean_words(helpers, max_chars=most) if kind is ClaimKind.GROUP else "",
        firm=wishes.clean_words(firm, max_chars=most) if kind is ClaimKind.FIRM else "",
        due_on=due_on,
        claimed_at=now,
        enters_home=home,
        needs_word=needs_word,
        phase=Phase.ASKED,
        phase_at=now,
        offer_id=offer_id,
    )
    claim = await uow.wish_claims.add(claim)
    if offer_id is not None and (match := await uow.matches.get(wish.id, offer_id)) is not None:
        await uow.matches.save(replace(match, next_at=None, answer=MatchAnswer.YES))
    if needs_word:
        return await _ask_for_word(wish, claim, actor.person, estate, uow=uow, now=now)
    return await _ask_wisher(wish, claim, estate, uow=uow, now=now)


async def _is_known(person: Person, estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    """Listed, living here for some time as far as is known, or somebody vouched for them before."""
    if estate.lists(person.telegram_id) or await uow.wish_claims.was_vouched_for(person.id, estate.key):
        return True
    since = await homes.known_since(person, estate, uow)
    return since is not None and now - since >= estate.claims.known_after


def in_phase(phase: Phase, claim: Claim, estate: Estate, *, now: datetime) -> Claim:
    """The claim at the beginning of this phase, on the estate's terms."""
    return claiming.begun(claim, phase, now=now, terms=estate.claims, zone=estate.time_zone, courtesy=estate.courtesy)


async def _ask_wisher(wish: Wish, claim: Claim, estate: Estate, *, uow: UnitOfWork, now: datetime) -> Claim:
    told = await standing.can_be_told(await uow.people.get(wish.author_id), uow)
    claim = replace(in_phase(Phase.ASKED, claim, estate, now=now), told=told)
    await uow.wish_claims.save(claim)
    await uow.outbox.put(ClaimAsked(wish.id, claim.id))
    return claim


async def _ask_for_word(
    wish: Wish, claim: Claim, who: Person, estate: Estate, *, uow: UnitOfWork, now: datetime
) -> Claim:
    """In the staff chat; and in private of the building's captain, who may vouch for neighbours."""
    claim = in_phase(Phase.VOUCHING, claim, estate, now=now)
    await uow.wish_claims.save(claim)
    await desks.tell(estate, claim_lines.word_wanted(wish, claim, who), uow=uow)
    if claim.kind is not ClaimKind.FIRM:
        await uow.outbox.put(ClaimToVouch(wish.id, claim.id))
    return claim


async def vouch(*, actor: Actor, claim_id: int, known: bool, uow: UnitOfWork, now: datetime) -> tuple[Wish, Claim]:
    """Somebody says that they know who claims, or that they do not.

    Raises:
        NotAllowed: a firm's claim, for a captain. OutsideYourPlaces: another building's.
        OwnWord: their own claim.
        ClaimOver: somebody said it before, or the claim is over.
        OnlyInPrivate: in a building's group. WishGone: a made-up button.
    """
    standing.require_away_from_neighbours(actor)
    claim = await claim_of(claim_id, uow)
    wish = await standing.wish_to_change(claim.wish_id, actor, Act.VOUCH_FOR_CLAIM, uow)
    claim = await uow.wish_claims.get(claim.id)
    estate = standing.estate_of(wish.estate_key, actor)
    if Role.COMMITTEE not in actor.roles_in(estate.key) and claim.kind is ClaimKind.FIRM:
        raise errors.NotAllowed
    if claim.claimer_id == actor.person.id:
        raise claim_refusals.OwnWord(number=str(wish.number))
    if not claim.is_open or claim.phase is not Phase.VOUCHING:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    if not known:
        return wish, await claim_ends.end(claim, ClaimOutcome.NOT_VOUCHED, uow=uow)
    claim = replace(claim, word_given=True)
    if claim.accepted_at is not None:  # its wisher said yes before, and that it is in their home
        return wish, await _run(wish, claim, estate, uow=uow, now=now)
    return wish, await _ask_wisher(wish, claim, estate, uow=uow, now=now)


# ---- the wisher -----------------------------------------------------------------------------------------------------


async def of_wisher(*, actor: Actor, claim_id: int, uow: UnitOfWork) -> tuple[Wish, Claim, Estate]:
    """An open claim of a wish of the actor's own, locked; from now on they have its question.

    Raises:
        OnlyInPrivate: in a group.
        NotTheWisher: of somebody else's wish that they may know of. WishGone: a made-up button.
        ClaimOver: it has ended.
    """
    standing.require_private(actor)
    claim = await claim_of(claim_id, uow)
    wish = await standing.wish_to_change(claim.wish_id, actor, Act.CHANGE_OWN_WISH, uow)
    if wish.author_id != actor.person.id:
        raise claim_refusals.NotTheWisher(number=str(wish.number))
    claim = await uow.wish_claims.get(claim.id)
    if not claim.is_open:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    if not claim.told:
        claim = replace(claim, told=True)
        await uow.wish_claims.save(claim)
        await uow.outbox.put(WishChanged(wish.id))
    return wish, claim, standing.estate_of(wish.estate_key, actor)


async def accept(*, actor: Actor, claim_id: int, home: bool, uow: UnitOfWork, now: datetime) -> tuple[Wish, Claim]:
    """The wisher says yes. `home`: it is in their home, whatever the wish says.

    Raises:
        ClaimOver: answered before. See `of_wisher` for the others.
    """
    wish, claim, estate = await of_wisher(actor=actor, claim_id=claim_id, uow=uow)
    if claim.phase is not Phase.ASKED:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    claim = replace(claim, enters_home=claim.enters_home or home, accepted_at=now)
    claimer = await uow.people.get(claim.claimer_id)
    if claim.enters_home and not claim.word_given and not await _is_known(claimer, estate, uow=uow, now=now):
        claim = replace(claim, needs_word=True)
        return wish, await _ask_for_word(wish, claim, claimer, estate, uow=uow, now=now)
    return wish, await _run(wish, claim, estate, uow=uow, now=now)


async def _run(wish: Wish, claim: Claim, estate: Estate, *, uow: UnitOfWork, now: datetime) -> Claim:
    """Both said yes: the wish is theirs until the day, and each learns what the other lets them know."""
    claimer = await uow.people.get(claim.claimer_id)
    after = claiming.taken_on(wish, claim, name=claim.firm or claimer.name)
    await course.move(wish, after, Step.CLAIMED, uow=uow, now=now)
    claim = in_phase(Phase.RUNNING, claim, estate, now=now)
    await uow.wish_claims.save(claim)
    await uow.followers.add(wish.id, claimer.id, Stance.HELP, now=now)
    await uow.outbox.put(ClaimAccepted(wish.id, claim.id))
    return claim


async def decline(*, actor: Actor, claim_id: int, uow: UnitOfWork) -> Wish:
    """The wisher would rather not; the claimer hears it kindly, and nobody else does.

    Raises: see `accept`.
    """
    wish, claim, _ = await of_wisher(actor=actor, claim_id=claim_id, uow=uow)
    if claim.phase is not Phase.ASKED:
        raise claim_refusals.ClaimOver(number=str(wish.number))
    await claim_ends.end(claim, ClaimOutcome.REFUSED, uow=uow)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def claim_of(claim_id: int, uow: UnitOfWork) -> Claim:
    """Raises WishGone: a made-up button."""
    try:
        return await uow.wish_claims.get(claim_id)
    except LookupError:
        raise errors.WishGone from None
