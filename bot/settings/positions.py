"""YAML read together with the line of every key, so that a refused setting can be pointed at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.settings.problems import Problem

Loc = tuple[str | int, ...]
"""The way to a value: keys, and indexes of lists, from the top."""


@dataclass(slots=True)
class Document:
    """A YAML file as plain data. `lines` count from 1; `problems`: broken YAML, keys given twice."""

    source: str
    data: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, loc: Loc) -> int | None:
        """The line of this key, or of the nearest one around it that stands in the file."""
        for length in range(len(loc), -1, -1):
            if (line := self.lines.get(loc[:length])) is not None:
                return line
        return None

    def refuse(self, loc: Loc, message: str) -> None:
        self.problems.append(Problem(self.source, self.line_of(loc), message))


def read(text: str, *, source: str) -> Document:
    """Parse one YAML document. What cannot be parsed is in `problems`; nothing is raised."""
    document = Document(source)
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        if node is not None:
            document.data = _Reading(document, loader).value(node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(part for part in (error.context, error.problem) if part)
        document.problems.append(Problem(source, mark.line + 1 if mark else None, f"this is not YAML: {said}"))
    except yaml.YAMLError as error:
        document.problems.append(Problem(source, None, f"this is not YAML: {str(error).splitlines()[0]}"))
    return document


class _Reading:
    def __init__(self, document: Document, loader: yaml.SafeLoader) -> None:
        self._document = document
        self._loader = loader
        self._around: list[Node] = []

    def value(self, node: Node, loc: Loc) -> Any:
        self._document.lines.setdefault(loc, node.start_mark.line + 1)
        if node in self._around:
            self._document.refuse(loc, "this alias contains itself")
            return None
        self._around.append(node)
        try:
            if isinstance(node, MappingNode):
                return self._mapping(node, loc)
            if isinstance(node, SequenceNode):
                return [self.value(item, (*loc, index)) for index, item in enumerate(node.value)]
            return self._scalar(node, loc)
        finally:
            self._around.pop()

    def _mapping(self, node: MappingNode, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                self._document.problems.append(Problem(self._document.source, line, "a key must be a plain word"))
                continue
            key = key_node.value
            if key in found:
                first = self._document.lines[(*loc, key)]
                message = f"{key} is given twice; the first is in line {first}. Keep one."
                self._document.problems.append(Problem(self._document.source, line, message))
                continue
            self._document.lines[(*loc, key)] = line
            found[key] = self.value(value_node, (*loc, key))
        return found

    def _scalar(self, node: Node, loc: Loc) -> Any:
        try:
            return self._loader.construct_object(node)
        except (ConstructorError, ValueError) as error:
            said = error.problem if isinstance(error, ConstructorError) else str(error)
            self._document.refuse(loc, f"this value cannot be read: {said}")
            return None
