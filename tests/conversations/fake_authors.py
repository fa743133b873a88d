"""In memory: what authors are asked, and that nobody's filing is paused."""

from __future__ import annotations


class FakeQuestions:
    def __init__(self):
        self.rows = {}

    async def lock(self, question_id):
        return self.rows[question_id]

    async def of(self, wish_id):
        return [question for question in self.rows.values() if question.wish_id == wish_id]

    async def save(self, question):
        self.rows[question.id] = question


class FakeFilingPauses:
    """Nobody's filing is paused."""

    async def of_person(self, person_id, estate_key):
        return []
