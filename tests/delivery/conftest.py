from collections.abc import AsyncIterator, Iterator

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

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


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    """What was logged; whatever happens, nobody's words or names are among it."""
    with capture_logs() as lines:
        yield lines
    for line in lines:
        said = " ".join(str(value) for name, value in line.items() if name != "exc_info")
        assert "三楼" not in said
        assert "zh|" not in said
