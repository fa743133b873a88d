"""Many groups and people for whoever tells all of them something: put into Telegram and into the bot's books directly.

Through the doors the bot would first be told of each of them; what is killed here is the telling.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.people import Purpose
from bot.domain.places import Place
from simulator.model import USUAL_RIGHTS, Chat, Member, Person
from tests.faults.stage import Stage

FIRST_BUILDING, FIRST_GROUP_ID, FIRST_PERSON_ID = 100, -1_002_000_000_001, 3_000_001
_AT_ONCE = 200  #: people of one transaction
_ENGLISH_EVERY = 10  #: so many have a phone that speaks English


@dataclass(frozen=True, slots=True)
class Audience:
    """Chats that each are to be told; the estate's own groups and residents are told besides."""

    groups: tuple[Chat, ...]
    people: tuple[Chat, ...]  #: private chats

    @property
    def chats(self) -> tuple[Chat, ...]:
        return self.groups + self.people


async def gathered(stage: Stage, *, groups: int, people: int) -> Audience:
    """Buildings with a group each, and people who live in them and pressed Start."""
    homes, told = [], []
    async with stage.books.store.units.writing() as uow:
        for number in range(groups):
            chat = Chat(FIRST_GROUP_ID - number, "supergroup", title=f"{FIRST_BUILDING + number}号楼")
            chat.members[stage.us.id] = Member(stage.us, "administrator", USUAL_RIGHTS)
            stage.telegram.groups[chat.id] = chat
            seen = await uow.chats.seen(telegram_id=chat.id, private=False, title=chat.title or "")
            place = Place(building=str(FIRST_BUILDING + number))
            homes.append(await uow.chats.bind(seen.id, estate_key="sunny", purpose=Purpose.BUILDING, place=place))
            told.append(chat)
    private = []
    for first in range(0, people, _AT_ONCE):
        async with stage.books.store.units.writing() as uow:
            for number in range(first, min(people, first + _AT_ONCE)):
                language = "en" if number % _ENGLISH_EVERY == 0 else "zh"
                person = Person(FIRST_PERSON_ID + number, f"邻居{number}", language=language)
                stage.telegram.people[person.id] = person
                home, group = homes[number % groups], told[number % groups]
                group.members[person.id] = Member(person, "member")
                chat = stage.telegram.private_chat(stage.us, person)
                chat.started = True
                private.append(chat)
                named = {"name": person.first_name, "username": None, "client_language": language}
                known = await uow.people.seen(telegram_id=person.id, **named)  # type: ignore[arg-type]
                await uow.chats.private_of(known)
                await uow.people.set_started(known.id, True)
                await uow.chats.add_resident(home.id, known.id, now=stage.telegram.clock.now())
                await uow.people.set_home(known.id, home.id)
    return Audience(tuple(told), tuple(private))
