"""At a desk where nothing out of the ordinary happened."""

from __future__ import annotations

from bot.domain.deliberations import NO_DISSENTS


class FakeTriages:
    """Nobody chose anything: the words suggest it."""

    async def of(self, wish_id):
        return None


class FakeDeliberations:
    """Nothing is argued."""

    async def of(self, wish_id):
        return ()


class FakeReferrals:
    """Nothing was passed on."""

    async def of(self, wish_id):
        return ()


class FakeDissents:
    """Nobody sees anything differently."""

    async def on(self, wish_id):
        return NO_DISSENTS
