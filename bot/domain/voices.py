"""A voice note and the line of text that stands for it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import errors
from bot.domain.guess import guess
from bot.domain.places import Place
from bot.domain.whereabouts import whereabouts_of
from bot.domain.wishes import Category, Kind, Wish, clean_words

MAX_LINE_CHARS = 200  #: one line, for a card that is read at a glance
MAX_BYTES = 20 * 1024 * 1024  #: more no bot can fetch (Bot API, getFile)


@dataclass(frozen=True, slots=True)
class Transcript:
    """Who wrote the line, and when. The line itself is the wish's words."""

    wish_id: int
    person_id: int
    name: str  #: as it was then
    written_at: datetime
    corrected_at: datetime | None = None  #: when the author put it in words of their own


def check(*, length_s: int, size_bytes: int | None, longest_s: int) -> None:
    """Let a voice note in.

    Raises:
        VoiceTooLong: longer than `longest_s`, or too large for a bot to fetch.
    """
    if length_s > longest_s or (size_bytes or 0) > MAX_BYTES:
        raise errors.VoiceTooLong(minutes=max(1, longest_s // 60))


def transcribe(wish: Wish, line: str, *, home: Place) -> Wish:
    """Return the wish with a line of text for what its author said. `home`: the place of its building chat.

    Raises:
        NoVoiceHere, AlreadyWritten: see `check_transcribing`.
        EmptyWords, TooLong: see `clean_words`.
    """
    check_transcribing(wish)
    return _told(wish, one_line(clean_words(line, max_chars=MAX_LINE_CHARS)), home)


def one_line(words: str) -> str:
    return " ".join(words.split())


def check_retelling(wish: Wish, *, author_id: int) -> None:
    """Let the author say it in words of their own, or refuse.

    Raises:
        WishGone: somebody else's.
        NoVoiceHere: what they said they wrote themselves.
        WishClosed: it has ended.
    """
    if wish.author_id != author_id:
        raise errors.WishGone
    if wish.voice is None:
        raise errors.NoVoiceHere(number=str(wish.number))
    if wish.has_ended:
        raise errors.WishClosed(number=str(wish.number))


def retell(wish: Wish, words: str, *, author_id: int, home: Place) -> Wish:
    """Return the wish in its author's own words.

    Raises:
        WishGone, NoVoiceHere, WishClosed: see `check_retelling`.
        EmptyWords, TooLong: see `clean_words`.
    """
    check_retelling(wish, author_id=author_id)
    return _told(wish, clean_words(words), home)


def check_transcribing(wish: Wish) -> None:
    """Let somebody write the line, or refuse.

    Raises:
        NoVoiceHere: there is no voice note.
        AlreadyWritten: it has words already; the first line stands.
    """
    if wish.voice is None:
        raise errors.NoVoiceHere(number=str(wish.number))
    if not wish.waits_for_words:
        raise errors.AlreadyWritten(number=str(wish.number))


def _told(wish: Wish, words: str, home: Place) -> Wish:
    """With these words, and what they say; but what the author chose themselves stays."""
    kind, category, place = _meant(wish.words, home)
    new_kind, new_category, new_place = _meant(words, home)
    place = new_place if wish.place == place else wish.place
    return replace(
        wish,
        words=words,
        kind=new_kind if wish.kind is kind else wish.kind,
        category=new_category if wish.category is category else wish.category,
        place=place,
        where=whereabouts_of(words, place),
    )


def _meant(words: str, home: Place) -> tuple[Kind, Category, Place]:
    """What is filed with these words if nobody changes it."""
    guessed = guess(words)
    place = guessed.place if guessed.whole_estate else guessed.place.or_else(home)
    return guessed.kind, guessed.category, place
