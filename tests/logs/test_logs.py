"""Logs say what happened and never what people said; tokens do not get through on any way."""

from __future__ import annotations

import io
import json
import logging
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import aiohttp
import pytest
import sqlalchemy
import structlog
from aiohttp import web

from bot import logs

TOKEN = "123456789:" + "Aa0_-" * 7
WORDS = "三楼走廊灯坏了"

Written = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def kept_logging() -> Iterator[None]:
    """Logging belongs to the process: give back what was there."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    own = {name: logging.getLogger(name).level for name in logs.OWN}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in own.items():
        logging.getLogger(name).setLevel(before)
    structlog.reset_defaults()


@pytest.fixture
def stream(kept_logging: None) -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def written(stream: io.StringIO) -> Written:
    """JSON logging at level debug; call it for the lines so far."""
    logs.configure(style="json", level="debug", stream=stream)
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


def logger() -> Any:
    return structlog.get_logger("bot.somewhere")


def test_an_event_bears_name_level_logger_time_and_listed_fields(written: Written) -> None:
    logger().info("update_kept", update_id=7, chat_id=-100123, took_ms=1.5, state="waiting", error=None)
    (line,) = written()
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "update_kept",
        "level": "info",
        "logger": "bot.somewhere",
        "update_id": 7,
        "chat_id": -100123,
        "took_ms": 1.5,
        "state": "waiting",
        "error": None,
    }


def test_fields_that_are_not_listed_are_named_but_not_shown(written: Written) -> None:
    logger().info("wish_filed", wish_id=12, words=WORDS, name="王阿姨")
    (line,) = written()
    assert line["unlisted"] == "name,words"
    assert line["wish_id"] == 12


@pytest.mark.parametrize("value", [WORDS, "the light is out", {"text": WORDS}, [WORDS], object(), "a\nb"])
def test_a_listed_field_takes_no_sentences(written: Written, stream: io.StringIO, value: object) -> None:
    logger().info("wish_filed", kind=value)
    (line,) = written()
    assert line["kind"] in ("<withheld>", ["<withheld>"])
    assert "light" not in stream.getvalue()


def test_bound_fields_are_held_to_the_same_list(written: Written) -> None:
    logger().bind(words=WORDS, chat_id=3).info("wish_filed")
    with structlog.contextvars.bound_contextvars(first_name=WORDS, update_id=4):
        logger().info("wish_filed")
    first, second = written()
    assert (first["unlisted"], first["chat_id"]) == ("words", 3)
    assert (second["unlisted"], second["update_id"]) == ("first_name", 4)


@pytest.mark.parametrize("event", [WORDS, f"said {WORDS}", "He said 'hello'", "Wish filed"])
def test_an_event_without_a_fixed_name_is_replaced(written: Written, stream: io.StringIO, event: str) -> None:
    logger().info(event)
    assert written()[0]["event"] == "event_without_a_fixed_name"
    assert WORDS not in stream.getvalue()


def test_telegrams_reason_is_kept_up_to_where_it_quotes(written: Written) -> None:
    logger().warning("send_failed", reason='Bad Request: can\'t parse entities: Unsupported start tag "灯" at byte 3')
    assert written()[0]["reason"] == "Bad Request: can't parse entities: Unsupported start tag"


def test_an_exception_shows_its_kind_and_place_not_its_words(written: Written, stream: io.StringIO) -> None:
    try:
        try:
            raise KeyError(WORDS)
        except KeyError as cause:
            raise ValueError(f"not a button's data: {WORDS} {TOKEN}") from cause
    except ValueError:
        logger().exception("handler_failed", update_id=7)
    (line,) = written()
    assert "KeyError\n" in line["exception"]
    assert line["exception"].endswith("ValueError")
    assert "tests/logs/test_logs.py" in line["exception"]
    assert "test_an_exception_shows_its_kind" in line["exception"]
    assert WORDS not in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_a_group_of_exceptions_shows_each(written: Written) -> None:
    group = ExceptionGroup(WORDS, [ValueError(WORDS), TimeoutError()])
    logger().error("task_failed", task="delivery", exc_info=group)
    shown = written()[0]["exception"]
    assert "ExceptionGroup" in shown
    assert "  | ValueError" in shown
    assert "  | TimeoutError" in shown
    assert WORDS not in shown


def test_errors_of_the_system_and_the_database_may_speak(written: Written, stream: io.StringIO) -> None:
    logger().error("file_unreadable", exc_info=FileNotFoundError(2, "No such file or directory", f"/photos/{WORDS}"))
    logger().error("query_failed", exc_info=sqlite3.OperationalError("no such table: wish"))
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection, pytest.raises(sqlalchemy.exc.OperationalError) as caught:
        connection.execute(sqlalchemy.text("select * from nowhere where words = :words"), {"words": WORDS})
    engine.dispose()
    logger().error("query_failed", exc_info=caught.value)
    missing, plain, wrapped = (line["exception"] for line in written())
    assert missing == "FileNotFoundError: No such file or directory"
    assert plain == "sqlite3.OperationalError: no such table: wish"
    assert wrapped.endswith("sqlalchemy.exc.OperationalError (sqlite3.OperationalError: no such table: nowhere)")
    assert WORDS not in stream.getvalue()


@pytest.mark.parametrize("style", ["json", "console"])
@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"https://api.telegram.org/file/bot{TOKEN}/photos/1.jpg",
        f"bot{TOKEN.replace(':', '%3A')}",
        "http://127.0.0.1:8081/bot1:short/getMe",
    ],
)
def test_tokens_are_masked_wherever_they_stand(stream: io.StringIO, style: Any, text: str) -> None:
    logs.configure(style=style, level="debug", stream=stream)
    logger().info("called", host=text)
    logging.getLogger("bot.transport").warning(text)
    logging.getLogger("aiohttp.client").warning("Unclosed connection to " + text)
    shown = stream.getvalue()
    assert shown.count("<token>") + shown.count("<withheld>") == 3
    assert "Aa0_-Aa0" not in shown
    assert "1:short" not in shown


def test_given_secrets_and_passwords_in_addresses_are_masked(stream: io.StringIO) -> None:
    logs.configure(stream=stream, secrets=["open-sesame", ""])
    logger().info("connected", host="open-sesame", database="postgresql+asyncpg://me:hush@db/wishwell")
    shown = stream.getvalue()
    assert "open-sesame" not in shown
    assert "hush" not in shown
    assert "@db/wishwell" in shown


@pytest.mark.parametrize("name", ["httpx", "aiohttp.access", "telegram.Bot", "aiosqlite", "sqlalchemy.engine.Engine"])
def test_other_libraries_are_quiet_below_warning(written: Written, name: str) -> None:
    library = logging.getLogger(name)
    before = library.level
    library.setLevel(logging.DEBUG)
    try:
        library.info('HTTP Request: POST %s "HTTP/1.1 200 OK"', f"https://api.telegram.org/bot{TOKEN}/sendMessage")
    finally:
        library.setLevel(before)
    assert written() == []


async def test_a_real_call_leaves_nothing(written: Written, stream: io.StringIO) -> None:
    app = web.Application()
    app.router.add_post("/{rest:.*}", _ok)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/bot{TOKEN}/sendMessage"
    async with aiohttp.ClientSession() as session, session.post(address, json={"text": WORDS}) as answer:
        assert answer.status == 200
    await runner.cleanup()
    assert stream.getvalue() == ""


async def _ok(request: web.Request) -> web.Response:
    return web.json_response({"ok": True})


def test_other_libraries_warnings_lose_what_was_put_in(written: Written, stream: io.StringIO) -> None:
    library = logging.getLogger("apscheduler.scheduler")
    library.warning('Run time of job "%s" was missed', WORDS, extra={"words": WORDS})
    try:
        raise RuntimeError(WORDS)
    except RuntimeError:
        logging.getLogger("asyncio").exception(f"Task exception was never retrieved\nfuture: <Task {WORDS}>")
    first, second = written()
    assert first["event"] == 'Run time of job "%s" was missed'
    assert second["event"] == "Task exception was never retrieved"
    assert second["exception"].endswith("RuntimeError")
    assert WORDS not in stream.getvalue()


def test_the_level_is_obeyed(stream: io.StringIO) -> None:
    logs.configure(style="json", level="warning", stream=stream)
    logger().info("quiet")
    logger().warning("loud")
    assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == ["loud"]


def test_the_console_style_is_for_reading(stream: io.StringIO) -> None:
    logs.configure(style="console", stream=stream)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            raise ValueError(WORDS)
        except ValueError:
            logger().exception("handler_failed", update_id=7, words=WORDS)
    shown = stream.getvalue()
    assert "handler_failed" in shown
    assert "update_id=7" in shown
    assert "ValueError" in shown
    assert WORDS not in shown
    assert "\x1b" not in shown
