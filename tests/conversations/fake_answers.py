"""Answers in memory, out or held."""

from __future__ import annotations

from bot.domain.wishes import Answer


class FakeAnswers:
    def __init__(self):
        self.rows = []
        self.held = {}

    async def add(self, *, wish_id, kind, words, due_on, photos, speaker, speaker_id, now):
        answer = Answer(len(self.rows) + 1, wish_id, kind, words, due_on, photos, speaker, speaker_id, now)
        self.rows.append(answer)
        return answer

    async def of(self, wish_id):
        return [answer for answer in self.rows if answer.wish_id == wish_id and answer.id not in self.held]

    async def held_of(self, wish_id):
        return [answer for answer in self.rows if answer.wish_id == wish_id and answer.id in self.held]

    async def held_until(self, answer_id):
        return self.held.get(answer_id)

    async def hold(self, answer_id, *, due_at):
        self.held[answer_id] = due_at
