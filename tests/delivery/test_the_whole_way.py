"""Delivery with the real store, the real texts and the simulated Telegram with its limits on."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.delivery import Delivery
from bot.domain.notices import WishAnswered, WishChanged, WishFiled
from bot.domain.people import Body, Chat, Purpose, Speaker
from bot.domain.people import Person as Resident
from bot.domain.places import Place
from bot.domain.wishes import AnswerKind, Category, Draft, Kind, Stance, Visibility, Wish
from bot.files import FileFetcher, FolderOfBytes
from bot.messages import Line, Photo, Reply
from bot.nursery import Nursery
from bot.services import cards
from bot.store import Database, Store
from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer
from bot.transport import BotApi
from simulator.client import Group, Person
from simulator.client import World as Story
from simulator.server import serve
from simulator.world import World
from tests.delivery.fakes import ESTATE, START, FakeClock

TOKEN = "7000000001:local-secret"
BOT_ID = 7000000001


@dataclass
class Town:
    """A bot's delivery and its town; one clock for both."""

    story: Story
    store: Store
    api: BotApi
    clock: FakeClock
    folder: FolderOfBytes

    def delivery(self, nursery: Nursery) -> Delivery:
        delivery = Delivery(
            queue=self.store.queue,
            units=self.store.units,
            transport=self.api,
            composer=cards.compose,
            renderer=Renderer(Catalog.load(), "wishwell_bot"),
            shelf=self.store.shelf,
            photos=self.folder,
            clock=self.clock,
            nursery=nursery,
            estates={ESTATE.key: ESTATE},
            default_language="zh",
            owner=self.store.owner,
        )
        self.store.units.hand_over_to(delivery.take_over)
        nursery.keep(delivery.run, name="delivery")
        return delivery

    @asynccontextmanager
    async def delivering(self) -> AsyncIterator[Delivery]:
        async with Nursery() as nursery:
            yield self.delivery(nursery)
            nursery.cancel()

    async def settles(self, quiet: Callable[[], Awaitable[bool]]) -> None:
        """Raises TimeoutError after 60 real seconds."""
        async with asyncio.timeout(60):
            while not await quiet():
                await asyncio.to_thread(int)  # the database works in a thread

    async def passes(self, delivery: Delivery, *steps_s: float) -> None:
        for step_s in steps_s:
            self.clock.advance(step_s)
            await self.story.advances(seconds=step_s)
            await self.settles(delivery.quiet)

    async def group(self, group: Group, purpose: Purpose) -> Chat:
        async with self.store.units.writing() as uow:
            chat = await uow.chats.seen(telegram_id=group.id, private=False, title=group.title)
            return await uow.chats.bind(chat.id, estate_key=ESTATE.key, purpose=purpose, place=Place(building="3"))

    async def resident(self, person: Person, *, starts: bool = True) -> Resident:
        if starts:
            await person.starts()
        async with self.store.units.writing() as uow:
            resident = await uow.people.seen(
                telegram_id=person.id, name=person.name, username=None, client_language="zh"
            )
            await uow.people.set_started(resident.id, starts)
            return await uow.people.get(resident.id)

    async def wish(self, author: Resident, chat: Chat) -> Wish:
        draft = Draft(Kind.WANT, "三楼的灯坏了", Place("3", floor=3), Category.REPAIR, Visibility.PUBLIC)
        async with self.store.units.writing() as uow:
            return await uow.wishes.add(
                draft, estate_key=ESTATE.key, author=author, chat_id=chat.id, filed_at=START, next_date=None
            )

    async def says(self, chat: Chat, *replies: Reply) -> None:
        async with self.store.units.writing() as uow:
            for reply in replies:
                await uow.outbox.say(chat.id, reply, language="zh")

    async def photo(self, person: Person) -> str:
        """A photo somebody sent to the bot; its key."""
        await person.photographs()
        update = (await self.api.updates(offset=None, timeout_s=0))[-1]
        size = update["message"]["photo"][-1]
        async with self.store.units.writing() as uow:
            return await uow.files.keep(Photo(size["file_id"], size["file_unique_id"]))


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    world = World(start=START, rate=0)
    world.add_bot(token=TOKEN, name="邻愿", username="wishwell_bot")
    clock = FakeClock()
    store = Store(Database.open(sqlite_url), BOT_ID, clock)
    async with (
        serve(world) as running,
        await Story.connect(running.base_url) as story,
        BotApi(
            TOKEN, base_url=running.base_url, timeout_s=5, trust_environment=False, allowed_updates=("message",)
        ) as api,
    ):
        story.autosettle = False
        yield Town(story, store, api, clock, FolderOfBytes(tmp_path / "files"))
    await store.close()


def said(n: int) -> Reply:
    """Some text of the catalog in which a number can be found again."""
    return Reply((Line("notice-thanked", {"number": str(n), "name": "王"}),))


async def numbers(reader: Person, to: Group | None = None) -> list[int]:
    texts = [message.text for message in await reader.reads(to)]
    return [int("".join(filter(str.isdigit, text))) for text in texts if "谢谢您" in text]


async def test_a_wish_from_its_card_to_the_picture_that_it_is_done(town: Town) -> None:
    wang, li, zhao, chen = [await town.story.person(name) for name in ("王阿姨", "李叔", "赵奶奶", "陈主任")]
    group = await town.story.group("3号楼邻居群", creator=wang, members=[li, zhao])
    desk = await town.story.group("居委会", creator=chen)
    building, _desk = await town.group(group, Purpose.BUILDING), await town.group(desk, Purpose.STAFF)
    author, joiner, speaker = await town.resident(wang), await town.resident(li), await town.resident(chen)
    shy = await town.resident(zhao, starts=False)
    wish = await town.wish(author, building)
    photo = await town.photo(chen)
    fetcher = FileFetcher(shelf=town.store.shelf, folder=town.folder, transport=town.api, clock=town.clock)
    async with Nursery() as nursery:
        delivery = town.delivery(nursery)
        nursery.keep(fetcher.run, name="files")
        await town.settles(fetcher.quiet)
        async with town.store.units.writing() as uow:
            await uow.outbox.put(WishFiled(wish.id))
        delivery.wake()
        await town.settles(delivery.quiet)
        card = await li.sees("三楼的灯坏了", to=group)
        await chen.sees("三楼的灯坏了", to=desk)
        async with town.store.units.writing() as uow:
            for neighbour in (joiner, shy):
                await uow.followers.add(wish.id, neighbour.id, Stance.JOIN, now=START)
            await uow.outbox.put(WishChanged(wish.id))
            answer = await uow.answers.add(
                wish_id=wish.id,
                kind=AnswerKind.DONE,
                words="换好了",
                due_on=None,
                photos=(photo,),
                speaker=Speaker(chen.id, "陈主任", Body.COMMITTEE),
                speaker_id=speaker.id,
                now=START,
            )
            await uow.outbox.put(WishAnswered(wish.id, answer.id))
        delivery.wake()
        await town.settles(delivery.quiet)
        nursery.cancel()
    for neighbour in (wang, li):
        message = await neighbour.sees("换好了")
        assert "photo" in message.body
        assert message.body["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == f"thanks:{answer.id}"
        assert sum(each.contains("换好了") for each in await neighbour.reads()) == 1
    await chen.does_not_see("换好了")
    assert sum(each.contains("三楼的灯坏了") for each in await li.reads(group)) == 1
    assert (await li.sees("三楼的灯坏了", to=group)).id == card.id
    assert await town.store.queue.waiting() == 0
    assert await town.store.queue.problems() == []


async def test_even_a_crowd_never_meets_the_flood_limit(town: Town) -> None:
    wang = await town.story.person("王阿姨")
    groups = [await town.story.group(f"{n}号楼", creator=wang) for n in range(2)]
    chats = [await town.group(group, Purpose.BUILDING) for group in groups]
    people = [await town.story.person(f"人{n}") for n in range(34)]
    privates = []
    for person in people:
        resident = await town.resident(person)
        async with town.store.units.writing() as uow:
            privates.append(await uow.chats.private_of(resident))
    for n, chat in enumerate(chats):
        await town.says(chat, *(said(100 * n + i) for i in range(25)))
    for n, chat in enumerate(privates):
        await town.says(chat, said(1000 + n))
    async with town.delivering() as delivery:
        delivery.wake()
        await town.settles(delivery.quiet)
        await town.passes(delivery, *[1] * 18, 20, 20, *[1] * 8)
    assert [call for call in await town.story.calls() if not call["ok"]] == []
    for n, group in enumerate(groups):
        assert await numbers(wang, group) == [100 * n + i for i in range(25)]
    for n, person in enumerate(people):
        assert await numbers(person) == [1000 + n]


@pytest.mark.parametrize("seed", [1, 2])
async def test_killed_in_the_middle_nothing_is_lost_and_little_said_twice(town: Town, seed: int) -> None:
    chance = random.Random(seed)
    await town.story.limits(False)
    wang = await town.story.person("王阿姨")
    groups = [await town.story.group(f"{n}号楼", creator=wang) for n in range(4)]
    chats = [await town.group(group, Purpose.BUILDING) for group in groups]
    kills = 6
    for n in range(40):
        await town.says(chats[n % 4], said(n))
    # The first kill falls for certain between a message's arrival and Telegram's word that it did.
    await town.story.fails("sendMessage", "slow", delay_s=60)
    async with town.delivering() as delivery:
        delivery.wake()
        while not any([await numbers(wang, group) for group in groups]):
            await asyncio.to_thread(int)
    assert await town.store.queue.take_over() > 0
    for _ in range(kills - 1):
        async with town.delivering() as delivery:
            delivery.wake()
            if chance.random() < 0.5:
                await town.story.fails("sendMessage", chance.choice(["drop_after", "502", "drop_before"]))
            for _ in range(chance.randint(1, 120)):
                await asyncio.to_thread(int)
        town.clock.advance(chance.choice([1, 10]))
        await town.store.queue.take_over()
    await town.story.forgets_faults()
    async with town.delivering() as delivery:
        delivery.wake()
        await town.settles(delivery.quiet)
        await town.passes(delivery, *[2] * 16)
    for n, group in enumerate(groups):
        seen = await numbers(wang, group)
        first_time = list(dict.fromkeys(seen))
        assert first_time == [each for each in range(40) if each % 4 == n]
        twice = {number: times for number, times in Counter(seen).items() if times > 1}
        assert sum(times - 1 for times in twice.values()) <= kills
