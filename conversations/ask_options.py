"""The question for what can be chosen: an option a line, several at once or one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain import poll_refusals, polls
from bot.domain.errors import WordsExpected
from bot.messages import Line
from conversations.controls import Control, plain, typed
from conversations.questions import Answers, Choice, Context, Heard, Heed, Step

LAST_OFF = "~last-off"
_LAST_OFF_TYPED = frozenset({"去掉最后一项", "remove the last one"})


@dataclass(frozen=True, slots=True)
class AskOptions(Step):
    """The answer is a list of texts. What is said adds to it, a line each; `back` takes the last message back."""

    def given(self, answers: Answers) -> list[str]:
        return list(answers.get(self.name) or ())

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        asked = super(AskOptions, self).lines(answers, context)
        so_far = (Line("poll-option", {"option": option}) for option in self.given(answers))
        return (*asked, *so_far)

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        given = self.given(answers)
        rows: list[tuple[Choice, ...]] = []
        if len(given) >= polls.FEWEST_OPTIONS:
            rows.append((Choice(Control.DONE, "button-done"),))
        if given:
            rows.append((Choice(LAST_OFF, "button-poll-option-off"),))
        return tuple(rows)

    def is_typed(self, answers: Answers) -> bool:
        return True

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if heard.pictured:
            raise WordsExpected
        given = self.given(answers)
        if given and typed(heard.words, (Control.DONE,)):
            return self.press(Control.DONE, answers, context)
        if given and plain(heard.words) in _LAST_OFF_TYPED:
            return self.press(LAST_OFF, answers, context)
        for words in heard.words.splitlines() or [heard.words]:
            if words.strip():
                given.append(polls.option_of(words, given))
        if not given:
            raise WordsExpected
        return Heed(self.put(answers, given), stays=True, undoable=True)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        given = self.given(answers)
        if value == Control.DONE and given:
            if len(given) < polls.FEWEST_OPTIONS:
                raise poll_refusals.TooFewOptions(least=polls.FEWEST_OPTIONS)
            return Heed(self.put(answers, given))
        if value == LAST_OFF and given:
            return Heed(self.put(answers, given[:-1]), stays=True, quiet=True)
        return super(AskOptions, self).press(value, answers, context)
