"""A public question about an entry of the ledger, with a name or without, and the answer to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import ledger
from bot.domain.ledger import Entry, EntryQuestion
from bot.messages import Actor, Line, Reply
from bot.ports import UnitOfWork
from bot.services import ledger_lines, ledger_questions
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Confirm
from conversations.to_all import warning

_NAMED = Option(
    "named",
    "button-ask-named",
    ("带名字问", "带名字", "帶名字問", "ask with my name", "with my name"),
)
_NAMELESS = Option(
    "nameless",
    "button-ask-nameless",
    ("不露姓名", "匿名", "不要名字", "ask without my name", "without my name", "anonymous", "no name"),
)


def given(entry: Entry) -> dict[str, Any]:
    return {"entry_id": entry.id, "number": str(entry.number)}


def _about(key: str, answers: Answers) -> Line:
    return Line(key, {"number": answers["number"]})


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (_about("entry-ask-question", answers),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    words = str(answers["words"])
    named = Line("entry-question-preview-name", {"name": context.name})
    return (
        _about("entry-question-preview", answers), Line("preview-words", {"words": words}), *warning(words), named,
    )  # fmt: skip


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    entry, _ = await ledger_questions.ask(
        actor=actor,
        entry_id=int(answers["entry_id"]),
        words=str(answers["words"]),
        named=answers.get("confirm") == _NAMED.value,
        uow=uow,
        now=now,
    )
    return Reply((Line("entry-question-sent", ledger_lines.args_of(entry)),), buttons=((ledger_lines.look(entry),),))


ASK_OF_ENTRY = Dialog(
    "ask-of-entry",
    version=1,
    steps=(
        Ask("words", _ask_words, max_chars=ledger.MAX_QUESTION_CHARS, placeholder="placeholder-entry-question"),
        Confirm("confirm", _preview, options=(_NAMELESS, _NAMED)),
    ),
    done=_done,
)

# ---- the answer -----------------------------------------------------------------------------------------------------


def given_question(entry: Entry, question: EntryQuestion) -> dict[str, Any]:
    return {"question_id": question.id, "number": str(entry.number), "asked": question.words}


def _ask_answer(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("entry-ask-answer", {"number": answers["number"], "words": answers["asked"]}),)


def _preview_answer(answers: Answers, context: Context) -> tuple[Line, ...]:
    words = str(answers["words"])
    asked = Line("entry-preview-answer", {"number": answers["number"], "words": answers["asked"]})
    return (asked, Line("preview-words", {"words": words}), *warning(words))


async def _answered(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    entry = await ledger_questions.answer(
        actor=actor, question_id=int(answers["question_id"]), words=str(answers["words"]), uow=uow, now=now
    )
    return Reply((Line("entry-answer-sent", ledger_lines.args_of(entry)),), buttons=((ledger_lines.look(entry),),))


ANSWER_OF_ENTRY = Dialog(
    "answer-of-entry",
    version=1,
    steps=(
        Ask("words", _ask_answer, max_chars=ledger.MAX_ANSWER_CHARS, placeholder="placeholder-answer"),
        Confirm("confirm", _preview_answer),
    ),
    done=_answered,
)
