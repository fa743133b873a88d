"""The one place where a reply becomes Telegram HTML in somebody's language. People's words are escaped here, once."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.messages import Arg, Button, Day, Formatted, Line, Mention, Moment, Money, Reply, Spot, Term, Texts, Toast
from bot.ports import Rendered, RenderedButton
from bot.texts.catalog import Catalog, DayValue
from bot.texts.days import day_value, moment_text
from bot.texts.fitting import clean, columns, plain, shorten, units, widest_cap
from bot.texts.money import money_text
from bot.texts.places import spot_terms

# Bot API: sendMessage.text, sendPhoto.caption, answerCallbackQuery.text, ForceReply.input_field_placeholder
MAX_TEXT, MAX_CAPTION, MAX_TOAST, MAX_PLACEHOLDER = 4096, 1024, 200, 64
MAX_LABEL_COLUMNS = 32  #: what a phone shows of a button as wide as the screen

_IDENTIFIER = re.compile(r"[A-Za-z0-9_-]{0,64}")
_MARK = re.compile("\ue000(\\d+)\ue001")
# A word that Telegram would make a mention of, and so call somebody into the conversation.
_MENTION = re.compile(r"(?<![A-Za-z0-9_])@(?=[A-Za-z0-9_])")
_WORD_JOINER = "\u2060"


@dataclass(frozen=True, slots=True)
class _Words:
    """People's words, still as they wrote them."""

    words: str
    telegram_id: int | None = None  #: of the person to link to


@dataclass(frozen=True, slots=True)
class _Markup:
    """Words with formatting, which is kept whole; whoever wrote them was told how much fits."""

    markup: str


@dataclass(slots=True)
class _Draft:
    """Catalog texts with numbered marks for variables: Fluent, with its limits, never sees people's words."""

    pieces: list[_Words | _Markup | str] = field(default_factory=list)  #: a string is a text with marks of its own

    def mark(self, piece: _Words | _Markup | str) -> str:
        self.pieces.append(piece)
        return f"\ue000{len(self.pieces) - 1}\ue001"

    def longest(self) -> int:
        return max((len(piece.words) for piece in self.pieces if isinstance(piece, _Words)), default=0)

    def fill(self, text: str, cap: int | None = None) -> str:
        """Telegram HTML, with every one of people's words at most `cap` characters long."""

        def put(mark: re.Match[str]) -> str:
            piece = self.pieces[int(mark[1])]
            if isinstance(piece, _Markup):
                return piece.markup
            if isinstance(piece, str):
                return self.fill(piece, cap)
            return _markup(piece, cap)

        return _MARK.sub(put, text)


def _markup(piece: _Words, cap: int | None) -> str:
    words = piece.words if cap is None else shorten(piece.words, cap)
    if piece.telegram_id is not None:
        return f'<a href="tg://user?id={piece.telegram_id}">{html.escape(words, quote=False)}</a>'
    return html.escape(_MENTION.sub(f"@{_WORD_JOINER}", words), quote=False)


class Renderer:
    """Renders replies. `username` is the bot's, for deep links; `today` the estate's day, to leave out the year."""

    def __init__(self, catalog: Catalog, username: str, *, today: Callable[[], date] | None = None) -> None:
        self._catalog = catalog
        self._username = username
        self._today = today

    def render(self, reply: Reply, *, language: str, caption: bool = False, whole: bool = False) -> Rendered:
        """The reply in this language, within Telegram's limits: if need be the longest words are shortened first.

        `whole`: the text is not shortened; whoever sends it divides it.
        """
        draft = _Draft()
        text = "\n".join(filled for line in reply.lines if (filled := self._template(line, draft, language)))
        placeholder = reply.placeholder and shorten(self.words(reply.placeholder, language), MAX_PLACEHOLDER)
        return Rendered(
            text=draft.fill(text) if whole else _fitted(draft, text, MAX_CAPTION if caption else MAX_TEXT),
            buttons=tuple(tuple(self._button(button, language) for button in row) for row in reply.buttons),
            placeholder=placeholder,
        )

    def toast(self, toast: Toast, language: str) -> str:
        """Plain text of at most 200 characters."""
        return plain(self._one(toast.key, toast.args, language, MAX_TOAST)).replace(_WORD_JOINER, "")

    def words(self, key: str, language: str) -> str:
        """A text without variables, plain: labels, descriptions of commands, words to recognise."""
        return plain(self._catalog.text(key, {}, language))

    def _button(self, button: Button, language: str) -> RenderedButton:
        text = plain(self._one(button.key, button.args, language, MAX_TEXT)).replace(_WORD_JOINER, "")
        label = shorten(" ".join(text.split()), MAX_LABEL_COLUMNS, measure=columns)
        return RenderedButton(label=label, data=button.data, url=self._url(button))

    def _url(self, button: Button) -> str | None:
        if button.start is not None:
            return f"https://t.me/{self._username}?start={button.start}"
        return None if button.path is None else f"https://t.me/{button.path}"

    def _one(self, key: str, args: Mapping[str, Arg], language: str, most: int) -> str:
        draft = _Draft()
        return _fitted(draft, self._template(Line(key, dict(args)), draft, language), most)

    def _template(self, line: Line | Term, draft: _Draft, language: str) -> str:
        values = {name: self._value(arg, draft, language) for name, arg in line.args.items()}
        return self._catalog.text(line.key, values, language)

    def _value(self, arg: Arg, draft: _Draft, language: str) -> Any:
        """What Fluent gets for a variable: numbers, days and identifiers as such, all else as a mark."""
        match arg:
            case int():
                return arg
            case str():
                return arg if _IDENTIFIER.fullmatch(arg) else draft.mark(_Words(clean(arg)))
            case Day():
                today = self._today() if self._today else None
                return day_value(arg, self._catalog, language, today=today)
            case Moment():
                return moment_text(arg, self._catalog, language)
            case Money():
                return money_text(arg, self._catalog, language)
            case Mention():
                return draft.mark(_Words(clean(arg.name), arg.telegram_id))
            case Term():
                return draft.mark(self._template(arg, draft, arg.language or language))
            case Spot():
                return self._joined(spot_terms(arg), "separator-of-place", draft, language)
            case Formatted():
                return draft.mark(_Markup(arg.for_language(language)))
            case Texts():
                return self._joined(arg.items, "separator-of-list", draft, language)

    def _joined(self, items: tuple[Arg, ...], separator: str, draft: _Draft, language: str) -> str:
        values = [self._value(item, draft, language) for item in items]
        texts = [value.full if isinstance(value, DayValue) else str(value) for value in values]
        joined = self._catalog.text(separator, {}, language).join(texts)
        return draft.mark(joined) if joined else ""


def _fitted(draft: _Draft, text: str, most: int) -> str:
    def fits(cap: int | None) -> bool:
        return units(plain(draft.fill(text, cap))) <= most

    if fits(None):
        return draft.fill(text)
    cap = widest_cap(fits, longest=draft.longest())
    if cap is not None:
        return draft.fill(text, cap)
    # Even without people's words it is too long: the markup goes, the beginning stays.
    return html.escape(shorten(plain(draft.fill(text, 1)), most, measure=units), quote=False)
