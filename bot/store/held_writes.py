"""Writing many small things in few statements: rows are held until their transaction ends or somebody has to see them.

A savepoint, too, is opened only when something inside it cannot be held. Undoing what was merely held costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, NestedTransaction

Key = TypeVar("Key")
Value = TypeVar("Value")

_ABSENT: Any = object()


@dataclass(slots=True)
class _Level:
    """The transaction itself, or a savepoint in it."""

    rows: dict[Executable, list[Mapping[str, Any]]] = field(default_factory=dict)  #: by the statement that writes them
    before: list[tuple[dict[Any, Any], Any, Any]] = field(default_factory=list)  #: what was known, to be known again
    savepoint: NestedTransaction | None = None


class HeldWrites:
    """Of one transaction. `async with` it for a savepoint.

    `forget` is called when what was read in the transaction may be true no longer.
    """

    def __init__(self, connection: Connection, *, forget: Callable[[], None]) -> None:
        self._connection, self._forget = connection, forget
        self._levels = [_Level()]

    def hold(self, statement: Executable, row: Mapping[str, Any]) -> None:
        """Write this row later. Rows of one statement keep their order; two statements may change places."""
        self._levels[-1].rows.setdefault(statement, []).append(row)

    def remember(self, known: dict[Key, Value], key: Key, value: Value) -> None:
        """Note in `known` what a held row makes true; it is taken back if the row is."""
        self._levels[-1].before.append((known, key, known.get(key, _ABSENT)))
        known[key] = value

    def make_way(self) -> None:
        """Write what is held, each part within its own savepoint: a statement comes that is not ours."""
        for depth, level in enumerate(self._levels):
            if depth and level.savepoint is None:
                level.savepoint = self._connection.begin_nested()
            self._write(level)

    async def __aenter__(self) -> None:
        """Begin a savepoint: what is held or done inside is undone when the block raises. They may be nested."""
        self._levels.append(_Level())

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        level = self._levels[-1]
        try:
            if error is None and level.savepoint is not None:
                self._write(level)
                level.savepoint.commit()
        except BaseException as failed:
            error = failed
            raise
        finally:
            self._levels.pop()
            if error is None:
                self._merge(level, self._levels[-1])
            else:
                self._undo(level)

    @staticmethod
    def _merge(level: _Level, below: _Level) -> None:
        for statement, rows in level.rows.items():
            below.rows.setdefault(statement, []).extend(rows)
        below.before += level.before

    def _write(self, level: _Level) -> None:
        rows, level.rows = level.rows, {}
        for statement, values in rows.items():
            self._connection.execute(statement, values)

    def _undo(self, level: _Level) -> None:
        for known, key, value in reversed(level.before):
            if value is _ABSENT:
                known.pop(key, None)
            else:
                known[key] = value
        if level.savepoint is not None:
            level.savepoint.rollback()
            self._forget()  # something may have been read that is undone now
