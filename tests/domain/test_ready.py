"""Ready answers: what is blank is filled, what is written stays, and nothing that people write is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import ready

LITERAL = st.text(st.characters(exclude_characters="_{}\n", exclude_categories=("Cs",)), min_size=1, max_size=12)
BLANK = st.one_of(st.just("___"), LITERAL.map(lambda name: f"{{{name}}}"))
VALUE = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@given(parts=st.lists(st.tuples(LITERAL, BLANK), max_size=5), end=LITERAL, data=st.data())
def test_filled_it_says_each_value_in_its_place(parts: list[tuple[str, str]], end: str, data: st.DataObject) -> None:
    text = "".join(literal + blank for literal, blank in parts) + end
    assert len(ready.blanks(text)) == len(parts)
    values = data.draw(st.lists(VALUE, min_size=len(parts), max_size=len(parts)))
    wanted = "".join(literal + value for (literal, _), value in zip(parts, values, strict=True)) + end
    assert ready.fill(text, values) == wanted == ready.shown(text, values)


@given(parts=st.lists(st.tuples(LITERAL, BLANK), min_size=1, max_size=5), value=VALUE)
def test_half_filled_it_still_shows_a_line_for_what_is_blank(parts: list[tuple[str, str]], value: str) -> None:
    text = "".join(literal + blank for literal, blank in parts)
    shown = ready.shown(text, [value])
    wanted = parts[0][0] + value + "".join(literal + "___" for literal, _ in parts[1:])
    assert shown == wanted


def test_blanks_are_named_as_they_are_written() -> None:
    assert ready.blanks("师傅{哪天}上门，请___留人。") == ("哪天", "")
    assert ready.blanks("看过了。") == ()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_language_comes_with_sentences_of_few_blanks(language: str) -> None:
    sentences = ready.DEFAULTS[language]
    assert len(sentences) == 5
    assert all(len(ready.blanks(each)) <= 2 for each in sentences)
    assert any(not ready.blanks(each) for each in sentences)
