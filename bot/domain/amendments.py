"""What an author may still do with a wish: change it for some minutes, add to it later, withdraw it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import errors, takedowns
from bot.domain.guess import guess
from bot.domain.places import Place
from bot.domain.whereabouts import whereabouts_of
from bot.domain.wishes import Display, State, Wish, clean_words

EDITABLE_FOR = timedelta(minutes=5)
UNDOABLE_FOR = timedelta(minutes=2)
MOST_ADDITIONS = 5  #: to one wish
MAX_ADDITION_CHARS = 500
MAX_WITHDRAWAL_CHARS = 200


@dataclass(frozen=True, slots=True)
class Addition:
    """What the author added after the wish could not be changed any more."""

    id: int
    wish_id: int
    words: str
    photo: str | None  #: key of `files`
    added_at: datetime


class WithdrawalReason(StrEnum):
    SOLVED = "solved"
    MISTAKE = "mistake"
    NO_MORE = "no-more"  #: does not want to any more
    OTHER = "other"  #: in words


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The author took the wish back. What it was before stays with it, for `UNDOABLE_FOR`."""

    wish_id: int
    reason: WithdrawalReason | None  #: None: they did not say
    words: str
    withdrawn_at: datetime
    state_before: State
    next_date_before: date | None


def may_edit(wish: Wish, *, followed: bool, now: datetime) -> bool:
    """Until anybody stood by it, took it in hand or answered it, and for `EDITABLE_FOR` at most."""
    untouched = wish.state is State.OPEN and wish.taken_by is None and wish.display is Display.SHOWN and not followed
    return untouched and now - wish.filed_at < EDITABLE_FOR


def edited(
    wish: Wish,
    *,
    words: str,
    place: Place | None,
    said: str,
    photo: str | None,
    chat_place: Place,
    followed: bool,
    now: datetime,
) -> Wish:
    """Return the wish as changed. What was guessed from the old words is guessed anew, what was chosen stays.

    `place`: as chosen now, in the words `said`; None: as it stands. `chat_place`: of the building's chat.

    Raises:
        EditingOver: see `may_edit`.
        EmptyWords, TooLong: see `clean_words`.
    """
    if not may_edit(wish, followed=followed, now=now):
        raise errors.EditingOver(number=str(wish.number))
    words = clean_words(words)
    before, after = guess(wish.words), guess(words)
    category = after.category if wish.category is before.category else wish.category
    there, chosen = _place_after(wish, words, place, said, chat_place)
    unmoved = place is None and words == wish.words
    where = wish.where if unmoved else whereabouts_of(words, there, chosen=chosen)
    return replace(wish, words=words, category=category, place=there, where=where, photo=photo)


def _place_after(wish: Wish, words: str, place: Place | None, said: str, chat_place: Place) -> tuple[Place, str | None]:
    """The place after an edit, and what it was chosen by; None: the words say it."""
    if place is not None:
        return (place.or_else(chat_place) if place.is_stated else place), said
    if guessed_place(wish.words, chat_place) == wish.place:
        return guessed_place(words, chat_place), None
    return wish.place, ""


def guessed_place(words: str, chat_place: Place) -> Place:
    """As filing guesses it: within the building whose chat it goes to, unless it is the estate's."""
    guessed = guess(words)
    return guessed.place if guessed.whole_estate else guessed.place.or_else(chat_place)


def check_addition(wish: Wish, *, additions: int) -> None:
    """Let the author add to the wish, or refuse.

    Raises:
        TooManyAdditions: `MOST_ADDITIONS` are there.
        WishClosed: withdrawn. WishBeingChecked, WishTakenDown: out of sight.
    """
    takedowns.check_in_sight(wish)
    if additions >= MOST_ADDITIONS:
        raise errors.TooManyAdditions(most=MOST_ADDITIONS)


def withdraw(wish: Wish) -> Wish:
    """Return the wish, withdrawn. One that is being checked may be.

    Raises:
        WishClosed: it has ended.
        WishTakenDown: it is out of sight for good.
    """
    if wish.display is Display.REMOVED:
        raise errors.WishTakenDown(number=str(wish.number))
    if wish.has_ended:
        raise errors.WishClosed(number=str(wish.number))
    return replace(wish, state=State.WITHDRAWN, next_date=None)


def take_back_withdrawal(wish: Wish, withdrawal: Withdrawal | None, *, now: datetime) -> Wish:
    """Return the wish as it was before.

    Raises:
        UndoTooLate: after `UNDOABLE_FOR`; or it is not withdrawn (any more).
    """
    if wish.state is not State.WITHDRAWN or withdrawal is None or now - withdrawal.withdrawn_at >= UNDOABLE_FOR:
        raise errors.UndoTooLate(number=str(wish.number))
    # Whoever had claimed it was let go when it was withdrawn.
    in_nobodys_hands = withdrawal.state_before is State.TAKEN and wish.taken_by is None
    state = State.OPEN if in_nobodys_hands else withdrawal.state_before
    return replace(wish, state=state, next_date=withdrawal.next_date_before)
