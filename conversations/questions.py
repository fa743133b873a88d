"""What all kinds of question have in common: what they show, what they hear, and what comes of it. Pure."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date
from typing import Any

from bot.domain.errors import ButtonTooOld
from bot.messages import Arg, Line, Term, Texts
from conversations.controls import plain

Answers = Mapping[str, Any]
"""JSON values by step name. Names that begin with `_` belong to the engine."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a question may know besides the answers."""

    today: date  #: on the estate's clocks
    language: str
    private: bool  #: in the private chat, not in a group
    person_id: int
    name: str  #: the person's
    go_on: str | None = None  #: deep-link payload into the private chat, where nobody else in the group sees this


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody said: words, a photo, a voice note, or one of these with a caption."""

    words: str = ""
    photo: str | None = None  #: key of `files`, if this question takes photos
    pictured: bool = False  #: a photo came, kept or not
    voice: Mapping[str, Any] | None = None  #: `{key, length_s}` of a voice note, if this question takes them
    spoken: bool = False  #: a voice note came, kept or not
    document: tuple[str, str] | None = None  #: key of `files` and name of a file, if this question takes them
    written_on: date | None = None  #: on the estate's clocks; None: today. "Tomorrow" means the day after it
    markup: str | None = None  #: the words as Telegram HTML, where something in them is formatted


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers. `words`: what people may type instead of pressing, in any language."""

    value: str
    key: str
    words: tuple[str, ...] = ()
    args: Mapping[str, Arg] = field(default_factory=dict)
    sets: Mapping[str, Any] = field(default_factory=dict)  #: further answers that come with this one

    def is_said(self, said: str) -> bool:
        """`said` is `plain`."""
        return any(said == plain(word) for word in self.words)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a question, before it knows its dialog."""

    value: str
    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)
    start: str | None = None  #: deep-link payload: the button opens the private chat instead of answering

    @classmethod
    def of(cls, option: Option, *, ticked: bool = False) -> Choice:
        if not ticked:
            return cls(option.value, option.key, option.args)
        if option.key == "button-words":
            return cls(option.value, "button-ticked", {"label": option.args["words"]})
        plain_args: dict[str, str | int | Term | Texts] = {
            name: arg for name, arg in option.args.items() if isinstance(arg, str | int | Texts)
        }
        return cls(option.value, "button-ticked", {"label": Term(option.key, plain_args)})


@dataclass(frozen=True, slots=True)
class Heed:
    """What a question made of what it heard."""

    answers: Answers
    stays: bool = False  #: the same question stands: another photo, another tick
    notes: tuple[Line, ...] = ()  #: said above the prompt
    undoable: bool = False  #: `back` takes it back
    quiet: bool = False  #: the prompt above is edited instead of sent anew, so that an album makes one prompt


Prompt = str | Callable[[Answers, Context], tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class Step(ABC):
    """A question. Its answer is kept under its name."""

    name: str
    prompt: Prompt
    _: KW_ONLY
    optional: bool | Callable[[Answers], bool] = False
    placeholder: str | None = None
    current: Callable[[Answers], Any] | None = None  #: the answer as it stands, where it may also be guessed

    def standing(self, answers: Answers) -> Any:
        """The answer as it stands, to be shown and kept; None if there is none."""
        return self.current(answers) if self.current else answers.get(self.name)

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        return (Line(self.prompt),) if isinstance(self.prompt, str) else self.prompt(answers, context)

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        """The buttons of this question's own."""
        return ()

    def may_be_skipped(self, answers: Answers) -> bool:
        return self.optional(answers) if callable(self.optional) else self.optional

    def offers_skip(self, answers: Answers) -> bool:
        """The skip button is shown; typed, skipping is understood wherever it may be."""
        return self.may_be_skipped(answers)

    def takes_photo(self, answers: Answers) -> bool:
        return False

    def takes_voice(self, answers: Answers) -> bool:
        return False

    def takes_document(self, answers: Answers) -> bool:
        return False

    def is_typed(self, answers: Answers) -> bool:
        """It is answered in the input field: in a group the field is opened for the person."""
        return False

    def leads_away(self, context: Context) -> bool:
        """It is better answered in the private chat, by a link."""
        return False

    def skipped(self, answers: Answers) -> Answers:
        """The answers of somebody who skips this."""
        return self.put(answers, None)

    @abstractmethod
    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        """Take what was said as the answer.

        Raises:
            Refused: it is none; the question stands.
        """

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        """Raises ButtonTooOld for a value that is not offered (any more)."""
        raise ButtonTooOld

    def put(self, answers: Answers, value: Any) -> dict[str, Any]:
        return {**answers, self.name: value}


def in_rows(choices: tuple[Choice, ...], columns: int) -> tuple[tuple[Choice, ...], ...]:
    return tuple(choices[at : at + columns] for at in range(0, len(choices), columns))
