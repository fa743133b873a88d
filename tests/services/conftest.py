from collections.abc import AsyncIterator

import pytest

from tests.services.town import Town


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    async with Town.opened(sqlite_url) as town:
        yield town
