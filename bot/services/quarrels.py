"""A quarrel comes to a mediator: filed as one by its author, or seen as one by the staff; and goes back, if it is none.

From that moment no wish says a word of it: its number stands on the staff card, and nothing else anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain import errors, quarrel_wish, quarrels, rights, triage, wishes
from bot.domain import quarrel_refusals as refusals
from bot.domain.attention import Courtesy
from bot.domain.course import Step
from bot.domain.notices import QuarrelTold, WishChanged, WishFiled
from bot.domain.people import Chat, Estate, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.quarrel_news import QuarrelNews
from bot.domain.quarrels import Clocks, Party, Quarrel, QuarrelOutcome, QuarrelPhase
from bot.domain.rights import Act
from bot.domain.scopes import of_place
from bot.domain.triage import Matter
from bot.domain.wishes import Category, Draft, Kind, Visibility, Wish
from bot.domain.workdays import WeekendsOnly
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import answers, boards, cards, clocks, course, intakes, pauses, standing


def clocks_of(estate: Estate | None) -> Clocks:
    """None: somebody of the other side whom no group of the estate knows; then weekends are days off."""
    if estate is None:
        return Clocks(ZoneInfo("UTC"), Courtesy(), WeekendsOnly())
    return Clocks(estate.time_zone, estate.courtesy, estate.workdays)


async def tell(quarrel: Quarrel, news: QuarrelNews, *, uow: UnitOfWork) -> None:
    await uow.outbox.put(QuarrelTold(quarrel.wish_id, quarrel.id, news.value))


def place_of(chat: Chat) -> Place:
    """Of a quarrel that comes from there: its door is nobody's but the mediator's matter."""
    return Place(building=chat.place.building)


def require_mediators(estate: Estate, *at: Place) -> None:
    """Raises NoMediatorHere: nobody mediates in any of these places."""
    if not any(estate.mediators_at(place) for place in at):
        raise refusals.NoMediatorHere


# ---- filed as one --------------------------------------------------------------------------------------------------


async def file_quarrel(
    *, actor: Actor, words: str, where: str, photo: str | None, chat_id: int, uow: UnitOfWork, now: datetime
) -> Wish:
    """A resident files a quarrel; it gets a number, and a mediator is told. Who files it has said yes with that.

    Raises:
        OnlyInPrivate: in a group, where neighbours would read along.
        NoMediatorHere: nobody mediates there.
        ChatNotBound, NotAResident: see `filing.file_wish`. IntakeNotOpen, FilingIsPaused: likewise.
        EmptyWords, TooLong: see `wishes.clean_words`.
    """
    standing.require_private(actor)
    chat = await uow.chats.get(chat_id)
    if chat.purpose is not Purpose.BUILDING or chat.estate_key is None:
        raise errors.ChatNotBound
    estate = standing.estate_of(chat.estate_key, actor)
    rights.require(Act.FILE_WISH, actor.roles_in(estate.key), telegram_id=actor.person.telegram_id)
    require_mediators(estate, place_of(chat))
    await intakes.require_open(estate, uow)
    await pauses.require_none(actor, estate, uow=uow, now=now)
    words = wishes.clean_words(words)
    where = wishes.clean_words(where, max_chars=quarrels.MAX_WHERE_CHARS) if where.strip() else ""
    number = Draft(
        kind=Kind.WANT,
        words=wishes.WITH_MEDIATOR,
        place=place_of(chat),
        category=Category.OTHER,
        visibility=Visibility.COMMITTEE,
    )
    filed = await uow.wishes.add(
        number, estate_key=estate.key, author=actor.person, chat_id=chat_id, filed_at=now, next_date=None
    )
    wish = await course.move(filed, quarrel_wish.silent(filed, photo=None), Step.TO_MEDIATOR, uow=uow, now=now)
    quarrel = _new(
        wish, words=words, where=where, photo=photo, before="", author=Party(actor.person.id, True, False, True)
    )
    quarrel = await uow.quarrels.add(
        quarrels.begun(quarrel, now=now, clocks=clocks_of(estate)), author_id=actor.person.id, now=now
    )
    await uow.outbox.put(WishFiled(wish.id))
    await tell(quarrel, QuarrelNews.BROUGHT, uow=uow)
    return wish


def _new(wish: Wish, *, words: str, where: str, photo: str | None, before: str, author: Party) -> Quarrel:
    return Quarrel(
        id=0,
        wish_id=wish.id,
        code="",
        words=words,
        photo=photo,
        where=where,
        before=before,
        phase=QuarrelPhase.WAITING if author.agrees else QuarrelPhase.ASKED,
        moved_at=wish.filed_at,
        author=author,
        other=Party(),
    )


# ---- seen as one ---------------------------------------------------------------------------------------------------


async def hand_over(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The staff sees that it is a quarrel: it is out of everybody's sight at once, and its author is asked in private.

    Raises:
        NoMediatorHere: config.yaml lists none. WishClosed: it has ended.
        OnlySpoken: a voice note that nobody has written down.
        ArguedInPublic: neighbours argue it through, or a project came of it.
        OnlyInPrivate: in a building's group. WishGone, NotAllowed: see `standing.wish_to_change`.
    """
    standing.require_away_from_neighbours(actor)
    wish = await standing.wish_to_change(wish_id, actor, Act.HAND_TO_MEDIATOR, uow)
    estate = standing.estate_of(wish.estate_key, actor)
    require_mediators(estate, wish.place)
    await _check_private(wish, uow)
    replaced = await uow.files.stand_in() if wish.photo else None
    if wish.is_public:
        await uow.outbox.touch(wish.chat_id, await boards.slot_of(wish, uow))
    for held in await uow.answers.held_of(wish.id):
        await uow.answers.take_back(held.id)
    if wish.voice is not None:  # it tells who speaks
        await _take_voice_away(wish, uow)
    speaker = answers.speaker_for(actor, wish)
    silent = quarrel_wish.silent(wish, photo=replaced)
    silent = await course.move(wish, silent, Step.AS_QUARREL, uow=uow, now=now, speaker=speaker)
    quarrel = _new(
        silent,
        words=wish.words,
        where="",
        photo=wish.photo,
        before=quarrel_wish.kept(wish),
        author=Party(wish.author_id, True),
    )
    quarrel = await uow.quarrels.add(
        quarrels.begun(quarrel, now=now, clocks=clocks_of(estate)), author_id=wish.author_id, now=now
    )
    await intakes.staff_acted(estate, uow=uow, now=now)
    if wish.voice is not None:
        await uow.person_data.discard_photos({wish.voice.key})
    await uow.outbox.put(WishChanged(wish.id))
    await tell(quarrel, QuarrelNews.ASK_AUTHOR, uow=uow)
    return silent


async def _take_voice_away(wish: Wish, uow: UnitOfWork) -> None:
    for desk in await uow.chats.of_estate(wish.estate_key, Purpose.STAFF):
        await uow.outbox.remove(desk.id, cards.voice_slot(wish.id))


async def _check_private(wish: Wish, uow: UnitOfWork) -> None:
    number = str(wish.number)
    if wish.has_ended:
        raise errors.WishClosed(number=number)
    if wish.waits_for_words:
        raise refusals.OnlySpoken(number=number)
    planned = await uow.projects.of_wish(wish.id) or await uow.items.of_wish(wish.id)
    if planned or await uow.deliberations.of(wish.id):
        raise refusals.ArguedInPublic(number=number)


async def take_back(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The staff was wrong: it is the wish that it was, as long as no mediator has it and its author has not answered.

    Raises:
        QuarrelOver: too late, or it never was one.
        OnlyInPrivate, WishGone, NotAllowed: as in `hand_over`.
    """
    standing.require_away_from_neighbours(actor)
    wish = await _silent_wish(wish_id, actor, uow)
    quarrel = await uow.quarrels.last(wish.id)
    if quarrel is None or not quarrel.before or quarrel.phase is not QuarrelPhase.ASKED or not quarrel.is_open:
        raise refusals.QuarrelOver
    estate, speaker = standing.estate_of(wish.estate_key, actor), answers.speaker_for(actor, wish)
    return await bring_back(
        *(quarrel, wish, Step.NO_QUARREL, estate), uow=uow, now=now, speaker=speaker, as_it_was=True
    )


async def _silent_wish(wish_id: int, actor: Actor, uow: UnitOfWork) -> Wish:
    """What `standing` lets nobody touch: it says nothing."""
    try:
        wish = await uow.wishes.lock(wish_id)
    except LookupError:
        raise errors.WishGone from None
    if not standing.may_see(wish, actor) or not wish.is_with_mediator:
        raise errors.WishGone
    standing.require(actor, Act.HAND_TO_MEDIATOR, wish.estate_key, of_place(wish.place))
    return wish


# ---- and back ------------------------------------------------------------------------------------------------------


async def bring_back(
    quarrel: Quarrel,
    wish: Wish,
    step: Step,
    estate: Estate | None,
    *,
    uow: UnitOfWork,
    now: datetime,
    speaker: Speaker | None = None,
    as_it_was: bool = False,
) -> Wish:
    """The wish says again what it said. The committee alone sees it, unless the staff was wrong (`as_it_was`).

    `quarrel`: open, or ended as given back a moment ago. Nothing of it is left: the wish has it.
    """
    back = quarrel_wish.again(wish, quarrel, as_it_was=as_it_was)
    if as_it_was and estate is not None:
        back = replace(back, next_date=await clocks.first_day(back, estate, uow=uow, now=now))
    back = await course.move(wish, back, step, uow=uow, now=now, speaker=speaker)
    if not as_it_was:  # whatever its words suggest, it is a matter between neighbours: no clock runs
        chosen = triage.with_matter(await clocks.triage_of(back, uow), Matter.TALK, filed_at=back.filed_at, now=now)
        await uow.triages.save(back.id, chosen)
    if quarrel.is_open:
        quarrel = quarrels.ended(quarrel, QuarrelOutcome.GIVEN_BACK, note="", now=now, clocks=clocks_of(estate))
    await uow.quarrels.save(replace(quarrels.without_words(quarrel), next_at=None))
    await uow.outbox.put(WishChanged(back.id))
    if not as_it_was:
        await tell(quarrel, QuarrelNews.ENDED, uow=uow)
    return back
