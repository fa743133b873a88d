"""An office that broadcasts, for the store's tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.domain.broadcasts import Audience, Broadcast, BroadcastState, Channel, Content, Progress, Whom
from bot.domain.people import Body, Chat, Speaker
from bot.ports import Parcel
from bot.ports.broadcasts import Reached
from bot.store import Store
from tests.store.building import Building
from tests.store.post import Post

LI = Speaker(0, "李书记", Body.COMMITTEE)
EVERYBODY = Audience(Whom.ALL, ("east",))
HOUR = timedelta(hours=1)


@dataclass
class Office:
    """Sends broadcasts of the building's committee, and brings them there."""

    building: Building
    post: Post

    @property
    def store(self) -> Store:
        return self.building.store

    async def sends(self, *groups: Chat, people: tuple[int, ...] = (), **other: Any) -> Broadcast:
        now = self.building.clock.now()
        values: dict[str, Any] = {
            "estate_key": "east", "channel": Channel.BOTH, "ask_read": False, "emergency": False,
            "state": BroadcastState.SENDING, "by": LI, "by_id": self.building.li.id,
            "desk_chat_id": self.building.chat.id, "starts_at": now, "now": now,
        }  # fmt: skip
        content, audience = other.pop("content", Content({"zh": "停水"})), other.pop("audience", EVERYBODY)
        async with self.store.units.writing() as uow:
            reached = (await uow.broadcasts.reach(people, muted_too=False)).people
            reached = Reached(groups, reached, other.pop("unreached", {}))
            return await uow.broadcasts.add(content, audience, **values | other, reached=reached)

    async def puts(self, broadcast: Broadcast, limit: int = 10) -> list[int]:
        """Ids of the chats whose turn it is."""
        async with self.store.units.writing() as uow:
            recipients = await uow.broadcasts.put(broadcast, limit=limit)
            for each in recipients:
                await uow.outbox.touch(each.chat.id, f"bc:{broadcast.id}")
        return [each.chat.id for each in recipients]

    async def settles(self, broadcast: Broadcast) -> tuple[int, int]:
        async with self.store.units.writing() as uow:
            return await uow.broadcasts.settle(broadcast)

    async def saves(self, broadcast: Broadcast) -> Broadcast:
        async with self.store.units.writing() as uow:
            await uow.broadcasts.save(broadcast, feed_at=None if broadcast.is_over else self.building.clock.now())
            return await uow.broadcasts.get(broadcast.id)

    async def progress(self, broadcast: Broadcast) -> Progress:
        async with self.store.units.reading() as uow:
            return await uow.broadcasts.progress(await uow.broadcasts.get(broadcast.id))

    async def claimed(self) -> dict[int, Parcel]:
        return {parcel.chat.id: parcel for parcel in await self.post.claim(limit=30)}

    async def arrives(self, *, failing: Mapping[int, str] | None = None) -> None:
        """All that can be claimed arrives, but for those that fail, with the reason."""
        for number, (chat_id, parcel) in enumerate((await self.claimed()).items()):
            if reason := (failing or {}).get(chat_id):
                await self.post.queue.failed(parcel, reason=reason, now=self.building.clock.now())
            else:
                await self.post.sent(parcel, message_id=100 + number)


async def started(building: Building, telegram_id: int, name: str) -> int:
    person = await building.person(telegram_id, name)
    await building.private(person)
    async with building.store.units.writing() as uow:
        await uow.people.set_started(person.id, True)
    return person.id
