"""The simulated Telegram itself: who and what there is, and the four things that happen to messages.

`post`, `changed`, `remove` and `pin` are the only places where messages come, change and go; each tells the bots that
may hear of it and every open app.
"""

import asyncio
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from simulator import privacy, screen, wire
from simulator.clock import Clock
from simulator.ephemeral import Ephemeral
from simulator.errors import Impossible
from simulator.events import Events
from simulator.faults import Faults
from simulator.files import Files
from simulator.flood import Flood
from simulator.model import Bot, Chat, Json, Member, Message, Person, Query, User
from simulator.updates import UpdateQueue
from simulator.webhooks import Webhook

FIRST_PERSON_ID = 1_000_001
FIRST_GROUP_ID = -1_001_000_000_001
FIRST_BASIC_GROUP_ID = -4_000_001


@dataclass(frozen=True)
class Call:
    """One Bot API call and what became of it. `answer` is the whole JSON body, None if it was dropped or no JSON."""

    at: str  #: ISO UTC, simulator time
    bot: str
    method: str
    params: Json
    answer: Json | None
    source: str | None = None  #: of a refusal: where its text is from (`simulator.errors`)

    def to_json(self) -> Json:
        answer = self.answer or {}
        body: Json = {"at": self.at, "bot": self.bot, "method": self.method, "params": self.params}
        body["ok"] = bool(answer.get("ok"))
        for name in ("error_code", "description"):
            if name in answer:
                body[name] = answer[name]
        if self.source is not None:
            body["source"] = self.source
        return body


@dataclass(eq=False)
class Followers:
    """The clock's followers and the last change each has acknowledged."""

    acknowledged: dict[object, int] = field(default_factory=dict)
    news: asyncio.Condition = field(default_factory=asyncio.Condition)


class World:
    """Everything the simulator knows. One event loop owns it; nothing here waits."""

    def __init__(self, *, start: datetime | None = None, rate: int = 1) -> None:
        self.clock = Clock(start=start or datetime.now(UTC), rate=rate, monotonic=time.monotonic)
        self.files = Files()
        self.events = Events()
        self.faults = Faults()
        self.ephemeral = Ephemeral()
        self.followers = Followers()
        self.enforce_limits = True
        self.people: dict[int, Person] = {}
        self.bots: dict[int, Bot] = {}
        self.groups: dict[int, Chat] = {}
        self.private: dict[tuple[int, int], Chat] = {}  #: by bot id and person id
        self.queues: dict[int, UpdateQueue] = {}
        self.webhooks: dict[int, Webhook] = {}
        self.floods: dict[int, Flood] = {}
        self.queries: dict[str, Query] = {}
        self.polls: dict[str, Message] = {}  #: by the poll's id
        self.without_polls: set[int] = set()  #: ids of groups where administrators alone may post polls
        self.calls: list[Call] = []
        self.recorded_updates: list[tuple[int, Json]] = []  #: bot id and the update as queued
        self.working = 0  #: Bot API calls being worked on now, polls left out
        self._chat_instances: dict[int, str] = {}

    # who and where

    def add_bot(self, *, token: str, name: str, username: str, sees_all: bool = False) -> Bot:
        number, _, secret = token.partition(":")
        if not number.isdigit() or not secret:
            raise Impossible("a bot's token is <digits>:<letters>, as BotFather gives it")
        if not username.lower().endswith("bot"):
            raise Impossible("a bot's username ends with 'bot'")
        if int(number) in self.bots:
            raise Impossible(f"there is a bot with the id {number} already")
        bot = Bot(int(number), token, name, username, sees_all)
        self.bots[bot.id] = bot
        self.queues[bot.id] = UpdateQueue(self.clock.seconds, first_id=bot.id % 900_000_000 + 1)
        self.floods[bot.id] = Flood()
        self.events.tell_all({"kind": "bots", "bots": [screen.bot(one) for one in self.bots.values()]})
        return bot

    def add_person(
        self,
        *,
        name: str,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = "zh-hans",
        person_id: int | None = None,
    ) -> Person:
        if not name.strip():
            raise Impossible("a person has a name")
        number = person_id if person_id is not None else max([*self.people, FIRST_PERSON_ID - 1]) + 1
        if number <= 0 or number in self.people or number in self.bots:
            raise Impossible(f"{number} cannot be a new person's id")
        if username and any(username.lower() == (one.username or "").lower() for one in self.users()):
            raise Impossible(f"the username {username} is taken")
        person = Person(number, name, last_name, username, language)
        self.people[number] = person
        self.events.tell_all({"kind": "people", "people": [screen.person(one) for one in self.people.values()]})
        return person

    def users(self) -> Iterable[User]:
        yield from self.people.values()
        yield from self.bots.values()

    def user(self, user_id: int) -> User | None:
        return self.people.get(user_id) or self.bots.get(user_id)

    def by_token(self, token: str) -> Bot | None:
        return next((bot for bot in self.bots.values() if bot.token == token), None)

    def private_chat(self, bot: Bot, person: Person) -> Chat:
        key = (bot.id, person.id)
        if key not in self.private:
            chat = Chat(person.id, "private", person=person, bot=bot)
            for user in (bot, person):
                chat.members[user.id] = Member(user, "member")
            self.private[key] = chat
        return self.private[key]

    def new_group_id(self, *, basic: bool = False) -> int:
        if basic:
            return min([FIRST_BASIC_GROUP_ID + 1, *(one.id for one in self.groups.values() if one.kind == "group")]) - 1
        return min([*self.groups, FIRST_GROUP_ID + 1]) - 1

    def chats(self) -> list[Chat]:
        return [*self.groups.values(), *self.private.values()]

    def bot_of(self, chat: Chat) -> Bot:
        """A bot through whose eyes the chat is shown: one inside, else the first of the world."""
        inside = [member.user for member in chat.members.values() if member.inside and isinstance(member.user, Bot)]
        if inside:
            return inside[0]
        if not self.bots:
            return Bot(0, "0:none", "nobody", "nobody_bot")
        return next(iter(self.bots.values()))

    def chat_instance(self, chat: Chat) -> str:
        return self._chat_instances.setdefault(id(chat), str(secrets.randbits(62) + 1))

    # what happens to messages

    def post(self, chat: Chat, sender: User, **content: Any) -> Message:
        """A new message appears: numbered, kept, delivered to the bots that may hear it, shown to people.

        With a `receiver` it is an ephemeral one.
        """
        member = chat.members.get(sender.id)
        hides = chat.bot is None and member is not None and member.anonymous
        message = Message(
            id=chat.next_message_id,
            chat=chat,
            sender=sender,
            date=self.clock.timestamp(),
            sender_chat=chat if hides else None,
            **content,
        )
        if message.receiver is not None:
            chat.last_ephemeral_id += 1
            message.ephemeral_id = chat.last_ephemeral_id
            message.id = -message.ephemeral_id
        _thread(message)
        chat.messages[message.id] = message
        if message.ephemeral_id is None:
            if chat.bot is None:
                chat.last_message_id = message.id
            else:
                chat.bot.last_private_message_id = message.id
            if isinstance(sender, Bot) and message.service is None:
                chat.last_speaking_bot = sender.id
        self._tell_bots("message", message)
        self._tell_people("message", message)
        return message

    def changed(self, message: Message) -> None:
        """A message's content or keyboard changed. Bots hear of people's edits only."""
        if isinstance(message.sender, Person):
            self._tell_bots("edited_message", message)
        self._tell_people("edited", message)

    def redrawn(self, message: Message) -> None:
        """People see it anew; no bot is told of an edit."""
        self._tell_people("edited", message)

    def remove(self, message: Message) -> None:
        message.deleted = True
        chat = message.chat
        chat.asking = {person: asked for person, asked in chat.asking.items() if asked != message.id}
        was_pinned = message.id in chat.pinned
        chat.pinned = [number for number in chat.pinned if number != message.id]
        event = {"kind": "deleted", "chat": chat.id, "ids": [message.id]}
        self.events.tell(lambda reader: event if screen.reads(message, reader) else None)
        if was_pinned:
            self.tell_pins(chat)

    def pin(self, message: Message, by: User, *, silent: bool = False) -> None:
        chat = message.chat
        if message.id in chat.pinned:
            return  # nothing changes, nothing is announced (assumed)
        chat.pinned.append(message.id)
        self.post(chat, by, service={"kind": "pinned_message", "message": message}, silent=silent)
        self.tell_pins(chat)

    def unpin(self, message: Message) -> None:
        message.chat.pinned.remove(message.id)
        self.tell_pins(message.chat)

    def tell_pins(self, chat: Chat) -> None:
        event = {"kind": "pinned", "chat": chat.id, "message_id": chat.pinned[-1] if chat.pinned else None}
        self.events.tell(lambda reader: event if screen.sees(chat, reader) else None)

    def tell_chat(self, chat: Chat, also: int | None = None) -> None:
        """A chat is new or changed; `also` names somebody outside who must learn it (they just left)."""
        body = screen.chat(chat)

        def event(reader: int | None) -> Json | None:
            if screen.sees(chat, reader):
                return {"kind": "chat", "chat": body}
            return {"kind": "chat", "chat": {**body, "left": True}} if reader == also else None

        self.events.tell(event)

    # what bots are told

    def deliver(self, bot: Bot, kind: str, body: Json) -> None:
        update = self.queues[bot.id].put(kind, body)
        if update is not None:
            self.events.count += 1
            self.recorded_updates.append((bot.id, update))

    def _tell_bots(self, kind: str, message: Message) -> None:
        for bot in self.bots.values():
            own = message.sender is bot and message.service is None
            if not own and privacy.hears(bot, message):
                self.deliver(bot, kind, wire.message(message, bot, self.files))

    def _tell_people(self, kind: str, message: Message) -> None:
        chat = message.chat

        def event(reader: int | None) -> Json | None:
            if not screen.reads(message, reader):
                return None
            return {"kind": kind, "chat": chat.id, "message": screen.message(self, message, reader)}

        self.events.tell(event)

    def idle(self) -> Json:
        """Whether every bot that ever listened has taken and confirmed all it was sent and waits for more."""
        listening = [queue for queue in self.queues.values() if queue.has_listened]
        pending = sum(queue.pending() for queue in listening or self.queues.values())
        polling = bool(listening) and all(queue.polling or queue.hooked for queue in listening)
        quiet = pending == 0 and polling and self.working == 0
        return {
            "idle": quiet,
            "pending_updates": pending,
            "polling": polling,
            "working": self.working,
            "activity": self.events.count + len(self.calls),
        }


def _thread(message: Message) -> None:
    """An answer in a supergroup belongs to the thread of what it answers (TDLib, top_thread_message_id)."""
    original = message.reply_to
    is_plain = message.thread_id is None and message.ephemeral_id is None
    if is_plain and original is not None and message.chat.kind == "supergroup":
        message.thread_id = original.thread_id or original.id
