from tests.services.moving_in import settled_town, town

__all__ = ["settled_town", "town"]
