"""SQLite through aiosqlite with one visit of its thread for each statement.

SQLAlchemy's cursor goes there four times (make a cursor, execute, fetch, close), and each visit costs the loop several
turns: for statements as short as ours that is most of the time they take. See docs/decisions/0004.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from typing import Any, NamedTuple

import aiosqlite
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util import EMPTY_DICT, await_only


class _Executed(NamedTuple):
    """What a cursor knows when its statement has run to the end."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None


_NOTHING_YET = _Executed()


def _execute(connection: sqlite3.Connection, statement: str, values: Any) -> tuple[_Executed, list[Any]]:
    cursor = connection.execute(statement, values)
    rows = cursor.fetchall() if cursor.description else []
    executed = _Executed(cursor.description, cursor.rowcount, cursor.lastrowid)
    cursor.close()
    return executed, rows


def _execute_many(connection: sqlite3.Connection, statement: str, values: Any) -> tuple[_Executed, list[Any]]:
    cursor = connection.executemany(statement, values)
    executed = _Executed(None, cursor.rowcount, cursor.lastrowid)
    cursor.close()
    return executed, []


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor of ours lives in the thread only while its statement runs; what it found is kept here."""

    __slots__ = ()

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._cursor: Any = _NOTHING_YET
        self._soft_closed_memoized = EMPTY_DICT
        self._rows = deque()

    async def _visit(self, work: Any, statement: Any, values: Any) -> Any:
        driver: Any = self._connection
        async with self._adapt_connection._execute_mutex:
            self._cursor, rows = await driver._execute(work, driver._conn, statement, values)
            self._rows = deque(rows)

    async def _execute_async(self, operation: Any, parameters: Any) -> Any:
        await self._visit(_execute, operation, () if parameters is None else parameters)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> Any:
        await self._visit(_execute_many, operation, seq_of_parameters)

    async def _async_soft_close(self) -> None:
        pass

    def close(self) -> None:
        self._rows.clear()


class _Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()

    _cursor_cls = _Cursor


class _Driver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> AsyncAdapt_aiosqlite_connection:
        connection: Any = aiosqlite.connect(*arg, **kw)
        connection._thread.daemon = True  # as SQLAlchemy does: a connection that was forgotten keeps no process alive
        return _Connection(self, await_only(connection))


#: For `create_async_engine(module=…)`.
driver = _Driver(aiosqlite, sqlite3)
