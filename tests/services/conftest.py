from tests.services.moving_in import cast, settled_town, town

__all__ = ["cast", "settled_town", "town"]
