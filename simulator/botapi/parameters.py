"""Parameters read strictly against `table`.

Telegram overlooks names it does not know and reads numbers out of almost anything. This server refuses both, so that a
typing mistake in the bot is a failing test and not a silent nothing.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from simulator.botapi.request import Request
from simulator.botapi.table import METHODS, TYPES
from simulator.errors import ASSUMED, SERVER, STRICTER, TDLIB, Refusal, bad_request
from simulator.model import Json

#: What Telegram says when a required parameter is missing.
MISSING = {
    "chat_id": ("chat_id is empty", SERVER),
    "text": ("message text is empty", SERVER),
    "message_id": ("message to {purpose} not found", SERVER),
    "photo": ("there is no photo in the request", SERVER),
    "voice": ("there is no voice in the request", SERVER),
    "document": ("there is no document in the request", SERVER),
    "question": ("poll question must be non-empty", TDLIB),
    "options": ("can't parse options JSON array", ASSUMED),
    "user_id": ("invalid user_id specified", SERVER),
    "file_id": ("file_id not specified", SERVER),
    "media": ("input media is not specified", ASSUMED),
    "commands": ("can't parse commands JSON array", ASSUMED),
    "callback_query_id": ("query is too old and response timeout expired or query ID is invalid", ASSUMED),
}
_INTEGER = re.compile(r"-?\d{1,19}")
_TRUE, _FALSE = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0", ""})


class Arguments:
    """Checked parameters of one call. The getters return what the table promises."""

    def __init__(self, values: Json, uploads: Mapping[str, bytes], names: Mapping[str, str] | None = None) -> None:
        self.values = values
        self.uploads = uploads
        self.names = names or {}  #: what the uploaded files are called

    def has(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str = "") -> str:
        return str(self.values.get(name, default))

    def number(self, name: str, default: int = 0) -> int:
        return int(self.values.get(name, default))

    def flag(self, name: str, default: bool = False) -> bool:
        return bool(self.values.get(name, default))

    def object(self, name: str) -> Json | None:
        value = self.values.get(name)
        return value if isinstance(value, dict) else None

    def items(self, name: str) -> list[Any] | None:
        value = self.values.get(name)
        return value if isinstance(value, list) else None

    def chat_id(self, name: str = "chat_id") -> int | str:
        value = self.values[name]
        return value if isinstance(value, int) else str(value)


def read(method: str, request: Request) -> Arguments:
    """Check a call's parameters.

    Raises:
        Refusal: 400 for an unknown name, a wrong type, a missing parameter.
    """
    rows = METHODS[method]
    values: Json = {}
    for name, raw in request.params.items():
        if name not in rows:
            raise bad_request(f'simulator: {method} has no parameter "{name}"', STRICTER)
        if raw is None:
            continue
        values[name] = _value(raw, _known(rows[name], method, name), name)
    for name in request.uploads:
        if not _is_expected(name, rows, values):
            raise bad_request(f'simulator: {method} was sent an upload "{name}" that nothing refers to', STRICTER)
    _complete(method, values, request)
    return Arguments(values, request.uploads, request.names)


def _known(row: str, method: str, name: str) -> str:
    if row.startswith("~"):
        raise bad_request(f'simulator: "{name}" of {method} is not simulated', ASSUMED)
    return row.lstrip("!")


def _is_expected(name: str, rows: dict[str, str], values: Json) -> bool:
    if rows.get(name, "").lstrip("!") == "file":
        return True
    return f"attach://{name}" in json.dumps(values)


def _complete(method: str, values: Json, request: Request) -> None:
    missing = [
        name
        for name, row in METHODS[method].items()
        if row.startswith("!") and values.get(name) in (None, "") and name not in request.uploads
    ]
    if not missing:
        return
    if method == "deleteMessage":
        what = "chat" if missing[0] == "chat_id" else "message"
        raise bad_request(f"{what} identifier is not specified", SERVER)
    if method.startswith("edit") and {"chat_id", "message_id"} <= set(missing):
        raise bad_request("message identifier is not specified", SERVER)
    text, source = MISSING.get(missing[0], (f"{missing[0]} is empty", ASSUMED))
    raise bad_request(text.format(purpose="edit" if method.startswith("edit") else "pin"), source)


def _value(raw: Any, kind: str, name: str) -> Any:
    if kind == "int":
        return _integer(raw, name)
    if kind == "bool":
        return _boolean(raw, name)
    if kind in ("str", "file"):
        return _string(raw, name)
    if kind == "chat":
        return _chat(raw, name)
    if isinstance(raw, str):  # a JSON-serialized parameter
        raw = _deserialized(raw, name)
    return _checked(raw, kind, name)


def _checked(raw: Any, kind: str, where: str) -> Any:
    """A value inside JSON: here types must be JSON's own."""
    if kind.startswith("["):
        if not isinstance(raw, list):
            raise _wrong(where, "Array")
        return [_checked(item, kind[1:-1], where) for item in raw]
    if kind == "int" and (isinstance(raw, bool) or not isinstance(raw, int)):
        raise _wrong(where, "Number")
    if kind == "bool" and not isinstance(raw, bool):
        raise _wrong(where, "Boolean")
    if kind == "str" and not isinstance(raw, str):
        raise _wrong(where, "String")
    if kind == "chat":
        return _chat(raw, where)
    if kind in ("int", "bool", "str"):
        return raw
    if not isinstance(raw, dict):
        raise _wrong(where, "Object")
    return raw if kind == "object" else _fields(raw, _chosen(raw, kind, where))


def _chosen(raw: Json, kind: str, where: str) -> str:
    """Which of several types an object is: the one whose required field it has."""
    if "|" not in kind:
        return kind
    for name in kind.split("|"):
        required = [field for field, row in TYPES[name].items() if row.startswith("!")]
        if all(field in raw for field in required):
            return name
    raise bad_request(f"object expected as {where.replace('_', ' ')}: none of {kind.replace('|', ', ')}", SERVER)


def _fields(raw: Json, kind: str) -> Json:
    rows = TYPES[kind]
    for name in raw:
        if name not in rows:
            raise bad_request(f'simulator: {kind} has no field "{name}"', STRICTER)
    checked: Json = {}
    for name, row in rows.items():
        if raw.get(name) is None:
            if row.startswith("!"):
                raise bad_request(f"can't parse {kind}: Can't find field \"{name}\"", SERVER)
            continue
        checked[name] = _checked(raw[name], _known(row, kind, name), name)
    return checked


def _integer(raw: Any, name: str) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and _INTEGER.fullmatch(raw):
        return int(raw)
    raise bad_request(f'simulator: "{name}" must be an Integer, not {raw!r}', STRICTER)


def _boolean(raw: Any, name: str) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.lower() in _TRUE | _FALSE:
        return raw.lower() in _TRUE
    raise bad_request(f'simulator: "{name}" must be a Boolean, not {raw!r}', STRICTER)


def _string(raw: Any, name: str) -> str:
    if isinstance(raw, str):
        return raw
    raise bad_request(f'simulator: "{name}" must be a String, not {raw!r}', STRICTER)


def _chat(raw: Any, name: str) -> int | str:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and (raw == "" or raw.startswith("@")):
        return raw
    if isinstance(raw, str) and _INTEGER.fullmatch(raw):
        return int(raw)
    if isinstance(raw, str):
        raise bad_request("chat not found", SERVER)
    raise bad_request(f'simulator: "{name}" must be an Integer or a String, not {raw!r}', STRICTER)


def _deserialized(raw: str, name: str) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object", SERVER) from None


def _wrong(where: str, expected: str) -> Refusal:
    return bad_request(f'field "{where}" must be of type {expected}', SERVER)
