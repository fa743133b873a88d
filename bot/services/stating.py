"""A body's statement on a card: it answers what is wrong there, while the wish stays as it is."""

from __future__ import annotations

from datetime import datetime

from bot.domain import wishes
from bot.domain.notices import StatementMade
from bot.domain.rights import Act
from bot.domain.statements import MAX_STATEMENT_CHARS, Statement
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import clocks, standing
from bot.services.answers import speaker_for


async def wish_to_state_on(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The wish, before the statement's dialog opens. Raises as `state_on_card`."""
    return await standing.wish_to_read(wish_id, actor, Act.STATE_ON_CARD, uow)


async def state_on_card(*, actor: Actor, wish_id: int, words: str, uow: UnitOfWork, now: datetime) -> Statement:
    """Put a statement on the card, under body and name.

    Raises:
        WishBeingChecked, WishTakenDown, WishClosed: it is out of sight.
        EmptyWords, TooLong: see `wishes.clean_words`.
        WishGone, NotAllowed: see `standing.wish_to_change`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.STATE_ON_CARD, uow)
    words = wishes.clean_words(words, max_chars=MAX_STATEMENT_CHARS)
    statement = await uow.statements.add(
        wish_id=wish.id, words=words, speaker=speaker_for(actor, wish), speaker_id=actor.person.id, now=now
    )
    await clocks.refresh(wish, actor.estate_named(wish.estate_key), uow=uow)
    await uow.outbox.put(StatementMade(wish.id, statement.id))
    return statement
