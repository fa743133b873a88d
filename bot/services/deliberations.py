"""Deliberations from the question to the minutes: opened, closed, minuted, and nagged about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.domain import deliberation_refusals as refusals
from bot.domain import deliberations as rules
from bot.domain import errors, rights, wishes
from bot.domain.deliberations import By, Deliberation, Form, Officer, Outcome, View, Voice
from bot.domain.notices import DeliberationOpened, MinutesOverdue, MinutesWritten, WishChanged
from bot.domain.people import ChatUse, Estate, Purpose
from bot.domain.rights import Act
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import announcing, answers, clocks, deliberation_lines, desks, intakes, standing

MOST_AT_ONCE = 20


# ---- opening --------------------------------------------------------------------------------------------------------


async def may_be_opened(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> tuple[Wish, list[Form]]:
    """The wish, and the forms in which it may be argued; before anything is asked.

    Raises:
        AlreadyDeliberated: one is open, or its minutes are not written.
        WishBeingChecked, WishTakenDown, WishClosed: neighbours do not see it, or it was withdrawn.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.OPEN_DELIBERATION, uow)
    await _check(wish, uow)
    return wish, list(Form) if wish.is_public else [Form.COORDINATION]


async def _check(wish: Wish, uow: UnitOfWork) -> None:
    number = str(wish.number)
    if wish.state is wishes.State.WITHDRAWN or wish.is_gone:
        raise errors.WishClosed(number=number)
    if any(each.outcome is None and each.next_at is not None for each in await uow.deliberations.of(wish.id)):
        raise refusals.AlreadyDeliberated(number=number)


def officers(estate: Estate) -> Sequence[Officer]:
    """Who may be named to answer at a hearing: everybody listed who speaks for a body, or is on the panel."""
    named = {each: rules.voice_of(each, estate) for each in (*estate.speakers, *estate.panel)}
    return [Officer(telegram_id, name, voice) for telegram_id, (voice, name) in named.items()]


async def open_deliberation(
    *,
    actor: Actor,
    wish_id: int,
    form: Form,
    question: str,
    background: str,
    agenda: str,
    officer_id: int | None,
    until: date,
    uow: UnitOfWork,
    now: datetime,
) -> tuple[Wish, Deliberation]:
    """Open it. Its message goes to the building's group, or with `COORDINATION` to the staff chat alone.

    `officer_id`: Telegram id of whoever answers at a hearing.

    Raises:
        AlreadyDeliberated, WishBeingChecked, WishTakenDown, WishClosed: see `may_be_opened`.
        NotBeforeNeighbours: the wish is for the committee alone.
        DeliberationTooShort: see `deliberations.check_closes`.
        NotAChoice: nobody of that number is listed.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.OPEN_DELIBERATION, uow)
    estate = standing.estate_of(wish.estate_key, actor)
    await _check(wish, uow)
    if form is not Form.COORDINATION and not wish.is_public:
        raise refusals.NotBeforeNeighbours(number=str(wish.number))
    officer = None
    if form is Form.HEARING:
        officer = next((each for each in officers(estate) if each.telegram_id == officer_id), None)
        if officer is None:
            raise errors.NotAChoice
    closes_at = rules.closing_moment(until, estate.time_zone)
    rules.check_closes(closes_at, now=now)
    deliberation = await uow.deliberations.add(
        Deliberation(
            id=0,
            wish_id=wish.id,
            form=form,
            question=question,
            background=background,
            agenda=agenda if form is Form.HEARING else "",
            opened_at=now,
            until=until,
            closes_at=closes_at,
            opener_id=actor.person.id,
            opener=_by(actor, wish),
            officer=officer,
            next_at=closes_at,
        )
    )
    wish = await clocks.refresh(wish, estate, uow=uow)
    await intakes.staff_acted(estate, uow=uow, now=now)
    await uow.outbox.put(DeliberationOpened(wish.id, deliberation.id))
    return wish, deliberation


def _by(actor: Actor, wish: Wish) -> By:
    speaker = answers.speaker_for(actor, wish)
    return By(speaker.name, speaker.body)


# ---- reading --------------------------------------------------------------------------------------------------------


async def find(
    *, actor: Actor, deliberation_id: int, uow: UnitOfWork, act: Act = Act.JOIN_DELIBERATION, lock: bool = False
) -> tuple[Wish, Deliberation]:
    """A deliberation that this actor may know of, with its wish; `lock`: both are about to change.

    Raises:
        WishGone: a made-up button, or one that is not for these eyes.
        NotAResident, NotAllowed: the role may not.
        WishBeingChecked, WishTakenDown, WishClosed: neighbours do not see what it is about.
    """
    try:
        wish_id = (await uow.deliberations.get(deliberation_id)).wish_id
    except LookupError:
        raise errors.WishGone from None
    touch = standing.wish_to_change if lock else standing.wish_to_read
    wish = await touch(wish_id, actor, act, uow)
    deliberation = await uow.deliberations.get(deliberation_id)
    insiders = rights.RIGHTS[Act.READ_STAFF] | {rights.Role.PANEL}
    if deliberation.form is Form.COORDINATION and not standing.roles_for(wish, actor) & insiders:
        raise errors.WishGone
    return wish, deliberation


async def view_of(deliberation: Deliberation, uow: UnitOfWork) -> View:
    said = await uow.deliberations.said_in(deliberation.id)
    return View(deliberation, said, await uow.deliberations.taps_in(deliberation.id))


async def redraw_for(wish: Wish, uow: UnitOfWork) -> None:
    """Its deliberations are drawn anew wherever they are shown, as its cards are; now, or once the bot can write."""
    for each in await uow.deliberations.of(wish.id):
        chats = list(await uow.chats.bound(wish.estate_key, Purpose.STAFF))
        if each.form is not Form.COORDINATION and wish.has_card:
            chats.append(await uow.chats.get(wish.chat_id))
        for chat in chats:
            await announcing.draw(chat, deliberation_lines.slot_of(each.id), use=ChatUse.WISHES, uow=uow)
            if each.outcome is not None:
                slot = deliberation_lines.minutes_slot(each.id)
                await announcing.draw(chat, slot, use=ChatUse.WISHES, uow=uow)


# ---- ending, minutes ------------------------------------------------------------------------------------------------


async def end(*, actor: Actor, deliberation_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """Close it before its day.

    Raises:
        DeliberationOver: it is closed.
        WishGone, NotAllowed: see `find`.
    """
    act = Act.OPEN_DELIBERATION
    wish, deliberation = await find(actor=actor, deliberation_id=deliberation_id, uow=uow, act=act, lock=True)
    if not deliberation.is_open:
        raise refusals.DeliberationOver(number=str(wish.number))
    estate = standing.estate_of(wish.estate_key, actor)
    closed = rules.close(deliberation, now=now, zone=estate.time_zone, by=_by(actor, wish))
    await uow.deliberations.save(closed)
    wish = await clocks.refresh(wish, estate, uow=uow)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def to_minute(*, actor: Actor, deliberation_id: int, uow: UnitOfWork) -> tuple[Wish, Deliberation]:
    """Before the minutes' dialog opens.

    Raises:
        MinutesWritten: they stand already.
        WishGone, NotAllowed: see `find`.
    """
    act = Act.OPEN_DELIBERATION
    wish, deliberation = await find(actor=actor, deliberation_id=deliberation_id, uow=uow, act=act)
    if deliberation.outcome is not None:
        raise refusals.MinutesWritten(number=str(wish.number))
    return wish, deliberation


async def write_minutes(
    *, actor: Actor, deliberation_id: int, outcome: Outcome, words: str, uow: UnitOfWork, now: datetime
) -> tuple[Wish, Deliberation]:
    """Say what came of it: shown where it was argued, told in private to everybody who took a side.

    Raises:
        MinutesWritten: they stand already.
        EmptyWords, TooLong: see `wishes.clean_words`.
        WishGone, NotAllowed: see `find`.
    """
    act = Act.OPEN_DELIBERATION
    wish, deliberation = await find(actor=actor, deliberation_id=deliberation_id, uow=uow, act=act, lock=True)
    minuted = rules.minute(
        deliberation,
        outcome=outcome,
        words=wishes.clean_words(words, max_chars=rules.MAX_MINUTES_CHARS),
        by=_by(actor, wish),
        by_id=actor.person.id,
        number=str(wish.number),
        now=now,
    )
    await uow.deliberations.save(minuted)
    estate = standing.estate_of(wish.estate_key, actor)
    wish = await clocks.refresh(wish, estate, uow=uow)  # it may have ended by them, before its day
    await intakes.staff_acted(estate, uow=uow, now=now)
    await uow.outbox.put(MinutesWritten(wish.id, minuted.id))
    return wish, minuted


# ---- what falls due -------------------------------------------------------------------------------------------------


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.deliberations.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Deliberations end on their day; those who owe minutes are reminded after 3 and 7 days. Returns how many."""
    due = await uow.deliberations.due(now, limit=MOST_AT_ONCE)
    for each in due:
        wish = await uow.wishes.lock(each.wish_id)
        deliberation = await uow.deliberations.get(each.id)
        # Met by another process, or ended by hand, while this one waited for the wish: nothing is left to do.
        if deliberation.next_at is not None and deliberation.next_at <= now:
            await _meet(wish, deliberation, estates.get(wish.estate_key), uow=uow, now=now)
    return len(due)


async def _meet(
    wish: Wish, deliberation: Deliberation, estate: Estate | None, *, uow: UnitOfWork, now: datetime
) -> None:
    out_of_sight = deliberation.form is not Form.COORDINATION and not wish.is_public
    if estate is None or wish.is_gone or wish.state is wishes.State.WITHDRAWN or out_of_sight:
        await uow.deliberations.save(rules.drop(deliberation, now=now))
        await uow.outbox.put(WishChanged(wish.id))
        return
    zone = estate.time_zone
    if deliberation.is_open:
        # Slept through, its end is its day all the same: what is owed is counted from there.
        closed = rules.close(deliberation, now=deliberation.closes_at, zone=zone)
        await uow.deliberations.save(closed)
        await desks.tell(estate, deliberation_lines.over(wish, closed), uow=uow)
        await uow.outbox.put(WishChanged(wish.id))
        return
    nagged = rules.nag(deliberation, zone=zone)
    while nagged.next_at is not None and nagged.next_at <= now:  # away for long: one reminder, not two at once
        nagged = rules.nag(nagged, zone=zone)
    await uow.deliberations.save(nagged)
    await desks.tell(estate, deliberation_lines.minutes_wanted(wish, nagged, now=now), uow=uow)
    await uow.outbox.put(MinutesOverdue(wish.id, nagged.id))


# ---- the officer ----------------------------------------------------------------------------------------------------


def is_officer(deliberation: Deliberation, telegram_id: int) -> bool:
    return deliberation.officer is not None and deliberation.officer.telegram_id == telegram_id


def voice_in(actor: Actor, wish: Wish) -> tuple[Voice, str]:
    """As whom the actor speaks of this wish, and under which name."""
    return rules.voice_of(actor.person.telegram_id, standing.estate_of(wish.estate_key, actor), wish.place)
