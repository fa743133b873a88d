"""People before the front desk: what comes in from them, and what is said to it; each in a committed unit of work."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace
from itertools import count

from bot.domain.errors import Refused
from bot.domain.house import House
from bot.domain.people import Chat
from bot.messages import Actor, BotMoved, Button, Command, Incoming, Photo, Press, Reply, Said, Say, Toast
from bot.ports import DialogState
from bot.texts.renderer import Renderer
from handlers.front import Front
from tests.services.cast import HOUSE, NOON
from tests.services.town import Town, texts
from tests.store.post import Post


class Hall:
    def __init__(self, town: Town, house: House = HOUSE) -> None:
        self.town, self.front = town, Front(house)
        self.post = Post(town.store, town.clock)
        self._ids = count(1000)
        self._private: dict[str, Chat] = {}

    async def actor(self, name: str, where: str | None = None) -> Actor:
        """In private, in the chat that the store knows."""
        if where is not None:
            return self.town.actor(name, where)
        if name not in self._private:
            self._private[name] = (await self.town.in_private(name)).chat
        return self.town.actor(name, self._private[name])

    async def comes(self, incoming: Incoming) -> tuple[Say, ...]:
        async with self.town.store.units.writing() as uow:
            said = await self.front.answer(incoming, uow=uow, now=self.town.clock.now())
            for reply in said:
                if isinstance(reply, Reply):
                    await uow.outbox.say(incoming.actor.chat.id, reply, language="zh")
        return said

    async def says(
        self,
        name: str,
        words: str = "",
        where: str | None = None,
        *,
        photo: str | None = None,
        answers: int | None = None,
    ) -> tuple[Say, ...]:
        picture = Photo(f"file-of-{photo}", photo) if photo else None
        return await self.comes(Said(await self.actor(name, where), words, next(self._ids), picture, answers))

    async def commands(self, name: str, command: str, words: str = "", where: str | None = None) -> tuple[Say, ...]:
        return await self.comes(Command(await self.actor(name, where), command, words, next(self._ids)))

    async def presses(
        self, name: str, data: str, where: str | None = None, *, message_id: int | None = 55
    ) -> tuple[Say, ...]:
        return await self.comes(Press(await self.actor(name, where), data, "query", message_id))

    async def presses_last(
        self, name: str, value: str, said: tuple[Say, ...], where: str | None = None
    ) -> tuple[Say, ...]:
        """The button of the last reply whose data has this value."""
        [data] = [each.data for each in buttons(said) if each.data and value in each.data.split(":")]
        return await self.presses(name, str(data), where)

    async def moved(
        self, name: str, where: str | None = None, *, present: bool, was: bool, administrator: bool = False
    ) -> tuple[Say, ...]:
        return await self.comes(BotMoved(await self.actor(name, where), present, administrator, was))

    async def state(self, name: str, where: str | None = None) -> DialogState | None:
        actor = await self.actor(name, where)
        async with self.town.store.units.reading() as uow:
            return await uow.dialogs.open(actor.chat.id, actor.person.id)

    async def shown(self, where: str, *, message_id: int) -> None:
        """Telegram shows all that waits for this chat: under this id."""
        parcels = [each for each in await self.post.claim() if each.chat.id == self.town.chat(where).id]
        for parcel in parcels:
            await self.post.sent(parcel, message_id=message_id)

    async def meets(self, name: str) -> None:
        """They pressed Start once."""
        async with self.town.store.units.writing() as uow:
            await uow.people.set_started(self.town.people[name].id, True)
        self.town.people[name] = replace(self.town.people[name], started=True)


async def heard(coming: Awaitable[tuple[Say, ...]]) -> list[str]:
    """What they read in each language, be it a refusal."""
    refusal: Refused | None = None
    said: tuple[Say, ...] = ()
    try:
        said = await coming
    except Refused as refused:
        refusal = refused
    if refusal is not None:
        return [texts().text(refusal.text_key(), refusal.variables, language) for language in texts().languages]
    return [rendered(said, language) for language in texts().languages]


def keys(said: tuple[Say, ...]) -> list[str]:
    """Text keys of all that is said, toasts too."""
    return [key for say in said for key in ([say.key] if isinstance(say, Toast) else [line.key for line in say.lines])]


def buttons(said: tuple[Say, ...]) -> list[Button]:
    return [button for say in said if isinstance(say, Reply) for row in say.buttons for button in row]


def data_of(said: tuple[Say, ...]) -> list[str | None]:
    return [button.data or button.start for button in buttons(said)]


def rendered(said: tuple[Say, ...], language: str) -> str:
    """As people read it: every text and variable must be there."""
    renderer = Renderer(texts(), "wishwell_bot", today=NOON.date)
    parts = []
    for say in said:
        if isinstance(say, Toast):
            parts.append(renderer.toast(say, language))
        else:
            message = renderer.render(say, language=language)
            parts += [message.text, *(button.label for row in message.buttons for button in row)]
    return "\n".join(parts)
