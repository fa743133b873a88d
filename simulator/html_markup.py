"""`parse_mode=HTML`: the tags of the Bot API, refused where TDLib's `parse_html` refuses them.

Byte offsets in the texts count UTF-8 bytes of the markup, as TDLib's do.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from simulator.errors import TDLIB, Refusal, bad_request
from simulator.model import Json
from simulator.utf16 import units

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
OTHERS = frozenset({"a", "span", "tg-emoji", "tg-time"})
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_NAME = re.compile(r"[^\s>]*")
_ENDING = re.compile(r"([^\s>]*)\s*>")
_REFERENCE = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|[a-zA-Z]+);?")
_ATTRIBUTE = re.compile(r"\s*([^\s=>/]*)\s*(?:=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']+))?")
_USER_LINK = re.compile(r"tg://user/?\?id=(\d+)", re.IGNORECASE)


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int  #: UTF-16 units where it begins
    at: int  #: characters of plain text before it


def parse_html(markup: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities; a mentioned user is `{"type": "text_mention", "user_id": …}`.

    Raises:
        Refusal: 400 "can't parse entities: …".
    """
    return _Parser(markup).run()


def unescape(text: str) -> str:
    """Resolve the four named references TDLib knows and numeric ones; leave everything else alone."""
    return _REFERENCE.sub(_resolved, text)


def _resolved(match: re.Match[str]) -> str:
    name = match.group(1)
    if not name.startswith("#"):
        return NAMED.get(name, match.group(0))
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    if number == 0 or number >= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return match.group(0)
    return chr(number)


class _Parser:
    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.position = 0
        self.plain: list[str] = []
        self.offset = 0
        self.stack: list[_Open] = []
        self.found: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.position < len(self.markup):
            if self.markup[self.position] == "<":
                self._tag()
            else:
                self._words()
        if self.stack:
            raise _fault(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        self.found.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.plain), self.found

    def _words(self) -> None:
        end = self.markup.find("<", self.position)
        end = len(self.markup) if end < 0 else end
        words = unescape(self.markup[self.position : end])
        self.plain.append(words)
        self.offset += units(words)
        self.position = end

    def _tag(self) -> None:
        begin = self.position
        if self.markup.startswith("</", begin):
            self._close(begin)
        else:
            self._open(begin)

    def _open(self, begin: int) -> None:
        name = _NAME.match(self.markup, begin + 1)
        tag = name.group(0).lower() if name else ""
        after = begin + 1 + len(tag)
        if after >= len(self.markup):
            raise _fault(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in SIMPLE and tag not in OTHERS:
            raise _fault(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        end = self._end_of_tag(after)
        if end is None:
            raise _fault(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
        argument = self._argument(tag, _attributes(self.markup[after:end]), begin)
        self.stack.append(_Open(tag, argument, self.offset, len(self.plain)))
        self.position = end + 1

    def _end_of_tag(self, start: int) -> int | None:
        quote = ""
        for index in range(start, len(self.markup)):
            character = self.markup[index]
            if quote:
                quote = "" if character == quote else quote
            elif character in "\"'":
                quote = character
            elif character == ">":
                return index
        return None

    def _argument(self, tag: str, attributes: dict[str, str], begin: int) -> str:
        if tag == "a":
            return attributes.get("href", "")
        if tag == "span":
            if attributes.get("class") != "tg-spoiler":
                raise _fault(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
            return ""
        if tag == "code":
            language = attributes.get("class", "")
            return language.removeprefix("language-") if language.startswith("language-") else ""
        if tag == "tg-emoji":
            return attributes.get("emoji-id", "")
        if tag == "tg-time":
            return f"{attributes.get('unix', '')} {attributes.get('format', '')}"
        if tag == "blockquote":
            return "expandable" if "expandable" in attributes else ""
        return ""

    def _close(self, begin: int) -> None:
        if not self.stack:
            raise _fault(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        ending = _ENDING.match(self.markup, begin + 2)
        if ending is None:
            raise _fault(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        opened, tag = self.stack.pop(), ending.group(1).lower()
        if tag and tag != opened.tag:
            raise _fault(
                f'Unmatched end tag at byte offset {self._bytes(begin)}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        self.position = ending.end()
        length = self.offset - opened.offset
        if length > 0:
            self._found(opened, length)

    def _found(self, opened: _Open, length: int) -> None:
        place: Json = {"offset": opened.offset, "length": length}
        if opened.tag == "a":
            self._link(opened, place)
        elif opened.tag == "span":
            self.found.append({"type": "spoiler", **place})
        elif opened.tag == "tg-emoji":
            self._emoji(opened, place)
        elif opened.tag == "tg-time":
            self._moment(opened, place)
        elif opened.tag == "blockquote":
            self.found.append({"type": "expandable_blockquote" if opened.argument else "blockquote", **place})
        elif opened.tag == "code" and self._names_the_language(opened):
            self.stack[-1].argument = opened.argument
        elif opened.tag == "pre":
            self._block(opened, place)
        else:
            self.found.append({"type": SIMPLE[opened.tag], **place})

    def _names_the_language(self, code: _Open) -> bool:
        return bool(code.argument and self.stack and self.stack[-1].tag == "pre")

    def _block(self, opened: _Open, place: Json) -> None:
        entity: Json = {"type": "pre", **place}
        if opened.argument:
            entity["language"] = opened.argument
        self.found = [e for e in self.found if not (e["type"] == "code" and e["offset"] >= opened.offset)]
        self.found.append(entity)

    def _link(self, opened: _Open, place: Json) -> None:
        address = opened.argument or "".join(self.plain[opened.at :])
        user = _USER_LINK.match(address)
        if user:
            self.found.append({"type": "text_mention", **place, "user_id": int(user.group(1))})
            return
        link = checked_link(address)
        if link:
            self.found.append({"type": "text_link", **place, "url": link})

    def _emoji(self, opened: _Open, place: Json) -> None:
        if not opened.argument.isdigit():
            raise _fault("Invalid custom emoji identifier specified")
        self.found.append({"type": "custom_emoji", **place, "custom_emoji_id": opened.argument})

    def _moment(self, opened: _Open, place: Json) -> None:
        unix, _, shape = opened.argument.partition(" ")
        if not unix.isdigit() or not int(unix):
            raise _fault("Invalid date specified")
        if not re.fullmatch(r"[rR]|[tTdDwW]*", shape):
            raise _fault("Invalid date-time format specified")
        self.found.append({"type": "date_time", **place, "unix_time": int(unix), "date_time_format": shape})

    def _bytes(self, position: int) -> int:
        return len(self.markup[:position].encode())


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    position = 0
    while position < len(text):
        match = _ATTRIBUTE.match(text, position)
        if match is None or match.end() == position:
            position += 1
            continue
        position = match.end()
        name, value = match.group(1).lower(), match.group(2) or ""
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        if name:
            found.setdefault(name, unescape(value))
    return found


def checked_link(address: str) -> str:
    """The address as Telegram keeps it (`example.org` becomes `http://example.org/`), or "" if it is no link."""
    text = address.strip()
    if re.match(r"(tg|ton|tonsite):", text, re.IGNORECASE):
        return text
    if not re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE):
        text = f"http://{text}"
    parts = urlsplit(text)
    host = parts.hostname or ""
    known = parts.scheme.lower() in ("http", "https")
    if not known or any(c.isspace() for c in text) or ("." not in host and host != "localhost"):
        return ""
    rest = parts.path or "/"
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{rest}{query}{fragment}"


def _fault(text: str) -> Refusal:
    return bad_request(f"can't parse entities: {text}", TDLIB)
