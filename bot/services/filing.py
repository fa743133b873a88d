"""Filing a wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import errors, rights, wishes
from bot.domain.notices import WishFiled
from bot.domain.people import Chat, Purpose
from bot.domain.rights import Act
from bot.domain.whereabouts import NOWHERE, whereabouts_of
from bot.domain.wishes import Draft, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import pauses, standing


async def file_wish(*, actor: Actor, draft: Draft, chat_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """Give the wish its number; its cards follow.

    Raises:
        NotAResident: the person is not known from the chat's estate.
        ChatNotBound: the chat is (no longer) a building chat of the estate.
        EmptyWords, TooLong: see `wishes.clean_words`.
        FilingIsPaused, OnlyInPrivate: see `pauses.require_none`.
    """
    chat = await uow.chats.get(chat_id)
    if chat.purpose is not Purpose.BUILDING or chat.estate_key is None:
        raise errors.ChatNotBound
    estate = standing.estate_of(chat.estate_key, actor)
    rights.require(Act.FILE_WISH, actor.roles_in(estate.key), telegram_id=actor.person.telegram_id)
    await pauses.require_none(actor, estate, uow=uow, now=now)
    if draft.words.strip() or draft.voice is None:
        draft = replace(draft, words=wishes.clean_words(draft.words))
    else:
        draft = replace(draft, words="")  # somebody will write a line of what was said
    if draft.where == NOWHERE:
        draft = replace(draft, where=whereabouts_of(draft.words, draft.place))
    wish = await uow.wishes.add(
        draft,
        estate_key=estate.key,
        author=actor.person,
        chat_id=chat_id,
        filed_at=now,
        next_date=wishes.answer_due(now, estate),
    )
    await uow.outbox.put(WishFiled(wish.id))
    return wish


async def chats_to_file_in(actor: Actor, uow: UnitOfWork) -> list[Chat]:
    """The building chats a wish of this person may go to; the likeliest first.

    Raises:
        NotAResident, ChatNotBound: see `standing.estate_for`.
        BotNotInGroup: their building chat has thrown the bot out.
    """
    if not actor.chat.private:
        standing.estate_for(actor, Act.FILE_WISH)
        if actor.chat.purpose is Purpose.BUILDING:
            return [actor.chat]
    known_from = await uow.chats.homes_of(actor.person.id)
    homes = [chat for chat in known_from if chat.present]
    if not homes and actor.estate and actor.roles & rights.RIGHTS[Act.FILE_FOR]:
        homes = list(await uow.chats.of_estate(actor.estate.key, Purpose.BUILDING))
    if not homes:
        raise errors.BotNotInGroup if known_from else errors.NotAResident
    return sorted(homes, key=lambda chat: chat.id != actor.person.home_chat_id)
