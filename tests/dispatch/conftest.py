import pytest

from tests.dispatch.office import Office
from tests.services.moving_in import settled_town, town
from tests.services.town import Town

__all__ = ["office", "settled_town", "town"]


@pytest.fixture
def office(town: Town) -> Office:
    return Office(town)
