"""What the code says: every key of the catalogs that is named in the sources, with the variables passed along."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ("bot", "handlers", "conversations")

SAYING = {"line", "say", "Line", "Button", "Toast", "Term"}  #: constructors whose first argument is a key
KEY_ARGUMENTS = {"key", "prompt", "placeholder", "label", "title", "hint", "text_key"}
NOT_VARIABLES = {"key", "data", "start", "buttons", "alert"}
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


@dataclass(frozen=True)
class Use:
    """One place that names a key. `key` holds `*` where a part is computed; `passed` is None if that is not literal."""

    key: str
    where: str
    passed: frozenset[str] | None


def uses() -> Iterator[Use]:
    for name in SOURCES:
        for path in sorted((ROOT / name).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from _in_file(path)


def constants() -> frozenset[str]:
    """Every string in the sources that could be a key, and `*` patterns of computed ones."""
    found = set()
    for name in SOURCES:
        for path in (ROOT / name).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (key := _key(node)) and KEY.fullmatch(key.replace("*", "x")):
                    found.add(key)
    return frozenset(found)


def _in_file(path: Path) -> Iterator[Use]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        where = f"{path.relative_to(ROOT)}:{node.lineno}"
        function = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if function in SAYING and node.args:
            yield from (Use(key, where, _passed(function, node)) for key in _keys(node.args[0]))
        for keyword in node.keywords:
            if keyword.arg in KEY_ARGUMENTS:
                for key in _keys(keyword.value):
                    if KEY.fullmatch(key.replace("*", "x")):
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
    if function in ("line", "say"):
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
