"""What use cases need of the database: repositories in one unit of work."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.alarms import Alarm
from bot.domain.danger import Danger
from bot.domain.filed_for import FiledFor, PassedOn
from bot.domain.intakes import Hand, Intake
from bot.domain.jots import Asked, Jot
from bot.domain.notices import Notice
from bot.domain.onboarding import Onboarding
from bot.domain.pauses import Pause, Reason
from bot.domain.people import Chat, Person, Purpose, Speaker
from bot.domain.personal import Section
from bot.domain.places import Place
from bot.domain.presses import CardButton, LastPress, Outcome
from bot.domain.questions import Question
from bot.domain.similarity import Likeness, SimilarTap, Tap
from bot.domain.tallies import Tally
from bot.domain.voices import Transcript
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import Answer, AnswerKind, Counts, Draft, Kind, Stance, State, Wish
from bot.messages import Photo, Quoted, Reply, Voice
from bot.ports.changes import Amendments, Statements, Takedowns


class People(Protocol):
    async def get(self, person_id: int) -> Person: ...

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

    async def by_link_code(self, code: str) -> Chat | None: ...
    async def of_estate(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        """Present bound groups, oldest first."""

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
        """Oldest first."""

    async def last(self, wish_id: int) -> Answer | None: ...
    async def add_thanks(self, answer_id: int, person_id: int, *, now: datetime) -> bool:
        """False if this person thanked for this answer already."""

    async def has_thanked(self, answer_id: int, person_id: int) -> bool: ...
    async def remove_thanks(self, answer_id: int, person_id: int) -> bool: ...


class CardPresses(Protocol):
    """The last press of each counted button by each person that did something; for second thoughts."""

    async def last(self, wish_id: int, person_id: int, button: CardButton) -> LastPress | None: ...
    async def put(self, wish_id: int, person_id: int, button: CardButton, outcome: Outcome, *, now: datetime) -> None:
        """In place of the one before."""

    async def any_old(self, *, before: datetime) -> bool: ...
    async def forget_old(self, *, before: datetime) -> int:
        """Of no use any more; returns how many."""


class Onboardings(Protocol):
    """The one message of each group that says what the bot is and asks where it belongs."""

    async def of(self, chat_id: int) -> Onboarding | None:
        """Locked until the unit of work ends, if it writes."""

    async def save(self, onboarding: Onboarding) -> None: ...
    async def asked_by(self, person_id: int) -> int:
        """For how many groups this person waits for an estate's staff."""


class Intakes(Protocol):
    """Whether each estate takes new wishes."""

    async def of(self, estate_key: str) -> Intake | None:
        """Locked until the unit of work ends, if it writes."""

    async def all(self) -> Sequence[Intake]: ...
    async def save(self, intake: Intake) -> None: ...
    async def join_trial(self, estate_key: str, person_id: int, *, now: datetime) -> None:
        """They take part in the trial. Idempotent."""

    async def answer_trial(self, estate_key: str, person_id: int, *, now: datetime) -> None:
        """They gave their trial answer; the first one counts. Idempotent."""

    async def hands(self, estate_key: str) -> Sequence[tuple[Hand, Person]]:
        """Who took part in the trial, in order of coming."""


class Questions(Protocol):
    """What was asked of the authors of wishes."""

    async def get(self, question_id: int) -> Question: ...
    async def lock(self, question_id: int) -> Question:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def add(
        self, *, wish_id: int, asker: Speaker, asker_id: int, words: str, told: bool, now: datetime
    ) -> Question: ...
    async def save(self, question: Question) -> None:
        """Keep what changes: whether it was told, and what was answered."""

    async def of(self, wish_id: int) -> Sequence[Question]:
        """Oldest first."""

    async def untold(self, author_id: int) -> Sequence[Question]:
        """Open questions that this author of wishes was never told of, oldest first."""


class FilingPauses(Protocol):
    async def get(self, pause_id: int) -> Pause: ...
    async def add(
        self,
        *,
        wish_id: int,
        person_id: int,
        estate_key: str,
        by_id: int,
        reason: Reason,
        since: datetime,
        until: datetime,
    ) -> Pause: ...
    async def lift(self, pause_id: int, *, by_id: int, now: datetime) -> None: ...
    async def of_wish(self, wish_id: int) -> Sequence[Pause]:
        """Made from this wish, oldest first, over or not."""

    async def of_person(self, person_id: int, estate_key: str) -> Sequence[Pause]:
        """All of a person's in an estate, whatever wish they were made from, over or not."""


class Alarms(Protocol):
    async def get(self, alarm_id: int) -> Alarm: ...
    async def raised_since(self, person_id: int, estate_key: str, moment: datetime) -> Sequence[Alarm]:
        """What the estate's staff was told of this person's words since then, oldest first."""

    async def add(self, *, person_id: int, estate_key: str, dangers: Sequence[Danger], now: datetime) -> Alarm: ...
    async def call_off(self, alarm_id: int, *, now: datetime) -> bool:
        """False if it was called off before."""


class Jots(Protocol):
    """Sentences that wait for their authors' press, and how authors stand to being asked."""

    async def add(
        self, quoted: Quoted, *, author_telegram_id: int, chat_id: int, asked_by: int, now: datetime
    ) -> Jot | None:
        """None: this message waits already."""

    async def waits(self, chat_id: int, message_id: int) -> bool:
        """Whether the author of this message is being asked about it."""

    async def lock(self, jot_id: int) -> Jot | None:
        """The row, if it is still there; nobody else answers it until this unit of work ends."""

    async def drop(self, jot_id: int) -> None:
        """All that was kept of the sentence goes."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[Jot]:
        """Those whose hour is over, oldest first."""

    async def asked(self, telegram_id: int) -> Asked: ...
    async def note_asked(self, telegram_id: int, *, on: date) -> bool:
        """Remember the day of the question; False if by now they may not be asked: of two at once only one asks.

        What is remembered of earlier days goes.
        """

    async def set_never_again(self, telegram_id: int, never: bool, *, now: datetime) -> None: ...


class FiledForOthers(Protocol):
    async def add(self, filed: FiledFor) -> None: ...
    async def of(self, wish_id: int) -> FiledFor | None:
        """None: its author filed it for themselves."""

    async def pass_on(self, answer_id: int, person_id: int, *, now: datetime) -> bool:
        """The neighbour was told of this answer; False if that was noted before."""

    async def take_back(self, answer_id: int) -> None: ...
    async def passed_on(self, answer_id: int) -> PassedOn | None: ...
    async def all_passed_on(self, wish_id: int) -> Mapping[int, PassedOn]:
        """By answer id."""


class Tallies(Protocol):
    async def of(self, estate_key: str, *, since: datetime | None) -> Tally:
        """What was filed since then (None: ever), with what became of it until now."""


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
    asked_message_id: int | None = None  #: of the person's last message, for aiming a ForceReply in groups


class Dialogs(Protocol):
    async def open(self, chat_id: int, person_id: int) -> DialogState | None: ...
    async def next_run(self) -> int: ...
    async def save(self, chat_id: int, person_id: int, state: DialogState) -> None: ...
    async def close(self, chat_id: int, person_id: int) -> None: ...
    async def due(self, now: datetime, *, limit: int) -> Sequence[tuple[int, int, DialogState]]:
        """(chat_id, person_id, state) of dialogs to be reminded (`idle_at`, once) or expired (`expires_at`)."""


class Outbox(Protocol):
    async def put(self, notice: Notice) -> None:
        """Something happened; who hears it is settled by `delivery`, after the commit."""

    async def say(self, chat_id: int, reply: Reply, *, language: str) -> None:
        """Say this in this chat. A reply with a slot edits or sends that slot's message."""

    async def touch(self, chat_id: int, slot: str) -> None:
        """The slot's message is to be composed anew from the store and edited, or sent for the first time."""

    async def remove(self, chat_id: int, slot: str) -> None:
        """The slot's message is to be deleted, in its turn; nothing happens where none was ever wanted."""

    async def slot_showing(self, chat_id: int, message_id: int) -> str | None:
        """The name of the slot that this message shows, if it shows one."""

    async def close_slot(self, chat_id: int, slot: str) -> None:
        """Forget the slot's message: the next use sends a new one."""


class Files(Protocol):
    async def keep(self, medium: Photo | Voice) -> str:
        """Remember it by its `unique_id`, return its key; the bytes are fetched soon after. Idempotent."""

    async def stand_in(self) -> str:
        """Key of the grey picture that takes the place of one taken away."""


class Transcripts(Protocol):
    """Who wrote the lines of voice notes; and which are still without one."""

    async def of(self, wish_id: int) -> Transcript | None: ...
    async def add(self, wish_id: int, person: Person, *, now: datetime) -> None: ...
    async def corrected(self, wish_id: int, *, now: datetime) -> None:
        """The author put it in words of their own; a wish without a transcript is left alone."""

    async def waiting(self, estate_key: str, *, committee_too: bool, after: int = 0, limit: int) -> Sequence[Wish]:
        """Wishes that wait for their words and have not ended, oldest first, from the one after this id on."""

    async def count_waiting(self, estate_key: str, *, committee_too: bool) -> int: ...


class Gathered(Protocol):
    """Which wishes a wish of the whole building stands for besides itself; those go on by themselves."""

    async def add(self, whole_id: int, part_ids: Collection[int]) -> None: ...
    async def parts_of(self, whole_id: int) -> Sequence[Wish]:
        """Public ones, by number."""


class PersonData(Protocol):
    """All that is stored of one person; see `bot/store/personal.py`."""

    async def sections(self, person: Person) -> Sequence[Section]: ...
    async def count(self, person: Person, section: str) -> int:
        """How many rows there are under one section."""

    async def filed_by(self, person_id: int) -> Sequence[Wish]: ...
    async def open_followed_by(self, person_id: int) -> Sequence[Wish]:
        """Wishes that have not ended, by whichever stance."""

    async def in_hand_of(self, person_id: int) -> Sequence[Wish]: ...
    async def forget(self, person: Person, *, gone: Sequence[Wish], photos: Collection[str], now: datetime) -> None:
        """Do what is declared for every table. `gone`: wishes that go, as they were; `photos`: pictures that may go."""

    async def discard_photos(self, keys: Collection[str]) -> int:
        """Those of them that nothing refers to any more."""


class Retention(Protocol):
    """What was kept long enough. Lists are cut at `limit`, oldest first."""

    async def is_round_due(self, name: str, now: datetime) -> bool: ...
    async def set_next_round(self, name: str, next_at: datetime) -> None: ...
    async def forget_similar_taps(self, *, before: datetime, limit: int) -> int: ...
    async def ended_with_name(self, *, before: datetime, limit: int) -> Sequence[Wish]: ...
    async def ended_with_photo(self, *, before: datetime, stand_in: str, limit: int) -> Sequence[Wish]: ...
    async def take_name_off(self, wish_ids: Collection[int]) -> None: ...
    async def strangers(self, *, seen_before: datetime, but: Collection[int], limit: int) -> Sequence[Person]:
        """Not seen since, with nothing filed. `but`: Telegram ids that are never among them."""

    async def farewells(self, *, limit: int) -> Sequence[tuple[int, int]]:
        """(person_id, chat_id) of those forgotten whose private chat is still known."""

    async def take_leave(self, person_id: int, chat_id: int) -> bool:
        """Forget the chat too; False while a last message is on its way."""


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

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """What is done inside is undone when it raises."""


class UnitsOfWork(Protocol):
    """Opens units of work."""

    def writing(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Commits at the end, rolls back when it raises. On SQLite one writer at a time."""

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Never waits for a writer; what it writes is rolled back."""
