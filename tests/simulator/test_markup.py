"""HTML and the entities Telegram finds by itself, with offsets in UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.client_view import as_html
from simulator.entities import clean, formatted, found, typed
from simulator.errors import Refusal
from simulator.html_markup import checked_link, parse_html
from simulator.utf16 import cut, units


def marks(text: str) -> list[tuple[str, str]]:
    return [(entity["type"], cut(text, entity["offset"], entity["length"])) for entity in found(text)]


@pytest.mark.parametrize(
    ("markup", "plain", "kinds"),
    [
        ("<b>粗</b>体", "粗体", [("bold", "粗")]),
        ("<b>粗<i>斜</i></b>", "粗斜", [("bold", "粗斜"), ("italic", "斜")]),
        ("😀<u>下</u>", "😀下", [("underline", "下")]),
        ("<s>a</s><del>b</del><strike>c</strike>", "abc", [("strikethrough", c) for c in "abc"]),
        ('<span class="tg-spoiler">密</span>', "密", [("spoiler", "密")]),
        ("<tg-spoiler>密</tg-spoiler>", "密", [("spoiler", "密")]),
        ("1 &lt; 2 &amp; &quot;3&quot; &#33; &#x4e2d; &copy;", '1 < 2 & "3" ! 中 &copy;', []),
        ("<code>x</code>", "x", [("code", "x")]),
        ('<pre><code class="language-python">y</code></pre>', "y", [("pre", "y")]),
        ("<blockquote>引</blockquote>", "引", [("blockquote", "引")]),
        ("<blockquote expandable>引</blockquote>", "引", [("expandable_blockquote", "引")]),
        ("<b></b>空", "空", []),
        ("a > b", "a > b", []),
        ('<a href="https://a.cn/b">看</a>', "看", [("text_link", "看")]),
        ("<a href='nowhere'>看</a>", "看", []),
        ('<tg-time unix="1647531900" format="wDT">那天</tg-time>', "那天", [("date_time", "那天")]),
    ],
)
def test_html_becomes_text_and_entities(markup: str, plain: str, kinds: list[tuple[str, str]]) -> None:
    text, entities = parse_html(markup)
    assert text == plain
    assert [(entity["type"], cut(text, entity["offset"], entity["length"])) for entity in entities] == kinds


def test_links_mentions_and_languages_keep_their_argument() -> None:
    _, [link] = parse_html('<a href="example.com">x</a>')
    assert link["url"] == "http://example.com/"
    _, [mention] = parse_html('<a href="tg://user?id=12">王</a>')
    assert (mention["type"], mention["user_id"]) == ("text_mention", 12)
    _, [block] = parse_html('<pre><code class="language-c++">x</code></pre>')
    assert block["language"] == "c++"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("字<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("3 < 4", 'Unsupported start tag "" at byte offset 2'),
        ("3 <b", "Unclosed start tag at byte offset 2"),
        ("<a href='x", 'Unclosed start tag "a" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("我 <3 你>", 'Unsupported start tag "3" at byte offset 4'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-time unix="0">x</tg-time>', "Invalid date specified"),
    ],
)
def test_broken_html_is_refused_with_its_place(markup: str, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(markup)
    assert refused.value.description == f"Bad Request: can't parse entities: {text}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/want 修灯", [("bot_command", "/want")]),
        ("/want@wishwell_bot 修灯", [("bot_command", "/want@wishwell_bot")]),
        ("请用 /want。", [("bot_command", "/want")]),
        ("/want修灯", []),  # a letter follows, and Chinese characters are letters
        ("和/want", []),
        ("3/4", []),
        ("</b>", []),
        ("@li_wei 你好", [("mention", "@li_wei")]),
        ("找@li_wei", []),
        ("#电梯 #12 #3号楼", [("hashtag", "#电梯"), ("hashtag", "#3号楼")]),
        ("$USD", [("cashtag", "$USD")]),
        ("看 example.com。", [("url", "example.com")]),
        ("https://a.cn/路?x=1#y，好", [("url", "https://a.cn/路?x=1#y")]),
        ("package.json", []),
        ("li@example.com", [("email", "li@example.com")]),
        ("😀 /help", [("bot_command", "/help")]),
    ],
)
def test_what_telegram_finds_by_itself(text: str, expected: list[tuple[str, str]]) -> None:
    assert marks(text) == expected


def test_nothing_is_found_inside_code_and_links() -> None:
    text, entities = formatted("<code>/want</code> /mine", "HTML", None)
    assert [cut(text, e["offset"], e["length"]) for e in entities if e["type"] == "bot_command"] == ["/mine"]


def test_text_is_cleaned_and_trimmed() -> None:
    assert clean("a\rb\u2028c\x07d") == "abc d"
    assert typed("  你好 \n")[0] == "你好"
    text, entities = formatted(" \n <b> 好 </b>  ", "HTML", None)
    assert text == " 好"  # the start is only cut up to the first entity
    assert entities == [{"type": "bold", "offset": 0, "length": 2}]


def test_explicit_entities_must_fit() -> None:
    entities = formatted("😀好", None, [{"type": "bold", "offset": 2, "length": 1}])[1]
    assert entities == [{"type": "bold", "offset": 2, "length": 1}]
    assert formatted("/x", None, [{"type": "url", "offset": 0, "length": 2}])[1][0]["type"] == "bot_command"
    for offset, length in ((1, 1), (2, 2), (0, 0), (-1, 2)):
        with pytest.raises(Refusal):
            formatted("😀好", None, [{"type": "bold", "offset": offset, "length": length}])
    with pytest.raises(Refusal, match="Unsupported type"):
        formatted("好", None, [{"type": "big", "offset": 0, "length": 1}])


@given(st.text(alphabet="ab<>&中😀 \n", max_size=40))
def test_escaped_text_comes_back_unchanged(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped) == (text, [])


@given(
    st.lists(st.tuples(st.sampled_from(["b", "i", "u", "s", ""]), st.text("中a😀", min_size=1, max_size=4)), max_size=6)
)
def test_what_is_shown_can_be_written_again(parts: list[tuple[str, str]]) -> None:
    markup = "".join(f"<{tag}>{words}</{tag}>" if tag else words for tag, words in parts)
    text, entities = parse_html(markup)
    assert units(text) == sum(units(words) for _, words in parts)
    assert parse_html(as_html(text, entities)) == (text, entities)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("HTTPS://T.me/Bot?start=X", "https://t.me/Bot?start=X"),
        ("tg://resolve?domain=a", "tg://resolve?domain=a"),
        ("javascript:alert(1)", ""),
        ("http://localhost/x", "http://localhost/x"),
        ("a b.com", ""),
    ],
)
def test_links_are_checked(given: str, kept: str) -> None:
    assert checked_link(given) == kept
