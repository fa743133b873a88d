"""Forgetting a person: reckoned first, then done, in one transaction; what is left stands for nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import rights, stand_in, wishes
from bot.domain.course import Step
from bot.domain.grants import BODIES, GrantState
from bot.domain.notices import WishChanged
from bot.domain.people import Person, Purpose
from bot.domain.personal import Reckoning
from bot.domain.wishes import Counts, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import (
    boards,
    cards,
    claims_under_way,
    course,
    quarrel_sides,
    roles,
    service_questions,
    signups,
    standing,
    thing_ends,
)


@dataclass(frozen=True, slots=True)
class _Filed:
    """What somebody filed, parted into what goes with them and what stays for others."""

    going: Sequence[Wish]
    staying: Sequence[Wish]

    @property
    def photos(self) -> set[str]:
        keys = (wish.photo for wish in (*self.going, *self.staying))
        return {key for key in keys if key is not None and key != stand_in.KEY}

    @property
    def spoken(self) -> Sequence[Wish]:
        return [wish for wish in (*self.going, *self.staying) if wish.voice is not None]


async def reckon(*, actor: Actor, uow: UnitOfWork) -> Reckoning:
    """What would go and what would stay.

    Raises:
        OnlyInPrivate: it is nobody else's business.
    """
    standing.require_private(actor)
    filed = await _filed(actor.person, uow)
    data = uow.person_data
    return Reckoning(
        wishes_go=len(filed.going),
        wishes_stay=len(filed.staying),
        photos_go=len(filed.photos),
        stances_go=await data.count(actor.person, "stances"),
        stances_stay=await data.count(actor.person, "stances_ended"),
        answers_stay=await data.count(actor.person, "answers"),
        thanks_stay=await data.count(actor.person, "thanks"),
        questions_stay=await data.count(actor.person, "service_questions_shown"),
        roles_stay=await data.count(actor.person, "roles"),
        speaks=await _is_listed(actor, uow),
        administers=await data.count(actor.person, "administers") > 0,
    )


async def _is_listed(actor: Actor, uow: UnitOfWork) -> bool:
    """By config.yaml: what was given to them ends with them."""
    given = await uow.grants.of_person(actor.person.id, GrantState.ACCEPTED)
    by_grant = {each.estate_key for each in given if each.terms.role in BODIES}
    staff = rights.RIGHTS[rights.Act.BIND_CHAT]
    return any(foothold.roles & staff for key, foothold in actor.elsewhere.items() if key not in by_grant)


async def forget_me(*, actor: Actor, uow: UnitOfWork, now: datetime) -> None:
    """Do it at once; the last message is all that still goes to them.

    Raises:
        OnlyInPrivate: see `reckon`.
    """
    standing.require_private(actor)
    await forget(actor.person, uow=uow, now=now)


async def forget(person: Person, *, uow: UnitOfWork, now: datetime) -> None:
    """As `forget_me`, for whoever it is done to. The cards change, nobody else is told."""
    await claims_under_way.forget(person, uow=uow, now=now)
    await quarrel_sides.forget(person, uow=uow, now=now)
    await service_questions.forget(person, uow=uow)
    await signups.forget(person, uow=uow, now=now)
    await thing_ends.forget(person, uow=uow, now=now)
    await roles.forget(person, uow=uow, now=now)
    for wish in await uow.person_data.in_hand_of(person.id):
        back = wishes.hand_back(wish, person_id=person.id)
        speaker = await course.in_whose_hands(wish, uow=uow)
        await course.move(wish, back, Step.HANDED_BACK, uow=uow, now=now, speaker=speaker)
        await uow.outbox.put(WishChanged(wish.id))
    for wish in await uow.person_data.open_followed_by(person.id):
        await uow.outbox.put(WishChanged(wish.id))
    for wish_id in await uow.deliberations.heard_from(person.id):
        await uow.outbox.put(WishChanged(wish_id))
    filed = await _filed(person, uow)
    replaced = await uow.files.stand_in() if filed.photos else None
    for wish in filed.staying:
        await _changed(wishes.without_author(wish, photo=replaced), uow)
    for wish in filed.going:
        if wish.is_public:
            await uow.outbox.touch(wish.chat_id, await boards.slot_of(wish, uow))
        await course.move(wish, wishes.gone(wish, photo=replaced), Step.GONE, uow=uow, now=now)
        await uow.outbox.put(WishChanged(wish.id))
    await _take_voices_away(filed.spoken, uow)
    media = {*filed.photos, *(wish.voice.key for wish in filed.spoken if wish.voice)}
    await uow.person_data.forget(person, gone=filed.going, photos=media, now=now)


async def _take_voices_away(spoken: Sequence[Wish], uow: UnitOfWork) -> None:
    """A voice tells who speaks: its message in the staff chat goes too, as far as Telegram still deletes it."""
    for wish in spoken:
        for desk in await uow.chats.of_estate(wish.estate_key, Purpose.STAFF):
            await uow.outbox.remove(desk.id, cards.voice_slot(wish.id))


async def _changed(wish: Wish, uow: UnitOfWork) -> None:
    await uow.wishes.save(wish)
    await uow.outbox.put(WishChanged(wish.id))


async def _filed(person: Person, uow: UnitOfWork) -> _Filed:
    going: list[Wish] = []
    staying: list[Wish] = []
    for wish in await uow.person_data.filed_by(person.id):
        if wish.is_gone:
            continue
        followed = await uow.followers.counts(wish.id) != Counts()
        answered = await uow.answers.last(wish.id) is not None
        (going if wishes.goes_with_author(wish, followed=followed, answered=answered) else staying).append(wish)
    return _Filed(going, staying)
