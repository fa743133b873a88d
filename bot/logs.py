"""Structured logs that hold neither people's words nor tokens.

Nothing passes because nobody thought of it: fields are on a list, their values look like names or numbers, other
libraries' messages lose their arguments, exceptions lose their texts unless their kind never quotes, and each finished
line is searched for tokens once more.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterable, Mapping, MutableMapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, TextIO

import structlog
from structlog.stdlib import ProcessorFormatter

Event = MutableMapping[str, Any]

#: Loggers of this project; all others are heard from WARNING on.
OWN = ("bot", "handlers", "conversations", "__main__")

#: Fields that hold numbers, or names made by programmers: never anything a person typed.
FIELDS = frozenset(
    {
        "after_s", "again_in_s", "allowed_updates", "answer_id", "attempt", "attempts", "bot_id", "broadcast_id",
        "bytes", "chat_id", "chat_key", "chats", "code", "command", "count", "database", "deadline", "delay_s",
        "dialog", "due", "error", "error_code", "estate", "event", "failed", "fence", "file_id", "format", "host",
        "in_flight", "key", "kind", "lag_s", "lane", "lanes", "language", "left", "level", "limit", "logger", "method",
        "mode", "n", "names", "new", "notice", "notice_id", "offset", "outcome", "owner", "parcel_id", "person_id",
        "person_key", "pid", "place_count", "port", "purpose", "rate", "reason", "retry_after_s", "revision", "role",
        "route", "rows", "run", "sent", "seq", "signal", "size_bytes", "skipped", "slot", "state", "status", "step",
        "task", "tick", "timeout_s", "timestamp", "took_ms", "took_s", "update_id", "updates", "version", "wait_s",
        "waited_s", "waiting", "what", "wish_id",
    }
)  # fmt: skip
#: Of these, the ones that may hold an English sentence of Telegram's; it is cut where it begins to quote.
SENTENCES = frozenset({"reason"})

#: Exceptions whose texts name tables, files and addresses, never the values of a row or of a message.
PLAIN_SPOKEN = frozenset({"sqlite3.OperationalError", "sqlite3.IntegrityError", "bot.settings.problems.SettingsError"})

MAX_CHARS = 200  #: of one field
MAX_FRAMES = 12  #: innermost calls of an exception

_TOKEN = re.compile(r"(?:bot)?\d{3,}(?::|%3A)[A-Za-z0-9_-]{20,}|bot\d+(?::|%3A)[A-Za-z0-9_-]+", re.IGNORECASE)
_PASSWORD = re.compile(r"(?<=://)[^\s/@:]*:[^\s/@]*(?=@)")
_NAME = re.compile(rf"[A-Za-z0-9_.,:;/+#@=<>\[\]()*-]{{0,{MAX_CHARS}}}")
_EVENT = re.compile(r"[a-z][a-z0-9_.\- ]{0,59}")
_SENTENCE = re.compile(r"[A-Za-z0-9 _.,:;/+#()'-]*")
_WITHHELD = "<withheld>"


def configure(
    *,
    style: Literal["console", "json"] = "console",
    level: Literal["debug", "info", "warning", "error"] = "info",
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Set up logging for the process: structlog and the standard library's loggers end in one handler on `stream`.

    `secrets` (the token, the database URL) are blotted out wherever they appear, besides all that looks like one.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Formatter(style=style, secrets=secrets))
    handler.addFilter(_loud_enough)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OWN:
        logging.getLogger(name).setLevel(level.upper())
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_logger_name,
            *_SHARED,
            _only_listed,
            ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def masked(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without tokens, passwords in addresses, and the given secrets."""
    for secret in secrets:
        text = text.replace(secret, "<secret>")
    return _PASSWORD.sub("<secret>", _TOKEN.sub("<token>", text))


class _Formatter(ProcessorFormatter):
    def __init__(self, *, style: str, secrets: Iterable[str]) -> None:
        self._secrets = tuple(sorted(filter(None, secrets), key=len, reverse=True))
        renderer: Any = structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "console":
            renderer = structlog.dev.ConsoleRenderer(colors=False, pad_event_to=24, sort_keys=True)
        super().__init__(
            processors=[ProcessorFormatter.remove_processors_meta, renderer],
            foreign_pre_chain=[_without_arguments, structlog.stdlib.add_logger_name, *_SHARED],
            keep_exc_info=False,
        )

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record), self._secrets)


def _loud_enough(record: logging.LogRecord) -> bool:
    """Other libraries are heard from WARNING on, whatever their own level: some log URLs with the token."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in OWN


def _without_arguments(_logger: Any, _method: str, event: Event) -> Event:
    """Another library's message: the first line of its template, without what was put into it."""
    record: logging.LogRecord = event["_record"]
    lines = str(record.msg).strip().splitlines() or [""]
    kept = {name: event[name] for name in ("_record", "_from_structlog", "exc_info") if name in event}
    event.clear()
    event.update(kept, event=lines[0][:MAX_CHARS])
    return event


def _safe_exception(_logger: Any, _method: str, event: Event) -> Event:
    """`exc_info` as `exception`: kinds, and the places in the code; the text only of kinds that never quote."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = describe(error)
    return event


def describe(error: BaseException) -> str:
    """An exception with its causes, oldest first: a line for each of the innermost calls, and one for the kind."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(line for one in reversed(chain) for line in _described(one))


def _described(error: BaseException) -> Iterable[str]:
    for frame in traceback.extract_tb(error.__traceback__)[-MAX_FRAMES:]:
        yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
    yield f"{_kind(error)}{_text(error)}"
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from (f"  | {line}" for line in describe(one).splitlines())


def _kind(error: BaseException) -> str:
    module = type(error).__module__
    return type(error).__qualname__ if module == "builtins" else f"{module}.{type(error).__qualname__}"


def _text(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f": {error.strerror}"
    if _kind(error) in PLAIN_SPOKEN:
        return f": {str(error)[:MAX_CHARS]}"
    driver = getattr(
        error, "orig", None
    )  # SQLAlchemy wraps the driver's exception and adds the row's values to its text
    return f" ({_kind(driver)}{_text(driver)})" if isinstance(driver, BaseException) else ""


def _short(filename: str) -> str:
    parts = Path(filename).parts
    return "/".join(parts[-3:]) if "site-packages" not in parts else "/".join(parts[parts.index("site-packages") + 1 :])


def _only_listed(_logger: Any, _method: str, event: Event) -> Event:
    """Our own events: a fixed name, and listed fields whose values look like names or numbers."""
    unlisted = sorted(name for name in event if name not in FIELDS and not name.startswith("_") and name != "exception")
    shown = {name: value if name in _MADE_HERE else _value(name, value) for name, value in event.items()}
    event.clear()
    event.update({name: value for name, value in shown.items() if name not in unlisted})
    if not _EVENT.fullmatch(str(event.get("event"))):
        event["event"] = "event_without_a_fixed_name"
    if unlisted:
        event["unlisted"] = ",".join(name for name in unlisted if _NAME.fullmatch(name))
    return event


_MADE_HERE = frozenset({"exception", "event", "timestamp", "level", "logger", "_record", "_from_structlog"})


def _value(name: str, value: object) -> object:
    match value:
        case None | bool() | int() | float():
            return value
        case datetime() | date():
            return value.isoformat()
        case str() if name in SENTENCES:
            hit = _SENTENCE.match(value.splitlines()[0] if value else "")
            return hit.group()[:MAX_CHARS].strip() if hit else ""
        case str():
            return str(value) if _NAME.fullmatch(value) else _WITHHELD
        case Mapping():
            return _WITHHELD
        case Iterable():
            return [_value(name, item) for item in value]
        case _:
            return _WITHHELD


#: For our own events and for other libraries' messages.
_SHARED: tuple[Any, ...] = (
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _safe_exception,
)
