"""Writing a template, or changing one: its name, its words with blanks, the other language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain import broadcast_templates as rules
from bot.domain.broadcast_templates import MAX_NAME_CHARS, Template
from bot.messages import Actor, Formatted, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import broadcast_templates as service
from conversations.ask_content import AskMarkup, content_of
from conversations.broadcast_preview import LANGUAGES
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Heard, Option
from conversations.steps import YES, Ask, Confirm
from conversations.tell_many import own_language


def given(actor: Actor, *, name: str = "") -> dict[str, Any]:
    """Of a new one. `name`: said behind the command; "": nothing."""
    known: dict[str, Any] = {"own": own_language(actor.language)}
    if name and len(name) <= MAX_NAME_CHARS:
        known["name"] = name
    return known


def given_change(template: Template, actor: Actor) -> dict[str, Any]:
    """Of one that is there; `id` 0: one that comes along, of which the estate makes its own."""
    own = own_language(actor.language)
    known: dict[str, Any] = {"own": own, "name": template.name, "words": dict(template.words)}
    if own not in template.words:
        known["own"] = next(iter(template.words))
    return known | ({"template_id": template.id} if template.id else {})


@dataclass(frozen=True, slots=True)
class AskTemplate(AskMarkup):
    """Words with blanks, in one language."""

    def with_words(self, heard: Heard, answers: Answers) -> dict[str, Any]:
        told = super(AskTemplate, self).with_words(heard, answers)
        language = self.language(answers)
        rules.check({language: told["words"][language]})
        return told


def _next(step: str | None, answers: Answers) -> str | None:
    if step == "confirm":
        chosen = str(answers["confirm"])
        return None if chosen == YES.value else chosen
    if "name" not in answers:
        return "name"
    return "confirm" if content_of(answers).words else "words"


_SAVE = Option(YES.value, "button-template-save", (*YES.words, "存下来", "存下", "keep it", "save"))
_NAME = Option("name", "button-template-name", ("改名字", "change the name"))
_WORDS = Option("words", "button-broadcast-words", ("改内容", "改文字", "change the words"))
_OTHER_EN = Option("other", "button-broadcast-in-english", ("加英文", "英文版", "add English"))
_OTHER_ZH = Option("other", "button-broadcast-in-chinese", ("加中文", "中文版", "add Chinese"))


def _options(answers: Answers, context: Context) -> tuple[Option, ...]:
    return (_SAVE, _WORDS, _OTHER_EN if answers["own"] == "zh" else _OTHER_ZH, _NAME)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    words = content_of(answers).words
    lines = [line("template-preview", name=str(answers["name"]))]
    for language in LANGUAGES:
        if language in words:
            lines.append(line("broadcast-preview-in", language=Term(f"language-{language}")))
            lines.append(line("broadcast-words", words=Formatted({language: words[language]})))
    blanks = rules.asked(words, str(answers["own"]))
    lines.append(line("template-blanks", n=len(blanks)))
    return tuple(lines)


async def _keep(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    template_id = answers.get("template_id")
    template = await service.keep(
        actor=actor,
        name=str(answers["name"]),
        words=content_of(answers).words,
        uow=uow,
        now=now,
        template_id=None if template_id is None else int(template_id),
    )
    return Reply((line("template-kept", name=template.name),))


KEEP_TEMPLATE = Dialog(
    "keep-template",
    version=1,
    steps=(
        Ask("name", "template-ask-name", max_chars=MAX_NAME_CHARS),
        AskTemplate("words", "template-ask-words"),
        AskTemplate("other", "template-ask-other", other=True, optional=True),
        Confirm("confirm", _preview, options=_options, columns=2),
    ),
    done=_keep,
    next=_next,
    hub="confirm",
)
