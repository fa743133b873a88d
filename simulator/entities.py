"""Text as Telegram keeps it: cleaned, trimmed, with the entities it finds by itself.

The rules are TDLib's (`fix_formatted_text`, `find_entities` in MessageEntity.cpp): what touches a letter, a digit or an
underscore of any script is no command and no mention, so `/want电梯` is plain text.
"""

import re
import unicodedata
from collections.abc import Callable

from simulator.errors import TDLIB, Refusal, bad_request
from simulator.html_markup import checked_link, parse_html
from simulator.model import Json
from simulator.utf16 import on_boundary, span, units

#: Top-level domains that make a bare `name.tld` a link. A selection of TDLib's list (assumed sufficient here).
TLDS = "com|net|org|info|biz|io|me|app|dev|xyz|shop|site|online|top|cn|hk|tw|de|uk|fr|eu|ru|us|jp|ch|at|in|gov|edu"
_BOLD = re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*")
_COMMAND = re.compile(r"(?<![\w/<>])/([a-zA-Z0-9_]{1,64})(@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])")
_MENTION = re.compile(r"(?<!\w)@([a-zA-Z0-9_]{2,32})(?!\w)")
_HASHTAG = re.compile(r"(?<![\w#@])#(?=\w*[^\W\d])(\w{1,256})(@[a-zA-Z0-9_]{3,32})?(?![\w#])")
_CASHTAG = re.compile(r"(?<![\w$])\$([A-Z]{1,8})(?![\w$])")
_EMAIL = re.compile(r"(?<![\w.@/-])[a-zA-Z0-9._%+-]{1,64}@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,8}(?![\w-])")
_URL = re.compile(
    r"(?<![\w@.])(?:(?:https?|ftp|tg|ton)://[^\s<>\"“”«»，。；！？（）]+"
    rf"|(?:[a-zA-Z0-9-]+\.)+(?:{TLDS})(?::\d{{1,5}})?(?![\w@-])(?:[/?#][^\s<>\"“”«»，。；！？（）]*)?)",
    re.IGNORECASE,
)
_DIRECTION_MARKS = re.compile("[\u200e\u200f]+(?=[\u200e\u200f])")
_DROPPED = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")
_BLANK = frozenset("\u00a0\u2800\u3000\u200b\u200c\u200d\u200e\u200f\u2060\u180e\ufeff\u115f\u1160\u3164\uffa0 \n\t")
#: Styles inside which Telegram looks for nothing by itself.
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})
FOUND_BY_TELEGRAM = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
)
STYLES = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"}
    | {"text_link", "text_mention", "custom_emoji", "date_time"}
)


def clean(text: str) -> str:
    """Characters Telegram does not keep, replaced or dropped; the ends are left alone."""
    kept = _DROPPED.sub("", text)
    kept = _DIRECTION_MARKS.sub(lambda match: "\u200c" * len(match.group(0)), kept)
    return "".join(" " if _is_control(character) else character for character in kept)


def _is_control(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) == "Cc"


def is_blank(text: str) -> bool:
    """Whether nothing of it would be seen."""
    return all(character in _BLANK for character in text)


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cut spaces and newlines from both ends and move the entities along."""
    lead = len(text) - len(text.lstrip(" \n"))
    if entities:  # the start is only cut up to the first entity
        lead = min(lead, min(entity["offset"] for entity in entities))
    shown = text[lead:].rstrip(" \n")
    size = units(shown)
    moved: list[Json] = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        end = min(size, entity["offset"] + entity["length"] - lead)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return shown, moved


def formatted(text: str, parse_mode: str | None, explicit: list[Json] | None) -> tuple[str, list[Json]]:
    """Text and entities as a bot's call gives them, cleaned, with the automatic ones found.

    Raises:
        Refusal: 400 for markup or entities Telegram would not take.
    """
    if parse_mode and parse_mode.lower() == "html":
        plain, styles = parse_html(clean(text))
    elif not parse_mode or parse_mode.lower() == "none":
        plain, styles = clean(text), checked_entities(clean(text), explicit or [])
    elif parse_mode.lower() in ("markdown", "markdownv2"):
        raise Refusal(400, f"Bad Request: simulator: parse_mode {parse_mode} is not simulated, use HTML", "assumed")
    else:
        raise bad_request("unsupported parse_mode", "tdlib/telegram-bot-api Client.cpp")
    plain, styles = trim(plain, styles)
    return plain, with_found(plain, styles)


def typed(text: str) -> tuple[str, list[Json]]:
    """Text and entities as a person types them: apps make **this** bold."""
    plain, styles, behind = "", [], 0
    cleaned = trim(clean(text), [])[0]
    for marked in _BOLD.finditer(cleaned):
        plain += cleaned[behind : marked.start()]
        styles.append({"type": "bold", "offset": units(plain), "length": units(marked[1])})
        plain, behind = plain + marked[1], marked.end()
    plain += cleaned[behind:]
    return plain, with_found(plain, styles)


def with_found(text: str, styles: list[Json]) -> list[Json]:
    """The styles and what Telegram finds by itself, sorted as it sorts them."""
    opaque = [_range(entity) for entity in styles if entity["type"] in OPAQUE]
    automatic = [entity for entity in found(text) if not _overlaps(_range(entity), opaque)]
    both = [*styles, *automatic]
    return sorted(both, key=lambda entity: (entity["offset"], -entity["length"]))


def found(text: str) -> list[Json]:
    """Links, mentions, commands, hashtags, cashtags and addresses Telegram marks by itself."""
    finders: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
        ("email", _EMAIL, _same),
        ("url", _URL, _without_closing_punctuation),
        ("mention", _MENTION, _same),
        ("bot_command", _COMMAND, _same),
        ("hashtag", _HASHTAG, _same),
        ("cashtag", _CASHTAG, _same),
    )
    taken: list[tuple[int, int]] = []
    marks: list[Json] = []
    for kind, pattern, shorten in finders:
        for match in pattern.finditer(text):
            words = shorten(match.group(0))
            if kind == "url" and not checked_link(words):
                continue
            offset, length = span(text, match.start(), match.start() + len(words))
            if not _overlaps((offset, offset + length), taken):
                taken.append((offset, offset + length))
                marks.append({"type": kind, "offset": offset, "length": length})
    return sorted(marks, key=lambda entity: int(entity["offset"]))


def checked_entities(text: str, given: list[Json]) -> list[Json]:
    """Explicit entities as TDLib takes them: the automatic kinds are ignored, the rest must fit the text."""
    kept: list[Json] = []
    for entity in given:
        kind = entity.get("type")
        if kind in FOUND_BY_TELEGRAM:
            continue
        if kind not in STYLES:
            raise bad_request("can't parse MessageEntity: Unsupported type specified", TDLIB)
        offset, length = int(entity["offset"]), int(entity["length"])
        if length <= 0 or not on_boundary(text, offset) or not on_boundary(text, offset + length):
            raise bad_request(f"entity beginning at UTF-16 offset {offset} ends after the end of the text", TDLIB)
        kept.append(_kept(str(kind), offset, length, entity))
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _kept(kind: str, offset: int, length: int, given: Json) -> Json:
    entity: Json = {"type": kind, "offset": offset, "length": length}
    if kind == "text_link":
        entity["url"] = checked_link(str(given.get("url", "")))
        if not entity["url"]:
            raise bad_request(f"can't parse entities: Entity URL '{given.get('url', '')}' is invalid", TDLIB)
    elif kind == "text_mention":
        entity["user_id"] = int(given.get("user", {}).get("id", 0))
    elif kind == "pre" and given.get("language"):
        entity["language"] = str(given["language"])
    elif kind == "custom_emoji":
        entity["custom_emoji_id"] = str(given.get("custom_emoji_id", ""))
    elif kind == "date_time":
        entity["unix_time"] = int(given.get("unix_time", 0))
        entity["date_time_format"] = str(given.get("date_time_format", ""))
    return entity


def _same(words: str) -> str:
    return words


def _without_closing_punctuation(words: str) -> str:
    return words.rstrip(".,:;!?'\")]}…、")


def _range(entity: Json) -> tuple[int, int]:
    return int(entity["offset"]), int(entity["offset"]) + int(entity["length"])


def _overlaps(one: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)
