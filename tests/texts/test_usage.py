"""The guard over texts finds what it is meant to find."""

from __future__ import annotations

import pytest

from tests.texts.usage import Use, constants, uses_in

IMPORTS = "from bot.messages import Line, line, say\n"


def found(source: str) -> list[tuple[str, frozenset[str] | None]]:
    return [(use.key, use.passed) for use in uses_in(IMPORTS + source, "module.py")]


@pytest.mark.parametrize(
    ("source", "key", "passed"),
    [
        ('line("card-head", number="12", kind=x)', "card-head", {"number", "kind"}),
        ('say("hello", buttons=b, name=n)', "hello", {"name"}),
        ('Line("card-head", {"number": n})', "card-head", {"number"}),
        ('Toast("taken", {"number": n}, alert=True)', "taken", {"number"}),
        ('Button("button-page-on", data("list"), args={"n": 1})', "button-page-on", {"n"}),
        ('Button("button-want", start=payload)', "button-want", set()),
        ('Term(f"state-{wish.state}")', "state-*", set()),
        ('renderer.words("hint", language)', "hint", set()),
        ('Ask("title", "file-ask-words", max_chars=80)', "file-ask-words", None),
        ('Reply((), placeholder="placeholder-wish")', "placeholder-wish", None),
        ('Line("card-head", {**more, "number": n})', "card-head", None),
        ('line("card-head", **more)', "card-head", None),
    ],
)
def test_a_key_is_found_with_its_variables(source: str, key: str, passed: set[str] | None) -> None:
    assert found(source) == [(key, None if passed is None else frozenset(passed))]


def test_both_ways_of_a_choice_are_found() -> None:
    assert [key for key, _ in found('line("a-b" if x else "c-d", n=1)')] == ["a-b", "c-d"]


def test_the_place_is_told() -> None:
    assert list(uses_in(IMPORTS + '\nline("a-b")', "module.py")) == [Use("a-b", "module.py:3", frozenset())]


def test_other_things_called_say_are_not_ours() -> None:
    assert list(uses_in('say("listening on port 8080")', "module.py")) == []


def test_the_sources_are_read() -> None:
    assert {"apology", "button-join"} <= constants()
