"""The list of services in config.yaml: when a question waits too long, when the list is looked through."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.domain.directory_terms import DirectoryTerms
from bot.settings.group import Group, Text, Whole, wrong

_DAYS = 28  #: every month has so many


def _day_of_year(value: str) -> str:
    found = re.fullmatch(r"(\d{2})-(\d{2})", value)
    if found is None or not (1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= _DAYS):
        raise wrong(f'must be a month and a day from 01 to {_DAYS}, in quotes, such as "01-10"')
    return value


class DirectorySettings(Group):
    question_after_days: Whole = Field(default=3, ge=1, le=30)
    review_on: Annotated[Text, AfterValidator(_day_of_year)] = "01-10"
    much_used_from: Whole = Field(default=12, ge=1, le=10_000)

    @property
    def terms(self) -> DirectoryTerms:
        """As the rules know it."""
        month, day = self.review_on.split("-")
        return DirectoryTerms(
            question_after_days=self.question_after_days,
            review_month=int(month),
            review_day=int(day),
            much_used_from=self.much_used_from,
        )
