"""Every event logged anywhere has a fixed name and only fields of the list, so that none is dropped unnoticed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import logs

ROOT = Path(__file__).resolve().parents[2]
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
LOGGERS = {"log", "_log", "logger", "_logger"}
NOT_FIELDS = {"exc_info", "stack_info"}


def calls_in(source: str) -> Iterator[ast.Call]:
    """Calls of a logger: `log.info(…)`, also on `self.log` and `log.bind(…)`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS | {"bind"}:
            target = node.func.value
            name = (
                target.id if isinstance(target, ast.Name) else target.attr if isinstance(target, ast.Attribute) else ""
            )
            if name in LOGGERS:
                yield node


def wrong_in(source: str) -> list[str]:
    wrong = []
    for call in calls_in(source):
        assert isinstance(call.func, ast.Attribute)
        if call.func.attr != "bind":
            event = call.args[0] if call.args else None
            if (
                len(call.args) != 1
                or not isinstance(event, ast.Constant)
                or not logs._EVENT.fullmatch(str(event.value))
            ):
                wrong.append(f"line {call.lineno}: the event must be one fixed name")
        fields = {keyword.arg for keyword in call.keywords}
        if None in fields:
            wrong.append(f"line {call.lineno}: fields must be named one by one")
        unlisted = {field for field in fields if field} - logs.FIELDS - NOT_FIELDS
        wrong += [f"line {call.lineno}: {field} is not in logs.FIELDS" for field in sorted(unlisted)]
    return wrong


@pytest.mark.parametrize("folder", ["bot", "handlers", "conversations"])
def test_events_have_fixed_names_and_listed_fields(folder: str) -> None:
    found = {
        path.relative_to(ROOT): wrong_in(path.read_text(encoding="utf-8")) for path in (ROOT / folder).rglob("*.py")
    }
    assert {str(path): wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "line",
    [
        'log.info(f"said {words}")',
        "log.info(words)",
        'log.info("said", words)',
        'log.info("said", words=words)',
        'log.bind(name="Wang").info("said")',
        'self._log.warning("said", **everything)',
        'log.error("He said")',
    ],
)
def test_this_guard_bites(line: str) -> None:
    assert wrong_in(line)


def test_this_guard_lets_the_right_ones_pass() -> None:
    assert wrong_in('log.error("task_failed", task=name, exc_info=error)') == []
