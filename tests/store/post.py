"""Delivery's hands, without delivery: say, claim, report."""

from __future__ import annotations

from bot.domain.people import Chat
from bot.messages import Reply, line
from bot.ports import Clock, Parcel
from bot.store import Store

LEASE_S = 30.0


def words(text: str, **options: object) -> Reply:
    """A reply that says just this."""
    return Reply((line("said", words=text),), **options)


def said(parcel: Parcel) -> str:
    assert parcel.reply is not None
    return str(parcel.reply.lines[0].args["words"])


class Post:
    def __init__(self, store: Store, clock: Clock) -> None:
        self.store, self.queue, self.clock = store, store.queue, clock

    async def say(self, chat: Chat, *replies: Reply, language: str = "zh") -> None:
        async with self.store.units.writing() as uow:
            for reply in replies:
                await uow.outbox.say(chat.id, reply, language=language)

    async def claim(self, limit: int = 10, owner: str = "main") -> list[Parcel]:
        return list(await self.queue.claim(owner=owner, now=self.clock.now(), lease_s=LEASE_S, limit=limit))

    async def one(self) -> Parcel:
        [parcel] = await self.claim()
        return parcel

    async def sent(self, parcel: Parcel, message_id: int = 1, text_hash: str = "h") -> None:
        await self.queue.sent(parcel, message_id=message_id, text_hash=text_hash, now=self.clock.now())

    async def send_all(self) -> list[str]:
        told = []
        while parcels := await self.claim():
            for parcel in parcels:
                told.append(said(parcel))
                await self.sent(parcel)
        return told
