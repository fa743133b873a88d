"""What use cases need of the database: repositories in one unit of work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.notices import Notice
from bot.domain.people import Chat, Person, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.similarity import Likeness, SimilarTap, Tap
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import Answer, AnswerKind, Counts, Draft, Kind, Stance, State, Wish
from bot.messages import Photo, Reply, Voice
from bot.ports.authors import Alarms, FilingPauses, Questions
from bot.ports.beginnings import CardPresses, Intakes, Onboardings
from bot.ports.bulletins import Bulletins
from bot.ports.changes import Amendments, Statements, Takedowns
from bot.ports.contacts import Contacts
from bot.ports.course import Course
from bot.ports.desks import Mornings, Referrals
from bot.ports.groups import Topics, UnsignedWords
from bot.ports.keeping import Gathered, PersonData, Retention
from bot.ports.neighbours import FiledForOthers, Jots, Tallies, Transcripts
from bot.ports.news import AttentionSettings, Tellings
from bot.ports.postings import Postings
from bot.ports.verdicts import Verdicts


class People(Protocol):
    async def get(self, person_id: int) -> Person: ...
    async def lock(self, person_id: int) -> None:
        """What is counted for this person is counted by nobody else until this unit of work ends."""

    async def seen(self, *, telegram_id: int, name: str, username: str | None, client_language: str | None) -> Person:
        """The person of this Telegram id, made or refreshed. Idempotent."""

    async def known(self, telegram_id: int) -> Person | None:
        """The person, if they ever dealt with the bot."""

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

    async def bind(self, chat_id: int, *, estate_key: str, purpose: Purpose, place: Place) -> Chat: ...
    async def set_language(self, chat_id: int, language: str | None) -> None: ...
    async def set_present(self, chat_id: int, *, present: bool, hears_all: bool) -> None: ...
    async def move(self, chat_id: int, *, telegram_id: int) -> None:
        """The group became a supergroup: same chat, new Telegram id."""

    async def add_resident(self, chat_id: int, person_id: int, *, now: datetime) -> None:
        """The person was met in this chat. Idempotent."""

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
class WishFilter:
    """`states` None: all. `chat_id`: one building's. `author_id`: one person's own, whatever the visibility."""

    states: frozenset[State] | None = None
    kind: Kind | None = None
    chat_id: int | None = None
    author_id: int | None = None
    words: str | None = None  #: contained in the wish's words, letters' case ignored; % and _ are plain characters
    public_only: bool = True
    posted: bool = False  #: only what its author posted to a group for themselves, whatever became of it
    filed_since: datetime | None = None  #: at this moment or later


class Wishes(Protocol):
    async def get(self, wish_id: int) -> Wish: ...
    async def lock(self, wish_id: int) -> Wish:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Wish | None: ...
    async def add(
        self, draft: Draft, *, estate_key: str, author: Person, chat_id: int, filed_at: datetime, next_date: date | None
    ) -> Wish:
        """Give it the estate's next number."""

    async def save(self, wish: Wish) -> None: ...
    async def find(self, estate_key: str, wanted: WishFilter, *, limit: int, offset: int = 0) -> Sequence[Wish]:
        """Newest first."""

    async def count(self, estate_key: str, wanted: WishFilter) -> int: ...
    async def waiting_since(self, estate_key: str) -> datetime | None:
        """When the oldest wish was filed that waits for an answer; None if none waits."""

    async def any_of(self, estate_key: str) -> bool:
        """Whether the estate ever had one."""

    async def end_as_duplicate(self, wish_id: int, *, of_wish_id: int, now: datetime) -> None:
        """Keep which wish says the same. The wish itself is ended by `save`."""

    async def duplicate_of(self, wish_id: int) -> Wish | None:
        """The wish that its author said it was the same as."""

    async def followed_by(self, person_id: int, *, limit: int, offset: int = 0) -> Sequence[Wish]:
        """Wishes the person filed or follows, in every estate, newest first."""


class SimilarWishes(Protocol):
    async def nearest(
        self, estate_key: str, *, words: str, kind: Kind, where: Whereabouts, limit: int
    ) -> Sequence[tuple[Wish, Likeness]]:
        """The estate's open public wishes that are likest to this one, the likest first; committee-only ones never.

        Those that are merely ranked have the verdict NONE.
        """

    async def alike(self, wishes: Sequence[Wish], *, words: str, kind: Kind, where: Whereabouts) -> Sequence[Wish]:
        """Those of these wishes that say the same: word for word, or so alike that a hint would name them."""

    async def tapped(self, *, wish_id: int, person_id: int, label: SimilarTap, words: str, now: datetime) -> None:
        """Keep what a person said of a suggestion."""

    async def taps(self) -> Sequence[Tap]:
        """All that was kept of them, oldest first, in every estate."""


class Followers(Protocol):
    async def stances(self, wish_id: int, person_id: int) -> frozenset[Stance]: ...
    async def add(self, wish_id: int, person_id: int, stance: Stance, *, now: datetime) -> bool:
        """False if it was there already: it counts once whatever happens."""

    async def remove(self, wish_id: int, person_id: int, stance: Stance) -> bool: ...
    async def counts(self, wish_id: int) -> Counts: ...
    async def joined(self, wish_ids: Sequence[int]) -> Mapping[int, int]:
        """How many said "same here" to each of these; who has none is left out."""

    async def of(self, wish_id: int) -> Sequence[tuple[Person, frozenset[Stance]]]:
        """Everyone who follows, in order of their first stance; the author is not among them."""


class Answers(Protocol):
    async def get(self, answer_id: int) -> Answer: ...
    async def add(
        self,
        *,
        wish_id: int,
        kind: AnswerKind,
        words: str,
        due_on: date | None,
        photos: tuple[str, ...],
        speaker: Speaker,
        speaker_id: int,
        now: datetime,
    ) -> Answer: ...
    async def of(self, wish_id: int) -> Sequence[Answer]:
        """Oldest first; those that are held are not among them: neighbours may not see them yet."""

    async def last(self, wish_id: int) -> Answer | None:
        """The newest of `of`."""

    async def hold(self, answer_id: int, *, due_at: datetime) -> None:
        """The answer can be taken back until `due_at`; until then only who answers wishes may see it."""

    async def held_of(self, wish_id: int) -> Sequence[Answer]:
        """Those that are held, oldest first."""

    async def held_until(self, answer_id: int) -> datetime | None: ...
    async def held_between(self, first: int, last: int, *, speaker_id: int) -> Sequence[Answer]:
        """Held ones of this person, of these numbers: given together."""

    async def held_due(self, now: datetime, *, limit: int) -> Sequence[Answer]:
        """Held ones whose time is over, in the order in which they come out."""

    async def next_held_due(self) -> datetime | None:
        """When the first held answer comes out."""

    async def let_out(self, answer_id: int) -> bool:
        """It is held no longer. False if it was not held any more."""

    async def take_back(self, answer_id: int) -> bool:
        """A held answer is gone as if it had never been. False if it was not held any more."""

    async def add_thanks(self, answer_id: int, person_id: int, *, now: datetime) -> bool:
        """False if this person thanked for this answer already."""

    async def has_thanked(self, answer_id: int, person_id: int) -> bool: ...
    async def remove_thanks(self, answer_id: int, person_id: int) -> bool: ...


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

    async def touch(self, chat_id: int, slot: str) -> None:
        """The slot's message is to be composed anew from the store and edited, or sent for the first time."""

    async def outdate(self, chat_id: int, slot: str) -> None:
        """As `touch`, in a chat that cannot be written to: nothing is sent before `catch_up`."""

    async def catch_up(self, chat_id: int) -> None:
        """The chat can be written to (again): what waited for that goes, and what shows an old state is drawn anew."""

    async def remove(self, chat_id: int, slot: str) -> None:
        """The slot's message is to be deleted, in its turn; nothing happens where none was ever wanted."""

    async def slot_showing(self, chat_id: int, message_id: int) -> str | None:
        """The name of the slot that this message shows, if it shows one."""

    async def shown(self, chat_id: int, beginning: str) -> Sequence[str]:
        """The names of slots that begin so and show a message there."""

    async def close_slot(self, chat_id: int, slot: str) -> None:
        """Forget the slot's message: the next use sends a new one."""


class Files(Protocol):
    async def keep(self, medium: Photo | Voice) -> str:
        """Remember it by its `unique_id`, return its key; the bytes are fetched soon after. Idempotent."""

    async def stand_in(self) -> str:
        """Key of the grey picture that takes the place of one taken away."""


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
    def mornings(self) -> Mornings: ...
    @property
    def referrals(self) -> Referrals: ...
    @property
    def bulletins(self) -> Bulletins: ...

    async def alone(self, work: str) -> None:
        """Wait until no other unit of this bot is at this work; then none is until this one ends. Call it first."""

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """What is done inside is undone when it raises."""


class UnitsOfWork(Protocol):
    """Opens units of work."""

    def writing(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Commits at the end, rolls back when it raises. On SQLite one writer at a time."""

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Never waits for a writer; what it writes is rolled back."""
