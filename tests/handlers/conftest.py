import pytest

from tests.handlers.hall import Hall
from tests.services.moving_in import settled_town, town
from tests.services.town import Town

__all__ = ["hall", "settled_town", "town"]


@pytest.fixture
def hall(town: Town) -> Hall:
    return Hall(town)
