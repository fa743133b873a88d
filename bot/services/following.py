"""Standing by a neighbour's wish: same here, support, I can help; and taking it back."""

from __future__ import annotations

from datetime import datetime

from bot.domain import claiming, errors, wishes
from bot.domain.notices import WishChanged
from bot.domain.people import language_for
from bot.domain.presses import CardButton, Meaning, Outcome
from bot.domain.rights import Act
from bot.domain.wishes import Stance, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import claim_lines, pressing, standing


async def follow_wish(*, actor: Actor, wish_id: int, stance: Stance, uow: UnitOfWork, now: datetime) -> Wish:
    """Count the stance once; who took it hears every later step.

    Raises:
        OwnWish, AlreadyCounted, WishClosed: see `wishes.check_stance`.
        WishGone, NotAResident, NotAllowed: see `standing.wish_to_change`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.FOLLOW_WISH, uow)
    held = await uow.followers.stances(wish.id, actor.person.id)
    return await _follow(wish, held, actor=actor, stance=stance, uow=uow, now=now)


async def _follow(
    wish: Wish, held: frozenset[Stance], *, actor: Actor, stance: Stance, uow: UnitOfWork, now: datetime
) -> Wish:
    wishes.check_stance(wish, person_id=actor.person.id, held=held, stance=stance)
    if not await uow.followers.add(wish.id, actor.person.id, stance, now=now):
        raise errors.AlreadyCounted(number=str(wish.number))
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def press(*, actor: Actor, wish_id: int, stance: Stance, uow: UnitOfWork, now: datetime) -> tuple[Wish, Meaning]:
    """The card's button was pressed: counted, or taken back by pressing once more soon after, or told how to.

    Presses within three seconds are one. Somebody who never pressed Start has no private chat to take it back in, so
    the answer to a late press can be followed by another.

    Raises:
        AlreadyCounted: by a press a moment ago.
        OwnWish, WishClosed, WishGone, NotAResident, NotAllowed: see `follow_wish`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.FOLLOW_WISH, uow)
    who, button = actor.person, CardButton(stance.value)
    held = await uow.followers.stances(wish.id, who.id)
    last = await uow.card_presses.last(wish.id, who.id, button)
    meant = await pressing.meaning_of(held=stance in held, last=last, uow=uow, now=now)
    match meant:
        case Meaning.COUNT:
            await _follow(wish, held, actor=actor, stance=stance, uow=uow, now=now)
            await uow.card_presses.put(wish.id, who.id, button, Outcome.COUNTED, now=now)
            if stance is Stance.HELP:
                await _invite_to_claim(wish, actor=actor, uow=uow)
        case Meaning.TAKE_BACK:
            await unfollow_wish(actor=actor, wish_id=wish_id, stance=stance, uow=uow)
            await uow.card_presses.put(wish.id, who.id, button, Outcome.TAKEN_BACK, now=now)
        case Meaning.NERVOUS_COUNTED:
            raise errors.AlreadyCounted(number=str(wish.number))
        case Meaning.ASK if not who.started:
            await uow.card_presses.put(wish.id, who.id, button, Outcome.ASKED, now=now)
    return wish, meant


async def _invite_to_claim(wish: Wish, *, actor: Actor, uow: UnitOfWork) -> None:
    """Who helps with a want may take all of it upon themselves; asked in private, as an answer to their press."""
    who = actor.person
    claimable = claiming.is_claimable(wish, person_id=who.id)
    if not claimable or not await standing.can_be_told(who, uow) or await uow.wish_claims.open_of(wish.id) is not None:
        return
    private = await uow.chats.private_of(who)
    estate = actor.estate_named(wish.estate_key)
    language = language_for(person=who, chat=private, estate=estate, default=actor.language)
    await uow.outbox.say(private.id, claim_lines.invitation(wish), language=language)


async def stance_to_take_back(*, actor: Actor, wish_id: int, stance: Stance, uow: UnitOfWork) -> Wish:
    """The wish, before the question whether to take the stance back.

    Raises:
        NotCounted: it is not there.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.FOLLOW_WISH, uow)
    if stance not in await uow.followers.stances(wish.id, actor.person.id):
        raise errors.NotCounted(number=str(wish.number))
    return wish


async def unfollow_wish(*, actor: Actor, wish_id: int, stance: Stance, uow: UnitOfWork) -> Wish:
    """Take a stance back.

    Raises:
        NotCounted: it was not there.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.FOLLOW_WISH, uow)
    if not await uow.followers.remove(wish.id, actor.person.id, stance):
        raise errors.NotCounted(number=str(wish.number))
    await uow.outbox.put(WishChanged(wish.id))
    return wish
