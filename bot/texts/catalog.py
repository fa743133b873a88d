"""The Fluent catalogs: one folder of `.ftl` files for each language, loaded once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import structlog
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType

_FOLDER = Path(__file__).parent
_UNKNOWN_VARIABLE = "Unknown external: "  #: fluent.runtime names a variable that was not passed only in its message
NEUTRAL = "missing-text"  #: the text said in place of one that is missing

log = structlog.get_logger(__name__)


class MissingText(LookupError):
    """A strict catalog has no such text, or the text wants a variable that was not passed."""


class DayValue(FluentType):
    """A day as a Fluent value: `{ $day }` is written in full, `{ NEAR($day) }` as its weekday while that will do."""

    def __init__(self, full: str, near: str) -> None:
        self.full, self.near = full, near

    def format(self, locale: object) -> str:
        return self.full


def _given(value: object) -> str:
    """`GIVEN($words) -> [yes] … *[no] …`: whether a variable says anything."""
    return "yes" if isinstance(value, str) and value else "no"


def _near(value: object) -> object:
    return value.near if isinstance(value, DayValue) else value


FUNCTIONS: dict[str, Callable[[Any], Any]] = {"GIVEN": _given, "NEAR": _near}


@cache
def _bundles(folder: Path) -> Mapping[str, FluentBundle]:
    """Read once a process: the files do not change while it runs."""
    bundles = {}
    for home in sorted(path for path in folder.iterdir() if any(path.glob("*.ftl"))):
        bundle = FluentBundle([home.name], functions=FUNCTIONS, use_isolating=False)
        for file in sorted(home.glob("*.ftl")):
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
        bundles[home.name] = bundle
    return bundles


class Catalog:
    """All texts in all languages.

    `strict`: a missing text or variable raises MissingText, as tests want it. Otherwise it is logged, without the
    values, and people get a neutral sentence.
    """

    def __init__(self, bundles: Mapping[str, FluentBundle], *, strict: bool = False) -> None:
        self._bundles = bundles
        self._strict = strict

    @classmethod
    def load(cls, folder: Path = _FOLDER, *, strict: bool = False) -> Catalog:
        return cls(_bundles(folder), strict=strict)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._bundles)

    def has(self, key: str, language: str) -> bool:
        return language in self._bundles and self._bundles[language].has_message(key)

    def text(self, key: str, args: Mapping[str, Any], language: str) -> str:
        """The text with its variables filled in. Values are put in as they are: escaping is the renderer's.

        Raises:
            MissingText: only if strict.
        """
        bundle = self._bundles.get(language)
        if bundle is None or not bundle.has_message(key):
            return self._without(key, language)
        pattern = bundle.get_message(key).value
        if pattern is None:
            return self._without(key, language)
        text, errors = bundle.format_pattern(pattern, dict(args))
        if errors:
            self._complain(f"{key} ({language}): {', '.join(map(str, errors))}")
            missing = {str(error).removeprefix(_UNKNOWN_VARIABLE): "…" for error in errors}
            text, _ = bundle.format_pattern(pattern, {**missing, **args})
        return str(text)

    def _complain(self, what: str) -> None:
        if self._strict:
            raise MissingText(what)
        log.error("text_broken", what=what)

    def _without(self, key: str, language: str) -> str:
        self._complain(f"no text {key!r} in {language!r}")
        for known in (language, *self._bundles):
            if self.has(NEUTRAL, known):
                return self.text(NEUTRAL, {}, known)
        return "…"
