"""Reads concepts.yaml, the words for the things of a building; says which entry is wrong."""

from __future__ import annotations

from collections.abc import Callable
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


def standing(own: Path | None) -> Lexicon:
    """The concepts this installation goes by: those that come with Wishwell, and a steward's own file laid over them.

    In that file a known name gets more words (and another scope, if it says one), a new name is a new concept, and all
    else is added. An update of Wishwell leaves it alone.

    Raises:
        ConceptsRefused: the file cannot be read, or an entry is wrong or does not go with the others.
    """
    return shipped() if own is None else overlaid(SHIPPED, own)


def load(path: Path) -> Lexicon:
    """Read a file of concepts.

    Raises:
        ConceptsRefused: it cannot be read, or an entry is not what concepts.yaml explains.
    """
    return _told_by(path, lambda: _lexicon(_data(path)))


def overlaid(base: Path, own: Path) -> Lexicon:
    """The concepts of one file with those of another laid over them; see `standing`."""
    added = _data(own) or {}

    def merged() -> Lexicon:
        if not isinstance(added, dict) or set(added) - _KEYS:
            raise ValueError(f"holds {', '.join(sorted(_KEYS))} and nothing else")
        return _lexicon(_laid_over(_data(base), added))

    return _told_by(own, merged)


def _told_by(path: Path, read: Callable[[], Lexicon]) -> Lexicon:
    try:
        return read()
    except ValueError as error:
        raise ConceptsRefused(f"{path.name}: {error}") from None


def _data(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConceptsRefused(f"{path.name}: {error}") from None


def _laid_over(base: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for section in _SECTIONS:
        entries = dict(base.get(section, {}))
        for name, entry in _mapping(added.get(section, {}), section).items():
            entries[name] = _entry_over(entries.get(name, {}), _mapping(entry, f"{section}: {name}"), str(name))
        result[section] = entries
    for section in (Sort.IDLE.value, Sort.APART.value):
        if section in added:
            result[section] = _entry_over(base.get(section, {}), _mapping(added[section], section), section)
    for section in ("akin", "opposites"):
        own = added.get(section, [])
        if not isinstance(own, list):
            raise ValueError(f"{section}: is a list of pairs")
        result[section] = [*base.get(section, []), *own]
    return result


def _entry_over(base: dict[str, Any], added: dict[str, Any], name: str) -> dict[str, Any]:
    """The words of both; English ones are parted by strokes in entries and by blanks in `idle` and `apart`."""
    stroke = " " if name in (Sort.IDLE, Sort.APART) else " / "
    words = {"zh": " ", "en": stroke}
    joined = {
        key: parting.join(filter(None, (_text(base, key, name), _text(added, key, name))))
        for key, parting in words.items()
    }
    return {**base, **added, **joined}


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
