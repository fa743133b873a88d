"""The question which wishes: their numbers to tick, all of them by one button. Typed, numbers tick as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import NotAChoice
from bot.domain.wishes import Wish
from bot.messages import Line, Term
from bot.services.cards import words_of
from conversations.controls import Control, plain, typed
from conversations.questions import Answers, Choice, Context, Heard, Heed, Option, in_rows
from conversations.steps import ChooseMany

ALL = "all"
_ALL_TYPED = frozenset({"全选", "全部", "都选", "all", "all of them"})
_QUOTED_CHARS = 30


def offered(wishes: Sequence[Wish]) -> list[list[str]]:
    """What the dialog is given as `offered`: id, number, category and the beginning of the words of each wish."""
    rows = []
    for wish in wishes:
        words = words_of(wish)
        flat = " ".join(words.split()) if isinstance(words, str) else "🎤"
        short = flat if len(flat) <= _QUOTED_CHARS else flat[: _QUOTED_CHARS - 1] + "…"
        rows.append([str(wish.id), str(wish.number), wish.category.value, short])
    return rows


def options(answers: Answers, context: Context) -> tuple[Option, ...]:
    rows = answers.get("offered") or ()
    return tuple(
        Option(wish_id, "button-number", (number, f"第{number}件", f"no. {number}"), {"number": number})
        for wish_id, number, _, _ in rows
    )


def listed(answers: Answers, context: Context) -> tuple[Line, ...]:
    """The wishes that can be ticked, a line each."""
    return tuple(
        Line("several-row", {"number": number, "words": words, "category": Term(f"category-{category}")})
        for _, number, category, words in answers.get("offered") or ()
    )


def numbers_of(answers: Answers) -> list[str]:
    """The numbers of those that were chosen, in the order of the list."""
    chosen = set(answers.get("which") or ())
    return [number for wish_id, number, _, _ in answers.get("offered") or () if wish_id in chosen]


@dataclass(frozen=True, slots=True)
class PickWishes(ChooseMany):
    """`options` are wishes by their numbers, four in a row."""

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        offered = self.offered(answers, context)
        ticks = in_rows(tuple(Choice.of(each, ticked=self.is_ticked(each, answers)) for each in offered), 4)
        all_of_them = "button-none" if len(self.chosen(answers)) == len(offered) else "button-all"
        return (*ticks, (Choice(ALL, all_of_them), Choice(Control.DONE, "button-done")))

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if heard.pictured:
            raise NotAChoice
        if typed(heard.words, (Control.DONE,)):
            return self.press(Control.DONE, answers, context)
        if plain(heard.words) in _ALL_TYPED:
            return self.press(ALL, answers, context)
        by_number = {each.args["number"]: each for each in self.offered(answers, context)}
        named = re.findall(r"\d+", heard.words)
        if not named or any(number not in by_number for number in named):
            raise NotAChoice
        for number in dict.fromkeys(named):
            answers = self.toggled(by_number[number], answers, context)
        return Heed(answers, stays=True)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if value == ALL:
            offered = [each.value for each in self.offered(answers, context)]
            chosen = [] if len(self.chosen(answers)) == len(offered) else offered
            return Heed(self.put(answers, chosen), stays=True, quiet=True)
        return super(PickWishes, self).press(value, answers, context)
