"""What stands in for the store of claims and of offers that are matched."""

from __future__ import annotations


class FakeMatches:
    """Nobody is asked anything; what is to be looked at is remembered."""

    def __init__(self):
        self.looks = {}

    async def look_at(self, wish_id, *, at):
        self.looks[wish_id] = at

    async def open_of_want(self, want_id):
        return None


class FakeWishClaims:
    """Nobody claimed anything."""

    async def get(self, claim_id):
        raise LookupError(claim_id)

    async def open_of(self, wish_id):
        return None

    async def last(self, wish_id):
        return None
