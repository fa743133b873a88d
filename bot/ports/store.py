"""What use cases need of the database: repositories in one unit of work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.notices import Notice
from bot.domain.people import EVERYTHING, Chat, ChatUse, Person, Purpose
from bot.domain.places import Place
from bot.messages import Document, Photo, Reply, Voice
from bot.ports.authors import Alarms, FilingPauses, Questions
from bot.ports.beginnings import CardPresses, Intakes, Onboardings
from bot.ports.broadcasts import Broadcasts
from bot.ports.bulletins import Bulletins
from bot.ports.changes import Amendments, Statements, Takedowns
from bot.ports.chat_functions import ChatFunctions
from bot.ports.claims import Matches, WishClaims
from bot.ports.clocks import Misses, Triages, UnknownYears
from bot.ports.contacts import Contacts
from bot.ports.course import Course
from bot.ports.deliberations import Deliberations, Dissents
from bot.ports.desks import Mornings, Referrals
from bot.ports.directory import Phones, ServiceQuestions, Services
from bot.ports.grants import Grants
from bot.ports.groups import Topics, UnsignedWords
from bot.ports.items import Items, PlanPosts
from bot.ports.keeping import Gathered, PersonData, Retention
from bot.ports.ledger import Ledger
from bot.ports.neighbours import FiledForOthers, Jots, Tallies, Transcripts
from bot.ports.news import AttentionSettings, Tellings
from bot.ports.place_tree import PlaceTrees
from bot.ports.planned import BroadcastTemplates, PlannedBroadcasts
from bot.ports.polls import Polls
from bot.ports.postings import Postings
from bot.ports.projects import ProjectRecords, Projects
from bot.ports.quarrels import Quarrels
from bot.ports.reports import Reports
from bot.ports.signups import Signups
from bot.ports.things import Things
from bot.ports.verdicts import Verdicts
from bot.ports.wishes import Answers, Followers, SimilarWishes, Wishes


class People(Protocol):
    async def get(self, person_id: int) -> Person: ...
    async def lock(self, person_id: int) -> None:
        """What is counted for this person is counted by nobody else until this unit of work ends."""

    async def seen(self, *, telegram_id: int, name: str, username: str | None, client_language: str | None) -> Person:
        """The person of this Telegram id, made or refreshed. Idempotent."""

    async def known(self, telegram_id: int) -> Person | None:
        """The person, if they ever dealt with the bot."""

    async def by_username(self, username: str) -> Person | None:
        """Whoever had this name on Telegram when they were last seen, in whatever case; of several the last seen."""

    async def set_language(self, person_id: int, language: str | None) -> None: ...
    async def set_started(self, person_id: int, started: bool) -> None: ...
    async def set_may_be_mentioned(self, person_id: int, allowed: bool) -> None: ...
    async def set_home(self, person_id: int, chat_id: int) -> None: ...


class Chats(Protocol):
    async def get(self, chat_id: int) -> Chat: ...

    async def seen(self, *, telegram_id: int, private: bool, title: str) -> Chat:
        """The chat of this Telegram id, made (with a link code) or refreshed. Idempotent."""

    async def is_known(self, telegram_id: int) -> bool:
        """Whether `seen` would find it, also under the number it had before or is to have."""

    async def by_link_code(self, code: str) -> Chat | None: ...
    async def of_estate(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        """Present bound groups, oldest first."""

    async def bound(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        """As `of_estate`, and those the bot is not in, or may not write in."""

    async def present(self) -> Sequence[Chat]:
        """All groups the bot is in, bound or not."""

    async def private_of(self, person: Person) -> Chat:
        """The person's private chat with the bot; its Telegram id is theirs."""

    async def bind(
        self,
        chat_id: int,
        *,
        estate_key: str,
        purpose: Purpose,
        place: Place,
        grid_id: int | None = None,
        says: frozenset[ChatUse] = EVERYTHING,
    ) -> Chat:
        """`grid_id`: only of a neighbours' group of no building. `says`: what the bot says there unasked."""

    async def set_says(self, chat_id: int, says: frozenset[ChatUse]) -> None:
        """Of a neighbours' group."""

    async def set_language(self, chat_id: int, language: str | None) -> None: ...
    async def set_present(self, chat_id: int, *, present: bool, hears_all: bool) -> None: ...
    async def move(self, chat_id: int, *, telegram_id: int) -> None:
        """The group became a supergroup: same chat, new Telegram id."""

    async def add_resident(self, chat_id: int, person_id: int, *, now: datetime) -> None:
        """The person was met in this chat, and has not left it, or is back. Idempotent."""

    async def set_left(self, chat_id: int, person_id: int, *, at: datetime | None) -> None:
        """They left this chat; None: they are there again. Of who is not known from it nothing is kept."""

    async def has_left(self, person_id: int, estate_key: str) -> bool:
        """Whether they left every building chat of the estate that they are known from, and are known from one."""

    async def homes_of(self, person_id: int) -> Sequence[Chat]:
        """Building chats the person is known from, oldest acquaintance first."""

    async def set_administrators(self, chat_id: int, telegram_ids: frozenset[int], *, now: datetime) -> None: ...
    async def administrators_read_at(self, chat_id: int) -> datetime | None: ...
    async def administers(self, chat_id: int, telegram_id: int) -> bool:
        """Whether they were on this group's list of administrators when it was last read; bound or not."""

    async def administered_by(self, telegram_id: int) -> Sequence[Chat]:
        """Bound, present groups on whose list of administrators the person was when it was last read."""

    async def administrators_of(self, chat_id: int) -> Sequence[Person]:
        """Those on the list as it was last read whom the bot has met."""


@dataclass(frozen=True, slots=True)
class DialogState:
    """Where somebody is in a dialog. Kept by (bot, chat, person): one dialog each."""

    run: int  #: numbered by the store, never reused; in each button's data, so that a stale press is known
    dialog: str
    version: int
    step: str
    answers: Mapping[str, Any]  #: JSON values by step name
    trail: tuple[str, ...]  #: steps answered so far, for going back
    language: str
    idle_at: datetime  #: when a reminder is due
    expires_at: datetime
    reminded: bool = False
    pending: str | None = None  #: a command typed in the middle, held until they say whether to leave (JSON)
    asked_message_id: int | None = (
        None  #: of the person's last message, for aiming a ForceReply in groups; `UNSEEN`: the bot alone saw it
    )


class Dialogs(Protocol):
    async def open(self, chat_id: int, person_id: int) -> DialogState | None: ...
    async def next_run(self) -> int: ...
    async def save(self, chat_id: int, person_id: int, state: DialogState) -> None: ...
    async def close(self, chat_id: int, person_id: int) -> None: ...
    async def any_open(self, chat_id: int, now: datetime) -> bool:
        """Whether anybody is asked anything in this chat."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[tuple[int, int, DialogState]]:
        """(chat_id, person_id, state) of dialogs to be reminded (`idle_at`, once) or expired (`expires_at`)."""


class Outbox(Protocol):
    async def put(self, notice: Notice) -> None:
        """Something happened; who hears it is settled by `delivery`, after the commit."""

    async def say(self, chat_id: int, reply: Reply, *, language: str) -> None:
        """Say this in this chat. A reply with a slot edits or sends that slot's message."""

    async def touch(self, chat_id: int, slot: str, *, language: str = "") -> None:
        """The slot's message is to be composed anew from the store and edited, or sent for the first time.

        `language`: of its one reader; "": the chat's.
        """

    async def outdate(self, chat_id: int, slot: str) -> None:
        """As `touch`, in a chat that cannot be written to: nothing is sent before `catch_up`."""

    async def catch_up(self, chat_id: int) -> None:
        """The chat can be written to (again): what waited for that goes, and what shows an old state is drawn anew."""

    async def remove(self, chat_id: int, slot: str) -> None:
        """The slot's message is to be deleted, in its turn; nothing happens where none was ever wanted."""

    async def slot_showing(self, chat_id: int, message_id: int) -> str | None:
        """The name of the slot that this message shows, if it shows one."""

    async def said_in(self, chat_id: int, message_id: int) -> Reply | None:
        """What this message said when it was sent, as long as that is kept; None for one that shows a slot."""

    async def shown(self, chat_id: int, beginning: str) -> Sequence[str]:
        """The names of slots that begin so and show a message there."""

    async def close_slot(self, chat_id: int, slot: str) -> None:
        """Forget the slot's message: the next use sends a new one."""


class Files(Protocol):
    async def keep(self, medium: Photo | Voice | Document) -> str:
        """Remember it by its `unique_id`, return its key; the bytes are fetched soon after. Idempotent."""

    async def stand_in(self) -> str:
        """Key of the grey picture that takes the place of one taken away."""


class FirstMoments(Protocol):
    async def all(self) -> Mapping[str, datetime | None]:
        """When the first of each kind falls due, by the name of its deadline; None: there is none. It may be named too
        early, never too late. Kinds that are not there have to be asked for."""

    async def rounds(self) -> Mapping[str, datetime]:
        """When what comes round again comes next, by the name of its round: those of `Bulletins.moments`, an estate's
        list of the morning as `morning:KEY`, its review of services as `service-review:KEY`. What is not there was
        never begun."""


class UnitOfWork(Protocol):
    """One transaction. Only `dispatch` and ticks open and commit one; services and handlers just use it."""

    bot_id: int

    @property
    def people(self) -> People: ...
    @property
    def chats(self) -> Chats: ...
    @property
    def wishes(self) -> Wishes: ...
    @property
    def similar(self) -> SimilarWishes: ...
    @property
    def followers(self) -> Followers: ...
    @property
    def course(self) -> Course: ...

    @property
    def postings(self) -> Postings: ...
    @property
    def answers(self) -> Answers: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def filing_pauses(self) -> FilingPauses: ...
    @property
    def alarms(self) -> Alarms: ...
    @property
    def jots(self) -> Jots: ...
    @property
    def filed_for(self) -> FiledForOthers: ...
    @property
    def tallies(self) -> Tallies: ...
    @property
    def reports(self) -> Reports: ...
    @property
    def takedowns(self) -> Takedowns: ...
    @property
    def statements(self) -> Statements: ...
    @property
    def amendments(self) -> Amendments: ...
    @property
    def card_presses(self) -> CardPresses: ...
    @property
    def onboardings(self) -> Onboardings: ...
    @property
    def intakes(self) -> Intakes: ...
    @property
    def unsigned(self) -> UnsignedWords: ...
    @property
    def topics(self) -> Topics: ...
    @property
    def functions(self) -> ChatFunctions: ...
    @property
    def dialogs(self) -> Dialogs: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def files(self) -> Files: ...
    @property
    def transcripts(self) -> Transcripts: ...
    @property
    def gathered(self) -> Gathered: ...
    @property
    def person_data(self) -> PersonData: ...
    @property
    def retention(self) -> Retention: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def attention(self) -> AttentionSettings: ...
    @property
    def tellings(self) -> Tellings: ...
    @property
    def verdicts(self) -> Verdicts: ...
    @property
    def deliberations(self) -> Deliberations: ...
    @property
    def dissents(self) -> Dissents: ...
    @property
    def wish_claims(self) -> WishClaims: ...
    @property
    def matches(self) -> Matches: ...
    @property
    def quarrels(self) -> Quarrels: ...
    @property
    def mornings(self) -> Mornings: ...
    @property
    def referrals(self) -> Referrals: ...
    @property
    def triages(self) -> Triages: ...
    @property
    def misses(self) -> Misses: ...
    @property
    def unknown_years(self) -> UnknownYears: ...
    @property
    def bulletins(self) -> Bulletins: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def project_records(self) -> ProjectRecords: ...
    @property
    def items(self) -> Items: ...
    @property
    def place_trees(self) -> PlaceTrees: ...
    @property
    def plan_posts(self) -> PlanPosts: ...
    @property
    def services(self) -> Services: ...
    @property
    def service_questions(self) -> ServiceQuestions: ...
    @property
    def phones(self) -> Phones: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def planned_broadcasts(self) -> PlannedBroadcasts: ...
    @property
    def broadcast_templates(self) -> BroadcastTemplates: ...
    @property
    def signups(self) -> Signups: ...
    @property
    def polls(self) -> Polls: ...
    @property
    def things(self) -> Things: ...
    @property
    def grants(self) -> Grants: ...
    @property
    def first_moments(self) -> FirstMoments: ...

    async def alone(self, work: str) -> None:
        """Wait until no other unit of this bot is at this work; then none is until this one ends. Call it first."""

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """What is done inside is undone when it raises."""


class UnitsOfWork(Protocol):
    """Opens units of work."""

    @property
    def writings(self) -> int:
        """How often this process has written so far; where it stands still, and no other process writes, so does all
        that was read."""

    def writing(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Commits at the end, rolls back when it raises. On SQLite one writer at a time."""

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Never waits for a writer; what it writes is rolled back."""
