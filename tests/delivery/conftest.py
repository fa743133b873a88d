from collections.abc import AsyncIterator

import pytest

from bot.delivery import Limits
from bot.nursery import Nursery
from tests.delivery.fakes import PostOffice


@pytest.fixture
async def nursery() -> AsyncIterator[Nursery]:
    async with Nursery() as nursery:
        yield nursery
        nursery.cancel()


@pytest.fixture
def office(nursery: Nursery) -> PostOffice:
    """Delivery at Telegram's usual limits."""
    return PostOffice(nursery)


@pytest.fixture
def roomy(nursery: Nursery) -> PostOffice:
    """Delivery that is never paced."""
    return PostOffice(nursery, limits=Limits(1000, 1000, 1000, 60_000))
