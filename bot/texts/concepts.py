"""Reads concepts.yaml, the words for the things of a building; says which entry is wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.domain.similarity.lexicon import Concept, Lexicon, Scope, Sort

SHIPPED = Path(__file__).with_name("concepts.yaml")

_SECTIONS = {"things": Sort.THING, "spots": Sort.SPOT, "matters": Sort.MATTER}
_KEYS = frozenset({*_SECTIONS, "akin", "opposites", "idle", "apart"})


class ConceptsRefused(ValueError):
    """The file of concepts cannot be used; the message names file and entry."""


@cache
def shipped() -> Lexicon:
    """The concepts that come with Wishwell, as its stewards have extended them."""
    return load(SHIPPED)


def load(path: Path) -> Lexicon:
    """Read a file of concepts.

    Raises:
        ConceptsRefused: it cannot be read, or an entry is not what concepts.yaml explains.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConceptsRefused(f"{path.name}: {error}") from None
    try:
        return _lexicon(data)
    except ValueError as error:
        raise ConceptsRefused(f"{path.name}: {error}") from None


def _lexicon(data: Any) -> Lexicon:
    if not isinstance(data, dict) or set(data) - _KEYS:
        raise ValueError(f"holds {', '.join(sorted(_KEYS))} and nothing else")
    concepts: list[Concept] = []
    for section, sort in _SECTIONS.items():
        entries = _mapping(data.get(section, {}), section)
        concepts += [
            _concept(str(name), sort, _mapping(entry, f"{section}: {name}")) for name, entry in entries.items()
        ]
    concepts += [
        Concept(sort, sort, _plain(_mapping(data.get(sort.value, {}), sort), sort)) for sort in (Sort.IDLE, Sort.APART)
    ]
    return Lexicon(tuple(concepts), akin=_pairs(data, "akin"), opposites=_pairs(data, "opposites"))


def _concept(name: str, sort: Sort, entry: dict[str, Any]) -> Concept:
    allowed = {"zh", "en", "scope"} if sort is Sort.THING else {"zh", "en"}
    if set(entry) - allowed:
        raise ValueError(f"{name}: knows {', '.join(sorted(allowed))}, not {', '.join(sorted(set(entry) - allowed))}")
    words = (*_text(entry, "zh", name).split(), *_listed(_text(entry, "en", name)))
    if not words:
        raise ValueError(f"{name}: has no words")
    scope = entry.get("scope", Scope.LOCAL.value)
    if scope not in list(Scope):
        raise ValueError(f"{name}: scope is one of {', '.join(Scope)}, not {scope}")
    return Concept(name, sort, words, Scope(scope))


def _plain(entry: dict[str, Any], where: str) -> tuple[str, ...]:
    return (*_text(entry, "zh", where).split(), *_text(entry, "en", where).split())


def _pairs(data: dict[str, Any], section: str) -> frozenset[frozenset[str]]:
    entry = data.get(section, [])
    if not isinstance(entry, list) or not all(isinstance(pair, list) for pair in entry):
        raise ValueError(f"{section}: is a list of pairs")
    return frozenset(frozenset(map(str, pair)) for pair in entry)


def _mapping(entry: Any, where: str) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise ValueError(f"{where}: is a list of names, each with its words")
    return entry


def _text(entry: dict[str, Any], key: str, where: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"{where}: {key} is a line of words")
    return value


def _listed(line: str) -> list[str]:
    return [word.strip() for word in line.split("/") if word.strip()]
