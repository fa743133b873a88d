"""What is taken down, stated and changed, in memory."""

from __future__ import annotations

from bot.domain.amendments import Addition
from bot.domain.statements import Statement
from bot.domain.takedowns import TakedownStep


class FakeTakedowns:
    def __init__(self):
        self.steps = []

    async def of(self, wish_id):
        return [step for step in self.steps if step.wish_id == wish_id]

    async def use_up_reports(self, wish_id, *, now):
        pass

    async def add(self, *, wish_id, step, now, **more):
        self.steps.append(TakedownStep(len(self.steps) + 1, wish_id, step, now, **more))
        return self.steps[-1]


class FakeStatements:
    def __init__(self):
        self.rows = []

    async def add(self, *, wish_id, words, speaker, speaker_id, now):
        self.rows.append(Statement(len(self.rows) + 1, wish_id, words, speaker, speaker_id, now))
        return self.rows[-1]

    async def of(self, wish_id):
        return tuple(row for row in self.rows if row.wish_id == wish_id)


class FakeAmendments:
    def __init__(self):
        self.additions = []
        self.withdrawals = []

    async def of(self, wish_id):
        return list(self.additions)

    async def add(self, *, wish_id, words, photo, now):
        self.additions.append(Addition(len(self.additions) + 1, wish_id, words, photo, now))
        return self.additions[-1]

    async def withdraw(self, withdrawal):
        self.withdrawals.append(withdrawal)
