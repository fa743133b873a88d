"""Giving a role to somebody, who says yes or no; taking it, laying it down; from that moment it counts no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.domain import attention, grants, scope_words
from bot.domain import grant_refusals as refusals
from bot.domain.grants import Grant, GrantRole, GrantState, Terms
from bot.domain.people import Estate, Person, language_for
from bot.domain.rights import Act
from bot.domain.wishes import clean_words
from bot.messages import Actor, Reply
from bot.ports import UnitOfWork
from bot.ports.grants import LetterDue
from bot.services import leaving, role_lines, standing

MOST_AT_ONCE = 50
_MORNING = time(9, 0)  #: on the estate's clocks, of the day after the last one: then they hear that it is over
_RUNS = (GrantState.OFFERED, GrantState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Offered:
    """`waits`: they are asked in the morning. With neither that nor `told` there is the link alone."""

    grant: Grant
    estate: Estate
    told: bool
    waits: bool


def to_give(actor: Actor) -> tuple[Estate, tuple[GrantRole, ...]]:
    """Where, and which roles this person gives and takes.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        NotAllowed, ChatNotBound, NotAResident: see `standing.estate_allowing`.
    """
    estate = standing.estate_allowing(actor, Act.GRANT_ROLE)
    standing.require_away_from_neighbours(actor)
    return estate, grants.roles_to_give(actor.roles_in(estate.key))


async def find(actor: Actor, username: str, uow: UnitOfWork) -> Person | None:
    """Whoever has this @name and dealt with the bot. None: nobody, or they asked to be forgotten."""
    person = await uow.people.by_username(username)
    return None if person is None or person.is_forgotten else person


async def offer(*, actor: Actor, terms: Terms, person_id: int | None, uow: UnitOfWork, now: datetime) -> Offered:
    """Offer a role: asked in private where they can be written to, else by a link. None: whoever follows the link.

    Raises:
        NotForYouToGive: an administrator, and a role that gives roles.
        RoleStartsInThePast, RoleEndsBeforeItStarts, RoleTooLong, RoleForAllOfIt, BuildingNeeded: see
            `grants.check_terms`.
        RolePlaceGone: where it is to hold, or where they live, is not in use any more.
        HasThisRole, SpeaksForAnother, WaitsForThem: they are it already, or cannot be both, or were asked.
        TooManyOffers: `grants.MOST_OPEN_OFFERS` wait for an answer.
        OnlyInPrivate, NotAllowed, …: see `to_give`.
    """
    estate, allowed = to_give(actor)
    await uow.alone(f"roles {estate.key}")
    if terms.role not in allowed:
        raise refusals.NotForYouToGive
    terms = replace(terms, name=clean_words(terms.name, max_chars=grants.MAX_NAME_CHARS))
    grants.check_terms(terms, today=estate.local(now).date())
    if not scope_words.is_offered(terms.scope, scope_words.offered(await uow.place_trees.tree(estate.key))):
        raise refusals.RolePlaceGone
    waiting = [each for each in await uow.grants.of_estate(estate.key, GrantState.OFFERED) if not each.has_lapsed(now)]
    if len(waiting) >= grants.MOST_OPEN_OFFERS:
        raise refusals.TooManyOffers(n=grants.MOST_OPEN_OFFERS)
    person = None if person_id is None else await uow.people.get(person_id)
    if person is not None:
        await _check_holder(terms, person, estate, uow=uow, now=now)
        asked = [each for each in waiting if each.person_id == person.id and each.terms.role is terms.role]
        if any(grants.is_there(terms.scope, each.terms.scope) for each in asked):
            raise refusals.WaitsForThem
    reached = person is not None and await standing.can_be_told(person, uow)
    by = _name_of(actor, estate)
    told = {"estate_key": estate.key, "by_id": actor.person.id, "by": by, "person_id": person_id}
    grant = await uow.grants.offer(terms, **told, link=not reached, now=now)  # type: ignore[arg-type]
    waits = reached and await _tell_holder(grant, estate, uow=uow, now=now)
    return Offered(grant, estate, reached and not waits, waits)


def _name_of(actor: Actor, estate: Estate) -> str:
    speaker = estate.spokesman(actor.person.telegram_id)
    return speaker.name if speaker else actor.person.name


async def _check_holder(terms: Terms, person: Person, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    today = estate.local(now).date()
    theirs = await uow.grants.of_person(person.id, GrantState.ACCEPTED)
    held = [each for each in theirs if each.estate_key == estate.key and not each.is_over(today)]
    grants.check_holder(terms, person.telegram_id, estate=estate, held=held)


# ---- whoever was asked -----------------------------------------------------------------------------------------------


async def offer_of(
    *, actor: Actor, grant_id: int | None = None, code: str = "", uow: UnitOfWork, estates: Mapping[str, Estate]
) -> tuple[Grant, Estate]:
    """What was offered to this person, by its message or by its link.

    Raises:
        OnlyInPrivate: in any group.
        OfferGone: there is none of this code any more, or never was.
        NotYourOffer: it was made to somebody else, and waits for them.
        OwnLink: they made the link themselves, for somebody else to follow.
    """
    standing.require_private(actor)
    found = await uow.grants.by_code(code) if grant_id is None else await _locked(grant_id, uow)
    estate = estates.get(found.estate_key) if found is not None else None
    if found is None or estate is None:
        raise refusals.OfferGone
    if found.person_id not in (None, actor.person.id):
        raise refusals.NotYourOffer if found.is_open else refusals.OfferGone
    if found.is_open and found.person_id is None and found.offered_by_id == actor.person.id:
        raise refusals.OwnLink
    return found, estate


async def _locked(grant_id: int, uow: UnitOfWork) -> Grant | None:
    try:
        return await uow.grants.lock(grant_id)
    except LookupError:
        return None


async def answer(
    *,
    actor: Actor,
    grant_id: int,
    code: str,
    yes: bool,
    uow: UnitOfWork,
    now: datetime,
    estates: Mapping[str, Estate],
) -> tuple[Grant, Estate]:
    """They say yes or no. Of a link that was made for nobody in particular, `code` has to be the link's.

    Raises:
        OfferGone, OfferLapsed, NotYourOffer: see `grants.accept`.
        HasThisRole, SpeaksForAnother: see `grants.check_holder`.
    """
    offered, estate = await offer_of(actor=actor, grant_id=grant_id, uow=uow, estates=estates)
    await uow.alone(f"roles {estate.key}")
    offered = await uow.grants.lock(grant_id)
    if offered.person_id is None and offered.is_open and offered.code != code:
        raise refusals.OfferGone
    who = {"person_id": actor.person.id, "telegram_id": actor.person.telegram_id}
    if not yes:
        grant = grants.decline(offered, **who, now=now)
    else:
        grant = grants.accept(offered, **who, now=now)
        await _check_holder(grant.terms, actor.person, estate, uow=uow, now=now)
    await uow.grants.save(grant)
    await uow.grants.tell(grant.id, holder_at=_over_at(grant, estate) if yes else None)
    await _tell_giver(grant, estate, uow=uow, now=now)
    return grant, estate


def _over_at(grant: Grant, estate: Estate) -> datetime | None:
    """When its holder hears that the last day has passed."""
    if grant.terms.ends is None:
        return None
    morning = datetime.combine(grant.terms.ends + timedelta(days=1), _MORNING, tzinfo=estate.time_zone)
    return attention.awake(morning, zone=estate.time_zone, courtesy=estate.courtesy)


async def roles_of(actor: Actor, *, uow: UnitOfWork, now: datetime, estates: Mapping[str, Estate]) -> list[Grant]:
    """What was given to the actor and is not over, the newest first."""
    standing.require_private(actor)
    found = await uow.grants.of_person(actor.person.id, GrantState.ACCEPTED)
    here = [(each, estates.get(each.estate_key)) for each in found]
    return [each for each, estate in here if estate is not None and not each.is_over(estate.local(now).date())]


async def to_leave(
    *, actor: Actor, grant_id: int, uow: UnitOfWork, now: datetime, estates: Mapping[str, Estate]
) -> tuple[Grant, Estate]:
    """Before they are asked once more.

    Raises:
        RoleOver: it ended already, or they never said yes.
        OnlyInPrivate, OfferGone, NotYourOffer: see `offer_of`.
    """
    grant, estate = await offer_of(actor=actor, grant_id=grant_id, uow=uow, estates=estates)
    accepted = grant.state is GrantState.ACCEPTED and grant.person_id == actor.person.id
    if not accepted or grant.is_over(estate.local(now).date()):
        raise refusals.RoleOver
    return grant, estate


async def lay_down(
    *, actor: Actor, grant_id: int, uow: UnitOfWork, now: datetime, estates: Mapping[str, Estate]
) -> tuple[Grant, Estate]:
    """They do not want to be it any more.

    Raises:
        RoleOver: see `grants.end`.
        OnlyInPrivate, OfferGone, NotYourOffer: see `offer_of`.
    """
    grant, estate = await to_leave(actor=actor, grant_id=grant_id, uow=uow, now=now, estates=estates)
    by = grant.terms.name
    ended = grants.end(grant, by_id=actor.person.id, by=by, why="", today=estate.local(now).date(), now=now)
    await uow.grants.save(ended)
    await uow.grants.tell(ended.id)
    await _moved_out(ended, estate, uow=uow, now=now)
    await _tell_giver(ended, estate, uow=uow, now=now)
    return ended, estate


# ---- whoever gives and takes -----------------------------------------------------------------------------------------


async def to_see(*, actor: Actor, grant_id: int, uow: UnitOfWork) -> tuple[Grant, Estate, bool]:
    """A role that was given or offered, and whether this person may take it.

    Raises:
        GrantGone: there is none in an estate of theirs.
        OnlyInPrivate, NotAllowed, …: in a building's group, or the role may not.
    """
    grant = await _locked(grant_id, uow)
    if grant is None:
        raise refusals.GrantGone
    standing.check_estate(actor, grant.estate_key, Act.GRANT_ROLE, gone=refusals.GrantGone())
    standing.require_away_from_neighbours(actor)
    estate = standing.estate_of(grant.estate_key, actor)
    return grant, estate, grant.terms.role in grants.roles_to_give(actor.roles_in(estate.key))


async def to_end(*, actor: Actor, grant_id: int, uow: UnitOfWork, now: datetime) -> tuple[Grant, Estate]:
    """Before why is asked.

    Raises:
        NotForYouToGive: an administrator, and a role that gives roles.
        RoleOver: it ended already.
        GrantGone, …: see `to_see`.
    """
    grant, estate, may = await to_see(actor=actor, grant_id=grant_id, uow=uow)
    if not may:
        raise refusals.NotForYouToGive
    if grant.state not in _RUNS or grant.is_over(estate.local(now).date()):
        raise refusals.RoleOver
    return grant, estate


async def end(*, actor: Actor, grant_id: int, why: str, uow: UnitOfWork, now: datetime) -> tuple[Grant, Estate]:
    """Take it at once, or take the offer back; its holder is told kindly.

    Raises:
        NotForYouToGive, RoleOver, GrantGone, …: see `to_end`.
    """
    before, estate = await to_end(actor=actor, grant_id=grant_id, uow=uow, now=now)
    by, today = _name_of(actor, estate), estate.local(now).date()
    ended = grants.end(before, by_id=actor.person.id, by=by, why=why, today=today, now=now)
    await uow.grants.save(ended)
    await uow.grants.tell(ended.id)
    await _moved_out(ended, estate, uow=uow, now=now)
    never_heard = before.is_open and before.untold
    if ended.person_id is not None and not ended.was_laid_down and not never_heard:
        await _tell_holder(ended, estate, uow=uow, now=now)
    return ended, estate


async def _moved_out(grant: Grant, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Whoever lived here by it is asked for nothing new any more."""
    if grants.resident_of(grant) is not None and grant.person_id is not None:
        await leaving.role_ended(await uow.people.get(grant.person_id), estate, uow=uow, now=now)


async def of_estate(estate: Estate, *, uow: UnitOfWork, now: datetime) -> Sequence[Grant]:
    """All that runs, is to begin, or waits for an answer."""
    today = estate.local(now).date()
    found = await uow.grants.of_estate(estate.key, *_RUNS)
    return [each for each in found if not each.is_over(today) and not each.has_lapsed(now)]


async def forget(person: Person, *, uow: UnitOfWork, now: datetime) -> None:
    """Whoever asked to be forgotten is nothing any more."""
    for grant in await uow.grants.of_person(person.id, *_RUNS):
        ended = grants.end(grant, by_id=person.id, by=grant.terms.name, why="", today=grant.terms.starts, now=now)
        await uow.grants.save(ended)
        await uow.grants.tell(ended.id)


# ---- telling them ----------------------------------------------------------------------------------------------------


async def _tell_holder(grant: Grant, estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    """At once, or in the morning; True: in the morning."""
    awake = attention.awake(now, zone=estate.time_zone, courtesy=estate.courtesy)
    if awake > now:
        await uow.grants.tell(grant.id, holder_at=awake)
        return True
    await _write(LetterDue(grant, to_giver=False), estate, uow=uow, now=now)
    return False


async def _tell_giver(grant: Grant, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    if grant.offered_by_id == grant.person_id:
        return
    awake = attention.awake(now, zone=estate.time_zone, courtesy=estate.courtesy)
    if awake > now:
        await uow.grants.tell(grant.id, holder_at=_kept(grant, estate), giver_at=awake)
    else:
        await _write(LetterDue(grant, to_giver=True), estate, uow=uow, now=now)


def _kept(grant: Grant, estate: Estate) -> datetime | None:
    return _over_at(grant, estate) if grant.state is GrantState.ACCEPTED else None


async def _write(letter: LetterDue, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    said = _said(letter, estate, now)
    grant = letter.grant
    person_id = grant.offered_by_id if letter.to_giver else grant.person_id
    if said is None or person_id is None:
        return
    person = await uow.people.get(person_id)
    if not await standing.can_be_told(person, uow):
        return
    chat = await uow.chats.private_of(person)
    language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
    await uow.outbox.say(chat.id, said, language=language)


def _said(letter: LetterDue, estate: Estate, now: datetime) -> Reply | None:
    """How it stands, for whom it is for. None: nothing any more."""
    grant, today = letter.grant, estate.local(now).date()
    match grant.state:
        case GrantState.OFFERED if not letter.to_giver and not grant.has_lapsed(now):
            return role_lines.offer(grant, estate)
        case GrantState.ACCEPTED if letter.to_giver:
            return role_lines.news_for_giver(grant, estate, "role-news-accepted")
        case GrantState.DECLINED if letter.to_giver:
            return role_lines.news_for_giver(grant, estate, "role-news-declined")
        case GrantState.ENDED if letter.to_giver:
            return role_lines.news_for_giver(grant, estate, "role-news-laid-down") if grant.was_laid_down else None
        case GrantState.ENDED if not grant.was_laid_down:
            return role_lines.ended(grant, estate)
        case GrantState.ACCEPTED if grant.is_over(today):
            return role_lines.over(grant, estate)
    return None


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.grants.next_letter()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Tell what waited for the morning, or for the day after the last one; returns how many letters."""
    due = await uow.grants.letters(now, limit=MOST_AT_ONCE)
    for letter in due:
        await uow.grants.told(letter)
        estate = estates.get(letter.grant.estate_key)
        if estate is not None:
            await _write(letter, estate, uow=uow, now=now)
            if not letter.to_giver and letter.grant.is_over(estate.local(now).date()):
                await _moved_out(letter.grant, estate, uow=uow, now=now)
    return len(due)
