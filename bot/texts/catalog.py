"""The Fluent catalogs: one folder of `.ftl` files for each language, loaded once.

Traditional Chinese is made of the simplified texts (`traditional`); its folder holds only what is worded differently.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import structlog
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType

from bot.texts.own_categories import GONE, Categories, is_gone, own_names, short_key
from bot.texts.terms import SHIPPED, Terms, as_fluent
from bot.texts.traditional import traditional

_FOLDER = Path(__file__).parent
DERIVED = {"zh-Hant": "zh"}  #: a language whose texts are made of another's
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
def _resources(folder: Path, language: str) -> tuple[Any, ...]:
    """A language's texts, those made of another language's first: what follows takes their place.

    Read once a process: the files do not change while it runs.
    """
    own = [file.read_text(encoding="utf-8") for file in sorted((folder / language).glob("*.ftl"))]
    if source := DERIVED.get(language):
        of_source = [file.read_text(encoding="utf-8") for file in sorted((folder / source).glob("*.ftl"))]
        own = [*map(traditional, of_source), *own]
    return tuple(FluentResource(text) for text in own)


def _bundle(folder: Path, language: str, terms: Terms, categories: Categories) -> FluentBundle:
    bundle = FluentBundle([language], functions=FUNCTIONS, use_isolating=False)
    own = (FluentResource(as_fluent(terms.get(language, {}))), FluentResource(own_names(categories, language)))
    for resource in (*_resources(folder, language), *own):
        bundle.add_resource(resource, allow_overrides=True)
    return bundle


class Catalog:
    """All texts in all languages.

    `strict`: a missing text or variable raises MissingText, as tests want it. Otherwise it is logged, without the
    values, and people get a neutral sentence.
    """

    def __init__(self, bundles: Mapping[str, FluentBundle], *, strict: bool = False) -> None:
        self._bundles = bundles
        self._strict = strict

    @classmethod
    def load(
        cls, folder: Path = _FOLDER, *, terms: Terms = SHIPPED, categories: Categories = (), strict: bool = False
    ) -> Catalog:
        """`terms`: what bodies are called here; see `bot.texts.terms`. `categories`: those with names of their own."""
        homes = sorted(path.name for path in folder.iterdir() if any(path.glob("*.ftl")))
        return cls({language: _bundle(folder, language, terms, categories) for language in homes}, strict=strict)

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
        if bundle is not None and is_gone(key) and not bundle.has_message(key):
            return self.text(GONE, {"key": short_key(key)}, language)
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
