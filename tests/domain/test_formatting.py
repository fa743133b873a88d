"""Words with formatting: what comes out is balanced, holds allowed tags alone, and reads the same."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain import formatting
from simulator.html_markup import parse_html

ALLOWED = {"b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler", "a"}
NAMES = st.sampled_from(
    [*ALLOWED, "strong", "em", "ins", "strike", "del", "B", "span", "script", "style", "tg-emoji", "img", "br", "p"]
)
LINKS = st.sampled_from(
    ["https://a.cn/?x=1&y=2", "HTTP://a.cn", "tel:+86110", "mailto:a@b.cn", "tg://user?id=7", "javascript:x", '"><b>']
)
TEXT = st.text(alphabet=st.sampled_from("停水 <>&\"'/=;#a1\n@😀👍🏽\u200d\ue000\ue001"), max_size=12)
TAG = st.one_of(
    NAMES.map(lambda name: f"<{name}>"),
    NAMES.map(lambda name: f"</{name}>"),
    LINKS.map(lambda link: f'<a href="{html.escape(link)}">'),
    LINKS.map(lambda link: f"<a href='{link}'>"),
    st.sampled_from(["<a>", "<", "</", "<b", "<!--", "-->", "&lt;", "&amp;", "&#128512;", "&nosuch;", '<b class="x">']),
)
#: Whatever anybody may put together: crossed, left open, closed twice.
TANGLED = st.lists(st.one_of(TEXT, TAG), max_size=14).map("".join)


def tags(markup: str) -> list[tuple[str, str]]:
    """(slash, name) of each."""
    return re.findall(r"<(/?)([a-z-]+)[^>]*>", markup)


@given(TANGLED)
@example('<b><i>crossed</b></i> <a href="https://a.cn"><a href="https://b.cn">in</a>side</a>')
@example("<script>alert(1)</script> <b")
def test_what_comes_out_is_balanced_and_holds_allowed_tags_alone(markup: str) -> None:
    opened: list[str] = []
    for slash, name in tags(formatting.cleaned(markup)):
        assert name in ALLOWED
        if slash:
            assert opened.pop() == name
        else:
            assert name not in opened, "Telegram nests none in its own kind"
            opened.append(name)
    assert not opened


@given(TANGLED)
@example("a < b && c > d")
def test_it_reads_the_same_and_telegram_reads_it_so_too(markup: str) -> None:
    cleaned = formatting.cleaned(markup)
    read = formatting.plain(cleaned)
    assert read == formatting.plain(markup.replace("\ue000", "").replace("\ue001", ""))
    text, entities = parse_html(cleaned)  # as TDLib does; it would refuse what is not whole
    assert text == read
    assert formatting.units(cleaned) == len(text.encode("utf-16-le")) // 2
    assert not [each for each in entities if each["type"] == "text_mention"], "nobody is called by it"


@given(TANGLED)
def test_cleaning_it_again_changes_nothing(markup: str) -> None:
    cleaned = formatting.cleaned(markup)
    assert formatting.cleaned(cleaned) == cleaned


@given(TANGLED)
def test_links_lead_to_the_web_to_a_telephone_or_to_a_mailbox(markup: str) -> None:
    for link in re.findall(r'<a href="([^"]*)">', formatting.cleaned(markup)):
        assert html.unescape(link).lower().startswith(("https://", "http://", "tel:", "mailto:"))


@given(st.text(max_size=40))
def test_plain_words_stay_as_they_were_said(words: str) -> None:
    said = words.replace("\ue000", "").replace("\ue001", "")
    markup = formatting.of_words(words)
    assert formatting.plain(markup) == said
    assert not tags(markup)
    assert formatting.cleaned(markup) == markup


@pytest.mark.parametrize(
    ("markup", "cleaned"),
    [
        ("<strong>停水</strong> <em>明天</em>", "<b>停水</b> <i>明天</i>"),
        ("<ins>u</ins><del>d</del><strike>s</strike>", "<u>u</u><s>d</s><s>s</s>"),
        ('<a href="tg://user?id=7">王阿姨</a>来', "王阿姨来"),
        ('<a href="https://a.cn/?x=1&amp;y=2">看</a>', '<a href="https://a.cn/?x=1&amp;y=2">看</a>'),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "x<tg-spoiler>y</tg-spoiler>"),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍"),
        ('<pre><code class="language-python">x &lt; 1</code></pre>', "<pre><code>x &lt; 1</code></pre>"),
        ("<b>没关上", "<b>没关上</b>"),
        ("", ""),
    ],
)
def test_what_becomes_of_what(markup: str, cleaned: str) -> None:
    assert formatting.cleaned(markup) == cleaned


def test_length_is_counted_as_telegram_counts() -> None:
    assert formatting.units("<b>停水</b> &amp; 😀") == 2 + 3 + 2
