"""Templates: the same blanks in both languages, filled with plain words."""

from __future__ import annotations

import pytest

from bot.domain import broadcast_templates as rules
from bot.domain import planned_refusals as refusals
from bot.domain import ready


@pytest.mark.parametrize(
    "words", [words for _, words in rules.SHIPPED], ids=[names["en"] for names, _ in rules.SHIPPED]
)
def test_those_that_come_along_are_whole_in_both_languages(words: dict[str, str]) -> None:
    assert set(words) == {"zh", "en"}
    assert rules.check(words) == words
    values = [f"v{at}" for at, _ in enumerate(ready.blanks(words["zh"]))]
    for language, told in rules.filled(words, values).items():
        assert ready.blanks(told) == ()
        assert all(value in told for value in values), language


def test_names_of_those_that_come_along_are_their_own() -> None:
    for language in ("zh", "en"):
        names = [each[language] for each, _ in rules.SHIPPED]
        assert len(set(names)) == len(names)
        assert all(len(name) <= rules.MAX_NAME_CHARS for name in names)


def test_blanks_are_asked_in_the_language_of_whoever_fills_them() -> None:
    words = {"zh": "<b>{哪天}</b>停水，___", "en": "off on {day}, ___"}
    assert rules.asked(words, "en") == ("day", "")
    assert rules.asked({"zh": "{哪天}"}, "en") == ("哪天",)
    assert rules.shown(words, "zh", ["周五"]) == "<b>周五</b>停水，___"
    assert rules.filled(words, ["1 < 2", "{x}"])["zh"] == "<b>1 &lt; 2</b>停水，{x}"


def test_what_cannot_be_one_is_refused() -> None:
    with pytest.raises(refusals.TemplateBlanksDiffer):
        rules.check({"zh": "{哪天}停水", "en": "no water"})
    with pytest.raises(refusals.TemplateTooLong):
        rules.check({"zh": "长" * (rules.MAX_UNITS + 1)})
