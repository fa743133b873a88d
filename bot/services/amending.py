"""The author and their own wish: changing it for some minutes, adding to it, withdrawing it, and undoing that."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import amendments, categories, errors, wishes
from bot.domain.amendments import MAX_ADDITION_CHARS, MAX_WITHDRAWAL_CHARS, UNDOABLE_FOR, Withdrawal, WithdrawalReason
from bot.domain.course import Step
from bot.domain.notices import WishAmended, WishChanged, WishWithdrawn
from bot.domain.places import Place
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import clocks, course, standing

MOST_TOLD_AT_ONCE = 50


async def may_edit(wish: Wish, *, uow: UnitOfWork, now: datetime) -> bool:
    return amendments.may_edit(wish, followed=await _is_followed(wish, uow), now=now)


async def _is_followed(wish: Wish, uow: UnitOfWork) -> bool:
    counts = await uow.followers.counts(wish.id)
    return bool(counts.joined or counts.supported or counts.helping)


async def wish_to_edit(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The actor's own wish, before the dialog opens.

    Raises:
        EditingOver: see `amendments.may_edit`; it can be added to.
        OnlyInPrivate, NotYourWish, WishGone: see `standing.own_wish`.
    """
    wish = await standing.own_wish(wish_id, actor, uow)
    if not await may_edit(wish, uow=uow, now=now):
        raise errors.EditingOver(number=str(wish.number))
    return wish


async def edit_wish(
    *,
    actor: Actor,
    wish_id: int,
    words: str,
    place: Place | None,
    said: str,
    photo: str | None,
    uow: UnitOfWork,
    now: datetime,
) -> Wish:
    """Change words, place or photo; what was there before is kept nowhere.

    `place`, `said`: see `amendments.edited`. `photo`: as it is to be.

    Raises:
        EditingOver, EmptyWords, TooLong: see `amendments.edited`.
        OnlyInPrivate, NotYourWish, WishGone: see `standing.own_wish`.
    """
    wish = await standing.own_wish(wish_id, actor, uow)
    chat = await uow.chats.get(wish.chat_id)
    wish = amendments.edited(
        wish,
        words=words,
        place=place,
        said=said,
        photo=photo,
        chat_place=chat.place,
        followed=await _is_followed(wish, uow),
        now=now,
    )
    wish = await _as_said_now(wish, actor, uow=uow)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def _as_said_now(wish: Wish, actor: Actor, *, uow: UnitOfWork) -> Wish:
    """Other words may make it another matter, with a clock or without."""
    estate = actor.estate_named(wish.estate_key)
    wish = replace(wish, category=categories.kept(wish.category, categories.of(estate)))
    await uow.wishes.save(wish)
    return await clocks.refresh(wish, estate, uow=uow)


async def wish_to_add_to(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The actor's own wish, before the dialog opens. Raises as `add_to_wish`."""
    wish = await standing.own_wish(wish_id, actor, uow)
    amendments.check_addition(wish, additions=len(await uow.amendments.of(wish.id)))
    return wish


async def add_to_wish(
    *, actor: Actor, wish_id: int, words: str, photo: str | None, uow: UnitOfWork, now: datetime
) -> Wish:
    """Add to the wish; those who follow it are told.

    Raises:
        TooManyAdditions, WishClosed, WishBeingChecked, WishTakenDown: see `amendments.check_addition`.
        EmptyWords, TooLong: see `wishes.clean_words`.
        OnlyInPrivate, NotYourWish, WishGone: see `standing.own_wish`.
    """
    wish = await wish_to_add_to(actor=actor, wish_id=wish_id, uow=uow)
    words = wishes.clean_words(words, max_chars=MAX_ADDITION_CHARS)
    addition = await uow.amendments.add(wish_id=wish.id, words=words, photo=photo, now=now)
    await uow.outbox.put(WishAmended(wish.id, addition.id))
    return wish


async def wish_to_withdraw(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The actor's own wish, before the dialog opens. Raises as `withdraw_wish`."""
    wish = await standing.own_wish(wish_id, actor, uow)
    amendments.withdraw(wish)
    return wish


async def withdraw_wish(
    *, actor: Actor, wish_id: int, reason: WithdrawalReason | None, words: str, uow: UnitOfWork, now: datetime
) -> Wish:
    """Take the wish back. Its card says so at once; followers are told when it cannot be undone any more.

    Raises:
        WishClosed, WishTakenDown: see `amendments.withdraw`.
        EmptyWords: another reason, without words.
        TooLong: more than `MAX_WITHDRAWAL_CHARS`.
        OnlyInPrivate, NotYourWish, WishGone: see `standing.own_wish`.
    """
    before = await standing.own_wish(wish_id, actor, uow)
    wish = amendments.withdraw(before)
    in_words = reason is WithdrawalReason.OTHER
    words = wishes.clean_words(words, max_chars=MAX_WITHDRAWAL_CHARS) if in_words else ""
    await course.move(before, wish, Step.WITHDRAWN, uow=uow, now=now)
    await uow.amendments.withdraw(Withdrawal(wish.id, reason, words, now, before.state, before.next_date))
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def take_back_withdrawal(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """It was a mistake: the wish is as it was.

    Raises:
        UndoTooLate: see `amendments.take_back_withdrawal`.
        OnlyInPrivate, NotYourWish, WishGone: see `standing.own_wish`.
    """
    before = await standing.own_wish(wish_id, actor, uow)
    wish = amendments.take_back_withdrawal(before, await uow.amendments.withdrawal(before.id), now=now)
    await course.move(before, wish, Step.UNWITHDRAWN, uow=uow, now=now)
    wish = await clocks.refresh(wish, actor.estate_named(wish.estate_key), uow=uow)
    await uow.amendments.take_back_withdrawal(wish.id)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def withdrawals_are_due(*, uow: UnitOfWork, now: datetime) -> bool:
    return bool(await uow.amendments.untold(before=now - UNDOABLE_FOR, limit=1))


async def tell_withdrawals(*, uow: UnitOfWork, now: datetime) -> int:
    """Those that cannot be undone any more become news. Returns how many."""
    due = await uow.amendments.untold(before=now - UNDOABLE_FOR, limit=MOST_TOLD_AT_ONCE)
    for withdrawal in due:
        await uow.amendments.told(withdrawal.wish_id, now=now)
        await uow.outbox.put(WishWithdrawn(withdrawal.wish_id))
    return len(due)
