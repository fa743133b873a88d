"""Passing a wish on to another body: recorded, told in the staff chat; taken back as long as nobody there acted."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, referrals, wishes
from bot.domain.buttons import data
from bot.domain.desk_refusals import NotYourReferral, TooLateToPassBack
from bot.domain.notices import WishChanged
from bot.domain.people import Body, Estate
from bot.domain.referrals import Referral
from bot.domain.rights import Act
from bot.domain.wishes import Wish
from bot.messages import Actor, Arg, Button, Line, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import answers, clocks, desks, intakes, standing


def _lists(estate: Estate, body: Body) -> tuple[str, ...]:
    return tuple(speaker.name for speaker in estate.speakers.values() if speaker.body is body)


async def may_be_referred_to(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> tuple[Wish, list[Body]]:
    """The wish, and the bodies it may be passed on to; before it is asked to which.

    Raises:
        StaysThere, WishClosed, …: why it cannot be passed on to anybody.
        NobodyThere: there is no other body in this estate.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.REFER_WISH, uow)
    estate = standing.estate_of(wish.estate_key, actor)
    passed_on = await uow.referrals.of(wish.id)
    speaker, possible, why = answers.speaker_for(actor, wish), [], None
    for body in referrals.BODIES:
        try:
            referrals.check(
                *(wish, passed_on),
                to=body,
                by=speaker,
                person_id=actor.person.id,
                listed=bool(_lists(estate, body)),
            )
        except errors.Refused as refused:
            why = refused
        else:
            possible.append(body)
    if not possible and why is not None:
        raise why
    return wish, possible


async def refer_wish(
    *, actor: Actor, wish_id: int, to: Body, words: str, uow: UnitOfWork, now: datetime
) -> tuple[Wish, Referral]:
    """Pass it on. Who had it in hand themselves has it no longer; where it stands is not changed otherwise.

    Raises:
        AlreadyTheirs, StaysThere, NobodyThere, AlreadyTaken, WishClosed: see `referrals.check`.
        TooLong: more than `referrals.MAX_CHARS`.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.REFER_WISH, uow)
    estate = standing.estate_of(wish.estate_key, actor)
    speaker = answers.speaker_for(actor, wish)
    passed_on = await uow.referrals.of(wish.id)
    names = _lists(estate, to)
    referrals.check(wish, passed_on, to=to, by=speaker, person_id=actor.person.id, listed=bool(names))
    words = wishes.clean_words(words, max_chars=referrals.MAX_CHARS) if words.strip() else ""
    if wish.taken_by == actor.person.id:
        wish = await answers.hand_back_wish(actor=actor, wish_id=wish.id, uow=uow, now=now)
    referral = await uow.referrals.add(wish_id=wish.id, by=speaker, by_id=actor.person.id, to=to, words=words, now=now)
    wish = await clocks.refresh(wish, estate, uow=uow)
    await intakes.staff_acted(estate, uow=uow, now=now)
    await uow.outbox.put(WishChanged(wish.id))
    await desks.tell(estate, _told(wish, referral, names), uow=uow)
    return wish, referral


def _told(wish: Wish, referral: Referral, names: tuple[str, ...]) -> Reply:
    """To the staff of that body, by name, below everything else in the staff chat."""
    lines = [
        Line("referred-told", {**_args(wish, referral), "names": Texts(names)}),
    ]
    if referral.words:
        lines.append(Line("preview-words", {"words": referral.words}))
    rows = (
        (Button("button-take", data("take", wish.id)), Button("button-answer", data("answer", wish.id))),
        (Button("button-unrefer", data("unrefer", referral.id, wish.id)), Button("button-more", data("more", wish.id))),
    )
    return Reply(tuple(lines), buttons=rows)


def _args(wish: Wish, referral: Referral) -> dict[str, Arg]:
    return {
        "number": str(wish.number),
        "to": Term(f"body-{referral.to}"),
        "body": Term(f"body-{referral.by.body}"),
        "name": referral.by.name,
    }


async def take_back(*, actor: Actor, referral_id: int, wish_id: int, uow: UnitOfWork) -> Wish:
    """Whoever passed it on takes that back, until somebody acted on it.

    Raises:
        TooLateToPassBack: taken in hand, answered or passed on again since; or taken back before.
        NotYourReferral: somebody else passed it on.
        WishGone: a made-up button.
    """
    wish = await standing.wish_to_change(wish_id, actor, Act.REFER_WISH, uow)
    passed_on = await uow.referrals.of(wish.id)
    last = passed_on[-1] if passed_on else None
    if last is None or last.id != referral_id:
        raise TooLateToPassBack(number=str(wish.number))
    if last.by_id != actor.person.id:
        raise NotYourReferral(name=last.by.name)
    answered = [each for each in await uow.answers.of(wish.id) if each.answered_at > last.at]
    if wish.taken_by is not None or answered:
        raise TooLateToPassBack(number=str(wish.number))
    await uow.referrals.take_back(last.id)
    wish = await clocks.refresh(wish, actor.estate_named(wish.estate_key), uow=uow)
    await uow.outbox.put(WishChanged(wish.id))
    return wish
