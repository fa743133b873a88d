"""The question for the words of an answer: typed, or a ready sentence, of which the blanks alone are asked.

What the dialog is given as `ready` are the estate's sentences; `template` and `filled` are kept while blanks are asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain import ready
from bot.domain.errors import WordsExpected
from bot.domain.wishes import AnswerKind, clean_words
from bot.messages import Line
from conversations.controls import plain
from conversations.questions import Answers, Choice, Context, Heard, Heed, in_rows
from conversations.steps import Ask

MAX_BLANK_CHARS = 80
_OF_BLANKS = ("template", "filled")


@dataclass(frozen=True, slots=True)
class AskReady(Ask):
    """Words, as `Ask`. A number, pressed or typed, takes the sentence it stands before."""

    def sentences(self, answers: Answers) -> Sequence[str]:
        """The estate's; of what is done the picture speaks, and none of them fits."""
        return () if answers.get("kind") == AnswerKind.DONE else answers.get("ready") or ()

    def template(self, answers: Answers) -> str | None:
        """The sentence whose blanks are being filled."""
        return answers.get("template")

    def filled(self, answers: Answers) -> list[str]:
        return list(answers.get("filled") or ())

    def is_typed(self, answers: Answers) -> bool:
        """As long as there are sentences to press, their buttons come before the opened input field."""
        return self.template(answers) is not None or not self.sentences(answers)

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        if (template := self.template(answers)) is not None:
            filled = self.filled(answers)
            blank = ready.blanks(template)[len(filled)]
            sentence = Line("preview-words", {"words": ready.shown(template, filled)})
            if blank:
                return (sentence, Line("ready-blank-named", {"blank": blank}))
            return (sentence, Line("ready-blank"))
        asked = super(AskReady, self).lines(answers, context)
        sentences = self.sentences(answers)
        if not sentences:
            return asked
        rows = (Line("ready-row", {"at": str(at), "words": ready.shown(each)}) for at, each in enumerate(sentences, 1))
        how = Line("ready-how") if context.private else Line("ready-how-group")
        return (*asked, how, *rows)

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        if self.template(answers) is not None:
            return ()
        numbers = tuple(
            Choice(f"r{at}", "button-words", {"words": str(at)}) for at, _ in enumerate(self.sentences(answers), 1)
        )
        return (*in_rows(numbers, 6), *super(AskReady, self).rows(answers, context))

    def offers_skip(self, answers: Answers) -> bool:
        return self.may_be_skipped(answers) and self.template(answers) is None

    def skipped(self, answers: Answers) -> Answers:
        return self.put(_without_blanks(answers), None)

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        template = self.template(answers)
        if template is None:
            said = plain(heard.words)
            for at, sentence in enumerate(self.sentences(answers), 1):
                if not heard.pictured and said == str(at):
                    return self._taken(sentence, answers)
            return super(AskReady, self).hear(heard, answers, context)
        if heard.pictured:
            raise WordsExpected
        words = " ".join(clean_words(heard.words, max_chars=MAX_BLANK_CHARS).split())
        return self._with_blanks(template, [*self.filled(answers), words], answers)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if self.template(answers) is None:
            for at, sentence in enumerate(self.sentences(answers), 1):
                if value == f"r{at}":
                    return self._taken(sentence, answers)
        return super(AskReady, self).press(value, answers, context)

    def _taken(self, sentence: str, answers: Answers) -> Heed:
        return self._with_blanks(sentence, [], answers)

    def _with_blanks(self, template: str, filled: list[str], answers: Answers) -> Heed:
        """Ask for the next blank, or go on once none is left. `back` takes the last one back.

        Raises:
            TooLong: the whole is too long for an answer.
        """
        if len(filled) < len(ready.blanks(template)):
            return Heed({**answers, "template": template, "filled": filled}, stays=True, undoable=True)
        words = clean_words(ready.fill(template, filled), max_chars=self.max_chars)
        return Heed(self.put(_without_blanks(answers), words))


def _without_blanks(answers: Answers) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name not in _OF_BLANKS}
