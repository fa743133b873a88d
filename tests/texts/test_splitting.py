"""Long texts in parts: nothing lost, nothing too long, no tag or entity cut."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.fitting import plain, units
from bot.texts.splitting import split

WORDS = st.text(alphabet=st.sampled_from("灯坏了。！？ab .!?\n3”）&<>😀👍\U0001f3fd\u200d\u0301"), max_size=40)
TAGS = st.sampled_from(["b", "i", "blockquote", 'a href="tg://user?id=7"'])


def _tagged(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    wrapped = st.tuples(TAGS, inner).map(lambda both: f"<{both[0]}>{both[1]}</{both[0].split()[0]}>")
    return st.lists(inner | wrapped, max_size=4).map("".join)


MARKUP = st.recursive(WORDS.map(lambda words: html.escape(words, quote=False)), _tagged, max_leaves=12)


def balanced(markup: str) -> bool:
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^>]*>", markup):
        if closing and (not opened or opened.pop() != name):
            return False
        if not closing:
            opened.append(name)
    return not opened


@given(MARKUP, st.integers(min_value=2, max_value=30))
def test_the_parts_give_the_whole_back_and_each_stands_alone(markup: str, most: int) -> None:
    parts = split(markup, most)
    assert "".join(plain(part) for part in parts) == plain(markup)
    for part in parts:
        assert units(plain(part)) <= most
        assert balanced(part)
        assert not re.search(r"<[^>]*$|&[a-z]*$", part)


@given(MARKUP)
def test_what_fits_is_one_part_as_it_is(markup: str) -> None:
    assert split(markup, 4096) == ([markup] if markup else [])


@pytest.mark.parametrize(
    ("markup", "most", "parts"),
    [
        ("灯坏了。门也坏了。", 6, ["灯坏了。", "门也坏了。"]),
        ("“灯坏了。”门也坏了", 8, ["“灯坏了。”", "门也坏了"]),
        ("It is 3.5 m. Too high", 16, ["It is 3.5 m.", " Too high"]),
        ("Why?! Because", 8, ["Why?!", " Because"]),
        ("one\ntwo three", 9, ["one\n", "two three"]),
        ("one two three", 9, ["one two ", "three"]),
        ("一二三四五六", 4, ["一二三四", "五六"]),
        ("<b>灯坏了。门也坏了</b>", 5, ["<b>灯坏了。</b>", "<b>门也坏了</b>"]),
        ("<b>灯坏了。</b>门也坏了", 5, ["<b>灯坏了。</b>", "门也坏了"]),
        ("a&amp;&amp;b", 3, ["a&amp;&amp;", "b"]),
        ("😀😀😀", 4, ["😀😀", "😀"]),
        ("一二👍\U0001f3fd", 5, ["一二", "👍\U0001f3fd"]),
    ],
)
def test_where_it_is_divided(markup: str, most: int, parts: list[str]) -> None:
    assert split(markup, most) == parts
