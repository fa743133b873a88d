"""Voice notes: heard by those who may, written down in one line; the author may say it better."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import categories, errors, rights, voices
from bot.domain.notices import VoiceWritten, WishChanged
from bot.domain.rights import Act
from bot.domain.scopes import ENTIRE, Scope, of_place
from bot.domain.wishes import Visibility, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import clocks, standing


@dataclass(frozen=True, slots=True)
class Waiting:
    """The next voice note to be written down, and how many there are."""

    wish: Wish
    total: int


def may_listen(actor: Actor) -> None:
    """Let the actor listen to voice notes that wait, or refuse; see `standing.estate_for`."""
    standing.estate_for(actor, Act.TRANSCRIBE_WISH, somewhere=True)


async def next_waiting(*, actor: Actor, after: int, uow: UnitOfWork) -> Waiting | None:
    """The oldest note of the actor's estate that waits, behind the wish of this id; after the last comes the first.

    Raises:
        OnlyInPrivate: a voice is not played before everybody.
        NotAResident, NotAllowed: see `standing.estate_for`.
    """
    standing.require_private(actor)
    estate = standing.estate_for(actor, Act.TRANSCRIBE_WISH, somewhere=True)
    within = standing.places_for(actor, Act.TRANSCRIBE_WISH, estate.key)
    nodes = [ENTIRE] if within is None else [of_place(place) for place in within]
    committee_too = all(_hears_all(actor, estate.key, at) for at in nodes)
    for start in (after, 0):
        found = await uow.transcripts.waiting(
            estate.key, committee_too=committee_too, within=within, after=start, limit=1
        )
        if found:
            total = await uow.transcripts.count_waiting(estate.key, committee_too=committee_too, within=within)
            return Waiting(found[0], total)
    return None


def _hears_all(actor: Actor, estate_key: str, at: Scope) -> bool:
    """What its author gave to the committee alone is heard by those who read staff matters, by no helper."""
    return bool(actor.roles_at(estate_key, at) & rights.RIGHTS[Act.READ_STAFF])


async def wish_to_transcribe(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The wish of a button, before its dialog opens.

    Raises:
        WishGone: there is none, or not for these ears.
        NotAResident, NotAllowed: the role may not.
        NoVoiceHere, AlreadyWritten: nothing is left to write.
    """
    try:
        wish = await uow.wishes.get(wish_id)
    except LookupError:
        raise errors.WishGone from None
    _may_hear(wish, actor)
    voices.check_transcribing(wish)
    return wish


def _may_hear(wish: Wish, actor: Actor) -> None:
    """In the staff chat or in private: neighbours' groups never hear a voice."""
    if not actor.chat.private and not rights.sees_staff_matters(actor.chat, wish.estate_key):
        raise errors.WishGone
    at = of_place(wish.place)
    standing.require(actor, Act.TRANSCRIBE_WISH, wish.estate_key, at)
    if wish.visibility is Visibility.COMMITTEE and not _hears_all(actor, wish.estate_key, at):
        raise errors.WishGone


async def transcribe_wish(*, actor: Actor, wish_id: int, words: str, uow: UnitOfWork, now: datetime) -> Wish:
    """Write the line. The card goes out as the author chose, and they are told; the first line stands.

    Raises:
        WishGone, NotAResident, NotAllowed: see `wish_to_transcribe`.
        NoVoiceHere, AlreadyWritten, EmptyWords, TooLong: see `voices.transcribe`.
    """
    wish = await _locked(wish_id, uow)
    _may_hear(wish, actor)
    home = await uow.chats.get(wish.chat_id)
    wish = voices.transcribe(wish, words, home=home.place)
    estate = actor.estate_named(wish.estate_key)
    wish = replace(wish, category=categories.kept(wish.category, categories.of(estate)))
    await uow.wishes.save(wish)
    wish = await clocks.refresh(wish, estate, uow=uow)
    await uow.transcripts.add(wish.id, actor.person, now=now)
    await uow.outbox.put(VoiceWritten(wish.id))
    return wish


async def wish_to_retell(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> Wish:
    """The author's own wish, before they say it better.

    Raises:
        OnlyInPrivate: it is between them and the bot.
        WishGone: somebody else's, or none.
        NoVoiceHere, WishClosed: see `voices.check_retelling`.
    """
    standing.require_private(actor)
    try:
        wish = await uow.wishes.get(wish_id)
    except LookupError:
        raise errors.WishGone from None
    _may_retell(wish, actor)
    voices.check_retelling(wish, author_id=actor.person.id)
    return wish


async def retell_wish(*, actor: Actor, wish_id: int, words: str, uow: UnitOfWork, now: datetime) -> Wish:
    """Put the author's own words in place of the line; the cards change.

    Raises:
        OnlyInPrivate, WishGone, NoVoiceHere, WishClosed: see `wish_to_retell`.
        EmptyWords, TooLong: see `wishes.clean_words`.
    """
    standing.require_private(actor)
    wish = await _locked(wish_id, uow)
    _may_retell(wish, actor)
    home = await uow.chats.get(wish.chat_id)
    wish = voices.retell(wish, words, author_id=actor.person.id, home=home.place)
    estate = actor.estate_named(wish.estate_key)
    wish = replace(wish, category=categories.kept(wish.category, categories.of(estate)))
    await uow.wishes.save(wish)
    wish = await clocks.refresh(wish, estate, uow=uow)
    await uow.transcripts.corrected(wish.id, now=now)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


def _may_retell(wish: Wish, actor: Actor) -> None:
    if wish.author_id != actor.person.id:
        raise errors.WishGone
    rights.require(Act.FILE_WISH, actor.roles_in(wish.estate_key), telegram_id=actor.person.telegram_id)


async def _locked(wish_id: int, uow: UnitOfWork) -> Wish:
    try:
        return await uow.wishes.lock(wish_id)
    except LookupError:
        raise errors.WishGone from None
