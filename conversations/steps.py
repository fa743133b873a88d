"""The kinds of question: words, one of several, several of several, and a last look before something is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import Any

from bot.domain.errors import NotAChoice, NothingChosen, WordsExpected
from bot.domain.wishes import clean_words
from bot.messages import Arg, Line
from conversations.controls import Control, plain, typed
from conversations.questions import Answers, Choice, Context, Heard, Heed, Option, Step, in_rows

Options = tuple[Option, ...] | Callable[[Answers, Context], tuple[Option, ...]]

_MOST_WORDS_OF_A_LIST = 12


@dataclass(frozen=True, slots=True)
class Ask(Step):
    """Words. `read` makes the answer of the cleaned words, and refuses what it cannot read.

    `photo_to`: a photo may come with the words, before or instead of a caption; its key is kept under this name.
    `voice_to`: a voice note may come instead of the words; it is kept under this name, the words are empty then.
    `shortcuts`: answers that need no typing.
    """

    _: KW_ONLY
    max_chars: int = 1000
    read: Callable[[str, Context], Any] | None = None
    show: Callable[[Any], Arg] = str
    photo_to: str | None = None
    voice_to: str | None = None
    shortcuts: Options = ()

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        asked = super(Ask, self).lines(answers, context)
        if not self.has(answers):
            return asked
        return (*asked, Line("dialog-so-far", {"answer": self.show(self.standing(answers))}))

    def has(self, answers: Answers) -> bool:
        """There is an answer that can be kept."""
        return self.standing(answers) not in (None, "", {})

    def offered(self, answers: Answers, context: Context) -> tuple[Option, ...]:
        return self.shortcuts(answers, context) if callable(self.shortcuts) else self.shortcuts

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        keep = (Choice(Control.KEEP, "button-keep"),) if self.has(answers) else ()
        return in_rows(tuple(Choice.of(option) for option in self.offered(answers, context)) + keep, 1)

    def takes_photo(self, answers: Answers) -> bool:
        return self.photo_to is not None

    def takes_voice(self, answers: Answers) -> bool:
        return self.voice_to is not None

    def is_typed(self, answers: Answers) -> bool:
        return True

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if self.voice_to is not None and heard.voice is not None:
            answers = {**answers, self.voice_to: dict(heard.voice)}
            if not heard.words.strip():
                return Heed(self.put(answers, answers.get(self.name) or ""))
        elif heard.pictured:
            if self.photo_to is None or heard.photo is None:
                raise WordsExpected
            answers = {**answers, self.photo_to: [heard.photo]}
            if not heard.words.strip():
                return Heed(answers, stays=True, notes=(Line("dialog-photo-taken"),))
        elif self.has(answers) and typed(heard.words, (Control.KEEP,)):
            return Heed(answers)
        said = plain(heard.words)
        for option in self.offered(answers, context):
            if option.is_said(said):
                return self.press(option.value, answers, context)
        words = clean_words(heard.words, max_chars=self.max_chars)
        return Heed(self.put(answers, self.read(words, context) if self.read else words))

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if value == Control.KEEP and self.has(answers):
            return Heed(answers)
        for option in self.offered(answers, context):
            if option.value == value:
                return Heed({**self.put(answers, option.value), **option.sets})
        return super(Ask, self).press(value, answers, context)


@dataclass(frozen=True, slots=True)
class Choose(Step):
    """One of several, pressed or typed. The one chosen before bears a tick."""

    _: KW_ONLY
    options: Options = ()
    columns: int = 1

    def offered(self, answers: Answers, context: Context) -> tuple[Option, ...]:
        return self.options(answers, context) if callable(self.options) else self.options

    def is_ticked(self, option: Option, answers: Answers) -> bool:
        return bool(self.standing(answers) == option.value)

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        options = self.offered(answers, context)
        return in_rows(
            tuple(Choice.of(option, ticked=self.is_ticked(option, answers)) for option in options), self.columns
        )

    def said_option(self, words: str, answers: Answers, context: Context) -> Option | None:
        """The option that these words name, whole, or as the only one that begins with them."""
        said = plain(words)
        options = self.offered(answers, context)
        for option in options:
            if option.is_said(said):
                return option
        begun = [option for option in options if any(plain(word).startswith(said) for word in option.words)]
        return begun[0] if len(begun) == 1 and len(said) > 1 else None

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        option = None if heard.pictured else self.said_option(heard.words, answers, context)
        if option is None:
            raise NotAChoice
        return self.take(option, answers)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        for option in self.offered(answers, context):
            if option.value == value:
                return self.take(option, answers)
        return super(Choose, self).press(value, answers, context)

    def take(self, option: Option, answers: Answers) -> Heed:
        return Heed({**self.put(answers, option.value), **option.sets})


@dataclass(frozen=True, slots=True)
class ChooseMany(Choose):
    """Several of several: each press ticks or unticks, Done ends. The answer is a list of values in the options' order.

    Typed, the words name options, separated by commas; they tick and untick the same way.
    """

    def chosen(self, answers: Answers) -> list[str]:
        return list(answers.get(self.name) or ())

    def skipped(self, answers: Answers) -> Answers:
        return self.put(answers, self.chosen(answers))

    def offers_skip(self, answers: Answers) -> bool:
        return self.may_be_skipped(answers) and not self.chosen(answers)

    def is_ticked(self, option: Option, answers: Answers) -> bool:
        return option.value in self.chosen(answers)

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        return (*super(ChooseMany, self).rows(answers, context), (Choice(Control.DONE, "button-done"),))

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if heard.pictured:
            raise NotAChoice
        if typed(heard.words, (Control.DONE,)):
            return self.press(Control.DONE, answers, context)
        named = heard.words
        for comma in "，、；;\n":
            named = named.replace(comma, ",")
        for name in named.split(",")[:_MOST_WORDS_OF_A_LIST]:
            option = self.said_option(name, answers, context)
            if option is None:
                raise NotAChoice
            answers = self.toggled(option, answers, context)
        return Heed(answers, stays=True)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if value == Control.DONE:
            if not self.chosen(answers) and not self.may_be_skipped(answers):
                raise NothingChosen
            return Heed(self.put(answers, self.chosen(answers)))
        for option in self.offered(answers, context):
            if option.value == value:
                return Heed(self.toggled(option, answers, context), stays=True, quiet=True)
        return super(ChooseMany, self).press(value, answers, context)

    def toggled(self, option: Option, answers: Answers, context: Context) -> Answers:
        chosen = set(self.chosen(answers)) ^ {option.value}
        return self.put(answers, [one.value for one in self.offered(answers, context) if one.value in chosen])


YES = Option(
    "yes",
    "button-confirm",
    (
        "是",
        "是的",
        "对",
        "對",
        "好",
        "好的",
        "可以",
        "行",
        "嗯",
        "确认",
        "確認",
        "发",
        "發",
        "提交",
        "yes",
        "y",
        "ok",
        "okay",
        "send",
        "confirm",
    ),
)


def nothing_stands(answers: Answers) -> None:
    """For menus: what was picked last time bears no tick."""


@dataclass(frozen=True, slots=True)
class Confirm(Choose):
    """A last look: everything is shown, one button does it."""

    _: KW_ONLY
    options: Options = (YES,)
    current: Callable[[Answers], Any] | None = nothing_stands
