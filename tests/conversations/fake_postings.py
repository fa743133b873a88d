"""What stands in for the store of where wishes are shown, and of what they resemble."""

from __future__ import annotations


class FakePostings:
    def __init__(self):
        self.claimed = []

    async def claim(self, wish, *, day, most_cards):
        self.claimed.append((wish.id, day, most_cards))


class FakeTopics:
    """No group has any."""

    async def of(self, chat_id):
        return {}


class FakeSimilarWishes:
    """Finds what a test laid out, and remembers what was said of it."""

    def __init__(self):
        self.found = []
        self.taps = []
        self.asked = 0

    async def nearest(self, estate_key, *, words, kind, where, limit):
        self.asked += 1
        return [(wish, likeness) for wish, likeness in self.found if wish.estate_key == estate_key][:limit]

    async def alike(self, wishes, *, words, kind, where):
        return [wish for wish in wishes if wish.words == words]

    async def tapped(self, *, wish_id, person_id, label, words, now):
        self.taps.append((wish_id, person_id, label, words))
