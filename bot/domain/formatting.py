"""Words with formatting, as Telegram's HTML: what may stand in it, its length, and how it reads without. Pure.

Source of the tags: Bot API, "HTML style". Whatever else stands in the markup becomes plain words.
"""

from __future__ import annotations

import html
from html.parser import HTMLParser

_SAME = {"strong": "b", "em": "i", "ins": "u", "strike": "s", "del": "s"}
_ALLOWED = frozenset({"b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler", "a"})
_LINKS = ("https://", "http://", "tel:", "mailto:")
_MARKS = str.maketrans("", "", "\ue000\ue001")  # the renderer's own


class _Reader(HTMLParser):
    """Writes anew what is allowed, closing what is left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _SAME.get(tag, tag)
        if tag not in _ALLOWED or tag in self._open:
            return
        if tag == "a":
            link = dict(attrs).get("href") or ""
            if not link.lower().startswith(_LINKS):
                return
            self.written.append(f'<a href="{html.escape(link)}">')
        else:
            self.written.append(f"<{tag}>")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        tag = _SAME.get(tag, tag)
        if tag in self._open:
            while (inner := self._open.pop()) != tag:
                self.written.append(f"</{inner}>")
            self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.written.append(html.escape(data, quote=False))

    def whole(self) -> str:
        self.close()
        while self._open:
            self.written.append(f"</{self._open.pop()}>")
        return "".join(self.written)


def cleaned(markup: str) -> str:
    """The markup with what Telegram takes and nobody minds alone: no mentions, no emoji that only some may send."""
    reader = _Reader()
    reader.feed(markup.translate(_MARKS))
    return reader.whole()


def of_words(words: str) -> str:
    """Plain words as markup."""
    return html.escape(words.translate(_MARKS), quote=False)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def plain(markup: str) -> str:
    """As it is read."""
    reader = _Plain()
    reader.feed(markup)
    reader.close()
    return "".join(reader.said)


def units(markup: str) -> int:
    """Length in UTF-16 code units without the tags, as Telegram counts."""
    return len(plain(markup).encode("utf-16-le")) // 2
