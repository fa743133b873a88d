"""Sums as people write them, in cents; nonsense is refused, and nothing is rounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import money
from bot.domain.project_refusals import NotMoney, TooMuchMoney
from bot.messages import Line, Money, Reply
from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer


@pytest.mark.parametrize(
    ("words", "cents"),
    [
        ("12万", 12_000_000),
        ("3,000.50元", 300_050),
        ("5000", 500_000),
        ("１２万", 12_000_000),
        ("¥1.5万", 1_500_000),
        ("人民币 800 块钱", 80_000),
        ("0.07元", 7),
        ("120萬", 120_000_000),
        ("2亿", 20_000_000_000),
        ("5,000 yuan", 500_000),
        ("RMB 3k", 300_000),
        ("2 million yuan", 200_000_000),
    ],
)
def test_sums_are_read(words: str, cents: int) -> None:
    assert money.parse(words) == cents


@pytest.mark.parametrize(
    "words",
    ["", "很多", "-5", "3.141元", "12,34", "1,2,3", "5万6千", "5 6", "0", "5元5元", "1e9", "5元/月", "12345678" * 9],
)
def test_nonsense_is_refused(words: str) -> None:
    with pytest.raises((NotMoney, TooMuchMoney)):
        money.parse(words)


def test_nothing_at_all_is_a_sum_where_it_may_be() -> None:
    assert money.parse("0", zero=True) == 0


def test_more_than_any_estate_will_see_is_refused() -> None:
    with pytest.raises(TooMuchMoney):
        money.parse("99999亿")


_RENDERER = Renderer(Catalog.load(strict=True), "wishwell_bot")


@given(st.integers(1, money.MOST_CENTS), st.sampled_from(["zh", "zh-Hant", "en"]))
def test_what_is_shown_is_read_as_the_same_sum(cents: int, language: str) -> None:
    reply = Reply((Line("project-money", {"planned": Money(cents), "received": Money(0)}),))
    shown = _RENDERER.render(reply, language=language).text
    mark, end = {"zh": ("计划", "，"), "zh-Hant": ("計劃", "，"), "en": ("Planned ", ", received")}[language]
    assert money.parse(shown.split(mark)[1].split(end)[0]) == cents
