"""The question for words with formatting, and with photos or a file, in whatever order they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

from bot.domain import broadcast_refusals as refusals
from bot.domain import broadcasts, formatting
from bot.domain.broadcasts import Content
from bot.domain.errors import EmptyWords, WordsExpected
from bot.domain.ledger_refusals import FileTooBig
from bot.messages import Line
from conversations.ask_files import MOST_MEGABYTES, files_of
from conversations.controls import Control, typed
from conversations.questions import Answers, Choice, Context, Heard, Heed, Step

FILES = "files"  #: the answer that holds what came along: `[key, name]` each


def markup_of(heard: Heard) -> str:
    """What was said, as markup; nothing if it is blank.

    Formatting is Telegram's own: whatever else looks like markup is what somebody wrote.
    """
    markup = formatting.cleaned(heard.markup) if heard.markup else formatting.of_words(heard.words)
    return markup.strip() if formatting.plain(markup).strip() else ""


def content_of(answers: Answers) -> Content:
    words = {language: markup for language, markup in (answers.get("words") or {}).items() if markup}
    return Content(words, files_of(answers.get(FILES)))


@dataclass(frozen=True, slots=True)
class AskMarkup(Step):
    """Words with formatting. The answer is `{language: markup}`, kept under `words` whatever the step is called.

    `other`: it asks for them in the language that the person does not write in.
    """

    _: KW_ONLY
    other: bool = False

    def language(self, answers: Answers) -> str:
        own = str(answers.get("own") or "zh")
        return own if not self.other else "en" if own == "zh" else "zh"

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        asked = super(AskMarkup, self).lines(answers, context)
        files = answers.get(FILES) or ()
        return (*asked, Line("broadcast-files-so-far", {"n": len(files)})) if files and not self.other else asked

    def said(self, answers: Answers) -> str:
        return str((answers.get("words") or {}).get(self.language(answers)) or "")

    def is_typed(self, answers: Answers) -> bool:
        return True

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        rows = [(Choice(Control.KEEP, "button-keep"),)] if self.said(answers) else []
        if answers.get(FILES) and not self.other:
            rows.append((Choice(Control.CLEAR, "button-clear-files"),))
        return tuple(rows)

    def skipped(self, answers: Answers) -> Answers:
        words = {**(answers.get("words") or {}), self.language(answers): ""}
        return {**answers, "words": words}

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if heard.pictured or heard.spoken or heard.document is not None:
            raise WordsExpected
        if self.said(answers) and typed(heard.words, (Control.KEEP,)):
            return Heed(answers)
        return Heed(self.with_words(heard, answers))

    def with_words(self, heard: Heard, answers: Answers) -> dict[str, Any]:
        markup = markup_of(heard)
        if not markup:
            raise EmptyWords
        told = {**answers, "words": {**(answers.get("words") or {}), self.language(answers): markup}}
        broadcasts.check(content_of(told))
        return told

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if value == Control.KEEP and self.said(answers):
            return Heed(answers)
        return super(AskMarkup, self).press(value, answers, context)


@dataclass(frozen=True, slots=True)
class AskContent(AskMarkup):
    """Likewise with up to ten photos, or one file, before, with or after the words.

    Words alone go on to the next question; what comes with a file waits for more: an album has no end.
    """

    def takes_photo(self, answers: Answers) -> bool:
        return True

    def takes_document(self, answers: Answers) -> bool:
        return True

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        rows = super(AskContent, self).rows(answers, context)
        if answers.get(FILES) and self.said(answers):  # Done says more than Keep
            return ((Choice(Control.DONE, "button-done"),), (Choice(Control.CLEAR, "button-clear-files"),))
        return rows

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if heard.document is not None:
            key, name = heard.document
            if not key:
                raise FileTooBig(most=MOST_MEGABYTES)
            return self.add([key, name], heard, answers)
        if heard.photo is not None:
            return self.add([heard.photo, ""], heard, answers)
        if heard.spoken:
            raise WordsExpected
        control = typed(heard.words, (Control.DONE, Control.CLEAR)) if answers.get(FILES) else None
        if control is not None:
            return self.press(control, answers, context)
        return super(AskContent, self).hear(heard, answers, context)

    def add(self, file: list[str], heard: Heard, answers: Answers) -> Heed:
        """Take a file; the same one twice counts once."""
        taken: Sequence[Sequence[str]] = answers.get(FILES) or ()
        if all(key != file[0] for key, _ in taken):
            taken = [*taken, file]
        if sum(1 for each in files_of(taken) if each.is_photo) > broadcasts.MOST_PHOTOS:
            raise refusals.PhotosOrFile
        told = {**answers, FILES: [list(each) for each in taken]}
        broadcasts.check(content_of(told))
        captioned = bool(markup_of(heard))
        if captioned:
            told = self.with_words(heard, told)
        return Heed(told, stays=True, quiet=len(taken) > 1 and not captioned)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if value == Control.DONE and answers.get(FILES):
            if not self.said(answers):
                raise WordsExpected
            return Heed(answers)
        if value == Control.CLEAR and answers.get(FILES):
            return Heed({**answers, FILES: []}, stays=True, notes=(Line("files-cleared"),))
        return super(AskContent, self).press(value, answers, context)
