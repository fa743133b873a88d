"""What is wrong with the settings, told so that it can be mended at once: file, line, what was likely meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

BOT_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{30,}")  #: anywhere in a text
MAX_SHOWN_CHARS = 40  #: of a refused value


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `line` counts from 1; None for the environment or a missing file."""

    source: str
    line: int | None
    message: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", masked(self.message))

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.message}"


class SettingsError(Exception):
    """Nothing is used when anything is wrong. `problems` is never empty and ordered as in the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.source, problem.line or 0)))
        super().__init__("\n".join(map(str, self.problems)))


def meant(word: str, known: Iterable[str]) -> str:
    """` Did you mean …?` with the closest known word, or an empty string."""
    by_folded = {name.casefold().replace("-", "_"): name for name in known}
    close = difflib.get_close_matches(word.casefold().replace("-", "_"), by_folded, n=1, cutoff=0.6)
    return f" Did you mean {by_folded[close[0]]}?" if close else ""


def masked(text: str) -> str:
    """The text without tokens."""
    return BOT_TOKEN.sub("<token>", text)


def shown(value: object) -> str:
    """A refused value, short enough for one line."""
    text = masked(repr(value))  # before it is cut: half a token would slip through
    return text if len(text) <= MAX_SHOWN_CHARS else text[: MAX_SHOWN_CHARS - 1] + "…"
