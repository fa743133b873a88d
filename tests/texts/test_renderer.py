"""A reply becomes Telegram HTML: escaped once, within the limits, in the reader's language."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Button, Day, Line, Mention, Moment, Reply, Spot, Term, Texts, Toast
from bot.texts.catalog import Catalog, MissingText
from bot.texts.fitting import columns, plain, units
from bot.texts.renderer import MAX_CAPTION, MAX_LABEL_COLUMNS, MAX_TEXT, MAX_TOAST, Renderer

ZH = """
hello = 您好，{ $name }
bold = <b>第{ $number }件</b> “{ $words }”
when = { $day }前
near = 最晚{ NEAR($day) }
clock = { $moment }
where = 在{ $place }
list = { $things }
state-open = 等答复
nested = 状态：{ $state }
greeting = 向{ $name }问好
given = { GIVEN($words) ->
    [yes] 有：{ $words }
   *[no] 没有
}
many = 有{ $n }件
button-words = { $words }
button-marked = <b>好</b> &amp; 行
hint = 写在这里
pattern-day = M月d日（EEE）
pattern-day-and-year = y年M月d日（EEE）
pattern-weekday = EEE
pattern-moment = M月d日 HH:mm
separator-of-list = 、
separator-of-place = { "" }
place-building = { $building }号楼
place-unit = { $unit }单元
place-floor = { $floor }楼
place-ground-floor = 底楼
place-basement = B{ $level }
place-door = { $door }室
place-estate = 小区里
missing-text = 这里少了一句话
"""
EN = """
many = { $n ->
    [one] one wish
   *[other] { $n } wishes
}
"""


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogs")
    for language, texts in {"zh": ZH, "en": EN}.items():
        (folder / language).mkdir()
        (folder / language / "all.ftl").write_text(texts, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def renderer(catalogs: Path) -> Renderer:
    return Renderer(Catalog.load(catalogs, strict=True), "wishwell_bot", today=lambda: date(2026, 3, 17))


@pytest.fixture(scope="module")
def real() -> Renderer:
    return Renderer(Catalog.load(strict=True), "wishwell_bot", today=lambda: date(2026, 3, 17))


def shown(renderer: Renderer, *lines: Line, language: str = "zh", caption: bool = False) -> str:
    return renderer.render(Reply(lines), language=language, caption=caption).text


def test_peoples_words_are_escaped_once(renderer: Renderer) -> None:
    text = shown(renderer, Line("hello", {"name": "<b>A & B</b> &amp;"}))
    assert text == "您好，&lt;b&gt;A &amp; B&lt;/b&gt; &amp;amp;"


def test_words_inside_a_nested_text_are_escaped_once(renderer: Renderer) -> None:
    term = Term("greeting", {"name": "<A>"})
    assert shown(renderer, Line("nested", {"state": term})) == "状态：向&lt;A&gt;问好"
    assert shown(renderer, Line("list", {"things": Texts((term, "<B>"))})) == "向&lt;A&gt;问好、&lt;B&gt;"


def test_words_that_look_like_our_own_marks_or_fluent_stay_words(renderer: Renderer) -> None:
    words = "{ $name } \ue0000\ue001 { hello }"
    assert shown(renderer, Line("hello", {"name": words})) == f"您好，{words}"


def test_words_longer_than_fluent_takes_are_rendered(renderer: Renderer) -> None:
    assert len(shown(renderer, Line("hello", {"name": "&" * 1000}))) == 5003


def test_nobody_is_called_by_a_neighbours_words(renderer: Renderer) -> None:
    text = shown(renderer, Line("hello", {"name": "@wang_wu 看 a@b.com"}))
    assert text == "您好，@\u2060wang_wu 看 a@b.com"
    assert renderer.toast(Toast("hello", {"name": "@wang_wu"}), "zh") == "您好，@wang_wu"


def test_control_and_reordering_characters_are_dropped(renderer: Renderer) -> None:
    assert shown(renderer, Line("hello", {"name": "a\u202eb\x00c\r\nd"})) == "您好，abc\nd"


def test_a_mention_links_to_the_person(renderer: Renderer) -> None:
    text = shown(renderer, Line("hello", {"name": Mention("王<阿姨>", 42)}))
    assert text == '您好，<a href="tg://user?id=42">王&lt;阿姨&gt;</a>'


def test_lines_stand_below_each_other_and_empty_ones_are_left_out(renderer: Renderer) -> None:
    text = shown(renderer, Line("many", {"n": 1234}), Line("list", {"things": Texts(())}), Line("state-open"))
    assert text == "有1,234件\n等答复"


def test_plurals_follow_the_language(renderer: Renderer) -> None:
    assert shown(renderer, Line("many", {"n": 1}), language="en") == "one wish"
    assert shown(renderer, Line("many", {"n": 2}), language="en") == "2 wishes"


def test_ids_are_written_without_thousands_separators(renderer: Renderer) -> None:
    assert "第1234件" in shown(renderer, Line("bold", {"number": "1234", "words": "灯"}))


@pytest.mark.parametrize(
    ("day", "full", "near"),
    [
        (date(2026, 3, 20), "3月20日（周五）前", "最晚周五"),
        (date(2026, 3, 23), "3月23日（周一）前", "最晚周一"),
        (date(2026, 3, 24), "3月24日（周二）前", "最晚3月24日（周二）"),
        (date(2026, 3, 17), "3月17日（周二）前", "最晚3月17日（周二）"),
        (date(2027, 1, 2), "2027年1月2日（周六）前", "最晚2027年1月2日（周六）"),
    ],
)
def test_a_day_is_written_with_weekday_and_year_when_needed(
    renderer: Renderer, day: date, full: str, near: str
) -> None:
    assert shown(renderer, Line("when", {"day": Day(day)})) == full
    assert shown(renderer, Line("near", {"day": Day(day)})) == near


def test_days_in_english(real: Renderer) -> None:
    assert shown(real, Line("card-open", {"day": Day(date(2026, 3, 20))}), language="en").endswith("Fri 20 March")
    assert shown(real, Line("card-open", {"day": Day(date(2027, 1, 2))}), language="en").endswith("Sat 2 January 2027")


def test_a_moment_is_written_on_the_clocks_of_its_zone(renderer: Renderer) -> None:
    moment = Moment(datetime(2026, 3, 20, 23, 5, tzinfo=UTC), "Asia/Shanghai")
    assert shown(renderer, Line("clock", {"moment": moment})) == "3月21日 07:05"


@pytest.mark.parametrize(
    ("spot", "zh", "en"),
    [
        (Spot("3", "2", 5, "502"), "3号楼2单元5楼502室", "Building 3, unit 2, floor 5, 502"),
        (Spot("3", floor=-1), "3号楼B1", "Building 3, B1"),
        (Spot("3", floor=0), "3号楼底楼", "Building 3, ground floor"),
        (Spot(), "小区里", "the estate"),
        (Spot("<3>"), "&lt;3&gt;号楼", "Building &lt;3&gt;"),
    ],
)
def test_places(real: Renderer, spot: Spot, zh: str, en: str) -> None:
    line = Line("card-place", {"place": spot, "category": Term("category-other")})
    assert shown(real, line).endswith(f" · {zh}")
    assert shown(real, line, language="en").endswith(f" · {en}")


def test_a_text_may_ask_whether_a_variable_says_anything(renderer: Renderer) -> None:
    assert shown(renderer, Line("given", {"words": "灯亮了"})) == "有：灯亮了"
    assert shown(renderer, Line("given", {"words": ""})) == "没有"


def test_the_longest_words_are_shortened_first(renderer: Renderer) -> None:
    lines = (Line("hello", {"name": "王阿姨"}), Line("bold", {"number": "12", "words": "长" * 5000}))
    text = shown(renderer, *lines)
    assert text.startswith("您好，王阿姨\n<b>第12件</b> “长长")
    assert text.endswith("长…”")
    assert units(plain(text)) == MAX_TEXT


@given(
    words=st.lists(st.text(max_size=3000), min_size=1, max_size=4),
    caption=st.booleans(),
)
def test_no_message_is_ever_too_long_or_unbalanced(real: Renderer, words: list[str], caption: bool) -> None:
    lines = tuple(Line("card-decline-words", {"body": Term("body-committee"), "name": w, "words": w}) for w in words)
    text = shown(real, Line("card-head", {"number": "12", "kind": Term("kind-want")}), *lines, caption=caption)
    assert units(plain(text)) <= (MAX_CAPTION if caption else MAX_TEXT)
    assert text.count("<b>") == text.count("</b>") == 1
    assert re.sub(r"</?b>", "", text) == html.escape(plain(text), quote=False)


def test_even_without_words_a_message_is_never_too_long(real: Renderer) -> None:
    lines = tuple(Line("card-head", {"number": "12", "kind": Term("kind-want")}) for _ in range(1000))
    text = shown(real, *lines)
    assert units(plain(text)) == MAX_TEXT
    assert text.endswith("…")
    assert "<" not in text


def test_an_emoji_is_not_cut_in_two(renderer: Renderer) -> None:
    text = renderer.toast(Toast("hello", {"name": "👩‍👩‍👧" * 200}), "zh")
    assert units(text) <= MAX_TOAST
    assert not text.removesuffix("…").endswith("\u200d")


def test_toasts_and_labels_are_plain(renderer: Renderer) -> None:
    assert renderer.toast(Toast("bold", {"number": "12", "words": "<灯> & 门"}), "zh") == "第12件 “<灯> & 门”"
    reply = Reply((), buttons=((Button("button-marked", "x"), Button("button-words", "y", args={"words": "<a>\nb"})),))
    assert [b.label for b in renderer.render(reply, language="zh").buttons[0]] == ["好 & 行", "<a> b"]


def test_long_labels_are_cut_to_what_a_phone_shows(renderer: Renderer) -> None:
    reply = Reply((), buttons=((Button("button-words", "y", args={"words": "三楼走廊灯坏了" * 9}),),))
    label = renderer.render(reply, language="zh").buttons[0][0].label
    assert label.endswith("…")
    assert MAX_LABEL_COLUMNS - 2 <= columns(label) <= MAX_LABEL_COLUMNS


def test_a_button_with_a_start_payload_is_a_deep_link(renderer: Renderer) -> None:
    reply = Reply((), buttons=((Button("button-marked", start="want-abc"),),))
    button = renderer.render(reply, language="zh").buttons[0][0]
    assert (button.url, button.data) == ("https://t.me/wishwell_bot?start=want-abc", None)


def test_the_placeholder_is_a_text_of_the_catalog(renderer: Renderer) -> None:
    assert renderer.render(Reply((), placeholder="hint"), language="zh").placeholder == "写在这里"


def test_a_strict_catalog_fails_on_a_missing_text_or_variable(renderer: Renderer) -> None:
    with pytest.raises(MissingText, match="no-such-text"):
        shown(renderer, Line("no-such-text"))
    with pytest.raises(MissingText, match="name"):
        shown(renderer, Line("hello"))
    with pytest.raises(MissingText):
        shown(renderer, Line("hello", {"name": "A"}), language="fr")


def test_in_production_people_get_a_neutral_sentence_instead(catalogs: Path) -> None:
    renderer = Renderer(Catalog.load(catalogs), "wishwell_bot")
    assert shown(renderer, Line("no-such-text")) == "这里少了一句话"
    assert shown(renderer, Line("hello")) == "您好，…"
    assert shown(renderer, Line("state-open"), language="en") == "这里少了一句话"
