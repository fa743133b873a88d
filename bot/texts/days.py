"""Days and moments as people write them. The patterns are texts of the catalog, in CLDR's notation."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from bot.messages import Day, Moment
from bot.texts.catalog import Catalog, DayValue

_WEEK = timedelta(days=7)


def day_value(day: Day, catalog: Catalog, language: str, *, today: date | None) -> DayValue:
    """3月20日（周五）, with the year when it is not this one. Without `today` every day is taken as this year's."""
    other_year = today is not None and day.value.year != today.year
    pattern = catalog.text("pattern-day-and-year" if other_year else "pattern-day", {}, language)
    full = format_date(day.value, pattern, locale=_locale(language))
    if today is not None and today < day.value < today + _WEEK:
        return DayValue(
            full, format_date(day.value, catalog.text("pattern-weekday", {}, language), locale=_locale(language))
        )
    return DayValue(full, full)


def moment_text(moment: Moment, catalog: Catalog, language: str) -> str:
    """The moment on the clocks of its zone."""
    local = moment.value.astimezone(ZoneInfo(moment.zone))
    return format_datetime(local, catalog.text("pattern-moment", {}, language), locale=_locale(language))


def _locale(language: str) -> str:
    """As Babel writes it: zh_Hant."""
    return language.replace("-", "_")
