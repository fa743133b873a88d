"""What the code says: every key of the catalogs that is named in the sources, with the variables passed along."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ("bot", "handlers", "conversations")

SAYING = {"Line", "Button", "Toast", "Term", "words"}  #: constructors, and the renderer's own: a key comes first
SHORTHANDS = {"line", "say"}  #: likewise, where they are those of bot.messages
ASKING = {"Ask", "Choose", "ChooseMany", "Confirm", "AskDate", "AskPhoto", "Preview", "Option", "Choice"}
"""Parts of dialogs: their first argument is a name, their second a key."""
KEY_ARGUMENTS = {"key", "prompt", "placeholder", "label", "title", "hint", "text_key"}
NOT_VARIABLES = {"key", "data", "start", "buttons", "alert"}
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_KEY_FOR_SURE = re.compile(r"[a-z*][a-z0-9*]*(-[a-z0-9*]+)+")


@dataclass(frozen=True)
class Use:
    """One place that names a key. `key` holds `*` where a part is computed; `passed` is None if that is not literal."""

    key: str
    where: str
    passed: frozenset[str] | None


def uses() -> Iterator[Use]:
    for path in _sources():
        yield from uses_in(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))


def _sources() -> list[Path]:
    paths = [path for name in SOURCES for path in sorted((ROOT / name).rglob("*.py"))]
    return [path for path in paths if "migrations" not in path.parts]


def constants() -> frozenset[str]:
    """Every string in the sources that could be a key: also those in tables, which no call names."""
    return frozenset(
        node.value
        for path in _sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value)
    )


def uses_in(source: str, name: str) -> Iterator[Use]:
    """The uses in one module. `name` is said in complaints."""
    saying = SAYING | SHORTHANDS if "from bot.messages import" in source else SAYING
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        where = f"{name}:{node.lineno}"
        function = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if function in saying and node.args:
            yield from (Use(key, where, _passed(function, node)) for key in _keys(node.args[0]))
        if function in ASKING and len(node.args) > 1:
            yield from (Use(key, where, None) for key in _keys(node.args[1]))
        for keyword in node.keywords:
            if keyword.arg in KEY_ARGUMENTS:
                for key in _keys(keyword.value):
                    if _KEY_FOR_SURE.fullmatch(key):
                        yield Use(key, where, _passed(function, node) if keyword.arg == "key" else None)


def _keys(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _keys(node.body)
        yield from _keys(node.orelse)
    elif key := _key(node):
        yield key


def _key(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    return None


def _passed(function: str, call: ast.Call) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    if function in SHORTHANDS:
        return frozenset(str(keyword.arg) for keyword in call.keywords) - NOT_VARIABLES
    table = next((keyword.value for keyword in call.keywords if keyword.arg == "args"), None)
    if table is None and function in ("Line", "Term", "Toast") and len(call.args) > 1:
        table = call.args[1]
    if table is None:
        return frozenset() if len(call.args) < 4 else None
    return _names(table)


def _names(table: ast.expr) -> frozenset[str] | None:
    if not isinstance(table, ast.Dict) or not all(isinstance(key, ast.Constant) for key in table.keys):
        return None
    return frozenset(str(key.value) for key in table.keys if isinstance(key, ast.Constant))
