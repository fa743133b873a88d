"""An in-memory house for dialogs: the ports that conversations and the services behind them touch, and people in it."""

from __future__ import annotations

import copy
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.attention import Courtesy
from bot.domain.errors import Refused
from bot.domain.people import Body, Chat, Estate, Person, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.rights import Role
from bot.domain.verdicts import Asking
from bot.domain.whispers import UNSEEN
from bot.domain.wishes import Counts, State, Wish
from bot.messages import Actor, Command, Photo, Press, Reply, Said, Toast, Voice
from conversations import talk
from conversations.dialogs import DIALOGS
from tests.conversations.fake_answers import FakeAnswers
from tests.conversations.fake_authors import FakeFilingPauses, FakeQuestions
from tests.conversations.fake_changes import FakeAmendments, FakeStatements, FakeTakedowns
from tests.conversations.fake_claims import FakeMatches, FakeWishClaims
from tests.conversations.fake_desk import FakeDeliberations, FakeDissents, FakeReferrals, FakeTriages
from tests.conversations.fake_postings import FakePostings, FakeSimilarWishes, FakeTopics

NOON = datetime(2026, 3, 11, 4, 0, tzinfo=UTC)  #: a Wednesday, 12:00 in Shanghai
LI = Speaker(502, "李主任", Body.COMMITTEE)
OUT_AT_ONCE = Courtesy(answer_hold=timedelta(0))
ESTATE = Estate("garden", "花园小区", ZoneInfo("Asia/Shanghai"), "zh", 3, {LI.telegram_id: LI}, courtesy=OUT_AT_ONCE)
WANG = Person(1, 501, "王阿姨", started=True)
LI_PERSON = Person(2, LI.telegram_id, LI.name, started=True)
ZHAO = Person(3, 503, "赵师傅", started=True)
BUILDING = Chat(10, -1010, False, "3号楼邻里群", "garden", Purpose.BUILDING, Place(building="3"))
OTHER_BUILDING = Chat(11, -1011, False, "5号楼", "garden", Purpose.BUILDING, Place(building="5"))
LINKED = Chat(13, -1013, False, "7号楼", "garden", Purpose.BUILDING, Place(building="7"), link_code="c0de")
STAFF = Chat(12, -1012, False, "居委会工作群", "garden", Purpose.STAFF)
PRIVATE = Chat(20, 501, True)
LI_PRIVATE = Chat(21, 502, True)


class FakeDialogs:
    """Survives like rows do: what is kept is a copy, what is read is a copy."""

    def __init__(self):
        self.rows = {}
        self.runs = 0

    async def open(self, chat_id, person_id):
        return copy.deepcopy(self.rows.get((chat_id, person_id)))

    async def next_run(self):
        self.runs += 1
        return self.runs

    async def save(self, chat_id, person_id, state):
        self.rows[chat_id, person_id] = copy.deepcopy(state)

    async def close(self, chat_id, person_id):
        self.rows.pop((chat_id, person_id), None)

    async def due(self, now, *, limit):
        due = [
            (chat_id, person_id, copy.deepcopy(state))
            for (chat_id, person_id), state in self.rows.items()
            if now >= state.expires_at or (now >= state.idle_at and not state.reminded)
        ]
        return due[:limit]


class FakeWishes:
    def __init__(self):
        self.rows = {}

    async def get(self, wish_id):
        return self.rows[wish_id]

    lock = get

    async def add(self, draft, *, estate_key, author, chat_id, filed_at, next_date):
        number = len(self.rows) + 1
        wish = Wish(
            id=100 + number,
            estate_key=estate_key,
            number=number,
            kind=draft.kind,
            words=draft.words,
            place=draft.place,
            category=draft.category,
            visibility=draft.visibility,
            state=State.OPEN,
            author_id=author.id,
            author_name=author.name,
            chat_id=chat_id,
            filed_at=filed_at,
            next_date=next_date,
            photo=draft.photo,
            voice=draft.voice,
        )
        self.rows[wish.id] = wish
        return wish

    async def save(self, wish):
        self.rows[wish.id] = wish

    async def find(self, estate_key, wanted, *, limit, offset=0):
        """Of what a filter may ask, only author, chat, what was posted and since when are asked here."""
        own = [each for each in self.rows.values() if each.author_id == wanted.author_id]
        if wanted.chat_id is not None:
            own = [each for each in own if each.chat_id == wanted.chat_id]
        if wanted.posted:
            own = [each for each in own if each.has_card and each.filed_at >= wanted.filed_since]
        return own[::-1][offset : offset + limit]

    async def any_of(self, estate_key):
        return bool(self.rows)


class FakeIntakes:
    def __init__(self):
        self.rows = {}

    async def of(self, estate_key):
        return self.rows.get(estate_key)

    lock = of

    async def save(self, intake):
        self.rows[intake.estate_key] = intake


class FakeFollowers:
    def __init__(self):
        self.rows = set()

    async def stances(self, wish_id, person_id):
        return frozenset(stance for wish, person, stance in self.rows if (wish, person) == (wish_id, person_id))

    async def add(self, wish_id, person_id, stance, *, now):
        new = (wish_id, person_id, stance) not in self.rows
        self.rows.add((wish_id, person_id, stance))
        return new

    async def counts(self, wish_id):
        return Counts(joined=sum(wish == wish_id for wish, _, _ in self.rows))

    async def of(self, wish_id):
        return []


class FakeCourse:
    def __init__(self):
        self.steps = []

    async def add(self, step):
        self.steps.append(step)

    async def of(self, wish_id):
        return [step for step in self.steps if step.wish_id == wish_id]


class FakeOutbox:
    def __init__(self):
        self.notices = []
        self.said = []
        self.touched = []

    async def touch(self, chat_id, slot, *, language=""):
        self.touched.append((chat_id, slot))

    async def close_slot(self, chat_id, slot):
        pass

    async def put(self, notice):
        self.notices.append(notice)

    async def say(self, chat_id, reply, *, language):
        self.said.append((chat_id, reply, language))


class FakeFiles:
    def __init__(self):
        self.kept = []

    async def keep(self, photo):
        self.kept.append(photo.unique_id)
        return photo.unique_id


class FakeFiledFor:
    def __init__(self):
        self.rows = {}

    async def add(self, filed):
        self.rows[filed.wish_id] = filed

    async def of(self, wish_id):
        return self.rows.get(wish_id)


class FakeChats:
    async def get(self, chat_id):
        known = (BUILDING, OTHER_BUILDING, LINKED, STAFF, PRIVATE, LI_PRIVATE)
        return next(each for each in known if each.id == chat_id)

    async def private_of(self, person):
        return PRIVATE if person.id == WANG.id else LI_PRIVATE

    async def of_estate(self, estate_key, purpose):
        return [STAFF] if purpose is Purpose.STAFF else [BUILDING, OTHER_BUILDING]


class FakePeople:
    async def lock(self, person_id):
        assert await self.get(person_id)

    async def get(self, person_id):
        return next(each for each in (WANG, LI_PERSON, ZHAO) if each.id == person_id)


class FakeVerdicts:
    """Whoever is asked here stays silent."""

    async def last(self, wish_id):
        return None

    async def of(self, wish_id):
        return []

    async def ask(self, *, wish_id, answer_id, round, asked_at, closes_at, reopen_until, people):
        return Asking(1, wish_id, answer_id, round, asked_at, closes_at, reopen_until)


class FakeItems:
    """No plan."""

    async def of_wish(self, wish_id):
        return None


@dataclass
class FakeUnitOfWork:
    """No transaction, but savepoints: what a Refused service did to wishes and answers is undone."""

    bot_id: int = 1
    dialogs: FakeDialogs = field(default_factory=FakeDialogs)
    questions: FakeQuestions = field(default_factory=FakeQuestions)
    filing_pauses: FakeFilingPauses = field(default_factory=FakeFilingPauses)
    wishes: FakeWishes = field(default_factory=FakeWishes)
    intakes: FakeIntakes = field(default_factory=FakeIntakes)
    similar: FakeSimilarWishes = field(default_factory=FakeSimilarWishes)
    postings: FakePostings = field(default_factory=FakePostings)
    topics: FakeTopics = field(default_factory=FakeTopics)
    matches: FakeMatches = field(default_factory=FakeMatches)
    wish_claims: FakeWishClaims = field(default_factory=FakeWishClaims)
    followers: FakeFollowers = field(default_factory=FakeFollowers)
    answers: FakeAnswers = field(default_factory=FakeAnswers)
    course: FakeCourse = field(default_factory=FakeCourse)
    takedowns: FakeTakedowns = field(default_factory=FakeTakedowns)
    statements: FakeStatements = field(default_factory=FakeStatements)
    amendments: FakeAmendments = field(default_factory=FakeAmendments)
    filed_for: FakeFiledFor = field(default_factory=FakeFiledFor)
    verdicts: FakeVerdicts = field(default_factory=FakeVerdicts)
    triages: FakeTriages = field(default_factory=FakeTriages)
    deliberations: FakeDeliberations = field(default_factory=FakeDeliberations)
    referrals: FakeReferrals = field(default_factory=FakeReferrals)
    dissents: FakeDissents = field(default_factory=FakeDissents)
    items: FakeItems = field(default_factory=FakeItems)
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    files: FakeFiles = field(default_factory=FakeFiles)
    chats: FakeChats = field(default_factory=FakeChats)
    people: FakePeople = field(default_factory=FakePeople)

    @asynccontextmanager
    async def savepoint(self):
        wishes, answers = dict(self.wishes.rows), list(self.answers.rows)
        try:
            yield
        except Refused:
            self.wishes.rows, self.answers.rows = wishes, answers
            raise


def actor(person=WANG, chat=PRIVATE, language="zh"):
    roles = frozenset({Role.COMMITTEE}) if person is LI_PERSON else frozenset({Role.RESIDENT})
    return Actor(person, chat, language, ESTATE, roles)


class Talker:
    """A person in one chat, as the front would serve them: state from the store each time, replies kept."""

    def __init__(self, uow, person=WANG, chat=PRIVATE, *, table=DIALOGS, now=NOON):
        self.uow, self.table, self.now = uow, table, now
        self.actor = actor(person, chat)
        self.says = ()  #: of the last turn
        self.shown = []  #: all replies so far
        self.run = None
        self._message_id = 1000

    @property
    def key(self):
        return self.actor.chat.id, self.actor.person.id

    @property
    def state(self):
        return self.uow.dialogs.rows.get(self.key)

    async def begins(self, name, *, given, by_press=False, unseen=False):
        """`unseen`: the bot alone saw what it answers."""
        message_id = None if by_press else UNSEEN if unseen else self._next_message()
        says = await talk.begin(
            self.table[name], self.actor, given=given, uow=self.uow, now=self.now, message_id=message_id
        )
        self._heard(says)

    async def speaks(self, key="v1", *, seconds=12, words=""):
        await self.says_words(words, voice=Voice(f"file-{key}", key, seconds))

    async def says_words(self, words="", photo=None, voice=None):
        picture = Photo(f"file-{photo}", photo) if photo else None
        said = Said(self.actor, words, self._next_message(), picture, answers=7, voice=voice)
        state = await self.uow.dialogs.open(*self.key)
        self._turn(await talk.on_said(said, state, uow=self.uow, now=self.now, table=self.table))

    async def presses_data(self, data):
        state = await self.uow.dialogs.open(*self.key)
        press = Press(self.actor, data, "q1", 55)
        self._turn(await talk.on_press(press, state, uow=self.uow, now=self.now, table=self.table))

    async def presses(self, value):
        """The button of the newest prompt whose data has this value."""
        await self.presses_data(self.data_of(value))

    async def commands(self, name, words="", photo=None, voice=None):
        picture = Photo(f"file-{photo}", photo) if photo else None
        command = Command(self.actor, name, words, self._next_message(), picture, voice=voice)
        state = await self.uow.dialogs.open(*self.key)
        self._turn(await talk.on_command_in_the_middle(command, state, uow=self.uow, now=self.now, table=self.table))

    async def cancels(self):
        state = await self.uow.dialogs.open(*self.key)
        self._heard(await talk.cancel(self.actor, state, uow=self.uow, now=self.now))

    async def waits(self, time: timedelta):
        self.now += time
        return await talk.tick(uow=self.uow, now=self.now, table=self.table)

    @property
    def prompt(self) -> Reply:
        return self.shown[-1]

    @property
    def keys(self):
        """Text keys of the newest reply."""
        return [line.key for line in self.prompt.lines]

    @property
    def toasts(self):
        return [say.key for say in self.says if isinstance(say, Toast)]

    @property
    def values(self):
        """Values of the newest reply's buttons."""
        return [value_of(button) for row in self.prompt.buttons for button in row if button.data]

    def data_of(self, value):
        return next(
            button.data for row in self.prompt.buttons for button in row if button.data and value_of(button) == value
        )

    def moved_to(self, chat):
        other = Talker(self.uow, self.actor.person, chat, table=self.table, now=self.now)
        other.actor = replace(self.actor, chat=chat)
        return other

    def _next_message(self):
        self._message_id += 1
        return self._message_id

    def _turn(self, turn):
        self.run = turn.run
        self._heard(turn.say)

    def _heard(self, says):
        self.says = says
        self.shown += [say for say in says if isinstance(say, Reply)]


def value_of(button):
    parts = button.data.split(":")
    return parts[4] if parts[0] == "d" else button.data
