"""What an estate lies in, and how levels of places are called, in config.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from bot.domain.place_tree import ABOVE, LevelName, PlaceLevel, Surroundings
from bot.settings.categories import Name
from bot.settings.group import Group, Text


class LiesIn(Group):
    city: Text | None = Field(default=None, min_length=1, max_length=40)
    district: Text | None = Field(default=None, min_length=1, max_length=40)
    sub_district: Text | None = Field(default=None, min_length=1, max_length=40)
    community: Text | None = Field(default=None, min_length=1, max_length=40)

    def names(self) -> tuple[tuple[PlaceLevel, str], ...]:
        """From the largest to the smallest, those that are said."""
        named = zip(ABOVE, (self.city, self.district, self.sub_district, self.community), strict=True)
        return tuple((level, name) for level, name in named if name)


class LevelNames(Group):
    zh: Name | None = None
    en: Name | None = None


class PlaceLevels(Group):
    city: LevelNames = LevelNames()
    district: LevelNames = LevelNames()
    sub_district: LevelNames = LevelNames()
    community: LevelNames = LevelNames()
    estate: LevelNames = LevelNames()
    building: LevelNames = LevelNames()
    stairwell: LevelNames = LevelNames()
    household: LevelNames = LevelNames()

    def named(self) -> Iterator[tuple[PlaceLevel, LevelNames]]:
        above = (self.city, self.district, self.sub_district, self.community)
        below = (self.estate, self.building, self.stairwell, self.household)
        for level, names in zip(PlaceLevel, (*above, *below), strict=True):
            if names.zh or names.en:
                yield level, names


class PlacesSettings(Group):
    levels: PlaceLevels = PlaceLevels()

    @property
    def level_names(self) -> tuple[LevelName, ...]:
        """Those that this installation calls otherwise."""
        return tuple(LevelName(level, names.zh, names.en) for level, names in self.levels.named())

    def surroundings(self, lies_in: LiesIn) -> Surroundings:
        """As the rules know them."""
        called = {each.level: tuple(name for name in (each.zh, each.en) if name) for each in self.level_names}
        return Surroundings(lies_in.names(), called)
