"""Telegram's side of long polling, and an inbox, both writing down in which order things happened."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.ports import InboxRow


class Poll:
    """`Transport.updates` alone. Each call takes the next answer; an exception is raised; then it waits for ever."""

    def __init__(self, diary: list[str], *answers: Sequence[Mapping[str, Any]] | Exception) -> None:
        self._diary, self._answers = diary, list(answers)
        self.offsets: list[int | None] = []
        self.timeouts_s: list[int] = []
        self.answered_all = asyncio.Event()

    async def updates(self, *, offset: int | None, timeout_s: int) -> Sequence[Mapping[str, Any]]:
        self.offsets.append(offset)
        self.timeouts_s.append(timeout_s)
        self._diary.append(f"poll {offset}")
        if not self._answers:
            self.answered_all.set()
            await asyncio.Event().wait()
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class KeptRows:
    """`Inbox.keep` alone: by update id. `fails` are raised by the next calls."""

    def __init__(self, diary: list[str]) -> None:
        self._diary = diary
        self.rows: dict[int, InboxRow] = {}
        self.fails: list[Exception] = []

    async def keep(self, rows: Sequence[InboxRow], *, now: datetime) -> int:
        await asyncio.sleep(0)
        if self.fails:
            self._diary.append("keeping failed")
            raise self.fails.pop(0)
        new = [row for row in rows if row.update_id not in self.rows]
        self.rows |= {row.update_id: row for row in new}
        self._diary.append(f"kept {[row.update_id for row in rows]}")
        return len(new)


class Touched:
    """`Touch`: what it was told of, and whether it takes itself to be in touch."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.stands = True
        self.met_at: datetime | None = None

    async def met(self, *, since: datetime | None = None) -> None:
        self.told.append("met")
        self.stands = True

    def missed(self, at: datetime | None = None) -> None:
        self.told.append("missed")
        self.stands = False

    async def close(self) -> None:
        self.told.append("closed")
