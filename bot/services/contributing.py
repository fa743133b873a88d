"""What is said in a deliberation: arguments, statements, notes, questions and their answers; and how it is tapped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import deliberation_refusals as refusals
from bot.domain import deliberations as rules
from bot.domain import errors, rights, wishes
from bot.domain.deliberations import Contribution, Deliberation, Part, Side, Tap, Voice
from bot.domain.notices import HearingAnswered, HearingAsked, WishChanged
from bot.domain.rights import Act
from bot.domain.wishes import Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import deliberations, standing


async def may_say(
    *, actor: Actor, deliberation_id: int, part: Part, uow: UnitOfWork, now: datetime
) -> tuple[Wish, Deliberation, Voice]:
    """Before anything is asked; returns as whom they speak as well.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        DeliberationOver, NotThisForm, SpeaksForABody, NotAVoice, NotAnExpert, SaidEnough: see `deliberations`.
        WishGone, …: see `deliberations.find`.
    """
    standing.require_away_from_neighbours(actor)
    wish, deliberation = await deliberations.find(actor=actor, deliberation_id=deliberation_id, uow=uow)
    voice, _ = await _check(wish, deliberation, part, actor=actor, uow=uow, now=now)
    return wish, deliberation, voice


async def _check(
    wish: Wish, deliberation: Deliberation, part: Part, *, actor: Actor, uow: UnitOfWork, now: datetime
) -> tuple[Voice, str]:
    voice, name = deliberations.voice_in(actor, wish)
    rules.check_says(
        *(deliberation, await uow.deliberations.said_in(deliberation.id)),
        part=part,
        voice=voice,
        person_id=actor.person.id,
        number=str(wish.number),
        now=now,
    )
    return voice, name


async def say(
    *,
    actor: Actor,
    deliberation_id: int,
    part: Part,
    side: Side | None,
    words: str,
    photos: tuple[str, ...],
    uow: UnitOfWork,
    now: datetime,
) -> tuple[Wish, Contribution]:
    """Say it, under the name of a voice or, as a resident, under none. A voice's statement replaces its last.

    Raises: see `may_say`; EmptyWords, TooLong: see `wishes.clean_words`.
    """
    wish, deliberation = await deliberations.find(actor=actor, deliberation_id=deliberation_id, uow=uow, lock=True)
    voice, name = await _check(wish, deliberation, part, actor=actor, uow=uow, now=now)
    if part is Part.STATEMENT:
        for each in await uow.deliberations.said_in(deliberation.id):
            if each.person_id == actor.person.id and each.part is part and each.is_shown:
                await uow.deliberations.save_contribution(_taken_back(each))
    contribution = await uow.deliberations.say(
        Contribution(
            id=0,
            deliberation_id=deliberation.id,
            wish_id=wish.id,
            number=0,
            person_id=actor.person.id,
            part=part,
            voice=voice,
            side=side,
            name=name,
            words=wishes.clean_words(words, max_chars=rules.MAX_CHARS),
            photos=photos if part is Part.NOTE else (),
            said_at=now,
        )
    )
    asked = part is Part.QUESTION
    await uow.outbox.put(HearingAsked(wish.id, contribution.id) if asked else WishChanged(wish.id))
    return wish, contribution


def _taken_back(contribution: Contribution) -> Contribution:
    return replace(contribution, off_by="author", words="")


async def _find(
    *, actor: Actor, contribution_id: int, uow: UnitOfWork, lock: bool, act: Act = Act.JOIN_DELIBERATION
) -> tuple[Wish, Deliberation, Contribution]:
    try:
        deliberation_id = (await uow.deliberations.contribution(contribution_id)).deliberation_id
    except LookupError:
        raise errors.WishGone from None
    wish, deliberation = await deliberations.find(
        actor=actor, deliberation_id=deliberation_id, uow=uow, act=act, lock=lock
    )
    return wish, deliberation, await uow.deliberations.contribution(contribution_id)


async def contribution_to_read(
    *, actor: Actor, contribution_id: int, uow: UnitOfWork
) -> tuple[Wish, Deliberation, Contribution]:
    """What somebody said, with its pictures.

    Raises:
        OnlyInPrivate: in a building's group.
        ButtonTooOld: it is not shown any more.
        WishGone, …: see `deliberations.find`.
    """
    standing.require_away_from_neighbours(actor)
    act = Act.READ_DELIBERATION
    wish, deliberation, said = await _find(actor=actor, contribution_id=contribution_id, uow=uow, lock=False, act=act)
    if not said.is_shown:
        raise errors.ButtonTooOld
    return wish, deliberation, said


async def take_off(*, actor: Actor, contribution_id: int, uow: UnitOfWork) -> tuple[Wish, Contribution]:
    """Who said it takes it back for good; who may open deliberations folds it, and pressed again puts it back.

    Raises:
        NotYourWords: anybody else.
        ButtonTooOld: it was taken back.
        OnlyInPrivate, WishGone, …: see `deliberations.find`.
    """
    standing.require_away_from_neighbours(actor)
    wish, _, said = await _find(actor=actor, contribution_id=contribution_id, uow=uow, lock=True)
    if said.off_by == "author":
        raise errors.ButtonTooOld
    if said.person_id == actor.person.id and said.is_shown:
        said = _taken_back(said)
    elif standing.roles_for(wish, actor) & rights.RIGHTS[Act.OPEN_DELIBERATION]:
        said = replace(said, off_by="staff" if said.is_shown else None)
    else:
        raise refusals.NotYourWords
    await uow.deliberations.save_contribution(said)
    await uow.outbox.put(WishChanged(wish.id))
    return wish, said


# ---- taps -----------------------------------------------------------------------------------------------------------


async def tap(
    *, actor: Actor, contribution_id: int, tap: Tap, uow: UnitOfWork, now: datetime
) -> tuple[Wish, Contribution]:
    """Count how somebody finds what was said; one tap each, which may be changed until it is over.

    Raises:
        DeliberationOver, ButtonTooOld: see `deliberations.check_tap`.
        WishGone, …: see `deliberations.find`.
    """
    wish, deliberation, said = await _find(actor=actor, contribution_id=contribution_id, uow=uow, lock=True)
    rules.check_tap(deliberation, said, number=str(wish.number), now=now)
    if await uow.deliberations.set_tap(said.id, actor.person.id, tap, now=now) is not tap:
        await uow.outbox.put(WishChanged(wish.id))
    return wish, said


async def next_to_tap(
    *, actor: Actor, deliberation_id: int, after: int, uow: UnitOfWork, now: datetime
) -> tuple[Wish, Deliberation, Contribution | None]:
    """The next thing that this person has not tapped, behind number `after` or from the beginning; None: none is left.

    What they said themselves is not put to them.

    Raises:
        OnlyInPrivate: in a group.
        WishGone, …: see `deliberations.find`.
    """
    standing.require_private(actor)
    wish, deliberation = await deliberations.find(actor=actor, deliberation_id=deliberation_id, uow=uow)
    if not deliberation.is_open or now >= deliberation.closes_at:
        raise refusals.DeliberationOver(number=str(wish.number))
    tapped = await uow.deliberations.taps_of(deliberation.id, actor.person.id)
    left = [
        each
        for each in await uow.deliberations.said_in(deliberation.id)
        if each.is_tapped and each.id not in tapped and each.person_id != actor.person.id
    ]
    behind = [each for each in left if each.number > after]
    return wish, deliberation, next(iter(behind or left), None)


# ---- the officer ----------------------------------------------------------------------------------------------------


async def to_answer(
    *, actor: Actor, contribution_id: int, uow: UnitOfWork, lock: bool = False
) -> tuple[Wish, Deliberation, Contribution]:
    """A question of a hearing, for its officer; they may answer after it is closed, until the minutes are written.

    Raises:
        NotTheOfficer: somebody else answers.
        QuestionAnswered: it is answered.
        ButtonTooOld: it was taken back, or is no question.
        MinutesWritten: too late.
        OnlyInPrivate, WishGone, …: see `deliberations.find`.
    """
    standing.require_away_from_neighbours(actor)
    wish, deliberation, said = await _find(actor=actor, contribution_id=contribution_id, uow=uow, lock=lock)
    if said.part is not Part.QUESTION or not said.is_shown or deliberation.officer is None:
        raise errors.ButtonTooOld
    if not deliberations.is_officer(deliberation, actor.person.telegram_id):
        raise refusals.NotTheOfficer(name=deliberation.officer.name)
    if said.replied_at is not None:
        raise refusals.QuestionAnswered
    if deliberation.outcome is not None:
        raise refusals.MinutesWritten(number=str(wish.number))
    return wish, deliberation, said


async def answer(*, actor: Actor, contribution_id: int, words: str, uow: UnitOfWork, now: datetime) -> Wish:
    """Answer it, for everybody to read; who asked is told.

    Raises: see `to_answer`; EmptyWords, TooLong: see `wishes.clean_words`.
    """
    wish, _, said = await to_answer(actor=actor, contribution_id=contribution_id, uow=uow, lock=True)
    reply = wishes.clean_words(words, max_chars=rules.MAX_CHARS)
    await uow.deliberations.save_contribution(replace(said, reply=reply, replied_at=now))
    await uow.outbox.put(HearingAnswered(wish.id, said.id))
    return wish
