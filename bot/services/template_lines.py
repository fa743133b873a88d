"""How templates look: the list of them, and one with its blanks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import broadcast_templates as rules
from bot.domain.broadcast_templates import Template
from bot.domain.buttons import data
from bot.domain.people import Estate
from bot.messages import Button, Formatted, Reply, Term, line
from bot.services import boards

OWN, SHIPPED = "own", "along"  #: the first part of a button: the estate's own, or one that comes along
_COLUMNS = 40
_BUTTONS = 2


def listed(estate: Estate, templates: Sequence[Template]) -> Reply:
    """By name; those of the estate's own first."""
    lines = [line("templates-head", estate=estate.name)]
    opens = [
        Button("button-words", data("template", *reference(each)), args={"words": each.name}) for each in templates
    ]
    lines += [line("templates-row", name=each.name, words=_excerpt(each)) for each in templates]
    rows = [tuple(opens[at : at + _BUTTONS]) for at in range(0, len(opens), _BUTTONS)]
    new = Button("button-template-new", data("template-do", "new"))
    return Reply(tuple(lines), buttons=(*rows, (new,)), silent=True)


def _open(template: Template) -> Button:
    return Button("button-words", data("template", *reference(template)), args={"words": template.name})


def reference(template: Template) -> tuple[str, int]:
    """How a button names it."""
    if template.id:
        return OWN, template.id
    words = [each for _, each in rules.SHIPPED]
    return SHIPPED, words.index(template.words)


def _excerpt(template: Template) -> str:
    words = next(iter(template.words.values()))
    return boards.shortened(rules.plainly(words), columns=_COLUMNS)


def one(template: Template) -> Reply:
    """Its words in each language, and what can be done with it."""
    lines = [line("template-head", name=template.name)]
    for language, markup in sorted(template.words.items(), reverse=True):
        lines.append(line("broadcast-preview-in", language=Term(f"language-{language}")))
        lines.append(line("broadcast-words", words=Formatted({language: markup})))
    lines.append(line("template-by", name=template.by_name) if template.id else line("template-along"))
    kind, at = reference(template)

    def do(what: str) -> Button:
        return Button(f"button-template-{what}", data("template-do", kind, at, what))

    rows = [(do("use"),), (do("change"), do("remove")) if template.id else (do("change"),)]
    return Reply(tuple(lines), buttons=tuple(rows), silent=True)
