"""The catalogs as they are written: parsed with fluent.syntax, not as the bot reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import bot.texts

FOLDER = Path(bot.texts.__file__).parent
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Written:
    """One text as it stands in a file. `runs`: the plain words of each of its patterns, `{}` where a variable goes."""

    key: str
    file: str
    variables: frozenset[str]
    refers_to: frozenset[str]
    functions: frozenset[str]
    runs: tuple[str, ...]


class _Reader(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.refers_to: set[str] = set()
        self.functions: set[str] = set()
        self.runs: list[str] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802, named by the library
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.refers_to.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802
        self.runs.append("".join(_run(element) for element in node.elements))
        self.generic_visit(node)


def _run(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return element.value
    inner = element.expression
    return inner.parse()["value"] if isinstance(inner, ast.StringLiteral) else "{}"


def entries(language: str) -> list[tuple[str, ast.EntryType]]:
    """(file name, entry) of everything in the language's files, junk included."""
    found: list[tuple[str, ast.EntryType]] = []
    for path in sorted((FOLDER / language).glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        found += [(path.name, entry) for entry in resource.body]
    return found


def written(language: str) -> dict[str, Written]:
    found = {}
    for file, entry in entries(language):
        if isinstance(entry, ast.Message) and entry.value is not None:
            reader = _Reader()
            reader.visit(entry.value)
            found[entry.id.name] = Written(
                entry.id.name,
                file,
                frozenset(reader.variables),
                frozenset(reader.refers_to),
                frozenset(reader.functions),
                tuple(reader.runs),
            )
    return found
