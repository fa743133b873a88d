"""Questions whose answer comes piece by piece, until somebody says that these are all."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import Any

from conversations.questions import Answers, Step


@dataclass(frozen=True, slots=True)
class Gather(Step):
    """Up to `most` photos, or photos and documents; the answer is a list, in order of arrival."""

    _: KW_ONLY
    most: int = 1

    def taken(self, answers: Answers) -> list[Any]:
        return list(answers.get(self.name) or ())

    def skipped(self, answers: Answers) -> Answers:
        return self.put(answers, self.taken(answers))

    def offers_skip(self, answers: Answers) -> bool:
        return self.may_be_skipped(answers) and not self.taken(answers)

    def takes_photo(self, answers: Answers) -> bool:
        return True

    def is_typed(self, answers: Answers) -> bool:
        return not self.taken(answers)
