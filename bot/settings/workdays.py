"""Which days are working days for an estate: a country's, and what config.yaml adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Self

import holidays
from pydantic import AfterValidator, model_validator

from bot.domain.workdays import SATURDAY, WeekendsOnly, Workdays
from bot.settings.group import Group, Text, wrong

#: Where days off are made up for on weekends that are announced year by year: a year without any is not known yet.
MAKES_UP = frozenset({"CN"})


def _country(value: str) -> str:
    if value not in holidays.list_supported_countries(include_aliases=False):
        raise wrong("must be the two letters of a country (ISO 3166), such as CN, HK, TW or SG; null: weekends only")
    return value


def _dates(value: tuple[date, ...]) -> tuple[date, ...]:
    if len(set(value)) < len(value):
        raise wrong("names a day twice")
    return value


Dates = Annotated[tuple[date, ...], AfterValidator(_dates)]


class WorkdaysOf(Group):
    country: Annotated[Text, AfterValidator(_country)] | None = "CN"
    off: Dates = ()
    working: Dates = ()

    @model_validator(mode="after")
    def _either(self) -> Self:
        if both := sorted(set(self.off) & set(self.working)):
            raise wrong(f"{both[0]} cannot be off and working")
        return self

    @property
    def workdays(self) -> Workdays:
        """As the rules know them."""
        if self.country is None and not self.off and not self.working:
            return WeekendsOnly()
        return CountryWorkdays(self.country, frozenset(self.off), frozenset(self.working))


@lru_cache(maxsize=64)
def _year(country: str, year: int) -> holidays.HolidayBase:
    """A country's year. One year at a time: to be asked about a day of another year, it would add that to itself."""
    return holidays.country_holidays(country, years=year, expand=False)


#: How the library calls the languages of the catalogs, the best first.
_CALLED = {"zh": ("zh_CN", "zh_TW", "zh_HK", "zh"), "zh-Hant": ("zh_TW", "zh_HK", "zh_CN"), "en": ("en_US", "en_GB")}


@lru_cache(maxsize=64)
def _names(country: str, year: int, language: str) -> holidays.HolidayBase:
    """A country's year with the names of its days in this language, or in the library's own for that country."""
    spoken = holidays.list_localized_countries(include_aliases=False).get(country, [])
    named = next((each for each in _CALLED.get(language, ()) if each in spoken), None)
    return holidays.country_holidays(country, years=year, expand=False, language=named)


def _weekend(year: holidays.HolidayBase) -> set[int]:
    """Where only Sunday is a day of rest by law, offices are closed on Saturday all the same."""
    return {SATURDAY, *year.weekend} if len(year.weekend) == 1 else set(year.weekend)


@dataclass(frozen=True, slots=True)
class CountryWorkdays:
    """A country's working days with the weekends that are worked instead, and an estate's own days off."""

    country: str | None
    off: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        if day in self.off or day in self.working:
            return day in self.working
        if self.country is None:
            return WeekendsOnly().is_working(day)
        year = _year(self.country, day.year)
        return day in year.weekend_workdays or not (day in year or day.weekday() in _weekend(year))

    def knows(self, year: int) -> bool:
        if self.country is None or any(day.year == year for day in self.off | self.working):
            return True
        found = _year(self.country, year)
        if self.country in MAKES_UP:
            return any(day.year == year for day in found.weekend_workdays)
        return bool(found.start_year <= year <= found.end_year)

    def holiday(self, day: date, language: str) -> str | None:
        if self.country is None:
            return None
        name: str | None = _names(self.country, day.year, language).get(day)
        return name
