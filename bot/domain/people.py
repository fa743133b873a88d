"""People, chats and estates as the rules see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.domain.attention import Courtesy
from bot.domain.broadcast_terms import BroadcastTerms
from bot.domain.bulletin_times import BulletinTimes
from bot.domain.claim_terms import ClaimTerms, Organisation
from bot.domain.daily import DailyLimits
from bot.domain.directory_terms import DirectoryTerms
from bot.domain.place_tree import Surroundings, path_of
from bot.domain.places import Place
from bot.domain.scopes import ENTIRE, GridOf, Scope, in_any, of_place
from bot.domain.thing_terms import ThingTerms
from bot.domain.verdicts import Terms
from bot.domain.workdays import WeekendsOnly, Workdays

if TYPE_CHECKING:
    from bot.domain.categories import OwnCategory
    from bot.domain.ledger import LedgerCategory

_FORGOTTEN_FROM = -(2**60)  #: Telegram's own ids have at most 52 bits (Bot API, User.id, Chat.id)


def id_of_nobody(our_id: int) -> int:
    """What stands in place of the Telegram id of somebody who was forgotten; it never repeats."""
    return _FORGOTTEN_FROM - our_id


def is_nobodys(telegram_id: int) -> bool:
    """Whether the id stands in place of one that was forgotten."""
    return telegram_id < _FORGOTTEN_FROM


ANONYMOUS_ADMINISTRATOR = 1087968824  #: Telegram's GroupAnonymousBot, behind which any administrator may stand


class Body(StrEnum):
    """Who answers wishes: speakers listed by Telegram id in config.yaml; moderators are group administrators."""

    COMMITTEE = "committee"
    PROPERTY = "property"
    OWNERS = "owners"
    MODERATOR = "moderator"


class Purpose(StrEnum):
    """What a bound group is for."""

    BUILDING = "building"  #: neighbours talk there: of a stairwell, a building, a grid or the whole estate
    STAFF = "staff"


class ChatUse(StrEnum):
    """What the bot says in a group unasked."""

    WISHES = "wishes"  #: cards of wishes
    NOTICES = "notices"  #: what everybody there is to hear
    VOTES = "votes"  #: polls
    STAFF = "staff"  #: what is for those who answer


#: What neighbours' groups hear, unless somebody chose otherwise.
EVERYTHING = frozenset({ChatUse.WISHES, ChatUse.NOTICES, ChatUse.VOTES})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who answers in the name of a body."""

    telegram_id: int
    name: str
    body: Body


class Office(StrEnum):
    """What only a grant makes somebody (see `domain.grants`): config.yaml has no list for it. Values as in `Role`."""

    GRID_WORKER = "grid-worker"  #: 网格员: answers in the committee's name
    RESIDENT_MODERATOR = "resident-moderator"  #: a neighbour who looks after the talk, and hears the committee's agenda
    COMMITTEE_MODERATOR = "committee-moderator"  #: somebody of the committee who looks after the neighbours' talk
    AUDITOR = "auditor"  #: reads what the staff reads, changes nothing
    ADMINISTRATOR = "administrator"  #: gives and takes roles, answers nobody


@dataclass(frozen=True, slots=True)
class Captain:
    """A building captain (楼组长): knows the neighbours of a building and files for those who cannot."""

    telegram_id: int
    name: str
    building: str | None = None  #: by config.yaml: the number alone, as in `Place`


@dataclass(frozen=True, slots=True)
class Volunteer:
    """Somebody the committee trusts to file for others, in any building."""

    telegram_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Mediator:
    """A neighbour whom quarrelling neighbours trust (老娘舅): hears both sides in private."""

    telegram_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at a level above the committee, who is told of days that were missed. `level`: of `triage.Level`."""

    telegram_id: int
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class Panelist:
    """Somebody heard in deliberations who answers no wishes. `voice`: expert, developer or department."""

    telegram_id: int
    name: str
    voice: str


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who lives here because the committee says so (see `domain.grants`), whether or not in a group."""

    telegram_id: int
    person_id: int
    name: str
    building: str  #: the number alone, as in `Place`
    since: datetime  #: when they said yes


@dataclass(frozen=True, slots=True)
class Estate:
    """A housing estate as config.yaml names it."""

    key: str
    name: str
    time_zone: ZoneInfo
    language: str  #: of the catalogs: zh, zh-Hant or en
    answer_within_days: int  #: working days from filing to the first answer
    speakers: Mapping[int, Speaker] = field(default_factory=dict)  #: by Telegram id
    emergency: Mapping[str, str] = field(default_factory=dict)  #: own emergency numbers, by kind of danger
    captains: Mapping[int, Captain] = field(default_factory=dict)  #: by Telegram id
    volunteers: Mapping[int, Volunteer] = field(default_factory=dict)  #: by Telegram id
    organisations: Mapping[int, Organisation] = field(default_factory=dict)  #: by Telegram id
    courtesy: Courtesy = field(default_factory=Courtesy)
    daily: DailyLimits = field(default_factory=DailyLimits)
    verdict: Terms = field(default_factory=Terms)
    bulletin: BulletinTimes = field(default_factory=BulletinTimes)
    panel: Mapping[int, Panelist] = field(default_factory=dict)  #: by Telegram id
    deliberate_from: int = 3  #: so many who see a wish differently, and it is argued before it is decided; 0: never

    decide_within_days: int = 8  #: working days from filing to a promise, a no, or another end
    escalate_after_days: int = 1  #: further working days until a missed day goes one level up
    workdays: Workdays = field(default_factory=WeekendsOnly)
    categories: tuple[OwnCategory, ...] = ()  #: offered; none: those that come along
    contacts: Mapping[int, Contact] = field(default_factory=dict)  #: by Telegram id

    claims: ClaimTerms = field(default_factory=ClaimTerms)
    things: ThingTerms = field(default_factory=ThingTerms)
    mediators: Mapping[int, Mediator] = field(default_factory=dict)  #: by Telegram id
    directory: DirectoryTerms = field(default_factory=DirectoryTerms)
    broadcasts: BroadcastTerms = field(default_factory=BroadcastTerms)
    ledger: tuple[LedgerCategory, ...] = ()  #: what entries of the open ledger are about; none: those that come along
    offices: Mapping[int, Mapping[Office, str]] = field(default_factory=dict)  #: by Telegram id, with the name
    residents: Mapping[int, Resident] = field(default_factory=dict)  #: by a role alone, by Telegram id

    surroundings: Surroundings = field(default_factory=Surroundings)
    scopes: Mapping[int, Mapping[str, tuple[Scope, ...]]] = field(default_factory=dict)
    """By Telegram id and role, as in `Role`: where it holds. What is not in it holds in all of the estate."""
    grid_of: GridOf = field(default_factory=dict)  #: asked for anew whenever somebody acts, if a role needs it

    def scopes_of(self, telegram_id: int, role: str) -> tuple[Scope, ...]:
        """Where somebody's role holds; none: in all of the estate."""
        captain = self.captains.get(telegram_id) if role == _CAPTAIN else None
        if captain is not None and captain.building is not None:
            return (Scope((captain.building,)),)
        return self.scopes.get(telegram_id, {}).get(role, ())

    def roles_in_parts(self, telegram_id: int) -> frozenset[str]:
        """Which of somebody's roles hold in parts of the estate alone."""
        named = {*self.scopes.get(telegram_id, {}), _CAPTAIN}
        return frozenset(role for role in named if self.scopes_of(telegram_id, role))

    def counts(self, telegram_id: int, role: str, at: Scope) -> bool:
        """Whether a role that somebody has counts for what is there."""
        scopes = self.scopes_of(telegram_id, role)
        return not scopes or in_any(scopes, at, self.grid_of)

    def captains_at(self, place: Place) -> list[Captain]:
        return [each for who, each in self.captains.items() if self.counts(who, _CAPTAIN, of_place(place))]

    def mediators_at(self, place: Place) -> list[Mediator]:
        return [each for who, each in self.mediators.items() if self.counts(who, _MEDIATOR, of_place(place))]

    def lists(self, telegram_id: int) -> bool:
        """Whether config.yaml names this person for this estate, or a grant does, in whatever role."""
        people = (self.speakers, self.captains, self.volunteers, self.contacts, self.panel, self.organisations)
        return any(telegram_id in listed for listed in (*people, self.mediators, self.offices))

    def concerns(self, telegram_id: int) -> bool:
        """As `lists`; and whoever lives here by a role."""
        return self.lists(telegram_id) or telegram_id in self.residents

    def spokesman(self, telegram_id: int, at: Place | None = None) -> Speaker | None:
        """In whose name they answer: the body they speak for, or that of their office. None: in nobody's.

        `at`: what is answered there; None: what concerns all of the estate.
        """
        if speaker := self.speakers.get(telegram_id):
            return speaker
        offices = self._offices_at(telegram_id, at)
        for office, body in _BODY_OF_OFFICE.items():
            if office in offices:
                return Speaker(telegram_id, offices[office], body)
        return None

    def is_staff(self, telegram_id: int, at: Place | None = None) -> bool:
        """Who reports wishes done there, or belongs to those who do: they are not asked whether it is."""
        offices = self._offices_at(telegram_id, at)
        return telegram_id in self.speakers or any(office in offices for office in _STAFF_OFFICES)

    def is_staff_somewhere(self, telegram_id: int) -> bool:
        """As `is_staff`, of whatever part: for what concerns more than one place."""
        held = self.offices.get(telegram_id, {})
        return telegram_id in self.speakers or any(office in held for office in _STAFF_OFFICES)

    def _offices_at(self, telegram_id: int, at: Place | None) -> dict[Office, str]:
        node = ENTIRE if at is None else of_place(at)
        held = self.offices.get(telegram_id, {})
        return {office: name for office, name in held.items() if self.counts(telegram_id, office, node)}

    trial: bool = False  #: two of the speakers try it before wishes are taken
    warn_after_days: int = 5  #: without an act of the staff while wishes wait
    pause_after_days: int = 7  #: likewise; then no more wishes are taken
    ready_answers: tuple[str, ...] = ()  #: sentences with blanks; see `ready`
    list_at: time = time(8, 30)  #: when the staff gets the list of the morning, on this estate's clocks

    def local(self, moment: datetime) -> datetime:
        """The moment on this estate's clocks."""
        return moment.astimezone(self.time_zone)


_CAPTAIN, _MEDIATOR = "captain", "mediator"  #: as in `Role`
_BODY_OF_OFFICE = {
    Office.GRID_WORKER: Body.COMMITTEE,
    Office.COMMITTEE_MODERATOR: Body.COMMITTEE,
    Office.RESIDENT_MODERATOR: Body.MODERATOR,
}
_STAFF_OFFICES = (Office.GRID_WORKER, Office.COMMITTEE_MODERATOR)


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user who dealt with the bot. `id` is ours, `telegram_id` Telegram's."""

    id: int
    telegram_id: int
    name: str
    username: str | None = None
    language: str | None = None  #: chosen with /language
    client_language: str | None = None  #: of the catalogs, as their app reports it; only a hint, for private chats
    started: bool = False  #: may be written to in private
    may_be_mentioned: bool = False
    home_chat_id: int | None = None  #: the building chat that wishes filed in private go to

    @property
    def is_forgotten(self) -> bool:
        """They asked to be: nothing tells who they were, and nobody can be written to."""
        return is_nobodys(self.telegram_id)


@dataclass(frozen=True, slots=True)
class Chat:
    """A private chat or a group. `id` is ours and stays; `telegram_id` may change when a group becomes a supergroup."""

    id: int
    telegram_id: int
    private: bool
    title: str = ""
    estate_key: str | None = None
    purpose: Purpose | None = None
    place: Place = field(default_factory=Place)  #: building or stairwell; none: of a grid, or of the whole estate
    grid_id: int | None = None
    says: frozenset[ChatUse] = EVERYTHING  #: of a neighbours' group: what the bot says unasked; nothing: it is for talk
    language: str | None = None  #: chosen for the chat
    present: bool = True  #: the bot is in it (private: not blocked)
    hears_all: bool = False  #: the bot is an administrator or privacy mode is off
    link_code: str | None = None  #: the unguessable part of this building chat's deep links

    @property
    def node(self) -> Scope:
        """What it is the group of, as a node of the estate's tree."""
        return Scope(path_of(self.place), self.grid_id)


def path_to(chat: Chat, message_id: int) -> str | None:
    """Behind t.me/, to a message in a group, which its members alone can open; None: basic groups have no such links.

    Source: core.telegram.org/api/links, "Message links". A supergroup's id is -100 and then the number in the link.
    """
    number = str(chat.telegram_id).removeprefix("-100")
    return None if chat.private or number.startswith("-") else f"c/{number}/{message_id}"


def language_for(*, person: Person | None, chat: Chat | None, estate: Estate | None, default: str) -> str:
    """Per person, else per chat, else config.yaml. In private the app's language counts before the estate's."""
    if person and person.language:
        return person.language
    if chat and chat.language:
        return chat.language
    if person and person.client_language and (chat is None or chat.private):
        return person.client_language
    return estate.language if estate else default
