"""What people saw more often than the bot knows of: messages sent by a process that died before it could say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row

from simulator.model import Chat, Message
from tests.faults.stage import Stage

SENDING = frozenset({"sendMessage", "sendPhoto", "sendPoll"})


@dataclass(eq=False)
class Duplicates:
    stage: Stage
    wrong: list[str] = field(default_factory=list)
    many: int = 0

    @classmethod
    def of(cls, stage: Stage, chat_ids: Mapping[int, int], rows: Sequence[Row[Any]]) -> Duplicates:
        """One for each chat and kill; and one for each answer of Telegram's that we made get lost.

        `chat_ids`: of the bot's own table, by Telegram's. `rows`: of the outbox, all there ever were.
        """
        found = cls(stage)
        for chat in stage.telegram.chats():
            found.wrong += found._in(chat, unowned(ours(stage, chat), chat_ids.get(chat.id), rows))
        return found

    def _in(self, chat: Chat, numbers: frozenset[int]) -> Iterator[str]:
        lost = self._answers_lost(chat)
        by_life = Counter(self._life_of(chat, number) for number in numbers)
        self.many += sum(by_life.values())
        for life, count in by_life.items():
            if count > 1 + lost[life] or (life + 1 == len(self.stage.lives) and count > lost[life]):
                yield f"{count} duplicates in {chat.title or chat.id} by process {life}, {lost[life]} answers lost"

    def _life_of(self, chat: Chat, number: int) -> int:
        """Which process sent it."""
        began = [life.get(chat.id, 0) for life in self.stage.lives]
        return max(index for index, last in enumerate(began) if last < number)

    def _answers_lost(self, chat: Chat) -> Counter[int]:
        lost: Counter[int] = Counter()
        for index, call in enumerate(self.stage.telegram.calls):
            if call.method in SENDING and call.answer is None and str(call.params["chat_id"]) == str(chat.id):
                lost[max(life for life, began in enumerate(self.stage.calls_before) if began <= index)] += 1
        return lost


def ours(stage: Stage, chat: Chat) -> list[Message]:
    return [each for each in chat.messages.values() if each.sender is stage.us and each.service is None]


def unowned(said: Sequence[Message], chat_id: int | None, rows: Sequence[Row[Any]]) -> frozenset[int]:
    """Messages that no row of the outbox knows. Of several photos only the last one's number is kept: of each of the
    others the latest is taken for the one that was meant."""
    owned = {row.message_id for row in rows if row.chat_id == chat_id}
    bare = {each.photo.sizes[-1].file_unique_id: each.id for each in said if each.photo and not each.body}
    owned |= set(bare.values())
    return frozenset(message.id for message in said if message.id not in owned)
