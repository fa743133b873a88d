"""The third catalog: made of the simplified texts, in the words of those who read it, and never half of one."""

from __future__ import annotations

import re

import pytest

from bot.domain.dates import parse_day
from bot.domain.guess import guess
from bot.domain.places import Place, parse
from bot.domain.script import simplified
from bot.domain.wishes import Category
from bot.texts.catalog import Catalog
from bot.texts.traditional import traditional, words_that_differ
from conversations.controls import Control, typed
from handlers.words import meant_by
from tests.domain.test_dates import TODAY
from tests.texts.sources import entries, written

CATALOG = Catalog.load(strict=True)
ZH = written("zh")
OWN = written("zh-Hant")
#: signs that stand in traditional texts too, with a meaning of their own
BOTH = frozenset("里后干面台只回准注托采制了系表征志周斗卷向借困划")
IN_SIMPLIFIED = {"language-zh", "language-now-zh"}


def test_what_is_worded_by_hand_takes_the_place_of_a_text_there_is() -> None:
    assert OWN.keys() <= ZH.keys()
    assert {key: text.variables for key, text in OWN.items()} == {key: ZH[key].variables for key in OWN}
    assert [entry for _, entry in entries("zh-Hant") if type(entry).__name__ == "Junk"] == []


@pytest.mark.parametrize("key", sorted(set(ZH) - IN_SIMPLIFIED))
def test_no_sign_of_the_other_script_is_left(key: str) -> None:
    variables = dict.fromkeys(ZH[key].variables.union(*(ZH[other].variables for other in ZH[key].refers_to)), "x")
    text = CATALOG.text(key, variables, "zh-Hant")
    assert [sign for sign in text if sign not in BOTH and traditional(sign) != sign] == [], text


def test_fluents_own_signs_stay() -> None:
    text = "filter = { $n ->\n    [0] 没有\n   *[other] 有{ $n }件“灯”，{ NEAR($day) }\n}\n"
    assert traditional(text) == "filter = { $n ->\n    [0] 沒有\n   *[other] 有{ $n }件「燈」，{ NEAR($day) }\n}\n"


def test_simplifying_keeps_every_position() -> None:
    words = "三樓走廊的燈壞了 3F the 燈 is 乾淨"
    assert len(simplified(words)) == len(words)
    assert simplified(words) == "三楼走廊的灯坏了 3F the 灯 is 干净"
    assert simplified("plain") == "plain"


def test_what_people_write_in_traditional_characters_is_understood() -> None:
    assert parse("3號樓2單元五樓502室") == Place("3", "2", 5, "502")
    assert parse("地下二層") == Place(floor=-2)
    assert guess("三樓走廊的燈壞了").category is Category.REPAIR
    assert guess("電動車亂停，擋住門口").category is Category.PARKING
    assert parse_day("後天", today=TODAY) == parse_day("后天", today=TODAY)
    assert parse_day("下週五", today=TODAY) == parse_day("下周五", today=TODAY)
    assert parse_day("兩個禮拜後", today=TODAY) == parse_day("两个礼拜后", today=TODAY)
    assert typed("重新開始", (Control.OVER,)) is Control.OVER
    assert typed("發完了。", (Control.DONE,)) is Control.DONE


@pytest.mark.parametrize(
    ("said", "command", "words"),
    [
        ("幫助", "help", ""),
        ("我的心願", "mine", ""),
        ("第12件", "wish", "12"),
        ("隱私", "privacy", ""),
        ("我建議門口裝一盞燈", "suggest", "我建議門口裝一盞燈"),
        ("我願意教老人用手機", "willdo", "我願意教老人用手機"),
        ("找一下 電燈", "find", "電燈"),
        ("繁體中文", "language", "繁体中文"),
    ],
)
def test_plain_words_in_traditional_characters_do_what_the_simplified_do(said: str, command: str, words: str) -> None:
    meant = meant_by(said)
    assert meant is not None
    assert (meant.command, meant.words) == (command, words)


def test_the_words_that_differ_are_each_a_pair() -> None:
    assert all(written_ and said and written_ != said for written_, said in words_that_differ())
    assert not any(re.search(r"[{}$<>]", written_ + said) for written_, said in words_that_differ())
