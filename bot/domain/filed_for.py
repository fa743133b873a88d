"""Filing for another: who brought a neighbour's wish, how it came, and which answers the neighbour was told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import errors
from bot.domain.people import Estate, Person
from bot.domain.places import Place
from bot.domain.scopes import of_place, places_in
from bot.domain.wishes import clean_words

TAKE_BACK_WITHIN = timedelta(minutes=2)  #: "I have told them" can be taken back so long
MAX_NOTE_CHARS = 40  #: of the neighbour's name, and of their door


class Way(StrEnum):
    """How the wish came to whoever files it."""

    VISIT = "visit"  #: at the neighbour's door
    COUNTER = "counter"  #: at the committee's window
    SLIP = "slip"  #: on a piece of paper


class Filer(StrEnum):
    """As what somebody files for another; each has its text `role-…`."""

    CAPTAIN = "captain"
    VOLUNTEER = "volunteer"
    MODERATOR = "moderator"
    PROPERTY = "property"
    OWNERS = "owners"
    COMMITTEE = "committee"


@dataclass(frozen=True, slots=True)
class FiledFor:
    """What is known of a wish that somebody filed for a neighbour. The neighbour's part is for the committee alone."""

    wish_id: int
    filer_id: int  #: person id; the wish's author as far as the bot is concerned
    filer_name: str  #: as config.yaml names them
    filer: Filer
    way: Way
    neighbour_name: str | None = None
    neighbour_door: str | None = None
    slip: str | None = None  #: key of `files`: the photo of the paper


@dataclass(frozen=True, slots=True)
class PassedOn:
    """The filer has told the neighbour of an answer."""

    answer_id: int
    person_id: int
    told_at: datetime

    def take_back(self, now: datetime) -> None:
        """Let it be taken back, or refuse.

        Raises:
            TooLateToTakeBack: after `TAKE_BACK_WITHIN`.
        """
        if now > self.told_at + TAKE_BACK_WITHIN:
            raise errors.TooLateToTakeBack(minutes=int(TAKE_BACK_WITHIN.total_seconds() // 60))


def filer_in(estate: Estate, person: Person, at: Place | None = None) -> tuple[Filer, str]:
    """As what, and under which name, this person files for others here; who is not listed administers a group.

    `at`: what is filed is about that place; None: before that is known.
    """
    who = person.telegram_id
    places = [at] if at is not None else [None, *_places_of(estate, who)]

    def counts(filer: Filer) -> bool:
        return at is None or estate.counts(who, filer.value, of_place(at))

    if (captain := estate.captains.get(who)) and counts(Filer.CAPTAIN):
        return Filer.CAPTAIN, captain.name
    if (volunteer := estate.volunteers.get(who)) and counts(Filer.VOLUNTEER):
        return Filer.VOLUNTEER, volunteer.name
    if speaker := next((each for place in places if (each := estate.spokesman(who, place))), None):
        return Filer(speaker.body.value), speaker.name
    return Filer.MODERATOR, person.name


def _places_of(estate: Estate, telegram_id: int) -> list[Place]:
    """Where roles of theirs hold that hold in parts."""
    held = [each for role in estate.roles_in_parts(telegram_id) for each in estate.scopes_of(telegram_id, role)]
    return [place for scope in held for place in places_in(scope, estate.grid_of)]


def note(words: str | None) -> str | None:
    """The neighbour's name or door as it is kept; None where nothing was said.

    Raises:
        TooLong: more than `MAX_NOTE_CHARS`.
    """
    return clean_words(words, max_chars=MAX_NOTE_CHARS) if words and words.strip() else None
