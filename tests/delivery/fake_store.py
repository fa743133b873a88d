"""The facts that notices and cards are made of, in memory."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.attention import Attention
from bot.domain.filed_for import FiledFor, Filer, Way
from bot.domain.people import Body, Chat, Estate, Person, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.topics import Topic, TopicUse
from bot.domain.voices import Transcript
from bot.domain.wishes import Answer, AnswerKind, Category, Kind, Stance, State, Visibility, Wish
from bot.ports import Telling
from tests.delivery.fake_clock import START
from tests.delivery.fake_queue import FakeQueue

ESTATE = Estate(key="linyuan", name="邻苑", time_zone=ZoneInfo("Asia/Shanghai"), language="zh", answer_within_days=3)


@dataclass
class Store:
    """The facts that notices and cards are made of."""

    queue: FakeQueue
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    wishes: dict[int, Wish] = field(default_factory=dict)
    answers: dict[int, Answer] = field(default_factory=dict)
    followers: dict[int, list[tuple[Person, frozenset[Stance]]]] = field(default_factory=dict)
    filed_for: dict[int, FiledFor] = field(default_factory=dict)
    transcripts: dict[int, Transcript] = field(default_factory=dict)  #: by wish id
    parts: dict[int, list[Wish]] = field(default_factory=dict)  #: by the wish that gathers them
    tellings: dict[Telling, tuple[int, datetime] | None] = field(default_factory=dict)  #: told with which, and when
    telling_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    attention: dict[tuple[int, int | None], Attention] = field(default_factory=dict)  #: by person and wish
    _asked: Iterator[int] = field(default_factory=itertools.count)
    fails: int = 0  #: so many units of work break when they are to be committed

    def __post_init__(self) -> None:
        def first() -> datetime | None:
            return min((each.due_at for each, told_with in self.tellings.items() if not told_with), default=None)

        self.queue.telling_due = first

    @property
    def writings(self) -> int:
        """Tests write past it: never the same twice."""
        return next(self._asked)

    @property
    def topics(self) -> dict[int, dict[TopicUse, Topic]]:
        """By chat id."""
        return self.queue.topics

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[FakeUnit]:
        unit = FakeUnit(self)
        yield unit
        if self.fails:
            self.fails -= 1
            raise ConnectionError("the database is away")
        for act in unit.afterwards:
            act()

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[FakeUnit]:
        yield FakeUnit(self)

    def building(self, telegram_id: int = -1001, **more: Any) -> Chat:
        return self._chat(telegram_id, Purpose.BUILDING, **more)

    def staff(self, telegram_id: int = -1009, **more: Any) -> Chat:
        return self._chat(telegram_id, Purpose.STAFF, **more)

    def _chat(self, telegram_id: int, purpose: Purpose, *, present: bool = True, language: str | None = None) -> Chat:
        chat = Chat(
            id=len(self.chats) + 1,
            telegram_id=telegram_id,
            private=False,
            estate_key=ESTATE.key,
            purpose=purpose,
            present=present,
            language=language,
        )
        self.chats[chat.id] = chat
        return chat

    def person(self, name: str, *, started: bool = True, blocked: bool = False, language: str | None = None) -> Person:
        telegram_id = 500 + len(self.people)
        person = Person(id=len(self.people) + 1, telegram_id=telegram_id, name=name, started=started, language=language)
        self.people[person.id] = person
        private = Chat(id=len(self.chats) + 1, telegram_id=telegram_id, private=True, present=not blocked)
        self.chats[private.id] = private
        return person

    def private(self, person: Person) -> Chat:
        return next(chat for chat in self.chats.values() if chat.telegram_id == person.telegram_id)

    def wish(self, author: Person, chat: Chat, *, visibility: Visibility = Visibility.PUBLIC) -> Wish:
        wish = Wish(
            id=len(self.wishes) + 1,
            estate_key=ESTATE.key,
            number=len(self.wishes) + 12,
            kind=Kind.WANT,
            words="三楼的灯坏了",
            place=Place(building="3", floor=3),
            category=Category.REPAIR,
            visibility=visibility,
            state=State.OPEN,
            author_id=author.id,
            author_name=author.name,
            chat_id=chat.id,
            filed_at=START,
            next_date=None,
        )
        self.wishes[wish.id] = wish
        self.followers[wish.id] = []
        return wish

    def file_for(self, wish: Wish, filer: Person, *, neighbour: str | None = None) -> None:
        self.filed_for[wish.id] = FiledFor(wish.id, filer.id, filer.name, Filer.CAPTAIN, Way.VISIT, neighbour)

    def follow(self, wish: Wish, person: Person, *stances: Stance) -> None:
        self.followers[wish.id].append((person, frozenset(stances)))

    def answer(self, wish: Wish, speaker: Person, kind: AnswerKind, **more: Any) -> Answer:
        answer = Answer(
            id=len(self.answers) + 1,
            wish_id=wish.id,
            kind=kind,
            words=more.get("words", "下周换"),
            due_on=more.get("due_on"),
            photos=more.get("photos", ()),
            speaker=Speaker(speaker.telegram_id, speaker.name, Body.COMMITTEE),
            speaker_id=speaker.id,
            answered_at=START,
        )
        self.answers[answer.id] = answer
        return answer


class _Got:
    """A repository of which delivery only ever gets one by its id."""

    def __init__(self, kept: Mapping[int, Any]) -> None:
        self._kept = kept

    async def get(self, key: int) -> Any:
        return self._kept[key]


class _Chats(_Got):
    def __init__(self, store: Store) -> None:
        super().__init__(store.chats)
        self._store = store

    async def bound(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        return await self.of_estate(estate_key, purpose)

    async def of_estate(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        chats = self._store.chats.values()
        return [chat for chat in chats if (chat.estate_key, chat.purpose, chat.present) == (estate_key, purpose, True)]

    async def private_of(self, person: Person) -> Chat:
        return self._store.private(person)


class _Transcripts:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def of(self, wish_id: int) -> Transcript | None:
        return self._store.transcripts.get(wish_id)


class _Followers:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def of(self, wish_id: int) -> Sequence[tuple[Person, frozenset[Stance]]]:
        return self._store.followers[wish_id]


class _FiledFor:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def of(self, wish_id: int) -> FiledFor | None:
        return self._store.filed_for.get(wish_id)


class _Gathered:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def parts_of(self, whole_id: int) -> Sequence[Wish]:
        return self._store.parts.get(whole_id, [])


class _Topics:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def of(self, chat_id: int) -> Mapping[TopicUse, Topic]:
        return self._store.topics.get(chat_id, {})


class _Postings:
    """Every wish has a card."""

    async def of(self, wish_id: int) -> None:
        return None


class _Grants:
    """Nobody was given a role."""

    async def accepted(self) -> tuple[()]:
        return ()


class _Bulletins:
    """Nobody was told of any week."""

    async def outdated_by(self, wish: Wish) -> Sequence[tuple[int, int]]:
        return ()


class _Touches:
    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    async def touch(self, chat_id: int, slot: str, *, language: str = "") -> None:
        store = self._unit.store
        self._unit.afterwards.append(lambda: store.queue.touch(store.chats[chat_id], slot))


class _Tellings:
    """`ports.Tellings` in memory, as far as delivery uses it."""

    def __init__(self, unit: FakeUnit) -> None:
        self._unit, self._store = unit, unit.store

    async def add(self, *, told: bool, **row: Any) -> None:
        notice = next(each.notice for each in self._store.queue.put_once if each.id == row["notice_id"])
        telling = Telling(id=next(self._store.telling_ids), notice=notice, **row)
        told_with = (row["notice_id"], row["due_at"]) if told else None
        self._unit.afterwards.append(lambda: self._store.tellings.setdefault(telling, told_with))

    async def told_since(self, person_id: int, since: datetime) -> int:
        told = [(one, with_) for one, with_ in self._store.tellings.items() if with_ and not one.urgent]
        return len({with_[1] for one, with_ in told if one.person_id == person_id and with_[1] >= since})

    async def moments(self, *, limit: int) -> Sequence[tuple[int, str, datetime]]:
        earliest: dict[tuple[int, str], datetime] = {}
        for telling, told_with in self._store.tellings.items():
            if told_with is None:
                who = telling.person_id, telling.estate_key
                earliest[who] = min(telling.due_at, earliest.get(who, telling.due_at))
        return sorted(((*who, due) for who, due in earliest.items()), key=lambda each: each[2])[:limit]

    async def take_due(self, person_id: int, estate_key: str, *, now: datetime) -> Sequence[Telling]:
        waiting = [telling for telling, told_with in self._store.tellings.items() if told_with is None]
        return [
            each
            for each in waiting
            if (each.person_id, each.estate_key) == (person_id, estate_key) and each.due_at <= now
        ]

    async def put_off(self, telling_id: int, due_at: datetime) -> None:
        moved = {replace(each, due_at=due_at) if each.id == telling_id else each: told_with
                 for each, told_with in self._store.tellings.items()}  # fmt: skip
        self._store.tellings = moved

    async def told(self, telling_ids: Iterable[int], *, told_with: int, now: datetime) -> None:
        these = [each for each in self._store.tellings if each.id in set(telling_ids)]
        self._unit.afterwards.append(lambda: self._store.tellings.update(dict.fromkeys(these, (told_with, now))))


class _Attention:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def of(self, person_id: int, wish_id: int | None = None) -> Attention | None:
        return self._store.attention.get((person_id, wish_id))


class _Verdicts:
    """Nobody is asked whether anything is done."""

    async def last(self, wish_id: int) -> None:
        return None


class _Nothing:
    """No deliberation, no step of a course, no project."""

    async def of(self, wish_id: int) -> tuple[()]:
        return ()

    async def of_wish(self, wish_id: int) -> tuple[()]:
        return ()


class FakeUnit:
    """What is done in it happens when it is committed."""

    bot_id = 1

    def __init__(self, store: Store) -> None:
        self.store = store
        self.afterwards: list[Any] = []
        self.people, self.wishes, self.answers = _Got(store.people), _Got(store.wishes), _Got(store.answers)
        self.chats, self.followers, self.outbox = _Chats(store), _Followers(store), _Touches(self)
        self.filed_for = _FiledFor(store)
        self.transcripts = _Transcripts(store)
        self.gathered = _Gathered(store)
        self.topics = _Topics(store)
        self.tellings, self.attention = _Tellings(self), _Attention(store)
        self.verdicts = _Verdicts()
        self.deliberations = self.course = self.projects = _Nothing()
        self.postings = _Postings()
        self.bulletins = _Bulletins()
        self.grants = _Grants()
