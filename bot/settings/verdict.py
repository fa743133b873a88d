"""How long config.yaml waits for those affected to say whether a wish is done."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bot.domain.verdicts import Terms
from bot.settings.group import Group, Whole


class VerdictSettings(Group):
    answer_within_days: Whole = Field(default=7, ge=1, le=90)
    return_within_days: Whole = Field(default=3, ge=1, le=90)
    reopen_within_days: Whole = Field(default=30, ge=1, le=365)
    ask_again_after_days: Whole = Field(default=28, ge=2, le=365)

    @model_validator(mode="after")
    def _one_question_at_a_time(self) -> Self:
        for name in ("reopen_within_days", "ask_again_after_days"):
            if getattr(self, name) <= self.answer_within_days:
                at = [((name,), "must be more than answer_within_days")]
                raise PydanticCustomError("settings_at", "{text}", {"text": at[0][1], "at": at})
        return self

    @property
    def terms(self) -> Terms:
        """As the rules know it."""
        return Terms(
            answer_within=timedelta(days=self.answer_within_days),
            return_within_days=self.return_within_days,
            reopen_within=timedelta(days=self.reopen_within_days),
            ask_again_after=timedelta(days=self.ask_again_after_days),
        )
