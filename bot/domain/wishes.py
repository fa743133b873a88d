"""The micro-wish and its rules. Pure: time is passed in, nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import clock_refusals, errors, workdays
from bot.domain.category import Category as Category
from bot.domain.people import Estate, Speaker
from bot.domain.places import Place
from bot.domain.whereabouts import NOWHERE, Whereabouts

MAX_CHARS = 1000  #: of a wish's words: a card of them stays far below Telegram's 4096
MAX_ANSWER_CHARS = 800
FARTHEST_DAYS = 730  #: of what is put off
PROMISE_WITHIN_DAYS = 45  #: calendar days, as those count who wait
NO_WORDS = "—"  #: stands where an author took their words along
WITH_MEDIATOR = "——"  #: stands where they are a mediator's alone: it is a quarrel


class Kind(StrEnum):
    WANT = "want"
    OFFER = "offer"
    SUGGESTION = "suggestion"


class Visibility(StrEnum):
    """Who may see the wish, chosen by its author on the preview."""

    PUBLIC = "public"  #: in the group under the author's name
    NAMELESS = "nameless"  #: in the group; neighbours see the building at most, staff see the place but no name
    COMMITTEE = "committee"  #: staff only: no card, list, search result or count in public


class State(StrEnum):
    OPEN = "open"  #: filed, nobody has it in hand
    TAKEN = "taken"  #: a speaker has it in hand
    PROMISED = "promised"  #: with a date
    LATER = "later"  #: put off until a day on which it comes back by itself
    RETURNED = "returned"  #: reported done, and those affected said that it is not: back with the body, with a date
    DECLINED = "declined"  #: this time not, with a reason
    ANSWERED = "answered"  #: answered, nothing promised
    DONE = "done"
    WITHDRAWN = "withdrawn"  #: by its author


ENDED = frozenset({State.DECLINED, State.ANSWERED, State.DONE, State.WITHDRAWN})


class Display(StrEnum):
    """Whether neighbours see what the wish says; beside its state, so that nothing is lost when it comes back."""

    SHOWN = "shown"
    CHECKING = "checking"  #: folded until a moderator has looked
    REMOVED = "removed"  #: taken down, with a reason


class Stance(StrEnum):
    """How a neighbour stands to a wish; each of them follows it."""

    JOIN = "join"  #: same here
    SUPPORT = "support"
    HELP = "help"  #: I can help


class AnswerKind(StrEnum):
    PROMISE = "promise"
    DECLINE = "decline"
    REPLY = "reply"
    DONE = "done"
    LATER = "later"


#: Answers that name a day.
DATED = frozenset({AnswerKind.PROMISE, AnswerKind.LATER})

_STATE_AFTER = {
    AnswerKind.PROMISE: State.PROMISED,
    AnswerKind.DECLINE: State.DECLINED,
    AnswerKind.REPLY: State.ANSWERED,
    AnswerKind.DONE: State.DONE,
    AnswerKind.LATER: State.LATER,
}


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """What somebody said instead of writing it. Who hears it knows who speaks: it is never shown to neighbours."""

    key: str  #: of `files`
    length_s: int  #: whole seconds

    @property
    def length(self) -> str:
        """As every messenger writes it: 0:12."""
        return f"{self.length_s // 60}:{self.length_s % 60:02}"


@dataclass(frozen=True, slots=True)
class Wish:
    id: int
    estate_key: str
    number: int  #: counted within the estate from 1: 第12件
    kind: Kind
    words: str  #: empty while a voice note waits for its line of text
    place: Place
    category: Category
    visibility: Visibility
    state: State
    author_id: int
    author_name: str  #: as it was when filed
    chat_id: int  #: the building chat whose card it is
    filed_at: datetime
    next_date: date | None  #: answer due, promised, or looked at again; None once it has ended
    photo: str | None = None  #: key of `files`
    taken_by: int | None = None  #: person id
    taken_by_name: str | None = None
    where: Whereabouts = NOWHERE  #: for telling wishes apart; nobody is shown it
    display: Display = Display.SHOWN
    voice: VoiceNote | None = None

    @property
    def waits_for_words(self) -> bool:
        """Somebody is yet to write a line of what the author said."""
        return not self.words

    @property
    def has_card(self) -> bool:
        """The building's group has a card of it, whatever it shows; without words there is nothing to be seen."""
        return self.visibility is not Visibility.COMMITTEE and not self.waits_for_words

    @property
    def is_public(self) -> bool:
        """Neighbours may read it: on its card, in lists, in search."""
        return self.has_card and self.display is Display.SHOWN and self.state is not State.WITHDRAWN

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED

    @property
    def is_gone(self) -> bool:
        """Its author was forgotten and took it along, or it is a quarrel; only its number is left."""
        return self.words in (NO_WORDS, WITH_MEDIATOR)

    @property
    def is_with_mediator(self) -> bool:
        """It is a quarrel between neighbours: what it says stands with the mediator alone, also once that is over."""
        return self.words == WITH_MEDIATOR

    def place_for_neighbours(self) -> Place:
        return self.place if self.visibility is Visibility.PUBLIC else self.place.for_neighbours_of_nameless()


@dataclass(frozen=True, slots=True)
class Draft:
    """A wish before it has a number."""

    kind: Kind
    words: str
    place: Place
    category: Category
    visibility: Visibility
    photo: str | None = None
    where: Whereabouts = NOWHERE
    voice: VoiceNote | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many neighbours stand how to a wish."""

    joined: int = 0
    supported: int = 0
    helping: int = 0
    thanked: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body said. It always bears body and name, and a date or an end."""

    id: int
    wish_id: int
    kind: AnswerKind
    words: str  #: may be empty for a promise
    due_on: date | None  #: for a promise; of what is put off: when it is looked at again
    photos: tuple[str, ...]  #: keys of `files`
    speaker: Speaker
    speaker_id: int  #: person id
    answered_at: datetime


def clean_words(words: str, *, max_chars: int = MAX_CHARS) -> str:
    """People's words, trimmed; inner line breaks stay.

    Raises:
        EmptyWords: nothing is left.
        TooLong: more than `max_chars`, so that the person shortens it rather than losing the end.
    """
    kept = "\n".join(line.strip() for line in words.strip().splitlines())
    if not kept:
        raise errors.EmptyWords
    if len(kept) > max_chars:
        raise errors.TooLong(max_chars=max_chars, chars=len(kept))
    return kept


def answer_due(filed_at: datetime, estate: Estate) -> date | None:
    """The estate's working day by which a demand gets its first answer; None: there is none within years."""
    began = estate.local(filed_at).date()
    return workdays.nth_after(began, estate.answer_within_days, workdays=estate.workdays)


def take(wish: Wish, *, person_id: int, name: str) -> Wish:
    """Return the wish in this person's hands.

    Raises:
        WishClosed: it has ended.
        AlreadyTaken: by anybody, this person included.
    """
    if wish.has_ended:
        raise errors.WishClosed(number=str(wish.number))
    if wish.taken_by is not None:
        raise errors.AlreadyTaken(number=str(wish.number), name=wish.taken_by_name or "")
    state = State.TAKEN if wish.state is State.OPEN else wish.state
    return replace(wish, taken_by=person_id, taken_by_name=name, state=state)


def hand_back(wish: Wish, *, person_id: int) -> Wish:
    """Return the wish in nobody's hands.

    Raises:
        NotTakenByYou: somebody else has it, or nobody.
    """
    if wish.taken_by != person_id:
        raise errors.NotTakenByYou(number=str(wish.number))
    state = State.OPEN if wish.state is State.TAKEN else wish.state
    return replace(wish, taken_by=None, taken_by_name=None, state=state)


def check_stance(wish: Wish, *, person_id: int, held: frozenset[Stance], stance: Stance) -> None:
    """Let a neighbour take a stance, or refuse.

    Raises:
        OwnWish: the author; they are with it anyway.
        AlreadyCounted: this stance counts once.
        WishClosed: help for a wish that has ended; anything for one that was withdrawn.
    """
    if wish.author_id == person_id:
        raise errors.OwnWish(number=str(wish.number))
    if wish.state is State.WITHDRAWN:
        raise errors.WishClosed(number=str(wish.number))
    if stance in held:
        raise errors.AlreadyCounted(number=str(wish.number))
    if wish.has_ended and stance is Stance.HELP:
        raise errors.WishClosed(number=str(wish.number))


def end_as_same(wish: Wish, *, as_other: Wish, person_id: int) -> Wish:
    """Return the wish withdrawn by its author, who filed one matter twice or finds it filed by a neighbour.

    Raises:
        NotYourWish: only the author says so.
        WishClosed: one of the two has ended.
        SameWish: it is the same wish, another estate's, or one that not all who follow this one may see.
    """
    if wish.author_id != person_id:
        raise errors.NotYourWish(number=str(wish.number))
    check_same(wish, as_other)
    return replace(wish, state=State.WITHDRAWN, next_date=None)


def check_same(wish: Wish, other: Wish) -> None:
    """Whether the wish can be ended as the same as the other, whoever says so.

    Raises:
        WishClosed: one of the two has ended.
        SameWish: it is the same wish, another estate's, or one that not all who follow this one may see.
    """
    for each in (wish, other):
        if each.has_ended:
            raise errors.WishClosed(number=str(each.number))
    if not may_be_same(wish, other):
        raise errors.SameWish


def may_be_same(wish: Wish, other: Wish) -> bool:
    """Two wishes of one estate; who can see this one can see the other."""
    seen_by_all = other.is_public or (not wish.is_public and other.author_id == wish.author_id)
    return other.id != wish.id and other.estate_key == wish.estate_key and seen_by_all


def check_day(kind: AnswerKind, due_on: date, *, today: date) -> None:
    """Check the day that an answer names.

    Raises:
        DateInPast: before today.
        PromiseTooFar: promised for more than `PROMISE_WITHIN_DAYS` ahead; what takes longer is put off.
        DateTooFar: put off for more than `FARTHEST_DAYS`.
    """
    if due_on < today:
        raise errors.DateInPast(words=due_on.isoformat())
    if kind is AnswerKind.PROMISE and due_on > today + timedelta(days=PROMISE_WITHIN_DAYS):
        raise clock_refusals.PromiseTooFar(days=PROMISE_WITHIN_DAYS)
    if due_on > today + timedelta(days=FARTHEST_DAYS):
        raise errors.DateTooFar(days=FARTHEST_DAYS)


def answer(
    wish: Wish, *, kind: AnswerKind, words: str, due_on: date | None, photos: tuple[str, ...], today: date
) -> Wish:
    """Return the wish as it stands after an answer.

    A done wish may be answered again only as done (another picture); any other end may be taken up again:
    a committee that said no may still promise.

    Raises:
        WishClosed: it was withdrawn, or it is done already and the answer says something else.
        NotADate: a promise without a date, or something put off without one.
        EmptyWords: a decline, a reply or something put off without a reason.
        NotAPhoto: done without a picture.
        DateInPast, PromiseTooFar, DateTooFar: see `check_day`.
    """
    after = answered(wish, kind=kind, due_on=due_on)
    if kind in DATED:
        if due_on is None:
            raise errors.NotADate(words="")
        check_day(kind, due_on, today=today)
    if kind in (AnswerKind.DECLINE, AnswerKind.REPLY, AnswerKind.LATER) and not words:
        raise errors.EmptyWords
    if kind is AnswerKind.DONE and not photos:
        raise errors.NotAPhoto
    return after


def answered(wish: Wish, *, kind: AnswerKind, due_on: date | None) -> Wish:
    """Return the wish as it stands once an answer that was checked before has come out.

    Raises:
        WishClosed: it was withdrawn, or is gone, or it is done already and the answer says something else.
    """
    if wish.state is State.WITHDRAWN or wish.is_gone or (wish.state is State.DONE and kind is not AnswerKind.DONE):
        raise errors.WishClosed(number=str(wish.number))
    return replace(wish, state=_STATE_AFTER[kind], next_date=due_on if kind in DATED else None)


def goes_with_author(wish: Wish, *, followed: bool, answered: bool) -> bool:
    """Whether the wish goes when its author asks to be forgotten: unless somebody else has a stake in it.

    Others have one if a neighbour follows it, a body answered it or has it in hand. What went to the committee alone
    always goes: nobody but the author ever stood by its words.
    """
    return not wish.is_public or not (followed or answered or wish.taken_by not in (None, wish.author_id))


def without_author(wish: Wish, *, photo: str | None) -> Wish:
    """The wish of somebody forgotten, as it stays for the others: without door and voice, and with another picture.

    `photo`: key of the picture that stands in for the author's, if there was one.
    """
    return replace(
        wish,
        voice=None,
        place=replace(wish.place, door=None),
        where=replace(wish.where, door=None),
        photo=photo if wish.photo else None,
    )


def gone(wish: Wish, *, photo: str | None, words: str = NO_WORDS) -> Wish:
    """The wish its author took along: a number that is not given again, and nothing of what it said.

    `words`: `WITH_MEDIATOR` where it is a quarrel.
    """
    state = wish.state if wish.has_ended else State.ANSWERED
    return replace(
        wish,
        words=words,
        voice=None,
        place=Place(building=wish.place.building),
        where=NOWHERE,
        category=Category.OTHER,
        visibility=Visibility.COMMITTEE,
        state=state,
        next_date=None,
        photo=photo if wish.photo else None,
        taken_by=None,
        taken_by_name=None,
    )
