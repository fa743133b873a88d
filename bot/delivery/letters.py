"""Writing to one person in private: whether they can be written to, in which language, and the row in the outbox."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.people import Chat, Estate, Person, language_for
from bot.messages import Reply
from bot.ports import OutboxQueue, UnitOfWork


class Letters:
    """A notice reaches each person in one message, or is skipped with a reason."""

    def __init__(self, queue: OutboxQueue, *, estates: Mapping[str, Estate], default_language: str) -> None:
        self._queue, self.estates, self._default_language = queue, estates, default_language

    def language_of(self, chat: Chat, person: Person | None = None, *, estate_key: str | None = None) -> str:
        """The reader's language in this chat."""
        estate = self.estates.get(estate_key or chat.estate_key or "")
        return language_for(person=person, chat=chat, estate=estate, default=self._default_language)

    async def why_not(self, person: Person, uow: UnitOfWork) -> str | None:
        """Why this person cannot be written to; None if they can."""
        if person.is_forgotten:
            return "forgotten"
        chat = await uow.chats.private_of(person)
        if not chat.present:
            return "blocked"
        return None if person.started else "never-started"

    async def write(self, person: Person, reply: Reply, *, notice_id: int, estate_key: str, uow: UnitOfWork) -> None:
        """One message for this notice; a second one for the same notice and person is a no-op."""
        chat = await uow.chats.private_of(person)
        await self._queue.address(
            uow,
            notice_id=notice_id,
            person_id=person.id,
            chat_id=chat.id,
            reply=reply,
            language=self.language_of(chat, person, estate_key=estate_key),
            not_before=None,
        )

    async def skip(self, person: Person, *, notice_id: int, reason: str, uow: UnitOfWork) -> None:
        await self._queue.skip(uow, notice_id=notice_id, person_id=person.id, reason=reason)
