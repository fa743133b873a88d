"""Those affected say whether a wish that was reported done is done; with enough "not yet" it goes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import errors, verdict_errors, verdicts, wishes, workdays
from bot.domain.course import Step
from bot.domain.notices import ReturnedTwice, VerdictAsked, WishChanged, WishReturned
from bot.domain.people import Estate, Person, language_for
from bot.domain.rights import Act
from bot.domain.verdicts import Affected, Asking, Finding, Outcome, Round, Terms
from bot.domain.wishes import Answer, Stance, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import course, desks, standing, verdict_lines

MOST_AT_ONCE = 20


# ---- asking -------------------------------------------------------------------------------------------------------


async def ask(wish: Wish, answer: Answer, *, estate: Estate, uow: UnitOfWork, now: datetime) -> None:
    """A wish is reported done: ask its author and those who said "same here", each once; staff are not asked."""
    last = await uow.verdicts.last(wish.id)
    if last is not None and last.next_at is not None:
        await uow.verdicts.save(verdicts.end(last, last.outcome or Outcome.OVERTAKEN))
    joined = [person for person, held in await uow.followers.of(wish.id) if Stance.JOIN in held]
    people = [await uow.people.get(wish.author_id), *joined]
    asked = [
        each for each in people if not estate.is_staff(each.telegram_id, wish.place) and each.id != answer.speaker_id
    ]
    await _ask(wish, answer.id, asked, Round.FIRST, reopen_until=now + estate.verdict.reopen_within, estate=estate,
               uow=uow, now=now)  # fmt: skip


async def _ask(
    wish: Wish,
    answer_id: int,
    people: Iterable[Person],
    round_: Round,
    *,
    reopen_until: datetime | None,
    estate: Estate,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    once = {person.id: person for person in people if not person.is_forgotten}
    if not once:  # nobody is there whose word would count
        return
    asking = await uow.verdicts.ask(
        wish_id=wish.id,
        answer_id=answer_id,
        round=round_,
        asked_at=now,
        closes_at=now + estate.verdict.answer_within,
        reopen_until=reopen_until,
        people=[(each.id, each.id == wish.author_id, await standing.can_be_told(each, uow)) for each in once.values()],
    )
    await uow.outbox.put(VerdictAsked(wish.id, asking.id))


# ---- answering ----------------------------------------------------------------------------------------------------


async def give(
    *, actor: Actor, asking_id: int, finding: Finding, uow: UnitOfWork, now: datetime
) -> tuple[Wish, Affected]:
    """Count what somebody affected found; it may be changed while the question is open.

    Raises:
        WishGone: a made-up button, or a wish that is not for these eyes.
        NotForStaff: whoever speaks for a body.
        NotAffected: a neighbour who was not asked.
        WentBack, VerdictOver, VerdictCounted: see `verdicts.find`.
    """
    wish, asking, affected = await _asked(asking_id, actor, uow)
    affected = verdicts.find(asking, affected, finding, number=wish.number, now=now)
    affected = await _count(wish, asking, affected, actor=actor, uow=uow, now=now)
    return wish, affected


async def say_it_broke(*, actor: Actor, asking_id: int, uow: UnitOfWork, now: datetime) -> tuple[Wish, Affected]:
    """It broke again; pressed once more before the wish went back, that is taken back.

    Raises:
        WentBack, StillAsked, TooLateToReopen: see `verdicts.break_again`.
        WishGone, NotForStaff, NotAffected: see `give`.
    """
    wish, asking, affected = await _asked(asking_id, actor, uow)
    affected = verdicts.break_again(asking, affected, number=wish.number, now=now)
    affected = await _count(wish, asking, affected, actor=actor, uow=uow, now=now)
    return wish, affected


async def _asked(asking_id: int, actor: Actor, uow: UnitOfWork) -> tuple[Wish, Asking, Affected]:
    """What was asked of this actor, with its wish locked."""
    try:
        asking = await uow.verdicts.get(asking_id)
    except LookupError:
        raise errors.WishGone from None
    wish = await standing.wish_to_change(asking.wish_id, actor, Act.GIVE_VERDICT, uow)
    affected = await uow.verdicts.affected(asking.id, actor.person.id)
    if affected is None:
        raise verdict_errors.NotAffected(number=str(wish.number))
    return wish, await uow.verdicts.get(asking_id), affected


async def _count(
    wish: Wish, asking: Asking, affected: Affected, *, actor: Actor, uow: UnitOfWork, now: datetime
) -> Affected:
    estate = actor.estate_named(wish.estate_key)
    affected = await _tell_how(wish, affected, estate, actor=actor, uow=uow)
    await uow.verdicts.save_affected(affected)
    people = await uow.verdicts.people(asking.id)
    terms = estate.verdict if estate else Terms()
    await uow.verdicts.save(verdicts.weigh(asking, people, terms=terms, now=now))
    await uow.outbox.put(WishChanged(wish.id))
    return affected


async def _tell_how(
    wish: Wish, affected: Affected, estate: Estate | None, *, actor: Actor, uow: UnitOfWork
) -> Affected:
    """Whoever is not content is asked once in private whether they may be contacted. It answers what they just did."""
    who = actor.person
    if affected.told_how or not _is_not_content(affected) or not await standing.can_be_told(who, uow):
        return affected
    private = await uow.chats.private_of(who)
    language = language_for(person=who, chat=private, estate=estate, default=actor.language)
    await uow.outbox.say(private.id, verdict_lines.say_more(wish, affected), language=language)
    return replace(affected, told_how=True)


def _is_not_content(affected: Affected) -> bool:
    return affected.broke_at is not None or affected.finding in (Finding.NOT_YET, Finding.HALF)


# ---- saying more, in private --------------------------------------------------------------------------------------


async def to_say_more(*, actor: Actor, asking_id: int, uow: UnitOfWork) -> tuple[Wish, Asking, Affected]:
    """What was asked of the actor and what they said.

    Raises:
        OnlyInPrivate: in a group everybody would read along.
        WishGone, NotForStaff, NotAffected: see `give`.
    """
    standing.require_private(actor)
    return await _asked(asking_id, actor, uow)


async def let_contact(*, actor: Actor, asking_id: int, allowed: bool, uow: UnitOfWork) -> tuple[Wish, Affected]:
    """Whether the staff may know who they are; only then do they, and a "no" takes the name off again.

    Raises:
        NothingFound: they did not say that it is not done.
        OnlyInPrivate, WishGone, NotForStaff, NotAffected: see `to_say_more`.
    """
    wish, _, affected = await to_say_more(actor=actor, asking_id=asking_id, uow=uow)
    if not _is_not_content(affected):
        raise verdict_errors.NothingFound(number=str(wish.number))
    before, affected = affected.may_contact, replace(affected, may_contact=allowed)
    await uow.verdicts.save_affected(affected)
    if bool(before) != allowed:
        estate = standing.estate_of(wish.estate_key, actor)
        said = verdict_lines.contact(wish, affected, actor.person)
        await desks.tell(estate, said, uow=uow)
        await uow.outbox.put(WishChanged(wish.id))
    return wish, affected


async def add_words(*, actor: Actor, asking_id: int, words: str, photo: str | None, uow: UnitOfWork) -> Wish:
    """Words and a picture to what they found; they go to the staff, with a name only if they may be contacted.

    Raises:
        NothingFound: they did not say anything yet.
        EmptyWords: neither words nor a picture.
        TooLong: more than `verdicts.MAX_CHARS`.
        OnlyInPrivate, WishGone, NotForStaff, NotAffected: see `to_say_more`.
    """
    wish, _, affected = await to_say_more(actor=actor, asking_id=asking_id, uow=uow)
    if affected.finding is None and affected.broke_at is None:
        raise verdict_errors.NothingFound(number=str(wish.number))
    kept = wishes.clean_words(words, max_chars=verdicts.MAX_CHARS) if words.strip() or not photo else ""
    affected = replace(affected, words=kept, photo=photo or affected.photo)
    await uow.verdicts.save_affected(affected)
    said = verdict_lines.said_more(wish, affected, actor.person if affected.may_contact else None)
    await desks.tell(standing.estate_of(wish.estate_key, actor), said, uow=uow)
    return wish


# ---- what falls due -----------------------------------------------------------------------------------------------


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.verdicts.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Wishes go back, questions are closed or asked again, the time for reopening is over. Returns how many."""
    due = await uow.verdicts.due(now, limit=MOST_AT_ONCE)
    for each in due:
        wish = await uow.wishes.lock(each.wish_id)
        asking = await uow.verdicts.get(each.id)
        # Met by another process, or thought better of, while this one waited for the wish: nothing is left to do.
        if asking.next_at is not None and asking.next_at <= now:
            await _meet(wish, asking, estates.get(wish.estate_key), uow=uow, now=now)
    return len(due)


async def _meet(wish: Wish, asking: Asking, estate: Estate | None, *, uow: UnitOfWork, now: datetime) -> None:
    if wish.state is not State.DONE or wish.is_gone or estate is None:
        await uow.verdicts.save(verdicts.end(asking, asking.outcome or Outcome.OVERTAKEN))
        await uow.outbox.put(WishChanged(wish.id))
    elif asking.return_at is not None and asking.return_at <= now:
        await _send_back(wish, asking, estate, uow=uow, now=now)
    elif asking.is_open and asking.closes_at <= now:
        await uow.verdicts.save(verdicts.close(asking, await uow.verdicts.people(asking.id)))
        await uow.outbox.put(WishChanged(wish.id))
    elif asking.again_at is not None and asking.again_at <= now:
        await uow.verdicts.save(verdicts.end(asking, asking.outcome or Outcome.OVERTAKEN))
        people = [await uow.people.get(each.person_id) for each in await uow.verdicts.people(asking.id)]
        still = [each for each in people if not estate.is_staff(each.telegram_id, wish.place)]
        await _ask(wish, asking.answer_id, still, Round.AGAIN, reopen_until=asking.reopen_until, estate=estate,
                   uow=uow, now=now)  # fmt: skip
    else:
        await uow.verdicts.save(replace(asking, reopen_until=None))
        await uow.outbox.put(WishChanged(wish.id))


async def _send_back(wish: Wish, asking: Asking, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """To the body that reported it done, with a day; the second time the committee is told what is due now."""
    step = Step.RETURNED if asking.is_open else Step.REOPENED
    today, within = estate.local(now).date(), estate.verdict.return_within_days
    day = workdays.nth_after(today, within, workdays=estate.workdays) or today + timedelta(days=within)
    after = replace(wish, state=State.RETURNED, next_date=day)
    await course.move(wish, after, step, uow=uow, now=now, answer_id=asking.answer_id)
    await uow.verdicts.save(verdicts.end(asking, Outcome.RETURNED))
    view = await verdict_lines.view_of(after, uow)
    answer = await uow.answers.get(asking.answer_id)
    if view is not None:
        await desks.tell(estate, verdict_lines.returned_to_staff(after, view, answer.speaker.body), uow=uow)
    await uow.outbox.put(WishReturned(wish.id, asking.id))
    if _returns(await uow.verdicts.of(wish.id)) > 1:
        await uow.outbox.put(ReturnedTwice(wish.id, asking.id))


def _returns(askings: Sequence[Asking]) -> int:
    return sum(each.outcome is Outcome.RETURNED for each in askings)
