"""Something is wrong with a wish: reported by neighbours, folded, ruled on, contested by its author."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain import errors, rights, takedowns, wishes
from bot.domain.notices import CheckWanted, WishChanged, WishRuled
from bot.domain.people import Purpose
from bot.domain.rights import Act
from bot.domain.takedowns import MAX_CONTEST_CHARS, MAX_RULING_CHARS, Pressed, Reason, Step
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing
from bot.services.answers import speaker_for
from bot.services.cards import check_slot


@dataclass(frozen=True, slots=True)
class Reported:
    wish: Wish
    pressed: Pressed
    by_desk: bool  #: by somebody whose report alone folds it
    folded: bool = False


async def report_wish(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Reported:
    """A press on [something is wrong]. The first explains; a deliberate second counts, or takes the report back.

    Raises:
        OwnReport: the author.
        AlreadyLookedAt: see `takedowns.press`.
        WishBeingChecked, WishTakenDown, WishClosed: it is out of sight already.
        UnknownButton: it has no card.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.REPORT_WISH, uow)
    if not wish.has_card:
        raise errors.UnknownButton
    if wish.author_id == actor.person.id:
        raise errors.OwnReport(number=str(wish.number))
    by_desk = bool(standing.roles_for(wish, actor) & rights.RIGHTS[Act.RULE_ON_WISH])
    before = await uow.takedowns.report_of(wish.id, actor.person.id)
    report, pressed = takedowns.press(before, now=now, may_again=by_desk, number=wish.number)
    await uow.takedowns.save_report(wish.id, actor.person.id, report)
    folded = False
    if pressed is Pressed.REPORTED:
        folded = takedowns.folds(await uow.takedowns.reports(wish.id), by_desk=by_desk)
    if folded:
        await _fold(wish, actor if by_desk else None, uow, now)
    elif pressed in (Pressed.REPORTED, Pressed.TAKEN_BACK):
        await uow.outbox.put(WishChanged(wish.id))
    return Reported(wish, pressed, by_desk, folded)


async def _fold(wish: Wish, by: Actor | None, uow: UnitOfWork, now: datetime) -> None:
    """Out of sight. Of neighbours nobody is told who it was; of those who rule it is kept."""
    await uow.wishes.save(takedowns.fold(wish))
    reports = await uow.takedowns.reports(wish.id)
    if by is None:
        step = await uow.takedowns.add(wish_id=wish.id, step=Step.FOLDED, now=now, reports=reports)
    else:
        speaker = speaker_for(by, wish)
        step = await uow.takedowns.add(
            wish_id=wish.id,
            step=Step.FOLDED,
            now=now,
            person_id=by.person.id,
            name=speaker.name,
            body=speaker.body,
            reports=reports,
        )
    await uow.outbox.put(WishRuled(wish.id, step.id))
    await _want_check(wish, uow)


async def _want_check(wish: Wish, uow: UnitOfWork) -> None:
    """A message of its own, below everything else: an edited card would be noticed by nobody."""
    for desk in await uow.chats.of_estate(wish.estate_key, Purpose.STAFF):
        await uow.outbox.close_slot(desk.id, check_slot(wish.id))
        await uow.outbox.touch(desk.id, check_slot(wish.id))
    await uow.outbox.put(CheckWanted(wish.id))


async def wish_to_rule_on(*, actor: Actor, wish_id: int, step: Step, uow: UnitOfWork) -> Wish:
    """The wish, before the ruling's dialog opens. Raises as `rule_on_wish`."""
    wish = await standing.wish_to_read(wish_id, actor, Act.RULE_ON_WISH, uow)
    _check_ruler(wish, actor)
    takedowns.rule(wish, step, so_far=await uow.takedowns.of(wish.id), person_id=actor.person.id)
    return wish


def _check_ruler(wish: Wish, actor: Actor) -> None:
    if wish.author_id == actor.person.id:
        raise errors.OwnRuling(number=str(wish.number))


async def rule_on_wish(
    *, actor: Actor, wish_id: int, step: Step, reason: Reason | None, words: str, uow: UnitOfWork, now: datetime
) -> Wish:
    """Restore a wish, take it down with a reason, or turn its contest down; logged, and its author is told.

    Raises:
        AlreadyRuled, OwnRuling: see `takedowns.rule`; nobody rules on their own wish either.
        NotAChoice: taken down without a reason.
        EmptyWords: another reason than those listed, without words.
        TooLong: more than `takedowns.MAX_RULING_CHARS`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.RULE_ON_WISH, uow)
    _check_ruler(wish, actor)
    ruled = takedowns.rule(wish, step, so_far=await uow.takedowns.of(wish.id), person_id=actor.person.id)
    if (step is Step.REMOVED) != (reason is not None):
        raise errors.NotAChoice
    if words.strip() or reason is Reason.OTHER:
        words = wishes.clean_words(words, max_chars=MAX_RULING_CHARS)
    await uow.wishes.save(ruled)
    await uow.takedowns.use_up_reports(wish.id, now=now)
    speaker = speaker_for(actor, wish)
    taken = await uow.takedowns.add(
        wish_id=wish.id,
        step=step,
        now=now,
        person_id=actor.person.id,
        name=speaker.name,
        body=speaker.body,
        reason=reason,
        words=words,
    )
    await uow.outbox.put(WishRuled(wish.id, taken.id))
    for desk in await uow.chats.of_estate(wish.estate_key, Purpose.STAFF):
        await uow.outbox.touch(desk.id, check_slot(wish.id))
    return ruled


async def wish_to_contest(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The actor's own wish, before the contest's dialog opens. Raises as `contest`."""
    wish = await standing.own_wish(wish_id, actor, uow)
    takedowns.check_contest(wish, await uow.takedowns.of(wish.id))
    return wish


async def contest(*, actor: Actor, wish_id: int, words: str, uow: UnitOfWork, now: datetime) -> Wish:
    """The author says why their wish should come back; somebody other than who took it down decides.

    Raises:
        NothingToContest, AlreadyContested: see `takedowns.check_contest`.
        EmptyWords, TooLong: see `wishes.clean_words`.
        OnlyInPrivate, NotYourWish, WishGone: see `standing.own_wish`.
    """
    wish = await wish_to_contest(actor=actor, wish_id=wish_id, uow=uow)
    words = wishes.clean_words(words, max_chars=MAX_CONTEST_CHARS)
    await uow.takedowns.add(wish_id=wish.id, step=Step.CONTESTED, now=now, person_id=actor.person.id, words=words)
    await uow.outbox.put(WishChanged(wish.id))
    await _want_check(wish, uow)
    return wish
