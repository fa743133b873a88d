"""Filing a wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain import categories, errors, rights, triage, wishes
from bot.domain.notices import WishFiled
from bot.domain.people import Chat, ChatUse, Estate, Purpose
from bot.domain.rights import Act
from bot.domain.topics import TopicUse, place_for
from bot.domain.triage import Matter
from bot.domain.whereabouts import NOWHERE, whereabouts_of
from bot.domain.wishes import Draft, Visibility, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork, WishFilter
from bot.services import day_limits, intakes, matching, pauses, standing
from bot.services.homes import chats_of as where_they_live
from bot.services.place_chats import card_home

JUST_NOW = timedelta(minutes=2)  #: the same words again within it are a slow network, not another wish
LOOKED_AT = 5  #: of a person's newest wishes


async def file_wish(
    *,
    actor: Actor,
    draft: Draft,
    chat_id: int,
    uow: UnitOfWork,
    now: datetime,
    another: bool = False,
    for_neighbour: bool = False,
) -> Wish:
    """Give the wish its number; its cards follow.

    Where the chat takes no cards, the nearest group that does gets it (`place_chats.card_home`); where none does, it is
    in lists and answered all the same. What is more than a person may post in a day goes to the committee only, as the
    wish returned says.

    `another`: the same words are meant for another matter, or were said by another neighbour. `for_neighbour`: it does
    not count as a wish of who files it.

    Raises:
        IntakeNotOpen, IntakePaused: see `intakes.require_open`.
        FiledJustNow: the same words by the same person in the same chat, moments ago.
        NotAResident: the person is not known from the chat's estate.
        ChatNotBound: the chat is (no longer) a building chat of the estate.
        EmptyWords, TooLong: see `wishes.clean_words`.
        FilingIsPaused, OnlyInPrivate: see `pauses.require_none`.
    """
    chat = await uow.chats.get(chat_id)
    if chat.purpose is not Purpose.BUILDING or chat.estate_key is None:
        raise errors.ChatNotBound
    estate = standing.estate_of(chat.estate_key, actor)
    chat = await card_home(chat, about=draft.place, uow=uow)
    rights.require(Act.FILE_WISH, actor.roles_in(estate.key), telegram_id=actor.person.telegram_id)
    await intakes.require_open(estate, uow)
    await pauses.require_none(actor, estate, uow=uow, now=now)
    if draft.words.strip() or draft.voice is None:
        draft = replace(draft, words=wishes.clean_words(draft.words))
    else:
        draft = replace(draft, words="")  # somebody will write a line of what was said
    if draft.words and not another:
        same = await filed_just_now(
            actor=actor, words=draft.words, chat_id=chat.id, uow=uow, now=now, visibility=draft.visibility
        )
        if same is not None:
            raise errors.FiledJustNow(number=str(same.number), wish_id=same.id)
    draft = replace(draft, category=categories.kept(draft.category, categories.of(estate)))
    if draft.where == NOWHERE:
        draft = replace(draft, where=whereabouts_of(draft.words, draft.place))
    if not for_neighbour:
        draft = await _within_the_day(draft, actor, estate, uow, now)
    wish = await uow.wishes.add(
        draft,
        estate_key=estate.key,
        author=actor.person,
        chat_id=chat.id,
        filed_at=now,
        next_date=_first_day(draft, estate, now),
    )
    if draft.visibility is not Visibility.COMMITTEE and ChatUse.WISHES in chat.says:
        # In a topic of their own cards disturb nobody.
        topic_id = place_for(TopicUse.WISHES, await uow.topics.of(chat.id), now=now)
        most_cards = estate.daily.cards_a_day if topic_id is None else None
        await uow.postings.claim(wish, day=estate.local(now).date(), most_cards=most_cards)
    await matching.filed(wish, uow=uow, now=now)
    await uow.outbox.put(WishFiled(wish.id))
    return wish


def _first_day(draft: Draft, estate: Estate, now: datetime) -> date | None:
    """By when a demand gets its first answer; the rest is left alone."""
    is_demand = triage.suggested(draft.kind, draft.words, draft.category).matter is Matter.DEMAND
    return wishes.answer_due(now, estate) if is_demand else None


async def filed_just_now(
    *, actor: Actor, words: str, chat_id: int, uow: UnitOfWork, now: datetime, visibility: Visibility | None = None
) -> Wish | None:
    """The wish that this person filed there moments ago in the same words and that has not ended; None: none.

    Letters' case and blanks do not count; `visibility`, where it is known, does. In a group only what all may know of
    is found.
    """
    chat = await uow.chats.get(chat_id)
    if chat.estate_key is None or not words.strip():
        return None
    own = WishFilter(author_id=actor.person.id, chat_id=chat_id)
    for wish in await uow.wishes.find(chat.estate_key, own, limit=LOOKED_AT):
        recent = now - wish.filed_at <= JUST_NOW and not wish.has_ended
        fits = visibility in (None, wish.visibility) and (actor.chat.private or wish.is_public)
        if recent and fits and _alike(wish.words, words):
            return wish
    return None


async def own_words(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """A wish of the actor's own, whose words they use again.

    Raises:
        NotYourWish: somebody else's.
        WishGone, …: see `standing.wish_to_read`.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.READ_WISHES, uow)
    if wish.author_id != actor.person.id:
        raise errors.NotYourWish(number=str(wish.number))
    return wish


def _alike(words: str, others: str) -> bool:
    return words.casefold().split() == others.casefold().split()


async def _within_the_day(draft: Draft, actor: Actor, estate: Estate, uow: UnitOfWork, now: datetime) -> Draft:
    """The draft as the day still allows it; another one of the same person waits meanwhile."""
    if draft.visibility is Visibility.COMMITTEE:
        return draft
    await uow.people.lock(actor.person.id)
    full = await day_limits.fullness(
        person=actor.person,
        estate=estate,
        words=draft.words,
        kind=draft.kind,
        where=draft.where,
        uow=uow,
        now=now,
    )
    return replace(draft, visibility=Visibility.COMMITTEE) if full else draft


async def chats_to_file_in(actor: Actor, uow: UnitOfWork) -> list[Chat]:
    """The building chats a wish of this person may go to; the likeliest first.

    Raises:
        NotAResident, ChatNotBound: see `standing.estate_for`.
        BotNotInGroup: their building chat has thrown the bot out.
        IntakeNotOpen, IntakePaused: see `intakes.require_open`; so nobody writes in vain.
    """
    if not actor.chat.private:
        standing.estate_for(actor, Act.FILE_WISH)
        if actor.chat.purpose is Purpose.BUILDING:
            return await _taking([actor.chat], actor, uow)
    known_from = await where_they_live(actor, uow)
    homes = [chat for chat in known_from if chat.present]
    goes_anywhere = Act.FILE_WISH if not known_from else Act.FILE_FOR  # who has a role need not live here
    if not homes and actor.estate and actor.roles & rights.RIGHTS[goes_anywhere]:
        homes = list(await uow.chats.of_estate(actor.estate.key, Purpose.BUILDING))
    if not homes:
        raise errors.BotNotInGroup if known_from else errors.NotAResident
    return await _taking(sorted(homes, key=lambda chat: chat.id != actor.person.home_chat_id), actor, uow)


async def _taking(homes: list[Chat], actor: Actor, uow: UnitOfWork) -> list[Chat]:
    """Of those whose estates take wishes, the groups whose cards they become; if none does, why not."""
    closed: errors.Refused | None = None
    taking: list[Chat] = []
    for chat in homes:
        try:
            if estate := actor.estate_named(chat.estate_key or ""):
                await intakes.require_open(estate, uow)
        except (errors.IntakeNotOpen, errors.IntakePaused) as refused:
            closed = closed or refused
        else:
            home = await card_home(chat, uow=uow)
            if home.id not in (each.id for each in taking):
                taking.append(home)
    if not taking and closed is not None:
        raise closed
    return taking
