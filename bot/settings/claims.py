"""Who claims in the name of an organisation, and how long claims wait, in config.yaml."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.domain.claim_terms import ClaimTerms, Organisation
from bot.settings.group import Group, Text, Whole, wrong


def _id(value: int) -> int:
    if value <= 0:
        raise wrong("must be the id of a person; negative ids are groups")
    return value


def _name(value: str) -> str:
    if not value.strip() or len(value) > 60 or "\n" in value:
        raise wrong("must be 1 to 60 characters on one line")
    return value.strip()


class OrganisationLine(Group):
    name: Annotated[Text, AfterValidator(_name)]
    ids: tuple[Annotated[Whole, AfterValidator(_id)], ...]


def _one_each(value: tuple[OrganisationLine, ...]) -> tuple[OrganisationLine, ...]:
    ids = [key for line in value for key in line.ids]
    if twice := next((key for index, key in enumerate(ids) if key in ids[:index]), None):
        raise wrong(f"lists {twice} twice; one person claims for one organisation")
    return value


Organisations = Annotated[tuple[OrganisationLine, ...], AfterValidator(_one_each)]


def organisations(lines: tuple[OrganisationLine, ...]) -> dict[int, Organisation]:
    """As the rules know them, by the Telegram id of each who claims."""
    return {key: Organisation(key, line.name) for line in lines for key in line.ids}


class ClaimSettings(Group):
    answer_within_days: Whole = Field(default=3, ge=1, le=30)
    staff_after_days: Whole = Field(default=3, ge=1, le=60)
    known_after_days: Whole = Field(default=30, ge=0, le=365)
    farthest_days: Whole = Field(default=60, ge=1, le=365)
    most_at_once: Whole = Field(default=3, ge=1, le=50)

    @property
    def terms(self) -> ClaimTerms:
        """As the rules know it."""
        return ClaimTerms(
            answer_within=timedelta(days=self.answer_within_days),
            staff_after_days=self.staff_after_days,
            known_after=timedelta(days=self.known_after_days),
            farthest_days=self.farthest_days,
            most_at_once=self.most_at_once,
        )
