"""What the bodies are called where the bot runs: 居委会 here, 管委會 or 法團 there. One YAML file of the house's own.

    zh-Hant:
      committee: 法團
      property: 管理處

Every text says these names through Fluent terms, so a name stands everywhere at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

NAMES = ("committee", "property", "owners", "moderator")
MAX_CHARS = 24  #: the longest stands on a button: "Committee only"
_MARKUP = frozenset("{}<>&\n")  #: Fluent's and Telegram's own signs

Terms = Mapping[str, Mapping[str, str]]
"""By language, then by name."""
SHIPPED: Terms = {}


class BadTerms(ValueError):
    """The file says something that cannot be used; the message says what, with the place in the file."""


def load(path: Path, *, languages: tuple[str, ...]) -> Terms:
    """Read the file.

    Raises:
        BadTerms: it is not there, no YAML, or names a language, a body or a name that cannot be.
    """
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadTerms(f"{path} cannot be read: {type(error).__name__}") from None
    except yaml.YAMLError as error:
        raise BadTerms(f"{path} is no YAML: {error}") from None
    return {language: _names(path, language, names, languages) for language, names in _table(path, said).items()}


def _table(path: Path, said: object) -> Mapping[str, object]:
    if not isinstance(said, dict):
        raise BadTerms(f"{path}: languages are expected, such as zh-Hant, with names below them")
    return said


def _names(path: Path, language: str, names: object, languages: tuple[str, ...]) -> Mapping[str, str]:
    if language not in languages:
        raise BadTerms(f"{path}: {language!r} is no language of the texts; there are {', '.join(languages)}")
    if not isinstance(names, dict) or not names.keys() <= set(NAMES):
        raise BadTerms(f"{path}: below {language} only these are expected: {', '.join(NAMES)}")
    for name, said in names.items():
        if not isinstance(said, str) or not said.strip() or len(said) > MAX_CHARS or _MARKUP & set(said):
            raise BadTerms(f"{path}: {language}.{name} must be 1 to {MAX_CHARS} plain characters on one line")
    return {name: said.strip() for name, said in names.items()}


def as_fluent(names: Mapping[str, str]) -> str:
    """The names as a Fluent resource; at the start of a sentence with a capital letter."""
    return "\n".join(_term(name, said) for name, said in names.items())


def _term(name: str, said: str) -> str:
    capital = said[:1].upper() + said[1:]
    return f'-{name} = {{ $at ->\n    [start] {{ "{_quoted(capital)}" }}\n   *[inside] {{ "{_quoted(said)}" }}\n}}\n'


def _quoted(said: str) -> str:
    """For a Fluent string literal: the name may begin with a sign that Fluent would read."""
    return said.replace("\\", "\\\\").replace('"', '\\"')
