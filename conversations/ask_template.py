"""Taking a template instead of writing the words: one is picked, and its blanks are asked one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain import broadcast_templates, broadcasts, ready
from bot.domain.broadcast_templates import MAX_VALUE_CHARS, Template
from bot.domain.errors import WordsExpected
from bot.domain.wishes import clean_words
from bot.messages import Formatted, Line
from conversations.ask_content import AskContent, content_of
from conversations.controls import plain
from conversations.questions import Answers, Choice, Context, Heard, Heed, Option
from conversations.steps import Ask, Choose

_USE = "template"
_SAID = ("用范本", "范本", "use a template", "template")
_OF_BLANKS = ("template", "filled")


def given(templates: Sequence[Template]) -> dict[str, Any]:
    """What is known when an officer may take one of these."""
    return {"templates": [[each.name, dict(each.words)] for each in templates]}


def given_taken(template: Template) -> dict[str, Any]:
    """What is known when this one is taken already."""
    if ready.blanks(next(iter(template.words.values()))):
        return {"template": dict(template.words), "filled": []}
    return {"words": dict(template.words)}


def _without(answers: Answers, *names: str) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name not in names}


@dataclass(frozen=True, slots=True)
class AskContentOrTemplate(AskContent):
    """The words; or the wish to take a template, which is kept as `use_template` until one is picked."""

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        rows = super(AskContentOrTemplate, self).rows(answers, context)
        return (*rows, (Choice(_USE, "button-broadcast-template"),)) if answers.get("templates") else rows

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        answers = _without(answers, "use_template", *_OF_BLANKS)
        alone = not heard.pictured and heard.document is None and not heard.spoken
        if alone and answers.get("templates") and plain(heard.words) in {plain(said) for said in _SAID}:
            return self.press(_USE, answers, context)
        return super(AskContentOrTemplate, self).hear(heard, answers, context)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        answers = _without(answers, "use_template", *_OF_BLANKS)
        if value == _USE and answers.get("templates"):
            return Heed({**answers, "use_template": True})
        return super(AskContentOrTemplate, self).press(value, answers, context)


def _options(answers: Answers, context: Context) -> tuple[Option, ...]:
    named = enumerate(answers.get("templates") or ())
    return tuple(Option(f"t{at}", "button-words", (name,), {"words": name}) for at, (name, _) in named)


@dataclass(frozen=True, slots=True)
class PickTemplate(Choose):
    """One of those that were given. One without blanks makes the words at once."""

    def take(self, option: Option, answers: Answers) -> Heed:
        _, words = answers["templates"][int(option.value[1:])]
        rest = _without(answers, "use_template", *_OF_BLANKS)
        if ready.blanks(next(iter(words.values()))):
            return Heed({**rest, "template": words, "filled": []})
        told = {**rest, "words": words}
        broadcasts.check(content_of(told))
        return Heed(told)


@dataclass(frozen=True, slots=True)
class AskBlanks(Ask):
    """What stands in the blanks of the template, one after the other; `back` takes the last one back."""

    def words(self, answers: Answers) -> Mapping[str, str]:
        return answers.get("template") or {"zh": ""}

    def filled(self, answers: Answers) -> list[str]:
        return list(answers.get("filled") or ())

    def has(self, answers: Answers) -> bool:
        return False

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        words, filled, own = self.words(answers), self.filled(answers), str(answers.get("own") or "zh")
        names = broadcast_templates.asked(words, own)
        so_far = Formatted({own: broadcast_templates.shown(words, own, filled)})
        sentence = Line("broadcast-words", {"words": so_far})
        name = names[len(filled)] if len(filled) < len(names) else ""
        return (sentence, Line("ready-blank-named", {"blank": name}) if name else Line("ready-blank"))

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if heard.pictured or heard.spoken or heard.document is not None:
            raise WordsExpected
        value = " ".join(clean_words(heard.words, max_chars=MAX_VALUE_CHARS).split())
        words, filled = self.words(answers), [*self.filled(answers), value]
        if len(filled) < len(ready.blanks(next(iter(words.values())))):
            return Heed({**answers, "filled": filled}, stays=True, undoable=True)
        told = {**_without(answers, *_OF_BLANKS), "words": broadcast_templates.filled(words, filled)}
        broadcasts.check(content_of(told))
        return Heed(told)


STEPS = (
    PickTemplate("template", "template-ask-which", options=_options, columns=2),
    AskBlanks("blanks", "ready-blank", max_chars=MAX_VALUE_CHARS),
)
